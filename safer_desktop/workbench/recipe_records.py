"""The remembered recipes as records: how each came about, and as a file to hand on."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.observations import StoredLoad
from safer_desktop.domain.plain import MalformedError, from_plain, to_plain
from safer_desktop.domain.records import (
    AuditRow,
    Edit,
    FieldChange,
    Json,
    RecordKind,
    RecordRef,
    code_from,
)

if TYPE_CHECKING:
    from safer_desktop.loading.recipes import Recipe

_FORMAT = "safer-desktop recipe"
_LARGEST = 5_000_000
_SEEN = "seen"


class RecipeFileError(SaferError):
    """A file is no recipe that this program can read."""


@dataclass(frozen=True, slots=True)
class RecipeChange:
    """One step in a recipe's history, newest first: when, by whom, what, and its version then."""

    when: str
    who: str
    what: str
    version: str
    why: str


def ref(code: str) -> RecordRef:
    """The record of a recipe."""
    return RecordRef(RecordKind.RECIPE, code)


def last_use(loads: Sequence[StoredLoad], code: str) -> StoredLoad | None:
    """The newest load that still counts and was read by this recipe."""
    used = (load for load in reversed(loads) if load.file.recipe_code == code)
    return next((load for load in used if not load.withdrawn), None)


def history(rows: Sequence[AuditRow], code: str) -> Iterator[RecipeChange]:
    """How a recipe came to be what it is; that another file was read by it is no change."""
    for row in rows:
        if row.record != ref(code) or row.field == _SEEN:
            continue
        version = row.new.get("version") if isinstance(row.new, dict) else None
        yield RecipeChange(
            f"{row.at.astimezone():%d %b %Y %H:%M}",
            row.who,
            _what(row),
            str(version) if version is not None else "",
            row.why,
        )


def removal(recipe: Recipe) -> Edit:
    """The edit that forgets a recipe."""
    change = FieldChange(ref(recipe.code), "", to_plain(recipe), None)
    return Edit(f"removal of recipe '{recipe.name}'", (change,))


def addition(recipe: Recipe) -> Edit:
    """The edit that takes in a recipe from elsewhere."""
    change = FieldChange(ref(recipe.code), "", None, to_plain(recipe))
    return Edit(f"recipe '{recipe.name}' from a file", (change,))


def write_recipe(recipe: Recipe, path: Path) -> None:
    """Write a recipe for a colleague: where things lie and what they mean, no figure."""
    data = {"format": _FORMAT, "recipe": to_plain(recipe)}
    try:
        path.write_text(json.dumps(data, indent=1, ensure_ascii=False), encoding="utf-8")
    except OSError as error:
        raise RecipeFileError(
            f"The recipe could not be written ({error.strerror}).",
            where=f"File: {path.name}.",
            remedy="Choose another folder.",
        ) from None


def read_recipe(path: Path, taken: Collection[str]) -> Recipe:
    """The recipe in a file, under a code that is not ``taken``.

    Raises :class:`RecipeFileError` where it is none.
    """
    from safer_desktop.loading.recipes import Recipe

    try:
        if path.stat().st_size > _LARGEST:
            raise _no_recipe(path, "it is too large")
        data: Json = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _no_recipe(path, f"it cannot be opened: {error.strerror}") from None
    except (ValueError, RecursionError):
        raise _no_recipe(path, "it holds no readable text of that form") from None
    if not isinstance(data, dict) or data.get("format") != _FORMAT:
        raise _no_recipe(path, "it was not written by 'Export a recipe'")
    try:
        recipe = from_plain(Recipe, data.get("recipe"))
    except MalformedError as error:
        raise _no_recipe(path, str(error)) from None
    if not recipe.name.strip():
        raise _no_recipe(path, "the recipe in it has no name")
    code = code_from(recipe.name, taken, "recipe")
    return replace(recipe, code=code if recipe.code in taken or not recipe.code else recipe.code)


def _what(row: AuditRow) -> str:
    if row.field:
        return f"{row.field.replace('_', ' ')}: '{row.old or ''}' is now '{row.new or ''}'"
    if row.new is None:
        return "removed"
    if row.old is None:
        return "made" if "from a file" not in row.title else "taken in from a file"
    return ", ".join(_changed(row.old, row.new)) or "changed"


def _changed(old: Json, new: Json) -> Iterator[str]:
    if not isinstance(old, dict) or not isinstance(new, dict):
        return
    if old.get("tables") != new.get("tables"):
        yield "where things lie or what they mean"
    for field in ("name", "partner", "file_pattern"):
        if old.get(field) != new.get(field):
            yield field.replace("_", " ")


def _no_recipe(path: Path, why: str) -> RecipeFileError:
    return RecipeFileError(
        f"'{path.name}' is no recipe: {why}.",
        remedy="Ask your colleague to export the recipe again (Data > Recipes > Export).",
    )
