"""The paper as a page of HTML, to be read through before it is exported."""

from __future__ import annotations

from html import escape

from safer_desktop.report.content import (
    Align,
    Chart,
    Heading,
    Paper,
    Paragraph,
    Role,
    Scatter,
    Section,
    Shade,
    Table,
)

_SHADES = {Shade.GOOD: "#d5ead8", Shade.CLOSE: "#fdf0c4", Shade.BAD: "#f9d3cf"}


def to_html(paper: Paper) -> str:
    """The whole paper; every paragraph has its key as an anchor. Text is always escaped."""
    parts = [f"<h1>{escape(paper.title)}</h1>"]
    details = (paper.council, paper.board, paper.meeting, *paper.lines)
    parts.extend(f"<p>{escape(line)}</p>" for line in details if line)
    number = letter = tables = charts = 0
    for block in paper.blocks:
        match block:
            case Heading():
                level = min(block.level + 1, 6)
                parts.append(f"<h{level}>{escape(block.text)}</h{level}>")
            case Paragraph():
                if block.role is Role.NUMBERED:
                    number, letter = number + 1, 0
                elif block.role is Role.LETTERED:
                    letter += 1
                parts.append(_paragraph(block, number, letter))
            case Table():
                tables += 1
                parts.append(_table(block, tables))
            case Chart() | Scatter():
                charts += 1
                parts.append(_chart(block, charts))
            case Section():
                pass
    return "\n".join(parts)


def _paragraph(block: Paragraph, number: int, letter: int) -> str:
    mark, indent = "", 0
    match block.role:
        case Role.NUMBERED:
            mark = f"{number}.&nbsp;&nbsp;"
        case Role.LETTERED:
            mark, indent = f"({chr(96 + letter)})&nbsp;&nbsp;", 32
        case Role.NOTE:
            return f"<p><small>{escape(block.text)}</small></p>"
        case Role.PLAIN:
            pass
    link = f" {escape(block.link.text)}" if block.link else ""
    anchor = f'<a name="{escape(block.key, quote=True)}"></a>' if block.key else ""
    return f'<p style="margin-left:{indent}px">{anchor}{mark}{escape(block.text)}{link}</p>'


def _table(table: Table, number: int) -> str:
    head = "".join(
        f'<th align="{column.align}" bgcolor="#12436D"><font color="#ffffff">'
        f"{escape(column.header)}</font></th>"
        for column in table.columns
    )
    rows = []
    for row in table.rows:
        cells = []
        for column, cell in zip(table.columns, row, strict=True):
            shade = _SHADES.get(cell.shade)
            colour = f' bgcolor="{shade}"' if shade else ""
            text = escape(cell.text)
            if shade:
                text = f'<font color="#1d1d1d">{text}</font>'
            align = "right" if column.align is Align.RIGHT else "left"
            cells.append(f'<td align="{align}"{colour}>{text}</td>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    note = f"<p><small>{escape(table.note)}</small></p>" if table.note else ""
    return (
        f"<p><b>Table {number}: {escape(table.caption)}</b></p>"
        '<table border="1" cellspacing="0" cellpadding="4" width="100%">'
        f"<tr>{head}</tr>{''.join(rows)}</table>{note}"
    )


def _chart(chart: Chart | Scatter, number: int) -> str:
    note = f"<br><small>{escape(chart.note)}</small>" if chart.note else ""
    return (
        '<table border="1" cellspacing="0" cellpadding="8" width="100%"><tr><td>'
        f"<b>{escape(chart.title)}</b><br>{escape(chart.alt_text)}{note}</td></tr></table>"
        f"<p><b>Figure {number}: {escape(chart.caption)}</b></p>"
    )
