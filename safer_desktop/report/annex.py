"""What the Excel annex holds: contents, notes, one sheet per indicator, and where figures stand.

The figures of the paper for every area, their series, and each number's way back to its cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import average_name, p_value_text, period_text, unit_words
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Quantity, Rank, Reason, Test
from safer_desktop.domain.figures import Figure, Trend
from safer_desktop.domain.findings import ChangeFinding
from safer_desktop.domain.indicators import Indicator
from safer_desktop.domain.observations import SourceFile, Status, StoredObservation
from safer_desktop.domain.periods import Period
from safer_desktop.report.content import NamedFigure
from safer_desktop.report.phrases import long_date, opened, sentence

MISSING = "[x]"
"""What a cell says where there is no number, after the Government Analysis Function."""

_LONGEST_SHEET_NAME = 31
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\']")
_MARKS = {
    Status.FINAL: "",
    Status.PROVISIONAL: "[p]",
    Status.REVISED: "[r]",
    Status.ESTIMATE: "[e]",
}
_SHORTHAND = (
    ("[x]", "No figure is available; the reason stands in the same row or in the notes."),
    ("[p]", "Provisional: the partner may still revise it."),
    ("[r]", "Revised since it was first published."),
    ("[e]", "An estimate."),
)

_NOT_IN_PAPER = "Not by itself"
_NO_CELLS = ("The findings of the indicators", "See their rows", "None", "None", None, "None")

Value = str | float | None
"""A cell: words, a number, or nothing (written as ``[x]``)."""


@dataclass(frozen=True, slots=True)
class AnnexTable:
    """A table with one header row. ``decimals`` are those of the column's numbers."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    widths: tuple[float, ...]
    decimals: tuple[int, ...]
    links: Mapping[int, str]
    """Row by row (from 0): the sheet that the first cell leads to."""


@dataclass(frozen=True, slots=True)
class AnnexSheet:
    """A sheet: its name, its title in A1, lines under it, then its tables, one below the other."""

    name: str
    title: str
    lines: tuple[str, ...]
    tables: tuple[AnnexTable, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """A whole workbook."""

    title: str
    author: str
    subject: str
    sheets: tuple[AnnexSheet, ...]


@dataclass(frozen=True, slots=True)
class AnnexInputs:
    """What the annex is made of.

    ``figures`` are those of each reporting area, by area and indicator; ``trends`` by indicator
    and area; ``origins`` name the file of every observation that they used, by its id.
    ``in_paper`` are the figures that the Word paper prints.
    """

    catalogue: Catalogue
    edition: Edition
    title: str
    author: str
    figures: Mapping[str, Mapping[str, Figure]]
    trends: Mapping[tuple[str, str], Trend]
    origins: Mapping[int, tuple[StoredObservation, SourceFile]]
    files: tuple[SourceFile, ...]
    attribution: str
    in_paper: tuple[NamedFigure, ...] = ()


def build_annex(inputs: AnnexInputs) -> Annex:
    """The annex of the edition."""
    indicators = [it for it in inputs.catalogue.headline if _has_figure(inputs, it)]
    names = _sheet_names([it.short_name for it in indicators])
    sheets = [
        _indicator_sheet(inputs, indicator, name)
        for indicator, name in zip(indicators, names, strict=True)
    ]
    trace = _trace_sheet(inputs, indicators)
    others = (_notes_sheet(inputs), *sheets, trace, _files_sheet(inputs.files))
    return Annex(
        title=f"{inputs.title}: data annex",
        author=inputs.author,
        subject=f"Figures behind the board paper, {inputs.edition.label}",
        sheets=(_contents_sheet(inputs, others), *others),
    )


def _has_figure(inputs: AnnexInputs, indicator: Indicator) -> bool:
    found = (of_area[indicator.code] for of_area in inputs.figures.values())
    return any(isinstance(figure.latest, Quantity) for figure in found)


def _sheet_names(names: Sequence[str]) -> list[str]:
    """``1 Burglary``: numbered, so that no two are alike, and short enough for Excel."""
    made = []
    for number, name in enumerate(names, 1):
        bare = _NOT_IN_SHEET_NAMES.sub(" ", name)
        made.append(f"{number} {bare}"[:_LONGEST_SHEET_NAME].strip())
    return made


def _contents_sheet(inputs: AnnexInputs, others: Sequence[AnnexSheet]) -> AnnexSheet:
    table = AnnexTable(
        title="Contents",
        headers=("Sheet", "What it holds"),
        rows=tuple((sheet.name, sheet.title) for sheet in others),
        widths=(34, 80),
        decimals=(0, 0),
        links=dict(enumerate(sheet.name for sheet in others)),
    )
    lines = (
        f"{inputs.catalogue.council}, edition {inputs.edition.label}.",
        "Each indicator has a sheet of its own. The first cell of each row below leads to it.",
        sentence(inputs.attribution),
    )
    title = f"{inputs.title}: data annex"
    return AnnexSheet("Contents", title, tuple(line for line in lines if line), (table,))


def _notes_sheet(inputs: AnnexInputs) -> AnnexSheet:
    shorthand = AnnexTable(
        title="Shorthand in the tables",
        headers=("Mark", "Meaning"),
        rows=_SHORTHAND,
        widths=(34, 80),
        decimals=(0, 0),
        links={},
    )
    tests = dict.fromkeys(
        (method.name, method.words, method.formula, method.source)
        for of_area in inputs.figures.values()
        for figure in of_area.values()
        for finding in figure.findings
        if isinstance(finding, ChangeFinding) and (method := finding.method) is not None
    )
    methods = AnnexTable(
        title="How changes are tested",
        headers=("Method", "In plain words", "Formula", "Source"),
        rows=tuple(tests),
        widths=(34, 80, 50, 50),
        decimals=(0, 0, 0, 0),
        links={},
    )
    tables = (shorthand, methods) if tests else (shorthand,)
    return AnnexSheet("Notes", "Notes: shorthand and methods", (), tables)


def _indicator_sheet(inputs: AnnexInputs, indicator: Indicator, name: str) -> AnnexSheet:
    areas = [
        area
        for area in inputs.catalogue.reporting_areas
        if isinstance(inputs.figures[area.code][indicator.code].latest, Quantity)
    ]
    figures = [inputs.figures[area.code][indicator.code] for area in areas]
    short = [area.name for area in areas]
    trends = [inputs.trends[indicator.code, area.code] for area in areas]
    unit = unit_words(indicator)
    tables = [_figures_table(indicator, short, figures), *_series_table(indicator, short, trends)]
    missing = [
        area.name for area in inputs.catalogue.reporting_areas if area.name not in set(short)
    ]
    lines = (
        sentence(indicator.definition),
        f"Unit: {unit if unit != '%' else 'percent'}. Source: {indicator.partner or 'not stated'}.",
        sentence(indicator.caveat),
        f"There are no figures for: {', '.join(missing)}." if missing else "",
        f"This sheet has {len(tables)} tables, one below the other." if len(tables) > 1 else "",
    )
    title = f"{indicator.name}, {inputs.edition.label}"
    return AnnexSheet(name, title, tuple(line for line in lines if line), tuple(tables))


def _figures_table(
    indicator: Indicator, names: Sequence[str], figures: Sequence[Figure]
) -> AnnexTable:
    places = indicator.decimals
    return AnnexTable(
        title=f"{indicator.name} by area",
        headers=(
            "Area",
            "Latest period",
            "Latest",
            "Count behind it",
            "Divided by",
            "Year before",
            "Count a year before",
            "Change",
            "Change, lower 95%",
            "Change, upper 95%",
            "Percent change",
            "Direction of travel",
            "Test",
            "Rating",
            "Rank",
            "Average",
            "Average is",
            "Marks",
            "Notes",
        ),
        rows=tuple(_figure_row(name, it) for name, it in zip(names, figures, strict=True)),
        widths=(34, 26, 12, 12, 14, 12, 12, 12, 12, 12, 12, 22, 44, 20, 10, 12, 44, 10, 80),
        decimals=(0, 0, places, 0, 0, places, 0, places, places, places, 1, *(0,) * 4, places)
        + (0,) * 3,
        links={},
    )


def _figure_row(area: str, figure: Figure) -> tuple[Value, ...]:
    latest, previous = figure.latest, figure.previous
    assert isinstance(latest, Quantity)
    before = previous if isinstance(previous, Quantity) else None
    change = None if isinstance(figure.change, Reason) else figure.change
    average = figure.comparators[0] if figure.comparators else None
    reasons = [it for it in (previous, figure.change) if isinstance(it, Reason)]
    percent = change.percent if change else None
    if isinstance(percent, Reason):
        reasons.append(percent)
        percent = None
    told = dict.fromkeys([*(sentence(it.text) for it in reasons), *figure.notes])
    marks = dict.fromkeys(_MARKS[it.status] for it in (latest, before) if it)
    return (
        area,
        period_text(latest.period),
        latest.value,
        latest.count,
        latest.base,
        before.value if before else None,
        before.count if before else None,
        change.difference if change else None,
        change.interval.lower if change and change.interval else None,
        change.interval.upper if change and change.interval else None,
        percent,
        str(figure.direction),
        _test_words(change.test) if change else None,
        str(figure.rating.state),
        figure.rank.label if isinstance(figure.rank, Rank) else None,
        average.value.value if average else None,
        f"{average_name(average.name)}, {average.method}" if average else None,
        " ".join(filter(None, marks)) or "None",
        " ".join(told) or "No note",
    )


def _test_words(test: Test | Reason) -> str:
    return test.text if isinstance(test, Reason) else f"{test.name}: {p_value_text(test)}"


def _series_table(
    indicator: Indicator, names: Sequence[str], trends: Sequence[Trend]
) -> Iterator[AnnexTable]:
    """The shortest periods that the source gives, areas across; nothing without a series."""
    told = [(name, trend) for name, trend in zip(names, trends, strict=True) if trend.points]
    by_words: dict[str, list[tuple[str, Trend]]] = {}
    for name, trend in told:
        by_words.setdefault(trend.point_words, []).append((name, trend))
    for words, series in by_words.items():
        periods: dict[Period, None] = {}
        for _, trend in series:
            periods.update(dict.fromkeys(point.period for point in trend.points))
        ordered = sorted(periods, key=lambda it: (it.end, it.start))
        found = [{p.period: p.value for p in trend.points} for _, trend in series]
        whole = all(
            value is None or float(value).is_integer() for of in found for value in of.values()
        )
        yield AnnexTable(
            title=opened(f"{indicator.name}: {words}"),
            headers=("Period", *(name for name, _ in series)),
            rows=tuple((period_text(it), *(of.get(it) for of in found)) for it in ordered),
            widths=(34, *(14,) * len(series)),
            decimals=(0, *((0 if whole else indicator.decimals,) * len(series))),
            links={},
        )


def _trace_sheet(inputs: AnnexInputs, indicators: Sequence[Indicator]) -> AnnexSheet:
    table = AnnexTable(
        title="Where every figure stands",
        headers=(
            "Indicator",
            "Area",
            "Figure",
            "Period",
            "Value",
            "How it was worked out",
            "From",
            "File",
            "Sheet",
            "Cell",
            "Text found there",
            "Fingerprint of the file (SHA-256)",
            "Tag in the Word paper",
        ),
        rows=(*_trace_rows(inputs, indicators), *_paper_rows(inputs)),
        widths=(34, 26, 26, 26, 12, 60, 40, 40, 24, 10, 24, 66, 44),
        decimals=(0, 0, 0, 0, 2, *(0,) * 8),
        links={},
    )
    lines = (
        "One row per cell that a figure was worked out from; a figure of twelve months has twelve.",
        "A count of incident rows has no cell: the text says how many rows were counted.",
        "The last column has the tag of the content control in which the Word paper has a figure.",
        "Where the paper says a figure again, its tag ends in ~2, ~3 and so on.",
    )
    return AnnexSheet("Where figures stand", "Each figure's way back to its cells", lines, (table,))


def _trace_rows(
    inputs: AnnexInputs, indicators: Sequence[Indicator]
) -> Iterator[tuple[Value, ...]]:
    for indicator in indicators:
        for area in inputs.catalogue.reporting_areas:
            figure = inputs.figures[area.code][indicator.code]
            parts = (
                ("Latest", figure.latest),
                ("Year before", figure.previous),
                *((average_name(it.name), it.value) for it in figure.comparators),
            )
            for words, quantity in parts:
                if isinstance(quantity, Quantity):
                    start = (indicator.name, area.name, words, period_text(quantity.period))
                    for end in _cells(inputs, quantity.sources):
                        yield (*start, quantity.value, quantity.method, *end, _NOT_IN_PAPER)


def _paper_rows(inputs: AnnexInputs) -> Iterator[tuple[Value, ...]]:
    """Every figure of the Word paper; what is counted or scored rests on the rows of others."""
    home = inputs.catalogue.home_area.name
    for it in inputs.in_paper:
        code = it.name.partition(".")[0]
        known = inputs.catalogue.has_indicator(code)
        what = inputs.catalogue.indicator(code).name if known else opened(code)
        start = (what, home, it.what, it.period or "Edition", it.value, it.method)
        cells = tuple(_cells(inputs, it.sources)) or (_NO_CELLS,)
        yield from ((*start, *end, f"fig:{it.name}") for end in cells)


def _cells(inputs: AnnexInputs, sources: Sequence[int]) -> Iterator[tuple[Value, ...]]:
    for number in sources:
        stored, file = inputs.origins[number]
        it = stored.observation
        what = inputs.catalogue.indicator(it.indicator).name
        where = inputs.catalogue.area(it.area).name
        yield (
            f"{what}, {where}, {period_text(it.period)}",
            file.name,
            it.source.sheet or "No sheet",
            it.source.cell or "Counted",
            it.source.raw or None,
            file.sha256,
        )


def _files_sheet(files: Sequence[SourceFile]) -> AnnexSheet:
    table = AnnexTable(
        title="Files",
        headers=("File", "Partner", "Loaded on", "Loaded by", "Note", "Fingerprint (SHA-256)"),
        rows=tuple(
            (
                file.name,
                file.partner or "Not stated",
                long_date(file.loaded_at.date()),
                file.loaded_by or "Not stated",
                file.note or "No note",
                file.sha256,
            )
            for file in files
        ),
        widths=(50, 30, 20, 24, 60, 66),
        decimals=(0,) * 6,
        links={},
    )
    return AnnexSheet("Files", "Files that the figures come from", (), (table,))
