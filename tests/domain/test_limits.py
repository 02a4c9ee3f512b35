"""Decisions about charts: signed, storable, and presets by name."""

from __future__ import annotations

from datetime import date

import pytest

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.limits import (
    BaselineLock,
    ChartChoice,
    ChartKind,
    LimitPoint,
    LimitSeries,
    LimitsPlan,
    StepChange,
    UnsignedError,
)
from safer_desktop.domain.periods import Period
from safer_desktop.domain.plain import from_plain, to_plain

DAY = date(2016, 5, 3)


def test_a_plan_is_kept_as_plain_fields() -> None:
    plan = LimitsPlan(
        preset="Limits only",
        lock=BaselineLock(date(2013, 4, 1), date(2016, 3, 31), "Agreed", "A. Officer", DAY),
        steps=(StepChange(date(2014, 4, 1), "New system", "A. Officer", DAY),),
        chart=ChartChoice(ChartKind.U_PRIME, "Uneven", "A. Officer", DAY),
    )
    assert from_plain(LimitsPlan, to_plain(plan)) == plan
    assert from_plain(LimitsPlan, {}) == LimitsPlan()


@pytest.mark.parametrize(("reason", "who"), [("", "A. Officer"), ("New system", "  ")])
def test_no_decision_without_reason_and_name(reason: str, who: str) -> None:
    with pytest.raises(UnsignedError, match="step change needs a reason and the name"):
        StepChange(date(2014, 4, 1), reason, who, DAY)
    with pytest.raises(UnsignedError):
        BaselineLock(date(2013, 4, 1), date(2016, 3, 31), reason, who, DAY)
    with pytest.raises(UnsignedError):
        ChartChoice(ChartKind.C, reason, who, DAY)


def test_a_baseline_ends_after_it_begins() -> None:
    with pytest.raises(SaferError, match="ends before it begins"):
        BaselineLock(date(2016, 4, 1), date(2013, 4, 1), "Agreed", "A. Officer", DAY)


def test_an_empty_series_has_months() -> None:
    assert LimitSeries(Unit.COUNT, "offences", ()).step == 1
    quarter = LimitPoint(Period.quarter(2016, 1), 3.0)
    assert LimitSeries(Unit.COUNT, "offences", (quarter,)).step == 3
