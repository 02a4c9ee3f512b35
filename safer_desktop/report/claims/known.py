"""What a pack knows of the things a paper speaks of, and the checks against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import change_text, period_text, value_text
from safer_desktop.domain.evidence import Change, Direction, Quantity, Rank, Reason, Standing
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.report.claims.figures import defect
from safer_desktop.report.claims.nouns import Defect, DefectKind, DefectSeverity, TextParagraph
from safer_desktop.report.claims.reading import Clause, ReadParagraph, topic_of
from safer_desktop.report.claims.tokens import Token, TokenKind, tokens

_AVERAGE = re.compile(
    r"\b(?P<word>higher|above|worse|lower|below|better|similar to|in line with|under|"
    r"over)\b[^.;]{0,60}\b(?:average|msg|most similar)\b",
    re.IGNORECASE,
)
_SCORES = re.compile(r"\bscores?\b|\u00d7", re.IGNORECASE)
_ENOUGH_OF_A_NAME = 0.6
_SMALLEST_COUNT = 20
_OVER_TIME = re.compile(
    r"\b(?:compared|previous|year|trend|since|from|months|rose|fell|ris\w+|fall\w*|increas\w+|"
    r"decreas\w+|reduc\w+)\b",
    re.IGNORECASE,
)
_ABOVE = ("higher", "above", "over")
_BELOW = ("lower", "below", "under")


@dataclass(frozen=True, slots=True)
class KnownValue:
    """A value of the pack, as it would be printed, and what it is.

    ``own``: it is the area's or a benchmark's, not another area's in the ranking.
    """

    value: float
    kind: TokenKind
    words: str
    own: bool = True


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """One indicator in one area: its names, its values, and what its findings say."""

    name: str
    topics: tuple[frozenset[str], ...]
    values: tuple[KnownValue, ...]
    figure: Figure
    change: str

    def match(self, words: frozenset[str]) -> float:
        """How much of its name is among the words, 0 to 1."""
        shares = [
            len(it & words) / len(it) - (0.5 if "without" in (it ^ words) else 0)
            for it in self.topics
        ]
        return max(shares, default=0.0)


@dataclass(frozen=True, slots=True)
class KnownFigures:
    """Everything that a pack's figures say of one area."""

    figures: tuple[KnownFigure, ...]

    @classmethod
    def of(cls, catalogue: Catalogue, figures: Mapping[str, Figure]) -> KnownFigures:
        """From a workbench's headline figures by indicator code."""
        return cls(
            tuple(_known(catalogue.indicator(code), figure) for code, figure in figures.items())
        )

    def about(self, clause: Clause) -> KnownFigure | None:
        """The indicator that a clause speaks of, None if none or several are named alike."""
        best = self._ranked(clause.topic)
        if best is None and clause.tokens:
            best = self._ranked(topic_of(clause.text))
        return best

    def check(self, at: int, paragraph: TextParagraph, reading: ReadParagraph) -> Iterator[Defect]:
        """What the pack does not bear out in one paragraph."""
        if paragraph.table or _SCORES.search(paragraph.text):
            return
        for clause in reading.clauses:
            if clause.hedged:
                continue
            known = self.about(clause)
            if known is None:
                continue
            yield from self._figures_of(at, reading, clause, known)
            yield from _direction(at, reading, clause, known)
            yield from _standing(at, reading, clause, known)
            yield from _rank(at, reading, clause, known)

    def _ranked(self, words: frozenset[str]) -> KnownFigure | None:
        scored = sorted(
            ((it.match(words), it.name, it) for it in self.figures), key=lambda it: (-it[0], it[1])
        )
        if not scored or scored[0][0] < _ENOUGH_OF_A_NAME:
            return None
        if (
            len(scored) > 1
            and scored[1][0] == scored[0][0]
            and scored[1][2].topics != scored[0][2].topics
        ):
            longer = max(scored[:2], key=lambda it: max(len(t & words) for t in it[2].topics))
            return longer[2]
        return scored[0][2]

    def _figures_of(
        self, at: int, reading: ReadParagraph, clause: Clause, known: KnownFigure
    ) -> Iterator[Defect]:
        for token in clause.tokens:
            if not _is_claim(token) or self._has(token):
                continue
            near = _nearest(token, known.values)
            told = f" Nearest of {known.name}: {near.words}." if near else ""
            yield defect(
                at,
                reading.text,
                (token.start, token.end),
                DefectKind.UNKNOWN_FIGURE,
                DefectSeverity.WARNING,
                f"{token.text} is no figure of this pack.{told}",
                "Correct it, or say where it comes from.",
            )

    def _has(self, token: Token) -> bool:
        return any(_same(token, value) for it in self.figures for value in it.values)


def _is_claim(token: Token) -> bool:
    if token.kind in (TokenKind.PERIOD, TokenKind.RANK) or token.rough or not token.value:
        return False
    return not token.is_count or abs(token.value) >= _SMALLEST_COUNT


def _same(token: Token, known: KnownValue) -> bool:
    counts = (TokenKind.PERCENT, TokenKind.POINTS)
    if (token.kind in counts) != (known.kind in counts):
        return False
    half = max(token.half, 0.5 if token.is_count else 0.0)
    return abs(abs(token.value) - abs(known.value)) <= half * 1.001 + 1e-9


def _nearest(token: Token, values: Sequence[KnownValue]) -> KnownValue | None:
    alike = [
        it
        for it in values
        if it.own and (it.kind is TokenKind.NUMBER) == (token.kind is TokenKind.NUMBER)
    ]
    return min(alike, key=lambda it: abs(abs(it.value) - abs(token.value)), default=None)


def _known(indicator: Indicator, figure: Figure) -> KnownFigure:
    names = {indicator.name, indicator.short_name}
    return KnownFigure(
        indicator.name,
        tuple(sorted((it for it in map(topic_of, names) if it), key=sorted)),
        tuple(_values(indicator, figure)),
        figure,
        change_text(figure.change, indicator),
    )


def _values(indicator: Indicator, figure: Figure) -> Iterator[KnownValue]:
    quantities = figure.quantities
    members = figure.rank.members if isinstance(figure.rank, Rank) else ()
    others = [it.value for it in members if it.area != figure.area]
    for it in quantities:
        yield from _of_quantity(indicator, it, own=it not in others)
    changes = [figure.change]
    if figure.annual:
        changes.append(figure.annual.change)
    for change in changes:
        if isinstance(change, Change):
            yield from _of_change(indicator, change)
    own = [it for it in (figure.latest, figure.previous) if isinstance(it, Quantity)]
    line = [*own, *figure.history]
    for one in line:
        for other in line:
            if one.unit is other.unit and one.value < other.value:
                yield from _between(one, other)
    for bound in (indicator.target.low, indicator.target.high):
        if bound is not None:
            yield KnownValue(bound, _kind(indicator.unit), f"target {bound:g}")
    for token in tokens(indicator.caveat):
        if token.kind is not TokenKind.PERIOD:
            yield KnownValue(token.value, token.kind, indicator.caveat)


def _kind(unit: Unit) -> TokenKind:
    return TokenKind.PERCENT if unit is Unit.PERCENTAGE else TokenKind.NUMBER


def _of_quantity(indicator: Indicator, it: Quantity, *, own: bool) -> Iterator[KnownValue]:
    words = f"{value_text(it.value, it.unit, indicator.decimals)} ({period_text(it.period)})"
    yield KnownValue(it.value, _kind(it.unit), words, own)
    for part in (it.count, it.base):
        if part is not None:
            yield KnownValue(part, TokenKind.NUMBER, f"{part:,.0f} ({period_text(it.period)})", own)


def _of_change(indicator: Indicator, change: Change) -> Iterator[KnownValue]:
    words = f"a change of {change_text(change, indicator)}"
    yield KnownValue(change.difference, _kind(indicator.unit), words)
    if not isinstance(change.percent, Reason):
        yield KnownValue(change.percent, TokenKind.PERCENT, words)
    if change.count_difference is not None:
        yield KnownValue(change.count_difference, TokenKind.NUMBER, words)


def _between(one: Quantity, other: Quantity) -> Iterator[KnownValue]:
    words = f"between {period_text(one.period)} and {period_text(other.period)}"
    yield KnownValue(other.value - one.value, _kind(one.unit), f"the difference {words}")
    if one.value > 0:
        for first, second in ((one, other), (other, one)):
            change = 100 * (second.value / first.value - 1)
            yield KnownValue(change, TokenKind.PERCENT, f"{change:+.1f}% {words}")


def _direction(
    at: int, reading: ReadParagraph, clause: Clause, known: KnownFigure
) -> Iterator[Defect]:
    figure = known.figure
    said = clause.sign
    if (not said and not clause.stable) or _AVERAGE.search(clause.text):
        return
    if not (clause.pairs or clause.stated or _OVER_TIME.search(clause.text)) or not _of_latest(
        clause, figure
    ):
        return
    found = figure.direction
    expected = {Direction.RISING: 1, Direction.FALLING: -1, Direction.NO_REAL_CHANGE: 0}.get(found)
    if expected == said:
        return
    reason = figure.change.text if isinstance(figure.change, Reason) else ""
    grave = expected is not None and expected * said < 0
    change = f" ({known.change})" if isinstance(figure.change, Change) else ""
    yield defect(
        at,
        reading.text,
        clause.word if said else (clause.start, clause.end),
        DefectKind.NOT_CARRIED,
        DefectSeverity.ERROR if grave else DefectSeverity.WARNING,
        f"The pack finds for {known.name}: {str(found).lower()}{change}. {reason}".strip(),
        "Say what the finding says, or give the reason for saying more.",
    )


def _of_latest(clause: Clause, figure: Figure) -> bool:
    """Whether the clause speaks of the latest period: it names its value, or no other."""
    latest = figure.latest
    if not isinstance(latest, Quantity):
        return True
    if clause.pairs:
        ends = {it.value for pair in clause.pairs for it in (pair.after, pair.before)}
        own = [it for it in (latest.value, latest.count) if it is not None]
        return any(abs(end - it) <= 0.51 * 10 ** -_places(end) for end in ends for it in own)
    periods = [it.period for it in clause.periods() if it.period and it.period.is_dated]
    last = latest.period.end.year * 12 + latest.period.end.month - 1
    return not periods or any(it.last == last for it in periods)


def _places(value: float) -> int:
    text = f"{value:g}"
    return len(text.partition(".")[2])


def _standing(
    at: int, reading: ReadParagraph, clause: Clause, known: KnownFigure
) -> Iterator[Defect]:
    match = _AVERAGE.search(clause.text)
    comparators = known.figure.comparators
    if match is None or not comparators:
        return
    word = match["word"].casefold()
    said = Standing.ABOVE if word in _ABOVE else Standing.BELOW if word in _BELOW else None
    if word in ("better", "worse"):
        return
    standings = {it.standing for it in comparators}
    said = said or Standing.SIMILAR
    if said in standings:
        return
    first = comparators[0]
    yield defect(
        at,
        reading.text,
        (clause.start + match.start(), clause.start + match.end()),
        DefectKind.NOT_CARRIED,
        DefectSeverity.WARNING,
        f"The pack finds {known.name} {first.standing} ({first.name}: {first.value.value:,.2f}; "
        f"{first.standing_test}).",
        "Say what the finding says.",
    )


def _rank(at: int, reading: ReadParagraph, clause: Clause, known: KnownFigure) -> Iterator[Defect]:
    rank = known.figure.rank
    if not isinstance(rank, Rank):
        return
    for token in clause.tokens:
        if token.kind is TokenKind.RANK and (token.value, token.of) != (rank.position, rank.of):
            yield defect(
                at,
                reading.text,
                (token.start, token.end),
                DefectKind.NOT_CARRIED,
                DefectSeverity.ERROR,
                f"The pack ranks {known.name} {rank.position}/{rank.of} ({rank.direction}).",
                "Correct the rank.",
            )
