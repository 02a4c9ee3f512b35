"""Reads a chain as a doubting reader would: every sum is added up and every formula worked out."""

from __future__ import annotations

import math
import re

from safer_desktop.analysis.chain import Look, Tracer
from safer_desktop.analysis.dataset import Dataset
from safer_desktop.domain.chain import Step
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import (
    Observation,
    ObservationTable,
    SourceCell,
    Status,
    StoredObservation,
)
from safer_desktop.domain.periods import Period, PeriodKind

_SIGNS = {"×": "*", "÷": "/", "−": "-", "²": "**2", "³": "**3", ",": "", "%": ""}
_ROOT = re.compile(r"√([\d.]+)")
_ARITHMETIC = re.compile(r"[\d.+\-*/() ]|sqrt")


def worked_out(expression: str) -> float:
    """The left side of a formula, as a reader with a calculator would work it out."""
    for sign, python in _SIGNS.items():
        expression = expression.replace(sign, python)
    expression = _ROOT.sub(r"sqrt(\1)", expression).replace("√(", "sqrt(")
    assert not _ARITHMETIC.sub("", expression), expression
    return float(eval(expression, {"__builtins__": {}, "sqrt": math.sqrt}))


def check_formula(formula: str) -> bool:
    """Fails where the numbers put in do not give the result; gives whether there was arithmetic."""
    if " = " not in formula or "…" in formula:
        return False
    left, right = formula.rsplit(": ", 1)[-1].split(" = ")
    given = float(right.replace(",", "").replace("−", "-"))
    parts = [abs(float(it)) for it in re.findall(r"[\d.]+", left.replace(",", ""))]
    slack = 2e-5 * max(abs(given), *(it for it in parts if it < 1e6), 1e-9)
    assert abs(worked_out(left) - given) <= slack, formula
    return True


def check(step: Step) -> int:
    """Fails where any step of the chain does not follow from the steps below; counts formulas."""
    assert not step.faults, [(it.what, it.result, it.again) for it in step.faults]
    for it in step.walk():
        assert it.what, it
        assert it.shown or it.inputs or it.notes, it
    return sum(check_formula(it.formula) for it in step.walk())


def ids(step: Step) -> set[int]:
    """The observations at the chain's ends."""
    return {stored.id for stored in step.cells}


def look_into(table: ObservationTable) -> Look:
    """The rows of a table as stored observations, a sheet for each indicator."""

    def stored(number: int) -> StoredObservation:
        n = table.id.index(number)
        period = Period(table.end[n], table.start[n], PeriodKind(table.kind[n]))
        item = Observation(
            table.indicator[n],
            table.area[n],
            period,
            Unit(table.unit[n]),
            float(table.value[n]),
            SourceCell(table.indicator[n], f"B{n + 2}", str(table.value[n])),
            table.numerator[n],
            table.denominator[n],
            Status(table.status[n]),
        )
        return StoredObservation(number, 1, item)

    return lambda numbers: [stored(number) for number in numbers]


def tracer(data: Dataset, table: ObservationTable) -> Tracer:
    """Chains over the rows of a table."""
    return Tracer(data, look_into(table), lambda load: f"file {load}.xlsx")
