"""What comes into the window from other programs: files dropped, cells copied."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


@dataclass(frozen=True, slots=True)
class CopiedCells:
    """Cells on the clipboard, apart by tabs, and the HTML beside them, if there is any."""

    text: str
    html: str


def copied_cells() -> CopiedCells | None:
    """What is on the clipboard, if it can be cells; a single word is none."""
    offered = QGuiApplication.clipboard().mimeData()
    text = offered.text() if offered.hasText() else ""
    html = offered.html() if offered.hasHtml() else ""
    if offered.hasUrls() or not ("\t" in text or "\n" in text.strip() or "<table" in html.lower()):
        return None
    return CopiedCells(text, html)


def dropped_files(offered: QMimeData) -> list[Path]:
    """Files and folders of this computer among what is dragged here."""
    return [Path(url.toLocalFile()) for url in offered.urls() if url.isLocalFile()]
