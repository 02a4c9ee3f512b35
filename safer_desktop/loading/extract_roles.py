"""Which column of an extract says what, and which ones are about a person and stay unread."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.loading.areas import AreaMatcher
from safer_desktop.loading.cells import column_letters
from safer_desktop.loading.extract_days import read_day
from safer_desktop.loading.extract_tally import area_label
from safer_desktop.loading.extracts import ColumnProfile, ColumnRole
from safer_desktop.loading.likeness import IndicatorMatcher

FEWEST_ROWS = 30
"""Fewer rows are an extract only if a column is about persons or single crimes."""

MASK = "•••"

_FEWEST_AT_ALL = 5
_FEWEST_DATES = 3
_SAMPLE = 2_000
_HEADER_ROWS = 60
_MOST_KINDS = 400

_PEOPLE = (
    r"victim|suspect|offender|perpetrator|aggrieved|complainant|witness|accused|defendant|"
    r"injured part(?:y|ies)|\bip\b|nominal|arrestee|detainee|informant|reporting person|caller"
)
_ABOUT = (
    (rf"{_PEOPLE}", "about a person"),
    (r"\bdob\b|birth|\bborn\b|\bage\b|\bage ?(?:band|group|range)\b", "age or date of birth"),
    (
        r"gender|\bsex\b|ethnic|nationalit|religio|disab|orientation|language|occupation",
        "about a person",
    ),
    (r"post ?code|\bpcode\b", "postcode"),
    (r"address|street|\broad\b|house|premises?\b|location|flat\b|scene|venue", "address or place"),
    (r"phone|mobile|\btel\b|contact", "telephone number"),
    (r"e ?mail", "e-mail address"),
    (
        r"custody|\bnhs\b|national insurance|\bni (?:no|number)\b|passport|\bpnc\b|\bcro\b|licen",
        "number of a person",
    ),
    (r"\bvrm\b|registration|vehicle reg|number ?plate", "vehicle registration"),
    (
        r"easting|northing|\bgrid\b|latitude|longitude|\blat\b|\blon\b|\blong\b|coord|\buprn\b|^[xy]$",
        "exact place",
    ),
    (
        r"notes?\b|\bmo\b|modus|narrative|summary|comment|free text|remark|circumst|detail|propert",
        "free text",
    ),
    (
        r"officer|\boic\b|collar|shoulder|\buser\b|created by|entered by|\bowner\b",
        "name of an officer",
    ),
    (
        r"(?:fore|sur|first|last|middle|given|family|full|maiden|nick) ?names?|^names?$|alias",
        "name",
    ),
)
_PERSONAL = tuple((re.compile(pattern), reason) for pattern, reason in _ABOUT)
_NAME = re.compile(r"\bnames?\b")
_NAME_OF_PLACE = re.compile(
    r"lsoa|msoa|district|ward|beat|area|force|borough|council|authority|csp|division|region|offence|"
    r"crime|class|categor|group|type|sector|neighbourhood|county"
)
_VALUES = (
    (re.compile(r"[^@\s]+@[^@\s]+\.\w+"), "e-mail address"),
    (re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", re.IGNORECASE), "postcode"),
    (re.compile(r"(?:\+44|0)[\d ]{9,12}"), "telephone number"),
    (re.compile(r"\d{3}[ -]\d{3}[ -]\d{4}"), "number of a person"),
    (re.compile(r"[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]", re.IGNORECASE), "number of a person"),
)
_DATES = (
    (re.compile(r"record|crimed|confirmed"), 9),
    (re.compile(r"report|created|logged|entered|notified"), 8),
    (re.compile(r"commit|occur|offence|incident|event|start|from|earliest|first"), 7),
    (re.compile(r"^date$|^month$|^day$|crime date|date of crime"), 7),
    (re.compile(r"date|month|day|when"), 4),
)
_LATE_DATES = re.compile(
    r"updat|modif|outcome|clos|clear|detect|charge|arrest|review|latest|\bto\b|\bend\b|expir|last|until"
)
_REFERENCE = re.compile(
    r"\b(?:crime|incident|occurrence|offence|log|case|event|niche|storm|record|unique)\s*"
    r"(?:ref\w*|no\.?|num\w*|id|urn)\b|\burn\b|\breference\b|^ref(?:\.| no\.?| number)?$|^id$|"
    r"\bref(?:erence)? ?(?:no|num\w*)\b|crime ?id"
)
_AREAS = (
    (re.compile(r"district|borough|local authority|\bla\b|\blad\b|council|\bcsp\b"), 6),
    (re.compile(r"lsoa name|lsoa nm|\bcounty\b|\bforce\b|division|\bbcu\b"), 4),
    (re.compile(r"\barea\b|beat|neighbourhood|\bnpa\b|\blpu\b|\blpa\b|sector|ward|station"), 3),
)
_TYPES = (
    (re.compile(r"offence|crime type|incident type|crime categor|classification"), 6),
    (re.compile(r"categor|\btype\b|class|group|description"), 3),
)
_CODES = re.compile(r"\bcode\b|\bho\b|number|\bid\b")
_MEASURE = re.compile(
    r"\bcount\b|number of|\bno of|\btotal\b|\bvalue\b|\brates?\b|per 1,?000|per ?cent|%|"
    r"population|\bsum\b|\bfigures?\b|^offences$|^crimes$|^incidents$"
)
_NUMBER = re.compile(r"-?[\d,]+(?:\.\d+)?%?")


@dataclass(frozen=True, slots=True)
class Proposal:
    """The columns with their roles, and whether the rows look like one crime each."""

    profiles: tuple[ColumnProfile, ...]
    is_extract: bool

    def name(self, role: ColumnRole) -> str:
        """The column in this role, or empty."""
        return next((it.name for it in self.profiles if it.role is role), "")


def find_header(rows: Sequence[Sequence[str]]) -> int | None:
    """The row of column names: the first that is about as wide as the rows are and all words."""
    rows = rows[:_HEADER_ROWS]
    widths = sorted(sum(1 for cell in row if cell.strip()) for row in rows)
    usual = widths[len(widths) * 3 // 4] if widths else 0
    for number, row in enumerate(rows):
        names = [cell.strip() for cell in row if cell.strip()]
        if len(names) < max(2, 0.6 * usual):
            continue
        if any(_NUMBER.fullmatch(it) or _is_day(it) for it in names):
            continue
        return number if len({it.casefold() for it in names}) > len(names) // 2 else None
    return None


def has_dates(rows: Sequence[Sequence[str]]) -> bool:
    """Whether dates stand below a header: without them it is no use to look closer."""
    header = find_header(rows)
    if header is None:
        return False
    below = rows[header + 1 :]
    for place in range(len(rows[header])):
        values = [it for row in below if place < len(row) and (it := row[place].strip())]
        if len(values) >= _FEWEST_DATES and sum(map(_is_day, values)) * 2 >= len(values):
            return True
    return False


def column_names(header: Sequence[str]) -> tuple[str, ...]:
    """A name for every column: its header, or its letter, or the header with its number."""
    found: list[str] = []
    for place, cell in enumerate(header):
        name = " ".join(cell.split()) or f"Column {column_letters(place)}"
        times = sum(
            1 for it in found if it == name or re.fullmatch(rf"{re.escape(name)} \(\d+\)", it)
        )
        found.append(f"{name} ({times + 1})" if times else name)
    return tuple(found)


def propose_roles(
    names: Sequence[str], rows: Sequence[Sequence[str]], catalogue: Catalogue
) -> Proposal:
    """What each column is probably used for, from its name and its values in some rows."""
    columns = [
        _Column(name, [row[place].strip() if place < len(row) else "" for row in rows[:_SAMPLE]])
        for place, name in enumerate(names)
    ]
    roles: dict[str, ColumnRole] = {}
    areas, types = AreaMatcher(catalogue), IndicatorMatcher(catalogue)

    def take(role: ColumnRole, score: Callable[[_Column], float]) -> None:
        free = [it for it in columns if it.name not in roles]
        best = max(free, key=score, default=None)
        if best is not None and score(best) > 0:
            roles[best.name] = role

    take(ColumnRole.DATE, _date_score)
    take(ColumnRole.REFERENCE, _reference_score)
    take(ColumnRole.AREA, lambda it: _area_score(it, areas))
    take(ColumnRole.TYPE, lambda it: _type_score(it, types))
    profiles = tuple(
        ColumnProfile(
            it.name,
            roles.get(it.name, ColumnRole.NOT_KEPT),
            it.personal,
            it.shown(roles.get(it.name, ColumnRole.NOT_KEPT)),
            it.is_date,
        )
        for it in columns
    )
    return Proposal(profiles, _is_extract(columns, roles))


class _Column:
    """A column's name and its values in some rows."""

    def __init__(self, name: str, values: list[str]) -> None:
        self.name = name
        self.words = re.sub(r"[^a-z0-9%,]+", " ", _spaced(name).casefold()).strip()
        self.values = [value for value in values if value]
        self.kinds = Counter(self.values)
        self.is_date = self._share(_is_day) >= 0.5 and not (
            self._share(str.isdecimal) > 0.9 and not re.search(r"date|month|day", self.words)
        )
        self.is_number = self._share(lambda it: _NUMBER.fullmatch(it) is not None) >= 0.9
        self.personal = self._personal()

    def _share(self, test: Callable[[str], bool]) -> float:
        """The share of the different values, of some at most, that pass a test."""
        some = list(self.kinds)[:300]
        return sum(1 for it in some if test(it)) / len(some) if some else 0.0

    def _personal(self) -> str:
        if _REFERENCE.search(self.words) and not re.search(_PEOPLE, self.words):
            return ""
        for pattern, reason in _PERSONAL:
            if pattern.search(self.words):
                return reason
        if _NAME.search(self.words) and not _NAME_OF_PLACE.search(self.words):
            return "name"
        for pattern, reason in _VALUES:
            if self._share(lambda it, pattern=pattern: pattern.fullmatch(it) is not None) > 0.5:  # type: ignore[misc]
                return reason
        lengths = sum(map(len, self.kinds)) / len(self.kinds) if self.kinds else 0
        if lengths > 40 and len(self.kinds) > 0.5 * len(self.values):
            return "free text"
        return ""

    @property
    def is_label(self) -> bool:
        """Whether the values come again and again, as names of areas and offences do."""
        few = len(self.kinds) <= max(10, min(_MOST_KINDS, 0.5 * len(self.values)))
        return bool(self.values) and few and not self.is_date

    def shown(self, role: ColumnRole) -> str:
        """Values that stand in many rows; of what may point at a person only the mask."""
        if not self.values:
            return "(blank)"
        if self.personal or role is ColumnRole.REFERENCE:
            return MASK
        often = [value for value, times in self.kinds.most_common(3) if times > 1]
        if self.is_date:
            return ", ".join(often[:1]).removesuffix(" 00:00:00") or "dates"
        if not self.is_label:
            return f"{MASK} (nearly every row has another value)"
        return ", ".join(value if len(value) <= 40 else f"{value[:39]}…" for value in often) or MASK


def _is_day(text: str) -> bool:
    return any(read_day(text, day_first=it).day is not None for it in (True, False))


def _spaced(name: str) -> str:
    """``DateRecorded`` and ``date_recorded`` as words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ")


def _date_score(column: _Column) -> float:
    if not column.is_date or column.personal in ("age or date of birth", "about a person"):
        return 0
    points = max((points for test, points in _DATES if test.search(column.words)), default=1)
    late = _LATE_DATES.search(column.words) is not None
    return points * (0.3 if late else 1)


def _reference_score(column: _Column) -> float:
    if not _REFERENCE.search(column.words) or column.is_date or column.personal:
        return 0
    return 1 + len(column.kinds) / max(len(column.values), 1)


def _area_score(column: _Column, matcher: AreaMatcher) -> float:
    if column.personal or column.is_number or not column.values:
        return 0
    labels = Counter(area_label(value.encode()) for value in column.values)
    if len(labels) > _MOST_KINDS:
        return 0
    known = sum(times for it, times in labels.items() if matcher.exact(it).code) / labels.total()
    said = max((points for test, points in _AREAS if test.search(column.words)), default=0)
    if _CODES.search(column.words) and known < 0.5:
        return 0
    return 12 * known + (said if column.is_label else 0)


def _type_score(column: _Column, matcher: IndicatorMatcher) -> float:
    if column.personal or not column.is_label:
        return 0
    known = [times for it, times in column.kinds.items() if matcher.like(it).code]
    share = sum(known) / len(column.values)
    said = max((points for test, points in _TYPES if test.search(column.words)), default=0)
    is_code = _CODES.search(column.words) is not None or column.is_number
    return 10 * share + said * (0.3 if is_code else 1)


def _is_extract(columns: Sequence[_Column], roles: dict[str, ColumnRole]) -> bool:
    """Many rows with a date, no column of figures, and signs that each row is a case of its own."""
    rows = max((len(it.values) for it in columns), default=0)
    if ColumnRole.DATE not in roles.values() or rows < _FEWEST_AT_ALL:
        return False
    for it in columns:
        if (
            it.is_number
            and it.name not in roles
            and _MEASURE.search(it.words)
            and len(it.kinds) > 1
        ):
            return False
    about_persons = sum(1 for it in columns if it.personal) >= 2
    single = any(
        role is ColumnRole.REFERENCE and _is_unique(it)
        for it in columns
        if (role := roles.get(it.name))
    )
    if about_persons or single:
        return len(columns) >= 3
    return rows >= FEWEST_ROWS and _comes_again(columns, roles)


def _is_unique(column: _Column) -> bool:
    return len(column.kinds) > 0.8 * len(column.values)


def _comes_again(columns: Sequence[_Column], roles: dict[str, ColumnRole]) -> bool:
    """Whether there are area and offence, and only a few pairs of them beside many dates."""
    by_role = {roles[it.name]: it for it in columns if it.name in roles}
    if ColumnRole.TYPE not in by_role or any(
        it.is_number for it in columns if it.name not in roles
    ):
        return False
    dates = by_role[ColumnRole.DATE]
    pairs = len(by_role[ColumnRole.TYPE].kinds)
    if ColumnRole.AREA in by_role:
        pairs *= len(by_role[ColumnRole.AREA].kinds)
    months = {(d.year, d.month) for it in dates.kinds if (d := read_day(it).day)}
    return len(dates.values) > 1.5 * pairs * len(months)
