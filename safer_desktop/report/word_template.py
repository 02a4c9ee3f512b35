"""The empty Word file that a paper starts from: our own styles, numbering and settings."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx import Document
from docx.oxml.parser import parse_xml

from safer_desktop.assets import resource

_PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "package-rels.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document-rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/numbering.xml": "numbering.xml",
}


def blank_document() -> Any:
    """A python-docx document without a word in it."""
    folder = resource("report", "paper")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, file in _PARTS.items():
            archive.writestr(name, (folder / file).read_bytes())
    return Document(packed)


def own_part(file: str) -> Any:
    """The root of one of our own parts, as ``styles.xml``."""
    return parse_xml((resource("report", "paper") / file).read_bytes())
