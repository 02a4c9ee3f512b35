"""The remembered recipes: renamed, handed on, looked up and forgotten; every change undoable."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.records import RecordKind
from safer_desktop.gui.actions import Act
from safer_desktop.gui.context import Context
from safer_desktop.gui.files import ask_recipe_to_open, ask_recipe_to_save
from safer_desktop.gui.forms.ui_recipes_dialog import Ui_RecipesDialog
from safer_desktop.gui.messages import ask
from safer_desktop.gui.models.text_table import TextTableModel
from safer_desktop.loading.mapping import region_text
from safer_desktop.workbench.recipe_records import (
    addition,
    history,
    last_use,
    read_recipe,
    ref,
    removal,
    write_recipe,
)

if TYPE_CHECKING:
    from safer_desktop.loading.recipes import Recipe, TableRecipe

_HEADERS = ("Recipe", "Partner", "Version", "Files called", "Last used", "Tables")
_HISTORY = ("When", "Who", "What", "Version", "Why")
_MOST_TABLES = 6


class RecipesDialog(QDialog):
    """A list of the pack's recipes, and the one that is selected."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._bench = context.workbench
        self._recipes: tuple[Recipe, ...] = ()
        self.ui = Ui_RecipesDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model, self.history = TextTableModel(self), TextTableModel(self)
        self._build()
        self._connect()
        self._refresh()

    @property
    def recipe(self) -> Recipe | None:
        """The selected recipe."""
        row = self.ui.recipes.currentIndex().row()
        return self._recipes[row] if 0 <= row < len(self._recipes) else None

    def select(self, code: str) -> None:
        """Select the recipe with this code."""
        codes = [recipe.code for recipe in self._recipes]
        if code in codes:
            self.ui.recipes.selectRow(codes.index(code))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps what is typed and does not close."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    # Assemble

    def _build(self) -> None:
        ui = self.ui
        ui.explanation.setProperty("role", "sub")
        ui.message.setProperty("role", "muted")
        ui.history_label.setProperty("role", "strong")
        for view, model in ((ui.recipes, self.model), (ui.history, self.history)):
            view.setModel(model)
            view.verticalHeader().hide()
            header = view.horizontalHeader()
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
            header.setStretchLastSection(True)

    def _connect(self) -> None:
        ui = self.ui
        ui.recipes.selectionModel().currentRowChanged.connect(self._show)
        for line, field, words in (
            (ui.name, "name", "name"),
            (ui.partner, "partner", "partner"),
            (ui.pattern, "file_pattern", "file name"),
        ):
            line.editingFinished.connect(
                lambda line=line, field=field, words=words: self._keep(line, field, words)
            )
        ui.import_button.clicked.connect(self._import)
        ui.export_button.clicked.connect(self._export)
        ui.remove.clicked.connect(self._ask_to_remove)
        for act, button in ((Act.UNDO, ui.undo), (Act.REDO, ui.redo)):
            self._context.actions[act].changed.connect(self._show_undo)
            button.clicked.connect(self._context.actions[act].trigger)
        self.addActions([self._context.actions[act] for act in (Act.UNDO, Act.REDO, Act.SAVE)])
        self._context.records_changed.connect(self._records_changed)
        self._context.data_changed.connect(self._refresh)
        self._context.closing.connect(self.close)
        self._show_undo()

    def _show_undo(self) -> None:
        for act, button in ((Act.UNDO, self.ui.undo), (Act.REDO, self.ui.redo)):
            action = self._context.actions[act]
            button.setEnabled(action.isEnabled())
            button.setToolTip(action.text().replace("&", ""))

    def _records_changed(self, kinds: frozenset[RecordKind]) -> None:
        if RecordKind.RECIPE in kinds:
            self._refresh()

    # What is shown

    def _refresh(self) -> None:
        code = self.recipe.code if self.recipe else ""
        self._recipes = self._bench.recipes
        loads = self._bench.loads()
        rows = []
        for recipe in self._recipes:
            used = last_use(loads, recipe.code)
            when = f"{used.file.loaded_at.astimezone():%d %b %Y}" if used else "not in this pack"
            rows.append(
                (
                    recipe.name,
                    recipe.partner,
                    str(recipe.version),
                    recipe.file_pattern,
                    when,
                    str(len(recipe.tables)),
                )
            )
        self.model.set_table(_HEADERS, rows, numeric=(2,))
        if rows:
            codes = [recipe.code for recipe in self._recipes]
            self.ui.recipes.selectRow(codes.index(code) if code in codes else 0)
        self._show(self.ui.recipes.currentIndex())
        if not rows:
            self._say("No recipe yet: load a partner's workbook and say what its tables mean.")

    def _show(self, _current: QModelIndex) -> None:
        ui, recipe = self.ui, self.recipe
        ui.details.setEnabled(recipe is not None)
        for button in (ui.export_button, ui.remove):
            button.setEnabled(recipe is not None)
        ui.name.setText(recipe.name if recipe else "")
        ui.partner.setText(recipe.partner if recipe else "")
        ui.pattern.setText(recipe.file_pattern if recipe else "")
        ui.tables.setText(_tables(recipe.tables) if recipe else "")
        ui.seen.setText(recipe.seen.file if recipe and recipe.seen else "not known")
        code = recipe.code if recipe else ""
        changes = history(self._bench.audit(ref(code)), code)
        rows = [(it.when, it.who, it.what, it.version, it.why) for it in changes]
        self.history.set_table(_HISTORY, rows, numeric=(3,))

    def _say(self, words: str) -> None:
        self.ui.message.setText(words)

    # Changes

    def _keep(self, line: QLineEdit, field: str, words: str) -> None:
        recipe = self.recipe
        text = line.text().strip()
        if recipe is None or text == getattr(recipe, field):
            return
        if field == "name" and not text:
            line.setText(recipe.name)
            self._say("Not changed: a recipe needs a name.")
            return
        self._attempt(
            lambda: self._context.edit_field(
                RecordKind.RECIPE, recipe.code, field, text, f"{words} of recipe '{recipe.name}'"
            ),
            "",
        )

    def _ask_to_remove(self) -> None:
        recipe = self.recipe
        if recipe is None:
            return

        def answered(yes: bool) -> None:
            if yes:
                said = f"'{recipe.name}' is deleted. Undo brings it back."
                self._attempt(lambda: self._context.apply(removal(recipe)), said)

        ask(
            "Delete a recipe",
            f"Delete the recipe '{recipe.name}'?",
            "&Delete it",
            answered,
            more="Figures already taken in stay. The partner's next file will have to be explained"
            " anew. Undo brings the recipe back.",
            parent=self,
        )

    def _export(self) -> None:
        recipe = self.recipe
        path = ask_recipe_to_save(self, recipe.name) if recipe else None
        if recipe is not None and path is not None:
            said = f"'{recipe.name}' is written to {path.name}. It holds no figures."
            self._attempt(lambda: write_recipe(recipe, path), said)

    def _import(self) -> None:
        path = ask_recipe_to_open(self)
        if path is None:
            return
        taken = {recipe.code for recipe in self._recipes}

        def take() -> None:
            recipe = read_recipe(path, taken)
            self._context.apply(addition(recipe))
            self.select(recipe.code)

        self._attempt(take, f"Taken in from {path.name}.")

    def _attempt(self, work: Callable[[], None], said: str) -> None:
        try:
            work()
        except SaferError as error:
            self._say(f"Not done: {error}")
        else:
            self._say(said)


def _tables(tables: tuple[TableRecipe, ...]) -> str:
    parts = [f"'{it.sheet}' {region_text(it)}" if it.sheet else region_text(it) for it in tables]
    more = f" and {len(parts) - _MOST_TABLES} more" if len(parts) > _MOST_TABLES else ""
    return f"{', '.join(parts[:_MOST_TABLES])}{more}" if parts else "rows about incidents"
