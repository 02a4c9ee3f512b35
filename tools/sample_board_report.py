"""The sample 2016-17-q4: partners' workbooks that carry the figures of a board report.

What the report prints is exact; monthly, district and comparator detail is made up to fit it, and
every sheet says so. Populations are the ONS's own.
"""

from __future__ import annotations

import json
import math
import random
from collections.abc import Sequence
from pathlib import Path

from safer_desktop.domain.display import round_half_up
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.plain import to_plain
from safer_desktop.loading.layout import undated
from safer_desktop.loading.recipes import Anchor, Axis, AxisKind, Recipe, Role, TableRecipe
from tools.sample_sheets import (
    Cell,
    Page,
    shared_out,
    write_csv,
    write_ods,
    write_xls,
    write_xlsb,
    write_xlsx,
)

ILLUSTRATIVE = (
    "Sample data: county totals are those of the board's report; all other detail is illustrative."
)
COUNTY = "E10000018"
DISTRICTS = {
    "E07000129": "Blaby",
    "E07000130": "Charnwood",
    "E07000131": "Harborough",
    "E07000132": "Hinckley & Bosworth",
    "E07000133": "Melton",
    "E07000134": "NW Leicestershire",
    "E07000135": "Oadby & Wigston",
}
DISTRICT_WEIGHTS = (134, 298, 101, 155, 73, 161, 78)
YEARS = ("2014/15", "2015/16", "2016/17")
MONTHS = ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar")

POPULATION = {  # ONS mid-year estimates 2014, 2015, 2016 (MYE5 of the mid-2019 release)
    "E07000129": ("Blaby", (95836, 96458, 97562)),
    "E07000130": ("Charnwood", (172548, 175167, 177378)),
    "E07000131": ("Harborough", (87935, 89144, 90251)),
    "E07000132": ("Hinckley and Bosworth", (107560, 108603, 109881)),
    "E07000133": ("Melton", (51012, 50956, 50967)),
    "E07000134": ("North West Leicestershire", (95731, 97098, 98436)),
    "E07000135": ("Oadby and Wigston", (56060, 55984, 55991)),
    "E10000018": ("Leicestershire", (666682, 673410, 680466)),
    "E06000016": ("Leicester", (338491, 344036, 349513)),
    "E06000017": ("Rutland", (38263, 38352, 38949)),
    "E06000015": ("Derby", (252313, 253875, 256203)),
    "E06000018": ("Nottingham", (314385, 318936, 324779)),
    "E10000007": ("Derbyshire", (780382, 783082, 786734)),
    "E10000019": ("Lincolnshire", (731886, 737350, 744811)),
    "E10000021": ("Northamptonshire", (713351, 722167, 732452)),
    "E10000024": ("Nottinghamshire", (801616, 806217, 811483)),
}
FORCE_HOUSEHOLDS = (417500, 422100, 426700)  # ONS police force area tables, P10

CRIMES = {  # county totals of the three years, and how far winter is above summer
    "burglary-dwelling": ("Dom Burglary ", "Domestic burglary", (1402, 1470, 1646), 0.12),
    "vehicle-crime": ("Vehicle crime", "Vehicle crime", (3655, 3783, 4205), 0.05),
    "violence-with-injury": ("VWI", "Violence with injury", (1742, 1990, 2674), -0.08),
    "all-crime": ("All crime", "All recorded crime", (30870, 31632, 34840), -0.02),
}

COMPARED: dict[
    str, tuple[float, ...]
] = {  # made up, but for Leicestershire's own row and the mean of 7.00
    "Derby": (6.12, 7.44, 9.12, 59.10),
    "Derbyshire": (3.98, 4.71, 5.02, 43.87),
    "Leicester": (7.31, 8.12, 9.96, 63.55),
    "Leicestershire": (),
    "Lincolnshire": (4.27, 3.92, 5.87, 46.14),
    "Northamptonshire": (6.44, 8.29, 8.44, 57.02),
    "Nottingham": (6.97, 8.86, 10.82, 64.77),
    "Nottinghamshire": (4.70, 5.87, 6.93, 52.31),
    "Rutland": (2.21, 2.41, 2.91, 32.74),
}


def make(folder: Path) -> None:
    """Write the workbooks, their recipes and sample.json."""
    files = folder / "files"
    for path in (files, folder / "recipes"):
        path.mkdir(parents=True, exist_ok=True)
    chance = random.Random(201617)
    households = _households()
    entries = [
        _populations(files),
        _household_table(files, households),
        _police(files, chance),
        _comparators(files, households),
        _iom(files),
        _yos(files),
        _domestic_abuse(files),
        _survey(files),
        _hate(files, chance),
        _incident_counts(files, chance),
    ]
    for recipe in (recipe for _, recipe in entries):
        text = json.dumps(to_plain(recipe), indent=1, ensure_ascii=False)
        (folder / "recipes" / f"{recipe.code}.json").write_text(text + "\n", encoding="utf-8")
    sample = {
        "title": "Safer Communities performance, 2016/17 Q4 (sample)",
        "edition": {"financial_year": 2016, "quarter": 4},
        "note": (
            "The figures of a published board report, in workbooks as partners send them. County "
            "totals, rates and percentages are the report's; months, districts, other areas' "
            "rates, sample sizes and the counts for the matrix are illustrative, and each sheet "
            "says so. Populations are the Office for National Statistics' own; households of the "
            "police force area are, those of districts are shared out by population."
        ),
        "attribution": (
            "Contains public sector information licensed under the Open Government Licence v3.0. "
            "Source: Office for National Statistics (mid-year population estimates; police force "
            "area data tables)."
        ),
        "files": [
            {"file": name, "partner": recipe.partner, "recipe": f"recipes/{recipe.code}.json"}
            for name, recipe in entries
        ],
        "records": {
            "council": {"council": {"edition": {"financial_year": 2016, "quarter": 4}}},
            "paper": {"paper": {"title": "Safer Communities Performance 2016/17 Quarter 4"}},
        },
    }
    text = json.dumps(sample, indent=2, ensure_ascii=False)
    (folder / "sample.json").write_text(text + "\n", encoding="utf-8")


def _rows(*lines: int) -> Axis:
    return Axis(AxisKind.ROWS, lines)


def _columns(*lines: int) -> Axis:
    return Axis(AxisKind.COLUMNS, lines)


def _fixed(text: str) -> Axis:
    return Axis(AxisKind.FIXED, fixed=text)


def _recipe(code: str, name: str, partner: str, file: str, *tables: TableRecipe) -> Recipe:
    return Recipe(code, name, partner, tables, file_pattern=undated(file))


def _households() -> dict[str, list[int]]:
    """The force's households shared out by population; the county is the sum of its districts."""
    shared: dict[str, list[int]] = {}
    for code in DISTRICTS:
        shares = []
        for year, force in enumerate(FORCE_HOUSEHOLDS):
            whole = sum(POPULATION[c][1][year] for c in (COUNTY, "E06000016", "E06000017"))
            shares.append(round(force * POPULATION[code][1][year] / whole))
        shared[code] = shares
    shared[COUNTY] = [sum(shared[code][year] for code in DISTRICTS) for year in range(3)]
    return shared


def _populations(files: Path) -> tuple[str, Recipe]:
    name = "ONS population extract 2014-2016.xlsx"
    page = Page("MYE extract ")
    page.add("Populations, mid-2014 to mid-2016: counties and unitary areas of the East Midlands")
    page.add("Source: Office for National Statistics, Open Government Licence v3.0")
    page.add()
    head = page.add("Code", "Name", "Geography1", "mid-2014", "mid-2015", "mid-2016")
    for code, (area, people) in POPULATION.items():
        kind = {"E07": "Non-metropolitan District", "E10": "County"}.get(
            code[:3], "Unitary Authority"
        )
        page.add(code, area, kind, *((float(n), "#,##0") for n in people))
    last = len(page.rows) - 1
    page.add()
    page.add("1. Geography as at the release of the mid-2019 estimates.")
    write_xlsx(files / name, [page])
    table = TableRecipe(
        page.name, head + 1, last, 3, 5, _rows(head), _columns(0), _fixed("population"),
        anchors=(Anchor(head, 0, "Code"), Anchor(head, 1, "Name")),
    )  # fmt: skip
    return name, _recipe("ons-population", "ONS population extract", ONS, name, table)


ONS = "Office for National Statistics"
POLICE = "Leicestershire Police"


def _household_table(files: Path, households: dict[str, list[int]]) -> tuple[str, Recipe]:
    name = "Households 2014-2016.csv"
    rows: list[list[Cell]] = [
        ["Mid-year household estimates, 2014 to 2016"],
        ["Force area: ONS police force area data tables, table P10 (Open Government Licence v3.0)"],
        ["County and districts: ILLUSTRATIVE - the force area shared out by population"],
        [],
        ["Area Code", "Area Name", "2014", "2015", "2016"],
        ["E23000021", "Leicestershire police force area1", *(f"{n:,}" for n in FORCE_HOUSEHOLDS)],
        [COUNTY, "Leicestershire2", *(f"{n:,}" for n in households[COUNTY])],
    ]
    for code, area in DISTRICTS.items():
        rows.append([code, f"  {area}2", *(f"{n:,}" for n in households[code])])
    last = len(rows) - 1
    rows += [[], ["1. Rounded to the nearest 100."], ["2. Not published figures."]]
    write_csv(files / name, rows)
    table = TableRecipe(
        "", 5, last, 2, 4, _rows(4), _columns(0), _fixed("households"),
        anchors=(Anchor(4, 0, "Area Code"),), period_hint="calendar",
    )  # fmt: skip
    return name, _recipe("households", "Households by district", ONS, name, table)


def _police(files: Path, chance: random.Random) -> tuple[str, Recipe]:
    name = "Leics Police monthly crime to Mar 17.xlsx"
    notes = Page("Read me")
    notes.add("Recorded crime by district, April 2014 to March 2017")
    notes.add(ILLUSTRATIVE)
    notes.add("(p) = provisional: the month may still be revised.")
    pages, tables = [notes], []
    for code, (sheet, title, totals, winter) in CRIMES.items():
        page = Page(sheet)
        page.add(f"{title}: offences recorded by month")
        page.add(ILLUSTRATIVE)
        page.add()
        page.add("", *(label for year in YEARS for label in (year, *[None] * 12)))
        page.merges = [(3, 1 + 13 * n, 12 + 13 * n) for n in range(3)]
        labels = [m for year in YEARS for m in (*MONTHS[:-1], _march(year), "Total")]
        for n in range(3):
            page.rows[3][13 + 13 * n] = YEARS[n]
        page.add("District", *labels)
        by_district = _by_month_and_district(totals, winter, chance)
        for district, months in zip(DISTRICTS.values(), by_district, strict=True):
            page.add(district, *_with_totals(months))
        county = [sum(column) for column in zip(*by_district, strict=True)]
        page.add("County Total ", *_with_totals(county))
        page.add()
        page.add(f"Source: {POLICE} performance team")
        pages.append(page)
        tables.append(
            TableRecipe(
                sheet,
                5,
                12,
                1,
                39,
                _rows(3, 4),
                _columns(0),
                _fixed(code),
                anchors=(Anchor(4, 0, "District"), Anchor(0, 0, str(page.rows[0][0]))),
                areas={"County Total": COUNTY},
                units={code: Unit.COUNT},
                ignored_columns=(13, 26, 39),
            )
        )
    lookup = Page("Lookup", hidden=True)
    lookup.add("Beat code", "District")
    lookup.add("L01", "Blaby")
    pages.append(lookup)
    write_xlsx(files / name, pages)
    return name, _recipe("police-monthly", "Police monthly crime", POLICE, name, *tables)


def _march(year: str) -> str:
    return "Mar (p)" if year == YEARS[-1] else "Mar"


def _with_totals(months: Sequence[int]) -> list[Cell]:
    cells: list[Cell] = []
    for year in range(3):
        part = months[12 * year : 12 * year + 12]
        cells += [*part, sum(part)]
    return cells


def _by_month_and_district(
    totals: Sequence[int], winter: float, chance: random.Random
) -> list[list[int]]:
    months: list[int] = []
    for year, total in enumerate(totals):
        growth = math.log(total / totals[year - 1]) / 12 if year else 0.002
        weights = [
            math.exp(growth * n) * (1 + winter * math.cos(2 * math.pi * (n - 8) / 12))
            for n in range(12)
        ]
        months += shared_out(total, weights, chance)
    by_month = [shared_out(total, DISTRICT_WEIGHTS, chance) for total in months]
    return [list(district) for district in zip(*by_month, strict=True)]


def _own_rates(households: dict[str, list[int]]) -> list[float]:
    people = POPULATION[COUNTY][1][2]
    bases = (households[COUNTY][2], people, people, people)
    counts = (totals[2] for _, _, totals, _ in CRIMES.values())
    return [
        round_half_up(1000 * count / base, 2) for count, base in zip(counts, bases, strict=True)
    ]


def _comparators(files: Path, households: dict[str, list[int]]) -> tuple[str, Recipe]:
    name = "East Midlands comparison Mar 2017.xls"
    page = Page("Comparison")
    page.add("East Midlands county and unitary areas compared")
    page.add("12 months to March 2017")
    page.add(
        "Sample data: Leicestershire's row follows from the police counts; the other areas' rates "
        "are ILLUSTRATIVE, not their real ones."
    )
    page.add()
    crimes = ("Burglary dwelling", "Vehicle crime", "Violence with injury", "All crime")
    page.add("Area", *(label for crime in crimes for label in (crime, None)))
    page.merges = [(4, 1 + 2 * n, 2 + 2 * n) for n in range(4)]
    per = ("per 1,000 households", *["per 1,000 population"] * 3)
    page.add("", *(label for words in per for label in (f"Rate {words}", "Rank (1 = lowest)")))
    own = _own_rates(households)
    rates = {area: list(row) or own for area, row in COMPARED.items()}
    for area, values in rates.items():
        cells: list[Cell] = []
        for n, value in enumerate(values):
            rank = 1 + sum(other[n] < value for other in rates.values())
            cells += [(value, "0.00"), rank]
        page.add(area, *cells)
    means = [round_half_up(sum(v[n] for v in rates.values()) / 9, 2) for n in range(4)]
    page.add("East Midlands average1", *(c for mean in means for c in ((mean, "0.00"), "-")))
    page.add()
    page.add("1. Unweighted mean of the nine areas' rates, including the area itself.")
    write_xls(files / name, [page])
    table = TableRecipe(
        page.name, 6, 15, 1, 8, Axis(AxisKind.CELL, (1, 0)), _columns(0), _rows(4, 5),
        anchors=(Anchor(4, 0, "Area"), Anchor(4, 1, crimes[0])),
        indicators={
            f"{crime} | {label}": code if label.startswith("Rate") else ""
            for crime, code, words in zip(crimes, CRIMES, per, strict=True)
            for label in (f"Rate {words}", "Rank (1 = lowest)")
        },
    )  # fmt: skip
    return name, _recipe("comparison", "Regional comparison", "Home Office (iQuanta)", name, table)


def _iom(files: Path) -> tuple[str, Recipe]:
    name = "IOM LLR reoffending 2016-17.csv"
    rows: list[list[Cell]] = [
        ["Integrated Offender Management \N{EN DASH} Leicester, Leicestershire & Rutland"],
        ["Representative cohort of 163 offenders. No figure for the county alone is produced."],
        ["Sample data: the figures are those of the board's report; the layout is illustrative."],
        [],
        ["Year", "Reduction in re-offending"],
        ["2015/16", "41%"],
        ["2016/17", "42.8%"],
    ]
    write_csv(files / name, rows, encoding="cp1252")
    table = TableRecipe(
        "", 5, 6, 1, 1, _columns(0), _fixed("LLR"),
        _fixed("iom-reduction"), anchors=(Anchor(4, 1, "Reduction in re-offending"),),
    )  # fmt: skip
    partner = "Integrated Offender Management (LLR)"
    return name, _recipe("iom", "IOM re-offending", partner, name, table)


def _yos(files: Path) -> tuple[str, Recipe]:
    name = "YOS KPI report Q3 2016-17.xls"
    page = Page("KPIs")
    page.add("Youth Offending Service: key performance indicators, Leicestershire")
    page.add(
        "Sample data: the figures are those of the board's report, but for April to December "
        "2015/16, which is illustrative."
    )
    page.add()
    page.add("", "Full year", None, None, "Year to date", None)
    page.merges = [(3, 1, 3), (3, 4, 5)]
    page.add("Measure", "2014/15", "2015/16", "2016/17", "Apr-Dec 2015/16", "Apr-Dec 2016/17")
    page.add("First time entrants to the CJS (number)", 190, 124, "N/A", 94, 83)
    page.add(
        "Re-offending (offences per offender)", (1.25, "0.00"), (0.82, "0.00"), (0.28, "0.00"),
        "N/A", "N/A",
    )  # fmt: skip
    page.add()
    page.add("N/A: not available. The report prints 1.25 as 2015/16, a slip for 2014/15.")
    write_xls(files / name, [page])
    table = TableRecipe(
        page.name, 5, 6, 1, 5, _rows(4), _fixed(COUNTY), _columns(0),
        anchors=(Anchor(4, 0, "Measure"), Anchor(5, 0, str(page.rows[5][0]))),
        indicators={
            str(page.rows[5][0]): "youth-first-time-entrants",
            str(page.rows[6][0]): "youth-reoffending",
        },
    )  # fmt: skip
    return name, _recipe("yos", "YOS key indicators", "Youth Offending Service", name, table)


def _domestic_abuse(files: Path) -> tuple[str, Recipe]:
    name = "UAVA MARAC and referrals 2016-17.xlsx"
    marac = Page("MARAC rolling")
    marac.add("MARAC cases, Leicestershire: rolling 12 months")
    marac.add(
        "Sample data: 37% and 30% are the board report's; the numbers of cases and the periods "
        "between are illustrative."
    )
    marac.add()
    head = marac.add("Period", "Cases discussed", "Repeat cases", "% repeats")
    for period, cases, repeats in (
        ("Jan 2015 - Dec 2015", 500, 150),
        ("Apr 2015 - Mar 2016", 508, 160),
        ("Jul 2015 - Jun 2016", 519, 171),
        ("Oct 2015 - Sep 2016", 528, 185),
        ("Jan 2016 - Dec 2016", 540, 200),
    ):
        marac.add(period, cases, repeats, (repeats / cases, "0%"))
    marac.add()
    marac.add("Recommended level (SafeLives): 28% to 40% repeats.")
    referrals = Page("Referrals ")
    referrals.add("Referrals to domestic abuse support services")
    referrals.add("Service providers changed at the start of 2016/17 and district services joined.")
    referrals.add("The figures are those of the board's report.")
    referrals.add()
    referrals.add("Year", "Referrals", "Remarks")
    referrals.add("2015/16", "c. 1,400", "Estimate from incomplete data of the former providers")
    referrals.add("2016/17", 1611, "UAVA")
    write_xlsx(files / name, [marac, referrals])
    tables = (
        TableRecipe(
            marac.name, head + 1, head + 5, 1, 3, _columns(0), _fixed(COUNTY), _rows(head),
            anchors=(Anchor(head, 0, "Period"), Anchor(head, 3, "% repeats")),
            indicators=dict.fromkeys(
                ("Cases discussed", "Repeat cases", "% repeats"), "marac-repeats"
            ),
            roles={"Cases discussed": Role.DENOMINATOR, "Repeat cases": Role.NUMERATOR},
        ),
        TableRecipe(
            referrals.name, 5, 6, 1, 1, _columns(0), _fixed(COUNTY), _fixed("da-referrals"),
            anchors=(Anchor(4, 1, "Referrals"),),
        ),
    )  # fmt: skip
    partner = "Domestic abuse service (UAVA)"
    return name, _recipe("uava", "MARAC and referrals", partner, name, *tables)


def _survey(files: Path) -> tuple[str, Recipe]:
    name = "CBS results Q4 2016-17.ods"
    page = Page("Results")
    page.add("Community Based Survey: Leicestershire")
    page.add(
        "Sample data: the percentages are those of the board's report; the numbers of "
        "respondents are illustrative."
    )
    page.add("[x] = not available")
    page.add()
    page.add("", "Quarter", None, None, None, None, "Year", None)
    page.merges = [(4, 1, 5), (4, 6, 7)]
    quarters = ("Q4 2015/16", "Q1 2016/17", "Q2 2016/17", "Q3 2016/17", "Q4 2016/17")
    page.add("Question", *quarters, "2015/16", "2016/17")
    rows: dict[str, tuple[str, Role, list[Cell]]] = {
        "Affected by anti-social behaviour (%)": (
            "asb-affected", Role.VALUE, ["[x]"] * 5 + [5.4, 5.4]),
        "   respondents affected": (
            "asb-affected", Role.NUMERATOR, ["[x]"] * 5 + [108, 108]),
        "   respondents asked": (
            "asb-affected", Role.DENOMINATOR, ["[x]"] * 5 + [2000, 2000]),
        "Police and councils are dealing with crime and disorder (% agree)": (
            "cbs-confidence", Role.VALUE, [92.7, "[x]", 89.9, 87.1, "[x]", "[x]", 84.5]),
        "   respondents who agree": (
            "cbs-confidence", Role.NUMERATOR, [445, "[x]", 436, 427, "[x]", "[x]", 1690]),
        "   respondents asked (agree)": (
            "cbs-confidence", Role.DENOMINATOR, [480, "[x]", 485, 490, "[x]", "[x]", 2000]),
    }  # fmt: skip
    for label, (_, _, values) in rows.items():
        page.add(label, *values)
    page.add()
    page.add("Percentages are weighted; unweighted numbers of respondents are shown.")
    working = Page("Working", hidden=True)
    working.add("Weights by district")
    write_ods(files / name, [page, working])
    table = TableRecipe(
        page.name, 6, 11, 1, 7, _rows(5), _fixed(COUNTY), _columns(0),
        anchors=(Anchor(5, 0, "Question"), Anchor(4, 1, "Quarter")),
        indicators={label.strip(): code for label, (code, _, _) in rows.items()},
        roles={
            label.strip(): role for label, (_, role, _) in rows.items() if role is not Role.VALUE
        },
    )  # fmt: skip
    return name, _recipe("cbs", "Community Based Survey", "Community Based Survey", name, table)


def _hate(files: Path, chance: random.Random) -> tuple[str, Recipe]:
    name = "Hate incidents annual return 2016-17.xlsx"
    page = Page("Annual return")
    page.add("Hate incidents and hate crimes reported, Leicestershire")
    page.add(ILLUSTRATIVE)
    page.add()
    page.add("Table 1: reports")
    page.add("District", "2015/16", "2016/17", "Change")
    years = [shared_out(total, DISTRICT_WEIGHTS, chance) for total in (372, 439)]
    for district, before, after in zip(DISTRICTS.values(), *years, strict=True):
        page.add(district, before, after, after - before)
    page.add("Leicestershire County", 372, 439, 67)
    page.add()
    page.add("Table 2: reports per 1,000 population, as printed in the board's report")
    page.add("Area", "2015/16", "2016/17")
    page.add("Leicestershire County", (0.58, "0.00"), (0.66, "0.00"))
    page.add()
    page.add(
        "The two tables do not agree: 372 and 439 reports are 0.55 and 0.65 per 1,000 population. "
        "Both are kept as the report has them."
    )
    write_xlsx(files / name, [page])
    tables = (
        TableRecipe(
            page.name, 5, 12, 1, 2, _rows(4), _columns(0), _fixed("hate-incidents"),
            anchors=(Anchor(4, 0, "District"), Anchor(3, 0, str(page.rows[3][0]))),
            ignored_columns=(3,), grows_right=False,
        ),
        TableRecipe(
            page.name, 16, 16, 1, 2, _rows(15), _columns(0), _fixed("hate-rate"),
            anchors=(Anchor(15, 0, "Area"),), grows_right=False,
        ),
    )  # fmt: skip
    partner = "Leicestershire Police hate crime officer"
    return name, _recipe("hate", "Hate incidents return", partner, name, *tables)


INCIDENTS = {  # county totals 2015/16 and 2016/17, for the risk/harm matrix
    "Anti-social behaviour": ("asb-incidents", 15480, 15020),
    "Domestic violence (flag)": ("domestic-violence", 7010, 7640),
    "Violence without injury": ("violence-without-injury", 5480, 6410),
    "Criminal damage & arson": ("criminal-damage", 5390, 5620),
    "Burglary other": ("burglary-other", 2240, 2350),
    "Robbery": ("robbery", 171, 190),
    "Sexual offences: under 18": ("child-sexual-offences", 262, 290),
    "Sexual offences: adults": ("sexual-offences", 405, 450),
    "Homicide": ("homicide", 3, 4),
    "Shoplifting": ("shoplifting", 3120, 3310),
    "Other theft": ("other-theft", 5020, 5110),
    "Drug offences": ("drug-offences", 1010, 950),
    "Public order": ("public-order", 980, 1150),
    "Possession of weapons": ("weapons-possession", 158, 180),
}


def _incident_counts(files: Path, chance: random.Random) -> tuple[str, Recipe]:
    name = "Incident counts for risk profile 2016-17.xlsb"
    page = Page("Counts")
    page.add("Recorded incidents by type and district, for the risk/harm profile")
    page.add("Sample data: ILLUSTRATIVE throughout. Flags (domestic) count offences again.")
    page.add()
    page.add("Year", "Incident type", *DISTRICTS.values(), "County")
    for n, year in enumerate(YEARS[1:]):
        for i, (label, (_, *totals)) in enumerate(INCIDENTS.items()):
            parts = shared_out(totals[n], DISTRICT_WEIGHTS, chance)
            page.add(None if i else year, label, *((float(p), "#,##0") for p in parts), totals[n])
    last = len(page.rows) - 1
    page.add()
    page.add(f"Source: {POLICE} performance team")
    write_xlsb(files / name, [page])
    table = TableRecipe(
        page.name, 4, last, 2, 9, _columns(0), _rows(3), _columns(1),
        anchors=(Anchor(3, 0, "Year"), Anchor(3, 1, "Incident type")),
        areas={"County": COUNTY},
        indicators={label: code for label, (code, *_) in INCIDENTS.items()},
    )  # fmt: skip
    return name, _recipe("incident-counts", "Incident counts", POLICE, name, table)
