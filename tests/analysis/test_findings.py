"""Findings of a figure: their kinds, evidence and severity; bridges, projections, deliveries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from safer_desktop.analysis.chain_figure import FigureTracer
from safer_desktop.analysis.deliveries import ages, deliveries, whom_to_ask
from safer_desktop.analysis.figures import figure, figures
from safer_desktop.analysis.projection import PRO_RATA, prediction, successive_dispersion
from safer_desktop.analysis.tests import dispersion
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Change, Direction, Quantity, Rank, Reason, ReasonCode
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.findings import (
    BreakFinding,
    Finding,
    FindingKind,
    RevisionFinding,
    Severity,
    StandsOutFinding,
    TargetFinding,
)
from safer_desktop.domain.indicators import (
    Bridge,
    BridgeKind,
    DefinitionBreak,
    Indicator,
    Target,
    TargetKind,
    Unit,
)
from safer_desktop.domain.observations import Revision
from safer_desktop.domain.periods import Period
from tests.analysis import chains
from tests.analysis.rows import (
    BURGLARY,
    COUNTY,
    DISTRICTS,
    ENTRANTS,
    REPEATS,
    Rows,
    catalogue,
    indicator,
)

Q4 = Edition(2016, 4)
APRIL_2015, APRIL_2016 = Period.month(2015, 4), Period.month(2016, 4)
LAST_YEAR, YEAR = Period.financial_year(2015), Period.financial_year(2016)
NINE = Period.span(date(2016, 4, 1), date(2016, 12, 31))


def of(rows: Rows, what: Indicator, edition: Edition = Q4) -> Figure:
    return figure(rows.dataset(catalogue(what)), what.code, COUNTY, edition)


def only(found: Figure, kind: FindingKind) -> Finding:
    (finding,) = (it for it in found.findings if it.kind is kind)
    return finding


def two_years(before: float, after: float, what: Indicator = ENTRANTS) -> Rows:
    rows = Rows()
    rows.months(what.code, COUNTY, APRIL_2015, [*[before] * 12, *[after] * 12])
    return rows


def test_a_change_carries_its_evidence() -> None:
    rows = two_years(100, 130)
    found = only(of(rows, ENTRANTS), FindingKind.CHANGED)
    assert found.severity is Severity.ALERT
    assert len(found.sources) == 24
    assert found.method is not None
    assert "Huffman" in found.method.source
    assert found.dispersion == 1
    assert found.interval is not None
    assert found.interval.holds(360)
    assert not found.interval.holds(0)
    change = of(rows, ENTRANTS).change
    assert isinstance(change, Change)
    assert change.percent_interval is not None
    assert change.percent_interval.holds(30)
    assert (found.indicator, found.area, found.edition) == ("entrants", COUNTY, Q4)


def test_no_real_change_and_nothing_to_say() -> None:
    assert only(of(two_years(100, 101), ENTRANTS), FindingKind.NO_REAL_CHANGE).test is not None
    kinds = {it.kind for it in of(Rows(), ENTRANTS).findings}
    assert kinds == {FindingKind.CANNOT_SAY, FindingKind.NO_TARGET}


def test_on_the_border_of_chance_nothing_is_said() -> None:
    # 15 of 60 to 19 of 44: z = 1.956, Newcombe's interval -0.04 to 36.1 points: they agree.
    def shares(a: float, n: float, b: float, m: float) -> Figure:
        rows = Rows()
        rows.add("repeats", COUNTY, LAST_YEAR, 100 * a / n, Unit.PERCENTAGE, a, n)
        rows.add("repeats", COUNTY, YEAR, 100 * b / m, Unit.PERCENTAGE, b, m)
        return of(rows, replace(REPEATS, decimals=1))

    border = next(
        found
        for b in range(20, 60)
        for m in range(60, 140)
        if isinstance((found := shares(20, 100, b, m)).change, Change)
        and isinstance(found.change.test, Reason)
        and "border of chance" in found.change.test.text
    )
    assert border.direction is Direction.CANNOT_SAY
    assert isinstance(border.change, Change)
    assert border.change.interval is not None


def target(what: Indicator, kind: TargetKind, **bounds: float) -> Indicator:
    return replace(what, target=Target(kind, **bounds))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("aim", "kind", "severity"),
    [
        (target(ENTRANTS, TargetKind.AT_MOST, high=1100), FindingKind.ABOVE, Severity.ALERT),
        (target(ENTRANTS, TargetKind.AT_MOST, high=1190), FindingKind.NOT_DIFFERENT, None),
        (target(ENTRANTS, TargetKind.AT_MOST, high=1300), FindingKind.BELOW, Severity.GOOD),
        (target(ENTRANTS, TargetKind.AT_LEAST, low=1300), FindingKind.BELOW, Severity.ALERT),
        (target(ENTRANTS, TargetKind.AT_LEAST, low=1000), FindingKind.ABOVE, Severity.GOOD),
        (target(ENTRANTS, TargetKind.RANGE, low=900, high=1900), FindingKind.WITHIN, Severity.GOOD),
        (target(ENTRANTS, TargetKind.BELOW_PREVIOUS), FindingKind.NOT_DIFFERENT, None),
        (ENTRANTS, FindingKind.NO_TARGET, Severity.NOTE),
    ],
)
def test_a_target_is_told_with_what_chance_allows(
    aim: Indicator, kind: FindingKind, severity: Severity | None
) -> None:
    # 1,200 a year: Byar's 95% interval is 1,133 to 1,270.
    found = next(
        it for it in of(two_years(100, 100), aim).findings if isinstance(it, TargetFinding)
    )
    assert found.kind is kind
    if severity:
        assert found.severity is severity


def test_a_rank_has_the_places_that_chance_allows() -> None:
    rows = Rows()
    rows.households(CTY=100_000, P1=100_000, P2=100_000, P3=100_000)
    for area, count in {COUNTY: 500, "P1": 505, "P2": 900, "P3": 480}.items():
        rows.add("burglary", area, YEAR, count)
    rank = of(rows, BURGLARY).rank
    assert isinstance(rank, Rank)
    assert (rank.label, rank.could_be) == ("2/4", (1, 3))
    bare = Rows()
    for area, rate in {COUNTY: 5.0, "P1": 5.05, "P2": 9.0, "P3": 4.8}.items():
        bare.add("burglary", area, YEAR, rate, Unit.RATE_HOUSEHOLDS)
    rank = of(bare, BURGLARY).rank
    assert isinstance(rank, Rank)
    assert isinstance(rank.could_be, Reason)
    bare.households(CTY=100_000, P1=100_000, P2=100_000, P3=100_000)
    rank = of(bare, BURGLARY).rank
    assert isinstance(rank, Rank)
    assert rank.could_be == (1, 3)


def test_areas_without_months_are_taken_to_vary_as_the_one_that_varies_most() -> None:
    # The county's months swing between 20 and 60 and back between the years: far beyond chance.
    places = []
    for swing in (0, 20):
        rows = Rows()
        rows.households(CTY=100_000, P1=100_000, P2=100_000, P3=100_000)
        year = [40 - swing, 40 + swing] * 6
        rows.months("burglary", COUNTY, APRIL_2015, [*year, *reversed(year)])
        for area, rate in {"P1": 4.0, "P2": 5.6, "P3": 9.0}.items():
            rows.add("burglary", area, YEAR, rate, Unit.RATE_HOUSEHOLDS)
        rank = of(rows, BURGLARY).rank
        assert isinstance(rank, Rank)
        places.append(rank.could_be)
    assert places == [(2, 2), (1, 3)]


def bridged(kind: BridgeKind, on: date, **fields: object) -> Indicator:
    bridge = Bridge(kind, "dual recording", "Home Office", "A. Clerk", date(2017, 5, 2), **fields)  # type: ignore[arg-type]
    return replace(ENTRANTS, breaks=(DefinitionBreak(on, "new counting rule", bridge),))


def test_a_factor_bridges_a_break_and_is_named() -> None:
    what = bridged(BridgeKind.FACTOR, date(2016, 4, 1), factor=1.3)
    found = of(two_years(100, 130), what)
    assert isinstance(found.previous, Quantity)
    assert found.previous.value == pytest.approx(1560)
    assert "a factor of 1.3 (dual recording; source: Home Office)" in found.previous.method
    assert isinstance(found.change, Change)
    assert found.change.percent == pytest.approx(0)
    assert found.direction is Direction.NO_REAL_CHANGE
    (at,) = found.breaks
    assert (at.kind, at.blocks, found.crossed) == (FindingKind.BRIDGED, False, ())
    assert "entered by A. Clerk on 2 May 2017" in at.text
    assert "a factor of 1.3" in at.text


def test_a_break_within_the_year_is_bridged_month_by_month() -> None:
    what = bridged(BridgeKind.FACTOR, date(2016, 10, 1), factor=2.0)
    rows = Rows()
    rows.months("entrants", COUNTY, APRIL_2015, [*[100] * 18, *[200] * 6])
    found = of(rows, what)
    assert isinstance(found.latest, Quantity)
    assert isinstance(found.previous, Quantity)
    assert (found.latest.value, found.previous.value) == (2400, 2400)
    assert found.direction is Direction.NO_REAL_CHANGE
    yearly = Rows()
    yearly.add("entrants", COUNTY, LAST_YEAR, 1200)
    yearly.add("entrants", COUNTY, YEAR, 1800)
    refused = of(yearly, what)
    assert isinstance(refused.change, Reason)
    assert refused.change.code is ReasonCode.DEFINITION_BREAK
    assert "a month is missing" in refused.change.text
    assert refused.crossed


def test_a_parallel_series_takes_the_place_of_the_earlier_figures() -> None:
    what = bridged(BridgeKind.PARALLEL, date(2016, 4, 1), series="recounted")
    other = replace(ENTRANTS, code="recounted", priority="")
    rows = two_years(100, 130)
    rows.months("recounted", COUNTY, APRIL_2015, [128] * 12)
    found = figure(rows.dataset(catalogue(what, other)), "entrants", COUNTY, Q4)
    assert isinstance(found.previous, Quantity)
    assert found.previous.value == 1536
    assert "the parallel series '" in found.previous.method
    assert found.direction is Direction.NO_REAL_CHANGE


def test_the_chain_of_a_bridged_figure_ends_in_the_recorded_numbers() -> None:
    rows = two_years(100, 130)
    data = rows.dataset(catalogue(bridged(BridgeKind.FACTOR, date(2016, 4, 1), factor=1.3)))
    found = figure(data, "entrants", COUNTY, Q4)
    whole = FigureTracer(chains.tracer(data, rows.table), found).whole()
    assert not whole.faults
    before = next(step for step in whole.walk() if step.what.startswith("A year before"))
    assert before.result == pytest.approx(1560)
    assert "a factor of 1.3" in before.notes[0]
    assert len(before.cells) == 12


def test_a_break_without_a_bridge_blocks() -> None:
    what = replace(ENTRANTS, breaks=(DefinitionBreak(date(2016, 4, 1), "new provider"),))
    (at,) = of(two_years(100, 130), what).breaks
    assert isinstance(at, BreakFinding)
    assert (at.kind, at.blocks) == (FindingKind.DEFINITION_BREAK, True)


def test_a_part_year_is_carried_on_by_the_years_before() -> None:
    rows = Rows()
    year = [10, 10, 10, 10, 10, 10, 10, 10, 10, 20, 20, 20]
    rows.months("entrants", COUNTY, Period.month(2013, 4), [*year, *year, *year])
    rows.months("entrants", COUNTY, APRIL_2016, [12] * 9)
    found = of(rows, ENTRANTS, Edition(2016, 3)).projection
    assert found is not None
    # 108 so far; the years before brought 60 in the last three months for 90 in the first nine.
    assert found.projected.value == pytest.approx(108 + 108 * 60 / 90)
    assert found.projected.period == YEAR
    assert found.interval is not None
    assert found.interval.holds(180)
    assert isinstance(found.year_before, Quantity)
    assert found.year_before.value == 150


def test_a_part_year_alone_is_carried_on_evenly() -> None:
    rows = Rows()
    rows.add("entrants", COUNTY, LAST_YEAR, 124)
    rows.add("entrants", COUNTY, NINE, 83)
    found = of(rows, ENTRANTS)
    projection = found.projection
    assert projection is not None
    assert projection.projected.value == pytest.approx(83 / 9 * 12)
    assert projection.method is PRO_RATA
    assert isinstance(found.change, Reason)
    assert only(found, FindingKind.PART_YEAR).text.startswith("April to December 2016 is 9 months")
    assert of(two_years(100, 100), ENTRANTS).projection is None
    assert of(Rows(), REPEATS).projection is None


@pytest.mark.parametrize(("mean", "phi"), [(5, 1), (100, 1), (20, 3), (1000, 3)])
@pytest.mark.parametrize("so_far", [3, 9])
def test_the_prediction_interval_covers(mean: float, phi: float, so_far: int) -> None:
    rng = np.random.default_rng(int(mean * phi + so_far))
    means = mean * (1 + 0.2 * np.sin(np.arange(12) / 12 * 2 * np.pi))
    held, runs = 0, 800
    for _ in range(runs):
        if phi == 1:
            years = rng.poisson(means, size=(4, 12))
        else:
            years = rng.negative_binomial(means / (phi - 1), 1 / phi, size=(4, 12))
        a, c = float(years[1:, :so_far].sum()), float(years[1:, so_far:].sum())
        spread = dispersion(years[:, :so_far].tolist())
        low, high = prediction(float(years[0, :so_far].sum()), c / a, 1 / a + 1 / c, spread)
        held += low <= years[0, so_far:].sum() <= high
    assert 0.93 <= held / runs <= 0.99


def test_successive_differences_leave_a_slow_course_out() -> None:
    assert successive_dispersion([10, 11, 12, 13, 14, 15]) == (0.5 / 12.5, 3)
    assert successive_dispersion([10, 11]) is None
    assert successive_dispersion([0, 0, 0]) is None


def test_the_rate_and_the_counts_behind_it_may_part() -> None:
    rate = indicator("rate", Unit.RATE_HOUSEHOLDS, counts="entrants")
    rows = Rows()
    rows.add("entrants", COUNTY, LAST_YEAR, 376)
    rows.add("entrants", COUNTY, YEAR, 443)
    rows.add("rate", COUNTY, LAST_YEAR, 0.58, Unit.RATE_HOUSEHOLDS)
    rows.add("rate", COUNTY, YEAR, 0.66, Unit.RATE_HOUSEHOLDS)
    both = figures(rows.dataset(catalogue(ENTRANTS, rate)), COUNTY, Q4)
    for found in both.values():
        text = only(found, FindingKind.COUNT_AND_RATE).text
        assert "changed by +17.8%, the rate by +13.8%" in text


def test_a_ready_rate_is_held_against_its_counts_over_the_population() -> None:
    # 443 over 700 thousand is 0.63 a thousand, not 0.66.
    rate = indicator("rate", Unit.RATE_POPULATION, counts="entrants", denominator="population")
    people = indicator("population", Unit.COUNT)
    told = []
    for given in (0.66, 0.63):
        rows = Rows()
        rows.add("entrants", COUNTY, YEAR, 443)
        rows.add("rate", COUNTY, YEAR, given, Unit.RATE_POPULATION)
        rows.add("population", COUNTY, Period.calendar_year(2016), 700_000)
        found = figures(rows.dataset(catalogue(ENTRANTS, rate, people)), COUNTY, Q4)["rate"]
        told.append([it.text for it in found.findings if it.kind is FindingKind.SOURCE_DISAGREES])
    assert told[1] == []
    (text,) = told[0]
    assert text.startswith("The source's own rate is 0.66; its 443 offences over the mid-2016 ")
    assert text.endswith("population of 700,000 give 0.63.")


def test_a_percentage_that_moved_by_points_says_what_percent_would_mean() -> None:
    share = indicator("share", Unit.PERCENTAGE, decimals=0)
    rows = Rows()
    rows.add("share", COUNTY, LAST_YEAR, 30, Unit.PERCENTAGE, 1500, 5000)
    rows.add("share", COUNTY, YEAR, 37, Unit.PERCENTAGE, 1850, 5000)
    found = figures(rows.dataset(catalogue(share)), COUNTY, Q4)["share"]
    assert only(found, FindingKind.POINTS).text == (
        "From 30% to 37% is a rise of 7 percentage points; a rise of 7% would end at 32.1%."
    )


def test_what_a_later_delivery_revised_is_told() -> None:
    rows = two_years(100, 130)
    month = Period.month(2016, 6)
    revision = Revision("entrants", COUNTY, month, Unit.COUNT, 118, 130, 1, 2, 1, 2)
    from safer_desktop.analysis.dataset import Dataset

    data = Dataset(rows.table, catalogue(ENTRANTS), [revision])
    found = figure(data, "entrants", COUNTY, Q4)
    (told,) = (it for it in found.findings if isinstance(it, RevisionFinding))
    assert told.revisions == (revision,)
    assert told.text == "A later delivery revised June 2016 from 118 to 130."


def test_a_district_apart_from_the_others_is_named() -> None:
    districts = (*DISTRICTS, "P1", "P2")
    plain = catalogue(BURGLARY)
    many = replace(plain, districts=districts)
    rows = Rows()
    rows.households(**dict.fromkeys(districts, 50_000.0))
    for area in districts:
        rows.add("burglary", area, YEAR, 900 if area == "D2" else 300)
    rows.add("burglary", COUNTY, YEAR, 2100)
    rows.households(CTY=250_000)
    data = rows.dataset(many)
    (found,) = (
        it
        for it in figure(data, "burglary", COUNTY, Q4).findings
        if isinstance(it, StandsOutFinding)
    )
    assert found.member.area == "D2"
    assert found.false_rate == 0.05
    own = figure(data, "burglary", "D2", Q4).findings
    assert any(it.kind is FindingKind.STANDS_OUT for it in own)
    other = figure(data, "burglary", "D1", Q4).findings
    assert not any(it.kind is FindingKind.STANDS_OUT for it in other)


def test_what_partners_owe() -> None:
    rows = Rows()
    rows.months("burglary", "D1", APRIL_2016, [5, 6, None, 7, 8, 9, 5, 6, 7, 8, 9, 5])
    rows.months("burglary", "D2", APRIL_2016, [5] * 10)
    what = replace(BURGLARY, contact="Jo Analyst", delivery_days=20)
    found = deliveries(rows.dataset(catalogue(what, ENTRANTS)), Q4)
    by_code = {it.indicator: it for it in found}
    late = by_code["burglary"]
    assert (late.partner, late.contact, late.as_of) == ("Police", "Jo Analyst", date(2017, 3, 31))
    assert {it.area: [p.label for p in it.periods] for it in late.missing} == {
        "D1": ["June 2016"],
        "D2": ["February 2017", "March 2017"],
    }
    assert by_code["entrants"].as_of is None
    assert found[0].as_of is None
    owed = dict(whom_to_ask(found))
    assert set(owed) == {"Police"}


def test_figures_of_unlike_age_side_by_side() -> None:
    rows = two_years(100, 130)
    rows.add("repeats", COUNTY, Period.calendar_year(2016), 37, Unit.PERCENTAGE)
    told = ages(figures(rows.dataset(catalogue(ENTRANTS, REPEATS)), COUNTY, Q4))
    assert told is not None
    assert told.mixed
    assert told.by_end == (
        (date(2016, 12, 31), ("repeats",)),
        (date(2017, 3, 31), ("entrants",)),
    )
    assert "the oldest end on 31 December 2016" in told.text
    assert ages(figures(Rows().dataset(catalogue(ENTRANTS)), COUNTY, Q4)) is None


def test_only_what_an_edit_touches_is_worked_out_again() -> None:
    rows = two_years(100, 130)
    rows.add("repeats", COUNTY, YEAR, 37, Unit.PERCENTAGE)
    before = rows.dataset(catalogue(ENTRANTS, REPEATS))
    kept = figures(before, COUNTY, Q4)
    edited = replace(ENTRANTS, target=Target(TargetKind.AT_MOST, high=5))
    after = rows.dataset(catalogue(edited, REPEATS))
    after.keep_from(before)
    again = figures(after, COUNTY, Q4)
    assert again["repeats"] is kept["repeats"]
    assert again["entrants"] is not kept["entrants"]
    rows.add("repeats", COUNTY, LAST_YEAR, 30, Unit.PERCENTAGE)
    loaded = rows.dataset(catalogue(edited, REPEATS))
    loaded.keep_from(after)
    last = figures(loaded, COUNTY, Q4)
    assert last["entrants"] is again["entrants"]
    assert last["repeats"] is not again["repeats"]
