from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from safer_desktop.domain.errors import PackError
from safer_desktop.domain.records import RecordKind
from safer_desktop.pack.store import Pack
from safer_desktop.pack.working import InUseError, discard, left_behind
from tests.pack.samples import AT, ROBBERY, ROOT, WHO, edit

POSIX = pytest.mark.skipif(os.name == "nt", reason="kill -9 is a POSIX signal")

EDITING = """
import sys
from pathlib import Path
from safer_desktop.domain.records import RecordKind, RecordRef
from safer_desktop.pack.store import Pack
from tests.pack.samples import AT, WHO, edit

pack = Pack.open(Path(sys.argv[1]), Path(sys.argv[2]))
types = RecordKind.INCIDENT_TYPE
robbery, murder = RecordRef(types, "robbery"), RecordRef(types, "murder")
pack.apply(edit("start", (robbery, "n", None, 0), (murder, "n", None, 0)), WHO, AT)
number = 0
while True:
    both = ((robbery, "n", number, number + 1), (murder, "n", number, number + 1))
    pack.apply(edit("both", *both), WHO, AT)
    number += 1
    print(number, flush=True)
"""


def killed_while_editing(saved: Path, folder: Path, seconds: float) -> int:
    """Kill -9 a program in the midst of its edits; the number of the last one it knew was kept."""
    child = subprocess.Popen(
        [sys.executable, "-c", EDITING, saved, folder], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    child.stdout.readline()
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL)
    # The last line may have been cut short by the kill.
    numbers = [int(line) for line in child.stdout if line.endswith("\n")]
    child.stdout.close()
    child.wait()
    return numbers[-1] if numbers else 1


@POSIX
def test_kill_minus_nine_loses_at_most_the_edit_in_flight(saved: Path, tmp_path: Path) -> None:
    before = saved.read_bytes()
    for round_number in range(6):
        folder = tmp_path / f"working {round_number}"
        last = killed_while_editing(saved, folder, 0.02 + 0.013 * round_number)
        (copy,) = left_behind(folder)
        assert copy.origin == saved
        with closing(Pack.recover(copy.file)) as pack:
            types = pack.records(RecordKind.INCIDENT_TYPE)
            assert types["robbery"]["n"] in (last, last + 1)
            assert types["murder"]["n"] == types["robbery"]["n"], "all of an edit or none"
            assert len(pack.audit()) == 2 * (int(str(types["murder"]["n"])) + 1)
            assert pack.changes_since_save
            assert pack.path == saved
        assert saved.read_bytes() == before


@POSIX
def test_recovered_work_can_be_saved_to_the_file_it_came_from(saved: Path, tmp_path: Path) -> None:
    folder = tmp_path / "working"
    last = killed_while_editing(saved, folder, 0)
    (copy,) = left_behind(folder)
    with closing(Pack.recover(copy.file)) as pack:
        pack.save()
        assert not pack.changes_since_save
    assert left_behind(folder) == []
    with closing(Pack.open(saved, folder)) as pack:
        number = pack.records(RecordKind.INCIDENT_TYPE)["robbery"]["n"]
        assert number in (last, last + 1)


OPEN = """
import sys
from pathlib import Path
from safer_desktop.pack.store import Pack
from tests.pack.samples import AT, ROBBERY, WHO, edit

pack = Pack.open(Path(sys.argv[1]), Path(sys.argv[2]))
pack.apply(edit("harm", (ROBBERY, "harm", 18, 17)), WHO, AT)
print(pack.working, flush=True)
sys.stdin.read()
"""


def test_a_second_program_does_not_take_a_live_working_copy(saved: Path, tmp_path: Path) -> None:
    folder = tmp_path / "working"
    with subprocess.Popen(
        [sys.executable, "-c", OPEN, saved, folder],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        live = Path(child.stdout.readline().strip())
        assert left_behind(folder) == []
        with pytest.raises(InUseError, match="is running"):
            Pack.recover(live)
        with pytest.raises(InUseError):
            discard(live)
        assert live.exists()
    # The program ended without closing its pack.
    assert [copy.file for copy in left_behind(folder)] == [live]


def test_our_own_open_packs_are_not_taken_either(
    pack: Pack, saved: Path, working_folder: Path
) -> None:
    pack.apply(edit("harm", (ROBBERY, "harm", 18, 17)), WHO, AT)
    assert left_behind(working_folder) == []
    with pytest.raises(InUseError):
        Pack.recover(pack.working)
    pack.apply(edit("harm", (ROBBERY, "harm", 17, 16)), WHO, AT)


def test_two_programs_may_open_one_file(saved: Path, working_folder: Path) -> None:
    with (
        closing(Pack.open(saved, working_folder)) as one,
        closing(Pack.open(saved, working_folder)) as two,
    ):
        assert one.working != two.working


def test_left_behind_work_is_told_newest_first(working_folder: Path) -> None:
    copies = []
    for number in range(3):
        pack = Pack.create(working_folder, {RecordKind.INCIDENT_TYPE: {"robbery": {"harm": 18}}})
        pack.apply(edit("harm", (ROBBERY, "harm", 18, number)), WHO, AT)
        copies.append(pack.working)
        pack.close(keep_working=True)
        os.utime(pack.working, (1_000_000 + 60 * number,) * 2)
    found = left_behind(working_folder)
    assert [copy.file for copy in found] == copies[::-1]
    assert found[0].origin is None
    assert found[0].changed_at == datetime.fromtimestamp(1_000_120, UTC)
    assert found[0].changed_at - found[2].changed_at == timedelta(minutes=2)


def test_a_copy_that_holds_nothing_new_is_cleared_away(saved: Path, working_folder: Path) -> None:
    copy = Pack.open(saved, working_folder)
    copy.close(keep_working=True)
    assert copy.working.exists()
    assert left_behind(working_folder) == []
    assert not copy.working.parent.exists()


def test_recovered_work_that_is_kept_can_be_recovered_again(working_folder: Path) -> None:
    pack = Pack.create(working_folder, {RecordKind.INCIDENT_TYPE: {"robbery": {"harm": 18}}})
    pack.apply(edit("harm", (ROBBERY, "harm", 18, 3)), WHO, AT)
    pack.close(keep_working=True)
    for _ in range(2):
        again = Pack.recover(pack.working)
        assert again.records(RecordKind.INCIDENT_TYPE)["robbery"]["harm"] == 3
        assert again.path is None
        again.close(keep_working=True)
    assert len(left_behind(working_folder)) == 1
    discard(pack.working)
    assert left_behind(working_folder) == []
    assert not pack.working.exists()


def test_damaged_leftovers_are_shown_and_can_be_thrown_away(working_folder: Path) -> None:
    pack = Pack.create(working_folder)
    pack.close(keep_working=True)
    pack.working.write_bytes(pack.working.read_bytes()[:5000])
    (copy,) = left_behind(working_folder)
    with pytest.raises(PackError, match="damaged"):
        Pack.recover(copy.file)
    discard(copy.file)
    assert list(working_folder.iterdir()) == []


def test_a_lost_note_of_the_origin_does_not_lose_the_work(working_folder: Path) -> None:
    pack = Pack.create(working_folder, {RecordKind.INCIDENT_TYPE: {"robbery": {"harm": 18}}})
    pack.close(keep_working=True)
    (pack.working.parent / "origin.json").write_text('{"path"')
    (copy,) = left_behind(working_folder)
    assert copy.origin is None
    with closing(Pack.recover(copy.file)) as again:
        assert again.changes_since_save
        assert again.records(RecordKind.INCIDENT_TYPE)["robbery"]["harm"] == 18


def test_half_made_copies_go_after_a_while(working_folder: Path) -> None:
    old, fresh = working_folder / "old", working_folder / "fresh"
    for folder in (old, fresh):
        folder.mkdir(parents=True)
        (folder / "pack.safer").write_bytes(b"half")
    (working_folder / "a stray file").write_text("")
    os.utime(old, (time.time() - 7200,) * 2)
    assert left_behind(working_folder) == []
    assert not old.exists()
    assert fresh.exists()


def test_no_working_folder_means_nothing_was_left(tmp_path: Path) -> None:
    assert left_behind(tmp_path / "absent") == []
    assert not (tmp_path / "absent").exists()


def test_a_copy_whose_pack_is_gone_is_cleared_away(working_folder: Path) -> None:
    pack = Pack.create(working_folder)
    pack.close(keep_working=True)
    pack.working.unlink()
    assert left_behind(working_folder) == []
    assert not pack.working.parent.exists()
