"""Compares the headings that say what is counted, and follows those that mean the same."""

from __future__ import annotations

from safer_desktop.domain.observations import Severity
from safer_desktop.loading.cells import a1, column_letters
from safer_desktop.loading.drift.nouns import DriftKind, Follow
from safer_desktop.loading.drift.pairing import Paired, paired
from safer_desktop.loading.drift.table import ComparedTable, last_part, listed
from safer_desktop.loading.drift.wording import Wording, compared
from safer_desktop.loading.recipes import TableRecipe
from safer_desktop.loading.sums import ignorable


def compare_headings(table: ComparedTable) -> Paired:
    """Tell of headings that changed, came or went; gives which old one stands for which new one."""
    _leave_out_totals(table)
    _compare_label_headings(table)
    axis = table.now.indicator
    if axis.is_fixed:
        return Paired((), (), ())
    now = table.labels(axis)
    before = table.seen.indicators
    headings = paired(before, now, table.same_place(before, now))
    noted = []
    for old, new, wording in headings.pairs:
        if wording is not Wording.SAME:
            _rename(table, old, new)
        if wording is Wording.NOTED:
            noted.append((old, new))
        elif wording is not Wording.SAME:
            _say_changed(table, old, new, wording, now[new])
    _say_noted(table, noted, now)
    for label in headings.gone:
        _say_gone(table, label)
    for label in headings.added:
        _say_new(table, label, now[label])
    return headings


def meaning_of(table: TableRecipe, label: str) -> str | None:
    """The indicator that a recipe takes a heading for; ``None`` where it does not say."""
    if table.indicator.is_fixed:
        return table.indicator.fixed
    if label in table.indicators:
        return table.indicators[label]
    wanted = " ".join(label.split()).casefold()
    known = table.indicators.items()
    return next((code for it, code in known if " ".join(it.split()).casefold() == wanted), None)


def _leave_out_totals(table: ComparedTable) -> None:
    """New columns under the same heading as columns left out are left out too: totals."""
    old, sheet = table.old, table.placed.sheet
    if not old.ignored_columns or not old.header_rows:
        return
    line = old.header_rows[-1]
    headed = {
        column: table.seen.texts.get(a1(line, column), "")
        for column in range(old.first_column, table.seen.last_column + 1)
    }
    left_out = {text for column, text in headed.items() if column in old.ignored_columns and text}
    read = {text for column, text in headed.items() if column not in old.ignored_columns}
    here = table.placed.rows[line]
    more = [
        column
        for column in range(table.now.first_column, table.layout().last_column + 1)
        if column not in table.now.ignored_columns and sheet.text(here, column) in left_out - read
    ]
    if not more:
        return
    table.change(
        ignored_columns=tuple(sorted({*table.now.ignored_columns, *more})),
        last_column=max(table.now.last_column, *more),
    )
    names = listed([sheet.text(here, column) for column in more])
    table.say(
        DriftKind.NEW_HEADING,
        Follow.BY_ITSELF,
        Severity.NOTE,
        f"Column {', '.join(map(column_letters, more))}, headed {names} like columns that are left"
        " out, is left out too.",
        "",
        names,
        [table.pair("", a1(here, column)) for column in more],
    )


def _compare_label_headings(table: ComparedTable) -> None:
    """What stands over a label column says what its labels are: districts, or forces."""
    sheet = table.placed.sheet
    for column in table.old.label_columns:
        here = table.placed.columns[column]
        for row in range(table.old.top, table.old.first_row):
            before = table.seen.texts.get(a1(row, column), "")
            new_row = table.placed.rows.get(row, row + table.down)
            now = sheet.text(new_row, here)
            if not before or compared(before, now) >= Wording.NEAR:
                continue
            what = (
                f"The labels were headed '{last_part(before)}' and are headed '{last_part(now)}'."
            )
            if not now:
                what = f"The heading of the labels, '{last_part(before)}', is gone."
            table.say(
                DriftKind.HEADING,
                Follow.IF_AGREED,
                Severity.WARNING,
                f"{what} Are they the same?",
                before,
                now,
                [table.pair(a1(row, column), a1(new_row, here))],
            )


def _rename(table: ComparedTable, before: str, now: str) -> None:
    """Let the new heading mean what the old one meant."""
    code, old = meaning_of(table.old, before), table.old
    if code is None or now in old.indicators:
        return
    units, roles = dict(table.now.units), dict(table.now.roles)
    if before in old.units:
        units[now] = old.units[before]
    if before in old.roles:
        roles[now] = old.roles[before]
    table.change(indicators={**table.now.indicators, now: code}, units=units, roles=roles)


def _say_noted(table: ComparedTable, noted: list[tuple[str, str]], now: dict[str, str]) -> None:
    if not noted:
        return
    count = "1 heading carries" if len(noted) == 1 else f"{len(noted)} headings carry"
    names = [last_part(new) for _, new in noted]
    table.say(
        DriftKind.HEADING,
        Follow.BY_ITSELF,
        Severity.NOTE,
        f"{count} other footnote marks: {listed(names)}.",
        listed([last_part(old) for old, _ in noted]),
        listed(names),
        [table.pair(table.seen.indicators[old], now[new]) for old, new in noted],
    )


def _say_changed(table: ComparedTable, before: str, now: str, wording: Wording, cell: str) -> None:
    code = meaning_of(table.old, before)
    meant = f"taken for '{_name(table, code)}'" if code else "left out"
    what = f"The heading '{last_part(now)}' was '{last_part(before)}'"
    follow, severity = Follow.BY_ITSELF, Severity.NOTE
    if not code or wording >= Wording.NEAR:
        what += f": {meant} as before."
        severity = Severity.WARNING if code and wording is Wording.NEAR else Severity.NOTE
    elif wording is Wording.MEASURE:
        what += ": it says that something else is measured."
        follow, severity = Follow.NOT, Severity.ERROR
    else:
        what += f". Is it the same? Then it is {meant} as before."
        follow, severity = Follow.IF_AGREED, Severity.WARNING
    pair = table.pair(table.seen.indicators[before], cell)
    table.say(DriftKind.HEADING, follow, severity, what, before, now, [pair])


def _say_gone(table: ComparedTable, label: str) -> None:
    code = meaning_of(table.old, label)
    if code:
        table.say(
            DriftKind.GONE_HEADING,
            Follow.IF_AGREED,
            Severity.WARNING,
            f"'{last_part(label)}' is not there any more. Take the rest, without figures for"
            f" '{_name(table, code)}' from here?",
            label,
            "",
            [table.pair(table.seen.indicators[label], "")],
        )


def _say_new(table: ComparedTable, label: str, cell: str) -> None:
    if ignorable(label) or meaning_of(table.old, label) is not None:
        return
    table.change(indicators={**table.now.indicators, label: ""})
    table.say(
        DriftKind.NEW_HEADING,
        Follow.BY_ITSELF,
        Severity.WARNING,
        f"'{last_part(label)}' is new and is left out. To take it in, look at the sheet and say"
        " what it is.",
        "",
        label,
        [table.pair("", cell)],
    )


def _name(table: ComparedTable, code: str) -> str:
    has = table.catalogue.has_indicator(code)
    return table.catalogue.indicator(code).name if has else code
