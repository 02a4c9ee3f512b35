"""Made-up extracts of a police system: no row is about anybody."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, timedelta

HEADER = (
    "Crime Ref",
    "Date Recorded",
    "Date Committed",
    "Offence",
    "District",
    "Victim Name",
    "Date of Birth",
    "Postcode",
    "MO Notes",
)
DISTRICTS = ("Blaby", "Charnwood", "Melton")
OFFENCES = ("Domestic burglary", "Vehicle crime", "Robbery")
PERSONS = ("Ann Example", "19/05/1980", "LE3 8RA", "Entered by the rear door and left again")


def crimes(
    rows: int, *, start: date = date(2016, 4, 1), days: int = 91, form: str = "%d/%m/%Y"
) -> list[list[str]]:
    """Rows spread evenly over the days, the districts and the offences."""
    made = []
    for number in range(rows):
        day = start + timedelta(days=number * days // rows)
        made.append(
            [
                f"21/{number:06d}/16",
                day.strftime(form),
                (day - timedelta(days=3)).strftime(form),
                OFFENCES[number % 3],
                DISTRICTS[number // 3 % 3],
                *PERSONS,
            ]
        )
    return made


def as_csv(rows: Sequence[Sequence[str]], header: Sequence[str] = HEADER) -> bytes:
    """The rows as a program writes them to a csv file."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows([header, *rows])
    return file.getvalue().encode()
