"""The user's own words for the paper's paragraphs, over what the figures draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from safer_desktop.domain.records import Edit, FieldChange, Json, RecordKind, RecordRef

if TYPE_CHECKING:
    from safer_desktop.report import outline
    from safer_desktop.report.fields import Fields


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """A paragraph of the paper as the user sees it before export.

    ``heading`` is the code of its part (a priority's code, ``summary``, ``introduction``,
    ``future`` or ``recommendations``), ``title`` that part's heading as printed.
    ``drafted`` is what the figures say now; ``text`` what will be printed, ``typed`` the same with
    its live figures as fields. ``outdated`` means that the draft has changed since the user edited
    it. ``author`` is who wrote the words and when, empty for a draft.
    """

    key: str
    heading: str
    title: str
    drafted: str
    text: str
    typed: str
    edited: bool
    outdated: bool
    included: bool
    sources: tuple[int, ...]
    author: str = ""


def with_commentary(
    draft: outline.DraftParagraph,
    own: Mapping[str, Json] | None,
    fields: Fields,
    author: str = "",
) -> DraftParagraph:
    """The draft with the user's words over it, if there are any."""
    edited = own is not None and _is_own_text(own) and own["text"] != draft.text
    typed = str(own["text"]) if own is not None and edited else draft.text
    return DraftParagraph(
        draft.key,
        draft.heading,
        draft.title,
        draft.text,
        fields.expand(typed).text if edited else typed,
        typed,
        edited=edited,
        outdated=own is not None and edited and own["drafted"] != draft.text,
        included=own is None or bool(own["included"]),
        sources=(*draft.sources, *fields.sources(typed)) if edited else draft.sources,
        author=author if edited else "",
    )


def author_words(who: str, at: datetime) -> str:
    """``Anna Smith, 3 March 2017 14:05``."""
    here = at.astimezone()
    return f"{who}, {here.day} {here:%B %Y %H:%M}"


def override(commentary: Mapping[str, Json]) -> tuple[str | None, bool]:
    """The user's own words, None to follow the draft, and whether the paragraph is printed."""
    own = str(commentary["text"]) if _is_own_text(commentary) else None
    return own, bool(commentary["included"])


def _is_own_text(commentary: Mapping[str, Json]) -> bool:
    """Whether a person changed the words; a paragraph that was only left out follows its draft."""
    return commentary["text"] != commentary["drafted"]


def edit_of(
    paragraph: DraftParagraph, kept: Mapping[str, Json] | None, text: str, included: bool
) -> Edit:
    """The edit from the ``kept`` commentary to these words, or back to the draft."""
    ref = RecordRef(RecordKind.COMMENTARY, paragraph.key)
    unchanged = text.strip() == paragraph.drafted and included
    new: Json = (
        None
        if unchanged
        else {"text": text.strip(), "drafted": paragraph.drafted, "included": included}
    )
    old: Json = dict(kept) if kept is not None else None
    return Edit(f"a paragraph of '{paragraph.title}'", (FieldChange(ref, "", old, new),))
