"""How sure the program is of a proposal, in words, and what a person has chosen since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from safer_desktop.loading.axes import Guess

CHOSEN = "chosen by you"
_WORDS = ((0.8, "sure"), (0.6, "fairly sure"), (0.35, "a guess"), (0.0, "not known"))
ASKED_BELOW = 0.6
"""A doubtful period that is guessed less surely than this is asked about."""


def sure_words(confidence: float) -> str:
    """``sure``, ``fairly sure``, ``a guess`` or ``not known``."""
    return next(words for least, words in _WORDS if confidence >= least)


@dataclass(slots=True)
class Described:
    """What was guessed of one table, which topics and labels a person has settled, and whether
    the table has been looked at."""

    guesses: tuple[Guess, ...] = ()
    chosen: set[str] = field(default_factory=set)
    seen: bool = False
    remembered: bool = False

    def word(self, topic: str) -> str:
        """How sure a decision about the layout is; empty where nothing was guessed."""
        if topic in self.chosen:
            return CHOSEN
        guess = self._guess(topic)
        return sure_words(guess.confidence) if guess else ""

    def sentence(self, topic: str) -> str:
        """What was guessed: ``Areas are named in column A.``"""
        guess = self._guess(topic)
        return guess.sentence if guess and topic not in self.chosen else ""

    def _guess(self, topic: str) -> Guess | None:
        if self.remembered:
            return None
        return next((it for it in self.guesses if it.topic == topic and not it.label), None)

    def of_labels(self) -> Mapping[str, str] | None:
        """How sure each label's meaning is; one that is absent was matched by its own name.

        None for a recipe that is remembered.
        """
        if self.remembered:
            return None
        said = {it.label: sure_words(it.confidence) for it in self.guesses if it.label}
        return said | dict.fromkeys(self.chosen, CHOSEN)

    def confidence_in(self, beginning: str) -> float:
        """How sure the guess is whose sentence begins so; 0 if there is none."""
        found = (it.confidence for it in self.guesses if it.sentence.startswith(beginning))
        return next(found, 0.0)


def described(
    tables: int, guesses: Iterable[tuple[int, Guess]], *, remembered: bool = False
) -> list[Described]:
    """One entry for each table, with its guesses by the table's number; those of a known recipe
    are remembered and need not be looked at."""
    entries = [Described(remembered=remembered, seen=remembered) for _ in range(tables)]
    for number, guess in guesses:
        entries[number].guesses = (*entries[number].guesses, guess)
    return entries
