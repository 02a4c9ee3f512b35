"""Content controls: each block and each figure of a paper keeps the name of where it came from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from docx.oxml.ns import qn

from safer_desktop.report.content import (
    Block,
    Chart,
    Heading,
    Paragraph,
    Scatter,
    Section,
    Span,
    Table,
)
from safer_desktop.report.word_text import element, run, shortened, valued

LONGEST_TAG = 64
"""As many characters as Word takes in a tag."""

NARRATIVE, HEADING, TABLE, CHART, FIGURE, FRONT, CONTENTS = (
    "narr:",
    "head:",
    "tbl:",
    "chart:",
    "fig:",
    "front:",
    "toc:",
)
BLOCKS = (NARRATIVE, HEADING, TABLE, CHART, FRONT, CONTENTS)

_FIRST_ID = 100_000
_FIELDS = (qn("w:fldChar"), qn("w:hyperlink"))
_LONGEST_TITLE = 60
_REPEATED = re.compile(r"~\d+$")
_CHANGING = re.compile(
    r"\S*\d\S*|\b(?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december)\b",
    re.IGNORECASE,
)


class Tags:
    """Gives out tags and ids, none of them twice in a paper."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}
        self._controls = 0

    def tag(self, wanted: str) -> str:
        """The tag, within what Word takes; a repeated one has ``~2`` and so on behind it."""
        stem = tag_of(wanted)
        count = self._given[stem] = self._given.get(stem, 0) + 1
        return stem if count == 1 else f"{stem}~{count}"

    def next_id(self) -> int:
        """The next number of a control."""
        self._controls += 1
        return _FIRST_ID + self._controls


def tag_of(wanted: str) -> str:
    """A name within what Word takes as a tag, with room for ``~99`` behind it."""
    room = LONGEST_TAG - 4
    if len(wanted) <= room:
        return wanted
    return f"{wanted[: room - 9]}-{hashlib.sha256(wanted.encode()).hexdigest()[:8]}"


def bare_tag(tag: str) -> str:
    """The tag without what tells its repetitions apart."""
    return _REPEATED.sub("", tag)


def wanted_tag(block: Block) -> str:
    """The tag of a block; empty for what is no text, table or chart."""
    match block:
        case Paragraph():
            return f"{NARRATIVE}{block.key}"
        case Heading():
            return f"{HEADING}{_slug(block.text)}"
        case Table():
            return f"{TABLE}{_slug(block.caption)}"
        case Chart() | Scatter():
            return f"{CHART}{_slug(block.caption)}"
        case Section():
            return ""


def _slug(text: str) -> str:
    """Words that stay when the figures move on: no numbers, no months."""
    return re.sub(r"[^a-z0-9]+", "-", _CHANGING.sub(" ", text).casefold()).strip("-") or "block"


def control(tag: str, title: str, number: int, content: Sequence[Any], *, locked: bool) -> Any:
    """A content control; a ``locked`` one holds plain text that Word lets nobody type over."""
    properties = [
        valued("w:alias", shortened(title, _LONGEST_TITLE)),
        valued("w:tag", tag),
        valued("w:id", str(number)),
    ]
    if locked:
        properties += [valued("w:lock", "contentLocked"), element("w:text")]
    elif any(next(it.iter(*_FIELDS), None) is not None for it in content):
        # LibreOffice shows the codes of fields in a block's control, but not in a building block.
        gallery = valued("w:docPartGallery", "Quick Parts")
        properties.append(element("w:docPartObj", None, gallery))
    return element(
        "w:sdt",
        None,
        element("w:sdtPr", None, *properties),
        element("w:sdtContent", None, *content),
    )


def runs_with_figures(text: str, spans: Sequence[Span], tags: Tags) -> list[Any]:
    """The runs of a paragraph, each named figure in a control of its own."""
    made: list[Any] = []
    cuts = [0, *(place for it in spans for place in (it.start, it.end)), len(text)]
    names = {it.start: it.name for it in spans}
    for start, end in pairwise(cuts):
        if start == end:
            continue
        piece = run(text[start:end])
        if start in names:
            tag = tags.tag(f"{FIGURE}{names[start]}")
            piece = control(tag, f"Figure {names[start]}", tags.next_id(), [piece], locked=True)
        made.append(piece)
    return made


def enclose(end: Any, before: Any, tag: str, title: str, number: int) -> None:
    """Put what stands between ``before`` (None: the start) and ``end`` into a control."""
    first = end.getparent()[0] if before is None else before.getnext()
    content = []
    while first is not end:
        content.append(first)
        first = first.getnext()
    if content:
        end.addprevious(control(tag, title, number, content, locked=False))


def last_bare(end: Any) -> Any:
    """The last paragraph or table before ``end``; taken out of its control if it ends one.

    What ends a section, or the file, stands outside of controls: Word moves breaks in them about.
    """
    last = end.getprevious()
    if last is None or last.tag != qn("w:sdt"):
        return last
    content = last.find(qn("w:sdtContent"))
    inner = content[-1]
    if inner.tag != qn("w:p"):
        return inner
    last.addnext(inner)
    if not len(content):
        last.getparent().remove(last)
    return inner
