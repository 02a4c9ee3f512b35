"""Reads the text of a Word file, numbered as Word numbers it. Nothing in it is run or fetched.

The parts are read straight from the package, so that templates and files with macros open as well:
of the whole package only document, numbering and styles are looked at, each bounded in size.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from safer_desktop.domain.errors import ReportError
from safer_desktop.report.claims.nouns import TextParagraph
from safer_desktop.report.claims.paper_file import with_headings

_MOST_OF_A_PART = 60_000_000
_MOST_DEPTH = 40
_MOST_ROWS = 5_000
_REMEDY = "Open it in Word and save it as .docx, or copy its text and paste it."
_SKIPPED = frozenset(("del", "moveFrom", "Fallback", "instrText", "delText", "txbxContent", "pPr"))
Element = etree._Element


def read_word(data: bytes, name: str) -> tuple[TextParagraph, ...]:
    """The paragraphs, headings and table rows of a Word file; raises ReportError otherwise."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            document = _part(package, "word/document.xml", name)
            if document is None:
                raise ReportError(f"'{name}' is not a Word document.", remedy=_REMEDY)
            numbering = _part(package, "word/numbering.xml", name)
            styles = _part(package, "word/styles.xml", name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise ReportError(
            f"'{name}' is damaged, protected by a password, or not a Word document.",
            remedy=_REMEDY,
        ) from error
    body = next((it for it in document if _local(it) == "body"), None)
    if body is None:
        raise ReportError(f"'{name}' holds no text.", remedy=_REMEDY)
    return with_headings(_Body(_Styles(styles), _Numbering(numbering)).paragraphs(body))


def _part(package: zipfile.ZipFile, part: str, name: str) -> Element | None:
    """A part's root, without any entity or outside file; None if there is no such part."""
    try:
        info = package.getinfo(part)
    except KeyError:
        return None
    with package.open(info) as stream:
        data = stream.read(_MOST_OF_A_PART + 1)
    if len(data) > _MOST_OF_A_PART or b"<!DOCTYPE" in data[:2000]:
        raise ReportError(
            f"'{name}' is built in a way that no ordinary paper is.",
            where=f"Part: {part}.",
            remedy=_REMEDY,
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReportError(
            f"'{name}' is damaged.", where=f"Part: {part}.", remedy=_REMEDY
        ) from error


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _child(element: Element | None, *names: str) -> Element | None:
    found = element
    for wanted in names:
        found = next(
            (it for it in (found if found is not None else ()) if _local(it) == wanted), None
        )
    return found


def _value(element: Element | None, name: str = "val") -> str:
    if element is None:
        return ""
    found = (str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name)
    return next(found, "")


def _number(text: str, otherwise: int = 0) -> int:
    return int(text) if text.lstrip("-").isdigit() and len(text) < 10 else otherwise


class _Styles:
    """What styles say of headings and numbers, their parents' word included."""

    def __init__(self, root: Element | None) -> None:
        found = (it for it in (root if root is not None else ()) if _local(it) == "style")
        self._styles = {_value(it, "styleId"): it for it in found}

    def is_heading(self, style: str) -> bool:
        """Whether it is a heading or a title."""
        for it in self._line(style):
            name = _value(_child(it, "name")).casefold()
            if name.startswith("heading") or name == "title":
                return True
            if _child(it, "pPr", "outlineLvl") is not None:
                return _number(_value(_child(it, "pPr", "outlineLvl")), 9) < 9
        return False

    def numbering(self, style: str) -> Element | None:
        """The numbering that the style brings."""
        found = (_child(it, "pPr", "numPr") for it in self._line(style))
        return next((it for it in found if it is not None), None)

    def _line(self, style: str) -> Iterator[Element]:
        for _ in range(_MOST_DEPTH):
            it = self._styles.get(style)
            if it is None:
                return
            yield it
            style = _value(_child(it, "basedOn"))


class _Numbering:
    """Counts on as Word does: per abstract list, lower levels beginning anew."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, dict[int, Element]] = {}
        self._abstract: dict[str, str] = {}
        self._begin: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        for it in root if root is not None else ():
            if _local(it) == "abstractNum":
                levels = {_number(_value(lvl, "ilvl")): lvl for lvl in it if _local(lvl) == "lvl"}
                self._lists[_value(it, "abstractNumId")] = levels
            elif _local(it) == "num":
                number = _value(it, "numId")
                self._abstract[number] = _value(_child(it, "abstractNumId"))
                for override in (o for o in it if _local(o) == "lvlOverride"):
                    start = _child(override, "startOverride")
                    if start is not None:
                        level = _number(_value(override, "ilvl"))
                        self._begin[number, level] = _number(_value(start), 1)

    def next(self, properties: Element) -> tuple[str, int]:
        """The number printed before the next paragraph of a list (empty: a bullet), its level."""
        number = _value(_child(properties, "numId"))
        level = _number(_value(_child(properties, "ilvl")))
        abstract = self._abstract.get(number)
        levels = self._lists.get(abstract or "", {})
        if abstract is None or level not in levels:
            return "", level
        counts = self._counts.setdefault(abstract, {})
        if number not in self._begun:
            self._begun.add(number)
            for (of, at), start in self._begin.items():
                if of == number:
                    counts[at] = start - 1
        start = _number(_value(_child(levels[level], "start")), 1)
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [it for it in counts if it > level]:
            del counts[deeper]
        printed = _value(_child(levels[level], "lvlText"))
        if _value(_child(levels[level], "numFmt")) in ("bullet", "none"):
            return "", level
        for place in range(9):
            mark = f"%{place + 1}"
            if mark in printed:
                form = _value(_child(levels.get(place), "numFmt"))
                printed = printed.replace(mark, _written(counts.get(place, 1), form))
        return printed.strip().rstrip("."), level


def _written(count: int, form: str) -> str:
    count = max(0, min(count, 3000))
    if form in ("lowerLetter", "upperLetter") and count:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        roman, rest = "", count
        for value, sign in zip(
            (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
            ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
            strict=True,
        ):
            roman += sign * (rest // value)
            rest %= value
        return roman if form == "lowerRoman" else roman.upper()
    return str(count)


class _Body:
    """Walks a document's body in its order."""

    def __init__(self, styles: _Styles, numbering: _Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._tables = 0
        self._main = ""

    def paragraphs(self, parent: Element, depth: int = 0) -> Iterator[TextParagraph]:
        """Every paragraph and table row below ``parent``."""
        for it in parent:
            match _local(it):
                case "p":
                    yield from self._paragraph(it)
                case "tbl":
                    yield from self._table(it)
                case "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" | "smartTag":
                    if depth < _MOST_DEPTH:
                        yield from self.paragraphs(it, depth + 1)

    def _paragraph(self, element: Element) -> Iterator[TextParagraph]:
        text = _text(element).strip()
        style = _value(_child(element, "pPr", "pStyle"))
        properties = _child(element, "pPr", "numPr")
        if properties is None or _child(properties, "numId") is None:
            properties = self._styles.numbering(style)
        if not text:
            return
        number, level = self._numbering.next(properties) if properties is not None else ("", 0)
        heading = self._styles.is_heading(style)
        if number and not heading:
            if number.strip("().").isdigit() or (level == 0 and number[:1].isdigit()):
                self._main = number
            elif not number[:1].isdigit() and self._main:
                number = f"{self._main} {number}"
        yield TextParagraph(text, "" if heading else number, is_heading=heading)

    def _table(self, element: Element) -> Iterator[TextParagraph]:
        self._tables += 1
        table = self._tables
        rows = (it for it in element.iter() if _local(it) == "tr")
        for row, it in enumerate(rows, 1):
            if row > _MOST_ROWS:
                return
            cells = tuple(
                " ".join(_text(cell).split()) for cell in it.iter() if _local(cell) == "tc"
            )
            if any(cells):
                yield TextParagraph(" | ".join(cells), table=table, row=row, cells=cells)


def _text(element: Element) -> str:
    """The words as they print: insertions in, deletions and field codes out."""
    pieces: list[str] = []
    stack = [iter(element)]
    while stack:
        it = next(stack[-1], None)
        if it is None:
            stack.pop()
            continue
        name = _local(it)
        if name in _SKIPPED:
            continue
        if name == "t":
            pieces.append(it.text or "")
        elif name in ("tab", "br", "cr"):
            pieces.append(" ")
        elif name == "noBreakHyphen":
            pieces.append("-")
        elif name == "p":
            pieces.append(" ")
        if len(it):
            stack.append(iter(it))
    return "".join(pieces)
