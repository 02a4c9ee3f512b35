"""The council's own wording of sentences, as records of a pack, and examples from its figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safer_desktop.domain.errors import ReportError
from safer_desktop.domain.records import Edit, FieldChange, Json, RecordKind, RecordRef
from safer_desktop.report.sentence_kinds import KINDS, PARTS, SentenceKind
from safer_desktop.report.templates import (
    Parts,
    Wording,
    check,
    filled,
    shipped,
    usable,
)
from safer_desktop.report.wording import draft

if TYPE_CHECKING:
    from safer_desktop.workbench.bench import Workbench

__all__ = [
    "KINDS",
    "PARTS",
    "Example",
    "SentenceKind",
    "edit",
    "examples",
    "filled",
    "in_use",
    "kept",
    "shipped",
    "wrong_with",
]

Records = Mapping[str, Mapping[str, Json]]


@dataclass(frozen=True, slots=True)
class Example:
    """What a figure of the pack puts into a kind of sentence."""

    indicator: str
    parts: Parts


def kept(records: Records) -> Wording:
    """The wording that a pack keeps; kinds that it does not name are as shipped."""
    return usable({code: fields.get("variants") for code, fields in records.items()})


def in_use(bench: Workbench) -> Wording:
    """The wording in use in a pack."""
    return kept(bench.records(RecordKind.WORDING))


def wrong_with(kind: SentenceKind, variants: tuple[str, ...]) -> str:
    """The first thing that is wrong with these templates; empty where they may be used."""
    try:
        check(kind, variants)
    except ReportError as error:
        return f"{error.what} {error.remedy}"
    return ""


def edit(bench: Workbench, code: str, variants: tuple[str, ...]) -> Edit:
    """The edit to these templates of a kind; to the shipped ones, its record goes.

    Raises ReportError for templates that could say what their finding does not carry.
    """
    variants = tuple(it.strip() for it in variants if it.strip())
    check(KINDS[code], variants)
    fields = bench.records(RecordKind.WORDING).get(code)
    old: Json = dict(fields) if fields else None
    new: Json = None if variants == shipped()[code] else {"variants": list(variants)}
    change = FieldChange(RecordRef(RecordKind.WORDING, code), "", old, new)
    return Edit(f"wording of '{KINDS[code].title}'", (change,))


def examples(bench: Workbench) -> dict[str, tuple[Example, ...]]:
    """What the county's figures put into each kind of sentence that they use now."""
    heard: dict[str, list[Example]] = {}
    catalogue = bench.catalogue
    for code, figure in bench.figures(catalogue.home).items():
        listener = _Listener()
        draft(figure, catalogue, wording=listener)
        name = catalogue.indicator(code).name
        for kind, parts in listener.heard:
            heard.setdefault(kind, []).append(Example(name, parts))
    return {kind: tuple(found) for kind, found in heard.items()}


class _Listener(Wording):
    """Remembers what is asked to be said."""

    heard: list[tuple[str, Parts]]

    def __init__(self) -> None:
        super().__init__()
        object.__setattr__(self, "heard", [])

    def say(self, kind: str, turn: int, parts: Parts) -> str:
        """As any wording, heard."""
        self.heard.append((kind, dict(parts)))
        return super().say(kind, turn, parts)
