"""The whole way: a sample's files, through the real rooms, to the Word file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from safer_desktop.report.html import to_html
from tests.opened import opened_sample
from tests.report.accessibility import Paper, chart_figures, document_of, faults, rendered_numbers

SEED = {
    "indicator:burglary-dwelling": ("11%", "higher than the East Midlands average"),
    "indicator:vehicle-crime": ("10%", "similar to the East Midlands average"),
    "indicator:violence-with-injury": ("33%", "3.93", "lower than", "7.00"),
    "indicator:all-crime": ("9%", "4/9", "lower than the East Midlands average"),
    "indicator:iom-reduction": ("42.8%", "41.0%"),
    "indicator:youth-first-time-entrants": ("66 fewer", "35%", "190", "83"),
    "indicator:youth-reoffending": ("1.25", "0.82", "0.28"),
    "indicator:marac-repeats": ("37%", "7 percentage points"),
    "indicator:da-referrals": ("1,400", "1,611", "not comparable"),
    "indicator:asb-affected": ("5.4%",),
    "indicator:cbs-confidence": ("92.7%", "89.9%", "87.1%", "84.5%"),
    "indicator:hate-incidents": ("67 more", "18%"),
    "indicator:hate-rate": ("0.58", "0.66"),
}


@pytest.fixture(scope="module")
def exported(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, dict[str, str], str]:
    """The Word file of the board's report, its drafts by key, and its page to read through."""
    folder = tmp_path_factory.mktemp("sample")
    with opened_sample("2016-17-q4", tmp_path_factory) as bench:
        bench.export_word(folder / "paper.docx")
        drafts = {p.key: p.text for p in bench.paragraphs()}
        return folder / "paper.docx", drafts, to_html(bench.paper())


def test_the_figures_of_the_seed_are_in_the_text(
    exported: tuple[Path, dict[str, str], str],
) -> None:
    path, drafts, _ = exported
    printed = [text for _, text in rendered_numbers(Paper.read(path))]
    for key, wanted in SEED.items():
        assert drafts[key] in printed
        for part in wanted:
            assert part in drafts[key], key


def test_no_draft_calls_it_stable(exported: tuple[Path, dict[str, str], str]) -> None:
    _, drafts, _ = exported
    assert "stable or improving" not in drafts["summary:overall"]
    assert "(34%)" not in drafts["indicator:youth-first-time-entrants"]


def test_the_file_may_be_published(exported: tuple[Path, dict[str, str], str]) -> None:
    assert faults(exported[0]) == []


def test_text_dashboard_and_chart_agree(exported: tuple[Path, dict[str, str], str]) -> None:
    path, drafts, _ = exported
    rows = [[cell.text for cell in row.cells] for row in document_of(path).tables[0].rows]
    burglary = next(row for row in rows if row[1].startswith("Domestic burglary"))
    latest = burglary[3].split()[0]
    assert f"to {latest} per 1,000 households" in drafts["indicator:burglary-dwelling"]
    name, cached, _ = next(chart_figures(Paper.read(path)))
    assert name == "word/charts/chart1.xml"
    line = [value for cell, value in cached.items() if re.fullmatch(r"B\d+", cell)]
    assert f"{line[-1]:.2f}" == latest


def test_the_page_to_read_through_has_the_same_words(
    exported: tuple[Path, dict[str, str], str],
) -> None:
    _, drafts, page = exported
    plain = re.sub(r"&#x27;", "'", page)
    assert all(text in plain for text in drafts.values() if "&" not in text)
