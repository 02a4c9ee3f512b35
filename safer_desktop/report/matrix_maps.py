"""The two maps of the matrix: likelihood by harm, and volume by harm per incident."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, floor, log, log10

from safer_desktop.domain.display import listed, number
from safer_desktop.report.content import Axis, Curve, Point, Scatter
from safer_desktop.risk.scheme import MatrixRow, Scheme
from safer_desktop.risk.words import NOUNS, amount

Placed = tuple[MatrixRow, float, float]
FEWEST = 2
_EQUAL = (
    "A dashed line joins the places of equal total harm (count multiplied by harm per incident): "
    "a type on a higher line does more harm in all."
)
_CURVE_STEPS = 24
_BENEATH = 0.995
"""Lines begin this much of the way up: a point on the very edge may be cut off with its name."""
_MANY = 100
"""From this many times the lowest on, an axis goes up in tens, else it doubles."""


def likelihood_map(rows: Sequence[MatrixRow], scheme: Scheme) -> Scatter | None:
    """Every scored type by likelihood and harm, with the classes' borders.

    None for a scheme without a score of likelihood: there, the count is the likelihood.
    """
    likely = scheme.likelihood
    placed = [(row, row.likelihood, row.harm) for row in rows if row.risk is not None]
    shown = [(row, x, y) for row, x, y in placed if x is not None and y is not None]
    if likely is None or len(shown) < FEWEST:
        return None
    nouns = NOUNS[scheme.formula]
    across = _even(f"{nouns.likelihood.capitalize()} score", max(likely.highest, *map(_x, shown)))
    up = _even(f"{nouns.harm.capitalize()} score", max(scheme.harm_max, *map(_y, shown)))
    groups = _groups(scheme)
    top = [row for row, _, _ in shown if row.risk_class == groups[0]]
    return Scatter(
        title=f"{len(top)} of {len(shown)} incident types are classed {groups[0]}",
        caption=f"Incident types by {nouns.likelihood} and {nouns.harm}",
        points=tuple(Point(row.type.name, x, y, row.risk_class) for row, x, y in shown),
        groups=groups,
        x=across,
        y=up,
        curves=tuple(
            _border(entry.name, entry.from_score, across, up)
            for entry in sorted(scheme.classes, key=lambda it: it.from_score)
            if 0 < entry.from_score < across.high * up.high
        ),
        alt_text=(
            f"Scatter of {len(shown)} incident types by {nouns.likelihood} (across) and "
            f"{nouns.harm} (up). Most likely: {_most(shown, _x)}. Most harmful: "
            f"{_most(shown, _y)}. Highest {nouns.risk}: {_most(shown, _x_by_y)}. The table of the "
            "matrix has all scores."
        ),
        note="A dashed line joins the places of equal score at which a class begins.",
    )


def volume_map(rows: Sequence[MatrixRow], scheme: Scheme) -> Scatter | None:
    """Every type that has both by count and harm per incident, in multiples."""
    placed = [(row, row.count, row.harm) for row in rows]
    shown = [(row, x, y) for row, x, y in placed if x and y and x > 0 and y > 0]
    if len(shown) < FEWEST:
        return None
    across = _multiples("Count of incidents", [*map(_x, shown)])
    unit = f" ({scheme.unit})" if scheme.cardinal else ""
    up = _multiples(f"Harm per incident{unit}", [*map(_y, shown)])
    without = [row.type.name for row in rows if not (row.count and row.harm)]
    absent = f"Without a count or harm to place them by: {listed(without)}." if without else ""
    return Scatter(
        title=f"Most harm in all: {_most(shown, _x_by_y)}",
        caption="Volume against harm per incident, both in multiples",
        points=tuple(Point(row.type.name, x, y, row.risk_class) for row, x, y in shown),
        groups=_groups(scheme),
        x=across,
        y=up,
        curves=_equal_harm(across, up),
        alt_text=(
            f"Scatter of {len(shown)} incident types by count (across) and harm per incident "
            f"(up), both in multiples. Most incidents: {_most(shown, _x)}. Most harm each: "
            f"{_most(shown, _y)}. Most harm in all: {_most(shown, _x_by_y)}. The table of the "
            "matrix has all figures."
        ),
        note=f"{_EQUAL} {absent}".strip(),
    )


def _x(it: Placed) -> float:
    return it[1]


def _y(it: Placed) -> float:
    return it[2]


def _x_by_y(it: Placed) -> float:
    return it[1] * it[2]


def _most(shown: Sequence[Placed], measure: Callable[[Placed], float]) -> str:
    """``Robbery and Homicide (19)``: all that share the first place."""
    most = max(map(measure, shown))
    names = listed([it[0].type.name for it in shown if measure(it) == most])
    return f"{names} ({amount(most)})"


def _groups(scheme: Scheme) -> tuple[str, ...]:
    return tuple(reversed([entry.name for entry in scheme.classes]))


def _even(title: str, highest: float) -> Axis:
    """From nothing to a little beyond the highest, in at most ten or so steps."""
    room = 1.05 * highest
    step = next(
        step * 10.0**power
        for power in range(10)
        for step in (1, 2, 5)
        if room <= 11 * step * 10.0**power
    )
    return Axis(title, 0, step * ceil(room / step), step)


def _multiples(title: str, values: Sequence[float]) -> Axis:
    low, high = min(values), max(values)
    base = 10 if high / low >= _MANY else 2
    first = floor(log(low / 1.05, base))
    last = max(ceil(log(high * 1.05, base)), first + 1)
    return Axis(title, float(base) ** first, float(base) ** last, base=base)


def _border(name: str, score: float, across: Axis, up: Axis) -> Curve:
    first = score / (_BENEATH * up.high)
    step = (across.high / first) ** (1 / _CURVE_STEPS)
    xs = [first * step**n for n in range(_CURVE_STEPS + 1)]
    return Curve(f"{name} from {number(score)}", tuple((x, score / x) for x in xs))


def _equal_harm(across: Axis, up: Axis) -> tuple[Curve, ...]:
    """A line for each power of ten of total harm that begins at the top of the plot."""
    found = []
    lowest, highest = across.low * up.high, across.high * up.high
    top = _BENEATH * up.high
    for power in range(ceil(log10(lowest) + 0.01), ceil(log10(highest))):
        total = 10.0**power
        last = min(across.high, total / up.low)
        ends = ((total / top, top), (last, total / last))
        found.append(Curve(f"total {number(total)}", ends))
    return tuple(found)
