"""What workbooks say of themselves, in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote

from safer_desktop.loading.cells import Notice, NoticeKind

_MOST_NAMED = 5
_WORDS = {
    NoticeKind.NOT_RECALCULATED: "The workbook was saved before its formulas were worked out to"
    " the end: their stored results may be out of date.",
    NoticeKind.RECALCULATE: "The workbook asks for all formulas to be worked out anew when it is"
    " opened: until someone has opened and saved it, their stored results may be out of date.",
    NoticeKind.BY_HAND: "The workbook works out its formulas only when someone asks for it: their"
    " stored results may be out of date.",
    NoticeKind.LINKS: "Formulas take figures from other workbooks{names}: only the results stored"
    " when this one was last saved can be read.",
    NoticeKind.LIVE_LINKS: "The workbook has live links to other programs (DDE). They are never"
    " followed; only stored results are read.",
    NoticeKind.CONNECTIONS: "The workbook takes figures by data connections. They are never"
    " followed; only stored results are read.",
    NoticeKind.MACROS: "The workbook has macros. They are never run.",
}


def notice(kind: NoticeKind, names: Iterable[str] = ()) -> Notice:
    """The notice of this kind; ``names`` are the paths of the other workbooks it is about."""
    bare = sorted({bare_name(name) for name in names} - {""})
    told = ""
    if bare:
        more = len(bare) - _MOST_NAMED
        told = f" ({', '.join(bare[:_MOST_NAMED])}{f' and {more} more' if more > 0 else ''})"
    return Notice(kind, _WORDS[kind].format(names=told))


def bare_name(path: str) -> str:
    """The file's name out of a path or address of any system."""
    return unquote(path).replace("\\", "/").rstrip("/").rpartition("/")[2]
