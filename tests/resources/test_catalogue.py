"""The default catalogue, scheme and incident types in resources/catalogue."""

from __future__ import annotations

from datetime import date

import pytest

from safer_desktop.domain.edition import Edition
from safer_desktop.domain.indicators import Indicator, Polarity, TargetKind, Unit
from safer_desktop.domain.plain import from_plain, to_plain
from safer_desktop.domain.records import RecordKind
from safer_desktop.workbench.defaults import (
    default_catalogue,
    default_incident_types,
    default_records,
    default_scheme,
)

DISTRICT_NAMES = [
    "Blaby",
    "Charnwood",
    "Harborough",
    "Hinckley and Bosworth",
    "Melton",
    "North West Leicestershire",
    "Oadby and Wigston",
]


def test_the_priorities_and_their_indicators_are_those_of_the_boards_report() -> None:
    catalogue = default_catalogue()
    assert {
        p.code: [i.code for i in catalogue.of_priority(p.code)] for p in catalogue.priorities
    } == {
        "crime": ["burglary-dwelling", "vehicle-crime", "violence-with-injury", "all-crime"],
        "reoffending": ["iom-reduction", "youth-first-time-entrants", "youth-reoffending"],
        "victims": ["marac-repeats", "da-referrals"],
        "asb": ["asb-affected", "cbs-confidence"],
        "terrorism": ["hate-incidents", "hate-rate"],
    }


def test_the_county_is_its_seven_districts() -> None:
    catalogue = default_catalogue()
    assert catalogue.home_area.parts == catalogue.districts
    assert [catalogue.area(code).name for code in catalogue.districts] == DISTRICT_NAMES


def test_the_regional_group_has_nine_members_in_2017_and_ten_after_northamptonshire_split() -> None:
    group = default_catalogue().group("east-midlands")
    assert len(group.members_on(date(2017, 3, 31))) == 9
    assert "E10000021" in group.members_on(date(2021, 3, 31))
    assert "E10000021" not in group.members_on(date(2021, 4, 1))
    assert len(group.members_on(date(2021, 4, 1))) == 10
    assert group.rank_direction == "1 = lowest"


def test_no_name_of_an_area_is_also_the_name_of_another() -> None:
    owner: dict[str, str] = {}
    for area in default_catalogue().areas:
        for name in (area.code, area.name, *area.other_names):
            assert owner.setdefault(name.casefold(), area.code) == area.code, name


def test_rates_name_their_denominator_and_contested_polarity_its_reason() -> None:
    for indicator in default_catalogue().indicators:
        if indicator.unit.is_rate:
            wanted = "households" if indicator.unit is Unit.RATE_HOUSEHOLDS else "population"
            assert indicator.denominator == wanted, indicator.code
    contested = {"hate-incidents", "hate-rate", "da-referrals", "marac-repeats"}
    for code in contested:
        assert default_catalogue().indicator(code).polarity_reason, code
    assert default_catalogue().indicator("da-referrals").polarity is Polarity.NEUTRAL


def test_burglary_breaks_in_april_2017_and_april_2023() -> None:
    days = [b.on for b in default_catalogue().indicator("burglary-dwelling").breaks]
    assert days == [date(2017, 4, 1), date(2023, 4, 1)]


def test_every_target_says_where_it_comes_from() -> None:
    for indicator in default_catalogue().indicators:
        has_target = indicator.target.kind is not TargetKind.NONE
        assert bool(indicator.target.source) == has_target, indicator.code


OBSERVED = [
    (0.1, 1), (0.5, 1), (0.6, 2), (0.9, 2), (1.2, 3), (2.0, 5), (3.6, 5), (6.9, 11), (8.8, 14),
    (12.1, 17), (59.8, 17),
]  # fmt: skip


@pytest.mark.parametrize(("share", "score"), OBSERVED)
def test_the_volume_bands_give_the_precedents_probability_scores(share: float, score: int) -> None:
    held = [band.score for band in default_scheme().bands if share >= band.from_share]
    assert held[-1] == score


def test_the_precedents_products_fall_into_its_classes() -> None:
    def name(risk: float) -> str:
        return [c.name for c in default_scheme().classes if risk >= c.from_score][-1]

    assert [name(17 * 18), name(11 * 16), name(165)] == ["High"] * 3
    assert [name(5 * 18), name(164)] == ["Medium"] * 2
    assert [name(2 * 19), name(1 * 15), name(0)] == ["Low"] * 3


def test_every_incident_type_counts_a_known_series_and_explains_its_score() -> None:
    catalogue, scheme = default_catalogue(), default_scheme()
    for row in default_incident_types():
        assert catalogue.has_indicator(row.indicator), row.code
        assert row.harm is not None
        assert scheme.harm_min <= row.harm <= scheme.harm_max
        assert "precedent" in row.note or "Illustrative" in row.note
        assert row.confidence in scheme.confidences


def test_the_records_of_a_new_pack_are_the_dataclasses_in_display_order() -> None:
    records = default_records(Edition(2021, 3))
    council = records[RecordKind.COUNCIL]["council"]
    assert council["edition"] == {"financial_year": 2021, "quarter": 3}
    assert council["scheme"] in records[RecordKind.SCHEME]
    catalogue = default_catalogue()
    assert list(records[RecordKind.INDICATOR]) == [i.code for i in catalogue.indicators]
    for code, fields in records[RecordKind.INDICATOR].items():
        assert fields == to_plain(from_plain(Indicator, fields)), code
    assert default_records()[RecordKind.COUNCIL]["council"]["edition"] == {
        "financial_year": 2016,
        "quarter": 4,
    }
