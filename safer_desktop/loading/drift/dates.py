"""Compares the periods that a table's figures are for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from safer_desktop.domain.observations import Severity
from safer_desktop.domain.periods import Period
from safer_desktop.loading.drift.nouns import DriftKind, Follow
from safer_desktop.loading.drift.table import ComparedTable, listed
from safer_desktop.loading.periods import PeriodReading, find_period, read_label, read_period
from safer_desktop.loading.recipes import AxisKind, TableRecipe
from safer_desktop.loading.sums import ignorable


def compare_periods(table: ComparedTable) -> None:
    """Tell of periods of another length, of labels that cannot be read, and of older figures.

    That periods move on is no difference.
    """
    if table.now.period.is_fixed:
        _compare_fixed(table)
        return
    labels = table.labels(table.now.period)
    before = {label: _period(table.old, label) for label in table.seen.periods}
    now = {label: _period(table.old, label) for label in labels}
    for label, period in now.items():
        if before and period is None and label not in table.old.periods and not ignorable(label):
            _say_unreadable(table, label, labels[label])
    _compare_spans(
        table,
        sorted(period for period in before.values() if period),
        sorted(period for period in now.values() if period),
        labels,
    )


def _period(table: TableRecipe, label: str) -> Period | None:
    text = table.periods.get(label, label)
    anywhere = table.period.has(AxisKind.CELL) or table.period.has(AxisKind.SHEET)
    reading = read_label(text, text, hint=table.period_hint, anywhere=anywhere)
    return reading.period if isinstance(reading, PeriodReading) else None


def _say_unreadable(table: ComparedTable, label: str, cell: str) -> None:
    only = next(iter(table.seen.periods)) if len(table.seen.periods) == 1 else ""
    was = table.seen.periods.get(only, "")
    what = f"'{label}' names no period that can be read."
    pair = table.pair(was, cell)
    table.say(DriftKind.PERIOD, Follow.NOT, Severity.ERROR, what, only, label, [pair])


def _compare_spans(
    table: ComparedTable, before: list[Period], now: list[Period], labels: Mapping[str, str]
) -> None:
    if not before or not now:
        return
    pair = table.pair(next(iter(table.seen.periods.values()), ""), next(iter(labels.values()), ""))

    def say(follow: Follow, severity: Severity, what: str) -> None:
        ends = before[-1].label, now[-1].label
        table.say(DriftKind.PERIOD, follow, severity, what, *ends, [pair])

    lengths, new_lengths = {it.months for it in before}, {it.months for it in now}
    if not new_lengths <= lengths:
        what = (
            f"The figures are for {_spans(new_lengths)}; they were for {_spans(lengths)}. Take each"
            " for what its label says?"
        )
        say(Follow.IF_AGREED, Severity.WARNING, what)
    told = set(table.seen.periods) & set(table.old.periods)
    if told and set(labels) - set(table.old.periods):
        what = (
            f"The recipe says what '{next(iter(told))}' means; what stands there now is read as"
            f" {now[-1].label}. Is that right?"
        )
        say(Follow.IF_AGREED, Severity.WARNING, what)
    if now[-1].end < before[-1].end:
        what = f"This file is older than the last one: it ends with {now[-1].label}."
        say(Follow.BY_ITSELF, Severity.WARNING, what)
    gone = [it.label for it in before if it not in now]
    if len(before) > 1 and gone:
        what = f"Periods of the last file that are not in this one: {listed(gone)}."
        say(Follow.BY_ITSELF, Severity.NOTE, f"{what} What is in the pack stays.")


def _compare_fixed(table: ComparedTable) -> None:
    """A period that the recipe itself gives would date this file by the last one."""
    axis = table.now.period
    fixed = read_period(axis.fixed, hint=table.now.period_hint)
    named = find_period(table.file.rpartition(".")[0])
    if not isinstance(fixed, PeriodReading) or (named and named.period == fixed.period):
        return
    what = f"The recipe itself dates the figures {fixed.period.label}"
    if named is None:
        what += ", and the file's name does not say otherwise. Is that right for this file?"
    else:
        what += f"; by its name the file is for {named.period.label}. Take that?"
        table.change(period=replace(axis, fixed=named.period.label))
    here = named.period.label if named else ""
    table.say(DriftKind.PERIOD, Follow.IF_AGREED, Severity.WARNING, what, fixed.period.label, here)


def _spans(lengths: Iterable[int]) -> str:
    names = {1: "single months", 3: "quarters", 12: "twelve months"}
    return " and ".join(names.get(months, f"{months} months") for months in sorted(lengths))
