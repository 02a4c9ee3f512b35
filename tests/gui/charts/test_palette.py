"""Every look can be read: WCAG contrast of text, chips and parts of charts."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from safer_desktop.gui.charts.palette import (
    COLOURS,
    LOOK_PROPERTY,
    ChartColours,
    contrast,
    current_look,
)

_LOOKS = pytest.mark.parametrize("colours", COLOURS.values(), ids=list(COLOURS))


def test_contrast_is_the_one_of_wcag() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@_LOOKS
def test_text_and_chips_reach_4_5(colours: ChartColours) -> None:
    for fore in (colours.text, colours.muted):
        assert contrast(fore, colours.background) >= 4.5
        assert contrast(fore, colours.selected) >= 4.5
    for chip in colours.chips.values():
        assert contrast(chip.fore, chip.back) >= 4.5


@_LOOKS
def test_parts_of_charts_reach_3(colours: ChartColours) -> None:
    for role in ("line", "second", "reference", "higher", "lower", "same", "interval", "axis"):
        assert contrast(getattr(colours, role), colours.background) >= 3, role


def test_the_theme_names_the_look(qtbot: QtBot, qapp: object) -> None:
    from PySide6.QtWidgets import QApplication

    assert isinstance(qapp, QApplication)
    before = qapp.property(LOOK_PROPERTY)
    for look in COLOURS:
        qapp.setProperty(LOOK_PROPERTY, str(look))
        assert current_look() is look
    qapp.setProperty(LOOK_PROPERTY, before)
