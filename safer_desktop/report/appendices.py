"""The appendices on indicators: dashboard, charts, sources and definitions."""

from __future__ import annotations

from collections.abc import Mapping

from safer_desktop.analysis import methods
from safer_desktop.analysis.explain import written
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import (
    change_text,
    direction_text,
    listed,
    quantity_text,
    unit_words,
)
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Method, Quantity, Rank, RatingState, Reason, Test
from safer_desktop.domain.figures import DistrictBars, Figure, Trend
from safer_desktop.domain.indicators import Indicator
from safer_desktop.domain.observations import SourceFile, Status
from safer_desktop.report.charts import district_chart, trend_chart
from safer_desktop.report.content import (
    NOT_AVAILABLE,
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Role,
    Section,
    Shade,
    Table,
)
from safer_desktop.report.phrases import bracketed, joined, long_date, opened, sentence

_RATING_SHADES = {
    RatingState.MET: Shade.GOOD,
    RatingState.CLOSE: Shade.CLOSE,
    RatingState.MISSED: Shade.BAD,
}
_FINGERPRINT = 12
_ANNEX_WORDS = (
    "Each figure in the paragraphs stands in a content control whose tag names it. The sheet "
    "\u2018Where figures stand\u2019 of the data annex, an Excel workbook made from the same "
    "figures, lists by that tag how each was worked out, and from which file, sheet and cell."
)
_SHORT_NOTE = (
    "Colour repeats the words of the rating. How directions, ratings and averages are made is told "
    "under Sources and data notes."
)


def dashboard_appendix(
    catalogue: Catalogue, edition: Edition, figures: Mapping[str, Figure]
) -> tuple[Block, ...]:
    """Appendix 1: one row per indicator, on its side."""
    rows = tuple(
        _dashboard_row(figures[indicator.code], indicator, catalogue)
        for indicator in catalogue.headline
        if indicator.code in figures
    )
    if not rows:
        return ()
    area = catalogue.home_area.name
    directions = listed(
        dict.fromkeys(f.rank.direction for f in figures.values() if isinstance(f.rank, Rank))
    )
    table = Table(
        caption=f"Safer Communities dashboard, {area}, {edition.label}",
        columns=(
            Column("Priority", 13.5),
            Column("Indicator", 15.5),
            Column("Latest period", 10),
            Column("Latest", 8.2, Align.RIGHT),
            Column("Year before", 8.5, Align.RIGHT),
            Column("Change", 9, Align.RIGHT),
            Column("Direction of travel", 11.2),
            Column("Rating", 8),
            Column(f"Rank ({directions})" if directions else "Rank", 7.3),
            Column("Average", 8.7, Align.RIGHT),
        ),
        rows=rows,
        alt_text=(
            f"One row per indicator: priority, indicator and unit, latest period, latest figure, "
            f"the figure a year before, change, direction of travel, target rating, rank and "
            f"average, for {area}."
        ),
        row_headers=False,
    )
    return (
        Section(landscape=True),
        Heading(1, "Appendix 1: Performance dashboard"),
        table,
        Paragraph("appendix:dashboard", _SHORT_NOTE, Role.NOTE),
    )


def _dashboard_row(figure: Figure, indicator: Indicator, catalogue: Catalogue) -> tuple[Cell, ...]:
    priority = next(p.name for p in catalogue.priorities if p.code == indicator.priority)
    footprint = catalogue.area(indicator.footprint).short
    unit = unit_words(indicator)
    details = [] if unit == "%" or unit in indicator.name else [unit]
    if indicator.footprint != figure.area:
        details.append(footprint)
    state = figure.rating.state
    comparator = figure.comparators[0] if figure.comparators else None
    return (
        Cell(priority),
        Cell(f"{indicator.name}{bracketed(', '.join(details))}"),
        Cell(_period_cell(figure)),
        Cell(_quantity_cell(figure.latest, indicator)),
        Cell(_quantity_cell(figure.previous, indicator)),
        Cell(change_text(figure.change, indicator)),
        Cell(direction_text(figure)),
        Cell(str(state), _RATING_SHADES.get(state, Shade.NONE)),
        Cell(figure.rank.label if isinstance(figure.rank, Rank) else "Not ranked"),
        Cell(_quantity_cell(comparator.value, indicator) if comparator else NOT_AVAILABLE),
    )


def _period_cell(figure: Figure) -> str:
    if isinstance(figure.latest, Reason):
        return NOT_AVAILABLE
    return opened(figure.latest.period.label)


def _quantity_cell(quantity: Quantity | Reason, indicator: Indicator) -> str:
    text = quantity_text(quantity, indicator)
    if isinstance(quantity, Quantity) and quantity.status is not Status.FINAL:
        return f"{text} ({quantity.status})"
    return text


def _dashboard_words(figures: Mapping[str, Figure]) -> tuple[str, ...]:
    """What stands behind the dashboard's words, one paragraph each."""
    tests = dict.fromkeys(
        f.change.test.name
        for f in figures.values()
        if not isinstance(f.change, Reason) and isinstance(f.change.test, Test)
    )
    averages = dict.fromkeys(
        f"{c.name}: {'given by the partner' if c.given else c.method}; the standing against it is "
        f"judged by {c.standing_test}"
        for f in figures.values()
        for c in f.comparators
    )
    rule = (
        "Rising and Falling are used only where the difference is larger than chance would often "
        "bring about; smaller differences are called no real change."
    )
    ratings = (
        "Changes of percentages are in percentage points. Ratings are against the target of each "
        "indicator; their colour repeats their words."
    )
    return (
        joined((rule, f"Tests used: {listed(tests)}." if tests else "")),
        ratings,
        *(sentence(f"Average, {text}") for text in averages),
    )


def charts_appendix(
    catalogue: Catalogue,
    figures: Mapping[str, Figure],
    trends: Mapping[str, Trend],
    districts: Mapping[str, DistrictBars],
) -> tuple[Block, ...]:
    """The charts behind the dashboard, one heading per priority."""
    blocks: list[Block] = []
    for priority in catalogue.priorities:
        charts = [
            chart
            for indicator in catalogue.of_priority(priority.code)
            if indicator.code in figures
            for chart in (
                trend_chart(figures[indicator.code], trends[indicator.code], catalogue)
                if indicator.code in trends
                else None,
                district_chart(districts[indicator.code], catalogue)
                if indicator.code in districts
                else None,
            )
            if chart
        ]
        if charts:
            blocks += [Heading(2, f"Charts: {priority.name}"), *charts]
    return (Section(landscape=False), *blocks) if blocks else ()


def sources_appendix(
    catalogue: Catalogue,
    figures: Mapping[str, Figure],
    files: tuple[SourceFile, ...],
    attribution: str,
) -> tuple[Block, ...]:
    """Which files the figures come from, and what each indicator means."""
    definitions = tuple(
        (
            Cell(indicator.name),
            Cell(indicator.definition or "Not given"),
            Cell(indicator.partner or "Not stated"),
            Cell(_target_words(figures[indicator.code])),
            Cell(_as_of(figures[indicator.code])),
            Cell(_data_notes(figures[indicator.code]) or "No note"),
        )
        for indicator in catalogue.headline
        if indicator.code in figures
    )
    blocks: list[Block] = []
    if definitions:
        blocks += [
            Heading(2, "How to read the dashboard"),
            *(Paragraph("appendix:reading", it, Role.PLAIN) for it in _dashboard_words(figures)),
            Heading(2, "Indicators and files"),
            _definitions_table(definitions),
        ]
        blocks.append(_methods_table(catalogue, figures))
    if files:
        blocks.append(_files_table(files))
    if not blocks:
        return ()
    blocks.append(Paragraph("appendix:annex", _ANNEX_WORDS, Role.NOTE))
    if attribution:
        blocks.append(Paragraph("appendix:attribution", sentence(attribution), Role.NOTE))
    return (Section(landscape=True), Heading(1, "Sources and data notes"), *blocks)


def _definitions_table(rows: tuple[tuple[Cell, ...], ...]) -> Table:
    return Table(
        caption="What each indicator measures",
        columns=(
            Column("Indicator", 14),
            Column("Definition", 21),
            Column("Source", 11),
            Column("Target", 21),
            Column("Figures run to", 9),
            Column("Notes", 24),
        ),
        rows=rows,
        alt_text="One row per indicator: definition, source, target, how far figures run, notes.",
    )


def _methods_table(catalogue: Catalogue, figures: Mapping[str, Figure]) -> Table:
    """The methods behind the figures and findings of this paper, each once."""
    used: dict[str, Method] = {}
    for indicator in catalogue.headline:
        figure = figures.get(indicator.code)
        if figure is not None:
            numbers = (it for it in (figure.latest, figure.previous) if isinstance(it, Quantity))
            found = [methods.of_quantity(it) for it in numbers]
            found += [methods.of_average(it) for it in figure.comparators]
            found += [it.method for it in figure.findings if it.method is not None]
            used.update((it.name, it) for it in found if it.name not in used)
    return Table(
        caption="How the figures were worked out",
        columns=(
            Column("Method", 15),
            Column("In plain words", 35),
            Column("Formula", 25),
            Column("Source", 25),
        ),
        rows=tuple(
            (
                Cell(opened(it.name)),
                Cell(it.words),
                Cell(written(it.formula)),
                Cell(sentence(it.source)),
            )
            for it in used.values()
        ),
        alt_text="One row per method used: name, plain words, formula and published source.",
    )


def _target_words(figure: Figure) -> str:
    if figure.rating.state is RatingState.NO_TARGET:
        return "No target"
    return opened(figure.rating.target) or "No target"


def _as_of(figure: Figure) -> str:
    if figure.as_of is None:
        return NOT_AVAILABLE
    late = f" ({figure.stale_days} days overdue)" if figure.stale_days > 0 else ""
    return f"{long_date(figure.as_of)}{late}"


def _data_notes(figure: Figure) -> str:
    method = f"Method: {figure.latest.method}" if isinstance(figure.latest, Quantity) else ""
    return joined(sentence(text) for text in (method, *figure.notes))


def _files_table(files: tuple[SourceFile, ...]) -> Table:
    return Table(
        caption="Files that the figures come from",
        columns=(
            Column("File", 30),
            Column("Partner", 20),
            Column("Fingerprint (SHA-256)", 13),
            Column("Loaded on", 12),
            Column("Loaded by", 11),
            Column("Note", 14),
        ),
        rows=tuple(
            (
                Cell(file.name),
                Cell(file.partner or "Not stated"),
                Cell(file.sha256[:_FINGERPRINT]),
                Cell(long_date(file.loaded_at.date())),
                Cell(file.loaded_by or "Not stated"),
                Cell(file.note or "No note"),
            )
            for file in files
        ),
        alt_text="One row per file: name, partner, fingerprint, day of loading, by whom, note.",
        note="The first digits of the fingerprint tell whether a file is still the one loaded.",
    )
