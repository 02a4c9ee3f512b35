"""Templates of sentences: what each kind of finding may say, and the words people choose for it.

A template is plain text with named parts in braces, ``{latest}``. What stands in square brackets
is left out where one of its parts is empty. Which kind of sentence is used is decided by the
finding alone, so that a word of direction stands only in kinds that a test has unlocked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from safer_desktop.assets import resource
from safer_desktop.domain.display import listed
from safer_desktop.domain.errors import ReportError
from safer_desktop.report.claims.reading import BETTER, DOWN, STABLE, UP, WORSE
from safer_desktop.report.sentence_kinds import KINDS, PARTS, SentenceKind, Way

MOST_VARIANTS = 6
LONGEST = 400

_PART = re.compile(r"\{(\w+)\}")
_OPTION = re.compile(r"\[([^\[\]]*)\]")
_UP, _DOWN = (re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in (UP, DOWN))
_JUDGED = "'{word}' says better or worse, which depends on the indicator."
_TOO_MUCH = "'{word}' says more than this finding carries."

Variants = Mapping[str, tuple[str, ...]]
Parts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """The templates in use: ``own`` by the code of their kind, the shipped ones for the others."""

    own: Variants = field(default_factory=dict)

    def of(self, kind: str) -> tuple[str, ...]:
        """The variants of one kind."""
        return self.own.get(kind) or shipped()[kind]

    def say(self, kind: str, turn: int, parts: Parts) -> str:
        """The sentence of this kind for these parts.

        ``turn`` is the paragraph's place among its neighbours: the same place always takes the same
        variant of those for which no part is lacking.
        """
        fit = [it for it in self.of(kind) if _fits(it, parts)]
        fit = fit or [it for it in shipped()[kind] if _fits(it, parts)]
        return filled(fit[turn % len(fit)], parts) if fit else ""


@cache
def shipped() -> Variants:
    """The templates that come with the program."""
    read = json.loads(resource("report", "wording.json").read_text(encoding="utf-8"))
    return {code: tuple(variants) for code, variants in read.items()}


def filled(template: str, parts: Parts) -> str:
    """The template with its parts put in; a capital in front."""

    def option(match: re.Match[str]) -> str:
        return match[1] if _fits(match[1], parts) else ""

    text = _PART.sub(lambda match: parts.get(match[1], ""), _OPTION.sub(option, template))
    return text[:1].upper() + text[1:]


def _fits(template: str, parts: Parts) -> bool:
    """Whether every part is there that does not stand in brackets."""
    return all(parts.get(name) for name in _PART.findall(_OPTION.sub("", template)))


def check(kind: SentenceKind, variants: tuple[str, ...]) -> None:
    """Raises ReportError for templates that could say what their finding does not carry."""
    if not 0 < len(variants) <= MOST_VARIANTS:
        raise ReportError(
            f"There must be one to {MOST_VARIANTS} wordings for a sentence.",
            where=kind.title,
            remedy="Write at least one, or go back to the shipped wording.",
        )
    for template in variants:
        fault = next(faults(kind, template), None)
        if fault:
            raise ReportError(
                "This wording cannot be used.", where=f"{kind.title}: {template}", remedy=fault
            )


def faults(kind: SentenceKind, template: str) -> Iterator[str]:
    """What is wrong with a template, a sentence each."""
    names = set(_PART.findall(template))
    bare = _PART.sub("", template)
    if not template.strip():
        yield "Write a sentence."
        return
    if len(template) > LONGEST:
        yield f"Keep it below {LONGEST} characters."
    if re.search(r"[{}]", bare):
        yield "A brace has no partner: a part is written like {latest}."
    if re.search(r"[\[\]]", _OPTION.sub("", template)):
        yield "A square bracket has no partner, or stands in another pair."
    for name in sorted(names - set(kind.parts)):
        known = listed(f"{{{it}}}" for it in kind.parts)
        yield f"There is no {{{name}}} in this sentence. It may use {known}."
    if re.search(r"\d", bare):
        yield "It has a number of its own: numbers come from the data, by parts in braces."
    if not template.rstrip().endswith("."):
        yield "End it with a full stop."
    for name in kind.needed:
        if name not in names:
            yield f"It must hold {{{name}}} ({PARTS[name]})."
    if kind.beside and names & {"change", "percent"} and kind.beside not in names:
        yield f"Beside a change it must hold {{{kind.beside}}} ({PARTS[kind.beside]})."
    yield from _claims(kind, bare)


def _claims(kind: SentenceKind, bare: str) -> Iterator[str]:
    for pattern in (BETTER, WORSE):
        if found := pattern.search(bare):
            yield _JUDGED.format(word=found[0])
    refused = {Way.UP: (_DOWN, STABLE), Way.DOWN: (_UP, STABLE), Way.STEADY: (_UP, _DOWN)}
    for pattern in refused.get(kind.way, (_UP, _DOWN, STABLE)):
        if found := pattern.search(bare):
            yield _TOO_MUCH.format(word=found[0])


def usable(variants: Mapping[str, object]) -> Wording:
    """Wording from what a pack keeps; kinds whose templates do not hold keep the shipped ones."""
    own: dict[str, tuple[str, ...]] = {}
    for code, kept in variants.items():
        if code not in KINDS or not isinstance(kept, list):
            continue
        texts = tuple(str(it) for it in kept)
        try:
            check(KINDS[code], texts)
        except ReportError:
            continue
        own[code] = texts
    return Wording(own)
