from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from safer_desktop.domain.errors import PackError
from safer_desktop.domain.periods import Period
from safer_desktop.domain.records import Json, RecordKind, RecordRef
from safer_desktop.pack import working
from safer_desktop.pack.store import Pack
from tests.pack.samples import AT, ROBBERY, ROOT, WHO, edit, load, observation, run_as_nobody

POSIX = pytest.mark.skipif(os.name == "nt", reason="the trial uses POSIX means")


def harm_in(path: Path, folder: Path) -> Json:
    with closing(Pack.open(path, folder)) as pack:
        return pack.records(RecordKind.INCIDENT_TYPE)["robbery"]["harm"]


def set_harm(pack: Pack, old: int, new: int) -> None:
    pack.apply(edit("harm of Robbery", (ROBBERY, "harm", old, new)), WHO, AT)


def test_saving_and_opening_again_brings_everything_back(pack: Pack, tmp_path: Path) -> None:
    pack.add_load(load(observation(5, Period.month(2017, 3))), WHO)
    set_harm(pack, 18, 17)
    path = tmp_path / "Safer – 2016’17 (ä).safer"
    pack.save(path)
    assert pack.path == path
    assert not pack.changes_since_save
    with closing(Pack.open(path, tmp_path / "other")) as again:
        for kind in RecordKind:
            assert list(again.records(kind).items()) == list(pack.records(kind).items())
        assert again.audit() == pack.audit()
        assert again.loads() == pack.loads()
        assert again.table() == pack.table()
        assert again.revision == pack.revision
        assert not again.changes_since_save


def test_save_goes_to_the_packs_own_file_and_save_as_moves_on(
    saved: Path, pack: Pack, tmp_path: Path
) -> None:
    set_harm(pack, 18, 17)
    pack.save()
    second = tmp_path / "second.safer"
    set_harm(pack, 17, 16)
    pack.save(second)
    set_harm(pack, 16, 15)
    pack.save()
    assert harm_in(saved, tmp_path / "other") == 17
    assert harm_in(second, tmp_path / "other") == 15


def test_only_the_one_file_is_left_beside_it(saved: Path, pack: Pack) -> None:
    set_harm(pack, 18, 17)
    pack.save()
    assert [path.name for path in saved.parent.iterdir() if path.is_file()] == [saved.name]


def test_the_file_tells_nothing_of_the_computer_and_keeps_no_removed_text(
    pack: Pack, tmp_path: Path
) -> None:
    setting = RecordRef(RecordKind.SETTING, "draft")
    pack.apply(edit("draft", (setting, "", None, {"text": "x" * 5000})), WHO, AT)
    path = tmp_path / "handed over.safer"
    pack.save(path)
    content = path.read_bytes()
    assert str(tmp_path).encode() not in content
    assert content[18:20] == b"\x01\x01", "never in write-ahead mode on the user's path"


def test_a_pack_without_a_file_asks_for_save_as(pack: Pack) -> None:
    with pytest.raises(PackError, match="Save as"):
        pack.save()


def test_a_file_that_somebody_else_saved_is_not_overwritten(
    saved: Path, pack: Pack, tmp_path: Path
) -> None:
    with closing(Pack.open(saved, tmp_path / "other")) as colleague:
        set_harm(colleague, 18, 3)
        colleague.save()
    set_harm(pack, 18, 17)
    for path in (None, saved):
        with pytest.raises(PackError, match="Somebody else has saved") as caught:
            pack.save(path)
        assert "Save as" in caught.value.remedy
    assert harm_in(saved, tmp_path / "other") == 3
    assert pack.changes_since_save
    mine = tmp_path / "mine.safer"
    pack.save(mine)
    assert harm_in(mine, tmp_path / "other") == 17


def test_a_file_that_was_only_touched_or_lost_is_written(
    saved: Path, pack: Pack, tmp_path: Path
) -> None:
    os.utime(saved, (1, 1))
    set_harm(pack, 18, 17)
    pack.save()
    saved.unlink()
    set_harm(pack, 17, 16)
    pack.save()
    assert harm_in(saved, tmp_path / "other") == 16


@POSIX
def test_links_and_permissions_of_the_old_file_stay(
    saved: Path, pack: Pack, tmp_path: Path
) -> None:
    saved.chmod(0o640)
    link = tmp_path / "link.safer"
    link.symlink_to(saved)
    set_harm(pack, 18, 17)
    pack.save(link)
    assert link.is_symlink()
    assert saved.stat().st_mode & 0o777 == 0o640
    assert harm_in(saved, tmp_path / "other") == 17


def in_a_file(folder: Path) -> Path:
    (folder / "a file").write_text("")
    return folder / "a file" / "x.safer"


def a_folder(folder: Path) -> Path:
    (folder / "folder.safer").mkdir()
    return folder / "folder.safer"


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (in_a_file, "there is no folder"),
        (lambda folder: folder / "absent" / "x.safer", "there is no folder"),
        (a_folder, "a folder has this name"),
        pytest.param(lambda _: Path("/proc/x.safer"), "no file can be made there", marks=POSIX),
        (lambda folder: folder / ("n" * 300 + ".safer"), "name is too long"),
    ],
)
def test_a_place_that_takes_no_file_is_refused_with_a_way_out(
    saved: Path, pack: Pack, tmp_path: Path, target: Callable[[Path], Path], words: str
) -> None:
    set_harm(pack, 18, 17)
    path = target(tmp_path)
    with pytest.raises(PackError, match=words) as caught:
        pack.save(path)
    assert str(path) in caught.value.where
    assert "Save as" in caught.value.remedy
    assert pack.path == saved
    assert pack.changes_since_save
    pack.save()
    assert harm_in(saved, tmp_path / "other") == 17


FULL_DISK = """
import resource, sys
from pathlib import Path
from safer_desktop.domain.errors import PackError
from safer_desktop.domain.records import Edit, FieldChange, RecordKind, RecordRef
from safer_desktop.pack.store import Pack
from tests.pack.samples import AT, WHO, edit

path, folder = Path(sys.argv[1]), Path(sys.argv[2])
pack = Pack.open(path, folder)
note = RecordRef(RecordKind.SETTING, "note")
pack.apply(edit("note", (note, "", None, {"text": "long " * 100_000})), WHO, AT)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
try:
    pack.save()
except PackError as error:
    print(error)
print(pack.changes_since_save, pack.path == path)
try:
    pack.apply(edit("longer", (note, "more", None, "more " * 100_000)), WHO, AT)
except PackError as error:
    print(error)
print(list(pack.records(RecordKind.SETTING)["note"]), len(pack.audit()))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
pack.save()
print(pack.changes_since_save)
pack.close()
"""


@POSIX
def test_a_disk_that_takes_no_more_leaves_the_old_file_and_the_work(
    saved: Path, tmp_path: Path
) -> None:
    child = subprocess.run(
        [sys.executable, "-c", FULL_DISK, saved, tmp_path / "other"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    unsaved, kept, unchanged, content, in_the_end = child.stdout.splitlines()
    assert "could not be saved" in unsaved
    assert "Save as" in unsaved
    assert kept == "True True"
    assert "could not be stored" in unchanged
    assert content == "['text'] 1"
    assert in_the_end == "False"
    assert not list(saved.parent.glob(".safer-*"))
    with closing(Pack.open(saved, tmp_path / "other")) as pack:
        assert len(pack.audit()) == 1


def test_the_old_file_is_intact_when_the_disk_fails_during_a_save(
    saved: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = saved.read_bytes()
    set_harm(pack, 18, 17)

    def broken(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(PackError, match="the disk is full"):
        pack.save()
    assert saved.read_bytes() == before
    assert not list(saved.parent.glob(".safer-*"))


def holding(monkeypatch: pytest.MonkeyPatch, times: int) -> list[float]:
    """The old file is held by another program for so many tries; returns the waits."""
    waits: list[float] = []
    really_replace = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.suffix == ".safer" and len(waits) < times:
            raise PermissionError(13, "The process cannot access the file")
        return really_replace(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(time, "sleep", waits.append)
    return waits


def test_a_file_that_a_scanner_holds_for_a_moment_is_tried_again(
    saved: Path, pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = holding(monkeypatch, times=3)
    set_harm(pack, 18, 17)
    pack.save()
    assert len(waits) == 3
    assert harm_in(saved, tmp_path / "other") == 17


def test_a_file_that_stays_held_is_reported(
    saved: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = holding(monkeypatch, times=99)
    before = saved.read_bytes()
    set_harm(pack, 18, 17)
    with pytest.raises(PackError, match="another program holds it.*Save as"):
        pack.save()
    assert 1 < sum(waits) < 3
    assert saved.read_bytes() == before
    assert not list(saved.parent.glob(".safer-*"))


SAVING_AS_NOBODY = """
pack = Pack.create(Path(sys.argv[1]))
for place in sys.argv[2:]:
    try:
        pack.save(Path(place))
    except PackError as error:
        print(error)
"""


@POSIX
def test_a_folder_or_file_that_may_not_be_written_is_refused(
    saved: Path, public_folder: Path
) -> None:
    locked, free, state = (public_folder / name for name in ("locked", "free", "state"))
    for folder, mode in ((locked, 0o555), (free, 0o777), (state, 0o777)):
        folder.mkdir()
        folder.chmod(mode)
    read_only = free / "read-only.safer"
    read_only.write_bytes(saved.read_bytes())
    read_only.chmod(0o444)
    said = run_as_nobody(SAVING_AS_NOBODY, state, locked / "x.safer", read_only)
    in_folder, in_file = said.splitlines()
    assert "could not be saved" in in_folder
    assert str(locked / "x.safer") in in_folder
    assert "Save as" in in_folder
    assert "the file is read-only" in in_file
    assert read_only.read_bytes() == saved.read_bytes()
    assert [path.name for path in free.iterdir()] == ["read-only.safer"]


def test_part_files_of_a_save_that_was_killed_go_at_the_next_one(saved: Path, pack: Pack) -> None:
    old, fresh = saved.with_name(".safer-0a.part"), saved.with_name(".safer-0b.part")
    for path in (old, fresh):
        path.write_text("half")
    os.utime(old, (time.time() - 7200,) * 2)
    pack.save()
    assert not old.exists()
    assert fresh.exists()


def test_closing_a_saved_pack_leaves_no_working_copy(
    saved: Path, pack: Pack, working_folder: Path, tmp_path: Path
) -> None:
    pack.close()
    pack.close()
    assert list(working_folder.iterdir()) == []
    assert harm_in(saved, tmp_path / "other") == 18
    with pytest.raises(PackError, match="closed"):
        pack.records(RecordKind.INCIDENT_TYPE)
    with pytest.raises(PackError, match="closed"):
        set_harm(pack, 18, 17)


def test_a_sample_that_was_just_set_up_is_nothing_to_save(pack: Pack, working_folder: Path) -> None:
    pack.add_load(load(observation(5, Period.month(2017, 3))), WHO)
    pack.mark_unchanged()
    assert not pack.changes_since_save
    pack.close(keep_working=True)
    assert working.left_behind(working_folder) == []


def test_threads_may_edit_load_save_and_read_at_once(pack: Pack, tmp_path: Path) -> None:
    path = tmp_path / "threads.safer"

    def edits() -> None:
        for number in range(18, 58):
            set_harm(pack, number, number + 1)

    def loads() -> None:
        for number in range(20):
            months = (observation(number, Period.month(2017, 3).shifted(-n)) for n in range(30))
            pack.add_load(load(*months), WHO)

    def reads() -> None:
        for _ in range(30):
            assert len(set(pack.table().value)) <= 1, "never half a load"

    def saves() -> None:
        for _ in range(5):
            pack.save(path)

    with ThreadPoolExecutor(4) as pool:
        for work in [pool.submit(work) for work in (edits, loads, reads, saves)]:
            work.result()
    assert pack.records(RecordKind.INCIDENT_TYPE)["robbery"]["harm"] == 58
    assert len(pack.audit()) == 60
    assert pack.table().value == [19] * 30
    pack.save(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


SAVING = """
import sys
from pathlib import Path
from safer_desktop.domain.records import RecordKind, RecordRef
from safer_desktop.pack.store import Pack
from tests.pack.samples import AT, WHO, edit

pack = Pack.open(Path(sys.argv[1]), Path(sys.argv[2]))
note = RecordRef(RecordKind.SETTING, "note")
text = "x" * 2_000_000
pack.apply(edit("note", (note, "", None, {"number": 0, "text": text})), WHO, AT)
number = 0
while True:
    pack.apply(edit("note", (note, "number", number, number + 1)), WHO, AT)
    number += 1
    pack.save()
    print(number, flush=True)
"""


@POSIX
def test_a_kill_during_a_save_leaves_the_old_file_or_the_new_one(
    saved: Path, tmp_path: Path
) -> None:
    for round_number in range(5):
        child = subprocess.Popen(
            [sys.executable, "-c", SAVING, saved, tmp_path / f"w{round_number}"],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert child.stdout is not None
        last = int(child.stdout.readline())
        time.sleep(0.017 * round_number)
        child.send_signal(signal.SIGKILL)
        last = max([last, *(int(line) for line in child.stdout)])
        child.stdout.close()
        child.wait()
        with closing(Pack.open(saved, tmp_path / "look")) as pack:
            note = pack.records(RecordKind.SETTING)["note"]
            assert note["number"] in (last, last + 1)
            removal = edit("again", (RecordRef(RecordKind.SETTING, "note"), "", dict(note), None))
            pack.apply(removal, WHO, AT)
            pack.save()
