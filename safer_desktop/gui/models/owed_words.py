"""What a partner still has to send, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
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


def mail_text(
    asked: Sequence[tuple[str, Sequence[Delivery]]], catalogue: Catalogue, quarter: str, who: str
) -> str:
    """A message for each partner: to whom, subject, what is owed, how often it is expected."""
    return "\n\n\n".join(_mail(*each, catalogue, quarter, who) for each in asked)


def _mail(
    partner: str, owed: Sequence[Delivery], catalogue: Catalogue, quarter: str, who: str
) -> str:
    contacts = list(dict.fromkeys(it.contact for it in owed if it.contact))
    lines = [
        f"To: {'; '.join(contacts) or partner or 'a partner not yet named'}",
        f"Subject: Figures for the board report, {quarter}",
        "",
        f"For the report on {quarter} we still need from {partner or 'you'}:",
        "",
    ]
    for each in owed:
        days = catalogue.indicator(each.indicator).delivery_days
        expected = f"expected {each.frequency}, {days} days after the end of each period"
        lines.append(f"- {owed_words(each, catalogue).rstrip('.')} ({expected}).")
    return "\n".join((*lines, "", "With thanks", who))


def _day(day: date) -> str:
    return f"{day.day} {month_label(day)}"
