"""One confirmation for a file that the program knows how to read: what it brings, what is odd."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QTableWidgetItem, QWidget

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.observations import Load, Observation
from safer_desktop.gui.forms.ui_check_dialog import Ui_CheckDialog
from safer_desktop.gui.models.problems_model import ProblemsModel, count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADERS = ("Indicator", "Areas", "First period", "Last period", "Figures")


class CheckDialog(QDialog):
    """Shows a prepared load; rejected with ``look_first`` when the user wants to see the sheet."""

    def __init__(
        self,
        load: Load,
        catalogue: Catalogue,
        explanation: str,
        *,
        has_sheet: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look_first = False
        self.ui = Ui_CheckDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui.heading.setProperty("role", "title")
        self.ui.explanation.setProperty("role", "sub")
        self.problems = ProblemsModel(self)
        self.problems.set_problems(load.problems)
        self.ui.problems.setModel(self.problems)
        self.ui.problems.setColumnWidth(0, 170)
        self.ui.problems.setColumnWidth(1, 360)
        self.ui.problems.setColumnWidth(2, 200)
        self.ui.problems.horizontalHeader().setStretchLastSection(True)
        self.ui.problems.verticalHeader().hide()
        self._show_figures(load.observations, catalogue)

        count = len(load.observations)
        self.ui.heading.setText(f"{count:,} figures from '{load.file.name}'")
        self.ui.explanation.setText(explanation)
        found = count_words(load.problems)
        self.ui.problems_label.setText(f"&Checks: {found or 'nothing odd was found'}")
        self.ui.problems.setVisible(bool(load.problems))
        blocked = bool(load.errors) or not count
        self.ui.take_in.setEnabled(not blocked)
        self.ui.take_in.setText(f"&Take in {count:,} figures")
        if blocked:
            self.ui.explanation.setText(
                f"{explanation} It cannot be taken in until what must be settled is settled."
            )
        self.ui.look.setVisible(has_sheet)
        self.ui.look.clicked.connect(self._look)

    def _look(self) -> None:
        self.look_first = True
        self.reject()

    def _show_figures(self, observations: Sequence[Observation], catalogue: Catalogue) -> None:
        by_indicator: dict[str, list[Observation]] = defaultdict(list)
        for observation in observations:
            by_indicator[observation.indicator].append(observation)
        table = self.ui.figures
        table.setColumnCount(len(_HEADERS))
        table.setHorizontalHeaderLabels(_HEADERS)
        table.setRowCount(len(by_indicator))
        for row, (code, found) in enumerate(by_indicator.items()):
            name = catalogue.indicator(code).name if catalogue.has_indicator(code) else code
            periods = sorted(o.period for o in found)
            words = (
                name,
                str(len({o.area for o in found})),
                periods[0].label,
                periods[-1].label,
                f"{len(found):,}",
            )
            for column, text in enumerate(words):
                item = QTableWidgetItem(text)
                if column in (1, 4):
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                table.setItem(row, column, item)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
