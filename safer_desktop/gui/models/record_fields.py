"""Fields of records as they are typed: what is read, what is shown, what cannot stand."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from safer_desktop.domain.catalogue import CatalogueError
from safer_desktop.domain.periods import month_label
from safer_desktop.domain.records import Json

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_MONTHS = {month_label(date(2000, n, 1)).split()[0].casefold(): n for n in range(1, 13)}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_BRITISH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
_IN_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ?([A-Za-z]{3,9})\.?,? ?(\d{4})", re.ASCII)


def line(text: str) -> str:
    """One line of text, spaces at its ends and in a row dropped."""
    return " ".join(text.split())


def names(text: str) -> Json:
    """Names apart by semicolons, each once."""
    return list(dict.fromkeys(name for part in text.split(";") if (name := line(part))))


def number(text: str) -> float:
    """``28``, ``1,200`` or ``3.5%`` as a number; raises :class:`CatalogueError`."""
    try:
        value = float(text.replace(",", "").strip().removesuffix("%"))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise CatalogueError(f"'{line(text)}' is no number.")
    return value


def day(text: str) -> str:
    """A day written as 1 April 2017, 1/4/2017 or 2017-04-01, as ISO text.

    Raises :class:`CatalogueError` for what is no day between 1900 and 2100.
    """
    typed = line(text)
    year = month = on = 0
    if found := _ISO.fullmatch(typed):
        year, month, on = (int(part) for part in found.groups())
    elif found := _BRITISH.fullmatch(typed):
        on, month, year = (int(part) for part in found.groups())
    elif found := _IN_WORDS.fullmatch(typed):
        on, month, year = int(found[1]), _month(found[2]), int(found[3])
    try:
        if _FIRST_YEAR <= year <= _LAST_YEAR:
            return date(year, month, on).isoformat()
    except ValueError:
        pass
    raise CatalogueError(f"'{typed}' is no date. Write it like 1 April 2017 or 1/4/2017.")


def day_or_none(text: str) -> str | None:
    """As :func:`day`; nothing typed means an open end."""
    return day(text) if text.strip() else None


def day_words(value: Json) -> str:
    """``1 April 2017``."""
    if not isinstance(value, str) or not value:
        return ""
    on = date.fromisoformat(value)
    return f"{on.day} {month_label(on)}"


def words_of(value: Json) -> str:
    """Any value as it is shown; a list with semicolons, since names may hold commas."""
    if value is None:
        return ""
    return "; ".join(str(item) for item in value) if isinstance(value, list) else str(value)


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a table of records, or of entries of a list in a record.

    ``choices`` are (words, value) where one is picked, else text goes through ``read``, which may
    raise :class:`CatalogueError`, and is shown by ``show``. A ``fixed`` field is typed only when
    the row is made, a ``derived`` one not at all. A row without its ``needed`` fields is not kept.
    """

    name: str
    header: str
    choices: Sequence[tuple[str, Any]] = ()
    read: Callable[[str], Json] = line
    show: Callable[[Json], str] = words_of
    needed: bool = False
    unique: bool = False
    fixed: bool = False
    derived: bool = False


def _month(word: str) -> int:
    """The month that the word names or begins; 0 for none."""
    found = (n for name, n in _MONTHS.items() if name.startswith(word.casefold()))
    return next(found, 0)
