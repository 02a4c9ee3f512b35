"""Cuts a paragraph into clauses and finds what each says: pairs, changes, words of change, "
"topic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from safer_desktop.report.claims.tokens import Token, TokenKind, tokens

_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|approx|incl|vs|No|St|Mr|Mrs|Ms|Dr|cf)\.|\b[A-Z]\.)$"
)
_QUOTES = "\u2018\u2019\u201c\u201d"
_SENTENCE_END = re.compile(
    rf"[.!?:][){_QUOTES}\"']*\s+(?=[A-Z\d({_QUOTES}])|\n+",
)
_CLAUSE_END = re.compile(
    r";\s*|,? (?:while|whilst|whereas|although|however|though)\b,?\s*|, (?:but|"
    r"and) (?=[a-z])(?!\w+ (?:of|by|per)\b)|,? which is\b|\s\|\s",
    re.IGNORECASE,
)

UP = (
    r"rose|risen|rises?|rising|increas(?:e[sd]?|ing)|gr(?:ew|own|owing|owth)|climb(?:s|ed|ing)?|"
    r"jump(?:s|ed)?|upward|went up|gone up|up|higher|more|surg(?:e[ds]?|ing)|doubled"
)
DOWN = (
    r"fell|fallen|falls?|falling|decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|"
    r"reduc(?:e[sd]?|ing|tions?)|drop(?:s|ped|ping)?|downward|went down|gone down|down|lower|fewer|"
    r"less|halved|cut"
)
_VERB_UP = (
    r"rose|has risen|have risen|risen|rises|increased|increases|increasing|grew|grown|climbed|"
    r"jumped|went up|gone up|surged"
)
_VERB_DOWN = (
    r"fell|fallen|falls|decreased|decreases|decreasing|declined|declining|reduced|dropped|"
    r"went down|gone down"
)
_NOUN_UP = r"increase|rise|growth"
_NOUN_DOWN = r"decrease|reduction|fall|drop|decline"
STABLE = re.compile(
    r"\b(?:stable|unchanged|constant|level(?:led)? (?:off|out)|static|steady(?! (?:reduc|increas|"
    r"ris|fall|declin|improv))|no material change|"
    r"the same as|similar to the (?:previous|year)|broadly (?:similar|in line with (?:last|"
    r"the previous)))\b",
    re.IGNORECASE,
)
BETTER = re.compile(
    r"\b(?:improv(?:ed?|es|ing|ements?)|got better|getting better|(?:extremely |very )?positive)\b",
    re.IGNORECASE,
)
WORSE = re.compile(r"\b(?:worse(?:n(?:ed|ing|s)?)?|deteriorat\w+)\b", re.IGNORECASE)
HEDGED = re.compile(
    r"\b(?:would|could|should|if|aims? to|target (?:is|of|was)|may|might|unless|expected to|"
    r"forecast|"
    r"predicted|hope[sd]?|cannot be (?:said|compared|read)|not comparable)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|neither|nor|without|n't|no longer)\b", re.IGNORECASE)
_DIRECTION = re.compile(
    rf"(?<!an )(?<!a )(?<!the )\b(?P<up>{_VERB_UP})\b|(?<!the )\b(?:an?|further|slight|small|"
    rf"large|significant|year on year|(?P<lead>%)) (?:\w+ ){{0,2}}?(?P<nup>{_NOUN_UP})\b"
    rf"|(?<!an )(?<!a )(?<!the )\b(?P<down>{_VERB_DOWN})\b|(?<!the )\b(?:an?|further|slight|"
    rf"small|large|significant|year on year) (?:\w+ ){{0,2}}?(?P<ndown>{_NOUN_DOWN})\b"
    r"|\b(?P<up2>higher|more|up)\b(?! (?:the|likely))|\b(?P<down2>lower|fewer|less|"
    r"down)\b(?! (?:the|likely))"
    r"|\b(?P<up3>(?:increasing|upward|rising) trend)|\b(?P<down3>(?:decreasing|downward|reducing|"
    r"falling|declining) trend)",
    re.IGNORECASE,
)
_PIECE = r"\{([NPO])(\d+)\}"
_GAP = r"(?:(?!\{[NPO]).)"
_FROM_TO = re.compile(
    rf"\bfrom\b({_GAP}{{0,60}}?){_PIECE}({_GAP}{{0,60}}?)\bto\b{_GAP}{{0,50}}?\{{\1([NPO])(\d+)\}}".replace(
        r"\{\1", r"\{"
    ),
    re.IGNORECASE,
)
_TO_FROM = re.compile(
    rf"\bto\b{_GAP}{{0,40}}?{_PIECE}{_GAP}{{0,40}}?\b(?:up |down )?from\b{_GAP}{{0,50}}?{_PIECE}",
    re.IGNORECASE,
)
_BRACKET = re.compile(rf"{_PIECE} to {_PIECE}", re.IGNORECASE)
_COMPARED = re.compile(
    rf"{_PIECE}(?P<gap>{_GAP}{{0,90}}?)(?:,|\b(?:compared (?:with|to)|in comparison (?:with|to)|"
    rf"as against|against|versus|vs|"
    rf"up from|down from|having been|from))(?P<after>{_GAP}{{0,70}}?){_PIECE}",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(
    rf"\bat {_PIECE}(?:(?!from).)*?\b(?:previous|year before|last year)[^({{]{{0,30}}\({_PIECE}",
    re.IGNORECASE,
)
_WERE_TO = re.compile(
    rf"\b(?:at|was|were)\b{_GAP}{{0,20}}?{_PIECE}{_GAP}{{0,30}}?\b(?:and|which|"
    rf"then)\b{_GAP}{{0,20}}?\b(?:{_VERB_UP}|"
    rf"{_VERB_DOWN})\b{_GAP}{{0,30}}?\bto\b{_GAP}{{0,20}}?{_PIECE}",
    re.IGNORECASE,
)
_COMPARATOR_WORDS = re.compile(
    r"\b(?:average|regional|national|target|peers?|group|england|median|mean|benchmark|forecast)\b",
    re.IGNORECASE,
)
_CHANGE_OF = re.compile(
    rf"\b(?P<word>{UP}|{DOWN}|improvement|difference|change)\b(?: (?:in|on|"
    rf"to) (?:(?!\{{)[\w' -]){{0,40}})?,? (?:of|by)(?: (?:about|around|some|approximately|just|"
    rf"only|over|nearly|almost))?(?: a further)? \{{([NPO])(\d+)\}}",
    re.IGNORECASE,
)
_CHANGE_BEFORE = re.compile(
    rf"\{{([NPO])(\d+)\}} (?:(?!which|and|that|has|have|was|were|is|are|"
    rf"in)[\w-]+ ){{0,1}}?(?P<word>{_NOUN_UP}|{_NOUN_DOWN}|higher|more|up|lower|fewer|less|down|"
    rf"improvement)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\{N(\d+)\}\)? (?:out )?of (?:the |all |its |those |a total of )?\{N(\d+)\}")
_UP_BY = re.compile(
    r"\b(?P<word>up|down|rose|fell|increased|decreased|dropped|reduced)(?: by)? \{([PO])(\d+)\}",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\(\{([PO])(\d+)\}\)")
_WORD = re.compile(r"[a-z][a-z'\N{RIGHT SINGLE QUOTATION MARK}-]+", re.IGNORECASE)
_GENERIC = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "to",
        "for",
        "and",
        "or",
        "on",
        "at",
        "by",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "this",
        "that",
        "these",
        "those",
        "it",
        "its",
        "which",
        "who",
        "with",
        "regard",
        "whole",
        "total",
        "totals",
        "overall",
        "number",
        "numbers",
        "figure",
        "figures",
        "rate",
        "rates",
        "level",
        "levels",
        "per",
        "cent",
        "reported",
        "recorded",
        "report",
        "reports",
        "proportion",
        "percentage",
        "percent",
        "average",
        "there",
        "their",
        "them",
        "they",
        "now",
        "also",
        "still",
        "current",
        "currently",
        "latest",
        "year",
        "years",
        "month",
        "months",
        "quarter",
        "period",
        "previous",
        "compared",
        "comparison",
        "than",
        "between",
        "from",
        "more",
        "less",
        "fewer",
        "higher",
        "lower",
        "against",
        "against",
        "data",
        "county",
        "leicestershire",
        "summary",
        "during",
        "people",
        "not",
        "only",
        "respectively",
        "both",
        "each",
        "same",
        "very",
        "slight",
        "slightly",
        "further",
        "while",
        "however",
        "although",
        "shown",
        "show",
        "shows",
        "showing",
        "stood",
        "stands",
        "standing",
        "sitting",
        "sits",
        "remained",
        "remains",
        "remain",
        "reached",
        "continued",
        "continues",
        "rolling",
        "end",
        "date",
        "thousand",
        "population",
        "pop",
        "households",
        "household",
        "annual",
        "our",
        "we",
        "our",
        "board",
        "members",
        "performance",
        "indicator",
        "indicators",
        "measure",
        "measures",
        "trend",
        "trends",
        "value",
        "values",
        "latest",
        "count",
        "counts",
        "terms",
        "priority",
        "result",
        "results",
    ]
)
_SAME_WORDS = {
    "reoffending": "re-offending",
    "offences": "offence",
    "crimes": "crime",
    "incidents": "incident",
    "burglaries": "burglary",
    "referrals": "referral",
    "entrants": "entrant",
    "thefts": "theft",
    "dwellings": "dwelling",
    "vehicles": "vehicle",
    "asb": "anti-social",
    "anti-social": "anti-social",
    "antisocial": "anti-social",
    "robberies": "robbery",
    "victims": "victim",
    "cases": "case",
    "collisions": "collision",
    "assaults": "assault",
    "fires": "fire",
    "offenders": "offender",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures of one kind, before and after, as the words have them."""

    before: Token
    after: Token

    @property
    def sign(self) -> int:
        """+1 where the second is larger, -1 smaller, 0 equal."""
        return (self.after.value > self.before.value) - (self.after.value < self.before.value)


@dataclass(frozen=True, slots=True)
class Stated:
    """A change that is stated as such: ``rose by 11%``. ``sign`` 0: the words do not tell."""

    token: Token
    sign: int


@dataclass(frozen=True, slots=True)
class Clause:
    """One statement. ``sign`` is the direction in words, ``word`` where that word stands."""

    start: int
    end: int
    text: str
    sentence: int
    skeleton: str
    tokens: tuple[Token, ...]
    pairs: tuple[Pair, ...]
    stated: tuple[Stated, ...]
    sign: int
    word: tuple[int, int]
    stable: bool
    hedged: bool
    topic: frozenset[str]

    def periods(self) -> tuple[Token, ...]:
        """The periods that it names."""
        return tuple(it for it in self.tokens if it.kind is TokenKind.PERIOD)


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A paragraph with all its figures and clauses."""

    text: str
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    sentences: tuple[tuple[int, int], ...]


def read(text: str) -> ReadParagraph:
    """What a paragraph says."""
    found = tokens(text)
    spans = tuple(_sentences(text))
    clauses: list[Clause] = []
    topic: frozenset[str] = frozenset()
    for number, (start, end) in enumerate(spans):
        for a, b in _clauses(text, start, end, found):
            inside = tuple(it for it in found if it.start >= a and it.end <= b)
            clause = _clause(text, a, b, number, inside, topic)
            topic = clause.topic
            clauses.append(clause)
    return ReadParagraph(text, found, tuple(clauses), spans)


def topic_of(words: str) -> frozenset[str]:
    """The words that say what it is about, in one spelling each."""
    kept = (
        _SAME_WORDS.get(it, it)
        for it in (m.group().casefold().strip("'-") for m in _WORD.finditer(words))
        if it not in _GENERIC and len(it) > 2
    )
    return frozenset(kept)


def same_topic(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two topics name one thing: equal, or one (of two words or more) within the other."""
    if not one or not other or ({"without", "all"} & (one ^ other)):
        return False
    small, large = sorted((one, other), key=len)
    return small == large or (len(small) >= 2 and small <= large and len(large) <= len(small) + 2)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text[: match.start() + 1]):
            continue
        if text[match.start()] == ":" and match.group().strip() == ":":
            continue
        if text[start : match.end()].strip():
            yield start, match.end()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _clauses(
    text: str, start: int, end: int, found: tuple[Token, ...]
) -> Iterator[tuple[int, int]]:
    at = start
    for match in _CLAUSE_END.finditer(text, start, end):
        within = any(it.start < match.end() and it.end > match.start() for it in found)
        opened = text.count("(", at, match.start()) > text.count(")", at, match.start())
        if within or opened or match.start() <= at:
            continue
        yield at, match.start()
        at = match.start() if "which" in match.group() else match.end()
    if text[at:end].strip():
        yield at, end


def _skeleton(text: str, start: int, end: int, inside: tuple[Token, ...]) -> tuple[str, list[int]]:
    """The clause with ``{P3}`` for its third token, and where each of its characters stands."""
    pieces: list[str] = []
    places: list[int] = []
    at = start
    for number, token in enumerate(inside):
        pieces.append(text[at : token.start])
        places.extend(range(at, token.start))
        mark = f"{{{token.kind}{number}}}"
        pieces.append(mark)
        places.extend([token.start] * len(mark))
        at = token.end
    pieces.append(text[at:end])
    places.extend(range(at, end + 1))
    return "".join(pieces), places


def _clause(
    text: str,
    start: int,
    end: int,
    sentence: int,
    inside: tuple[Token, ...],
    inherited: frozenset[str],
) -> Clause:
    skeleton, places = _skeleton(text, start, end, inside)
    words = text[start:end]
    direction = _direction(skeleton)
    sign, word = 0, (start, end)
    if direction is not None:
        sign = direction[0]
        word = places[direction[1]], places[direction[2]]
    negated = direction is not None and _NOT.search(
        skeleton[max(0, direction[1] - 25) : direction[1]]
    )
    about = _topic(skeleton)
    return Clause(
        start,
        end,
        words,
        sentence,
        skeleton,
        inside,
        tuple(_pairs(skeleton, inside)),
        tuple(_stated(skeleton, inside)),
        0 if negated else sign,
        word,
        STABLE.search(words) is not None and not _NOT.search(words),
        HEDGED.search(words) is not None,
        about or inherited,
    )


def _direction(skeleton: str) -> tuple[int, int, int] | None:
    for match in _DIRECTION.finditer(skeleton):
        name = match.lastgroup or ""
        if name == "lead":
            name = "nup"
        return (1 if "up" in name else -1), match.start(), match.end()
    return None


def _topic(skeleton: str) -> frozenset[str]:
    stop = re.search(
        rf"\b(?:{_VERB_UP}|{_VERB_DOWN}|stood|was|were|is|are|has|have|remain(?:s|ed)?|"
        rf"continue[sd]?|showed|shows|show|specified)\b|\{{[NPO]\d",
        skeleton,
        re.IGNORECASE,
    )
    head = skeleton[: stop.start()] if stop else skeleton
    if not topic_of(_without_marks(head)) or re.match(r"\s*(?:At|In|With|Of|For)\b", skeleton):
        rest = re.sub(r"^\s*(?:At|With)[^,]*,\s*", "", skeleton)
        stop = re.search(
            r"\b(?:was|were|is|are|has|have|rose|fell|stood|increased|decreased)\b", rest
        )
        head = rest[: stop.start()] if stop else rest
    found = topic_of(_without_marks(head))
    if found or not re.match(r"\s*(?:There|Overall)\b", skeleton):
        return found
    return topic_of(" ".join(re.sub(r".*?\{[NPO]\d+\}", "", skeleton, count=1).split()[:5]))


def _without_marks(skeleton: str) -> str:
    return re.sub(r"\([^)]*\{[^)]*\)|\{\w+\}", " ", skeleton)


def _pairs(skeleton: str, inside: tuple[Token, ...]) -> Iterator[Pair]:
    seen: set[tuple[int, int]] = set()

    parts = {int(whole): int(part) for part, whole in _SHARE.findall(skeleton)}

    def pair(before: str, after: str) -> Iterator[Pair]:
        first, second = (parts.get(int(it), int(it)) for it in (before, after))
        b, a = inside[first], inside[second]
        if (first, second) not in seen and first != second and _alike(b, a):
            seen.update({(first, second), (second, first)})
            yield _in_time(Pair(b, a), inside)

    for match in _FROM_TO.finditer(skeleton):
        _, _, first, _, _, second = match.groups()
        yield from pair(first, second)
    for match in _TO_FROM.finditer(skeleton):
        yield from pair(match[4], match[2])
    for match in _BRACKET.finditer(skeleton):
        yield from pair(match[2], match[4])
    for match in _PREVIOUS.finditer(skeleton):
        yield from pair(match[4], match[2])
    for match in _WERE_TO.finditer(skeleton):
        yield from pair(match[2], match[4])
    for match in _overlapping(_COMPARED, skeleton):
        link = match.group()
        between = match["gap"] + match["after"]
        comma = not re.search(
            r"compared|comparison|against|versus|\bvs\b|(?:up|down) from|having been|\bfrom\b",
            link,
            re.IGNORECASE,
        )
        kinds = re.findall(_PIECE, link)
        if comma or _COMPARATOR_WORDS.search(between) or ". " in between or ")" in match["gap"]:
            continue
        yield from pair(kinds[1][1], kinds[0][1])


def _overlapping(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    at = 0
    while (match := pattern.search(text, at)) is not None:
        at = match.start() + 1
        yield match


def _in_time(pair: Pair, inside: tuple[Token, ...]) -> Pair:
    """The same two, turned where the periods beside them say that the words have them turned."""
    periods = [it for it in inside if it.period and it.period.is_dated]

    def beside(token: Token) -> int | None:
        near = [
            it for it in periods if min(abs(it.start - token.end), abs(token.start - it.end)) < 40
        ]
        if not near:
            return None
        best = min(near, key=lambda it: min(abs(it.start - token.end), abs(token.start - it.end)))
        return best.period.first if best.period else None

    before, after = beside(pair.before), beside(pair.after)
    if before is not None and after is not None and after < before:
        return Pair(pair.after, pair.before)
    return pair


def _alike(one: Token, other: Token) -> bool:
    """Whether two figures can be a before and an after."""
    if one.kind is not other.kind or one.kind is TokenKind.POINTS or one.signed or other.signed:
        return False
    if one.kind is TokenKind.PERCENT:
        return True
    return one.is_count == other.is_count or bool(one.per) == bool(other.per)


def _stated(skeleton: str, inside: tuple[Token, ...]) -> Iterator[Stated]:
    seen: set[int] = set()

    def made(number: int, word: str) -> Iterator[Stated]:
        token = inside[number]
        if number in seen:
            return
        seen.add(number)
        sign = (
            1
            if re.fullmatch(UP, word, re.IGNORECASE)
            else -1
            if re.fullmatch(DOWN, word, re.IGNORECASE)
            else 0
        )
        if token.signed and token.value:
            own = 1 if token.value > 0 else -1
            sign = sign or own
        yield Stated(token, sign)

    for pattern in (_CHANGE_OF, _UP_BY, _CHANGE_BEFORE):
        for match in pattern.finditer(skeleton):
            numbers = [it for it in match.groups() if it and it.isdigit()]
            yield from made(int(numbers[0]), match["word"])
    for match in _BRACKETED.finditer(skeleton):
        if inside[int(match[2])].signed:
            yield from made(int(match[2]), "")


def sentence_skeleton(
    paragraph: ReadParagraph, span: tuple[int, int]
) -> tuple[str, tuple[Token, ...]]:
    """A whole sentence with marks for its figures, and the figures."""
    inside = tuple(it for it in paragraph.tokens if it.start >= span[0] and it.end <= span[1])
    return _skeleton(paragraph.text, *span, inside)[0], inside
