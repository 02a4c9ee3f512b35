"""Appendix 2: what its pictures and tables say of the matrix, and that they say the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.domain.progress import Silent
from safer_desktop.report import point_labels
from safer_desktop.report.content import Block, Chart, ChartKind, Paragraph, Scatter, Table
from safer_desktop.report.firm_order import MOST_BARS, firm_order
from safer_desktop.report.matrix import matrix_appendix
from safer_desktop.report.matrix_maps import likelihood_map, volume_map
from safer_desktop.report.outline import build
from safer_desktop.report.word import write
from safer_desktop.risk.firmness import Assumptions, Case, Combination, ScoredFactor, ScoredType
from safer_desktop.risk.scheme import RowScore
from safer_desktop.risk.sensitivity import firmness
from safer_desktop.workbench.defaults import default_scheme, shipped_schemes
from tests.report import sample
from tests.report.accessibility import Paper as Parts
from tests.report.accessibility import chart_figures, faults


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


def _scatters() -> tuple[Scatter, Scatter]:
    likely, volume = (
        drawn(sample.matrix_rows(), default_scheme()) for drawn in (likelihood_map, volume_map)
    )
    assert likely is not None
    assert volume is not None
    return likely, volume


def test_maps_hold_the_rows_own_numbers_and_lines_of_equal_products() -> None:
    likely, volume = _scatters()
    rows = [row for row in sample.matrix_rows() if row.risk is not None]
    assert [(p.name, p.x, p.y) for p in likely.points] == [
        (row.type.name, row.likelihood, row.harm) for row in rows
    ]
    assert [(p.name, p.x, p.y) for p in volume.points] == [
        (row.type.name, row.count, row.harm) for row in rows
    ]
    borders = {entry.name: entry.from_score for entry in default_scheme().classes}
    for curve in likely.curves:
        score = borders[curve.name.split(" from ")[0]]
        assert all(x * y == pytest.approx(score) for x, y in curve.points)
    for curve in volume.curves:
        total = float(curve.name.removeprefix("total ").replace(",", ""))
        assert all(x * y == pytest.approx(total) for x, y in curve.points)
    for drawn in (likely, volume):
        ends = [end for curve in drawn.curves for end in curve.points]
        for x, y in (*ends, *((point.x, point.y) for point in drawn.points)):
            assert drawn.x.low <= x <= drawn.x.high * 1.000001
            assert drawn.y.low <= y <= drawn.y.high
    assert "Homicide" in volume.note
    assert volume.title == "Most harm in all: Domestic violence (103,785)"  # 6,105 x 17
    assert "Most harm each: Criminal damage and arson and Robbery (18)" in volume.alt_text


def test_a_scheme_that_weighs_counts_has_no_map_of_likelihood() -> None:
    weighed = next(it for it in shipped_schemes() if it.cardinal)
    assert likelihood_map(sample.matrix_rows(), weighed) is None
    assert volume_map(sample.matrix_rows(), weighed) is not None


def test_scatters_in_the_file_have_figures_names_and_log_axes(tmp_path: Path) -> None:
    paper = build(sample.inputs())
    write(paper, tmp_path / "paper.docx", Silent())
    parts = Parts.read(tmp_path / "paper.docx")
    found = {name: (cached, held) for name, cached, held in chart_figures(parts)}
    trees = {name: parts.tree(name) for name in found}
    drawn = [name for name, tree in trees.items() if tree.find(".//{*}scatterChart") is not None]
    assert len(drawn) == 2
    for name, scatter in zip(drawn, _scatters(), strict=True):
        cached, held = found[name]
        assert {p.name for p in scatter.points} <= set(held.values())
        assert {p.x for p in scatter.points} <= set(cached.values())
        bases = [it.get("val") for it in trees[name].iter("{*}logBase")]
        assert bases == [str(axis.base) for axis in (scatter.x, scatter.y) if axis.base]
        left_out = len(list(trees[name].iter("{*}legendEntry")))
        assert left_out == len([c for c in scatter.curves if c.name in cached.values()])


def test_hostile_names_and_a_single_class_break_nothing(tmp_path: Path) -> None:
    nasty = '=HYPERLINK("x") <b>&amp;</b> \x00\x07 \u202eabc\n\t{x}'
    rows = tuple(
        replace(
            row, type=replace(row.type, name=f"{nasty}{at}"), risk_class="High" if row.risk else ""
        )
        for at, row in enumerate(sample.matrix_rows())
    )
    write(build(sample.inputs(matrix_rows=rows)), tmp_path / "odd.docx", Silent())
    assert faults(tmp_path / "odd.docx") == []


NAMES = st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=34)
HAIR = 0.02
"""In cm; points that are this close share a place."""
SPOTS = st.tuples(st.floats(0, 22), st.floats(0, 9))


@given(st.lists(st.tuples(NAMES, SPOTS), min_size=1, max_size=25))
def test_no_name_lies_on_another_and_every_point_is_told(
    given_: list[tuple[str, tuple[float, float]]],
) -> None:
    names, spots = [name for name, _ in given_], [spot for _, spot in given_]
    found = point_labels.labels(names, spots, (22, 9))
    boxes = [
        point_labels.box_of(label.text, spot, label.side)
        for label, spot in zip(found.at, spots, strict=True)
        if label is not None and not label.text[0].isdigit()
    ]
    for at, one in enumerate(boxes):
        assert one[0] >= -HAIR
        assert one[2] <= 22 + HAIR
        for other in boxes[:at]:
            aside = min(one[2], other[2]) - max(one[0], other[0])
            deep = min(one[3], other[3]) - max(one[1], other[1])
            assert min(aside, deep) <= HAIR
    told = "; ".join(label.text for label in found.at if label is not None)
    numbers = {int(it) for text in told.split("; ") for it in text.split(", ") if it.isdigit()}
    assert numbers == set(range(1, len(found.key) + 1))
    assert all(name in told or name in found.key for name in names)
