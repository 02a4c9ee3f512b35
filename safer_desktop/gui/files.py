"""The file dialogs of packs, recipes and risk schemes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

PACK_SUFFIX = ".safer"
RECIPE_SUFFIX = ".json"
_FILTER = f"Safer Desktop pack (*{PACK_SUFFIX})"
_RECIPE_FILTER = f"Recipe (*{RECIPE_SUFFIX})"
_SCHEME_FILTER = f"Risk scheme (*{RECIPE_SUFFIX})"


def ask_pack_to_open(parent: QWidget, folder: str) -> Path | None:
    """The pack that the user chose, if any."""
    name, _ = QFileDialog.getOpenFileName(parent, "Open pack", folder or _home(), _FILTER)
    return Path(name) if name else None


def ask_pack_to_save(parent: QWidget, folder: str, title: str) -> Path | None:
    """Where the user wants the pack, if anywhere; its name always ends in ``.safer``."""
    start = Path(folder or _home()) / f"{_file_name(title)}{PACK_SUFFIX}"
    name, _ = QFileDialog.getSaveFileName(parent, "Save pack as", str(start), _FILTER)
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == PACK_SUFFIX else Path(f"{name}{PACK_SUFFIX}")


def ask_recipe_to_open(parent: QWidget) -> Path | None:
    """The recipe file that the user chose, if any."""
    name, _ = QFileDialog.getOpenFileName(parent, "Import a recipe", _home(), _RECIPE_FILTER)
    return Path(name) if name else None


def ask_recipe_to_save(parent: QWidget, title: str) -> Path | None:
    """Where the user wants the recipe, if anywhere; its name always ends in ``.json``."""
    return _ask_json_to_save(parent, "Export a recipe", title, _RECIPE_FILTER)


def _home() -> str:
    return str(Path.home())


def _file_name(title: str) -> str:
    """The title without what Windows does not take in a file's name."""
    kept = "".join("-" if sign in '<>:"/\\|?*' or ord(sign) < 32 else sign for sign in title)
    return kept.strip(" .") or "Pack"


def ask_scheme_to_open(parent: QWidget) -> Path | None:
    """Ask which file with a risk scheme to take in."""
    name, _ = QFileDialog.getOpenFileName(parent, "Import a scheme", _home(), _SCHEME_FILTER)
    return Path(name) if name else None


def ask_scheme_to_save(parent: QWidget, title: str) -> Path | None:
    """Where the user wants the scheme, if anywhere; its name always ends in ``.json``."""
    return _ask_json_to_save(parent, "Export a scheme", title, _SCHEME_FILTER)


def _ask_json_to_save(parent: QWidget, what: str, title: str, kinds: str) -> Path | None:
    start = Path(_home()) / f"{_file_name(title)}{RECIPE_SUFFIX}"
    name, _ = QFileDialog.getSaveFileName(parent, what, str(start), kinds)
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == RECIPE_SUFFIX else Path(f"{name}{RECIPE_SUFFIX}")
