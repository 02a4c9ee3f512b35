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

    def sentence(self, topic: str) -> str:
        """``Fairly sure: Areas are named in column A.``; empty where nothing was guessed."""
        if topic in self.chosen:
            return f"{CHOSEN[0].upper()}{CHOSEN[1:]}."
        if self.remembered:
            return ""
        guess = next((it for it in self.guesses if it.topic == topic and not it.label), None)
        if guess is None:
            return ""
        words = sure_words(guess.confidence)
        return f"{words[0].upper()}{words[1:]}: {guess.sentence}"

    def of_labels(self) -> Mapping[str, str]:
        """How sure each label's meaning is; a label that is absent was matched by its name."""
        if self.remembered:
            return {}
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
