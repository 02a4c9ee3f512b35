"""Packs under a password: AES-256-GCM with a key made from it by scrypt (RFC 7914)."""

from __future__ import annotations

import hashlib
import hmac
import os
import struct
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from safer_desktop.domain.errors import PackError, PasswordNeeded

MAGIC = b"SAFER-AES-GCM\x00\x01\x00"
_HEAD = struct.Struct(">16sBBBx16s32s12s")
"""Magic, scrypt's log2 n, r and p, salt, check of the key, nonce. All of it is authenticated."""

_LOG_N, _R, _P = 17, 8, 1
"""128 MB and about half a second for each guess."""

_LARGEST_LOG_N, _LARGEST_R, _LARGEST_P = 20, 8, 4
SHORTEST_PASSWORD = 8


@dataclass(frozen=True, slots=True)
class Protection:
    """A key and what it was made with. The password itself is not kept."""

    key: bytes
    head: tuple[int, int, int, bytes, bytes]

    @classmethod
    def new(cls, password: str) -> Protection:
        """A fresh key; raises :class:`PackError` for a password that is too short."""
        if len(password) < SHORTEST_PASSWORD:
            raise PackError(
                f"The password is too short: it needs {SHORTEST_PASSWORD} characters or more.",
                remedy="Three or four words in a row are safe and easily remembered.",
            )
        salt = os.urandom(16)
        key, check = _derived(password, salt, _LOG_N, _R, _P)
        return cls(key, (_LOG_N, _R, _P, salt, check))

    def seal(self, content: bytes) -> bytes:
        """The content so that it can be stored: every sealing has a nonce of its own."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce = os.urandom(12)
        head = _HEAD.pack(MAGIC, *self.head, nonce)
        return head + AESGCM(self.key).encrypt(nonce, content, head)

    def open(self, sealed: bytes, path: Path) -> bytes:
        """The content back; raises :class:`PackError` if a single byte was altered or is gone."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            head, rest = sealed[: _HEAD.size], sealed[_HEAD.size :]
            return AESGCM(self.key).decrypt(head[-12:], rest, head)
        except (InvalidTag, ValueError):
            raise _altered(path) from None


def is_protected(start: bytes) -> bool:
    """Whether a file that starts so is a pack under a password."""
    return start.startswith(MAGIC)


def unlock(sealed: bytes, password: str, path: Path) -> tuple[Protection, bytes]:
    """Key and content of a sealed pack.

    Raises :class:`PasswordNeeded` if the password does not fit or is empty, and
    :class:`PackError` for a file that was altered or is cut off.
    """
    if len(sealed) < _HEAD.size:
        raise _altered(path)
    _, log_n, r, p, salt, check, _ = _HEAD.unpack_from(sealed)
    if not (1 <= log_n <= _LARGEST_LOG_N and 1 <= r <= _LARGEST_R and 1 <= p <= _LARGEST_P):
        raise _altered(path)
    if not password:
        raise PasswordNeeded(
            "The pack is protected by a password.", where=f"File: {path}.", wrong=False
        )
    key, own_check = _derived(password, salt, log_n, r, p)
    if not hmac.compare_digest(check, own_check):
        raise PasswordNeeded(
            "The password does not fit this pack.",
            where=f"File: {path}.",
            remedy="Type it again: small and capital letters differ. Without it nobody can open "
            "the pack.",
            wrong=True,
        )
    protection = Protection(key, (log_n, r, p, salt, check))
    return protection, protection.open(sealed, path)


def _derived(password: str, salt: bytes, log_n: int, r: int, p: int) -> tuple[bytes, bytes]:
    """The key, and a digest by which it is known again without telling anything of it."""
    secret = unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
    both = hashlib.scrypt(secret, salt=salt, n=1 << log_n, r=r, p=p, maxmem=(1 << 31) - 1, dklen=64)
    return both[:32], hashlib.sha256(both[32:]).digest()


def _altered(path: Path) -> PackError:
    return PackError(
        "The protected pack was altered or is cut off: it cannot be opened.",
        where=f"File: {path}.",
        remedy="Open an earlier copy of it, for instance from your backup. The file was not "
        "changed.",
    )
