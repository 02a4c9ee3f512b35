"""The paper's standing paragraphs: drafted for the edition, and the user's to change."""

from __future__ import annotations

from collections.abc import Mapping

from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Rank
from safer_desktop.domain.figures import DistrictBars, Figure
from safer_desktop.domain.periods import financial_year_label
from safer_desktop.report.phrases import joined, sentence
from safer_desktop.report.wording import Draft

_DASHBOARD_WORDS = (
    "The dashboard sets the latest figure of each indicator beside the same period a year earlier "
    "and says whether the difference is a real change."
)


def edition_words(edition: Edition) -> str:
    """``2016/17 end of year`` or ``2016/17 quarter 3``."""
    year = financial_year_label(edition.financial_year)
    return f"{year} end of year" if edition.quarter == 4 else f"{year} quarter {edition.quarter}"


def introduction(
    edition: Edition,
    figures: Mapping[str, Figure],
    districts: Mapping[str, DistrictBars],
    *,
    has_matrix: bool,
) -> tuple[Draft, ...]:
    """Keys ``introduction:...``; only what the paper then really shows is announced."""
    contents = [_DASHBOARD_WORDS]
    if any(isinstance(figure.rank, Rank) for figure in figures.values()):
        contents.append(
            "Where comparative data are available it gives the average and the rank among "
            "comparable areas."
        )
    if any(bars.bars for bars in districts.values()):
        contents.append("Charts show how the districts compare with each other.")
    drafts = [
        Draft(
            "introduction:purpose",
            "The purpose of this report is to update the Board regarding Safer Communities "
            "performance.",
        ),
        Draft(
            "introduction:dashboard",
            f"The {edition_words(edition)} Safer Communities dashboard is shown at Appendix 1.",
        ),
        Draft("introduction:contents", joined(contents)),
    ]
    if has_matrix:
        drafts.append(
            Draft(
                "introduction:matrix",
                "Alongside these measures, a countywide risk/harm profile is shown at Appendix 2. "
                "It takes account of the harm caused across a range of crime and incident types "
                "and adds context to the more traditional performance measures.",
            )
        )
    return tuple(drafts)


def future(matrix_sentences: tuple[str, ...], *, has_matrix: bool) -> tuple[Draft, ...]:
    """Keys ``future:...``: what the Board may look at beside the indicators."""
    drafts = [
        Draft(
            "future:overview",
            "It is important for the Board to keep an overview of crime, disorder, re-offending "
            "and information with regard to victims of crime. It does so through established key "
            "performance indicators, read against the year before and against comparable areas.",
        )
    ]
    if has_matrix:
        drafts += [
            Draft(
                "future:matrix",
                "The risk/harm matrix at Appendix 2 assesses the probability and the harm of a "
                "range of incident types. The resulting risk score places the incidents in a "
                "hierarchy. It complements rather than replaces the current indicators.",
            ),
            Draft("future:observation", joined(map(sentence, matrix_sentences))),
            Draft(
                "future:limits",
                "The risk/harm model is by no means a definitive solution, nor is it designed to "
                "be used in isolation. It does, however, offer an auditable and standardised "
                "approach to aid decision making.",
            ),
        ]
    return tuple(draft for draft in drafts if draft.text)


def recommendations(edition: Edition, *, has_matrix: bool) -> tuple[Draft, ...]:
    """The lead paragraph, then one draft per lettered point; keys ``recommendations:...``."""
    year = financial_year_label(edition.financial_year)
    drafts = [
        Draft("recommendations:lead", "That the Board:"),
        Draft(
            "recommendations:note",
            f"Notes the {year} Q{edition.quarter} performance information.",
        ),
    ]
    if has_matrix:
        drafts.append(
            Draft(
                "recommendations:matrix",
                "Considers the risk/harm matrix as a complementary way of reporting performance "
                "and gives direction regarding its further development or discontinuance.",
            )
        )
    return tuple(drafts)
