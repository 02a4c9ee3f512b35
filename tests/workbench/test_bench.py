"""The use cases over one open pack, through a real pack file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from safer_desktop.domain.catalogue import CatalogueError
from safer_desktop.domain.display import quantity_text
from safer_desktop.domain.errors import LoadError, PackError, SaferError
from safer_desktop.domain.evidence import Change, Quantity, Rank, Reason, ReasonCode
from safer_desktop.domain.observations import (
    CellPlace,
    Problem,
    Settlement,
    SettlementKind,
    Severity,
    SheetPicture,
)
from safer_desktop.domain.periods import Period
from safer_desktop.domain.records import Json, RecordKind, RecordRef
from safer_desktop.workbench.bench import Change as Changed
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.samples import UnknownSampleError
from safer_desktop.workbench.state import State
from tests.gui.made import BLABY, COUNTY, made_load, observation
from tests.opened import opened_sample

ROBBERY = RecordRef(RecordKind.INCIDENT_TYPE, "robbery")


def score(bench: Workbench, harm: int | None) -> None:
    edit = bench.field_edit(
        RecordKind.INCIDENT_TYPE, "robbery", "harm", harm, "harm score of Robbery", "round 2"
    )
    bench.apply(edit)


def test_a_new_pack_has_the_default_catalogue_and_says_what_is_missing(tmp_path: Path) -> None:
    bench = Workbench.new(State(tmp_path))
    assert not bench.has_unsaved_changes
    assert [p.code for p in bench.catalogue.priorities][:2] == ["crime", "reoffending"]
    figures = bench.figures(COUNTY)
    assert all(isinstance(figure.latest, Reason) for figure in figures.values())
    assert {f.latest.code for f in figures.values() if isinstance(f.latest, Reason)} == {
        ReasonCode.NO_DATA
    }
    with pytest.raises(PackError, match="no file yet"):
        bench.save()
    bench.close()


def test_an_edit_is_recorded_undone_by_its_reverse_and_kept_in_the_file(
    made: Workbench, tmp_path: Path
) -> None:
    before = made.record(*_of(ROBBERY))["harm"]
    told: list[Changed] = []
    stop = made.subscribe(told.append)
    score(made, 7)
    assert told == [Changed(kinds=frozenset({RecordKind.INCIDENT_TYPE}))]
    stop()
    row = made.audit(ROBBERY)[0]
    assert (row.old, row.new, row.why, row.who) == (before, 7, "round 2", made.who)
    ranked = {r.type.code: r for r in made.matrix(COUNTY).rows}
    robbery = ranked["robbery"]
    assert robbery.risk == 7 * (robbery.likelihood or 0)

    made.save(tmp_path / "Kept.safer")
    again = Workbench.open(tmp_path / "Kept.safer", State(tmp_path / "other"))
    assert again.record(*_of(ROBBERY))["harm"] == 7
    assert again.audit(ROBBERY)[0].why == "round 2"
    again.close()

    score(made, before if isinstance(before, int) else None)
    assert made.record(*_of(ROBBERY))["harm"] == before
    assert len(told) == 1


def test_an_edit_that_would_break_the_catalogue_changes_nothing(made: Workbench) -> None:
    edit = made.field_edit(
        RecordKind.INDICATOR, "vehicle-crime", "footprint", "NOWHERE", "footprint"
    )
    with pytest.raises(CatalogueError, match="NOWHERE"):
        made.apply(edit)
    assert made.catalogue.indicator("vehicle-crime").footprint == COUNTY
    badly = made.field_edit(RecordKind.INDICATOR, "vehicle-crime", "unit", "furlongs", "unit")
    with pytest.raises(SaferError):
        made.apply(badly)
    assert not made.audit(RecordRef(RecordKind.INDICATOR, "vehicle-crime"))


def test_a_new_definition_break_takes_the_comparison_away(made: Workbench) -> None:
    assert isinstance(made.figure("vehicle-crime", COUNTY).change, Change)
    breaks: Json = [{"on": "2016-04-01", "what": "Theft from vehicles was counted apart."}]
    made.apply(made.field_edit(RecordKind.INDICATOR, "vehicle-crime", "breaks", breaks, "breaks"))
    change = made.figure("vehicle-crime", COUNTY).change
    assert isinstance(change, Reason)
    assert change.code is ReasonCode.DEFINITION_BREAK
    assert "April 2016" in change.text


def test_a_withdrawn_load_no_longer_counts_and_can_come_back(made: Workbench) -> None:
    period = Period.financial_year(2016)
    stored = made.take_in(made_load((observation("hate-incidents", COUNTY, period, 439.0),)))
    latest = made.figure("hate-incidents", COUNTY).latest
    assert isinstance(latest, Quantity)
    assert latest.value == 439
    assert made.already_loaded(stored.file.sha256) == stored
    origin = made.origins(latest.sources)[0]
    assert origin.words == "made by hand.xlsx, sheet 'hate-incidents', cell B196"

    made.set_withdrawn(stored.id, True)
    assert isinstance(made.figure("hate-incidents", COUNTY).latest, Reason)
    made.set_withdrawn(stored.id, False)
    assert isinstance(made.figure("hate-incidents", COUNTY).latest, Quantity)


def test_a_figure_leads_to_its_sheet_and_to_what_was_decided_of_its_cell(
    made: Workbench,
) -> None:
    period = Period.financial_year(2016)
    load = made_load((observation("hate-incidents", COUNTY, period, 439.0),))
    source = load.observations[0].source
    place = CellPlace(source.sheet, source.cell)
    total = CellPlace(source.sheet, "B1")
    at = load.file.loaded_at
    accepted = Settlement(SettlementKind.ACCEPTED, total, "as agreed", "A. N.", at, check="sum")
    settled = Problem(
        Severity.ERROR, "A sum differs", "", "", "sum", (total, place), settlement=accepted
    )
    picture = SheetPicture(source.sheet, 195, 0, (("", "439"),))
    stored = made.take_in(
        replace(load, problems=(settled,), settlements=(accepted,), pictures=(picture,))
    )
    latest = made.figure("hate-incidents", COUNTY).latest
    assert isinstance(latest, Quantity)
    (origin,) = made.origins(latest.sources)
    assert origin.settlement == accepted
    assert made.sheet_picture(stored.id, source.sheet) == picture

    mended = Settlement(SettlementKind.MENDED, place, "typing error", "A. N.", at, "493", "439")
    made.take_in(replace(load, problems=(settled,), settlements=(accepted, mended)))
    latest = made.figure("hate-incidents", COUNTY).latest
    assert isinstance(latest, Quantity)
    assert made.origins(latest.sources)[0].settlement == mended


def test_a_load_with_an_error_or_without_figures_is_refused(made: Workbench) -> None:
    period = Period.financial_year(2016)
    good = made_load((observation("hate-incidents", COUNTY, period, 439.0),))
    fault = Problem(Severity.ERROR, "'many' is no number.", "f.xlsx, cell B2", "Mend it.")
    before = made.loads()
    with pytest.raises(LoadError, match="'many' is no number"):
        made.take_in(replace(good, problems=(fault,)))
    with pytest.raises(LoadError, match="no figures"):
        made.take_in(made_load(()))
    assert made.loads() == before


def test_own_words_are_kept_and_said_to_be_outdated_when_the_figures_move(
    made: Workbench,
) -> None:
    (paragraph,) = (p for p in made.paragraphs("crime") if p.key.endswith(":vehicle-crime"))
    made.apply(made.commentary_edit(paragraph, "Vehicle crime is up.", True))

    def now() -> tuple[str, bool, bool, bool]:
        (found,) = (p for p in made.paragraphs("crime") if p.key == paragraph.key)
        return found.text, found.edited, found.outdated, found.included

    assert now() == ("Vehicle crime is up.", True, False, True)
    month = Period.month(2017, 3)
    made.take_in(made_load((observation("vehicle-crime", "E07000129", month, 400),)))
    assert now() == ("Vehicle crime is up.", True, True, True)
    (current,) = (p for p in made.paragraphs("crime") if p.key == paragraph.key)
    made.apply(made.commentary_edit(current, current.drafted, True))
    assert now() == (current.drafted, False, False, True)
    assert not made.has_record(RecordKind.COMMENTARY, paragraph.key)


def test_a_paragraph_that_was_left_out_follows_its_draft(made: Workbench) -> None:
    paragraph = made.paragraphs("crime")[0]
    made.apply(made.commentary_edit(paragraph, paragraph.text, False))
    left_out = made.paragraphs("crime")[0]
    assert (left_out.included, left_out.edited) == (False, False)
    printed = [getattr(block, "key", "") for block in made.paper().blocks]
    assert paragraph.key not in printed
    assert made.paragraphs("crime")[1].key in printed


def test_the_samples_figures_are_the_reports(sample: Workbench) -> None:
    def shown(code: str) -> str:
        figure = sample.figure(code, COUNTY)
        return quantity_text(figure.latest, sample.catalogue.indicator(code))

    assert shown("violence-with-injury") == "3.93"
    assert shown("hate-incidents") == "439"
    assert shown("marac-repeats") == "37%"
    rank = sample.figure("all-crime", COUNTY).rank
    assert isinstance(rank, Rank)
    assert rank.label == "4/9"


def test_every_figure_of_the_sample_leads_to_a_file_and_a_cell(sample: Workbench) -> None:
    for area in sample.catalogue.reporting_areas:
        for code, figure in sample.figures(area.code).items():
            for origin in sample.origins(figure.sources):
                source = origin.stored.observation.source
                assert source.cell, (code, area.name)
                assert origin.file.name


def test_an_unknown_sample_is_told_with_the_ones_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownSampleError, match=r"2016-17-q4, open-data"):
        Workbench.from_sample("1984", State(tmp_path))


def test_a_pack_whose_records_make_no_sense_is_refused(made: Workbench, tmp_path: Path) -> None:
    made.save(tmp_path / "Odd.safer")
    import sqlite3

    with sqlite3.connect(tmp_path / "Odd.safer") as connection:
        connection.execute(
            "UPDATE record SET json = json_set(json, '$.footprint', 'NOWHERE') "
            "WHERE kind = 'indicator' AND code = 'all-crime'"
        )
    connection.close()
    with pytest.raises(CatalogueError, match="NOWHERE"):
        Workbench.open(tmp_path / "Odd.safer", State(tmp_path / "other"))
    assert not list((tmp_path / "other" / "working").iterdir())


def _of(ref: RecordRef) -> tuple[RecordKind, str]:
    return ref.kind, ref.code


def test_the_checks_find_in_the_samples_only_what_is_there(
    sample: Workbench, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Missing marks, late months and a definition that changed; and a month that a force lost."""
    found = [p.check for load in sample.loads() for p in load.problems]
    assert sorted(found) == [
        "gap",
        "missing-mark",
        "missing-mark",
        "number-as-text",
        "provisional",
        "unlike-definition",
    ]
    with opened_sample("open-data", tmp_path_factory) as bench:
        problems = [p for load in bench.loads() for p in load.problems]
    assert [p.check for p in problems] == ["jump", "jump"]
    assert "Harborough for March 2020" in problems[0].what
    assert "Oadby & Wigston for March 2020" in problems[1].what


def test_a_new_value_leaves_the_figures_and_charts_of_other_indicators_as_they_are(
    made: Workbench,
) -> None:
    codes = ("vehicle-crime", "burglary-dwelling")
    before = {code: (made.trend(code, COUNTY), made.limits(code, COUNTY)) for code in codes}
    findings = {code: made.figure(code, COUNTY).findings for code in codes}
    value = observation("vehicle-crime", BLABY, Period.month(2017, 3), 999)
    made.take_in(made_load((value,)))
    assert made.trend("burglary-dwelling", COUNTY) is before["burglary-dwelling"][0]
    assert made.limits("burglary-dwelling", COUNTY) is before["burglary-dwelling"][1]
    assert made.trend("vehicle-crime", COUNTY) is not before["vehicle-crime"][0]
    assert made.limits("vehicle-crime", COUNTY) is not before["vehicle-crime"][1]
    kept, changed = (made.figure(code, COUNTY).findings for code in reversed(codes))
    assert kept[0] is findings["burglary-dwelling"][0]
    assert changed[0] is not findings["vehicle-crime"][0]
