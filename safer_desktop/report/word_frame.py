"""What stands around a paper's blocks: our own pages, with their headers and footers."""

from __future__ import annotations

from typing import Any, Protocol

from safer_desktop.report.content import Paper
from safer_desktop.report.word_charts import EMU_PER_TWIP
from safer_desktop.report.word_controls import last_bare
from safer_desktop.report.word_template import blank_document
from safer_desktop.report.word_text import (
    element,
    field,
    paragraph,
    properties_of,
    run,
    tab,
    valued,
)

SHORT_SIDE, LONG_SIDE = 11906, 16838
MARGINS = {False: 1304, True: 1021}
TOP, BOTTOM = {False: 1418, True: 1134}, {False: 1304, True: 1021}
HEADER, FOOTER = 567, 510


class Frame(Protocol):
    """A document into which blocks are put one after another."""

    document: Any

    def begin(self, paper: Paper) -> list[tuple[str, Any]]:
        """Fill in what is there already; gives what is to stand before the first block."""

    def add(self, made: Any) -> None:
        """Put a block after all others."""

    @property
    def end(self) -> Any:
        """What blocks are put before."""

    def width(self, *, landscape: bool) -> int:
        """How wide the text is, in twips."""

    def end_section(self, *, landscape: bool) -> None:
        """End the section after the last block, which is a paragraph."""

    def finish(self, *, landscape: bool) -> None:
        """Put what stands after the last block, and around every page."""


class OwnFrame:
    """Our own pages."""

    def __init__(self) -> None:
        self.document = blank_document()
        self._body = self.document.element.body

    def begin(self, paper: Paper) -> list[tuple[str, Any]]:
        """Board, meeting, title, whose report."""
        self._paper = paper
        return front(paper)

    def add(self, made: Any) -> None:
        """Put a block before the last section's properties."""
        self._body.sectPr.addprevious(made)

    @property
    def end(self) -> Any:
        """The last section's properties."""
        return self._body.sectPr

    def width(self, *, landscape: bool) -> int:
        """Between our own margins."""
        return (LONG_SIDE if landscape else SHORT_SIDE) - 2 * MARGINS[landscape]

    def end_section(self, *, landscape: bool) -> None:
        """End the section after the last block."""
        page = element("w:sectPr")
        _set_page(page, landscape=landscape)
        properties_of(last_bare(self.end)).append(page)

    def finish(self, *, landscape: bool) -> None:
        """Each section has its own header and footer, for its tab stop lies elsewhere."""
        _set_page(self._body.sectPr, landscape=landscape)
        furnish(self.document, self._paper)


def furnish(document: Any, paper: Paper) -> list[Any]:
    """Give every section a header and a footer of ours; gives their paragraphs."""
    made = []
    for section in document.sections:
        left, right = section.left_margin, section.right_margin
        width = (section.page_width - left - right) // EMU_PER_TWIP
        section.header.is_linked_to_previous = False
        section.footer.is_linked_to_previous = False
        top = [run(paper.council), tab(), run(paper.edition)]
        bottom = [
            run(paper.board),
            tab(),
            run("Page "),
            *field("PAGE", "1"),
            run(" of "),
            *field("NUMPAGES", "1"),
        ]
        made.append(_fill(section.header, "Header", top, width))
        made.append(_fill(section.footer, "Footer", bottom, width))
    return made


def front(paper: Paper) -> list[tuple[str, Any]]:
    """Board, meeting and agenda item, title, whose report: a name and a paragraph each."""
    made = [("board", paragraph("Subtitle", [run(paper.board)]))]
    item = f"agenda item {paper.agenda_item}" if paper.agenda_item else ""
    where = ", ".join(filter(None, (paper.meeting, item)))
    if where:
        made.append(("meeting", paragraph("Normal", [run(where[0].upper() + where[1:])])))
    made.append(("title", paragraph("Title", [run(paper.title)])))
    return [*made, *(("line", paragraph("Normal", [run(line)])) for line in paper.lines)]


def _set_page(page: Any, *, landscape: bool) -> None:
    margin = str(MARGINS[landscape])
    sides = (LONG_SIDE, SHORT_SIDE) if landscape else (SHORT_SIDE, LONG_SIDE)
    size = {"w:w": str(sides[0]), "w:h": str(sides[1])}
    if landscape:
        size["w:orient"] = "landscape"
    edges = {
        "w:top": str(TOP[landscape]),
        "w:right": margin,
        "w:bottom": str(BOTTOM[landscape]),
        "w:left": margin,
        "w:header": str(HEADER),
        "w:footer": str(FOOTER),
        "w:gutter": "0",
    }
    for child in list(page):
        page.remove(child)
    page.append(valued("w:type", "nextPage"))
    page.append(element("w:pgSz", size))
    page.append(element("w:pgMar", edges))


def _fill(container: Any, style: str, content: list[Any], width: int) -> Any:
    stop = element("w:tab", {"w:val": "right", "w:pos": str(width)})
    made = paragraph(style, content, element("w:tabs", None, stop))
    old = container.paragraphs[0]._p
    old.getparent().replace(old, made)
    return made
