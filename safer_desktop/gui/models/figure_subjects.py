"""The parts of a figure that 'Where does this come from?' can be asked about, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from safer_desktop.analysis.chain_figure import Part
from safer_desktop.domain.display import (
    average_name,
    change_text,
    direction_text,
    quantity_text,
    value_text,
)
from safer_desktop.domain.evidence import Quantity, Rank, Reason
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.indicators import Indicator
from safer_desktop.workbench.subjects import ComparatorOf, FigureOf, Subject

Choice = tuple[str, Subject]
"""A part in words, and its subject."""


def figure_parts(figure: Figure, indicator: Indicator) -> tuple[Choice, ...]:
    """Every part that a card or row shows, with its text."""
    return (*_course(figure, indicator), *comparisons(figure, indicator), *_judgement(figure))


def comparisons(figure: Figure, indicator: Indicator) -> tuple[Choice, ...]:
    """The benchmarks and the rank."""
    code, area = figure.indicator, figure.area
    choices: list[Choice] = []
    for comparator in figure.comparators:
        value = value_text(comparator.value.value, comparator.value.unit, indicator.decimals)
        how = "given" if comparator.given else "worked out here"
        choices.append(
            (
                f"{average_name(comparator.name)}, {how}: {value}",
                ComparatorOf(code, area, comparator.group, comparator.given),
            )
        )
        if comparator is figure.comparators[0]:
            words = f"Standing: {comparator.standing} the {average_name(comparator.name)}"
            subject = ComparatorOf(code, area, comparator.group, comparator.given, standing=True)
            choices.append((words, subject))
    if isinstance(figure.rank, Rank):
        choices.append((f"Rank: {figure.rank.label}", FigureOf(code, area, Part.RANK)))
    return tuple(choices)


def _course(figure: Figure, indicator: Indicator) -> Iterator[Choice]:
    def of(part: Part) -> FigureOf:
        return FigureOf(figure.indicator, figure.area, part)

    yield f"Latest: {quantity_text(figure.latest, indicator)}", of(Part.LATEST)
    if isinstance(figure.latest, Reason):
        return
    yield f"A year before: {quantity_text(figure.previous, indicator)}", of(Part.PREVIOUS)
    if isinstance(figure.previous, Quantity):
        yield f"Change: {change_text(figure.change, indicator)}", of(Part.CHANGE)
    if figure.latest.count is not None:
        yield "Counts", of(Part.COUNTS)
    yield f"Direction: {direction_text(figure)[2:]}", of(Part.DIRECTION)


def _judgement(figure: Figure) -> Iterator[Choice]:
    subject = FigureOf(figure.indicator, figure.area, Part.RATING)
    yield f"Rating: {figure.rating.state}", subject
