"""A chart as a picture: to the clipboard, a PNG file at 300 dots per inch, or an SVG file.

Pictures are drawn afresh at one fixed size in the light look, whatever the window's size and look,
with title, sub-title and source, so that a picture pasted into a paper can stand alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QImageWriter,
    QPainter,
)
from PySide6.QtSvg import QSvgGenerator

from safer_desktop.gui.charts.palette import LIGHT
from safer_desktop.report.whole import replace_file

DOTS_PER_INCH = 300
WIDTH = 640
"""Logical pixels at 96 to the inch: 16.9 cm, the text width of an A4 page."""

_LOGICAL_DPI = 96
_DOTS_PER_METRE = 11811
_SCALE = DOTS_PER_INCH / _LOGICAL_DPI
_MARGIN = 12
_FORMULA = ("=", "+", "-", "@")
_TITLE_PIXELS = 16
_TEXT_PIXELS = 12
_SMALL_PIXELS = 11

Paint = Callable[[QPainter, QRectF], None]
"""Draws a chart into a rectangle of logical pixels."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart ready to be drawn anywhere. ``height`` is the plot's own, in logical pixels."""

    title: str
    subtitle: str
    source: str
    alt_text: str
    height: int
    paint: Paint


def png(picture: Picture) -> QImage:
    """The picture at 300 dots per inch, its texts as PNG metadata."""
    size = _size(picture)
    image = QImage((size * _SCALE).toSize(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    image.fill(QColor(LIGHT.background))
    painter = QPainter(image)
    _compose(painter, picture, size)
    painter.end()
    # Set only now: a painter on an image that says 300 dpi would draw its axes three times as big.
    image.setDotsPerMeterX(_DOTS_PER_METRE)
    image.setDotsPerMeterY(_DOTS_PER_METRE)
    image.setText("Title", picture.title)
    image.setText("Description", picture.alt_text)
    return image


def svg(picture: Picture) -> bytes:
    """The picture as SVG, with title and description."""
    size = _size(picture)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    # At its own default of 72 the axes of a plot are drawn at the wrong places.
    generator.setResolution(_LOGICAL_DPI)
    generator.setSize(size.toSize())
    generator.setViewBox(QRect(0, 0, int(size.width()), int(size.height())))
    generator.setTitle(picture.title)
    generator.setDescription(picture.alt_text)
    painter = QPainter(generator)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(LIGHT.background))
    _compose(painter, picture, size)
    painter.end()
    buffer.close()
    return bytes(data.data())


def save(picture: Picture, path: Path) -> None:
    """Write a ``.svg`` or ``.png`` file, whole or not at all; raises :class:`ReportError`."""
    written = svg(picture) if path.suffix.lower() == ".svg" else _png_bytes(png(picture))
    replace_file(path, written, "The picture", "other programs")


def copy(picture: Picture) -> None:
    """Put the picture on the clipboard, as an image for documents and as SVG for drawing tools."""
    image = png(picture)
    mime = QMimeData()
    mime.setImageData(image)
    mime.setData("image/png", QByteArray(_png_bytes(image)))
    mime.setData("image/svg+xml", QByteArray(svg(picture)))
    QGuiApplication.clipboard().setMimeData(mime)


def pixel_font(pixels: int, *, bold: bool = False) -> QFont:
    """The program's font at a size in logical pixels, which no device's resolution changes."""
    font = QFont(QGuiApplication.font())
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


def _png_bytes(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(data.data())


def _texts(picture: Picture) -> tuple[tuple[str, QFont, str], ...]:
    return (
        (picture.title, pixel_font(_TITLE_PIXELS, bold=True), LIGHT.text),
        (picture.subtitle, pixel_font(_TEXT_PIXELS), LIGHT.muted),
        (picture.source, pixel_font(_SMALL_PIXELS), LIGHT.muted),
    )


def _text_height(text: str, font: QFont) -> float:
    if not text:
        return 0.0
    room = QRectF(0, 0, WIDTH - 2 * _MARGIN, 1000)
    return QFontMetricsF(font).boundingRect(room, _WRAP, text).height() + 4


def _size(picture: Picture) -> QSizeF:
    texts = sum(_text_height(text, font) for text, font, _ in _texts(picture))
    return QSizeF(WIDTH, int(texts + picture.height + 2 * _MARGIN + 1))


def _compose(painter: QPainter, picture: Picture, size: QSizeF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    width = size.width() - 2 * _MARGIN
    y = float(_MARGIN)
    title, subtitle, source = _texts(picture)
    for text, font, colour in (title, subtitle):
        y += _write(painter, QRectF(_MARGIN, y, width, 1000), text, font, colour)
    picture.paint(painter, QRectF(_MARGIN, y, width, picture.height))
    _write(painter, QRectF(_MARGIN, y + picture.height + 2, width, 1000), *source)


def _write(painter: QPainter, room: QRectF, text: str, font: QFont, colour: str) -> float:
    if not text:
        return 0.0
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(room, _WRAP, text)
    return _text_height(text, font)


_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
