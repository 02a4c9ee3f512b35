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
from safer_desktop.report.word_charts import Drawing, chart_paragraph, drawing_of
from safer_desktop.report.word_contents import bookmarked, contents_list, listed
from safer_desktop.report.word_controls import (
    CONTENTS,
    FRONT,
    Tags,
    enclose,
    last_bare,
    runs_with_figures,
    wanted_tag,
)
from safer_desktop.report.word_council import CouncilFrame, Template
from safer_desktop.report.word_frame import Frame, OwnFrame
from safer_desktop.report.word_record import keep, new_record
from safer_desktop.report.word_scatter import scatter_of
from safer_desktop.report.word_tables import table
from safer_desktop.report.word_text import (
    clean,
    element,
    field,
    link,
    paragraph,
    run,
)

_STYLES = {
    Role.NUMBERED: "NumberedParagraph",
    Role.LETTERED: "LetteredParagraph",
    Role.PLAIN: "Normal",
    Role.NOTE: "Note",
}


def write(paper: Paper, path: Path, progress: Progress, template: Template | None = None) -> None:
    """Write the paper to ``path``; a file that is there is replaced once the new one is whole.

    ``template`` is the council's own, into which the paper is put.

    Raises ReportError if the folder is missing or cannot be written to, or the file is open
    elsewhere; Cancelled leaves everything as it was.
    """
    made = made_paper(paper, progress, template)
    progress.report(0.95, f"Saving {path.name}")
    replace_file(path, made, "The paper", "Word")
    progress.report(1.0, f"{path.name} written")


def made_paper(paper: Paper, progress: Progress, template: Template | None = None) -> bytes:
    """The paper as a Word file; raises Cancelled."""
    frame = OwnFrame() if template is None else CouncilFrame(template)
    return _Writer(paper, frame).write(progress)


class _Writer:
    """Puts block after block into a document."""

    def __init__(self, paper: Paper, frame: Frame) -> None:
        self._paper = paper
        self._frame = frame
        self._document = frame.document
        self._landscape = False
        self._new_page = False
        self._tops_page = False
        self._charts = 0
        self._tables = 0
        self._listed = listed(paper.blocks) if paper.contents else []
        self._tags = Tags()

    def write(self, progress: Progress) -> bytes:
        self._front()
        blocks = self._paper.blocks
        for done, block in enumerate(blocks):
            check_cancelled(progress)
            progress.report(0.9 * done / len(blocks), "Writing the paper")
            self._block(block)
        self._end_with_words()
        self._frame.finish(landscape=self._landscape)
        self._describe()
        keep(self._document, new_record(self._document, self._paper))
        made = io.BytesIO()
        self._document.save(made)
        return made.getvalue()

    def _add(self, made: Any) -> None:
        self._frame.add(made)

    def _front(self) -> None:
        for name, made in self._frame.begin(self._paper):
            before = self._frame.end.getprevious()
            self._add(made)
            self._enclose(before, f"{FRONT}{name}")
        if self._paper.contents:
            self._contents()

    def _contents(self) -> None:
        """The headings as links."""
        before = self._frame.end.getprevious()
        self._add(paragraph("Heading1", [run("Contents")]))
        for made in contents_list(self._listed):
            self._add(made)
        self._enclose(before, f"{CONTENTS}contents")
        self._new_page = self._tops_page = True

    def _block(self, block: Block) -> None:
        before = self._frame.end.getprevious()
        self._put(block)
        if not isinstance(block, Section):
            self._enclose(before, wanted_tag(block))

    def _enclose(self, before: Any, wanted: str) -> None:
        tag = self._tags.tag(wanted)
        enclose(self._frame.end, before, tag, tag.partition(":")[2], self._tags.next_id())

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
                self._chart(block, scatter_of(block, self._frame.width(landscape=self._landscape)))
            case Section():
                self._section(block)

    def _heading(self, heading: Heading) -> None:
        page = [element("w:pageBreakBefore")] if self._new_page else []
        above = [element("w:spacing", {"w:before": "0"})] if self._tops_page else []
        self._new_page = self._tops_page = False
        words = [run(heading.text)]
        for it in self._listed:
            if it.heading is heading:
                words = bookmarked(words, it)
        self._add(paragraph(f"Heading{heading.level}", words, *page, *above))

    def _paragraph(self, block: Paragraph) -> None:
        content = runs_with_figures(block.text, block.figures, self._tags)
        if block.link:
            content.append(link(self._document.part, block.link.text, block.link.target))
        self._add(paragraph(_STYLES[block.role], content))

    def _table(self, block: Table) -> None:
        self._tables += 1
        self._caption("Table", self._tables, block.caption)
        self._add(table(block, self._frame.width(landscape=self._landscape)))
        if block.note:
            self._add(paragraph("Note", [run(block.note)]))

    def _chart(self, block: Chart | Scatter, drawn: Drawing) -> None:
        self._charts += 1
        self._caption("Figure", self._charts, block.caption)
        width = self._frame.width(landscape=self._landscape)
        self._add(chart_paragraph(self._document.part, block, drawn, self._charts, width))
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
        self._frame.end_section(landscape=self._landscape)
        self._landscape = section.landscape

    def _end_with_words(self) -> None:
        """A section, and the file, must not end on a table: Word would add an empty paragraph."""
        if last_bare(self._frame.end).tag == qn("w:tbl"):
            self._add(paragraph("Note", [run(f"End of table {self._tables}.")]))

    def _describe(self) -> None:
        paper, now = self._paper, datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        about = self._document.core_properties
        about.title, about.author = clean(paper.title)[:255], clean(paper.author)[:255]
        about.subject, about.language = clean(paper.board)[:255], "en-GB"
        about.last_modified_by, about.revision = about.author, 1
        about.created = about.modified = now
