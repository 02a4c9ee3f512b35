"""The dialog for extracts of incidents, over counts made by hand."""

from __future__ import annotations

from array import array
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from safer_desktop.gui.dialogs.extract import ExtractDialog
from safer_desktop.loading.extract_road import Counted
from safer_desktop.loading.extracts import (
    Cells,
    ColumnProfile,
    ColumnRole,
    Counts,
    DayOrder,
    Extract,
    ExtractPart,
    IncidentColumns,
    RowList,
    Trouble,
)
from safer_desktop.workbench.defaults import default_catalogue

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

APRIL, MAY = 2016 * 12 + 3, 2016 * 12 + 4
PROFILES = (
    ColumnProfile("Crime no", ColumnRole.REFERENCE, "", "text of 11 letters"),
    ColumnProfile("Recorded", ColumnRole.DATE, "", "dates, April 2016 to May 2016", is_date=True),
    ColumnProfile("Reported", ColumnRole.NOT_KEPT, "", "dates", is_date=True),
    ColumnProfile("Victim name", ColumnRole.NOT_KEPT, "a name", "text of 5 to 20 letters"),
    ColumnProfile("District", ColumnRole.AREA, "", "Blaby, Charnwood"),
    ColumnProfile("Offence", ColumnRole.TYPE, "", "Burglary Residential, Robbery"),
)
EXTRACT = Extract("crimes.xlsx", "0" * 64, 1000, (ExtractPart("Sheet1", 60),), (), PROFILES)
COLUMNS = IncidentColumns(
    tuple(it.name for it in PROFILES),
    date="Recorded",
    area="District",
    type="Offence",
    reference="Crime no",
    areas={"Blaby": "E07000129", "Charnwood": "E07000130"},
    types={"Burglary Residential": ("burglary-dwelling",), "Robbery": ()},
)


def counts(*, open_days: int = 0, areas: tuple[str, ...] = ("Blaby", "Charnwood")) -> Counts:
    """10 burglaries in Blaby in April, 20 in the other area in May, and 5 robberies there."""
    kinds = ("Burglary Residential", "Robbery")
    return Counts(
        60,
        Cells(
            areas,
            kinds,
            array("q", [APRIL, MAY, MAY]),
            array("q", [0, 1, 1]),
            array("q", [0, 0, 1]),
            array("q", [10, 20, 5]),
        ),
        {Trouble.NO_DATE: RowList(3, ("row 7", "row 9", "row 11"))},
        dict.fromkeys(areas, ("row 2",)),
        dict.fromkeys(kinds, ("row 2",)),
        {APRIL: (date(2016, 4, 1), date(2016, 4, 30)), MAY: (date(2016, 5, 1), date(2016, 5, 31))},
        DayOrder(open=open_days),
        RowList(2, ("row 5", "row 6")),
        RowList(),
    )


def shown(
    qtbot: QtBot, columns: IncidentColumns = COLUMNS, found: Counts | None = None
) -> ExtractDialog:
    counted = Counted(EXTRACT, columns, (found or counts(),))
    dialog = ExtractDialog(counted, default_catalogue(), "Leicestershire Police")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    for model in (dialog.columns_model, dialog.types_model, dialog.areas_model):
        QAbstractItemModelTester(model, model)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def table(dialog: ExtractDialog, name: str) -> list[list[str]]:
    """The texts of one of the dialog's tables."""
    model = getattr(dialog, f"{name}_model")
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def choose(dialog: ExtractDialog, name: str, row: int, column: int, value: object) -> None:
    """Pick a value in a cell of one of the dialog's tables, as its drop-down does."""
    model = getattr(dialog, f"{name}_model")
    index = model.index(row, column)
    offered = [code for _, code in index.data(Qt.ItemDataRole.UserRole)]
    assert value in offered
    assert model.setData(index, value)


def test_what_is_counted_and_what_is_not_kept_is_shown(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    roles = {row[0]: row[1] for row in table(dialog, "columns")}
    assert roles["Recorded"] == "date that is counted by"
    assert roles["Victim name"] == "not kept"
    assert "personal: a name" in table(dialog, "columns")[3][2]
    assert table(dialog, "types") == [
        ["Burglary Residential", "30", "Domestic burglary"],
        ["Robbery", "5", "left out"],
    ]
    assert table(dialog, "preview") == [["April 2016", "10"], ["May 2016", "20"]]
    assert table(dialog, "troubles") == [["Rows that have no date", "3", "row 7, row 9, row 11"]]
    assert dialog.ui.go_on.isEnabled()
    assert not dialog.ui.count_again.isEnabled()


def test_an_offence_counts_for_an_indicator_and_for_the_total(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    choose(dialog, "types", 1, 2, "robbery")
    place = dialog.ui.total.findData("all-crime")
    dialog.ui.total.setCurrentIndex(place)
    dialog.ui.total.activated.emit(place)
    assert dialog.columns.types == {
        "Burglary Residential": ("burglary-dwelling", "all-crime"),
        "Robbery": ("robbery", "all-crime"),
    }
    model = dialog.preview_model
    headers = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert len(headers) == 4
    assert (
        table(dialog, "preview")[1][
            headers.index(default_catalogue().indicator("all-crime").short_name)
        ]
        == "25"
    )
    choose(dialog, "types", 1, 2, "")
    assert dialog.columns.types["Robbery"] == ()


def test_another_date_column_has_to_be_counted_anew(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    choose(dialog, "columns", 2, 1, ColumnRole.DATE)
    assert dialog.columns.date == "Reported"
    assert [row[1] for row in table(dialog, "columns")].count("date that is counted by") == 1
    assert not dialog.ui.go_on.isEnabled()
    assert "count again" in dialog.ui.state.text()
    with qtbot.waitSignal(dialog.count_wanted) as wanted:
        dialog.ui.count_again.click()
    assert wanted.args == [dialog.columns]
    dialog.show_counts(Counted(EXTRACT, dialog.columns, (counts(),)))
    assert dialog.ui.go_on.isEnabled()


def test_an_area_that_nobody_knows_is_asked_about(qtbot: QtBot) -> None:
    dialog = shown(qtbot, found=counts(areas=("Blaby", "Beat 12")))
    assert table(dialog, "areas")[0] == ["Beat 12", "25", "? choose"]
    assert not dialog.ui.go_on.isEnabled()
    choose(dialog, "areas", 0, 2, "")
    assert dialog.columns.areas["Beat 12"] == ""
    assert dialog.ui.go_on.isEnabled()
    assert table(dialog, "preview") == [["April 2016", "10"]]


def test_dates_that_can_be_read_two_ways_are_asked_about(qtbot: QtBot) -> None:
    dialog = shown(qtbot, found=counts(open_days=30))
    assert dialog.ui.dates.isVisible()
    assert not dialog.ui.go_on.isEnabled()
    dialog.ui.dates.setCurrentIndex(1)
    dialog.ui.dates.activated.emit(1)
    assert dialog.columns.day_first is True
    assert dialog.ui.count_again.isEnabled()


def test_it_may_be_a_table_of_figures_after_all(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    dialog.ui.table_instead.click()
    assert dialog.table_instead
    assert dialog.result() == ExtractDialog.DialogCode.Rejected


def test_every_control_has_a_name(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    for name in ("columns", "types", "areas", "troubles", "preview", "dates", "total", "whole"):
        assert getattr(dialog.ui, name).accessibleName()


def test_offences_and_areas_that_are_new_are_asked_about_or_left_out_together(
    qtbot: QtBot,
) -> None:
    known = IncidentColumns(
        COLUMNS.headers, "Recorded", "District", "Offence", types={"Robbery": ("robbery",)}
    )
    dialog = shown(qtbot, known)
    assert table(dialog, "types")[0] == ["Burglary Residential", "30", "? choose"]
    assert "2 to go" in dialog.ui.state.text()
    dialog.ui.rest_areas.click()
    assert "1 to go" in dialog.ui.state.text()
    dialog.ui.rest_types.click()
    assert dialog.columns.types == {"Robbery": ("robbery",), "Burglary Residential": ()}
    assert not dialog.ui.rest_types.isEnabled()
