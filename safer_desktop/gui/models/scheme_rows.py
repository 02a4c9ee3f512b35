"""A scheme as rows of text that a form edits, and back; what cannot be read is told in words."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from safer_desktop.domain.records import code_from
from safer_desktop.risk.scheme import (
    Factor,
    HarmWeight,
    Level,
    RiskClass,
    Scheme,
    SchemeError,
    Section,
    VolumeBand,
)

HEADERS = {
    "factors": ("Code", "Factor", "Says something about", "From", "To", "Weight", "From count"),
    "levels": ("Factor", "Score", "Meaning"),
    "bands": ("From share (%)", "Likelihood score"),
    "weights": ("Incident type", "Harm of one incident", "Where it is from"),
    "classes": ("Class", "From score"),
    "confidences": ("Grade",),
}
"""The tables of the form by name, and their columns."""

Rows = Sequence[Sequence[str]]


def rows_of(scheme: Scheme) -> dict[str, list[tuple[str, ...]]]:
    """The rows of every table."""
    return {
        "factors": [
            (
                it.code,
                it.name,
                str(it.section),
                str(it.lowest),
                str(it.highest),
                f"{it.weight:g}",
                "yes" if it.from_volume else "no",
            )
            for it in scheme.factors
        ],
        "levels": [
            (factor.name, str(level.score), level.meaning)
            for factor in scheme.factors
            for level in factor.levels
        ],
        "bands": [(f"{it.from_share:g}", str(it.score)) for it in scheme.bands],
        "weights": [
            (it.incident_type, "" if it.value is None else f"{it.value:.12g}", it.source)
            for it in scheme.weights
        ],
        "classes": [(it.name, f"{it.from_score:.12g}") for it in scheme.classes],
        "confidences": [(grade,) for grade in scheme.confidences],
    }


def scheme_from(old: Scheme, tables: dict[str, list[list[str]]]) -> Scheme:
    """The scheme with what the tables say; raises :class:`SchemeError` where they say nothing."""
    return replace(
        old,
        factors=_factors(tables["factors"], tables["levels"]),
        bands=tuple(
            VolumeBand(_number(share, "share"), _whole(score, "likelihood score"))
            for share, score in tables["bands"]
        ),
        weights=tuple(
            HarmWeight(code, _number(value, "weight") if value else None, source)
            for code, value, source in tables["weights"]
        ),
        classes=tuple(
            RiskClass(name, _number(start, "score of a class")) for name, start in tables["classes"]
        ),
        confidences=tuple(grade for (grade,) in tables["confidences"]),
    )


def _factors(rows: Rows, wording: Rows) -> tuple[Factor, ...]:
    taken = [code for code, *_ in rows if code]
    made = []
    for code, name, section, lowest, highest, weight, filled in rows:
        if not code:
            taken.append(code := code_from(name, taken, "factor"))
        made.append(
            Factor(
                code,
                name,
                _section(section),
                _whole(lowest, "score to begin a scale with"),
                _whole(highest, "score to end a scale with"),
                tuple(_levels(name, wording)),
                _number(weight or "1", "weight"),
                _yes(filled),
            )
        )
    names = {factor.name.casefold() for factor in made}
    for name, *_ in wording:
        if name.casefold() not in names:
            raise SchemeError(f"The wording names a factor that there is not: '{name}'.")
    return tuple(made)


def _levels(name: str, wording: Rows) -> Iterator[Level]:
    for factor, score, meaning in wording:
        if factor.casefold() == name.casefold():
            yield Level(_whole(score, "score"), meaning)


def _section(text: str) -> Section:
    for section in Section:
        if text.casefold() == section.value:
            return section
    names = ", ".join(Section)
    raise SchemeError(f"A factor says something about one of: {names}; not '{text}'.")


def _yes(text: str) -> bool:
    if text.casefold() in ("yes", "no", ""):
        return text.casefold() == "yes"
    raise SchemeError(f"Whether the count fills a factor is yes or no, not '{text}'.")


def _number(text: str, noun: str) -> float:
    return _read(text, noun, float)


def _whole(text: str, noun: str) -> int:
    return int(_read(text, noun, int))


def _read(text: str, noun: str, kind: Callable[[str], float]) -> float:
    try:
        value = kind(text.replace(",", "").rstrip("% "))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise SchemeError(f"'{text}' is no {noun}.")
    return value
