"""Sheets of every workbook format: values by calamine, marks by the modules ``*_marks``."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.parsers.expat import ExpatError

from safer_desktop.loading.cells import CellValue, Merge, Notice, Sheet, WorkbookKind, a1
from safer_desktop.loading.compound import OLE_DAMAGE
from safer_desktop.loading.marks import BookMarks, Marks, TooLargeError, UnsafeXmlError
from safer_desktop.loading.ods_marks import is_copy_of_other_file, ods_marks
from safer_desktop.loading.refusals import (
    AS_CSV,
    ASK_AGAIN,
    ASK_THE_SENDER,
    BROKEN_ARCHIVE,
    SAVE_AS_XLSX,
    SMALLER_FILE,
    refuse,
    refuse_entities,
    refuse_password,
)
from safer_desktop.loading.text_tables import MOST_CELLS
from safer_desktop.loading.xls_marks import LARGEST_XLS, Records, book_records, xls_marks
from safer_desktop.loading.xlsb_marks import xlsb_marks
from safer_desktop.loading.xlsx_marks import xlsx_marks

LONGEST_TEXT = 100_000

Rows = Iterable[list[Any]]

_MARKS = {
    WorkbookKind.XLSX: xlsx_marks,
    WorkbookKind.XLSB: xlsb_marks,
    WorkbookKind.ODS: ods_marks,
}


def read_book(
    data: bytes, kind: WorkbookKind, name: str
) -> tuple[tuple[Notice, ...], Iterator[Sheet]]:
    """What the workbook says of itself, and its sheets one by one.

    Either raises :class:`LoadError`; so does taking a sheet.
    """
    if kind is WorkbookKind.XLS:
        return _read_xls(data, name)
    marks = _marks_of(data, kind, name)
    _guard_extents(marks, name)
    return tuple(marks.notices), _sheets_by_calamine(data, name, marks)


def check_extents(data: bytes, kind: WorkbookKind, name: str, most: int) -> None:
    """Raise :class:`LoadError` for what no reader should be given, or more than ``most`` cells."""
    if kind is WorkbookKind.XLS:
        try:
            sizes = [rows * columns for rows, columns in book_records(data).extents.values()]
        except OLE_DAMAGE as error:
            refuse(f"The workbook is damaged ({error}).", name, ASK_AGAIN)
    else:
        found = _marks_of(data, kind, name).sheets.values()
        sizes = [(it.last_row + 1) * (it.last_column + 1) for it in found]
    if sum(sizes) > most:
        refuse(f"The workbook has {sum(sizes):,} cells, too many to be counted.", name, AS_CSV)


def _marks_of(data: bytes, kind: WorkbookKind, name: str) -> BookMarks:
    try:
        return _MARKS[kind](data)
    except UnsafeXmlError:
        refuse_entities("content", name)
    except TooLargeError as error:
        refuse(
            f"Sheet '{error}' is too large, as it is written, to be looked through for tables.",
            name,
            SMALLER_FILE,
        )
    except (*BROKEN_ARCHIVE, *OLE_DAMAGE, ExpatError, RuntimeError) as error:
        refuse(f"A part of the workbook is damaged ({error}).", name, ASK_AGAIN)


def _guard_extents(marks: BookMarks, name: str) -> None:
    cells = 0
    for sheet, found in marks.sheets.items():
        _guard_extent(sheet, found.last_row + 1, found.last_column + 1, name)
        cells += (found.last_row + 1) * (found.last_column + 1)
    if cells > MOST_CELLS:
        refuse(
            f"The workbook's {len(marks.sheets):,} sheets have {cells:,} cells, too many.",
            name,
            SMALLER_FILE,
        )


def _guard_extent(sheet: str, rows: int, columns: int, name: str) -> None:
    if rows * columns > MOST_CELLS:
        refuse(
            f"Sheet '{sheet}' spans {rows:,} rows by {columns:,} columns, too many for a table.",
            name,
            "Delete the stray cells at its far end, or ask the sender for counts in place of"
            " single records.",
        )


def _sheets_by_calamine(data: bytes, name: str, marks: BookMarks) -> Iterator[Sheet]:
    import python_calamine as calamine

    try:
        book = calamine.load_workbook(io.BytesIO(data))
        for meta in book.sheets_metadata:
            if meta.typ is not calamine.SheetTypeEnum.WorkSheet or is_copy_of_other_file(meta.name):
                continue
            sheet = book.get_sheet_by_name(meta.name)
            _guard_extent(meta.name, sheet.total_height, sheet.total_width, name)
            found = marks.sheets.get(meta.name, Marks())
            merges = [(a, b, c, d) for (a, b), (c, d) in sheet.merged_cell_ranges or ()]
            read = _sheet(
                meta.name,
                sheet.to_python(skip_empty_area=False),
                meta.visible is not calamine.SheetVisibleEnum.Visible,
                merges or found.merges,
                found,
            )
            _guard_texts(read, name)
            yield read
    except calamine.PasswordError:
        refuse_password(name)
    except (calamine.CalamineError, OSError, ValueError) as error:
        refuse(f"The workbook cannot be read ({error}).", name, SAVE_AS_XLSX)


def _guard_texts(sheet: Sheet, name: str) -> None:
    for row, values in enumerate(sheet.rows):
        for column, value in enumerate(values):
            if type(value) is str and len(value) > LONGEST_TEXT:
                refuse(
                    f"Cell {a1(row, column)} of sheet '{sheet.name}' holds {len(value):,} letters,"
                    " more than any spreadsheet program writes.",
                    name,
                    ASK_THE_SENDER,
                )


def _read_xls(data: bytes, name: str) -> tuple[tuple[Notice, ...], Iterator[Sheet]]:
    """Values by calamine, marks by xlrd; xlrd alone where calamine does not know the format."""
    import python_calamine as calamine

    try:
        records = book_records(data)
    except OLE_DAMAGE as error:
        refuse(f"The workbook is damaged ({error}).", name, ASK_AGAIN)
    for number, (rows, columns) in records.extents.items():
        _guard_extent(f"number {number + 1}", rows, columns, name)
    book = _open_by_xlrd(data, name) if len(data) <= LARGEST_XLS else None
    marks = _marks_by_xlrd(book, records) if book is not None else BookMarks()
    try:
        calamine.load_workbook(io.BytesIO(data))
    except calamine.PasswordError:
        refuse_password(name)
    except calamine.CalamineError as error:
        if book is not None:
            return tuple(marks.notices), _sheets_by_xlrd(book, marks)
        refuse(f"The file is no readable workbook ({error}).", name, ASK_AGAIN)
    return tuple(marks.notices), _sheets_by_calamine(data, name, marks)


def _marks_by_xlrd(book: Any, records: Records) -> BookMarks:
    try:
        return xls_marks(book, records)
    except OLE_DAMAGE:
        return BookMarks()


def _open_by_xlrd(data: bytes, name: str) -> Any:
    """xlrd's book, or ``None`` where xlrd cannot read it: calamine then decides alone."""
    import xlrd
    from xlrd.compdoc import CompDocError

    try:
        return xlrd.open_workbook(
            file_contents=data, formatting_info=True, logfile=io.StringIO(), ragged_rows=True
        )
    except xlrd.XLRDError as error:
        if "encrypted" in str(error).casefold():
            refuse_password(name)
        return None
    except (CompDocError, *OLE_DAMAGE):
        return None


def _sheets_by_xlrd(book: Any, marks: BookMarks) -> Iterator[Sheet]:
    for sheet in book.sheets():
        rows = [
            [_xlrd_value(book, kind, value) for kind, value in zip(types, values, strict=True)]
            for types, values in (
                (sheet.row_types(row), sheet.row_values(row)) for row in range(sheet.nrows)
            )
        ]
        merges = [(a, c, b - 1, d - 1) for a, b, c, d in sheet.merged_cells]
        found = marks.sheets.get(sheet.name, Marks())
        yield _sheet(sheet.name, rows, bool(sheet.visibility), merges, found)


def _xlrd_value(book: Any, kind: int, value: Any) -> Any:
    import xlrd

    if kind == xlrd.XL_CELL_DATE:
        try:
            return _day(xlrd.xldate_as_datetime(value, book.datemode))
        except (ArithmeticError, ValueError):
            return value
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    return "" if kind == xlrd.XL_CELL_ERROR else value


def _day(moment: datetime) -> date:
    return moment.date() if moment.time() == time() else moment


def _sheet(name: str, raw: Rows, hidden: bool, merges: list[Merge], marks: Marks) -> Sheet:
    last_row = last_column = -1
    rows = [_values(row) for row in raw]
    for number, row in enumerate(rows):
        width = next((i for i in range(len(row) - 1, -1, -1) if row[i] is not None), -1)
        if width >= 0:
            last_row, last_column = number, max(last_column, width)
    for place in marks.faults:
        last_row, last_column = max(last_row, place[0]), max(last_column, place[1])
    height, width = last_row + 1, last_column + 1
    rows += [[] for _ in range(height - len(rows))]
    return Sheet(
        name,
        tuple(tuple(row[:width] + [None] * (width - len(row))) for row in rows[:height]),
        hidden,
        tuple(_merges_within(merges, height, width)),
        marks.formats,
        marks.faults,
        frozenset(row for row in marks.hidden_rows if row < height),
        frozenset(column for column in marks.hidden_columns if column < width),
        frozenset(marks.formulas),
        frozenset(marks.linked),
    )


def _merges_within(merges: list[Merge], height: int, width: int) -> Iterator[Merge]:
    """Merges over cells that there are; none after they must lie over one another."""
    area = 0
    for top, left, bottom, right in merges:
        if top < height and left < width:
            bottom, right = min(bottom, height - 1), min(right, width - 1)
            area += (bottom - top + 1) * (right - left + 1)
            if area > height * width:
                return
            yield top, left, bottom, right


def _values(row: list[Any]) -> list[CellValue]:
    # Millions of cells come through here, nearly all of them numbers and texts.
    return [
        v if type(v) is float else (v if v.strip() else None) if type(v) is str else _value(v)
        for v in row
    ]


def _value(value: Any) -> CellValue:
    if isinstance(value, timedelta):
        return str(value)
    return float(value) if type(value) is int else value
