from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from safer_desktop.domain.records import Json, RecordKind
from safer_desktop.pack.store import Pack


@pytest.fixture
def working_folder(tmp_path: Path) -> Path:
    """Does not exist yet, as on a first start."""
    return tmp_path / "state" / "working"


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that every user of the computer may look into, unlike pytest's own."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.fixture
def pack(working_folder: Path) -> Iterator[Pack]:
    """A new pack with three incident types."""
    types: dict[str, dict[str, Json]] = {
        "murder": {"name": "Murder", "harm": 15},
        "robbery": {"name": "Robbery", "harm": 18},
        "burglary": {"name": "Burglary", "harm": 16},
    }
    new = Pack.create(working_folder, {RecordKind.INCIDENT_TYPE: types})
    yield new
    new.close()


@pytest.fixture
def saved(pack: Pack, tmp_path: Path) -> Path:
    """The file of such a pack."""
    path = tmp_path / "Leicestershire 2016-17.safer"
    pack.save(path)
    return path
