"""What the details of a figure say of its findings: intervals, places, projection, districts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from safer_desktop.domain.evidence import Change
from safer_desktop.domain.periods import Period
from safer_desktop.gui.models.figure_words import Detail, details
from safer_desktop.workbench.bench import Workbench
from tests.gui.made import COUNTY, made_load, made_workbench, observation


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    made = made_workbench(tmp_path / "state")
    yield made
    made.close()


def lines(bench: Workbench, code: str, area: str = COUNTY) -> dict[str, Detail]:
    found = details(bench.figure(code, area), bench.catalogue.indicator(code), bench.catalogue)
    return {it.what: it for it in found}


def test_a_change_has_its_interval(bench: Workbench) -> None:
    change = bench.figure("vehicle-crime", COUNTY).change
    assert isinstance(change, Change)
    assert change.percent_interval is not None
    low, high = change.percent_interval.lower, change.percent_interval.upper
    how = lines(bench, "vehicle-crime")["Change"].how
    assert f"95% interval {low:+.0f}% to {high:+.0f}%".replace("-", "\N{MINUS SIGN}") in how


def test_a_part_year_is_carried_on_to_its_end(bench: Workbench) -> None:
    code = "youth-first-time-entrants"
    part = [
        observation(code, COUNTY, Period.span(first, last), value)
        for first, last, value in (
            (Period.month(2015, 4).start, Period.month(2015, 12).end, 94),
            (Period.month(2016, 4).start, Period.month(2016, 12).end, 83),
        )
    ]
    whole = observation(code, COUNTY, Period.financial_year(2015), 124)
    bench.take_in(made_load((*part, whole)))
    found = bench.figure(code, COUNTY).projection
    assert found is not None
    assert found.interval is not None
    told = lines(bench, code)["If the year goes on like this"]
    # 83 in nine months against 94 of 124 the year before: 83 x 124 / 94 = 109.5.
    assert told.figure.startswith(f"{found.projected.value:,.0f} ")
    assert abs(found.projected.value - 83 * 124 / 94) < 1
    assert f"interval {found.interval.lower:,.0f} to {found.interval.upper:,.0f}" in told.how
    assert "124 in 2015/16" in told.how
