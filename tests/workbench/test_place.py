"""Where a packaged program keeps what it writes, by where it lies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from safer_desktop.workbench.place import on_network, packaged_program, portable_folder
from safer_desktop.workbench.state import State


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A packaged program in a folder of its own, as it sees itself."""
    file = tmp_path / "Safer Desktop" / "SaferDesktop.exe"
    file.parent.mkdir()
    file.touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(file))
    monkeypatch.delenv("SAFER_DESKTOP_HOME")
    return file


def test_a_program_from_source_is_not_packaged() -> None:
    assert packaged_program() is None


def test_without_the_file_everything_goes_to_the_users_profile(program: Path) -> None:
    assert packaged_program() == program
    state = State.of_user()
    assert not state.folder.is_relative_to(program.parent)
    assert [it.name for it in program.parent.iterdir()] == [program.name]


def test_with_the_file_everything_stays_beside_the_program(program: Path) -> None:
    (program.parent / "portable.ini").touch()
    state = State.of_user()
    assert state.folder == program.parent / "data"
    state.update(theme="dark")
    assert State.of_user().settings.theme == "dark"


def test_an_administrator_may_choose_another_folder(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (program.parent / "portable.ini").touch()
    monkeypatch.setenv("SAFER_DESKTOP_HOME", str(tmp_path / "elsewhere"))
    assert State.of_user().folder == tmp_path / "elsewhere"


def test_a_folder_that_cannot_be_written_to_falls_back_to_the_profile(program: Path) -> None:
    (program.parent / "portable.ini").touch()
    (program.parent / "data").touch()  # in the way, so that no folder can be made there
    assert portable_folder(program) is None
    assert not State.of_user().folder.is_relative_to(program.parent)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_a_read_only_folder_falls_back_to_the_profile(program: Path) -> None:
    (program.parent / "portable.ini").touch()
    program.parent.chmod(0o500)
    try:
        assert portable_folder(program) is None
    finally:
        program.parent.chmod(0o700)


@pytest.mark.parametrize(
    ("path", "is_on_network"),
    [
        (r"\\files\apps\SaferDesktop.exe", True),
        (r"\\?\UNC\files\apps\SaferDesktop.exe", True),
        (r"C:\Users\a\SaferDesktop.exe", False),
        (r"\\?\C:\Users\a\SaferDesktop.exe", False),
        ("/opt/safer-desktop/safer-desktop", False),
    ],
)
def test_network_folders_are_known_by_their_names(path: str, is_on_network: bool) -> None:
    assert on_network(Path(path)) is is_on_network
