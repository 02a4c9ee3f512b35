"""How the paper is set up: its headings, and the council's own Word template."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from safer_desktop.domain.plain import from_plain, to_plain
from safer_desktop.domain.records import Edit, FieldChange, Json, RecordKind, RecordRef
from safer_desktop.report.plan import OWN_HEADING, PlanEntry, arranged

if TYPE_CHECKING:
    from safer_desktop.report.template_file import CleanTemplate
    from safer_desktop.report.word_council import LookedAt, Template
    from safer_desktop.workbench.bench import Workbench

_PAPER = RecordRef(RecordKind.PAPER, "paper")
_CODE_LENGTH = 16


@dataclass(frozen=True, slots=True)
class KeptTemplate:
    """The template in use: the file's name, what was said of it, what it offers.

    ``template`` has the template's style for each of the program's own, corrections included.
    """

    name: str
    notes: tuple[str, ...]
    looked_at: LookedAt
    template: Template


def plan(bench: Workbench) -> tuple[PlanEntry, ...]:
    """The paper's headings, also those left out, in their order."""
    return arranged(kept_plan(bench), bench.catalogue)


def kept_plan(bench: Workbench) -> tuple[PlanEntry, ...]:
    """The outline as it was kept; empty if it is the board's report's."""
    held = cast("list[Json]", bench.record(*_key()).get("outline") or [])
    return tuple(from_plain(PlanEntry, it) for it in held)


def plan_edit(bench: Workbench, entries: Sequence[PlanEntry], title: str) -> Edit:
    """The edit that keeps these headings."""
    new = cast("Json", [to_plain(it) for it in entries])
    return bench.field_edit(*_key(), "outline", new, title)


def new_heading(entries: Sequence[PlanEntry], title: str) -> PlanEntry:
    """A heading of the council's own, without text yet."""
    taken = {it.code for it in entries}
    number = next(n for n in range(1, len(taken) + 2) if f"{OWN_HEADING}{n}" not in taken)
    return PlanEntry(f"{OWN_HEADING}{number}", title)


def template_edit(bench: Workbench, path: Path, template: CleanTemplate) -> Edit:
    """The edit that puts a template into the pack and uses it."""
    code = hashlib.sha256(template.content).hexdigest()[:_CODE_LENGTH]
    changes = []
    if not bench.has_record(RecordKind.TEMPLATE, code):
        fields: Json = {
            "name": path.name,
            "notes": list(template.notes),
            "content": base64.b85encode(template.content).decode("ascii"),
        }
        changes.append(FieldChange(RecordRef(RecordKind.TEMPLATE, code), "", None, fields))
    return Edit(f"template '{path.name}'", (*changes, *_use(bench, code)))


def no_template_edit(bench: Workbench) -> Edit:
    """The edit that goes back to the program's own look."""
    return Edit("the program's own template", _use(bench, ""))


def style_edit(bench: Workbench, own: str, code: str, words: str) -> Edit:
    """The edit that takes a style of the template for one of ours; empty: the program's own."""
    new: Json = {**_corrections(bench), own: code}
    return bench.field_edit(*_key(), "template_styles", new, f"style for '{words}'")


def template_in_use(bench: Workbench) -> KeptTemplate | None:
    """The council's template with all it offers; None for the program's own look."""
    from safer_desktop.report.template_styles import chosen
    from safer_desktop.report.word_council import Template, opened

    fields = _template(bench)
    if fields is None:
        return None
    name, content = str(fields["name"]), _content(fields)
    looked_at = opened(content)
    notes = tuple(str(it) for it in cast("list[Json]", fields["notes"]))
    styles = chosen(looked_at.styles, _corrections(bench))
    return KeptTemplate(name, notes, looked_at, Template(content, styles))


def template_to_write(bench: Workbench) -> Template | None:
    """The template into which the paper is put; None for the program's own look."""
    used = template_in_use(bench)
    return None if used is None else used.template


def _key() -> tuple[RecordKind, str]:
    return _PAPER.kind, _PAPER.code


def _template(bench: Workbench) -> Mapping[str, Json] | None:
    code = str(bench.record(*_key()).get("template") or "")
    return bench.record(RecordKind.TEMPLATE, code) if code else None


def _content(fields: Mapping[str, Json]) -> bytes:
    """The template's bytes, cleaned anew: whoever made the pack may not have done so."""
    from safer_desktop.report.template_file import cleaned

    return cleaned(base64.b85decode(str(fields["content"])), str(fields["name"])).content


def _corrections(bench: Workbench) -> dict[str, str]:
    return dict(cast("dict[str, str]", bench.record(*_key()).get("template_styles") or {}))


def _use(bench: Workbench, code: str) -> tuple[FieldChange, ...]:
    """Another template has other styles: corrections made for the last one go."""
    paper = bench.record(*_key())
    return (
        FieldChange(_PAPER, "template", paper.get("template"), code),
        FieldChange(_PAPER, "template_styles", paper.get("template_styles"), {}),
    )
