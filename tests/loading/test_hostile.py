"""Files made to harm a reader: each is refused with the true reason, or read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from safer_desktop.domain.errors import LoadError
from safer_desktop.domain.progress import Silent
from safer_desktop.loading import readers
from safer_desktop.loading.memory import MEGABYTE, memory_of
from safer_desktop.loading.readers import memory_limit, read_workbook
from safer_desktop.loading.worker import read_file
from tests.loading.hostile import Hostile, hostile_files


@pytest.mark.parametrize("hostile", list(hostile_files()), ids=lambda hostile: hostile.name)
def test_each_is_refused_with_the_true_reason_or_read(hostile: Hostile, tmp_path: Path) -> None:
    path = tmp_path / hostile.name
    hostile.make(path)
    if hostile.reason:
        with pytest.raises(LoadError) as caught:
            read_file(path)
        assert re.search(hostile.reason, caught.value.what)
        assert caught.value.remedy
    else:
        workbook = read_file(path)
        assert workbook.sheets
        assert all(len(row) == sheet.width for sheet in workbook.sheets for row in sheet.rows)


def test_the_child_may_take_no_more_memory_than_it_is_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" * 1_000_000)
    monkeypatch.setattr(readers, "MEMORY", 40 * MEGABYTE)
    monkeypatch.setattr(readers, "MEMORY_FOR_EACH_BYTE", 0)
    with pytest.raises(LoadError, match="more memory than a table needs") as caught:
        read_workbook(path, Silent())
    assert caught.value.remedy


def test_memory_is_told_of_a_process_that_there_is() -> None:
    import os

    assert memory_of(os.getpid()) > MEGABYTE
    assert memory_of(2**31 - 2) == 0
    assert memory_limit(0) == readers.MEMORY
    assert memory_limit(10**9) == readers.MOST_MEMORY
