"""Checks of a paragraph's own sums: what its figures give when they are worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safer_desktop.domain.display import number
from safer_desktop.report.claims.figures import defect, fits_change, possible_change, shown
from safer_desktop.report.claims.nouns import Defect, DefectKind, DefectSeverity
from safer_desktop.report.claims.reading import (
    Clause,
    Pair,
    ReadParagraph,
    Stated,
    sentence_skeleton,
)
from safer_desktop.report.claims.tokens import Token, TokenKind

_FEW = 20
_POPULATION = 4.0
"""Percent by which a population or the number of households may move in a year."""
_SHARE = re.compile(r"\{N(\d+)\}\)? (?:out )?of (?:the |all |its |those |a total of )?\{N(\d+)\}")
_PLACE = re.compile(r"\b(?:rank(?:ed|s)?|place|position)\b[^.;]{0,20}$", re.IGNORECASE)
_FEWER = re.compile(
    r"\{N(\d+)\} \(\{P(\d+)\}\) (?:\w+ )?(?:fewer|more|less|lower|higher)\b", re.IGNORECASE
)
_LEVEL = re.compile(
    r"(?:\b(?:at|is|was|are|were|now|to|stands?|stood|of|sits?|sitting|reached|"
    r"remains?)\b(?: (?:now|at|around|about))*) ?\{P(\d+)\}",
    re.IGNORECASE,
)
_SUM_OF = re.compile(
    r"(?:\btotal(?:led|s)? (?:of )?|\ba total of |\baltogether |"
    r"\ball )?\{N(?P<whole>\d+)\}(?P<gap>[^{}.;]{0,60}?)"
    r"(?:\b(?:comprising|made up of|consisting of|consisted of|split between|of which|"
    r"broken down (?:in)?to|namely)\b|:|\()"
    r"(?P<list>[^.;()]*?\{N\d+\}[^.;()]*?(?:,|\band\b)[^.;()]*\{N\d+\}[^.;()]*)",
    re.IGNORECASE,
)
_OF_THESE = re.compile(
    r"\b(?:Of|Among) (?:these|those|them|(?:the |all )\{N\d+\}(?:(?!\{)[\w' -])*),", re.IGNORECASE
)


def check_sums(at: int, paragraph: ReadParagraph) -> Iterator[Defect]:
    """Percentages, differences, shares, sums and points that do not work out."""
    for clause in paragraph.clauses:
        if not clause.hedged:
            yield from _changes(at, paragraph, clause)
            yield from _counts_and_rates(at, paragraph, clause)
        yield from _shares(at, paragraph, clause)
        yield from _sums(at, paragraph, clause)
    yield from _of_these(at, paragraph)
    yield from _points(at, paragraph)


def _all_pairs(clause: Clause) -> Iterator[Pair]:
    """Any two like figures of a clause, for the benefit of the doubt."""
    figures = [
        it
        for it in clause.tokens
        if it.kind in (TokenKind.NUMBER, TokenKind.PERCENT) and it.value > 0
    ]
    for one in figures:
        for other in figures:
            if one is not other and one.kind is other.kind and one.is_count == other.is_count:
                yield Pair(one, other)


def _changes(at: int, paragraph: ReadParagraph, clause: Clause) -> Iterator[Defect]:
    pairs = _pairs_for(clause, paragraph)
    if not pairs:
        return
    for stated in clause.stated:
        token = stated.token
        if token.kind is TokenKind.PERCENT:
            yield from _percent_change(at, paragraph, clause, stated, pairs)
        else:
            yield from _difference(at, paragraph, clause, stated, pairs)


def _counts_and_rates(at: int, paragraph: ReadParagraph, clause: Clause) -> Iterator[Defect]:
    """Counts and rates of one thing change alike, but for a few percent of population."""
    pairs = [it for it in clause.pairs if it.before.kind is TokenKind.NUMBER]
    counts = [it for it in pairs if it.before.is_count and it.before.value >= _FEW]
    rates = [it for it in pairs if it.before.measure[1] == "rate" and not it.before.is_count]
    if len(counts) != 1 or len(rates) != 1:
        return
    count, rate = (counts[0], rates[0])
    low, high, told = possible_change(rate.before, rate.after)
    change = possible_change(count.before, count.after)[2]
    if low - _POPULATION <= change <= high + _POPULATION:
        return
    yield defect(
        at,
        paragraph.text,
        (count.before.start, count.after.end)
        if count.before.start < count.after.start
        else (count.after.start, count.before.end),
        DefectKind.CONTRADICTION,
        DefectSeverity.WARNING,
        f"{shown(count.before)} to {shown(count.after)} is {number(change, 1, signed=True)}%, but "
        f"{shown(rate.before)} to {shown(rate.after)} is {number(told, 1, signed=True)}%.",
        "Check both: counts and rates of one thing change alike unless the population leapt.",
    )


def _pairs_for(clause: Clause, paragraph: ReadParagraph) -> tuple[Pair, ...]:
    """The clause's own pairs, or those of the one other clause in its sentence."""
    if clause.pairs:
        return clause.pairs
    beside = [it for it in paragraph.clauses if it.sentence == clause.sentence and it is not clause]
    with_pairs = [it for it in beside if it.pairs]
    stated = [it for it in beside if it.stated]
    if len(with_pairs) == 1 and not stated and not clause.pairs and clause.sign:
        return with_pairs[0].pairs
    return ()


def _percent_change(
    at: int, paragraph: ReadParagraph, clause: Clause, stated: Stated, pairs: tuple[Pair, ...]
) -> Iterator[Defect]:
    token = stated.token
    levels = [it for it in pairs if it.before.kind is TokenKind.PERCENT]
    if levels and all(it.before.kind is TokenKind.PERCENT for it in pairs):
        return  # _points tells of these
    counts = [it for it in pairs if it.before.kind is TokenKind.NUMBER and it.before.value > 0]
    if not counts or any(fits_change(token, it.before, it.after) for it in counts):
        return
    others = (it for it in _all_pairs(clause) if not stated.sign or it.sign == stated.sign)
    if any(fits_change(token, it.before, it.after) for it in others):
        return
    pair = min(
        counts, key=lambda it: abs(abs(possible_change(it.before, it.after)[2]) - abs(token.value))
    )
    change = possible_change(pair.before, pair.after)[2]
    places = max(1, len(token.text.partition(".")[2].rstrip("% ")) if "." in token.text else 1)
    yield defect(
        at,
        paragraph.text,
        (token.start, token.end),
        DefectKind.PERCENT,
        DefectSeverity.ERROR,
        f"From {shown(pair.before)} to {shown(pair.after)} is "
        f"{number(change, places, signed=True)}%, not "
        f"{token.text}: ({shown(pair.after)} \N{MINUS SIGN} {shown(pair.before)}) / "
        f"{shown(pair.before)}.",
        f"Write {number(abs(change))}%, or correct the figures beside it.",
    )


def _difference(
    at: int, paragraph: ReadParagraph, clause: Clause, stated: Stated, pairs: tuple[Pair, ...]
) -> Iterator[Defect]:
    token = stated.token
    wanted = TokenKind.PERCENT if token.kind is TokenKind.POINTS else TokenKind.NUMBER
    mine = [
        it
        for it in pairs
        if it.before.kind is wanted
        and token is not it.before
        and token is not it.after
        and (wanted is TokenKind.PERCENT or it.before.is_count == token.is_count)
    ]

    def fits(pair: Pair) -> bool:
        gap = abs(pair.after.value - pair.before.value)
        return abs(gap - abs(token.value)) <= token.half + pair.before.half + pair.after.half + 1e-9

    if not mine or any(map(fits, mine)) or any(map(fits, _all_pairs(clause))):
        return
    pair = mine[0]
    gap = abs(pair.after.value - pair.before.value)
    larger, smaller = sorted((pair.after, pair.before), key=lambda it: -it.value)
    places = 2 if not token.is_count and wanted is TokenKind.NUMBER else 0
    if wanted is TokenKind.PERCENT and gap != int(gap):
        places = 1
    unit = " percentage points" if wanted is TokenKind.PERCENT else ""
    yield defect(
        at,
        paragraph.text,
        (token.start, token.end),
        DefectKind.DIFFERENCE,
        DefectSeverity.ERROR,
        f"{shown(larger)} \N{MINUS SIGN} {shown(smaller)} = {number(gap, places)}{unit}, not "
        f"{token.text}.",
        f"Write {number(gap, places)}, or correct the figures beside it.",
    )


def _shares(at: int, paragraph: ReadParagraph, clause: Clause) -> Iterator[Defect]:
    tokens = clause.tokens
    for match in _FEWER.finditer(clause.skeleton):
        part, percent = tokens[int(match[1])], tokens[int(match[2])]
        wholes = [it for it in tokens if it.is_count and it is not part and it.value > part.value]
        if wholes:
            yield from _share(at, paragraph, part, percent, wholes)
    percents = [it for it in tokens if it.kind is TokenKind.PERCENT]
    parts = [(tokens[int(a)], tokens[int(b)]) for a, b in _SHARE.findall(clause.skeleton)]
    stated = {id(it.token) for it in clause.stated}
    free = [it for it in percents if id(it) not in stated]
    for part, whole in parts:
        if not whole.is_count or not part.is_count or whole.value <= part.value or not free:
            continue
        if _PLACE.search(paragraph.text[clause.start : part.start]):
            continue
        if any(_is_share(it, part, whole) for it in free):
            continue
        near = min(free, key=lambda it: abs(it.start - part.start))
        if abs(near.start - part.start) < 120:
            yield from _share(at, paragraph, part, near, [whole])


def _is_share(percent: Token, part: Token, whole: Token) -> bool:
    share = 100 * part.value / whole.value
    slack = percent.half + (3.0 if percent.rough else 0) + 1e-9
    return abs(percent.value - share) <= slack


def _share(
    at: int, paragraph: ReadParagraph, part: Token, percent: Token, wholes: list[Token]
) -> Iterator[Defect]:
    if any(_is_share(percent, part, whole) for whole in wholes):
        return
    whole = min(wholes, key=lambda it: abs(100 * part.value / it.value - percent.value))
    share = 100 * part.value / whole.value
    yield defect(
        at,
        paragraph.text,
        (percent.start, percent.end),
        DefectKind.PERCENT,
        DefectSeverity.ERROR,
        f"{shown(part)} of {shown(whole)} is {number(share, 1)}%, so {number(share)}% and not "
        f"{percent.text}.",
        f"Write {number(share)}%, or correct the counts.",
    )


def _sums(at: int, paragraph: ReadParagraph, clause: Clause) -> Iterator[Defect]:
    for match in _SUM_OF.finditer(clause.skeleton):
        whole = clause.tokens[int(match["whole"])]
        parts = [clause.tokens[int(it)] for it in re.findall(r"\{N(\d+)\}", match["list"])]
        if re.search(r"\{[POD]|\b(?:to|from) \{|\bagainst\b|\bcompared\b|\bof\b \{", match["list"]):
            continue
        if len(parts) < 2 or not whole.is_count or not all(it.is_count for it in parts):
            continue
        open_ended = re.search(r"of which|includ", match.group(), re.IGNORECASE)
        yield from _sum(at, paragraph, whole, parts, exceeding_only=open_ended is not None)


def _of_these(at: int, paragraph: ReadParagraph) -> Iterator[Defect]:
    """``Of the seven indicators ..., six met it and one missed it``."""
    for span in paragraph.sentences:
        skeleton, inside = sentence_skeleton(paragraph, span)
        match = _OF_THESE.search(skeleton)
        if match is None:
            continue
        head, rest = match.group(), skeleton[match.end() :]
        named = re.findall(r"\{N(\d+)\}", head)
        earlier = [
            it for it in paragraph.tokens if it.end <= span[0] + match.start() + 3 and it.is_count
        ]
        if named:
            whole = inside[int(named[0])]
        elif earlier:
            some = re.search(
                r"\bof (?:the |all )?$", paragraph.text[: earlier[-1].start], re.IGNORECASE
            )
            whole = earlier[-2] if some and len(earlier) > 1 else earlier[-1]
        else:
            continue
        parts = [inside[int(it)] for it in re.findall(r"\{N(\d+)\}", rest)]
        if re.search(r"\{[PO]\d|\bto\b \{|\bof (?:the |these )?\{", rest) or len(parts) < 2:
            continue
        counting = re.search(
            r"indicator|measure|district|priorit|target", paragraph.text, re.IGNORECASE
        )
        if all(it.is_count for it in parts):
            yield from _sum(at, paragraph, whole, parts, exceeding_only=counting is None)


def _sum(
    at: int, paragraph: ReadParagraph, whole: Token, parts: list[Token], *, exceeding_only: bool
) -> Iterator[Defect]:
    total = sum(it.value for it in parts)
    if total == whole.value or (exceeding_only and total < whole.value):
        return
    yield defect(
        at,
        paragraph.text,
        (parts[0].start, parts[-1].end),
        DefectKind.SUM,
        DefectSeverity.ERROR,
        f"{' + '.join(number(it.value) for it in parts)} = {number(total)}, not "
        f"{number(whole.value)}.",
        "Correct the total or its parts.",
    )


def _points(at: int, paragraph: ReadParagraph) -> Iterator[Defect]:
    """A change in percent of something that is itself measured in percent."""
    for clause in paragraph.clauses:
        for stated in clause.stated:
            token = stated.token
            if clause.hedged or token.kind is not TokenKind.PERCENT or token.rough:
                continue
            pairs = [it for it in clause.pairs if it.before.kind is TokenKind.PERCENT]
            if pairs:
                yield from _points_of_pair(at, paragraph, token, pairs[0])
                continue
            level = _level_before(paragraph, clause, token)
            if level is None or any(it.kind is TokenKind.NUMBER for it in clause.tokens):
                continue
            sign = stated.sign or 1
            other = level.value - sign * token.value
            relative = level.value / (1 + sign * token.value / 100)
            yield defect(
                at,
                paragraph.text,
                (token.start, token.end),
                DefectKind.POINTS,
                DefectSeverity.WARNING,
                f"At {shown(level)}, a change of {token.text} means from {number(relative, 1)}%; "
                f"a change of "
                f"{number(token.value)} percentage points means from {number(other)}%.",
                "Write 'percentage points' if the two percentages were subtracted, and name both.",
            )


def _points_of_pair(
    at: int, paragraph: ReadParagraph, token: Token, pair: Pair
) -> Iterator[Defect]:
    gap = abs(pair.after.value - pair.before.value)
    change = possible_change(pair.before, pair.after)[2]
    places = 0 if gap == int(gap) else 1
    if abs(gap - abs(token.value)) <= token.half + pair.before.half + pair.after.half:
        yield defect(
            at,
            paragraph.text,
            (token.start, token.end),
            DefectKind.POINTS,
            DefectSeverity.ERROR,
            f"From {shown(pair.before)} to {shown(pair.after)} is {number(gap, places)} "
            f"percentage points; in percent "
            f"it is {number(change, 1, signed=True)}%.",
            f"Write '{number(gap, places)} percentage points'.",
        )
    elif not fits_change(token, pair.before, pair.after):
        yield defect(
            at,
            paragraph.text,
            (token.start, token.end),
            DefectKind.PERCENT,
            DefectSeverity.ERROR,
            f"From {shown(pair.before)} to {shown(pair.after)} is {number(gap, places)} "
            f"percentage points "
            f"({number(change, 1, signed=True)}%), not {token.text}.",
            f"Write '{number(gap, places)} percentage points'.",
        )


def _level_before(paragraph: ReadParagraph, clause: Clause, token: Token) -> Token | None:
    """The percentage that the paragraph has just given as the level of the same thing."""
    refers = re.match(r"\s*(?:This|It|,? ?(?:which is )?(?:an?|up|down))\b|.*which", clause.text)
    same = [
        it
        for it in paragraph.clauses
        if it.end <= clause.start and clause.sentence - it.sentence <= 1
    ]
    candidates = (
        [clause, *reversed(same)]
        if refers or clause.sentence == (same[-1].sentence if same else -1)
        else [clause]
    )
    for it in candidates:
        for match in _LEVEL.finditer(it.skeleton):
            level = it.tokens[int(match[1])]
            if level is not token and all(level is not s.token for s in it.stated):
                return level
    return None
