"""A chart with its title, its table, and the ways to take it elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QRectF,
    QStandardPaths,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QFileDialog, QHeaderView, QMenu, QToolButton, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.gui.charts import export
from safer_desktop.gui.charts.words import ChartTable
from safer_desktop.gui.forms.ui_chart_panel import Ui_ChartPanel
from safer_desktop.gui.messages import show_error
from safer_desktop.gui.models.text_table import TextTableModel
from safer_desktop.gui.widgets.tracing import offer_menu
from safer_desktop.report.csv_table import write_csv
from safer_desktop.workbench.subjects import Subject

_NO_TABLE = ChartTable((), ())
_FILTERS = "PNG picture, 300 dots per inch (*.png);;SVG drawing (*.svg);;Figures as a table (*.csv)"
_ENDINGS = (".png", ".svg", ".csv")


class Drawable(Protocol):
    """What a panel asks of its chart."""

    read_out: SignalInstance
    menu_asked: SignalInstance

    @property
    def chosen(self) -> int:
        """Index of the point or bar that is read out, or -1."""

    def paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Draw for a picture, in the light look."""


@dataclass(frozen=True, slots=True)
class PanelContent:
    """The words around a chart. ``empty`` stands in the chart's place where it is not ''.

    ``subtitle`` says what is drawn, where and when; ``caption`` what the reader must know;
    ``source`` who delivered the figures. ``name`` makes the file name. ``subjects`` name what each
    row of the table, and with it each point or bar, comes from; ``whole`` the chart itself.
    """

    title: str
    subtitle: str
    name: str
    alt_text: str = ""
    table: ChartTable = _NO_TABLE
    caption: str = ""
    source: str = ""
    picture_height: int = 270
    empty: str = ""
    subjects: tuple[Subject, ...] = ()
    whole: Subject | None = None


class ChartPanel(QWidget):
    """Shows a chart or its table; copies and saves it."""

    said = Signal(str)
    """The read-out of the chart, and what copying and saving have to say."""
    menu_asked = Signal(QPoint)
    """Place on the screen at which a menu is wanted for :meth:`traced`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_ChartPanel()
        self.ui.setupUi(self)
        self._chart: QWidget | None = None
        self._drawable: Drawable | None = None
        self.content = PanelContent("", "", "")
        self.model = TextTableModel(self)

        # Widgets
        self.ui.table.setModel(self.model)
        self.ui.table.verticalHeader().setVisible(False)
        header = self.ui.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        menu = QMenu(self)
        self.copy_picture_action = menu.addAction("Copy as &picture", self.copy_picture)
        self.copy_table_action = menu.addAction("Copy as &table", self.copy_table)
        self.ui.copy.setMenu(menu)
        self.ui.table.installEventFilter(self)
        offer_menu(
            self.ui.table, lambda at: self.menu_asked.emit(self.ui.table.viewport().mapToGlobal(at))
        )

        self.ui.as_table.toggled.connect(self._turn)
        self.ui.save.clicked.connect(self.ask_and_save)

    def set_chart(self, chart: QWidget, drawable: Drawable) -> None:
        """Put the chart in its place, in which there may have been another.

        ``drawable`` is the same object, by what is asked of it.
        """
        before = self._chart if self._chart is not chart else None
        self._chart, self._drawable = chart, drawable
        if self.ui.chart_layout.indexOf(chart) < 0:
            self.ui.chart_layout.addWidget(chart)
            chart.installEventFilter(self)
            drawable.read_out.connect(self.said)
            drawable.menu_asked.connect(self.menu_asked)
        chart.show()
        if before is not None:
            # Else the keyboard would go to whatever comes next, outside the panel.
            if before.hasFocus():
                chart.setFocus()
            before.hide()
        self._name_chart()

    def set_content(self, content: PanelContent) -> None:
        """Show these words and this table; the chart itself is filled by its owner."""
        self.content = content
        self.ui.title.setText(content.title)
        self.ui.title.setVisible(bool(content.title))
        self.ui.subtitle.setText(content.subtitle)
        self.ui.caption.setText(content.caption)
        self.ui.caption.setVisible(bool(content.caption))
        self.ui.empty.setText(content.empty)
        table = content.table
        self.model.set_table(table.headers, table.rows, table.numeric)
        self.ui.table.setAccessibleName(f"Figures of the chart {content.title}")
        for button in (self.ui.as_table, self.ui.copy, self.ui.save):
            button.setEnabled(not content.empty)
        self._name_chart()
        self._turn()

    def traced(self) -> Subject | None:
        """The point, bar or row that is selected; the whole chart where none is."""
        if self.content.empty:
            return self.content.whole
        chosen = self._drawable.chosen if self._drawable else -1
        if self.ui.as_table.isChecked():
            chosen = self.ui.table.currentIndex().row()
        subjects = self.content.subjects
        return subjects[chosen] if 0 <= chosen < len(subjects) else self.content.whole

    @property
    def picture(self) -> export.Picture:
        """The chart as a picture that can stand alone."""
        assert self._drawable is not None
        content = self.content
        below = "  ".join(part for part in (content.caption, content.source) if part)
        return export.Picture(
            content.title,
            content.subtitle,
            below,
            content.alt_text,
            content.picture_height,
            self._drawable.paint_picture,
        )

    def copy_picture(self) -> None:
        """Copy the chart as a picture."""
        export.copy(self.picture)
        self.said.emit("The chart was copied as a picture.")

    def copy_table(self) -> None:
        """Copy the chart's figures, as a spreadsheet takes them."""
        QGuiApplication.clipboard().setText(self.content.table.tsv())
        self.said.emit("The chart's figures were copied as a table.")

    def ask_and_save(self) -> None:
        """Ask for a name and save the chart as a picture, or its figures as a table."""
        where = QStandardPaths.StandardLocation.PicturesLocation
        folder = Path(QStandardPaths.writableLocation(where) or Path.home())
        name, chosen = QFileDialog.getSaveFileName(
            self, "Save the chart", str(folder / f"{file_name(self.content.name)}.png"), _FILTERS
        )
        if name:
            ending = next((it for it in _ENDINGS if f"*{it}" in chosen), ".png")
            path = Path(name)
            known = path.suffix.lower() in _ENDINGS
            self.save_picture(path if known else path.with_name(path.name + ending))

    def save_picture(self, path: Path) -> None:
        """Save the chart as a PNG, SVG or CSV file, by the ending of the name."""
        try:
            if path.suffix.lower() == ".csv":
                write_csv(self.content.table.headers, self.content.table.rows, path)
            else:
                export.save(self.picture, path)
        except SaferError as error:
            show_error(error, title="Save the chart", parent=self)
        else:
            self.said.emit(f"The chart is in '{path.name}'.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+C on the chart or its table; the window has a copy action of its own."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._copy_shown()
                return True
        return super().eventFilter(watched, event)

    def _copy_shown(self) -> None:
        if self.content.empty:
            return
        if self.ui.as_table.isChecked():
            rows = {index.row() for index in self.ui.table.selectedIndexes()}
            QGuiApplication.clipboard().setText(self.model.tsv(rows))
        else:
            self.copy_picture()

    def _turn(self) -> None:
        page: QWidget = self.ui.chart_page
        if self.content.empty:
            page = self.ui.empty
        elif self.ui.as_table.isChecked():
            page = self.ui.table
        self.ui.views.setCurrentWidget(page)

    def _name_chart(self) -> None:
        if self._chart is not None:
            self._chart.setAccessibleName(self.content.title or self.content.name)
            self._chart.setAccessibleDescription(self.content.alt_text)


def choice_button(text: str, tip: str, parent: QWidget) -> QToolButton:
    """One of several ways to show a chart."""
    button = QToolButton(parent)
    button.setText(text)
    button.setToolTip(tip)
    button.setCheckable(True)
    button.setProperty("role", "chart")
    return button


def file_name(words: str) -> str:
    """A name that any file system takes."""
    return re.sub(r"[^\w ()-]+", "-", words).strip(" -") or "chart"
