"""The icons of predicted limits: told apart without colour, crisp at any scaling."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from safer_desktop.domain.limit_icons import Assurance, Variation
from safer_desktop.gui.charts.limit_icons import (
    ASPECT,
    TOLD,
    paint_assurance,
    paint_variation,
)
from safer_desktop.gui.charts.palette import CONTRAST, DARK, LIGHT, ChartColours

_Paint = Callable[[QPainter, QRectF], None]


def _image(paint: _Paint, colours: ChartColours, scale: float, wide: float) -> QImage:
    size = QRectF(0, 0, wide, 18)
    image = QImage((size.size() * scale).toSize(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(QColor(colours.background))
    painter = QPainter(image)
    paint(painter, size)
    painter.end()
    return image


def _form(image: QImage, colours: ChartColours) -> frozenset[tuple[int, int]]:
    """The pixels that are not the ground's: what somebody without colours sees."""
    ground = QColor(colours.background).rgb()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return frozenset(at for at in places if image.pixel(*at) != ground)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 3.0])
@pytest.mark.parametrize("wide", [18.0, 18 * ASPECT], ids=["small", "full"])
def test_each_variation_has_a_form_of_its_own(
    colours: ChartColours, scale: float, wide: float
) -> None:
    forms = {}
    for variation in Variation:

        def paint(painter: QPainter, rect: QRectF, what: Variation = variation) -> None:
            paint_variation(painter, rect, what, colours)

        forms[variation] = _form(_image(paint, colours, scale, wide), colours)
    assert all(forms.values())
    shapes = {form: variation for variation, form in forms.items()}
    # High and low share the outline of a filled shape in the small icon: the letter tells them.
    assert len(shapes) >= (5 if wide == 18.0 else len(Variation))


def test_an_assurance_that_says_nothing_paints_nothing(qapp: QApplication) -> None:
    assert qapp is not None
    for assurance in Assurance:

        def paint(painter: QPainter, rect: QRectF, what: Assurance = assurance) -> None:
            paint_assurance(painter, rect, what, LIGHT)

        assert bool(_form(_image(paint, LIGHT, 1.0, 18), LIGHT)) is (assurance in TOLD)
