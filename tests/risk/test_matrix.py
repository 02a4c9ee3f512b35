from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.domain.evidence import Quantity, Reason, ReasonCode
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.periods import Period
from safer_desktop.risk.formulas import class_of, probability_of
from safer_desktop.risk.matrix import score
from safer_desktop.risk.scheme import IncidentType, RiskClass, SchemeError
from tests.risk.precedent import OBSERVED, ROWS, default_scheme, types

SCHEME = default_scheme()
PERIOD = Period.rolling_12(2017, 3)
COUNT = Quantity(1204, Unit.COUNT, PERIOD, (4, 5, 6), "twelve monthly counts added")


def test_the_leicester_precedent_comes_out_as_it_was_printed() -> None:
    rows = score(types(), SCHEME, {})
    found = [(r.type.name, r.likelihood, r.harm, r.risk, r.risk_class, r.rank) for r in rows]
    printed = [
        (name, probability, harm, threat, risk_class, rank)
        for rank, (name, _, harm, probability, threat, risk_class) in enumerate(ROWS, 1)
    ]
    assert found[:-1] == printed
    assert found[-1] == ("All else", 17, None, None, "", None)


@pytest.mark.parametrize(("share", "probability"), OBSERVED.items())
def test_the_bands_give_every_score_that_was_observed(share: float, probability: int) -> None:
    assert probability_of(share, SCHEME) == probability


def test_shares_are_of_the_counted_types_and_add_up() -> None:
    rows = score(types(), SCHEME, {})
    assert sum(row.share or 0 for row in rows) == pytest.approx(100)
    assert rows[0].share == pytest.approx(19.6)


def test_a_share_on_the_edge_belongs_to_the_band_that_begins_there() -> None:
    edge = [IncidentType("a", "A", count=21, harm=1), IncidentType("b", "B", count=1979)]
    assert pytest.approx(1.05) == 21 / 2000 * 100
    assert score(edge, SCHEME, {})[0].likelihood == 3
    assert probability_of(1.0499, SCHEME) == 2


@pytest.mark.parametrize(
    ("risk", "name"), [(0, "Low"), (89, "Low"), (90, "Medium"), (164, "Medium"), (165, "High")]
)
def test_classes_begin_at_their_score(risk: float, name: str) -> None:
    assert class_of(risk, SCHEME) == name


def test_ties_share_a_rank_and_the_next_rank_is_left_out() -> None:
    tied = [
        IncidentType("a", "A", count=30, harm=5),
        IncidentType("b", "B", count=30, harm=9),
        IncidentType("c", "C", count=30, harm=9),
        IncidentType("d", "D", count=30),
        IncidentType("e", "E", count=30, harm=12),
    ]
    rows = score(tied, SCHEME, {})
    assert [(row.type.code, row.rank) for row in rows] == [
        ("e", 1),
        ("b", 2),
        ("c", 2),
        ("a", 4),
        ("d", None),
    ]


def test_counts_from_the_data_carry_period_method_and_sources() -> None:
    robbery = IncidentType("robbery", "Robbery", indicator="robbery", count=3, harm=18)
    (row,) = score([robbery], SCHEME, {"robbery": COUNT})
    assert (row.count, row.share, row.sources) == (1204, 100, (4, 5, 6))
    assert row.count_words == "12 months to March 2017: twelve monthly counts added"


def test_the_count_behind_a_rate_is_used_and_a_bare_rate_is_not() -> None:
    robbery = IncidentType("robbery", "Robbery", indicator="robbery", harm=18)
    rate = replace(COUNT, value=1.8, unit=Unit.RATE_POPULATION, count=1204)
    assert score([robbery], SCHEME, {"robbery": rate})[0].count == 1204
    (row,) = score([robbery], SCHEME, {"robbery": replace(rate, count=None)})
    assert row.count is None
    assert "only a rate per 1,000 population" in row.count_words


NO_DATA = Reason(ReasonCode.GAP, "August 2016 is missing.")


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (IncidentType("x", "X", indicator="x", harm=3), "No count: August 2016 is missing"),
        (IncidentType("y", "Y", indicator="y", harm=3), "No count: the data have none"),
        (IncidentType("z", "Z", harm=3), "No count was typed in"),
        (IncidentType("z", "Z", count=-4, harm=3), "No count: -4 is no number of incidents"),
    ],
)
def test_a_type_without_a_count_has_no_share_and_says_why(item: IncidentType, words: str) -> None:
    counted = IncidentType("c", "C", count=50, harm=1)
    first, last = score([item, counted], SCHEME, {"x": NO_DATA})
    assert (first.type, first.share, first.rank) == (counted, 100, 1)
    assert (last.count, last.share, last.likelihood, last.risk) == (None, None, None, None)
    assert (last.risk_class, last.rank) == ("", None)
    assert last.count_words == f"{words}; not part of the shares"


def test_a_probability_set_by_hand_goes_before_the_band_and_needs_no_count() -> None:
    items = [
        IncidentType("terror", "Terrorism", harm=20, probability=11),
        IncidentType("theft", "Theft", count=9, harm=2, probability=3),
    ]
    terror, theft = score(items, SCHEME, {})
    assert (terror.likelihood, terror.likelihood_by_hand, terror.risk) == (11, True, 220)
    assert (terror.share, terror.rank) == (None, 1)
    assert (theft.share, theft.likelihood, theft.risk) == (100, 3, 6)


def test_nothing_counted_gives_no_shares() -> None:
    (row,) = score([IncidentType("a", "A", count=0, harm=3)], SCHEME, {})
    assert (row.count, row.share, row.likelihood, row.rank) == (0, None, None, None)
    assert score([], SCHEME, {}) == ()


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (IncidentType("a", "Arson", harm=21), r"harm score of Arson is 21; .* from 1 to 20"),
        (IncidentType("a", "Arson", harm=0), r"harm score of Arson is 0"),
        (
            IncidentType("a", "Arson", probability=18),
            r"probability score of Arson is 18; .* 1 to 17",
        ),
    ],
)
def test_scores_off_the_scale_are_refused(item: IncidentType, words: str) -> None:
    with pytest.raises(SchemeError, match=words) as caught:
        score([item], SCHEME, {})
    assert SCHEME.name in caught.value.where
    assert caught.value.remedy


def test_a_scheme_that_contradicts_itself_scores_nothing() -> None:
    broken = replace(SCHEME, classes=(RiskClass("Low", 5),))
    with pytest.raises(SchemeError, match="begins at 5, not at 0"):
        score(types(), broken, {})


COUNTS = st.lists(st.none() | st.integers(0, 10_000), max_size=12)


@given(COUNTS, st.lists(st.none() | st.integers(1, 20), min_size=12, max_size=12))
def test_ranks_shares_and_products_hold_for_any_matrix(
    counts: list[int | None], harms: list[int | None]
) -> None:
    items = [
        IncidentType(str(number), f"T{number}", count=count, harm=harms[number])
        for number, count in enumerate(counts)
    ]
    rows = score(items, SCHEME, {})
    assert {row.type for row in rows} == set(items)
    ranked = [row for row in rows if row.rank is not None]
    assert list(rows[: len(ranked)]) == ranked
    for row in ranked:
        assert row.likelihood is not None
        assert row.harm is not None
        assert row.risk == row.likelihood * row.harm
        assert row.rank == 1 + sum((other.risk or 0) > row.risk for other in ranked)
    assert [row.risk for row in ranked] == sorted((row.risk or 0 for row in ranked), reverse=True)
    total = sum(count or 0 for count in counts)
    for row in rows:
        if row.count is not None and total:
            assert row.share == pytest.approx(100 * row.count / total)
