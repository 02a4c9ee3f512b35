"""Which indicators have to do with an incident type, and what each says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Indicator
from safer_desktop.gui.models.figure_words import finding_title
from safer_desktop.risk.scheme import IncidentType
from safer_desktop.workbench.bench import Workbench

MOST = 5
_SAME = {
    r"\b(domestic (abuse|violence)|marac)\b": "domestic-abuse",
    r"\b(asb|anti-?social)\b": "anti-social",
}
"""Names for one and the same, and the word that stands for them."""
_PLAIN = frozenset(
    {
        "crime",
        "crimes",
        "offences",
        "incidents",
        "incident",
        "other",
        "with",
        "rate",
        "domestic",
        "behaviour",
    }
)


def related(catalogue: Catalogue, kind: IncidentType) -> tuple[Indicator, ...]:
    """Headline indicators about the same: those that share a telling word of their name with the
    type, then those under the priority of the series that counts it. Never that series itself."""
    wanted = _telling(kind.name)
    worded = [it for it in catalogue.headline if wanted & _telling(f"{it.name} {it.short_name}")]
    series = _series(catalogue, kind)
    beside = catalogue.of_priority(series.priority) if series and series.priority else ()
    found = {it.code: it for it in (*worded, *beside) if it.code != kind.indicator}
    return tuple(found.values())[:MOST]


def related_text(bench: Workbench, kind: IncidentType, area: str) -> str:
    """A line for each related indicator: a link by its code, with its finding as words."""
    return "<br>".join(_lines(bench, kind, area)) or "No indicator of the board is about the same."


def _lines(bench: Workbench, kind: IncidentType, area: str) -> Iterator[str]:
    for indicator in related(bench.catalogue, kind):
        words = finding_title(bench.figure(indicator.code, area), indicator)
        yield f'<a href="{escape(indicator.code)}">{escape(words)}</a>'


def _series(catalogue: Catalogue, kind: IncidentType) -> Indicator | None:
    known = kind.indicator and catalogue.has_indicator(kind.indicator)
    return catalogue.indicator(kind.indicator) if known else None


def _telling(name: str) -> set[str]:
    """The words of a name that say what it is about, without their ending."""
    plain = name.casefold()
    meant = {word for pattern, word in _SAME.items() if re.search(pattern, plain)}
    words = re.findall(r"[a-z]{4,}", plain)
    return meant | {word[:6] for word in words if word not in _PLAIN}
