"""Compares the areas that a table names, and follows those that are the same."""

from __future__ import annotations

from collections.abc import Mapping

from safer_desktop.domain.observations import Severity
from safer_desktop.loading.drift.nouns import DriftKind, Follow
from safer_desktop.loading.drift.pairing import paired
from safer_desktop.loading.drift.table import ComparedTable, listed
from safer_desktop.loading.drift.wording import Wording
from safer_desktop.loading.sums import ignorable


def compare_areas(table: ComparedTable) -> None:
    """Tell of areas that came, went or are written otherwise."""
    axis, before = table.now.area, table.seen.areas
    if axis.is_fixed or not before:
        return
    now = table.labels(axis)
    areas = paired(before, now, table.same_place(before, now))
    gone, added = list(areas.gone), list(areas.added)
    for old, new, wording in areas.pairs:
        explicit = table.old.areas.get(old)
        if explicit is not None and new not in table.old.areas:
            _name(table, new, explicit)
        is_other = _area(table, old) not in ("", _area(table, new))
        if is_other or wording < Wording.NEAR:
            gone.append(old)
            added.append(new)
    _say_renamed(table, gone, added, now)
    for label in gone:
        _say_gone(table, label)
    _say_new(table, added, now)


def _area(table: ComparedTable, label: str) -> str:
    """The area that a label is read as; empty for none or for one that is left out."""
    if label in table.now.areas:
        return table.now.areas[label]
    return table.matcher.match(label).code or ""


def _name(table: ComparedTable, label: str, code: str) -> None:
    table.change(areas={**table.now.areas, label: code})


def _say_renamed(
    table: ComparedTable, gone: list[str], added: list[str], now: Mapping[str, str]
) -> None:
    """An area under another name is the same area; takes the two out of ``gone`` and ``added``."""
    for old in tuple(gone):
        code = _area(table, old)
        new = next((label for label in added if code and _area(table, label) == code), None)
        if new is None:
            continue
        gone.remove(old)
        added.remove(new)
        table.say(
            DriftKind.AREA,
            Follow.BY_ITSELF,
            Severity.NOTE,
            f"'{old}' is written '{new}': both are {table.catalogue.area(code).name}.",
            old,
            new,
            [table.pair(table.seen.areas[old], now[new])],
        )


def _say_gone(table: ComparedTable, label: str) -> None:
    code = _area(table, label)
    if not code:
        return
    name = table.catalogue.area(code).name if table.catalogue.has_area(code) else code
    table.say(
        DriftKind.GONE_AREA,
        Follow.IF_AGREED,
        Severity.WARNING,
        f"'{label}' is not there any more. Take the rest, without figures for {name} from here?",
        label,
        "",
        [table.pair(table.seen.areas[label], "")],
    )


def _say_new(table: ComparedTable, added: list[str], now: Mapping[str, str]) -> None:
    passed_over = []
    for label in added:
        match = table.matcher.match(label)
        if match.code:
            name = table.catalogue.area(match.code).name
            what = f"'{label}' is new and is read as {name}."
            _say_one(table, label, now[label], Follow.BY_ITSELF, what)
        elif ignorable(label):
            continue
        elif table.now.only_known_areas:
            passed_over.append(label)
        else:
            _name(table, label, "")
            names = " or ".join(table.catalogue.area(code).name for code in match.candidates)
            meant = f" (it might mean {names})" if names else ""
            what = f"'{label}' is new and no area of the catalogue{meant}. Leave it out?"
            _say_one(table, label, now[label], Follow.IF_AGREED, what)
    if passed_over:
        table.say(
            DriftKind.NEW_AREA,
            Follow.BY_ITSELF,
            Severity.NOTE,
            f"New, outside the catalogue and passed over: {listed(passed_over)}.",
            "",
            listed(passed_over),
            [table.pair("", now[label]) for label in passed_over],
        )


def _say_one(table: ComparedTable, label: str, cell: str, follow: Follow, what: str) -> None:
    pair = table.pair("", cell)
    table.say(DriftKind.NEW_AREA, follow, Severity.WARNING, what, "", label, [pair])
