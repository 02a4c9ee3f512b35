"""The chain behind a number of the risk/harm matrix: counts, shares, bands and scores."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from safer_desktop.domain.chain import Step, exact
from safer_desktop.domain.display import number, share_text
from safer_desktop.risk.matrix import class_of, probability_of
from safer_desktop.risk.scheme import MatrixRow, Scheme

Entered = Callable[[str, str], str]
"""Who entered a field of an incident type (by codes), when and why, as a sentence."""


class MatrixPart(StrEnum):
    """What of a row of the matrix is asked about."""

    ROW = "row"
    COUNT = "count"
    SHARE = "share"
    PROBABILITY = "probability"
    HARM = "harm"
    RISK = "risk score"
    CLASS = "class"
    RANK = "rank"


class MatrixTracer:
    """Makes the chains of a scored matrix.

    ``counts`` are the chains of the counts that come from the data, by incident type's code.
    """

    def __init__(
        self,
        rows: Sequence[MatrixRow],
        scheme: Scheme,
        counts: Mapping[str, Step],
        entered: Entered,
    ) -> None:
        self._rows = tuple(rows)
        self._scheme = scheme
        self._counts = counts
        self._entered = entered

    def part(self, row: MatrixRow, part: MatrixPart) -> Step:
        """The chain of one number of a row, or of the whole row."""
        return {
            MatrixPart.ROW: self.row,
            MatrixPart.COUNT: self._count,
            MatrixPart.SHARE: self._share,
            MatrixPart.PROBABILITY: self._probability,
            MatrixPart.HARM: self._harm,
            MatrixPart.RISK: self._risk,
            MatrixPart.CLASS: self._class,
            MatrixPart.RANK: self._rank,
        }[part](row)

    def row(self, row: MatrixRow) -> Step:
        """Everything that a row says."""
        inputs = (self._rank(row), self._class(row), self._count(row))
        notes = (row.type.note,) if row.type.note else ()
        return Step(row.type.name, _whole(row.risk), notes=notes, inputs=inputs)

    def _count(self, row: MatrixRow) -> Step:
        what = f"Count of {row.type.name}"
        if row.type.code in self._counts:
            step = self._counts[row.type.code]
            return replace(step, what=what, shown=_whole(row.count), result=row.count)
        notes = [f"{row.count_words}."]
        if row.count is not None:
            notes.append(self._entered(row.type.code, "count"))
        return Step(what, _whole(row.count), row.count, notes=tuple(notes))

    def _share(self, row: MatrixRow) -> Step:
        what = f"Share of {row.type.name} in all counted incidents"
        if row.share is None:
            return Step(what, "", notes=(row.count_words + ".",))
        count, total = self._count(row), self._total()
        again = count.number / total.number * 100
        shown = share_text(row.share)
        return Step(
            what=what,
            shown=shown,
            result=row.share,
            again=again,
            formula=f"{exact(count.number)} ÷ {exact(total.number)} × 100 = {exact(again)}",
            rounding=f"{exact(row.share)}% rounded to 1 decimal: {shown}",
            inputs=(count, total),
        )

    def _total(self) -> Step:
        inputs = tuple(self._count(row) for row in self._rows if row.count is not None)
        total = sum(row.count for row in self._rows if row.count is not None)
        added = " + ".join(exact(step.number) for step in inputs)
        return Step(
            what=f"All counted incidents, {len(inputs)} types",
            shown=number(total),
            result=total,
            again=sum(step.number for step in inputs),
            formula=f"{added} = {number(total)}",
            inputs=inputs,
        )

    def _probability(self, row: MatrixRow) -> Step:
        what = f"Probability score of {row.type.name}"
        by_hand = " by hand" if row.probability_by_hand else ""
        shown = f"{_whole(row.probability)}{by_hand}"
        if row.probability is None:
            return Step(what, shown, notes=("Without a count there is no volume band.",))
        result = float(row.probability)
        if row.probability_by_hand or row.share is None:
            note = "Set by hand; the volume band is not used."
            entered = self._entered(row.type.code, "probability")
            return Step(what, shown, result, notes=(note, entered))
        share = self._share(row)
        return Step(
            what=what,
            shown=shown,
            result=result,
            again=float(probability_of(share.number, self._scheme)),
            formula=f"A share of {exact(share.number)}% lies in the band {self._band(row)}.",
            notes=(self._scheme_words(),),
            inputs=(share,),
        )

    def _band(self, row: MatrixRow) -> str:
        bands = self._scheme.bands
        place = max(n for n, band in enumerate(bands) if band.score == row.probability)
        first = next(band for band in bands if band.score == row.probability)
        until = f" to below {exact(bands[place + 1].from_share)}%" if bands[place + 1 :] else ""
        return f"from {exact(first.from_share)}%{until}, which scores {first.score}"

    def _harm(self, row: MatrixRow) -> Step:
        what = f"Harm score of {row.type.name}"
        if row.harm is None:
            return Step(what, "", notes=("Nobody has scored the harm yet.",))
        meanings = [it.meaning for it in self._scheme.harm_levels if it.score == row.harm]
        by = (f"Scored by {row.type.scored_by}.",) if row.type.scored_by else ()
        notes = (*meanings, *by, self._entered(row.type.code, "harm"))
        return Step(what, number(row.harm), float(row.harm), notes=notes)

    def _risk(self, row: MatrixRow) -> Step:
        what = f"Risk score of {row.type.name}"
        inputs = self._probability(row), self._harm(row)
        if row.risk is None:
            words = "A risk score needs both a probability and a harm score."
            return Step(what, "", notes=(words,), inputs=inputs)
        probability, harm = (step.number for step in inputs)
        return Step(
            what=what,
            shown=number(row.risk),
            result=row.risk,
            again=probability * harm,
            formula=f"{number(probability)} × {number(harm)} = {number(probability * harm)}",
            notes=("Probability score times harm score.",),
            inputs=inputs,
        )

    def _class(self, row: MatrixRow) -> Step:
        what, risk = f"Class of {row.type.name}", self._risk(row)
        if row.risk is None:
            return Step(what, "Not scored", inputs=(risk,))
        starts = [f"{it.name} from {exact(it.from_score)}" for it in self._scheme.classes]
        return Step(
            what=what,
            shown=row.risk_class,
            result=row.risk_class,
            again=class_of(risk.number, self._scheme),
            notes=(f"Classes: {', '.join(reversed(starts))}.", self._scheme_words()),
            inputs=(risk,),
        )

    def _rank(self, row: MatrixRow) -> Step:
        what = f"Rank of {row.type.name}"
        if row.rank is None:
            return Step(what, "", notes=("Not ranked.",), inputs=(self._risk(row),))
        scored = [other for other in self._rows if other.risk is not None]
        own = self._risk(row)
        others = [_brief(other) for other in scored if _above(other, row)]
        higher = sum(step.number > own.number for step in others)
        return Step(
            what=what,
            shown=number(row.rank),
            result=float(row.rank),
            again=float(higher + 1),
            formula=f"{higher} of {len(scored)} score higher: {higher} + 1 = {higher + 1}",
            notes=("Equal scores share a rank.",),
            inputs=(own, *others),
        )

    def _scheme_words(self) -> str:
        return f"Scheme: {self._scheme.name}, version {self._scheme.version}."


def _brief(row: MatrixRow) -> Step:
    """Another row's score; its own chain is asked for in its own row."""
    probability, harm = number(row.probability or 0), number(row.harm or 0)
    return Step(
        what=f"Risk score of {row.type.name}",
        shown=_whole(row.risk),
        result=row.risk,
        again=float((row.probability or 0) * (row.harm or 0)),
        formula=f"{probability} × {harm} = {_whole(row.risk)}",
    )


def _above(other: MatrixRow, row: MatrixRow) -> bool:
    return other.risk is not None and row.risk is not None and other.risk > row.risk


def _whole(value: float | None) -> str:
    return "" if value is None else number(value)
