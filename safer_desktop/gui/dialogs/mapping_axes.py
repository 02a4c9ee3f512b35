"""One line of the mapping dialog: where periods, areas or indicators are written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from safer_desktop.loading.cells import a1, column_letters, parse_a1
from safer_desktop.loading.recipes import Axis, AxisKind


class AxisRow(QObject):
    """Shows an axis and tells when the user changed it.

    ``choices`` are (words, code) for a FIXED axis; None: the period is typed in words.
    """

    changed = Signal()
    selection_wanted = Signal()

    def __init__(
        self,
        kind: QComboBox,
        lines: QLineEdit,
        fixed: QComboBox,
        use: QPushButton,
        choices: Sequence[tuple[str, str]] | None,
    ) -> None:
        super().__init__(kind)
        self._kind, self._lines, self._fixed, self._use = kind, lines, fixed, use
        self._typed = choices is None
        for each in AxisKind:
            if each is not AxisKind.CELL or self._typed:
                kind.addItem(str(each), each)
        fixed.setEditable(self._typed)
        if choices is not None:
            fixed.addItem("? choose", "")
            for words, code in choices:
                fixed.addItem(words, code)
        kind.activated.connect(self._kind_picked)
        lines.editingFinished.connect(self.changed)
        use.clicked.connect(self.selection_wanted)
        if self._typed:
            line = QLineEdit(fixed)
            line.setPlaceholderText("2016/17")
            line.editingFinished.connect(self.changed)
            fixed.setLineEdit(line)
        else:
            fixed.activated.connect(lambda _: self.changed.emit())

    def show(self, axis: Axis) -> None:
        """Show this axis."""
        self._kind.setCurrentIndex(self._kind.findData(axis.kind))
        self._lines.setText(lines_text(axis))
        if self._typed:
            self._fixed.setEditText(axis.fixed)
        else:
            self._fixed.setCurrentIndex(max(self._fixed.findData(axis.fixed), 0))
        self._show_fields(axis.kind)

    def axis(self) -> Axis | None:
        """The axis as the fields say it; None while they do not say it clearly."""
        kind = AxisKind(self._kind.currentData())
        if kind is AxisKind.FIXED:
            fixed = self._fixed.currentText() if self._typed else self._fixed.currentData()
            return Axis(kind, fixed=str(fixed).strip())
        if kind is AxisKind.SHEET:
            return Axis(kind)
        lines = parse_lines(kind, self._lines.text())
        return Axis(kind, lines) if lines else None

    def set_enabled(self, enabled: bool) -> None:
        """Enable or disable the whole line."""
        for widget in (self._kind, self._lines, self._fixed, self._use):
            widget.setEnabled(enabled)

    def _kind_picked(self) -> None:
        kind = AxisKind(self._kind.currentData())
        self._show_fields(kind)
        self._lines.clear()
        self.changed.emit()

    def _show_fields(self, kind: AxisKind) -> None:
        placed = kind in (AxisKind.ROWS, AxisKind.COLUMNS, AxisKind.CELL)
        self._lines.setVisible(placed)
        self._use.setVisible(placed)
        self._fixed.setVisible(kind is AxisKind.FIXED)
        examples = {AxisKind.ROWS: "4, 5", AxisKind.COLUMNS: "A, B", AxisKind.CELL: "A1"}
        self._lines.setPlaceholderText(examples.get(kind, ""))


def lines_text(axis: Axis) -> str:
    """``4, 5`` for header rows, ``A, B`` for label columns, ``A1`` for a cell."""
    match axis.kind:
        case AxisKind.ROWS:
            return ", ".join(str(line + 1) for line in axis.lines)
        case AxisKind.COLUMNS:
            return ", ".join(column_letters(line) for line in axis.lines)
        case AxisKind.CELL:
            return a1(axis.lines[0], axis.lines[1])
        case _:
            return ""


def parse_lines(kind: AxisKind, text: str) -> tuple[int, ...]:
    """The lines that the text names, from 0; empty for what cannot be read."""
    words = [word for word in text.replace(",", " ").split() if word]
    try:
        if kind is AxisKind.CELL:
            return parse_a1(words[0]) if len(words) == 1 else ()
        if kind is AxisKind.ROWS:
            rows = tuple(int(word) - 1 for word in words)
            return rows if all(row >= 0 for row in rows) else ()
        return tuple(parse_a1(f"{word}1")[1] for word in words)
    except ValueError:
        return ()
