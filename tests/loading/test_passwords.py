"""Workbooks behind a password: opened by the right one, and nothing of it left anywhere."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from safer_desktop.domain.errors import LoadError, PasswordNeeded
from safer_desktop.domain.progress import Silent
from safer_desktop.loading.locked_ods import MANIFEST
from safer_desktop.loading.passwords import EXCELS_OWN, unlocked
from safer_desktop.loading.readers import read_workbook
from safer_desktop.loading.worker import read_file

FILES = Path(__file__).parent / "files"
Write = Callable[..., Path]


def locked(path: Path, password: str) -> Path:
    """The OOXML file, locked by the password as Excel 2010 and later do."""
    plain, target = io.BytesIO(path.read_bytes()), path.with_name(f"locked {path.name}")
    with target.open("wb") as stream:
        OOXMLFile(plain).encrypt(password, stream)
    return target


@pytest.fixture
def workbook(write_xlsx: Write) -> Path:
    return write_xlsx({"Counts": [["District", "Count"], ["Blaby", 12]]})


def test_the_right_password_opens_a_workbook(workbook: Path) -> None:
    path = locked(workbook, "Wölfe & 3 Füchse")
    read = read_workbook(path, Silent(), password="Wölfe & 3 Füchse")
    assert read.sheets == read_file(workbook).sheets
    assert (read.size, read.sha256) != (workbook.stat().st_size, read_file(workbook).sha256)
    assert read.size == path.stat().st_size


@pytest.mark.parametrize(("given", "wrong"), (("", False), ("lower case", True)))
def test_without_the_right_password_it_is_asked_for(
    workbook: Path, given: str, wrong: bool
) -> None:
    path = locked(workbook, "Lower Case")
    with pytest.raises(PasswordNeeded) as caught:
        read_workbook(path, Silent(), password=given)
    assert caught.value.wrong is wrong
    assert caught.value.where == f"File: {path.name}."
    assert "Ask the sender for the password" in caught.value.remedy
    assert not given or given not in str(caught.value)


def test_excels_own_password_is_tried_in_silence(workbook: Path) -> None:
    assert read_file(locked(workbook, EXCELS_OWN)).sheets == read_file(workbook).sheets


@pytest.mark.parametrize("kind", ("xls", "ods"))
def test_what_libreoffice_locked_is_opened_without_a_temporary_file(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("the opened workbook was laid on the disk")

    monkeypatch.setattr(tempfile, "TemporaryFile", refused)
    path = FILES / f"locked.{kind}"
    with pytest.raises(PasswordNeeded, match="protected by a password"):
        read_file(path)
    with pytest.raises(PasswordNeeded, match="does not open"):
        read_file(path, "Oadby")
    read, plain = read_file(path, "Wigston").sheets, read_file(FILES / f"marks.{kind}").sheets
    # LibreOffice writes errors and truth values of an xls as formulas.
    assert [replace(sheet, formulas=frozenset()) for sheet in read] == [
        replace(sheet, formulas=frozenset()) for sheet in plain
    ]


def test_a_key_that_would_take_hours_is_refused(workbook: Path) -> None:
    path = locked(workbook, "x")
    data = path.read_bytes()
    for found, put in (
        (b'spinCount="100000" s', b'spinCount="9999999"s'),
        (b"<encryption ", b"<!DOCTYPE e "),
    ):
        with pytest.raises(LoadError, match="take hours"):
            unlocked(data.replace(found, put), path.name, "x")


def test_a_label_that_only_excel_can_open_is_told(workbook: Path) -> None:
    data = locked(workbook, "x").read_bytes()
    renamed = data.replace(
        "EncryptionInfo".encode("utf-16-le"), "EncryptionZzzz".encode("utf-16-le")
    )
    with pytest.raises(LoadError, match="rights management"):
        unlocked(renamed, "labelled.xlsx")


def test_protected_files_that_are_damaged(workbook: Path) -> None:
    data = locked(workbook, "x").read_bytes()
    with pytest.raises(LoadError, match="protected workbook is damaged"):
        unlocked(data[:8] + bytes(504) + data[512:], "half.xlsx", "x")
    unknown = data.replace(b"SHA512", b"SHA-77")
    with pytest.raises(LoadError, match="in a way that this program does not know"):
        unlocked(unknown, "unknown.xlsx", "x")
    assert unlocked(b"PK plain", "plain.xlsx") == b"PK plain"


def changed(path: Path, old: bytes, new: bytes) -> bytes:
    """The archive with something replaced in its list of parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(target, "w") as copy:
        for name in archive.namelist():
            data = archive.read(name)
            copy.writestr(name, data.replace(old, new) if name == MANIFEST else data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("old", "new"),
    (
        (b"aes256-cbc", b"blowfish"),
        (b"100000", b"9999999"),
        (b"PBKDF2", b"argon2id"),
        (b'salt="', b'salt="\xc3\xbc'),
        (b'"content.xml"', b'"contents.xml"'),
        (b"<manifest:manifest ", b"<!DOCTYPE a><manifest:manifest "),
    ),
)
def test_an_ods_under_another_protection_is_refused(old: bytes, new: bytes) -> None:
    data = changed(FILES / "locked.ods", old, new)
    with pytest.raises(LoadError, match="in a way that this program does not know"):
        unlocked(data, "locked.ods", "Wigston")
