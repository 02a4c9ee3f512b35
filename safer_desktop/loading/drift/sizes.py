"""Compares how the numbers are written: percent signs, whole numbers, size, number formats.

What a heading does not say, the numbers themselves may: 0.37 where 37 stood, 4.1 where 1,204.
"""

from __future__ import annotations

from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Severity
from safer_desktop.loading.cells import a1
from safer_desktop.loading.drift.headings import meaning_of
from safer_desktop.loading.drift.nouns import DriftKind, Follow, Pair
from safer_desktop.loading.drift.pairing import Paired
from safer_desktop.loading.drift.table import ComparedTable, last_part, listed
from safer_desktop.loading.recipes import Role, Scale, SeenMeasure
from safer_desktop.loading.seen import measures_of

_FAR = 2


def compare_sizes(table: ComparedTable, headings: Paired) -> None:
    """Tell of numbers that are written so otherwise that another unit may be meant."""
    now = measures_of(table.layout())
    pairs = [(before, after) for before, after, _ in headings.pairs]
    if table.old.indicator.is_fixed:
        pairs = [(table.old.indicator.fixed, table.now.indicator.fixed)]
    formats: list[tuple[str, str, SeenMeasure, SeenMeasure]] = []
    for before, after in pairs:
        code = meaning_of(table.old, before)
        was, here = table.seen.measures.get(before), now.get(after)
        if not code or was is None or here is None or not table.catalogue.has_indicator(code):
            continue
        if table.old.roles.get(before, Role.VALUE) is Role.VALUE:
            unit = table.old.units.get(before, table.catalogue.indicator(code).unit)
        else:
            unit = Unit.COUNT
        if unit is Unit.PERCENTAGE:
            _compare_percentages(table, before, after, was, here)
        else:
            _compare_numbers(table, before, after, unit, was, here)
        if _form(was.number_format) != _form(here.number_format):
            formats.append((before, after, was, here))
    _say_formats(table, formats)


def _say_formats(
    table: ComparedTable, formats: list[tuple[str, str, SeenMeasure, SeenMeasure]]
) -> None:
    if not formats:
        return
    was, here = (it.number_format or "General" for it in formats[0][2:])
    names = listed([last_part(after) for _, after, _, _ in formats])
    table.say(
        DriftKind.FORMAT,
        Follow.BY_ITSELF,
        Severity.NOTE,
        f"Numbers are shown otherwise under {names}: '{here}', was '{was}'.",
        was,
        here,
        [_cells(table, before, after) for before, after, _, _ in formats],
    )


def _compare_percentages(
    table: ComparedTable, before: str, after: str, was: SeenMeasure, here: SeenMeasure
) -> None:
    """Shares of one and percentages: a percent sign tells by itself, else the size does."""
    if here.percent or here.magnitude is None or was.magnitude is None:
        return
    shares = table.now.scale is Scale.FRACTION
    are_shares = here.magnitude < 0
    were_small = was.magnitude < (1 if was.percent else 0)
    if are_shares == shares or (are_shares and were_small and not was.percent):
        return
    label = last_part(after)
    if are_shares:
        what = f"Percentages under '{label}' are now written as shares of one (0.37 for 37%)."
        scale = Scale.FRACTION
    else:
        what = f"Shares under '{label}' are now written as percentages (37 for 0.37)."
        scale = Scale.PERCENT
    follow, severity = Follow.NOT, Severity.ERROR
    if not _other_percentages(table, before):
        table.change(scale=scale)
        follow, severity, what = Follow.IF_AGREED, Severity.WARNING, f"{what} Read them so?"
    cells = _cells(table, before, after)
    table.say(DriftKind.UNIT, follow, severity, what, _size(was), _size(here), [cells])


def _other_percentages(table: ComparedTable, label: str) -> bool:
    """Whether the table has other percentages, which a change of scale would touch."""
    for other, code in table.old.indicators.items():
        if other != label and code and table.catalogue.has_indicator(code):
            unit = table.old.units.get(other, table.catalogue.indicator(code).unit)
            is_value = table.old.roles.get(other, Role.VALUE) is Role.VALUE
            if unit is Unit.PERCENTAGE and is_value and other in table.seen.indicators:
                return True
    return False


def _compare_numbers(
    table: ComparedTable,
    before: str,
    after: str,
    unit: Unit,
    was: SeenMeasure,
    here: SeenMeasure,
) -> None:
    label = last_part(after)
    under = f"under '{label}'" if not table.old.indicator.is_fixed else "of the table"
    follow, severity = Follow.NOT, Severity.ERROR
    step = 0
    if was.magnitude is not None and here.magnitude is not None:
        step = here.magnitude - was.magnitude
    if was.percent != here.percent:
        sign = "carry" if here.percent else "no longer carry"
        what = f"The figures {under} {sign} a percent sign; the recipe expects a {unit}."
    elif unit is Unit.COUNT and was.whole and not here.whole:
        what = f"The figures {under} were whole numbers and are fractions: are they rates now?"
    elif unit is not Unit.COUNT and not was.whole and here.whole and step >= _FAR:
        what = f"The figures {under} were fractions and are whole numbers: are they counts now?"
    elif abs(step) >= _FAR:
        follow, severity = Follow.IF_AGREED, Severity.WARNING
        what = f"The figures {under} are of another size than before. Is it still the same unit?"
    else:
        return
    cells = _cells(table, before, after)
    table.say(DriftKind.UNIT, follow, severity, what, _size(was), _size(here), [cells])


def _cells(table: ComparedTable, before: str, after: str) -> Pair:
    """The headings' cells; of a table for one indicator, its first figures'."""
    if table.old.indicator.is_fixed:
        corners = ((it.first_row, it.first_column) for it in (table.old, table.now))
        return table.pair(*(a1(*corner) for corner in corners))
    now = table.labels(table.now.indicator)
    return table.pair(table.seen.indicators.get(before, ""), now.get(after, ""))


def _form(number_format: str) -> tuple[bool, int, bool]:
    """Percent sign, decimals and currency: what a reader notices of a number format."""
    part = number_format.split(";")[0]
    decimals = part.partition(".")[2]
    return "%" in part, len(decimals) - len(decimals.lstrip("0")), any(it in part for it in "£$€")


def _size(measure: SeenMeasure) -> str:
    """How large and how written: ``100 to 1,000, whole numbers``."""
    words = "whole numbers" if measure.whole else "fractions"
    if measure.percent:
        words += " with a percent sign"
    if measure.magnitude is None:
        return words
    low, high = 10.0**measure.magnitude, 10.0 ** (measure.magnitude + 1)
    sizes = f"{low:,.0f} to {high:,.0f}" if measure.magnitude >= 0 else f"{low:g} to {high:g}"
    return f"about {sizes}, {words}"
