"""A list of things to tick; where their order matters, the ticked ones stand first, in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

_CODE = Qt.ItemDataRole.UserRole


class CheckList(QListWidget):
    """Says ``ticked(codes)`` when the user ticks, unticks or moves one."""

    ticked = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ordered = False
        self.itemChanged.connect(lambda _: self.ticked.emit(self.codes()))

    def set_ordered(self) -> None:
        """Let the ticked ones stand first, in the order in which they are chosen."""
        self._ordered = True

    def show_choices(self, choices: Iterable[tuple[str, str]], chosen: Sequence[str]) -> None:
        """Show (words, code) of all there is, with a tick at those that are chosen."""
        place = {code: number for number, code in enumerate(chosen)}
        shown = list(choices)
        if self._ordered:
            shown.sort(key=lambda choice: place.get(choice[1], len(place)))
        current, scrolled = self.currentItem(), self.verticalScrollBar().value()
        code_before = _code(current)
        with QSignalBlocker(self):
            self.clear()
            for words, code in shown:
                item = QListWidgetItem(words, self)
                item.setData(_CODE, code)
                checked = Qt.CheckState.Checked if code in place else Qt.CheckState.Unchecked
                item.setCheckState(checked)
                if code == code_before:
                    self.setCurrentItem(item)
        self.verticalScrollBar().setValue(scrolled)

    def codes(self) -> list[str]:
        """The codes of the ticked ones, in the order shown."""
        items = (self.item(row) for row in range(self.count()))
        return [_code(item) for item in items if item.checkState() is Qt.CheckState.Checked]

    def move_current(self, step: int) -> None:
        """Move the selected one, if it is ticked, among the ticked ones."""
        codes, current = self.codes(), _code(self.currentItem())
        if current not in codes:
            return
        place = codes.index(current)
        if 0 <= place + step < len(codes):
            codes[place], codes[place + step] = codes[place + step], codes[place]
            self.ticked.emit(codes)


def _code(item: QListWidgetItem | None) -> str:
    return str(item.data(_CODE)) if item is not None else ""
