"""Period labels as partners write them: ``202104``, ``Apr '10 to Mar '11``, ``Q4 16/17``, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from safer_desktop.domain.observations import Status
from safer_desktop.domain.periods import Period, PeriodKind
from safer_desktop.loading.cells import CellValue
from safer_desktop.loading.period_forms import readings_of
from safer_desktop.loading.period_words import (
    MONTH_NAME,
    YEAR_4,
    Hints,
    PeriodHint,
    Readings,
    months_until,
    year_to_date,
)

__all__ = [
    "HINT_WORDS",
    "Ambiguous",
    "PeriodHint",
    "PeriodReading",
    "find_period",
    "parse_period",
    "read_label",
    "read_period",
]


HINT_WORDS = {
    PeriodHint.CALENDAR: "years are calendar years",
    PeriodHint.FINANCIAL: "years are financial years, named by the April they begin in",
    PeriodHint.FINANCIAL_ENDING: "years are financial years, named by the March they end in",
    PeriodHint.DAY_FIRST: "dates begin with the day",
    PeriodHint.MONTH_FIRST: "dates begin with the month",
    PeriodHint.QUARTER_NUMBERS: "numbers beside a year are its quarters",
    PeriodHint.MONTH_NUMBERS: "numbers beside a year are its months",
    PeriodHint.ROLLING: "each month stands for the twelve months that end with it",
    PeriodHint.QUARTER_ENDING: "each month stands for the quarter that ends with it",
    PeriodHint.YEAR_TO_DATE: "each month stands for April up to and with it",
}
"""What each hint means, as a dialog offers it."""


@dataclass(frozen=True, slots=True)
class PeriodReading:
    """A label read: its period, and what a mark beside it (``(p)``) says of the numbers."""

    period: Period
    status: Status = Status.FINAL


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A label with more than one reading: hint -> period."""

    label: str
    readings: dict[PeriodHint, Period]

    @property
    def words(self) -> str:
        """``'2016' can mean 2016 or 2016/17``."""
        return f"'{self.label}' can mean " + " or ".join(p.label for p in self.readings.values())


_LONGEST = 80
_MOST_WORDS = 8
_MARKS = (
    (re.compile(r"[(\[]p[)\]]|\bprov(?:isional)?\b\.?|(?<=\d)p$"), Status.PROVISIONAL),
    (re.compile(r"[(\[]r[)\]]|\brevised\b|(?<=\d)r$"), Status.REVISED),
    (re.compile(r"[(\[]e[)\]]|\best(?:imated?)?\b\.?|(?<=\d)e$"), Status.ESTIMATE),
)
_GLUED_NOTE = re.compile(
    rf"['’](?P<short>\d\d)\d{{1,2}}(?:, ?\d{{1,2}})*\b|"
    rf"(?P<dated>{MONTH_NAME} (?:{YEAR_4}|\d\d(?=\d\b)))\d{{1,2}}(?:,\d{{1,2}})*\b|"
    rf"\b(?P<year>{YEAR_4})[/-](?P<next>\d\d)\d\b"
)
_ARROWS = re.compile(r"-+>|[†‡→]")
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b")
_FILLER = re.compile(
    r"^(?:financial year|full year|year total|year|annual|total|month ending|month of|month|"
    r"as at|at end of|end of|end|period|during|for)\s+(?=\S*\d|" + MONTH_NAME + r")"
)
_TAIL = re.compile(r"\s+(?:total|full year|year|year total|annual)$")


def parse_period(value: CellValue, *, hint: str = "") -> Period | None:
    """The period that a label names; ``None`` if it names none, or more than one."""
    reading = read_period(value, hint=hint)
    return reading.period if isinstance(reading, PeriodReading) else None


def read_period(value: CellValue, *, hint: str = "") -> PeriodReading | Ambiguous | None:
    """Read a cell's value as a period; ``None`` if it names none.

    ``hint`` is words of :class:`PeriodHint`. "12 months to" and "year ending" are rolling years;
    a span from month to month is a financial or calendar year where it fits one. Year to date
    counts from April, with the hint ``calendar`` from January.
    """
    if isinstance(value, bool) or value is None:
        return None
    hints = tuple(word for word in PeriodHint if word in hint.split()) if hint else ()
    if isinstance(value, date):
        return PeriodReading(_stretched(Period.month(value.year, value.month), hints))
    if isinstance(value, (int, float)):
        return _read_text(str(int(value)), hints) if value == int(value) else None
    return _read_text(value, hints) if isinstance(value, str) else None


def read_label(
    text: str, value: CellValue, *, hint: str = "", anywhere: bool = False
) -> PeriodReading | Ambiguous | None:
    """Read a table's period label, which may be joined of several cells.

    A label that says nothing as a whole may by its innermost part (``2009 | 2009/1``), or with
    ``anywhere`` by the longest wording in it.
    """
    whole = text.replace("|", " ")
    reading = read_period(whole if isinstance(value, str) else value, hint=hint)
    if reading is None and "|" in text:
        reading = read_period(text.rpartition("|")[2], hint=hint)
    if reading is None and anywhere:
        reading = find_period(whole, hint=hint)
    return reading


def find_period(text: str, *, hint: str = "") -> PeriodReading | None:
    """The longest wording inside a title or file name that names one period.

    Of several equally long ones that with the latest end: a change is dated by its end.
    """
    words = re.split(r"[\s_,;()]+", text)[:60]
    for length in range(min(_MOST_WORDS, len(words)), 0, -1):
        wordings = (" ".join(words[at : at + length]) for at in range(len(words) - length + 1))
        found = [
            reading
            for wording in wordings
            if isinstance(reading := read_period(wording, hint=hint), PeriodReading)
        ]
        if found:
            return max(found, key=lambda reading: reading.period)
    return None


@lru_cache(maxsize=8192)
def _read_text(label: str, hints: Hints) -> PeriodReading | Ambiguous | None:
    if len(label) > _LONGEST or not any(letter.isdigit() for letter in label):
        return None
    text, status = _cleaned(label)
    readings = _readings(text, hints)
    if not readings:
        return None
    chosen = _chosen(readings, hints)
    if chosen is None:
        return Ambiguous(label.strip(), {h: p for h, p in readings.items() if h is not None})
    return PeriodReading(_stretched(chosen, hints), status)


def _cleaned(value: str) -> tuple[str, Status]:
    text = value.casefold()
    for dash in "‐‑‒–—−":
        text = text.replace(dash, "-")
    status = Status.FINAL
    for mark, meaning in _MARKS:
        text, found = mark.subn(" ", text)
        status = meaning if found else status
    text = _GLUED_NOTE.sub(_without_note, _ARROWS.sub(" ", text))
    text = re.sub(r"\[[^\]]*\]|[,'‘’`*]", " ", text)
    text = re.sub(r"(?<=[a-z])\.", " ", text)
    text = re.sub(r"\(([^()]*)\)", r" \1 ", _WEEKDAY.sub(" ", text))
    return re.sub(r"\s+", " ", text).strip(" :;-"), status


def _without_note(match: re.Match[str]) -> str:
    """``'083`` is '08 with footnote 3; ``2016/172`` is 2016/17 with footnote 2."""
    if match["short"] is not None:
        return f"'{match['short']}"
    if match["dated"] is not None:
        return match["dated"]
    follows = int(match["next"]) == (int(match["year"]) + 1) % 100
    return f"{match['year']}/{match['next']}" if follows else match[0]


def _readings(text: str, hints: Hints) -> Readings:
    bare = _TAIL.sub("", _FILLER.sub("", text))
    for candidate in dict.fromkeys((text, bare)):
        readings = readings_of(candidate, hints)
        if readings:
            return readings
    return {}


def _chosen(readings: Readings, hints: Hints) -> Period | None:
    if None in readings:
        return readings[None]
    if len(set(readings.values())) == 1:
        return next(iter(readings.values()))
    return next((readings[hint] for hint in hints if hint in readings), None)


def _stretched(period: Period, hints: Hints) -> Period:
    end = period.end
    if PeriodHint.ROLLING in hints and period.months in (1, 12):
        return Period.rolling_12(end.year, end.month)
    if period.kind is not PeriodKind.MONTH:
        return period
    if PeriodHint.QUARTER_ENDING in hints:
        return months_until(end, 3)
    if PeriodHint.YEAR_TO_DATE in hints:
        return year_to_date(end, hints)
    return period
