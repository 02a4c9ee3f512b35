"""The Leicester strategic assessment of 2010/11, appendix A-1, as DOMAIN.md section 6 gives it.

It states 8 of the precedent's 23 rows and no counts: the correlations of all 23 with count (0.90)
and with harm (0.47) cannot be worked out anew from them; those of the 8 stand in ``test_bias``.
"""

from __future__ import annotations

import json

from safer_desktop.assets import resource
from safer_desktop.risk.kept import scheme_of
from safer_desktop.risk.scheme import IncidentType, Scheme

# name, count (of 1,000 in all; shares fall into the precedent's observed spans), harm,
# and as printed: probability, threat, class
ROWS = (
    ("Criminal damage", 196, 18, 17, 306, "High"),
    ("Rowdy and inconsiderate behaviour", 298, 17, 17, 289, "High"),
    ("Actual bodily harm", 88, 16, 14, 224, "High"),
    ("Vehicle crime", 90, 14, 14, 196, "High"),
    ("Burglary dwelling", 69, 16, 11, 176, "High"),
    ("Robbery", 25, 18, 5, 90, "Medium"),
    ("Child sexual offences", 7, 19, 2, 38, "Low"),
    ("Murder", 1, 15, 1, 15, "Low"),
)
IN_ALL = 1000

OBSERVED = {
    0.1: 1,
    0.5: 1,
    0.6: 2,
    0.9: 2,
    1.2: 3,
    2.0: 5,
    3.6: 5,
    6.9: 11,
    8.8: 14,
    12.1: 17,
    59.8: 17,
}
"""Share of all incidents, in percent, and the probability score seen beside it."""


def default_scheme() -> Scheme:
    text = resource("catalogue", "scheme.json").read_text(encoding="utf-8")
    return scheme_of(json.loads(text))


def types() -> tuple[IncidentType, ...]:
    """The rows from low to high, and the rest of all incidents without a harm score."""
    rest = IN_ALL - sum(row[1] for row in ROWS)
    scored = [
        IncidentType(name.lower(), name, count=count, harm=harm)
        for name, count, harm, *_ in reversed(ROWS)
    ]
    return (IncidentType("rest", "All else", count=rest), *scored)
