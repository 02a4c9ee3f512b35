"""Zoom to a period, and definition breaks with their bridges, in the priority tab."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from safer_desktop.domain.indicators import Bridge, BridgeKind, DefinitionBreak
from safer_desktop.domain.periods import Period, add_months
from safer_desktop.domain.plain import to_plain
from safer_desktop.domain.records import Json, RecordKind
from safer_desktop.gui.charts import export
from safer_desktop.gui.context import Context
from safer_desktop.gui.tabs.priority import PriorityTab
from tests.gui.made import COUNTY, made_load, observation

pytestmark = pytest.mark.qt_log_ignore("does not support|propagateSizeHints")

BRIDGE = Bridge(
    BridgeKind.FACTOR, "Double counting", "The police", "A. Officer", date(2017, 4, 1), factor=1.08
)
CHANGED = DefinitionBreak(date(2015, 4, 1), "Attempts are counted.", BRIDGE, "A letter")


@pytest.fixture
def tab(context: Context, qtbot: QtBot) -> PriorityTab:
    starts = [add_months(date(2014, 4, 1), step) for step in range(36)]
    context.workbench.take_in(
        made_load(
            tuple(
                observation("vehicle-crime", COUNTY, Period.month(day.year, day.month), 300 + step)
                for step, day in enumerate(starts)
            )
        )
    )
    made = PriorityTab(context, "crime")
    qtbot.addWidget(made)
    made.resize(1366, 620)
    made.refresh()
    made.show_indicator("vehicle-crime")
    return made


def shown(tab: PriorityTab) -> list[str]:
    """The periods of the table, which is what pictures and copies show."""
    return [row[0] for row in tab.trend_panel.content.table.rows]


def drag(ground: QWidget, first: QPointF, last: QPointF) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, at, button, held in (
        (QEvent.Type.MouseButtonPress, first, left, left),
        (QEvent.Type.MouseMove, last, none, left),
        (QEvent.Type.MouseButtonRelease, last, left, none),
    ):
        place = ground.mapToGlobal(at)
        event = QMouseEvent(kind, at, place, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(ground, event)


def test_years_of_the_list_cut_chart_table_words_and_pictures(tab: PriorityTab) -> None:
    panel = tab.trend_panel
    entries = {action.text(): action for action in panel.span.menu().actions()}
    assert list(entries) == ["whole series", "last 2 years"]
    whole = export.png(panel.picture)
    entries["last 2 years"].trigger()
    assert (shown(tab)[0], shown(tab)[-1], len(shown(tab))) == ("April 2015", "March 2017", 24)
    assert panel.plot is not None
    assert len(panel.plot.spots()) == len(panel.content.subjects) == 24
    told = "Shown: 24 of 36 periods, April 2015 to March 2017 (whole series: April 2014 to March"
    assert told in panel.content.caption
    assert panel.content.alt_text.startswith(told)
    assert panel.content.subtitle.endswith("April 2015 to March 2017")
    assert export.png(panel.picture) != whole
    panel.limits_button.click()
    assert len(shown(tab)) == len(panel.limits_plot.spots()) == 24
    panel.rolling_button.click()
    assert panel.span.text() == "Shown: last 2 years"
    assert len(shown(tab)) == 24


def test_a_span_is_dragged_zoomed_by_keys_and_kept_for_its_indicator(tab: PriorityTab) -> None:
    panel = tab.trend_panel
    assert panel.plot is not None
    spots = panel.plot.spots()
    drag(panel.plot.viewport(), spots[23].area.center(), spots[6].area.center())
    assert (shown(tab)[0], shown(tab)[-1]) == ("October 2014", "March 2016")
    assert "The heading speaks of March 2017, which is not shown." in panel.content.caption
    assert panel.span.text() == "Shown: Oct 14 to Mar 16"
    tab.show_indicator("violence-with-injury")
    assert panel.span.text() == "Shown: whole series"
    tab.show_indicator("vehicle-crime")
    assert len(shown(tab)) == 18
    QTest.keyClick(panel.plot, Qt.Key.Key_Plus)
    assert (shown(tab)[0], shown(tab)[-1]) == ("July 2015", "March 2016")
    QTest.keyClick(panel.plot, Qt.Key.Key_Minus)
    assert len(shown(tab)) == 18
    QTest.keyClick(panel.plot, Qt.Key.Key_0)
    assert len(shown(tab)) == 36
    panel.limits_button.click()
    spots = panel.limits_plot.spots()
    drag(panel.limits_plot, spots[0].area.center(), spots[11].area.center())
    assert (shown(tab)[0], shown(tab)[-1]) == ("April 2014", "March 2015")
    assert "Newest, not in the picture: March 2017" in panel.content.alt_text


def test_a_click_without_a_drag_zooms_nothing(tab: PriorityTab) -> None:
    panel = tab.trend_panel
    assert panel.plot is not None
    at = panel.plot.spots()[5].area.center()
    drag(panel.plot.viewport(), at, at)
    assert len(shown(tab)) == 36


def test_a_definition_break_and_its_bridge_stand_on_every_chart(
    tab: PriorityTab, context: Context
) -> None:
    indicator = context.workbench.catalogue.indicator("vehicle-crime")
    assert not indicator.breaks
    changed: list[Json] = [to_plain(CHANGED)]
    context.edit_field(RecordKind.INDICATOR, "vehicle-crime", "breaks", changed, "a break")
    tab.refresh()
    panel = tab.trend_panel
    label = "Definition changed, April 2015; bridged by a factor of 1.08"
    caption = (
        "From 1 April 2015: Attempts are counted. Drawn as recorded; compared across by a factor "
        "of 1.08 (Double counting; source: The police)."
    )
    for button in (panel.points_button, panel.limits_button):
        button.click()
        assert caption in panel.content.caption
        assert label in panel.content.alt_text
        (noted,) = [row for row in panel.content.table.rows if label in row[-1]]
        assert noted[0] == "April 2015"
        assert label in export.svg(panel.picture).decode()
    panel.season_button.click()
    assert f"{label}: the months before are left out." in panel.content.caption
