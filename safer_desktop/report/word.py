"""A paper as a Word file that can be published: accessible, numbered, with native charts."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn

from safer_desktop.domain.progress import Progress, check_cancelled
from safer_desktop.report.content import (
    Block,
    Chart,
    Heading,
    Paper,
    Paragraph,
    Role,
    Scatter,
    Section,
    Table,
)
from safer_desktop.report.whole import replace_file
from safer_desktop.report.word_charts import (
    EMU_PER_TWIP,
    Drawing,
    chart_paragraph,
    drawing_of,
)
from safer_desktop.report.word_controls import (
    FRONT,
    Tags,
    enclose,
    last_bare,
    runs_with_figures,
    wanted_tag,
)
from safer_desktop.report.word_record import keep, new_record
from safer_desktop.report.word_scatter import scatter_of
from safer_desktop.report.word_tables import table
from safer_desktop.report.word_template import blank_document
from safer_desktop.report.word_text import (
    clean,
    element,
    field,
    link,
    paragraph,
    properties_of,
    run,
    tab,
    valued,
)

_STYLES = {
    Role.NUMBERED: "NumberedParagraph",
    Role.LETTERED: "LetteredParagraph",
    Role.PLAIN: "Normal",
    Role.NOTE: "Note",
}
SHORT_SIDE, LONG_SIDE = 11906, 16838
MARGINS = {False: 1304, True: 1021}
TOP, BOTTOM = {False: 1418, True: 1134}, {False: 1304, True: 1021}
HEADER, FOOTER = 567, 510


def write(paper: Paper, path: Path, progress: Progress) -> None:
    """Write the paper to ``path``; a file that is there is replaced once the new one is whole.

    Raises ReportError if the folder is missing or cannot be written to, or the file is open
    elsewhere; Cancelled leaves everything as it was.
    """
    made = made_paper(paper, progress)
    progress.report(0.95, f"Saving {path.name}")
    replace_file(path, made, "The paper", "Word")
    progress.report(1.0, f"{path.name} written")


def made_paper(paper: Paper, progress: Progress) -> bytes:
    """The paper as a Word file; raises Cancelled."""
    return _Writer(paper).write(progress)


class _Writer:
    """Puts block after block into a document."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._document = blank_document()
        self._body = self._document.element.body
        self._landscape = False
        self._new_page = False
        self._tops_page = False
        self._charts = 0
        self._tables = 0
        self._tags = Tags()

    def write(self, progress: Progress) -> bytes:
        self._front()
        blocks = self._paper.blocks
        for done, block in enumerate(blocks):
            check_cancelled(progress)
            progress.report(0.9 * done / len(blocks), "Writing the paper")
            self._block(block)
        self._end_with_words()
        self._set_page(self._body.sectPr)
        self._furnish_pages()
        self._describe()
        keep(self._document, new_record(self._document, self._paper))
        made = io.BytesIO()
        self._document.save(made)
        return made.getvalue()

    @property
    def _width(self) -> int:
        return (LONG_SIDE if self._landscape else SHORT_SIDE) - 2 * MARGINS[self._landscape]

    def _add(self, made: Any) -> None:
        self._body.sectPr.addprevious(made)

    def _front(self) -> None:
        paper = self._paper
        self._front_line("board", "Subtitle", paper.board)
        item = f"agenda item {paper.agenda_item}" if paper.agenda_item else ""
        where = ", ".join(filter(None, (paper.meeting, item)))
        if where:
            self._front_line("meeting", "Normal", where[0].upper() + where[1:])
        self._front_line("title", "Title", paper.title)
        for line in paper.lines:
            self._front_line("line", "Normal", line)

    def _front_line(self, name: str, style: str, text: str) -> None:
        before = self._body.sectPr.getprevious()
        self._add(paragraph(style, [run(text)]))
        self._enclose(before, f"{FRONT}{name}")

    def _block(self, block: Block) -> None:
        before = self._body.sectPr.getprevious()
        self._put(block)
        if not isinstance(block, Section):
            self._enclose(before, wanted_tag(block))

    def _enclose(self, before: Any, wanted: str) -> None:
        tag = self._tags.tag(wanted)
        enclose(self._body, before, tag, tag.partition(":")[2], self._tags.next_id())

    def _put(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(block)
            case Table():
                self._table(block)
            case Chart():
                self._chart(block, drawing_of(block))
            case Scatter():
                self._chart(block, scatter_of(block, self._width))
            case Section():
                self._section(block)

    def _heading(self, heading: Heading) -> None:
        page = [element("w:pageBreakBefore")] if self._new_page else []
        above = [element("w:spacing", {"w:before": "0"})] if self._tops_page else []
        self._new_page = self._tops_page = False
        self._add(paragraph(f"Heading{heading.level}", [run(heading.text)], *page, *above))

    def _paragraph(self, block: Paragraph) -> None:
        content = runs_with_figures(block.text, block.figures, self._tags)
        if block.link:
            content.append(link(self._document.part, block.link.text, block.link.target))
        self._add(paragraph(_STYLES[block.role], content))

    def _table(self, block: Table) -> None:
        self._tables += 1
        self._caption("Table", self._tables, block.caption)
        self._add(table(block, self._width))
        if block.note:
            self._add(paragraph("Note", [run(block.note)]))

    def _chart(self, block: Chart | Scatter, drawn: Drawing) -> None:
        self._charts += 1
        self._caption("Figure", self._charts, block.caption)
        self._add(chart_paragraph(self._document.part, block, drawn, self._charts, self._width))
        note = " ".join(filter(None, (drawn.key, block.note)))
        if note:
            self._add(paragraph("Note", [run(note)]))

    def _caption(self, label: str, number: int, text: str) -> None:
        counted = field(f"SEQ {label} \\* ARABIC", str(number))
        self._add(paragraph("Caption", [run(f"{label} "), *counted, run(f": {text}")]))

    def _section(self, section: Section) -> None:
        self._tops_page = True
        if section.landscape == self._landscape:
            self._new_page = True
            return
        self._end_with_words()
        page = element("w:sectPr")
        self._set_page(page)
        properties_of(last_bare(self._body)).append(page)
        self._landscape = section.landscape

    def _end_with_words(self) -> None:
        """A section, and the file, must not end on a table: Word would add an empty paragraph."""
        if last_bare(self._body).tag == qn("w:tbl"):
            self._add(paragraph("Note", [run(f"End of table {self._tables}.")]))

    def _set_page(self, page: Any) -> None:
        margin = str(MARGINS[self._landscape])
        sides = (LONG_SIDE, SHORT_SIDE) if self._landscape else (SHORT_SIDE, LONG_SIDE)
        size = {"w:w": str(sides[0]), "w:h": str(sides[1])}
        if self._landscape:
            size["w:orient"] = "landscape"
        edges = {
            "w:top": str(TOP[self._landscape]),
            "w:right": margin,
            "w:bottom": str(BOTTOM[self._landscape]),
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

    def _furnish_pages(self) -> None:
        """Each section has its own header and footer, for its tab stop lies elsewhere."""
        paper = self._paper
        for section in self._document.sections:
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
            _fill(section.header, "Header", top, width)
            _fill(section.footer, "Footer", bottom, width)

    def _describe(self) -> None:
        paper, now = self._paper, datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        about = self._document.core_properties
        about.title, about.author = clean(paper.title)[:255], clean(paper.author)[:255]
        about.subject, about.language = clean(paper.board)[:255], "en-GB"
        about.last_modified_by, about.revision = about.author, 1
        about.created = about.modified = now


def _fill(container: Any, style: str, content: list[Any], width: int) -> None:
    stop = element("w:tab", {"w:val": "right", "w:pos": str(width)})
    old = container.paragraphs[0]._p
    old.addprevious(paragraph(style, content, element("w:tabs", None, stop)))
    old.getparent().remove(old)
