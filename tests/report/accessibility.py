"""Our own checker: the acceptance list that every exported paper has to pass.

It reads the raw parts of the file, not the program's own objects, and names each fault.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import Any

import docx
from lxml import etree
from openpyxl import load_workbook

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p": "http://schemas.openxmlformats.org/package/2006/relationships",
    "dc": "http://purl.org/dc/elements/1.1/",
}
W, R = f"{{{NAMES['w']}}}", f"{{{NAMES['r']}}}"
TYPED_NUMBER = re.compile(r"^\s*(\d+[.)]|\([a-z]\)|[•▪–-])\s")
LEFTOVER = re.compile(r"\{\{|\}\}|\bnan\b|\bNone\b|\bReason\(|\bQuantity\(|%s|\bTODO\b")
LONGEST_ALT_TEXT = 500
LEAST_CONTRAST = 4.5
LONGEST_TAG = 64


@dataclass
class Paper:
    """A Word file taken apart."""

    parts: dict[str, bytes]
    trees: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Paper:
        with zipfile.ZipFile(path) as archive:
            return cls({name: archive.read(name) for name in archive.namelist()})

    def tree(self, name: str) -> Any:
        if name not in self.trees:
            self.trees[name] = etree.fromstring(self.parts[name])
        return self.trees[name]

    @property
    def body(self) -> Any:
        """The body as it reads, without the content controls round its blocks and figures."""
        if "body" not in self.trees:
            self.trees["body"] = unwrapped(self.tree("word/document.xml")).find("w:body", NAMES)
        return self.trees["body"]

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
                target = _resolved(path.parent, target)
            found[relation.get("Id")] = (target, external)
        return found


def faults(path: Path) -> list[str]:
    """Everything wrong with the file, in words; empty if it may be published."""
    paper = Paper.read(path)
    checks = (
        _properties,
        _headings,
        _paragraphs,
        _numbering,
        _drawings,
        _tables,
        _shading,
        _links,
        _controls,
        _names,
        _charts,
        _footers,
        _leftovers,
    )
    return [fault for check in checks for fault in check(paper)]


def unwrapped(tree: Any) -> Any:
    """A copy in which what content controls hold stands by itself."""
    made = deepcopy(tree)
    for control in list(made.iter(f"{W}sdt")):
        for child in list(control.find("w:sdtContent", NAMES)):
            control.addprevious(child)
        control.getparent().remove(control)
    return made


def document_of(path: Path) -> Any:
    """A file as python-docx sees it, which looks into no content control."""
    document = docx.Document(str(path))
    for control in list(document.element.iter(f"{W}sdt")):
        for child in list(control.find(f"{W}sdtContent")):
            control.addprevious(child)
        control.getparent().remove(control)
    return document


def words(node: Any) -> str:
    """The text of a paragraph or cell, fields' shown values included."""
    return "".join(t.text or "" for t in node.iterfind(".//w:t", NAMES))


def style_of(paragraph: Any) -> str:
    """The style's id, Normal if none is named."""
    found = paragraph.find("w:pPr/w:pStyle", NAMES)
    return "Normal" if found is None else str(found.get(f"{W}val"))


def rendered_numbers(paper: Paper) -> list[tuple[str, str]]:
    """(number as Word shows it, text) of every paragraph in a list."""
    styles = paper.tree("word/styles.xml")
    levels = {}
    for style in styles.iterfind("w:style", NAMES):
        number = style.find("w:pPr/w:numPr", NAMES)
        if number is not None:
            level = number.find("w:ilvl", NAMES)
            levels[style.get(f"{W}styleId")] = int(level.get(f"{W}val"))
    counts, shown = [0, 0], []
    for paragraph in paper.body.iterfind("w:p", NAMES):
        level = levels.get(style_of(paragraph))
        if level is None:
            continue
        counts[level] += 1
        if level == 0:
            counts[1] = 0
        number = f"{counts[0]}." if level == 0 else f"({chr(96 + counts[1])})"
        shown.append((number, words(paragraph)))
    return shown


def chart_figures(paper: Paper) -> Iterator[tuple[str, dict[str, float | str], dict[str, Any]]]:
    """Per chart: its part's name, cached figures by cell, the workbook's figures by cell."""
    for name in sorted(paper.parts):
        if not re.fullmatch(r"word/charts/chart\d+\.xml", name):
            continue
        cached: dict[str, float | str] = {}
        for reference in paper.tree(name).iter("{*}strRef", "{*}numRef"):
            _, cells = reference.findtext("c:f", namespaces=NAMES).split("!")
            numeric = reference.tag.endswith("numRef")
            column, first = re.match(r"\$([A-Z]+)\$(\d+)", cells).groups()  # type: ignore[union-attr]
            for point in reference.iter("{*}pt"):
                address = f"{column}{int(first) + int(point.get('idx'))}"
                text = point.findtext("c:v", namespaces=NAMES)
                cached[address] = float(text) if numeric else text
        external = paper.tree(name).find("c:externalData", NAMES)
        target, _ = paper.targets(name)[external.get(f"{R}id")]
        sheet = load_workbook(io.BytesIO(paper.parts[target])).active
        assert sheet is not None
        held = {
            cell.coordinate: _serial(cell.value) if cell.is_date else cell.value
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        }
        yield name, cached, held


def same_figures(cached: dict[str, float | str], held: dict[str, Any]) -> bool:
    """Whether a chart holds its workbook's figures; words beside them may name the points."""
    beside = {at for at, value in held.items() if isinstance(value, str)} - set(cached)
    return cached == {at: value for at, value in held.items() if at not in beside}


def _serial(day: object) -> float:
    assert isinstance(day, datetime)
    return float((day.date() - date(1899, 12, 30)).days)


def contrast(one: str, other: str) -> float:
    """The WCAG contrast of two colours."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _resolved(folder: PurePosixPath, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    parts: list[str] = list(folder.parts)
    for step in target.split("/"):
        if step == "..":
            parts.pop()
        else:
            parts.append(step)
    return "/".join(parts)


def _properties(paper: Paper) -> Iterator[str]:
    core = paper.tree("docProps/core.xml")
    if not core.findtext("dc:title", namespaces=NAMES):
        yield "no title"
    if core.findtext("dc:language", namespaces=NAMES) != "en-GB":
        yield "core language is not en-GB"
    if b"python-docx" in paper.parts["docProps/core.xml"]:
        yield "core properties name python-docx"
    settings = paper.tree("word/settings.xml")
    if settings.find("w:updateFields", NAMES) is not None:
        yield "updateFields prompts on opening"
    modes = settings.xpath(
        ".//w:compatSetting[@w:name='compatibilityMode']/@w:val", namespaces=NAMES
    )
    if modes != ["15"]:
        yield f"compatibility mode {modes}"
    default = paper.tree("word/styles.xml").find("w:docDefaults//w:lang", NAMES)
    if default is None or default.get(f"{W}val") != "en-GB":
        yield "default language is not en-GB"
    for name, content in paper.parts.items():
        if name.endswith(".xml") and b"en-US" in content:
            yield f"en-US in {name}"


def _headings(paper: Paper) -> Iterator[str]:
    last = 0
    for paragraph in paper.body.iterfind("w:p", NAMES):
        found = re.fullmatch(r"Heading(\d)", style_of(paragraph))
        if not found:
            continue
        level = int(found[1])
        if level > last + 1:
            yield f"heading level {level} after {last}: {words(paragraph)}"
        if not words(paragraph).strip():
            yield "an empty heading"
        last = level
    if not last:
        yield "no headings"


def _paragraphs(paper: Paper) -> Iterator[str]:
    blocks = [block for block in paper.body if block.tag != f"{W}sectPr"]
    if blocks[-1].tag != f"{W}p":
        yield "the file does not end on a paragraph"
    for paragraph in paper.body.iter(f"{W}p"):
        text = words(paragraph)
        if not text.strip() and paragraph.find(".//w:drawing", NAMES) is None:
            yield "an empty paragraph"
        if TYPED_NUMBER.match(text) and paragraph.getparent().tag != f"{W}tc":
            yield f"a typed number or bullet: {text[:40]}"
        runs = paragraph.findall("w:r", NAMES)
        if runs and all(run.find("w:rPr/w:b", NAMES) is not None for run in runs):
            yield f"bold that poses as a heading: {text[:40]}"
        kinds = [m.get(f"{W}fldCharType") for m in paragraph.iter(f"{W}fldChar")]
        if kinds != ["begin", "separate", "end"] * (len(kinds) // 3):
            yield f"fields out of balance: {text[:40]}"
        if set(text) & set("←↑→↓⬆⬇△▽"):
            yield f"an arrow that fonts may lack: {text[:40]}"


def _numbering(paper: Paper) -> Iterator[str]:
    lists = paper.tree("word/numbering.xml").findall("w:num", NAMES)
    known = {it.get(f"{W}numId") for it in lists}
    for part in ("word/styles.xml", "word/document.xml"):
        for use in paper.tree(part).iter(f"{W}numId"):
            if use.get(f"{W}val") not in known:
                yield f"list {use.get(f'{W}val')} does not exist"
    abstract = [it.find("w:abstractNumId", NAMES).get(f"{W}val") for it in lists]
    if len(set(abstract)) != len(abstract):
        yield "two lists share one abstract list"
    main = [number for number, _ in rendered_numbers(paper) if number.endswith(".")]
    if main != [f"{n}." for n in range(1, len(main) + 1)]:
        yield "paragraph numbers do not run from 1"


def _captions(paper: Paper, label: str) -> list[int]:
    found = []
    for paragraph in paper.body.iterfind("w:p", NAMES):
        if style_of(paragraph) == "Caption" and words(paragraph).startswith(f"{label} "):
            instruction = "".join(i.text or "" for i in paragraph.iter(f"{W}instrText"))
            assert f"SEQ {label}" in instruction
            found.append(int(words(paragraph).split()[1].rstrip(":")))
    return found


def _drawings(paper: Paper) -> Iterator[str]:
    drawings = list(paper.body.iter(f"{W}drawing"))
    if paper.body.find(".//wp:anchor", NAMES) is not None:
        yield "a drawing that floats"
    if _captions(paper, "Figure") != list(range(1, len(drawings) + 1)):
        yield "figures and their captions do not match"
    seen = set()
    for drawing in drawings:
        about = drawing.find(".//wp:docPr", NAMES)
        text = about.get("descr") or ""
        if len(text) < 20 or len(text) > LONGEST_ALT_TEXT:
            yield f"alt text of {len(text)} characters"
        seen.add(about.get("id"))
        before = drawing.getparent().getparent().getprevious()
        if before is None or style_of(before) != "Caption":
            yield "a drawing without a caption before it"
    if len(seen) != len(drawings):
        yield "drawings share an id"


def _tables(paper: Paper) -> Iterator[str]:
    tables = list(paper.body.iter(f"{W}tbl"))
    if _captions(paper, "Table") != list(range(1, len(tables) + 1)):
        yield "tables and their captions do not match"
    for table in tables:
        for tag in ("tblCaption", "tblDescription"):
            if table.find(f"w:tblPr/w:{tag}", NAMES) is None:
                yield f"a table without {tag}"
        rows = table.findall("w:tr", NAMES)
        if rows[0].find("w:trPr/w:tblHeader", NAMES) is None:
            yield "a table without a header row"
        columns = len(table.findall("w:tblGrid/w:gridCol", NAMES))
        for row in rows:
            if row.find("w:trPr/w:cantSplit", NAMES) is None:
                yield "a row that may split"
            cells = row.findall("w:tc", NAMES)
            if len(cells) != columns:
                yield "a row with too few or too many cells"
            for cell in cells:
                if cell.find(".//w:gridSpan", NAMES) is not None:
                    yield "merged cells"
                if cell.find(".//w:vMerge", NAMES) is not None:
                    yield "merged cells"
                if not words(cell).strip():
                    yield "an empty cell"
                if cell[-1].tag != f"{W}p":
                    yield "a cell that does not end on a paragraph"


def _shading(paper: Paper) -> Iterator[str]:
    colours: dict[str, str] = {}
    for style in paper.tree("word/styles.xml").iterfind("w:style", NAMES):
        colour = style.find("w:rPr/w:color", NAMES)
        based = style.find("w:basedOn", NAMES)
        inherited = colours.get(based.get(f"{W}val"), "000000") if based is not None else "000000"
        name = style.get(f"{W}styleId")
        colours[name] = inherited if colour is None else colour.get(f"{W}val")
    for paragraph in paper.body.iter(f"{W}p"):
        cell = paragraph.getparent()
        shade = cell.find("w:tcPr/w:shd", NAMES) if cell.tag == f"{W}tc" else None
        ground = "FFFFFF" if shade is None else shade.get(f"{W}fill")
        ratio = contrast(colours.get(style_of(paragraph), "000000"), ground)
        if ratio < LEAST_CONTRAST:
            yield f"contrast {ratio:.1f}: {words(paragraph)[:40]}"


def _links(paper: Paper) -> Iterator[str]:
    targets = paper.targets("word/document.xml")
    for link in paper.body.iter(f"{W}hyperlink"):
        target, external = targets.get(link.get(f"{R}id"), ("", False))
        if not external or not target.startswith(("https:", "mailto:", "tel:")):
            yield f"a link to {target or 'nowhere'}"
        if "://" in words(link):
            yield f"a raw address as link text: {words(link)}"


def _controls(paper: Paper) -> Iterator[str]:
    about = [it.find("w:sdtPr", NAMES) for it in paper.tree("word/document.xml").iter(f"{W}sdt")]
    for what in ("tag", "id"):
        given = [it.find(f"w:{what}", NAMES).get(f"{W}val") for it in about]
        for value in sorted({it for it in given if given.count(it) > 1}):
            yield f"two content controls have the {what} {value}"
        yield from (f"a {what} too long for Word: {it}" for it in given if len(it) > LONGEST_TAG)
    for control in paper.tree("word/document.xml").iter(f"{W}sdtContent"):
        if not len(control):
            yield "an empty content control"
        if control.find(".//w:sectPr", NAMES) is not None:
            yield "a section break in a content control"


def _names(paper: Paper) -> Iterator[str]:
    styles = {style.get(f"{W}styleId") for style in paper.tree("word/styles.xml").iter(f"{W}style")}
    parts = [n for n in paper.parts if re.fullmatch(r"word/(document|header\d+|footer\d+)\.xml", n)]
    for part in parts:
        for tag in ("pStyle", "rStyle", "tblStyle"):
            for use in paper.tree(part).iter(f"{W}{tag}"):
                if use.get(f"{W}val") not in styles:
                    yield f"style {use.get(f'{W}val')} does not exist"
        for relation, (target, external) in paper.targets(part).items():
            if not external and target not in paper.parts:
                yield f"{part} {relation} leads to {target}, which is not there"


def _charts(paper: Paper) -> Iterator[str]:
    for name, cached, held in chart_figures(paper):
        if not same_figures(cached, held):
            yield f"{name} and its workbook differ"
        if any(isinstance(value, str) and value.startswith("=") for value in cached.values()):
            continue
        tree = paper.tree(name)
        if any(node.get("val").startswith("-") for node in tree.iter("{*}axId")):
            yield f"{name} has a negative axis"
        for tag, wanted in (("lang", "en-GB"), ("roundedCorners", "0"), ("autoUpdate", "0")):
            if [node.get("val") for node in tree.iter(f"{{*}}{tag}")] != [wanted]:
                yield f"{name}: {tag} is not {wanted}"


def _footers(paper: Paper) -> Iterator[str]:
    targets = paper.targets("word/document.xml")
    for section in paper.tree("word/document.xml").iter(f"{W}sectPr"):
        size, margins = section.find("w:pgSz", NAMES), section.find("w:pgMar", NAMES)
        width = int(size.get(f"{W}w")) - int(margins.get(f"{W}left")) * 2
        footer = section.find("w:footerReference", NAMES)
        if footer is None:
            yield "a section without a footer of its own"
            continue
        tree = paper.tree(targets[footer.get(f"{R}id")][0])
        code = " ".join(i.text or "" for i in tree.iter(f"{W}instrText")).split()
        if code != ["PAGE", "NUMPAGES"]:
            yield f"a footer with {code}"
        if tree.find(".//w:tab[@w:pos]", NAMES).get(f"{W}pos") != str(width):
            yield "a footer's tab that is not at the margin"


def _leftovers(paper: Paper) -> Iterator[str]:
    for paragraph in paper.body.iter(f"{W}p"):
        found = LEFTOVER.search(words(paragraph))
        if found:
            yield f"left over: {found[0]} in {words(paragraph)[:60]}"
