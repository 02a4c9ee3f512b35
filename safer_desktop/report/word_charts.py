"""Native Word charts: python-pptx writes the chart XML, XlsxWriter the workbook behind it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from typing import Any

from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from pptx.chart.chart import Chart as ChartProxy
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml as parse_chart_xml
from pptx.util import Pt

from safer_desktop.report.content import Chart, ChartKind, Scatter, Series
from safer_desktop.report.word_text import clean, element, paragraph, shortened

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CHART_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
PACKAGE_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package"
LONGEST_ALT_TEXT = 500
EMU_PER_TWIP = 635
DIGITS = 6
TALL = 6.5
EMU_PER_CM = 360_000
CM_PER_BAR = 0.52
CM_PER_PAIR = 0.9
CM_AROUND_BARS = 2.1
MOST_DATE_LABELS = 13
WHOLE = 100
LEAST_LABELLED = 4
SERIES_COLOURS = ("12436D", "F46A25", "28A197", "801650")
REFERENCE_COLOUR = "F46A25"
EMPHASIS_COLOUR = "801650"
PALE = "E6E6E6"
WHITE_ON = ("12436D", "801650")
INK = "3D3D3D"
GRID = "D9D9D9"
# python-pptx is typed in parts only.
_ChartData: Any = CategoryChartData
_Proxy: Any = ChartProxy
_xml_writer: Any = ChartXmlWriter
rgb: Any = RGBColor.from_string
_TYPES = {
    ChartKind.LINE: XL_CHART_TYPE.LINE,
    ChartKind.COLUMNS: XL_CHART_TYPE.COLUMN_CLUSTERED,
    ChartKind.BARS: XL_CHART_TYPE.BAR_CLUSTERED,
    ChartKind.PARTS: XL_CHART_TYPE.BAR_STACKED,
}
_LYING = (ChartKind.BARS, ChartKind.PARTS)
_INLINE = """
<w:drawing
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
    xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
  <wp:inline distT="0" distB="0" distL="0" distR="0">
    <wp:extent/>
    <wp:docPr/>
    <wp:cNvGraphicFramePr/>
    <a:graphic>
      <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">
        <c:chart/>
      </a:graphicData>
    </a:graphic>
  </wp:inline>
</w:drawing>
"""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart before it has its place in a document.

    ``height`` is in cm, ``space`` the chart's XML, ``workbook`` the .xlsx with its figures;
    ``key`` says what numbers in the picture stand for.
    """

    height: float
    space: Any
    workbook: bytes
    key: str = ""


def drawing_of(chart: Chart) -> Drawing:
    """A chart of categories, drawn."""
    return Drawing(_height(chart), _chart_space(chart), _workbook(chart))


def chart_paragraph(
    document_part: Any, chart: Chart | Scatter, drawn: Drawing, place: int, width: int
) -> Any:
    """A paragraph with the chart in line; ``place`` counts charts from 1, ``width`` is in twips."""
    part = _chart_part(document_part.package, drawn)
    relation = document_part.relate_to(part, CHART_RELATION)
    drawing: Any = parse_xml(_INLINE)
    inline = drawing[0]
    inline[0].set("cx", str(width * EMU_PER_TWIP))
    inline[0].set("cy", str(int(drawn.height * EMU_PER_CM)))
    inline[1].set("id", str(place))
    inline[1].set("name", f"Chart {place}")
    inline[1].set("descr", shortened(chart.alt_text, LONGEST_ALT_TEXT))
    drawing.find(f".//{qn('c:chart')}").set(qn("r:id"), relation)
    keep = [element("w:keepNext")] if chart.note or drawn.key else []
    return paragraph("ChartParagraph", [element("w:r", None, drawing)], *keep)


def _height(chart: Chart) -> float:
    if chart.kind in _LYING:
        pairs = chart.kind is ChartKind.BARS and len(chart.series) > 1
        room = CM_PER_PAIR if pairs else CM_PER_BAR
        return CM_AROUND_BARS + room * len(chart.categories)
    return TALL


def _chart_part(package: Any, drawn: Drawing) -> Any:
    workbook = Part(
        package.next_partname("/word/embeddings/Microsoft_Excel_Worksheet%d.xlsx"),
        WORKBOOK_TYPE,
        drawn.workbook,
        package,
    )
    # A council's template may have charts of its own: their names are taken.
    part = Part(package.next_partname("/word/charts/chart%d.xml"), CHART_TYPE, b"", package)
    relation = part.relate_to(workbook, PACKAGE_RELATION)
    part._blob = _finished(drawn.space, relation)
    return part


def _finished(space: Any, workbook_relation: str) -> bytes:
    """What python-pptx leaves that Word or LibreOffice does not take well is mended here."""
    from lxml import etree

    _renumber_axes(space)
    _set_language(space)
    external = element("c:externalData", {"r:id": workbook_relation})
    external.append(element("c:autoUpdate", {"val": "0"}))
    space.append(external)
    return bytes(etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True))


def _workbook(chart: Chart) -> bytes:
    """The chart's figures as python-pptx's references expect them: names in row 1, column A."""
    import xlsxwriter

    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as workbook:
        sheet = workbook.add_worksheet("Sheet1")
        sheet.set_column(0, 0, 24)
        day = workbook.add_format({"num_format": "mmm yy"})
        value = workbook.add_format({"num_format": chart.number_format})
        for row, category in enumerate(chart.categories, 1):
            if isinstance(category, date):
                sheet.write_datetime(row, 0, category, day)
            else:
                sheet.write_string(row, 0, clean(str(category)))
        for column, series in enumerate(chart.series, 1):
            sheet.write_string(0, column, clean(series.name))
            for row, number in enumerate(_rounded(series), 1):
                if number is not None:
                    sheet.write_number(row, column, number, value)
    return made.getvalue()


def _rounded(series: Series) -> list[float | None]:
    """As many digits as chart and workbook both keep, so that they hold the same numbers."""
    return [None if value is None else round(value, DIGITS) for value in series.values]


def _chart_space(chart: Chart) -> Any:
    data = _ChartData(number_format=chart.number_format)
    data.categories = [c if isinstance(c, date) else clean(str(c)) for c in chart.categories]
    for series in chart.series:
        data.add_series(clean(series.name), _rounded(series))
    space = parse_chart_xml(_xml_writer(_TYPES[chart.kind], data).xml.encode())
    proxy = _Proxy(space, None)
    _dress(proxy, chart)
    if chart.kind is ChartKind.LINE:
        _month_axis(space, len(chart.categories))
    return space


def _dress(proxy: Any, chart: Chart) -> None:
    """Title, axes, legend and colours."""
    dress_title(proxy, chart.title)
    proxy.has_legend = len(chart.series) > 1
    if proxy.has_legend:
        proxy.legend.position, proxy.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    _dress_axes(proxy, chart)
    match chart.kind:
        case ChartKind.LINE:
            _dress_lines(proxy.plots[0], chart)
        case ChartKind.PARTS:
            _dress_parts(proxy.plots[0], chart)
        case _:
            _dress_bars(proxy.plots[0], chart)


def dress_title(proxy: Any, title: str) -> None:
    """The chart's own letters, and its title."""
    proxy.font.size, proxy.font.name = Pt(9), "Arial"
    proxy.font.color.rgb = rgb(INK)
    proxy.has_title = True
    frame = proxy.chart_title.text_frame
    frame.text = clean(title)
    _font(frame.paragraphs[0].runs[0].font, 11, bold=True)
    proxy.chart_title.include_in_layout = False


def dress_axis_title(axis: Any, title: str) -> None:
    """What an axis measures."""
    axis.has_title = True
    frame = axis.axis_title.text_frame
    frame.text = clean(title)
    _font(frame.paragraphs[0].runs[0].font, 9)


def _font(font: Any, size: int, *, bold: bool = False) -> None:
    font.size, font.bold, font.name = Pt(size), bold, "Arial"
    font.color.rgb = rgb(INK)


def _dress_axes(proxy: Any, chart: Chart) -> None:
    value, category = proxy.value_axis, proxy.category_axis
    known = [v for series in chart.series for v in series.values if v is not None]
    if min(known, default=0) >= 0:
        value.minimum_scale = 0
    dress_axis_title(value, chart.value_title)
    value.tick_labels.number_format = '0"%"' if "%" in chart.number_format else "General"
    value.tick_labels.number_format_is_linked = False
    value.major_gridlines.format.line.color.rgb = rgb(GRID)
    value.format.line.fill.background()
    value.major_tick_mark = XL_TICK_MARK.NONE
    category.format.line.color.rgb = rgb(INK)
    category.major_tick_mark = (
        XL_TICK_MARK.OUTSIDE if chart.kind is ChartKind.LINE else XL_TICK_MARK.NONE
    )
    category.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if chart.kind is ChartKind.PARTS:
        value.maximum_scale = WHOLE
    if chart.kind in _LYING:
        category.reverse_order = True
    if chart.kind is not ChartKind.LINE:
        value.has_major_gridlines = False
        value.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    else:
        category.tick_labels.number_format = "mmm yy"
        category.tick_labels.number_format_is_linked = False


def _dress_lines(plot: Any, chart: Chart) -> None:
    for place, (drawn, series) in enumerate(zip(plot.series, chart.series, strict=True)):
        drawn.smooth = False
        line = drawn.format.line
        line.width = Pt(1.5 if series.reference else 2.25)
        line.color.rgb = rgb(REFERENCE_COLOUR if series.reference else SERIES_COLOURS[place])
        if series.reference:
            line.dash_style = MSO_LINE.DASH
        drawn.marker.style = XL_MARKER_STYLE.NONE


def _dress_bars(plot: Any, chart: Chart) -> None:
    plot.gap_width = 45
    plot.vary_by_categories = False
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = chart.number_format, False
    labels.show_value, labels.position = True, XL_LABEL_POSITION.OUTSIDE_END
    for place, drawn in enumerate(plot.series):
        fill(drawn.format, SERIES_COLOURS[place])
        if chart.emphasis is not None:
            fill(drawn.points[chart.emphasis].format, EMPHASIS_COLOUR)


def _dress_parts(plot: Any, chart: Chart) -> None:
    """Parts set off by an edge, each large enough one with its figure in it."""
    plot.gap_width, plot.overlap = 30, 100
    for place, drawn in enumerate(plot.series):
        last = place == len(chart.series) - 1
        colour = PALE if last else SERIES_COLOURS[place]
        fill(drawn.format, colour)
        drawn.format.line.color.rgb, drawn.format.line.width = rgb(INK), Pt(0.5)
        labels = drawn.data_labels
        labels.show_value, labels.position = True, XL_LABEL_POSITION.CENTER
        labels.number_format = f'[>={LEAST_LABELLED}]0"%";""'
        labels.number_format_is_linked = False
        labels.font.size, labels.font.name = Pt(8), "Arial"
        labels.font.color.rgb = rgb("FFFFFF" if colour in WHITE_ON else "000000")


def fill(form: Any, colour: str) -> None:
    """One plain colour."""
    form.fill.solid()
    form.fill.fore_color.rgb = rgb(colour)


def _renumber_axes(space: Any) -> None:
    names: dict[str, str] = {}
    for node in space.iter(qn("c:axId"), qn("c:crossAx")):
        old = node.get("val")
        names.setdefault(old, str(500_000_001 + len(names)))
        node.set("val", names[old])


def _set_language(space: Any) -> None:
    for node in space.iter(qn("a:rPr"), qn("a:defRPr"), qn("a:endParaRPr")):
        node.set("lang", "en-GB")
    corners, language = (
        element("c:roundedCorners", {"val": "0"}),
        element("c:lang", {"val": "en-GB"}),
    )
    for old in space.findall(qn("c:roundedCorners")):
        space.remove(old)
    after = space.find(qn("c:date1904"))
    if after is None:
        space.insert(0, language)
    else:
        after.addnext(language)
    language.addnext(corners)


def _month_axis(space: Any, months: int) -> None:
    """Whole months with a label every so many, on quarter or year steps."""
    axis = space.find(f".//{qn('c:dateAx')}")
    step = next(s for s in (1, 3, 6, 12, 24, 60, 120, 1200) if months <= s * MOST_DATE_LABELS)
    base = axis.find(qn("c:baseTimeUnit"))
    base.set("val", "months")
    base.addnext(element("c:majorTimeUnit", {"val": "months"}))
    base.addnext(element("c:majorUnit", {"val": str(step)}))
