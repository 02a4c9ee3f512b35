"""What moved between two matrices, and whether volume, scores or the scheme moved it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from safer_desktop.domain.display import number
from safer_desktop.risk.editions import MatrixInputs, inputs_of
from safer_desktop.risk.scheme import IncidentType, MatrixRow, SchemeError
from safer_desktop.risk.words import listed_briefly


class Move(StrEnum):
    """How a type's place differs."""

    UP = "moved up"
    DOWN = "moved down"
    SAME = "same place"
    NEW = "new"
    GONE = "gone"
    RANKED = "ranked now"
    UNRANKED = "no longer ranked"


class Cause(StrEnum):
    """What differs between two matrices."""

    VOLUME = "volume"
    SCORES = "scores"
    SCHEME = "scheme"
    TYPES = "types added or removed"


@dataclass(frozen=True, slots=True)
class Moved:
    """One type in both matrices; None where it is not in one of them.

    ``causes`` are those that alone move it the way it moved; where none does alone, they are all
    that differ, and ``together`` is true.
    """

    code: str
    name: str
    before: MatrixRow | None
    now: MatrixRow | None
    move: Move
    causes: tuple[Cause, ...]
    together: bool
    words: str

    @property
    def rank_before(self) -> int | None:
        """The place that it had, 1 = highest risk."""
        return self.before.rank if self.before else None

    @property
    def rank_now(self) -> int | None:
        """The place that it has, 1 = highest risk."""
        return self.now.rank if self.now else None

    @property
    def short(self) -> str:
        """``up from 6``, ``new``, ``same place``: for a table's cell."""
        if self.move is Move.UP or self.move is Move.DOWN:
            return f"{self.move.removeprefix('moved ')} from {self.rank_before}"
        return str(self.move)


@dataclass(frozen=True, slots=True)
class Movement:
    """All types of both matrices, in the order of the later; those that are gone come last."""

    since: str
    moved: tuple[Moved, ...]
    sentences: tuple[str, ...]

    def by_code(self) -> Mapping[str, Moved]:
        """The moves by the type's code."""
        return {it.code: it for it in self.moved}


def movement(before: MatrixInputs, now: MatrixInputs, since: str) -> Movement:
    """Compare two matrices. Each cause is judged by working the earlier one out with only that
    one thing as it is now. ``since`` names the earlier in words.

    Raises :class:`SchemeError` if either matrix contradicts itself.
    """
    then, later = _by_code(before.rows()), _by_code(now.rows())
    only = {cause: _ranks(inputs) for cause, inputs in _only(before, now)}
    codes = [*later, *(code for code in then if code not in later)]
    moved = tuple(_moved(then.get(code), later.get(code), only) for code in codes)
    return Movement(since, moved, tuple(_sentences(moved, since)))


def _only(before: MatrixInputs, now: MatrixInputs) -> Iterator[tuple[Cause, MatrixInputs]]:
    """The earlier matrix with one thing as it is now, for each thing that differs."""
    old, new = {t.code: t for t in before.types}, {t.code: t for t in now.types}
    both = [code for code in old if code in new]
    volume = _changed(before, {code: _counted_as(old[code], new[code]) for code in both})
    volume = replace(
        volume, counts=before.counts | {c: it for c, it in now.counts.items() if c in both}
    )
    scores = _changed(before, {code: _counted_as(new[code], old[code]) for code in both})
    types = [*(old[code] for code in both), *(t for t in now.types if t.code not in old)]
    came = {code: it for code, it in now.counts.items() if code not in old}
    scheme = replace(before, scheme=now.scheme)
    if before.scheme != now.scheme and not _fits(scheme):
        # A scheme that asks for other scores cannot be told apart from the scores given for it.
        scheme, scores = replace(scores, scheme=now.scheme), before
    tried = (
        (Cause.VOLUME, volume),
        (Cause.SCORES, scores),
        (Cause.SCHEME, scheme),
        (Cause.TYPES, inputs_of(before.scheme, types, before.counts | came)),
    )
    return ((cause, it) for cause, it in tried if _differs(before, it) and _fits(it))


def _changed(before: MatrixInputs, types: Mapping[str, IncidentType]) -> MatrixInputs:
    return replace(before, types=tuple(types.get(kind.code, kind) for kind in before.types))


def _counted_as(kind: IncidentType, other: IncidentType) -> IncidentType:
    """``kind`` with its scores, but counted as ``other`` is."""
    return replace(kind, indicator=other.indicator, count=other.count)


def _differs(before: MatrixInputs, it: MatrixInputs) -> bool:
    def scores(inputs: MatrixInputs) -> list[IncidentType]:
        return [replace(t, name="", note="", scored_by="", confidence="") for t in inputs.types]

    counts = [{code: _count(row) for code, row in _by_code(x.rows()).items()} for x in (before, it)]
    return before.scheme != it.scheme or scores(before) != scores(it) or counts[0] != counts[1]


def _fits(inputs: MatrixInputs) -> bool:
    try:
        inputs.rows()
    except SchemeError:
        return False
    return True


def _by_code(rows: tuple[MatrixRow, ...]) -> dict[str, MatrixRow]:
    return {row.type.code: row for row in rows}


def _ranks(inputs: MatrixInputs) -> dict[str, int | None]:
    return {row.type.code: row.rank for row in inputs.rows()}


def _count(row: MatrixRow) -> float | None:
    return row.count


def _moved(
    before: MatrixRow | None,
    now: MatrixRow | None,
    only: Mapping[Cause, Mapping[str, int | None]],
) -> Moved:
    shown = now or before
    assert shown is not None
    move = _move(before, now)
    causes: tuple[Cause, ...] = ()
    together = False
    if before and now and move is not Move.SAME:
        code = shown.type.code
        causes = tuple(
            cause
            for cause, ranks in only.items()
            if code in ranks and _way(before.rank, ranks[code]) is move
        )
        together = not causes
        causes = causes or tuple(only)
    words = _words(shown.type.name, before, now, move, causes, together)
    return Moved(shown.type.code, shown.type.name, before, now, move, causes, together, words)


def _move(before: MatrixRow | None, now: MatrixRow | None) -> Move:
    if before is None:
        return Move.NEW
    return Move.GONE if now is None else _way(before.rank, now.rank)


def _way(before: int | None, now: int | None) -> Move:
    if before == now:
        return Move.SAME
    if before is None:
        return Move.RANKED
    if now is None:
        return Move.UNRANKED
    return Move.UP if now < before else Move.DOWN


def _words(
    name: str,
    before: MatrixRow | None,
    now: MatrixRow | None,
    move: Move,
    causes: tuple[Cause, ...],
    together: bool,
) -> str:
    if before is None:
        place = f", at place {now.rank}" if now and now.rank else ", not ranked yet"
        return f"{name} is new{place}."
    if now is None:
        place = f"; it was at place {before.rank}" if before.rank else ""
        return f"{name} is no longer in the matrix{place}."
    if move is Move.SAME:
        return f"{name} is where it was{f', at place {now.rank}' if now.rank else ''}."
    why = _why(before, now, causes, together)
    if move is Move.RANKED:
        return f"{name} is ranked now, at place {now.rank}{why}."
    if move is Move.UNRANKED:
        return f"{name} is no longer ranked; it was at place {before.rank}{why}."
    return f"{name} {move} from place {before.rank} to {now.rank}{why}."


def _why(before: MatrixRow, now: MatrixRow, causes: tuple[Cause, ...], together: bool) -> str:
    if not causes:
        return ""
    if together:
        named = [str(cause) for cause in causes]
        return f", because of {listed_briefly(named)} together, none of them alone"
    return f", because of {listed_briefly([_cause(cause, before, now) for cause in causes])}"


def _cause(cause: Cause, before: MatrixRow, now: MatrixRow) -> str:
    if cause is Cause.VOLUME:
        counts = [None if row.count is None else number(row.count) for row in (before, now)]
        if counts[0] == counts[1]:
            return "the volume of other types"
        return f"volume (count {counts[0] or 'none'} before, {counts[1] or 'none'} now)"
    if cause is Cause.SCORES:
        own = replace(
            before.type,
            indicator=now.type.indicator,
            count=now.type.count,
            name=now.type.name,
            note=now.type.note,
            scored_by=now.type.scored_by,
            confidence=now.type.confidence,
        )
        return "the scores of other types" if own == now.type else "its scores"
    return "the scheme" if cause is Cause.SCHEME else str(cause)


def _sentences(moved: tuple[Moved, ...], since: str) -> Iterator[str]:
    counted = {move: sum(it.move is move for it in moved) for move in Move}
    told = [
        f"{count} {'in the same place' if move is Move.SAME else move}"
        for move, count in counted.items()
        if count
    ]
    yield f"Since the {since}: {', '.join(told)}." if told else f"Nothing to compare with {since}."
    yield from (it.words for it in moved if it.move is not Move.SAME)
