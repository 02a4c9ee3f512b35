"""The hashes by which Windows allow-lists programs: of each file, and as Authenticode takes it."""

from __future__ import annotations

import csv
import hashlib
import struct
from dataclasses import dataclass
from pathlib import Path

SUFFIXES = {".exe", ".dll", ".pyd"}
HEADINGS = ("File", "Bytes", "SHA-256 of the file", "Authenticode SHA-256", "Signed")

_CHECKSUM = 64  # from the start of the optional header, in both of its forms
_DIRECTORIES = {0x10B: 96, 0x20B: 112}
_CERTIFICATES = 4
_DIRECTORY = 8


@dataclass(frozen=True)
class PeHashes:
    """One program file's hashes, as lower-case hex."""

    size: int
    sha256: str
    authenticode: str
    signed: bool


def pe_hashes(data: bytes) -> PeHashes:
    """The hashes of a PE file's bytes; raises ValueError if they are none.

    Authenticode leaves out what signing changes: the checksum, the entry of the table of
    certificates and the table itself, so that a file keeps this hash when it is signed. A file
    without signature is taken as if filled with zeros to a multiple of 8 bytes.
    """
    if data[:2] != b"MZ":
        raise ValueError("not a program file of Windows")
    (header,) = struct.unpack_from("<I", data, 0x3C)
    if data[header : header + 4] != b"PE\0\0":
        raise ValueError("not a program file of Windows")
    optional = header + 24
    (kind,) = struct.unpack_from("<H", data, optional)
    checksum = optional + _CHECKSUM
    entry = optional + _DIRECTORIES[kind] + _CERTIFICATES * _DIRECTORY
    start, length = struct.unpack_from("<II", data, entry)
    signed = bool(start and length)
    end = start if signed else len(data)
    taken = hashlib.sha256(data[:checksum])
    taken.update(data[checksum + 4 : entry])
    taken.update(data[entry + _DIRECTORY : end])
    if signed:
        taken.update(data[start + length :])
    else:
        taken.update(b"\0" * (-len(data) % 8))
    return PeHashes(len(data), hashlib.sha256(data).hexdigest(), taken.hexdigest(), signed)


def write_list(bundle: Path, out: Path) -> tuple[int, int]:
    """Write the hashes of all program files in a folder as CSV; gives how many there are, and how
    many of them are signed."""
    files = sorted(it for it in bundle.rglob("*") if it.suffix.lower() in SUFFIXES)
    found = {file.relative_to(bundle).as_posix(): pe_hashes(file.read_bytes()) for file in files}
    with out.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for name, it in found.items():
            signed = "yes" if it.signed else "no"
            writer.writerow((name, it.size, it.sha256, it.authenticode, signed))
    return len(found), sum(it.signed for it in found.values())
