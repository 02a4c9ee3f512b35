"""The fields of a template's cover: content controls by tag, or {{name}} in the text."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from typing import Any

from docx.oxml.ns import qn

from safer_desktop.report.content import Paper
from safer_desktop.report.template_file import tag_of, text_of
from safer_desktop.report.word_text import clean, element, paragraph, run

FIELDS = {
    "report_title": "title of the paper",
    "council": "council",
    "board": "board",
    "edition": "quarter",
    "meeting_date": "meeting date",
    "agenda_item": "agenda item",
    "report_of": "whose report it is",
    "author": "author",
    "contact": "whom to contact",
}
"""The tags that are filled in, and what each stands for."""
_MARK = re.compile(r"\{\{\s*(" + "|".join(FIELDS) + r")\s*\}\}")
_STORIES = re.compile(r"/word/(document|header\d*|footer\d*)\.xml")
_BINDINGS = (qn("w:dataBinding"), qn("w:showingPlcHdr"), qn("w:temporary"))


def cover_values(paper: Paper) -> dict[str, str]:
    """What each field says; empty where nothing is known."""
    return {
        "report_title": paper.title,
        "council": paper.council,
        "board": paper.board,
        "edition": paper.edition,
        "meeting_date": paper.meeting,
        "agenda_item": paper.agenda_item,
        "report_of": " ".join(paper.lines),
        "author": paper.author,
        "contact": paper.contact,
    }


def fields_in(document: Any) -> tuple[str, ...]:
    """The fields that a template has, in the order of :data:`FIELDS`."""
    found: set[str] = set()
    for story in _stories(document):
        found |= {tag_of(it) for it in story.iter(qn("w:sdt"))}
        found |= {name for it in story.iter(qn("w:p")) for name in _MARK.findall(text_of(it))}
    return tuple(name for name in FIELDS if name in found)


def fill_cover(document: Any, values: Mapping[str, str]) -> tuple[str, ...]:
    """Fill every field, on the cover and in headers and footers; gives the fields there are.

    A control without a value keeps its prompt; a mark without one goes.
    """
    found = fields_in(document)
    for story in _stories(document):
        for control in list(story.iter(qn("w:sdt"))):
            value = values.get(tag_of(control), "")
            if value:
                _fill(control, value)
        for holder in list(story.iter(qn("w:p"))):
            if _MARK.search(text_of(holder)):
                _replace_marks(holder, values)
    return found


def _stories(document: Any) -> Iterator[Any]:
    for part in document.part.package.iter_parts():
        if part is document.part or _STORIES.fullmatch(str(part.partname)):
            yield part.element


def _fill(control: Any, value: str) -> None:
    """One run with the value, in the look of the control's first run."""
    for node in [it for it in control.find(qn("w:sdtPr")) if it.tag in _BINDINGS]:
        node.getparent().remove(node)
    for day in control.iterfind(f"{qn('w:sdtPr')}/{qn('w:date')}"):
        day.attrib.pop(qn("w:fullDate"), None)
    content = control.find(qn("w:sdtContent"))
    if content is None:
        content = element("w:sdtContent")
        control.append(content)
    made = _look(content, value)
    cell = content.find(f".//{qn('w:tc')}")
    holder = content if cell is None else cell
    paragraphs = holder.findall(qn("w:p"))
    if not paragraphs:
        inline = control.getparent().tag == qn("w:p")
        for old in list(content):
            content.remove(old)
        content.append(made if inline else paragraph("Normal", [made]))
        return
    for old in paragraphs[1:]:
        holder.remove(old)
    for old in [it for it in paragraphs[0] if it.tag != qn("w:pPr")]:
        paragraphs[0].remove(old)
    paragraphs[0].append(made)


def _look(content: Any, value: str) -> Any:
    made = run(value)
    first = content.find(f".//{qn('w:r')}/{qn('w:rPr')}")
    if first is not None:
        look = copy.deepcopy(first)
        for style in look.findall(qn("w:rStyle")):
            # The grey of a prompt.
            look.remove(style)
        made.insert(0, look)
    return made


def _replace_marks(holder: Any, values: Mapping[str, str]) -> None:
    """A mark may lie across runs: the first of them takes the value, the others lose their part."""
    pieces = list(holder.iter(qn("w:t")))
    for found in reversed(list(_MARK.finditer(text_of(holder)))):
        value, at = clean(values.get(found[1], "")), 0
        for piece in pieces:
            text = piece.text or ""
            first, last = max(found.start() - at, 0), min(found.end() - at, len(text))
            at += len(text)
            if first < last:
                piece.text = text[:first] + value + text[last:]
                piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                value = ""
