"""Text tables (csv, tsv, txt): their encoding, line ends and delimiter are found out."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice

from safer_desktop.loading.cells import Sheet
from safer_desktop.loading.refusals import refuse
from safer_desktop.loading.sniff import is_utf16

DELIMITERS = (",", "\t", ";", "|")
MOST_CELLS = 5_000_000
_SAMPLE_ROWS = 200
_SAMPLE_BYTES = 256 * 1024
_SAID = re.compile("\ufeff?sep=(.)\\r?\\n?", re.IGNORECASE)
"""Excel's own first line in some csv files, which it does not show as a row."""

_NOT_WINDOWS = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
_USUAL = frozenset("ÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜßàáâäçèéêëìíîïñòóôöùúûü£€–—‘’“”…•°½©®™")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text_table(data: bytes, name: str) -> Sheet:
    """The only sheet of a text table; every value in it is text, blank ones are ``None``."""
    encoding = encoding_of(data)
    sample = data[:_SAMPLE_BYTES].decode(encoding, errors="replace").replace("\0", "")
    said = _SAID.match(sample)
    delimiter = said[1] if said else delimiter_of(sample)
    lines = io.TextIOWrapper(io.BytesIO(data), encoding, errors="replace", newline="")
    if said:
        lines.readline()
    return _read(lines, delimiter, name)


def read_copied_cells(text: str, name: str) -> Sheet:
    """Cells as a spreadsheet program puts them on the clipboard: apart by tabs."""
    return _read(io.StringIO(text, newline=""), "\t", name)


def _read(lines: Iterable[str], delimiter: str, name: str) -> Sheet:
    rows: list[tuple[str | None, ...]] = []
    cells = widest = 0
    table = csv.reader((line.replace("\0", "") for line in lines), delimiter=delimiter)
    try:
        for row in table:
            cells += len(row)
            widest = max(widest, len(row))
            if max(cells, widest * len(rows)) > MOST_CELLS:
                refuse(
                    f"The file has more than {MOST_CELLS:,} cells, too many for a table.",
                    name,
                    "Ask the sender for counts in place of single records.",
                )
            rows.append(tuple(value if value.strip() else None for value in row))
    except csv.Error as error:
        refuse(
            f"Line {table.line_num} cannot be read as a table ({error}).",
            name,
            "Open it in Excel, look at that line, and save it as an Excel workbook (.xlsx).",
        )
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((len(row) for row in rows), default=0)
    return Sheet("", tuple(row + (None,) * (width - len(row)) for row in rows))


def encoding_of(data: bytes) -> str:
    """By byte order mark, as UTF-16 without one, as UTF-8, or else as Windows or Mac text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if is_utf16(data):
        big = data[0:4096:2].count(0) > data[1:4096:2].count(0)
        return "utf-16-be" if big else "utf-16-le"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _SAMPLE_BYTES):
            decoder.decode(data[start : start + _SAMPLE_BYTES])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        if _is_from_mac(data[:_SAMPLE_BYTES]):
            return "mac-roman"
        return "latin-1" if any(sign in data for sign in _NOT_WINDOWS) else "cp1252"
    return "utf-8"


def _is_from_mac(sample: bytes) -> bool:
    """Excel's "CSV (Macintosh)" ends its lines with CR alone; its accents then tell."""
    if b"\r" not in sample or b"\n" in sample:
        return False
    mac, windows = (
        sum(sign in _USUAL for sign in sample.decode(encoding, errors="replace"))
        for encoding in ("mac-roman", "cp1252")
    )
    return mac > windows


def delimiter_of(text: str) -> str:
    """The delimiter that cuts the first lines into the most regular table; a comma if none does."""
    sample = text[:_SAMPLE_BYTES]
    scores = {delimiter: _regularity(sample, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: scores[delimiter])
    return best if scores[best] > 0 else ","


def _regularity(sample: str, delimiter: str) -> float:
    widths: Counter[int] = Counter()
    try:
        rows = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
        for row in islice(rows, _SAMPLE_ROWS):
            if any(value.strip() for value in row):
                widths[len(row)] += 1
    except csv.Error:
        return 0.0
    wide = {width: times for width, times in widths.items() if width > 1}
    if not wide:
        return 0.0
    width, times = max(wide.items(), key=lambda item: (item[1], item[0]))
    return times / widths.total() * (1 + min(width, 20) / 100)
