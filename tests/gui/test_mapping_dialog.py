"""The mapping dialog: wrong proposals mended by pointing, doubtful periods asked about once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from safer_desktop.gui import pages
from safer_desktop.gui.dialogs.mapping import MappingDialog
from safer_desktop.gui.dialogs.mapping_pointing import Pointed
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.models.labels_model import MEANING, SURE
from safer_desktop.gui.tabs.sources import SourcesTab
from safer_desktop.loading.axes import words
from safer_desktop.loading.cells import parse_a1
from safer_desktop.loading.layout import Layout
from safer_desktop.loading.mapping import region_text
from safer_desktop.loading.recipes import TableRecipe

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

MOST_ACTIONS = 4
Rows = list[list[str | float | None]]


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> Iterator[Callable[[Path], MappingDialog]]:
    """Opens the mapping dialog for a file in a new pack."""
    with qtbot.waitSignal(window.documents.opened):
        window.start_page.ui.start.click()
    page = window.pages.show(pages.SOURCES)
    assert isinstance(page, SourcesTab)
    dialogs: list[MappingDialog] = []

    def load(path: Path) -> MappingDialog:
        page.load([path])
        qtbot.waitUntil(lambda: isinstance(page.flow.dialog, MappingDialog), timeout=60_000)
        assert isinstance(page.flow.dialog, MappingDialog)
        dialogs.append(page.flow.dialog)
        settle(page.flow.dialog, qtbot)
        return page.flow.dialog

    yield load
    for dialog in dialogs:
        dialog.reject()
    qtbot.waitUntil(lambda: page.flow.dialog is None)


def settle(dialog: MappingDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.reading, timeout=60_000)


def written(path: Path, **sheets: Rows) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


class Hand:
    """A user's hand: each thing done in the dialog is one action."""

    def __init__(self, dialog: MappingDialog) -> None:
        self.dialog = dialog
        self.actions = 0

    def look_at(self, sheet: str) -> None:
        self.dialog.ui.sheet.setCurrentIndex(self.dialog.ui.sheet.findData(sheet))
        self.actions += 1

    def say(self, what: Pointed, *ranges: str) -> None:
        """Select these cells and say what they are."""
        model = self.dialog.sheet_model
        chosen = QItemSelection()
        for text in ranges:
            first, _, last = text.partition(":")
            top, bottom = model.index(*parse_a1(first)), model.index(*parse_a1(last or first))
            chosen.select(top, bottom)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.dialog.ui.grid.selectionModel().select(chosen, flag)
        menu = self.dialog.pointing.menu()
        next(action for action in menu.actions() if action.text() == str(what)).trigger()
        menu.deleteLater()
        self.actions += 1

    def add_found(self) -> None:
        self.dialog.ui.grid.clearSelection()
        self.dialog.ui.add_table.click()
        self.actions += 1


def label(dialog: MappingDialog, cell: str) -> str:
    """What a cell counts, as the recipe stands."""
    table = dialog.table
    assert table is not None
    assert dialog.sheet is not None
    layout = Layout(dialog.sheet, table)
    return " ".join(layout.label(table.indicator, parse_a1(cell)).text.split())


def where(table: TableRecipe | None) -> tuple[str, str, str]:
    assert table is not None
    return region_text(table), words(table.period), words(table.indicator)


def test_a_header_row_that_was_not_found_is_pointed_at(
    opened: Callable[[Path], MappingDialog], shared_data: Path, qtbot: QtBot
) -> None:
    """A real sheet of which the finder takes the longest heading for a title."""
    dialog = opened(shared_data / "messy" / "service-industry.xls")
    hand = Hand(dialog)
    hand.look_at("TOPSI10")
    hand.add_found()
    assert not label(dialog, "Q61").startswith("Waste")
    hand.say(Pointed.INDICATORS, "E4:E6")
    assert words(dialog.draft.tables[-1].indicator) == "rows 4 and 5 and 6"
    assert label(dialog, "Q61").startswith("Waste collection")
    assert label(dialog, "N61") == "Sewerage"
    assert hand.actions <= MOST_ACTIONS
    settle(dialog, qtbot)


def test_a_table_taken_for_three_is_made_one(
    opened: Callable[[Path], MappingDialog], shared_data: Path, qtbot: QtBot
) -> None:
    """Words among its numbers (``6.3% (1.5 million)``) break a real table apart."""
    dialog = opened(shared_data / "messy" / "coronavirusandlonelinessreferencetable.xlsx")
    hand = Hand(dialog)
    hand.look_at("1.1b Often always & 7 day")
    hand.say(Pointed.ADD, "B8:C16")
    assert where(dialog.table) == ("B8:C16", "cell A1", "row 7 and column A")
    assert label(dialog, "C14").startswith("Hasn't felt")
    assert hand.actions <= MOST_ACTIONS
    settle(dialog, qtbot)


def test_numbers_of_places_that_are_no_figures_are_left_out(
    opened: Callable[[Path], MappingDialog], shared_data: Path, qtbot: QtBot
) -> None:
    """A real look-up list whose running numbers the finder takes for figures."""
    dialog = opened(shared_data / "population" / "LAD17_to_CSP17_to_PFA17_lookup.csv")
    assert region_text(dialog.draft.tables[0]) == "G2:G349"
    dialog.ui.remove_table.click()
    assert not dialog.recipe.tables
    settle(dialog, qtbot)
    assert not dialog.ui.take_in.isEnabled()


MONTHS: Rows = [
    ["Robbery by district"],
    ["District", "2015", "2016"],
    ["Blaby", 5.0, 6.0],
    ["Melton", 1.0, 2.0],
]


def test_doubtful_periods_are_asked_about_once_for_all_tables(
    opened: Callable[[Path], MappingDialog], tmp_path: Path, qtbot: QtBot
) -> None:
    shoplifting: Rows = [["Shoplifting by district"], *MONTHS[1:]]
    dialog = opened(written(tmp_path / "Years.xlsx", Robbery=MONTHS, Shoplifting=shoplifting))
    assert len(dialog.recipe.tables) == 2
    ui = dialog.ui
    assert ui.hint_question.text() == (
        "'2015' can mean 2015 or 2015/16 or 2014/15: say which is meant."
    )
    assert ui.hint.currentText() == "? choose"
    assert ui.take_in.text() == "Loo&k at the next table"
    place = next(n for n in range(ui.hint.count()) if ui.hint.itemData(n) == "financial")
    assert "2015/16" in ui.hint.itemText(place)
    ui.hint.setCurrentIndex(place)
    ui.hint.activated.emit(place)
    settle(dialog, qtbot)
    assert [table.period_hint for table in dialog.recipe.tables] == ["financial", "financial"]
    assert not ui.hint_question.isVisibleTo(dialog)
    assert dialog.load is not None
    assert {o.period.label for o in dialog.load.observations} == {"2015/16", "2016/17"}

    # nothing is taken in unseen: the other table is shown first
    assert ui.take_in.isEnabled()
    ui.take_in.click()
    assert dialog.isVisible()
    assert ui.table.currentIndex() == 1
    settle(dialog, qtbot)
    assert ui.take_in.text() == "Ta&ke in 8 figures"
    assert not ui.hint_question.isVisibleTo(dialog)


def test_confidence_stands_in_words_beside_every_decision(
    opened: Callable[[Path], MappingDialog], tmp_path: Path, qtbot: QtBot
) -> None:
    rows: Rows = [
        ["Vehicle crime by district"],
        ["District", "Apr 16", "May 16"],
        ["Blaby", 5.0, 6.0],
        ["Hinkley and Bosworth", 1.0, 2.0],
    ]
    dialog = opened(written(tmp_path / "Months.xlsx", Sheet=rows))
    ui = dialog.ui
    assert (ui.values_sure.text(), ui.period_sure.text(), ui.area_sure.text()) == (
        "sure",
        "sure",
        "a guess",
    )
    assert ui.values_sure.toolTip() == "On sheet 'Sheet' the figures lie in B3 to C4."
    assert ui.period_sure.toolTip() == "Periods are named in row 2."
    assert ui.indicator_sure.toolTip().endswith("going by the titles.")
    labels = dialog.labels_model
    QAbstractItemModelTester(labels)
    row = next(r for r in range(labels.rowCount()) if "Hinkley" in labels.index(r, 0).data())
    assert labels.index(row, SURE).data() == "not known"
    assert labels.setData(labels.index(row, MEANING), "E07000132", Qt.ItemDataRole.EditRole)
    assert labels.index(row, SURE).data() == "chosen by you"
    settle(dialog, qtbot)
    hand = Hand(dialog)
    hand.say(Pointed.AREAS, "A3")
    assert ui.area_sure.text() == "chosen by you"
    settle(dialog, qtbot)


def test_corners_rows_and_columns_are_pointed_at(
    opened: Callable[[Path], MappingDialog], tmp_path: Path, qtbot: QtBot
) -> None:
    rows: Rows = [
        ["Robbery by district"],
        ["District", "Apr 16", "May 16", "Jun 16"],
        ["Blaby", 5.0, 6.0, 7.0],
        ["Melton", 1.0, 2.0, 3.0],
        ["Rutland", 4.0, 5.0, 6.0],
    ]
    dialog = opened(written(tmp_path / "Months.xlsx", Sheet=rows))
    hand = Hand(dialog)
    hand.say(Pointed.LAST, "C4")
    assert region_text(dialog.draft.tables[0]) == "B3:C4"
    hand.say(Pointed.LAST, "D5")
    hand.say(Pointed.FIRST, "B4")
    assert where(dialog.table)[:2] == ("B4:D5", "row 2")
    hand.say(Pointed.VALUES, "B3:D5")
    hand.say(Pointed.ROWS, "A4")
    hand.say(Pointed.COLUMNS, "C3")
    settle(dialog, qtbot)
    assert dialog.load is not None
    assert [o.source.cell for o in dialog.load.observations] == ["B3", "D3", "B5", "D5"]
    hand.say(Pointed.COLUMNS, "C3")
    assert dialog.draft.tables[0].ignored_columns == ()
    line = dialog.ui.period_lines
    line.setText("2, B4")
    line.editingFinished.emit()
    assert words(dialog.draft.tables[0].period) == "row 2 and cell B4"
    line.setText("somewhere")
    line.editingFinished.emit()
    assert "by letter" in dialog.ui.result.text()
    settle(dialog, qtbot)
