"""Edits of the matrix: scores, weights, and the scheme in use, each with what it was before."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.plain import to_plain
from safer_desktop.domain.records import Edit, FieldChange, Json, RecordKind, RecordRef
from safer_desktop.risk.kept import score_field, weight_fields
from safer_desktop.risk.scheme import Scheme

if TYPE_CHECKING:
    from safer_desktop.workbench.bench import Workbench


class WeightError(SaferError):
    """A weight without a reason, or one that is no amount of harm."""


def score_change(
    bench: Workbench, incident_type: str, scheme: str, factor: str, value: int | None
) -> FieldChange:
    """The change that gives an incident type a score for a factor (codes), or takes it away."""
    ref = RecordRef(RecordKind.INCIDENT_TYPE, incident_type)
    field = score_field(scheme, factor)
    return FieldChange(ref, field, bench.record(ref.kind, ref.code).get(field), value)


def weight_edit(
    bench: Workbench, incident_type: str, scheme: str, value: float | None, why: str
) -> Edit:
    """The edit that enters a person's own harm per incident; None goes back to the scheme's.

    Raises :class:`WeightError` if there is no reason, or the weight is no number of 0 or more.
    """
    why = " ".join(why.split())
    if value is not None and not (math.isfinite(value) and value >= 0):
        raise WeightError("A weight is a number of 0 or more.", remedy="Type it again.")
    if not why:
        raise WeightError(
            "A weight needs a reason: it is printed beside it.",
            remedy="Say where the number is from.",
        )
    ref = RecordRef(RecordKind.INCIDENT_TYPE, incident_type)
    fields = bench.record(ref.kind, ref.code)
    new: tuple[Json, Json] = (value, None if value is None else why)
    changes = tuple(
        FieldChange(ref, field, fields.get(field), after)
        for field, after in zip(weight_fields(scheme), new, strict=True)
    )
    return Edit(f"weight of {fields['name']}", changes, why)


def scheme_change(old: Mapping[str, Json] | None, new: Scheme) -> tuple[FieldChange, ...]:
    """The changes from a scheme's record (None: there is none yet) to this scheme."""
    ref, after = RecordRef(RecordKind.SCHEME, new.code), to_plain(new)
    if old is None or old.keys() != after.keys():
        return (FieldChange(ref, "", dict(old) if old else None, after),)
    return tuple(
        FieldChange(ref, field, old[field], after[field])
        for field in after
        if old[field] != after[field]
    )
