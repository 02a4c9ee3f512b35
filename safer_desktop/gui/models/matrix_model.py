"""The risk/harm matrix as an editable table: every change one undoable edit."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import groupby
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
from safer_desktop.domain.records import Edit
from safer_desktop.gui.charts.palette import Tone
from safer_desktop.gui.charts.ranked_bars import matrix_words
from safer_desktop.gui.context import Context
from safer_desktop.gui.models.matrix_columns import (
    CLASS,
    COUNT,
    NOTE,
    RANK,
    RISK,
    SCORED_BY,
    SERIES,
    SHARE,
    TOGETHER,
    TYPE,
    WEIGHT,
    MatrixColumn,
    columns,
)
from safer_desktop.gui.models.matrix_entries import KIND, Entry, Plan, Weigher
from safer_desktop.gui.models.matrix_order import OWN, RowOrder
from safer_desktop.gui.widgets.cells import CHIP_ROLE, MUTED_ROLE
from safer_desktop.gui.widgets.chips import Chip
from safer_desktop.risk.chain import MatrixPart
from safer_desktop.risk.scheme import MatrixRow, RiskClass, Scheme
from safer_desktop.risk.words import NOUNS
from safer_desktop.workbench.bench import Matrix

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_QUIET = frozenset({CLASS, NOTE, SCORED_BY, SHARE, SERIES})
_TONES = (Tone.BAD, Tone.CAUTION, Tone.QUIET)
_NEW_ROW = "New: type a name here"
_HIDES_NEW = "The filter hides some rows: clear it to add or paste incident types."


class MatrixModel(QAbstractTableModel):
    """Shows a :class:`Matrix`; writes through the context, and is shown the outcome by its owner.

    Rows keep their places while they are edited; ``order_changed`` says whether sorting again
    would move one. Below the last row stands an empty one: a name typed there is a new type.
    ``why`` gives the user's reason for the change that is being made, ``done`` is told that it
    was made. ``refused`` carries the
    words for an entry that cannot stand, ``noted`` what else there is to say of one, ``doubted``
    a :class:`Plan` of which only a part can stand, and ``made`` the code of a type just added.
    """

    refused = Signal(str)
    noted = Signal(str)
    doubted = Signal(object)
    made = Signal(str)
    order_changed = Signal(bool)

    def __init__(
        self,
        context: Context,
        why: Callable[[], str],
        done: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._why = why
        self._done = done
        self._rows: dict[str, MatrixRow] = {}
        self._own: list[str] = []
        self._shown: list[str] = []
        self._order = RowOrder()
        self._scheme: Scheme | None = None
        self._has_new_row = True
        self._ages: Mapping[str, str] = {}
        self._columns: tuple[MatrixColumn, ...] = ()
        self._by_key: dict[str, MatrixColumn] = {}

    # What is shown

    def set_matrix(self, matrix: Matrix, ages: Mapping[str, str], *, sort: bool = False) -> None:
        """Show these rows, in the places that they have, or sorted again.

        ``ages`` says by code what there is to know of the age of a count.
        """
        self._own = [kind.code for kind in self._context.workbench.incident_types]
        new = {row.type.code: row for row in matrix.rows}
        self._ages = ages
        self._order.take_up(self._own)
        made = columns(matrix.scheme, self._context.workbench.catalogue)
        by_key = {column.key: column for column in made}
        if list(by_key) != list(self._by_key):
            self.beginResetModel()
            self._scheme, self._columns, self._by_key = matrix.scheme, made, by_key
            self._rows = new
            self._order.sort(new, self._own, self._by_key)
            self._order.filter(new)
            self._shown = self._order.shown(new)
            self.endResetModel()
        else:
            self._scheme, self._columns, self._by_key = matrix.scheme, made, by_key
            if sort or self.in_own_order:
                self._order.sort(new, self._own, self._by_key)
            if sort:
                self._order.filter(new)
            self._show(new)
            self._all_changed()
        self._tell_order()

    def sort_again(self) -> None:
        """Put the rows in order by the column that they were last sorted by."""
        self._order.sort(self._rows, self._own, self._by_key)
        self._order.filter(self._rows)
        self._show(self._rows)
        self._tell_order()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1: in the order that people gave the rows."""
        if not self._columns:
            return
        self._order.column = self._columns[column].key if column >= 0 else OWN
        self._order.descending = order is Qt.SortOrder.DescendingOrder
        self.sort_again()

    def set_filter(self, text: str, risk_class: str) -> None:
        """Show only rows with these words and of this class; empty: any."""
        self._order.text, self._order.risk_class = text, risk_class
        self._offer_new_row(False)
        self.sort_again()
        self._offer_new_row(not self._order.filtered)

    @property
    def columns(self) -> tuple[MatrixColumn, ...]:
        """The columns in the order of the model."""
        return self._columns

    @property
    def codes(self) -> list[str]:
        """The codes of the shown incident types, from top to bottom."""
        return list(self._shown)

    @property
    def hidden(self) -> int:
        """How many rows the filter hides."""
        return len(self._rows) - len(self._shown)

    @property
    def scheme(self) -> Scheme | None:
        """The scheme of the matrix that is shown."""
        return self._scheme

    def row(self, number: int) -> MatrixRow | None:
        """The matrix row at a table row; None for the empty row at the end."""
        return self._rows[self._shown[number]] if 0 <= number < len(self._shown) else None

    def place(self, key: str) -> int:
        """The number of the column of this name; -1 if there is none."""
        return next((n for n, column in enumerate(self._columns) if column.key == key), -1)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One row per shown incident type, and the empty one unless a filter is set."""
        if parent.isValid() or self._scheme is None:
            return 0
        return len(self._shown) + self._has_new_row

    def columnCount(self, parent: _Index = _TOP) -> int:
        """As many as the scheme asks for."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.header
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip or column.header
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column).value | Qt.TextFlag.TextWordWrap.value
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Cells that are worked out can be selected and copied, not written."""
        flags = super().flags(index)
        if not index.isValid():
            return flags
        row, column = self.row(index.row()), self._columns[index.column()]
        writable = column.key == TYPE if row is None else column.editable(row)
        return flags | Qt.ItemFlag.ItemIsEditable if writable else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, chips, quieter words, tool tips with where a number comes from."""
        if not index.isValid():
            return None
        row, column = self.row(index.row()), self._columns[index.column()]
        if row is None:
            return _of_new_row(column, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return column.shown(row)
        if role == Qt.ItemDataRole.EditRole:
            return column.edit_text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        if role == CHIP_ROLE and column.key == CLASS and row.risk_class:
            return Chip(row.risk_class, self._tone(row.risk_class))
        if role == MUTED_ROLE:
            if column.key == COUNT:
                return self._ages.get(row.type.code) or False
            return column.key in _QUIET
        return None

    # Writing

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write one cell as one edit."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        return self.write({(index.row(), index.column()): str(value)})

    def fault(self, index: _Index, text: str) -> str:
        """Why the text cannot stand in this cell; empty if it can."""
        faults = self._weigh({(index.row(), index.column()): text}).faults
        return faults[0].words if faults else ""

    def write(self, texts: Mapping[tuple[int, int], str], title: str = "") -> bool:
        """Write cells, by row and column, as one edit.

        Nothing is written while one of them cannot stand; ``doubted`` then asks about the rest.
        """
        plan = self._weigh(texts, title)
        if not plan.faults:
            return self.take(plan)
        if len(texts) == 1:
            self.refused.emit(plan.faults[0].words)
        else:
            self.doubted.emit(plan)
        return False

    def take(self, plan: Plan) -> bool:
        """Make the changes of a plan as one edit, whatever else could not stand."""
        if plan.kept:
            cells = "One cell was" if plan.kept == 1 else f"{plan.kept} cells were"
            self.noted.emit(f"{cells} left as they were: worked out, or counted from the data.")
        if plan.changes:
            try:
                self._context.apply(Edit(plan.title, plan.changes, self._why()))
                self._done()
            except SaferError as error:
                self.refused.emit(str(error))
                return False
        if plan.made:
            self.made.emit(plan.made[-1])
        return plan.cells > 0

    def paste(
        self, places: Sequence[tuple[int, int]], order: Sequence[int], cells: list[list[str]]
    ) -> bool:
        """Write copied cells from the first of these places on; one value fills them all.

        ``order`` are the columns as they stand on the screen. Rows beyond the last become new
        incident types.
        """
        if not places or not cells:
            return False
        if len(cells) == 1 and len(cells[0]) == 1:
            texts = dict.fromkeys(places, cells[0][0])
        else:
            top = min(row for row, _ in places)
            left = min(order.index(column) for _, column in places)
            if left + max(map(len, cells)) > len(order):
                wide = left + max(map(len, cells)) - len(order)
                self.refused.emit(
                    f"The copied block is {wide} columns too wide for this place; nothing was "
                    "pasted. Start further left, or show more columns."
                )
                return False
            texts = {
                (top + down, order[left + right]): text
                for down, line in enumerate(cells)
                for right, text in enumerate(line)
            }
        beyond = any(row >= len(self._shown) for row, _ in texts)
        if beyond and self._order.filtered:
            self.refused.emit(_HIDES_NEW)
            return False
        return self.write(texts, f"paste of {len(texts)} cells" if len(texts) > 1 else "")

    def clear_cells(self, places: Collection[tuple[int, int]]) -> bool:
        """Empty these cells as one edit; names and what is worked out stay."""
        name = self.place(TYPE)
        texts = {it: "" for it in places if it[1] != name and it[0] < len(self._shown)}
        title = f"emptying of {len(texts)} cells" if len(texts) > 1 else ""
        return bool(texts) and self.write(texts, title)

    def fill_down(self, places: Collection[tuple[int, int]]) -> bool:
        """Write the topmost of these cells of each column into those below it, as one edit.

        Of a single row, what stands above it is written.
        """
        by_column: dict[int, list[int]] = {}
        for row, column in sorted(places):
            by_column.setdefault(column, []).append(row)
        texts: dict[tuple[int, int], str] = {}
        for column, rows in by_column.items():
            first = rows[0] if len(rows) > 1 else rows[0] - 1
            above = self.row(first)
            if above is not None and self._columns[column].key != TYPE:
                text = self._columns[column].edit_text(above)
                texts |= {(row, column): text for row in rows if first < row < len(self._shown)}
        return bool(texts) and self.write(texts, f"fill down of {len(texts)} cells")

    def move(self, codes: Collection[str], step: int) -> bool:
        """Move rows up (-1) or down (1); what stands on the screen becomes the rows' own order."""
        order = list(self._shown)
        if self._order.filtered:
            self.refused.emit("The filter hides some rows: clear it to move rows.")
            return False
        moving = [code for code in order if code in codes]
        for code in moving if step < 0 else reversed(moving):
            place = order.index(code) + step
            if not 0 <= place < len(order) or order[place] in moving:
                return False
            order.remove(code)
            order.insert(place, code)
        if not moving:
            return False
        self._order.column = OWN
        title = f"place of {self._rows[moving[0]].type.name}"
        try:
            self._context.apply(self._context.workbench.order_edit(KIND, order, title))
        except SaferError as error:
            self.refused.emit(str(error))
            return False
        self.sort_again()
        return True

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder]:
        """The column that the rows were last sorted by, -1 for their own order, and which way."""
        way = Qt.SortOrder
        order = way.DescendingOrder if self._order.descending else way.AscendingOrder
        return self.place(self._order.column), order

    @property
    def in_own_order(self) -> bool:
        """Whether the rows stand in the order that people gave them."""
        return self._order.column == OWN

    def _weigh(self, texts: Mapping[tuple[int, int], str], title: str = "") -> Plan:
        stored = self._context.workbench.records(KIND)
        rows: dict[int, dict[str, str]] = {}
        for (number, column), text in sorted(texts.items()):
            rows.setdefault(number, {})[self._columns[column].key] = text
        entries = [Entry(number, self.row(number), cells) for number, cells in rows.items()]
        return Weigher(self._columns, stored, self._why()).weigh(entries, title)

    # Keeping rows in their places

    def _show(self, new: dict[str, MatrixRow]) -> None:
        """Show the wanted rows; indexes that others keep go with their rows."""
        wanted = self._order.shown(new)
        self._remove_rows(set(self._shown) - set(wanted))
        self._rows = new
        self._reorder([code for code in wanted if code in set(self._shown)])
        self._insert_rows(wanted)

    def _offer_new_row(self, offered: bool) -> None:
        end = len(self._shown)
        if offered and not self._has_new_row:
            self.beginInsertRows(_TOP, end, end)
            self._has_new_row = True
            self.endInsertRows()
        elif not offered and self._has_new_row:
            self.beginRemoveRows(_TOP, end, end)
            self._has_new_row = False
            self.endRemoveRows()

    def _remove_rows(self, codes: set[str]) -> None:
        gone = [number for number, code in enumerate(self._shown) if code in codes]
        for first, last in reversed(_runs(gone)):
            self.beginRemoveRows(_TOP, first, last)
            del self._shown[first : last + 1]
            self.endRemoveRows()

    def _insert_rows(self, wanted: list[str]) -> None:
        there = set(self._shown)
        for first, last in _runs([n for n, code in enumerate(wanted) if code not in there]):
            self.beginInsertRows(_TOP, first, last)
            self._shown[first:first] = wanted[first : last + 1]
            self.endInsertRows()

    def _reorder(self, codes: list[str]) -> None:
        if codes == self._shown:
            return
        self.layoutAboutToBeChanged.emit()
        old, before = self.persistentIndexList(), [*self._shown]
        self._shown = codes
        places = {code: number for number, code in enumerate(codes)}
        new = [
            self.index(places[before[i.row()]], i.column()) if i.row() < len(before) else i
            for i in old
        ]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _all_changed(self) -> None:
        if self._shown:
            last = self.index(len(self._shown) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _tell_order(self) -> None:
        self.order_changed.emit(self._order.out_of_order(self._rows, self._own, self._by_key))

    # Words and colours

    def _tone(self, name: str) -> Tone:
        classes: Sequence[RiskClass] = self._scheme.classes if self._scheme else ()
        order = [c.name for c in sorted(classes, key=lambda c: c.from_score, reverse=True)]
        return _TONES[min(order.index(name), len(_TONES) - 1)] if name in order else Tone.QUIET

    def _tip(self, row: MatrixRow, column: MatrixColumn) -> str:
        if column.key in (COUNT, SHARE):
            return f"{row.count_words}."
        if column.key in (RANK, RISK, CLASS):
            lacking = f" ({', '.join(row.missing)})" if row.missing else ""
            assert self._scheme is not None  # there are rows
            return f"{matrix_words(row, NOUNS[self._scheme.formula])}{lacking}"
        if column.part is MatrixPart.PROBABILITY and row.likelihood_by_hand:
            return "Set by hand; the volume is not used. Delete goes back to it."
        if column.key in (WEIGHT, TOGETHER):
            return row.harm_words
        meant = column.shown(row)
        worded = [it for it in column.choices if it.startswith(f"{meant}:")] if meant else []
        return worded[0] if worded else meant


def _of_new_row(column: MatrixColumn, role: int) -> Any:
    if column.key != TYPE:
        return None
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
        return _NEW_ROW
    if role == Qt.ItemDataRole.EditRole:
        return ""
    return True if role == MUTED_ROLE else None


def _alignment(column: MatrixColumn) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of each run of neighbours: ``1 2 3 7`` gives (1, 3) and (7, 7)."""
    found = []
    for _, run in groupby(enumerate(numbers), key=lambda it: it[1] - it[0]):
        part = [number for _, number in run]
        found.append((part[0], part[-1]))
    return found
