"""The lock beside a pack: one opener at a time, and what becomes of the locks of the dead."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from safer_desktop.pack.lock import STALE_AFTER, Holder, PackLock, holder_of, take
from tests.pack.samples import run_as_nobody

NOW = datetime(2017, 5, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def pack_path(tmp_path: Path) -> Path:
    path = tmp_path / "Leicestershire 2016-17.safer"
    path.write_bytes(b"a pack")
    return path


def lock_file(path: Path) -> Path:
    return path.with_name(f".~lock.{path.name}")


def elsewhere(path: Path, *, seen: datetime = NOW, process: int = 1) -> Holder:
    """Somebody at another computer has the pack."""
    mine = take(path, "B. Officer", seen)
    assert isinstance(mine, PackLock)
    theirs = replace(mine.holder, computer="CSP-LAPTOP-3", process=process, token="theirs")
    data = json.loads(lock_file(path).read_text())
    data |= {"computer": theirs.computer, "process": process, "token": "theirs"}
    lock_file(path).write_text(json.dumps(data))
    return theirs


def test_a_second_opener_is_told_who_has_it_since_when(pack_path: Path) -> None:
    theirs = elsewhere(pack_path)
    found = take(pack_path, "A. Coordinator", NOW + timedelta(minutes=1))
    assert found == theirs
    assert found.words.startswith("B. Officer (")
    assert "CSP-LAPTOP-3), since " in found.words
    assert "2 May 2017" in found.words


def test_a_lock_that_is_let_go_leaves_nothing_behind(pack_path: Path) -> None:
    lock = take(pack_path, "A. Coordinator", NOW)
    assert isinstance(lock, PackLock)
    assert [it.name for it in pack_path.parent.iterdir() if it != pack_path] == [
        lock_file(pack_path).name
    ]
    lock.release()
    assert list(pack_path.parent.iterdir()) == [pack_path]
    assert isinstance(take(pack_path, "B. Officer", NOW), PackLock)


def test_silence_makes_a_lock_stale_and_signs_of_life_keep_it(pack_path: Path) -> None:
    mine = take(pack_path, "A. Coordinator", NOW)
    assert isinstance(mine, PackLock)
    assert mine.say_alive(NOW + timedelta(hours=1))
    theirs = elsewhere_view(pack_path)
    assert not theirs.is_stale(NOW + timedelta(hours=1) + STALE_AFTER)
    late = NOW + timedelta(hours=1) + STALE_AFTER + timedelta(seconds=1)
    assert theirs.is_stale(late)
    taken = take(pack_path, "B. Officer", late)
    assert isinstance(taken, PackLock)
    assert not mine.say_alive(late)
    mine.release()
    assert holder_of(pack_path) == taken.holder


def elsewhere_view(path: Path) -> Holder:
    found = holder_of(path)
    assert found is not None
    return replace(found, computer="CSP-LAPTOP-3")


def test_a_lock_of_a_program_that_died_on_this_computer_is_taken_at_once(pack_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC;"
        "from safer_desktop.pack.lock import take;"
        "take(Path(sys.argv[1]), 'B. Officer', datetime.now(UTC)); import os; os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", script, str(pack_path)], check=False)
    left = holder_of(pack_path)
    assert left is not None
    assert left.who == "B. Officer"
    assert isinstance(take(pack_path, "A. Coordinator", datetime.now(UTC)), PackLock)


def test_somebody_may_be_overridden_on_purpose(pack_path: Path) -> None:
    elsewhere(pack_path)
    taken = take(pack_path, "A. Coordinator", NOW, over=True)
    assert isinstance(taken, PackLock)
    assert holder_of(pack_path) == taken.holder


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"\xff\xfe", b"[1]", b'{"who": 1}', b"[" * 9000, b"x" * 1_000_000]
)
def test_a_lock_that_says_nothing_sensible_hinders_nobody(pack_path: Path, content: bytes) -> None:
    lock_file(pack_path).write_bytes(content)
    assert holder_of(pack_path) is None
    assert isinstance(take(pack_path, "A. Coordinator", NOW), PackLock)


def test_of_many_openers_at_one_moment_one_gets_it(pack_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda n: take(pack_path, f"Officer {n}", NOW), range(8)))
    last = holder_of(pack_path)
    assert last is not None
    owners = [it for it in found if isinstance(it, PackLock) and it.say_alive(NOW)]
    assert [it.holder.token for it in owners] == [last.token]


@pytest.mark.skipif(sys.platform == "win32", reason="needs another user")
def test_a_folder_that_may_only_be_read_has_no_lock(public_folder: Path) -> None:
    path = public_folder / "shared.safer"
    path.write_bytes(b"a pack")
    script = (
        "from safer_desktop.pack.lock import take\n"
        "take(Path('/nowhere/x'), WHO, AT)  # imports all it needs\n"
        "print(take(Path(sys.argv[1]), WHO, AT))"
    )
    assert run_as_nobody(script, path).strip() == "None"
    assert list(public_folder.iterdir()) == [path]
