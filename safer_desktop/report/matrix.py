"""Appendix 2: the ranked risk/harm matrix, its picture, and how it is scored."""

from __future__ import annotations

from safer_desktop.domain.display import number
from safer_desktop.report.charts import risk_chart
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
from safer_desktop.report.phrases import joined, listed, sentence
from safer_desktop.risk.formulas import WORDS
from safer_desktop.risk.scheme import Factor, Formula, MatrixRow, Scheme
from safer_desktop.risk.words import NOUNS, amount

_CLASSES = "The class is written in every row, so that the matrix can be read without colour."


def matrix_appendix(rows: tuple[MatrixRow, ...], scheme: Scheme | None) -> tuple[Block, ...]:
    """Appendix 2: the ranked matrix, its picture and its scheme, on their side."""
    if scheme is None:
        return ()
    likelihood, harm, risk = _headings(scheme)
    matrix = Table(
        caption="Risk/harm matrix, highest risk first",
        columns=(
            Column("Incident type", 17),
            Column("Rank", 6, Align.RIGHT),
            Column("Count", 8, Align.RIGHT),
            Column("Share of all", 8, Align.RIGHT),
            Column(likelihood, 9, Align.RIGHT),
            Column(harm, 7, Align.RIGHT),
            Column(risk, 7, Align.RIGHT),
            Column("Class", 8),
            Column("Confidence", 10),
            Column("Note", 28),
        ),
        rows=tuple(_matrix_row(row, scheme) for row in rows),
        alt_text=(
            "One row per incident type, highest risk first: rank, count, share of all incidents, "
            f"{likelihood.casefold()}, {harm.casefold()}, {risk.casefold()}, class, confidence and "
            "note."
        ),
        note=_count_words(rows),
    )
    chart = risk_chart(rows, scheme)
    return (
        Section(landscape=True),
        Heading(1, "Appendix 2: Risk/harm matrix"),
        Paragraph("appendix:matrix", _scheme_words(scheme), Role.PLAIN),
        matrix,
        *((chart,) if chart else ()),
        Heading(2, "How the matrix is scored"),
        Paragraph("appendix:scheme", f"{scheme.name}, version {scheme.version}.", Role.PLAIN),
        *_scheme_tables(scheme),
        Paragraph("appendix:scheme-source", sentence(scheme.source), Role.NOTE),
    )


def _headings(scheme: Scheme) -> tuple[str, str, str]:
    """What the three numbers of a row are under this scheme."""
    nouns = NOUNS[scheme.formula]
    if scheme.cardinal:
        return "Incidents weighed", nouns.harm.capitalize(), nouns.risk.capitalize()
    likelihood, harm = nouns.likelihood.capitalize(), nouns.harm.capitalize()
    return f"{likelihood} score", f"{harm} score", "Risk score"


def _matrix_row(row: MatrixRow, scheme: Scheme) -> tuple[Cell, ...]:
    by_hand = " (by hand)" if row.probability_by_hand else ""
    scored = f"Scored by {row.type.scored_by}." if row.type.scored_by else ""
    weighed = sentence(f"Weight: {row.harm_words}") if scheme.cardinal else ""
    classes = [c.name for c in scheme.classes]
    return (
        Cell(row.type.name),
        Cell("Not ranked" if row.rank is None else str(row.rank)),
        Cell(_or_missing(row.count)),
        Cell(NOT_AVAILABLE if row.share is None else f"{number(row.share, 1)}%"),
        Cell(_or_missing(row.probability) + by_hand),
        Cell("Not scored" if row.harm is None else amount(row.harm)),
        Cell("Not scored" if row.risk is None else amount(row.risk)),
        Cell(row.risk_class or "Not scored", _class_shade(row.risk_class, classes)),
        Cell(row.type.confidence or "Not stated"),
        Cell(joined((sentence(row.type.note), weighed, scored)) or "No note"),
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
    return tuple(table for table in (bands, *levels, classes) if table.rows)


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
