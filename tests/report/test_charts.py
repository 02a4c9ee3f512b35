"""Which chart an indicator gets, and what its words say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from safer_desktop.domain.evidence import Quantity, TrendPoint
from safer_desktop.domain.indicators import DefinitionBreak, Unit
from safer_desktop.domain.observations import Status
from safer_desktop.domain.periods import Period
from safer_desktop.report.charts import district_chart, harm_share_chart, risk_chart, trend_chart
from safer_desktop.report.content import Chart, ChartKind
from safer_desktop.workbench.defaults import default_scheme
from tests.report import sample

CATALOGUE = sample.catalogue()
FIGURES = sample.figures()
TRENDS = sample.trends()
BARS = sample.districts()["burglary-dwelling"]


def _trend(code: str, **changed: object) -> Chart:
    chart = trend_chart(FIGURES[code], replace(TRENDS[code], **changed), CATALOGUE)  # type: ignore[arg-type]
    assert chart is not None
    return chart


def test_the_rolling_line_with_its_average() -> None:
    chart = _trend("burglary-dwelling")
    assert chart.kind is ChartKind.LINE
    assert chart.title == "Domestic burglary rose by 11% to 7.34 per 1,000 households"
    county, average = chart.series
    assert county.name == "Leicestershire"
    assert county.values[-1] == 7.34
    assert county.values.count(None) == 1
    assert average.name == "East Midlands average (12 months to March 2017)"
    assert average.reference
    assert set(average.values) == {6.9}
    assert chart.categories[0] == date(2015, 3, 31)
    assert chart.value_title == "Per 1,000 households"
    assert "broken where 1 points are missing" not in chart.alt_text
    assert "one point is missing" in chart.alt_text
    assert "Missing periods are left as gaps." in chart.note


def test_months_without_a_rolling_line() -> None:
    months = tuple(
        TrendPoint(Period.month(2016, 4 + n), 100 + n, Status.PROVISIONAL) for n in range(6)
    )
    chart = _trend("burglary-dwelling", rolling=(), points=months)
    assert chart.kind is ChartKind.LINE
    assert chart.caption == "Domestic burglary, Leicestershire, each month"
    assert chart.title == "Domestic burglary stood at 105 in September 2016"
    assert chart.value_title == "Offences"
    assert len(chart.series) == 1
    assert "provisional" in chart.note


def test_quarters_are_columns_and_a_gap_stays_one() -> None:
    chart = _trend("cbs-confidence")
    assert chart.kind is ChartKind.COLUMNS
    assert chart.categories == ("Q4 15/16", "Q1 16/17", "Q2 16/17", "Q3 16/17")
    assert chart.series[0].values == (92.7, None, 89.9, 87.1)
    assert chart.title.endswith("stood at 87.1% in Q3 2016/17")
    assert chart.number_format == '0.0"%"'


def test_years_end_on_the_figure_they_speak_of() -> None:
    chart = _trend("youth-reoffending")
    assert (
        chart.title == "Re-offending by young people stood at 0.28 offences per offender in 2016/17"
    )
    assert "1.25 (2014/15), 0.82 (2015/16) and 0.28 (2016/17)" in chart.alt_text


def test_two_columns_are_no_chart() -> None:
    short = replace(TRENDS["youth-reoffending"], points=TRENDS["youth-reoffending"].points[1:])
    assert trend_chart(FIGURES["youth-reoffending"], short, CATALOGUE) is None
    empty = replace(short, points=short.points[:1])
    assert trend_chart(FIGURES["youth-reoffending"], empty, CATALOGUE) is None


def test_a_definition_break_within_the_line_is_told() -> None:
    broken = (DefinitionBreak(date(2016, 4, 1), "sheds count too"),)
    assert (
        "From April 2016 the definition differs: Sheds count too."
        in _trend("burglary-dwelling", breaks=broken).note
    )


def test_estimates_are_told() -> None:
    points = tuple(
        replace(point, status=Status.ESTIMATE) for point in TRENDS["youth-reoffending"].points
    )
    assert "Some points are estimates." in _trend("youth-reoffending", points=points).note


def test_a_wider_footprint_names_its_area() -> None:
    trend = replace(TRENDS["youth-reoffending"], indicator="iom-reduction")
    chart = trend_chart(FIGURES["iom-reduction"], trend, CATALOGUE)
    assert chart is not None
    assert chart.series[0].name == "Leicester, Leicestershire and Rutland"


def test_districts_stand_in_order_with_the_county_among_them() -> None:
    chart = district_chart(BARS, CATALOGUE)
    assert chart is not None
    assert chart.kind is ChartKind.BARS
    assert chart.title == "Domestic burglary: highest in Charnwood, lowest in Harborough"
    assert chart.categories[3] == "Leicestershire (county)"
    assert chart.emphasis == 3
    values = [v for v in chart.series[0].values if v is not None]
    assert values == sorted(values, reverse=True)
    assert "No figure for Melton." in chart.note
    assert "Charnwood above it and Harborough below it" in chart.note


def test_counts_stand_without_the_county() -> None:
    bars = tuple(
        replace(bar, value=replace(bar.value, unit=Unit.COUNT))
        for bar in BARS.bars
        if isinstance(bar.value, Quantity)
    )
    chart = district_chart(replace(BARS, unit=Unit.COUNT, bars=bars), CATALOGUE)
    assert chart is not None
    assert "Leicestershire (county)" not in chart.categories
    assert chart.emphasis is None
    assert chart.note == ""


def test_districts_that_do_not_differ() -> None:
    bars = tuple(replace(bar, interval=(0.0, 99.0)) for bar in BARS.bars[:3])
    chart = district_chart(replace(BARS, bars=bars), CATALOGUE)
    assert chart is not None
    assert chart.note == "Clearly different from the county: none (95% interval (Byar's method))."


def test_one_district_is_no_chart() -> None:
    assert district_chart(replace(BARS, bars=BARS.bars[:1]), CATALOGUE) is None
    assert district_chart(replace(BARS, period=None), CATALOGUE) is None


def test_the_ranked_risks() -> None:
    chart = risk_chart(sample.matrix_rows(), default_scheme())
    assert chart is not None
    assert list(chart.series[0].values) == [306, 289, 176, 36]
    assert chart.title == "Criminal damage and arson has the highest risk score"
    tied = tuple(replace(row, risk=50.0, rank=1) for row in sample.matrix_rows()[:3])
    shared = risk_chart(tied, default_scheme())
    assert shared is not None
    assert "share the highest risk score" in shared.title


def test_one_risk_is_no_chart() -> None:
    assert risk_chart(sample.matrix_rows()[-2:], default_scheme()) is None


@pytest.mark.parametrize("code", tuple(TRENDS))
def test_alt_text_is_specific(code: str) -> None:
    chart = _trend(code)
    assert CATALOGUE.indicator(code).name in chart.alt_text
    assert any(character.isdigit() for character in chart.alt_text)


def test_share_of_incidents_stands_beside_share_of_harm_most_harm_first() -> None:
    rows = tuple(
        replace(row, harm_share=share)
        for row, share in zip(sample.matrix_rows(), (20.0, 50.0, None, 30.0, None), strict=True)
    )

    chart = harm_share_chart(rows)

    assert chart is not None
    assert chart.categories == ("Domestic violence", "Robbery", "Criminal damage and arson")
    assert [series.values for series in chart.series] == [(17.5, 0.7, 14.9), (50.0, 30.0, 20.0)]
    assert "Robbery 0.7% and 30.0%" in chart.alt_text
    assert harm_share_chart(sample.matrix_rows()) is None
