"""A pack from before schemes had factors: it opens and gives the matrix that it gave then."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from safer_desktop.domain.records import RecordKind
from safer_desktop.risk.scheme import LEICESTER, Formula, Section
from safer_desktop.workbench import schemes
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.state import State

COUNTY = "E10000018"
THEN = [
    ("criminal-damage", 5620, 17, 18, 306, "High", 1, False),
    ("violence-with-injury", 2674, 14, 16, 224, "High", 2, False),
    ("burglary-dwelling", 1646, 11, 16, 176, "High", 3, False),
    ("asb-incidents", 15020, 17, 9, 153, "Medium", 4, False),
    ("shoplifting", 3310, 17, 6, 102, "Medium", 5, False),
    ("homicide", 4, 3, 15, 45, "Low", 6, True),
    ("robbery", 190, 2, 18, 36, "Low", 7, False),
]
"""What the program printed that saved the pack."""


@pytest.fixture
def old_pack(tmp_path: Path) -> Path:
    path = tmp_path / "Before factors.safer"
    script = Path(__file__).parents[1] / "pack" / "files" / "before-factors.sql"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script.read_text(encoding="utf-8"))
    return path


def rows(bench: Workbench) -> list[tuple[object, ...]]:
    return [
        (
            row.type.code,
            row.count,
            row.likelihood,
            row.harm,
            row.risk,
            row.risk_class,
            row.rank,
            row.likelihood_by_hand,
        )
        for row in bench.matrix(COUNTY).rows
    ]


def test_the_matrix_is_that_of_then_and_stays_so_when_it_is_saved(
    old_pack: Path, tmp_path: Path
) -> None:
    saved = old_pack.read_bytes()
    with closing(Workbench.open(old_pack, State(tmp_path / "state"))) as bench:
        assert "harm_min" in bench.record(RecordKind.SCHEME, LEICESTER)
        assert rows(bench) == THEN
        scheme = bench.scheme
        assert (scheme.formula, scheme.version) == (Formula.PRODUCT, 1)
        assert [factor.section for factor in scheme.factors] == [Section.LIKELIHOOD, Section.HARM]
        assert scheme.harm_levels[-1].meaning.startswith("Gravest harm")
        assert bench.verify_trail().broken is None
        assert old_pack.read_bytes() == saved
        # Scored on, under the shipped schemes that the pack did not have; and back.
        robbery = bench.field_edit(RecordKind.INCIDENT_TYPE, "robbery", "harm", 19, "harm score")
        bench.apply(robbery)
        assert {row[0]: row[4] for row in rows(bench)}["robbery"] == 38
        bench.apply(robbery.reversed())
        grid = next(it for it in schemes.schemes(bench) if it.code == "likelihood-impact-5")
        use = schemes.use_edit(bench, grid)
        bench.apply(use)
        assert bench.scheme == grid
        bench.apply(use.reversed())
        bench.save(tmp_path / "Now.safer")
    with closing(Workbench.open(tmp_path / "Now.safer", State(tmp_path / "state"))) as bench:
        assert rows(bench) == THEN


def test_a_changed_old_scheme_is_kept_with_its_factors(old_pack: Path, tmp_path: Path) -> None:
    with closing(Workbench.open(old_pack, State(tmp_path / "state"))) as bench:
        changed = replace(bench.scheme, meaning="What presses")
        bench.apply(schemes.change_edit(bench, changed, "plainer"))
        assert (bench.scheme.meaning, bench.scheme.version) == ("What presses", 2)
        assert rows(bench) == THEN
