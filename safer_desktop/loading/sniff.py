"""What sort of file this is, told from its bytes; and what must not be opened at all."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import NoReturn

from safer_desktop.domain.errors import LoadError
from safer_desktop.loading.cells import WorkbookKind

LARGEST_FILE = 200 * 1024 * 1024
LARGEST_UNPACKED = 1536 * 1024 * 1024
LARGEST_RATIO = 400
SUSPICIOUS_SIZE = 32 * 1024 * 1024
MOST_PARTS = 10_000

SAVE_AS_XLSX = "Open it in Excel and save it as an Excel workbook (.xlsx), then load that copy."
ASK_AGAIN = "Ask the sender for the file again, or download it once more."
COPY_WITHOUT_PASSWORD = (
    "Open it in its own program with its password, save a copy without one, and load the copy."
)

BROKEN_ARCHIVE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)
"""What zipfile raises on damaged archives; OSError, ValueError and RuntimeError besides."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
_FOREIGN = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"MZ", "a program"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"SQLite format 3", "a database"),
)
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def refuse(what: str, name: str, remedy: str) -> NoReturn:
    """Raise the :class:`LoadError` that says why this file is not read."""
    raise LoadError(f"{what}", where=f"File: {name}.", remedy=remedy)


def sniff(data: bytes, name: str) -> WorkbookKind:
    """The format of a file's content; raises :class:`LoadError` when it is no workbook."""
    if not data.strip():
        refuse("The file is empty.", name, ASK_AGAIN)
    if data.startswith(b"PK"):
        return _sniff_zip(data, name)
    if data.startswith((OLE, *_OLD_BIFF)):
        return WorkbookKind.XLS
    for start, noun in _FOREIGN:
        if data.startswith(start):
            refuse(f"This is {noun}, not a workbook.", name, "Load the workbook itself.")
    _refuse_markup(data, name)
    if b"\0" in data[:4096] and not data.startswith(_BYTE_ORDER_MARKS) and not is_utf16(data):
        refuse("This is not a workbook or a text table.", name, "Choose an xlsx, xls, ods or csv.")
    return WorkbookKind.TEXT


def refuse_password(name: str) -> NoReturn:
    """Raise the :class:`LoadError` for a protection that this program has no key to."""
    refuse(
        "The workbook is protected by a password in a way that this program cannot open.",
        name,
        COPY_WITHOUT_PASSWORD,
    )


def is_utf16(data: bytes) -> bool:
    """Whether text without a byte order mark looks like UTF-16: every other byte mostly 0."""
    sample = data[:4096]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    return half > 2 and (even > 0.6 * half or odd > 0.6 * half) and min(even, odd) < 0.1 * half


def _refuse_markup(data: bytes, name: str) -> None:
    start = data[:2048].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<body", b"<meta")):
        refuse("This is a web page under a workbook's name.", name, SAVE_AS_XLSX)
    if not start.startswith(b"<?xml"):
        return
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start:
        refuse("This is an Excel 2003 XML file.", name, SAVE_AS_XLSX)
    refuse("This is an XML file, not a workbook.", name, SAVE_AS_XLSX)


def _sniff_zip(data: bytes, name: str) -> WorkbookKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _kind_of_archive(archive, name)
    except (*BROKEN_ARCHIVE, ValueError, OSError, RuntimeError):
        refuse("The file is damaged: its end is missing or broken.", name, ASK_AGAIN)


def _kind_of_archive(archive: zipfile.ZipFile, name: str) -> WorkbookKind:
    entries = archive.infolist()
    _guard(entries, name)
    names = {entry.filename.replace("\\", "/").lstrip("/").casefold() for entry in entries}
    if any(it.endswith("workbook.bin") for it in names):
        return WorkbookKind.XLSB
    if any(it.endswith("workbook.xml") for it in names):
        _refuse_declarations(archive, entries, name)
        return WorkbookKind.XLSX
    if "content.xml" in names:
        _check_open_document(archive, entries, name)
        return WorkbookKind.ODS
    if any(it.startswith("word/") for it in names):
        refuse("This is a Word document, not a workbook.", name, "Load the workbook itself.")
    refuse(
        "This is a zip archive without a workbook.",
        name,
        "Unpack it and load the workbook inside.",
    )


def _guard(entries: list[zipfile.ZipInfo], name: str) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_PARTS or unpacked > LARGEST_UNPACKED:
        refuse(
            f"The workbook would unpack to {unpacked / 1024**2:,.0f} MB in {len(entries):,} parts,"
            " which is too large to be read safely.",
            name,
            "Ask the sender for a smaller file.",
        )
    for entry in entries:
        if (
            entry.file_size > SUSPICIOUS_SIZE
            and entry.file_size > LARGEST_RATIO * entry.compress_size
        ):
            refuse(
                f"A part of the workbook claims to unpack to {entry.file_size / 1024**2:,.0f} MB"
                f" from {entry.compress_size / 1024:,.0f} KB, as harmful files do.",
                name,
                "Do not open it; ask the sender about it.",
            )


def _refuse_declarations(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str
) -> None:
    for entry in entries:
        if not entry.filename.casefold().endswith((".xml", ".rels")):
            continue
        with archive.open(entry) as part:
            start = part.read(4096).replace(b"\0", b"")
        if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
            refuse(
                f"The workbook's part '{entry.filename}' declares entities, which no spreadsheet"
                " program writes and harmful files do.",
                name,
                "Do not open it; ask the sender about it.",
            )


def _check_open_document(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str
) -> None:
    parts = {entry.filename: entry for entry in entries}
    if "mimetype" in parts:
        with archive.open(parts["mimetype"]) as mimetype:
            kind = mimetype.read(200)
        if b"opendocument" in kind and b"spreadsheet" not in kind:
            refuse("This is an OpenDocument file, but no spreadsheet.", name, SAVE_AS_XLSX)
    _refuse_declarations(archive, entries, name)
