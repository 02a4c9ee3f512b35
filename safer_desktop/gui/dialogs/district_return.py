"""A copy that came back: the county's and the district's side by side, to be ticked."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHeaderView, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.records import Json, RecordKind
from safer_desktop.gui.context import Context
from safer_desktop.gui.files import PACK_SUFFIX
from safer_desktop.gui.forms.ui_return_dialog import Ui_ReturnDialog
from safer_desktop.gui.messages import show_error
from safer_desktop.gui.models.text_table import TextTableModel
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.returns import Difference, Return, read_return, return_edit

_HEADERS = ("What", "The county says", "The district says", "Who and when", "Why")
_FIELDS = {"scored_by": "who scored it"}
_LONGEST = 300


def ask_for_return(context: Context, parent: QWidget) -> None:
    """Ask for the file that came back, then show what is in it."""
    name, _ = QFileDialog.getOpenFileName(
        parent, "A district's return", "", f"Safer Desktop pack (*{PACK_SUFFIX})"
    )
    if name:
        open_return(context, Path(name), parent)


def open_return(context: Context, path: Path, parent: QWidget) -> None:
    """Look into a file that came back, and show what is in it."""
    context.tasks.run(
        lambda _progress: read_return(context.workbench, path),
        lambda found: ReturnDialog(context, found, parent).open(),
        title="A district's return",
    )


class DifferencesModel(TextTableModel):
    """Differences with a tick each; those that the county has changed too are not ticked at first.

    ``ticked()`` comes after every change of a tick.
    """

    ticked = Signal()

    def __init__(self, bench: Workbench, found: Return, parent: QObject) -> None:
        super().__init__(parent)
        self._found = [it for it in found.differences if it.changes]
        self._ticks = [not it.clashes for it in self._found]
        self.set_table(_HEADERS, [_row(bench, it) for it in self._found])

    @property
    def chosen(self) -> list[Difference]:
        """The ticked ones."""
        return [it for it, tick in zip(self._found, self._ticks, strict=True) if tick]

    def tick_all(self, tick: bool) -> None:
        """Tick or untick every one."""
        self.beginResetModel()
        self._ticks = [tick] * len(self._found)
        self.endResetModel()
        self.ticked.emit()

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Ticks stand in the first column."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The texts, and the tick."""
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            ticked = self._ticks[index.row()]
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: Any,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Set a tick."""
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != 0:
            return False
        self._ticks[index.row()] = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit()
        return True


class ReturnDialog(QDialog):
    """Takes in what is ticked as one change."""

    def __init__(self, context: Context, found: Return, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._found = found
        self.ui = Ui_ReturnDialog()
        self.ui.setupUi(self)
        ui = self.ui
        self.model = DifferencesModel(context.workbench, found, self)
        ui.differences.setModel(self.model)
        ui.differences.verticalHeader().hide()
        header = ui.differences.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        ui.differences.verticalHeader().setSectionResizeMode(
            QHeaderView.ResizeMode.ResizeToContents
        )
        many = self.model.rowCount()
        name = found.handover.name
        ui.heading.setText(
            f"{name} changed {many} {'thing' if many == 1 else 'things'}"
            if many
            else f"{name} says nothing else than the county's pack"
        )
        ui.remarks.setText(" ".join(found.remarks))
        ui.remarks.setVisible(bool(found.remarks))
        ui.all.clicked.connect(lambda: self.model.tick_all(True))
        ui.none.clicked.connect(lambda: self.model.tick_all(False))
        ui.take.clicked.connect(self.take)
        self.model.ticked.connect(self._enable)
        context.closing.connect(self.close)
        self.finished.connect(self.deleteLater)
        self._enable()

    def take(self) -> None:
        """Take in what is ticked."""
        now = datetime.now(UTC).replace(microsecond=0)
        try:
            self._context.apply(
                return_edit(self._context.workbench, self._found, self.model.chosen, now)
            )
        except SaferError as error:
            show_error(error, title="A district's return", parent=self)
            return
        self.accept()

    def _enable(self) -> None:
        some = self.model.rowCount() > 0
        self.ui.take.setEnabled(bool(self.model.chosen))
        self.ui.all.setEnabled(some)
        self.ui.none.setEnabled(some)


def _row(bench: Workbench, it: Difference) -> tuple[str, ...]:
    clash = "Changed by the county since" if it.clashes else ""
    when = it.at.astimezone()
    return (
        "\n".join(part for part in (_what(bench, it), clash) if part),
        _said(it.now, it.record.kind),
        _said(it.new, it.record.kind),
        f"{it.who}, {when.day} {when:%B %Y}",
        it.why,
    )


def _what(bench: Workbench, it: Difference) -> str:
    if it.record.kind is not RecordKind.INCIDENT_TYPE:
        return it.what[:1].upper() + it.what[1:]
    if not bench.has_record(it.record.kind, it.record.code):
        return it.what
    name = bench.record(it.record.kind, it.record.code)["name"]
    field = _FIELDS.get(it.field, it.field.rpartition(":")[2] or it.field)
    return f"{name}: {field}"


def _said(value: Json, kind: RecordKind) -> str:
    if value is None or value == "":
        return "as the figures draft it" if kind is RecordKind.COMMENTARY else "nothing"
    if isinstance(value, dict):
        text = str(value.get("text"))
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        return shown if value.get("included") else f"Left out of the paper: {shown}"
    return str(value)
