from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from safer_desktop.risk.checks import check_scheme, check_types
from safer_desktop.risk.scheme import Level, RiskClass, SchemeError, VolumeBand
from tests.risk.precedent import default_scheme, types

SCHEME = default_scheme()


def test_the_default_scheme_and_the_precedent_are_sound() -> None:
    check_scheme(SCHEME)
    check_types(types(), SCHEME)


def bands(*pairs: tuple[float, int]) -> dict[str, Any]:
    return {"bands": tuple(VolumeBand(share, score) for share, score in pairs)}


def classes(*pairs: tuple[str, float]) -> dict[str, Any]:
    return {"classes": tuple(RiskClass(name, score) for name, score in pairs)}


def harm(**change: Any) -> dict[str, Any]:
    probability, scored = SCHEME.factors
    return {"factors": (probability, replace(scored, **change))}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (bands(), "no volume bands"),
        (bands((0.5, 1), (2, 5)), "first volume band begins at 0.5%, not at 0%"),
        (bands((0, 1), (2, 5), (2, 6)), "from 2% stands after the band from 2%"),
        (bands((0, 1), (5.25, 5), (2, 6)), "from 2% stands after the band from 5.25%"),
        (bands((0, 1), (2, 5), (10, 3)), "falls from 5 to 3 at 10%"),
        (bands((0, 1), (120, 5)), "begins at 120%, above 100%"),
        (bands((0, -1), (2, 5)), "probability score -1 is below 0"),
        (bands((0, 1), (float("nan"), 5)), "begins at no number"),
        (harm(lowest=20, highest=20), "harm scale runs from 20 to 20"),
        (harm(lowest=-5), "harm scale runs from -5 to 20"),
        (harm(levels=(Level(25, "x"),)), "harm score 25 has a meaning, but .* from 1 to 20"),
        (harm(levels=(Level(5, "x"), Level(5, "y"))), "harm score 5 has two meanings"),
        (classes(), "no risk classes"),
        (classes(("Low", 10)), "lowest risk class, Low, begins at 10, not at 0"),
        (classes(("Low", 0), ("High", 0)), "class High begins at 0, not above Low at 0"),
        (classes(("Low", 0), ("High", 90), ("Medium", 40.5)), "Medium begins at 40.5, not above"),
        (classes(("Low", 0), ("low ", 90)), "Two entries for risk class are named low"),
        (classes(("Low", 0), (" ", 90)), "A risk class has no name"),
        (classes(("Low", 0), ("High", float("inf"))), "risk class begins at no number"),
        ({"confidences": ("Low", "LOW")}, "Two entries for grade of confidence are named LOW"),
    ],
)
def test_each_fault_of_a_scheme_is_told_in_a_sentence(change: dict[str, Any], words: str) -> None:
    with pytest.raises(SchemeError, match=words) as caught:
        check_scheme(replace(SCHEME, **change))
    assert caught.value.what.endswith(".")
    assert SCHEME.name in caught.value.where
    assert caught.value.remedy


def test_all_faults_are_told_at_once() -> None:
    broken = replace(SCHEME, **bands((1, 5), (2, 3)), **classes(("Low", 4)))
    with pytest.raises(SchemeError) as caught:
        check_scheme(broken)
    for words in ("begins at 1%", "falls from 5 to 3", "begins at 4"):
        assert words in caught.value.what


def test_flat_bands_and_a_single_class_are_allowed() -> None:
    check_scheme(replace(SCHEME, **bands((0, 1), (1, 1)), **classes(("Any", 0))))
