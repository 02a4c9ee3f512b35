"""Appendix 2: what its pictures and tables say of the matrix, and that they say the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from safer_desktop.domain.progress import Silent
from safer_desktop.report.content import Block, Chart, ChartKind, Paragraph, Table
from safer_desktop.report.firm_order import MOST_BARS, firm_order
from safer_desktop.report.matrix import matrix_appendix
from safer_desktop.report.outline import build
from safer_desktop.report.word import write
from safer_desktop.risk.firmness import Assumptions, Case, Combination, ScoredFactor, ScoredType
from safer_desktop.risk.scheme import RowScore
from safer_desktop.risk.sensitivity import firmness
from safer_desktop.workbench.defaults import default_scheme
from tests.report import sample
from tests.report.accessibility import Paper as Parts


def _parts(blocks: tuple[Block, ...]) -> tuple[Chart, Table]:
    chart = next(b for b in blocks if isinstance(b, Chart) and b.kind is ChartKind.PARTS)
    table = next(b for b in blocks if isinstance(b, Table) and b.caption.startswith("How often"))
    return chart, table


def test_bars_of_places_are_whole_and_say_what_the_table_says() -> None:
    chart, table = _parts(firm_order(sample.order_tried()))
    for at, row in enumerate(table.rows):
        parts = [series.values[at] or 0 for series in chart.series]
        assert sum(parts) == pytest.approx(100)
        assert chart.categories[at] == row[0].text
        for part, cell in zip(parts, row[1:-1], strict=True):
            rounded = {f"{part:.0f}%", "less than 1%", "more than 99%"}
            assert cell.text in rounded
    assert [series.name for series in chart.series] == [c.header for c in table.columns[1:-1]]
    assert "500 draws, seed 2017" in chart.note


def test_many_types_are_all_in_the_table_and_the_first_in_the_picture() -> None:
    scale = tuple(float(it) for it in range(1, 41))
    types = tuple(ScoredType(str(n), f"Type {n}", (float(41 - n),)) for n in range(1, 41))
    case = Case((ScoredFactor("Harm", scale, 1.0),), types, Combination.SUM)
    chart, table = _parts(firm_order(firmness(case, Assumptions(draws=50))))
    assert (len(chart.categories), len(table.rows)) == (MOST_BARS, 40)
    assert "the table has all" in chart.note


def test_without_a_tried_order_nothing_is_said_of_it() -> None:
    blocks = matrix_appendix(sample.matrix_rows(), default_scheme())
    assert not any(isinstance(b, Paragraph) and b.key == "appendix:firm" for b in blocks)


def test_scores_are_told_in_the_words_of_the_scheme_where_it_has_them() -> None:
    scored = replace(sample.matrix_rows()[0].type, harm=15)
    row = replace(sample.matrix_rows()[0], type=scored)
    other = sample.matrix_rows()[1]
    blocks = matrix_appendix(
        (
            replace(row, scores=(RowScore("harm", 15),)),
            replace(other, scores=(RowScore("harm", 17),)),
        ),
        default_scheme(),
    )
    notes = next(b for b in blocks if isinstance(b, Table) and b.caption.startswith("Notes"))
    meaning = default_scheme().harms[0].meaning(15).rstrip(".")
    assert notes.rows[0][2].text == f"Harm 15 of 20: {meaning}. Pilot score."
    assert notes.rows[1][2].text == "Pilot score."


def test_parts_of_a_bar_are_stacked_and_named_in_the_file(tmp_path: Path) -> None:
    paper = build(sample.inputs())
    write(paper, tmp_path / "paper.docx", Silent())
    parts = Parts.read(tmp_path / "paper.docx")
    drawn = [
        tree
        for name in parts.parts
        if name.startswith("word/charts/chart")
        for tree in (parts.tree(name),)
        if [it.get("val") for it in tree.iter("{*}grouping")] == ["stacked"]
    ]
    assert len(drawn) == 1
    assert [it.get("val") for it in drawn[0].iter("{*}overlap")] == ["100"]
    assert [it.get("val") for it in drawn[0].iter("{*}max")] == ["100.0"]
