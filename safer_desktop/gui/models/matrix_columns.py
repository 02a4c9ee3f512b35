"""The columns of the risk/harm matrix: what each shows, sorts by and lets a person write."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import number, share_text
from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.records import Json
from safer_desktop.risk.chain import MatrixPart
from safer_desktop.risk.formulas import WORDS
from safer_desktop.risk.kept import score_field, weight_fields
from safer_desktop.risk.scheme import Factor, MatrixRow, Scheme, Section
from safer_desktop.risk.words import NOUNS, amount

BY_HAND = " by hand"
"""Stands behind a probability score that a person has set."""
TYPED_IN = "Typed in by hand"

RANK, TYPE, SERIES, COUNT, SHARE = "rank", "type", "series", "count", "share"
PROBABILITY, HARM, RISK, CLASS = "factor:probability", "factor:harm", "risk", "class"
TOGETHER, WEIGHT, TOTAL_HARM, HARM_SHARE = "harm", "weight", "total-harm", "harm-share"
COUNT_RANK, HARM_RANK, TOTAL_RANK = "count-rank", "harm-rank", "total-rank"
CONFIDENCE, NOTE, SCORED_BY = "confidence", "note", "scored-by"
SortKey = float | str | None
_Parse = Callable[[str], Json]


class CellError(SaferError):
    """What was written into a cell cannot stand there."""


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """One column. ``key`` is its lasting name; ``field`` that of the type's record, if any.

    ``why_field`` holds the reason that an entry must have. ``factor`` is the code of the factor
    that is scored. ``parse`` gives what a text means and raises :class:`CellError` in plain words.
    """

    key: str
    header: str
    shown: Callable[[MatrixRow], str]
    value: Callable[[MatrixRow], SortKey]
    width: int
    field: str = ""
    why_field: str = ""
    noun: str = ""
    written: Callable[[MatrixRow], str] | None = None
    parse: _Parse = str
    choices: tuple[str, ...] = ()
    part: MatrixPart = MatrixPart.ROW
    factor: str = ""
    numeric: bool = False
    at_first: bool = True
    tip: str = ""

    def editable(self, row: MatrixRow) -> bool:
        """Whether a person may write there; a count that comes from the data is not theirs."""
        return bool(self.field) and not (self.key == COUNT and row.type.indicator)

    def edit_text(self, row: MatrixRow) -> str:
        """What an editor starts with: what a person has written, not what was worked out."""
        if self.written is not None:
            return self.written(row)
        value = getattr(row.type, self.field) if self.field else None
        return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def columns(scheme: Scheme, catalogue: Catalogue) -> tuple[MatrixColumn, ...]:
    """The columns of a matrix scored by this scheme, from left to right."""
    return (
        MatrixColumn(
            RANK,
            "#",
            lambda row: _text(row.rank),
            attrgetter("rank"),
            34,
            part=MatrixPart.RANK,
            numeric=True,
            tip="Rank by risk score; equal scores share a rank",
        ),
        MatrixColumn(
            TYPE,
            "Incident type",
            lambda row: row.type.name,
            lambda row: row.type.name.casefold(),
            190,
            field="name",
            noun="name",
        ),
        _series(catalogue),
        MatrixColumn(
            COUNT,
            "Count",
            lambda row: _text(row.count),
            attrgetter("count"),
            98,
            field="count",
            noun="count",
            parse=_count,
            part=MatrixPart.COUNT,
            numeric=True,
            tip="Live from the data; marked where typed by hand, or older than these months",
        ),
        MatrixColumn(
            SHARE,
            "Share",
            lambda row: "" if row.share is None else share_text(row.share),
            attrgetter("share"),
            56,
            part=MatrixPart.SHARE,
            numeric=True,
            tip="Percent of all incidents counted in the matrix",
        ),
        *_factors(scheme),
        *_harm(scheme),
        MatrixColumn(
            RISK,
            NOUNS[scheme.formula].risk.capitalize(),
            lambda row: "" if row.risk is None else amount(row.risk),
            attrgetter("risk"),
            82,
            part=MatrixPart.RISK,
            numeric=True,
            tip=WORDS[scheme.formula].name,
        ),
        *_class(scheme),
        *_orders(),
        *_confidence(scheme),
        MatrixColumn(
            NOTE,
            "Note",
            lambda row: row.type.note,
            lambda row: row.type.note.casefold(),
            150,
            field="note",
            noun="note",
            parse=_words,
        ),
        MatrixColumn(
            SCORED_BY,
            "Scored by",
            lambda row: row.type.scored_by,
            lambda row: row.type.scored_by.casefold(),
            90,
            field="scored_by",
            noun="'scored by'",
            parse=_words,
            part=MatrixPart.HARM,
        ),
    )


def parsed_name(text: str, names: Collection[str]) -> str:
    """A name that no other type has; raises :class:`CellError`."""
    text = _words(text)
    if not text:
        raise CellError("An incident type needs a name.", remedy="Type a name, or press Escape.")
    if text.casefold() in {name.casefold() for name in names}:
        raise CellError(
            f"There is already an incident type named {text}.", remedy="Choose another name."
        )
    return text


def _factors(scheme: Scheme) -> Iterator[MatrixColumn]:
    """What people score: a column for each factor; what follows volume may be set by hand."""
    for factor in scheme.factors:
        yield MatrixColumn(
            f"factor:{factor.code}",
            factor.name,
            partial(_score_text, factor=factor),
            partial(_score_of, factor=factor),
            max(62, 16 + 8 * max(map(len, factor.name.split()))),
            field=score_field(scheme.code, factor.code),
            noun=f"{factor.name.casefold()} score",
            written=partial(_given, scheme=scheme.code, factor=factor.code),
            parse=partial(
                _whole,
                noun=f"{factor.name.casefold()} score",
                lowest=factor.lowest,
                highest=factor.highest,
            ),
            choices=tuple(_choices(factor, scheme)),
            part=_part(factor, scheme),
            factor=factor.code,
            numeric=True,
            tip=_factor_tip(factor),
        )


def _part(factor: Factor, scheme: Scheme) -> MatrixPart:
    if factor is scheme.likelihood:
        return MatrixPart.PROBABILITY
    return MatrixPart.HARM if (factor,) == scheme.harms else MatrixPart.FACTOR


def _choices(factor: Factor, scheme: Scheme) -> Iterator[str]:
    if factor.from_volume and not factor.levels and not scheme.log_volume:
        for band in scheme.bands:
            yield f"{band.score}: from {band.from_share:g}% of all incidents"
        return
    for score in range(factor.lowest, factor.highest + 1):
        meaning = factor.meaning(score)
        yield f"{score}: {meaning}" if meaning else str(score)


def _factor_tip(factor: Factor) -> str:
    if factor.section is Section.POSITION:
        return f"{factor.name}: the organisation's own position; it never enters the score"
    if factor.from_volume:
        return f"{factor.name}: from the volume; a score typed in stands before it"
    return f"{factor.name}, {factor.lowest} to {factor.highest}"


def _harm(scheme: Scheme) -> Iterator[MatrixColumn]:
    """Harm of one incident where it is worked out or weighed; total harm and its share."""
    harm = MatrixColumn(
        WEIGHT if scheme.cardinal else TOGETHER,
        "Harm per incident" if scheme.cardinal else "Harm together",
        lambda row: "" if row.harm is None else amount(row.harm),
        attrgetter("harm"),
        86,
        part=MatrixPart.HARM,
        numeric=True,
        tip="The weight of one incident, in "
        f"{scheme.unit}; one entered by hand needs a reason and stands before the scheme's"
        if scheme.cardinal
        else "The weighted mean of the harm factors",
    )
    if scheme.cardinal:
        field, why = weight_fields(scheme.code)
        yield replace(
            harm,
            field=field,
            why_field=why,
            noun="weight",
            written=partial(_own_weight, scheme=scheme.code),
            parse=_weight,
        )
    elif len(scheme.harms) > 1:
        yield harm
    if not scheme.cardinal:
        yield _number(TOTAL_HARM, "Total harm", "total_harm", MatrixPart.TOTAL_HARM)
    yield MatrixColumn(
        HARM_SHARE,
        "Share of harm",
        lambda row: "" if row.harm_share is None else share_text(row.harm_share),
        attrgetter("harm_share"),
        76,
        part=MatrixPart.HARM_SHARE,
        numeric=True,
        at_first=scheme.cardinal,
        tip="Percent of the total harm of all types",
    )


def _class(scheme: Scheme) -> Iterator[MatrixColumn]:
    if scheme.classes:
        yield MatrixColumn(
            CLASS,
            "Class",
            lambda row: row.risk_class or "Not scored",
            attrgetter("risk"),
            84,
            part=MatrixPart.CLASS,
        )


def _orders() -> Iterator[MatrixColumn]:
    """The order by volume alone, by harm of one incident, and by total harm."""
    yield _number(COUNT_RANK, "Rank by count", "count_rank", MatrixPart.COUNT_RANK)
    yield _number(HARM_RANK, "Rank by harm", "harm_rank", MatrixPart.HARM_RANK)
    yield _number(TOTAL_RANK, "Rank by total harm", "total_rank", MatrixPart.TOTAL_RANK)


def _number(key: str, header: str, name: str, part: MatrixPart) -> MatrixColumn:
    value = attrgetter(name)
    return MatrixColumn(
        key,
        header,
        lambda row: "" if value(row) is None else amount(value(row)),
        value,
        max(90, 16 + 7 * len(header)),
        part=part,
        numeric=True,
        at_first=False,
    )


def _confidence(scheme: Scheme) -> Iterator[MatrixColumn]:
    names = scheme.confidences
    if names:
        yield MatrixColumn(
            CONFIDENCE,
            "Confidence",
            lambda row: row.type.confidence,
            lambda row: names.index(it) if (it := row.type.confidence) in names else None,
            88,
            field="confidence",
            noun="confidence",
            parse=lambda text: _one_of(text, names, "grade of confidence of the scheme"),
            choices=names,
        )


def _series(catalogue: Catalogue) -> MatrixColumn:
    """Where the count comes from: named in the cell, kept by its code."""
    offered = [it for it in catalogue.indicators if it.unit not in (Unit.PERCENTAGE, Unit.RATIO)]
    names = {it.code: it.name for it in offered}
    codes = {name.casefold(): code for code, name in names.items()}

    def written(row: MatrixRow) -> str:
        code = row.type.indicator
        return names.get(code, code) if code else TYPED_IN

    def parse(text: str) -> Json:
        if not text.strip():
            return ""
        chosen = _one_of(text, (TYPED_IN, *names.values()), "series of the catalogue")
        return codes.get(chosen.casefold(), "")

    return MatrixColumn(
        SERIES,
        "Count from",
        written,
        lambda row: written(row).casefold(),
        150,
        field="indicator",
        noun="series",
        written=written,
        parse=parse,
        choices=(TYPED_IN, *names.values()),
        part=MatrixPart.COUNT,
        at_first=False,
        tip="The series that gives the count, or that it is typed in by hand",
    )


def _score_of(row: MatrixRow, factor: Factor) -> SortKey:
    return row.score(factor.code)


def _score_text(row: MatrixRow, factor: Factor) -> str:
    by_hand = any(s.factor == factor.code and s.by_hand for s in row.scores)
    behind = BY_HAND if factor.from_volume and by_hand else ""
    return f"{_text(row.score(factor.code))}{behind}"


def _given(row: MatrixRow, scheme: str, factor: str) -> str:
    return _text(row.type.score(scheme, factor))


def _own_weight(row: MatrixRow, scheme: str) -> str:
    own = row.type.own_weight(scheme)
    return f"{own.value:g}" if own else ""


def _text(value: float | None) -> str:
    return "" if value is None else number(value)


def _words(text: str) -> str:
    return " ".join(text.split())


def _whole(text: str, noun: str, lowest: int, highest: int) -> int | None:
    text = _words(text)
    if not text:
        return None
    # A choice from the list is "16", or "16: Serious harm ..."; a copied cell "17 by hand"; Excel
    # writes a whole number as "16" or, in a column with decimals, as "16.0".
    found = re.fullmatch(rf"([+-]?\d+)(?:\.0+)?(?::.*|{BY_HAND})?", text)
    value = int(found[1]) if found else None
    if value is None or not lowest <= value <= highest:
        raise CellError(
            f"'{text}' is no {noun} of the scheme.",
            remedy=f"Type a whole number from {lowest} to {highest}, or leave the cell empty.",
        )
    return value


def _weight(text: str) -> float | None:
    text = _words(text)
    if not text:
        return None
    try:
        value = float(text.replace(",", ""))
    except ValueError:
        value = math.nan
    if not (math.isfinite(value) and value >= 0):
        raise CellError(f"'{text}' is no weight.", remedy="Type a number of 0 or more, or nothing.")
    return value


def _count(text: str) -> float | None:
    text = _words(text)
    if not text:
        return None
    try:
        value = float(text.replace(",", "").replace(" ", ""))
    except ValueError:
        value = math.nan
    if not (math.isfinite(value) and value >= 0 and value == int(value)):
        raise CellError(
            f"'{text}' is no count.", remedy="Type a whole number of 0 or more, or nothing."
        )
    return value


def _one_of(text: str, names: Sequence[str], noun: str) -> str:
    """The name that is meant: written in full, or begun so that only one can be."""
    text = _words(text)
    plain = text.casefold()
    if not plain:
        return ""
    begun = [name for name in names if name.casefold().startswith(plain)]
    whole = [name for name in begun if name.casefold() == plain]
    if whole or len(begun) == 1:
        return (whole or begun)[0]
    shown = f"{', '.join(names[:6])}{' ...' if len(names) > 6 else ''}"
    raise CellError(f"'{text}' is no {noun}.", remedy=f"Choose one of: {shown}.")
