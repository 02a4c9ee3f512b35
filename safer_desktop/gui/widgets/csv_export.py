"""A table on screen saved as a csv file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QTableView, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.gui.charts.panel import file_name
from safer_desktop.gui.messages import show_error
from safer_desktop.report.csv_table import write_csv

_SUFFIX = ".csv"


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
    """Write headers and rows; raises :class:`ReportError`."""
    columns = range(model.columnCount())
    headers = [str(model.headerData(it, Qt.Orientation.Horizontal) or "") for it in columns]
    rows = (
        [str(model.index(row, it).data() or "") for it in columns]
        for row in range(model.rowCount())
    )
    write_csv(headers, rows, path)
