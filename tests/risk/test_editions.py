from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Quantity, Reason, ReasonCode
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.periods import Period
from safer_desktop.domain.plain import from_plain, to_plain
from safer_desktop.risk.editions import FrozenFile, MatrixEdition, faults, inputs_of, sealed
from safer_desktop.risk.scheme import IncidentType
from tests.risk.precedent import default_scheme, types


def frozen() -> MatrixEdition:
    counted = IncidentType("asb", "Anti-social behaviour", "asb-incidents", harm=7)
    absent = IncidentType("arson", "Arson", "arson", harm=12)
    counts: dict[str, Quantity | Reason] = {
        "asb": Quantity(
            1001 / 3, Unit.COUNT, Period.rolling_12(2017, 3), (4, 5), "Sum of 12 months"
        ),
        "arson": Reason(ReasonCode.NO_DATA, "No file gives it."),
    }
    inputs = inputs_of(default_scheme(), (*types(), counted, absent), counts)
    return sealed(
        MatrixEdition(
            code="2017-06-12",
            board_date=date(2017, 6, 12),
            area="E10000018",
            area_name="Leicestershire",
            quarter=Edition(2016, 4),
            counted="12 months to Mar 2017",
            frozen_by="A. Officer",
            frozen_at=datetime(2017, 6, 1, 9, 30, tzinfo=UTC),
            why="For the board",
            inputs=inputs,
            files=(FrozenFile("asb.xlsx", "ab" * 32),),
            rows=inputs.rows(),
        )
    )


def test_edition_survives_being_stored_and_reproduces_bit_for_bit() -> None:
    edition = frozen()
    stored = json.loads(json.dumps(to_plain(edition)))

    assert faults(stored) == ()
    again = from_plain(MatrixEdition, stored)
    assert again == edition
    assert again.inputs.rows() == again.rows
    assert again.label == "Board of 12 June 2017 (Leicestershire, 2016/17 Q4)"


@pytest.mark.parametrize("field", ["why", "frozen_by", "board_date", "area"])
def test_any_altered_field_breaks_the_seal(field: str) -> None:
    stored = to_plain(frozen()) | {field: "2016-01-01"}

    assert [it for it in faults(stored) if "seal" in it]


def test_altered_input_with_a_forged_seal_no_longer_gives_the_stored_results() -> None:
    edition = frozen()
    first, *rest = edition.inputs.types
    forged = replace(
        edition, inputs=replace(edition.inputs, types=(replace(first, count=9e6), *rest))
    )

    (fault,) = faults(to_plain(sealed(forged)))

    assert fault.startswith("Working its results out anew")
