"""Chips: a few words on a tinted ground, with a shape; the colour only repeats the words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QLabel, QWidget

from safer_desktop.domain.display import SHAPES, direction_text
from safer_desktop.domain.evidence import Direction, RatingState, Verdict
from safer_desktop.domain.figures import Figure
from safer_desktop.gui.charts.palette import ChartColours, Tone

_PAD = 7.0
_HEIGHT = 20.0
_RADIUS = 3.0

_VERDICT_TONES = {
    Verdict.BETTER: Tone.GOOD,
    Verdict.WORSE: Tone.BAD,
    Verdict.NOT_JUDGED: Tone.QUIET,
}
_RATINGS = {
    RatingState.MET: (Tone.GOOD, "\N{CHECK MARK}"),
    RatingState.CLOSE: (Tone.CAUTION, "\N{ALMOST EQUAL TO}"),
    RatingState.MISSED: (Tone.BAD, "\N{MULTIPLICATION SIGN}"),
    RatingState.NO_TARGET: (Tone.QUIET, SHAPES[Direction.CANNOT_SAY]),
    RatingState.CANNOT_SAY: (Tone.QUIET, SHAPES[Direction.CANNOT_SAY]),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """Words, with their shape in front, and the tone that repeats them."""

    words: str
    tone: Tone


def direction_chip(figure: Figure) -> Chip:
    """``▲ Rising: worse``."""
    moved = figure.direction in (Direction.RISING, Direction.FALLING)
    tone = _VERDICT_TONES[figure.verdict] if moved else Tone.QUIET
    return Chip(direction_text(figure), tone)


def rating_chip(figure: Figure) -> Chip:
    """``✓ Target met``."""
    tone, shape = _RATINGS[figure.rating.state]
    return Chip(f"{shape} {figure.rating.state}", tone)


def chip_font(base: QFont) -> QFont:
    """The font of the words on a chip."""
    font = QFont(base)
    font.setPointSizeF(base.pointSizeF() * 0.92)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def chip_width(chip: Chip, base: QFont) -> float:
    """How wide the chip is."""
    return QFontMetricsF(chip_font(base)).horizontalAdvance(chip.words) + 2 * _PAD


def paint_chip(
    painter: QPainter, rect: QRectF, chip: Chip, colours: ChartColours, base: QFont
) -> None:
    """Paint a chip at the left edge of ``rect``, in the middle of its height."""
    colour = colours.chips[chip.tone]
    font = chip_font(base)
    height = max(_HEIGHT, QFontMetricsF(font).height() + 4)
    width = min(chip_width(chip, base), rect.width())
    place = QRectF(rect.left(), rect.center().y() - height / 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # In high contrast the ground is the page's own: a rim keeps the chip a chip.
    rim = QPen(QColor(colour.fore)) if colour.back == colours.background else Qt.PenStyle.NoPen
    painter.setPen(rim)
    painter.setBrush(QColor(colour.back))
    painter.drawRoundedRect(place, _RADIUS, _RADIUS)
    painter.setPen(QColor(colour.fore))
    painter.setFont(font)
    inner = place.adjusted(_PAD, 0, -_PAD, 0)
    text = QFontMetricsF(font).elidedText(
        chip.words, Qt.TextElideMode.ElideRight, inner.width() + 1
    )
    painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    painter.restore()


class ChipLabel(QLabel):
    """A chip as a widget of its own; the style sheet gives it its colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("chip", "quiet")

    def show_chip(self, chip: Chip) -> None:
        """Show these words in this tone."""
        self.setText(chip.words)
        self.setProperty("chip", chip.tone.name.lower())
        self.style().unpolish(self)
        self.style().polish(self)
