"""Schemes of a pack: used, copied, changed, passed on; each number traced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from safer_desktop.domain.chain import Step
from safer_desktop.domain.records import Edit, RecordKind
from safer_desktop.risk.chain import MatrixPart
from safer_desktop.risk.scheme import SchemeError
from safer_desktop.workbench import schemes
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.matrix_edits import WeightError, score_change, weight_edit
from safer_desktop.workbench.subjects import MatrixOf

COUNTY = "E10000018"
GRID = "likelihood-impact-5"


def use(sample: Workbench, code: str) -> None:
    scheme = next(it for it in schemes.schemes(sample) if it.code == code)
    sample.apply(schemes.use_edit(sample, scheme))


def steps(step: Step) -> Iterator[Step]:
    yield step
    for below in step.inputs:
        yield from steps(below)


def test_a_life_of_a_scheme(sample: Workbench, tmp_path: Path) -> None:
    first = sample.matrix(COUNTY)
    # Used, scored, traced
    use(sample, GRID)
    title = "impact of Robbery"
    sample.apply(Edit(title, (score_change(sample, "robbery", GRID, "impact", 4),)))
    row = next(it for it in sample.matrix(COUNTY).rows if it.type.code == "robbery")
    assert row.risk == (row.likelihood or 0) * 4
    audit = sample.audit()[0]
    assert (audit.field, audit.old, audit.new) == (f"score:{GRID}:impact", None, 4)
    # Copied with its scores, changed, refused where it contradicts a score
    copy, edit = schemes.copy_edit(sample, sample.scheme, "Our grid")
    sample.apply(edit)
    sample.apply(schemes.use_edit(sample, copy))
    again = next(it for it in sample.matrix(COUNTY).rows if it.type.code == "robbery")
    assert (again.risk, sample.scheme.name) == (row.risk, "Our grid")
    likelihood, impact = copy.factors
    shorter = replace(copy, factors=(likelihood, replace(impact, highest=3, levels=())))
    with pytest.raises(SchemeError, match="impact score of Robbery is 4; the scale runs from 1"):
        schemes.change_edit(sample, shorter, "three levels do")
    change = schemes.change_edit(sample, replace(copy, meaning="What presses"), "plainer")
    sample.apply(change)
    assert (sample.scheme.version, sample.scheme.meaning) == (2, "What presses")
    assert {row.field for row in sample.audit()[:2]} == {"meaning", "version"}
    with pytest.raises(SchemeError, match="A copy needs a name"):
        schemes.copy_edit(sample, copy, " our GRID ")
    # Passed on and taken in
    path = tmp_path / "grid.json"
    schemes.export(sample.scheme, path)
    with pytest.raises(SchemeError, match="already"):
        schemes.add_edit(sample, schemes.from_file(path))
    sample.apply(change.reversed())
    got, edit = schemes.add_edit(sample, schemes.from_file(path))
    sample.apply(edit)
    assert (got.name, got.code, got.meaning) == ("Our grid (2)", "our-grid-2", "What presses")
    with pytest.raises(SchemeError, match="scored by Our grid"):
        schemes.remove_edit(sample, sample.scheme)
    # Back where it began
    use(sample, "leicester-2010")
    sample.apply(schemes.remove_edit(sample, got))
    assert not sample.has_record(RecordKind.SCHEME, got.code)
    assert sample.matrix(COUNTY).rows == tuple(
        replace(it, type=next(t for t in sample.incident_types if t.code == it.type.code))
        for it in first.rows
    )


@pytest.mark.parametrize("code", [GRID, "harm-factors", "ons-severity", "cambridge-index"])
def test_every_number_of_every_scheme_is_worked_out_again(sample: Workbench, code: str) -> None:
    use(sample, code)
    scheme = sample.scheme
    changes = [
        score_change(sample, kind, code, factor.code, value)
        for kind, value in (("robbery", 4), ("burglary-dwelling", 2), ("shoplifting", 1))
        for factor in scheme.factors
        if not factor.from_volume
    ]
    if changes:
        sample.apply(Edit("scores", tuple(changes)))
    scored = [row for row in sample.matrix(COUNTY).rows if row.risk is not None]
    assert len(scored) >= 3
    for part in MatrixPart:
        for row in scored[:2]:
            root = sample.chain(MatrixOf(COUNTY, row.type.code, part)).root
            assert root.shown
            for step in steps(root):
                if step.again is not None:
                    assert step.again == (
                        pytest.approx(step.result)
                        if isinstance(step.result, float)
                        else step.result
                    )
    weights = [
        note
        for step in steps(sample.chain(MatrixOf(COUNTY, "robbery", MatrixPart.HARM)).root)
        for note in step.notes
    ]
    if scheme.cardinal:
        assert any(scheme.weight("robbery").source in note for note in weights)  # type: ignore[union-attr]
    else:
        assert any("Entered by" in note for note in weights)


def test_a_weight_needs_a_reason_and_shows_it(sample: Workbench) -> None:
    use(sample, "ons-severity")
    with pytest.raises(WeightError, match="needs a reason"):
        weight_edit(sample, "asb-incidents", "ons-severity", 2.0, " ")
    with pytest.raises(WeightError, match="0 or more"):
        weight_edit(sample, "asb-incidents", "ons-severity", -2.0, "x")
    before = sample.matrix(COUNTY).rows
    edit = weight_edit(sample, "asb-incidents", "ons-severity", 2.0, "Agreed in round 2")
    sample.apply(edit)
    root = sample.chain(MatrixOf(COUNTY, "asb-incidents", MatrixPart.HARM)).root
    assert root.shown == "2"
    assert root.notes[0] == "Entered by hand: Agreed in round 2."
    assert "Reason: Agreed in round 2" in root.notes[1]
    sample.apply(edit.reversed())
    assert sample.matrix(COUNTY).rows == before
