"""About how many pages a paper has, before it is laid out: enough to decide on a contents list."""

from __future__ import annotations

from collections.abc import Iterable

from safer_desktop.report.content import Block, Chart, Heading, Paragraph, Scatter, Section, Table

LONG = 10
"""Pages above which a paper has a list of its contents."""
_LINES = {False: 46, True: 30}
_LETTERS = 90
_CHART = 15.0


def pages(blocks: Iterable[Block]) -> int:
    """Pages of A4, counted in lines of text; every section begins a new page."""
    whole, landscape, lines = 0, False, 12.0
    for block in blocks:
        if isinstance(block, Section):
            whole += -int(-lines // _LINES[landscape])
            landscape, lines = block.landscape, 0.0
        else:
            lines += _lines(block)
    return whole - int(-lines // _LINES[landscape])


def is_long(blocks: Iterable[Block]) -> bool:
    """Whether the paper has so many pages that readers want a list of its contents."""
    return pages(blocks) > LONG


def _lines(block: Heading | Paragraph | Table | Chart | Scatter) -> float:
    match block:
        case Heading():
            return 2.5
        case Paragraph():
            return 1.5 + len(block.text) // _LETTERS
        case Table():
            return 3 + 1.8 * len(block.rows)
        case Chart() | Scatter():
            return _CHART + 2
