"""A table as a csv file that Excel opens rightly, and in which nothing is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from safer_desktop.report.whole import replace_file

_FORMULA = ("=", "+", "-", "@")


def csv_text(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Headers and rows, each cell on one line; what looks like a formula is kept a text.

    A signed number stays one.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_harmless(it) for it in headers])
    writer.writerows([_harmless(it) for it in row] for row in rows)
    return out.getvalue()


def write_csv(headers: Sequence[str], rows: Iterable[Sequence[str]], path: Path) -> None:
    """Write the table, whole or not at all; raises :class:`ReportError`."""
    replace_file(path, csv_text(headers, rows).encode("utf-8-sig"), "The table", "Excel")


def _harmless(cell: str) -> str:
    line = " ".join(cell.split())
    is_formula = line.startswith(_FORMULA) and len(line) > 1 and not _is_number(line)
    return f"'{line}" if is_formula else line


def _is_number(text: str) -> bool:
    return text[1:].replace(",", "").replace(".", "", 1).rstrip("%").isdigit()
