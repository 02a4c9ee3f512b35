"""A paper that was worked on in Word, and its next export: what the author did stays.

The author's own file is the ground: only words that are still the program's are written anew.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError

from safer_desktop.domain.display import listed
from safer_desktop.domain.errors import ReportError
from safer_desktop.report.content import NamedFigure, Paper
from safer_desktop.report.word_controls import CHART, FIGURE, TABLE, bare_tag, tag_of
from safer_desktop.report.word_graft import Graft, carry_comments, comment, drop_unused
from safer_desktop.report.word_record import (
    Known,
    Record,
    block_hash,
    blocks_of,
    content_of,
    figures_now,
    keep,
    loose_of,
    record_in,
    signature,
    tag_in,
    text_of,
)

OUR_NAME = "Safer Desktop"
_LONGEST = 70
_OTHER_NAME = "Export under another name. The file was left as it is."
_MARKS = (qn("w:commentRangeStart"), qn("w:commentReference"))
_TRACKED = (qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo"))
_WAYS = {1: "a rise", -1: "a fall", 0: "no real change", None: "no change"}


class Step(StrEnum):
    """What happens to a piece of the paper."""

    FLAGGED = "Flagged by a comment"
    KEPT = "Kept: edited in Word"
    OWN = "Kept: added in Word"
    DELETED = "Stays deleted"
    MOVED = "Stays where it was moved"
    REFRESHED = "Figures refreshed"
    REDRAFTED = "New draft"
    ADDED = "New"
    REMOVED = "Removed: no longer drafted"
    NO_PLACE = "Left out: no pages for it"


@dataclass(frozen=True, slots=True)
class Done:
    """One piece of the paper, by its first words, and why."""

    step: Step
    what: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """The new paper over the old one. ``content`` None: nothing changes.

    ``comments`` and ``tracked`` count what the author left in the file, which stays.
    """

    content: bytes | None
    record: Record
    done: tuple[Done, ...]
    comments: int
    tracked: int
    known: bool

    def of(self, *steps: Step) -> tuple[Done, ...]:
        """What was done in these ways."""
        return tuple(it for it in self.done if it.step in steps)


def record_of(content: bytes) -> Record:
    """The record in a paper that the program has just made."""
    found = record_in(Document(io.BytesIO(content)))
    assert found is not None
    return found


def paper_of(content: bytes, name: str) -> str:
    """The id of the paper that a file is; raises ReportError, as :func:`merge` does."""
    return _opened(content, name)[1].paper


def merge(
    old: bytes, name: str, new: bytes, paper: Paper, kept_hashes: Mapping[str, str] | None
) -> Merged:
    """The author's file ``old`` with the words and figures of the ``new`` export.

    ``kept_hashes`` are the pack's own of that paper, by tag; None where it has none. A block whose
    hash is unknown to either counts as edited. Raises ReportError for a file that is not such a
    paper, or of another council or edition; nothing is written here.
    """
    document, record = _opened(old, name)
    _check_same(record, paper, name)
    if not blocks_of(document):
        raise ReportError(
            f"'{name}' has lost the marks by which the program tells your words from its own.",
            where="All its content controls are gone: LibreOffice takes them out when it saves, "
            "and so does pasting the text into another file.",
            remedy=_OTHER_NAME,
        )
    return _Merge(document, record, Document(io.BytesIO(new)), paper, kept_hashes).merged()


def _opened(content: bytes, name: str) -> tuple[Any, Record]:
    try:
        document = Document(io.BytesIO(content))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, XMLSyntaxError):
        raise ReportError(
            f"'{name}' is there already and is no Word document that can be read.",
            remedy=_OTHER_NAME,
        ) from None
    record = record_in(document)
    if record is None:
        raise ReportError(
            f"'{name}' is there already, and nothing in it tells your words from the program's.",
            where="It was not written by this program, or was since saved by LibreOffice or "
            "pasted into another file, which takes those marks out.",
            remedy=_OTHER_NAME,
        )
    return document, record


def _check_same(record: Record, paper: Paper, name: str) -> None:
    if record.council != paper.council:
        raise ReportError(
            f"'{name}' is a paper of {record.council}, from another pack.", remedy=_OTHER_NAME
        )
    if record.edition != paper.edition:
        raise ReportError(
            f"'{name}' is the paper of {record.edition}; this is {paper.edition}.",
            remedy=_OTHER_NAME,
        )


class _Merge:
    """Writes what is still the program's into the author's document."""

    def __init__(
        self,
        document: Any,
        record: Record,
        new: Any,
        paper: Paper,
        kept_hashes: Mapping[str, str] | None,
    ) -> None:
        self._document, self._record, self._new = document, record, new
        self._pack = kept_hashes
        self._figures: dict[str, NamedFigure] = {
            tag_of(f"{FIGURE}{it.name}"): it for it in paper.figures
        }
        self._graft = Graft(new, document)
        self._old_blocks, self._new_blocks = blocks_of(document), blocks_of(new)
        fresh = record_in(new)
        assert fresh is not None
        self._fresh = fresh
        self._done: list[Done] = []
        self._touched = False
        self._forgotten: set[str] = set()

    def merged(self) -> Merged:
        """The whole merge."""
        tracked = sum(1 for _ in self._document.element.body.iter(*_TRACKED))
        comments = _comments(self._document)
        self._tell_own()
        self._tell_moved()
        for tag, control in self._old_blocks.items():
            self._block(tag, control)
        self._loose()
        self._insert_new()
        self._tell_deleted()
        record = self._record_now()
        content = None
        if self._touched:
            _retag(self._document)
            drop_unused(self._document)
            keep(self._document, record)
            made = io.BytesIO()
            self._document.save(made)
            content = made.getvalue()
        done = tuple(sorted(self._done, key=lambda it: list(Step).index(it.step)))
        return Merged(content, record, done, comments, tracked, self._pack is not None)

    def _record_now(self) -> Record:
        """Hashes of the new drafts: a paragraph that the author changed never has its draft's."""
        blocks = {**self._record.blocks, **self._fresh.blocks}
        return replace(
            self._fresh,
            paper=self._record.paper,
            blocks={tag: it for tag, it in blocks.items() if tag not in self._forgotten},
            figures=figures_now(self._figures.values()),
        )

    def _say(self, step: Step, node: Any, why: str = "") -> None:
        self._done.append(Done(step, _first_words(node), why))

    def _block(self, tag: str, control: Any) -> None:
        hashed = self._record.blocks.get(tag)
        in_pack = self._pack is None or self._pack.get(tag) == hashed
        typed_over = [it for it in self._figures_in(control) if self._typed_over(it)]
        own_words = not in_pack or block_hash(control, self._document.part) != hashed
        successor = self._new_blocks.get(tag)
        if own_words or typed_over:
            self._kept(tag, control, successor)
        elif successor is None:
            self._gone(tag, control)
        elif self._fresh.blocks[tag] == hashed:
            if self._refresh(control):
                self._say(Step.REFRESHED, control)
        else:
            self._redraft(control, successor)

    def _kept(self, tag: str, control: Any, successor: Any) -> None:
        if not text_of(control).strip():
            if successor is not None:
                self._say(Step.DELETED, successor)
            return
        self._say(Step.KEPT, control)
        reasons = [self._typed_over_words(it) for it in self._figures_in(control)]
        reasons += self._turned(tag, control)
        if self._refresh(control):
            self._say(Step.REFRESHED, control)
        reasons.append(self._no_more(control))
        if successor is None:
            reasons.append("The data no longer give what this was first drafted from.")
        elif tag.startswith((TABLE, CHART)) and self._fresh.blocks[tag] != self._record.blocks.get(
            tag
        ):
            reasons.append(
                "The data behind this have changed. It was edited in Word, so it was kept as it is."
            )
        for reason in dict.fromkeys(filter(None, reasons)):
            self._flag(control, reason)

    def _gone(self, tag: str, control: Any) -> None:
        if any(True for _ in control.iter(*_MARKS)):
            self._say(Step.KEPT, control, "it has a comment")
            self._flag(control, "The data no longer give what this was drafted from.")
            return
        self._say(Step.REMOVED, control)
        control.getparent().remove(control)
        self._forgotten.add(tag)
        self._touched = True

    def _redraft(self, control: Any, successor: Any) -> None:
        self._say(Step.REDRAFTED, successor)
        holder = control.find(qn("w:sdtContent"))
        old = list(holder)
        new = [self._graft.copied(it) for it in content_of(successor)]
        carry_comments(old, new)
        for it in old:
            holder.remove(it)
        holder.extend(new)
        self._touched = True

    def _flag(self, control: Any, words: str) -> None:
        paragraph = next(control.iter(qn("w:p")), None)
        if paragraph is not None and comment(self._document, paragraph, words, OUR_NAME):
            self._say(Step.FLAGGED, control, words)
            self._touched = True

    # Figures

    def _figures_in(self, node: Any) -> list[Any]:
        """The figure controls in a block, those in tracked deletions aside."""
        return [
            it
            for it in node.iter(qn("w:sdt"))
            if tag_in(it).startswith(FIGURE) and not _is_deleted(it)
        ]

    def _was(self, control: Any) -> Known | None:
        return self._record.figures.get(bare_tag(tag_in(control)))

    def _now(self, control: Any) -> NamedFigure | None:
        return self._figures.get(bare_tag(tag_in(control)))

    def _typed_over(self, control: Any) -> bool:
        was = self._was(control)
        return was is None or text_of(control) != was.text

    def _typed_over_words(self, control: Any) -> str:
        now = self._now(control)
        if not self._typed_over(control) or now is None or now.text == text_of(control):
            return ""
        return f"'{text_of(control)}' was typed here by hand; the data give {now.text}."

    def _no_more(self, node: Any) -> str:
        """Which figures in kept words have no successor, in a sentence."""
        gone = [
            f"'{text_of(it)}'"
            for it in self._figures_in(node)
            if not self._typed_over(it) and not self._can_follow(it)
        ]
        return f"The data no longer give a figure in place of {listed(gone)}." if gone else ""

    def _can_follow(self, control: Any) -> bool:
        now = self._now(control)
        return now is not None and now.text.endswith("%") == text_of(control).endswith("%")

    def _refresh(self, node: Any) -> bool:
        """Give the figures in a block their text of now; tells whether one changed."""
        changed = False
        for control in self._figures_in(node):
            now = self._now(control)
            if now is None or self._typed_over(control) or not self._can_follow(control):
                continue
            if text_of(control) != now.text:
                first, *others = control.iter(qn("w:t"))
                first.text = now.text
                for it in others:
                    it.text = ""
                changed = self._touched = True
        return changed

    def _turned(self, tag: str, control: Any) -> Iterator[str]:
        """What has turned round since the kept words were written."""
        names = {bare_tag(tag_in(it)) for it in self._figures_in(control)}
        code = tag.removeprefix("narr:indicator:")
        if code != tag:
            names.add(tag_of(f"{FIGURE}{bare_tag(code)}.change"))
        told = set()
        for name in sorted(names):
            was, now = self._record.figures.get(name), self._figures.get(name)
            if was is None or now is None or now.subject in told or was.sign == now.sign:
                continue
            told.add(now.subject)
            subject = now.subject[:1].upper() + now.subject[1:]
            yield (
                f"{subject}: when this was written the data gave {_WAYS[was.sign]} ({was.text}); "
                f"now they give {_WAYS[now.sign]} ({now.text}). The words here are your own and "
                "were kept: do they still hold?"
            )

    # What stands round the blocks

    def _loose(self) -> None:
        """Renew what the program wrote outside of controls, where it is as it was written."""
        if len(self._record.loose) != len(self._fresh.loose):
            return
        part, successors = self._document.part, loose_of(self._new)
        by_hash = {signature([it], part): it for it in loose_of(self._document)}
        for was, now, successor in zip(
            self._record.loose, self._fresh.loose, successors, strict=True
        ):
            element = by_hash.get(was)
            if was == now or element is None or element.tag != qn("w:p"):
                continue
            made = self._graft.copied(successor)
            words = [it for it in made if it.tag != qn("w:pPr")]
            marked = [it for it in element if it.tag in _MARKS]
            if marked:
                continue
            for it in [it for it in element if it.tag != qn("w:pPr")]:
                element.remove(it)
            element.extend(words)
            self._touched = True
            self._say(Step.REDRAFTED, element)

    def _insert_new(self) -> None:
        """Put in what is drafted for the first time, behind what comes before it in the draft."""
        sections = _sections(self._new)
        placed = dict(self._old_blocks)
        order = list(self._new_blocks)
        for at, tag in enumerate(order):
            if tag in self._record.blocks:
                continue
            control = self._new_blocks[tag]
            same = [it for it in order if sections[it] == sections[tag] and it in placed]
            same = [it for it in same if placed[it].getparent() is not None]
            before = [it for it in same if order.index(it) < at]
            if not same:
                self._forgotten.add(tag)
                self._say(Step.NO_PLACE, control, "copy it from an export under another name")
                continue
            made = self._graft.copied(control)
            if before:
                placed[before[-1]].addnext(made)
            else:
                placed[same[0]].addprevious(made)
            placed[tag] = made
            self._touched = True
            self._say(Step.ADDED, made)

    def _tell_own(self) -> None:
        ours = set(self._record.loose)
        for it in loose_of(self._document):
            if signature([it], self._document.part) not in ours and text_of(it).strip():
                self._say(Step.OWN, it)

    def _tell_moved(self) -> None:
        before = [tag for tag in self._record.blocks if tag in self._old_blocks]
        now = [tag for tag in self._old_blocks if tag in self._record.blocks]
        match = SequenceMatcher(None, before, now, autojunk=False)
        still = {tag for it in match.get_matching_blocks() for tag in now[it.b : it.b + it.size]}
        for tag in now:
            if tag not in still:
                self._say(Step.MOVED, self._old_blocks[tag])

    def _tell_deleted(self) -> None:
        loose = {signature([it], self._document.part) for it in loose_of(self._document)}
        for tag, hashed in self._record.blocks.items():
            if tag in self._old_blocks or tag not in self._new_blocks:
                continue
            if hashed in loose:
                continue
            self._say(Step.DELETED, self._new_blocks[tag])


def _sections(document: Any) -> dict[str, int]:
    """In which section each block stands."""
    found, section = {}, 0
    for it in document.element.body:
        if it.tag == qn("w:sdt"):
            found[tag_in(it)] = section
        elif it.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            section += 1
    return found


def _retag(document: Any) -> None:
    """Give controls that a graft or a copy in Word made alike tags of their own again."""
    taken: set[str] = set()
    for control in document.element.body.iter(qn("w:sdt")):
        tag, number = tag_in(control), 1
        if not tag:
            continue
        wanted = tag
        while wanted in taken:
            number += 1
            wanted = f"{bare_tag(tag)}~{number}"
        taken.add(wanted)
        control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").set(qn("w:val"), wanted)


def _is_deleted(node: Any) -> bool:
    return any(it.tag in (qn("w:del"), qn("w:moveFrom")) for it in node.iterancestors())


def _comments(document: Any) -> int:
    """How many comments of people the file has."""
    if not any(it.reltype.endswith("/comments") for it in document.part.rels.values()):
        return 0
    return sum(it.author != OUR_NAME for it in document.comments)


def _first_words(node: Any) -> str:
    first = next((it for it in node.iter(qn("w:p")) if text_of(it).strip()), None)
    words = " ".join(text_of(first).split()) if first is not None else ""
    if not words:
        return "(no words)"
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} \u2026"
