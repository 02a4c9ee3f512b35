"""Native Word scatters: points by two numbers, named so that no name lies on another."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from math import log
from typing import Any

from docx.oxml.ns import qn
from pptx.chart.chart import Chart as ChartProxy
from pptx.chart.data import XyChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml as parse_chart_xml
from pptx.util import Pt

from safer_desktop.report.content import Axis, Curve, Point, Scatter
from safer_desktop.report.point_labels import Label, Side, labels, width_of
from safer_desktop.report.word_charts import (
    DIGITS,
    EMPHASIS_COLOUR,
    EMU_PER_CM,
    EMU_PER_TWIP,
    GRID,
    INK,
    REFERENCE_COLOUR,
    SERIES_COLOURS,
    Drawing,
    dress_axis_title,
    dress_title,
    fill,
    rgb,
)
from safer_desktop.report.word_text import clean, element

HEIGHT = 13.8
LEFT, TOP, WIDE, HIGH = 0.06, 0.13, 0.91, 0.69
"""Where the plot lies, as parts of the picture: what the places of the names rest on."""
COLOURS = (EMPHASIS_COLOUR, REFERENCE_COLOUR, SERIES_COLOURS[0], SERIES_COLOURS[2])
MARKERS = (
    XL_MARKER_STYLE.CIRCLE,
    XL_MARKER_STYLE.SQUARE,
    XL_MARKER_STYLE.DIAMOND,
    XL_MARKER_STYLE.TRIANGLE,
)
CURVE = "8C8C8C"
_POSITIONS = {
    Side.RIGHT: XL_LABEL_POSITION.RIGHT,
    Side.LEFT: XL_LABEL_POSITION.LEFT,
    Side.ABOVE: XL_LABEL_POSITION.ABOVE,
    Side.BELOW: XL_LABEL_POSITION.BELOW,
}
# python-pptx is typed in parts only.
_XyData: Any = XyChartData
_Proxy: Any = ChartProxy
_xml_writer: Any = ChartXmlWriter


def scatter_of(scatter: Scatter, width: int) -> Drawing:
    """A scatter, drawn for a page of ``width`` twips."""
    across = width * EMU_PER_TWIP / EMU_PER_CM * WIDE
    named = labels(
        [clean(point.name) for point in scatter.points],
        [_in_cm(point, scatter, across, HEIGHT * HIGH) for point in scatter.points],
        (across, HEIGHT * HIGH),
    )
    told = dict(zip(scatter.points, named.at, strict=True))
    lines = _lines(scatter, told, across)
    numbered = "; ".join(f"{at} {name}" for at, name in enumerate(named.key, 1))
    key = f"In the picture: {numbered}." if numbered else ""
    return Drawing(HEIGHT, _space(scatter, lines), _workbook(lines), key)


@dataclass(frozen=True, slots=True)
class _Line:
    """A series of the chart: the points of a group (its place in the legend), or a curve (None)."""

    name: str
    group: int | None
    at: tuple[tuple[float, float], ...]
    names: tuple[str, ...]
    labels: tuple[Label | None, ...]


def _lines(scatter: Scatter, told: dict[Point, Label | None], wide: float) -> list[_Line]:
    """The longest first: LibreOffice loses what comes before a longer series."""
    found = [
        _Line(
            clean(curve.name),
            None,
            tuple((round(x, DIGITS), round(y, DIGITS)) for x, y in curve.points),
            (),
            (Label(clean(curve.name), Side.ABOVE),),
        )
        for curve in _told_apart(scatter, wide)
    ]
    for place, group in enumerate(scatter.groups):
        points = [point for point in scatter.points if point.group == group]
        found.append(
            _Line(
                clean(group),
                place,
                tuple((round(it.x, DIGITS), round(it.y, DIGITS)) for it in points),
                tuple(clean(it.name) for it in points),
                tuple(told[it] for it in points),
            )
        )
    return sorted((line for line in found if line.at), key=lambda line: -len(line.at))


def _in_cm(point: Point, scatter: Scatter, wide: float, high: float) -> tuple[float, float]:
    return _part(point.x, scatter.x) * wide, (1 - _part(point.y, scatter.y)) * high


def _part(value: float, axis: Axis) -> float:
    scaled: Callable[[float], float] = log if axis.base else float
    low, high = scaled(axis.low), scaled(axis.high)
    return (scaled(value) - low) / (high - low)


def _told_apart(scatter: Scatter, wide: float) -> list[Curve]:
    """The curves whose names do not lie on one another above the plot."""
    shown: list[Curve] = []
    free = 0.0
    for curve in scatter.curves:
        begins = _part(curve.points[0][0], scatter.x) * wide - width_of(curve.name) / 2
        if begins >= free:
            shown.append(curve)
            free = begins + width_of(curve.name)
    return shown


def _space(scatter: Scatter, lines: list[_Line]) -> Any:
    data = _XyData()
    for line in lines:
        series = data.add_series(line.name)
        for x, y in line.at:
            series.add_data_point(x, y)
    space = parse_chart_xml(_xml_writer(XL_CHART_TYPE.XY_SCATTER, data).xml.encode())
    proxy = _Proxy(space, None)
    dress_title(proxy, scatter.title)
    _dress_axis(proxy.category_axis, scatter.x)
    _dress_axis(proxy.value_axis, scatter.y)
    for drawn, line in zip(proxy.plots[0].series, lines, strict=True):
        if line.group is None:
            _dress_curve(drawn)
        else:
            _dress_points(drawn, line.group)
        for at, label in enumerate(line.labels):
            if label is not None:
                _name(drawn.points[at], label)
    _dress_legend(proxy, [at for at, line in enumerate(lines) if line.group is None])
    _place_plot(space)
    return space


def _dress_axis(axis: Any, wanted: Axis) -> None:
    dress_axis_title(axis, wanted.title)
    axis.minimum_scale, axis.maximum_scale = wanted.low, wanted.high
    axis.major_unit = wanted.base or wanted.step
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = rgb(GRID)
    axis.format.line.color.rgb = rgb(INK)
    axis.major_tick_mark = XL_TICK_MARK.OUTSIDE
    numbers = "#,##0" if wanted.low >= 1 or not wanted.base else "General"
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = numbers, False
    made = axis._element
    if wanted.base:
        made.find(qn("c:scaling")).insert(0, element("c:logBase", {"val": str(wanted.base)}))
    made.find(qn("c:crosses")).set("val", "min")


def _dress_points(drawn: Any, group: int) -> None:
    drawn.format.line.fill.background()
    marker = drawn.marker
    marker.style, marker.size = MARKERS[min(group, len(MARKERS) - 1)], 8
    fill(marker.format, COLOURS[min(group, len(COLOURS) - 1)])
    marker.format.line.color.rgb = rgb("FFFFFF")


def _dress_curve(drawn: Any) -> None:
    drawn.marker.style = XL_MARKER_STYLE.NONE
    line = drawn.format.line
    line.color.rgb, line.width, line.dash_style = rgb(CURVE), Pt(1), MSO_LINE.DASH


def _name(point: Any, label: Label) -> None:
    frame = point.data_label.text_frame
    frame.text = clean(label.text)
    frame.word_wrap = False
    font = frame.paragraphs[0].runs[0].font
    font.size, font.name = Pt(8), "Arial"
    font.color.rgb = rgb(INK)
    point.data_label.position = _POSITIONS[label.side]


def _dress_legend(proxy: Any, curves: list[int]) -> None:
    """Marks only: the curves are named where they are."""
    proxy.has_legend = True
    legend = proxy.legend
    legend.position, legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    place = legend._element.find(qn("c:legendPos"))
    for entry in reversed(curves):
        left_out = element("c:legendEntry", None, element("c:idx", {"val": str(entry)}))
        left_out.append(element("c:delete", {"val": "1"}))
        place.addnext(left_out)


def _place_plot(space: Any) -> None:
    """The plot at a known place, so that what has room on paper has it in the picture."""
    places = (("xMode", "edge"), ("yMode", "edge"), ("x", LEFT), ("y", TOP), ("w", WIDE))
    manual = element("c:manualLayout", None, element("c:layoutTarget", {"val": "inner"}))
    for tag, value in (*places, ("h", HIGH)):
        manual.append(element(f"c:{tag}", {"val": str(value)}))
    area = space.find(f".//{qn('c:plotArea')}")
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(0, element("c:layout", None, manual))


def _workbook(lines: list[_Line]) -> bytes:
    """The figures where python-pptx's references expect them, the points' names beside them."""
    import xlsxwriter

    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as workbook:
        sheet = workbook.add_worksheet("Sheet1")
        sheet.set_column(1, 2, 24)
        row = 0
        for line in lines:
            sheet.write_string(row, 1, line.name)
            for down, (x, y) in enumerate(line.at, row + 1):
                sheet.write_number(down, 0, x)
                sheet.write_number(down, 1, y)
            for down, name in enumerate(line.names, row + 1):
                sheet.write_string(down, 2, name)
            row += len(line.at) + 2
    return made.getvalue()
