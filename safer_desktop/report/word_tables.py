"""Tables as Word XML, whole rows at a time (asking python-docx for cell after cell is slow)."""

from __future__ import annotations

from typing import Any

from safer_desktop.report.content import NOT_AVAILABLE, Align, Cell, Shade, Table
from safer_desktop.report.word_text import (
    clean,
    element,
    paragraph,
    run,
    shortened,
    valued,
)

HEADER_FILL = "12436D"
SHADES = {Shade.GOOD: "CFEDE9", Shade.CLOSE: "FDE3D3", Shade.BAD: "EFD3DF"}
LONGEST_ALT_TEXT = 500
LONGEST_KEPT_WHOLE = 8


def table(content: Table, width: int) -> Any:
    """The table, at its part of ``width`` twentieths of a point."""
    widths = _widths(content, int(width * content.width))
    look = {
        "w:val": "04A0" if content.row_headers else "0420",
        "w:firstRow": "1",
        "w:lastRow": "0",
        "w:firstColumn": "1" if content.row_headers else "0",
        "w:lastColumn": "0",
        "w:noHBand": "0",
        "w:noVBand": "1",
    }
    properties = element(
        "w:tblPr",
        None,
        valued("w:tblStyle", "BoardTable"),
        element("w:tblW", {"w:w": str(sum(widths)), "w:type": "dxa"}),
        element("w:tblLayout", {"w:type": "fixed"}),
        element("w:tblLook", look),
        valued("w:tblCaption", shortened(content.caption, LONGEST_ALT_TEXT)),
        valued("w:tblDescription", shortened(content.alt_text, LONGEST_ALT_TEXT)),
    )
    grid = element("w:tblGrid", None, *(element("w:gridCol", {"w:w": str(w)}) for w in widths))
    kept = len(content.rows) - 1 if len(content.rows) <= LONGEST_KEPT_WHOLE else 0
    rows = (_row(content, row, widths, n < kept) for n, row in enumerate(content.rows))
    return element("w:tbl", None, properties, grid, _header(content, widths), *rows)


def _widths(content: Table, width: int) -> list[int]:
    whole = sum(column.share for column in content.columns)
    widths = [int(width * column.share / whole) for column in content.columns]
    widths[-1] += width - sum(widths)
    return widths


def _header(content: Table, widths: list[int]) -> Any:
    cells = [
        _cell(
            column.header,
            "TableHeaderNumber" if column.align is Align.RIGHT else "TableHeader",
            width,
            HEADER_FILL,
            "bottom",
        )
        for column, width in zip(content.columns, widths, strict=True)
    ]
    properties = element("w:trPr", None, element("w:cantSplit"), element("w:tblHeader"))
    return element("w:tr", None, properties, *cells)


def _row(content: Table, row: tuple[Cell, ...], widths: list[int], keep: bool) -> Any:
    cells = [
        _cell(
            cell.text,
            "TableNumber" if column.align is Align.RIGHT else "TableText",
            width,
            SHADES.get(cell.shade, ""),
            "center",
            keep,
        )
        for cell, column, width in zip(row, content.columns, widths, strict=True)
    ]
    return element("w:tr", None, element("w:trPr", None, element("w:cantSplit")), *cells)


def _cell(text: str, style: str, width: int, fill: str, align: str, keep: bool = False) -> Any:
    shading = {"w:val": "clear", "w:color": "auto", "w:fill": fill}
    properties = element(
        "w:tcPr",
        None,
        element("w:tcW", {"w:w": str(width), "w:type": "dxa"}),
        *([element("w:shd", shading)] if fill else []),
        valued("w:vAlign", align),
    )
    words = clean(text).strip() or NOT_AVAILABLE
    next_to = [element("w:keepNext")] if keep else []
    return element("w:tc", None, properties, paragraph(style, [run(words)], *next_to))
