"""Pooling and Krippendorff's alpha against the published example and the krippendorff package."""

from __future__ import annotations

import math

import krippendorff
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safer_desktop.risk.agreement import agreement, alpha_words, pool

# Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", section C: four observers,
# twelve units; 0 stands for a missing score. Ordinal alpha is published as .815.
PUBLISHED = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3),
    (0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0),
)


def units_of(raters: tuple[tuple[int, ...], ...]) -> list[list[float]]:
    return [[float(score) for score in unit if score] for unit in zip(*raters, strict=True)]


def test_the_published_example_with_missing_raters() -> None:
    found = agreement(units_of(PUBLISHED))
    assert found.alpha is not None
    assert round(found.alpha, 3) == 0.815
    assert found.units == 11  # the twelfth was scored by one observer only
    assert found.interval is not None
    low, high = found.interval
    assert low < found.alpha < high <= 1
    assert alpha_words(found).startswith("alpha 0.82 (95% interval ")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 6), min_size=4, max_size=4), min_size=2, max_size=12),
    st.integers(2, 6),
)
def test_alpha_is_that_of_the_krippendorff_package(scores: list[list[int]], missing: int) -> None:
    units = [[float(it) for it in unit if it != missing] for unit in scores]
    values = {it for unit in units if len(unit) > 1 for it in unit}
    if len(values) < 2:
        assert agreement(units).alpha is None
        return
    table = np.array(scores, dtype=float).T
    table[table == missing] = np.nan
    theirs = krippendorff.alpha(reliability_data=table, level_of_measurement="ordinal")
    ours = agreement(units).alpha
    assert ours is not None
    assert math.isclose(ours, theirs, abs_tol=1e-9)


def test_the_interval_is_the_same_each_time_and_that_of_resampled_units() -> None:
    units = units_of(PUBLISHED)
    found = agreement(units)
    assert found == agreement(units)
    rng = np.random.default_rng(7)
    paired = [unit for unit in units if len(unit) > 1]
    drawn = []
    for _ in range(300):
        picked = [paired[n] for n in rng.integers(0, len(paired), len(paired))]
        table = np.array([unit + [np.nan] * (4 - len(unit)) for unit in picked]).T
        drawn.append(krippendorff.alpha(reliability_data=table, level_of_measurement="ordinal"))
    low, high = np.quantile(drawn, [0.025, 0.975])
    assert found.interval == pytest.approx((low, high), abs=0.12)


def test_what_cannot_be_said_is_said() -> None:
    assert alpha_words(agreement([[3.0], []])) == "no alpha: nothing was scored by two partners"
    assert alpha_words(agreement([[3.0, 3.0]] * 6)) == "no alpha: all scores are the same"
    few = agreement([[1.0, 2.0], [4.0, 4.0]])
    assert few.alpha is not None
    assert few.interval is None
    assert "interval" not in alpha_words(few)


def test_pooling_gives_median_quartiles_and_who_stands_apart() -> None:
    pooled = pool({"police": 14, "fire": 15, "health": 15, "probation": 16, "council": 4})
    assert pooled is not None
    # Sorted 4, 14, 15, 15, 16: quartiles 14 and 15, fences 12.5 and 16.5.
    assert [pooled.median, pooled.low, pooled.high] == [15, 14, 15]
    assert pooled.outliers == ("council",)
    assert list(pooled.range) == [4, 16]
    three = pool({"police": 1, "fire": 1, "council": 19})
    assert three is not None
    assert not three.outliers
    assert pool({}) is None
