"""NHSRplotthedots' published results (its snapshots) on NHS England's A&E attendances."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from safer_desktop.analysis.limits.rules import Lines, apply
from safer_desktop.domain.limit_rules import Rule, preset
from tests.analysis.limits.series import plain_lines

ALL_TRUSTS = [
    1867781, 2070340, 1958802, 2079034, 1932901, 1952464, 2001816, 1907871, 1944567, 1895272,
    1735619, 2015834, 1949762, 2066789, 1994056, 2073944, 1924663, 1925961, 2044137, 1976971,
    2003954, 2000086, 1820012, 2049785, 1984369, 2164458, 2093942, 2179896, 1997854, 2005695,
    2079492, 2037847, 2047518, 2113413, 1954947, 2167550,
]  # fmt: skip
MAJOR = [
    10811, 11800, 11028, 11561, 10700, 10999, 11108, 10573, 10541, 10711, 9797, 11505, 11072, 11858,
    11531, 11752, 11009, 10884, 11436, 10892, 10705, 11186, 10018, 10985, 10709, 11639, 11548,
    11844, 10965, 11336, 11771, 11609, 11494, 12311, 11199, 12471,
]  # fmt: skip
MINOR = [
    4414, 4664, 4229, 4663, 4279, 7409, 8228, 8614, 9089, 7657, 8131, 8651, 9148, 9165, 8401, 8489,
    7637, 7856, 8782, 8386, 9138, 9830, 8527, 8862, 8466, 8906, 8278, 8344, 7876, 7506, 8226, 8479,
    9090, 9270, 8494, 8863,
]  # fmt: skip

NORMAL_20 = [
    -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621,
    -1.26506123, -0.68685285, -0.44566197, 1.22408180, 0.35981383, 0.40077145, 0.11068272,
    -0.55584113, 1.78691314, 0.49785048, -1.96661716, 0.70135590, -0.47279141,
]  # fmt: skip
"""R's set.seed(123); rnorm(20), which the package's own summary snapshot is about."""

PLOTTHEDOTS = preset("NHSRplotthedots")


def lines_of(values: list[float]) -> Lines:
    return plain_lines(values, screens=PLOTTHEDOTS.screens)


def raw_limits(values: list[float]) -> tuple[float, float, float]:
    lines = lines_of(values)
    centre, sigma = float(lines.centre[0, 0]), float(lines.sigma[0, 0])
    return centre, centre - 3 * sigma, centre + 3 * sigma


def shown(lines: Lines, rules: tuple[Rule, ...] = PLOTTHEDOTS.rules) -> str:
    """For each point I where the package prints improvement, C concern, . common cause."""
    marks = np.zeros(len(lines.values), int)
    for rule in reversed(rules):
        found = apply(rule, lines).part[:, 0]
        marks = np.where(found != 0, found, marks)
    return "".join(".IC"[mark] for mark in marks)


@pytest.mark.parametrize(
    ("values", "mean", "lower", "upper"),
    [
        (ALL_TRUSTS, 2000538.9444444445, 1731844.3644444444, 2269233.5244444446),
        (ALL_TRUSTS[:12], 1946858.4166666667, 1639947.374848485, 2253769.4584848485),
        (ALL_TRUSTS[12:], 2027379.2083333333, 1772921.0639855072, 2281837.3526811595),
        (MAJOR, 11204.388888888889, 9668.27688888889, 12740.500888888888),
        (MINOR, 7945.75, 6558.872941176471, 9332.62705882353),
    ],
    ids=["all trusts", "before rebasing", "after rebasing", "RL4 type 1", "RL4 other"],
)
def test_published_limits(values: list[int], mean: float, lower: float, upper: float) -> None:
    found = raw_limits([float(v) for v in values])
    assert found == pytest.approx((mean, lower, upper), rel=1e-9)


def test_published_point_types() -> None:
    assert shown(lines_of([float(v) for v in ALL_TRUSTS])) == "." * 36
    minor = "CCCCC.......II....IIIIIIIIII....II.."
    assert shown(lines_of([float(v) for v in MINOR])) == minor


def test_two_of_three_before_and_after_the_packages_issue_143() -> None:
    # The snapshot is of version 0.1, which also marked points with one across the mean between
    # them (here the last three); version 0.2.2 asks for all three on one side.
    before = tuple(replace(rule, one_side=False) for rule in PLOTTHEDOTS.rules)
    lines = lines_of([float(v) for v in MAJOR])
    assert shown(lines, before) == "....CCCCCCC......................I.I"
    assert shown(lines) == "....CCCCCCC........................."


def test_the_published_summary() -> None:
    assert next(round(v, 3) for v in raw_limits(NORMAL_20)) == 0.142
    assert [round(v, 2) for v in raw_limits(NORMAL_20)][1:] == [-3.01, 3.29]
    assert [round(v, 2) for v in raw_limits(NORMAL_20[:10])][1:] == [-2.60, 2.75]
    assert [round(v, 2) for v in raw_limits(NORMAL_20[10:])][1:] == [-3.28, 3.70]
    assert shown(lines_of(NORMAL_20)) == "." * 20


def test_the_numbers_above_are_those_of_the_file(shared_data: Path) -> None:
    totals: Counter[str] = Counter()
    with (shared_data / "reference" / "ae_attendances.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            totals[row["period"]] += int(float(row["attendances"]))
    assert [totals[month] for month in sorted(totals)] == ALL_TRUSTS
