"""Runs in the reading child process: one file in, one workbook or one refusal out.

calamine can abort its process and cannot be stopped; here it takes nobody along.
"""

from __future__ import annotations

import hashlib
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

from safer_desktop.domain.errors import LoadError, PasswordNeeded
from safer_desktop.loading import marks as marking
from safer_desktop.loading.cells import CellValue, Sheet, Workbook, WorkbookKind
from safer_desktop.loading.marks import Marks, UnsafeXmlError
from safer_desktop.loading.passwords import unlocked
from safer_desktop.loading.sniff import (
    ASK_AGAIN,
    BROKEN_ARCHIVE,
    LARGEST_FILE,
    SAVE_AS_XLSX,
    refuse,
    refuse_password,
    sniff,
)
from safer_desktop.loading.text_tables import MOST_CELLS, read_text_table

ROWS_AT_ONCE = 1000
"""Rows in one message: taking in a larger one would hold up the window's own work."""

Row = tuple[CellValue, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not read; ``wrong`` is told of a protected file, whether a password was."""

    what: str
    where: str
    remedy: str
    wrong: bool | None = None


Message = list[Row] | Sheet | Workbook | Refusal
"""What the child sends: rows of a sheet, then the sheet without its rows; so for each sheet, and
last the workbook without its sheets. Or a refusal, which ends everything."""


def serve(path: str, password: str, connection: Connection) -> None:
    """Read the file and send its :data:`Message`; nothing is printed, whatever happens."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)
    sys.stderr = sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    send: Callable[[Message], None] = connection.send
    try:
        with _panics_refused(Path(path).name):
            workbook, sheets = _opened(Path(path), password)
            for sheet in sheets:
                for start in range(0, sheet.height, ROWS_AT_ONCE):
                    send(list(sheet.rows[start : start + ROWS_AT_ONCE]))
                send(replace(sheet, rows=()))
            send(workbook)
    except PasswordNeeded as error:
        send(Refusal(error.what, error.where, error.remedy, error.wrong))
    except LoadError as error:
        send(Refusal(error.what, error.where, error.remedy))
    except (MemoryError, RecursionError):
        send(Refusal("The workbook is too large for this computer's memory.", "", ASK_AGAIN))
    connection.close()


def read_file(path: Path, password: str = "") -> Workbook:
    """The file as a workbook, read in this very process; raises :class:`LoadError`."""
    with _panics_refused(path.name):
        workbook, sheets = _opened(path, password)
        return replace(workbook, sheets=tuple(sheets))


@contextmanager
def _panics_refused(name: str) -> Iterator[None]:
    try:
        yield
    except BaseException as error:
        # What calamine raises on a file that it did not foresee is no Exception and has no
        # importable name.
        if type(error).__name__ != "PanicException":
            raise
        refuse("The file is damaged.", name, "Ask the sender for it again.")


def _opened(path: Path, password: str) -> tuple[Workbook, Iterator[Sheet]]:
    """The workbook without its sheets, and these one by one."""
    name = path.name
    data = _bytes_of(path)
    plain = unlocked(data, name, password)
    kind = sniff(plain, name)
    workbook = Workbook(name, hashlib.sha256(data).hexdigest(), len(data), (), kind)
    if kind is WorkbookKind.TEXT:
        return workbook, iter((read_text_table(plain, name),))
    return workbook, iter(_read_sheets(plain, kind, name))


def _bytes_of(path: Path) -> bytes:
    name = path.name
    if path.stat().st_size > LARGEST_FILE:
        refuse(
            f"The file has more than {LARGEST_FILE // 1024**2} MB.",
            name,
            "Ask the sender for counts in place of single records.",
        )
    try:
        return path.read_bytes()
    except PermissionError:
        refuse(
            "The file cannot be opened.",
            name,
            "Close it in any other program, or ask who may read it.",
        )
    except OSError as error:
        refuse(f"The file cannot be read ({error.strerror}).", name, "Copy it to this computer.")


def _read_sheets(data: bytes, kind: WorkbookKind, name: str) -> tuple[Sheet, ...]:
    if kind is WorkbookKind.XLS:
        return _read_xls(data, name)
    marks: dict[str, Marks] = {}
    try:
        if kind is WorkbookKind.XLSX:
            marks = marking.xlsx_marks(data)
        elif kind is WorkbookKind.ODS:
            marks = marking.ods_marks(data)
    except UnsafeXmlError:
        refuse(
            "The workbook declares entities, which no spreadsheet program writes.",
            name,
            "Do not open it; ask the sender about it.",
        )
    except (*BROKEN_ARCHIVE, ExpatError, OSError, LookupError, RuntimeError, ValueError) as error:
        refuse(f"A part of the workbook is damaged ({error}).", name, ASK_AGAIN)
    for sheet, found in marks.items():
        _guard_extent(sheet, found.last_row + 1, found.last_column + 1, name)
    return _read_by_calamine(data, name, marks)


def _guard_extent(sheet: str, rows: int, columns: int, name: str) -> None:
    if rows * columns > MOST_CELLS:
        refuse(
            f"Sheet '{sheet}' spans {rows:,} rows by {columns:,} columns, too many for a table.",
            name,
            "Delete the stray cells at its far end, or ask the sender for counts in place of"
            " single records.",
        )


def _read_by_calamine(data: bytes, name: str, marks: dict[str, Marks]) -> tuple[Sheet, ...]:
    import python_calamine as calamine

    try:
        book = calamine.load_workbook(io.BytesIO(data))
        sheets = []
        for meta in book.sheets_metadata:
            if meta.typ is not calamine.SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(meta.name)
            _guard_extent(meta.name, sheet.total_height, sheet.total_width, name)
            sheets.append(
                _sheet(
                    meta.name,
                    sheet.to_python(skip_empty_area=False),
                    meta.visible is not calamine.SheetVisibleEnum.Visible,
                    ((a, b, c, d) for (a, b), (c, d) in sheet.merged_cell_ranges or ()),
                    marks.get(meta.name, Marks()),
                )
            )
    except calamine.PasswordError:
        refuse_password(name)
    except (calamine.CalamineError, OSError, ValueError) as error:
        refuse(f"The workbook cannot be read ({error}).", name, SAVE_AS_XLSX)
    return tuple(sheets)


def _read_xls(data: bytes, name: str) -> tuple[Sheet, ...]:
    """Values by calamine, marks by xlrd; xlrd alone where calamine does not know the format."""
    import python_calamine as calamine

    book = None
    if len(data) <= marking.LARGEST_XLS:
        book = _open_by_xlrd(data, name)
    try:
        calamine.load_workbook(io.BytesIO(data))
    except calamine.PasswordError:
        refuse_password(name)
    except calamine.CalamineError as error:
        if book is not None:
            return _read_by_xlrd(book)
        refuse(f"The file is no readable workbook ({error}).", name, ASK_AGAIN)
    return _read_by_calamine(data, name, marking.xls_marks(book) if book is not None else {})


def _open_by_xlrd(data: bytes, name: str) -> Any:
    """xlrd's book, or ``None`` where xlrd cannot read it. xlrd raises all kinds of errors on
    damaged files, and asserts; calamine then decides alone."""
    import struct

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
    except (
        CompDocError,
        ArithmeticError,
        AssertionError,
        AttributeError,
        LookupError,
        NotImplementedError,
        TypeError,
        UnicodeError,
        ValueError,
        struct.error,
    ):
        return None


def _read_by_xlrd(book: Any) -> tuple[Sheet, ...]:
    import xlrd

    marks = marking.xls_marks(book)
    sheets = []
    for sheet in book.sheets():
        rows: list[list[Any]] = []
        for row in range(sheet.nrows):
            values = []
            for kind, value in zip(sheet.row_types(row), sheet.row_values(row), strict=True):
                if kind == xlrd.XL_CELL_DATE:
                    value = _day(xlrd.xldate_as_datetime(value, book.datemode))
                elif kind == xlrd.XL_CELL_BOOLEAN:
                    value = bool(value)
                elif kind == xlrd.XL_CELL_ERROR:
                    value = ""
                values.append(value)
            rows.append(values)
        merges = ((a, c, b - 1, d - 1) for a, b, c, d in sheet.merged_cells)
        sheets.append(_sheet(sheet.name, rows, bool(sheet.visibility), merges, marks[sheet.name]))
    return tuple(sheets)


def _day(moment: datetime) -> date:
    return moment.date() if moment.time() == time() else moment


def _sheet(
    name: str,
    rows: list[list[Any]],
    hidden: bool,
    merges: Iterable[tuple[int, int, int, int]],
    marks: Marks,
) -> Sheet:
    last_row = last_column = -1
    plain = [[_value(value) for value in row] for row in rows]
    for number, row in enumerate(plain):
        width = next((i for i in range(len(row) - 1, -1, -1) if row[i] is not None), -1)
        if width >= 0:
            last_row, last_column = number, max(last_column, width)
    for place in marks.faults:
        last_row, last_column = max(last_row, place[0]), max(last_column, place[1])
    height, width = last_row + 1, last_column + 1
    plain += [[] for _ in range(height - len(plain))]
    padded = (row[:width] + [None] * (width - len(row)) for row in plain[:height])
    return Sheet(
        name,
        tuple(tuple(row) for row in padded),
        hidden,
        tuple(merges),
        marks.formats,
        marks.faults,
        frozenset(row for row in marks.hidden_rows if row < height),
        frozenset(column for column in marks.hidden_columns if column < width),
    )


def _value(value: Any) -> CellValue:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, bool) or not isinstance(value, (int, timedelta)):
        return value
    return str(value) if isinstance(value, timedelta) else float(value)
