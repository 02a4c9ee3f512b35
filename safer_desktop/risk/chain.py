"""The chain behind a number of the risk/harm matrix: counts, shares, bands and scores."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from safer_desktop.domain.chain import Step, exact
from safer_desktop.domain.display import number, share_text
from safer_desktop.risk.formulas import (
    WORDS,
    class_of,
    log_likelihood,
    log_steps,
    probability_of,
    risk_of,
    weighted_harm,
)
from safer_desktop.risk.kept import score_field, weight_fields
from safer_desktop.risk.scheme import Factor, MatrixRow, Scheme
from safer_desktop.risk.words import amount

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
    FACTOR = "factor"
    TOTAL_HARM = "total harm"
    HARM_SHARE = "share of harm"
    COUNT_RANK = "rank by count"
    HARM_RANK = "rank by harm per incident"
    TOTAL_RANK = "rank by total harm"


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

    def part(self, row: MatrixRow, part: MatrixPart, factor: str = "") -> Step:
        """The chain of one number of a row, of the score of a factor, or of the whole row."""
        scored = self._scheme.factor(factor)
        if part is MatrixPart.FACTOR and scored is not None:
            return self._factor(row, scored)
        orders = {
            MatrixPart.COUNT_RANK: (lambda it: it.count, self._count),
            MatrixPart.HARM_RANK: (lambda it: it.harm, self._harm),
            MatrixPart.TOTAL_RANK: (lambda it: it.total_harm, self._total_harm),
        }
        if part in orders:
            return self._order(row, part, *orders[part])
        return {
            MatrixPart.COUNT: self._count,
            MatrixPart.SHARE: self._share,
            MatrixPart.PROBABILITY: self._likelihood,
            MatrixPart.HARM: self._harm,
            MatrixPart.RISK: self._risk,
            MatrixPart.CLASS: self._class,
            MatrixPart.RANK: self._rank,
            MatrixPart.TOTAL_HARM: self._total_harm,
            MatrixPart.HARM_SHARE: self._harm_share,
        }.get(part, self.row)(row)

    def row(self, row: MatrixRow) -> Step:
        """Everything that a row says."""
        inputs = (self._rank(row), self._class(row), self._count(row), self._total_harm(row))
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

    def _likelihood(self, row: MatrixRow) -> Step:
        likely = self._scheme.likelihood
        return self._factor(row, likely) if likely else self._count(row)

    def _factor(self, row: MatrixRow, factor: Factor) -> Step:
        """A score that people gave, or that the volume filled."""
        what = f"{factor.name} score of {row.type.name}"
        held = next(score for score in row.scores if score.factor == factor.code)
        by_hand = " by hand" if factor.from_volume and held.by_hand else ""
        shown = f"{_whole(held.value)}{by_hand}"
        if held.value is None:
            nobody = f"Nobody has scored the {factor.name.casefold()} yet."
            note = "Without a count there is no volume band." if factor.from_volume else nobody
            return Step(what, shown, notes=(note,))
        result = float(held.value)
        if held.by_hand:
            return Step(what, shown, result, notes=tuple(self._given(row, factor, held.value)))
        if self._scheme.log_volume:
            source = self._count(row)
            again = log_likelihood(source.number, factor)
            words = f"A count of {exact(source.number)} lies {_log_band(factor, held.value)}."
        else:
            source = self._share(row)
            again = probability_of(source.number, self._scheme)
            band = self._band(held.value)
            words = f"A share of {exact(source.number)}% lies in the band {band}."
        return Step(
            what=what,
            shown=shown,
            result=result,
            again=float(again),
            formula=words,
            notes=(self._scheme_words(),),
            inputs=(source,),
        )

    def _given(self, row: MatrixRow, factor: Factor, value: int) -> Iterator[str]:
        if factor.from_volume:
            yield "Set by hand; the volume band is not used."
        if meaning := factor.meaning(value):
            yield meaning
        if row.type.scored_by and not factor.from_volume:
            yield f"Scored by {row.type.scored_by}."
        yield self._entered(row.type.code, score_field(self._scheme.code, factor.code))

    def _band(self, value: int) -> str:
        bands = self._scheme.bands
        place = max(n for n, band in enumerate(bands) if band.score == value)
        first = next(band for band in bands if band.score == value)
        until = f" to below {exact(bands[place + 1].from_share)}%" if bands[place + 1 :] else ""
        return f"from {exact(first.from_share)}%{until}, which scores {first.score}"

    def _harm(self, row: MatrixRow) -> Step:
        scheme = self._scheme
        if scheme.cardinal:
            return self._weight(row)
        if len(scheme.harms) == 1:
            return self._factor(row, scheme.harms[0])
        inputs = tuple(self._factor(row, factor) for factor in scheme.harms)
        what = f"Harm of {row.type.name}, all factors together"
        if row.harm is None:
            words = f"Still needed: {', '.join(row.missing)}."
            return Step(what, "", notes=(words,), inputs=inputs)
        scores = [row.score(factor.code) or 0 for factor in scheme.harms]
        parts = " + ".join(
            f"{exact(factor.weight)} × {score}"
            for factor, score in zip(scheme.harms, scores, strict=True)
        )
        weights = exact(sum(factor.weight for factor in scheme.harms))
        again = weighted_harm(scheme.harms, scores)
        return Step(
            what=what,
            shown=amount(row.harm),
            result=row.harm,
            again=again,
            formula=f"({parts}) ÷ {weights} = {exact(again)}",
            notes=("Each factor's weight times its score, over all weights.", self._scheme_words()),
            inputs=inputs,
        )

    def _weight(self, row: MatrixRow) -> Step:
        """The harm of one incident as the scheme, or a person, gives it."""
        what = f"Harm per incident of {row.type.name}"
        if row.harm is None:
            return Step(what, "", notes=(_full(row.harm_words),))
        notes = [_full(row.harm_words)]
        if row.type.own_weight(self._scheme.code):
            field, _ = weight_fields(self._scheme.code)
            notes.append(self._entered(row.type.code, field))
        notes += [f"In {self._scheme.unit}.", self._scheme_words()]
        return Step(what, amount(row.harm), float(row.harm), notes=tuple(notes))

    def _total_harm(self, row: MatrixRow) -> Step:
        what = f"Total harm of {row.type.name}"
        inputs = self._count(row), self._harm(row)
        if row.total_harm is None:
            words = "Total harm needs both a count and a harm per incident."
            return Step(what, "", notes=(words,), inputs=inputs)
        count, harm = (step.number for step in inputs)
        again = count * harm
        return Step(
            what=what,
            shown=amount(row.total_harm),
            result=row.total_harm,
            again=again,
            formula=f"{exact(count)} × {exact(harm)} = {exact(again)}",
            notes=(harm_unit_words(self._scheme),),
            inputs=inputs,
        )

    def _harm_share(self, row: MatrixRow) -> Step:
        what = f"Share of {row.type.name} in all harm"
        own = self._total_harm(row)
        if row.harm_share is None:
            return Step(what, "", notes=("There is no total harm.",), inputs=(own,))
        parts = tuple(self._total_harm(it) for it in self._rows if it.total_harm is not None)
        total = Step(
            what=f"All harm, {len(parts)} types",
            shown=amount(math.fsum(it.total_harm or 0.0 for it in self._rows)),
            result=math.fsum(it.total_harm or 0.0 for it in self._rows),
            again=math.fsum(step.number for step in parts),
            formula="The total harm of each type, added.",
            inputs=parts,
        )
        again = own.number / total.number * 100
        return Step(
            what=what,
            shown=share_text(row.harm_share),
            result=row.harm_share,
            again=again,
            formula=f"{exact(own.number)} ÷ {exact(total.number)} × 100 = {exact(again)}",
            rounding=f"{exact(row.harm_share)}% rounded to 1 decimal: {share_text(row.harm_share)}",
            inputs=(own, total),
        )

    def _order(
        self,
        row: MatrixRow,
        part: MatrixPart,
        value: Callable[[MatrixRow], float | None],
        chain: Callable[[MatrixRow], Step],
    ) -> Step:
        """A rank by count, by harm per incident or by total harm."""
        what = f"{part.value.capitalize()} of {row.type.name}"
        own, measured = value(row), chain(row)
        if own is None:
            return Step(what, "", notes=("Not ranked.",), inputs=(measured,))
        known = [known for it in self._rows if (known := value(it)) is not None]
        higher = sum(other > own for other in known)
        return Step(
            what=what,
            shown=number(higher + 1),
            result=float(higher + 1),
            formula=f"{higher} of {len(known)} are higher: {higher} + 1 = {higher + 1}",
            notes=("Equal values share a rank.",),
            inputs=(measured,),
        )

    def _risk(self, row: MatrixRow) -> Step:
        what = f"Risk score of {row.type.name}"
        inputs = self._likelihood(row), self._harm(row)
        if row.risk is None:
            words = f"Still needed: {', '.join(row.missing)}."
            return Step(what, "", notes=(words,), inputs=inputs)
        likelihood, harm = (step.number for step in inputs)
        again = risk_of(likelihood, harm)
        return Step(
            what=what,
            shown=amount(row.risk),
            result=row.risk,
            again=again,
            formula=f"{exact(likelihood)} × {exact(harm)} = {exact(again)}",
            notes=(WORDS[self._scheme.formula].means, self._scheme.meaning),
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


def harm_unit_words(scheme: Scheme) -> str:
    """What an amount of total harm is an amount of."""
    if scheme.cardinal:
        return f"In {scheme.unit}: amounts that may be added and shared out."
    return (
        "In harm points, which have no unit: harm scores are an order, so a total of them shows "
        "where harm lies and is not an amount."
    )


def _log_band(factor: Factor, value: int) -> str:
    steps = log_steps(factor)
    place = next(n for n, (_, score) in enumerate(steps) if score == value)
    until = f" to below {exact(round(steps[place + 1][0], 1))}" if steps[place + 1 :] else ""
    start = exact(round(steps[place][0], 1))
    return f"from {start}{until}, which scores {value}: equal multiples, equal steps"


def _full(words: str) -> str:
    return f"{words.rstrip('.')}."


def _brief(row: MatrixRow) -> Step:
    """Another row's score; its own chain is asked for in its own row."""
    likelihood, harm = row.likelihood or 0.0, row.harm or 0.0
    again = risk_of(likelihood, harm)
    return Step(
        what=f"Risk score of {row.type.name}",
        shown=amount(row.risk or 0.0),
        result=row.risk,
        again=again,
        formula=f"{exact(likelihood)} × {exact(harm)} = {exact(again)}",
    )


def _above(other: MatrixRow, row: MatrixRow) -> bool:
    return other.risk is not None and row.risk is not None and other.risk > row.risk


def _whole(value: float | None) -> str:
    return "" if value is None else number(value)
