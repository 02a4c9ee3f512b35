"""What sort of file this is, told from its bytes; and what must not be opened at all."""

from __future__ import annotations

import io
import zipfile

from safer_desktop.loading.archives import check_archive
from safer_desktop.loading.cells import WorkbookKind
from safer_desktop.loading.compound import OLE, is_sound, ole_streams
from safer_desktop.loading.refusals import ASK_AGAIN, BROKEN_ARCHIVE, SAVE_AS_XLSX, refuse

_OLD_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
_FOREIGN = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"BZh", "a compressed archive"),
    (b"\xfd7zXZ", "a compressed archive"),
    (b"SQLite format 3", "a database"),
    (b"MIME-Version:", "a web archive (MHTML) under a workbook's name"),
)
_FOREIGN_STREAMS = {
    "worddocument": "a Word document",
    "powerpoint document": "a PowerPoint presentation",
    "visiodocument": "a Visio drawing",
    "__properties_version1.0": "an e-mail message",
}
_FOREIGN_PARTS = {
    "word/document": "a Word document",
    "ppt/presentation": "a PowerPoint presentation",
    "index/document.iwa": "a document of Apple's programs",
}
_WEB_PAGE = (b"<!doctype html", b"<html", b"<table", b"<head", b"<body", b"<meta", b"<style")
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def sniff(data: bytes, name: str) -> WorkbookKind:
    """The format of a file's content; raises :class:`LoadError` when it is no workbook."""
    if not data.strip():
        refuse("The file is empty.", name, ASK_AGAIN)
    if data.startswith(b"PK"):
        return _sniff_zip(data, name)
    if data.startswith(OLE):
        _refuse_foreign_ole(data, name)
        return WorkbookKind.XLS
    if data.startswith(_OLD_BIFF):
        return WorkbookKind.XLS
    for start, noun in _FOREIGN:
        if data.startswith(start):
            refuse(f"This is {noun}, not a workbook.", name, "Load the workbook itself.")
    if is_web_page(data):
        return WorkbookKind.WEB_PAGE
    _refuse_xml(data, name)
    if b"\0" in data[:4096] and not data.startswith(_BYTE_ORDER_MARKS) and not is_utf16(data):
        refuse("This is not a workbook or a text table.", name, "Choose an xlsx, xls, ods or csv.")
    return WorkbookKind.TEXT


def is_utf16(data: bytes) -> bool:
    """Whether text without a byte order mark looks like UTF-16: every other byte mostly 0."""
    sample = data[:4096]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    return half > 2 and (even > 0.6 * half or odd > 0.6 * half) and min(even, odd) < 0.1 * half


def is_web_page(data: bytes) -> bool:
    """Whether the bytes are HTML, which many systems send out as ``.xls``."""
    start = _start(data)
    if start.startswith(b"<?xml"):
        start = start.partition(b"?>")[2].lstrip()
    return start.startswith(_WEB_PAGE)


def _start(data: bytes) -> bytes:
    return data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()


def _refuse_xml(data: bytes, name: str) -> None:
    start = _start(data)
    if not start.startswith(b"<?xml"):
        return
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start:
        refuse("This is an Excel 2003 XML file.", name, SAVE_AS_XLSX)
    refuse("This is an XML file, not a workbook.", name, SAVE_AS_XLSX)


def _refuse_foreign_ole(data: bytes, name: str) -> None:
    if not is_sound(data):
        refuse("The file is damaged: its parts cannot be found.", name, ASK_AGAIN)
    for stream in ole_streams(data):
        if stream in _FOREIGN_STREAMS:
            refuse(
                f"This is {_FOREIGN_STREAMS[stream]}, not a workbook.",
                name,
                "Load the workbook itself.",
            )


def _sniff_zip(data: bytes, name: str) -> WorkbookKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _kind_of_archive(archive, name)
    except (*BROKEN_ARCHIVE, ValueError, OSError, RuntimeError):
        refuse("The file is damaged: a part of it is missing or broken.", name, ASK_AGAIN)


def _kind_of_archive(archive: zipfile.ZipFile, name: str) -> WorkbookKind:
    names = {entry.replace("\\", "/").casefold() for entry in archive.namelist()}
    if not names:
        refuse("The file is damaged: it is an empty archive.", name, ASK_AGAIN)
    check_archive(archive, name)
    if "xl/workbook.bin" in names:
        return WorkbookKind.XLSB
    if "xl/workbook.xml" in names:
        return WorkbookKind.XLSX
    if "content.xml" in names:
        _refuse_foreign_document(archive, name)
        return WorkbookKind.ODS
    for ending, noun in _FOREIGN_PARTS.items():
        if any(ending in it for it in names):
            refuse(f"This is {noun}, not a workbook.", name, "Load the workbook itself.")
    return refuse(
        "This is a zip archive without a workbook.",
        name,
        "Unpack it and load the workbook inside.",
    )


def _refuse_foreign_document(archive: zipfile.ZipFile, name: str) -> None:
    if "mimetype" in archive.namelist():
        with archive.open("mimetype") as mimetype:
            kind = mimetype.read(200)
        if b"opendocument" in kind and b"spreadsheet" not in kind:
            refuse("This is an OpenDocument file, but no spreadsheet.", name, SAVE_AS_XLSX)
