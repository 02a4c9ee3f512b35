"""The workbench: everything the program can do with one open pack."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.errors import PackError
from safer_desktop.domain.evidence import Quantity, Reason, ReasonCode
from safer_desktop.domain.figures import Delivery, DistrictBars, Figure, Funnel, Trend
from safer_desktop.domain.findings import SIGNALS
from safer_desktop.domain.limits import FalseAlarms, LimitsChart, LimitsPlan, LimitsSummary
from safer_desktop.domain.observations import (
    Load,
    ObservationTable,
    Revision,
    Settlement,
    SheetPicture,
    StoredLoad,
    StoredObservation,
)
from safer_desktop.domain.plain import from_plain
from safer_desktop.domain.progress import Progress, Silent
from safer_desktop.domain.records import (
    AuditRow,
    Edit,
    FieldChange,
    Json,
    RecordKind,
    RecordRef,
)
from safer_desktop.risk.kept import scheme_of, type_of
from safer_desktop.risk.scheme import IncidentType, MatrixRow, Scheme
from safer_desktop.workbench import commentary, handed_over, intake, limit_plans, matrices
from safer_desktop.workbench.catalogue_records import (
    CATALOGUE_KINDS,
    COUNCIL,
    after,
    build_catalogue,
    in_order,
    nouns,
    order_field,
)
from safer_desktop.workbench.commentary import DraftParagraph
from safer_desktop.workbench.custody import Custody
from safer_desktop.workbench.handed_over import Handover
from safer_desktop.workbench.intake import Origin
from safer_desktop.workbench.matrices import MatrixSpan
from safer_desktop.workbench.revisions import Restatement, Revisions
from safer_desktop.workbench.state import State

if TYPE_CHECKING:
    from safer_desktop.analysis.dataset import Dataset
    from safer_desktop.loading.extracts import IncidentColumns
    from safer_desktop.loading.recipes import Recipe
    from safer_desktop.loading.road import Inspection, SourceKind
    from safer_desktop.pack.store import Pack
    from safer_desktop.pack.trail import TrailCheck
    from safer_desktop.pack.versions import Version
    from safer_desktop.report.content import Paper
    from safer_desktop.report.outline import PaperInputs
    from safer_desktop.risk.bias import VolumeBias
    from safer_desktop.workbench.chain import Chain, Explanation
    from safer_desktop.workbench.sources import Source
    from safer_desktop.workbench.subjects import Subject

_T = TypeVar("_T")
RecordSet = Mapping[RecordKind, Mapping[str, Mapping[str, Json]]]

_LICENCE = "Contains public sector information"


@dataclass(frozen=True, slots=True)
class Change:
    """What has changed: kinds of record, and whether observations came or went."""

    kinds: frozenset[RecordKind] = frozenset()
    data: bool = False


@dataclass(frozen=True, slots=True)
class Matrix:
    """The scored risk/harm matrix of one area, and the counts that came from the data."""

    title: str
    scheme: Scheme
    rows: tuple[MatrixRow, ...]
    bias: VolumeBias | None
    area: str
    span: MatrixSpan
    counts: Mapping[str, Quantity | Reason]


@dataclass(frozen=True, slots=True)
class Signals:
    """The latest points of the headline indicators that have predicted limits, by code.

    ``alarms`` is how many signals to expect although nothing changed.
    """

    latest: Mapping[str, LimitsSummary]
    alarms: FalseAlarms


class Workbench:
    """One open pack and the use cases over it. Hand it down; there is no global one."""

    def __init__(self, pack: Pack, state: State) -> None:
        self._pack = pack
        self.state = state
        self.custody = Custody(pack.path, state.who)
        self._listeners: list[Callable[[Change], None]] = []
        self._catalogue: Catalogue | None = None
        self._dataset: Dataset | None = None
        self._older: Dataset | None = None
        self._revisions: Revisions | None = None
        self._handover = handed_over.handover_of(pack.records(RecordKind.COPY))
        self._figures: dict[tuple[str, str], Figure] = {}
        # A load is taken in by another thread while pages may be computing.
        self._lock = RLock()

    # Opening and closing

    @classmethod
    def new(cls, state: State, records: RecordSet | None = None) -> Workbench:
        """A pack with the default catalogue and no data."""
        from safer_desktop.pack.store import Pack
        from safer_desktop.workbench.defaults import default_records

        ready = default_records() if records is None else records
        return cls(Pack.create(state.working, ready), state)

    @classmethod
    def open(cls, path: Path, state: State, password: str = "") -> Workbench:
        """Open a pack on a working copy; the file itself is not touched until Save.

        Raises :class:`PasswordNeeded` for a protected pack whose password does not fit.
        """
        from safer_desktop.pack.store import Pack

        bench = cls(Pack.open(path, state.working, password), state)
        bench._check_readable()
        state.remember(path)
        return bench

    @classmethod
    def recover(cls, working: Path, state: State, password: str = "") -> Workbench:
        """Go on with a working copy that a crash left behind; as :meth:`open` does."""
        from safer_desktop.pack.store import Pack

        bench = cls(Pack.recover(working, password), state)
        bench._check_readable(keep_working=True)
        return bench

    @classmethod
    def restore(cls, version: Version, path: Path, state: State, password: str = "") -> Workbench:
        """Go back to an earlier save; the present file stays as it is until Save."""
        from safer_desktop.pack.store import Pack

        bench = cls(Pack.restore(version.file, path, state.working, password), state)
        bench._check_readable()
        return bench

    @classmethod
    def from_sample(cls, name: str, state: State, progress: Progress | None = None) -> Workbench:
        """A pack filled from a sample's own workbooks, by the same road as any other file."""
        from safer_desktop.workbench.samples import fill, sample

        chosen = sample(name)
        bench = cls.new(state, chosen.records())
        try:
            fill(bench, chosen, progress or Silent())
            bench._pack.mark_unchanged()
        except BaseException:
            bench.close()
            raise
        return bench

    def save(self, path: Path | None = None, progress: Progress | None = None) -> str:
        """Write the pack to its file, or to ``path``, which it then belongs to.

        Returns what the user should know although the pack is saved (empty: nothing). Raises
        :class:`PackError`, also while somebody else has the file open.
        """
        from safer_desktop.pack.versions import drop_plain, keep_version

        target = path or self._pack.path
        if target is None:
            raise PackError("This pack has no file yet.", remedy="Use Save as and choose a name.")
        target = target.absolute()
        if progress:
            progress.report(0.1, f"Saving {target.name}")
        self.custody.check(target)
        self._pack.save(target)
        self.custody.move(target)
        self.state.remember(target)
        try:
            if self._pack.is_protected:
                drop_plain(target, self.state.versions)
            keep_version(target, self.state.versions, datetime.now(UTC))
        except PackError as error:
            return f"{error.what} {error.remedy}"
        return ""

    def versions(self) -> tuple[Version, ...]:
        """The earlier saves of the pack that were kept, newest first."""
        from safer_desktop.pack.versions import versions_of

        return versions_of(self.path, self.state.versions) if self.path else ()

    def close(self, *, keep_working: bool = False) -> None:
        """Let go of the pack; edits that were not saved are gone unless the copy is kept."""
        self.custody.release()
        self._pack.close(keep_working=keep_working)

    @property
    def path(self) -> Path | None:
        """The pack's own file, once it has one."""
        return self._pack.path

    @property
    def is_protected(self) -> bool:
        """Whether the pack is under a password."""
        return self._pack.is_protected

    def protect(self, password: str | None) -> None:
        """Put the pack under a password, or (None) take it away; the file follows with Save.

        Raises :class:`PackError`.
        """
        self._pack.protect(password)

    @property
    def handover(self) -> Handover | None:
        """What the pack knows of its making, if it is a district's copy."""
        return self._handover

    @property
    def has_unsaved_changes(self) -> bool:
        """Whether the working copy holds more than the file."""
        return self._pack.changes_since_save

    @property
    def title(self) -> str:
        """What the pack is called in the window's title."""
        if self.path:
            return self.path.stem
        return str(self.record(RecordKind.COUNCIL, "council").get("title") or "New pack")

    @property
    def attribution(self) -> str:
        """The licence lines of the open data in the pack, if it needs any."""
        own = str(self.record(RecordKind.COUNCIL, "council").get("attribution") or "")
        lines = [own] if own else []
        for load in self.loads():
            _, licence, source = load.file.note.partition(_LICENCE)
            if licence and not load.withdrawn and not any(licence + source in it for it in lines):
                lines.append(licence + source)
        return " ".join(lines)

    # What it holds

    @property
    def who(self) -> str:
        """The name under which edits are recorded."""
        return self.state.who

    @property
    def catalogue(self) -> Catalogue:
        """Priorities, indicators, areas and groups of this pack."""
        if self._catalogue is None:
            self._catalogue = build_catalogue(self._pack.records)
        return self._catalogue

    @property
    def edition(self) -> Edition:
        """The quarter that the report is for."""
        return from_plain(Edition, self.record(RecordKind.COUNCIL, "council")["edition"])

    @property
    def scheme(self) -> Scheme:
        """The risk/harm scheme in use."""
        code = str(self.record(RecordKind.COUNCIL, "council")["scheme"])
        return scheme_of(self.record(RecordKind.SCHEME, code))

    @property
    def incident_types(self) -> tuple[IncidentType, ...]:
        """The rows of the matrix in their own order: as they were entered, or as moved since."""
        return tuple(type_of(it) for it in self.records(RecordKind.INCIDENT_TYPE).values())

    @property
    def recipes(self) -> tuple[Recipe, ...]:
        """The recipes remembered from earlier loads."""
        from safer_desktop.loading.recipes import Recipe

        return self._all(RecordKind.RECIPE, Recipe)

    def record(self, kind: RecordKind, code: str) -> dict[str, Json]:
        """The fields of one record; :class:`PackError` if there is none."""
        try:
            return dict(self._pack.records(kind)[code])
        except KeyError:
            raise PackError(f"The pack has no {kind} '{code}'.") from None

    def records(self, kind: RecordKind) -> dict[str, dict[str, Json]]:
        """All records of one kind by code, in their order."""
        return in_order(self._pack.records, kind)

    def has_record(self, kind: RecordKind, code: str) -> bool:
        """Whether there is such a record."""
        return code in self._pack.records(kind)

    def loads(self) -> tuple[StoredLoad, ...]:
        """Every file that was taken in, withdrawn ones too, oldest first."""
        return self._pack.loads()

    def origins(self, ids: Sequence[int]) -> tuple[Origin, ...]:
        """File, sheet and cell of stored observations, and decisions about those cells."""
        return intake.origins(self._pack, ids)

    def sheet_picture(self, load: int, sheet: str) -> SheetPicture | None:
        """What a load's sheet showed where its figures were read; None if it was not kept."""
        return self._pack.sheet_picture(load, sheet)

    def observations(self, ids: Sequence[int]) -> tuple[StoredObservation, ...]:
        """Stored observations by their ids."""
        return self._pack.observations(ids)

    def observation_table(self) -> ObservationTable:
        """The observations that count, of all indicators and areas."""
        return self._pack.table()

    def observation_ids(self, load: int) -> tuple[int, ...]:
        """The ids of all observations that a load brought, withdrawn or not."""
        return self._pack.observation_ids(load)

    def chain(self, subject: Subject) -> Chain:
        """Where something on the screen comes from, step by step down to the cells."""
        from safer_desktop.workbench.chain import chain

        with self._lock:
            return chain(self, subject)

    def explanation(self, subject: Subject) -> Explanation | None:
        """How a figure on the screen was worked out; None for what is no indicator's figure."""
        from safer_desktop.workbench.chain import explanation

        with self._lock:
            return explanation(self, subject)

    def revisions(self) -> tuple[Revision, ...]:
        """Every figure that a load gives otherwise than an earlier one, by load."""
        return self._revisions_now().all

    def sources(self) -> tuple[Source, ...]:
        """Every load with how far it runs, how late its partner is and what it restated."""
        from safer_desktop.workbench.sources import sources

        return sources(
            self.loads(),
            self._pack.latest_days(),
            self.restatements(),
            self.catalogue,
            self.figure,
        )

    def restatements(self) -> Mapping[int, Restatement]:
        """What each load restated, by its id; of loads that gave what the pack had already."""
        return self._revisions_now().by_load()

    def _revisions_now(self) -> Revisions:
        with self._lock:
            if self._revisions is None:
                self._revisions = Revisions(self._pack, self.catalogue)
            return self._revisions

    def audit(self, record: RecordRef | None = None) -> tuple[AuditRow, ...]:
        """The audit trail, newest first; of one record if named."""
        return self._pack.audit(record=record)

    def verify_trail(self) -> TrailCheck:
        """Whether every line of the audit trail is as it was written."""
        return self._pack.verify_trail()

    def uses(self, record: RecordRef) -> tuple[str, ...]:
        """What else needs this record of the catalogue, a sentence each; empty if it may go."""
        from safer_desktop.workbench.uses import uses

        return uses(record, self.catalogue, self.incident_types)

    def figure_count(self, record: RecordRef) -> int:
        """How many observations that count are of this indicator or area."""
        table = self._pack.table()
        codes = table.indicator if record.kind is RecordKind.INDICATOR else table.area
        return codes.count(record.code)

    # What the numbers say

    @property
    def dataset(self) -> Dataset:
        """The observations that count, ready for analysis."""
        from safer_desktop.analysis.dataset import Dataset

        with self._lock:
            if self._dataset is None:
                withheld = self._pack.records(RecordKind.WITHHELD) if self._handover else {}
                self._dataset = Dataset(
                    self._pack.table(),
                    self.catalogue,
                    self._pack.revisions(),
                    handed_over.withheld_of(withheld),
                )
                if self._older is not None:
                    self._dataset.keep_from(self._older)
                    self._older = None
            return self._dataset

    def figure(self, indicator: str, area: str) -> Figure:
        """Everything said of one indicator in one area for the pack's edition."""
        from safer_desktop.analysis.figures import figure

        key = (indicator, area)
        with self._lock:
            if key not in self._figures:
                found = figure(self.dataset, indicator, area, self.edition)
                self._figures[key] = self._revisions_now().told(self._with_signals(found))
            return self._figures[key]

    def _with_signals(self, found: Figure) -> Figure:
        """The figure with what its predicted limits say, where the latest point is a signal."""
        from safer_desktop.analysis.limits.signals import signal_findings

        chart = self.limits(found.indicator, found.area)
        indicator = self.catalogue.indicator(found.indicator)
        signals = signal_findings(chart, indicator, found.area, self.edition)
        met = [it for it in signals if it.kind in SIGNALS]
        # One sentence is enough: the first rule is the one that the chart marks the point by.
        told = [*met[:1], *(replace(it, text="") for it in met[1:])]
        return replace(found, findings=(*found.findings, *told))

    def figures(self, area: str) -> dict[str, Figure]:
        """The figures of all headline indicators in one area."""
        return {i.code: self.figure(i.code, area) for i in self.catalogue.headline}

    def trend(self, indicator: str, area: str) -> Trend:
        """An indicator's course."""
        from safer_desktop.analysis.trends import trend

        return trend(self.dataset, indicator, area, self.edition)

    def limits(self, indicator: str, area: str) -> LimitsChart | Reason:
        """An indicator's months or quarters with predicted limits, or why there are none."""
        from safer_desktop.analysis.limits.gather import limits_chart

        plan, edition = self.limits_plan(indicator, area), self.edition
        with self._lock:
            dataset = self.dataset
            return dataset.remembered(
                indicator,
                ("limits_chart", area, edition, plan),
                lambda: limits_chart(dataset, indicator, area, edition, plan),
            )

    def signals(self, area: str) -> Signals:
        """The headline indicators' latest points against their limits, and the false alarms."""
        from safer_desktop.analysis.limits.alarms import false_alarms
        from safer_desktop.analysis.limits.screen import screen

        keys = [(indicator.code, area) for indicator in self.catalogue.headline]
        plans = {key: self.limits_plan(*key) for key in keys}
        found = screen(self.dataset, keys, self.edition, plans)
        drawn = {
            code: summary for (code, _), summary in found.items() if not isinstance(summary, Reason)
        }
        return Signals(drawn, false_alarms([summary.alarms for summary in drawn.values()]))

    def limits_plan(self, indicator: str, area: str) -> LimitsPlan:
        """What people decided about the chart of an indicator in an area."""
        return limit_plans.kept(self._pack.records(RecordKind.LIMITS), indicator, area)

    def limits_edit(self, indicator: str, area: str, plan: LimitsPlan) -> Edit:
        """The edit that decides otherwise about the chart of an indicator in an area."""
        records = self._pack.records(RecordKind.LIMITS)
        name = self.catalogue.indicator(indicator).short_name
        return limit_plans.edit(records, indicator, area, plan, name)

    def districts(self, indicator: str) -> DistrictBars:
        """The districts side by side."""
        from safer_desktop.analysis.trends import districts

        return districts(self.dataset, indicator, self.edition)

    def funnel(self, indicator: str) -> Funnel | Reason:
        """The districts over the size of their bases, with limits; a Reason where that is none."""
        from safer_desktop.analysis.standing_out import funnel
        from safer_desktop.analysis.trends import districts

        with self._lock:
            bars = districts(self.dataset, indicator, self.edition)
            if bars.period is None:
                return bars.reason or Reason(ReasonCode.NO_DATA, "There are no figures.")
            return funnel(self.dataset, indicator, self.catalogue.districts, bars.period)

    def whom_to_ask(self) -> tuple[tuple[str, tuple[Delivery, ...]], ...]:
        """What is late or missing, by partner, the most pressing first."""
        from safer_desktop.analysis.deliveries import deliveries, whom_to_ask

        with self._lock:
            return whom_to_ask(deliveries(self.dataset, self.edition))

    def matrix(self, area: str, span: MatrixSpan | None = None) -> Matrix:
        """The risk/harm matrix, scored and ranked with this area's counts.

        Without a span, the twelve months to the end of the edition are counted.
        """
        from safer_desktop.risk.bias import volume_bias
        from safer_desktop.risk.matrix import score

        types, span = self.incident_types, span or MatrixSpan(self.edition)
        counts = {kind.code: self.incident_count(kind, area, span) for kind in types}
        rows = score(types, self.scheme, counts)
        name, now = self.catalogue.area(area).name, self.edition.label
        when = now if span == MatrixSpan(self.edition) else span.label
        bias = volume_bias(rows)
        return Matrix(f"{name}, {when}", self.scheme, rows, bias, area, span, counts)

    def matrix_spans(self, area: str) -> tuple[MatrixSpan, ...]:
        """The spans for which the matrix can be counted in this area, the edition's own first."""
        return matrices.spans(self, area)

    def incident_count(
        self, kind: IncidentType, area: str, span: MatrixSpan | None = None
    ) -> Quantity | Reason:
        """The count of an incident type that comes from the data."""
        return matrices.incident_count(self, kind, area, span or MatrixSpan(self.edition))

    # The paper

    def paragraphs(self, heading: str | None = None) -> tuple[DraftParagraph, ...]:
        """The paper's paragraphs, of one part (``DraftParagraph.heading``), or all."""
        from safer_desktop.report.fields import Fields
        from safer_desktop.report.outline import draft_paragraphs

        inputs = self._paper_inputs()
        kept = self._pack.records(RecordKind.COMMENTARY)
        fields = Fields(inputs.figures, inputs.catalogue)
        return tuple(
            commentary.with_commentary(
                draft, kept.get(draft.key), fields, self._author(draft.key, kept)
            )
            for draft in draft_paragraphs(inputs)
            if heading is None or draft.heading == heading
        )

    def _author(self, key: str, kept: Mapping[str, Mapping[str, Json]]) -> str:
        """Who last changed a paragraph's words, and when."""
        rows = self._pack.audit(record=RecordRef(RecordKind.COMMENTARY, key)) if key in kept else ()
        return commentary.author_words(rows[0].who, rows[0].at) if rows else ""

    def paper(self) -> Paper:
        """The whole paper as it would be exported now."""
        from safer_desktop.report.outline import build
        from safer_desktop.workbench.sensitivity import firmness_told

        inputs = self._paper_inputs()
        found = firmness_told(self, self.matrix(self.catalogue.home))
        return build(replace(inputs, firmness=found))

    def export_word(self, path: Path, progress: Progress | None = None) -> None:
        """Write the paper as a Word file, over what was done in Word to one that is there."""
        from safer_desktop.workbench import papers

        export = papers.prepare(self, path, progress)
        papers.write(export, progress)
        if export.kept is not None:
            self.apply(export.kept)

    def _paper_inputs(self) -> PaperInputs:
        from safer_desktop.report.outline import PaperInputs
        from safer_desktop.risk.words import describe
        from safer_desktop.workbench import matrix_editions, wordings
        from safer_desktop.workbench.paper_setup import kept_plan

        home = self.catalogue.home
        headline = self.catalogue.headline
        matrix = self.matrix(home)
        own_words = self._pack.records(RecordKind.COMMENTARY)
        return PaperInputs(
            catalogue=self.catalogue,
            edition=self.edition,
            figures=self.figures(home),
            trends={i.code: self.trend(i.code, home) for i in headline},
            districts={i.code: self.districts(i.code) for i in headline},
            matrix_rows=matrix.rows,
            scheme=matrix.scheme,
            matrix_bias=matrix.bias.words if matrix.bias else "",
            movement=matrix_editions.since_last(self, matrix),
            scheme_changes=matrix_editions.scheme_changes(self, matrix.scheme.code),
            matrix_sentences=describe(matrix.rows, matrix.bias, matrix.scheme),
            files=tuple(load.file for load in self.loads() if not load.withdrawn),
            commentary={key: commentary.override(fields) for key, fields in own_words.items()},
            details={
                key: value
                for key, value in self.record(RecordKind.PAPER, "paper").items()
                if isinstance(value, str)
            },
            plan=kept_plan(self),
            attribution=self.attribution,
            wording=wordings.kept(self._pack.records(RecordKind.WORDING)),
        )

    # Editing

    def field_edit(
        self, kind: RecordKind, code: str, field: str, new: Json, title: str, why: str = ""
    ) -> Edit:
        """The edit that sets one field of a record, from what it is now."""
        old = self.record(kind, code).get(field)
        return Edit(title, (FieldChange(RecordRef(kind, code), field, old, new),), why)

    def order_edit(self, kind: RecordKind, codes: Sequence[str], title: str) -> Edit:
        """The edit that puts the records of one kind into this order, on screen and on paper."""
        return self.field_edit(COUNCIL.kind, COUNCIL.code, order_field(kind), list(codes), title)

    def commentary_edit(self, paragraph: DraftParagraph, text: str, included: bool) -> Edit:
        """The edit that keeps the user's own words for a paragraph, or goes back to the draft."""
        from safer_desktop.workbench.left_remarks import lifted

        kept = self._pack.records(RecordKind.COMMENTARY).get(paragraph.key)
        edit = commentary.edit_of(paragraph, kept, text, included)
        ended = lifted(self._pack.records(RecordKind.REMARK), paragraph.key, text)
        return replace(edit, changes=(*edit.changes, *ended))

    def apply(self, edit: Edit) -> None:
        """Do an edit: all of it, with its audit rows, or (PackError) nothing.

        A catalogue that would contradict itself raises CatalogueError, and nothing is changed.
        """
        handed_over.check_edit(edit, self._handover)
        kinds = frozenset(change.record.kind for change in edit.changes)
        if kinds & CATALOGUE_KINDS:
            build_catalogue(lambda kind: after(edit, kind, self._pack.records(kind)))
        self._pack.apply(edit, self.who, _now())
        self._forget(kinds)
        self._tell(Change(kinds=kinds))

    # Loading

    def inspect(
        self,
        path: Path,
        progress: Progress | None = None,
        *,
        password: str = "",
        kind: SourceKind | None = None,
    ) -> Inspection:
        """Look into a file or folder: what it is, and whether a recipe for it is known.

        ``kind`` is a person's word for what it is. Raises :class:`PasswordNeeded` if ``password``
        does not open a protected workbook.
        """
        from safer_desktop.loading.road import inspect

        return inspect(
            path,
            self.catalogue,
            self.recipes,
            progress or Silent(),
            password=password,
            kind=kind,
        )

    def recounted(
        self, inspection: Inspection, columns: IncidentColumns, progress: Progress | None = None
    ) -> Inspection:
        """An inspected extract counted by other columns."""
        from safer_desktop.loading.road import recounted

        return recounted(inspection, columns, self.catalogue, progress or Silent())

    def inspect_pasted(
        self, text: str, html: str = "", progress: Progress | None = None
    ) -> Inspection:
        """Look into cells copied in a spreadsheet program; ``html`` tells which are merged."""
        from safer_desktop.loading.road import inspect_pasted

        now = datetime.now(UTC).astimezone()
        return inspect_pasted(text, html, now, self.catalogue, self.recipes, progress or Silent())

    def prepare(
        self,
        inspection: Inspection,
        recipe: Recipe | None = None,
        partner: str = "",
        progress: Progress | None = None,
        settlements: Sequence[Settlement] = (),
    ) -> Load:
        """Read the observations, as ``settlements`` decide, and run the checks.

        Nothing enters the pack yet.
        """
        from safer_desktop.loading.road import prepare

        return prepare(
            inspection,
            recipe,
            self.catalogue,
            partner=partner,
            who=self.who,
            now=_now(),
            known=self._pack.known_values(),
            progress=progress or Silent(),
            settlements=settlements,
            earlier=intake.earlier(self._pack),
        )

    def take_in(self, load: Load, recipe: Recipe | None = None) -> StoredLoad:
        """Take a prepared load into the pack, and remember its recipe.

        Raises :class:`LoadError` if a check found something that must be settled, or if there
        is nothing in the load.
        """
        self._check_own("Load of a file")
        intake.check_fit(load)
        kinds: frozenset[RecordKind] = frozenset()
        if recipe is not None:
            intake.remember(self._pack, recipe, self.who, _now())
            kinds = frozenset({RecordKind.RECIPE})
        number = self._pack.add_load(load, self.who)
        self._forget(kinds, data=True)
        self._tell(Change(kinds=kinds, data=True))
        return next(stored for stored in self._pack.loads() if stored.id == number)

    def set_withdrawn(self, load: int, withdrawn: bool) -> None:
        """Take a load back, or let it count again."""
        self._check_own("Withdrawal of a load")
        self._pack.set_withdrawn(load, withdrawn, self.who, _now())
        self._forget(frozenset(), data=True)
        self._tell(Change(data=True))

    def already_loaded(self, sha256: str) -> StoredLoad | None:
        """The load that brought exactly this file, if it still counts."""
        return self._pack.find_load(sha256)

    # Change notices

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Be told of every change, in the thread that makes it; gives the way to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self, changed: Change) -> None:
        for listener in tuple(self._listeners):
            listener(changed)

    def _forget(self, kinds: frozenset[RecordKind], *, data: bool = False) -> None:
        with self._lock:
            if kinds & CATALOGUE_KINDS:
                self._catalogue = None
            if data or kinds & CATALOGUE_KINDS:
                self._older, self._dataset = self._dataset or self._older, None
                self._revisions = None
            if data or kinds & (CATALOGUE_KINDS | {RecordKind.LIMITS}):
                self._figures.clear()

    def _check_own(self, what: str) -> None:
        if self._handover is not None:
            raise handed_over.closed_in_copy(self._handover, what)

    # Records to nouns

    def _all(self, kind: RecordKind, noun: type[_T]) -> tuple[_T, ...]:
        return nouns(self._pack.records, kind, noun)

    def _check_readable(self, *, keep_working: bool = False) -> None:
        try:
            self.catalogue, self.edition, self.scheme  # noqa: B018 - reading them is the check
        except BaseException:
            self.close(keep_working=keep_working)
            raise


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
