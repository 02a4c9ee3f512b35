"""The seasonal profile: years from April over one another, and the season that limits found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from safer_desktop.domain.evidence import Reason, ReasonCode, TrendPoint
from safer_desktop.domain.figures import Trend
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.periods import Period
from safer_desktop.gui.charts.season_chart import (
    Profile,
    SeasonChart,
    profile_of,
    season_alt_text,
    season_caption,
    season_table,
    season_title,
)
from tests.gui.charts.examples import CHANGED, VEHICLE, months

NONE = Reason(ReasonCode.NO_TEST, "No season can be tested: there are not three full years.")


def trend() -> Trend:
    """April 2014 to December 2016, counting up from 100; June 2016 is missing."""
    spans = months(Period.month(2014, 4), 33)
    points = tuple(
        TrendPoint(span, None if span.start == date(2016, 6, 1) else 100.0 + step)
        for step, span in enumerate(spans)
    )
    return Trend(VEHICLE.code, "county", points, Unit.COUNT, "each month", (), Unit.COUNT, ())


def made() -> Profile:
    found = profile_of(trend(), NONE)
    assert found is not None
    return found


def test_years_run_from_april_to_march() -> None:
    profile = made()
    assert [name for name, _ in profile.years] == ["2014/15", "2015/16", "2016/17"]
    assert [p.value if p else None for p in profile.newest] == [
        *(124.0, 125.0, None, 127.0, 128.0, 129.0, 130.0, 131.0, 132.0),
        *(None, None, None),
    ]
    table = season_table(profile, VEHICLE)
    assert table.headers == ("Month", "2016/17", "2015/16", "2014/15")
    assert table.rows[0] == ("Apr", "124", "112", "100")
    assert [row[0] for row in table.rows] == [
        "Apr",
        "May",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ]
    assert season_caption(profile).startswith(NONE.text)
    assert season_title(profile, VEHICLE) == "Vehicle crime: no season can be told"


def test_what_lies_before_a_definition_break_is_left_out() -> None:
    profile = profile_of(replace(trend(), breaks=(CHANGED,)), NONE)
    assert profile is not None
    assert [name for name, _ in profile.years] == ["2015/16", "2016/17"]
    first = [p.value if p else None for p in profile.years[0][1]]
    assert first[:7] == [None] * 6 + [118.0]


def test_quarters_have_no_profile() -> None:
    points = (TrendPoint(Period.quarter(2016, 1), 5.0),)
    assert profile_of(replace(trend(), points=points), NONE) is None


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_keyboard_walks_along_the_newest_year(qtbot: QtBot) -> None:
    profile = replace(made(), usual=tuple(100.0 + month for month in range(12)))
    chart = SeasonChart()
    qtbot.addWidget(chart)
    chart.resize(640, 270)
    chart.show_profile(profile, VEHICLE)
    told: list[str] = []
    chart.read_out.connect(told.append)
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert told == [
        "December 2016: 132 offences; usual for the month: 108 offences",
        "April 2016: 124 offences; usual for the month: 100 offences",
    ]
    assert "usually highest in Mar, lowest in Apr" in season_alt_text(profile, VEHICLE, "County")
    assert season_table(profile, VEHICLE).rows[-1][-1] == "108"
    assert len(chart.spots()) == len(season_table(profile, VEHICLE).rows)
