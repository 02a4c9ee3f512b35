"""The incident types of the risk/harm matrix, ranked by risk score."""

from __future__ import annotations

from collections.abc import Sequence

from safer_desktop.domain.display import number
from safer_desktop.gui.charts.bars import BarChart, BarRow
from safer_desktop.gui.charts.words import ChartTable, shortened
from safer_desktop.risk.scheme import MatrixRow, RiskClass, Scheme
from safer_desktop.risk.words import NOUNS, FormulaNouns, amount


class RankedBars(BarChart):
    """One bar per scored incident type, highest first."""

    def show_matrix(self, rows: Sequence[MatrixRow], scheme: Scheme) -> None:
        """Show the scored rows, coloured and named by class."""
        roles = class_roles(scheme.classes)
        self.show_rows(
            [
                BarRow(
                    row.type.name,
                    row.risk,
                    number(row.risk),
                    row.risk_class,
                    roles.get(row.risk_class, "same"),
                    matrix_words(row, NOUNS[scheme.formula]),
                )
                for row in rows
                if row.risk is not None
            ]
        )


def class_roles(classes: Sequence[RiskClass]) -> dict[str, str]:
    """The colour role of each class: the highest stands out, then the next, the rest are calm."""
    order = [c.name for c in sorted(classes, key=lambda c: c.from_score, reverse=True)]
    roles = dict.fromkeys(order, "same")
    roles.update(zip(order, ("higher", "second")[: len(order) - 1], strict=False))
    return roles


def matrix_words(row: MatrixRow, nouns: FormulaNouns) -> str:
    """One row of the matrix as a sentence."""
    if row.risk is None:
        return f"{row.type.name}: not scored"
    return (
        f"{row.type.name}: {nouns.risk} {number(row.risk)}, {row.risk_class}; "
        f"{nouns.likelihood} {amount(row.likelihood or 0.0)}, "
        f"{nouns.harm} {amount(row.harm or 0.0)}"
    )


def matrix_table(rows: Sequence[MatrixRow], nouns: FormulaNouns) -> ChartTable:
    """Rank, type, likelihood, harm, score and class of every row, by the scheme's nouns."""

    def text(value: float | None) -> str:
        return "" if value is None else number(value)

    return ChartTable(
        (
            "Rank",
            "Incident type",
            nouns.likelihood.capitalize(),
            nouns.harm.capitalize(),
            nouns.risk.capitalize(),
            "Class",
        ),
        tuple(
            (
                text(row.rank),
                row.type.name,
                text(row.likelihood),
                text(row.harm),
                text(row.risk),
                row.risk_class,
            )
            for row in rows
        ),
        frozenset({0, 2, 3, 4}),
    )


def ranked_alt_text(rows: Sequence[MatrixRow], nouns: FormulaNouns) -> str:
    """A few sentences that stand for the ranked bars."""
    scored = [row for row in rows if row.risk is not None]
    if not scored:
        return f"Bar chart by {nouns.risk}: nothing is scored yet."
    first = "; ".join(f"{r.type.name} {number(r.risk or 0.0)} ({r.risk_class})" for r in scored[:5])
    return shortened(
        f"Bar chart of {len(scored)} incident types by {nouns.risk}, highest first: {first}. "
        f"Lowest: {scored[-1].type.name} {number(scored[-1].risk or 0.0)}."
    )
