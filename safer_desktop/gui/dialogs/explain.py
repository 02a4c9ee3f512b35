"""'How was this worked out?': method, formula with its numbers, test and source of a figure."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_explain_dialog import Ui_ExplainDialog
from safer_desktop.gui.models.explain_words import as_html, as_text, title
from safer_desktop.workbench.chain import Explanation
from safer_desktop.workbench.subjects import Subject

_SHARES = (320, 680)


def open_explanation(context: Context, subject: Subject, window: QWidget) -> bool:
    """Show how a subject's figure was worked out; gives False for what is no such figure."""
    explanation = context.workbench.explanation(subject)
    if explanation is None:
        return False
    ExplainDialog(context, subject, explanation, window).show()
    return True


class ExplainDialog(QDialog):
    """The figures and findings at the left, the explanation of the chosen one beside them."""

    def __init__(
        self, context: Context, subject: Subject, explanation: Explanation, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._explanation = explanation
        self.ui = Ui_ExplainDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui.heading.setText(explanation.title)
        self.ui.columns.setSizes(list(_SHARES))
        self.ui.items.addItems([title(item) for item in explanation.items])
        self.ui.items.currentRowChanged.connect(self._show_item)
        self.ui.items.setCurrentRow(explanation.at)
        self.ui.items.setFocus()
        self.ui.copy.clicked.connect(self._copy)
        self.ui.origin.clicked.connect(lambda: context.show_origin(subject))
        context.closing.connect(self.close)
        context.data_changed.connect(self.close)
        context.records_changed.connect(lambda _: self.close())
        context.edition_changed.connect(self.close)

    def _show_item(self, row: int) -> None:
        self.ui.explanation.setHtml(as_html(self._explanation.items[row]))
        self.ui.said.clear()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._explanation))
        self.ui.said.setText("The explanations were copied as text.")
