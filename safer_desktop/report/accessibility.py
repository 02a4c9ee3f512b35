"""Whether an exported paper may be published: the acceptance list, and what breaks it.

Reads the raw parts of the written file, so that it also sees what came from a council's template.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from safer_desktop.report.docx_parts import (
    DOCUMENT,
    NAMES,
    PaperParts,
    R,
    W,
    chart_figures,
    heading_level,
    rendered_numbers,
    same_figures,
    words,
)

TYPED_NUMBER = re.compile(r"^\s*(\d+[.)]|\([a-z]\)|[•▪–-])\s")
LEFTOVER = re.compile(r"\{\{|\}\}|\bnan\b|\bNone\b|\bReason\(|\bQuantity\(|%s|\bTODO\b")
LONGEST_ALT_TEXT = 500
SHORTEST_ALT_TEXT = 20
LEAST_CONTRAST = 4.5
LONGEST_TAG = 64
_SHOWN = 40
_STORIES = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_ODD_ARROWS = set("←↑→↓⬆⬇△▽")


def faults(path: Path) -> list[str]:
    """Everything wrong with the file, each in words and once; empty if it may be published."""
    paper = PaperParts.read(path)
    checks = (
        _properties,
        _headings,
        _paragraphs,
        _numbering,
        _drawings,
        _tables,
        _contrasts,
        _links,
        _names,
        _charts,
        _pages,
        _leftovers,
        _controls,
    )
    return list(dict.fromkeys(fault for check in checks for fault in check(paper)))


def contrast(one: str, other: str) -> float:
    """The WCAG contrast of two colours."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _quoted(text: str) -> str:
    return f"'{text[:_SHOWN].strip()}'"


def _properties(paper: PaperParts) -> Iterator[str]:
    core = paper.tree("docProps/core.xml")
    if not core.findtext("dc:title", namespaces=NAMES):
        yield "The file's properties have no title."
    if core.findtext("dc:language", namespaces=NAMES) != "en-GB":
        yield "The file's properties do not say that it is in British English."
    if b"python-docx" in paper.parts["docProps/core.xml"]:
        yield "The file's properties name the program's library."
    settings = paper.tree("word/settings.xml")
    if settings.find("w:updateFields", NAMES) is not None:
        yield "Word would ask on opening whether to update fields."
    modes = settings.xpath(
        ".//w:compatSetting[@w:name='compatibilityMode']/@w:val", namespaces=NAMES
    )
    if modes != ["15"]:
        yield "Word would open it in compatibility mode."
    default = paper.tree("word/styles.xml").find("w:docDefaults//w:lang", NAMES)
    if default is None or default.get(f"{W}val") != "en-GB":
        yield "The text's language is not British English."
    for name, content in paper.parts.items():
        if name.endswith(".xml") and b'"en-US"' in content:
            yield f"There is American English in {name}."


def _headings(paper: PaperParts) -> Iterator[str]:
    last = 0
    for paragraph in paper.paragraphs:
        level = heading_level(paper, paragraph)
        if not level:
            continue
        if level > last + 1:
            yield f"A heading of level {level} follows level {last}: {_quoted(words(paragraph))}."
        if not words(paragraph).strip():
            yield "There is an empty heading."
        last = level
    if not last:
        yield "There are no headings."


def _paragraphs(paper: PaperParts) -> Iterator[str]:
    blocks = [block for block in paper.body if block.tag != f"{W}sectPr"]
    if not blocks or blocks[-1].tag == f"{W}tbl":
        yield "The file does not end on a paragraph."
    for paragraph in paper.body.iter(f"{W}p"):
        text = words(paragraph)
        ends_section = paragraph.find("w:pPr/w:sectPr", NAMES) is not None
        drawn = next(paragraph.iter(f"{W}drawing", f"{W}pict"), None) is not None
        if not text.strip() and not drawn and not ends_section:
            yield "There is an empty paragraph."
        if TYPED_NUMBER.match(text) and paragraph.getparent().tag != f"{W}tc":
            yield f"A number or bullet was typed, not made by a list: {_quoted(text)}."
        runs = paragraph.findall("w:r", NAMES)
        if runs and all(run.find("w:rPr/w:b", NAMES) is not None for run in runs):
            yield f"Bold text poses as a heading: {_quoted(text)}."
        if set(text) & _ODD_ARROWS:
            yield f"There is an arrow that fonts may lack: {_quoted(text)}."
    open_fields = 0
    for mark in paper.body.iter(f"{W}fldChar"):
        open_fields += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType"), 0)
        if open_fields < 0:
            break
    if open_fields:
        yield "A field is not closed."


def _numbering(paper: PaperParts) -> Iterator[str]:
    lists = paper.tree("word/numbering.xml").findall("w:num", NAMES)
    known = {"0"} | {it.get(f"{W}numId") for it in lists}
    for part in ("word/styles.xml", DOCUMENT):
        for use in paper.tree(part).iter(f"{W}numId"):
            if use.get(f"{W}val") not in known:
                yield f"List {use.get(f'{W}val')} does not exist."
    main = [number for number, _ in rendered_numbers(paper) if number.endswith(".")]
    if main != [f"{n}." for n in range(1, len(main) + 1)]:
        yield "The paragraphs' numbers do not run from 1 to the end."


def _captions(paper: PaperParts, label: str) -> list[int]:
    found = []
    for paragraph in paper.paragraphs:
        instruction = "".join(i.text or "" for i in paragraph.iter(f"{W}instrText"))
        number = re.match(rf"{label} (\d+)", words(paragraph))
        if number and f"SEQ {label}" in instruction:
            found.append(int(number[1]))
    return found


def _is_caption(paragraph: Any) -> bool:
    return paragraph is not None and "SEQ " in "".join(
        i.text or "" for i in paragraph.iter(f"{W}instrText")
    )


def _drawings(paper: PaperParts) -> Iterator[str]:
    drawings = list(paper.body.iter(f"{W}drawing"))
    charts = [it for it in drawings if it.find(".//c:chart", NAMES) is not None]
    if paper.body.find(".//wp:anchor", NAMES) is not None:
        yield "A picture floats beside the text: set it in line with the text."
    if _captions(paper, "Figure") != list(range(1, len(charts) + 1)):
        yield "Figures and their captions do not match."
    seen = set()
    for drawing in drawings:
        about = drawing.find(".//wp:docPr", NAMES)
        text = about.get("descr") or ""
        if not SHORTEST_ALT_TEXT <= len(text) <= LONGEST_ALT_TEXT and not _decorative(about):
            name = about.get("name") or "A picture"
            yield (
                f"{name} has an alternative text of {len(text)} characters: "
                f"{SHORTEST_ALT_TEXT} to {LONGEST_ALT_TEXT} are needed."
            )
        seen.add(about.get("id"))
    if len(seen) != len(drawings):
        yield "Two drawings share an id."
    for chart in charts:
        holder = next(chart.iterancestors(f"{W}p"))
        if not _is_caption(holder.getprevious()):
            yield "A chart has no caption before it."


def _decorative(about: Any) -> bool:
    return next(about.iter("{*}decorative"), None) is not None


def _tables(paper: PaperParts) -> Iterator[str]:
    captioned = 0
    for table in paper.body.iter(f"{W}tbl"):
        captioned += _is_caption(table.getprevious())
        start = _quoted(words(table))
        if table.find("w:tblPr/w:tblDescription", NAMES) is None:
            yield f"A table has no alternative text: {start}."
        rows = table.findall("w:tr", NAMES)
        if rows[0].find("w:trPr/w:tblHeader", NAMES) is None:
            yield f"A table has no header row: {start}."
        columns = len(table.findall("w:tblGrid/w:gridCol", NAMES))
        for row in rows:
            if row.find("w:trPr/w:cantSplit", NAMES) is None:
                yield f"A row may split over two pages: {_quoted(words(row))}."
            cells = row.findall("w:tc", NAMES)
            merged = row.find(".//w:gridSpan", NAMES), row.find(".//w:vMerge", NAMES)
            if merged != (None, None):
                yield f"A table has merged cells: {start}."
            elif len(cells) != columns:
                yield f"A row has too few or too many cells: {_quoted(words(row))}."
            if not all(words(cell).strip() or cell.find(".//w:drawing", NAMES) is not None
                       for cell in cells):  # fmt: skip
                yield f"A table has an empty cell: {start}."
            if any(cell[-1].tag == f"{W}tbl" for cell in cells):
                yield f"A cell does not end on a paragraph: {start}."
    if _captions(paper, "Table") != list(range(1, captioned + 1)):
        yield "Tables and their captions do not match."


def _contrasts(paper: PaperParts) -> Iterator[str]:
    for paragraph in paper.body.iter(f"{W}p"):
        cell = paragraph.getparent()
        shade = cell.find("w:tcPr/w:shd", NAMES) if cell.tag == f"{W}tc" else None
        ground = _colour(shade, f"{W}fill", "FFFFFF")
        told = paper.property_of(paragraph, "w:rPr/w:color")
        own = paragraph.iterfind("w:r/w:rPr/w:color", NAMES)
        inks = {_colour(it, f"{W}val", "000000") for it in (told, *own)}
        ratio = min(contrast(ink, ground) for ink in inks)
        if ratio < LEAST_CONTRAST and words(paragraph).strip():
            name = paper.style_name(paragraph)
            yield (
                f"Low contrast, {ratio:.1f} to 1 where {LEAST_CONTRAST} is needed, in the style "
                f"'{name}': {_quoted(words(paragraph))}."
            )


def _colour(node: Any, attribute: str, otherwise: str) -> str:
    value = "" if node is None else node.get(attribute, "")
    return value if re.fullmatch(r"[0-9A-Fa-f]{6}", value) else otherwise


def _links(paper: PaperParts) -> Iterator[str]:
    targets = paper.targets(DOCUMENT)
    bookmarks = {it.get(f"{W}name") for it in paper.body.iter(f"{W}bookmarkStart")}
    for link in paper.body.iter(f"{W}hyperlink"):
        anchor = link.get(f"{W}anchor")
        target, external = targets.get(link.get(f"{R}id"), ("", False))
        if anchor and not target:
            if anchor not in bookmarks:
                yield f"A link leads to a place that is not there: {_quoted(words(link))}."
        elif not external or not target.startswith(("https:", "mailto:", "tel:")):
            yield f"A link leads to {target or 'nowhere'}: {_quoted(words(link))}."
        if "://" in words(link):
            yield f"A link shows its raw address: {_quoted(words(link))}."
    names = [it.get(f"{W}name") for it in paper.body.iter(f"{W}bookmarkStart")]
    if len(set(names)) != len(names):
        yield "Two bookmarks share a name."


def _names(paper: PaperParts) -> Iterator[str]:
    for part in filter(_STORIES.fullmatch, paper.parts):
        for tag in ("pStyle", "rStyle", "tblStyle"):
            for use in paper.tree(part).iter(f"{W}{tag}"):
                if use.get(f"{W}val") not in paper.styles:
                    yield f"The style {use.get(f'{W}val')} does not exist."
        for target, external in paper.targets(part).values():
            if not external and target not in paper.parts:
                yield f"{part} leads to {target}, which is not there."
    if not any(paper.style_name(it) == "title" or "title" in paper.style_name(it)
               for it in paper.paragraphs) and not _title_control(paper):  # fmt: skip
        yield "No paragraph has a style for the title."


def _title_control(paper: PaperParts) -> bool:
    tags = (
        it.get(f"{W}val", "") for it in paper.tree(DOCUMENT).iterfind(".//w:sdtPr/w:tag", NAMES)
    )
    return "report_title" in {tag.strip().lower() for tag in tags}


def _charts(paper: PaperParts) -> Iterator[str]:
    for name, cached, held in chart_figures(paper):
        if not same_figures(cached, held):
            yield f"{name} and its workbook differ."
        tree = paper.tree(name)
        if any(node.get("val").startswith("-") for node in tree.iter("{*}axId")):
            yield f"{name} has a negative axis."
        for tag, wanted in (("lang", "en-GB"), ("roundedCorners", "0"), ("autoUpdate", "0")):
            if [node.get("val") for node in tree.iter(f"{{*}}{tag}")] != [wanted]:
                yield f"{name}: {tag} is not {wanted}."


def _pages(paper: PaperParts) -> Iterator[str]:
    """Each section's own footer, or the one before it, has to number the pages."""
    targets = paper.targets(DOCUMENT)
    footer = None
    for section in paper.tree(DOCUMENT).iter(f"{W}sectPr"):
        own = [
            it for it in section.findall("w:footerReference", NAMES)
            if it.get(f"{W}type", "default") == "default"
        ]  # fmt: skip
        footer = own[0] if own else footer
        if footer is None:
            yield "A section has no footer with page numbers."
            continue
        tree = paper.tree(targets[footer.get(f"{R}id")][0])
        codes = [i.text or "" for i in tree.iter(f"{W}instrText")]
        codes += [i.get(f"{W}instr", "") for i in tree.iter(f"{W}fldSimple")]
        have = set(" ".join(codes).split())
        if not {"PAGE", "NUMPAGES"} <= have and not {"PAGE", "SECTIONPAGES"} <= have:
            yield "A footer does not say which page it is, of how many."


def _leftovers(paper: PaperParts) -> Iterator[str]:
    for name in filter(_STORIES.fullmatch, paper.parts):
        for paragraph in paper.tree(name).iter(f"{W}p"):
            found = LEFTOVER.search(words(paragraph))
            if found:
                yield f"Left over: {found[0]} in {_quoted(words(paragraph))}."
    for control in paper.tree(DOCUMENT).iter(f"{W}sdt"):
        if control.find("w:sdtPr/w:showingPlcHdr", NAMES) is not None:
            yield f"A field of the cover is not filled in: {_quoted(words(control))}."


def _controls(paper: PaperParts) -> Iterator[str]:
    document = paper.tree(DOCUMENT)
    for what in ("tag", "id"):
        found = document.iterfind(f".//w:sdtPr/w:{what}", NAMES)
        given = [it.get(f"{W}val", "") for it in found]
        for value in sorted({it for it in given if given.count(it) > 1}):
            yield f"Two content controls have the {what} {value}."
        yield from (
            f"A {what} is too long for Word: {it}." for it in given if len(it) > LONGEST_TAG
        )
    for content in document.iter(f"{W}sdtContent"):
        if not len(content):
            yield "There is an empty content control."
        if content.find(".//w:sectPr", NAMES) is not None:
            yield "There is a section break in a content control."
