"""Which style of a council's template each kind of paragraph takes: guessed, and correctable."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from safer_desktop.report.template_file import NAMES, W

OWN = ""
"""Chosen in place of a template's style: the program's own style is put into the template."""


@dataclass(frozen=True, slots=True)
class Part:
    """A kind of paragraph: the program's own style for it, and its words for the user.

    ``names`` is what a council's style for it is usually called.
    """

    style: str
    words: str
    names: str
    kind: str = "paragraph"


PARTS = (
    Part("Title", "Title of the paper", r"(report |paper |document |main )?title"),
    Part("Subtitle", "Board, above the title", r"subtitle|sub title"),
    Part("Heading1", "Heading 1", r"(section )?(heading|head|h) ?1"),
    Part("Heading2", "Heading 2", r"(section )?(heading|head|h) ?2"),
    Part("Heading3", "Heading 3", r"(section )?(heading|head|h) ?3"),
    Part(
        "NumberedParagraph",
        "Numbered paragraph",
        r"(numbered|number|num) ?(para|paragraph|paras|text|body)?|para(graph)? num(ber(ed)?)?"
        r"|report para(graph)?|list number",
    ),
    Part(
        "LetteredParagraph",
        "Lettered point",
        r"(lettered|letter|alpha) ?(para|paragraph|list|point)?|sub ?para(graph)?|list alpha",
    ),
    Part("Normal", "Plain paragraph", r"(body|report|main) ?text|plain ?(para(graph)?|text)?"),
    Part("Note", "Note under a table or chart", r"((table|chart|figure) )?(notes?|source)"),
    Part("Caption", "Caption", r"((table|figure|chart) )?caption"),
    Part("ChartParagraph", "Paragraph that holds a chart", r"(chart|figure|picture|image)"),
    Part("BoardTable", "Table", r"(report |board )?table( style)?", "table"),
)


@dataclass(frozen=True, slots=True)
class TemplateStyle:
    """A style of the template: its id and what Word calls it."""

    code: str
    name: str
    kind: str


def styles_in(styles: Any) -> tuple[TemplateStyle, ...]:
    """The paragraph and table styles in a template's part of styles, those made by hand first."""
    found = []
    for style in styles.iterfind("w:style", NAMES):
        kind, name = style.get(f"{W}type"), style.find("w:name", NAMES)
        is_default = style.get(f"{W}default") in ("1", "true")
        if kind in ("paragraph", "table") and name is not None and not is_default:
            own = style.get(f"{W}customStyle") not in ("1", "true")
            made = TemplateStyle(style.get(f"{W}styleId"), name.get(f"{W}val"), kind)
            found.append((own, made.name.casefold(), made))
    return tuple(style for _, _, style in sorted(found, key=lambda it: it[:2]))


def guessed(styles: tuple[TemplateStyle, ...]) -> dict[str, str]:
    """By the program's own style: the template's style, where one is called so."""
    by_part = {part.style: _best(part, styles) for part in PARTS}
    return {own: code for own, code in by_part.items() if code}


def chosen(styles: tuple[TemplateStyle, ...], corrected: Mapping[str, str]) -> dict[str, str]:
    """The guesses, over which a person's corrections stand; what is not there counts for nothing.

    A part without an entry takes the program's own style.
    """
    known = {style.code for style in styles}
    both = guessed(styles) | {k: v for k, v in corrected.items() if v == OWN or v in known}
    return {own: code for own, code in both.items() if code != OWN}


def _best(part: Part, styles: tuple[TemplateStyle, ...]) -> str:
    for style in styles:
        if style.kind == part.kind and any(
            re.fullmatch(part.names, words) for words in _words(style.name)
        ):
            return style.code
    return ""


def _words(name: str) -> tuple[str, ...]:
    """The name in small letters, whole and without a first word such as the council's letters."""
    plain = re.sub(r"[^a-z0-9]+", " ", name.split(",")[0].casefold()).strip()
    return plain, plain.partition(" ")[2]
