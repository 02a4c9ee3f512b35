"""The charts themselves: what is drawn, read out, and exported."""

from __future__ import annotations

import gc
import itertools
import re
import weakref
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from safer_desktop.domain.errors import ReportError
from safer_desktop.gui.charts import export
from safer_desktop.gui.charts.districts import DistrictChart
from safer_desktop.gui.charts.labels import place_labels
from safer_desktop.gui.charts.palette import DARK, LIGHT, LOOK_PROPERTY, Look
from safer_desktop.gui.charts.panel import ChartPanel, PanelContent, file_name
from safer_desktop.gui.charts.sparkline import paint_sparkline
from safer_desktop.gui.charts.trend import TrendPlot
from safer_desktop.gui.charts.words import districts_table
from tests.gui.charts.examples import NAMES, VEHICLE, districts, trend

_SCALE = export.DOTS_PER_INCH / 96
_UNSCALED = "matrix(1,0,0,1,"


@pytest.fixture
def plot(qtbot: QtBot) -> TrendPlot:
    made = TrendPlot()
    qtbot.addWidget(made)
    made.lay_out(QSizeF(640, 270).toSize())
    made.show_trend(trend(), VEHICLE, rolling=False)
    return made


def picture(plot: TrendPlot, height: int = 270) -> export.Picture:
    return export.Picture(
        "Vehicle crime rose by 10%",
        "Offences",
        "Source: police.",
        "Alt",
        height,
        plot.paint_picture,
    )


def test_arrow_keys_walk_and_read_out(plot: TrendPlot, qtbot: QtBot) -> None:
    said: list[str] = []
    plot.read_out.connect(said.append)
    QTest.keyClick(plot, Qt.Key.Key_Left)
    QTest.keyClick(plot, Qt.Key.Key_Left)
    QTest.keyClick(plot, Qt.Key.Key_Home)
    QTest.keyClick(plot, Qt.Key.Key_Left)
    QTest.keyClick(plot, Qt.Key.Key_End)
    assert said == [
        "March 2017: 250 offences, provisional",
        "February 2017: 240 offences",
        "April 2015: 200 offences",
        "March 2017: 250 offences, provisional",
    ]
    plot.choose(14)
    assert said[-1] == "June 2016: missing"


def test_every_point_of_a_trend_is_a_spot_under_the_mouse(plot: TrendPlot) -> None:
    spots = plot.spots()
    assert [spot.words.split(":")[0] for spot in spots] == [p.period.label for p in plot.points]
    for index in (0, 7, 23):
        assert plot.spot_at(spots[index].area.center()) == index
    assert all(a.area.right() == b.area.left() for a, b in itertools.pairwise(spots))


def test_a_painted_chart_is_walked_from_either_end_and_not_drawn_anew_for_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    chart = DistrictChart()
    qtbot.addWidget(chart)
    chart.resize(400, 200)
    chart.show_districts(districts(), VEHICLE, NAMES.__getitem__)
    said: list[str] = []
    chart.read_out.connect(lambda words: said.append(words.split(":")[0]))
    chart.spots()
    monkeypatch.setattr(DistrictChart, "draw", None)
    keys = Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_End
    for key in keys:
        QTest.keyClick(chart, key)
    assert said == ["Oadby", "Melton", "Blaby", "Charnwood", "Oadby"]


def test_showing_another_trend_makes_no_new_items(plot: TrendPlot) -> None:
    before = len(plot.plotItem.items)
    for turn in range(20):
        plot.show_trend(trend(), VEHICLE, rolling=bool(turn % 2))
    plot.show_trend(trend(), VEHICLE, rolling=False)
    assert len(plot.plotItem.items) == before


def test_a_line_far_from_the_last_one_is_drawn(plot: TrendPlot) -> None:
    far = replace(
        trend(),
        points=tuple(replace(p, value=p.value and p.value + 1e6) for p in trend().points),
        breaks=(),
    )
    plot.grab()
    for shown in (far, trend(), far):
        plot.show_trend(shown, VEHICLE, rolling=False)
        image = plot.grab().toImage()
        ink = QColor(LIGHT.line).rgb()
        assert any(image.pixel(x, y) == ink for x in range(60, 540) for y in range(image.height()))


def test_another_look_recolours_the_plot_not_its_pictures(
    plot: TrendPlot, qapp: QApplication
) -> None:
    before = qapp.property(LOOK_PROPERTY)
    light = export.png(picture(plot))
    try:
        qapp.setProperty(LOOK_PROPERTY, str(Look.DARK))
        QApplication.sendEvent(plot, QEvent(QEvent.Type.PaletteChange))
        assert plot.grab().toImage().pixelColor(2, 2) == QColor(DARK.background)
        assert export.png(picture(plot)) == light
    finally:
        qapp.setProperty(LOOK_PROPERTY, before)


def test_a_picture_leaves_no_plot_behind(plot: TrendPlot, qapp: object) -> None:
    made: list[weakref.ref[TrendPlot]] = []
    original = TrendPlot.lay_out

    def noting(self: TrendPlot, size: object) -> None:
        made.append(weakref.ref(self))
        original(self, size)  # type: ignore[arg-type]

    TrendPlot.lay_out = noting  # type: ignore[method-assign]
    try:
        export.png(picture(plot))
    finally:
        TrendPlot.lay_out = original  # type: ignore[method-assign]
    QGuiApplication.sendPostedEvents(None, 52)  # 52: DeferredDelete
    gc.collect()
    assert [ref() for ref in made] == [None]


def test_png_is_300_dpi_and_its_axes_are_right(plot: TrendPlot) -> None:
    image = export.png(picture(plot))
    assert image.dotsPerMeterX() == 11811
    assert image.width() == round(export.WIDTH * _SCALE)
    assert image.text("Description") == "Alt"
    rules = _grid_rows(image)
    assert len(rules) == 4, "0, 100, 200 and 300"
    gaps = {round(b - a) for a, b in itertools.pairwise(rules)}
    assert max(gaps) - min(gaps) <= 2, "the grid is even"
    # The dot of April 2015 stands at 200 offences: on the grid line of 200, counted from below.
    blue = _rows_of_colour(image, QColor(LIGHT.line), _first_column(image, QColor(LIGHT.line)) + 4)
    assert abs(sum(blue) / len(blue) - rules[-3]) <= 3


def test_svg_has_texts_and_plain_strokes_at_their_places(plot: TrendPlot) -> None:
    root = ET.fromstring(export.svg(picture(plot)))
    name = "{http://www.w3.org/2000/svg}"
    texts = {"".join(t.itertext()).strip() for t in root.iter(f"{name}text")}
    assert {"0", "100", "200", "300", "Mar 17", "250", "Source: police."} <= texts
    assert "Definition changed, October 2015" in texts
    assert root.findtext(f"{name}title") == "Vehicle crime rose by 10%"
    stretched = [
        child
        for group in root.iter(f"{name}g")
        if group.get("stroke") != "none" and not group.get("transform", "").startswith(_UNSCALED)
        for child in group
        if child.get("vector-effect")
    ]
    assert not stretched, "not every program knows strokes that do not scale"
    widths = [float(g.get("stroke-width", "0")) for g in root.iter(f"{name}g")]
    assert max(widths) <= 3
    # The label of 100 stands half way between those of 0 and 200.
    heights = {t: y for t, y in _text_heights(root) if t in ("0", "100", "200")}
    assert heights["100"] == pytest.approx((heights["0"] + heights["200"]) / 2, abs=1.5)


def test_clipboard_has_picture_and_drawing(plot: TrendPlot) -> None:
    export.copy(picture(plot))
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.hasImage()
    assert bytes(mime.data("image/svg+xml").data()).startswith(b"<?xml")
    QGuiApplication.clipboard().clear()


def test_saving_where_nothing_may_be_written_says_what_to_do(
    plot: TrendPlot, tmp_path: Path
) -> None:
    export.save(picture(plot), tmp_path / "chart.png")
    assert QImage(str(tmp_path / "chart.png")).dotsPerMeterX() == 11811
    export.save(picture(plot), tmp_path / "chart.svg")
    assert (tmp_path / "chart.svg").read_bytes().startswith(b"<?xml")
    with pytest.raises(ReportError, match="picture could not be written") as raised:
        export.save(picture(plot), tmp_path / "nowhere" / "chart.png")
    assert "another folder" in raised.value.remedy
    assert sorted(p.name for p in tmp_path.iterdir()) == ["chart.png", "chart.svg"]


def test_district_bars_in_order_with_words(qtbot: QtBot) -> None:
    chart = DistrictChart()
    qtbot.addWidget(chart)
    chart.resize(700, 160)
    chart.show_districts(districts(), VEHICLE, NAMES.__getitem__)
    assert [(r.name, r.text, r.note, r.role) for r in chart.rows] == [
        ("Blaby", "5.00", "(512) \N{BLACK UP-POINTING TRIANGLE} higher", "higher"),
        ("Charnwood", "3.90", "(743)", "same"),
        ("Melton", "2.00", "(153) \N{BLACK DOWN-POINTING TRIANGLE} lower", "lower"),
        ("Oadby", "", "May 2016 is missing.", "same"),
    ]
    said: list[str] = []
    chart.read_out.connect(said.append)
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert len(said) == 1
    assert said[0].startswith("Blaby: 5.00 per 1,000 population (512 offences), 95% interval")
    assert said[0].endswith("4.60 to 5.40; higher than the county")


def test_bars_are_as_long_as_their_values(qtbot: QtBot) -> None:
    chart = DistrictChart()
    qtbot.addWidget(chart)
    chart.show_districts(districts(), VEHICLE, NAMES.__getitem__)
    image = QImage(700, 140, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.background))
    painter = QPainter(image)
    chart.draw(painter, QRectF(0, 0, 700, 140), LIGHT)
    painter.end()
    plum = _columns_of_colour(image, QColor(LIGHT.higher), 8)
    teal = _columns_of_colour(image, QColor(LIGHT.lower), 64)
    longest, shortest = max(plum) - min(plum) + 1, max(teal) - min(teal) + 1
    assert shortest / longest == pytest.approx(2.0 / 5.0, abs=0.01)


def test_panel_turns_to_its_table_and_copies_it(qtbot: QtBot, tmp_path: Path) -> None:
    chart = DistrictChart()
    panel = ChartPanel()
    qtbot.addWidget(panel)
    panel.set_chart(chart, chart)
    chart.show_districts(districts(), VEHICLE, NAMES.__getitem__)
    table = districts_table(districts(), VEHICLE, NAMES.__getitem__)
    panel.set_content(PanelContent("Title", "Sub", "Vehicle crime", "Alt text", table))
    assert chart.accessibleDescription() == "Alt text"
    panel.ui.as_table.click()
    assert panel.ui.views.currentWidget() is panel.ui.table
    assert panel.model.index(2, 4).data() == "lower than the county"
    said: list[str] = []
    panel.said.connect(said.append)
    panel.copy_table_action.trigger()
    assert QGuiApplication.clipboard().text() == table.tsv()
    panel.save_picture(tmp_path / "districts.svg")
    assert b"Blaby" in (tmp_path / "districts.svg").read_bytes()
    assert said == [
        "The chart's figures were copied as a table.",
        "The chart is in 'districts.svg'.",
    ]
    panel.set_content(PanelContent("Title", "", "x", empty="Load the workbook first."))
    assert panel.ui.views.currentWidget() is panel.ui.empty
    assert not panel.ui.save.isEnabled()
    QGuiApplication.clipboard().clear()


def test_labels_lie_on_nothing(qtbot: QtBot) -> None:
    points = [QPointF(100 + x * 12, 100 + y * 9) for x in range(3) for y in range(4)]
    sizes = [QSizeF(70, 12)] * len(points)
    room = QRectF(0, 0, 400, 300)
    placed = place_labels(points, sizes, room, 5)
    for index, rect in enumerate(placed):
        assert room.contains(rect)
        assert not any(rect.intersects(other) for other in placed[index + 1 :])
        assert not any(rect.contains(point) for point in points)


def test_sparkline_stops_at_gaps(qtbot: QtBot) -> None:
    image = QImage(101, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.background))
    painter = QPainter(image)
    paint_sparkline(painter, QRectF(0, 0, 101, 20), [1, 1, None, None, 1, 1], LIGHT)
    painter.end()
    inked = [any(_near(image, x, y, QColor(LIGHT.line)) for y in range(20)) for x in range(101)]
    assert inked[10]
    assert not any(inked[35:65])
    assert inked[85]


def test_file_names_fit_any_system() -> None:
    assert file_name("Vehicle crime 2016/17 Q4: a?") == "Vehicle crime 2016-17 Q4- a"
    assert file_name("///") == "chart"


def _grid_rows(image: QImage) -> list[float]:
    """Middles of the horizontal rules, by a column right of all words and left of the edge."""
    x = image.width() - round(30 * _SCALE)
    inks = {QColor(LIGHT.grid).rgb(), QColor(LIGHT.axis).rgb()}
    rows = [y for y in range(image.height()) if image.pixel(x, y) in inks]
    runs: list[list[int]] = []
    for y in rows:
        if runs and y - runs[-1][-1] <= 2:
            runs[-1].append(y)
        else:
            runs.append([y])
    return [sum(run) / len(run) for run in runs]


def _first_column(image: QImage, colour: QColor) -> int:
    plot_top = round(60 * _SCALE)
    return next(
        x
        for x in range(image.width())
        if any(image.pixel(x, y) == colour.rgb() for y in range(plot_top, image.height(), 2))
    )


def _rows_of_colour(image: QImage, colour: QColor, x: int) -> list[int]:
    return [y for y in range(image.height()) if image.pixel(x, y) == colour.rgb()]


def _columns_of_colour(image: QImage, colour: QColor, y: int) -> list[int]:
    return [x for x in range(image.width()) if image.pixel(x, y) == colour.rgb()]


def _near(image: QImage, x: int, y: int, colour: QColor) -> bool:
    return abs(QColor(image.pixel(x, y)).lightness() - colour.lightness()) < 60


def _text_heights(root: ET.Element) -> list[tuple[str, float]]:
    """Texts with their height on the page, transforms of their groups included."""
    found = []
    name = "{http://www.w3.org/2000/svg}"
    for group in root.iter(f"{name}g"):
        for text in group.findall(f"{name}text"):
            matrix = re.search(r"matrix\(([^)]*)\)", group.get("transform", ""))
            shift = float(matrix[1].split(",")[5]) if matrix else 0.0
            found.append(("".join(text.itertext()).strip(), shift + float(text.get("y", "0"))))
    return found


def test_forty_labels_neither_overlap_nor_leave_the_plot() -> None:
    room = QRectF(30, 20, 400, 330)
    points = [QPointF(45 + (i * 37) % 360, 40 + (i * i * 53) % 280) for i in range(40)]
    sizes = [QSizeF(50 + (i * 29) % 70, 14) for i in range(40)]

    labels = place_labels(points, sizes, room, 5)

    assert all(room.contains(label) for label in labels)
    overlapping = [
        (a, b) for a in range(40) for b in range(a + 1, 40) if labels[a].intersects(labels[b])
    ]
    assert overlapping == []


def test_label_without_any_free_place_is_left_out() -> None:
    room = QRectF(0, 0, 60, 14)
    first, second = place_labels([QPointF(5, 7), QPointF(55, 7)], [QSizeF(50, 14)] * 2, room, 3)

    assert [first.isEmpty(), second.isEmpty()].count(True) == 1
