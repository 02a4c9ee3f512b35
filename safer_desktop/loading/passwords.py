"""Workbooks that are locked by a password: told apart, and opened in memory."""

from __future__ import annotations

import io
import re
import zipfile
from types import SimpleNamespace
from typing import Any

from safer_desktop.domain.errors import PasswordNeeded
from safer_desktop.loading.compound import OLE, OLE_DAMAGE, is_sound, ole_streams, stream
from safer_desktop.loading.locked_ods import (
    UnknownProtectionError,
    WrongPasswordError,
    is_locked,
    unlocked_content,
)
from safer_desktop.loading.refusals import (
    ASK_AGAIN,
    ASK_THE_SENDER,
    BROKEN_ARCHIVE,
    COPY_WITHOUT_PASSWORD,
    refuse,
)

EXCELS_OWN = "VelvetSweatshop"
"""The password by which Excel itself locks a workbook that is only protected against changes."""

MOST_ROUNDS = 2_000_000
"""Excel hashes a password 100,000 times; a file says how often, and may ask for hours of it."""

_UNKNOWN = "The workbook is protected in a way that this program does not know, or is damaged."


def unlocked(data: bytes, name: str, password: str = "") -> bytes:
    """The workbook inside a protected file; of a file that is not protected, its own bytes.

    Raises :class:`PasswordNeeded` if ``password`` does not open it, and :class:`LoadError` for
    a protection that no password opens.
    """
    if data.startswith(b"PK"):
        return _unlocked_archive(data, name, password)
    if not data.startswith(OLE):
        return data
    if not is_sound(data):
        if "EncryptedPackage".encode("utf-16-le") in data:
            refuse("The protected workbook is damaged.", name, ASK_AGAIN)
        return data  # the sniffer says what is wrong with it
    streams = ole_streams(data)
    if "encryptioninfo" in streams:
        _refuse_endless_keys(data, name)
    elif "encryptedpackage" in streams:
        refuse(
            "The workbook is protected by rights management (a sensitivity label): only Excel,"
            " used by someone whom the sender allows, can open it.",
            name,
            "Open it in Excel and save a copy without that protection, or ask the sender for one.",
        )
    elif "workbook" not in streams or not _is_locked_xls(data):
        return data
    return _decrypted(data, name, password)


def password_needed(name: str, *, wrong: bool) -> PasswordNeeded:
    """The error for a file that this password, or none, does not open."""
    what = "The workbook is protected by a password."
    if wrong:
        what = "The password does not open the workbook."
    return PasswordNeeded(
        what,
        where=f"File: {name}.",
        remedy="Ask the sender for the password, or for a copy without one.",
        wrong=wrong,
    )


def _unlocked_archive(data: bytes, name: str, password: str) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if not is_locked(archive):
                return data
            if not password:
                raise password_needed(name, wrong=False)
            return unlocked_content(archive, password, MOST_ROUNDS)
    except (*BROKEN_ARCHIVE, *OLE_DAMAGE, RuntimeError):
        return data  # the sniffer says what is wrong with it
    except WrongPasswordError:
        raise password_needed(name, wrong=True) from None
    except UnknownProtectionError:
        refuse(_UNKNOWN, name, COPY_WITHOUT_PASSWORD)


def _refuse_endless_keys(data: bytes, name: str) -> None:
    try:
        info = stream(data, ["EncryptionInfo"])
    except OLE_DAMAGE:
        refuse("The protected workbook is damaged.", name, ASK_AGAIN)
    rounds = re.search(rb'spinCount="(\d{1,20})"', info)
    if b"<!" in info or (rounds is not None and int(rounds[1]) > MOST_ROUNDS):
        refuse(
            "The workbook's protection is made so that opening it would take hours, as no"
            " spreadsheet program does.",
            name,
            ASK_THE_SENDER,
        )


def _is_locked_xls(data: bytes) -> bool:
    from msoffcrypto import OfficeFile
    from msoffcrypto.exceptions import FileFormatError, ParseError

    try:
        return bool(OfficeFile(io.BytesIO(data)).is_encrypted())
    except (FileFormatError, ParseError, *OLE_DAMAGE):
        return False


def _decrypted(data: bytes, name: str, password: str) -> bytes:
    from msoffcrypto import OfficeFile, exceptions

    try:
        book = OfficeFile(io.BytesIO(data))
        _load_key(book, password or EXCELS_OWN)
    except exceptions.InvalidKeyError:
        raise password_needed(name, wrong=bool(password)) from None
    except (
        exceptions.DecryptionError,
        exceptions.FileFormatError,
        exceptions.ParseError,
        *OLE_DAMAGE,
    ):
        refuse(_UNKNOWN, name, COPY_WITHOUT_PASSWORD)
    plain = io.BytesIO()
    try:
        _in_memory(book).decrypt(plain)
    except (exceptions.DecryptionError, exceptions.ParseError, *OLE_DAMAGE):
        refuse("The protected workbook is damaged.", name, ASK_AGAIN)
    return plain.getvalue()


def _load_key(book: Any, password: str) -> None:
    if book.format == "ooxml":
        book.load_key(password, verify_password=True)
    else:
        book.load_key(password)


def _in_memory(book: Any) -> Any:
    """msoffcrypto would lay the opened xls into a temporary file; here it never meets a disk."""
    from msoffcrypto.format import xls97

    xls97.tempfile = SimpleNamespace(TemporaryFile=io.BytesIO)
    return book
