"""The styles of a paper in a council's template: the template's own, else ours put into it."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart
from docx.parts.settings import SettingsPart
from docx.parts.styles import StylesPart

from safer_desktop.report.word_template import own_part
from safer_desktop.report.word_text import element, properties_of, valued

_USES = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
_LEVELS = {"Heading1": 0, "Heading2": 1, "Heading3": 2}
_LISTED = {"NumberedParagraph": 0, "LetteredParagraph": 1}
_BUILT_IN = {"Header": "header", "Footer": "footer", "TOC1": "toc 1", "TOC2": "toc 2"}
_NEEDED = (
    *_BUILT_IN,
    "Title",
    "Subtitle",
    *_LEVELS,
    *_LISTED,
    "Note",
    "Caption",
    "ChartParagraph",
    "TableText",
    "TableNumber",
    "TableHeader",
    "TableHeaderNumber",
    "BoardTable",
    "Hyperlink",
)
_DEFAULTS = {"Normal": "paragraph", "DefaultParagraphFont": "character", "TableNormal": "table"}
_AFTER_OUTLINE = ("w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange")
_OWN_LIST = "5AFE1001"


class StyleSheet:
    """Gives every block its styles by the template's ids, and puts in what the template lacks."""

    def __init__(self, document: Any, mapping: Mapping[str, str]) -> None:
        complete(document)
        self._styles = document.part._styles_part.element
        self._own = {it.get(qn("w:styleId")): it for it in own_part("styles.xml")}
        self._known = {it.get(qn("w:styleId")): it for it in self._styles.findall(qn("w:style"))}
        self._names = {_name(it).casefold() for it in self._known.values()}
        self._codes = {own: code for own, code in mapping.items() if code in self._known}
        for own, name in _BUILT_IN.items():
            called = [c for c, it in self._known.items() if _name(it).casefold() == name]
            self._codes |= dict.fromkeys([own], called[0]) if called else {}
        missing = [it for it in _NEEDED if it not in self._codes]
        self._name_all(missing)
        put = {own: self._codes[own] for own in missing}
        self._list = _put_list(document.part.numbering_part.element, put)
        for own in missing:
            self._put(own)
        self._unlisted = {
            self._codes[own]: level
            for own, level in _LISTED.items()
            if not self._says(self._codes[own], "w:numPr")
        }
        self._unranked = {
            self._codes[own]: level
            for own, level in _LEVELS.items()
            if not self._says(self._codes[own], "w:outlineLvl")
        }

    def dress(self, made: Any) -> None:
        """Put the template's styles in place of ours."""
        plain = self._codes.get("Normal")
        for use in made.iter(*_USES):
            own = use.get(qn("w:val"))
            use.set(qn("w:val"), self._codes.get(own, own))
        for holder in made.iter(qn("w:p")):
            style = holder.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            if style is None:
                if plain:
                    properties_of(holder).insert(0, valued("w:pStyle", plain))
                continue
            self._make_plain(holder, style.get(qn("w:val")))

    def _make_plain(self, holder: Any, code: str) -> None:
        """Say at the paragraph what the template's style does not: its list, its level."""
        properties = holder.find(qn("w:pPr"))
        if code in self._unlisted:
            number = properties.get_or_add_numPr()
            number.append(valued("w:ilvl", str(self._unlisted[code])))
            number.append(valued("w:numId", self._list))
        if code in self._unranked:
            level = valued("w:outlineLvl", str(self._unranked[code]))
            properties.insert_element_before(level, *_AFTER_OUTLINE)

    def _name_all(self, missing: list[str]) -> None:
        for own in missing:
            code = own
            while code in self._known:
                code = f"Report{code}"
            self._codes[own] = code
        self._based = {
            own: next((c for c, s in self._known.items() if _is_default(s, kind)), None)
            for own, kind in _DEFAULTS.items()
        }

    def _put(self, own: str) -> None:
        made = copy.deepcopy(self._own[own])
        made.set(qn("w:styleId"), self._codes[own])
        name = made.find(qn("w:name"))
        while name.get(qn("w:val")).casefold() in self._names:
            name.set(qn("w:val"), f"{name.get(qn('w:val'))} (report)")
        self._names.add(name.get(qn("w:val")).casefold())
        for tag in ("w:basedOn", "w:next"):
            for link in made.findall(qn(tag)):
                to = link.get(qn("w:val"))
                code = self._based[to] if to in self._based else self._codes.get(to)
                if code is None:
                    made.remove(link)
                else:
                    link.set(qn("w:val"), code)
        for number in made.iter(qn("w:numId")):
            number.set(qn("w:val"), self._list)
        self._styles.append(made)
        self._known[self._codes[own]] = made

    def _says(self, code: str, tag: str) -> bool:
        return any(it.find(f"{qn('w:pPr')}/{qn(tag)}") is not None for it in self._chain(code))

    def _chain(self, code: str) -> Iterator[Any]:
        seen: set[str] = set()
        while code in self._known and code not in seen:
            seen.add(code)
            yield self._known[code]
            based = self._known[code].find(qn("w:basedOn"))
            code = "" if based is None else based.get(qn("w:val"))


def _name(style: Any) -> str:
    found = style.find(qn("w:name"))
    return "" if found is None else str(found.get(qn("w:val")))


def _is_default(style: Any, kind: str) -> bool:
    return style.get(qn("w:type")) == kind and style.get(qn("w:default")) in ("1", "true")


def _put_list(numbering: Any, put: Mapping[str, str]) -> str:
    """Our list of numbers and letters under ids that are free, for our styles; gives its id."""
    source = own_part("numbering.xml")
    abstract = copy.deepcopy(source.find(qn("w:abstractNum")))
    lists = numbering.findall(qn("w:num"))
    abstracts = numbering.findall(qn("w:abstractNum"))
    free = 1 + max((int(it.get(qn("w:abstractNumId"))) for it in abstracts), default=0)
    abstract.set(qn("w:abstractNumId"), str(free))
    abstract.find(qn("w:nsid")).set(qn("w:val"), _OWN_LIST)
    for link in list(abstract.iter(qn("w:pStyle"))):
        if link.get(qn("w:val")) in put:
            link.set(qn("w:val"), put[link.get(qn("w:val"))])
        else:
            link.getparent().remove(link)
    if lists:
        lists[0].addprevious(abstract)
    else:
        numbering.append(abstract)
    code = str(1 + max((int(it.get(qn("w:numId"))) for it in lists), default=0))
    made = element("w:num", {"w:numId": code}, valued("w:abstractNumId", str(free)))
    (lists[-1] if lists else abstract).addnext(made)
    return code


def complete(document: Any) -> None:
    """The parts that a template may lack and a paper needs."""
    part = document.part
    have = {it.reltype for it in part.rels.values()}
    for kind, content, made, name in (
        (RELATIONSHIP_TYPE.STYLES, CONTENT_TYPE.WML_STYLES, StylesPart, "styles"),
        (RELATIONSHIP_TYPE.NUMBERING, CONTENT_TYPE.WML_NUMBERING, NumberingPart, "numbering"),
        (RELATIONSHIP_TYPE.SETTINGS, CONTENT_TYPE.WML_SETTINGS, SettingsPart, "settings"),
    ):
        if kind not in have:
            tree = own_part(f"{name}.xml")
            if name == "numbering":
                for child in list(tree):
                    tree.remove(child)
            part.relate_to(made(PackURI(f"/word/{name}.xml"), content, tree, part.package), kind)
