"""The samples: workbooks in resources/ that go the same road as a partner's own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from safer_desktop.assets import resource
from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.plain import from_plain
from safer_desktop.domain.progress import Progress, check_cancelled
from safer_desktop.domain.records import Json, RecordKind
from safer_desktop.workbench.defaults import default_records

if TYPE_CHECKING:
    from safer_desktop.loading.recipes import Recipe
    from safer_desktop.workbench.bench import Workbench


class UnknownSampleError(SaferError):
    """There is no sample of that name."""


@dataclass(frozen=True, slots=True)
class SampleFile:
    """One workbook of a sample, with the partner it is from and the recipe that reads it."""

    path: Path
    partner: str
    recipe: Recipe | None


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample as its sample.json describes it."""

    name: str
    title: str
    note: str
    attribution: str
    files: tuple[SampleFile, ...]
    overrides: dict[str, dict[str, dict[str, Json] | None]]

    def records(self) -> dict[RecordKind, dict[str, dict[str, Json]]]:
        """The default records with the sample's own fields laid over them; null takes one out."""
        records = {
            kind: {code: dict(fields) for code, fields in entries.items()}
            for kind, entries in default_records().items()
        }
        for kind_name, entries in self.overrides.items():
            kind = RecordKind(kind_name)
            for code, fields in entries.items():
                if fields is None:
                    records[kind].pop(code, None)
                else:
                    records.setdefault(kind, {}).setdefault(code, {}).update(fields)
        council = records[RecordKind.COUNCIL]["council"]
        council["title"] = self.title
        council["attribution"] = self.attribution
        return records


def sample_names() -> tuple[str, ...]:
    """The names that ``--sample`` takes."""
    folders = resource("samples").iterdir()
    return tuple(sorted(f.name for f in folders if (f / "sample.json").is_file()))


def sample(name: str) -> Sample:
    """The sample of this name; :class:`UnknownSampleError` lists the ones there are."""
    if name not in sample_names():
        raise UnknownSampleError(
            f"There is no sample called '{name}'.",
            remedy=f"The samples are: {', '.join(sample_names())}.",
        )
    folder = resource("samples", name)
    data = json.loads((folder / "sample.json").read_text(encoding="utf-8"))
    return Sample(
        name=name,
        title=data["title"],
        note=data["note"],
        attribution=data.get("attribution", ""),
        files=tuple(_file(folder, entry) for entry in data["files"]),
        overrides=data.get("records", {}),
    )


def fill(bench: Workbench, chosen: Sample, progress: Progress) -> None:
    """Load the sample's files into a new workbench, in order."""
    for done, file in enumerate(chosen.files):
        check_cancelled(progress)
        progress.report(done / len(chosen.files), f"Reading {file.path.name}")
        inspection = bench.inspect(file.path)
        load = bench.prepare(inspection, file.recipe, file.partner)
        bench.take_in(load, inspection.remembered(file.recipe))
    progress.report(1.0, "The sample is ready")


def _file(folder: Path, entry: dict[str, Any]) -> SampleFile:
    from safer_desktop.loading.recipes import Recipe

    recipe = entry.get("recipe")
    if isinstance(recipe, str):
        recipe = json.loads((folder / recipe).read_text(encoding="utf-8"))
    return SampleFile(
        path=folder / "files" / entry["file"],
        partner=entry["partner"],
        recipe=from_plain(Recipe, recipe) if recipe else None,
    )
