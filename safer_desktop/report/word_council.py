"""A paper put into a council's own template: its pages and styles, its cover filled in."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from safer_desktop.report.content import Paper
from safer_desktop.report.template_file import body_marks, text_of
from safer_desktop.report.template_styles import TemplateStyle, guessed, styles_in
from safer_desktop.report.word_controls import last_bare
from safer_desktop.report.word_cover import cover_values, fields_in, fill_cover
from safer_desktop.report.word_frame import front, furnish
from safer_desktop.report.word_pages import Pages
from safer_desktop.report.word_styles import StyleSheet, complete
from safer_desktop.report.word_text import properties_of

_KEPT_WHOLE = {qn("w:drawing"), qn("w:pict"), qn("w:tbl"), qn("w:sdt"), qn("w:fldChar")}


@dataclass(frozen=True, slots=True)
class Template:
    """A cleaned template, and the template's style for each of the program's own (by id).

    A style without an entry is put into the template.
    """

    content: bytes
    styles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What a template offers: its styles, which of them are guessed for ours, its cover fields."""

    styles: tuple[TemplateStyle, ...]
    guessed: Mapping[str, str]
    fields: tuple[str, ...]


def opened(content: bytes) -> LookedAt:
    """Look into a cleaned template."""
    document = Document(io.BytesIO(content))
    complete(document)
    styles = styles_in(document.part._styles_part.element)
    return LookedAt(styles, guessed(styles), fields_in(document))


class CouncilFrame:
    """The council's pages, with the paper where its mark stands."""

    def __init__(self, template: Template) -> None:
        self.document = Document(io.BytesIO(template.content))
        self._body = self.document.element.body
        self._mark = body_marks(self._body)[0]
        self._styles = StyleSheet(self.document, template.styles)
        self._pages = Pages(self.document, self._mark)
        self._sections = 0
        taken = [it.get("id", "0") for it in self._body.iter(qn("wp:docPr"))]
        self._first_id = max((int(it) for it in taken if it.isdigit()), default=0)

    def begin(self, paper: Paper) -> list[tuple[str, Any]]:
        """Fill the cover; without a place for the title, our own lines stand first."""
        self._paper = paper
        found = fill_cover(self.document, cover_values(paper))
        return [] if "report_title" in found else front(paper)

    def add(self, made: Any) -> None:
        """Put a block, in the template's styles, before the mark."""
        self._styles.dress(made)
        for about in made.iter(qn("wp:docPr")):
            about.set("id", str(int(about.get("id")) + self._first_id))
        self._mark.addprevious(made)

    @property
    def end(self) -> Any:
        """The mark."""
        return self._mark

    def width(self, *, landscape: bool) -> int:
        """Between the template's margins."""
        return self._pages.width(landscape=landscape)

    def end_section(self, *, landscape: bool) -> None:
        """End the section after the last block."""
        properties_of(last_bare(self._mark)).append(self._page(landscape))

    def finish(self, *, landscape: bool) -> None:
        """Close the paper's last section; what the template has behind its mark stays there.

        A template without headers and footers gets ours.
        """
        behind = [it for it in self._mark.itersiblings() if it is not self._body.sectPr]
        last_bare(self._mark)
        if all(map(_is_blank, behind)):
            for block in behind:
                self._body.remove(block)
            self._body.replace(self._body.sectPr, self._page(landscape))
        else:
            self._go_on(behind, landscape)
        self._body.remove(self._mark)
        if not self._pages.furnished:
            for made in furnish(self.document, self._paper):
                self._styles.dress(made)

    def _go_on(self, behind: list[Any], landscape: bool) -> None:
        host = self._pages.host
        holder = host.getparent().getparent()
        in_section = behind[: behind.index(holder) + 1] if holder in behind else behind
        if holder in behind and all(map(_is_blank, in_section)):
            for block in in_section:
                self._body.remove(block)
            self.end_section(landscape=landscape)
        elif self._sections or landscape:
            self.end_section(landscape=landscape)
            self._pages.go_on(host)

    def _page(self, landscape: bool) -> Any:
        self._sections += 1
        return self._pages.page(landscape=landscape, first=self._sections == 1)


def _is_blank(block: Any) -> bool:
    """A paragraph without words or pictures, even one that ends a section."""
    return (
        block.tag in (qn("w:p"), qn("w:bookmarkStart"), qn("w:bookmarkEnd"))
        and not text_of(block).strip()
        and not any(node.tag in _KEPT_WHOLE for node in block.iter())
    )
