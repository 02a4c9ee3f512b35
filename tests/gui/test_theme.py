"""The looks: legible in each, following the system, with figures of one width."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from safer_desktop.assets import resource
from safer_desktop.domain.display import SHAPES
from safer_desktop.domain.evidence import Direction, RatingState, Verdict
from safer_desktop.gui.charts.palette import COLOURS, Look, contrast, current_look
from safer_desktop.gui.theme import SURFACES, SYSTEM, Theme, body_font, style_sheet
from safer_desktop.gui.widgets import chips


@pytest.mark.parametrize("look", tuple(Look))
def test_text_is_legible_on_every_ground(look: Look) -> None:
    colours, surface = COLOURS[look], SURFACES[look]
    grounds = (
        colours.background,
        colours.selected,
        surface.chrome,
        surface.side,
        surface.hover,
        surface.group,
    )
    for ground in grounds:
        assert contrast(colours.text, ground) >= 4.5
        assert contrast(colours.muted, ground) >= 4.5
        assert contrast(surface.link, ground) >= 4.5
    assert contrast(surface.on_brand, surface.brand) >= 4.5
    assert contrast(surface.brand, surface.group) >= 4.5
    assert contrast(surface.focus, colours.background) >= 3


@pytest.mark.parametrize("look", tuple(Look))
def test_the_style_sheet_has_no_colour_left_open(look: Look) -> None:
    text = style_sheet(look)
    assert "$" not in text
    assert COLOURS[look].background in text


def test_figures_have_one_width_in_every_weight(theme: Theme) -> None:
    font = body_font()
    assert QFontInfo(font).family() == "Inter"
    for bold in (False, True):
        font.setBold(bold)
        metrics = QFontMetricsF(font)
        assert len({metrics.horizontalAdvance(digit * 10) for digit in "0123456789"}) == 1
    shapes = "".join(sorted(set("▲▼►–✓×≈−…")))
    assert [shape for shape in shapes if not QFontMetricsF(font).inFontUcs4(ord(shape))] == []


def test_the_fonts_licence_goes_with_it() -> None:
    text = resource("fonts", "LICENSE-Inter.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text


def test_a_chosen_look_is_put_on_at_once_and_told(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    assert current_look() is Look.DARK
    window = QApplication.palette().color(QPalette.ColorRole.Base).name()
    assert window == COLOURS[Look.DARK].background
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose("dark")
    theme.choose(SYSTEM)
    assert theme.look in (Look.LIGHT, Look.DARK)
    theme.choose("light")
    assert current_look() is Look.LIGHT


def test_chips_say_in_words_what_their_colour_repeats() -> None:
    assert set(chips._RATINGS) == set(RatingState)
    assert set(chips._VERDICT_TONES) == set(Verdict)
    assert set(SHAPES) == set(Direction)
    shapes = [shape for _, shape in chips._RATINGS.values()]
    assert len(set(shapes[:3])) == 3
