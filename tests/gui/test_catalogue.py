"""The catalogue dialog over a real pack, beside the real window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from safer_desktop.domain.areas import Membership
from safer_desktop.domain.evidence import Change, RatingState, Reason
from safer_desktop.domain.indicators import DefinitionBreak, Polarity, Target, TargetKind, Unit
from safer_desktop.domain.records import RecordKind, RecordRef
from safer_desktop.gui.actions import Act
from safer_desktop.gui.dialogs.catalogue import CatalogueDialog
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.models.records_model import CHOICES_ROLE
from safer_desktop.workbench.bench import Workbench
from tests.gui.conftest import boxes, open_pack, the_box
from tests.gui.made import BLABY, COUNTY

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"support (raise\(\)|grabbing)")

VEHICLE = "vehicle-crime"


@pytest.fixture
def dialog(window: MainWindow, pack_file: Path, qtbot: QtBot) -> CatalogueDialog:
    """The dialog as the Data menu opens it, on vehicle crime."""
    open_pack(window, pack_file, qtbot)
    window.actions_by_name[Act.CATALOGUE].trigger()
    (found,) = window.findChildren(CatalogueDialog)
    qtbot.waitExposed(found)
    for model in (
        found.indicators.breaks,
        found.areas.areas,
        found.groups.groups,
        found.groups.members,
        found.partners.contacts,
        found.council.priorities,
    ):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    found.show_indicator(VEHICLE)
    return found


@pytest.fixture
def bench(window: MainWindow, dialog: CatalogueDialog) -> Workbench:
    assert window.context is not None
    return window.context.workbench


def undo(window: MainWindow) -> None:
    window.actions_by_name[Act.UNDO].trigger()


def redo(window: MainWindow) -> None:
    window.actions_by_name[Act.REDO].trigger()


def fill(widget: QWidget, text: str) -> None:
    """Type over what a field holds, and leave it by Enter."""
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(widget, Qt.Key.Key_Delete)
    QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Return)


def pick(box: QComboBox, value: object) -> None:
    """As a user who picks from a drop-down."""
    place = box.findData(value)
    assert place >= 0
    box.setCurrentIndex(place)
    box.activated.emit(place)


def tick(items: QListWidget, name: str, ticked: bool = True) -> None:
    (item,) = items.findItems(name, Qt.MatchFlag.MatchExactly)
    items.setCurrentItem(item)
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)


def shown(dialog: CatalogueDialog) -> list[str]:
    """The names and headings in the list of indicators, as far as they are not filtered away."""
    box = dialog.ui.indicators
    items = [box.item(row) for row in range(box.count())]
    return [item.text() for item in items if not item.isHidden()]


# Indicators


def test_the_list_stands_under_its_priorities_with_the_rest_as_supporting(
    dialog: CatalogueDialog, bench: Workbench
) -> None:
    names = shown(dialog)
    assert names[:2] == ["Ongoing Reductions in Crime", "Domestic burglary"]
    supporting = names.index("Supporting, not shown")
    assert names.index("Population, mid-year estimate") > supporting
    assert len(names) == len(bench.catalogue.indicators) + len(bench.catalogue.priorities) + 1
    heading = dialog.ui.indicators.item(0)
    assert heading.flags() == Qt.ItemFlag.NoItemFlags
    dialog.ui.find.setText("MARAC")
    assert shown(dialog) == ["Repeat referrals to MARAC"]
    dialog.ui.find.clear()
    assert shown(dialog) == names


def test_a_name_is_typed_undone_and_redone_and_window_and_dialog_follow(
    window: MainWindow, dialog: CatalogueDialog, bench: Workbench
) -> None:
    dialog.ui.why.setText("the board's wish")
    fill(dialog.ui.name, "Theft of  and from vehicles ")
    assert bench.catalogue.indicator(VEHICLE).name == "Theft of and from vehicles"
    assert "Theft of and from vehicles" in shown(dialog)
    row = bench.audit(RecordRef(RecordKind.INDICATOR, VEHICLE))[0]
    assert (row.title, row.why) == ("name of Vehicle crime", "the board's wish")
    assert dialog.ui.why.text() == ""
    assert "name of Vehicle crime" in window.actions_by_name[Act.UNDO].text()
    undo(window)
    assert dialog.ui.name.text() == "Vehicle crime"
    assert dialog.indicators.current == VEHICLE
    dialog.ui.redo.click()
    assert dialog.ui.name.text() == "Theft of and from vehicles"
    dialog.ui.undo.click()
    assert bench.catalogue.indicator(VEHICLE).name == "Vehicle crime"


def test_every_field_of_the_form_is_kept_as_one_edit(
    window: MainWindow, dialog: CatalogueDialog, bench: Workbench
) -> None:
    ui = dialog.ui
    assert window.context is not None
    stack = window.context.undo_stack
    fill(ui.short_name, "Vehicles")
    fill(ui.noun, "thefts")
    fill(ui.partner, "The police")
    for box, words in ((ui.definition, "What is taken."), (ui.caveat, "Not all is reported.")):
        box.setFocus()
        box.setPlainText(words)
        ui.find.setFocus()
    ui.polarity_reason.setFocus()
    ui.polarity_reason.setPlainText("Agreed in 2015.")
    ui.find.setFocus()
    pick(ui.polarity, "shown, never judged")
    pick(ui.frequency, "yearly")
    pick(ui.footprint, "LLR")
    pick(ui.denominator, "households")
    pick(ui.unit, "rate per 1,000 households")
    for number, value in ((ui.decimals, 1), (ui.delivery_days, 60)):
        number.setFocus()
        number.setValue(value)
        ui.find.setFocus()
    kept = bench.catalogue.indicator(VEHICLE)
    assert (kept.short_name, kept.noun, kept.partner) == ("Vehicles", "thefts", "The police")
    assert (kept.definition, kept.caveat) == ("What is taken.", "Not all is reported.")
    assert (kept.polarity, kept.polarity_reason) == (Polarity.NEUTRAL, "Agreed in 2015.")
    assert (kept.footprint, kept.denominator) == ("LLR", "households")
    assert (kept.unit, kept.decimals, kept.delivery_days) == (Unit.RATE_HOUSEHOLDS, 1, 60)
    assert stack.count() == 13
    titles = {stack.text(number) for number in range(stack.count())}
    assert "reason for the polarity of Vehicle crime" in titles


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("name", " ", "cannot be without name"),
        ("name", "DOMESTIC burglary", "already an indicator named 'DOMESTIC burglary'"),
        ("noun", "", "cannot be without what is counted"),
    ],
)
def test_what_cannot_stand_is_said_as_it_is_typed_and_never_kept(
    dialog: CatalogueDialog, bench: Workbench, field: str, text: str, words: str
) -> None:
    box = getattr(dialog.ui, field)
    before = box.text()
    box.setFocus()
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    QTest.keyClicks(box, text)
    assert words in dialog.ui.message.text()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert dialog.ui.message.text().startswith("Not changed")
    assert words in dialog.ui.message.text()
    assert box.text() == before
    assert bench.record(RecordKind.INDICATOR, VEHICLE)[field] == before


def test_a_target_is_kept_when_it_is_whole_and_judged_by_at_once(
    window: MainWindow, dialog: CatalogueDialog, bench: Workbench
) -> None:
    ui = dialog.ui
    before = bench.catalogue.indicator(VEHICLE).target
    pick(ui.target_kind, str(TargetKind.AT_MOST))
    assert (ui.target_low.isEnabled(), ui.target_high.isEnabled()) == (False, True)
    assert bench.catalogue.indicator(VEHICLE).target == before
    assert "not kept yet" in ui.message.text()
    fill(ui.target_high, "1")
    target = bench.catalogue.indicator(VEHICLE).target
    assert (target.kind, target.low, target.high) == (TargetKind.AT_MOST, None, 1)
    assert bench.figure(VEHICLE, COUNTY).rating.state is RatingState.MISSED
    fill(ui.target_high, "1,000")
    assert bench.figure(VEHICLE, COUNTY).rating.state is RatingState.MET
    undo(window)
    undo(window)
    assert bench.catalogue.indicator(VEHICLE).target == before
    assert ui.target_kind.currentData() == str(before.kind)
    redo(window)
    assert ui.target_high.text() == "1"


def test_a_range_needs_both_ends_in_their_order(dialog: CatalogueDialog, bench: Workbench) -> None:
    ui = dialog.ui
    dialog.show_indicator("marac-repeats")
    assert [ui.target_low.text(), ui.target_high.text(), ui.target_unit.text()] == ["28", "40", "%"]
    fill(ui.target_low, "30%")
    assert bench.catalogue.indicator("marac-repeats").target.low == 30
    fill(ui.target_low, "50")
    assert "50 is not below 40" in ui.message.text()
    assert ui.target_low.text() == "30"
    fill(ui.target_high, "plenty")
    assert "'plenty' is no number" in ui.message.text()
    assert ui.target_high.text() == "40"
    ui.target_source.setFocus()
    ui.target_source.setPlainText("The board, June 2017")
    ui.find.setFocus()
    assert bench.catalogue.indicator("marac-repeats").target.source == "The board, June 2017"
    pick(ui.target_kind, str(TargetKind.NONE))
    assert bench.catalogue.indicator("marac-repeats").target == Target()
    assert not ui.target_amber.isEnabled()


def test_a_definition_break_turns_the_change_into_a_reason(
    window: MainWindow, dialog: CatalogueDialog, bench: Workbench
) -> None:
    model = dialog.indicators.breaks
    dialog.ui.add_break.click()
    assert model.index(0, 0).data() == "(from?)"
    assert model.setData(model.index(0, 0), "1/4/2016")
    assert bench.catalogue.indicator(VEHICLE).breaks == ()
    assert "Still to be typed: what changed" in dialog.ui.message.text()
    assert isinstance(bench.figure(VEHICLE, COUNTY).change, Change)
    assert model.setData(model.index(0, 1), "Counted otherwise.")
    kept = DefinitionBreak(date(2016, 4, 1), "Counted otherwise.")
    assert bench.catalogue.indicator(VEHICLE).breaks == (kept,)
    assert isinstance(bench.figure(VEHICLE, COUNTY).change, Reason)
    assert model.index(0, 0).data() == "1 April 2016"
    assert not model.setData(model.index(0, 0), "next spring")
    assert "'next spring' is no date" in dialog.ui.message.text()
    undo(window)
    assert model.rowCount() == 0
    assert isinstance(bench.figure(VEHICLE, COUNTY).change, Change)
    redo(window)
    dialog.ui.breaks.setCurrentIndex(model.index(0, 0))
    dialog.ui.remove_break.click()
    assert bench.catalogue.indicator(VEHICLE).breaks == ()


def test_breaks_stand_in_the_order_of_time(dialog: CatalogueDialog, bench: Workbench) -> None:
    dialog.show_indicator("burglary-dwelling")
    model = dialog.indicators.breaks
    dialog.ui.add_break.click()
    model.setData(model.index(2, 0), "1 April 2010")
    model.setData(model.index(2, 1), "Another rule.")
    assert [b.on.year for b in bench.catalogue.indicator("burglary-dwelling").breaks] == [
        2010,
        2017,
        2023,
    ]


def test_a_row_begun_and_not_finished_goes_without_a_trace(
    window: MainWindow, dialog: CatalogueDialog, bench: Workbench
) -> None:
    dialog.ui.add_break.click()
    assert dialog.indicators.breaks.rowCount() == 1
    dialog.ui.remove_break.click()
    assert dialog.indicators.breaks.rowCount() == 0
    dialog.ui.add_break.click()
    dialog.show_indicator("all-crime")
    dialog.show_indicator(VEHICLE)
    assert dialog.indicators.breaks.rowCount() == 0
    assert window.context is not None
    assert window.context.undo_stack.count() == 0


def test_an_indicator_is_made_when_it_has_a_name_and_its_code_comes_from_it(
    window: MainWindow, dialog: CatalogueDialog, bench: Workbench, qtbot: QtBot
) -> None:
    count = len(bench.catalogue.indicators)
    dialog.ui.add_indicator.click()
    assert not dialog.ui.unit.isEnabled()
    assert len(bench.catalogue.indicators) == count
    fill(dialog.ui.name, "Bicycle theft")
    assert bench.catalogue.indicator("bicycle-theft").is_supporting
    assert dialog.indicators.current == "bicycle-theft"
    assert dialog.ui.unit.isEnabled()
    pick(dialog.ui.priority, "crime")
    assert bench.catalogue.of_priority("crime")[-1].name == "Bicycle theft"
    dialog.ui.remove_indicator.click()
    box = the_box(qtbot)
    assert "Bicycle theft" in box.text()
    next(b for b in box.buttons() if "Remove" in b.text()).click()
    assert not bench.catalogue.has_indicator("bicycle-theft")
    undo(window)
    assert bench.catalogue.of_priority("crime")[-1].name == "Bicycle theft"


def test_escape_drops_a_new_indicator_that_has_no_name(
    dialog: CatalogueDialog, bench: Workbench
) -> None:
    count = len(bench.catalogue.indicators)
    dialog.ui.add_indicator.click()
    QTest.keyClick(dialog.ui.name, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.indicators.current
    assert dialog.ui.unit.isEnabled()
    assert len(bench.catalogue.indicators) == count


def test_a_duplicate_has_everything_but_name_and_code(
    dialog: CatalogueDialog, bench: Workbench
) -> None:
    dialog.ui.duplicate_indicator.click()
    copy = bench.catalogue.indicator("vehicle-crime-copy")
    original = bench.catalogue.indicator(VEHICLE)
    assert copy.name == "Vehicle crime (copy)"
    assert (copy.target, copy.groups, copy.unit) == (
        original.target,
        original.groups,
        original.unit,
    )
    dialog.show_indicator(VEHICLE)
    dialog.ui.duplicate_indicator.click()
    assert bench.catalogue.indicator("vehicle-crime-copy-2").name == "Vehicle crime (copy 2)"


def test_an_indicator_moves_among_those_of_its_priority(
    window: MainWindow, dialog: CatalogueDialog, bench: Workbench
) -> None:
    before = [i.code for i in bench.catalogue.of_priority("crime")]
    assert before[:2] == ["burglary-dwelling", VEHICLE]
    dialog.ui.indicator_up.click()
    assert [i.code for i in bench.catalogue.of_priority("crime")][:2] == before[1::-1]
    assert shown(dialog)[1] == "Vehicle crime"
    assert dialog.indicators.current == VEHICLE
    assert not dialog.ui.indicator_up.isEnabled()
    undo(window)
    assert [i.code for i in bench.catalogue.of_priority("crime")] == before
    dialog.ui.indicator_down.click()
    assert [i.code for i in bench.catalogue.of_priority("crime")].index(VEHICLE) == 2


def test_what_others_need_stays_and_is_told(dialog: CatalogueDialog, bench: Workbench) -> None:
    dialog.ui.remove_indicator.click()
    assert "cannot be removed" in dialog.ui.message.text()
    assert "in the risk/harm matrix is counted by it" in dialog.ui.message.text()
    dialog.show_indicator("population")
    dialog.ui.remove_indicator.click()
    assert "is divided by it" in dialog.ui.message.text()
    assert not boxes()
    assert bench.catalogue.has_indicator(VEHICLE)
    assert bench.catalogue.has_indicator("population")


def test_removal_names_the_figures_that_go_out_of_sight(
    dialog: CatalogueDialog, bench: Workbench, qtbot: QtBot
) -> None:
    dialog.show_indicator("marac-repeats")
    dialog.ui.remove_indicator.click()
    box = the_box(qtbot)
    assert "2 of its figures" in box.informativeText()
    box.reject()
    assert bench.catalogue.has_indicator("marac-repeats")


def test_comparator_groups_are_ticked_and_stand_in_the_order_chosen(
    window: MainWindow, dialog: CatalogueDialog, bench: Workbench
) -> None:
    groups = dialog.groups.groups
    dialog.ui.add_group.click()
    assert groups.setData(groups.index(1, 0), "Neighbours")
    assert bench.catalogue.group("neighbours").members == ()
    tick(dialog.ui.groups, "Neighbours")
    assert bench.catalogue.indicator(VEHICLE).groups == ("east-midlands", "neighbours")
    dialog.ui.group_up.click()
    assert bench.catalogue.indicator(VEHICLE).groups == ("neighbours", "east-midlands")
    undo(window)
    tick(dialog.ui.groups, "East Midlands counties and unitary areas", False)
    assert bench.catalogue.indicator(VEHICLE).groups == ("neighbours",)


# Areas and groups


def test_an_area_is_added_under_its_code_named_and_removed(
    window: MainWindow, dialog: CatalogueDialog, bench: Workbench, qtbot: QtBot
) -> None:
    dialog.ui.pages.setCurrentIndex(1)
    areas = dialog.areas.areas
    dialog.ui.add_area.click()
    place = areas.rowCount() - 1
    assert not areas.setData(areas.index(place, 0), COUNTY)
    assert "is taken by another row" in dialog.ui.message.text()
    assert not areas.setData(areas.index(place, 0), "two words")
    assert areas.setData(areas.index(place, 0), "E07000999")
    assert not bench.catalogue.has_area("E07000999")
    assert areas.setData(areas.index(place, 1), "Newtown")
    assert bench.catalogue.area("E07000999").name == "Newtown"
    assert areas.setData(areas.index(place, 5), "Newtown, Borough of; NT ;NT")
    assert bench.catalogue.area("E07000999").other_names == ("Newtown, Borough of", "NT")
    assert areas.setData(areas.index(place, 3), "region")
    assert not areas.flags(areas.index(place, 0)) & Qt.ItemFlag.ItemIsEditable
    assert not areas.flags(areas.index(place, 4)) & Qt.ItemFlag.ItemIsEditable
    dialog.ui.areas.setCurrentIndex(areas.index(place, 1))
    dialog.ui.remove_area.click()
    next(b for b in the_box(qtbot).buttons() if "Remove" in b.text()).click()
    assert not bench.catalogue.has_area("E07000999")
    undo(window)
    assert bench.catalogue.area("E07000999").name == "Newtown"


def test_names_that_hold_commas_survive_an_edit(dialog: CatalogueDialog, bench: Workbench) -> None:
    areas = dialog.areas.areas
    before = bench.catalogue.area("LLR").other_names
    assert any("," in name for name in before)
    index = areas.index(areas.row_of("LLR"), 5)
    assert areas.setData(index, f"{index.data(Qt.ItemDataRole.EditRole)}; LL&R")
    assert bench.catalogue.area("LLR").other_names == (*before, "LL&R")


def test_parts_are_ticked_and_no_area_becomes_a_part_of_itself(
    dialog: CatalogueDialog, bench: Workbench
) -> None:
    areas = dialog.areas.areas
    dialog.ui.areas.setCurrentIndex(areas.index(areas.row_of("LLR"), 1))
    assert dialog.ui.parts_label.text() == "LLR is made &up of"
    tick(dialog.ui.parts, "Rutland", False)
    assert bench.catalogue.area("LLR").parts == (COUNTY, "E06000016")
    assert areas.index(areas.row_of("LLR"), 4).data() == "Leicestershire; Leicester"
    dialog.ui.areas.setCurrentIndex(areas.index(areas.row_of(BLABY), 1))
    tick(dialog.ui.parts, "Leicestershire")
    assert "would be a part of itself" in dialog.ui.message.text()
    assert bench.catalogue.area(BLABY).parts == ()
    assert dialog.ui.parts.codes() == []


def test_an_area_in_use_cannot_be_removed(dialog: CatalogueDialog, bench: Workbench) -> None:
    dialog.ui.areas.setCurrentIndex(dialog.areas.areas.index(dialog.areas.areas.row_of(COUNTY), 0))
    dialog.ui.remove_area.click()
    assert "It is the council's own area." in dialog.ui.message.text()
    assert bench.has_record(RecordKind.AREA, COUNTY)


def test_a_member_leaves_its_group_from_a_day_on(
    window: MainWindow, dialog: CatalogueDialog, bench: Workbench
) -> None:
    members = dialog.groups.members
    group = bench.catalogue.group("east-midlands")
    day = bench.edition.end
    before = group.members_on(day)
    assert not members.setData(members.index(0, 2), "31 June 2016")
    assert members.setData(members.index(0, 2), "31 December 2016")
    assert bench.catalogue.group("east-midlands").members_on(day) == before[1:]
    assert members.index(0, 2).data() == "31 December 2016"
    assert not members.setData(members.index(0, 1), "1 January 2017")
    assert "ends before it begins" in dialog.ui.message.text()
    assert members.setData(members.index(0, 2), "")
    assert bench.catalogue.group("east-midlands").members == group.members


def test_a_member_is_chosen_into_a_group_and_taken_out(
    window: MainWindow, dialog: CatalogueDialog, bench: Workbench
) -> None:
    members = dialog.groups.members
    count = members.rowCount()
    dialog.ui.add_member.click()
    index = members.index(count, 0)
    assert ("Leicester", "E06000016") in index.data(CHOICES_ROLE)
    assert members.setData(index, "E23000021")
    group = bench.catalogue.group("east-midlands")
    assert group.members[-1] == Membership("E23000021")
    dialog.ui.members.setCurrentIndex(members.index(count, 0))
    dialog.ui.remove_member.click()
    assert len(bench.catalogue.group("east-midlands").members) == count
    dialog.ui.add_member.click()
    assert not members.setData(members.index(count, 0), COUNTY)
    assert "twice at the same time" in dialog.ui.message.text()


def test_a_group_says_how_it_averages_and_ranks(dialog: CatalogueDialog, bench: Workbench) -> None:
    groups = dialog.groups.groups
    assert groups.setData(groups.index(0, 2), False)
    assert bench.catalogue.group("east-midlands").rank_direction == "1 = highest"
    assert groups.setData(groups.index(0, 3), COUNTY)
    assert bench.catalogue.group("east-midlands").of == COUNTY
    assert groups.index(0, 3).data() == "Leicestershire"
    dialog.ui.remove_group.click()
    assert "is compared with it" in dialog.ui.message.text()


# Priorities and council


def test_tabs_and_paper_follow_the_priorities(
    window: MainWindow, dialog: CatalogueDialog, bench: Workbench, qtbot: QtBot
) -> None:
    def tabs() -> list[str]:
        return [window.ui.tabs.tabText(n) for n in range(window.ui.tabs.count())]

    window.pages.show("priority:victims")
    priorities = dialog.council.priorities
    assert priorities.setData(priorities.index(2, 1), "Victims first")
    assert tabs()[3] == "Victims first"
    dialog.ui.priorities.setCurrentIndex(priorities.index(2, 0))
    dialog.ui.priority_up.click()
    assert tabs()[1:4] == ["Crime", "Victims first", "Re-offending"]
    assert window.ui.tabs.tabText(window.ui.tabs.currentIndex()) == "Victims first"
    assert [p.code for p in bench.catalogue.priorities][:2] == ["crime", "victims"]
    assert dialog.council.current == "victims"
    dialog.ui.add_priority.click()
    place = priorities.rowCount() - 1
    assert priorities.setData(priorities.index(place, 0), "Rural crime")
    assert "Rural" not in "".join(tabs())
    assert priorities.setData(priorities.index(place, 1), "Rural")
    assert tabs()[6] == "Rural"
    window.pages.show("priority:rural-crime")
    dialog.ui.priorities.setCurrentIndex(priorities.index(place, 0))
    dialog.ui.remove_priority.click()
    next(b for b in the_box(qtbot).buttons() if "Remove" in b.text()).click()
    assert "Rural" not in tabs()
    assert window.ui.tabs.currentIndex() == 0
    assert [a.text() for a in window.ui.menu_view.actions()][:2] == ["Overview", "Crime"]
    undo(window)
    assert tabs()[6] == "Rural"


def test_a_priority_with_indicators_stays(dialog: CatalogueDialog, bench: Workbench) -> None:
    dialog.ui.remove_priority.click()
    assert "'Domestic burglary' stands under it." in dialog.ui.message.text()
    assert "And 1 more." in dialog.ui.message.text()
    assert bench.catalogue.priorities[0].code == "crime"


def test_council_title_and_districts(
    window: MainWindow, dialog: CatalogueDialog, bench: Workbench
) -> None:
    dialog.ui.pages.setCurrentIndex(3)
    fill(dialog.ui.council, "Midshire County Council")
    assert bench.catalogue.council == "Midshire County Council"
    fill(dialog.ui.title, "How we do")
    assert bench.record(RecordKind.COUNCIL, "council")["title"] == "How we do"
    fill(dialog.ui.title, "")
    assert "cannot be empty" in dialog.ui.message.text()
    before = bench.catalogue.districts
    (second,) = dialog.ui.districts.findItems("Charnwood", Qt.MatchFlag.MatchExactly)
    dialog.ui.districts.setCurrentItem(second)
    dialog.ui.district_up.click()
    assert bench.catalogue.districts == (before[1], before[0], *before[2:])
    assert window.context is not None
    window.context.set_area(BLABY)
    tick(dialog.ui.districts, "Blaby", False)
    assert BLABY not in bench.catalogue.districts
    assert window.context.area == COUNTY
    pick(dialog.ui.home, "E06000017")
    assert bench.catalogue.home == "E06000017"
    assert window.context.area == "E06000017"


# The dialog itself


def test_there_is_one_dialog_beside_the_window_and_it_goes_with_its_pack(
    window: MainWindow, dialog: CatalogueDialog, qtbot: QtBot
) -> None:
    assert not dialog.isModal()
    window.actions_by_name[Act.CATALOGUE].trigger()
    assert window.findChildren(CatalogueDialog) == [dialog]
    with qtbot.waitSignal(dialog.finished):
        window.actions_by_name[Act.CLOSE].trigger()


def test_what_was_typed_and_not_left_is_kept_on_closing(
    dialog: CatalogueDialog, bench: Workbench, qtbot: QtBot
) -> None:
    dialog.ui.short_name.setFocus()
    dialog.ui.short_name.selectAll()
    QTest.keyClicks(dialog.ui.short_name, "Vehicles")
    with qtbot.waitSignal(dialog.finished):
        dialog.ui.close_button.click()
    assert bench.catalogue.indicator(VEHICLE).short_name == "Vehicles"


def test_escape_first_drops_what_is_typed_then_closes(
    dialog: CatalogueDialog, bench: Workbench, qtbot: QtBot
) -> None:
    name = dialog.ui.name
    name.setFocus()
    QTest.keyClicks(name, " and more")
    QTest.keyClick(name, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert name.text() == "Vehicle crime"
    dialog.ui.find.setFocus()
    QTest.keyClicks(dialog.ui.find, "x")
    QTest.keyClick(dialog.ui.find, Qt.Key.Key_Escape)
    assert dialog.ui.find.text() == ""
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog.ui.find, Qt.Key.Key_Escape)
    assert bench.catalogue.indicator(VEHICLE).name == "Vehicle crime"


def test_the_wheel_never_changes_what_it_passes_over(
    dialog: CatalogueDialog, bench: Workbench
) -> None:
    box = dialog.ui.unit
    before = box.currentIndex()
    at = QPointF(5, 5)
    turn = QWheelEvent(
        at,
        QPointF(box.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turn)
    assert box.currentIndex() == before
    assert bench.catalogue.indicator(VEHICLE).unit is Unit.RATE_POPULATION


def test_everything_has_a_name_for_a_screen_reader_and_a_place_in_the_tab_order(
    dialog: CatalogueDialog,
) -> None:
    buddies = {label.buddy() for label in dialog.findChildren(QLabel)}
    for number in range(dialog.ui.pages.count()):
        dialog.ui.pages.setCurrentIndex(number)
        page = dialog.ui.pages.widget(number)
        fields = [
            w
            for w in page.findChildren(QWidget)
            if w.focusPolicy() & Qt.FocusPolicy.TabFocus
            and w.isVisible()
            and w.objectName()
            and not w.objectName().startswith("qt_")
            and w is not dialog.ui.form_scroll
        ]
        assert fields
        for widget in fields:
            named = isinstance(widget, QPushButton) or widget.accessibleName()
            assert named or widget in buddies, widget.objectName()


def test_it_fits_a_small_screen(dialog: CatalogueDialog) -> None:
    hint = dialog.minimumSizeHint()
    assert hint.width() <= 1240
    assert hint.height() <= 690


def test_models_keep_their_shape(dialog: CatalogueDialog) -> None:
    for model in (dialog.areas.areas, dialog.groups.members):
        top = model.index(0, 0)
        assert model.rowCount(top) == 0
        assert model.columnCount(top) == 0
        assert model.data(QModelIndex()) is None
        assert not model.setData(QModelIndex(), "x")


def test_ctrl_z_is_the_fields_own_while_something_is_typed_and_the_packs_after(
    dialog: CatalogueDialog, bench: Workbench, qtbot: QtBot
) -> None:
    name = dialog.ui.name
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    fill(name, "Vehicles")
    QTest.keyClicks(name, "s")
    QTest.keyClick(name, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert name.text() == "Vehicles"
    assert bench.catalogue.indicator(VEHICLE).name == "Vehicles"
    fill(name, "Vehicles")
    QTest.keyClick(name, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bench.catalogue.indicator(VEHICLE).name == "Vehicle crime"
    assert name.text() == "Vehicle crime"


def test_the_first_indicator_is_there_when_the_dialog_opens(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    window.actions_by_name[Act.CATALOGUE].trigger()
    (opened,) = window.findChildren(CatalogueDialog)
    assert opened.ui.indicators.currentItem().text() == opened.ui.name.text() == "Domestic burglary"
    assert opened.ui.definition.toPlainText()
