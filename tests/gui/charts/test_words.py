"""Tables, read-outs and alternative texts say exactly what the chart shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from safer_desktop.domain.evidence import Reason, ReasonCode, TrendPoint
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Status
from safer_desktop.domain.periods import Period
from safer_desktop.gui.charts import scales, words
from safer_desktop.gui.charts.sparkline import sparkline_values, sparkline_words
from tests.gui.charts.examples import CHANGED, NAMES, VEHICLE, districts, trend


def test_read_out_says_period_value_and_status() -> None:
    point = TrendPoint(Period.month(2017, 3), 1261.0, Status.PROVISIONAL)
    said = words.readout(point, Unit.COUNT, VEHICLE)
    assert said == "March 2017: 1,261 offences, provisional"
    gap = TrendPoint(Period.month(2016, 6), None)
    assert words.readout(gap, Unit.COUNT, VEHICLE) == "June 2016: missing"
    rate = TrendPoint(Period.rolling_12(2017, 3), 3.926)
    said = words.readout(rate, Unit.RATE_POPULATION, VEHICLE)
    assert said == "12 months to March 2017: 3.93 per 1,000 population"


def test_trend_table_keeps_gaps_as_gaps() -> None:
    table = words.trend_table(trend(), VEHICLE, rolling=False)
    assert table.headers == ("Period", "Offences", "Status", "Definition")
    assert len(table.rows) == 24
    assert table.rows[14] == ("June 2016", "", "missing", "")
    assert table.rows[23] == ("March 2017", "250", "provisional", "")
    assert table.rows[6][-1] == "Definition changed, October 2015"
    assert [row[-1] for row in table.rows].count("") == 23
    assert table.tsv().splitlines()[1] == "April 2015\t200\tfinal\t"


def test_trend_alt_text_names_ends_gaps_break_and_comparator() -> None:
    text = words.trend_alt_text(trend(), VEHICLE, "Leicestershire", rolling=False)
    assert "from 200 offences (April 2015) to 250 offences (March 2017)" in text
    assert "2 of 24 periods are missing." in text
    assert "Definition changed, October 2015." in text
    assert "East Midlands" not in text
    rolling = words.trend_alt_text(trend(), VEHICLE, "Leicestershire", rolling=True)
    assert "East Midlands average: 4.20 per 1,000 population." in rolling
    assert len(rolling) <= words.ALT_TEXT_LIMIT


def test_alt_text_ends_with_a_whole_sentence() -> None:
    long = "This is a sentence. " * 60
    short = words.shortened(long.strip())
    assert len(short) <= words.ALT_TEXT_LIMIT
    assert short.endswith("sentence.")


def test_districts_are_judged_by_their_interval() -> None:
    table = words.districts_table(districts(), VEHICLE, NAMES.__getitem__)
    assert table.rows == (
        ("Blaby", "5.00", "512", "4.60 to 5.40", "higher than the county"),
        ("Charnwood", "3.90", "743", "3.60 to 4.20", "no different from the county"),
        ("Melton", "2.00", "153", "1.70 to 2.40", "lower than the county"),
        ("Oadby", "", "", "", "May 2016 is missing."),
        ("Leicestershire", "3.80", "1,408", "", "county"),
    )
    text = words.districts_alt_text(districts(), VEHICLE, NAMES.__getitem__)
    assert "Higher than the county: Blaby." in text
    assert "Lower than the county: Melton." in text


def test_no_district_figure_gives_the_reason() -> None:
    why = Reason(ReasonCode.NO_DATA, "Districts are not loaded.")
    empty = replace(districts(), bars=(), period=None, reason=why)
    text = words.districts_alt_text(empty, VEHICLE, NAMES.__getitem__)
    assert text.endswith("Districts are not loaded.")


@pytest.mark.parametrize(
    ("values", "unit", "labels", "from_zero"),
    [
        ([380.0, 273.0], Unit.COUNT, ("0", "100", "200", "300", "400"), True),
        ([3.0], Unit.COUNT, ("0", "1", "2", "3"), True),
        ([84.5, 92.7, 89.9, 87.1], Unit.PERCENTAGE, ("80%", "85%", "90%", "95%"), False),
        ([41.0, 42.8], Unit.PERCENTAGE, ("0%", "20%", "40%", "60%"), True),
        ([5.4, 5.4], Unit.PERCENTAGE, ("0%", "2%", "4%", "6%"), True),
        ([0.28, 1.25], Unit.RATIO, ("0.0", "0.5", "1.0", "1.5"), True),
        ([], Unit.COUNT, ("0", "1"), True),
    ],
)
def test_scale_starts_at_zero_or_says_so(
    values: list[float], unit: Unit, labels: tuple[str, ...], from_zero: bool
) -> None:
    scale = scales.value_scale(values, unit)
    assert scale.labels == labels
    assert (scale.note == "") is from_zero
    if not from_zero:
        assert scale.note == f"The axis starts at {labels[0]}, not at zero."


def test_time_labels_are_few_and_end_with_the_newest() -> None:
    labels = scales.time_labels(trend().points)
    assert len(labels) <= scales.MOST_LABELS
    assert labels[-1] == (23, "Mar 17")
    assert scales.time_labels(trend().rolling)[-1] == (12, "Mar 17")
    assert scales.time_labels(()) == []


def test_breaks_fall_between_two_points() -> None:
    assert scales.break_positions((CHANGED,), trend().points) == [(5.5, CHANGED)]
    assert scales.break_positions((CHANGED,), trend().rolling) == []


def test_sparkline_shows_the_newest_points_with_gaps_and_breaks() -> None:
    values, breaks = sparkline_values(trend())
    assert len(values) == 24
    assert values[14] is None
    assert breaks == (6,)
    said = sparkline_words(trend())
    assert said.startswith("22 points, 200 in April 2015 to 250 in March 2017")
    assert said.endswith("2 missing.")
