"""The risk/harm matrix as an editable table: ranked rows, every change one undoable edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.records import Edit, FieldChange, RecordKind, RecordRef
from safer_desktop.gui.charts.palette import Tone
from safer_desktop.gui.charts.ranked_bars import matrix_words
from safer_desktop.gui.context import Context
from safer_desktop.gui.models.matrix_cells import (
    FIELDS,
    HEADERS,
    NUMERIC,
    Column,
    edit_title,
    is_editable,
    parsed,
    shown,
    written,
)
from safer_desktop.gui.widgets.cells import CHIP_ROLE, MUTED_ROLE
from safer_desktop.gui.widgets.chips import Chip
from safer_desktop.risk.scheme import MatrixRow, RiskClass, Scheme
from safer_desktop.workbench.bench import Matrix

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_QUIET = (Column.CLASS, Column.NOTE, Column.SCORED_BY, Column.SHARE)
_TONES = (Tone.BAD, Tone.CAUTION, Tone.QUIET)


class MatrixModel(QAbstractTableModel):
    """Shows a :class:`Matrix`; writes through the context, and is shown the outcome by its owner.

    ``why`` gives the user's reason for the change that is being made. ``refused`` carries the
    words for an entry that cannot stand; ``noted`` what else there is to say of one.
    """

    refused = Signal(str)
    noted = Signal(str)

    def __init__(
        self, context: Context, why: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._why = why
        self._rows: tuple[MatrixRow, ...] = ()
        self._scheme: Scheme | None = None

    # What is shown

    def set_matrix(self, matrix: Matrix) -> None:
        """Show these rows. Indexes that others keep go with their rows to the new ranks."""
        self._scheme = matrix.scheme
        old, new = self.codes, [row.type.code for row in matrix.rows]
        if old == new:
            self._rows = matrix.rows
        elif sorted(old) == sorted(new):
            self._reorder(matrix.rows)
        else:
            self.beginResetModel()
            self._rows = matrix.rows
            self.endResetModel()
            return
        if self._rows:
            last = self.index(len(self._rows) - 1, len(HEADERS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @property
    def codes(self) -> list[str]:
        """The incident types' codes in ranked order."""
        return [row.type.code for row in self._rows]

    @property
    def scheme(self) -> Scheme | None:
        """The scheme of the matrix that is shown."""
        return self._scheme

    def row(self, number: int) -> MatrixRow | None:
        """The matrix row at a table row."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One row per incident type."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """As many as :class:`Column` names."""
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADERS[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Cells that are worked out can be selected and copied, not written."""
        flags = super().flags(index)
        row = self.row(index.row()) if index.isValid() else None
        if row is not None and is_editable(row, Column(index.column())):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, chips, quieter words, tool tips with where a number comes from."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(row, column)
        if role == Qt.ItemDataRole.EditRole:
            return written(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(row, column)
        if role == CHIP_ROLE and column is Column.CLASS and row.risk_class:
            return Chip(row.risk_class, self._tone(row.risk_class))
        if role == MUTED_ROLE:
            return column in _QUIET
        return None

    # Writing

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write one cell as one edit."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        return self.write({(index.row(), Column(index.column())): str(value)})

    def write(self, texts: dict[tuple[int, Column], str], title: str = "") -> bool:
        """Write several cells as one edit, or none of them; gives whether all could stand.

        Cells that are worked out are left as they are, and that is said.
        """
        writable = {
            (number, column): text
            for (number, column), text in texts.items()
            if (row := self.row(number)) is not None and is_editable(row, column)
        }
        try:
            changes = [self._change(*place, text) for place, text in writable.items()]
            self._refuse_twins(changes)
        except SaferError as error:
            self.refused.emit(str(error))
            return False
        left = len(texts) - len(writable)
        if left:
            self.noted.emit(f"{left} cells were left as they were: they are worked out.")
        changes = [change for change in changes if change.old != change.new]
        if not changes:
            return bool(writable)
        if len(writable) == 1:
            ((number, column),) = writable
            row = self.row(number)
            assert row is not None
            title = edit_title(row, column)
        return self._apply(Edit(title or f"{len(changes)} cells", tuple(changes), self._why()))

    def paste(self, at: Sequence[QModelIndex], text: str) -> bool:
        """Write tab-separated text from the first of these cells on; one value fills them all."""
        lines = [line.split("\t") for line in text.rstrip("\r\n").splitlines()]
        places = sorted((index.row(), index.column()) for index in at if index.isValid())
        if not places or not lines:
            return False
        if len(lines) == 1 and len(lines[0]) == 1:
            texts = {(row, Column(column)): lines[0][0] for row, column in places}
        else:
            top, left = places[0][0], min(column for _, column in places)
            texts = {
                (top + down, Column(left + right)): cell
                for down, line in enumerate(lines)
                for right, cell in enumerate(line)
                if top + down < len(self._rows) and left + right < len(HEADERS)
            }
            beyond = sum(len(line) for line in lines) - len(texts)
            if beyond:
                self.refused.emit(
                    f"{beyond} of the copied cells would lie outside the table; nothing was pasted."
                )
                return False
        return self.write(texts, f"paste of {len(texts)} cells")

    def clear_cells(self, at: Iterable[QModelIndex]) -> bool:
        """Empty these cells as one edit; names and what is worked out stay."""
        texts = {
            (index.row(), Column(index.column())): ""
            for index in at
            if index.isValid() and index.column() != Column.TYPE
        }
        return bool(texts) and self.write(texts, f"emptying of {len(texts)} cells")

    def _change(self, number: int, column: Column, text: str) -> FieldChange:
        row, scheme = self._rows[number], self._scheme
        assert scheme is not None
        others = [r.type.name for r in self._rows if r.type.code != row.type.code]
        new = parsed(text, row, column, scheme, others)
        ref = RecordRef(RecordKind.INCIDENT_TYPE, row.type.code)
        old = self._context.workbench.record(RecordKind.INCIDENT_TYPE, row.type.code)
        return FieldChange(ref, FIELDS[column], old.get(FIELDS[column]), new)

    def _refuse_twins(self, changes: Sequence[FieldChange]) -> None:
        names = [str(c.new).casefold() for c in changes if c.field == FIELDS[Column.TYPE]]
        if len(set(names)) < len(names):
            raise SaferError("Two incident types cannot have the same name.")

    def _apply(self, edit: Edit) -> bool:
        try:
            self._context.apply(edit)
        except SaferError as error:
            self.refused.emit(str(error))
            return False
        return True

    def _reorder(self, rows: tuple[MatrixRow, ...]) -> None:
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        codes = self.codes
        self._rows = rows
        places = {code: number for number, code in enumerate(self.codes)}
        new = [self.index(places[codes[i.row()]], i.column()) for i in old]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _tone(self, name: str) -> Tone:
        classes: Sequence[RiskClass] = self._scheme.classes if self._scheme else ()
        order = [c.name for c in sorted(classes, key=lambda c: c.from_score, reverse=True)]
        return _TONES[min(order.index(name), len(_TONES) - 1)] if name in order else Tone.QUIET


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in NUMERIC else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _tip(row: MatrixRow, column: Column) -> str:
    match column:
        case Column.COUNT | Column.SHARE:
            return row.count_words
        case Column.PROBABILITY:
            by_hand = "Set by hand; the volume band is not used. Delete goes back to it."
            return by_hand if row.probability_by_hand else "From the volume band of the share."
        case Column.RANK | Column.RISK | Column.CLASS:
            return matrix_words(row)
        case _:
            return shown(row, column)
