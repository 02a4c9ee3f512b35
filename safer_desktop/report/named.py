"""The figures of a paper by name, as printed: ``burglary-dwelling.latest`` is ``6.06``.

The names are the tags under which a figure stands in the Word file, and its rows in the annex.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from safer_desktop.analysis.overall import overall
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import change_text, number, ordinal, period_text, value_text
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Change, Direction, Quantity, Rank, RatingState, Reason
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.report.claims.tokens import TokenKind, tokens
from safer_desktop.report.content import NamedFigure, Span
from safer_desktop.report.phrases import inner, percent, points
from safer_desktop.report.summary import number_words
from safer_desktop.risk.scheme import MatrixRow

_DIGITS = re.compile("[+\N{MINUS SIGN}-]?\\d[\\d,]*(?:\\.\\d+)?%?")
_CHANGED = "the latest figure less the one before it"
_HEAPS = ("worse", "better", "moved", "stable", "unclear")
_SIGNS = {
    Direction.RISING: 1,
    Direction.FALLING: -1,
    Direction.NO_REAL_CHANGE: 0,
    Direction.CANNOT_SAY: 0,
}
_RATED = (RatingState.MET, RatingState.CLOSE, RatingState.MISSED)


def of_figure(figure: Figure, indicator: Indicator, subject: str) -> tuple[NamedFigure, ...]:
    """Every number that an indicator's paragraph may print."""
    return tuple(_of_figure(_Namer(indicator, subject), figure))


def of_summary(
    figures: Mapping[str, Figure], catalogue: Catalogue, edition: Edition
) -> tuple[NamedFigure, ...]:
    """The counts that the summary prints, in the order in which it does."""
    said = overall(figures, catalogue, catalogue.home, edition)
    heaps = {name: tuple(getattr(said, name)) for name in _HEAPS}
    counts = {"informed": said.informed, "indicators": said.informed + len(said.absent)}
    counts |= {name: len(heap) for name, heap in heaps.items()}
    for code in said.wholly_worse:
        counts[f"wholly-worse.{code}"] = sum(
            it.code in said.worse for it in catalogue.of_priority(code)
        )
    states = [figures[it.code].rating.state for it in catalogue.headline if it.code in figures]
    counts["rated"] = sum(states.count(state) for state in _RATED)
    counts |= {f"rated.{state.name.lower()}": states.count(state) for state in _RATED}
    return tuple(
        NamedFigure(
            f"summary.{name}",
            number_words(count),
            f"Count of indicators: {name}",
            "counted",
            value=float(count),
        )
        for name, count in counts.items()
    )


def of_matrix(rows: Sequence[MatrixRow]) -> tuple[NamedFigure, ...]:
    """Scores, shares and places of the risk/harm matrix."""
    return tuple(
        NamedFigure(
            f"matrix.{row.type.code}.{part}",
            text,
            f"{row.type.name}, {part}",
            "risk/harm matrix",
            value=value,
            sources=row.sources,
            subject=row.type.name,
        )
        for row in rows
        for part, value, text in _row_parts(row)
    )


def spans(text: str, named: Sequence[NamedFigure]) -> tuple[Span, ...]:
    """The named figures in a text, from left to right.

    A number means the figure that prints it so, of several the first that the text has not had
    yet. Where the figures have several subjects, it has to be the one that its sentence named last.
    """
    subjects = {it.subject for it in named}
    found: list[Span] = []
    used: set[str] = set()
    for token in tokens(text):
        if token.kind is TokenKind.PERIOD:
            continue
        start, end = _printed(token.text, token.kind)
        printed = token.text[start:end]
        alike = [it for it in named if it.text == printed]
        if len(subjects) > 1:
            spoken_of = _last_named(text[: token.start], subjects)
            alike = [it for it in alike if it.subject == spoken_of]
        if not alike:
            continue
        best = next((it for it in alike if it.name not in used), alike[0])
        used.add(best.name)
        found.append(Span(token.start + start, token.start + end, best.name))
    return tuple(found)


def _printed(text: str, kind: TokenKind) -> tuple[int, int]:
    match = None if kind is TokenKind.RANK else _DIGITS.search(text)
    return match.span() if match else (0, len(text))


def _last_named(before: str, subjects: Collection[str]) -> str:
    """The subject named last in the sentence that a text ends in; empty if it names none."""
    sentence = before[before.rfind(". ") + 1 :].casefold()
    ends = {it: sentence.rfind(it.casefold()) + len(it) for it in subjects if it}
    named = [it for it in ends if it.casefold() in sentence]
    return max(named, key=lambda it: (ends[it], len(it)), default="")


def _row_parts(row: MatrixRow) -> Iterator[tuple[str, float, str]]:
    parts = (
        ("likelihood", row.likelihood, 0),
        ("harm", row.harm, 0),
        ("risk", row.risk, 0),
        ("share", row.share, 1),
        ("rank", row.rank, 0),
    )
    for name, value, places in parts:
        if value is not None:
            mark = "%" if name == "share" else ""
            yield name, float(value), f"{number(value, places)}{mark}"


class _Namer:
    """Makes the figures of one indicator."""

    def __init__(self, indicator: Indicator, subject: str) -> None:
        self._indicator = indicator
        self._subject = subject

    def made(
        self,
        part: str,
        text: str,
        what: str,
        value: float,
        sources: Iterable[int],
        method: str = "",
        period: str = "",
        sign: int | None = None,
    ) -> NamedFigure:
        name, numbers = f"{self._indicator.code}.{part}", tuple(dict.fromkeys(sources))
        return NamedFigure(name, text, what, method, period, value, numbers, sign, self._subject)

    def quantity(self, part: str, what: str, it: Quantity) -> Iterator[NamedFigure]:
        """A number, and the count and base behind it."""
        period = period_text(it.period)
        text = value_text(it.value, it.unit, self._indicator.decimals)
        yield self.made(part, text, what, it.value, it.sources, it.method, period)
        for name, value in (("count", it.count), ("base", it.base)):
            if value is not None and it.unit is not Unit.COUNT:
                yield self.made(
                    f"{part}.{name}",
                    number(value),
                    f"{what}, {name}",
                    value,
                    it.sources,
                    it.method,
                    period,
                )

    def change(
        self, part: str, change: Change, latest: Quantity, previous: Quantity, sign: int
    ) -> Iterator[NamedFigure]:
        """A change without and with its sign, and that of the counts."""
        decimals, unit = self._indicator.decimals, latest.unit
        sources = (*latest.sources, *previous.sources)
        bare = percent(change) or value_text(abs(change.difference), unit, decimals)
        if unit is Unit.PERCENTAGE:
            bare = points(change.difference, decimals)
        value = change.difference if isinstance(change.percent, Reason) else change.percent
        texts = {"": bare, ".signed": change_text(change, self._indicator, unit=unit)}
        for ending, words in texts.items():
            digits = _DIGITS.search(words)
            if digits:
                yield self.made(
                    f"{part}{ending}", digits[0], "Change", value, sources, _CHANGED, "", sign
                )
        if change.count_difference is not None:
            yield self.made(
                f"{part}.count",
                number(abs(change.count_difference)),
                "Change of the count",
                change.count_difference,
                sources,
                _CHANGED,
                "",
                sign,
            )


def _of_figure(namer: _Namer, figure: Figure) -> Iterator[NamedFigure]:
    latest, previous, change = figure.latest, figure.previous, figure.change
    if isinstance(latest, Quantity):
        yield from namer.quantity("latest", "Latest", latest)
    if isinstance(previous, Quantity):
        yield from namer.quantity("previous", "Year before", previous)
        if isinstance(latest, Quantity) and isinstance(change, Change):
            yield from namer.change("change", change, latest, previous, _SIGNS[figure.direction])
    for place, it in enumerate(figure.comparators, 1):
        part = "average" if place == 1 else f"average-{place}"
        yield from namer.quantity(part, it.name, it.value)
    if isinstance(figure.rank, Rank):
        yield from _of_rank(namer, figure.rank)
    yield from _of_years(namer, figure)


def _of_rank(namer: _Namer, rank: Rank) -> Iterator[NamedFigure]:
    values = (it.value for it in rank.members)
    sources = [n for it in values if isinstance(it, Quantity) for n in it.sources]
    words = f"{ordinal(rank.position)} of {rank.of}"
    for part, text in (("rank", f"{rank.position}/{rank.of}"), ("rank.words", words)):
        yield namer.made(
            part, text, "Rank", rank.position, sources, rank.direction, period_text(rank.period)
        )


def _of_years(namer: _Namer, figure: Figure) -> Iterator[NamedFigure]:
    annual = figure.annual
    if annual is not None:
        yield from namer.quantity("year", "Last whole year", annual.latest)
        yield from namer.quantity("year-before", "The year before it", annual.previous)
        if isinstance(annual.change, Change):
            sign = (annual.change.difference > 0) - (annual.change.difference < 0)
            yield from namer.change(
                "years-change", annual.change, annual.latest, annual.previous, sign
            )
    for it in figure.history:
        label = re.sub(r"[^A-Za-z0-9]+", "-", it.period.label).strip("-").lower()
        yield from namer.quantity(f"given.{label}", "Given by the source", it)
    for restated in figure.restated:
        yield from namer.quantity("restated-from", "Before it was restated", restated.old)
        yield from namer.quantity("restated-to", "As restated", restated.new)


class PaperFigures:
    """All named figures of a paper, and which of them a paragraph may print."""

    def __init__(
        self,
        catalogue: Catalogue,
        edition: Edition,
        figures: Mapping[str, Figure],
        rows: Sequence[MatrixRow],
    ) -> None:
        self._by_indicator = {
            code: of_figure(
                figure,
                catalogue.indicator(code),
                inner(catalogue.indicator(code).name, catalogue),
            )
            for code, figure in figures.items()
        }
        self._summary = of_summary(figures, catalogue, edition)
        self._matrix = of_matrix(rows)

    @property
    def all(self) -> tuple[NamedFigure, ...]:
        """Every one of them."""
        indicators = (it for found in self._by_indicator.values() for it in found)
        return (*indicators, *self._summary, *self._matrix)

    def of_paragraph(self, key: str) -> tuple[NamedFigure, ...]:
        """Those that the paragraph of this key may print."""
        kind, _, rest = key.partition(":")
        if kind == "indicator":
            return self._by_indicator.get(rest, ())
        if key == "future:observation":
            return self._matrix
        if key == "summary:overall":
            return tuple(it for it in self._summary if not it.name.startswith("summary.rated"))
        if key == "summary:targets":
            return tuple(it for it in self._summary if it.name.startswith("summary.rated"))
        if kind == "summary":
            found = (it for named in self._by_indicator.values() for it in named)
            return tuple(it for it in found if it.name.endswith(".change.signed"))
        return ()
