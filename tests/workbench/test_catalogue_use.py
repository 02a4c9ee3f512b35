"""The catalogue as the workbench keeps it: its order, and what needs what."""

from __future__ import annotations

from pathlib import Path

import pytest

from safer_desktop.domain.catalogue import CatalogueError
from safer_desktop.domain.records import Edit, FieldChange, RecordKind, RecordRef
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.state import State
from tests.gui.made import COUNTY, MONTHS


def uses(bench: Workbench, kind: RecordKind, code: str) -> tuple[str, ...]:
    return bench.uses(RecordRef(kind, code))


def test_order_is_an_edit_that_is_saved_and_taken_back(made: Workbench, tmp_path: Path) -> None:
    before = [p.code for p in made.catalogue.priorities]
    edit = made.order_edit(RecordKind.PRIORITY, [before[-1], *before[:-1]], "order of priorities")
    made.apply(edit)
    assert [p.code for p in made.catalogue.priorities] == [before[-1], *before[:-1]]
    assert list(made.records(RecordKind.PRIORITY)) == [before[-1], *before[:-1]]
    assert made.catalogue.headline[0].priority == before[-1]
    made.save(tmp_path / "ordered.safer")
    again = Workbench.open(tmp_path / "ordered.safer", State(tmp_path / "other"))
    assert [p.code for p in again.catalogue.priorities] == [before[-1], *before[:-1]]
    again.close()
    made.apply(edit.reversed())
    assert [p.code for p in made.catalogue.priorities] == before


def test_a_record_that_the_order_does_not_name_comes_last(made: Workbench) -> None:
    codes = list(made.records(RecordKind.INDICATOR))
    made.apply(made.order_edit(RecordKind.INDICATOR, [*codes[5:], "gone"], "order of indicators"))
    assert [i.code for i in made.catalogue.indicators] == codes[5:] + codes[:5]


def test_what_needs_a_record_is_named(made: Workbench) -> None:
    assert "'Vehicle crime' is divided by it." in uses(made, RecordKind.INDICATOR, "population")
    assert uses(made, RecordKind.INDICATOR, "robbery") == (
        "'Robbery' in the risk/harm matrix is counted by it.",
    )
    assert uses(made, RecordKind.INDICATOR, "marac-repeats") == ()
    assert len(uses(made, RecordKind.PRIORITY, "crime")) == 4
    assert "'Vehicle crime' is compared with it." in uses(made, RecordKind.GROUP, "east-midlands")
    county = uses(made, RecordKind.AREA, COUNTY)
    assert county[0] == "It is the council's own area."
    assert "Leicester, Leicestershire and Rutland is made up of it." in county
    assert "It is one of the council's districts." in uses(made, RecordKind.AREA, "E07000129")
    region = uses(made, RecordKind.AREA, "E12000004")
    assert any(words.startswith("Partners give the average") for words in region)
    assert uses(made, RecordKind.SETTING, "x") == ()


@pytest.mark.parametrize("kind", [RecordKind.AREA, RecordKind.GROUP, RecordKind.PRIORITY])
def test_what_has_uses_in_the_catalogue_cannot_be_removed(
    made: Workbench, kind: RecordKind
) -> None:
    for code, fields in made.records(kind).items():
        ref = RecordRef(kind, code)
        if made.uses(ref):
            with pytest.raises(CatalogueError):
                made.apply(Edit("removal", (FieldChange(ref, "", dict(fields), None),)))


def test_figures_are_counted_by_indicator_and_area(made: Workbench) -> None:
    assert made.figure_count(RecordRef(RecordKind.INDICATOR, "robbery")) == 7 * MONTHS
    assert made.figure_count(RecordRef(RecordKind.AREA, COUNTY)) == 4
    assert made.figure_count(RecordRef(RecordKind.INDICATOR, "cbs-confidence")) == 0
