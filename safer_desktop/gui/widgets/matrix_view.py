"""The table of the risk/harm matrix: it is worked in by keyboard as a spreadsheet is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QMenu, QTableView, QWidget

from safer_desktop.gui.models.matrix_columns import TYPE
from safer_desktop.gui.models.matrix_model import MatrixModel
from safer_desktop.gui.widgets.cell_clipboard import as_mime, read_cells
from safer_desktop.gui.widgets.cells import row_height
from safer_desktop.gui.widgets.matrix_delegate import MatrixDelegate
from safer_desktop.gui.widgets.wrapped_header import WrappedHeader

_Index = QModelIndex | QPersistentModelIndex
_Key = QKeySequence.StandardKey
_HIDDEN = "hidden"


class MatrixView(QTableView):
    """Typing, F2 or a double click edits; Enter and Tab move on; Ctrl+C, X, V, D and Delete work
    on all selected cells; Ctrl++ and Ctrl+- add and remove a type; Alt+Shift+Up and Down move it.

    ``columns_changed`` says that the user has arranged the columns otherwise.
    """

    add_asked = Signal()
    remove_asked = Signal()
    leave_asked = Signal()
    columns_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.delegate = MatrixDelegate(self)
        self.delegate.left.connect(self._go_on)
        self.setItemDelegate(self.delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setDefaultSectionSize(row_height(self.font()))
        header = WrappedHeader(self)
        self.setHorizontalHeader(header)
        header.setSectionsMovable(True)
        header.setSortIndicatorClearable(True)
        header.setStretchLastSection(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._ask_columns)
        for changed in (header.sectionMoved, header.sectionResized):
            changed.connect(lambda *_: self._arranged())
        self._arranging = False
        self._tab_column = -1
        self._keys: dict[tuple[int, Qt.KeyboardModifier], Callable[[], object]] = self._actions()

    @property
    def matrix_model(self) -> MatrixModel | None:
        """The model, once it is set."""
        model = self.model()
        return model if isinstance(model, MatrixModel) else None

    # Columns

    def arrange(self, kept: tuple[str, ...]) -> None:
        """Give the columns order, widths and visibility: the user's (``arrangement``), or ours."""
        model = self.matrix_model
        if model is None:
            return
        self._arranging = True
        header = self.horizontalHeader()
        known = {name: (int(width), how) for name, width, how in map(_parts, kept)}
        ordered = [model.place(name) for name in known if model.place(name) >= 0]
        for number in range(len(model.columns)):
            # A column that the user has not yet met stands behind its neighbour.
            if known and number not in ordered:
                ordered.insert(ordered.index(number - 1) + 1 if number else 0, number)
        for number, column in enumerate(model.columns):
            width, how = known.get(column.key, (column.width, "" if column.at_first else _HIDDEN))
            header.setSectionHidden(number, how == _HIDDEN)
            header.resizeSection(number, width)
        for visual, number in enumerate(ordered):
            header.moveSection(header.visualIndex(number), visual)
        self._arranging = False

    def arrangement(self) -> tuple[str, ...]:
        """Order, widths and visibility of the columns, to be kept for ``arrange``."""
        model, header = self.matrix_model, self.horizontalHeader()
        if model is None:
            return ()
        found = []
        for visual in range(header.count()):
            number = header.logicalIndex(visual)
            column, hidden = model.columns[number], header.isSectionHidden(number)
            # A hidden column has no width of its own; it comes back as wide as it first was.
            width = column.width if hidden else header.sectionSize(number)
            found.append(f"{column.key}|{width}|{_HIDDEN if hidden else ''}")
        return tuple(found)

    def fill_columns_menu(self, menu: QMenu) -> None:
        """Offer to show and hide each column, to move the current one, and to start over."""
        model, header = self.matrix_model, self.horizontalHeader()
        if model is None:
            return
        current = self.currentIndex().column()
        if current >= 0:
            name = model.columns[current].header
            menu.addAction(f"Move {name} &left", lambda: self.move_column(-1))
            menu.addAction(f"Move {name} &right", lambda: self.move_column(1))
            menu.addAction(f"&Hide {name}", lambda: self.show_column(current, False))
            menu.addSeparator()
        for number, column in enumerate(model.columns):
            action = menu.addAction(column.header)
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(number))
            # The types are what the rows are.
            action.setEnabled(column.key != TYPE)
            action.toggled.connect(lambda shown, n=number: self.show_column(n, shown))
        menu.addSeparator()
        menu.addAction("&Columns as they were at first", self.arrange_anew)

    def show_column(self, number: int, shown: bool) -> None:
        """Show or hide a column."""
        model = self.matrix_model
        if model is not None and model.columns[number].key != TYPE:
            self.horizontalHeader().setSectionHidden(number, not shown)
            self._arranged()

    def move_column(self, step: int) -> None:
        """Move the current column left (-1) or right (1)."""
        header, order = self.horizontalHeader(), self.visible_columns()
        current = self.currentIndex().column()
        place = order.index(current) + step if current in order else -1
        if 0 <= place < len(order):
            header.moveSection(header.visualIndex(current), header.visualIndex(order[place]))

    def arrange_anew(self) -> None:
        """Columns as a new user sees them."""
        header = self.horizontalHeader()
        for number in range(header.count()):
            header.moveSection(header.visualIndex(number), number)
        self.arrange(())
        self._arranged()

    def visible_columns(self) -> list[int]:
        """The numbers of the shown columns, from left to right."""
        header = self.horizontalHeader()
        order = (header.logicalIndex(visual) for visual in range(header.count()))
        return [number for number in order if not header.isSectionHidden(number)]

    def _arranged(self) -> None:
        if not self._arranging:
            self.columns_changed.emit()

    def _ask_columns(self, at: QPoint) -> None:
        header, model = self.horizontalHeader(), self.matrix_model
        number = header.logicalIndexAt(at)
        if model is not None and number >= 0:
            row = max(self.currentIndex().row(), 0)
            self.go_to(model.index(row, number))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_columns_menu(menu)
        menu.popup(header.mapToGlobal(at))

    # Cells

    def places(self) -> list[tuple[int, int]]:
        """The selected cells in shown columns, by row and column."""
        shown = set(self.visible_columns())
        chosen = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        return [(it.row(), it.column()) for it in chosen if it.isValid() and it.column() in shown]

    def copy_cells(self) -> None:
        """Copy the selected cells as a spreadsheet takes them."""
        model = self.matrix_model
        if model is None:
            return
        chosen = {it for it in self.places() if model.row(it[0]) is not None}
        rows = sorted({row for row, _ in chosen})
        columns = [n for n in self.visible_columns() if any(n == column for _, column in chosen)]
        if rows:
            cells = [
                [
                    str(model.index(row, n).data() or "") if (row, n) in chosen else ""
                    for n in columns
                ]
                for row in rows
            ]
            QGuiApplication.clipboard().setMimeData(as_mime(cells))

    def cut_cells(self) -> None:
        """Copy the selected cells and empty them."""
        self.copy_cells()
        self.clear_cells()

    def paste_cells(self) -> None:
        """Paste from the first selected cell on, as one edit."""
        model = self.matrix_model
        if model is not None:
            cells = read_cells(QGuiApplication.clipboard().mimeData())
            model.paste(self.places(), self.visible_columns(), cells)

    def clear_cells(self) -> None:
        """Empty the selected cells, as one edit."""
        model = self.matrix_model
        if model is not None:
            model.clear_cells(self.places())

    def fill_down(self) -> None:
        """Write the topmost selected cell of each column into the others, as one edit."""
        model = self.matrix_model
        if model is not None:
            model.fill_down(self.places())

    def move_rows(self, step: int) -> None:
        """Move the selected rows up (-1) or down (1)."""
        model = self.matrix_model
        if model is not None:
            codes = {model.codes[row] for row, _ in self.places() if model.row(row) is not None}
            model.move(codes, step)
            self.scrollTo(self.currentIndex())

    def edit_new_row(self) -> None:
        """Go to the empty row at the end and start to type the name of a new type."""
        model = self.matrix_model
        if model is not None and model.rowCount() > len(model.codes):
            index = model.index(len(model.codes), model.place(TYPE))
            self.go_to(index)
            self.edit(index)

    def open_list(self) -> None:
        """Edit the current cell with its list open."""
        self.edit(self.currentIndex())
        for editor in self.viewport().findChildren(QComboBox):
            if editor.isVisible():
                editor.showPopup()

    # Moving about

    def go_to(self, index: QModelIndex) -> None:
        """Select this cell alone, whatever key is held down."""
        choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, choose)
        self.scrollTo(index)

    def _go_on(self, down: int, right: int) -> None:
        """One cell on; Enter goes back to the column in which a run of Tabs began."""
        model, order = self.matrix_model, self.visible_columns()
        index = self.currentIndex()
        if model is None or not index.isValid() or index.column() not in order:
            return
        row, place = index.row(), order.index(index.column())
        if right:
            if self._tab_column < 0:
                self._tab_column = place
            row, place = self._next_writable(row, place, right, order)
        elif down:
            row += down
            place = self._tab_column if self._tab_column >= 0 else place
            self._tab_column = -1
        if 0 <= row < model.rowCount():
            self.go_to(model.index(row, order[place]))

    def _next_writable(self, row: int, place: int, step: int, order: list[int]) -> tuple[int, int]:
        """The next cell that can be written, along the row and on into the next rows."""
        model, at = self.model(), row * len(order) + place + step
        while 0 <= at < model.rowCount() * len(order):
            there = divmod(at, len(order))
            if model.flags(model.index(there[0], order[there[1]])) & Qt.ItemFlag.ItemIsEditable:
                return there
            at += step
        return row, place

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click ends a run of Tabs."""
        self._tab_column = -1
        super().mousePressEvent(event)

    def _actions(self) -> dict[tuple[int, Qt.KeyboardModifier], Callable[[], object]]:
        key, held = Qt.Key, Qt.KeyboardModifier
        ctrl, none, shift = held.ControlModifier, held.NoModifier, held.ShiftModifier
        both = held.AltModifier | shift
        return {
            (key.Key_Return, none): lambda: self._go_on(1, 0),
            (key.Key_Enter, none): lambda: self._go_on(1, 0),
            (key.Key_Return, shift): lambda: self._go_on(-1, 0),
            (key.Key_Enter, shift): lambda: self._go_on(-1, 0),
            (key.Key_Tab, none): lambda: self._go_on(0, 1),
            (key.Key_Backtab, shift): lambda: self._go_on(0, -1),
            (key.Key_Backtab, none): lambda: self._go_on(0, -1),
            (key.Key_D, ctrl): self.fill_down,
            (key.Key_Plus, ctrl): self.add_asked.emit,
            (key.Key_Plus, ctrl | shift): self.add_asked.emit,
            (key.Key_Equal, ctrl): self.add_asked.emit,
            (key.Key_Minus, ctrl): self.remove_asked.emit,
            (key.Key_Up, both): lambda: self.move_rows(-1),
            (key.Key_Down, both): lambda: self.move_rows(1),
            (key.Key_Down, held.AltModifier): self.open_list,
            (key.Key_F6, none): self.leave_asked.emit,
        }

    def _action_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        for standard, action in (
            (_Key.Copy, self.copy_cells),
            (_Key.Cut, self.cut_cells),
            (_Key.Paste, self.paste_cells),
            (_Key.Delete, self.clear_cells),
        ):
            if event.matches(standard):
                return action
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self._keys.get((event.key(), held))

    def event(self, event: QEvent) -> bool:
        """The window has a copy action too; in here the cells come first."""
        if isinstance(event, QKeyEvent) and self.state() is not self.State.EditingState:
            action = self._action_of(event)
            if action and event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if action and event.type() is QEvent.Type.KeyPress:
                # Before Qt takes Tab for going on to the next widget.
                action()
                return True
        return super().event(event)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """A jump to another row ends a run of Tabs."""
        if abs(current.row() - previous.row()) > 1:
            self._tab_column = -1
        super().currentChanged(current, previous)


def _parts(entry: str) -> tuple[str, str, str]:
    key, _, rest = entry.partition("|")
    width, _, how = rest.partition("|")
    return key, width if width.isdigit() else "80", how
