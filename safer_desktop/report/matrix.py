"""Appendix 2: the ranked risk/harm matrix, its picture, and how it is scored."""

from __future__ import annotations

from safer_desktop.domain.display import listed, number
from safer_desktop.report.charts import harm_share_chart, risk_chart
from safer_desktop.report.content import (
    NOT_AVAILABLE,
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Role,
    Section,
    Shade,
    Table,
)
from safer_desktop.report.firm_order import firm_order
from safer_desktop.report.matrix_maps import likelihood_map, volume_map
from safer_desktop.report.phrases import joined, opened, sentence
from safer_desktop.risk.firmness import Firmness
from safer_desktop.risk.formulas import WORDS
from safer_desktop.risk.movement import Movement
from safer_desktop.risk.scheme import Factor, Formula, MatrixRow, Scheme
from safer_desktop.risk.words import NOUNS, amount

_CLASSES = "The class is written in every row, so that the matrix can be read without colour."


def matrix_appendix(
    rows: tuple[MatrixRow, ...],
    scheme: Scheme | None,
    movement: Movement | None = None,
    bias: str = "",
    scheme_changes: tuple[str, ...] = (),
    firmness: Firmness | None = None,
) -> tuple[Block, ...]:
    """Appendix 2: the ranked matrix, its pictures, what moved, and its scheme, on their side.

    Without a ``movement`` nothing is said of an earlier edition. ``bias`` is the sentence on
    volume and harm, ``scheme_changes`` say who changed the scheme, when and why. ``firmness`` is
    that of the order of these rows; without it nothing is said of it.
    """
    if scheme is None:
        return ()
    charts = (
        risk_chart(rows, scheme),
        likelihood_map(rows, scheme),
        harm_share_chart(rows),
        volume_map(rows, scheme),
    )
    return (
        Section(landscape=True),
        Heading(1, "Appendix 2: Risk/harm matrix"),
        Paragraph("appendix:matrix", _scheme_words(scheme), Role.PLAIN),
        *((Paragraph("appendix:bias", bias, Role.PLAIN),) if bias else ()),
        _matrix_table(rows, scheme, movement),
        *(chart for chart in charts if chart),
        *(_movement_blocks(movement) if movement else ()),
        *(firm_order(firmness) if firmness else ()),
        Heading(2, "Notes on the scores"),
        _notes_table(rows, scheme),
        Heading(2, "How the matrix is scored"),
        Paragraph("appendix:scheme", _named(scheme), Role.PLAIN),
        *_scheme_tables(scheme),
        *(Paragraph("appendix:scheme-change", it, Role.PLAIN) for it in scheme_changes),
        Paragraph("appendix:scheme-source", sentence(scheme.source), Role.NOTE),
    )


def _named(scheme: Scheme) -> str:
    return joined((f"{scheme.name}, version {scheme.version}.", sentence(scheme.meaning)))


def _headings(scheme: Scheme) -> tuple[str, str, str]:
    """What the three numbers of a row are under this scheme."""
    nouns = NOUNS[scheme.formula]
    if scheme.cardinal:
        return "Incidents weighed", nouns.harm.capitalize(), nouns.risk.capitalize()
    likelihood, harm = nouns.likelihood.capitalize(), nouns.harm.capitalize()
    return f"{likelihood} score", f"{harm} score", "Risk score"


def _matrix_table(rows: tuple[MatrixRow, ...], scheme: Scheme, movement: Movement | None) -> Table:
    since = f", and how its place moved since the {movement.since}" if movement else ""
    likely, harm, risk = _headings(scheme)
    likelihood = () if scheme.cardinal else (Column(likely, 10, Align.RIGHT),)
    moved = (Column("Moved", 11),) if movement else ()
    return Table(
        caption="Risk/harm matrix, highest risk first",
        columns=(
            Column("Incident type", 20),
            Column("Rank", 7, Align.RIGHT),
            Column("Count", 8, Align.RIGHT),
            Column("Share of all", 8, Align.RIGHT),
            *likelihood,
            Column(harm, 10, Align.RIGHT),
            Column("Total harm", 10, Align.RIGHT),
            Column("Share of harm", 8, Align.RIGHT),
            Column(risk, 9, Align.RIGHT),
            Column("Class", 9),
            Column("Confidence", 11),
            *moved,
        ),
        rows=tuple(_matrix_row(row, scheme, movement) for row in rows),
        alt_text=(
            "One row per incident type, highest risk first: rank, count, share of all incidents, "
            f"scores, {harm.casefold()}, total harm, {risk.casefold()}, class and confidence"
            f"{since}."
        ),
        note=_count_words(rows),
    )


def _matrix_row(row: MatrixRow, scheme: Scheme, movement: Movement | None) -> tuple[Cell, ...]:
    classes = [c.name for c in scheme.classes]
    moved = movement.by_code().get(row.type.code) if movement else None
    return (
        Cell(row.type.name),
        Cell("Not ranked" if row.rank is None else str(row.rank)),
        Cell(_or_missing(row.count)),
        Cell(_percent(row.share)),
        *(() if scheme.cardinal else (Cell(_likelihood(row, scheme)),)),
        Cell(_harm(row, scheme)),
        Cell(NOT_AVAILABLE if row.total_harm is None else amount(row.total_harm)),
        Cell(_percent(row.harm_share)),
        Cell("Not scored" if row.risk is None else amount(row.risk)),
        Cell(row.risk_class or "Not scored", _class_shade(row.risk_class, classes)),
        Cell(row.type.confidence or "Not stated"),
        *((Cell(opened(moved.short) if moved else "Not known"),) if movement else ()),
    )


def _likelihood(row: MatrixRow, scheme: Scheme) -> str:
    if row.likelihood is None:
        return NOT_AVAILABLE
    factor = scheme.likelihood
    highest = f" of {factor.highest}" if factor else ""
    return f"{amount(row.likelihood)}{highest}{' (by hand)' if row.likelihood_by_hand else ''}"


def _harm(row: MatrixRow, scheme: Scheme) -> str:
    if row.harm is None:
        return "Not scored"
    return amount(row.harm) if scheme.cardinal else f"{amount(row.harm)} of {scheme.harm_max}"


def _percent(share: float | None) -> str:
    return NOT_AVAILABLE if share is None else f"{number(share, 1)}%"


def _notes_table(rows: tuple[MatrixRow, ...], scheme: Scheme) -> Table:
    return Table(
        caption="Notes on the scores, and who gave them",
        columns=(Column("Incident type", 22), Column("Scored by", 18), Column("Note", 60)),
        rows=tuple(
            (
                Cell(row.type.name),
                Cell(row.type.scored_by or "Not stated"),
                Cell(_note(row, scheme) or "No note"),
            )
            for row in rows
        ),
        alt_text=(
            "One row per incident type: who gave the scores, what they mean where the scheme has "
            "words for them, and the note on them."
        ),
    )


def _note(row: MatrixRow, scheme: Scheme) -> str:
    words = (_in_words(row, factor) for factor in scheme.factors)
    return joined((*words, sentence(row.type.note), _weighed(row, scheme)))


def _in_words(row: MatrixRow, factor: Factor) -> str:
    """``Harm 17 of 20: Very serious.``; nothing where the scheme has no words for the score."""
    score = row.score(factor.code)
    meaning = "" if score is None else factor.meaning(score)
    return sentence(f"{factor.name} {score} of {factor.highest}: {meaning}") if meaning else ""


def _weighed(row: MatrixRow, scheme: Scheme) -> str:
    return sentence(f"Weight: {row.harm_words}") if scheme.cardinal else ""


def _movement_blocks(movement: Movement) -> tuple[Block, ...]:
    return (
        Heading(2, f"What moved since the {movement.since}"),
        *(Paragraph("appendix:moved", it, Role.PLAIN) for it in movement.sentences),
    )


def _class_shade(name: str, classes: list[str]) -> Shade:
    if name not in classes:
        return Shade.NONE
    place = classes.index(name)
    if place == len(classes) - 1:
        return Shade.BAD
    return Shade.GOOD if place == 0 else Shade.CLOSE


def _or_missing(value: float | None) -> str:
    return NOT_AVAILABLE if value is None else number(value)


def _count_words(rows: tuple[MatrixRow, ...]) -> str:
    words: dict[str, list[str]] = {}
    for row in rows:
        if row.count_words:
            words.setdefault(row.count_words, []).append(row.type.name)
    if len(words) == 1:
        return f"Counts: {sentence(next(iter(words)))}"
    return joined(sentence(f"{listed(names)}: {text}") for text, names in words.items())


def _scheme_words(scheme: Scheme) -> str:
    if scheme.formula is Formula.PRODUCT and not scheme.log_volume:
        return (
            "Each incident type is placed by how likely it is and by how much harm it causes. The "
            "probability score follows from its share of all incidents counted here, the harm "
            f"score ({scheme.harm_min} to {scheme.harm_max}) is given by people; the risk score is "
            f"one multiplied by the other. {_CLASSES}"
        )
    words = WORDS[scheme.formula]
    likely = scheme.likelihood
    filled = ""
    if likely and likely.from_volume:
        by = "the logarithm of the count" if scheme.log_volume else "the share of all incidents"
        filled = f"The {likely.name.casefold()} score follows from {by} until people score it."
    unit = f"Harm is in {scheme.unit}." if scheme.cardinal else ""
    means = joined((sentence(scheme.meaning), words.means, filled, unit, _CLASSES))
    return f"Each incident type is placed by this formula: {words.name.lower()}. {means}"


def _scheme_tables(scheme: Scheme) -> tuple[Table, ...]:
    bands = Table(
        caption="Probability score by share of all incidents",
        columns=(Column("Share of all incidents", 60), Column("Score", 40, Align.RIGHT)),
        rows=tuple(
            (Cell(f"From {_short(band.from_share)}%"), Cell(number(band.score)))
            for band in scheme.bands
        ),
        alt_text="The probability score that each share of all incidents is given.",
        width=0.4,
    )
    factors = Table(
        caption="What is scored, and what it weighs",
        columns=(Column("Factor", 50), Column("Scale", 25), Column("Weight", 25, Align.RIGHT)),
        rows=tuple(
            (Cell(it.name), Cell(f"{it.lowest} to {it.highest}"), Cell(_short(it.weight)))
            for it in scheme.factors
            if len(scheme.harms) > 1
        ),
        alt_text="Each factor of the scheme with its scale and its weight in the score.",
        width=0.6,
    )
    levels = tuple(_levels(factor) for factor in scheme.factors)
    classes = Table(
        caption="Classes of risk",
        columns=(Column("Class", 60), Column("From risk score", 40, Align.RIGHT)),
        rows=tuple(
            (
                Cell(it.name, _class_shade(it.name, [c.name for c in scheme.classes])),
                Cell(_short(it.from_score)),
            )
            for it in scheme.classes
        ),
        alt_text="The risk score from which each class begins.",
        width=0.4,
    )
    return tuple(table for table in (factors, bands, *levels, classes) if table.rows)


def _levels(factor: Factor) -> Table:
    name = factor.name.casefold()
    return Table(
        caption=f"Meaning of the {name} score",
        columns=(Column(f"{factor.name} score", 20), Column("Meaning", 80)),
        rows=tuple((Cell(str(it.score)), Cell(it.meaning)) for it in factor.levels),
        alt_text=f"What some points of the {name} scale mean.",
        width=0.75,
    )


def _short(value: float) -> str:
    return f"{value:g}"
