"""A contents list of links, there when the file is opened, without asking to update fields.

It is no TOC field: its page numbers could only be known to Word, once it has laid the pages out.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from safer_desktop.report.content import Block, Heading
from safer_desktop.report.word_text import element, paragraph, run

_LEVELS = 2
_FIRST_ID = 200_000


@dataclass(frozen=True, slots=True)
class Listed:
    """A heading in the list; ``number`` is its bookmark's, the same at every export."""

    heading: Heading
    number: int


def listed(blocks: Sequence[Block]) -> list[Listed]:
    """The headings of a paper that its contents list has."""
    seen: Counter[str] = Counter()
    found = []
    for block in blocks:
        if isinstance(block, Heading) and block.level <= _LEVELS:
            seen[block.text] += 1
            name = f"{block.text}~{seen[block.text]}"
            found.append(Listed(block, int(hashlib.sha256(name.encode()).hexdigest()[:7], 16)))
    return found


def bookmarked(words: Sequence[Any], it: Listed) -> list[Any]:
    """A heading's runs between the marks that the list leads to."""
    code = str(_FIRST_ID + it.number)
    start = element("w:bookmarkStart", {"w:id": code, "w:name": _name(it)})
    return [start, *words, element("w:bookmarkEnd", {"w:id": code})]


def contents_list(headings: Sequence[Listed]) -> list[Any]:
    """A paragraph for each heading, with a link to it."""
    made = []
    for it in headings:
        link = element("w:hyperlink", {"w:anchor": _name(it), "w:history": "1"})
        link.append(run(it.heading.text))
        made.append(paragraph(f"TOC{it.heading.level}", [link]))
    return made


def _name(it: Listed) -> str:
    return f"_Toc{_FIRST_ID + it.number}"
