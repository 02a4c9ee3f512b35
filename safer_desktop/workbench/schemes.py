"""The schemes of a pack: which there are, which is in use, copying, changing, passing on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from safer_desktop.domain.plain import to_plain
from safer_desktop.domain.records import Edit, FieldChange, RecordKind, RecordRef, code_from
from safer_desktop.report.whole import replace_file
from safer_desktop.risk import scheme_file
from safer_desktop.risk.checks import check_scheme, check_types
from safer_desktop.risk.kept import scheme_of, score_field, weight_fields
from safer_desktop.risk.scheme import Scheme, SchemeError
from safer_desktop.workbench.catalogue_records import COUNCIL
from safer_desktop.workbench.defaults import shipped_schemes
from safer_desktop.workbench.matrix_edits import scheme_change

if TYPE_CHECKING:
    from safer_desktop.workbench.bench import Workbench


def schemes(bench: Workbench) -> tuple[Scheme, ...]:
    """The pack's schemes in its order, then the shipped ones that it does not have yet."""
    kept = [scheme_of(fields) for fields in bench.records(RecordKind.SCHEME).values()]
    codes = {scheme.code for scheme in kept}
    return (*kept, *(scheme for scheme in shipped_schemes() if scheme.code not in codes))


def use_edit(bench: Workbench, scheme: Scheme, why: str = "") -> Edit:
    """The edit that scores the matrix by this scheme; a shipped one comes into the pack with it."""
    old = bench.record(COUNCIL.kind, COUNCIL.code).get("scheme")
    changes = [FieldChange(COUNCIL, "scheme", old, scheme.code)]
    if not bench.has_record(RecordKind.SCHEME, scheme.code):
        changes.insert(0, _made(scheme))
    return Edit(f"matrix scored by {scheme.name}", tuple(changes), why)


def change_edit(bench: Workbench, scheme: Scheme, why: str) -> Edit:
    """The edit that puts this scheme, as its next version, in place of what the pack has of it.

    Raises :class:`SchemeError` if it contradicts itself or a score or grade in the matrix.
    """
    check_scheme(scheme)
    check_types(bench.incident_types, scheme)
    used = {kind.confidence for kind in bench.incident_types if kind.confidence}
    if gone := sorted(used - set(scheme.confidences)):
        raise SchemeError(f"The grade {gone[0]} is still used in the matrix.")
    kept = bench.has_record(RecordKind.SCHEME, scheme.code)
    old = bench.record(RecordKind.SCHEME, scheme.code) if kept else None
    version = scheme_of(old).version + 1 if old else scheme.version + 1
    made = replace(scheme, version=version)
    return Edit(f"scheme, version {version}", scheme_change(old, made), why)


def copied(bench: Workbench, scheme: Scheme, name: str) -> Scheme:
    """A scheme of its own, alike but in name and code; raises :class:`SchemeError` for the name."""
    taken = schemes(bench)
    name = " ".join(name.split())
    if not name or name.casefold() in {it.name.casefold() for it in taken}:
        raise SchemeError("A copy needs a name that no other scheme has.")
    code = code_from(name, [it.code for it in taken], "scheme")
    source = f"Copied from {scheme.name}, version {scheme.version}. {scheme.source}"
    return replace(scheme, code=code, name=name, version=1, source=source)


def copy_edit(bench: Workbench, scheme: Scheme, name: str) -> tuple[Scheme, Edit]:
    """A copy, and the edit that keeps it with the scores and weights given under the original."""
    copy = copied(bench, scheme, name)
    changes = (_made(copy), *_carried(bench, scheme, copy))
    return copy, Edit(f"copy of scheme {scheme.name}", changes)


def add_edit(bench: Workbench, scheme: Scheme) -> tuple[Scheme, Edit]:
    """A scheme from a file under a code and name of its own, and the edit that keeps it.

    Raises :class:`SchemeError` if the pack has exactly this scheme.
    """
    taken = schemes(bench)
    if scheme in taken:
        raise SchemeError(
            f"The pack has {scheme.name}, version {scheme.version}, already.",
            remedy="Choose it above the matrix.",
        )
    codes, names = {it.code for it in taken}, {it.name.casefold() for it in taken}
    name, number = scheme.name, 2
    while name.casefold() in names:
        name, number = f"{scheme.name} ({number})", number + 1
    code = code_from(scheme.code, codes, "scheme")
    made = replace(scheme, code=code, name=name)
    return made, Edit(f"scheme {name} from a file", (_made(made),))


def remove_edit(bench: Workbench, scheme: Scheme) -> Edit:
    """The edit that takes a scheme out of the pack; :class:`SchemeError` for the one in use."""
    if bench.scheme.code == scheme.code:
        raise SchemeError(
            f"The matrix is scored by {scheme.name}.", remedy="Use another scheme first."
        )
    fields = bench.record(RecordKind.SCHEME, scheme.code)
    change = FieldChange(RecordRef(RecordKind.SCHEME, scheme.code), "", fields, None)
    return Edit(f"removal of scheme {scheme.name}", (change,))


def export(scheme: Scheme, path: Path) -> None:
    """Write a scheme as a small file, whole or not at all; raises ReportError."""
    content = scheme_file.written(scheme).encode()
    replace_file(path, content, "The scheme", "other programs")


def from_file(path: Path) -> Scheme:
    """The scheme in a file; :class:`SchemeError` says why there is none."""
    try:
        with path.open("rb") as file:
            data = file.read(scheme_file.LARGEST + 1)
    except OSError as error:
        raise SchemeError(
            "The file could not be read.", where=str(path), remedy=f"({error.strerror})"
        ) from None
    return scheme_file.read(data, path.name)


def _made(scheme: Scheme) -> FieldChange:
    return FieldChange(RecordRef(RecordKind.SCHEME, scheme.code), "", None, to_plain(scheme))


def _carried(bench: Workbench, old: Scheme, new: Scheme) -> Iterator[FieldChange]:
    """The scores and own weights of one scheme, given under another too."""
    for kind in bench.incident_types:
        ref = RecordRef(RecordKind.INCIDENT_TYPE, kind.code)
        for factor in old.factors:
            value = kind.score(old.code, factor.code)
            if value is not None:
                yield FieldChange(ref, score_field(new.code, factor.code), None, value)
        weight = kind.own_weight(old.code)
        if weight is not None:
            value_field, why_field = weight_fields(new.code)
            yield FieldChange(ref, value_field, None, weight.value)
            yield FieldChange(ref, why_field, None, weight.why)
