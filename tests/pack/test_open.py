from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from safer_desktop.domain.errors import PackError
from safer_desktop.domain.records import RecordKind
from safer_desktop.pack import schema
from safer_desktop.pack.store import Pack
from tests.pack.samples import AT, ROBBERY, ROOT, WHO, edit, load, observation, run_as_nobody
from tests.pack.test_loads import MARCH, PLAIN, PROBLEMS, RICH


def content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def refusal(path: Path, working_folder: Path) -> PackError:
    """Opening is refused, the file stays as it was, and no working copy is left."""
    before = content(path)
    with pytest.raises(PackError) as caught:
        Pack.open(path, working_folder)
    assert content(path) == before
    assert list(working_folder.glob("*")) == []
    assert str(path) in caught.value.where
    assert caught.value.remedy
    return caught.value


def rewritten(path: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    return path


def test_opening_touches_neither_the_file_nor_its_folder(saved: Path, tmp_path: Path) -> None:
    before = saved.read_bytes(), saved.stat().st_mtime_ns, sorted(saved.parent.iterdir())
    pack = Pack.open(saved, tmp_path / "state" / "other")
    pack.apply(edit("harm", (ROBBERY, "harm", 18, 17)), WHO, AT)
    assert pack.working.is_relative_to(tmp_path / "state" / "other")
    assert pack.path == saved
    pack.close()
    assert (
        saved.read_bytes(),
        saved.stat().st_mtime_ns,
        sorted(saved.parent.iterdir()),
    ) == before


def test_a_relative_name_stays_good_when_the_program_changes_folder(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(saved.parent)
    with closing(Pack.open(Path(saved.name), tmp_path / "other")) as pack:
        monkeypatch.chdir("/")
        assert pack.path == saved


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (b"", "is empty"),
        (b"Area,Month,Burglary\r\nBlaby,Mar-17,12\r\n", "no Safer Desktop pack"),
        (b"PK\x03\x04" + bytes(400), "no Safer Desktop pack"),
        (b"SQLite format 3\0", "no Safer Desktop pack"),
    ],
)
def test_what_is_no_pack_is_refused(
    tmp_path: Path, working_folder: Path, written: bytes, words: str
) -> None:
    path = tmp_path / "odd.safer"
    path.write_bytes(written)
    assert words in refusal(path, working_folder).what


def test_another_programs_database_is_refused(tmp_path: Path, working_folder: Path) -> None:
    path = rewritten(tmp_path / "other.safer", "CREATE TABLE record (kind, code)")
    assert "no Safer Desktop pack" in refusal(path, working_folder).what


def test_a_folder_and_an_absent_file_are_refused(tmp_path: Path, working_folder: Path) -> None:
    folder = tmp_path / "folder.safer"
    folder.mkdir()
    assert "folder was chosen" in refusal(folder, working_folder).what
    assert "it is not there" in refusal(tmp_path / "absent.safer", working_folder).what
    long = tmp_path / ("n" * 300 + ".safer")
    assert "name is too long" in refusal(long, working_folder).what


def test_a_newer_pack_is_refused_with_both_versions(saved: Path, tmp_path: Path) -> None:
    rewritten(saved, "PRAGMA user_version = 7")
    error = refusal(saved, tmp_path / "other")
    assert "has format 7" in error.what
    assert f"up to {schema.newest_format()}" in error.what
    assert "newer Safer Desktop" in error.remedy


def test_a_damaged_pack_is_refused(pack: Pack, tmp_path: Path) -> None:
    months = (observation(n, MARCH.shifted(-n)) for n in range(400))
    pack.add_load(load(*months), WHO)
    sound = tmp_path / "sound.safer"
    pack.save(sound)
    whole = sound.read_bytes()
    damages = {
        "cut off": whole[: len(whole) // 2],
        "cut to its header": whole[:200],
        "half of it zeros": whole[:4096] + bytes(len(whole) - 4096),
        "rubbish in the middle": whole[:9000] + os.urandom(6000) + whole[15000:],
    }
    for name, damage in damages.items():
        path = tmp_path / f"{name}.safer"
        path.write_bytes(damage)
        assert "damaged" in refusal(path, tmp_path / "other").what, name


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE problem",
        "DROP INDEX audit_record",
        "CREATE TRIGGER evil AFTER INSERT ON audit BEGIN DELETE FROM audit; END",
        "CREATE VIEW other AS SELECT * FROM audit",
    ],
)
def test_only_our_own_tables_are_let_in(saved: Path, tmp_path: Path, statement: str) -> None:
    rewritten(saved, statement)
    assert "damaged" in refusal(saved, tmp_path / "other").what


def test_records_that_are_not_json_are_found_at_opening(saved: Path, tmp_path: Path) -> None:
    rewritten(
        saved,
        "PRAGMA ignore_check_constraints = ON",
        "UPDATE record SET json = '{' WHERE code = 'murder'",
    )
    assert "damaged" in refusal(saved, tmp_path / "other").what


def test_a_table_name_that_is_no_text_is_damage_and_no_traceback(
    saved: Path, tmp_path: Path
) -> None:
    # SQLite quotes the statement in its message, which Python then cannot decode.
    content = saved.read_bytes()
    assert b"CREATE TABLE record" in content
    saved.write_bytes(content.replace(b"CREATE TABLE record", b"CR\x9bATE TABLE record"))
    with pytest.raises(PackError, match="damaged"):
        Pack.open(saved, tmp_path / "working")


def test_words_that_no_version_knows_are_damage_and_no_traceback(
    pack: Pack, tmp_path: Path
) -> None:
    pack.add_load(load(observation(3, MARCH)), WHO)
    path = tmp_path / "odd words.safer"
    pack.save(path)
    rewritten(path, "UPDATE observation SET unit = 'furlongs', first_day = '2017-03-02'")
    with closing(Pack.open(path, tmp_path / "other")) as odd:
        with pytest.raises(PackError, match="damaged"):
            odd.known_values()
        with pytest.raises(PackError, match="damaged"):
            odd.observations([1])


OPENING = """
try:
    Pack.open(Path(sys.argv[1]), Path(sys.argv[2]))
except PackError as error:
    print(error)
"""


@pytest.mark.skipif(os.name == "nt", reason="permissions are set another way there")
def test_a_pack_that_may_not_be_read_is_refused(pack: Pack, public_folder: Path) -> None:
    path, state = public_folder / "a.safer", public_folder / "state"
    pack.save(path)
    state.mkdir(mode=0o777)
    state.chmod(0o777)
    assert run_as_nobody(OPENING, path, state / "working") == ""
    path.chmod(0)
    said = run_as_nobody(OPENING, path, state / "other")
    assert "you have no permission for it" in said
    assert str(path) in said
    assert not (state / "other").exists()


def test_a_working_folder_that_cannot_be_used(saved: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(PackError, match="own folder for open packs cannot be used") as caught:
        Pack.open(saved, tmp_path / "file" / "working")
    assert str(tmp_path / "file" / "working") in caught.value.where
    with pytest.raises(PackError, match="cannot be used"):
        Pack.create(tmp_path / "file" / "working")


WITHOUT_ROOM = """
import resource, sys
from pathlib import Path
from safer_desktop.domain.errors import PackError
from safer_desktop.domain.records import RecordKind
from safer_desktop.pack.store import Pack

big, folder = Path(sys.argv[1]), Path(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, resource.RLIM_INFINITY))
for make in (lambda: Pack.open(big, folder), lambda: Pack.create(folder)):
    try:
        make()
    except PackError as error:
        print(error)
print(list(folder.iterdir()))
"""


@pytest.mark.skipif(os.name == "nt", reason="the trial uses POSIX means")
def test_without_room_for_a_working_copy_nothing_is_opened_or_left(
    saved: Path, tmp_path: Path
) -> None:
    said = subprocess.run(
        [sys.executable, "-c", WITHOUT_ROOM, saved, tmp_path / "other"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    opening, making, left = said.splitlines()
    assert "could not be copied into the program's own folder" in opening
    assert str(saved) in opening
    assert "A new pack could not be made" in making
    assert "Make room" in making
    assert left == "[]"


# Formats


@pytest.fixture
def first_format(tmp_path: Path) -> Path:
    """A pack that the first release saved."""
    path = tmp_path / "Saved by the first release.safer"
    script = (Path(__file__).parent / "files" / "format-1.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
    return path


def test_a_pack_of_the_first_release_opens_with_all_it_held(
    first_format: Path, tmp_path: Path
) -> None:
    old = first_format.read_bytes()
    with closing(Pack.open(first_format, tmp_path / "other")) as pack:
        assert pack.records(RecordKind.INCIDENT_TYPE)["robbery"]["harm"] == 17
        kept, withdrawn = pack.loads()
        assert kept.problems == PROBLEMS
        assert (kept.settlements, kept.file.recipe_code, kept.file.recipe_version) == ((), "", 0)
        assert withdrawn.withdrawn
        found = {item.observation for item in pack.observations(pack.table().id)}
        assert found == {PLAIN, RICH}
        assert pack.sheet_picture(kept.id, "Burglary ") is None
        assert len(pack.audit()) == 4
        assert {row.account for row in pack.audit()} == {""}
        assert (pack.verify_trail().lines, pack.verify_trail().broken) == (4, None)
        assert not pack.changes_since_save
        assert first_format.read_bytes() == old
        pack.add_load(load(observation(1231, MARCH), sha256="ef" * 32), WHO)
        pack.save()
    with closing(Pack.open(first_format, tmp_path / "other")) as pack:
        assert [(it.old, it.new) for it in pack.revisions()] == [(1204, 1231)]


NEXT = (
    "ALTER TABLE load ADD COLUMN received TEXT NOT NULL DEFAULT ''",
    "UPDATE record SET json = json_set(json, '$.weight', 1) WHERE kind = 'incident type'",
)


def test_an_older_pack_is_upgraded_in_its_working_copy_only(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = saved.read_bytes()
    this_version = schema.UPGRADES
    monkeypatch.setattr(schema, "UPGRADES", (*this_version, NEXT))
    with closing(Pack.open(saved, tmp_path / "other")) as pack:
        assert pack.records(RecordKind.INCIDENT_TYPE)["murder"]["weight"] == 1
        assert not pack.changes_since_save
        assert saved.read_bytes() == old
        pack.apply(edit("harm", (ROBBERY, "harm", 18, 17)), WHO, AT)
        pack.save()
    with closing(Pack.open(saved, tmp_path / "other")) as pack:
        assert pack.records(RecordKind.INCIDENT_TYPE)["robbery"]["harm"] == 17

    monkeypatch.setattr(schema, "UPGRADES", this_version)
    assert f"has format {len(this_version) + 1}" in refusal(saved, tmp_path / "other").what


def test_an_upgrade_that_fails_leaves_everything_as_it_was(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = (*NEXT, "INSERT INTO no_such_table VALUES (1)")
    now = len(schema.UPGRADES)
    monkeypatch.setattr(schema, "UPGRADES", (*schema.UPGRADES, broken))
    error = refusal(saved, tmp_path / "other")
    assert f"older format {now} and could not be brought to format {now + 1}" in error.what


def test_a_new_pack_and_an_upgraded_one_have_the_same_tables(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "UPGRADES", (*schema.UPGRADES, NEXT))
    with (
        closing(Pack.open(saved, tmp_path / "a")) as upgraded,
        closing(Pack.create(tmp_path / "b")) as new,
    ):
        assert schema._tables(upgraded._opened()) == schema._tables(new._opened())
