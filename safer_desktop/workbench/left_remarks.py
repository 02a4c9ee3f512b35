"""Remarks of the checker that a person has seen and leaves: each with a reason, as a record.

A remark stays left only for the same sentence and the same arithmetic: other words or other figures
bring it up again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safer_desktop.domain.errors import ReportError
from safer_desktop.domain.records import Edit, FieldChange, Json, RecordKind, RecordRef
from safer_desktop.report.claims.nouns import Defect

if TYPE_CHECKING:
    from safer_desktop.workbench.bench import Workbench

_END = re.compile(r"[.!?](?=\s|$)|\n")
Records = Mapping[str, Mapping[str, Json]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A remark, and why and by whom it was left (empty: it stands)."""

    found: Defect
    why: str = ""
    who: str = ""

    @property
    def is_left(self) -> bool:
        """Whether somebody knows of it and leaves it."""
        return bool(self.why)


def judged(
    bench: Workbench, paragraph: str, text: str, found: Sequence[Defect]
) -> tuple[Judged, ...]:
    """The remarks on a paragraph (its key, its words as typed); those left come last."""
    kept = bench.records(RecordKind.REMARK)
    told = []
    for it in found:
        code = _code(paragraph, text, it)
        if code in kept:
            who = bench.audit(RecordRef(RecordKind.REMARK, code))[0].who
            told.append(Judged(it, str(kept[code]["why"]), who))
        else:
            told.append(Judged(it))
    return tuple(sorted(told, key=lambda it: it.is_left))


def leave_edit(paragraph: str, text: str, found: Defect, why: str) -> Edit:
    """The edit that leaves a remark; raises ReportError without a reason."""
    why = why.strip()
    if not why:
        raise ReportError(
            "A remark is left only with a reason.",
            remedy="Say why the words are right as they are.",
        )
    fields: Json = {
        "paragraph": paragraph,
        "kind": str(found.kind),
        "words": _sentence(text, found),
        "arithmetic": found.arithmetic,
        "why": why,
    }
    record = RecordRef(RecordKind.REMARK, _code(paragraph, text, found))
    return Edit("a remark left as it is", (FieldChange(record, "", None, fields),), why)


def raise_edit(bench: Workbench, paragraph: str, text: str, found: Defect) -> Edit:
    """The edit that brings a remark up again."""
    code = _code(paragraph, text, found)
    fields = bench.record(RecordKind.REMARK, code)
    change = FieldChange(RecordRef(RecordKind.REMARK, code), "", fields, None)
    return Edit("a remark raised again", (change,))


def lifted(records: Records, paragraph: str, text: str) -> tuple[FieldChange, ...]:
    """The changes that end what was left of a paragraph and is no longer in its words."""
    return tuple(
        FieldChange(RecordRef(RecordKind.REMARK, code), "", dict(fields), None, "The words changed")
        for code, fields in records.items()
        if fields["paragraph"] == paragraph and str(fields["words"]) not in text
    )


def _code(paragraph: str, text: str, found: Defect) -> str:
    told = (paragraph, str(found.kind), _sentence(text, found), found.arithmetic)
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


def _sentence(text: str, found: Defect) -> str:
    """The sentence that a remark stands in."""
    start = max((it.end() for it in _END.finditer(text, 0, found.start)), default=0)
    end = next((it.end() for it in _END.finditer(text) if it.end() >= found.end), len(text))
    return text[start:end].strip()
