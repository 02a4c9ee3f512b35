"""Words as Word XML: clean text, runs, fields, links, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TURNS_TEXT_ROUND = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"[\t\n\r\u2028\u2029]+")
_ADDRESS_MARKS = "@+.-_:/"


def clean(text: str) -> str:
    """Text that an XML file may hold, on one line, without marks that reverse what follows."""
    return _SPACES.sub(" ", _TURNS_TEXT_ROUND.sub("", _NOT_XML.sub("", text)))


def shortened(text: str, most: int) -> str:
    """Clean text of at most so many characters, cut at a word and closed by an ellipsis."""
    text = clean(text)
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def element(tag: str, attributes: dict[str, str] | None = None, *children: Any) -> Any:
    """An element with prefixed names, as ``element("w:jc", {"w:val": "right"})``."""
    made = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        made.set(qn(name) if ":" in name else name, value)
    made.extend(children)
    return made


def valued(tag: str, value: str) -> Any:
    """An element with nothing but ``w:val``."""
    return element(tag, {"w:val": value})


def run(text: str, style: str = "") -> Any:
    """A run of text."""
    words = element("w:t", None)
    words.text = clean(text)
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    properties = [element("w:rPr", None, valued("w:rStyle", style))] if style else []
    return element("w:r", None, *properties, words)


def tab() -> Any:
    """A run that holds a tab."""
    return element("w:r", None, element("w:tab"))


def field(instruction: str, shown: str) -> list[Any]:
    """The runs of a field, with the value that is shown until it is worked out anew."""
    code = element("w:instrText")
    code.text = f" {instruction} "
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return [
        element("w:r", None, element("w:fldChar", {"w:fldCharType": "begin"})),
        element("w:r", None, code),
        element("w:r", None, element("w:fldChar", {"w:fldCharType": "separate"})),
        run(shown),
        element("w:r", None, element("w:fldChar", {"w:fldCharType": "end"})),
    ]


def link(part: Any, text: str, target: str) -> Any:
    """A link to an address outside the file."""
    safe = quote(clean(target).replace(" ", ""), safe=_ADDRESS_MARKS)
    relation = part.relate_to(safe, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    return element("w:hyperlink", {"r:id": relation}, run(text, "Hyperlink"))


def paragraph(style: str, content: Iterable[Any], *properties: Any) -> Any:
    """A paragraph of a style; ``properties`` must stand in the order of the schema."""
    style_of = [] if style == "Normal" else [valued("w:pStyle", style)]
    has = [*style_of, *properties]
    made = element("w:p", None, *([element("w:pPr", None, *has)] if has else []))
    made.extend(list(content))
    return made


def properties_of(made: Any) -> Any:
    """The paragraph's properties, made if it has none."""
    found = made.find(qn("w:pPr"))
    if found is None:
        found = element("w:pPr")
        made.insert(0, found)
    return found
