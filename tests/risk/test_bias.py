from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from safer_desktop.risk.bias import average_ranks, spearman, volume_bias
from safer_desktop.risk.matrix import score
from safer_desktop.risk.scheme import IncidentType, MatrixRow
from tests.risk.precedent import default_scheme, types

SCHEME = default_scheme()


def scored(*triples: tuple[float | None, int | None, int | None]) -> tuple[MatrixRow, ...]:
    """Rows from count, harm and, where set by hand, probability."""
    items = [
        IncidentType(str(number), f"T{number}", count=count, harm=harm, probability=probability)
        for number, (count, harm, probability) in enumerate(triples)
    ]
    return score(items, SCHEME, {})


VALUES = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 900)), min_size=2, max_size=30)


@given(VALUES)
def test_spearman_agrees_with_scipy(pairs: list[tuple[int, int]]) -> None:
    first, second = [float(a) for a, _ in pairs], [float(b) for _, b in pairs]
    assert average_ranks(first) == list(stats.rankdata(first))
    ours = spearman(first, second)
    if len(set(first)) == 1 or len(set(second)) == 1:
        assert ours is None
    else:
        assert ours is not None
        assert math.isclose(ours, stats.spearmanr(first, second).statistic, abs_tol=1e-12)


def test_the_precedents_bias_agrees_with_scipy() -> None:
    rows = score(types(), SCHEME, {})
    bias = volume_bias(rows)
    assert bias is not None
    ranked = [row for row in rows if row.rank]
    risk, count, harm = zip(*((row.risk, row.count, row.harm) for row in ranked), strict=True)
    assert bias.with_count == pytest.approx(stats.spearmanr(risk, count).statistic)
    assert bias.with_harm == pytest.approx(stats.spearmanr(risk, harm).statistic)
    assert bias.rows == 8
    assert bias.words == (
        "The score follows volume more than harm: rank correlation with count 0.95, with harm "
        "0.06, over 8 incident types."
    )


def test_harm_may_lead() -> None:
    bias = volume_bias(scored((10, 20, 5), (20, 15, 5), (30, 10, 5), (40, 12, 5)))
    assert bias is not None
    assert bias.with_harm == pytest.approx(1)
    assert bias.with_count == pytest.approx(-0.8)
    assert bias.words == (
        "The score follows harm more than volume: rank correlation with count −0.80, with harm "
        "1.00, over 4 incident types."
    )


def test_equal_correlations_are_called_alike() -> None:
    bias = volume_bias(scored((1, 5, None), (100, 6, None), (900, 7, None)))
    assert bias is not None
    assert bias.words.startswith("The score follows volume and harm alike: ")


def test_only_ranked_and_counted_rows_are_looked_at() -> None:
    three = ((1, 5, None), (100, 6, None), (900, 7, None))
    bias = volume_bias(scored(*three, (50, None, None), (None, 9, 3), (None, 9, None)))
    assert bias is not None
    assert bias.rows == 3
    assert volume_bias(scored(*three[:2], (50, None, None), (None, 9, 3))) is None
    assert volume_bias(()) is None


def test_without_an_order_nothing_is_said_of_it() -> None:
    bias = volume_bias(scored((50, 5, None), (50, 6, None), (50, 7, None)))
    assert bias is not None
    assert bias.with_count is None
    assert bias.with_harm == pytest.approx(1)
    assert bias.words.startswith("Whether the score follows volume or harm cannot be said")
