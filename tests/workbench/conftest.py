"""Workbenches over real packs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.state import State
from tests.gui.made import made_workbench
from tests.opened import saved_sample


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Workbench]:
    """A pack with figures made by hand."""
    bench = made_workbench(tmp_path / "state")
    yield bench
    bench.close()


@pytest.fixture(scope="session")
def sample_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The 2016/17 sample as a saved pack of the worker's own, read once."""
    own = tmp_path_factory.mktemp("sample") / "Sample.safer"
    own.write_bytes(saved_sample("2016-17-q4", tmp_path_factory).read_bytes())
    return own


@pytest.fixture
def sample(sample_pack: Path, tmp_path: Path) -> Iterator[Workbench]:
    """A workbench on a copy of the sample's pack."""
    copy = tmp_path / "Copy.safer"
    copy.write_bytes(sample_pack.read_bytes())
    bench = Workbench.open(copy, State(tmp_path / "state"))
    yield bench
    bench.close()
