"""From figures to a whole paper: the board's order of headings, paragraphs and appendices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from safer_desktop.analysis.overall import overall
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.figures import DistrictBars, Figure, Trend
from safer_desktop.domain.observations import SourceFile
from safer_desktop.domain.periods import financial_year_label
from safer_desktop.report import standing
from safer_desktop.report.appendices import (
    charts_appendix,
    dashboard_appendix,
    sources_appendix,
)
from safer_desktop.report.content import Block, Heading, Link, Paper, Paragraph, Role
from safer_desktop.report.fields import Fields
from safer_desktop.report.length import is_long
from safer_desktop.report.matrix import matrix_appendix
from safer_desktop.report.named import PaperFigures, spans
from safer_desktop.report.phrases import long_date
from safer_desktop.report.plan import (
    CHARTS,
    DASHBOARD,
    MATRIX,
    OFFICERS,
    SOURCES,
    PlanEntry,
    arranged,
)
from safer_desktop.report.summary import summarise
from safer_desktop.report.templates import Wording
from safer_desktop.report.wording import Draft, caveats, draft
from safer_desktop.risk.firmness import Firmness
from safer_desktop.risk.movement import Movement
from safer_desktop.risk.scheme import MatrixRow, Scheme

LEAD_KEY = "recommendations:lead"


@dataclass(frozen=True)
class PaperInputs:
    """Everything a paper is made from.

    ``figures`` are the home area's by indicator. ``commentary`` holds the user's own words by
    paragraph key: (text, included); text None follows the draft. ``details`` are the texts of the
    paper record (title, board, meeting_date, agenda_item, report_of, author, post, telephone,
    email). ``movement`` is since an earlier edition's matrix, ``firmness`` that of the matrix's
    order. ``attribution`` is the licence line of the data, if it needs one. ``wording`` are the
    templates of the sentences. ``plan`` says which headings there are (empty: those of the
    board's report).
    """

    catalogue: Catalogue
    edition: Edition
    figures: Mapping[str, Figure]
    trends: Mapping[str, Trend] = field(default_factory=dict)
    districts: Mapping[str, DistrictBars] = field(default_factory=dict)
    matrix_rows: tuple[MatrixRow, ...] = ()
    scheme: Scheme | None = None
    matrix_sentences: tuple[str, ...] = ()
    matrix_bias: str = ""
    movement: Movement | None = None
    scheme_changes: tuple[str, ...] = ()
    firmness: Firmness | None = None
    files: tuple[SourceFile, ...] = ()
    commentary: Mapping[str, tuple[str | None, bool]] = field(default_factory=dict)
    details: Mapping[str, str] = field(default_factory=dict)
    attribution: str = ""
    wording: Wording = field(default_factory=Wording)
    plan: tuple[PlanEntry, ...] = ()

    @cached_property
    def arranged(self) -> tuple[PlanEntry, ...]:
        """The headings that the paper is to have, in their order."""
        return tuple(it for it in arranged(self.plan, self.catalogue) if it.included)

    def includes(self, code: str) -> bool:
        """Whether the paper is to have this heading."""
        return any(it.code == code for it in self.arranged)

    @property
    def has_matrix(self) -> bool:
        """Whether there is a scored matrix to show, and it is to be shown."""
        scored = any(row.risk is not None for row in self.matrix_rows)
        return self.scheme is not None and scored and self.includes(MATRIX)


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """A drafted paragraph and where it stands.

    ``heading`` is the code of its part: a priority's code, ``summary``, ``introduction``,
    ``future`` or ``recommendations``; ``title`` the heading as printed.
    """

    key: str
    heading: str
    title: str
    text: str
    sources: tuple[int, ...]


def draft_paragraphs(inputs: PaperInputs) -> tuple[DraftParagraph, ...]:
    """Every paragraph that can be edited or left out, in the paper's order."""
    return tuple(
        DraftParagraph(it.key, code, title, it.text, it.sources)
        for code, title, drafts in _parts(inputs)
        for it in drafts
    )


def _matrix(inputs: PaperInputs) -> tuple[Block, ...]:
    return matrix_appendix(
        inputs.matrix_rows,
        inputs.scheme,
        inputs.movement,
        inputs.matrix_bias,
        inputs.scheme_changes,
        inputs.firmness,
    )


def build(inputs: PaperInputs) -> Paper:
    """The paper, with the user's own words in place of drafts. Parts left empty have no heading."""
    details = inputs.details
    blocks = (*_body(inputs), *_appendices(inputs))
    named = PaperFigures(inputs.catalogue, inputs.edition, inputs.figures, inputs.matrix_rows)
    title = details.get("title") or "Safer Communities performance"
    year = financial_year_label(inputs.edition.financial_year)
    report_of = details.get("report_of") or details.get("post", "")
    return Paper(
        title=title if year in title else f"{title}: {inputs.edition.label}",
        council=inputs.catalogue.council,
        board=details.get("board") or "Safer Communities Strategy Board",
        edition=inputs.edition.label,
        meeting=_meeting(details.get("meeting_date", "")),
        agenda_item=details.get("agenda_item", ""),
        author=details.get("author") or inputs.catalogue.council,
        lines=(f"Report of the {report_of}",) if report_of else (),
        blocks=tuple(_with_figures(block, named) for block in blocks),
        figures=named.all,
        contact=", ".join(
            filter(None, (details.get(it, "") for it in ("author", "post", "telephone", "email")))
        ),
        contents=is_long(blocks),
    )


def _with_figures(block: Block, named: PaperFigures) -> Block:
    if not isinstance(block, Paragraph):
        return block
    return replace(block, figures=spans(block.text, named.of_paragraph(block.key)))


def _appendices(inputs: PaperInputs) -> tuple[Block, ...]:
    catalogue, figures = inputs.catalogue, inputs.figures
    makers: dict[str, Callable[[], tuple[Block, ...]]] = {
        DASHBOARD: lambda: dashboard_appendix(catalogue, inputs.edition, figures),
        CHARTS: lambda: charts_appendix(catalogue, figures, inputs.trends, inputs.districts),
        MATRIX: lambda: _matrix(inputs) if inputs.has_matrix else (),
        SOURCES: lambda: sources_appendix(catalogue, figures, inputs.files, inputs.attribution),
    }
    made = (block for code, make in makers.items() if inputs.includes(code) for block in make())
    return tuple(
        Heading(it.level, _renumbered(it.text, inputs)) if isinstance(it, Heading) else it
        for it in made
    )


def _renumbered(text: str, inputs: PaperInputs) -> str:
    """Without the dashboard, the matrix is the first appendix."""
    return text if inputs.includes(DASHBOARD) else text.replace("Appendix 2", "Appendix 1")


def _parts(inputs: PaperInputs) -> tuple[tuple[str, str, tuple[Draft, ...]], ...]:
    """Code, printed heading and drafts of each part of the body that has drafts."""
    priorities = {it.code for it in inputs.catalogue.priorities}
    has_matrix = inputs.has_matrix
    makers: dict[str, Callable[[], tuple[Draft, ...]]] = {
        "introduction": lambda: _introduction(inputs),
        "summary": lambda: _summary(inputs),
        "future": lambda: tuple(
            replace(it, text=_renumbered(it.text, inputs))
            for it in standing.future(inputs.matrix_sentences, has_matrix=has_matrix)
        ),
        "recommendations": lambda: standing.recommendations(inputs.edition, has_matrix=has_matrix),
    }
    return tuple(
        (it.code, it.title, _priority(inputs, it.code) if it.code in priorities
         else makers[it.code]())
        for it in inputs.arranged
        if it.code in priorities or it.code in makers
    )  # fmt: skip


def _introduction(inputs: PaperInputs) -> tuple[Draft, ...]:
    """Nothing is announced that was left out."""
    drafts = standing.introduction(
        inputs.edition,
        inputs.figures,
        inputs.districts if inputs.includes(CHARTS) else {},
        has_matrix=inputs.has_matrix,
    )
    gone = () if inputs.includes(DASHBOARD) else ("introduction:dashboard", "introduction:contents")
    return tuple(
        replace(it, text=_renumbered(it.text, inputs)) for it in drafts if it.key not in gone
    )


def _summary(inputs: PaperInputs) -> tuple[Draft, ...]:
    catalogue = inputs.catalogue
    said = overall(inputs.figures, catalogue, catalogue.home, inputs.edition)
    return summarise(said, inputs.figures, catalogue)


def _priority(inputs: PaperInputs, code: str) -> tuple[Draft, ...]:
    figures = (
        inputs.figures[indicator.code]
        for indicator in inputs.catalogue.of_priority(code)
        if indicator.code in inputs.figures
    )
    drafts: list[Draft] = []
    told: set[str] = set()
    for turn, figure in enumerate(figures):
        drafts.append(draft(figure, inputs.catalogue, turn, told, inputs.wording))
        told.update(caveats(figure, inputs.catalogue))
    return tuple(drafts)


def _body(inputs: PaperInputs) -> tuple[Block, ...]:
    drafted = {code: drafts for code, _, drafts in _parts(inputs)}
    blocks: list[Block] = []
    fields = Fields(inputs.figures, inputs.catalogue)
    for entry in inputs.arranged:
        written = (_as_written(it, inputs.commentary, fields) for it in drafted.get(entry.code, ()))
        paragraphs = [p for it in written for p in it]
        if entry.is_own:
            paragraphs = _own_words(entry, fields)
        elif entry.code == OFFICERS:
            paragraphs = list(_officers(inputs.details))
        elif entry.code == "recommendations" and all(p.key == LEAD_KEY for p in paragraphs):
            continue
        if paragraphs:
            blocks += [Heading(1, entry.title), *paragraphs]
    return tuple(blocks)


def _own_words(entry: PlanEntry, fields: Fields) -> list[Paragraph]:
    """The council's own text under its own heading, with live figures."""
    lines = (line.strip() for line in fields.expand(entry.text).text.splitlines())
    sources = fields.sources(entry.text)
    return [
        Paragraph(entry.code, line, edited=True, sources=tuple(sources)) for line in lines if line
    ]


def _as_written(
    it: Draft, commentary: Mapping[str, tuple[str | None, bool]], fields: Fields
) -> tuple[Paragraph, ...]:
    """The draft or the user's own words, one paragraph per line of them; none if left out."""
    own, included = commentary.get(it.key, (None, True))
    text = it.text if own is None else fields.expand(own).text
    sources = it.sources if own is None else (*it.sources, *fields.sources(own))
    lines = [line.strip() for line in text.splitlines() if line.strip()] if included else []
    lettered = it.key.startswith("recommendations:") and it.key != LEAD_KEY
    role = Role.LETTERED if lettered else Role.NUMBERED
    edited = text.strip() != it.text
    return tuple(Paragraph(it.key, line, role, edited, sources) for line in lines)


def _officers(details: Mapping[str, str]) -> tuple[Paragraph, ...]:
    named = ", ".join(filter(None, (details.get("author", ""), details.get("post", ""))))
    telephone, email = details.get("telephone", "").strip(), details.get("email", "").strip()
    lines = []
    if named:
        lines.append(Paragraph("officers:name", named, Role.PLAIN))
    if telephone:
        dial = "".join(c for c in telephone if c in "+0123456789")
        link = Link(telephone, f"tel:{dial}") if dial else None
        words = "Telephone: " if link else f"Telephone: {telephone}"
        lines.append(Paragraph("officers:telephone", words, Role.PLAIN, link=link))
    if email:
        link = Link(email, f"mailto:{email}")
        lines.append(Paragraph("officers:email", "Email: ", Role.PLAIN, link=link))
    return tuple(lines)


def _meeting(text: str) -> str:
    try:
        return long_date(date.fromisoformat(text.strip()))
    except ValueError:
        return text.strip()
