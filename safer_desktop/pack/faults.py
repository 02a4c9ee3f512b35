"""Why the machine refused, in words for the user."""

from __future__ import annotations

import errno
import sqlite3

SAVE_ELSEWHERE = (
    "The old file is untouched and your work is still open here. "
    "Use Save as to save it in another folder."
)

_BY_ERRNO = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "the disk does not take a file of this size",
    errno.EACCES: "you have no permission for it, or another program holds it",
    errno.EPERM: "you have no permission for it",
    errno.EROFS: "the disk is write-protected",
    errno.ENOENT: "it is not there",
    errno.ENOTDIR: "its folder is not a folder",
    errno.ENAMETOOLONG: "its name is too long",
}
_BY_SQLITE_NAME = {
    "SQLITE_FULL": "the disk is full",
    "SQLITE_CANTOPEN": "no file can be made there",
    "SQLITE_READONLY": "it may not be written",
    "SQLITE_BUSY": "another program holds it",
    "SQLITE_CORRUPT": "it is damaged",
    "SQLITE_NOTADB": "it is damaged",
    "SQLITE_IOERR": "the disk does not take what is written, or cannot be read",
}


def reason(error: OSError | sqlite3.Error) -> str:
    """A clause that says why: ``the disk is full``."""
    if isinstance(error, OSError):
        known = _BY_ERRNO.get(error.errno or 0)
        return known or error.strerror or "the system gives no reason"
    name = getattr(error, "sqlite_errorname", "")
    for start, words in _BY_SQLITE_NAME.items():
        if name.startswith(start):
            return words
    return str(error)
