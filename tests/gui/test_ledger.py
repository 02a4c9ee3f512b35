"""The ledger of definition breaks, the partners' contacts, and the order of areas and groups."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from safer_desktop.domain.evidence import Change, Quantity, Reason, ReasonCode
from safer_desktop.domain.indicators import BridgeKind
from safer_desktop.domain.records import Edit, FieldChange, Json, RecordKind, RecordRef
from safer_desktop.gui.actions import Act
from safer_desktop.gui.dialogs.bridge import BridgeDialog
from safer_desktop.gui.dialogs.catalogue import CatalogueDialog
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.models.figure_words import details
from safer_desktop.gui.models.overview_words import attention
from safer_desktop.gui.models.owed_words import mail_text
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.subjects import FigureOf
from tests.gui.conftest import open_pack
from tests.gui.made import COUNTY

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"support (raise\(\)|grabbing)")

VEHICLE = "vehicle-crime"


@pytest.fixture
def dialog(window: MainWindow, pack_file: Path, qtbot: QtBot) -> CatalogueDialog:
    """The catalogue on vehicle crime, which has a break within the year compared."""
    open_pack(window, pack_file, qtbot)
    window.actions_by_name[Act.CATALOGUE].trigger()
    (found,) = window.findChildren(CatalogueDialog)
    found.show_indicator(VEHICLE)
    return found


@pytest.fixture
def bench(window: MainWindow, dialog: CatalogueDialog) -> Workbench:
    assert window.context is not None
    return window.context.workbench


def break_in_april(dialog: CatalogueDialog) -> None:
    model = dialog.indicators.breaks
    dialog.ui.add_break.click()
    for column, text in enumerate(("1/4/2016", "Counted otherwise.", "Home Office Counting Rules")):
        assert model.setData(model.index(0, column), text)
    dialog.ui.breaks.setCurrentIndex(model.index(0, 0))


def opened(dialog: CatalogueDialog) -> BridgeDialog:
    assert dialog.ui.bridge_break.isEnabled()
    dialog.ui.bridge_break.click()
    return dialog.findChildren(BridgeDialog)[-1]


def choose(bridge: BridgeDialog, kind: BridgeKind) -> None:
    bridge.ui.kind.setCurrentIndex(bridge.ui.kind.findData(str(kind)))


def test_without_a_bridge_nothing_is_compared_with_one_it_is_named_wherever_it_is_used(
    window: MainWindow, dialog: CatalogueDialog, bench: Workbench
) -> None:
    before = bench.figure(VEHICLE, COUNTY)
    assert isinstance(before.previous, Quantity)
    break_in_april(dialog)
    ledger = dialog.indicators.breaks
    assert ledger.index(0, 2).data() == "Home Office Counting Rules"
    assert ledger.index(0, 3).data() == "none: comparisons are blocked"
    blocked = bench.figure(VEHICLE, COUNTY).change
    assert isinstance(blocked, Reason)
    assert blocked.code is ReasonCode.DEFINITION_BREAK

    bridge = opened(dialog)
    assert not bridge.ui.reason.isEnabled()
    choose(bridge, BridgeKind.FACTOR)
    bridge.accept()
    assert "still needs a reason and its source" in bridge.ui.message.text()
    bridge.ui.reason.setText("a month was recorded both ways")
    bridge.ui.source.setText("dual recording, March 2016")
    bridge.ui.who.setText("Jo Analyst")
    bridge.ui.entered.setText("3 April 2017")
    for wrong, said in (("", "needs its factor"), ("8%", "1.08, not 8%"), ("-1", "above nought")):
        bridge.ui.factor.setText(wrong)
        bridge.accept()
        assert said in bridge.ui.message.text()
    bridge.ui.factor.setText("1.5")
    bridge.accept()

    figure = bench.figure(VEHICLE, COUNTY)
    assert isinstance(figure.change, Change)
    assert isinstance(figure.previous, Quantity)
    assert figure.previous.value == pytest.approx(1.5 * before.previous.value)
    assert "dual recording, March 2016; Jo Analyst, 3 April 2017" in ledger.index(0, 3).data()
    words = "a factor of 1.5 (a month was recorded both ways; source: dual recording, March 2016)"
    indicator = bench.catalogue.indicator(VEHICLE)
    told = [row.how for row in details(figure, indicator, bench.catalogue)]
    assert any(words in how for how in told)
    steps = bench.chain(FigureOf(VEHICLE, COUNTY)).root.walk()
    assert any(words in " ".join((step.formula, *step.notes)) for step in steps)
    notes = [note for note in figure.notes if words in note]
    assert notes
    assert "as entered by Jo Analyst on 3 April 2017" in notes[0]

    window.actions_by_name[Act.UNDO].trigger()
    assert isinstance(bench.figure(VEHICLE, COUNTY).change, Reason)
    window.actions_by_name[Act.REDO].trigger()
    assert isinstance(bench.figure(VEHICLE, COUNTY).change, Change)
    row = bench.audit(RecordRef(RecordKind.INDICATOR, VEHICLE))[0]
    assert row.field == "breaks"


def test_a_parallel_series_is_another_indicator_in_the_same_unit(
    dialog: CatalogueDialog, bench: Workbench
) -> None:
    break_in_april(dialog)
    bridge = opened(dialog)
    codes = [bridge.ui.series.itemData(n) for n in range(bridge.ui.series.count())]
    unit = bench.catalogue.indicator(VEHICLE).unit
    assert VEHICLE not in codes
    assert {bench.catalogue.indicator(code).unit for code in codes} == {unit}
    choose(bridge, BridgeKind.PARALLEL)
    assert not bridge.ui.factor.isEnabled()
    bridge.ui.series.setCurrentIndex(bridge.ui.series.findData("all-crime"))
    bridge.ui.reason.setText("recounted")
    bridge.ui.source.setText("the force")
    bridge.accept()
    (at,) = bench.catalogue.indicator(VEHICLE).breaks
    assert at.bridge is not None
    assert at.bridge.series == "all-crime"
    name = bench.catalogue.indicator("all-crime").name
    figure = bench.figure(VEHICLE, COUNTY)
    assert any(f"the parallel series '{name}'" in note for note in figure.notes)
    again = opened(dialog)
    assert again.ui.series.currentData() == "all-crime"
    again.ui.kind.setCurrentIndex(0)
    again.accept()
    (at,) = bench.catalogue.indicator(VEHICLE).breaks
    assert at.bridge is None
    assert at.source == "Home Office Counting Rules"


def test_whom_to_ask_is_named_with_the_partner(
    window: MainWindow, dialog: CatalogueDialog, bench: Workbench
) -> None:
    partner = bench.catalogue.indicator(VEHICLE).partner
    model = dialog.partners.contacts
    dialog.ui.pages.setCurrentWidget(dialog.ui.partners_page)
    dialog.ui.add_contact.click()
    assert model.setData(model.index(0, 0), partner)
    assert model.setData(model.index(0, 1), "Jo Analyst")
    assert not model.setData(model.index(0, 2), "jo at force")
    assert "is no e-mail address" in dialog.ui.message.text()
    assert model.setData(model.index(0, 2), "jo@force.example")
    found = bench.catalogue
    assert found.whom_to_ask(found.indicator(VEHICLE)) == "Jo Analyst (jo@force.example)"
    said = attention({}, (), bench.whom_to_ask(), found)
    assert any(
        partner in each.title and "Contact: Jo Analyst (jo@force.example)" in each.detail
        for each in said
    )
    mail = mail_text(bench.whom_to_ask(), found, bench.edition.label, "Alex")
    assert "To: Jo Analyst (jo@force.example)\nSubject: Figures for the board report" in mail
    assert "days after the end of each period" in mail
    assert mail.endswith("With thanks\nAlex")
    own = replace(found.indicator(VEHICLE), contact="Sam of the data desk")
    assert found.whom_to_ask(own) == "Sam of the data desk"
    for _ in range(2):
        window.actions_by_name[Act.UNDO].trigger()
    assert bench.catalogue.whom_to_ask(bench.catalogue.indicator(VEHICLE)) == ""


def test_counts_behind_a_rate_and_the_contact_of_one_indicator_are_chosen_in_its_form(
    dialog: CatalogueDialog, bench: Workbench
) -> None:
    box = dialog.ui.counts
    place = box.findData("population")
    assert place > 0
    box.setCurrentIndex(place)
    box.activated.emit(place)
    assert bench.catalogue.indicator(VEHICLE).counts == "population"
    dialog.ui.contact.setText("Sam")
    dialog.ui.contact.editingFinished.emit()
    assert bench.catalogue.indicator(VEHICLE).contact == "Sam"


def test_areas_and_groups_are_moved_in_their_tables(
    window: MainWindow, dialog: CatalogueDialog, bench: Workbench
) -> None:
    first, second = (area.code for area in bench.catalogue.areas[:2])
    dialog.ui.areas.setCurrentIndex(dialog.areas.areas.index(0, 1))
    dialog.ui.area_down.click()
    assert [area.code for area in bench.catalogue.areas[:2]] == [second, first]
    assert dialog.areas.current == first
    window.actions_by_name[Act.UNDO].trigger()
    assert [area.code for area in bench.catalogue.areas[:2]] == [first, second]
    dialog.ui.pages.setCurrentWidget(dialog.ui.groups_page)
    dialog.ui.add_group.click()
    assert dialog.groups.groups.setData(dialog.groups.groups.index(1, 0), "Neighbours")
    old, new = (group.code for group in bench.catalogue.groups)
    dialog.ui.group_table.setCurrentIndex(dialog.groups.groups.index(1, 0))
    dialog.ui.group_row_up.click()
    assert [group.code for group in bench.catalogue.groups] == [new, old]


def test_a_bridge_needs_a_break_to_stand_across(dialog: CatalogueDialog, bench: Workbench) -> None:
    assert not dialog.ui.bridge_break.isEnabled()
    breaks: Json = [
        {"on": date(2016, 4, 1).isoformat(), "what": "Counted otherwise.", "bridge": None}
    ]
    ref = RecordRef(RecordKind.INDICATOR, VEHICLE)
    bench.apply(Edit("a break", (FieldChange(ref, "breaks", [], breaks),)))
    (at,) = bench.catalogue.indicator(VEHICLE).breaks
    assert at.source == ""
