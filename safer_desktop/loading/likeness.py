"""Which indicator of the catalogue a header probably means, and in which unit it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.loading.recipes import Role

SURE = 0.6
_TIE = 0.05
_SAME = {
    "asb": "anti social behaviour",
    "fte": "first time entrant",
    "ftes": "first time entrant",
    "dv": "domestic violence",
    "da": "domestic abuse",
    "tnoc": "all recorded crime",
    "vwi": "violence with injury",
    "iom": "iom re offending",
    "reoffending": "re offending",
    "residential": "domestic",
    "dwellings": "domestic",
    "dwelling": "domestic",
    "household": "domestic",
    "total recorded crime": "all recorded crime",
    "total crime": "all recorded crime",
    "all crime": "all recorded crime",
    "young people": "youth",
    "cbs": "community based survey",
}
_PHRASES = re.compile(
    r"\b(" + "|".join(sorted(map(re.escape, _SAME), key=len, reverse=True)) + r")\b"
)
_EMPTY = frozenset(
    (
        "a",
        "an",
        "and",
        "the",
        "of",
        "to",
        "in",
        "on",
        "by",
        "for",
        "per",
        "from",
        "at",
        "as",
        "is",
        "are",
        "that",
        "who",
        "which",
        "rate",
        "rates",
        "number",
        "numbers",
        "count",
        "counts",
        "percentage",
        "percent",
        "proportion",
        "share",
        "total",
        "figure",
        "figures",
        "data",
        "table",
        "report",
        "reported",
        "monthly",
        "quarterly",
        "annual",
        "leicestershire",
        "county",
        "year",
        "month",
        "rolling",
        "12",
        "1",
        "000",
        "people",
    )
)
_UNITS = (
    (
        re.compile(r"per\s*1[, ]?000\s*(?:households|dwellings|hh)", re.IGNORECASE),
        Unit.RATE_HOUSEHOLDS,
    ),
    (
        re.compile(r"per\s*1[, ]?000(?![, ]?0)|per thousand|/\s?1,?000\b", re.IGNORECASE),
        Unit.RATE_POPULATION,
    ),
    (re.compile(r"%|\bper ?cent|\bpercentage\b|\bproportion\b", re.IGNORECASE), Unit.PERCENTAGE),
    (re.compile(r"\bper offender\b|\bratio\b", re.IGNORECASE), Unit.RATIO),
    (
        re.compile(
            r"\bnumbers?\b|\bcounts?\b|\boffences\b|\bincidents\b|\breferrals\b|^no\.?$",
            re.IGNORECASE,
        ),
        Unit.COUNT,
    ),
)
_OTHER_UNIT = re.compile(
    r"per\s*(?:100[, ]?000|10[, ]?000|million)|£|\bchange|\brank\b", re.IGNORECASE
)
_MEASURES = frozenset(
    (
        "respondent",
        "affected",
        "asked",
        "case",
        "discussed",
        "heard",
        "repeat",
        "agree",
        "offender",
        "cohort",
        "base",
        "sample",
        "size",
        "all",
        "out",
        "offence",
        "incident",
        "referral",
        "yes",
        "surveyed",
        "response",
        "numerator",
        "denominator",
        "reduction",
        "rounded",
        "1000",
        "entrant",
        "population",
        "household",
    )
)
_OUT_OF = re.compile(
    r"\b(?:total|all|base|cohort|discussed|heard|respondents|sample|out of|denominator|offenders|"
    r"surveyed|cases|responses)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:repeats?|number|counted|yes|agree|affected|confident|numerator|re-?offen\w*|offences|"
    r"reduction|fewer)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """The most similar indicator (its code, or ``""``), how similar from 0 to 1, and the next."""

    code: str
    score: float
    rival: str = ""


class IndicatorMatcher:
    """Finds the catalogue's indicators in headers."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._words = {
            indicator.code: [
                words
                for name in (indicator.name, indicator.short_name, indicator.code.replace("-", " "))
                if (words := _words(name))
            ]
            for indicator in catalogue.indicators
        }
        self._seen: dict[str, Likeness] = {}

    def like(self, label: str) -> Likeness:
        """The indicator that a label most probably means; no code where two are equally near."""
        if label not in self._seen:
            self._seen[label] = self._like(_words(label))
        return self._seen[label]

    def _like(self, words: frozenset[str]) -> Likeness:
        if not words:
            return Likeness("", 0.0)
        scored = sorted(
            (
                (max((_score(words, name) for name in names), default=0.0), code)
                for code, names in self._words.items()
            ),
            key=lambda pair: -pair[0],
        )
        (best, code), (second, rival) = (*scored, (0.0, ""), (0.0, ""))[:2]
        if best < SURE:
            return Likeness("", best, code)
        if best - second < _TIE:
            return Likeness("", best / 2, f"{code} or {rival}")
        return Likeness(code, min(best, 1.0))


def unit_in(text: str) -> Unit | None:
    """The unit that a header, units row or title names; ``None`` if it names none."""
    return next((unit for pattern, unit in _UNITS if pattern.search(text)), None)


def is_other_measure(text: str) -> bool:
    """Whether it is a change, a rank, money or a rate per something else than 1,000."""
    return _OTHER_UNIT.search(text) is not None


def role_in(label: str, indicator: Indicator) -> Role | None:
    """What a measure's heading (``Cases``, ``Repeats``, ``% repeat``) is to the indicator."""
    unit = unit_in(label)
    if _words(label) - _MEASURES - _words(f"{indicator.name} {indicator.short_name}"):
        return None
    if indicator.unit not in (Unit.PERCENTAGE, Unit.RATIO):
        return Role.VALUE if unit is indicator.unit or unit is Unit.COUNT else None
    if unit is indicator.unit:
        return Role.VALUE
    if _COUNTED.search(label) and not label.casefold().startswith(("total", "all ")):
        return Role.NUMERATOR
    return Role.DENOMINATOR if _OUT_OF.search(label) else None


def is_measure(text: str) -> bool:
    """Whether a heading says only how something is measured: ``Rate per 1,000 population``."""
    return not _words(text) - _MEASURES


def _score(words: frozenset[str], known: frozenset[str]) -> float:
    """How much of each is in the other; a word in common is not enough."""
    common = len(words & known)
    of_known, of_label = common / len(known), common / len(words)
    return 0.6 * of_known + 0.4 * of_label if of_known >= 0.6 and of_label >= 0.4 else 0.0


def _words(text: str) -> frozenset[str]:
    plain = re.sub(r"[^a-z0-9]+", " ", text.casefold()).strip()
    plain = re.sub(r"(?<=[a-z])\d+\b", "", plain)
    plain = _PHRASES.sub(lambda match: _SAME[match[1]], plain)
    return frozenset(_stem(word) for word in plain.split() if word not in _EMPTY)


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
