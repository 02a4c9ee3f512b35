"""Zip archives, of which xlsx, xlsb and ods are made: what is looked at before any reader is."""

from __future__ import annotations

import re
import zipfile
from collections import Counter

from safer_desktop.loading.refusals import ASK_THE_SENDER, SMALLER_FILE, refuse, refuse_entities

LARGEST_UNPACKED = 640 * 1024 * 1024
LARGEST_RATIO = 400
SUSPICIOUS_SIZE = 32 * 1024 * 1024
MOST_PARTS = 10_000

_CHUNK = 1 << 20
_HEADER = 30
_LEADS_OUT = re.compile(r"(^|/)\.\.(/|$)|^[A-Za-z]:")
_READ_PARTS = (".xml", ".rels", ".bin")
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_LONGEST_DECLARATION = max(map(len, _DECLARATIONS))


def check_archive(archive: zipfile.ZipFile, name: str, *, largest: int = LARGEST_UNPACKED) -> None:
    """Raise :class:`LoadError` for an archive that no spreadsheet program makes.

    Every part that a reader might open is unpacked once and thrown away: what the archive's list
    says of sizes is a claim. All together may unpack to ``largest`` bytes. Raises what
    :mod:`zipfile` raises where one is damaged.
    """
    entries = archive.infolist()
    _guard_sizes(entries, name, largest)
    _guard_names(entries, name)
    _guard_places(entries, name)
    for entry in entries:
        if entry.filename.casefold().endswith(_READ_PARTS):
            _unpack(archive, entry, name)


def _guard_sizes(entries: list[zipfile.ZipInfo], name: str, largest: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    _guard_ratio("A part of the workbook", [(e.file_size, e.compress_size) for e in entries], name)
    _guard_ratio("The workbook", [(unpacked, packed)], name)
    if len(entries) > MOST_PARTS or unpacked > largest:
        refuse(
            f"The workbook would unpack to {unpacked / 1024**2:,.0f} MB in {len(entries):,} parts,"
            " which is too large to be read safely.",
            name,
            SMALLER_FILE,
        )


def _guard_ratio(noun: str, sizes: list[tuple[int, int]], name: str) -> None:
    for unpacked, packed in sizes:
        if unpacked > SUSPICIOUS_SIZE and unpacked > LARGEST_RATIO * packed:
            refuse(
                f"{noun} claims to unpack to {unpacked / 1024**2:,.0f} MB from"
                f" {packed / 1024:,.0f} KB, as harmful files do.",
                name,
                ASK_THE_SENDER,
            )


def _guard_names(entries: list[zipfile.ZipInfo], name: str) -> None:
    paths = [entry.filename.replace("\\", "/") for entry in entries]
    for path in paths:
        if _LEADS_OUT.search(path):
            refuse(
                f"The archive has a part '{path}', whose path leads out of it, as harmful files"
                " do.",
                name,
                ASK_THE_SENDER,
            )
    path, times = Counter(path.casefold() for path in paths).most_common(1)[0]
    if times > 1:
        refuse(
            f"The archive has its part '{path}' {times} times: nobody can tell which one counts.",
            name,
            ASK_THE_SENDER,
        )


def _guard_places(entries: list[zipfile.ZipInfo], name: str) -> None:
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            refuse(
                "Parts of the archive lie over one another, as harmful files have them.",
                name,
                ASK_THE_SENDER,
            )
        end = entry.header_offset + _HEADER + len(entry.filename) + entry.compress_size


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> None:
    is_xml = not entry.filename.casefold().endswith(".bin")
    tail = b""
    with archive.open(entry) as part:
        while chunk := part.read(_CHUNK):
            if not is_xml:
                continue
            # In UTF-16 every other byte of a declaration is 0.
            text = tail + (chunk.replace(b"\0", b"") if b"\0" in chunk else chunk)
            if any(declaration in text for declaration in _DECLARATIONS):
                refuse_entities(f"part '{entry.filename}'", name)
            tail = text[-_LONGEST_DECLARATION:]
