"""Chains over rows made by hand: each step is added up anew and each formula worked out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safer_desktop.analysis.chain import Tracer
from safer_desktop.analysis.chain_figure import FigureTracer, Part
from safer_desktop.analysis.chain_groups import member_step
from safer_desktop.analysis.figures import figure
from safer_desktop.analysis.trends import districts, trend
from safer_desktop.domain.areas import GroupMethod
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.chain import Step, exact
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Quantity, Reason
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.indicators import Target, TargetKind, Unit
from safer_desktop.domain.observations import StoredObservation
from safer_desktop.domain.periods import Period
from tests.analysis import chains
from tests.analysis.rows import (
    BURGLARY,
    COUNTY,
    DISTRICTS,
    ENTRANTS,
    OFFENCES,
    PEERS,
    REGION,
    REPEATS,
    Rows,
    catalogue,
)

Q4 = Edition(2016, 4)
APRIL_2015 = Period.month(2015, 4)
YEAR = Period.financial_year(2016)
RATE = Unit.RATE_HOUSEHOLDS
PLAIN = catalogue(BURGLARY, ENTRANTS, REPEATS, OFFENCES)


def traced(
    rows: Rows, code: str, area: str = COUNTY, where: Catalogue = PLAIN
) -> tuple[Figure, FigureTracer]:
    data = rows.dataset(where)
    found = figure(data, code, area, Q4)
    return found, FigureTracer(chains.tracer(data, rows.table), found)


def part(found: FigureTracer, which: Part) -> Step:
    step = found.part(which)
    assert step is not None
    chains.check(step)
    return step


def burglaries(before: int = 8, after: int = 12) -> Rows:
    """Two years by month and district, with households."""
    rows = Rows()
    for n, area in enumerate(DISTRICTS):
        counts = [before + n] * 12 + [after + n + month % 3 for month in range(12)]
        rows.months("burglary", area, APRIL_2015, counts)
    rows.households(D1=40_000, D2=30_000, D3=30_000)
    return rows


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1231.0, "1,231"),
        (-35.0, "−35"),
        (7.342943, "7.34294"),
        (0.000123456789, "0.000123457"),
        (98765.4321, "98,765.4"),
        (22.5, "22.5"),
        (12_345_678.9, "12,345,679"),
        (0.0, "0"),
    ],
)
def test_numbers_of_formulas_are_whole_or_have_six_digits(value: float, text: str) -> None:
    assert exact(value) == text


def test_a_rate_leads_through_count_and_base_to_every_month_of_every_district() -> None:
    found, tracer = traced(burglaries(), "burglary")
    step = part(tracer, Part.LATEST)
    # 12 x (12 + 13 + 14) and 0 + 1 + 2 four times over in each of three districts.
    assert step.what == "Latest, 12 months to March 2017"
    assert step.shown == "5.04"
    assert step.formula == "504 ÷ 100,000 × 1,000 = 5.04"
    count, base = step.inputs
    assert (count.what, count.shown) == ("Number of offences", "504")
    assert count.formula == "156 + 168 + 180 = 504"
    assert [it.what for it in count.inputs] == ["District 1", "District 2", "District 3"]
    assert [it.what for it in count.inputs[0].inputs][::11] == ["April 2016", "March 2017"]
    assert count.inputs[0].notes == ("The sum of 12 cells of sheet 'burglary' in 'file 1.xlsx'.",)
    assert (base.what, base.shown) == ("Mid-2016 households", "100,000")
    assert isinstance(found.latest, Quantity)
    assert chains.ids(step) == set(found.latest.sources)
    assert sum(cell.observation.value for cell in count.cells) == found.latest.count


def test_a_percent_is_worked_out_from_the_unrounded_rates_and_its_rounding_is_shown() -> None:
    _, tracer = traced(burglaries(), "burglary")
    step = part(tracer, Part.CHANGE)
    assert step.shown == "+56%"
    assert step.formula == "(5.04 − 3.24) ÷ 3.24 × 100 = 55.5556"
    assert step.rounding == "55.5556 rounded to a whole number: +56%"
    latest, before, counts, test = step.inputs
    assert (latest.shown, before.shown, counts.shown) == ("5.04", "3.24", "+180")
    assert counts.formula == "504 − 324 = 180"
    # 2 (sqrt 504 - sqrt 324) / sqrt 2
    assert test.shown == "p < 0.001"
    assert test.formula == "2 × (√504 − √324) ÷ √((1 + 1) × 1) = 6.29317"
    (spread,) = test.inputs[4:]
    assert [it.shown for it in spread.inputs] == ["12 counts", "12 counts"]
    assert "1 is used" in spread.notes[1]


def test_months_that_vary_more_than_chance_enter_the_test() -> None:
    rows = Rows()
    rows.months("entrants", COUNTY, APRIL_2015, [2, 30] * 6 + [40, 6] * 6)
    _, tracer = traced(rows, "entrants")
    test = part(tracer, Part.CHANGE).inputs[2]
    (spread,) = test.inputs[2:]
    assert spread.number > 10
    assert spread.notes[0].startswith("Chi-square of the months' counts over its 11 degrees")
    assert f"(1 + 1) × {exact(spread.number)})" in test.formula


def test_few_events_are_tested_exactly_and_get_no_percent() -> None:
    rows = Rows()
    rows.add("entrants", COUNTY, Period.financial_year(2015), 9)
    rows.add("entrants", COUNTY, YEAR, 3)
    _, tracer = traced(rows, "entrants")
    step = part(tracer, Part.CHANGE)
    assert (step.shown, step.formula) == ("−6 entrants", "3 − 9 = −6")
    assert step.notes[0].startswith("The earlier count of 9 entrants is below 50")
    test = step.inputs[2]
    assert test.formula == ("Of 12 events 3 fall into the latest span, where 50% would be expected")
    # 2 x (1 + 12 + 66 + 220) / 4096
    assert test.number == pytest.approx(0.1459961)


def test_percentages_that_add_up_show_both_sides_of_the_fraction() -> None:
    rows = Rows()
    for year, shares in ((2015, (30, 40, 20, 30)), (2016, (50, 40, 60, 45))):
        for quarter, share in enumerate(shares, start=1):
            rows.add(
                "repeats",
                COUNTY,
                Period.quarter(year, quarter),
                share,
                Unit.PERCENTAGE,
                denominator=100.0,
            )
    found, tracer = traced(rows, "repeats")
    assert isinstance(found.latest, Quantity)
    latest = part(tracer, Part.LATEST)
    assert latest.formula == "195 ÷ 400 × 100 = 48.75"
    assert latest.rounding == "48.75 rounded to a whole number: 49%"
    above, below = latest.inputs
    assert above.inputs[0].formula == "50 × 100 ÷ 100 = 50"
    assert below.formula == "100 + 100 + 100 + 100 = 400"
    change = part(tracer, Part.CHANGE)
    assert (change.shown, change.formula) == ("+19 points", "48.75 − 30 = 18.75")
    assert change.inputs[-1].formula.startswith("(195 ÷ 400 − 120 ÷ 400) ÷ √(")


def test_a_ratio_without_numbers_behind_it_is_the_cell_and_says_so() -> None:
    rows = Rows()
    rows.add("reoffending", COUNTY, Period.financial_year(2015), 1.25, Unit.RATIO)
    rows.add("reoffending", COUNTY, YEAR, 0.82, Unit.RATIO)
    _, tracer = traced(rows, "reoffending")
    latest = part(tracer, Part.LATEST)
    assert (latest.shown, latest.inputs[0].shown) == ("0.82", "0.82")
    change = part(tracer, Part.CHANGE)
    assert (change.shown, change.formula) == ("−0.43", "0.82 − 1.25 = −0.43")
    assert change.inputs[-1].shown == "Cannot be tested"
    assert part(tracer, Part.COUNTS).notes == ("The source gives no counts.",)


def test_a_borrowed_population_says_which_year_it_is_of() -> None:
    rows = Rows()
    rows.months("burglary", COUNTY, APRIL_2015, [10] * 24)
    rows.add("households", COUNTY, Period.calendar_year(2015), 90_000)
    _, tracer = traced(rows, "burglary")
    base = part(tracer, Part.LATEST).inputs[1]
    assert (base.what, base.shown) == ("Mid-2015 households", "90,000")
    assert "Mid-2015 households, the latest loaded up to 2016." in base.notes


@pytest.mark.parametrize("method", list(GroupMethod))
def test_an_average_shows_each_member_that_went_into_it(method: GroupMethod) -> None:
    rows = burglaries()
    for n, area in enumerate(PEERS[:2]):
        rows.months("burglary", area, APRIL_2015, [30 + n] * 24)
    rows.households(P1=80_000, P2=90_000)
    where = catalogue(BURGLARY, groups=(replace(REGION, method=method, average_area=""),))
    found, tracer = traced(rows, "burglary", where=where)
    (comparator,) = found.comparators
    step = tracer.comparator(comparator)
    assert chains.check(step)
    assert "Not in the average: " in step.notes[1]
    assert "Peer 3" in step.notes[1]
    assert chains.ids(step) == set(comparator.value.sources)
    if method is GroupMethod.POOLED:
        # 504 + 360 + 372 over 100,000 + 80,000 + 90,000.
        assert step.formula == "1,236 ÷ 270,000 × 1,000 = 4.57778"
    standing = tracer.standing(comparator)
    chains.check(standing)
    assert standing.shown == str(comparator.standing)
    low, high = standing.inputs[2:]
    # Byar's method for 504: published tables give 461 to 550.
    assert (round(low.number * 100), round(high.number * 100)) == (461, 550)


def test_a_rank_counts_the_members_before_it_and_ties_are_marked() -> None:
    rows = Rows()
    for area, value in {COUNTY: 5.0, "P1": 4.0, "P2": 5.001, "P3": 9.0}.items():
        rows.add("burglary", area, YEAR, value, RATE)
    _, tracer = traced(rows, "burglary")
    step = part(tracer, Part.RANK)
    assert (step.shown, step.formula) == ("=2/4", "1 of 4 lie below 5.00: 1 + 1 = 2")
    assert step.inputs[0].what.startswith("Peer 1,")
    without = Rows()
    without.add("burglary", COUNTY, YEAR, 5.0, RATE)
    _, tracer = traced(without, "burglary")
    missing = part(tracer, Part.RANK)
    assert missing.shown == "none"
    assert "there is no figure" in missing.notes[0]


def test_a_rating_leads_to_what_it_was_judged_against() -> None:
    target = Target(TargetKind.BELOW_COMPARATOR, source="the plan")
    where = catalogue(replace(BURGLARY, target=target))
    rows = Rows()
    for area, value in {COUNTY: 6.0, "P1": 4.0, "P2": 5.0, "P3": 9.0, "REG": 5.5}.items():
        rows.add("burglary", area, YEAR, value, RATE)
    found, tracer = traced(rows, "burglary", where=where)
    step = part(tracer, Part.RATING)
    assert step.shown == "Target missed"
    assert [it.shown for it in step.inputs] == ["6.00", "5.50"]
    earlier = replace(BURGLARY, target=Target(TargetKind.BELOW_PREVIOUS))
    rows.add("burglary", COUNTY, Period.financial_year(2015), 6.5, RATE)
    _, tracer = traced(rows, "burglary", where=catalogue(earlier))
    assert [it.shown for it in part(tracer, Part.RATING).inputs] == ["6.00", "6.50"]
    assert isinstance(found.rating.why, str)


def test_a_gap_leads_to_its_reason() -> None:
    rows = Rows()
    rows.months("burglary", COUNTY, APRIL_2015, [10] * 20 + [None] + [10] * 3)
    found, tracer = traced(rows, "burglary")
    assert isinstance(found.latest, Reason)
    step = part(tracer, Part.LATEST)
    assert step.inputs == ()
    assert "December 2016 is missing" in step.notes[0]
    whole = part(tracer, Part.WHOLE)
    assert "December 2016 is missing" in whole.notes[0]


def test_points_of_a_trend_and_of_its_rolling_line() -> None:
    rows = burglaries()
    found, tracer = traced(rows, "burglary")
    course = trend(rows.dataset(PLAIN), "burglary", COUNTY, Q4)
    months = tracer.course(course, rolling=False)
    chains.check(months)
    assert len(months.inputs) == 24
    assert (months.inputs[-1].what, months.inputs[-1].shown) == ("March 2017", "45")
    rolling = tracer.course(course, rolling=True)
    chains.check(rolling)
    assert rolling.inputs[-1].shown == "5.04"
    assert chains.ids(rolling.inputs[-1]) == set(course.rolling[-1].sources)
    assert isinstance(found.latest, Quantity)


def test_a_district_has_its_interval_and_the_county_stands_beside_it() -> None:
    rows = burglaries()
    data = rows.dataset(PLAIN)
    bars = districts(data, "burglary", Q4)
    makes = chains.tracer(data, rows.table)
    for member in (*bars.bars, bars.county):
        step = member_step(makes, "", member, PLAIN.indicator("burglary"))
        chains.check(step)
        assert [it.what for it in step.inputs[-2:]] == [
            "95% interval, lower end",
            "95% interval, upper end",
        ]


def test_a_sum_over_two_sheets_is_told_by_sheet() -> None:
    rows = burglaries()
    data = rows.dataset(PLAIN)
    inner = chains.look_into(rows.table)

    def torn(numbers: object) -> list[StoredObservation]:
        # The newer load restates the last months.
        found = inner(numbers)  # type: ignore[arg-type]
        return [replace(it, load=1 if it.observation.period.end.year < 2017 else 2) for it in found]

    makes = Tracer(data, torn, lambda load: f"file {load}.xlsx")
    step = makes.quantity("Latest", figure(data, "burglary", "D1", Q4).latest, BURGLARY, "D1")
    chains.check(step)
    count = step.inputs[0]
    assert [it.what for it in count.inputs] == [
        "Sheet 'burglary' in 'file 1.xlsx'",
        "Sheet 'burglary' in 'file 2.xlsx'",
    ]
    assert count.notes == ("The sum of 12 cells on 2 sheets.",)
    assert sum(it.number for it in count.inputs) == count.number


def test_a_figure_that_its_cells_do_not_give_is_found_out() -> None:
    rows = burglaries()
    data = rows.dataset(PLAIN)
    found = figure(data, "burglary", COUNTY, Q4)
    assert isinstance(found.latest, Quantity)
    wrong = replace(found, latest=replace(found.latest, value=5.05))
    step = FigureTracer(chains.tracer(data, rows.table), wrong).latest()
    assert [it.what for it in step.faults] == ["Latest, 12 months to March 2017"]
    rows.table.value[0] += 1
    step = FigureTracer(chains.tracer(data, rows.table), found).previous()
    assert [it.what for it in step.faults] == ["District 1"]


_COUNTS = st.lists(st.integers(0, 60), min_size=24, max_size=24)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    counts=st.lists(_COUNTS, min_size=3, max_size=3),
    peers=st.lists(st.floats(0.5, 20), min_size=4, max_size=4),
    shares=st.lists(st.integers(0, 100), min_size=8, max_size=8),
    method=st.sampled_from(list(GroupMethod)),
    kind=st.sampled_from(list(TargetKind)[:1] + list(TargetKind)[4:]),
)
def test_whatever_the_numbers_the_whole_chain_gives_the_figure(
    counts: list[list[int]],
    peers: list[float],
    shares: list[int],
    method: GroupMethod,
    kind: TargetKind,
) -> None:
    rows = Rows()
    for area, months in zip(DISTRICTS, counts, strict=True):
        rows.months("burglary", area, APRIL_2015, months)
        rows.months("entrants", area, APRIL_2015, months)
    rows.households(D1=41_000, D2=33_000, D3=29_000)
    for area, value in zip((*PEERS, "REG"), peers, strict=True):
        rows.add("burglary", area, YEAR, value, RATE)
    for n, share in enumerate(shares):
        quarter = Period.quarter(2015 + n // 4, n % 4 + 1)
        rows.add("repeats", COUNTY, quarter, share, Unit.PERCENTAGE, denominator=50.0 + n)
    where = catalogue(
        replace(BURGLARY, target=Target(kind)),
        ENTRANTS,
        REPEATS,
        groups=(replace(REGION, method=method),),
    )
    for code in ("burglary", "entrants", "repeats"):
        for area in (COUNTY, "D1"):
            found, tracer = traced(rows, code, area, where)
            whole = tracer.whole()
            chains.check(whole)
            assert chains.ids(whole) >= set(found.sources)
