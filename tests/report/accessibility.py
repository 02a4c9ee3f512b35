"""Written papers as tests look at them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx

from safer_desktop.report.accessibility import contrast, faults
from safer_desktop.report.docx_parts import (
    NAMES,
    PaperParts,
    R,
    W,
    chart_figures,
    rendered_numbers,
    same_figures,
    words,
)

Paper = PaperParts
__all__ = [
    "NAMES", "Paper", "R", "W", "chart_figures", "contrast", "document_of", "faults",
    "rendered_numbers", "same_figures", "words",
]  # fmt: skip


def document_of(path: Path) -> Any:
    """A file as python-docx sees it, which looks into no content control."""
    document = docx.Document(str(path))
    for control in list(document.element.iter(f"{W}sdt")):
        for child in list(control.find(f"{W}sdtContent")):
            control.addprevious(child)
        control.getparent().remove(control)
    return document
