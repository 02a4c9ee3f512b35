"""From a pack's observations: one chart, and many at once by the same arrays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.limits.gather import judged_from, limits_chart, series_of
from safer_desktop.analysis.limits.screen import Key, screen
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Reason, ReasonCode
from safer_desktop.domain.indicators import DefinitionBreak, Target, TargetKind, Unit
from safer_desktop.domain.limit_icons import Assurance
from safer_desktop.domain.limits import (
    ChartKind,
    LimitsChart,
    LimitSeries,
    LimitsPlan,
    LimitsSummary,
    StepChange,
)
from safer_desktop.domain.periods import Period
from tests.analysis.limits.series import DECIDED, WHO, choice, lock
from tests.analysis.rows import (
    BURGLARY,
    COHORT,
    COUNTY,
    DISTRICTS,
    ENTRANTS,
    OFFENCES,
    REPEATS,
    Rows,
    catalogue,
)

EDITION = Edition(2016, 4)
FIRST = Period.month(2012, 4)
MARAC = replace(REPEATS, code="marac", target=Target(TargetKind.RANGE, low=28, high=40), decimals=0)
BROKEN = replace(BURGLARY, code="vehicle", breaks=(DefinitionBreak(date(2015, 6, 1), "Redefined"),))
RARE = replace(BURGLARY, code="rare", unit=Unit.COUNT)


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    """Five years of months; quarters of entrants; percentages with and without cases; gaps."""
    dice = np.random.default_rng(50)
    rows = Rows()
    for area in (*DISTRICTS, "P1"):
        rows.months("burglary", area, FIRST, dice.poisson(30, 60).astype(float))
        gappy = [None if n in (3, 20, 44) else float(v) for n, v in enumerate(dice.poisson(9, 60))]
        rows.months("vehicle", area, FIRST, gappy)
        rows.months("rare", area, Period.month(2006, 4), dice.poisson(0.3, 132).astype(float))
        for year in range(2010, 2017):
            rows.add("households", area, Period.calendar_year(year), 40_000.0 + 900 * year % 7)
        for n in range(28):
            entrants = float(dice.poisson(40))
            rows.add("entrants", area, Period.quarter(2010, 1).shifted(3 * n), entrants)
        for n in range(60):
            cases = float(dice.integers(60, 90))
            repeats = float(dice.binomial(int(cases), 0.34))
            period, share = FIRST.shifted(n), 100 * repeats / cases
            rows.add("marac", area, period, share, Unit.PERCENTAGE, repeats, cases)
            rows.add("reoffending", area, period, 0.3 + share / 1000, Unit.RATIO)
    rows.add("repeats", "D1", Period.rolling_12(2017, 3), 37.0, Unit.PERCENTAGE)
    rows.add("repeats", "D1", Period.rolling_12(2016, 12), 36.0, Unit.PERCENTAGE)
    rows.months("burglary", "P2", Period.month(2016, 4), [5.0, 6.0, 7.0])
    known = catalogue(BURGLARY, BROKEN, RARE, ENTRANTS, REPEATS, MARAC, OFFENCES, COHORT)
    return rows.dataset(known)


KEYS: list[Key] = [
    (indicator, area)
    for indicator in ("burglary", "vehicle", "rare", "entrants", "marac", "reoffending", "repeats")
    for area in (*DISTRICTS, COUNTY, "P1", "P2", "P3")
]


def test_many_at_once_are_what_each_is_alone(dataset: Dataset) -> None:
    plans = {
        ("burglary", "D1"): lock(date(2012, 4, 1), date(2014, 3, 31)),
        ("burglary", "D2"): choice(ChartKind.XMR, "NHSRplotthedots"),
        ("marac", "D1"): LimitsPlan("Limits only"),
        ("marac", "D2"): LimitsPlan(
            steps=(StepChange(date(2014, 4, 1), "New form", WHO, DECIDED),)
        ),
    }
    found = screen(dataset, KEYS, EDITION, plans)
    assert set(found) == set(KEYS)
    kinds = set()
    for key, summary in found.items():
        alone = limits_chart(dataset, *key, EDITION, plans.get(key, LimitsPlan()))
        if isinstance(alone, Reason):
            assert summary == alone
            continue
        assert isinstance(summary, LimitsSummary), (key, summary)
        latest = alone.latest
        assert summary.kind is alone.kind
        assert summary.period == latest.period
        assert summary.value == pytest.approx(latest.value)
        for one, other in (
            (summary.centre, latest.centre),
            (summary.lower, latest.lower),
            (summary.upper, latest.upper),
        ):
            assert one == (other if other is None else pytest.approx(other, rel=1e-12))
        assert summary.mark == latest.mark
        assert summary.variation is alone.variation
        assert summary.assurance is alone.assurance
        assert summary.alarms == alone.alarms
        kinds.add(summary.kind)
    assert kinds >= {ChartKind.C, ChartKind.XMR, ChartKind.G, ChartKind.P}


def test_a_county_without_figures_of_its_own_is_the_sum_of_its_districts(dataset: Dataset) -> None:
    county = limits_chart(dataset, "burglary", COUNTY, EDITION)
    assert isinstance(county, LimitsChart)
    parts = [series_of(dataset, "burglary", area, EDITION) for area in DISTRICTS]
    sums = [0.0] * 60
    for part in parts:
        assert isinstance(part, LimitSeries)
        for n, point in enumerate(part.points):
            assert point.value is not None
            sums[n] += point.value
    assert [point.value for point in county.points] == sums
    assert len(county.points[0].sources) == 2 * len(DISTRICTS)  # counts and households


def test_a_month_that_one_district_lacks_is_a_gap_of_the_county(dataset: Dataset) -> None:
    county = limits_chart(dataset, "vehicle", COUNTY, EDITION)
    assert isinstance(county, LimitsChart)
    assert [n for n, point in enumerate(county.points) if point.value is None] == [3, 20, 44]


def test_figures_of_rolling_years_get_no_limits(dataset: Dataset) -> None:
    found = limits_chart(dataset, "repeats", "D1", EDITION)
    assert isinstance(found, Reason)
    assert found.code is ReasonCode.UNLIKE_PERIODS
    assert "rolling 12 months" in found.text
    assert "do not overlap" in found.text


def test_nothing_loaded(dataset: Dataset) -> None:
    found = limits_chart(dataset, "burglary", "P3", EDITION)
    assert isinstance(found, Reason)
    assert found.code is ReasonCode.NO_DATA
    few = limits_chart(dataset, "burglary", "P2", EDITION)
    assert isinstance(few, Reason)
    assert few.text.startswith("There are only 3 months with figures")


def test_the_edition_says_what_is_judged_and_what_is_not_yet_known(dataset: Dataset) -> None:
    assert judged_from(EDITION) == date(2016, 4, 1)
    earlier = limits_chart(dataset, "burglary", "D1", Edition(2015, 2))
    assert isinstance(earlier, LimitsChart)
    assert earlier.points[-1].period == Period.month(2015, 9)
    assert "before 2015/16" in earlier.explanation.sentences[0]


def test_a_target_range_is_held_against_the_limits(dataset: Dataset) -> None:
    found = limits_chart(dataset, "marac", "D1", EDITION)
    assert isinstance(found, LimitsChart)
    assert found.assurance is Assurance.INCONSISTENT


def test_quarters(dataset: Dataset) -> None:
    found = limits_chart(dataset, "entrants", "D1", EDITION)
    assert isinstance(found, LimitsChart)
    assert found.points[0].period == Period.quarter(2010, 1)
    assert found.value_words == "entrants a quarter"
    assert found.alarms.new_points == 1
