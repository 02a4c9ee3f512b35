"""Where the names of points stand: none lies on another, and a number stands in where none fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

CM_PER_LETTER = 0.152
CM_HIGH = 0.4
CM_ASIDE = 0.2
MARKER = 0.16
"""Half the side of a point's mark, in cm."""

Box = tuple[float, float, float, float]


class Side(StrEnum):
    """Where a label stands, seen from its point; in the order in which they are tried."""

    RIGHT = "right"
    LEFT = "left"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Label:
    """The words at a point."""

    text: str
    side: Side


@dataclass(frozen=True, slots=True)
class Labels:
    """One label per point, None where another point at the same place carries it.

    ``key`` has the name for each number that stands at a point, in order from 1.
    """

    at: tuple[Label | None, ...]
    key: tuple[str, ...]


def labels(
    names: Sequence[str], points: Sequence[tuple[float, float]], size: tuple[float, float]
) -> Labels:
    """Place the names of points given in cm from the left and the top of a plot of this size.

    A name that has no room on any side gives way to a number. Points at one place share a label.
    """
    together: dict[tuple[float, float], list[int]] = {}
    for at, (x, y) in enumerate(points):
        together.setdefault((round(x, 2), round(y, 2)), []).append(at)
    marks = [(x - MARKER, y - MARKER, x + MARKER, y + MARKER) for x, y in together]
    taken: list[Box] = []
    found: list[Label | None] = [None] * len(names)
    without: list[tuple[tuple[float, float], list[int]]] = []
    for place, group in together.items():
        text = "; ".join(names[at] for at in group)
        side = _side(text, place, size, [*taken, *(m for m in marks if not _inside(place, m))])
        if side is None:
            without.append((place, group))
            continue
        found[group[0]] = Label(text, side)
        taken.append(box_of(text, place, side))
    key: list[str] = []
    for place, group in without:
        text = ", ".join(str(len(key) + n) for n in range(1, len(group) + 1))
        key += [names[at] for at in group]
        others = [*taken, *(m for m in marks if not _inside(place, m))]
        side = _side(text, place, size, others) or Side.RIGHT
        found[group[0]] = Label(text, side)
        taken.append(box_of(text, place, side))
    return Labels(tuple(found), tuple(key))


def width_of(text: str) -> float:
    """About how wide a label is, in cm; rather too wide than too narrow."""
    return len(text) * CM_PER_LETTER + 2 * CM_ASIDE


def _side(
    text: str, place: tuple[float, float], size: tuple[float, float], taken: Sequence[Box]
) -> Side | None:
    return next(_free(text, place, size, taken), None)


def _free(
    text: str, place: tuple[float, float], size: tuple[float, float], taken: Sequence[Box]
) -> Iterator[Side]:
    for side in Side:
        left, top, right, bottom = box = box_of(text, place, side)
        within = left >= 0 and top >= 0 and right <= size[0] and bottom <= size[1]
        if within and not any(_overlap(box, other) for other in taken):
            yield side


def box_of(text: str, place: tuple[float, float], side: Side) -> Box:
    """Where a label lies: left, top, right and bottom in cm."""
    (x, y), wide = place, width_of(text)
    match side:
        case Side.RIGHT:
            return (x + MARKER, y - CM_HIGH / 2, x + MARKER + wide, y + CM_HIGH / 2)
        case Side.LEFT:
            return (x - MARKER - wide, y - CM_HIGH / 2, x - MARKER, y + CM_HIGH / 2)
        case Side.ABOVE:
            return (x - wide / 2, y - MARKER - CM_HIGH, x + wide / 2, y - MARKER)
        case Side.BELOW:
            return (x - wide / 2, y + MARKER, x + wide / 2, y + MARKER + CM_HIGH)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _inside(place: tuple[float, float], box: Box) -> bool:
    return box[0] < place[0] < box[2] and box[1] < place[1] < box[3]
