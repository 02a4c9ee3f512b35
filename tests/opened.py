"""The samples as saved packs: read from their workbooks once in a run of the tests."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.state import State

_LONGEST_READ = 240.0


def saved_sample(name: str, factory: pytest.TempPathFactory) -> Path:
    """The pack of a sample; it is shared, so take a copy before opening it."""
    base = factory.getbasetemp()
    run = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = run / "samples read"
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.safer"
    begun = folder / f"{name} is being read"
    try:
        begun.mkdir()
    except FileExistsError:
        _wait_for(path)
        return path
    with ExitStack() as failed:
        failed.callback(begun.rmdir)
        bench = Workbench.from_sample(name, State(factory.mktemp("reading")))
        bench.save(path)
        bench.close()
        failed.pop_all()
    return path


@contextmanager
def opened_sample(name: str, factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    """A workbench on a copy of a sample's pack."""
    folder = factory.mktemp("opened")
    copy = folder / "Sample.safer"
    copy.write_bytes(saved_sample(name, factory).read_bytes())
    bench = Workbench.open(copy, State(folder / "state"))
    try:
        yield bench
    finally:
        bench.close()


def _wait_for(path: Path) -> None:
    until = time.monotonic() + _LONGEST_READ
    while not path.exists():
        if time.monotonic() > until:
            pytest.fail(f"{path.stem} was not read by the worker that began to", pytrace=False)
        time.sleep(0.1)
