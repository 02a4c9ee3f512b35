"""Asks how doubtful periods are meant: once for all tables of a recipe that have the question."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QLabel

from safer_desktop.loading.period_words import PeriodHint, with_hint
from safer_desktop.loading.periods import HINT_WORDS, Ambiguous

_PLAIN = "as each label says"
_STRETCHING = (PeriodHint.ROLLING, PeriodHint.QUARTER_ENDING, PeriodHint.YEAR_TO_DATE)


class PeriodQuestion(QObject):
    """A list of what labels may mean, with the question over it while it is open.

    ``answered`` gives the recipe's hints with the choice in them.
    """

    answered = Signal(str)

    def __init__(self, box: QComboBox, words: QLabel) -> None:
        super().__init__(box)
        self._box, self._words = box, words
        self._hints = ""
        words.setProperty("role", "warning")
        box.activated.connect(self._picked)

    def show(self, hints: str, question: Ambiguous | None, *, is_open: bool) -> None:
        """Show the hints of a table; ``question`` is its first doubtful label, if any."""
        self._hints = hints
        self._box.clear()
        chosen = [hint for hint in PeriodHint if hint in hints.split()]
        if is_open:
            self._box.addItem("? choose", None)
        elif question is None:
            self._box.addItem(_PLAIN, "")
        for hint in question.readings if question else ():
            words = f"{question.readings[hint].label}: {HINT_WORDS[hint]}" if question else ""
            self._box.addItem(words, str(hint))
        for hint in _STRETCHING:
            self._box.addItem(HINT_WORDS[hint], str(hint))
        if not is_open and chosen:
            self._show_chosen(chosen)
        self._words.setText(
            f"{question.words}: say which is meant." if question and is_open else ""
        )
        self._words.setVisible(is_open)

    def _show_chosen(self, chosen: list[PeriodHint]) -> None:
        place = self._box.findData(str(chosen[-1]))
        if len(chosen) > 1 or place < 0:
            words = "; ".join(HINT_WORDS[hint] for hint in chosen)
            self._box.insertItem(0, words, None)
            place = 0
        self._box.setCurrentIndex(place)

    def _picked(self) -> None:
        hint = self._box.currentData()
        if hint is None:
            return
        self.answered.emit(with_hint(self._hints, PeriodHint(hint)) if hint else "")
