"""Marks of OpenDocument spreadsheets, from their content.xml."""

from __future__ import annotations

import io
import zipfile

from safer_desktop.loading.cells import NoticeKind, Place
from safer_desktop.loading.marks import NO_RESULT, BookMarks, Marks, local, parse
from safer_desktop.loading.notices import notice

CONTENT = "content.xml"

_PERCENT = "0.##########%"
_MOST_MARKED = 1024
"""Cells of one repeated cell that are marked; a table's own are fewer."""

_LAST_COLUMN = 16384
_MOST_HIDDEN_ROWS = 65536


def ods_marks(data: bytes) -> BookMarks:
    """Percentages, error cells, formulas, and what is hidden, by sheet."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        pass_ = _Pass()
        parse(archive, CONTENT, pass_.start, pass_.end, pass_.text)
        book = BookMarks(pass_.sheets)
        if pass_.files:
            book.notices.append(notice(NoticeKind.LINKS, pass_.files))
        if pass_.live:
            book.notices.append(notice(NoticeKind.LIVE_LINKS))
        if _is_worked_out_by_hand(archive):
            book.notices.append(notice(NoticeKind.BY_HAND))
        if any(name.startswith("Basic/") for name in archive.namelist()):
            book.notices.append(notice(NoticeKind.MACROS))
        return book


def _is_worked_out_by_hand(archive: zipfile.ZipFile) -> bool:
    setting, by_hand = "", False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal setting
        if local(name) == "config-item":
            setting = attributes.get("config:name", "")

    def text(text: str) -> None:
        nonlocal by_hand
        by_hand = by_hand or (setting == "AutoCalculate" and text.strip() == "false")

    if "settings.xml" in archive.namelist():
        parse(archive, "settings.xml", start, None, text)
    return by_hand


def is_copy_of_other_file(sheet: str) -> bool:
    """Whether a sheet is LibreOffice's hidden copy of another file's: ``'file:///x.ods'#$A``."""
    return sheet.startswith("'file:")


class _Pass:
    """Follows content.xml; repeated rows and columns are counted, and marked only once."""

    def __init__(self) -> None:
        self.sheets: dict[str, Marks] = {}
        self.files: set[str] = set()
        self.live = False
        self._marks = Marks()
        self._row = self._next_row = 0
        self._column = self._next_column = 0
        self._columns_seen = 0
        self._error: list[Place] = []
        self._text = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        hidden = attributes.get("table:visibility") in ("collapse", "filter")
        if name in ("table-cell", "covered-table-cell"):
            self._column = self._next_column
            self._next_column += _repeats(attributes, "columns")
            if "office:value-type" in attributes or "table:formula" in attributes:
                self._mark_cell(attributes)
        elif name == "table-row":
            self._row, repeated = self._next_row, _repeats(attributes, "rows")
            self._next_row += repeated
            self._next_column = 0
            if hidden and repeated <= _MOST_HIDDEN_ROWS:
                self._marks.hidden_rows.update(range(self._row, self._row + repeated))
        elif name == "table-column":
            repeated = _repeats(attributes, "columns")
            if hidden and repeated <= _LAST_COLUMN:
                seen = self._columns_seen
                self._marks.hidden_columns.update(range(seen, seen + repeated))
            self._columns_seen += repeated
        elif name == "table":
            self._marks = self.sheets.setdefault(attributes.get("table:name", ""), Marks())
            self._next_row = self._columns_seen = 0

    def text(self, text: str) -> None:
        if self._error:
            self._text += text

    def end(self, name: str) -> None:
        if self._error and local(name) == "table-cell":
            for place in self._error:
                self._marks.faults[place] = self._text.strip() or "#ERROR"
            self._error, self._text = [], ""

    def _mark_cell(self, attributes: dict[str, str]) -> None:
        marks = self._marks
        marks.reach(self._next_row - 1, self._next_column - 1)
        last = min(self._next_column, self._column + _MOST_MARKED)
        places = [(self._row, column) for column in range(self._column, last)]
        kind = attributes.get("office:value-type")
        if attributes.get("calcext:value-type") == "error":
            self._error = places
        elif kind == "percentage":
            for place in places:
                marks.formats.add(*place, _PERCENT)
        formula = attributes.get("table:formula")
        if formula is None:
            return
        marks.formulas.update(places)
        if kind is None:
            marks.faults.update(dict.fromkeys(places, NO_RESULT))
        if "'file:" in formula:
            marks.linked.update(places)
            self.files.add(formula.partition("'file:")[2].partition("'#")[0])
        self.live = self.live or "DDE(" in formula


def _repeats(attributes: dict[str, str], what: str) -> int:
    number = attributes.get(f"table:number-{what}-repeated", "1")
    return int(number) if number.isdecimal() else 1
