"""The sample open-data: the county's real months, counted from a data.police.uk download."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.observations import Observation
from safer_desktop.domain.plain import to_plain
from safer_desktop.domain.progress import Silent
from safer_desktop.loading.incidents import ALL_CRIME, count_incidents
from safer_desktop.loading.layout import undated
from safer_desktop.loading.populations import read_populations
from safer_desktop.loading.readers import read_workbook
from safer_desktop.loading.recipes import Anchor, Axis, AxisKind, Recipe, TableRecipe
from safer_desktop.risk.scheme import IncidentType
from safer_desktop.workbench.defaults import default_catalogue, default_incident_types
from tools.sample_sheets import Cell, write_csv

LICENCE = (
    "Contains public sector information licensed under the Open Government Licence v3.0. "
    "Source: data.police.uk"
)
POLICE, ONS = "Street-level data (data.police.uk)", "Office for National Statistics"
FORCE = "E23000021"
COUNTS = "Street-level crime Dec 2019 to Dec 2021.csv"
PEOPLE = "Mid-year population estimates 2015 to 2019.csv"
YEARS = range(2015, 2020)

LOWER, NEUTRAL = "lower is better", "shown, never judged"
SHOWN = {  # indicator -> priority, name, polarity, why
    "policeuk-all-crime": ("crime", "All crime", LOWER, ""),
    "policeuk-burglary": ("crime", "Burglary", LOWER, ""),
    "policeuk-vehicle-crime": ("crime", "Vehicle crime", LOWER, ""),
    "policeuk-violence-and-sexual-offences": (
        "crime",
        "Violence and sexual offences",
        NEUTRAL,
        (
            "Fuller recording and more willingness to report raise the count as well as more "
            "violence does, and street-level data cannot tell them apart."
        ),
    ),
    "policeuk-robbery": ("crime", "Robbery", LOWER, ""),
    "policeuk-shoplifting": ("crime", "Shoplifting", LOWER, ""),
    "policeuk-anti-social-behaviour": ("asb", "Anti-social behaviour", LOWER, ""),
    "policeuk-criminal-damage-and-arson": ("asb", "Criminal damage and arson", LOWER, ""),
}
IN_THEIR_PLACE = ("burglary-dwelling", "vehicle-crime", "violence-with-injury", "all-crime")
CAVEATS = {
    "policeuk-burglary": (
        "Street-level burglary takes in homes and all other buildings: it is wider than domestic "
        "burglary, and no change of the definition of domestic burglary touches it."
    ),
    "policeuk-all-crime": "All fourteen street-level categories but anti-social behaviour.",
}
HARM = {  # illustrative but where the Leicester precedent of 2010/11 gives a score
    "Violence and sexual offences": (17, ""),
    "Robbery": (18, "robbery, 18"),
    "Burglary": (14, ""),
    "Criminal damage and arson": (18, "criminal damage, 18"),
    "Vehicle crime": (14, "vehicle crime, 14"),
    "Anti-social behaviour": (9, ""),
    "Public order": (8, ""),
    "Possession of weapons": (13, ""),
    "Drugs": (11, ""),
    "Theft from the person": (9, ""),
    "Other theft": (7, ""),
    "Bicycle theft": (6, ""),
    "Shoplifting": (6, ""),
    "Other crime": (8, ""),
}


def make(folder: Path, download: Path, estimates: Path) -> None:
    """Write the tables, their recipes and sample.json."""
    for path in (folder / "files", folder / "recipes"):
        path.mkdir(parents=True, exist_ok=True)
    catalogue = default_catalogue()
    counted = count_incidents(download, catalogue, Silent())
    recipes = {
        COUNTS: _counts(folder / "files" / COUNTS, counted.observations, catalogue),
        PEOPLE: _people(folder / "files" / PEOPLE, estimates, catalogue),
    }
    for recipe in recipes.values():
        _write_json(folder / "recipes" / f"{recipe.code}.json", to_plain(recipe))
    _write_json(folder / "sample.json", _sample(recipes, catalogue))


def _sample(recipes: dict[str, Recipe], catalogue: Catalogue) -> dict[str, Any]:
    return {
        "title": "Safer Communities, open data to December 2021 (sample)",
        "edition": {"financial_year": 2021, "quarter": 3},
        "note": (
            "The county's real street-level crime, December 2019 to December 2021, counted by "
            "month, area and category, with mid-year populations up to 2019, the latest in hand. "
            "Partners' own indicators wait for their workbooks. The harm scores of the matrix are "
            "illustrative where their note says so."
        ),
        "attribution": (
            f"{LICENCE} (street-level crime, Leicestershire Police) and Office for National "
            "Statistics (mid-year population estimates)."
        ),
        "files": [
            {"file": name, "partner": recipe.partner, "recipe": f"recipes/{recipe.code}.json"}
            for name, recipe in recipes.items()
        ],
        "records": {
            "council": {"council": {"edition": {"financial_year": 2021, "quarter": 3}}},
            "paper": {"paper": {"title": "Safer Communities Performance 2021/22 Quarter 3"}},
            "indicator": _indicators(catalogue),
            "incident type": _incident_types(),
        },
    }


def _indicators(catalogue: Catalogue) -> dict[str, Any]:
    fields: dict[str, Any] = {code: {"priority": ""} for code in IN_THEIR_PLACE}
    for code, (priority, name, polarity, why) in SHOWN.items():
        caveat = " ".join((CAVEATS.get(code, ""), catalogue.indicator(code).caveat)).strip()
        fields[code] = {
            "priority": priority,
            "name": f"{name} (street-level)",
            "short_name": name,
            "unit": "rate per 1,000 population",
            "decimals": 2,
            "polarity": polarity,
            "polarity_reason": why,
            "caveat": caveat,
        }
    return fields


def _incident_types() -> dict[str, Any]:
    """The street-level categories in place of the default types (None takes one out)."""
    fields: dict[str, Any] = {kind.code: None for kind in default_incident_types()}
    for name, (harm, precedent) in HARM.items():
        code = "policeuk-" + name.lower().replace(" ", "-")
        note = "Illustrative harm score: to be settled with partners."
        if precedent:
            note = f"Harm score of the Leicester precedent 2010/11 ({precedent})."
        fields[code] = to_plain(
            IncidentType(code, name, code, harm=harm, confidence="Low", note=note)
        )
    return fields


def _counts(path: Path, observations: Iterable[Observation], catalogue: Catalogue) -> Recipe:
    table: dict[tuple[str, str], dict[str, int]] = {}
    for one in observations:
        month = f"{one.period.start:%Y-%m}"
        table.setdefault((month, one.area), {})[one.indicator] = int(one.value)
    codes = [ALL_CRIME, *sorted({c for counts in table.values() for c in counts} - {ALL_CRIME})]
    labels = ["All crime", *(_category(code, catalogue) for code in codes[1:])]
    rows: list[list[Cell]] = [
        ["Street-level crime in Leicestershire, Leicester and Rutland, by month"],
        [LICENCE + " (Leicestershire Police), counted by month, area and category."],
        ["The force's row also counts rows without a place or placed outside the force."],
        ["Month", "Area code", "Area", *labels],
    ]
    for (month, area), counts in table.items():
        name = catalogue.area(area).name
        rows.append([month, area, name, *(counts[code] for code in codes)])
    write_csv(path, rows)
    recipe_table = TableRecipe(
        "", 4, len(rows) - 1, 3, 2 + len(codes),
        Axis(AxisKind.COLUMNS, (0,)), Axis(AxisKind.COLUMNS, (1,)), Axis(AxisKind.ROWS, (3,)),
        anchors=(Anchor(3, 0, "Month"), Anchor(3, 1, "Area code")),
        indicators=dict(zip(labels, codes, strict=True)),
        units=dict.fromkeys(labels, next(iter(observations)).unit),
    )  # fmt: skip
    name = "Street-level counts by month"
    return Recipe("street-counts", name, POLICE, (recipe_table,), undated(path.name))


def _category(code: str, catalogue: Catalogue) -> str:
    return catalogue.indicator(code).short_name.removesuffix(" (street)")


def _people(path: Path, estimates: Path, catalogue: Catalogue) -> Recipe:
    observations, _ = read_populations(read_workbook(estimates, Silent()), catalogue)
    known = {(o.area, o.period.start.year): int(o.value) for o in observations}
    rows: list[list[Cell]] = [
        ["Mid-year population estimates, mid-2015 to mid-2019"],
        ["Source: Office for National Statistics, Open Government Licence v3.0 (MYE5)"],
        ["Code", "Name", *(f"mid-{year}" for year in YEARS)],
    ]
    home = catalogue.home_area
    for code in (home.code, *home.parts, "E06000016", "E06000017"):
        people = (f"{known[code, year]:,}" for year in YEARS)
        rows.append([code, catalogue.area(code).name, *people])
    write_csv(path, rows)
    table = TableRecipe(
        "", 3, len(rows) - 1, 2, 1 + len(YEARS),
        Axis(AxisKind.ROWS, (2,)), Axis(AxisKind.COLUMNS, (0,)),
        Axis(AxisKind.FIXED, fixed="population"), anchors=(Anchor(2, 0, "Code"),),
    )  # fmt: skip
    return Recipe("population-csv", "Mid-year populations", ONS, (table,), undated(path.name))


def _write_json(path: Path, data: Any) -> None:
    text = json.dumps(data, indent=1, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
