"""Which area a label means: by ONS code or name, and never by a silent guess between two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from safer_desktop.domain.areas import Area
from safer_desktop.domain.catalogue import Catalogue

ONS_CODE = re.compile(r"\b[EWSNK]\d{8}\b")
_NOTES = re.compile(r"\[[^\]]*\]|[¹²³⁰-⁹]+|[*†‡]+")
_FOOTNOTE_DIGITS = re.compile(r"(?<=[a-z)])\s?\d{1,2}(?:\s?,\s?\d{1,2})*$")
_PUNCTUATION = re.compile(r"[^a-z0-9]+")
_OFFICE = (
    "unitary authority|district council|borough council|city council|county council|"
    "community safety partnership|metropolitan borough|local authority|council|csp|ua|"
    "district|borough|county|city|constabulary|police force area|police force"
)
_OFFICE_AFTER = re.compile(rf"\s(?:{_OFFICE})$")
_OFFICE_BEFORE = re.compile(r"^(?:the|city of|county of|borough of|district of)\s")
_NEAR = 0.82


@dataclass(frozen=True, slots=True)
class Match:
    """What a label was taken for: an area's ``code``, or ``None`` with what it might mean."""

    code: str | None
    candidates: tuple[str, ...] = ()


class AreaMatcher:
    """Finds the catalogue's areas in labels."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._codes = {area.code.casefold(): area.code for area in catalogue.areas}
        self._names: dict[str, set[str]] = defaultdict(set)
        self._loose: dict[str, set[str]] = defaultdict(set)
        for area in catalogue.areas:
            for name in _names(area):
                self._names[plain_name(name)].add(area.code)
                self._loose[_bare(plain_name(name))].add(area.code)
        self._seen: dict[str, Match] = {}

    def match(self, label: str) -> Match:
        """The area that the label names; candidates where it names none or more than one."""
        if label not in self._seen:
            exact = self.exact(label)
            near = () if exact.code or exact.candidates else self._near(plain_name(label))
            self._seen[label] = Match(None, near) if near else exact
        return self._seen[label]

    def exact(self, label: str) -> Match:
        """As :meth:`match`, but without looking for names that are only similar."""
        for word in (*ONS_CODE.findall(label), label.strip()):
            if word.casefold() in self._codes:
                return Match(self._codes[word.casefold()])
        if ONS_CODE.search(label):
            return Match(None)
        name = plain_name(label)
        if not name:
            return Match(None)
        for found in (self._names.get(name), self._loose.get(_bare(name))):
            if found:
                codes = tuple(sorted(found))
                return Match(codes[0]) if len(codes) == 1 else Match(None, codes)
        return Match(None)

    def _near(self, name: str) -> tuple[str, ...]:
        if not name or ONS_CODE.search(name.upper()):
            return ()
        scored = (
            (SequenceMatcher(None, name, known).ratio(), codes)
            for known, codes in self._names.items()
            if known and (_is_initials(name, known) or _may_be_near(name, known))
        )
        near: dict[str, float] = {}
        for score, codes in scored:
            for code in codes:
                near[code] = max(score, near.get(code, 0.0))
        return tuple(sorted(near, key=lambda code: -near[code]))[:4]


def plain_name(label: str) -> str:
    """A name without case, notes, footnote digits or punctuation; ``&`` is ``and``."""
    text = label.replace("’", "'").replace("'", "")
    text = _NOTES.sub(" ", text.casefold()).strip()
    text = _FOOTNOTE_DIGITS.sub("", text).replace("&", " and ")
    return _PUNCTUATION.sub(" ", text).strip()


def _names(area: Area) -> Iterable[str]:
    return (name for name in (area.name, area.short_name, *area.other_names) if name)


def _bare(name: str) -> str:
    bare = _OFFICE_BEFORE.sub("", _OFFICE_AFTER.sub("", name))
    return bare or name


def _may_be_near(name: str, known: str) -> bool:
    matcher = SequenceMatcher(None, name, known)
    return matcher.real_quick_ratio() > _NEAR and matcher.ratio() > _NEAR


def _is_initials(name: str, known: str) -> bool:
    letters = [word[0] for word in known.split()]
    without_and = [word[0] for word in known.split() if word != "and"]
    wanted = name.replace(" and ", "").replace(" ", "")
    return len(wanted) > 1 and wanted in ("".join(letters), "".join(without_and))
