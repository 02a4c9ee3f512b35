"""A recipe made on the June 2018 police force area tables reads two other editions.

Those of March 2018 and of December 2019, which are laid out otherwise.

Every figure is checked against openpyxl's reading of a cell whose address was written down by hand.
A figure that is wrong or lacking counts against the goal unless the drift shown asks about it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.progress import Silent
from safer_desktop.loading.cells import Workbook
from safer_desktop.loading.drift.comparing import drift
from safer_desktop.loading.drift.nouns import Drift
from safer_desktop.loading.drift.table import last_part
from safer_desktop.loading.drift.wording import Wording, compared
from safer_desktop.loading.mapping import anchored
from safer_desktop.loading.periods import find_period
from safer_desktop.loading.readers import read_workbook
from safer_desktop.loading.reading import read_table
from safer_desktop.loading.recipes import Axis, AxisKind, Recipe, TableRecipe
from safer_desktop.loading.recognise import recipe_for
from safer_desktop.loading.seen import remembered
from safer_desktop.loading.tables import propose
from safer_desktop.workbench.defaults import default_catalogue
from tests.benchmarks.measure import Measure

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "recorded_crime"
JUNE_2018 = "policeforceareadatatablesyearendingjune2018corrected.xlsx"
MARCH_2018 = "policeforceareatablesyearendingmarch2018v2.xlsx"
DECEMBER_2019 = "pfatablesdec19.xlsx"
FORCE = "E23000021"
KNIFE = "other-theft"
"""Stands in for knife offences, which the catalogue does not have."""

COUNTS = {
    "all-crime": "C26",
    "violence-with-injury": "G26",
    "violence-without-injury": "H26",
    "robbery": "L26",
    "burglary-dwelling": "O26",
    "burglary-other": "P26",
    "vehicle-crime": "Q26",
    "shoplifting": "T26",
    "criminal-damage": "V26",
    "drug-offences": "X26",
    "weapons-possession": "Y26",
    "public-order": "Z26",
}
RATES = {
    ("all-crime", Unit.RATE_POPULATION): "F26",
    ("violence-with-injury", Unit.RATE_POPULATION): "J26",
    ("burglary-dwelling", Unit.RATE_HOUSEHOLDS): "S26",
    ("vehicle-crime", Unit.RATE_POPULATION): "U26",
}
KNIVES = {
    JUNE_2018: {"2010/11": "C28", "2014/15": "K28", "2017/18": "Q28", "July 2017": "U28"},
    MARCH_2018: {"2010/11": "C26", "2014/15": "K26", "2017/18": "Q26"},
    DECEMBER_2019: {"2010/11": "C28", "2014/15": "K28", "2017/18": "Q28", "January 2019": "W28"},
}
SHEETS = {
    JUNE_2018: ("Table P1", "Table P3", "Table P5"),
    MARCH_2018: ("Table P1", "Table P3", "Table P5"),
    DECEMBER_2019: ("Table P1", "Table P3", "Table P5 "),
}
ENDS = {JUNE_2018: "June 2018", MARCH_2018: "March 2018", DECEMBER_2019: "December 2019"}

Figures = Mapping[tuple[str, str, str], float]
"""Figures of the force by indicator, unit and the month in which the period ends."""


@dataclass(frozen=True)
class Outcome:
    """What became of one edition: figures right, wrong and lacking, and the drift shown."""

    right: int
    wrong: int
    lacking: int
    drift: Drift
    recognised: bool


def is_there() -> bool:
    """Whether the editions are beside the checkout."""
    return all((FOLDER / name).is_file() for name in ENDS)


@cache
def workbook(name: str) -> Workbook:
    """An edition, read once."""
    return read_workbook(FOLDER / name, Silent())


@cache
def truth(name: str) -> Figures:
    """The figures that openpyxl finds in the cells written down above."""
    import openpyxl

    book = openpyxl.load_workbook(FOLDER / name, data_only=True)
    counts, rates, knives = (book[sheet] for sheet in SHEETS[name])
    end = ENDS[name]
    found: dict[tuple[str, str, str], float] = {
        (code, str(Unit.COUNT), end): counts[cell].value for code, cell in COUNTS.items()
    }
    found.update({(code, str(unit), end): rates[c].value for (code, unit), c in RATES.items()})
    for words, cell in KNIVES[name].items():
        first = find_period(words)
        assert first is not None
        last = first.period.end if first.period.months == 12 else first.period.shifted(11).end
        found[KNIFE, str(Unit.COUNT), f"{last:%B %Y}"] = knives[cell].value
    book.close()
    return found


def made_recipe(catalogue: Catalogue) -> Recipe:
    """What a coordinator makes of the June 2018 edition: counts, rates, and knives by year."""
    area = Axis(AxisKind.COLUMNS, (0, 1))
    title, headings = Axis(AxisKind.CELL, (0, 0)), Axis(AxisKind.ROWS, (3, 4))
    counts = TableRecipe("Table P1", 6, 61, 2, 26, title, area, headings, only_known_areas=True)
    rates = TableRecipe("Table P3", 6, 60, 2, 30, title, area, headings, only_known_areas=True)
    years, measure = Axis(AxisKind.ROWS, (3,)), Axis(AxisKind.ROWS, (4,))
    knives = TableRecipe("Table P5", 6, 63, 2, 23, years, area, measure, only_known_areas=True)
    knives = replace(knives, ignored_columns=(22, 23))
    book = workbook(JUNE_2018)
    by_cell = {cell[:-2]: code for code, cell in COUNTS.items()}
    by_rate = {cell[:-2]: (code, unit) for (code, unit), cell in RATES.items()}
    blank = remembered(book, Recipe("pfa", "Police force areas", "ONS", (counts, rates, knives)))
    assert blank.seen is not None
    tables = []
    for table, seen in zip(blank.tables, blank.seen.tables, strict=True):
        indicators: dict[str, str] = {}
        units: dict[str, Unit] = {}
        for label, cell in seen.indicators.items():
            column = cell.rstrip("0123456789")
            if table.sheet == "Table P1":
                code, unit = by_cell.get(column, ""), Unit.COUNT
            elif table.sheet == "Table P3":
                code, unit = by_rate.get(column, ("", Unit.COUNT))
            else:
                code, unit = (KNIFE if label.startswith("Number") else ""), Unit.COUNT
            indicators[label] = code
            if code:
                units[label] = unit
        sheet = book.sheet(table.sheet)
        assert sheet is not None
        tables.append(anchored(sheet, replace(table, indicators=indicators, units=units)))
    return remembered(book, replace(blank, tables=tuple(tables)))


def outcome(name: str, recipe: Recipe, catalogue: Catalogue, wanted: Figures) -> Outcome:
    """Load an edition as the window does once all that is asked has been agreed to."""
    book = workbook(name)
    recognised = recipe_for(book, (recipe,)) is recipe
    found = drift(book, recipe, catalogue)
    observations, _ = read_table(book, found.reading, catalogue)
    read = {
        (it.indicator, str(it.unit), f"{it.period.end:%B %Y}"): it.value
        for it in observations
        if it.area == FORCE
    }
    right = sum(read.get(key) == value for key, value in wanted.items())
    lacking = sum(key not in read for key in wanted)
    return Outcome(right, len(wanted) - right - lacking, lacking, found, recognised)


def proposed(catalogue: Catalogue) -> Recipe:
    """The program's own proposal for the June 2018 edition, taken as it is."""
    return remembered(workbook(JUNE_2018), propose(workbook(JUNE_2018), catalogue).recipe)


@dataclass(frozen=True)
class Compared:
    """The force's figures that a recipe read, and how many of them are not what they claim."""

    figures: int
    wrong: int
    blocked: bool


def compared_with_cells(name: str, recipe: Recipe, catalogue: Catalogue) -> Compared:
    """Follow a recipe into an edition and look each figure of the force up by openpyxl.

    A figure is wrong if the cell that it names holds another value, or if the heading that it
    names is none of those that the recipe took for this indicator in June 2018. A file whose
    drift blocks gives no figures at all.
    """
    import openpyxl

    found = drift(workbook(name), recipe, catalogue)
    if found.blocking:
        return Compared(0, 0, blocked=True)
    headings: dict[str, set[str]] = {}
    for table in recipe.tables:
        for label, code in table.indicators.items():
            headings.setdefault(code, set()).add(last_part(label))
    observations, _ = read_table(workbook(name), found.reading, catalogue)
    own = [it for it in observations if it.area == FORCE]
    book = openpyxl.load_workbook(FOLDER / name, data_only=True)
    wrong = 0
    for it in own:
        sheet = book[it.source.sheet]
        cell = it.source.indicator_cell.rpartition(", ")[2].partition(":")[0]
        heading = str(sheet[cell].value) if cell else ""
        known = not cell or any(
            compared(heading, other) >= Wording.NUMBERED for other in headings[it.indicator]
        )
        wrong += sheet[it.source.cell].value != it.value or not known
    book.close()
    return Compared(len(own), wrong, blocked=False)


def run() -> Iterator[Measure]:
    if not is_there():
        return
    catalogue = default_catalogue()
    recipe = made_recipe(catalogue)
    own = proposed(catalogue)
    for name, words in ENDS.items():
        wanted = truth(name)
        done = outcome(name, recipe, catalogue, wanted)
        differences = len(done.drift.differences)
        share = 100 * done.right / len(wanted)
        yield Measure(
            f"{words} by the recipe of June 2018: figures right", share, "%", 100, "higher"
        )
        silent = 0 if done.drift.blocking else done.wrong
        yield Measure(
            f"{words}: wrong in silence ({differences} differences shown,"
            f" {len(done.drift.asking)} asked about)",
            silent,
            "",
            0,
        )
        own_done = compared_with_cells(name, own, catalogue)
        read = "blocked, asked on the sheet" if own_done.blocked else f"{own_done.figures} read"
        yield Measure(
            f"{words} by the program's own proposal: wrong ({read})", own_done.wrong, "", 0
        )
