"""A paper checked against the sample's pack, and from the terminal."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from safer_desktop.__main__ import EXIT_DEFECTS, EXIT_DONE, EXIT_PROBLEM, main
from safer_desktop.report.claims.nouns import DefectKind as K
from safer_desktop.report.claims.nouns import DefectSeverity
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.paper_check import as_csv, check_paragraph, check_pasted, known_figures


def found(text: str, bench: Workbench) -> dict[K, str]:
    return {it.kind: it.arithmetic for it in check_paragraph(text, known_figures(bench))}


def test_the_program_s_own_words_hold(sample: Workbench) -> None:
    known = known_figures(sample)
    for paragraph in sample.paragraphs():
        assert check_paragraph(paragraph.text, known) == (), paragraph.text


def test_figures_that_are_not_in_the_pack(sample: Workbench) -> None:
    told = found("Domestic burglary stood at 6.60 per 1,000 households.", sample)
    assert "6.06" in told[K.UNKNOWN_FIGURE]
    assert K.UNKNOWN_FIGURE not in found(
        "Domestic burglary stood at 6.06 per 1,000 households.", sample
    )


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Domestic burglary fell compared with the previous year.", DefectSeverity.ERROR),
        (
            "First-time entrants to the criminal justice system fell compared with last year.",
            DefectSeverity.WARNING,
        ),
        (
            "Referrals to domestic abuse support services increased compared with last year.",
            DefectSeverity.WARNING,
        ),
        ("Vehicle crime is higher than the regional average.", DefectSeverity.WARNING),
        ("Vehicle crime is ranked 2nd of 9.", DefectSeverity.ERROR),
    ],
)
def test_claims_that_the_findings_do_not_carry(
    text: str, severity: DefectSeverity, sample: Workbench
) -> None:
    (defect,) = check_paragraph(text, known_figures(sample))
    assert (defect.kind, defect.severity) == (K.NOT_CARRIED, severity)


def test_the_list_as_a_table_has_no_formulas() -> None:
    paper = check_pasted("1. Burglary rose by 18%, from 58 to 66 offences.")
    rows = list(csv.reader(io.StringIO(as_csv(paper))))
    assert rows[0][0] == "Place"
    assert rows[1][:1] == ["Paragraph 1"]
    assert not any(cell[:1] in "=+-@" for row in rows for cell in row if cell)


def test_from_the_terminal(
    tmp_path: Path, sample_pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_text("1. Domestic burglary fell by 11%, from 5.46 to 6.06 per 1,000 households.")
    assert main(["--check-paper", str(paper)]) == EXIT_DEFECTS
    assert "Paragraph 1. Error" in capsys.readouterr().out
    assert main(["--check-paper", str(paper), "--pack", str(sample_pack)]) == EXIT_DEFECTS
    assert "pack finds for Domestic burglary: rising" in capsys.readouterr().out
    paper.write_text("1. All is told.")
    assert main(["--check-paper", str(paper)]) == EXIT_DONE
    assert main(["--check-paper", str(tmp_path / "absent.docx")]) == EXIT_PROBLEM
