"""The words on a sheet: where each label, title or heading stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property

from safer_desktop.loading.areas import ONS_CODE
from safer_desktop.loading.cells import Place, Sheet
from safer_desktop.loading.drift.wording import token
from safer_desktop.loading.growth import holds_value

MOST_ROWS, MOST_COLUMNS = 400, 256


class Words:
    """What stands on a sheet, by the token of each cell of words."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    @cached_property
    def tokens(self) -> dict[Place, str]:
        """The token of every cell of words in the sheet's upper left."""
        sheet = self.sheet
        return {
            (row, column): token(text)
            for row in range(min(sheet.height, MOST_ROWS))
            for column in range(min(sheet.width, MOST_COLUMNS))
            if not isinstance(sheet.value(row, column), bool)
            and (text := sheet.text(row, column))
            and _is_word(sheet, (row, column))
        }

    @cached_property
    def places(self) -> dict[str, list[Place]]:
        """Where each token stands."""
        found: dict[str, list[Place]] = defaultdict(list)
        for place, word in self.tokens.items():
            found[word].append(place)
        return found

    @cached_property
    def rows(self) -> dict[int, Counter[str]]:
        """The tokens of each row."""
        found: dict[int, Counter[str]] = defaultdict(Counter)
        for (row, _), word in self.tokens.items():
            found[row][word] += 1
        return found

    @cached_property
    def columns(self) -> dict[int, set[str]]:
        """The tokens of each column."""
        found: dict[int, set[str]] = defaultdict(set)
        for (_, column), word in self.tokens.items():
            found[column].add(word)
        return found


def _is_word(sheet: Sheet, at: Place) -> bool:
    """Whether a cell holds words, a code, a date or a year: what a label can be."""
    value = sheet.value(*at)
    if isinstance(value, float):
        return value == int(value) and 1950 <= value <= 2100
    if isinstance(value, str):
        return (
            not holds_value(sheet, at)
            or bool(ONS_CODE.fullmatch(value.strip()))
            or (len(value.strip()) == 4 and value.strip().isdigit())
        )
    return value is not None
