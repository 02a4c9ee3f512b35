"""Whether a scheme, and the scores given under it, make sense."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from safer_desktop.domain.display import number
from safer_desktop.risk.scheme import IncidentType, Scheme, SchemeError


def check_scheme(scheme: Scheme) -> None:
    """Raise :class:`SchemeError` with every fault of the scheme, each in a plain sentence."""
    faults = [*_band_faults(scheme), *_harm_faults(scheme), *_class_faults(scheme)]
    if faults:
        raise SchemeError(
            " ".join(faults),
            where=f"Risk scheme: {scheme.name}.",
            remedy="Correct the scheme's bands, harm scale or classes.",
        )


def check_types(types: Sequence[IncidentType], scheme: Scheme) -> None:
    """Raise :class:`SchemeError` if a harm or probability score lies outside the scheme's scale.

    The scheme itself must have passed ``check_scheme``.
    """
    lowest, highest = scheme.bands[0].score, scheme.bands[-1].score
    faults = []
    for item in types:
        if item.harm is not None and not scheme.harm_min <= item.harm <= scheme.harm_max:
            faults.append(
                f"The harm score of {item.name} is {item.harm}; the scale runs from "
                f"{scheme.harm_min} to {scheme.harm_max}."
            )
        if item.probability is not None and not lowest <= item.probability <= highest:
            faults.append(
                f"The probability score of {item.name} is {item.probability}; the scale runs "
                f"from {lowest} to {highest}."
            )
    if faults:
        raise SchemeError(
            " ".join(faults),
            where=f"Risk scheme: {scheme.name}.",
            remedy="Change the score, or widen the scheme's scale.",
        )


def _band_faults(scheme: Scheme) -> Iterator[str]:
    bands = scheme.bands
    if not bands:
        yield "The scheme has no volume bands."
        return
    if not all(math.isfinite(band.from_share) for band in bands):
        yield "A volume band begins at no number."
        return
    if bands[0].from_share != 0:
        yield (
            f"The first volume band begins at {_share(bands[0].from_share)}, not at 0%: smaller "
            "shares would have no score."
        )
    if bands[-1].from_share > 100:
        yield f"The last volume band begins at {_share(bands[-1].from_share)}, above 100%."
    if bands[0].score < 0:
        yield f"The probability score {bands[0].score} is below 0."
    for lower, upper in pairwise(bands):
        if upper.from_share <= lower.from_share:
            yield (
                f"The volume band from {_share(upper.from_share)} stands after the band from "
                f"{_share(lower.from_share)}: bands must run from low to high, each once."
            )
        if upper.score < lower.score:
            yield (
                f"The probability score falls from {lower.score} to {upper.score} at "
                f"{_share(upper.from_share)}: more incidents cannot be less probable."
            )


def _harm_faults(scheme: Scheme) -> Iterator[str]:
    if not 0 <= scheme.harm_min < scheme.harm_max:
        yield (
            f"The harm scale runs from {scheme.harm_min} to {scheme.harm_max}: it must begin at "
            "0 or more and end higher."
        )
        return
    seen = set()
    for level in scheme.harm_levels:
        if not scheme.harm_min <= level.score <= scheme.harm_max:
            yield (
                f"The harm score {level.score} has a meaning, but the scale runs from "
                f"{scheme.harm_min} to {scheme.harm_max}."
            )
        if level.score in seen:
            yield f"The harm score {level.score} has two meanings."
        seen.add(level.score)


def _class_faults(scheme: Scheme) -> Iterator[str]:
    classes = scheme.classes
    if not classes:
        yield "The scheme has no risk classes."
        return
    if not all(math.isfinite(it.from_score) for it in classes):
        yield "A risk class begins at no number."
        return
    if classes[0].from_score != 0:
        yield (
            f"The lowest risk class, {classes[0].name}, begins at "
            f"{_score(classes[0].from_score)}, not at 0: lower scores would have no class."
        )
    for lower, upper in pairwise(classes):
        if upper.from_score <= lower.from_score:
            yield (
                f"The class {upper.name} begins at {_score(upper.from_score)}, not above "
                f"{lower.name} at {_score(lower.from_score)}: classes must run from low to high."
            )
    yield from _name_faults("risk class", [it.name for it in classes])
    yield from _name_faults("grade of confidence", list(scheme.confidences))


def _name_faults(noun: str, names: Sequence[str]) -> Iterator[str]:
    seen = set()
    for name in names:
        plain = name.strip().casefold()
        if not plain:
            yield f"A {noun} has no name."
        elif plain in seen:
            yield f"Two entries for {noun} are named {name}."
        seen.add(plain)


def _share(value: float) -> str:
    return f"{number(value, 2).rstrip('0').rstrip('.')}%"


def _score(value: float) -> str:
    return number(value, 0 if value == int(value) else 1)
