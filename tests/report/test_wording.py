"""Each kind of finding has its words, and no word says more than the figure does."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from safer_desktop.domain.evidence import (
    Change,
    Direction,
    Quantity,
    Rank,
    Rating,
    RatingState,
    Reason,
    ReasonCode,
    Standing,
    Verdict,
)
from safer_desktop.domain.figures import AnnualChange, Figure
from safer_desktop.domain.indicators import DefinitionBreak, Target, TargetKind, Unit
from safer_desktop.domain.observations import Status
from safer_desktop.domain.periods import Period
from safer_desktop.report.wording import caveats, draft, finding
from tests.figures_made import remade
from tests.report import sample

CATALOGUE = sample.catalogue()
FIGURES = sample.figures()
MOVED = re.compile(r"\b(rose|fell|rise|fall|risen|fallen|increased?|decreased?|higher in)\b")


def text(code: str, turn: int = 0, **changed: object) -> str:
    return draft(remade(FIGURES[code], **changed), CATALOGUE, turn).text


@pytest.mark.parametrize(
    ("code", "turn", "wanted"),
    (
        ("hate-incidents", 0, ("67 more reports", "18%", "376", "443")),
        ("burglary-dwelling", 0, ("rose by 11%", "6.61 to 7.34 per 1,000 households", "1,808")),
        ("vehicle-crime", 1, ("10% higher", "similar to the East Midlands average")),
        ("violence-with-injury", 2, ("33%", "3.93", "lower than", "of 7.00 per 1,000 population")),
        ("all-crime", 1, ("9% higher", "4th of 9 (4/9, where 1 is the lowest)")),
        ("iom-reduction", 0, ("42.8% in 2016/17", "41.0% in 2015/16", "163", "1.8 percentage")),
        ("youth-first-time-entrants", 1, ("83", "fall of 35%", "190 in 2014/15", "66 fewer")),
        ("youth-reoffending", 2, ("0.28", "0.82 in 2015/16", "1.25 (2014/15)")),
        ("marac-repeats", 0, ("7 percentage points", "37%", "range of 28% to 40%")),
        ("da-referrals", 1, ("1,611 in 2016/17", "an estimated 1,400")),
        ("asb-affected", 0, ("5.4% in 2016/17, the same as in 2015/16",)),
        (
            "cbs-confidence",
            1,
            (
                "84.5% in 2016/17",
                "92.7% (Q4 2015/16), 89.9% (Q2 2016/17) and 87.1% (Q3 2016/17)",
            ),
        ),
        ("hate-rate", 1, ("0.66 in 2016/17", "the figure for 2015/16 was 0.58")),
    ),
)
def test_the_figures_of_the_board_report_are_told(
    code: str, turn: int, wanted: tuple[str, ...]
) -> None:
    words = text(code, turn)
    for part in wanted:
        assert part in words


@pytest.mark.parametrize("code", tuple(FIGURES))
@pytest.mark.parametrize("turn", (0, 1))
def test_movement_is_said_only_where_a_test_bears_it_out(code: str, turn: int) -> None:
    figure = replace(FIGURES[code], annual=None)
    moved = figure.direction in (Direction.RISING, Direction.FALLING)
    first = re.split(r"(?<=\.) ", draft(figure, CATALOGUE, turn).text)[0]
    assert bool(MOVED.search(first)) is moved
    assert bool(MOVED.search(finding(figure, CATALOGUE))) is moved


@pytest.mark.parametrize("code", tuple(FIGURES))
def test_a_percentage_never_changes_by_percent(code: str) -> None:
    figure = FIGURES[code]
    if isinstance(figure.latest, Quantity) and figure.latest.unit is Unit.PERCENTAGE:
        assert not re.search(r"by \d+(\.\d+)?%", text(code))


def test_a_fall_is_told_as_a_fall() -> None:
    latest = sample.quantity(60, Unit.COUNT, sample.PART)
    previous = sample.quantity(100, Unit.COUNT, sample.PART.year_before())
    figure = sample.figure("youth-first-time-entrants", latest, previous)
    words = draft(figure, CATALOGUE).text
    assert "fell by 40% from April to December 2016, from 100 to 60: 40 fewer entrants" in words
    assert "than in the same months of 2015" in words


def test_no_real_change_says_both_figures_in_two_shapes() -> None:
    even = text("youth-first-time-entrants", 0)
    odd = text("youth-first-time-entrants", 1)
    assert "showed no real change: 83 from April to December 2016, compared with 94" in even
    assert "chance alone would often bring about" in even
    assert "stood at 83" in odd
    assert "shows no real change" in odd
    assert even == text("youth-first-time-entrants", 3)


def test_small_numbers_get_no_percent() -> None:
    latest = sample.quantity(45, Unit.COUNT, sample.FY16)
    previous = sample.quantity(20, Unit.COUNT, sample.FY15)
    figure = sample.figure("hate-incidents", latest, previous)
    words = draft(figure, CATALOGUE).text
    assert "rose by 25 in 2016/17, from 20 to 45: 25 more reports than in 2015/16." in words
    assert "below 50, too small for a percent change" in words
    assert "%" not in words


def test_a_rise_below_one_percent_is_not_nought() -> None:
    latest = sample.quantity(100_400, Unit.COUNT, sample.FY16)
    previous = sample.quantity(100_000, Unit.COUNT, sample.FY15)
    assert "rose by 0.4%" in finding(sample.figure("da-referrals", latest, previous), CATALOGUE)


def test_a_definition_break_gives_both_figures_and_the_break() -> None:
    broken = DefinitionBreak(date(2016, 4, 1), "The service providers changed")
    words = text("da-referrals", crossed=(broken,))
    assert "1,611 in 2016/17. The figure for 2015/16 was an estimated 1,400." in words
    assert "Figures before and after 1 April 2016 are not comparable. The service pro" in words
    assert "not comparable" in text("da-referrals")


def test_a_break_is_told_where_there_is_no_earlier_figure_either() -> None:
    words = text("da-referrals", previous=Reason(ReasonCode.NO_PREVIOUS, "nothing before 2016"))
    assert "Nothing before 2016. The definition changed on 1 April 2016" in words


def test_without_a_latest_figure_there_is_one_plain_sentence() -> None:
    absent = Reason(ReasonCode.NO_DATA, "No figures are loaded.")
    words = text("youth-reoffending", latest=absent, previous=absent, change=absent)
    assert words == "This report has no figures for re-offending by young people."
    gap = Reason(ReasonCode.GAP, "May 2016 is missing")
    words = text("all-crime", latest=gap, previous=gap, change=gap)
    assert words == "No figure can be given for all recorded crime. May 2016 is missing."
    figure = replace(FIGURES["all-crime"], latest=gap)
    assert finding(figure, CATALOGUE) == "All recorded crime: no figure can be given"


def test_a_rate_without_an_earlier_one_keeps_its_count() -> None:
    none = Reason(ReasonCode.NO_PREVIOUS, "There is nothing earlier")
    words = text("all-crime", previous=none, change=none, direction=Direction.CANNOT_SAY)
    assert "stood at 51.30 per 1,000 population in the 12 months to March 2017 (34,980" in words


def test_annual_change_that_is_none() -> None:
    year = sample.quantity(124, Unit.COUNT, sample.FY15)
    before = sample.quantity(130, Unit.COUNT, sample.FY14)
    annual = replace(
        _annual(FIGURES["youth-first-time-entrants"]),
        latest=year,
        previous=before,
        change=sample.change(before, year, sample.CHANCE),
    )
    words = text("youth-first-time-entrants", annual=annual)
    assert "from 130 in 2014/15 to 124 in 2015/16 (6 fewer entrants), which shows no real" in words
    reason = Reason(ReasonCode.DEFINITION_BREAK, "They do not compare")
    words = text("youth-first-time-entrants", annual=replace(annual, change=reason))
    assert "Whole years went from 130 in 2014/15 to 124 in 2015/16. They do not compare." in words


def _annual(figure: Figure) -> AnnualChange:
    assert figure.annual is not None
    return figure.annual


def test_our_own_average_says_how_it_was_made() -> None:
    ours = sample.comparator(5.0, Unit.RATE_HOUSEHOLDS, Standing.ABOVE, given=False)
    words = text("burglary-dwelling", comparators=(ours,))
    assert (
        "higher than the average of the East Midlands counties and unitary areas of 5.00" in words
    )
    assert "worked out as the unweighted mean of the members' rates" in words
    assert "8 of its 9 areas having figures" in words


def test_two_averages_that_agree_are_told_once() -> None:
    given = sample.comparator(6.9, Unit.RATE_HOUSEHOLDS, Standing.ABOVE)
    ours = sample.comparator(6.9, Unit.RATE_HOUSEHOLDS, Standing.ABOVE, given=False)
    words = text("burglary-dwelling", comparators=(given, ours))
    assert words.count("6.90") == 1
    assert "the partner's figure, which the members' own figures bear out" in words
    other = sample.comparator(7.1, Unit.RATE_HOUSEHOLDS, Standing.SIMILAR, given=False)
    words = text("burglary-dwelling", comparators=(given, other))
    assert "6.90" in words
    assert "7.10" in words


def test_a_shared_rank_is_joint() -> None:
    words = text("all-crime", rank=sample.rank(2, tied=True))
    assert "joint 2nd of 9 (=2/9, where 1 is the lowest)" in words


@pytest.mark.parametrize(
    ("code", "state", "wanted"),
    (
        ("marac-repeats", RatingState.MISSED, "below the recommended range of 28% to 40%."),
        ("marac-repeats", RatingState.CLOSE, "just below the recommended range"),
        ("all-crime", RatingState.MISSED, "no higher than the average was missed."),
        ("all-crime", RatingState.CLOSE, "no higher than the average was narrowly missed."),
        ("hate-incidents", RatingState.MISSED, "a higher figure than a year before was missed."),
        ("all-crime", RatingState.CANNOT_SAY, "cannot be rated. Nothing to rate."),
    ),
)
def test_ratings_in_words(code: str, state: RatingState, wanted: str) -> None:
    assert wanted in text(code, rating=Rating(state, "the target", "nothing to rate"))


@pytest.mark.parametrize(
    ("aim", "wanted"),
    (
        (Target(TargetKind.AT_MOST, high=5.0), "The target of at most 5.0% was met."),
        (Target(TargetKind.AT_LEAST, low=90.0), "The target of at least 90.0% was met."),
        (Target(), "respondents"),
    ),
)
def test_targets_of_a_value(aim: Target, wanted: str) -> None:
    indicators = tuple(
        replace(it, target=aim, caveat="") if it.code == "asb-affected" else it
        for it in CATALOGUE.indicators
    )
    latest = sample.quantity(5.4, Unit.PERCENTAGE, sample.FY16, None, 1000)
    figure = remade(
        FIGURES["asb-affected"], latest=latest, rating=Rating(RatingState.MET, "t", "w")
    )
    none = Reason(ReasonCode.NO_PREVIOUS, "nothing earlier")
    figure = remade(figure, previous=none, change=none, direction=Direction.CANNOT_SAY)
    words = draft(figure, replace(CATALOGUE, indicators=indicators)).text
    assert wanted in words
    assert "(based on 1,000 respondents)" in words


def test_above_the_range_is_above() -> None:
    latest = sample.quantity(44, Unit.PERCENTAGE, sample.CALENDAR, 176, 400)
    words = text("marac-repeats", latest=latest, rating=Rating(RatingState.MISSED, "t", "w"))
    assert "This is above the recommended range of 28% to 40%." in words


def test_caveats_follow_from_the_figure() -> None:
    latest = FIGURES["burglary-dwelling"].latest
    assert isinstance(latest, Quantity)
    shown = replace(
        latest,
        status=Status.PROVISIONAL,
        base_note="mid-2015 households, the latest loaded up to 2016",
    )
    figure = remade(
        FIGURES["burglary-dwelling"], latest=shown, as_of=date(2016, 12, 31), stale_days=46
    )
    words = draft(figure, CATALOGUE).text
    assert "The latest figure is provisional and may be revised." in words
    assert "The rate uses the mid-2015 households, the latest loaded up to 2016." in words
    assert "run to 31 December 2016" in words
    assert "46 days overdue" in words
    assert "Note: counts offences as recorded" in words
    told = caveats(figure, CATALOGUE)
    assert len(told) == 2
    assert not any(it in draft(figure, CATALOGUE, 0, told).text for it in told)


def test_a_wider_footprint_is_named_once() -> None:
    plain = replace(
        CATALOGUE,
        indicators=tuple(
            replace(it, caveat="") if it.code == "iom-reduction" else it
            for it in CATALOGUE.indicators
        ),
    )
    words = draft(FIGURES["iom-reduction"], plain).text
    assert "describes Leicester, Leicestershire and Rutland, not Leicestershire alone." in words
    assert text("iom-reduction").count("Leicester, Leicestershire and Rutland") == 1


def test_contested_judgement_gives_its_reason() -> None:
    assert "More reports are not proof of more trust" in text("hate-incidents")
    assert "More reports are not proof" not in text("hate-rate")


def test_overlapping_years_and_part_totals_are_not_quoted() -> None:
    overlapping = sample.quantity(31, Unit.PERCENTAGE, Period.financial_year(2015), 124, 400)
    assert "31%" not in text("marac-repeats", history=(overlapping,))
    quarter = sample.quantity(25, Unit.COUNT, Period.quarter(2016, 1))
    assert "25" not in text("youth-first-time-entrants", history=(quarter,))


def test_sources_are_those_of_the_figure() -> None:
    figure = FIGURES["all-crime"]
    made = draft(figure, CATALOGUE)
    assert made.key == "indicator:all-crime"
    assert made.sources == figure.sources
    assert isinstance(figure.change, Change)
    assert isinstance(figure.rank, Rank)
    assert figure.verdict is Verdict.WORSE
