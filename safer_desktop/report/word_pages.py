"""The pages of a council's template: upright and lying, each with its header and footer."""

from __future__ import annotations

import copy
from typing import Any

from docx.oxml.ns import qn

from safer_desktop.report.word_text import element, properties_of

_REFERENCES = (qn("w:headerReference"), qn("w:footerReference"))
_SIZE, _MARGINS = qn("w:pgSz"), qn("w:pgMar")
_A4 = {"w:w": "11906", "w:h": "16838"}
_EDGES = {f"w:{side}": "1304" for side in ("top", "right", "bottom", "left")}
_AROUND = {"w:header": "567", "w:footer": "567", "w:gutter": "0"}
_NEAR = 80
"""A tab stop this near to the margin (in twips) is meant to be at it."""
_References = dict[tuple[str, str], str]


class Pages:
    """Makes section properties after those around a mark in the body.

    ``host`` are the properties of the section in which the mark stands; ``furnished``: the
    template has headers or footers.
    """

    def __init__(self, document: Any, mark: Any) -> None:
        self._document = document
        body = document.element.body
        if body.sectPr is None:
            body.append(element("w:sectPr"))
        inside = [it.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") for it in body]
        held = dict(zip(body, inside, strict=True))
        sections = [it for it in inside if it is not None] + [body.sectPr]
        self.host = next(
            (held[it] for it in mark.itersiblings() if held.get(it) is not None), body.sectPr
        )
        self._references: dict[Any, _References] = {}
        so_far: _References = {}
        for section in sections:
            _complete(section)
            so_far = so_far | {
                (it.tag, it.get(qn("w:type"), "default")): it.get(qn("r:id"))
                for it in section if it.tag in _REFERENCES
            }  # fmt: skip
            self._references[section] = so_far
        self.furnished = bool(so_far)
        lying = [it for it in sections if _lies(it)]
        self._by_side = {
            _lies(self.host): copy.deepcopy(self.host),
            not _lies(self.host): self._turned(lying),
        }
        self._kept = {
            side: self._references[self.host] if side == _lies(self.host) else self._beside(lying)
            for side in (False, True)
        }

    def width(self, *, landscape: bool) -> int:
        """How wide the text is, in twips."""
        return _width(self._by_side[landscape])

    def page(self, *, landscape: bool, first: bool) -> Any:
        """New section properties; only a ``first`` section has the template's first page."""
        page = copy.deepcopy(self._by_side[landscape])
        for old in [it for it in page if it.tag in _REFERENCES]:
            page.remove(old)
        first_page = first and page.find(qn("w:titlePg")) is not None
        kept = self._kept[landscape].items()
        for (tag, kind), relation in sorted(kept, reverse=True):
            if kind != "first" or first_page:
                name = "w:headerReference" if tag == _REFERENCES[0] else "w:footerReference"
                page.insert(0, element(name, {"w:type": kind, "r:id": relation}))
        if not first:
            self.go_on(page)
        return page

    def go_on(self, page: Any) -> None:
        """Make a section one that follows another: on a new page, numbered on."""
        for tag in ("w:titlePg", "w:pgNumType", "w:type", "w:vAlign"):
            old = page.find(qn(tag))
            if old is not None:
                page.remove(old)
        page.find(_SIZE).addprevious(element("w:type", {"w:val": "nextPage"}))

    def _turned(self, lying: list[Any]) -> Any:
        if lying and not _lies(self.host):
            return copy.deepcopy(lying[0])
        made = copy.deepcopy(self.host)
        size = made.find(_SIZE)
        wide, high = size.get(qn("w:w")), size.get(qn("w:h"))
        size.set(qn("w:w"), high)
        size.set(qn("w:h"), wide)
        size.attrib.pop(qn("w:code"), None)
        if _lies(self.host):
            size.attrib.pop(qn("w:orient"))
        else:
            size.set(qn("w:orient"), "landscape")
        return made

    def _beside(self, lying: list[Any]) -> _References:
        """The headers and footers of turned pages: the template's, or ours with its tabs moved."""
        if lying and not _lies(self.host):
            return self._references[lying[0]]
        old, new = (self.width(landscape=side) for side in (_lies(self.host), not _lies(self.host)))
        return {
            key: self._widened(relation, old, new)
            for key, relation in self._references[self.host].items()
        }

    def _widened(self, relation: str, old: int, new: int) -> str:
        part = self._document.part.related_parts[relation]
        name = "header" if "header" in part.content_type else "footer"
        package = part.package
        made = type(part).load(
            package.next_partname(f"/word/{name}%d.xml"), part.content_type, part.blob, package
        )
        for key, it in part.rels.items():
            made.load_rel(it.reltype, it.target_ref if it.is_external else it.target_part,
                          key, it.is_external)  # fmt: skip
        for paragraph in made.element.iter(qn("w:p")):
            if paragraph.find(f".//{qn('w:r')}/{qn('w:tab')}") is not None:
                self._move_tabs(paragraph, old, new)
        reltype = self._document.part.rels[relation].reltype
        return str(self._document.part.relate_to(made, reltype))

    def _move_tabs(self, paragraph: Any, old: int, new: int) -> None:
        stops = _stops(paragraph) or self._style_stops(paragraph)
        moved = []
        for stop in stops:
            place, kind = int(stop.get(qn("w:pos"))), stop.get(qn("w:val"))
            to = {"right": new, "center": new // 2}.get(kind)
            if to is None or (kind == "right" and abs(place - old) > _NEAR):
                continue
            moved.append((place, "clear"))
            moved.append((to, kind))
        if not moved:
            return
        properties = properties_of(paragraph)
        for tabs in properties.findall(qn("w:tabs")):
            properties.remove(tabs)
        tabs = properties._insert_tabs(element("w:tabs"))
        for place, kind in sorted(moved):
            tabs.append(element("w:tab", {"w:val": kind, "w:pos": str(place)}))

    def _style_stops(self, paragraph: Any) -> list[Any]:
        styles = {it.get(qn("w:styleId")): it for it in self._document.styles.element}
        used = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        code = None if used is None else used.get(qn("w:val"))
        for _ in range(len(styles)):
            style = styles.get(code)
            if style is None:
                break
            found = _stops(style)
            if found:
                return found
            based = style.find(qn("w:basedOn"))
            code = None if based is None else based.get(qn("w:val"))
        return []


def _stops(owner: Any) -> list[Any]:
    return list(owner.findall(f"{qn('w:pPr')}/{qn('w:tabs')}/{qn('w:tab')}"))


def _complete(section: Any) -> None:
    """Size and margins, which a section may leave out."""
    if section.find(_SIZE) is None:
        section._insert_pgSz(element("w:pgSz", _A4))
    if section.find(_MARGINS) is None:
        section._insert_pgMar(element("w:pgMar", _EDGES | _AROUND))


def _lies(section: Any) -> bool:
    size = section.find(_SIZE)
    return int(size.get(qn("w:w"))) > int(size.get(qn("w:h")))


def _width(section: Any) -> int:
    edges = section.find(_MARGINS)
    sides = sum(int(edges.get(qn(f"w:{it}"), "0")) for it in ("left", "right", "gutter"))
    return int(section.find(_SIZE).get(qn("w:w"))) - sides
