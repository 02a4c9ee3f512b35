"""What a partner still has to send, in a sentence."""

from __future__ import annotations

from datetime import date

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.figures import Delivery
from safer_desktop.domain.periods import month_label

_MOST_GAPS = 4


def owed_words(found: Delivery, catalogue: Catalogue) -> str:
    """``Burglary: ends on 31 December 2016; newer figures were due by 14 February 2017, ...``."""
    name = catalogue.indicator(found.indicator).short_name
    if found.as_of is None:
        return f"{name}: nothing is loaded."
    parts = []
    if found.days_late and found.due:
        parts.append(
            f"ends on {_day(found.as_of)}; newer figures were due by {_day(found.due)},"
            f" {found.days_late} days before the quarter ended"
        )
    for gap in found.missing:
        first, *rest = gap.periods
        more = f" and {len(rest)} more" if rest else ""
        parts.append(f"no figure for {first.label}{more} ({catalogue.area(gap.area).short})")
    shown = parts[:_MOST_GAPS]
    if len(parts) > len(shown):
        shown.append(f"{len(parts) - len(shown)} more gaps")
    return f"{name}: {'; '.join(shown)}."


def _day(day: date) -> str:
    return f"{day.day} {month_label(day)}"
