"""Checks of a paragraph by itself: its words against its figures, its periods, its ranks."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from safer_desktop.analysis.tests import count_test
from safer_desktop.domain.display import number, p_value_text, round_half_up
from safer_desktop.report.claims.arithmetic import check_sums
from safer_desktop.report.claims.figures import defect, possible_change, shown
from safer_desktop.report.claims.nouns import Defect, DefectKind, DefectSeverity
from safer_desktop.report.claims.reading import (
    Clause,
    ReadParagraph,
    sentence_skeleton,
)
from safer_desktop.report.claims.tokens import Token, TokenKind

_SMALL_BASE = 50
_TRACK = re.compile(
    r"\b(?:on track|on course|further (?:reduction|increase|improvement)s?|"
    r"by (?:the )?year[- ]?end|"
    r"already (?:below|above|lower|higher|fewer|more)|well (?:below|above|within))\b",
    re.IGNORECASE,
)
_LIKE = re.compile(
    r"\b(?:same (?:months|period|quarter|time)|equivalent|corresponding|pro rata|annualised|"
    r"projected|"
    r"cannot be (?:read|compared)|not (?:be )?compar\w+|part[- ]year)\b",
    re.IGNORECASE,
)
_COMPARISON = re.compile(
    r"\b(?P<word>higher|above|over|more|worse|lower|below|under|fewer|less|"
    r"better) (?:than )?(?:the |its |that )?"
    r"(?P<who>(?:(?!\{)[\w' \-(),]){0,60}?(?:average|rate|mean|figure|peers?|group|nationally|"
    r"england|target)"
    r"(?:(?!\{)[\w' \-(),]){0,40}?)(?:of|at|is|was|\() ?\{(?P<kind>[NP])(?P<n>\d+)\}",
    re.IGNORECASE,
)
_CALLED_SMALL = re.compile(
    r"\b(?:numbers|figures|volumes|counts)\b[^.;]{0,40}\b(?:are|is|were|remain) (?:very |"
    r"relatively )?(?:small|low)\b|\bsmall numbers\b",
    re.IGNORECASE,
)
_INCOMPLETE = re.compile(
    r"\b(?:incomplete|estimated|estimates?|partial|problematic|unreliable)\b", re.IGNORECASE
)
_TREND = re.compile(
    r"\b(?:upward|downward|increasing|decreasing|improving|rising|falling) trend\b", re.IGNORECASE
)
_EQUATION = re.compile(
    r"(\d+(?:\.\d+)?)\s*[x\u00d7]\s*(?:[a-z]+ ){0,2}(\d+(?:\.\d+)?)"
    r"\s*=\s*(\d[\d,]*(?:\.\d+)?)"
)


def check_paragraph(at: int, paragraph: ReadParagraph) -> Iterator[Defect]:
    """All defects of one paragraph; ``at`` is its place in the list."""
    yield from _impossible(at, paragraph)
    for clause in paragraph.clauses:
        if not clause.hedged:
            yield from _signs(at, paragraph, clause)
            yield from _comparisons(at, paragraph, clause)
            yield from _chance(at, paragraph, clause)
        yield from _same_period(at, paragraph, clause)
    yield from check_sums(at, paragraph)
    yield from _unlike(at, paragraph)
    yield from _small(at, paragraph)
    yield from _uncertain(at, paragraph)
    yield from _ranks(at, paragraph)


def _signs(at: int, paragraph: ReadParagraph, clause: Clause) -> Iterator[Defect]:
    for stated in clause.stated:
        own = stated.token
        turned = own.signed and own.value and clause.sign and (own.value > 0) != (clause.sign > 0)
        if turned and abs(own.start - clause.word[0]) < 60:
            yield _against(at, paragraph, clause, f"{own.text} is a {_way(own.value)}")
            return
    signs = {it.sign for it in clause.pairs}
    if len(signs) != 1 or (0 in signs and not clause.sign):
        return
    sign = signs.pop()
    pair = clause.pairs[0]
    told = f"From {shown(pair.before)} to {shown(pair.after)} is {_way(sign)}"
    direct = next((it.sign for it in clause.stated if it.sign), clause.sign)
    if clause.sign and sign != clause.sign and sign != direct:
        yield _against(at, paragraph, clause, told)
    elif clause.stable and not clause.sign and pair.before.value > 0:
        change = possible_change(pair.before, pair.after)[2]
        points = pair.before.kind is TokenKind.PERCENT
        if abs(pair.after.value - pair.before.value if points else change) >= 5:
            yield defect(
                at,
                paragraph.text,
                (clause.start, clause.end),
                DefectKind.SIGN,
                DefectSeverity.WARNING,
                f"{told} ({number(change, 1, signed=True)}%).",
                "Say how large the change was, or why it counts as none.",
            )


def _way(value: float) -> str:
    return "a rise" if value > 0 else "a fall" if value < 0 else "no change"


def _against(at: int, paragraph: ReadParagraph, clause: Clause, told: str) -> Defect:
    word = paragraph.text[slice(*clause.word)].strip(" {}")
    told = told.replace("is a a ", "is a ")
    return defect(
        at,
        paragraph.text,
        clause.word,
        DefectKind.SIGN,
        DefectSeverity.ERROR,
        f"{told}; the words say '{word}'.",
        "Turn the word, or the figures if they were exchanged.",
    )


def _comparisons(at: int, paragraph: ReadParagraph, clause: Clause) -> Iterator[Defect]:
    """``lower than the average of 7.00``, against the value that was said last."""
    end = paragraph.sentences[clause.sentence][1]
    skeleton, inside = sentence_skeleton(paragraph, (clause.start, end))
    match = _COMPARISON.search(skeleton)
    if match is None or match.start() > len(clause.skeleton):
        return
    other = inside[int(match["n"])]
    own = _own_value(paragraph, clause, other)
    word = match["word"].casefold()
    if own is None or own.value == other.value or word in ("better", "worse"):
        return
    above = word in ("higher", "above", "over", "more")
    if above != (own.value > other.value):
        truth = "higher" if own.value > other.value else "lower"
        start = clause.start + max(0, clause.text.casefold().find(word))
        yield defect(
            at,
            paragraph.text,
            (start, other.end),
            DefectKind.COMPARISON,
            DefectSeverity.ERROR,
            f"{shown(own)} is {truth} than {shown(other)}; the words say '{word}'.",
            "Turn the word, or correct the figure.",
        )


def _own_value(paragraph: ReadParagraph, clause: Clause, other: Token) -> Token | None:
    """The value that is set against a benchmark: in the clause before it, or said last."""
    before = [
        it
        for it in clause.tokens
        if it.end <= other.start
        and it.kind is other.kind
        and not it.is_count
        and all(it is not stated.token for stated in clause.stated)
    ]
    if before:
        return before[-1]
    for earlier in reversed([it for it in paragraph.clauses if it.end <= clause.start]):
        if earlier.pairs:
            alike = [
                it.after
                for it in earlier.pairs
                if it.after.kind is other.kind and not it.after.is_count
            ]
            return alike[0] if alike else None
        rates = [it for it in earlier.tokens if it.kind is other.kind and it.per]
        if rates:
            return rates[0]
    return None


def _chance(at: int, paragraph: ReadParagraph, clause: Clause) -> Iterator[Defect]:
    if not clause.sign or not clause.word[1]:
        return
    for pair in clause.pairs:
        a, b = pair.before, pair.after
        if not (a.is_count and b.is_count) or min(a.value, b.value) < 1 or pair.sign != clause.sign:
            continue
        if max(a.value, b.value) > 1e6:
            continue
        test = count_test(a.value, b.value)
        if not test.significant:
            yield defect(
                at,
                paragraph.text,
                clause.word,
                DefectKind.CHANCE,
                DefectSeverity.ADVICE,
                f"{shown(a)} and {shown(b)} differ by no more than chance brings about "
                f"({test.name}, {p_value_text(test)}).",
                "Say that there was no real change, or give a reason beyond the two counts.",
            )
        return


def _same_period(at: int, paragraph: ReadParagraph, clause: Clause) -> Iterator[Defect]:
    """One period given to both ends of a change."""
    if not clause.pairs or not clause.sign:
        beside = [it for it in paragraph.clauses if it.sentence == clause.sentence and it.pairs]
        if not beside or beside[0] is not clause:
            return
    periods = [it for it in clause.periods() if it.period and it.period.is_dated]
    if len(periods) < 2:
        return
    first, second = periods[0], periods[1]
    pair = clause.pairs[0]
    early, late = sorted((pair.before, pair.after), key=lambda it: it.start)
    if first.period == second.period and early.value != late.value and second.start > early.start:
        yield defect(
            at,
            paragraph.text,
            (second.start, second.end),
            DefectKind.PERIOD,
            DefectSeverity.ERROR,
            f"Both {shown(early)} and {shown(late)} are given for {second.text}.",
            "Give each figure its own period.",
        )


def _impossible(at: int, paragraph: ReadParagraph) -> Iterator[Defect]:
    for token in paragraph.tokens:
        if token.period and token.period.wrong:
            yield defect(
                at,
                paragraph.text,
                (token.start, token.end),
                DefectKind.PERIOD,
                DefectSeverity.ERROR,
                token.period.wrong,
                "Correct the date or period.",
            )
    for match in _EQUATION.finditer(paragraph.text):
        a, b, c = (float(it.replace(",", "")) for it in match.groups())
        if abs(a * b - c) > 0.5 * (10 ** -len(match[3].partition(".")[2])) + 1e-9:
            yield defect(
                at,
                paragraph.text,
                match.span(),
                DefectKind.SUM,
                DefectSeverity.ERROR,
                f"{number(a)} \N{MULTIPLICATION SIGN} {number(b)} = {number(a * b)}, not "
                f"{match[3]}.",
                "Correct the product or its factors.",
            )


def _unlike(at: int, paragraph: ReadParagraph) -> Iterator[Defect]:
    """A count of a part year set against a whole one."""
    if _LIKE.search(paragraph.text):
        return
    dated = [
        (clause, period)
        for clause in paragraph.clauses
        for period in clause.periods()
        if period.period and period.period.months
    ]
    for clause, part in dated:
        assert part.period is not None
        length = part.period.months
        counts = [
            it
            for it in clause.tokens
            if it.is_count and all(it is not s.token for s in clause.stated)
        ]
        if not 1 < length < 12 or not counts:
            continue
        tracked = _TRACK.search(paragraph.text[clause.start :])
        wholes = [
            (it, period)
            for it, period in dated
            if period.period
            and period.period.months == 12
            and (tracked or (it.sentence == clause.sentence and (clause.pairs or clause.sign)))
            and any(t.is_count for t in it.tokens)
        ]
        if not wholes:
            continue
        _, whole = wholes[0]
        count = min(counts, key=lambda it: abs(it.start - part.end))
        end = clause.start + tracked.end() if tracked else clause.end
        yield defect(
            at,
            paragraph.text,
            (part.start, min(end, len(paragraph.text))),
            DefectKind.UNLIKE_PERIODS,
            DefectSeverity.ERROR,
            f"{part.text} is {length} months, {whole.text} is 12: {shown(count)} in {length} "
            f"months would be about "
            f"{number(round_half_up(count.value * 12 / length))} in twelve at the same pace.",
            "Compare with the same months of the year before, or with a projection that has an "
            "interval.",
        )
        return


def _small(at: int, paragraph: ReadParagraph) -> Iterator[Defect]:
    for clause in paragraph.clauses:
        percents = [it.token for it in clause.stated if it.token.kind is TokenKind.PERCENT]
        bases = [it.before for it in clause.pairs if it.before.is_count]
        if (
            percents
            and bases
            and 0 < bases[0].value < _SMALL_BASE
            and not any(
                it.before.value >= _SMALL_BASE or not it.before.is_count for it in clause.pairs
            )
        ):
            yield defect(
                at,
                paragraph.text,
                (percents[0].start, percents[0].end),
                DefectKind.SMALL_BASE,
                DefectSeverity.ADVICE,
                f"The percentage rests on {shown(bases[0])}, fewer than {_SMALL_BASE}.",
                "Give the two counts and leave the percentage out.",
            )
            return
    called = _CALLED_SMALL.search(paragraph.text)
    percents = [
        it.token for c in paragraph.clauses for it in c.stated if it.token.kind is TokenKind.PERCENT
    ]
    has_counts = any(it.is_count and it.value > 0 for it in paragraph.tokens)
    if called and percents and not has_counts:
        yield defect(
            at,
            paragraph.text,
            (percents[0].start, percents[0].end),
            DefectKind.SMALL_BASE,
            DefectSeverity.WARNING,
            f"The text itself says '{called.group()}' and gives {percents[0].text} without the "
            f"counts.",
            "Print both counts beside the percentage.",
        )


def _uncertain(at: int, paragraph: ReadParagraph) -> Iterator[Defect]:
    for start, end in paragraph.sentences:
        words = paragraph.text[start:end]
        trend, weak = _TREND.search(words), _INCOMPLETE.search(words)
        if trend and weak:
            yield defect(
                at,
                paragraph.text,
                (start + trend.start(), start + trend.end()),
                DefectKind.UNCERTAIN,
                DefectSeverity.WARNING,
                f"The same sentence calls its figures '{weak.group()}'.",
                "Leave the trend out until the figures are complete.",
            )


def _ranks(at: int, paragraph: ReadParagraph) -> Iterator[Defect]:
    ranks = [it for it in paragraph.tokens if it.kind is TokenKind.RANK]
    for rank in ranks:
        if not 1 <= rank.value <= rank.of:
            yield defect(
                at,
                paragraph.text,
                (rank.start, rank.end),
                DefectKind.RANK,
                DefectSeverity.ERROR,
                f"There is no place {number(rank.value)} among {rank.of}.",
                "Correct the rank.",
            )
    for clause in paragraph.clauses:
        own = [it for it in ranks if clause.start <= it.start < clause.end]
        for one, other in itertools.pairwise(own):
            gap = paragraph.text[one.end : other.start]
            if (one.value, one.of) != (other.value, other.of) and gap.strip() in ("(", ""):
                yield defect(
                    at,
                    paragraph.text,
                    (one.start, other.end),
                    DefectKind.RANK,
                    DefectSeverity.ERROR,
                    f"'{one.text}' and '{other.text}' are not the same place.",
                    "Give one rank.",
                )
