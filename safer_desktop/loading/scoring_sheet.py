"""Reads partners' scoring sheets back: what each gave, or what is wrong with it and where."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hmac import compare_digest
from pathlib import Path

from safer_desktop.domain.errors import LoadError
from safer_desktop.domain.progress import Progress
from safer_desktop.loading.cells import Sheet, Workbook, a1
from safer_desktop.loading.readers import read_workbook
from safer_desktop.risk.rounds import (
    Answer,
    Given,
    Partner,
    Remark,
    Round,
    RoundState,
    previous,
    signature,
)
from safer_desktop.risk.scheme import Factor
from safer_desktop.risk.scoring_layout import (
    ABOUT,
    LONGEST_COMMENT,
    PARTNER,
    ROUND,
    SIGNATURE,
    Layout,
    Page,
    layout,
)

_WHOLE = re.compile(r"[0-9]{1,4}")
_MOST_TOLD = 12
_LONGEST_SHOWN = 60


class Verdict(StrEnum):
    """What became of a file."""

    COMPLETE = "complete"
    PARTIAL = "partly filled in"
    EMPTY = "nothing filled in"
    FAULTY = "some cells hold no score of the scale"
    DOUBLED = "answered already"
    SAME = "read already"
    STALE = "of an earlier round or a closed one"
    TAMPERED = "changed where it is locked"
    UNKNOWN_PARTNER = "of a partner who was not invited"
    NO_SHEET = "no scoring sheet of this pack"
    UNREADABLE = "cannot be read"


TAKEN = frozenset({Verdict.COMPLETE, Verdict.PARTIAL})
ASKED = frozenset({Verdict.FAULTY, Verdict.DOUBLED})
"""Verdicts under which a person may still take what could be read."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong or lacking, with its sheet and cell (empty: the whole file)."""

    what: str
    sheet: str = ""
    cell: str = ""

    @property
    def words(self) -> str:
        """``Scores, B7: ...``."""
        place = ", ".join(part for part in (self.sheet, self.cell) if part)
        return f"{place}: {self.what}" if place else self.what


@dataclass(frozen=True, slots=True)
class SheetReading:
    """One file: its verdict, what was found, and the answer where there is one."""

    file: str
    verdict: Verdict
    findings: tuple[Finding, ...]
    partner: Partner | None = None
    answer: Answer | None = None


def read_sheets(
    paths: Sequence[Path],
    open_round: Round,
    rounds: Sequence[Round],
    now: datetime,
    progress: Progress,
) -> tuple[SheetReading, ...]:
    """Read each file; a file that cannot be read is told of and holds up no other.

    Of several sheets of one partner in one go none is taken by itself: a person chooses.
    Raises :class:`Cancelled` at the user's wish.
    """
    found = []
    for done, path in enumerate(paths):
        progress.report(done / len(paths), f"Reading {path.name}")
        found.append(read_sheet(path, open_round, rounds, now, progress))
    progress.report(1.0, "Sheets read")
    return _told_apart(found)


def read_sheet(
    path: Path, open_round: Round, rounds: Sequence[Round], now: datetime, progress: Progress
) -> SheetReading:
    """One file, judged against the open round."""
    try:
        book = read_workbook(path, _Within(progress))
    except LoadError as error:
        return SheetReading(path.name, Verdict.UNREADABLE, (Finding(str(error)),))
    return judged(book, open_round, rounds, now)


def judged(
    book: Workbook, open_round: Round, rounds: Sequence[Round], now: datetime
) -> SheetReading:
    """What a workbook is to the open round."""

    def refused(
        verdict: Verdict, *findings: Finding, partner: Partner | None = None
    ) -> SheetReading:
        return SheetReading(book.name, verdict, findings, partner)

    about = next((sheet for sheet in book.sheets if sheet.name == ABOUT), None)
    said = _said(about) if about else {}
    of = next((it for it in rounds if it.code == said.get(ROUND)), None)
    if about is None or of is None:
        what = f"It has no sheet '{ABOUT}'." if about is None else "It names no round of this pack."
        return refused(Verdict.NO_SHEET, Finding(what, ABOUT if about else ""))
    code = said.get(PARTNER, "")
    partner = of.partner(code)
    if partner is None:
        words = f"'{_cut(code)}' was not invited to round {of.number}."
        return refused(Verdict.UNKNOWN_PARTNER, Finding(words, ABOUT))
    if not compare_digest(said.get(SIGNATURE, "").encode(), signature(of, code).encode()):
        words = (
            "The signature does not belong to this round, scheme version and partner: the sheet "
            "was made by hand, or another partner's was renamed."
        )
        return refused(Verdict.TAMPERED, Finding(words, ABOUT), partner=partner)
    if of.code != open_round.code or open_round.state is RoundState.CLOSED:
        state = "is closed" if of.state is RoundState.CLOSED else "is not the one being read"
        words = f"It belongs to round {of.number} of {of.scheme_name}, version {of.version}, which"
        return refused(Verdict.STALE, Finding(f"{words} {state}.", ABOUT), partner=partner)
    made = layout(of, partner, previous(of, rounds))
    changed = tuple(_changes(book, made))
    if changed:
        return refused(Verdict.TAMPERED, *_shortened(changed), partner=partner)
    return _answered(book, made, of, partner, now)


def _answered(
    book: Workbook, made: Layout, of: Round, partner: Partner, now: datetime
) -> SheetReading:
    sheet = next(it for it in book.sheets if it.name == made.pages[0].name)
    faults: list[Finding] = []
    blank: list[Finding] = []
    scores = []
    names = {kind.code: kind.name for kind in of.types}
    for (row, column), (kind, factor) in made.score_at.items():
        place = a1(row, column)
        if sheet.is_blank(row, column):
            words = f"{names[kind]} has no score for {factor.name}."
            blank.append(Finding(words, sheet.name, place))
            continue
        score = _score(sheet, row, column, factor)
        if isinstance(score, str):
            faults.append(Finding(f"{score} ({names[kind]}).", sheet.name, place))
        else:
            scores.append(Given(kind, factor.code, score))
    remarks, misplaced = _remarks(sheet, made)
    faults += misplaced
    answer = Answer(partner.code, book.name, book.sha256, now, tuple(scores), remarks)
    earlier = of.answer(partner.code)
    told = _shortened((*faults, *blank))
    reading = SheetReading(book.name, Verdict.COMPLETE, told, partner, answer)
    if not scores and not faults:
        return replace(reading, verdict=Verdict.EMPTY, answer=None)
    if earlier is not None and earlier.sha256 == book.sha256:
        same = Finding(f"This very file was read on {earlier.read_at:%d %B %Y}.")
        return replace(reading, verdict=Verdict.SAME, findings=(same,), answer=None)
    if earlier is not None:
        doubled = Finding(
            f"{partner.name} has answered in '{earlier.file}', read on {earlier.read_at:%d %B %Y}; "
            f"{_differences(earlier, answer)} Taking this sheet replaces that answer."
        )
        return replace(reading, verdict=Verdict.DOUBLED, findings=(doubled, *told))
    if faults:
        return replace(reading, verdict=Verdict.FAULTY)
    return replace(reading, verdict=Verdict.PARTIAL) if blank else reading


def _said(about: Sheet) -> dict[str, str]:
    return {about.text(row, 0): about.text(row, 1) for row in range(min(about.height, 40))}


def _changes(book: Workbook, made: Layout) -> Iterator[Finding]:
    """Fixed cells that say something else, and cells filled where nothing belongs."""
    for page in made.pages:
        sheet = next((it for it in book.sheets if it.name == page.name), None)
        if sheet is None:
            yield Finding("The sheet is gone.", page.name)
        else:
            yield from _page_changes(sheet, page)
    known = {page.name for page in made.pages}
    for sheet in book.sheets:
        if sheet.name not in known and sheet.height:
            yield Finding("A sheet that the program did not write.", sheet.name)


def _page_changes(sheet: Sheet, page: Page) -> Iterator[Finding]:
    for (row, column), text in page.fixed.items():
        found = sheet.text(row, column)
        if _plain(found) != _plain(text):
            said = f"It should say '{_cut(text)}' but "
            said += f"says '{_cut(found)}'." if found else "is empty."
            yield Finding(said, sheet.name, a1(row, column))
    for row in range(sheet.height):
        for column in range(sheet.width):
            place = (row, column)
            if place not in page.fixed and place not in page.open and not sheet.is_blank(*place):
                words = f"Something was added: '{_cut(sheet.text(row, column))}'."
                yield Finding(words, sheet.name, a1(row, column))


def _score(sheet: Sheet, row: int, column: int, factor: Factor) -> int | str:
    """The score in a cell, or what is wrong with it."""
    value, text = sheet.value(row, column), _cut(sheet.text(row, column))
    if (row, column) in sheet.faults or (row, column) in sheet.formulas:
        return f"A formula ('{text}') stands where a score belongs"
    if isinstance(value, str) and _WHOLE.fullmatch(value.strip()):
        value = float(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return f"'{text}' is no number"
    if not math.isfinite(value) or value != int(value):
        return f"{text} is no whole number"
    if not factor.lowest <= value <= factor.highest:
        return f"{text} lies outside the scale of {factor.lowest} to {factor.highest}"
    return int(value)


def _remarks(sheet: Sheet, made: Layout) -> tuple[tuple[Remark, ...], list[Finding]]:
    faults = []
    held: dict[str, list[str]] = {}
    for place, kind in made.confidence_at.items():
        text = sheet.text(*place)
        allowed = {it.casefold(): it for it in made.confidences}
        if text and text.casefold() not in allowed:
            words = f"'{_cut(text)}' is none of {', '.join(made.confidences)}."
            faults.append(Finding(words, sheet.name, a1(*place)))
        held[kind] = [allowed.get(text.casefold(), ""), ""]
    for place, kind in made.comment_at.items():
        text = sheet.text(*place)
        if len(text) > LONGEST_COMMENT:
            words = f"The comment has {len(text):,} characters; {LONGEST_COMMENT:,} are kept."
            faults.append(Finding(words, sheet.name, a1(*place)))
        held[kind][1] = text[:LONGEST_COMMENT]
    return tuple(Remark(kind, *texts) for kind, texts in held.items() if any(texts)), faults


def _differences(earlier: Answer, now: Answer) -> str:
    before: Mapping[tuple[str, str], int] = {
        (it.type, it.factor): it.score for it in earlier.scores
    }
    after = {(it.type, it.factor): it.score for it in now.scores}
    many = sum(before.get(key) != after.get(key) for key in {*before, *after})
    return "the scores are the same." if not many else f"{many} of its scores differ."


def _told_apart(found: Sequence[SheetReading]) -> tuple[SheetReading, ...]:
    """Several sheets of one partner in one go: each is doubled by the others."""

    def judged_anew(reading: SheetReading) -> SheetReading:
        others = [
            it.file
            for it in found
            if it is not reading and it.answer and reading.answer and it.partner == reading.partner
        ]
        if not others:
            return reading
        words = Finding(f"{', '.join(others)} is of the same partner. Take one of them.")
        return replace(reading, verdict=Verdict.DOUBLED, findings=(words, *reading.findings))

    return tuple(judged_anew(reading) for reading in found)


def _shortened(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    if len(findings) <= _MOST_TOLD:
        return findings
    return (*findings[:_MOST_TOLD], Finding(f"And {len(findings) - _MOST_TOLD} more such cells."))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _cut(text: str) -> str:
    text = _plain(text)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


class _Within:
    """Passes on the wish to stop, while the files together tell how far they are."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def report(self, done: float, text: str) -> None:
        """The files are counted, not their parts."""

    def cancelled(self) -> bool:
        return self._progress.cancelled()
