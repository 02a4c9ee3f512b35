"""Which span a figure is of, what it adds up to, and that gaps stay gaps."""

from __future__ import annotations

from datetime import date

import pytest

from safer_desktop.analysis.figures import figure, figures
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.evidence import Quantity, Reason, ReasonCode
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Status
from safer_desktop.domain.periods import Period
from tests.analysis.rows import (
    BURGLARY,
    COHORT,
    COUNTY,
    DISTRICTS,
    ENTRANTS,
    REPEATS,
    Rows,
    catalogue,
    indicator,
)

Q4 = Edition(2016, 4)
APRIL_2015 = Period.month(2015, 4)
TO_MARCH_2017 = Period.rolling_12(2017, 3)


def number(quantity: Quantity | Reason) -> Quantity:
    assert isinstance(quantity, Quantity), quantity
    return quantity


def reason(found: object) -> Reason:
    assert isinstance(found, Reason), found
    return found


def of(rows: Rows, what: object = ENTRANTS, area: str = COUNTY, edition: Edition = Q4) -> Figure:
    code = getattr(what, "code", "entrants")
    return figure(rows.dataset(catalogue(BURGLARY, ENTRANTS, REPEATS, COHORT)), code, area, edition)


def test_months_become_the_rolling_year_to_the_last_one() -> None:
    rows = Rows()
    ids = rows.months("entrants", COUNTY, APRIL_2015, range(1, 25))
    found = of(rows)
    latest, previous = number(found.latest), number(found.previous)
    assert latest.value == sum(range(13, 25))
    assert latest.period == TO_MARCH_2017
    assert latest.sources == ids[12:]
    assert latest.method == "sum of 12 months"
    assert previous.value == sum(range(1, 13))
    assert previous.sources == ids[:12]
    assert found.as_of == date(2017, 3, 31)


def test_months_after_the_edition_are_not_used() -> None:
    rows = Rows()
    rows.months("entrants", COUNTY, APRIL_2015, range(1, 25))
    found = of(rows, edition=Edition(2016, 3))
    assert number(found.latest).period == Period.rolling_12(2016, 12)
    assert number(found.latest).value == sum(range(10, 22))
    assert max(found.sources) <= 101 + 20
    early = reason(found.previous)
    assert early.code is ReasonCode.NO_PREVIOUS
    assert "begin only in April 2015" in early.text


@pytest.mark.parametrize(
    ("left_out", "words"),
    [
        ((14,), "June 2016 is missing"),
        ((14, 15), "June to July 2016 are missing"),
        ((12, 14, 15, 16), "April 2016 and June to August 2016 are missing"),
        ((20, 21), "December 2016 to January 2017 are missing"),
    ],
)
def test_a_missing_month_is_named_and_never_nought(left_out: tuple[int, ...], words: str) -> None:
    rows = Rows()
    values = [None if month in left_out else 100.0 for month in range(24)]
    rows.months("entrants", COUNTY, APRIL_2015, values)
    found = of(rows)
    assert reason(found.latest) == Reason(ReasonCode.GAP, f"County: {words}.")
    assert reason(found.change).code is ReasonCode.GAP
    assert found.as_of == date(2017, 3, 31)


def test_a_gap_in_the_year_before_leaves_the_latest_standing() -> None:
    rows = Rows()
    rows.months("entrants", COUNTY, APRIL_2015, [5, 5, None, *[5] * 21])
    found = of(rows)
    assert number(found.latest).value == 60
    assert reason(found.previous).text == "County: June 2015 is missing."
    assert reason(found.change).code is ReasonCode.GAP


def test_the_sources_own_total_serves_where_a_month_is_missing() -> None:
    rows = Rows()
    rows.months("entrants", COUNTY, APRIL_2015, [*[5] * 14, None, *[5] * 9])
    total = rows.add("entrants", COUNTY, Period.financial_year(2016), 61)
    latest = number(of(rows).latest)
    assert (latest.value, latest.sources) == (61, (total,))
    assert latest.method == "as the source gives it"


def test_a_series_younger_than_a_year_has_no_rolling_year() -> None:
    rows = Rows()
    rows.months("entrants", COUNTY, Period.month(2016, 10), [4] * 6)
    assert reason(of(rows).latest).text == "County: the figures begin only in October 2016."


def test_four_quarters_make_the_year_and_a_missing_one_is_named() -> None:
    rows = Rows()
    for year in (2015, 2016):
        for quarter in (1, 2, 3, 4):
            rows.add("entrants", COUNTY, Period.quarter(year, quarter), year + quarter - 2000)
    found = of(rows)
    assert number(found.latest).value == 17 + 18 + 19 + 20
    assert number(found.latest).method == "sum of 4 quarters"
    assert number(found.previous).value == 16 + 17 + 18 + 19
    assert [q.period.label for q in found.history][:2] == ["Q1 2015/16", "Q2 2015/16"]
    gappy = Rows()
    for quarter in (1, 3, 4):
        gappy.add("entrants", COUNTY, Period.quarter(2016, quarter), 5)
    assert reason(of(gappy).latest).text == "County: Q2 2016/17 is missing."


def test_a_part_year_compares_with_the_same_part_and_tells_the_whole_years_beside_it() -> None:
    rows = Rows()
    before = rows.add("entrants", COUNTY, Period.financial_year(2014), 190)
    after = rows.add("entrants", COUNTY, Period.financial_year(2015), 124)
    part = Period.span(date(2016, 4, 1), date(2016, 12, 31))
    rows.add("entrants", COUNTY, part, 83)
    rows.add("entrants", COUNTY, part.year_before(), 95)
    found = of(rows)
    assert (number(found.latest).value, number(found.latest).period) == (83, part)
    assert number(found.previous).value == 95
    assert not isinstance(found.change, Reason)
    assert found.change.difference == -12
    assert found.annual is not None
    assert (found.annual.previous.value, found.annual.latest.value) == (190, 124)
    assert not isinstance(found.annual.change, Reason)
    assert found.annual.change.difference == -66
    assert found.annual.change.percent == pytest.approx(-34.7, abs=0.05)
    assert {before, after} <= set(found.sources)
    assert [q.value for q in found.history] == [190, 95, 124, 83]


def test_a_part_year_is_never_read_against_a_whole_one() -> None:
    rows = Rows()
    rows.add("entrants", COUNTY, Period.financial_year(2015), 124)
    rows.add("entrants", COUNTY, Period.span(date(2016, 4, 1), date(2016, 12, 31)), 83)
    found = of(rows)
    assert reason(found.previous).code is ReasonCode.UNLIKE_PERIODS
    assert "April to December 2015" in reason(found.change).text
    assert found.annual is None


def test_a_yearly_percentage_leads_and_its_quarters_are_history() -> None:
    rows = Rows()
    rows.add("repeats", COUNTY, Period.quarter(2016, 4), 80, Unit.PERCENTAGE)
    for quarter, value in ((2, 89.9), (3, 87.1)):
        rows.add("repeats", COUNTY, Period.quarter(2016, quarter), value, Unit.PERCENTAGE)
    rows.add("repeats", COUNTY, Period.financial_year(2016), 84.5, Unit.PERCENTAGE)
    found = of(rows, REPEATS)
    assert (number(found.latest).value, number(found.latest).period.label) == (84.5, "2016/17")
    assert [q.value for q in found.history] == [89.9, 87.1, 84.5, 80]


def test_a_quarter_leads_once_the_yearly_figure_is_a_year_old() -> None:
    rows = Rows()
    rows.add("repeats", COUNTY, Period.financial_year(2015), 84.5, Unit.PERCENTAGE)
    rows.add("repeats", COUNTY, Period.quarter(2016, 3), 80, Unit.PERCENTAGE)
    assert number(of(rows, REPEATS).latest).value == 84.5
    rows.add("repeats", COUNTY, Period.quarter(2016, 4), 79, Unit.PERCENTAGE)
    assert number(of(rows, REPEATS).latest).value == 79


def test_percentages_add_up_only_by_their_numbers() -> None:
    rows = Rows()
    for offset, (cases, repeats) in enumerate([(10, 5), (30, 6)] * 6):
        month = Period.month(2016, 4).shifted(offset)
        share = 100 * repeats / cases
        rows.add("repeats", COUNTY, month, share, Unit.PERCENTAGE, repeats, cases)
    latest = number(of(rows, REPEATS).latest)
    assert latest.value == pytest.approx(100 * 66 / 240)
    assert (latest.count, latest.base) == (66, 240)
    bare = Rows()
    for offset in range(24):
        month = APRIL_2015.shifted(offset)
        bare.add("repeats", COUNTY, month, 20 + offset, Unit.PERCENTAGE)
    found = of(bare, REPEATS)
    assert (number(found.latest).value, number(found.latest).period.label) == (43, "March 2017")
    assert (number(found.previous).value, number(found.previous).period.label) == (31, "March 2016")


def test_a_percentage_with_its_base_alone_has_its_count_worked_out() -> None:
    rows = Rows()
    year = Period.financial_year(2016)
    rows.add("repeats", COUNTY, year, 42.5, Unit.PERCENTAGE, None, 200)
    assert number(of(rows, REPEATS).latest).count == pytest.approx(85)


def test_the_county_is_the_sum_of_its_districts_when_it_has_no_row_of_its_own() -> None:
    rows = Rows()
    ids = [
        *rows.months("entrants", "D1", APRIL_2015, [1] * 24),
        *rows.months("entrants", "D2", APRIL_2015, [2] * 24),
        *rows.months("entrants", "D3", APRIL_2015, [3] * 24),
    ]
    found = of(rows)
    latest = number(found.latest)
    assert latest.value == 12 * 6
    assert set(latest.sources) | set(number(found.previous).sources) == set(ids)
    assert latest.method == "sum of 3 areas, each sum of 12 months"
    assert "County is the sum of District 1, District 2 and District 3." in found.notes


def test_a_row_of_the_county_wins_over_its_districts() -> None:
    rows = Rows()
    for code in DISTRICTS:
        rows.months("entrants", code, APRIL_2015, [1] * 24)
    own = rows.months("entrants", COUNTY, APRIL_2015, [4] * 24)
    latest = number(of(rows).latest)
    assert (latest.value, latest.sources) == (48, own[12:])


def test_a_span_is_never_filled_from_the_county_and_its_districts_together() -> None:
    rows = Rows()
    for code in DISTRICTS:
        rows.months("entrants", code, APRIL_2015, [1] * 24)
    rows.months("entrants", COUNTY, APRIL_2015, [*[4] * 20, None, *[4] * 3])
    assert number(of(rows).latest).value == 36
    assert number(of(rows).previous).value == 48


def test_a_missing_part_is_named() -> None:
    rows = Rows()
    rows.months("entrants", "D1", APRIL_2015, [1] * 24)
    rows.months("entrants", "D2", APRIL_2015, [1] * 24)
    assert reason(of(rows).latest).text == (
        "County is the sum of its parts. District 3: no figures are loaded."
    )
    rows.months("entrants", "D3", APRIL_2015, [*[1] * 14, None, *[1] * 9])
    assert reason(of(rows).latest).text == (
        "County is the sum of its parts. District 3: June 2016 is missing."
    )


def test_parts_that_miss_the_same_month_are_named_together() -> None:
    rows = Rows()
    for code in DISTRICTS:
        rows.months("entrants", code, APRIL_2015, [*[1] * 14, None, *[1] * 9])
    text = reason(of(rows).latest).text
    assert text.endswith("District 1, District 2 and District 3: June 2016 is missing.")


def test_the_sum_ends_with_the_last_month_that_every_part_has() -> None:
    rows = Rows()
    rows.months("entrants", "D1", APRIL_2015, [1] * 24)
    rows.months("entrants", "D2", APRIL_2015, [1] * 24)
    rows.months("entrants", "D3", APRIL_2015, [1] * 23)
    found = of(rows)
    assert number(found.latest).period == Period.rolling_12(2017, 2)
    assert any("ends on 28 February 2017" in note for note in found.notes)


def test_parts_add_up_by_their_given_years_and_through_two_floors() -> None:
    rows = Rows()
    year = Period.financial_year(2016)
    for code, cases in (*zip(DISTRICTS, (10, 20, 30), strict=True), ("P1", 40)):
        rows.add("cohort", code, year, 50, Unit.PERCENTAGE, cases / 2, cases)
    found = of(rows, COHORT, "WIDE")
    assert number(found.latest).base == 100
    assert number(found.latest).value == 50


def test_percentages_of_parts_without_numbers_are_not_added() -> None:
    rows = Rows()
    for code in DISTRICTS:
        rows.add("repeats", code, Period.financial_year(2016), 50, Unit.PERCENTAGE)
    assert reason(of(rows, REPEATS).latest).code is ReasonCode.NOT_APPLICABLE


def test_the_wider_footprint_stands_for_the_county_and_a_note_says_so() -> None:
    rows = Rows()
    given = rows.add("cohort", "WIDE", Period.financial_year(2016), 42.8, Unit.PERCENTAGE)
    found = of(rows, COHORT)
    assert (found.area, number(found.latest).sources) == (COUNTY, (given,))
    assert found.notes[0].startswith("The figures are for Wider County as a whole")
    district = of(rows, COHORT, "D1")
    assert reason(district.latest).text == "No figures are loaded for Cohort in District 1."
    assert district.as_of is None


def test_of_two_rows_for_one_span_the_newer_counts() -> None:
    rows = Rows()
    rows.add("entrants", COUNTY, Period.financial_year(2016), 10)
    newer = rows.add("entrants", COUNTY, TO_MARCH_2017, 12)
    assert number(of(rows).latest).sources == (newer,)


def test_a_sum_is_as_soft_as_its_softest_month() -> None:
    rows = Rows()
    rows.months("entrants", COUNTY, APRIL_2015, [5] * 23)
    rows.add("entrants", COUNTY, Period.month(2017, 3), 5, status=Status.PROVISIONAL)
    found = of(rows)
    assert number(found.latest).status is Status.PROVISIONAL
    assert number(found.previous).status is Status.FINAL
    assert "The latest figure is provisional." in found.notes


def test_an_empty_pack_has_reasons_for_everything() -> None:
    found = figures(Rows().dataset(catalogue(BURGLARY, ENTRANTS)), COUNTY, Q4)
    assert list(found) == ["burglary", "entrants"]
    for each in found.values():
        assert reason(each.latest).code is ReasonCode.NO_DATA
        assert each.sources == ()
        assert each.stale_days == 0


def test_an_unknown_code_is_refused_by_name() -> None:
    with pytest.raises(SaferError, match="no indicator 'nothing'"):
        figure(Rows().dataset(catalogue()), "nothing", COUNTY, Q4)


def test_months_of_a_year_without_cases_have_no_percentage() -> None:
    rows = Rows()
    rows.add("repeats", COUNTY, Period.financial_year(2016), 0, Unit.PERCENTAGE, 0, 0)
    assert number(of(rows, REPEATS).latest).value == 0
    none = Rows()
    for offset in range(12):
        month = Period.month(2016, 4).shifted(offset)
        none.add("repeats", COUNTY, month, 0, Unit.PERCENTAGE, 0, 0)
    assert reason(of(none, REPEATS).latest).code is ReasonCode.NOT_APPLICABLE


def test_months_without_the_numbers_behind_them_are_told_apart_from_missing_ones() -> None:
    rows = Rows()
    for offset in range(12):
        month = Period.month(2016, 4).shifted(offset)
        numbers = (None, None) if offset == 3 else (5.0, 10.0)
        rows.add("repeats", COUNTY, month, 50, Unit.PERCENTAGE, *numbers)
    assert "the numbers behind its result" in reason(of(rows, REPEATS).latest).text


def test_a_delivery_is_overdue_from_its_day_on() -> None:
    monthly = indicator("entrants", Unit.COUNT, delivery_days=45)
    rows = Rows()
    rows.months("entrants", COUNTY, APRIL_2015, [5] * 21)  # to December 2016
    found = figure(rows.dataset(catalogue(monthly)), "entrants", COUNTY, Q4)
    # January's figures are due 45 days after 31 January: 17 March, 14 days before 31 March.
    assert found.stale_days == 14
    assert found.as_of == date(2016, 12, 31)
    assert any("14 days overdue" in note for note in found.notes)
    quarterly = of(rows)
    assert quarterly.stale_days == 0
