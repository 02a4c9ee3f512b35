"""What the program keeps of an exported paper: which words were its own, and which figures.

It lies in a custom XML part of the Word file, and, by the paper's id, in the pack.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast
from uuid import uuid4

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from safer_desktop.report.content import NamedFigure, Paper
from safer_desktop.report.word_controls import BLOCKS, FIGURE, bare_tag, tag_of
from safer_desktop.report.word_text import clean

_SPACE = "urn:safer-desktop:paper:1"
_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="{%s}" '
    b'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    b'<ds:schemaRefs><ds:schemaRef ds:uri="urn:safer-desktop:paper:1"/></ds:schemaRefs>'
    b"</ds:datastoreItem>"
)
_ITEM_ID = b"5C6E0C2B-7C0B-4D52-9A63-2E1B4C0D7F11"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_LOOKS = ("b", "i", "u", "strike", "dstrike", "highlight", "color", "vertAlign", "rStyle", "caps")
_PLACES = ("pStyle", "numPr", "jc")
_TRACKED = frozenset(("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"))
_NO_WORDS = frozenset(("rPr", "lastRenderedPageBreak", "commentReference", "annotationRef"))
_OFF = ("0", "false", "none")


@dataclass(frozen=True, slots=True)
class Known:
    """A figure as it was when the paper was last written."""

    text: str
    sign: int | None


@dataclass(frozen=True, slots=True)
class Record:
    """Of every block the hash of its words with the figures masked, and every figure's text.

    ``loose`` are the hashes of what stands outside of controls.
    """

    paper: str
    council: str
    edition: str
    blocks: Mapping[str, str]
    loose: tuple[str, ...]
    figures: Mapping[str, Known]


def new_record(document: Any, paper: Paper) -> Record:
    """The record of a paper that was just made."""
    return Record(
        paper=uuid4().hex,
        council=clean(paper.council),
        edition=clean(paper.edition),
        blocks={tag: block_hash(it, document.part) for tag, it in blocks_of(document).items()},
        loose=tuple(signature([it], document.part) for it in loose_of(document)),
        figures=figures_now(paper.figures),
    )


def figures_now(figures: Iterable[NamedFigure]) -> dict[str, Known]:
    """Figures by their tag."""
    return {tag_of(f"{FIGURE}{it.name}"): Known(it.text, it.sign) for it in figures}


def blocks_of(document: Any) -> dict[str, Any]:
    """The document's block controls by tag, in its order; of a copied one, the first."""
    found: dict[str, Any] = {}
    for control in document.element.body.iter(qn("w:sdt")):
        tag = tag_in(control)
        if tag.startswith(BLOCKS):
            found.setdefault(tag, control)
    return found


def loose_of(document: Any) -> list[Any]:
    """Paragraphs and tables of the body that stand in no control."""
    kinds = (qn("w:p"), qn("w:tbl"))
    return [it for it in document.element.body if it.tag in kinds]


def tag_in(control: Any) -> str:
    """The tag of a control; empty if it has none."""
    found = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
    return "" if found is None else str(found.get(qn("w:val")))


def content_of(control: Any) -> list[Any]:
    """What a control holds."""
    content = control.find(qn("w:sdtContent"))
    return [] if content is None else list(content)


def block_hash(control: Any, part: Any) -> str:
    """The hash of what a block control holds."""
    return signature(content_of(control), part)


def text_of(node: Any) -> str:
    """The words of an element as they print: insertions in, deletions out."""
    return "".join(it.text or "" for it in node.iter(qn("w:t")))


def signature(content: Iterable[Any], part: Any) -> str:
    """Words and looks, figures masked; what Word changes by itself on saving is left out."""
    lines = [line for it in content for line in _lines(it, part)]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _local(node: Any) -> str:
    return str(node.tag).rpartition("}")[2]


def _lines(node: Any, part: Any) -> Iterator[str]:
    for it in node.iter(qn("w:p"), qn("w:tr"), qn("w:tc")):
        if it.tag != qn("w:p"):
            yield _local(it)
            continue
        properties = it.find(qn("w:pPr"))
        yield "p " + " ".join(_looks(properties, _PLACES))
        pieces: list[tuple[str, str]] = []
        for look, text in _Runs(part).of(it):
            if not text:
                continue
            if pieces and pieces[-1][0] == look:
                pieces[-1] = (look, pieces[-1][1] + text)
            else:
                pieces.append((look, text))
        yield from (f"{look}|{text}" for look, text in pieces)


def _looks(properties: Any, names: tuple[str, ...]) -> Iterator[str]:
    for it in properties if properties is not None else ():
        name = _local(it)
        values = [str(v) for v in it.attrib.values()] + [
            str(v) for child in it for v in child.attrib.values()
        ]
        if name in names and not (values and values[0] in _OFF):
            yield f"{name}={','.join(values)}"


class _Runs:
    """The runs of one paragraph: looks and text, piece by piece; what fields show is left out."""

    def __init__(self, part: Any) -> None:
        self._part = part
        self._shows = False

    def of(self, node: Any) -> Iterator[tuple[str, str]]:
        """All pieces below ``node``, in reading order."""
        for it in node:
            name = _local(it)
            if name in _TRACKED:
                yield "", f"[{name}]"
            if name == "pPr":
                if any(_local(below) in _TRACKED for below in it.iter()):
                    yield "", "[tracked]"
            elif name == "sdt" and tag_in(it).startswith(FIGURE):
                yield "", f"{{{bare_tag(tag_in(it))}}}"
            elif name == "r":
                yield from self._run(it)
            elif name != "sdtPr":
                yield from self.of(it)

    def _run(self, run: Any) -> Iterator[tuple[str, str]]:
        look = " ".join(_looks(run.find(qn("w:rPr")), _LOOKS))
        for it in run:
            match _local(it):
                case "fldChar":
                    self._shows = it.get(qn("w:fldCharType")) == "separate"
                case "instrText":
                    yield "", f"[{(it.text or '').strip()}]"
                case "t" | "delText":
                    yield look, "" if self._shows else it.text or ""
                case "drawing":
                    yield "", f"[{self._drawing(it)}]"
                case name if name not in _NO_WORDS:
                    yield look, f"[{name}]"

    def _drawing(self, drawing: Any) -> str:
        """A chart by its words and values, which stay when Word writes the part anew."""
        for it in drawing.iter():
            related = it.get(qn("r:id")) or it.get(qn("r:embed"))
            if related in self._part.related_parts:
                blob = self._part.related_parts[related].blob
                if _local(it) != "chart":
                    return hashlib.sha256(blob).hexdigest()
                held = etree.fromstring(blob).iter("{*}v", "{*}t")
                return "\t".join(_value(one.text or "") for one in held)
        return "drawing"


def _value(text: str) -> str:
    try:
        return f"{float(text):.6g}"
    except ValueError:
        return text


def keep(document: Any, record: Record) -> None:
    """Put the record into the document, in place of the one that it may have."""
    root = etree.Element(f"{{{_SPACE}}}paper", nsmap=cast("dict[str, str]", {None: _SPACE}))
    for name in ("paper", "council", "edition"):
        root.set(name, getattr(record, name))
    for tag, hashed in record.blocks.items():
        etree.SubElement(root, f"{{{_SPACE}}}block", tag=tag, hash=hashed)
    for hashed in record.loose:
        etree.SubElement(root, f"{{{_SPACE}}}loose", hash=hashed)
    for tag, known in record.figures.items():
        made = etree.SubElement(root, f"{{{_SPACE}}}figure", tag=tag, text=known.text)
        if known.sign is not None:
            made.set("sign", str(known.sign))
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = _part_of(document)
    if part is not None:
        part._blob = blob
        return
    package = document.part.package
    part = Part(PackURI("/customXml/item1.xml"), "application/xml", blob, package)
    if any(str(it.partname) == "/customXml/item1.xml" for it in package.iter_parts()):
        part.partname = package.next_partname("/customXml/item%d.xml")
    number = str(part.partname).removeprefix("/customXml/item").removesuffix(".xml")
    about = Part(
        PackURI(f"/customXml/itemProps{number}.xml"),
        _PROPERTIES_TYPE,
        _PROPERTIES % _ITEM_ID,
        package,
    )
    part.relate_to(about, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def record_in(document: Any) -> Record | None:
    """The record that a document carries; None if it has none that can be read."""
    part = _part_of(document)
    if part is None:
        return None
    root = _parsed(part.blob)
    if root is None:
        return None
    return Record(
        paper=root.get("paper", ""),
        council=root.get("council", ""),
        edition=root.get("edition", ""),
        blocks={it.get("tag", ""): it.get("hash", "") for it in root.iter(f"{{{_SPACE}}}block")},
        loose=tuple(it.get("hash", "") for it in root.iter(f"{{{_SPACE}}}loose")),
        figures={
            it.get("tag", ""): Known(it.get("text", ""), _sign(it.get("sign")))
            for it in root.iter(f"{{{_SPACE}}}figure")
        },
    )


def _sign(text: str | None) -> int | None:
    return {"-1": -1, "0": 0, "1": 1}.get(text or "")


def _part_of(document: Any) -> Any:
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_XML and not relation.is_external:
            root = _parsed(relation.target_part.blob)
            if root is not None and root.tag == f"{{{_SPACE}}}paper":
                return relation.target_part
    return None


def _parsed(blob: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(blob, parser)
    except etree.XMLSyntaxError:
        return None
