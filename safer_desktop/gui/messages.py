"""Messages to the user: what happened, where, and what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from safer_desktop.domain.errors import SaferError


def show_error(error: SaferError, *, title: str, parent: QWidget | None = None) -> None:
    """Show an error that the user can act on; returns at once."""
    box = _box(QMessageBox.Icon.Warning, title, error.what, parent)
    box.setInformativeText("\n\n".join(part for part in (error.where, error.remedy) if part))
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.open()


def show_note(title: str, text: str, *, more: str = "", parent: QWidget | None = None) -> None:
    """Tell the user something that went well or only needs to be known; returns at once."""
    box = _box(QMessageBox.Icon.Information, title, text, parent)
    box.setInformativeText(more)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.open()


def ask_to_save(name: str, answer: Callable[[bool | None], None], parent: QWidget) -> None:
    """Ask what to do with unsaved changes: ``answer`` gets True to save, False not to, None
    to stay where one was."""
    button = QMessageBox.StandardButton
    box = _box(
        QMessageBox.Icon.Question, "Unsaved changes", f"Save the changes to '{name}'?", parent
    )
    box.setInformativeText("Changes that are not saved are lost.")
    box.setStandardButtons(button.Save | button.Discard | button.Cancel)
    box.setDefaultButton(button.Save)
    box.setEscapeButton(button.Cancel)
    box.button(button.Discard).setText("&Don't save")
    answers = {int(button.Save): True, int(button.Discard): False}
    box.finished.connect(lambda chosen: answer(answers.get(chosen)))
    box.open()


def ask(
    title: str,
    text: str,
    yes: str,
    answer: Callable[[bool], None],
    *,
    more: str,
    parent: QWidget,
    no: str = "",
) -> None:
    """Ask whether to go on; ``yes`` names what happens then, ``no`` what happens otherwise.

    The safe answer is the default; without a name it is Cancel.
    """
    box = _box(QMessageBox.Icon.Question, title, text, parent)
    box.setInformativeText(more)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(QMessageBox.StandardButton.Cancel)
    if no:
        stay.setText(no)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.finished.connect(lambda _: answer(box.clickedButton() is agree))
    box.open()


def _box(icon: QMessageBox.Icon, title: str, text: str, parent: QWidget | None) -> QMessageBox:
    # File names and cell contents stand in these texts: nothing in them is markup.
    box = QMessageBox(icon, title, text, parent=parent or _front_window())
    box.setTextFormat(Qt.TextFormat.PlainText)
    # The connection keeps the box alive where it has no parent to do so.
    box.finished.connect(lambda _: box.deleteLater())
    box.setWindowModality(Qt.WindowModality.WindowModal)
    return box


def _front_window() -> QWidget | None:
    # A dialog that is just going away is still the active window, and would take the box with it.
    active = QApplication.activeWindow()
    return active if active and active.isVisible() else None
