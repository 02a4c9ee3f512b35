"""Compound files ("OLE"), of which xls and protected workbooks are made: a small file system."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

OLE_DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)
"""What olefile, and readers over it, raise on damaged files."""

_DIRECTORY_START, _SMALL_TABLE_START = 48, 60


def ole_streams(data: bytes) -> set[str]:
    """The names at the top of a compound file, in lower case; none if it is damaged."""
    import olefile

    try:
        with olefile.OleFileIO(data) as file:
            return {entry[0].casefold() for entry in file.listdir()}
    except OLE_DAMAGE:
        return set()


def stream(data: bytes, names: Sequence[str]) -> bytes:
    """The content of the first of these streams that there is; raises :data:`OLE_DAMAGE`."""
    import olefile

    with olefile.OleFileIO(data) as file:
        for name in names:
            if file.exists(name):
                return bytes(file.openstream(name).read())
    return b""


def is_sound(data: bytes) -> bool:
    """Whether the file can be opened, and no sectors of a part lead back to one another: a reader
    would never come to their end."""
    import olefile

    try:
        with olefile.OleFileIO(data) as file:
            file.loadminifat()
            starts = [struct.unpack_from("<I", data, _DIRECTORY_START)[0], file.root.isectStart]
            starts.append(struct.unpack_from("<I", data, _SMALL_TABLE_START)[0])
            small: list[int] = []
            for entry in filter(None, file.direntries[1:]):
                is_small = entry.size < file.minisectorcutoff
                (small if is_small else starts).append(entry.isectStart)
            return not (_has_circle(file.fat, starts) or _has_circle(file.minifat, small))
    except OLE_DAMAGE:
        return False


def _has_circle(table: Any, starts: Sequence[int]) -> bool:
    for start in starts:
        sector, steps = start, 0
        while sector < len(table):
            sector, steps = table[sector], steps + 1
            if steps > len(table):
                return True
    return False
