"""A table on screen saved as a csv file."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QTableView, QWidget

from safer_desktop.domain.errors import ReportError, SaferError
from safer_desktop.gui.charts.panel import file_name
from safer_desktop.gui.messages import show_error

_SUFFIX = ".csv"
_FORMULA_STARTS = ("=", "+", "@", "\t", "\r")


def ask_and_save_csv(view: QTableView, name: str, parent: QWidget) -> None:
    """Ask where to, then save the whole table."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    start = str(Path(folder) / f"{file_name(name)}{_SUFFIX}")
    chosen, _ = QFileDialog.getSaveFileName(parent, "Export as csv", start, "csv file (*.csv)")
    if not chosen:
        return
    path = Path(chosen)
    try:
        save_csv(view.model(), path if path.suffix.lower() == _SUFFIX else Path(chosen + _SUFFIX))
    except SaferError as error:
        show_error(error, title="Export as csv", parent=parent)


def save_csv(model: QAbstractItemModel, path: Path) -> None:
    """Write headers and rows, in the form that Excel opens; raises :class:`ReportError`."""
    columns = range(model.columnCount())
    lines = [
        [str(model.headerData(it, Qt.Orientation.Horizontal) or "") for it in columns],
        *(
            [_harmless(str(model.index(row, it).data() or "")) for it in columns]
            for row in range(model.rowCount())
        ),
    ]
    text = io.StringIO(newline="")
    csv.writer(text).writerows(lines)
    try:
        path.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
    except OSError as error:
        raise ReportError(
            "The table could not be saved.",
            where=str(path),
            remedy=f"Close it elsewhere, or choose another folder ({error.strerror}).",
        ) from error


def _harmless(text: str) -> str:
    """A text that a spreadsheet program does not take for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
