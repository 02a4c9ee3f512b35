"""The catalogue: indicators, areas, groups, priorities; every change is one undoable edit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from safer_desktop.domain.records import RecordKind
from safer_desktop.gui.actions import Act
from safer_desktop.gui.charts.reading import announce
from safer_desktop.gui.commands.desk import Desk
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.catalogue_areas import AreasPage
from safer_desktop.gui.dialogs.catalogue_council import CouncilPage
from safer_desktop.gui.dialogs.catalogue_groups import GroupsPage
from safer_desktop.gui.dialogs.catalogue_indicators import IndicatorsPage
from safer_desktop.gui.dialogs.catalogue_partners import PartnersPage
from safer_desktop.gui.forms.ui_catalogue_dialog import Ui_CatalogueDialog

_KINDS = frozenset(
    {
        RecordKind.COUNCIL,
        RecordKind.PRIORITY,
        RecordKind.INDICATOR,
        RecordKind.AREA,
        RecordKind.GROUP,
        RecordKind.CONTACT,
    }
)


class CatalogueDialog(QDialog):
    """Stands beside the window, which shows at once what a change does; follows undo and redo."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.ui = Ui_CatalogueDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        # Pages
        self.desk = Desk(context, self._take_why, self)
        self.indicators = IndicatorsPage(self.desk, self.ui)
        self.areas = AreasPage(self.desk, self.ui)
        self.groups = GroupsPage(self.desk, self.ui)
        self.partners = PartnersPage(self.desk, self.ui)
        self.council = CouncilPage(self.desk, self.ui)
        self._say("", "quiet")

        # Undo, the keyboard, the wheel
        for act, button in ((Act.UNDO, self.ui.undo), (Act.REDO, self.ui.redo)):
            context.actions[act].changed.connect(self._show_undo)
            button.clicked.connect(context.actions[act].trigger)
        self.addActions([context.actions[act] for act in (Act.UNDO, Act.REDO, Act.SAVE)])
        self._show_undo()
        for kind in (QLineEdit, QPlainTextEdit, QComboBox, QSpinBox):
            for widget in self.findChildren(kind):
                widget.installEventFilter(self)

        self.ui.pages.currentChanged.connect(lambda _: self._turn_page())
        self.desk.said.connect(self._say)
        self.desk.put_back.connect(self._refresh)
        self.ui.close_button.clicked.connect(self.accept)
        context.records_changed.connect(self._records_changed)
        context.closing.connect(self.close)

    def show_indicator(self, code: str) -> None:
        """Go to this indicator."""
        self.ui.pages.setCurrentIndex(0)
        self.indicators.show(code)

    def done(self, result: int) -> None:
        """What was typed and not left yet is kept."""
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape first drops what is being typed; with nothing typed, it closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        if event.key() == Qt.Key.Key_Escape and self._is_typing():
            beside = self._field_beside()
            if beside is not None:
                beside.clear()
            else:
                self.indicators.drop_new()
                self._refresh()
            self._say("", "quiet")
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Z in a field where nothing was typed is the window's; the wheel only scrolls."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if (undo or redo) and not _is_edited(watched):
                event.ignore()
                return True
        elif event.type() == QEvent.Type.Wheel and isinstance(watched, QComboBox | QSpinBox):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _show_undo(self) -> None:
        for act, button in ((Act.UNDO, self.ui.undo), (Act.REDO, self.ui.redo)):
            action = self._context.actions[act]
            button.setEnabled(action.isEnabled())
            button.setToolTip(action.text().replace("&", ""))

    def _records_changed(self, kinds: frozenset[RecordKind]) -> None:
        if kinds & _KINDS:
            self._refresh()

    def _refresh(self) -> None:
        for page in (self.indicators, self.areas, self.groups, self.partners, self.council):
            page.refresh()

    def _turn_page(self) -> None:
        """What was said, and what was begun and never typed, belongs to the page that is left."""
        self.indicators.drop_new()
        for model in (
            self.areas.areas,
            self.groups.groups,
            self.partners.contacts,
            self.council.priorities,
        ):
            model.drop_draft()
        self._refresh()
        self._say("", "quiet")

    def _is_typing(self) -> bool:
        beside = self._field_beside()
        if beside is not None:
            return bool(beside.text())
        return self.indicators.form.is_new or _is_edited(self.focusWidget())

    def _field_beside(self) -> QLineEdit | None:
        """The field with the keyboard's focus, if it is none of the pack's."""
        beside: tuple[QLineEdit, ...] = (self.ui.find, self.ui.why)
        return next((field for field in beside if field.hasFocus()), None)

    def _take_why(self) -> str:
        why: str = self.ui.why.text().strip()
        self.ui.why.clear()
        return why

    def _say(self, words: str, tone: str) -> None:
        message = self.ui.message
        message.setProperty("chip", tone)
        message.style().unpolish(message)
        message.style().polish(message)
        message.setText(words)
        message.setVisible(bool(words))
        if words:
            announce(message, words)


def _is_edited(widget: QObject | None) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable() or widget.isRedoAvailable()
    if isinstance(widget, QPlainTextEdit):
        return widget.document().isUndoAvailable() or widget.document().isRedoAvailable()
    return False
