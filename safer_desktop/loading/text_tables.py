"""Text tables (csv, tsv, txt): their encoding, line ends and delimiter are found out."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from itertools import islice

from safer_desktop.loading.cells import Sheet
from safer_desktop.loading.sniff import is_utf16, refuse

DELIMITERS = (",", "\t", ";", "|")
MOST_CELLS = 5_000_000
_SAMPLE_ROWS = 200
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text_table(data: bytes, name: str) -> Sheet:
    """The only sheet of a text table; every value in it is text, blank ones are ``None``."""
    text = decoded(data)
    rows: list[tuple[str | None, ...]] = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text)):
            cells += len(row)
            if cells > MOST_CELLS:
                refuse(
                    f"The file has more than {MOST_CELLS:,} cells, too many for a table.",
                    name,
                    "Ask the sender for counts in place of single records.",
                )
            rows.append(tuple(value if value.strip() else None for value in row))
    except csv.Error as error:
        refuse(
            f"Line {len(rows) + 1} cannot be read as a table ({error}).",
            name,
            "Open it in Excel, look at that line, and save it as an Excel workbook (.xlsx).",
        )
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((len(row) for row in rows), default=0)
    return Sheet("", tuple(row + (None,) * (width - len(row)) for row in rows))


def decoded(data: bytes) -> str:
    """The text, by byte order mark, as UTF-16 without one, as UTF-8, or else as Windows text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").replace("\0", "")
    if is_utf16(data):
        big = data[0:4096:2].count(0) > data[1:4096:2].count(0)
        return data.decode("utf-16-be" if big else "utf-16-le", errors="replace")
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding).replace("\0", "")
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1").replace("\0", "")


def delimiter_of(text: str) -> str:
    """The delimiter that cuts the first lines into the most regular table; a comma if none does."""
    sample = text[:200_000]
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
