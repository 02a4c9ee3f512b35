"""What the partner rounds say in their tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from safer_desktop.loading.scoring_sheet import SheetReading
from safer_desktop.risk.agreement import alpha_words
from safer_desktop.risk.firmness import number_words
from safer_desktop.risk.rounds import Partner, Round, round_agreement
from safer_desktop.workbench.rounds import Adoption

PARTNER_HEADERS = ("Partner", "Answered", "Scores", "Sheet", "Comments")
SCORE_HEADERS = (
    "Incident type", "Factor", "Answers", "Median", "Middle half", "Range", "Stands apart",
    "Now", "Scored by",
)  # fmt: skip
READING_HEADERS = ("Sheet", "Verdict", "Partner", "What was found")
AGREEMENT_MEANING = (
    "Krippendorff's alpha for ordinal scores: 1 is full agreement, 0 what chance would give. "
    "Below 0.67 even tentative conclusions are not usually drawn."
)

_MOST_SHOWN = 15


def heading(shown: Round | None) -> str:
    """The round, when it was opened and who has answered."""
    if shown is None:
        return "No round has been held yet"
    many = len(shown.partners)
    return f"{shown.title}: {len(shown.answers)} of {many} partners have answered"


def partner_row(shown: Round, partner: Partner) -> tuple[str, ...]:
    """One partner, and what it has answered."""
    answer = shown.answer(partner.code)
    if answer is None:
        return (partner.name, "not yet", "", "", "")
    asked = len(shown.types) * len(shown.factors)
    names = {it.code: it.name for it in shown.types}
    comments = [f"{names[it.type]}: {it.comment}" for it in answer.remarks if it.comment]
    return (
        partner.name,
        f"{answer.read_at:%d %B %Y}",
        f"{len(answer.scores)} of {asked}",
        answer.file,
        "; ".join(comments),
    )


def score_row(it: Adoption, shown: Round) -> tuple[str, ...]:
    """One pooled score beside the one that stands now."""
    head = (it.result.type.name, it.result.factor.name)
    now = "" if it.now is None else str(it.now)
    pooled = it.result.pooled
    if pooled is None:
        return (*head, "0", "", "", "", "", now, it.scored_by)
    names = {partner.code: partner.name for partner in shown.partners}
    apart = [f"{names[code]} ({number_words(pooled.scores[code])})" for code in pooled.outliers]
    return (
        *head,
        str(len(pooled.scores)),
        number_words(pooled.median),
        f"{number_words(pooled.low)} to {number_words(pooled.high)}",
        " to ".join(map(number_words, pooled.range)),
        ", ".join(apart),
        now,
        it.scored_by,
    )


def agreement_lines(shown: Round) -> Iterator[str]:
    """How far the partners agree, by factor."""
    found = round_agreement(shown)
    for factor in shown.factors:
        words, units = alpha_words(found[factor.code]), found[factor.code].units
        yield f"Agreement on {factor.name}: {words}{f', over {units} types' if units else ''}."


def reading_row(it: SheetReading) -> tuple[str, ...]:
    """One sheet that was read."""
    partner = it.partner.name if it.partner else ""
    return (it.file, str(it.verdict), partner, "\n".join(found.words for found in it.findings))


def overwritten(chosen: Sequence[Adoption]) -> str:
    """Which scores that somebody gave would give way, and the halves that are rounded."""
    lines = [
        f"{it.result.type.name}, {it.result.factor.name}: {it.result.score} instead of {it.now}"
        + (f" ({it.scored_by})" if it.scored_by else "")
        for it in chosen
        if it.overwrites
    ]
    halves = [
        it.result.type.name
        for it in chosen
        if it.changes and it.result.pooled and it.result.pooled.median != it.result.score
    ]
    words = "No score that somebody gave is overwritten."
    if lines:
        more = [f"and {len(lines) - _MOST_SHOWN} more, as the table shows"] * (
            len(lines) > _MOST_SHOWN
        )
        words = "These scores give way:\n" + "\n".join([*lines[:_MOST_SHOWN], *more])
    if halves:
        words += f"\nHalf medians go up to the next score: {', '.join(halves)}."
    return f"{words}\nEach score keeps how it came about. Undo puts the scores back."
