"""The ONS's mid-year estimates workbook."""

from __future__ import annotations

from pathlib import Path

from safer_desktop.domain.observations import Severity
from safer_desktop.domain.periods import Period
from safer_desktop.domain.progress import Silent
from safer_desktop.loading.cells import CellValue, Sheet, Workbook, WorkbookKind
from safer_desktop.loading.populations import population_recipe, read_populations
from safer_desktop.loading.readers import read_workbook
from safer_desktop.workbench.defaults import default_catalogue

HEADER: tuple[CellValue, ...] = (
    "Code",
    "Name",
    "Geography1",
    "Area (sq km)",
    "Estimated Population mid-2019",
    "2019 people per sq. km",
    "Estimated Population mid-2018",
    "2018 people per sq. km",
    None,
)
ROWS: tuple[tuple[CellValue, ...], ...] = (
    ("Contents", *[None] * 8),
    (None,) * 9,
    ("MYE5: Population estimates", *[None] * 8),
    HEADER,
    ("E92000001", "ENGLAND", "Country", 130310.0, 56286961.0, 432.0, 55977178.0, 430.0, None),
    ("E07000129", "Blaby", "Non-metropolitan District", 130.0, 101526.0, 778.0, 100421.0, 770.0,
     "What do you think of this table?"),
    ("S12000033", "Aberdeen City", "Council Area", 186.0, 228670.0, 1231.0, 227560.0, 1224.0, None),
    (None,) * 9,
    ("1. Geography as of April 2019", *[None] * 8),
)  # fmt: skip


def workbook(sheet: str = "MYE 5", rows: tuple[tuple[CellValue, ...], ...] = ROWS) -> Workbook:
    first = Sheet("MYE4", (("Code", "Name", "Geography1", None, "Mid-2019"),))
    return Workbook("ons.xls", "0" * 64, 1, (first, Sheet(sheet, rows)), WorkbookKind.XLS)


def test_every_area_and_year_with_its_cell_and_no_density() -> None:
    observations, problems = read_populations(workbook(), default_catalogue())
    found = {(o.area, o.period): (o.value, o.source.cell) for o in observations}
    y2018, y2019 = Period.calendar_year(2018), Period.calendar_year(2019)
    assert found == {
        ("E92000001", y2019): (56286961, "E5"),
        ("E92000001", y2018): (55977178, "G5"),
        ("E07000129", y2019): (101526, "E6"),
        ("E07000129", y2018): (100421, "G6"),
        ("S12000033", y2019): (228670, "E7"),
        ("S12000033", y2018): (227560, "G7"),
    }
    assert {o.indicator for o in observations} == {"population"}
    assert {o.source.sheet for o in observations} == {"MYE 5"}
    assert problems == ()


def test_the_sheet_is_known_by_its_headings_and_not_by_its_name() -> None:
    for name in ("MYE5", "MYE 5", "MYE5 ", "Table 12"):
        recipe = population_recipe(workbook(name))
        assert recipe is not None, name
        assert recipe.tables[0].sheet == name
    assert population_recipe(workbook("MYE5", (("Contents",), ("Code", "Name")))) is None
    assert read_populations(workbook("MYE5", (("Contents",),)), default_catalogue()) == ((), ())


def test_a_header_without_areas_gives_nothing_but_a_warning() -> None:
    observations, problems = read_populations(workbook(rows=(HEADER,)), default_catalogue())
    assert observations == ()
    assert [p.severity for p in problems] == [Severity.WARNING]


def test_the_real_workbook_equals_xlrds_reading(shared_data: Path) -> None:
    import xlrd

    path = shared_data / "population" / "ukmidyearestimates20192020ladcodes.xls"
    observations, problems = read_populations(read_workbook(path, Silent()), default_catalogue())
    sheet = xlrd.open_workbook(path).sheet_by_name("MYE 5")
    own = {}
    for row in range(5, sheet.nrows):
        code, *cells = sheet.row_values(row)
        if str(code)[1:].isdigit():
            people = cells[3::2][:19]
            own.update({(code, 2019 - n): value for n, value in enumerate(people)})
    assert {(o.area, o.period.start.year): o.value for o in observations} == own
    assert own["E10000018", 2016] == 680466
    assert len(own) > 19 * 400
    assert [p for p in problems if p.severity is not Severity.NOTE] == []
