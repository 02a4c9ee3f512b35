"""How many tables of real workbooks the finder reads right at once, and how fast it scans many."""

from __future__ import annotations

import os
import random
import re
import tempfile
import time
import tomllib
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from safer_desktop.domain.progress import Silent
from safer_desktop.loading.cells import Place, Sheet, Workbook, a1, parse_a1, shown
from safer_desktop.loading.layout import Layout
from safer_desktop.loading.periods import PeriodReading, read_label
from safer_desktop.loading.readers import read_workbook
from safer_desktop.loading.recipes import Axis, AxisKind, TableRecipe
from safer_desktop.loading.tables import propose
from safer_desktop.workbench.defaults import default_catalogue
from tests.benchmarks.measure import Measure

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
READINGS = Path(__file__).with_name("readings") / "tables.toml"
SHEETS, ROWS, COLUMNS = 50, 200, 26


@dataclass(frozen=True)
class Verdict:
    """What was made of one table: nothing wrong, or the first thing that is."""

    name: str
    held_out: bool
    wrong: str


def truths() -> list[dict[str, Any]]:
    """The right readings, as they were written down."""
    return list(tomllib.loads(READINGS.read_text("utf-8"))["table"])


def verdicts(files: Container[str] | None = None) -> Iterator[Verdict]:
    """The finder's first proposal against each right reading, of these files or of all."""
    for truth in truths():
        if files is not None and truth["file"] not in files:
            continue
        workbook, found = proposals(truth["file"])
        sheet = workbook.sheet(truth["sheet"])
        assert sheet is not None, truth
        tables = [table for table in found if table.sheet == sheet.name]
        first = min(_columns(truth["columns"]), default=0)
        rows = sorted(_rows(truth["rows"]))
        name = f"{Path(truth['file']).name} {sheet.name} {truth['columns']} {truth['rows']}"
        yield Verdict(name, truth.get("held_out", False), judged(sheet, tables, truth, first, rows))


def judged(
    sheet: Sheet, tables: list[TableRecipe], truth: dict[str, Any], first: int, rows: list[int]
) -> str:
    """The first thing wrong with the table that was found where one should be; empty: right."""
    if not truth["columns"]:
        return f"{len(tables)} tables where there is none" if tables else ""
    near = [it for it in tables if it.first_column <= first <= it.last_column]
    near = [it for it in near if it.first_row <= rows[-1] and it.last_row >= rows[0]]
    if not near:
        return "not found"
    table = min(near, key=lambda it: abs(it.first_row - rows[0]))
    return next(_faults(sheet, table, truth), "")


def _faults(sheet: Sheet, table: TableRecipe, truth: dict[str, Any]) -> Iterator[str]:
    layout = Layout(sheet, table)
    read = _read(layout)
    wanted = {
        (row, column)
        for row in _rows(truth["rows"])
        for column in _columns(truth["columns"])
        if not sheet.is_blank(row, column)
    }
    if read != wanted:
        odd = sorted(read ^ wanted)
        many, few = len(read - wanted), len(wanted - read)
        yield f"cells: {many} too many, {few} missing, such as {a1(*odd[0])}"
    for axis in ("period", "area", "indicator"):
        lines = _lines(getattr(table, axis))
        needed, may = _spec(truth[axis])
        if not needed <= lines <= needed | may:
            yield f"{axis}: {sorted(lines)} for '{truth[axis]}'"
    for sample in truth["samples"]:
        yield from _sample_faults(layout, truth, sample)


def _sample_faults(layout: Layout, truth: dict[str, Any], sample: list[str]) -> Iterator[str]:
    cell, value, start, end, kind, area, indicator = sample
    place = parse_a1(cell)
    number = layout.sheet.value(*place)
    text = shown(number, layout.sheet.formats.get(place, ""))
    if not _is_shown(text if isinstance(number, str) else number, value):
        yield f"{cell}: {number} is not {value}"
    label = layout.label(layout.table.period, place)
    reading = read_label(
        label.text, label.value, hint=layout.table.period_hint, anywhere=_anywhere(layout.table)
    )
    if start:
        period = reading.period if isinstance(reading, PeriodReading) else None
        found = (str(period.start), str(period.end), str(period.kind)) if period else None
        if found != (start, end, kind):
            yield f"{cell}: period {found} of '{label.text}' is not {start} to {end}, {kind}"
    for name, wanted in (("area", area), ("indicator", indicator)):
        axis: Axis = getattr(layout.table, name)
        _, may = _spec(truth[name])
        cells = [c for c in layout.label(axis, place).cells if not _on(may, axis, c)]
        texts = [_plain(layout.sheet.text(*c)) for c in cells]
        parts = [_plain(part) for part in wanted.split(" | ")] if wanted else []
        if (len(texts) != len(parts) and not (parts and parts[-1].endswith("..."))) or not all(
            _alike(text, part) for text, part in zip(texts, parts, strict=False)
        ):
            yield f"{cell}: {name} {texts} is not {parts}"


def _read(layout: Layout) -> set[Place]:
    """The cells that are read: not blank, in no ignored line, under no label that is left out."""
    table = layout.table
    out = (
        (table.period, table.periods),
        (table.area, table.areas),
        (table.indicator, table.indicators),
    )
    used = [(axis, {label for label, code in codes.items() if not code}) for axis, codes in out]
    used = [(axis, labels) for axis, labels in used if labels]
    return {
        place
        for place in layout.places()
        if not layout.sheet.is_blank(*place)
        and not any(layout.label(axis, place).text in labels for axis, labels in used)
    }


def _lines(axis: Axis) -> set[str]:
    found = set()
    for part in axis.parts:
        match part.kind:
            case AxisKind.ROWS:
                found |= {f"r{line + 1}" for line in part.lines}
            case AxisKind.COLUMNS:
                found |= {f"c{a1(0, line)[:-1]}" for line in part.lines}
            case AxisKind.SECTIONS:
                found |= {f"s{a1(0, line)[:-1]}" for line in part.lines}
            case AxisKind.CELL:
                found.add(f"@{a1(part.lines[0], part.lines[1])}")
            case AxisKind.SHEET:
                found.add("sheet")
            case _:
                pass
    return found


def _spec(text: str) -> tuple[set[str], set[str]]:
    needed = {word for word in text.split() if not word.startswith("?")}
    return needed, {word[1:] for word in text.split() if word.startswith("?")}


def _on(lines: set[str], axis: Axis, cell: Place) -> bool:
    kinds = {part.kind for part in axis.parts}
    row, letters = f"r{cell[0] + 1}", a1(0, cell[1])[:-1]
    if row in lines and AxisKind.ROWS in kinds:
        return True
    columns = {f"c{letters}", f"s{letters}"} & lines
    return bool(columns & _lines(axis)) and row not in _lines(axis)


def _anywhere(table: TableRecipe) -> bool:
    kinds = {part.kind for part in table.period.parts}
    return bool(kinds & {AxisKind.CELL, AxisKind.SHEET})


def _rows(text: str) -> set[int]:
    return set(_numbers(text, lambda word: int(word) - 1))


def _columns(text: str) -> set[int]:
    return set(_numbers(text, lambda word: parse_a1(f"{word}1")[1]))


def _numbers(text: str, read: Any) -> Iterator[int]:
    for part in filter(None, text.split(",")):
        first, _, last = part.partition("-")
        yield from range(read(first), read(last or first) + 1)


def _is_shown(found: object, wanted: str) -> bool:
    if isinstance(found, str):
        found = found.replace(",", "")
    digits = len(wanted.partition(".")[2])
    return abs(float(str(found)) - float(wanted)) <= 0.51 / 10.0**digits


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _alike(text: str, part: str) -> bool:
    return text.startswith(part.rstrip(".")) if part.endswith("...") else text == part


@cache
def proposals(file: str) -> tuple[Workbook, tuple[TableRecipe, ...]]:
    """A workbook and every table found in it, as first proposed."""
    workbook = read_workbook(SHARED / file, Silent())
    found = propose(workbook, default_catalogue()).found
    return workbook, tuple(draft.layout for draft in found)


def seconds_beyond_reading() -> tuple[float, float]:
    """Time to read a 50-sheet workbook, and to find and describe every table on it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "performance.xlsx"
        _write(path)
        began = time.perf_counter()
        workbook = read_workbook(path, Silent())
        read = time.perf_counter() - began
    times = []
    for _ in range(3):
        began = time.perf_counter()
        found = propose(workbook, default_catalogue()).found
        times.append(time.perf_counter() - began)
        if len(found) != SHEETS:
            raise RuntimeError(f"{len(found)} tables were found on {SHEETS} sheets")
    return read, min(times)


def _write(path: Path) -> None:
    from xlsxwriter import Workbook as Book

    chance = random.Random(7)
    with Book(str(path)) as book:
        for number in range(SHEETS):
            sheet = book.add_worksheet(f"Measure {number + 1}")
            sheet.write_row(0, 0, [f"Measure {number + 1}: offences by area"])
            months = [f"{name} {year}" for year in (2015, 2016) for name in _MONTHS]
            sheet.write_row(2, 0, ["Area code", "Area", *months])
            for row in range(ROWS - 3):
                values = [float(chance.randrange(400)) for _ in range(COLUMNS - 2)]
                sheet.write_row(row + 3, 0, [f"E0{7_000_000 + row}", f"Place {row}", *values])


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def run() -> Iterator[Measure]:
    """Tables read right at once (all, and those never looked at), and the scan of 50 sheets."""
    if SHARED.is_dir():
        found = list(verdicts())
        held = [verdict for verdict in found if verdict.held_out]
        for verdict in found:
            if verdict.wrong:
                print(f"  wrong: {verdict.name}{' (held out)' * verdict.held_out}: {verdict.wrong}")
        for name, some in (("tables read right at once", found), ("of those held out", held)):
            right = sum(not verdict.wrong for verdict in some)
            unit = f"% ({right} of {len(some)})"
            yield Measure(name, 100 * right / len(some), unit, 85.0, "higher")
    read, beyond = seconds_beyond_reading()
    print(
        f"  50 sheets of {ROWS} x {COLUMNS} read in {read:.2f} s (on {os.cpu_count()} processors)"
    )
    yield Measure("50 sheets scanned for tables, beyond reading", beyond, "s", 1.0)
