"""The program's own folder: settings survive, and bad ones never stop the program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from safer_desktop.workbench.state import RECENT_MOST, State, StateError


def test_settings_are_there_again_at_the_next_start(tmp_path: Path) -> None:
    State(tmp_path).update(display_name="A. Coordinator", theme="dark")
    again = State(tmp_path)
    assert (again.settings.display_name, again.settings.theme) == ("A. Coordinator", "dark")
    assert again.who == "A. Coordinator"
    assert not again.settings_were_unreadable


def test_recent_packs_are_newest_first_each_once_and_not_too_many(tmp_path: Path) -> None:
    state = State(tmp_path / "state")
    packs = [tmp_path / f"{number}.safer" for number in range(RECENT_MOST + 2)]
    for pack in [*packs, packs[5]]:
        state.remember(pack)
    recent = State(tmp_path / "state").settings.recent
    assert recent[0] == str(packs[5])
    assert recent[1] == str(packs[-1])
    assert len(recent) == len(set(recent)) == RECENT_MOST


@pytest.mark.parametrize("text", ["not json", "[1, 2]", '"text"'])
def test_unreadable_settings_are_put_aside(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text, encoding="utf-8")
    state = State(tmp_path)
    assert state.settings_were_unreadable
    assert state.settings.theme == "system"
    assert (tmp_path / "settings.unreadable").read_text(encoding="utf-8") == text


def test_fields_of_a_newer_version_and_of_the_wrong_type_are_passed_over(tmp_path: Path) -> None:
    data = {"theme": 7, "display_name": "B", "colour_of_the_sky": "blue", "version": 99}
    (tmp_path / "settings.json").write_text(json.dumps(data), encoding="utf-8")
    settings = State(tmp_path).settings
    assert (settings.theme, settings.display_name, settings.version) == ("system", "B", 1)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StateError, match="own folder"):
        State(tmp_path / "file" / "inside")
