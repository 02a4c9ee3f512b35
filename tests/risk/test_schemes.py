"""The shipped schemes and each formula, against tables worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.risk.bias import volume_bias
from safer_desktop.risk.checks import check_scheme
from safer_desktop.risk.formulas import WORDS, log_likelihood, log_steps
from safer_desktop.risk.kept import scheme_of, type_fields, type_of
from safer_desktop.risk.matrix import ranks, score
from safer_desktop.risk.scheme import (
    FactorScore,
    Formula,
    HarmWeight,
    IncidentType,
    OwnWeight,
    Scheme,
    SchemeError,
)
from safer_desktop.risk.words import describe
from safer_desktop.workbench.defaults import default_incident_types, shipped_schemes

SCHEMES = {scheme.code: scheme for scheme in shipped_schemes()}
GRID, FACTORS = SCHEMES["likelihood-impact-5"], SCHEMES["harm-factors"]
ONS, CAMBRIDGE = SCHEMES["ons-severity"], SCHEMES["cambridge-index"]


def scored(scheme: Scheme, code: str, count: float | None, **scores: int) -> IncidentType:
    given = tuple(FactorScore(scheme.code, factor, value) for factor, value in scores.items())
    return IncidentType(code, code.capitalize(), count=count, scores=given)


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_every_shipped_scheme_is_sound_and_words_every_level_of_judgement(scheme: Scheme) -> None:
    check_scheme(scheme)
    assert scheme.meaning
    assert scheme.source
    assert WORDS[scheme.formula].means
    for factor in scheme.factors:
        if scheme.formula is not Formula.PRODUCT:
            assert [level.score for level in factor.levels] == list(range(1, 6)), factor.name
    types = {item.code for item in default_incident_types()}
    if scheme.cardinal:
        assert {weight.incident_type for weight in scheme.weights} == types


def test_log_volume_goes_up_one_level_for_each_tenfold() -> None:
    likelihood = GRID.likelihood
    assert likelihood is not None
    assert [round(start) for start, _ in log_steps(likelihood)] == [0, 10, 100, 1000, 10_000]
    found = [log_likelihood(count, likelihood) for count in (0, 9, 10, 99, 100, 9_999, 10_000, 1e9)]
    assert found == [1, 1, 2, 2, 3, 4, 5, 5]


def test_the_grid_multiplies_levels_by_hand() -> None:
    rows = score(
        [scored(GRID, "theft", 2_500, impact=2), scored(GRID, "murder", 3, impact=5)], GRID, {}
    )
    # 2,500 is from 1,000 and below 10,000: level 4; 4 x 2 = 8. 3 is below 10: 1 x 5 = 5.
    assert [(r.likelihood, r.harm, r.risk, r.risk_class) for r in rows] == [
        (4, 2, 8, "Medium"),
        (1, 5, 5, "Medium"),
    ]


def test_factors_are_weighed_and_the_position_stays_apart() -> None:
    scores = {
        "physical": 4,
        "psychological": 5,
        "financial": 2,
        "community": 3,
        "expectation": 4,
        "environment": 1,
    }
    # (2x4 + 2x5 + 1x2 + 1x3 + 0.5x4 + 0.5x1) / (2+2+1+1+0.5+0.5) = 25.5 / 7
    with_position = scored(FACTORS, "abuse", 450, **scores, capacity=5, capability=5)
    without = scored(FACTORS, "abuse", 450, **scores)
    for item in (with_position, without):
        (row,) = score([item], FACTORS, {})
        assert row.harm == pytest.approx(25.5 / 7)
        assert row.risk == pytest.approx(3 * 25.5 / 7)
        assert row.missing == ()
    (row,) = score([scored(FACTORS, "abuse", None, physical=4)], FACTORS, {})
    assert row.risk is None
    assert row.missing[0] == "no psychological harm score"
    assert row.missing[-1] == "no count"


def test_cardinal_harm_is_count_times_weight_and_says_whose_weight() -> None:
    items = [
        IncidentType("robbery", "Robbery", count=100),
        IncidentType("shoplifting", "Shoplifting", count=8_000),
        IncidentType("asb-incidents", "Anti-social behaviour", count=9_000),
    ]
    robbery, shoplifting, asb = score(items, CAMBRIDGE, {})
    # 100 x 365 = 36,500 days; 8,000 x 1 = 8,000 days; together 44,500.
    assert (robbery.total_harm, robbery.risk) == (36_500, 36_500)
    assert (shoplifting.total_harm, shoplifting.count_rank) == (8_000, 2)
    assert robbery.harm_share == pytest.approx(36_500 / 44_500 * 100)
    assert "unofficial" in robbery.harm_words
    assert (asb.harm, asb.risk, asb.missing) == (None, None, ("no weight",))
    assert "not an offence" in asb.harm_words
    assert describe((robbery, shoplifting, asb), None, CAMBRIDGE)[0] == (
        "Of 2 incident types ranked, Robbery (count 100 × harm per incident 365 = 36,500) has the "
        "highest total harm."
    )


def test_the_two_weight_sets_order_burglary_and_assault_otherwise() -> None:
    items = [
        IncidentType("burglary-dwelling", "Burglary", count=1_000),
        IncidentType("violence-with-injury", "Violence", count=1_000),
    ]
    first = {scheme.code: score(items, scheme, {})[0].type.name for scheme in (ONS, CAMBRIDGE)}
    assert first == {"ons-severity": "Burglary", "cambridge-index": "Violence"}


def test_a_weight_that_a_person_enters_goes_before_the_schemes() -> None:
    own = (OwnWeight(ONS.code, 2.5, "Agreed by the ASB group, May 2017"),)
    (row,) = score([IncidentType("asb-incidents", "ASB", count=40, own_weights=own)], ONS, {})
    assert (row.harm, row.total_harm) == (2.5, 100)
    assert row.harm_words == "Entered by hand: Agreed by the ASB group, May 2017"


@pytest.mark.parametrize(
    ("scheme", "change", "words"),
    [
        (GRID, {"meaning": " "}, "Nothing says what the score means"),
        (ONS, {"unit": ""}, "Nothing says in what unit"),
        (ONS, {"factors": GRID.factors}, "takes no scores"),
        (GRID, {"factors": GRID.factors[1:]}, "one factor of likelihood; the scheme has 0"),
        (GRID, {"factors": GRID.factors[:1]}, "no factor of harm"),
        (FACTORS, {"formula": Formula.PRODUCT}, "one factor of harm; the scheme has 6"),
        (ONS, {"weights": (HarmWeight("x", -1, "y"),)}, "weight of x is no number of 0 or more"),
        (ONS, {"weights": (HarmWeight("x", 1, " "),)}, "Nothing says where the weight of x"),
        (GRID, {"code": "A:b"}, "'A:b' is no code"),
    ],
)
def test_a_formula_cannot_score_without_what_it_needs(
    scheme: Scheme, change: dict[str, object], words: str
) -> None:
    with pytest.raises(SchemeError, match=words):
        check_scheme(replace(scheme, **change))  # type: ignore[arg-type]


def test_scores_are_stored_one_field_each_and_come_back() -> None:
    item = replace(
        scored(GRID, "theft", 5, impact=3),
        harm=7,
        own_weights=(OwnWeight("ons-severity", 1.5, "pilot"),),
    )
    fields = type_fields(item)
    assert fields["score:likelihood-impact-5:impact"] == 3
    assert fields["weight:ons-severity"] == 1.5
    assert fields["harm"] == 7
    assert type_of(fields) == item
    assert item.score("leicester-2010", "harm") == 7
    assert item.score("likelihood-impact-5", "impact") == 3
    assert item.score("likelihood-impact-5", "likelihood") is None


def test_a_scheme_from_before_factors_is_read_as_it_was() -> None:
    now = SCHEMES["leicester-2010"]
    before: dict[str, Any] = {
        "code": now.code,
        "name": now.name,
        "version": 1,
        "source": now.source,
        "bands": [{"from_share": b.from_share, "score": b.score} for b in now.bands],
        "harm_min": 1,
        "harm_max": 20,
        "harm_levels": [{"score": it.score, "meaning": it.meaning} for it in now.harm_levels],
        "classes": [{"name": it.name, "from_score": it.from_score} for it in now.classes],
        "confidences": list(now.confidences),
    }
    assert scheme_of(before) == now


COUNTED = st.lists(st.integers(1, 5_000), min_size=3, max_size=12)


@given(COUNTED, st.data())
def test_ten_times_one_types_volume_moves_no_order_by_harm(
    counts: list[int], data: st.DataObject
) -> None:
    impacts = data.draw(st.lists(st.integers(1, 5), min_size=len(counts), max_size=len(counts)))
    grown = data.draw(st.integers(0, len(counts) - 1))
    codes = [weight.incident_type for weight in ONS.weights]

    def items(times: int) -> list[IncidentType]:
        return [
            replace(
                scored(GRID, codes[n], count * (times if n == grown else 1), impact=impacts[n]),
                harm=impacts[n] * 4,
            )
            for n, count in enumerate(counts)
        ]

    for scheme in (SCHEMES["leicester-2010"], GRID, ONS, CAMBRIDGE):
        before, after = (score(items(times), scheme, {}) for times in (1, 10))
        orders = [{row.type.code: row.harm_rank for row in rows} for rows in (before, after)]
        assert orders[0] == orders[1]
        for rows in (before, after):
            assert sum(row.share or 0 for row in rows) == pytest.approx(100)
            if any(row.total_harm for row in rows):
                assert sum(row.harm_share or 0 for row in rows) == pytest.approx(100)


def test_ranks_share_places() -> None:
    assert ranks([3, None, 5, 3]) == [2, None, 1, 2]


def test_bias_is_measured_under_a_cardinal_scheme_too() -> None:
    items = [
        IncidentType(code, code, count=count)
        for code, count in (("homicide", 4), ("robbery", 200), ("shoplifting", 9_000))
    ]
    bias = volume_bias(score(items, ONS, {}))
    assert bias is not None
    # totals: 31,894; 159,926; 106,740 - ranks 1, 3, 2 against counts 1, 2, 3: 1 - 6 x 2 / 24 = 0.5
    assert bias.with_count == pytest.approx(0.5)
    assert bias.with_harm == pytest.approx(-0.5)
