"""The map of likelihood and harm: even axes for scores, multiples for counts and weights."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from safer_desktop.gui.charts.axes import Even, Multiples
from safer_desktop.gui.charts.likelihood_harm import LikelihoodHarm, mapped, picture_alt_text
from safer_desktop.gui.charts.ranked_bars import matrix_table, matrix_words, ranked_alt_text
from safer_desktop.risk.matrix import score
from safer_desktop.risk.scheme import IncidentType, OwnWeight
from safer_desktop.risk.words import NOUNS
from safer_desktop.workbench.defaults import default_scheme, shipped_schemes

ONS = next(it for it in shipped_schemes() if it.code == "ons-severity")
AMOUNTS = {"A": (10.0, 1000.0), "B": (100.0, 100.0), "C": (1000.0, 10.0), "D": (5000.0, 0.0)}


def test_counts_and_weights_go_up_in_multiples(qtbot: QtBot) -> None:
    types = [
        IncidentType(name, name, count=count, own_weights=(OwnWeight(ONS.code, weight, "made"),))
        for name, (count, weight) in AMOUNTS.items()
    ]
    rows = score(types, ONS, {})
    # No harm has no place in multiples.
    assert [row.type.name for row in mapped(rows, ONS)] == ["A", "B", "C"]
    chart = LikelihoodHarm()
    qtbot.addWidget(chart)
    chart.resize(420, 380)
    chart.show_matrix(rows, ONS)
    a, b, c = (spot.area.center() for spot in chart.spots())
    assert b.x() - a.x() == pytest.approx(c.x() - b.x())
    assert b.y() - a.y() == pytest.approx(c.y() - b.y())
    assert a.x() < b.x()
    assert a.y() < b.y()


def test_scores_go_up_evenly(qtbot: QtBot) -> None:
    types = [IncidentType(str(n), str(n), count=1, harm=n, probability=n) for n in (1, 2, 3, 13)]
    rows = score(types, default_scheme(), {})
    chart = LikelihoodHarm()
    qtbot.addWidget(chart)
    chart.resize(420, 380)
    chart.show_matrix(rows, default_scheme())
    *_, three, two, one = (spot.area.center() for spot in chart.spots())
    assert two.x() - one.x() == pytest.approx(three.x() - two.x())


def test_ticks_are_few_and_round() -> None:
    assert Even(0, 100, 17).ticks() == [0, 5, 10, 15]
    assert Even(0, 100, 5).ticks() == [0, 1, 2, 3, 4, 5]
    wide = Multiples(0, 100, [3, 7000])
    assert wide.ticks() == [10, 100, 1000]
    assert wide.at(wide.least) == pytest.approx(0)
    assert wide.at(wide.most) == pytest.approx(100)
    assert Multiples(0, 100, [20, 90]).ticks() == [20, 50, 100]


def test_words_about_a_row_are_the_schemes_own() -> None:
    weight = OwnWeight(ONS.code, 1000.0, "made")
    rows = score([IncidentType("A", "A", count=10, own_weights=(weight,))], ONS, {})
    nouns = NOUNS[ONS.formula]
    words = matrix_words(rows[0], nouns)
    assert words.startswith("A: total harm 10,000, ")
    assert words.endswith("; count 10, harm per incident 1,000")
    headers = matrix_table(rows, nouns).headers
    assert headers[2:5] == ("Count", "Harm per incident", "Total harm")
    spoken = f"{picture_alt_text(rows, nouns)} {ranked_alt_text(rows, nouns)}"
    assert "probability" not in spoken
    assert "risk score" not in spoken
