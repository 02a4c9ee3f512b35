"""Marks of an xlsx sheet by following its XML element by element, whoever wrote it."""

from __future__ import annotations

import re

from safer_desktop.loading.cells import parse_a1
from safer_desktop.loading.marks import NO_RESULT, Marks, local

_OTHER_WORKBOOK = re.compile(r"(?<![\w\]\[])\[\d+\][\w.]*!|'[^'\[]*\[\d+\][^']*'!")
_LAST_COLUMN = 16384


def is_true(value: str | None) -> bool:
    """Whether an attribute says yes."""
    return value in ("1", "true")


def names_other_workbook(formula: str) -> bool:
    """Whether an xlsx formula reaches into another workbook: ``[1]Sheet1!A1``, which is not
    ``Table1[2016]``."""
    return _OTHER_WORKBOOK.search(formula) is not None


class SheetPass:
    """Follows a worksheet's XML and keeps what is marked."""

    def __init__(self, formats: list[str]) -> None:
        self.marks = Marks()
        self._formats = formats
        self._row = -1
        self._column = -1
        self._type = ""
        self._style = 0
        self._reading = ""
        self._text = {"f": "", "v": ""}
        self._shared = ""
        self._linked_shared: set[str] = set()
        self._has_formula = self._has_value = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = local(name)
        if name == "c":
            self._start_cell(attributes)
        elif name == "row":
            number = attributes.get("r", "")
            self._row = int(number) - 1 if number.isdecimal() else self._row + 1
            self._column = -1
            if is_true(attributes.get("hidden")):
                self.marks.hidden_rows.add(self._row)
        elif name == "f":
            self._reading, self._has_formula = name, True
            self._shared = attributes.get("si", "")
        elif name in ("v", "is"):
            self._reading, self._has_value = name, True
        elif name == "col" and is_true(attributes.get("hidden")):
            first, last = (attributes.get(it, "1") for it in ("min", "max"))
            if first.isdecimal() and last.isdecimal():
                columns = range(int(first) - 1, min(int(last), _LAST_COLUMN))
                self.marks.hidden_columns.update(columns)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        try:
            self._row, self._column = parse_a1(attributes["r"])
        except (KeyError, ValueError):
            self._column += 1
        self._type = attributes.get("t", "n")
        style = attributes.get("s", "0")
        self._style = int(style) if style.isdecimal() else 0
        self._has_formula = self._has_value = False
        self._text = {"f": "", "v": ""}
        self._shared = ""

    def text(self, text: str) -> None:
        """Text inside an element."""
        if self._reading in self._text:
            self._text[self._reading] += text

    def end(self, name: str) -> None:
        """An element ends."""
        name = local(name)
        if name in ("f", "v", "is"):
            self._reading = ""
        elif name == "c":
            self._end_cell()

    def _end_cell(self) -> None:
        marks, place, value = self.marks, (self._row, self._column), self._text["v"].strip()
        if self._type == "e":
            marks.faults[place] = value or "#ERROR"
        elif self._has_formula and not self._gives_result():
            marks.faults[place] = NO_RESULT
        elif self._type == "n" and value and self._style < len(self._formats):
            code = self._formats[self._style]
            if code:
                marks.formats.add(*place, code)
        if self._has_formula:
            self._mark_formula()
        if self._has_value or place in marks.faults:
            marks.reach(*place)

    def _gives_result(self) -> bool:
        """An empty text is a result; an empty number is none."""
        return self._has_value and (self._type != "n" or bool(self._text["v"].strip()))

    def _mark_formula(self) -> None:
        place = (self._row, self._column)
        self.marks.formulas.add(place)
        if names_other_workbook(self._text["f"]):
            self.marks.linked.add(place)
            if self._shared:
                self._linked_shared.add(self._shared)
        elif self._shared in self._linked_shared and not self._text["f"]:
            self.marks.linked.add(place)
