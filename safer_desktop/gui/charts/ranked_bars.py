"""The incident types of the risk/harm matrix, ranked by risk score."""

from __future__ import annotations

from collections.abc import Sequence

from safer_desktop.domain.display import number
from safer_desktop.gui.charts.bars import BarChart, BarRow
from safer_desktop.gui.charts.words import ChartTable, shortened
from safer_desktop.risk.scheme import MatrixRow, RiskClass
from safer_desktop.risk.words import amount


class RankedBars(BarChart):
    """One bar per scored incident type, highest risk first."""

    def show_matrix(self, rows: Sequence[MatrixRow], classes: Sequence[RiskClass]) -> None:
        """Show the scored rows, coloured and named by class."""
        roles = class_roles(classes)
        self.show_rows(
            [
                BarRow(
                    row.type.name,
                    row.risk,
                    number(row.risk),
                    row.risk_class,
                    roles.get(row.risk_class, "same"),
                    matrix_words(row),
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


def matrix_words(row: MatrixRow) -> str:
    """One row of the matrix as a sentence."""
    if row.risk is None:
        return f"{row.type.name}: not scored"
    return (
        f"{row.type.name}: risk score {number(row.risk)}, {row.risk_class}; "
        f"probability {amount(row.likelihood or 0.0)}, harm {amount(row.harm or 0.0)}"
    )


def matrix_table(rows: Sequence[MatrixRow]) -> ChartTable:
    """Rank, type, probability, harm, risk score and class of every row."""

    def text(value: float | None) -> str:
        return "" if value is None else number(value)

    return ChartTable(
        ("Rank", "Incident type", "Probability", "Harm", "Risk score", "Class"),
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


def ranked_alt_text(rows: Sequence[MatrixRow]) -> str:
    """A few sentences that stand for the ranked bars."""
    scored = [row for row in rows if row.risk is not None]
    if not scored:
        return "Bar chart of risk scores: nothing is scored yet."
    first = "; ".join(f"{r.type.name} {number(r.risk or 0.0)} ({r.risk_class})" for r in scored[:5])
    return shortened(
        f"Bar chart of {len(scored)} incident types by risk score, highest first: {first}. "
        f"Lowest: {scored[-1].type.name} {number(scored[-1].risk or 0.0)}."
    )
