"""The one road that every file takes: look at it, read it by a recipe, check what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.errors import LoadError, RecipeNeeded
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import (
    Load,
    Observation,
    Problem,
    Settlement,
    SourceFile,
)
from safer_desktop.domain.periods import Period
from safer_desktop.domain.progress import Progress, check_cancelled
from safer_desktop.loading.cells import Workbook, WorkbookKind
from safer_desktop.loading.checks import Earlier, check_sheets
from safer_desktop.loading.checks.loads import checked
from safer_desktop.loading.drift.comparing import drift
from safer_desktop.loading.drift.nouns import Drift
from safer_desktop.loading.extract_figures import figures, mapped
from safer_desktop.loading.extract_road import Counted, count, fingerprint, look
from safer_desktop.loading.extracts import IncidentColumns, fits
from safer_desktop.loading.incidents import count_incidents, is_police_download
from safer_desktop.loading.layout import undated
from safer_desktop.loading.open_data import (
    attribution,
    built_in_recipe,
    is_built_in,
    licensed,
    read_built_in,
)
from safer_desktop.loading.open_data_offers import Offer, offer
from safer_desktop.loading.pasting import NOTE, read_pasted
from safer_desktop.loading.pictures import pictures
from safer_desktop.loading.readers import read_workbook
from safer_desktop.loading.reading import read_table
from safer_desktop.loading.recipes import Recipe
from safer_desktop.loading.recognise import recipe_for
from safer_desktop.loading.seen import remembered
from safer_desktop.loading.tables import Decision, Draft, propose

POLICE_PARTNER = "Street-level data (data.police.uk)"
POLICE_RECIPE = "data.police.uk download"
_POLICE_SOURCE = "data.police.uk, street-level crime."


class SourceKind(StrEnum):
    """What was found in a file or folder."""

    POLICE_DOWNLOAD = "data.police.uk download"
    WORKBOOK = "workbook"
    INCIDENTS = "incidents, one row each"


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file or folder is.

    ``recipe`` is the known or built-in recipe for it; without one, ``proposal`` is a first guess
    and ``decisions`` says why it is as it is. Both are ``None`` for a police download. ``drift``
    is how the file differs from the last one that the known recipe read, if it does. ``found`` are
    all tables of a new layout, also those that the proposal leaves out.
    ``incidents`` is an extract, counted; it has no workbook. ``password`` is the one that opened
    the file.
    """

    path: Path
    kind: SourceKind
    workbook: Workbook | None = None
    recipe: Recipe | None = None
    proposal: Recipe | None = None
    decisions: tuple[Decision, ...] = ()
    drift: Drift | None = None
    found: tuple[Draft, ...] = ()
    incidents: Counted | None = None
    password: str = ""

    @property
    def sha256(self) -> str:
        """The fingerprint of the file's bytes; empty for a police download."""
        if self.incidents is not None:
            return self.incidents.extract.sha256
        return self.workbook.sha256 if self.workbook is not None else ""

    def offer(self, catalogue: Catalogue) -> Offer:
        """What open data also has and this catalogue lacks."""
        if self.workbook is None or self.recipe is None:
            return Offer()
        return offer(self.workbook, self.recipe, catalogue)

    @property
    def reading(self) -> Recipe | None:
        """What to read the file by, if all of its drift is agreed to."""
        return self.drift.reading if self.drift else self.recipe or self._counted_as

    @property
    def following(self) -> Recipe | None:
        """The recipe to keep, if all of the drift is agreed to."""
        return self.drift.recipe if self.drift else self.recipe or self._counted_as

    @property
    def _counted_as(self) -> Recipe | None:
        """The proposal for an extract: it speaks of columns only, and can be read as it stands."""
        return self.proposal if self.incidents is not None else None

    @property
    def incidents_words(self) -> str:
        """How an extract was counted: ``One row per incident: 400 rows counted by ...``."""
        if self.incidents is None:
            return ""
        columns = self.incidents.columns
        used = " and ".join(f"'{name}'" for name in (columns.area, columns.type) if name)
        kept = len(self.incidents.extract.headers) - len(columns.used)
        return (
            f"One row per incident: {self.incidents.rows:,} rows counted by the month of"
            f" '{columns.date}'{f', {used}' if used else ''}. No row is kept, and {kept} other"
            f" {'column was' if kept == 1 else 'columns were'} not read."
        )

    def remembered(self, recipe: Recipe | None) -> Recipe | None:
        """The recipe with what this file looks like, to be kept; ``None`` for a built-in one."""
        if self.incidents is not None:
            return recipe
        if recipe is None or self.workbook is None or is_built_in(recipe):
            return None
        return remembered(self.workbook, recipe)


def inspect(
    path: Path,
    catalogue: Catalogue,
    recipes: Sequence[Recipe],
    progress: Progress,
    *,
    password: str = "",
    kind: SourceKind | None = None,
) -> Inspection:
    """Find out what a file or folder is; ``kind`` is a person's word for it.

    Raises :class:`LoadError` if it cannot be read, :class:`PasswordNeeded` if ``password`` does
    not open it.
    """
    try:
        is_download = is_police_download(path)
    except OSError as error:
        raise LoadError(
            f"The file cannot be opened ({error.strerror}).",
            where=f"File: {path.name}.",
            remedy="Close it in any other program, or ask who may read it.",
        ) from None
    if is_download:
        return Inspection(path, SourceKind.POLICE_DOWNLOAD)
    if kind is not SourceKind.WORKBOOK and path.exists():
        counted = look(
            path,
            catalogue,
            recipes,
            progress,
            today=datetime.now(UTC).date(),
            password=password,
            is_extract=kind is SourceKind.INCIDENTS,
        )
        if counted is not None:
            return _incidents(path, counted, catalogue, recipes, password)
    workbook = read_workbook(path, progress, password=password)
    found = _inspected(path, workbook, catalogue, recipes, progress)
    return replace(found, password=password)


def _incidents(
    path: Path, counted: Counted, catalogue: Catalogue, recipes: Sequence[Recipe], password: str
) -> Inspection:
    """An extract with the recipe that it was counted by, or a first proposal."""
    headers = counted.extract.headers
    kind = SourceKind.INCIDENTS
    for known in recipes:
        if known.incidents is not None and fits(headers, known.incidents):
            recipe = replace(known, incidents=counted.columns)
            return Inspection(path, kind, recipe=recipe, incidents=counted, password=password)
    columns = mapped(counted.columns, counted.counts, catalogue)
    name = undated(path.name) or path.stem
    code = f"incidents-{counted.extract.sha256[:8]}"
    proposal = Recipe(code, name, "", (), name, incidents=columns)
    return Inspection(path, kind, proposal=proposal, incidents=counted, password=password)


def inspect_pasted(
    text: str,
    html: str,
    now: datetime,
    catalogue: Catalogue,
    recipes: Sequence[Recipe],
    progress: Progress,
) -> Inspection:
    """Find out what was pasted; raises :class:`LoadError` if there are no cells in it."""
    progress.report(0.1, "Reading what was pasted")
    workbook = read_pasted(text, html, now)
    return _inspected(Path(workbook.name), workbook, catalogue, recipes, progress)


def _inspected(
    path: Path,
    workbook: Workbook,
    catalogue: Catalogue,
    recipes: Sequence[Recipe],
    progress: Progress,
) -> Inspection:
    if not any(sheet.rows for sheet in workbook.sheets):
        raise LoadError(
            "The file holds nothing.",
            where=f"File: {path.name}.",
            remedy="Ask the sender for the file again.",
        )
    check_cancelled(progress)
    recipe = recipe_for(workbook, [it for it in recipes if it.tables])
    if recipe is not None:
        found = drift(workbook, recipe, catalogue) or None
        return Inspection(path, SourceKind.WORKBOOK, workbook, recipe, drift=found)
    recipe = built_in_recipe(workbook)
    if recipe is not None:
        return Inspection(path, SourceKind.WORKBOOK, workbook, recipe)
    proposal = propose(workbook, catalogue)
    return Inspection(
        path,
        SourceKind.WORKBOOK,
        workbook,
        None,
        proposal.recipe,
        proposal.decisions,
        found=proposal.found,
    )


def prepare(
    inspection: Inspection,
    recipe: Recipe | None,
    catalogue: Catalogue,
    *,
    partner: str,
    who: str,
    now: datetime,
    known: Mapping[tuple[str, str, Period, Unit], float],
    progress: Progress,
    settlements: Sequence[Settlement] = (),
    earlier: Earlier | None = None,
) -> Load:
    """Read an inspected file by ``recipe`` (or the one it was recognised by) and check it.

    ``known`` are the values in the pack by the observations' keys. ``settlements`` are the
    decisions made so far: what they mend or leave out is read so, and a finding that they accept
    no longer blocks. ``earlier`` is what else the checks need of earlier loads. Raises
    :class:`RecipeNeeded` for a workbook that nobody has described yet.
    """

    def checked_of(
        file: SourceFile, observations: tuple[Observation, ...], problems: Sequence[Problem]
    ) -> Load:
        return checked(
            file,
            observations,
            problems,
            catalogue,
            known,
            now,
            earlier=earlier,
            settlements=settlements,
        )

    if inspection.incidents is not None:
        recipe, columns = _columns_of(recipe or inspection.recipe, inspection)
        incidents = _counted_by(columns, inspection, catalogue, progress, now)
        file = _incidents_file(incidents, recipe, partner, who, now)
        return checked_of(
            file, *figures(incidents.extract, columns, incidents.counts, catalogue, now.date())
        )
    if inspection.workbook is None:
        path = inspection.path
        counted = count_incidents(path, catalogue, progress)
        file = _police_file(path, counted.rows, partner, who, now)
        return checked_of(file, counted.observations, counted.problems)
    recipe = recipe or inspection.recipe
    if recipe is None:
        raise RecipeNeeded(
            f"Nobody has said yet what the tables of '{inspection.path.name}' mean.",
            remedy="Load it in the window and confirm the proposal.",
        )
    check_cancelled(progress)
    workbook = inspection.workbook
    progress.report(0.5, f"Following the recipe '{recipe.name}'")
    if is_built_in(recipe):
        observations, problems = read_built_in(workbook, recipe, catalogue, settlements)
    else:
        observations, problems = read_table(workbook, recipe, catalogue, settlements)
    file = SourceFile(
        workbook.name,
        workbook.sha256,
        workbook.size,
        partner or recipe.partner,
        recipe.title,
        now,
        who,
        NOTE if workbook.kind is WorkbookKind.PASTED else attribution(recipe),
        recipe_code=recipe.code,
        recipe_version=recipe.version,
    )
    load = checked_of(file, observations, (*problems, *check_sheets(workbook, recipe)))
    return replace(load, pictures=pictures(workbook, recipe))


def _columns_of(recipe: Recipe | None, inspection: Inspection) -> tuple[Recipe, IncidentColumns]:
    if recipe is None or recipe.incidents is None:
        raise RecipeNeeded(
            f"Nobody has said yet what the columns of '{inspection.path.name}' mean.",
            remedy="Load it in the window and confirm the proposal.",
        )
    return recipe, recipe.incidents


def _counted_by(
    columns: IncidentColumns,
    inspection: Inspection,
    catalogue: Catalogue,
    progress: Progress,
    now: datetime,
) -> Counted:
    """The extract counted by these columns, anew only if that was done by others."""
    counted = inspection.incidents
    if counted is not None and columns.counted_by() == counted.columns.counted_by():
        return counted
    return count(
        inspection.path,
        catalogue,
        columns,
        progress,
        today=now.date(),
        password=inspection.password,
    )


def _incidents_file(
    counted: Counted, recipe: Recipe, partner: str, who: str, now: datetime
) -> SourceFile:
    return SourceFile(
        counted.extract.name,
        counted.extract.sha256,
        counted.extract.size,
        partner or recipe.partner,
        recipe.title,
        now,
        who,
        f"{counted.rows:,} incident rows counted; none is kept.",
        recipe_code=recipe.code,
        recipe_version=recipe.version,
    )


def recounted(
    inspection: Inspection, columns: IncidentColumns, catalogue: Catalogue, progress: Progress
) -> Inspection:
    """The inspection with its extract counted by other columns; meanings already given stay."""
    base = inspection.proposal or inspection.recipe
    assert base is not None
    counted = _counted_by(columns, inspection, catalogue, progress, datetime.now(UTC))
    columns = mapped(columns, counted.counts, catalogue)
    proposal = replace(base, incidents=columns)
    return replace(inspection, proposal=proposal, incidents=replace(counted, columns=columns))


def _police_file(path: Path, rows: int, partner: str, who: str, now: datetime) -> SourceFile:
    sha256, size = fingerprint(path)
    note = f"{rows:,} incident rows counted; none is kept. {licensed(_POLICE_SOURCE)}"
    return SourceFile(
        path.name, sha256, size, partner or POLICE_PARTNER, POLICE_RECIPE, now, who, note
    )
