"""A scheme as a small file for another council, and back; a strange file is refused in words."""

from __future__ import annotations

import json
from typing import Any

from safer_desktop.domain.plain import MalformedError, to_plain
from safer_desktop.domain.records import Json
from safer_desktop.risk.checks import check_scheme
from safer_desktop.risk.kept import scheme_of
from safer_desktop.risk.scheme import Scheme, SchemeError

FORMAT = "safer-desktop-risk-scheme"
VERSION = 1
LARGEST = 1_000_000
"""Bytes; a scheme with every wording filled has some ten thousand."""
_MOST = 500
_LONGEST = 4_000
_REMEDY = "Ask for the file that Safer Desktop made with Export in its scheme window."


def written(scheme: Scheme) -> str:
    """The file's text."""
    content = {"format": FORMAT, "version": VERSION, "scheme": to_plain(scheme)}
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def read(data: bytes, name: str) -> Scheme:
    """The scheme in a file's bytes; :class:`SchemeError` says why there is none."""
    if len(data) > LARGEST:
        raise _refused(name, "It is far too large for a scheme.")
    try:
        content = json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise _refused(name, "It is not the text of a scheme.") from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise _refused(name, "It is not a risk scheme of Safer Desktop.")
    version = content.get("version")
    if version != VERSION:
        raise _refused(name, f"It is of version {str(version)[:20]}; this program reads {VERSION}.")
    fields = content.get("scheme")
    if not isinstance(fields, dict) or not _is_small(fields):
        raise _refused(name, "What it holds is not of a scheme's size or shape.")
    try:
        scheme = scheme_of(fields)
        check_scheme(scheme)
    except MalformedError:
        raise _refused(name, "A part of the scheme is missing or is no scheme's part.") from None
    except SchemeError as error:
        raise _refused(name, f"Its scheme contradicts itself. {error.what}") from None
    return scheme


def _is_small(value: Json, depth: int = 0) -> bool:
    if depth > 6:
        return False
    if isinstance(value, str):
        return len(value) <= _LONGEST
    if isinstance(value, dict):
        return len(value) <= _MOST and all(_is_small(it, depth + 1) for it in value.values())
    if isinstance(value, list):
        return len(value) <= _MOST and all(_is_small(it, depth + 1) for it in value)
    return True


def _no_number(_: str) -> Any:
    raise ValueError


def _refused(name: str, what: str) -> SchemeError:
    return SchemeError(what, where=name, remedy=_REMEDY)
