"""Predicted limits in the priority tab: drawn, told, decided about, and undone."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from safer_desktop.domain.limits import ChartKind, LimitsChart, LimitsPlan, StepChange
from safer_desktop.domain.observations import Observation
from safer_desktop.domain.periods import Period, add_months
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.limits import LimitsDialog
from safer_desktop.gui.tabs.priority import PriorityTab
from tests.gui.made import COUNTY, made_load, observation

pytestmark = pytest.mark.qt_log_ignore("does not support|propagateSizeHints")

TODAY = date(2017, 4, 20)
VALUES = (300, 310, 290, 305, 295, 315, 285, 300, 310, 290, 305, 295)
"""Mean 300."""


def monthly() -> list[Observation]:
    """Two quiet years before 2016/17, then a year with one month far above the rest."""
    values = [*VALUES, *VALUES, *VALUES[:11], 420]
    found = []
    for step, value in enumerate(values):
        day = add_months(date(2014, 4, 1), step)
        found.append(observation("vehicle-crime", COUNTY, Period.month(day.year, day.month), value))
    return found


@pytest.fixture
def tab(context: Context, qtbot: QtBot) -> PriorityTab:
    context.workbench.take_in(made_load(tuple(monthly())))
    made = PriorityTab(context, "crime")
    qtbot.addWidget(made)
    made.resize(1366, 620)
    made.refresh()
    made.show_indicator("vehicle-crime")
    made.trend_panel.limits_button.click()
    return made


def chart_of(context: Context) -> LimitsChart:
    chart = context.workbench.limits("vehicle-crime", COUNTY)
    assert isinstance(chart, LimitsChart)
    return chart


def dialog_of(tab: PriorityTab) -> LimitsDialog:
    tab.trend_panel.decide_button.click()
    (dialog,) = tab.findChildren(LimitsDialog)
    return dialog


def test_a_month_beyond_its_limits_is_told(tab: PriorityTab, context: Context) -> None:
    chart = chart_of(context)
    baseline = [*VALUES, *VALUES]
    ranges = [abs(b - a) for a, b in pairwise(baseline)]
    spread = 2.66 * sum(ranges) / len(ranges)
    assert chart.latest.upper == pytest.approx(300 + spread, rel=1e-3)
    panel = tab.trend_panel
    assert panel.content.title == "Vehicle crime: special cause, of concern: higher"
    assert "April 2014 to March 2016" in panel.content.caption
    assert "Diamond: outside the predicted limits" in panel.content.caption
    spots = panel.limits_plot.spots()
    assert len(spots) == 36
    assert spots[-1].words.startswith("March 2017: 420 offences a month, provisional, outside")
    assert panel.content.table.rows[-1][1] == "420"
    assert panel.content.table.rows[-1][-1] == "outside the predicted limits, provisional"


def test_a_signal_is_a_finding_of_the_figure_until_the_limits_are_decided_otherwise(
    tab: PriorityTab, context: Context
) -> None:
    (signal,) = context.workbench.figure("vehicle-crime", COUNTY).signals
    assert signal.text == (
        "Offences a month: above the predicted limits, March 2017 (XmR chart, Making Data Count 7)."
    )
    assert signal.text in [
        tab.details_model.index(row, 3).data() for row in range(tab.details_model.rowCount())
    ]
    step = StepChange(date(2016, 4, 1), "A new recording system", "A. Officer", TODAY)
    plan = LimitsPlan(steps=(step,))
    context.apply(context.workbench.limits_edit("vehicle-crime", COUNTY, plan))
    # Twelve months after the step are too few for limits, so nothing is said of the latest.
    assert context.workbench.figure("vehicle-crime", COUNTY).signals == ()


def test_limits_are_never_drawn_on_a_rolling_line(tab: PriorityTab) -> None:
    panel = tab.trend_panel
    panel.rolling_button.click()
    assert not panel.decide_button.isVisibleTo(panel)
    assert panel.limits_plot.isHidden()
    panel.limits_button.click()
    kinds = {row[0] for row in panel.content.table.rows}
    assert "March 2017" in kinds
    assert not any(label.startswith("12m") for label in kinds)


def test_without_enough_months_the_reason_stands_in_its_place(
    context: Context, qtbot: QtBot
) -> None:
    made = PriorityTab(context, "asb")
    qtbot.addWidget(made)
    made.refresh()
    made.show_indicator("asb-affected")
    made.trend_panel.limits_button.click()
    assert (
        "Predicted limits are drawn for months or quarters" in made.trend_panel.content.empty
        or ("No figures are loaded" in made.trend_panel.content.empty)
    )
    assert not made.trend_panel.decide_button.isEnabled()


def test_a_step_change_needs_a_reason_and_a_name_and_can_be_undone(
    tab: PriorityTab, context: Context
) -> None:
    dialog = dialog_of(tab)
    place = dialog.ui.step.findText("October 2015")
    dialog.ui.step.setCurrentIndex(place)
    dialog.ui.add_step.click()
    assert "needs a reason" in dialog.ui.state.text()
    assert not dialog.plan.steps
    dialog.ui.step_why.setText("New recording system")
    dialog.ui.add_step.click()
    assert dialog.steps_model.index(0, 1).data() == "New recording system"
    dialog.ui.keep.click()
    chart = chart_of(context)
    assert [phase.first for phase in chart.phases] == [
        Period.month(2014, 4),
        Period.month(2015, 10),
    ]
    assert "New recording system" in chart.phases[1].started
    trail = context.workbench.audit()
    assert any("predicted limits of Vehicle crime" in row.title for row in trail)
    context.undo_stack.undo()
    assert len(chart_of(context).phases) == 1
    assert context.workbench.limits_plan("vehicle-crime", COUNTY) == LimitsPlan()


def test_rules_chart_and_baseline_are_decided(tab: PriorityTab, context: Context) -> None:
    dialog = dialog_of(tab)
    ui = dialog.ui
    ui.preset.setCurrentIndex(ui.preset.findData("Limits only"))
    ui.kind.setCurrentIndex(ui.kind.findData(ChartKind.C))
    ui.keep.click()
    assert "needs a reason" in ui.state.text()
    ui.kind_why.setText("Counts by chance alone")
    ui.first.setCurrentIndex(ui.first.findText("April 2014"))
    ui.keep.click()
    assert "first and a last" in ui.state.text()
    ui.last.setCurrentIndex(ui.last.findText("March 2016"))
    ui.lock_why.setText("Before the change of policy")
    ui.who.setText("A. Officer")
    ui.keep.click()
    plan = context.workbench.limits_plan("vehicle-crime", COUNTY)
    assert plan.chart is not None
    assert plan.lock is not None
    assert (plan.preset, plan.chart.kind, plan.lock.who) == (
        "Limits only",
        ChartKind.C,
        "A. Officer",
    )
    assert (plan.lock.first, plan.lock.last) == (date(2014, 4, 1), date(2016, 3, 31))
    chart = chart_of(context)
    assert chart.kind is ChartKind.C
    # Poisson limits of a mean of 300: 300 and three times its square root.
    assert chart.latest.upper == pytest.approx(300 + 3 * 300**0.5, rel=0.02)
