"""Makes the program's Windows icon out of its drawing: python make_icon.py OUT.ico"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
DRAWING = Path(__file__).resolve().parents[1] / "resources" / "icons" / "safer-desktop.svg"


def pictures(drawing: Path) -> list[bytes]:
    """The drawing as one PNG for each of SIZES."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(drawing))
    found = []
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        found.append(bytes(data.data()))
    del application
    return found


def icon(images: list[bytes]) -> bytes:
    """The PNGs as one .ico file; 256 is written as 0, as the format has it."""
    header = struct.pack("<HHH", 0, 1, len(images))
    place = len(header) + 16 * len(images)
    entries = b""
    for size, image in zip(SIZES, images, strict=True):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(image), place)
        place += len(image)
    return header + entries + b"".join(images)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    Path(sys.argv[1]).write_bytes(icon(pictures(DRAWING)))
