"""Every check on a small workbook of its own, read by the whole road; and silence on sound ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import DefinitionBreak, Unit
from safer_desktop.domain.observations import Load, Problem, Severity
from safer_desktop.domain.periods import Period, PeriodKind
from safer_desktop.domain.progress import Silent
from safer_desktop.loading.cells import CellValue
from safer_desktop.loading.checks import Earlier, Key, check
from safer_desktop.loading.reading import read_table
from safer_desktop.loading.recipes import Axis, AxisKind, Recipe, Scale, TableRecipe
from safer_desktop.loading.road import inspect, prepare
from safer_desktop.workbench.defaults import default_catalogue
from tests.loading.conftest import Rows, sheet_of, workbook_of

NOW = datetime(2017, 5, 2, 9, 30, tzinfo=UTC)
YEAR = ["Apr 16", "May 16", "Jun 16", "Jul 16", "Aug 16", "Sep 16"]
MONTHS = Period.financial_year(2016).month_periods()
NAMES = {
    "Blaby": "E07000129",
    "Charnwood": "E07000130",
    "Harborough": "E07000131",
    "Hinckley and Bosworth": "E07000132",
    "Melton": "E07000133",
    "North West Leicestershire": "E07000134",
    "Oadby and Wigston": "E07000135",
    "Leicestershire": "E10000018",
}
DISTRICTS = tuple(NAMES)[:7]
Known = Mapping[Key, float]
CATALOGUE = default_catalogue()


class Files:
    """Writes tables as workbooks and loads them."""

    def __init__(self, write: Callable[..., Path], catalogue: Catalogue) -> None:
        self._write = write
        self.catalogue = catalogue

    def write(self, rows: Rows) -> Path:
        return self._write({"S": rows}, "figures.xlsx")

    def load_file(
        self,
        path: Path,
        recipe: Recipe,
        *,
        known: Known | None = None,
        earlier: Earlier | None = None,
        now: datetime = NOW,
    ) -> Load:
        return prepare(
            inspect(path, self.catalogue, (recipe,), Silent()),
            recipe,
            self.catalogue,
            partner="Police",
            who="officer",
            now=now,
            known=known or {},
            progress=Silent(),
            earlier=earlier,
        )

    def load(
        self,
        rows: Rows,
        indicator: str = "robbery",
        *,
        known: Known | None = None,
        earlier: Earlier | None = None,
        unit: Unit | None = None,
        now: datetime = NOW,
        **marks: object,
    ) -> Load:
        recipe = recipe_for_rows(rows, indicator, unit, **marks)
        return self.load_file(self.write(rows), recipe, known=known, earlier=earlier, now=now)

    def told(self, rows: Rows, indicator: str = "robbery", **rest: object) -> list[Problem]:
        return list(self.load(rows, indicator, **rest).problems)  # type: ignore[arg-type]


@pytest.fixture
def files(write_xlsx: Callable[..., Path], catalogue: Catalogue) -> Files:
    return Files(write_xlsx, catalogue)


def recipe_for_rows(
    rows: Rows, indicator: str, unit: Unit | None = None, **marks: object
) -> Recipe:
    """Areas down, periods across; with an indicator per row in the second column if named so."""
    labels = 2 if rows[0][1] == "Measure" else 1
    axis = Axis(AxisKind.COLUMNS, (1,)) if labels == 2 else Axis(AxisKind.FIXED, fixed=indicator)
    table = TableRecipe(
        "S",
        1,
        len(rows) - 1,
        labels,
        len(rows[0]) - 1,
        period=Axis(AxisKind.ROWS, (0,)),
        area=Axis(AxisKind.COLUMNS, (0,)),
        indicator=axis,
        units={} if unit is None else {indicator: unit},
        **marks,  # type: ignore[arg-type]
    )
    return Recipe("r", "Recipe", "Police", (table,))


def table(values: Mapping[str, Iterable[CellValue]], periods: list[str] | None = None) -> Rows:
    return [["District", *(periods or YEAR)], *([name, *row] for name, row in values.items())]


def past(
    values: Mapping[str, Iterable[float]],
    indicator: str = "robbery",
    unit: Unit = Unit.COUNT,
    first: int = -12,
) -> Known:
    """Monthly values in the pack, from ``first`` months after April 2016 on."""
    return {
        (indicator, NAMES[name], MONTHS[0].shifted(first + turn), unit): value
        for name, row in values.items()
        for turn, value in enumerate(row)
    }


def cells(problem: Problem) -> list[str]:
    return [place.cell for place in problem.cells]


def sound(level: int = 30) -> dict[str, list[CellValue]]:
    """Six months of six unlike districts and their sum."""
    rows: dict[str, list[CellValue]] = {
        name: [level + (3 * turn + 5 * month) % 7 for month in range(6)]
        for turn, name in enumerate(DISTRICTS)
    }
    columns = zip(*rows.values(), strict=True)
    rows["Leicestershire"] = [sum(int(str(it)) for it in column) for column in columns]
    return rows


def test_a_sound_table_gives_no_problem(files: Files) -> None:
    assert files.told(table(sound())) == []
    before = {name: [31.0] * 12 for name in DISTRICTS}
    assert files.told(table(sound()), known=past(before)) == []


@given(st.lists(st.tuples(*[st.integers(0, 12)] * 12), min_size=2, max_size=7, unique=True))
def test_small_counts_may_vary_without_a_word(rows: list[tuple[int, ...]]) -> None:
    """Counts up to a dozen come and go by chance: no jump, no other unit, no copy."""
    made = table(dict(zip(DISTRICTS, rows, strict=False)), [month.label for month in MONTHS])
    book = workbook_of(sheet_of("S", made))
    observations, _ = read_table(book, recipe_for_rows(made, "robbery"), CATALOGUE)
    found = check(observations, CATALOGUE, {})
    assert not {p.check for p in found} & {"jump", "unit-mistake", "copied-figures"}


def test_figures_that_cannot_be(files: Files) -> None:
    shares: Rows = table({"Blaby": [104, 37, 31, 40, 33, 35]})
    (problem,) = files.told(shares, "marac-repeats")
    assert (problem.check, problem.severity, cells(problem)) == (
        "out-of-range",
        Severity.ERROR,
        ["B2"],
    )
    rates = table({"Blaby": [4.1, 3.9, 1204, 4.0, 4.2, 3.8]})
    problems = files.told(rates, "all-crime", unit=Unit.RATE_POPULATION)
    assert [(p.check, cells(p)) for p in problems if p.severity is Severity.ERROR] == [
        ("out-of-range", ["D2"])
    ]
    (average,) = files.told(table({"Blaby": [30, 31, 29, 30, 32, 30.4]}))
    assert (average.check, average.severity, cells(average)) == (
        "fractional-count",
        Severity.WARNING,
        ["G2"],
    )


def test_a_negative_count_may_be_accepted_with_a_reason(files: Files) -> None:
    (problem,) = files.told(table({"Blaby": [2, 1, -3, 0, 2, 1]}))
    assert (problem.check, problem.severity, cells(problem)) == (
        "negative",
        Severity.ERROR,
        ["D2"],
    )
    assert problem.may_accept
    assert "cancelled" in problem.what


def test_a_sudden_jump_is_told_from_the_files_own_run_and_from_the_packs(files: Files) -> None:
    values = sound()
    del values["Leicestershire"]
    values["Melton"][4] = 310
    (problem,) = files.told(table(values))
    assert (problem.check, problem.severity, cells(problem)) == ("jump", Severity.WARNING, ["F6"])
    one = table({"Melton": [310]}, ["Apr 16"])
    history = past({"Melton": [30, 34, 31, 29, 33, 30, 28, 31, 35, 30, 29, 32]})
    (problem,) = files.told(one, known=history)
    assert "Robbery in Melton for April 2016 is 310, but usually about 31" in problem.what
    assert files.told(table({"Melton": [45]}, ["Apr 16"]), known=history) == []


def test_many_jumps_of_one_area_and_month_are_told_together(files: Files) -> None:
    measures = {"Robbery": "robbery", "Hate": "hate-incidents", "Damage": "criminal-damage"}
    rows: Rows = [["District", "Measure", *YEAR, "Oct 16"]]
    rows += [
        ["Blaby", name, *(level + turn % 3 for turn in range(6)), 0]
        for level, name in zip((40, 60, 80), measures, strict=True)
    ]
    rows += [["Melton", name, *(50 + turn % 4 for turn in range(7))] for name in measures]
    (problem,) = files.told(rows, indicators=measures)
    assert (problem.check, cells(problem)) == ("jump", ["I2", "I3", "I4"])
    assert "3 figures of Blaby for October 2016 are far below what is usual" in problem.what


def test_a_last_month_of_zeros_is_not_yet_reported(files: Files) -> None:
    values = sound()
    for row in values.values():
        row[5] = 0
    (problem,) = files.told(table(values))
    assert (problem.check, problem.severity) == ("zeros-at-end", Severity.WARNING)
    assert cells(problem) == [f"G{row}" for row in range(2, 10)]
    assert "is 0 for September 2016 everywhere" in problem.what
    rare = table({"Blaby": [1, 0, 2, 0, 1, 0]})
    assert files.told(rare) == []


def test_gaps_inside_at_the_end_and_back_to_the_pack(files: Files) -> None:
    values = sound()
    values["Melton"][2] = None
    values["Blaby"][5] = "-"
    problems = files.told(table(values))
    assert [(p.check, p.what) for p in problems if p.severity is Severity.WARNING] == [
        ("gap", "Robbery has no figure for September 2016 (Blaby)."),
        ("gap", "Robbery has no figure for June 2016 (Melton)."),
    ]
    until_february = past({"Melton": [30] * 11})
    (problem,) = files.told(table({"Melton": [31]}, ["Apr 16"]), known=until_february)
    assert (problem.check, problem.what) == (
        "gap",
        "Robbery has no figure for March 2016 (Melton).",
    )


def test_a_district_that_is_not_in_the_file(files: Files) -> None:
    values = sound()
    del values["Melton"]
    del values["Leicestershire"]
    (problem,) = files.told(table(values))
    assert problem.check == "area-missing"
    assert "no figures for Melton, but for 6 of the 7 parts of Leicestershire" in problem.what
    assert files.told(table({"Blaby": [30, 31], "Melton": [12, 9]}, YEAR[:2])) == []


def test_districts_that_do_not_sum_to_the_county(files: Files) -> None:
    values = sound()
    county = values["Leicestershire"]
    county[1], county[3] = int(str(county[1])) + 5, int(str(county[3])) - 1
    (problem,) = files.told(table(values))
    assert (problem.check, problem.severity) == ("parts-and-whole", Severity.WARNING)
    assert "1 more such sum" in problem.what
    assert {"C9", "E9", "C2", "E8"} <= set(cells(problem))
    assert cells(problem)[0] == "C9"

    county_before = {("robbery", NAMES["Leicestershire"], MONTHS[0], Unit.COUNT): 400.0}
    districts = table({name: [30 + turn] for turn, name in enumerate(DISTRICTS)}, ["Apr 16"])
    (problem,) = files.told(districts, known=county_before)
    assert "add up to 231 for April 2016, but Leicestershire is given as 400" in problem.what


def test_a_rate_of_the_whole_lies_within_those_of_its_parts(files: Files) -> None:
    values: dict[str, list[CellValue]] = {
        name: [3.1 + turn / 10] for turn, name in enumerate(DISTRICTS)
    }
    sane = table({**values, "Leicestershire": [3.4]}, ["2016/17"])
    assert files.told(sane, "all-crime", unit=Unit.RATE_POPULATION) == []
    odd = table({**values, "Leicestershire": [4.4]}, ["2016/17"])
    (problem,) = files.told(odd, "all-crime", unit=Unit.RATE_POPULATION)
    assert (problem.check, cells(problem)[0]) == ("parts-and-whole", "B9")
    assert "is 4.40 in Leicestershire, above the highest of its parts (3.70)" in problem.what


def test_months_that_do_not_make_their_quarter(files: Files) -> None:
    rows = table({"Blaby": [10, 12, 11, 33], "Melton": [4, 5, 6, 18]}, [*YEAR[:3], "Q1 2016/17"])
    (problem,) = files.told(rows)
    assert (problem.check, problem.severity) == ("months-and-total", Severity.WARNING)
    assert (
        "months of Q1 2016/17 add up to 15 in Melton, but its total is given as 18" in problem.what
    )
    assert set(cells(problem)) == {"B3", "C3", "D3", "E3"}
    year = {("robbery", NAMES["Blaby"], Period.quarter(2016, 1), Unit.COUNT): 40.0}
    (problem,) = files.told(table({"Blaby": [10, 12, 11]}, YEAR[:3]), known=year)
    assert "add up to 33 in Blaby, but its total is given as 40" in problem.what


def test_a_total_that_is_read_as_a_district(files: Files) -> None:
    values = {name: [10 + turn, 8 + turn, 9] for turn, name in enumerate(DISTRICTS[:5])}
    values["Oadby and Wigston"] = [sum(column) for column in zip(*values.values(), strict=True)]
    problems = files.told(table(values, YEAR[:3]))
    (problem,) = (p for p in problems if p.check == "total-taken-for-part")
    assert (problem.severity, cells(problem)) == (Severity.WARNING, ["B7", "C7", "D7"])


def test_a_total_that_is_read_as_a_month(files: Files) -> None:
    values = {
        name: [10 + turn, 8, 9 + turn, 11, 38 + 2 * turn] for turn, name in enumerate(DISTRICTS)
    }
    problems = files.told(table(values, YEAR[:5]))
    (problem,) = (p for p in problems if p.severity is Severity.ERROR)
    assert problem.check == "total-taken-for-part"
    assert "for August 2016 is the sum of all periods before" in problem.what
    assert cells(problem) == [f"F{row}" for row in range(2, 9)]


def test_figures_copied_between_areas_or_months(files: Files) -> None:
    values = sound()
    del values["Leicestershire"]
    values["Melton"] = list(values["Blaby"])
    (problem,) = files.told(table(values))
    assert (problem.check, problem.severity) == ("copied-figures", Severity.WARNING)
    assert "is the same in Blaby and Melton for all 6 periods" in problem.what
    months = sound()
    del months["Leicestershire"]
    for row in months.values():
        row[5] = row[4]
    (problem,) = files.told(table(months))
    assert "for September 2016 repeats August 2016 in every area" in problem.what


def test_another_unit_at_the_edge_of_the_file(files: Files) -> None:
    history = past({name: [30 + turn % 4 for turn in range(12)] for name in DISTRICTS})
    thousands = table(
        {name: [30_000 + 900 * turn] for turn, name in enumerate(DISTRICTS)}, ["Apr 16"]
    )
    (problem,) = files.told(thousands, known=history)
    assert (problem.check, problem.severity) == ("unit-mistake", Severity.ERROR)
    assert "about 1,000 times what the pack holds" in problem.what
    assert cells(problem) == [f"B{row}" for row in range(2, 9)]
    shares = past({"Blaby": [36, 38, 35, 37]}, "marac-repeats", Unit.PERCENTAGE, first=-4)
    small = table({"Blaby": [0.37]}, ["Apr 16"])
    (problem,) = files.told(small, "marac-repeats", known=shares)
    assert (problem.check, problem.severity) == ("mixed-units", Severity.ERROR)
    doubled = table({name: [64 + turn] for turn, name in enumerate(DISTRICTS)}, ["Apr 16"])
    assert all(p.check == "jump" for p in files.told(doubled, known=history))


def test_a_share_among_percentages(files: Files) -> None:
    rows = table({"Blaby": [37, 35, 0.38, 36, 34, 40], "Melton": [31, 33, 35, 30, 29, 28]})
    problems = files.told(rows, "marac-repeats")
    (problem,) = problems
    assert (problem.check, problem.severity, cells(problem)) == (
        "mixed-units",
        Severity.ERROR,
        ["D2"],
    )
    assert "38.0% is probably meant" in problem.what
    all_shares = table({"Blaby": [0.37, 0.35, 0.38, 0.36, 0.34, 0.4]})
    assert [p.check for p in files.told(all_shares, "marac-repeats")] == ["percentage-scale"]
    assert files.told(all_shares, "marac-repeats", scale=Scale.FRACTION) == []


def test_what_the_pack_has_is_told_where_it_is_restated(files: Files) -> None:
    history = past({"Melton": [100, 40]}, first=0)
    (problem,) = files.told(table({"Melton": [104, 40]}, YEAR[:2]), known=history)
    assert (problem.check, problem.severity, cells(problem)) == (
        "restated",
        Severity.NOTE,
        ["B2"],
    )
    assert "1 of 2 figures of Robbery that the pack has differs here" in problem.what
    assert "was 100 and is now 104" in problem.what
    (problem,) = files.told(table({"Melton": [60, 40]}, YEAR[:2]), known=history)
    assert problem.severity is Severity.WARNING


def test_an_older_file_that_would_put_figures_back(files: Files) -> None:
    history = past({"Melton": [100, 40, 60, 55]}, first=0)
    problems = files.told(table({"Melton": [96, 40]}, YEAR[:2]), known=history)
    (older,) = (p for p in problems if p.check == "older-file")
    assert older.severity is Severity.WARNING
    assert "ends with May 2016, the pack has figures up to July 2016" in older.what
    assert "1 figure back" in older.what
    same = files.told(table({"Melton": [100, 40]}, YEAR[:2]), known=history)
    assert same == []


def test_other_definitions(files: Files) -> None:
    held = past({"Blaby": [30, 31]}, "marac-repeats", Unit.PERCENTAGE, first=-2)
    rows = table({"Blaby": [130]}, ["Apr 16"])
    (problem,) = files.told(rows, "marac-repeats", known=held, unit=Unit.COUNT)
    assert (problem.check, problem.severity) == ("unlike-definition", Severity.WARNING)
    assert "comes as a count here, but the pack holds it as a percentage" in problem.what
    counts = past({"Blaby": [30, 31]}, "all-crime", first=-2)
    rates = table({"Blaby": [4.4]}, ["2016/17"])
    assert files.told(rates, "all-crime", known=counts, unit=Unit.RATE_POPULATION) == []

    parts = Earlier(frozenset({("marac-repeats", Unit.PERCENTAGE)}))
    (problem,) = files.told(table({"Blaby": [32]}, ["Apr 16"]), "marac-repeats", earlier=parts)
    assert (problem.check, problem.severity) == ("unlike-definition", Severity.NOTE)
    assert "Earlier files gave the numbers behind" in problem.what


def test_a_break_of_definition_within_a_period_and_between(files: Files) -> None:
    catalogue = files.catalogue
    broken = replace(
        catalogue.indicator("robbery"),
        breaks=(
            DefinitionBreak(datetime(2016, 5, 15, tzinfo=UTC).date(), "Personal robbery only."),
        ),
    )
    indicators = tuple(broken if it.code == "robbery" else it for it in catalogue.indicators)
    files.catalogue = replace(catalogue, indicators=indicators)
    warning, note = files.told(table({"Blaby": [12, 9, 11]}, YEAR[:3]))
    assert (warning.check, warning.severity, cells(warning)) == (
        "unlike-definition",
        Severity.WARNING,
        ["C2"],
    )
    assert (note.check, note.severity, cells(note)) == (
        "unlike-definition",
        Severity.NOTE,
        ["D2"],
    )
    assert "15 May 2016 (Personal robbery only)" in note.what


def test_the_future_and_what_is_not_over(files: Files) -> None:
    now = datetime(2016, 8, 10, tzinfo=UTC)
    future, running = files.told(table(sound()), now=now)
    assert (future.check, future.severity, future.may_accept) == ("future", Severity.ERROR, True)
    assert cells(future) == [f"G{row}" for row in range(2, 10)]
    assert (running.check, running.severity) == ("not-over", Severity.WARNING)


def test_provisional_figures_are_noted_once(files: Files) -> None:
    values = sound()
    values["Blaby"][5] = f"{values['Blaby'][5]} (p)"
    rows = table(values, [*YEAR[:5], "Sep 16 (p)"])
    found = {p.check: p for p in files.told(rows)}
    note = found["provisional"]
    assert (note.severity, len(note.cells)) == (Severity.NOTE, 8)
    assert "8 figures are marked provisional (September 2016)" in note.what


def test_a_file_that_was_taken_back_before(files: Files) -> None:
    rows = table({"Blaby": [12, 9, 11]}, YEAR[:3])
    path = files.write(rows)
    recipe = recipe_for_rows(rows, "robbery")
    sha256 = files.load_file(path, recipe).file.sha256
    earlier = Earlier(withdrawn={sha256: "loaded on 3 April 2017 by A. Person"})
    (problem,) = files.load_file(path, recipe, earlier=earlier).problems
    assert (problem.check, problem.severity) == ("withdrawn-before", Severity.WARNING)
    assert "taken back: loaded on 3 April 2017 by A. Person" in problem.what


def hidden(path: Path) -> Path:
    """The workbook with a hidden sheet, and row 8 and column I of its first sheet hidden."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    sheet = book["S"]
    sheet.row_dimensions[8].hidden = True
    sheet.column_dimensions["I"].hidden = True
    sheet["I3"] = 17
    old = book.create_sheet("Old")
    old.append(["Blaby", 3, 4])
    old.sheet_state = "hidden"
    empty = book.create_sheet("Notes")
    empty.append(["only words"])
    empty.sheet_state = "hidden"
    book.save(path)
    book.close()
    return path


def test_hidden_rows_columns_and_sheets(files: Files) -> None:
    rows = table(sound())
    recipe = recipe_for_rows(rows, "robbery", grows_right=False)
    load = files.load_file(hidden(files.write(rows)), recipe)
    found = [(p.check, p.severity, cells(p)) for p in load.problems]
    assert found == [
        ("hidden-cells", Severity.WARNING, [f"{letter}8" for letter in "BCDEFG"]),
        ("hidden-not-read", Severity.NOTE, ["I3"]),
        ("hidden-not-read", Severity.NOTE, ["B1", "C1"]),
    ]
    assert "hidden sheet 'Old' holds 2 cells" in load.problems[2].what


def test_error_cells_formulas_without_results_and_numbers_as_text(files: Files) -> None:
    rows = table({"Blaby": ["=1/0", "=B2+1", "41", 30, 31, 29]})
    found = {p.check: p for p in files.told(rows)}
    assert cells(found["formula-without-result"]) in (["B2"], ["C2"])
    assert not found["formula-without-result"].may_accept
    assert cells(found["number-as-text"]) == ["D2"]


def with_results(path: Path, rows: Rows, *, by_hand: bool) -> Path:
    """The table as Excel saves it: formulas with their results, worked out only by hand or not."""
    from xlsxwriter import Workbook as Book

    book = Book(str(path))
    sheet = book.add_worksheet("S")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    sheet.write_formula(1, 2, "=B2+1", None, 31)
    sheet.write_formula(1, 6, "=[1]S!C2", None, 32)
    book.set_calc_mode("manual" if by_hand else "auto")
    book.close()
    return path


def test_results_of_formulas_that_may_be_out_of_date(files: Files, tmp_path: Path) -> None:
    rows = table({"Blaby": [30, 31, 31, 30, 29, 32]})
    recipe = recipe_for_rows(rows, "robbery")
    path = with_results(tmp_path / "by hand.xlsx", rows, by_hand=True)
    load = files.load_file(path, recipe)
    assert [o.value for o in load.observations] == [30, 31, 31, 30, 29, 32]
    stale, linked = load.problems
    assert (stale.check, stale.severity, cells(stale)) == (
        "stale-results",
        Severity.WARNING,
        ["C2"],
    )
    assert (linked.check, linked.severity, cells(linked)) == (
        "linked-figures",
        Severity.WARNING,
        ["G2"],
    )


def test_every_finding_names_its_check_and_kinds_of_period_stay_apart(files: Files) -> None:
    values: dict[str, list[CellValue]] = {"Blaby": [30, 31, 29, 120, 364]}
    rows = table(values, [*YEAR[:3], "Q2 2016/17", "2015/16"])
    assert {p.check for p in files.told(rows)} <= {"gap"}
    assert PeriodKind.MONTH in {o.period.kind for o in files.load(rows).observations}
