"""A Word file taken apart: its raw parts, read without the program's own objects."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from lxml import etree

from safer_desktop.report.template_file import resolved

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "dc": "http://purl.org/dc/elements/1.1/",
}
W, R = f"{{{NAMES['w']}}}", f"{{{NAMES['r']}}}"
DOCUMENT = "word/document.xml"
_STYLES = "word/styles.xml"


@dataclass
class PaperParts:
    """The parts of a Word file by name, parsed when asked for."""

    parts: dict[str, bytes]
    trees: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> PaperParts:
        """Of a file that the program wrote."""
        with zipfile.ZipFile(path) as archive:
            return cls({name: archive.read(name) for name in archive.namelist()})

    def tree(self, name: str) -> Any:
        """The root of an XML part."""
        if name not in self.trees:
            self.trees[name] = etree.fromstring(self.parts[name])
        return self.trees[name]

    @cached_property
    def body(self) -> Any:
        """The text as it reads, without the content controls round its blocks and figures."""
        return _unwrapped(self.tree(DOCUMENT)).find("w:body", NAMES)

    @property
    def paragraphs(self) -> list[Any]:
        """All paragraphs outside tables."""
        return [
            it for it in self.body.iter(f"{W}p")
            if next(it.iterancestors(f"{W}tbl", f"{W}txbxContent"), None) is None
        ]  # fmt: skip

    @cached_property
    def styles(self) -> dict[str, Any]:
        """Styles by id."""
        found = self.tree(_STYLES).iterfind("w:style", NAMES)
        return {it.get(f"{W}styleId"): it for it in found}

    @cached_property
    def default_style(self) -> str:
        """The id of the style of paragraphs that name none."""
        return next(
            (
                code for code, it in self.styles.items()
                if it.get(f"{W}type") == "paragraph" and it.get(f"{W}default") in ("1", "true")
            ),
            "Normal",
        )  # fmt: skip

    def style_of(self, paragraph: Any) -> str:
        """The id of a paragraph's style."""
        found = paragraph.find("w:pPr/w:pStyle", NAMES)
        return self.default_style if found is None else str(found.get(f"{W}val"))

    def style_name(self, paragraph: Any) -> str:
        """What Word calls a paragraph's style, in small letters."""
        style = self.styles.get(self.style_of(paragraph))
        name = None if style is None else style.find("w:name", NAMES)
        return "" if name is None else str(name.get(f"{W}val")).casefold()

    def property_of(self, paragraph: Any, path: str) -> Any:
        """A property such as ``w:pPr/w:numPr`` of the paragraph, else of its styles; or None."""
        found = paragraph.find(path, NAMES)
        code: str | None = self.style_of(paragraph)
        seen: set[str] = set()
        while found is None and code in self.styles and code not in seen:
            seen.add(code)
            found = self.styles[code].find(path, NAMES)
            based = self.styles[code].find("w:basedOn", NAMES)
            code = None if based is None else based.get(f"{W}val")
        return found

    def targets(self, part: str) -> dict[str, tuple[str, bool]]:
        """Relation id -> (target, external) of a part."""
        path = PurePosixPath(part)
        name = f"{path.parent}/_rels/{path.name}.rels"
        if name not in self.parts:
            return {}
        found = {}
        for relation in self.tree(name):
            external = relation.get("TargetMode") == "External"
            target = relation.get("Target")
            if not external:
                target = resolved(path.parent, target)
            found[relation.get("Id")] = (target, external)
        return found


def _unwrapped(tree: Any) -> Any:
    made = deepcopy(tree)
    for control in list(made.iter(f"{W}sdt")):
        content = control.find("w:sdtContent", NAMES)
        for child in list(content if content is not None else ()):
            control.addprevious(child)
        control.getparent().remove(control)
    return made


def words(node: Any) -> str:
    """The text of a paragraph or cell, fields' shown values included."""
    return "".join(t.text or "" for t in node.iterfind(".//w:t", NAMES))


def heading_level(paper: PaperParts, paragraph: Any) -> int:
    """1 to 9 for a heading, by its outline level or its style's name; 0 for other text."""
    level = paper.property_of(paragraph, "w:pPr/w:outlineLvl")
    if level is not None:
        value = int(level.get(f"{W}val"))
        return value + 1 if value < 9 else 0
    found = re.fullmatch(r"heading (\d)", paper.style_name(paragraph))
    return int(found[1]) if found else 0


def rendered_numbers(paper: PaperParts) -> list[tuple[str, str]]:
    """(number as Word shows it, text) of every paragraph in a list of numbers and letters."""
    counts: dict[str, list[int]] = {}
    shown = []
    for paragraph in paper.paragraphs:
        number = paper.property_of(paragraph, "w:pPr/w:numPr")
        if number is None:
            continue
        code = number.find("w:numId", NAMES)
        if code is None or code.get(f"{W}val") == "0":
            continue
        level = number.find("w:ilvl", NAMES)
        depth = 0 if level is None else int(level.get(f"{W}val"))
        count = counts.setdefault(code.get(f"{W}val"), [0] * 9)
        count[depth] += 1
        count[depth + 1 :] = [0] * (8 - depth)
        words_of = f"{count[0]}." if depth == 0 else f"({chr(96 + count[depth])})"
        shown.append((words_of, words(paragraph)))
    return shown


def chart_figures(
    paper: PaperParts,
) -> Iterator[tuple[str, dict[str, float | str], dict[str, Any]]]:
    """Per chart: its part's name, cached figures by cell, the workbook's figures by cell."""
    from openpyxl import load_workbook

    for name in sorted(paper.parts):
        if not re.fullmatch(r"word/charts/chart\d+\.xml", name):
            continue
        external = paper.tree(name).find("c:externalData", NAMES)
        if external is None:
            continue
        target, _ = paper.targets(name)[external.get(f"{R}id")]
        sheet: Any = load_workbook(io.BytesIO(paper.parts[target])).active
        held = {
            cell.coordinate: _serial(cell.value) if cell.is_date else cell.value
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        }
        yield name, _cached(paper.tree(name)), held


def same_figures(cached: dict[str, float | str], held: dict[str, Any]) -> bool:
    """Whether a chart holds its workbook's figures; words beside them may name the points."""
    beside = {at for at, value in held.items() if isinstance(value, str)} - set(cached)
    return cached == {at: value for at, value in held.items() if at not in beside}


def _cached(chart: Any) -> dict[str, float | str]:
    cached: dict[str, float | str] = {}
    for reference in chart.iter("{*}strRef", "{*}numRef"):
        _, cells = reference.findtext("c:f", namespaces=NAMES).split("!")
        numeric = reference.tag.endswith("numRef")
        column, first = cells.removeprefix("$").split(":")[0].split("$")
        for point in reference.iter("{*}pt"):
            text = point.findtext("c:v", namespaces=NAMES)
            address = f"{column}{int(first) + int(point.get('idx'))}"
            cached[address] = float(text) if numeric else text
    return cached


def _serial(day: datetime) -> float:
    return float((day.date() - date(1899, 12, 30)).days)
