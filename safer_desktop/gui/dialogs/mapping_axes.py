"""One line of the mapping dialog: where periods, areas or indicators are written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from safer_desktop.loading.pointing import lines_text, parse_lines
from safer_desktop.loading.recipes import Axis, AxisKind

_WRITTEN = "written in"
_FIXED = "for all"


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
        kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        kind.setMinimumContentsLength(len(_FIXED) + 1)
        kind.addItem(_WRITTEN, False)
        kind.addItem(_FIXED, True)
        fixed.setEditable(self._typed)
        if choices is not None:
            fixed.addItem("? choose", "")
            for words, code in choices:
                fixed.addItem(words, code)
        lines.setToolTip(
            "Header rows by number (4, 5), label columns by letter (A, B), headings between the "
            "rows (headings in A), one cell (B2), or the sheet's name (sheet)."
        )
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
        is_fixed = axis.kind is AxisKind.FIXED
        self._kind.setCurrentIndex(self._kind.findData(is_fixed))
        self._lines.setText(lines_text(axis))
        if self._typed:
            self._fixed.setEditText(axis.fixed)
        else:
            self._fixed.setCurrentIndex(max(self._fixed.findData(axis.fixed), 0))
        self._show_fields(is_fixed)

    def axis(self) -> Axis | None:
        """The axis as the fields say it; None while they do not say it clearly."""
        if self._kind.currentData():
            fixed = self._fixed.currentText() if self._typed else self._fixed.currentData()
            return Axis(AxisKind.FIXED, fixed=str(fixed).strip())
        return parse_lines(self._lines.text())

    def set_enabled(self, enabled: bool) -> None:
        """Enable or disable the whole line."""
        for widget in (self._kind, self._lines, self._fixed, self._use):
            widget.setEnabled(enabled)

    def _kind_picked(self) -> None:
        is_fixed = bool(self._kind.currentData())
        self._show_fields(is_fixed)
        self._lines.clear()
        if is_fixed:
            self.changed.emit()

    def _show_fields(self, is_fixed: bool) -> None:
        self._lines.setVisible(not is_fixed)
        self._fixed.setVisible(is_fixed)
