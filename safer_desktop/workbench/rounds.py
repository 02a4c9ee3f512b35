"""Partner rounds of the open pack: start, write sheets, take answers, adopt what came out."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.plain import from_plain, to_plain
from safer_desktop.domain.progress import Progress, check_cancelled
from safer_desktop.domain.records import Edit, FieldChange, Json, RecordKind, RecordRef
from safer_desktop.loading.scoring_sheet import ASKED, TAKEN, SheetReading, read_sheets
from safer_desktop.risk.kept import score_field
from safer_desktop.risk.rounds import (
    Answer,
    Result,
    Round,
    RoundState,
    came_about,
    new_round,
    previous,
    results,
    round_agreement,
)
from safer_desktop.risk.scoring_layout import layout

if TYPE_CHECKING:
    from safer_desktop.workbench.bench import Workbench

_SCORED_BY = "scored_by"


@dataclass(frozen=True, slots=True)
class Adoption:
    """One result beside the score that stands now; ``changes`` if taking it would change it."""

    result: Result
    now: int | None
    scored_by: str
    how: str

    @property
    def changes(self) -> bool:
        """Whether adopting would put another score."""
        return self.result.score is not None and self.result.score != self.now

    @property
    def overwrites(self) -> bool:
        """Whether a score that somebody gave would give way."""
        return self.changes and self.now is not None


def rounds_of(bench: Workbench) -> tuple[Round, ...]:
    """All rounds, in the order in which they were started."""
    found = bench.records(RecordKind.ROUND).values()
    return tuple(from_plain(Round, dict(fields)) for fields in found)


def round_name(fields: Mapping[str, Json]) -> str:
    """``Round 2 of Probability x harm``, from the fields of a round's record."""
    return f"Round {fields['number']} of {fields['scheme_name']}"


def start_edit(bench: Workbench, partners: Sequence[str], opened: date) -> Edit:
    """The edit that starts the next round; raises SchemeError if nothing can be asked."""
    made = new_round(
        bench.scheme,
        bench.incident_types,
        partners,
        rounds_of(bench),
        opened,
        secrets.token_hex(32),
    )
    change = FieldChange(_ref(made), "", None, to_plain(made))
    return Edit(f"start of {_title(made)}", (change,))


def close_edit(round_: Round) -> Edit:
    """The edit after which no more sheets are taken in."""
    change = FieldChange(_ref(round_), "state", str(round_.state), str(RoundState.CLOSED))
    return Edit(f"close of {_title(round_)}", (change,))


def write_sheets(
    round_: Round, rounds: Sequence[Round], folder: Path, progress: Progress
) -> tuple[Path, ...]:
    """One workbook per partner into ``folder``; files of the same name are replaced.

    Raises ReportError if the folder cannot be written to.
    """
    from safer_desktop.report.scoring_sheet import file_name, write_sheet

    written = []
    for done, partner in enumerate(round_.partners):
        check_cancelled(progress)
        progress.report(done / len(round_.partners), f"Writing the sheet of {partner.name}")
        path = folder / file_name(round_, partner)
        if path in written:
            path = path.with_stem(f"{path.stem} ({partner.code})")
        write_sheet(layout(round_, partner, previous(round_, rounds)), path)
        written.append(path)
    progress.report(1.0, "Sheets written")
    return tuple(written)


def read_back(
    paths: Sequence[Path], round_: Round, rounds: Sequence[Round], progress: Progress
) -> tuple[SheetReading, ...]:
    """What each file is to the round; nothing is taken in yet."""
    return read_sheets(paths, round_, rounds, datetime.now(UTC).replace(microsecond=0), progress)


def taken_by_itself(readings: Sequence[SheetReading]) -> tuple[Answer, ...]:
    """The answers that need no decision."""
    return tuple(it.answer for it in readings if it.answer and it.verdict in TAKEN)


def may_be_taken(reading: SheetReading) -> bool:
    """Whether a person may take this answer all the same."""
    return reading.answer is not None and reading.verdict in ASKED


def answers_edit(round_: Round, answers: Sequence[Answer], why: str = "") -> Edit:
    """The edit that takes answers into a round; a partner's earlier one gives way."""
    after = round_
    for answer in answers:
        after = after.with_answer(answer)
    names = ", ".join(it.file for it in answers)
    change = FieldChange(
        _ref(round_), "answers", to_plain(round_)["answers"], to_plain(after)["answers"]
    )
    return Edit(f"answers to {_title(round_)}: {names}", (change,), why)


def adoptions(bench: Workbench, round_: Round, on: date) -> tuple[Adoption, ...]:
    """Every result of a round beside the score that stands now."""
    types = {it.code: it for it in bench.incident_types}
    alphas = round_agreement(round_)
    day = f"{on.day} {on:%B %Y}"
    return tuple(
        Adoption(
            result,
            types[result.type.code].score(round_.scheme, result.factor.code),
            types[result.type.code].scored_by,
            came_about(round_, result, alphas, day),
        )
        for result in results(round_)
        if result.type.code in types
    )


def adopt_edit(bench: Workbench, round_: Round, chosen: Collection[Adoption], on: date) -> Edit:
    """The edit that adopts these scores, each with the reason it came about by.

    Raises :class:`SaferError` if the scheme has another version by now.
    """
    scheme = bench.scheme
    if (scheme.code, scheme.version) != (round_.scheme, round_.version):
        raise SaferError(
            f"The matrix is scored by {scheme.name}, version {scheme.version}; the round was "
            f"held under {round_.scheme_name}, version {round_.version}.",
            remedy="Choose that scheme for the matrix, or hold a round under the present one.",
        )
    changes: list[FieldChange] = []
    for it in chosen:
        if it.changes:
            ref = RecordRef(RecordKind.INCIDENT_TYPE, it.result.type.code)
            field = score_field(round_.scheme, it.result.factor.code)
            changes.append(FieldChange(ref, field, it.now, it.result.score, it.how))
    by = f"Partners, round {round_.number}, {on.day} {on:%B %Y}"
    for code in dict.fromkeys(change.record.code for change in changes):
        ref = RecordRef(RecordKind.INCIDENT_TYPE, code)
        old: Json = bench.record(RecordKind.INCIDENT_TYPE, code).get(_SCORED_BY, "")
        if old != by:
            changes.append(FieldChange(ref, _SCORED_BY, old, by))
    return Edit(f"adoption of scores from {_title(round_)}", tuple(changes), by)


def _ref(round_: Round) -> RecordRef:
    return RecordRef(RecordKind.ROUND, round_.code)


def _title(round_: Round) -> str:
    return f"round {round_.number} of {round_.scheme_name}"
