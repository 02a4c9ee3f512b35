"""An explanation as it is read: headed paragraphs on the screen, plain text to copy."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from safer_desktop.analysis.explain import Explained, written
from safer_desktop.workbench.chain import Explanation

_Block = tuple[str, tuple[str, ...]]


def title(item: Explained) -> str:
    """What is explained, with its figure."""
    return f"{item.what}: {item.shown}" if item.shown else item.what


def as_html(item: Explained) -> str:
    """One item for the screen."""
    parts = [f"<h3>{escape(title(item))}</h3>"]
    for heading, lines in _blocks(item):
        parts.append(f"<h4>{escape(heading)}</h4>")
        parts.extend(f"<p>{escape(line)}</p>" for line in lines)
    return "".join(parts)


def as_text(explanation: Explanation) -> str:
    """All items for the clipboard."""
    parts = [f"{explanation.title}: how it was worked out"]
    for item in explanation.items:
        lines = [title(item)]
        for heading, told in _blocks(item):
            lines.extend((f"  {heading}", *(f"    {line}" for line in told)))
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _blocks(item: Explained) -> Iterator[_Block]:
    method = item.method
    yield f"In plain words: {method.name}", (method.words,)
    if item.worked:
        yield "With this figure's own numbers", item.worked
    if item.facts:
        yield "What decided", item.facts
    yield "Formula", (written(method.formula),)
    yield "Source of the method", (method.source,)
