"""Finds the numbers, ranks and periods of a text, and leaves out what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from safer_desktop.report.claims.periods import SpokenPeriod, read_periods


class TokenKind(StrEnum):
    """The letter stands for the token in a skeleton."""

    NUMBER = "N"
    PERCENT = "P"
    POINTS = "O"
    RANK = "R"
    PERIOD = "D"


@dataclass(frozen=True, slots=True)
class Token:
    """A figure in a text.

    ``half`` is half of the last printed place: the printed value stands for value +/- half (0 for
    whole numbers, which are taken as exact counts). ``of`` is a rank's size. ``signed`` tells that
    a plus or minus is printed; ``per`` that the number is a rate (``per 1,000``, ``per offender``);
    ``rough`` that it is a fraction in words or an estimate.
    """

    kind: TokenKind
    start: int
    end: int
    text: str
    value: float = 0.0
    half: float = 0.0
    of: int = 0
    signed: bool = False
    per: str = ""
    rough: bool = False
    period: SpokenPeriod | None = None

    @property
    def is_count(self) -> bool:
        """A whole number that is no rate."""
        return self.kind is TokenKind.NUMBER and not self.per and self.value == int(self.value)

    @property
    def measure(self) -> tuple[TokenKind, str]:
        """What may be compared with what."""
        if self.kind is TokenKind.NUMBER and not self.per and not self.is_count:
            return self.kind, "rate"
        return self.kind, "rate" if self.per else ""


_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: value for value, word in enumerate(_UNITS)} | {
    word: 20 + 10 * place for place, word in enumerate(_TENS)
}
_SMALL["no"] = 0
_WORD = "|".join(sorted((*_UNITS, *_TENS), key=len, reverse=True))
_ONE_WORD = rf"(?:{_WORD})(?:[- ](?:{'|'.join(_UNITS[1:10])}))?"
_SPELLED = rf"{_ONE_WORD}(?: hundred(?: and {_ONE_WORD})?)?"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SIGN = "[+\\-\N{MINUS SIGN}\N{EN DASH}]"
_FRACTIONS = {
    "half": 50.0,
    "a third": 100 / 3,
    "one third": 100 / 3,
    "one-third": 100 / 3,
    "two thirds": 200 / 3,
    "two-thirds": 200 / 3,
    "a quarter": 25.0,
    "one quarter": 25.0,
    "three quarters": 75.0,
    "three-quarters": 75.0,
    "a fifth": 20.0,
    "one fifth": 20.0,
    "a tenth": 10.0,
}
_PER = (
    r"(?P<per>[ ,]*(?:\(?(?:crimes?|offences?|incidents?|reports?|cases?) )?"
    r"per (?:[\d,]+|thousand|hundred thousand|head|offender|person|household)"
    r"|\.? ?offences per offender)?"
)
_ROUGH = re.compile(
    r"(?:around|about|approximately|roughly|some|nearly|almost|over|"
    r"estimated(?: at)?(?: around)?|more than|less than|at least|up to|under|just)\s*$",
    re.IGNORECASE,
)

_NOISE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\S+@\S+|https?://\S+|www\.\S+",
        (
            r"\b(?:appendi(?:x|ces)|tables?|figures? (?=\d+\b(?!\s*(?:for|show|were|was)))|charts?|"
            r"paragraphs?|paras?\.?|sections?|"
            r"pages?|items?|annex|version|minute|recommendations?|phase|tier|"
            r"part|article|schedule|chapter|act|step|objective|priority|level|grade|band|point|"
            r"no\.|"
            r"number) \d+(?:\.\d+)*(?: (?:to|and) \d+)?(?!\s*(?:%|per cent|percent|percentage))\b"
        ),
        (
            r"\b(?:aged?|ages) \d+(?:\s*(?:to|-|\N{EN DASH}|and)\s*\d+)?|\b(?:under|"
            r"over) \d+(?:\s*(?:to|-|\N{EN DASH}|and)\s*\d+)?(?:s\b|"
            r" years?\b(?! old)|(?= year))"
        ),
        (
            r"\b\d+\s*(?:to|-|\N{EN DASH})\s*\d+[- ]years?[- ]olds?\b|\b\d+[- ]year[- ]olds?\b|"
            r"\b\d+s\b"
        ),
        r"\b0\d{2,4}[ \d]{6,}\d\b",
        r"\b24/7\b|\bCovid-19\b|\b(?:dial|call|ring|non-emergency) (?:101|999)\b",
        r"\b\d{2}(?:\.\d+)?\s*% (?:confidence|interval|limits?|significance|level)",
        r"\bp ?[=<>] ?0?\.\d+",
        r"\b\d{1,2}[.:]\d{2} ?(?:am|pm)\b|\b\d{1,2} ?(?:am|pm)\b",
        (
            r"\b\d+(?:\.\d+)? standard deviations?\b|\b1 (?:is|being|=) (?:the )?(?:lowest|highest|"
            r"best|worst)"
        ),
        (
            r"\b(?:every|each|on|in) one of\b|\bone another\b|\bno one\b|\bone of\b|\bat one\b|"
            r"\bthe one\b|\bthis one\b|\bone hand\b|\bone way\b"
        ),
    )
)
_RANK = re.compile(
    r"\b(?P<a>\d{1,3})(?:st|nd|rd|th)?(?:\s*/\s*|"
    r"\s+(?:out )?of\s+(?:the\s+)?)(?P<b>\d{1,3})\b(?!\s*/)",
    re.IGNORECASE,
)
_RANK_WORDS = re.compile(r"rank|placed|position|stands?\b|highest|lowest", re.IGNORECASE)
_ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|th)\b", re.IGNORECASE)
_POINTS = re.compile(
    rf"(?P<sign>{_SIGN}\s?)?(?P<n>{_DIGITS}|{_SPELLED})\s*(?:%|per cent|percent)?[- ]*"
    r"(?:percentage[- ]points?|pp\b|ppts?\b|% points?|points?\b(?! (?:near|above|below|on|of)))",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    rf"(?<![\w.])(?P<sign>{_SIGN}\s?)?(?P<n>{_DIGITS}|{_SPELLED})(?:\s*%|\s*(?:per cent|"
    rf"percent)\b)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"(?<![\w/.,])(?<!per )(?P<sign>{_SIGN})?(?P<pound>\N{{POUND SIGN}})?(?P<n>{_DIGITS})"
    rf"(?P<scale>\s?(?:m|million|k|thousand)\b)?"
    rf"(?![\d/]|\s?[x\N{{MULTIPLICATION SIGN}}]\s?\d){_PER}",
    re.IGNORECASE,
)
_SPELLED_NUMBER = re.compile(rf"\b(?P<n>{_SPELLED})\b{_PER}(?!-)", re.IGNORECASE)
_FRACTION = re.compile(
    rf"\b(?:{'|'.join(_FRACTIONS)})\b(?! of (?:the )?(?:year|20))", re.IGNORECASE
)
_SCALES = {"m": 1e6, "million": 1e6, "k": 1e3, "thousand": 1e3}


def read_number(words: str) -> float:
    """``1,234``, ``0.66``, ``eighteen``, ``one hundred and five``; raises ValueError otherwise."""
    text = words.strip().casefold()
    if text[:1].isdigit():
        return float(text.replace(",", ""))
    total = 0
    for word in re.split(r"[- ]+", text):
        if word == "hundred":
            total *= 100
        elif word in _SMALL:
            total += _SMALL[word]
        elif word != "and":
            raise ValueError(f"'{words}' is not a number")
    return float(total)


def tokens(text: str) -> tuple[Token, ...]:
    """All figures of ``text`` in reading order; none overlaps another."""
    taken: list[tuple[int, int]] = []
    found: list[Token] = []

    def free(start: int, end: int) -> bool:
        return all(end <= a or start >= b for a, b in taken)

    for period in read_periods(text):
        taken.append((period.start, period.end))
        words = text[period.start : period.end]
        found.append(Token(TokenKind.PERIOD, period.start, period.end, words, period=period.read))
    for pattern in _NOISE:
        spans = (match.span() for match in pattern.finditer(text))
        taken.extend(span for span in spans if free(*span))
    makers: tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str]], Token | None]], ...] = (
        (_RANK, _rank),
        (_ORDINAL, _nothing),
        (_POINTS, _points),
        (_PERCENT, _percent),
        (_NUMBER, _number),
        (_FRACTION, _fraction),
        (_SPELLED_NUMBER, _spelled),
    )
    for pattern, make in makers:
        for match in pattern.finditer(text):
            if not free(*match.span()):
                continue
            token = make(text, match)
            if token is not None:
                found.append(token)
                taken.append((token.start, token.end))
            elif make is _nothing:
                taken.append(match.span())
    return tuple(sorted(found, key=lambda it: it.start))


def _rank(text: str, match: re.Match[str]) -> Token | None:
    before = text[max(0, match.start() - 60) : match.start()]
    printed = match.group()
    ordinal = re.match(r"\d+(?:st|nd|rd|th)", printed, re.IGNORECASE) is not None
    slash = "/" in printed and _RANK_WORDS.search(before) is not None
    cell = "/" in printed and text[: match.start()].rstrip().endswith("|")
    if not (ordinal or slash or cell):
        return None
    return Token(TokenKind.RANK, *match.span(), printed, float(match["a"]), of=int(match["b"]))


def _nothing(_text: str, _match: re.Match[str]) -> None:
    return None


def _points(text: str, match: re.Match[str]) -> Token:
    return _made(text, match, TokenKind.POINTS)


def _percent(text: str, match: re.Match[str]) -> Token:
    return _made(text, match, TokenKind.PERCENT)


def _number(text: str, match: re.Match[str]) -> Token:
    return _made(text, match, TokenKind.NUMBER)


def _spelled(text: str, match: re.Match[str]) -> Token:
    return _made(text, match, TokenKind.NUMBER)


def _fraction(_text: str, match: re.Match[str]) -> Token:
    value = _FRACTIONS[match.group().casefold()]
    return Token(TokenKind.PERCENT, *match.span(), match.group(), value, 2.0, rough=True)


def _made(text: str, match: re.Match[str], kind: TokenKind) -> Token:
    parts = match.groupdict()
    printed = parts["n"]
    value = read_number(printed)
    places = len(printed.partition(".")[2])
    half = 0.5 * 10.0**-places if places or kind is not TokenKind.NUMBER else 0.0
    scale = _SCALES.get((parts.get("scale") or "").strip().casefold(), 1.0)
    sign = (parts.get("sign") or "").strip()
    if sign == "\N{EN DASH}" or (sign == "-" and text[: match.start()].rstrip()[-1:].isalnum()):
        sign = ""
    per = (parts.get("per") or "").strip(" ,.")
    return Token(
        kind,
        match.start() + (len(match["sign"] or "") if parts.get("sign") and not sign else 0),
        match.end(),
        match.group().strip(),
        (-1 if sign in ("-", "\N{MINUS SIGN}") else 1) * value * scale,
        half * scale if scale == 1 else 0.5 * 10.0**-places * scale,
        signed=bool(sign),
        per=per,
        rough=_ROUGH.search(text[: match.start()]) is not None,
    )
