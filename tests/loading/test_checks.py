"""What the checks say before a load is taken in."""

from __future__ import annotations

from datetime import date

import pytest

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Observation, Problem, Severity, SourceCell, Status
from safer_desktop.domain.periods import Period
from safer_desktop.loading.checks import Key, check

COUNTY, BLABY = "E10000018", "E07000129"


def one(
    value: float,
    period: Period | None = None,
    *,
    area: str = BLABY,
    unit: Unit = Unit.COUNT,
    indicator: str = "robbery",
    parts: tuple[float, float] | None = None,
    status: Status = Status.FINAL,
    cell: str = "B2",
) -> Observation:
    over, under = parts or (None, None)
    source = SourceCell("S", cell, f"{value:g}")
    period = period or Period.month(2016, 4)
    return Observation(indicator, area, period, unit, value, source, over, under, status)


def run_of(values: list[float], area: str = BLABY) -> list[Observation]:
    months = Period.financial_year(2016).month_periods()
    return [
        one(value, month, area=area, cell=f"B{row}")
        for row, (value, month) in enumerate(zip(values, months, strict=False), 2)
    ]


def told(
    observations: list[Observation],
    catalogue: Catalogue,
    known: dict[Key, float] | None = None,
    today: date = date(2017, 5, 1),
) -> list[Problem]:
    return list(check(observations, catalogue, known or {}, file="f.xlsx", today=today))


def test_sound_figures_give_no_problem(catalogue: Catalogue) -> None:
    assert told(run_of([10, 12, 9, 11, 10, 12, 8, 9, 10, 11, 13, 10]), catalogue) == []


def test_the_same_figure_twice_is_an_error(catalogue: Catalogue) -> None:
    (problem,) = told([one(3), one(4, cell="B9")], catalogue)
    assert problem.severity is Severity.ERROR
    assert problem.where == "f.xlsx, sheet 'S', cell B2 and 1 more cell"
    assert [it.cell for it in problem.cells] == ["B2", "B9"]
    assert not problem.may_accept


@pytest.mark.parametrize(
    ("observation", "what"),
    (
        (one(-3), "negative"),
        (one(float("nan")), "not a finite number"),
        (one(101, unit=Unit.PERCENTAGE, indicator="marac-repeats"), "above 100"),
        (one(50, unit=Unit.PERCENTAGE, indicator="marac-repeats", parts=(12, 10)),
         "More were counted (12) than there are (10)."),
        (one(34, unit=Unit.PERCENTAGE, indicator="marac-repeats", parts=(66, 120)),
         "66 of 120 is 55.0%, but the figure says 34."),
    ),
)  # fmt: skip
def test_impossible_figures_are_errors(
    observation: Observation, what: str, catalogue: Catalogue
) -> None:
    (problem,) = told([observation], catalogue)
    assert problem.severity is Severity.ERROR
    assert what in problem.what
    assert problem.where == "f.xlsx, sheet 'S', cell B2"
    assert problem.remedy


def test_rounding_and_ratios_are_no_contradiction(catalogue: Catalogue) -> None:
    share = one(35, unit=Unit.PERCENTAGE, indicator="marac-repeats", parts=(66, 190))
    ratio = one(1.25, unit=Unit.RATIO, indicator="youth-reoffending", parts=(150, 120))
    assert told([share, ratio], catalogue) == []


def test_the_future_is_an_error_and_a_month_not_over_a_warning(catalogue: Catalogue) -> None:
    today = date(2016, 4, 20)
    future, running = one(1, Period.month(2016, 5)), one(1, Period.month(2016, 4))
    problems = told([running, future], catalogue, today=today)
    assert [(p.severity, p.what.split()[-1]) for p in problems] == [
        (Severity.ERROR, "future."),
        (Severity.WARNING, "complete."),
    ]
    early = one(1, status=Status.PROVISIONAL)
    assert [p.check for p in told([early], catalogue, today=today)] == ["provisional"]
    assert check([future], catalogue, {}) == ()


def test_a_gap_in_a_run_is_told_unless_the_pack_has_it(catalogue: Catalogue) -> None:
    run = run_of([10, 12, 9, 11, 10, 12])
    missing = run.pop(2)
    (problem,) = told(run, catalogue)
    assert problem.severity is Severity.WARNING
    assert problem.what == "Robbery has no figure for June 2016 (Blaby)."
    assert told(run, catalogue, {missing.key: 9.0}) == []
    quarters = [one(80, Period.quarter(2016, q)) for q in (1, 4)]
    assert "Q2 2016/17, Q3 2016/17" in told(quarters, catalogue)[0].what
    assert told([one(80, Period.financial_year(y)) for y in (2012, 2016)], catalogue) == []


def test_many_gaps_are_listed_in_short(catalogue: Catalogue) -> None:
    run = [one(10, Period.month(2016, 4)), one(10, Period.month(2017, 3))]
    assert "May 2016, June 2016, July 2016, August 2016, September 2016 and 5 more" in (
        told(run, catalogue)[0].what
    )


def test_a_sudden_jump_is_told_with_what_is_usual(catalogue: Catalogue) -> None:
    (problem,) = told(run_of([30, 32, 29, 31, 30, 32, 300]), catalogue)
    assert problem.severity is Severity.WARNING
    assert "Robbery in Blaby for October 2016 is 300, but usually about 31" in problem.what
    assert told(run_of([3, 2, 9, 1, 0, 2, 12]), catalogue) == []
    history: dict[Key, float] = {o.key: o.value for o in run_of([30, 32, 29, 31, 30, 32])}
    (problem,) = told([one(4, Period.month(2016, 10), cell="C9")], catalogue, history)
    assert problem.where.endswith("cell C9")


def test_districts_that_do_not_make_the_county_are_told(catalogue: Catalogue) -> None:
    parts = catalogue.area(COUNTY).parts
    assert len(parts) == 7
    districts = [one(10, area=code) for code in parts]
    assert told([*districts, one(70, area=COUNTY)], catalogue) == []
    (problem,) = told([*districts, one(73, area=COUNTY, cell="H9")], catalogue)
    assert "add up to 70 for April 2016, but Leicestershire is given as 73" in problem.what
    assert problem.cells[0].cell == "H9"
    (lacking,) = told([*districts[:6], one(73, area=COUNTY)], catalogue)
    assert lacking.check == "area-missing"


def test_restated_figures_are_noted(catalogue: Catalogue) -> None:
    known: dict[Key, float] = {one(0).key: 1204.0}
    (problem,) = told([one(1231)], catalogue, known)
    assert problem.severity is Severity.NOTE
    assert "Blaby for April 2016 was 1,204 and is now 1,231" in problem.what
    assert told([one(1204)], catalogue, known) == []
