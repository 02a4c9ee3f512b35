"""Packs under a password: what is on the disk, what is refused, and what a crash leaves."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from safer_desktop.domain.errors import PackError, PasswordNeeded
from safer_desktop.domain.records import RecordKind
from safer_desktop.pack import protection
from safer_desktop.pack.protection import Protection, unlock
from safer_desktop.pack.schema import check_header
from safer_desktop.pack.store import Pack
from safer_desktop.pack.versions import drop_plain, keep_version, versions_of
from safer_desktop.pack.working import left_behind
from tests.pack.samples import AT, ROBBERY, ROOT, WHO, edit

PASSWORD = "three brown büffel"
HARM = edit("Harm of robbery", (ROBBERY, "harm", 18, 4), why="said by Büffelzahn")
PLAIN_TRACES = (b"SQLite format 3", b"Robbery", b"robbery", b"ffelzahn", PASSWORD.encode())


@pytest.fixture(autouse=True)
def _quick_guesses(monkeypatch: pytest.MonkeyPatch) -> None:
    """As strong as it is in use, scrypt would take a minute of this file."""
    monkeypatch.setattr(protection, "_LOG_N", 10)


@pytest.fixture
def protected(pack: Pack, tmp_path: Path) -> Path:
    pack.protect(PASSWORD)
    path = tmp_path / "mine.safer"
    pack.save(path)
    return path


def harm(pack: Pack) -> object:
    return pack.records(RecordKind.INCIDENT_TYPE)["robbery"]["harm"]


def traces(folder: Path) -> list[tuple[str, bytes]]:
    return [
        (file.name, trace)
        for file in folder.rglob("*")
        if file.is_file()
        for trace in PLAIN_TRACES
        if trace in file.read_bytes() and not (file.name == "held.db" and trace == PLAIN_TRACES[0])
    ]


def test_nothing_of_a_protected_pack_is_in_plain_text_on_the_disk(
    pack: Pack, tmp_path: Path
) -> None:
    assert traces(tmp_path)
    pack.protect(PASSWORD)
    assert traces(tmp_path) == []
    pack.apply(HARM, WHO, AT)
    assert traces(tmp_path) == []
    pack.save(tmp_path / "mine.safer")
    assert traces(tmp_path) == []
    with closing(Pack.open(tmp_path / "mine.safer", tmp_path / "other", PASSWORD)) as opened:
        opened.apply(HARM.reversed(), WHO, AT)
        assert traces(tmp_path) == []


def test_it_opens_with_its_password_and_with_no_other(protected: Path, tmp_path: Path) -> None:
    with closing(Pack.open(protected, tmp_path / "w", PASSWORD)) as opened:
        assert (harm(opened), opened.is_protected, opened.changes_since_save) == (18, True, False)
    # The same letters, written with combining marks, as a Mac would.
    with closing(Pack.open(protected, tmp_path / "w", "three brown bu\u0308ffel")) as opened:
        assert harm(opened) == 18
    for password, wrong in (("", False), ("three brown buffel", True), (PASSWORD + " ", True)):
        with pytest.raises(PasswordNeeded) as refused:
            Pack.open(protected, tmp_path / "w", password)
        assert refused.value.wrong is wrong
    assert not any((tmp_path / "w").iterdir())


def test_a_short_password_is_refused_and_nothing_changes(pack: Pack) -> None:
    with pytest.raises(PackError, match="too short"):
        pack.protect("1234567")
    assert not pack.is_protected
    assert harm(pack) == 18


def test_an_altered_byte_anywhere_is_refused(protected: Path, tmp_path: Path) -> None:
    whole = protected.read_bytes()
    head = protection._HEAD.size
    places = [*range(head), *range(head, len(whole), len(whole) // 40), len(whole) - 1]
    for place in places:
        altered = bytearray(whole)
        altered[place] ^= 0x01
        protected.write_bytes(bytes(altered))
        with pytest.raises((PackError, PasswordNeeded)):
            Pack.open(protected, tmp_path / "w", PASSWORD)
    assert not any((tmp_path / "w").iterdir())


@pytest.mark.parametrize("kept", [1, 15, 16, 17, 79, 80, 81, 95, 96, 500, -1])
def test_a_file_that_is_cut_off_is_refused(protected: Path, tmp_path: Path, kept: int) -> None:
    protected.write_bytes(protected.read_bytes()[:kept])
    with pytest.raises(PackError):
        Pack.open(protected, tmp_path / "w", PASSWORD)


def test_a_file_cannot_ask_for_endless_memory(protected: Path) -> None:
    sealed = bytearray(protected.read_bytes())
    sealed[16] = 40
    with pytest.raises(PackError, match="altered"):
        unlock(bytes(sealed), PASSWORD, protected)


def test_what_is_sealed_but_no_pack_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.safer"
    for content in (b"", b"some other file", b"SQLite format 3\0" + b"\0" * 84):
        path.write_bytes(Protection.new(PASSWORD).seal(content))
        with pytest.raises(PackError):
            Pack.open(path, tmp_path / "w", PASSWORD)


def test_the_same_content_is_never_sealed_alike(tmp_path: Path) -> None:
    key = Protection.new(PASSWORD)
    one, two = key.seal(b"x" * 100), key.seal(b"x" * 100)
    assert one != two
    assert key.open(one, tmp_path) == key.open(two, tmp_path) == b"x" * 100


def test_protection_is_taken_away_and_the_password_changed(
    protected: Path, pack: Pack, tmp_path: Path
) -> None:
    pack.protect("another password")
    assert pack.changes_since_save
    pack.save()
    with pytest.raises(PasswordNeeded):
        Pack.open(protected, tmp_path / "w", PASSWORD)
    with closing(Pack.open(protected, tmp_path / "w", "another password")) as opened:
        opened.protect(None)
        opened.apply(HARM, WHO, AT)
        opened.save()
        assert not opened.is_protected
        assert opened.working.exists()
    assert not check_header(protected)
    with closing(Pack.open(protected, tmp_path / "w")) as opened:
        assert harm(opened) == 4


KILLED = """
import os, sys
from pathlib import Path
from safer_desktop.pack.store import Pack
from tests.pack.test_protection import HARM, PASSWORD
from tests.pack.samples import AT, WHO
pack = Pack.open(Path(sys.argv[1]), Path(sys.argv[2]), PASSWORD)
pack.apply(HARM, WHO, AT)
os._exit(9)
"""


def test_a_crash_leaves_a_sealed_copy_to_go_on_with(protected: Path, tmp_path: Path) -> None:
    folder = tmp_path / "w"
    subprocess.run([sys.executable, "-c", KILLED, str(protected), str(folder)], cwd=ROOT)
    (left,) = left_behind(folder)
    assert (left.protected, left.origin) == (True, protected)
    assert traces(folder) == []
    with pytest.raises(PasswordNeeded):
        Pack.recover(left.file, "wrong password")
    with closing(Pack.recover(left.file, PASSWORD)) as recovered:
        assert (harm(recovered), recovered.path) == (4, protected)
        assert recovered.changes_since_save
        assert left_behind(folder) == []  # this program has it open
        recovered.save()
    assert left_behind(folder) == []
    with closing(Pack.open(protected, folder, PASSWORD)) as opened:
        assert harm(opened) == 4


def test_an_unchanged_protected_pack_leaves_nothing(protected: Path, tmp_path: Path) -> None:
    folder = tmp_path / "w"
    Pack.open(protected, folder, PASSWORD).close(keep_working=True)
    assert left_behind(folder) == []
    assert not any(folder.iterdir())


def test_an_edit_that_cannot_be_stored_is_taken_back(
    protected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Pack.open(protected, tmp_path / "w", PASSWORD)) as opened:

        def full(_handle: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(PackError, match="the disk is full"):
            opened.apply(HARM, WHO, AT)
        monkeypatch.undo()
        assert (harm(opened), opened.audit()) == (18, ())
        opened.apply(HARM, WHO, AT)
        assert harm(opened) == 4


def test_earlier_saves_in_plain_text_go_when_the_pack_is_protected(
    pack: Pack, tmp_path: Path
) -> None:
    path, folder = tmp_path / "mine.safer", tmp_path / "versions"
    pack.save(path)
    keep_version(path, folder, AT)
    pack.protect(PASSWORD)
    pack.save()
    drop_plain(path, folder)
    keep_version(path, folder, AT)
    drop_plain(path, folder)
    (version,) = versions_of(path, folder)
    assert traces(folder) == []
    with closing(Pack.restore(version.file, path, tmp_path / "w", PASSWORD)) as back:
        assert harm(back) == 18
