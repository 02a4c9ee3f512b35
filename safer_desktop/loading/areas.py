"""Which area a label means: by ONS code or name, and never by a silent guess between two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from safer_desktop.domain.areas import Area, AreaKind
from safer_desktop.domain.catalogue import Catalogue

ONS_CODE = re.compile(r"\b[EWSNK]\d{8}\b")
_NOTES = re.compile(r"\[[^\]]*\]|[¹²³⁰-⁹]+|[*†‡]+")
_FOOTNOTE_DIGITS = re.compile(r"(?<=[a-z)])\s?\d{1,2}(?:\s?,\s?\d{1,2})*$")
_PUNCTUATION = re.compile(r"[^a-z0-9]+")
_COUNCILS = frozenset((AreaKind.DISTRICT, AreaKind.COUNTY))
_OFFICES = (
    (
        r"police force area|police force|force area|constabulary|police|force",
        frozenset((AreaKind.FORCE,)),
    ),
    (r"community safety partnership|csp", frozenset((AreaKind.CSP, *_COUNCILS))),
    (
        (
            r"unitary authority|(?:district|borough|city|county|metropolitan borough) council|"
            r"metropolitan borough|local authority|(?:city|county|borough|district) of|council|ua|"
            r"c ?c|d ?c|b ?c|mbc|district|borough|county|city|region"
        ),
        frozenset((*_COUNCILS, AreaKind.REGION)),
    ),
)
"""Words that partners add to an area's name, and the kinds of areas that they speak of."""

_OFFICE_AFTER = tuple((re.compile(rf"\s(?:{office})$"), kinds) for office, kinds in _OFFICES)
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
        self._kinds = {area.code: area.kind for area in catalogue.areas}
        for area in catalogue.areas:
            for name in _names(area):
                self._names[plain_name(name)].add(area.code)
                self._loose[_bare(plain_name(name))[0]].add(area.code)
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
        bare, kinds = _bare(name)
        for found in (self._names.get(name), self._loose.get(bare)):
            if found:
                return self._one_of(found, kinds)
        return Match(None)

    def _one_of(self, codes: set[str], kinds: frozenset[AreaKind]) -> Match:
        """The only one, or the only one of the kinds that the label speaks of."""
        if len(codes) > 1 and kinds:
            codes = {code for code in codes if self._kinds[code] in kinds} or codes
        found = tuple(sorted(codes))
        return Match(found[0]) if len(found) == 1 else Match(None, found)

    def _near(self, name: str) -> tuple[str, ...]:
        if not name or ONS_CODE.search(name.upper()):
            return ()
        scored = (
            (SequenceMatcher(None, name, known).ratio(), codes)
            for known, codes in self._names.items()
            if known
            and (_is_initials(name, known) or _is_part(name, known) or _may_be_near(name, known))
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


def _bare(name: str) -> tuple[str, frozenset[AreaKind]]:
    """The name without the words for an office, and the kinds of areas these speak of."""
    bare = _OFFICE_BEFORE.sub("", name)
    for office, kinds in _OFFICE_AFTER:
        without = office.sub("", bare)
        if without != bare and without != "the":
            return without, kinds
    return bare, frozenset()


def _is_part(name: str, known: str) -> bool:
    """Whether it is a part of a longer name: ``Oadby`` of Oadby and Wigston."""
    words = set(name.split())
    return len(name) > 4 and words < set(known.split()) and "and" not in words


def _may_be_near(name: str, known: str) -> bool:
    matcher = SequenceMatcher(None, name, known)
    return matcher.real_quick_ratio() > _NEAR and matcher.ratio() > _NEAR


def _is_initials(name: str, known: str) -> bool:
    letters = [word[0] for word in known.split()]
    without_and = [word[0] for word in known.split() if word != "and"]
    wanted = name.replace(" and ", "").replace(" ", "")
    return len(wanted) > 1 and wanted in ("".join(letters), "".join(without_and))
