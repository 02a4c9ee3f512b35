"""The sealed audit trail: whatever is done to its lines afterwards is found, and named."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from safer_desktop.domain.errors import PackError
from safer_desktop.pack import schema
from safer_desktop.pack.store import Pack
from safer_desktop.pack.trail import SEALED_COLUMNS, login_name
from tests.pack.samples import AT, ROBBERY, WHO, edit

LINES = 6
COLUMNS = SEALED_COLUMNS.split(", ")
TRIGGERS = tuple(s for s in schema.UPGRADES[2] if s.startswith("CREATE TRIGGER"))


@pytest.fixture
def written(pack: Pack, tmp_path: Path) -> Path:
    """A saved pack whose harm score of robbery was changed six times."""
    for harm in range(18, 18 - LINES, -1):
        pack.apply(edit("Harm of robbery", (ROBBERY, "harm", harm, harm - 1)), WHO, AT)
    path = tmp_path / "trail.safer"
    pack.save(path)
    return path


@contextmanager
def tampering(path: Path) -> Iterator[sqlite3.Connection]:
    """As somebody would who knows SQLite: takes the guards off and puts them back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        for statement in TRIGGERS:
            connection.execute(statement)


def checked(path: Path, folder: Path) -> tuple[int, int | None, str]:
    with closing(Pack.open(path, folder)) as pack:
        found = pack.verify_trail()
        return found.lines, found.broken, found.what


def test_a_trail_that_nobody_touched_holds(written: Path, tmp_path: Path) -> None:
    assert checked(written, tmp_path / "w") == (LINES, None, "")
    with closing(Pack.open(written, tmp_path / "w")) as pack:
        assert {row.account for row in pack.audit()} == {login_name()}
        assert {row.who for row in pack.audit()} == {WHO}


def test_a_new_pack_has_an_empty_trail_that_holds(pack: Pack) -> None:
    assert pack.verify_trail().lines == 0
    assert pack.verify_trail().broken is None


@pytest.mark.parametrize("column", COLUMNS[1:])
@pytest.mark.parametrize("line", range(1, LINES + 1))
def test_every_change_of_every_line_is_found(
    written: Path, tmp_path: Path, line: int, column: str
) -> None:
    other = {"at": "2016-01-01T00:00:00+00:00", "old": "1", "new": "2", "kind": "scheme"}
    with tampering(written) as connection:
        connection.execute(
            f"UPDATE audit SET {column} = ? WHERE id = ?", (other.get(column, "else"), line)
        )
    lines, broken, what = checked(written, tmp_path / "w")
    assert (lines, broken) == (LINES, line)
    assert f"Line {line} " in what
    assert "not as it was written" in what


@pytest.mark.parametrize("line", range(1, LINES + 1))
def test_a_line_taken_out_is_found(written: Path, tmp_path: Path, line: int) -> None:
    with tampering(written) as connection:
        connection.execute("DELETE FROM audit WHERE id = ?", (line,))
        connection.execute("DELETE FROM seal WHERE audit = ?", (line,))
    lines, broken, what = checked(written, tmp_path / "w")
    assert (lines, broken) == (LINES - 1, line)
    assert "missing" in what


def swap(connection: sqlite3.Connection) -> None:
    for old, new in ((2, 99), (3, 2), (99, 3)):
        connection.execute("UPDATE audit SET id = ? WHERE id = ?", (new, old))


def put_in(connection: sqlite3.Connection) -> None:
    connection.execute(
        "INSERT INTO audit SELECT 7, at, who, title, kind, code, field, old, new, why, account "
        "FROM audit WHERE id = 6"
    )


def reseal_one(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE audit SET new = '3' WHERE id = 4")
    connection.execute("UPDATE seal SET digest = 'ab' WHERE audit = 4")


@pytest.mark.parametrize(("change", "line"), [(swap, 2), (put_in, 7), (reseal_one, 4)])
def test_lines_swapped_put_in_or_sealed_anew_are_found(
    written: Path, tmp_path: Path, change: Callable[[sqlite3.Connection], None], line: int
) -> None:
    with tampering(written) as connection:
        change(connection)
    assert checked(written, tmp_path / "w")[1] == line


@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit SET who = 'else'", "DELETE FROM audit", "DELETE FROM seal WHERE audit = 6"],
)
def test_the_database_itself_lets_no_line_be_changed(written: Path, statement: str) -> None:
    with (
        closing(sqlite3.connect(written)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="never changed"),
    ):
        connection.execute(statement)


def test_a_pack_without_its_guards_is_not_opened(written: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(written)) as connection:
        connection.execute("DROP TRIGGER audit_no_update")
        connection.commit()
    with pytest.raises(PackError, match="damaged"):
        Pack.open(written, tmp_path / "w")


def test_an_undone_edit_adds_to_the_trail_and_a_refused_one_does_not(pack: Pack) -> None:
    done = edit("Harm", (ROBBERY, "harm", 18, 17))
    pack.apply(done, WHO, AT)
    pack.apply(done.reversed(), WHO, AT)
    with pytest.raises(PackError):
        pack.apply(edit("Harm", (ROBBERY, "harm", 18, 2), (ROBBERY, "harm", 18, 3)), WHO, AT)
    assert pack.verify_trail().lines == 2
    assert pack.verify_trail().broken is None
