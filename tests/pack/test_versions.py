"""Earlier saves: the newest ten are kept, each opens, and a full disk endangers no save."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from safer_desktop.domain.errors import PackError
from safer_desktop.domain.records import Json, RecordKind
from safer_desktop.pack.store import Pack
from safer_desktop.pack.versions import MOST_KEPT, keep_version, versions_of
from tests.pack.samples import AT, ROBBERY, WHO, edit


def harm(pack: Pack) -> Json:
    return pack.records(RecordKind.INCIDENT_TYPE)["robbery"]["harm"]


def test_the_newest_ten_saves_are_kept_and_each_opens(pack: Pack, tmp_path: Path) -> None:
    path, folder = tmp_path / "mine.safer", tmp_path / "versions"
    for number in range(MOST_KEPT + 3):
        pack.apply(edit("Harm", (ROBBERY, "harm", harm(pack), number)), WHO, AT)
        pack.save(path)
        keep_version(path, folder, AT + timedelta(minutes=number))
    kept = versions_of(path, folder)
    assert [it.saved_at - AT for it in kept] == [
        timedelta(minutes=number) for number in range(MOST_KEPT + 2, 2, -1)
    ]
    found = []
    for version in kept:
        assert version.size == version.file.stat().st_size > 0
        with closing(Pack.open(version.file, tmp_path / "w")) as opened:
            found.append(harm(opened))
    assert found == list(range(MOST_KEPT + 2, 2, -1))


def test_packs_of_one_name_in_two_folders_are_kept_apart(pack: Pack, tmp_path: Path) -> None:
    folder = tmp_path / "versions"
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        pack.save(tmp_path / name / "mine.safer")
    keep_version(tmp_path / "a" / "mine.safer", folder, AT)
    assert len(versions_of(tmp_path / "a" / "mine.safer", folder)) == 1
    assert versions_of(tmp_path / "b" / "mine.safer", folder) == ()


def test_other_files_in_the_folder_are_no_versions_and_stay(pack: Pack, tmp_path: Path) -> None:
    path, folder = tmp_path / "mine.safer", tmp_path / "versions"
    pack.save(path)
    keep_version(path, folder, AT)
    (place,) = folder.iterdir()
    (place / "notes.txt").write_text("mine")
    assert len(versions_of(path, folder)) == 1
    assert (place / "notes.txt").exists()


def test_where_no_copy_can_be_kept_the_save_still_stands(pack: Pack, tmp_path: Path) -> None:
    path, folder = tmp_path / "mine.safer", tmp_path / "versions"
    folder.write_text("a file is in the way")
    pack.save(path)
    with pytest.raises(PackError, match="The pack is saved, but no copy"):
        keep_version(path, folder, AT)
    with closing(Pack.open(path, tmp_path / "w")) as opened:
        assert harm(opened) == 18


def test_an_earlier_save_is_gone_back_to_and_counts_as_unsaved(pack: Pack, tmp_path: Path) -> None:
    path, folder = tmp_path / "mine.safer", tmp_path / "versions"
    pack.save(path)
    keep_version(path, folder, AT)
    pack.apply(edit("Harm", (ROBBERY, "harm", 18, 3)), WHO, AT)
    pack.save(path)
    (version,) = versions_of(path, folder)
    with closing(Pack.restore(version.file, path, tmp_path / "w")) as back:
        assert (harm(back), back.path, back.changes_since_save) == (18, path, True)
        back.save()
        assert not back.changes_since_save
    with closing(Pack.open(path, tmp_path / "w")) as opened:
        assert harm(opened) == 18
