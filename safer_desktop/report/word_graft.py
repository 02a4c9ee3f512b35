"""Takes elements from one Word document into another, with the charts and links they lead to."""

from __future__ import annotations

from copy import deepcopy
from itertools import count
from typing import Any

from docx.opc.part import Part
from docx.oxml.ns import qn

_RELATIONS = (qn("r:id"), qn("r:embed"), qn("r:link"))
_COMMENT_MARKS = (qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:commentReference"))
_NAMES = {
    "/word/charts/": "/word/charts/chart%d.xml",
    "/word/embeddings/": "/word/embeddings/Microsoft_Excel_Worksheet%d.xlsx",
}


class Graft:
    """Copies elements of ``source`` so that they can stand in ``target``."""

    def __init__(self, source: Any, target: Any) -> None:
        self._source, self._target = source, target
        ids = [
            int(it.get(qn("w:val")))
            for it in target.element.iter(qn("w:id"))
            if it.getparent().tag == qn("w:sdtPr")
        ]
        drawings = [int(it.get("id")) for it in target.element.iter(qn("wp:docPr"))]
        self._ids = count(max([*ids, 0]) + 1)
        self._drawings = count(max([*drawings, 0]) + 1)

    def copied(self, element: Any) -> Any:
        """A copy with numbers and relations of the target; styles it lacks come along."""
        made = deepcopy(element)
        for it in made.iter():
            for name in _RELATIONS:
                if it.get(name):
                    it.set(name, self._related(it.get(name)))
            if it.tag == qn("wp:docPr"):
                it.set("id", str(next(self._drawings)))
            if it.tag == qn("w:id") and it.getparent().tag == qn("w:sdtPr"):
                it.set(qn("w:val"), str(next(self._ids)))
            if it.tag in (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle")):
                self._style(it.get(qn("w:val")))
        return made

    def _related(self, relation: str) -> str:
        found = self._source.part.rels[relation]
        if found.is_external:
            return str(
                self._target.part.relate_to(found.target_ref, found.reltype, is_external=True)
            )
        made = self._part(found.target_part)
        related = str(self._target.part.relate_to(made, found.reltype))
        self._below(found.target_part, made)
        return related

    def _part(self, part: Any) -> Any:
        package = self._target.part.package
        folder = str(part.partname).rpartition("/")[0] + "/"
        ending = str(part.partname).rpartition(".")[2]
        name = _NAMES.get(folder, f"{folder}part%d.{ending}")
        return Part(package.next_partname(name), part.content_type, part.blob, package)

    def _below(self, part: Any, made: Any) -> None:
        """The parts of a part, under the same relation ids, for its own XML names them."""
        for relation in part.rels.values():
            if relation.is_external:
                made.load_rel(relation.reltype, relation.target_ref, relation.rId, True)
            else:
                below = self._part(relation.target_part)
                made.load_rel(relation.reltype, below, relation.rId)

    def _style(self, name: str) -> None:
        styles = self._target.styles.element
        if any(it.get(qn("w:styleId")) == name for it in styles.iter(qn("w:style"))):
            return
        for it in self._source.styles.element.iter(qn("w:style")):
            if it.get(qn("w:styleId")) == name:
                styles.append(deepcopy(it))


def drop_unused(document: Any) -> None:
    """Let go of charts and links that nothing in the document leads to any more."""
    used = {it.get(name) for it in document.element.iter() for name in _RELATIONS}
    for relation, it in list(document.part.rels.items()):
        if it.reltype.endswith(("/chart", "/hyperlink")) and relation not in used:
            del document.part.rels[relation]


def carry_comments(old: list[Any], new: list[Any]) -> None:
    """Hang the comments of replaced paragraphs on the words that take their place."""
    starts, ends = [], []
    for element in old:
        for mark in element.iter(*_COMMENT_MARKS):
            if mark.tag == _COMMENT_MARKS[0]:
                starts.append(mark)
            elif mark.tag == _COMMENT_MARKS[1]:
                ends.append(mark)
            else:
                ends.append(mark.getparent())
    paragraphs = [p for it in new for p in it.iter(qn("w:p"))]
    if not paragraphs or not (starts or ends):
        return
    at = 0 if paragraphs[0].find(qn("w:pPr")) is None else 1
    for mark in reversed(starts):
        paragraphs[0].insert(at, mark)
    paragraphs[-1].extend(ends)


def comment(document: Any, paragraph: Any, text: str, author: str) -> bool:
    """Hang a comment on a whole paragraph; False if the same is there already."""
    comments = document.comments
    here = {it.get(qn("w:id")) for it in paragraph.iter(qn("w:commentReference"))}
    if any(str(it.comment_id) in here and it.text == text for it in comments):
        return False
    made = comments.add_comment(text=text, author=author, initials="SD")
    number = {qn("w:id"): str(made.comment_id)}
    start = paragraph.makeelement(qn("w:commentRangeStart"), number)
    paragraph.insert(0 if paragraph.find(qn("w:pPr")) is None else 1, start)
    paragraph.append(paragraph.makeelement(qn("w:commentRangeEnd"), number))
    run = paragraph.makeelement(qn("w:r"), {})
    run.append(paragraph.makeelement(qn("w:commentReference"), number))
    paragraph.append(run)
    return True
