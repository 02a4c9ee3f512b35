"""OpenDocument spreadsheets behind a password, as LibreOffice saves them (OpenDocument 1.2, part 3,
section 4: each part deflated, then encrypted under a key derived from the password)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import io
import zipfile
import zlib
from dataclasses import dataclass
from xml.parsers import expat

LARGEST_MANIFEST = 1024 * 1024
LARGEST_CONTENT = 1024 * 1024 * 1024
CONTENT = "content.xml"
MANIFEST = "META-INF/manifest.xml"

_PLAIN_MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.2"/>'
)
_AES = "aes256-cbc"
_BLOCK = 16


class UnknownProtectionError(Exception):
    """The protection is none that this module knows, or is damaged."""


class WrongPasswordError(Exception):
    """The password does not open the spreadsheet."""


@dataclass(slots=True)
class _Lock:
    algorithm: str = ""
    vector: bytes = b""
    start: str = ""
    salt: bytes = b""
    rounds: int = 0
    checksum_kind: str = ""
    checksum: bytes = b""


def is_locked(archive: zipfile.ZipFile) -> bool:
    """Whether the archive's list of parts says that they are encrypted."""
    if MANIFEST not in archive.namelist():
        return False
    with archive.open(MANIFEST) as manifest:
        return b"encryption-data" in manifest.read(LARGEST_MANIFEST)


def unlocked_content(archive: zipfile.ZipFile, password: str, most_rounds: int) -> bytes:
    """A spreadsheet that holds the cells of the locked one, without a lock.

    Raises :class:`WrongPasswordError` or :class:`UnknownProtectionError`.
    """
    try:
        lock = _lock_of_content(archive)
        packed = archive.read(CONTENT)
    except (KeyError, ValueError, binascii.Error, expat.ExpatError):
        raise UnknownProtectionError from None
    known = lock.algorithm.endswith(_AES) and 0 < lock.rounds <= most_rounds
    if not known or len(lock.vector) != _BLOCK or not packed or len(packed) % _BLOCK:
        raise UnknownProtectionError
    deflated = _decrypted(packed, lock, password)
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = inflater.decompress(deflated, LARGEST_CONTENT)
    except zlib.error:
        raise UnknownProtectionError from None
    if inflater.unconsumed_tail:
        raise UnknownProtectionError
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        target.writestr("mimetype", archive.read("mimetype"))
        target.writestr(MANIFEST, _PLAIN_MANIFEST)
        target.writestr(CONTENT, content)
    return plain.getvalue()


def _lock_of_content(archive: zipfile.ZipFile) -> _Lock:
    lock, part = _Lock(), ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal part
        tag = tag.rpartition(":")[2]
        found = {name.rpartition(":")[2]: value for name, value in attributes.items()}
        if tag == "file-entry":
            part = found.get("full-path", "")
        if part != CONTENT:
            return
        if tag == "encryption-data":
            lock.checksum_kind = found.get("checksum-type", "").rpartition("#")[2].casefold()
            lock.checksum = base64.b64decode(found.get("checksum", ""))
        elif tag == "algorithm":
            lock.algorithm = found.get("algorithm-name", "")
            lock.vector = base64.b64decode(found.get("initialisation-vector", ""))
        elif tag == "start-key-generation":
            lock.start = found.get("start-key-generation-name", "").rpartition("#")[2].casefold()
        elif tag == "key-derivation" and found.get("key-derivation-name") == "PBKDF2":
            lock.salt = base64.b64decode(found.get("salt", ""))
            lock.rounds = int(found.get("iteration-count", "0"))

    def refuse_doctype(*_: object) -> None:
        raise UnknownProtectionError

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = refuse_doctype
    with archive.open(MANIFEST) as manifest:
        parser.Parse(manifest.read(LARGEST_MANIFEST), True)
    return lock


def _decrypted(packed: bytes, lock: _Lock, password: str) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.algorithms import AES
    from cryptography.hazmat.primitives.ciphers.modes import CBC

    start = hashlib.sha256 if lock.start == "sha256" else hashlib.sha1
    secret = start(password.encode()).digest()
    key = hashlib.pbkdf2_hmac("sha1", secret, lock.salt, lock.rounds, 32)
    decryptor = Cipher(AES(key), CBC(lock.vector)).decryptor()
    padded = decryptor.update(packed) + decryptor.finalize()
    deflated = padded[: -padded[-1]] if 0 < padded[-1] <= _BLOCK else b""
    check = hashlib.sha256 if lock.checksum_kind.startswith("sha256") else hashlib.sha1
    if not hmac.compare_digest(check(deflated[:1024]).digest(), lock.checksum):
        raise WrongPasswordError
    return deflated
