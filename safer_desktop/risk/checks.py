"""Whether a scheme, and the scores given under it, make sense."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from safer_desktop.domain.display import number
from safer_desktop.risk.scheme import Factor, Formula, IncidentType, Scheme, SchemeError, Section

_CODE = re.compile(r"[a-z0-9-]+")


def check_scheme(scheme: Scheme) -> None:
    """Raise :class:`SchemeError` with every fault of the scheme, each in a plain sentence."""
    faults = [
        *_meaning_faults(scheme),
        *_factor_faults(scheme),
        *_band_faults(scheme),
        *_weight_faults(scheme),
        *_class_faults(scheme),
    ]
    if faults:
        raise SchemeError(
            " ".join(faults),
            where=f"Risk scheme: {scheme.name}.",
            remedy="Correct the scheme's factors, bands, weights or classes.",
        )


def check_types(types: Sequence[IncidentType], scheme: Scheme) -> None:
    """Raise :class:`SchemeError` if a score lies outside its factor's scale.

    The scheme itself must have passed ``check_scheme``.
    """
    faults = []
    for item in types:
        for factor in scheme.factors:
            value = item.score(scheme.code, factor.code)
            if value is not None and not factor.lowest <= value <= factor.highest:
                faults.append(
                    f"The {factor.name.casefold()} score of {item.name} is {value}; the scale "
                    f"runs from {factor.lowest} to {factor.highest}."
                )
        own = item.own_weight(scheme.code)
        if own is not None and not (math.isfinite(own.value) and own.value >= 0):
            faults.append(f"The weight of {item.name} is no number of 0 or more.")
    if faults:
        raise SchemeError(
            " ".join(faults),
            where=f"Risk scheme: {scheme.name}.",
            remedy="Change the score, or widen the scheme's scale.",
        )


def _meaning_faults(scheme: Scheme) -> Iterator[str]:
    if not scheme.name.strip():
        yield "The scheme has no name."
    if not scheme.meaning.strip():
        yield "Nothing says what the score means: a number without a meaning is not worked out."
    if scheme.cardinal and not scheme.unit.strip():
        yield "Nothing says in what unit harm is weighed."


def _factor_faults(scheme: Scheme) -> Iterator[str]:
    likely = scheme.of_section(Section.LIKELIHOOD)
    if scheme.cardinal:
        if likely or scheme.harms:
            yield "This formula multiplies the count by a weight: it takes no scores."
    else:
        if len(likely) != 1:
            yield f"The formula takes one factor of likelihood; the scheme has {len(likely)}."
        if not scheme.harms:
            yield "The scheme has no factor of harm."
        if scheme.formula is not Formula.WEIGHTED and len(scheme.harms) > 1:
            yield f"The formula takes one factor of harm; the scheme has {len(scheme.harms)}."
    if scheme.formula is Formula.WEIGHTED:
        yield from _share_faults(scheme)
    for factor in scheme.factors:
        yield from _scale_faults(factor)
    yield from _name_faults("factor", [factor.name for factor in scheme.factors])
    codes = [factor.code for factor in scheme.factors]
    if len(set(codes)) < len(codes):
        yield "Two factors have the same code."
    for code in (scheme.code, *codes):
        if not _CODE.fullmatch(code):
            yield f"'{code}' is no code: only small letters, digits and hyphens are."


def _share_faults(scheme: Scheme) -> Iterator[str]:
    weights = [factor.weight for factor in scheme.harms]
    if not all(math.isfinite(weight) and weight >= 0 for weight in weights):
        yield "The weight of a factor is no number of 0 or more."
    elif weights and sum(weights) <= 0:
        yield "No factor of harm has any weight."


def _weight_faults(scheme: Scheme) -> Iterator[str]:
    seen = set()
    for weight in scheme.weights:
        if weight.value is not None and not (math.isfinite(weight.value) and weight.value >= 0):
            yield f"The weight of {weight.incident_type} is no number of 0 or more."
        if not weight.source.strip():
            yield f"Nothing says where the weight of {weight.incident_type} is from."
        if weight.incident_type in seen:
            yield f"{weight.incident_type} has two weights."
        seen.add(weight.incident_type)


def _band_faults(scheme: Scheme) -> Iterator[str]:
    bands = scheme.bands
    filled = [factor for factor in scheme.factors if factor.from_volume]
    if scheme.log_volume or not filled:
        return
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
    outside = [b.score for b in bands if not filled[0].lowest <= b.score <= filled[0].highest]
    if outside:
        yield (
            f"A volume band scores {outside[0]}, but the scale of {filled[0].name} runs from "
            f"{filled[0].lowest} to {filled[0].highest}."
        )
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


def _scale_faults(factor: Factor) -> Iterator[str]:
    noun = factor.name.casefold()
    scale = f"from {factor.lowest} to {factor.highest}"
    if not 0 <= factor.lowest < factor.highest:
        yield f"The {noun} scale runs {scale}: it must begin at 0 or more and end higher."
        return
    seen = set()
    for level in factor.levels:
        if not factor.lowest <= level.score <= factor.highest:
            yield f"The {noun} score {level.score} has a meaning, but the scale runs {scale}."
        if level.score in seen:
            yield f"The {noun} score {level.score} has two meanings."
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
