"""The recipes of a pack: renamed, handed on and forgotten, every change undoable."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from safer_desktop.domain.plain import to_plain
from safer_desktop.gui.actions import Act
from safer_desktop.gui.dialogs import recipes as recipes_dialog
from safer_desktop.gui.dialogs.recipes import RecipesDialog
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.workbench.recipe_records import RecipeFileError, read_recipe, write_recipe
from tests.gui.conftest import the_box
from tests.gui.test_drift import bench_of, sources, written
from tests.loading.drift.made import CRIME, recipe

__all__ = ["sources"]

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")


@pytest.fixture
def dialog(window: MainWindow, sources: object, qtbot: QtBot) -> RecipesDialog:
    """The dialog over a pack with one recipe, opened by its menu entry."""
    window.actions_by_name[Act.RECIPES].trigger()
    found = window.findChild(RecipesDialog)
    assert found is not None
    return found


def column(dialog: RecipesDialog, number: int) -> list[str]:
    rows = range(dialog.model.rowCount())
    return [dialog.model.index(row, number).data() for row in rows]


def test_what_is_known_of_a_recipe_is_shown(dialog: RecipesDialog) -> None:
    assert column(dialog, 0) == ["Crime"]
    assert column(dialog, 2) == ["1"]
    assert column(dialog, 4) != ["not in this pack"]
    assert dialog.ui.tables.text() == "'Crime' B5:D7"
    assert dialog.ui.seen.text() == "Crime Q4 2016-17.xlsx"
    assert dialog.history.rowCount() == 1
    assert dialog.history.index(0, 2).data() == "made"


def test_a_recipe_is_renamed_and_the_name_taken_back(
    dialog: RecipesDialog, window: MainWindow
) -> None:
    dialog.ui.name.setText("Recorded crime")
    dialog.ui.name.editingFinished.emit()
    dialog.ui.partner.setText("Leicestershire Police")
    dialog.ui.partner.editingFinished.emit()
    (kept,) = bench_of(window).recipes
    assert (kept.name, kept.partner, kept.version) == (
        "Recorded crime",
        "Leicestershire Police",
        1,
    )
    assert dialog.history.rowCount() == 3
    assert "'Police' is now 'Leicestershire Police'" in dialog.history.index(0, 2).data()
    dialog.ui.undo.click()
    dialog.ui.undo.click()
    assert column(dialog, 0) == ["Crime"]
    dialog.ui.name.setText("  ")
    dialog.ui.name.editingFinished.emit()
    assert "needs a name" in dialog.ui.message.text()
    assert dialog.ui.name.text() == "Crime"


def test_a_recipe_is_deleted_when_asked_and_brought_back(
    dialog: RecipesDialog, window: MainWindow, qtbot: QtBot
) -> None:
    dialog.ui.remove.click()
    box = the_box(qtbot)
    assert "will have to be explained anew" in box.informativeText()
    box.buttons()[0].click()
    qtbot.waitUntil(lambda: bench_of(window).recipes == ())
    assert not dialog.ui.details.isEnabled()
    assert "No recipe yet" in dialog.ui.message.text() or "Undo" in dialog.ui.message.text()
    dialog.ui.undo.click()
    assert column(dialog, 0) == ["Crime"]


def test_a_recipe_goes_to_a_colleague_and_comes_back(
    dialog: RecipesDialog, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Crime.json"
    monkeypatch.setattr(recipes_dialog, "ask_recipe_to_save", lambda *_: path)
    monkeypatch.setattr(recipes_dialog, "ask_recipe_to_open", lambda *_: path)
    dialog.ui.export_button.click()
    assert "holds no figures" in dialog.ui.message.text()
    assert "410" not in path.read_text(encoding="utf-8")
    dialog.ui.import_button.click()
    first, second = bench_of(window).recipes
    assert {first.code, second.code} == {"crime", "crime-2"}
    assert replace(second, code=first.code) == first
    assert dialog.recipe == second
    assert dialog.history.index(0, 2).data() == "taken in from a file"
    dialog.ui.undo.click()
    assert len(bench_of(window).recipes) == 1
    path.write_text("{}", encoding="utf-8")
    dialog.ui.import_button.click()
    assert "is no recipe" in dialog.ui.message.text()


@pytest.mark.parametrize(
    ("content", "why"),
    (
        ("not json", "no readable text"),
        ("[" * 100_000, "no readable text"),
        ('{"format": "something"}', "was not written by"),
        ('{"format": "safer-desktop recipe", "recipe": {"code": 3}}', "cannot be read"),
        ("x" * 5_000_001, "too large"),
    ),
)
def test_a_file_that_is_no_recipe_is_refused(content: str, why: str, tmp_path: Path) -> None:
    path = tmp_path / "recipe.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RecipeFileError, match=why):
        read_recipe(path, ())


def test_recipe_files_survive_and_refuse_in_plain_words(tmp_path: Path) -> None:
    known = recipe()
    write_recipe(known, tmp_path / "r.json")
    assert read_recipe(tmp_path / "r.json", ()) == known
    assert read_recipe(tmp_path / "r.json", ("crime",)).code == "crime-2"
    with pytest.raises(RecipeFileError, match="could not be written"):
        write_recipe(known, tmp_path / "nowhere" / "r.json")
    with pytest.raises(RecipeFileError, match="cannot be opened"):
        read_recipe(tmp_path / "none.json", ())
    nameless = {"format": "safer-desktop recipe", "recipe": to_plain(replace(known, name=" "))}
    (tmp_path / "r.json").write_text(json.dumps(nameless), encoding="utf-8")
    with pytest.raises(RecipeFileError, match="no name"):
        read_recipe(tmp_path / "r.json", ())


def test_a_recipe_of_before_a_change_is_told_apart_in_its_history(
    dialog: RecipesDialog, window: MainWindow, tmp_path: Path
) -> None:
    bench = bench_of(window)
    inspection = bench.inspect(
        written(tmp_path / "Crime Q1.xlsx", [CRIME[0], ["By the team"], *CRIME[1:]])
    )
    assert inspection.drift is not None
    load = bench.prepare(inspection, inspection.reading)
    bench.take_in(load, inspection.remembered(inspection.following))
    assert dialog.history.index(0, 2).data() == "where things lie or what they mean"
    assert dialog.history.index(0, 3).data() == "2"
