"""What the matrix shows, in sentences for the paper; each states the numbers behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from safer_desktop.domain.display import number
from safer_desktop.risk.bias import VolumeBias
from safer_desktop.risk.scheme import MatrixRow

MOST_NAMED = 5


def describe(rows: Sequence[MatrixRow], bias: VolumeBias | None) -> tuple[str, ...]:
    """Sentences about a scored matrix (``matrix.score``); one only, if nothing is ranked."""
    ranked = [row for row in rows if row.rank is not None]
    if not ranked:
        return ("No incident type has both a probability and a harm score yet.",)
    sentences = [_leaders(ranked), *_top_class(ranked)]
    if bias:
        sentences.append(bias.words)
    sentences += [*_most_harmful(ranked), *_by_hand(ranked), *_unranked(rows)]
    return tuple(sentences)


def listed(names: Sequence[str]) -> str:
    """``a, b and c``; names beyond the fifth are only counted."""
    shown = list(names)
    if len(shown) > MOST_NAMED:
        shown[MOST_NAMED:] = [f"{len(names) - MOST_NAMED} more"]
    if len(shown) == 1:
        return shown[0]
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def _leaders(ranked: Sequence[MatrixRow]) -> str:
    first = [row for row in ranked if row.rank == 1]
    names = listed([_product(row) for row in first])
    verb = "has" if len(first) == 1 else "share"
    return f"Of {_types(len(ranked))} ranked, {names} {verb} the highest risk score."


def _product(row: MatrixRow) -> str:
    return (
        f"{row.type.name} (probability {row.probability} × harm {row.harm} = "
        f"{number(row.risk or 0.0)})"
    )


def _top_class(ranked: Sequence[MatrixRow]) -> Iterator[str]:
    name = ranked[0].risk_class
    inside = [row for row in ranked if row.risk_class == name]
    if len(inside) == len(ranked):
        yield f"{'It is' if len(ranked) == 1 else 'All are'} classed {name}."
        return
    others = [f"{row.type.name} ({number(row.risk or 0.0)})" for row in inside]
    subject = "One is" if len(inside) == 1 else f"{len(inside)} are"
    yield f"{subject} classed {name}: {listed(others)}."


def _most_harmful(ranked: Sequence[MatrixRow]) -> Iterator[str]:
    """What becomes of high harm at low volume; nothing if it leads anyway."""
    highest = max(row.harm or 0 for row in ranked)
    most_harmful = [row for row in ranked if row.harm == highest]
    last = most_harmful[-1]
    if last.rank == 1 or last.share is None:
        return
    if len(most_harmful) == 1:
        subject = f"{last.type.name} has the highest harm score ({highest})"
    else:
        subject = (
            f"Of the {len(most_harmful)} types with the highest harm score ({highest}), "
            f"{last.type.name} comes last"
        )
    tied = "=" if sum(row.rank == last.rank for row in ranked) > 1 else ""
    yield (
        f"{subject}: at {number(last.share, 1)}% of incidents, its rank is "
        f"{tied}{last.rank} of {len(ranked)}."
    )


def _by_hand(ranked: Sequence[MatrixRow]) -> Iterator[str]:
    names = [row.type.name for row in ranked if row.probability_by_hand]
    if names:
        yield f"Probability was set by hand, not by volume, for {listed(names)}."


def _unranked(rows: Sequence[MatrixRow]) -> Iterator[str]:
    names = [f"{row.type.name} ({_lacking(row)})" for row in rows if row.rank is None]
    if names:
        yield f"Not ranked: {listed(names)}."


def _lacking(row: MatrixRow) -> str:
    absent = [
        words
        for words, value in (("no harm score", row.harm), ("no count", row.probability))
        if value is None
    ]
    return " and ".join(absent)


def _types(count: int) -> str:
    return "one incident type" if count == 1 else f"{count} incident types"
