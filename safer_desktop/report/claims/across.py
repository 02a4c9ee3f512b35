"""Checks across paragraphs: a summary against its parts, and one thing told in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from safer_desktop.domain.display import number
from safer_desktop.report.claims.figures import defect, fits_change, possible_change, shown
from safer_desktop.report.claims.nouns import Defect, DefectKind, DefectSeverity, TextParagraph
from safer_desktop.report.claims.reading import (
    BETTER,
    WORSE,
    Clause,
    Pair,
    ReadParagraph,
    same_topic,
    topic_of,
)
from safer_desktop.report.claims.tokens import Token, TokenKind

_MOST = re.compile(
    r"\b(?:majority|most|all|overall|nearly all|almost all|every)\b[^.;]{0,80}?\b(?:indicators?|"
    r"measures?|performance|areas|priorities)\b"
    r"[^.;]{0,80}?\b(?:(?P<good>stable|improv\w*|positive|better|on track|reduc\w+|fall\w*|fell)|"
    r"(?P<bad>worse\w*|deteriorat\w*|increas\w+|ris(?:en|ing)|rose))\b",
    re.IGNORECASE,
)
_LOWER_IS_BETTER = re.compile(
    r"crime|offence|burglar|theft|violen|anti-social|re-offending|entrant|arson|robber|collision|"
    r"fire|assault|criminal|damage|shoplift|affected",
    re.IGNORECASE,
)
_HIGHER_IS_BETTER = re.compile(
    r"satisf|confiden|perception|agree|detect|reduction|safe|complet|recipients", re.IGNORECASE
)
_NEED_NOT_AGREE = re.compile(
    r"need not agree|must not be read for one another|not comparable", re.IGNORECASE
)
_LISTED = re.compile(r"(?P<name>[^,|;:{}]{3,80}?) \(\{(?P<kind>[PO])(?P<n>\d+)\}\)")
_MINIMUM = 3


@dataclass(frozen=True, slots=True)
class Saying:
    """What one clause says of its topic."""

    at: int
    clause: Clause
    paragraph: ReadParagraph
    topic: frozenset[str]
    verdict: int


def check_across(
    source: Sequence[TextParagraph], paragraphs: Sequence[ReadParagraph]
) -> Iterator[Defect]:
    """Defects that only show when paragraphs are set beside each other."""
    sayings = list(_sayings(source, paragraphs))
    yield from _summaries(source, paragraphs, sayings)
    yield from _contradictions(paragraphs)


def _sayings(
    source: Sequence[TextParagraph], paragraphs: Sequence[ReadParagraph]
) -> Iterator[Saying]:
    for at, (origin, paragraph) in enumerate(zip(source, paragraphs, strict=True)):
        if origin.is_heading or origin.table or _MOST.search(paragraph.text):
            continue
        for clause in paragraph.clauses:
            verdict = _verdict(clause)
            if verdict is not None and clause.topic and (clause.sign or clause.stable or verdict):
                yield Saying(at, clause, paragraph, clause.topic, verdict)
                break


def _verdict(clause: Clause) -> int | None:
    """+1 better, -1 worse, 0 no change, None: cannot be told from the words."""
    if BETTER.search(clause.text):
        return 1
    if WORSE.search(clause.text):
        return -1
    sign = clause.sign
    words = " ".join(clause.topic)
    if clause.stable and not sign:
        return 0
    if not sign:
        return None
    if _HIGHER_IS_BETTER.search(words):
        return sign
    if _LOWER_IS_BETTER.search(words) and not re.search(r"hate|report|referral", words):
        return -sign
    return None


def _summaries(
    source: Sequence[TextParagraph],
    paragraphs: Sequence[ReadParagraph],
    sayings: Sequence[Saying],
) -> Iterator[Defect]:
    for at, paragraph in enumerate(paragraphs):
        match = _MOST.search(paragraph.text)
        if match is None or source[at].is_heading or source[at].table:
            continue
        good = match["good"] is not None
        others = [it for it in sayings if it.at != at]
        against = [it for it in others if (it.verdict < 0 if good else it.verdict > 0)]
        for_it = [it for it in others if (it.verdict >= 0 if good else it.verdict < 0)]
        whole = _whole_heading(source, others, good)
        if not (len(against) >= _MINIMUM and len(against) > len(for_it)) and not whole:
            continue
        if whole and re.search(
            r"except|apart from|other than|crime", paragraph.text, re.IGNORECASE
        ):
            continue
        way = "worse" if good else "better"
        named = whole or against
        places = ", ".join(source[it.at].number or str(it.at + 1) for it in named)
        heading = f" under '{source[named[0].at].heading}'" if whole else ""
        told = (
            f"all {len(named)} measures{heading} got {way}" if whole else f"{len(named)} got {way}"
        )
        yield defect(
            at,
            paragraph.text,
            match.span(),
            DefectKind.SUMMARY,
            DefectSeverity.ERROR,
            f"The paper's own paragraphs: {told} (paragraphs {places}); in all {len(against)} "
            f"{way}, "
            f"{len(for_it)} {'stable or better' if good else 'worse'}.",
            f"Say in the summary which measures got {way}.",
        )


def _whole_heading(
    source: Sequence[TextParagraph], sayings: Sequence[Saying], good: bool
) -> list[Saying]:
    """All sayings under one heading where every one of them goes against the summary."""
    headings: dict[str, list[Saying]] = {}
    for it in sayings:
        headings.setdefault(source[it.at].heading, []).append(it)
    for heading, found in headings.items():
        if (
            heading
            and len(found) >= _MINIMUM
            and all((it.verdict < 0) == good and it.verdict for it in found)
        ):
            return found
    return []


@dataclass(frozen=True, slots=True)
class _Told:
    at: int
    topic: frozenset[str]
    token: Token
    sign: int
    pair: Pair | None
    text: str
    months: tuple[int | None, int | None]


def _contradictions(paragraphs: Sequence[ReadParagraph]) -> Iterator[Defect]:
    """A percent change told twice of one thing, or told beside figures that give another."""
    told = [it for at, paragraph in enumerate(paragraphs) for it in _percents(at, paragraph)]
    pairs = [it for at, paragraph in enumerate(paragraphs) for it in _rates(at, paragraph)]
    seen: set[tuple[int, int]] = set()
    for one in told:
        for other in told:
            if other.at <= one.at or not same_topic(one.topic, other.topic):
                continue
            if one.token.kind is not other.token.kind or (
                one.pair and other.pair and one.months != other.months
            ):
                continue
            if _agree(one, other) or _excused(paragraphs, one.at, other.at):
                continue
            if (one.at, other.at) not in seen:
                seen.add((one.at, other.at))
                yield _contradiction(paragraphs, other, one)
        for rate in pairs:
            if rate.at == one.at or not same_topic(one.topic, rate.topic) or rate.pair is None:
                continue
            if one.token.kind is not TokenKind.PERCENT or one.pair is not None:
                continue
            key = (min(one.at, rate.at), max(one.at, rate.at))
            if key in seen or fits_change(one.token, rate.pair.before, rate.pair.after):
                continue
            if _excused(paragraphs, one.at, rate.at):
                continue
            seen.add(key)
            pair = rate.pair
            change = possible_change(pair.before, pair.after)[2]
            yield defect(
                one.at,
                one.text,
                (one.token.start, one.token.end),
                DefectKind.CONTRADICTION,
                DefectSeverity.WARNING,
                f"{one.token.text} here; elsewhere {shown(pair.before)} to {shown(pair.after)} "
                f"of the same thing, which is "
                f"{number(change, 1, signed=True)}%: "
                f"'{rate.text[pair.before.start - 20 : pair.after.end].strip()}'.",
                "Say which two figures each change belongs to (counts or rates, which period).",
            )


def _excused(paragraphs: Sequence[ReadParagraph], *places: int) -> bool:
    return any(_NEED_NOT_AGREE.search(paragraphs[it].text) for it in places)


def _agree(one: _Told, other: _Told) -> bool:
    if one.sign and other.sign and one.sign != other.sign:
        return False
    gap = abs(abs(one.token.value) - abs(other.token.value))
    return (
        gap
        <= one.token.half
        + other.token.half
        + (2 if one.token.rough or other.token.rough else 0)
        + 1e-9
    )


def _contradiction(paragraphs: Sequence[ReadParagraph], one: _Told, other: _Told) -> Defect:
    there = paragraphs[other.at].text
    words = there[max(0, other.token.start - 50) : other.token.end].strip()
    return defect(
        one.at,
        one.text,
        (one.token.start, one.token.end),
        DefectKind.CONTRADICTION,
        DefectSeverity.ERROR,
        f"{one.token.text} here, {other.token.text} elsewhere of the same thing: '{words}'.",
        "Make both agree, or say what sets them apart.",
    )


def _percents(at: int, paragraph: ReadParagraph) -> Iterator[_Told]:
    for clause in paragraph.clauses:
        listed: set[int] = set()
        for match in _LISTED.finditer(clause.skeleton):
            token = clause.tokens[int(match["n"])]
            name = re.split(r"\b(?:are|is|were|was)\b|^\s*and\b|\band (?=[a-z]+ )", match["name"])
            topic = topic_of(name[-1]) if len(topic_of(name[-1])) else topic_of(match["name"])
            whole = topic_of(re.split(r"\b(?:are|is|were|was)\b", match["name"])[-1])
            listed.add(token.start)
            for it in {topic, whole}:
                yield _Told(
                    at,
                    it,
                    token,
                    (token.value > 0) - (token.value < 0),
                    None,
                    paragraph.text,
                    (None, None),
                )
        for stated in clause.stated:
            token = stated.token
            if token.start in listed or token.kind is TokenKind.NUMBER or clause.hedged:
                continue
            periods = [it.period for it in clause.periods() if it.period and it.period.is_dated]
            months = (periods[0].first, periods[0].last) if periods else (None, None)
            rates = [it for it in clause.pairs if it.before.kind is TokenKind.NUMBER]
            yield _Told(
                at,
                clause.topic,
                token,
                stated.sign,
                rates[0] if rates else None,
                paragraph.text,
                months,
            )


def _rates(at: int, paragraph: ReadParagraph) -> Iterator[_Told]:
    for clause in paragraph.clauses:
        for pair in clause.pairs:
            if pair.before.kind is TokenKind.NUMBER and not pair.before.is_count:
                yield _Told(
                    at,
                    _fuller_topic(paragraph, clause),
                    pair.after,
                    pair.sign,
                    pair,
                    paragraph.text,
                    (None, None),
                )
                break


def _fuller_topic(paragraph: ReadParagraph, clause: Clause) -> frozenset[str]:
    """The clause's topic, or that of the sentence's first clause where this one has few words."""
    first = next(it for it in paragraph.clauses if it.sentence == clause.sentence)
    return first.topic if first is not clause and first.topic else clause.topic
