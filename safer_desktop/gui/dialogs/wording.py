"""The wording of the paper's sentences: read, changed, tried on the pack's figures, taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidgetItem, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.records import RecordKind
from safer_desktop.gui.actions import Act
from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_wording_dialog import Ui_WordingDialog
from safer_desktop.gui.messages import ask
from safer_desktop.workbench.wordings import (
    KINDS,
    PARTS,
    Example,
    SentenceKind,
    edit,
    examples,
    filled,
    in_use,
    shipped,
    wrong_with,
)

_CODE = Qt.ItemDataRole.UserRole
_OWN, _SHIPPED = "your own", "as shipped"
_NO_EXAMPLE = "No figure of this pack has such a sentence now."
_MEND = "It is shown once the wording can be used."
_MOST_EXAMPLES = 3


class WordingDialog(QDialog):
    """Kinds of sentence at the left, the wordings of the chosen one beside them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._examples: dict[str, tuple[Example, ...]] = {}
        self._kind: SentenceKind | None = None
        self.ui = Ui_WordingDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        self._connect()
        self._learn()
        self.select(next(iter(KINDS)))

    def select(self, code: str) -> None:
        """Show the wordings of this kind of sentence."""
        tree = self.ui.kinds
        for number in range(tree.topLevelItemCount()):
            group = tree.topLevelItem(number)
            for place in range(group.childCount() if group else 0):
                item = group.child(place) if group else None
                if item is not None and item.data(0, _CODE) == code:
                    tree.setCurrentItem(item)

    def reject(self) -> None:
        """Close; wordings that are typed and not used are asked about first."""
        if not self._is_typed():
            super().reject()
            return

        def answered(yes: bool) -> None:
            if yes:
                QDialog.reject(self)

        ask(
            "Wording",
            "What you typed is not in use yet. Close without it?",
            "&Close without it",
            answered,
            more="The paper keeps the wording that it has now.",
            parent=self,
        )

    # Assemble

    def _build(self) -> None:
        ui = self.ui
        groups: dict[str, QTreeWidgetItem] = {}
        for kind in KINDS.values():
            group = groups.get(kind.group)
            if group is None:
                group = groups[kind.group] = QTreeWidgetItem(ui.kinds, [kind.group, ""])
                group.setFlags(group.flags() & ~Qt.ItemFlag.ItemIsSelectable)
            item = QTreeWidgetItem(group, [kind.title, ""])
            item.setData(0, _CODE, kind.code)
            item.setToolTip(0, kind.title)
        ui.kinds.expandAll()
        header = ui.kinds.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        ui.columns.setSizes([410, 690])

    def _connect(self) -> None:
        ui, context = self.ui, self._context
        ui.kinds.currentItemChanged.connect(lambda item, _: self._choose(item))
        ui.words.textChanged.connect(self._try)
        ui.parts.itemActivated.connect(lambda item: ui.words.insertPlainText(item.data(_CODE)))
        ui.use.clicked.connect(self._use)
        ui.reset.clicked.connect(self._reset)
        ui.close_button.clicked.connect(self.reject)
        for act, button in ((Act.UNDO, ui.undo), (Act.REDO, ui.redo)):
            context.actions[act].changed.connect(self._show_undo)
            button.clicked.connect(context.actions[act].trigger)
        self.addActions([context.actions[act] for act in (Act.UNDO, Act.REDO, Act.SAVE)])
        context.records_changed.connect(self._records_changed)
        context.data_changed.connect(self._learn)
        context.edition_changed.connect(self._learn)
        context.closing.connect(self.close_now)
        self._show_undo()

    def close_now(self) -> None:
        """Close without asking: the pack is going."""
        QDialog.reject(self)

    # What is shown

    def _learn(self) -> None:
        """What the pack's figures put into each sentence now."""
        self._examples = examples(self._context.workbench)
        self._mark_own()
        self._try()

    def _mark_own(self) -> None:
        wording = in_use(self._context.workbench)
        tree = self.ui.kinds
        for number in range(tree.topLevelItemCount()):
            group = tree.topLevelItem(number)
            for place in range(group.childCount() if group else 0):
                item = group.child(place) if group else None
                if item is not None:
                    item.setText(1, _OWN if item.data(0, _CODE) in wording.own else _SHIPPED)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        code = item.data(0, _CODE) if item is not None else None
        if code is None:
            return
        self._kind = KINDS[code]
        ui = self.ui
        ui.heading.setText(self._kind.title)
        ui.parts.clear()
        for name in self._kind.parts:
            ui.parts.addItem(f"{{{name}}}  {PARTS[name]}")
            ui.parts.item(ui.parts.count() - 1).setData(_CODE, f"{{{name}}}")
        self._show_words()

    def _show_words(self) -> None:
        if self._kind is not None:
            wording = in_use(self._context.workbench)
            self.ui.words.setPlainText("\n".join(wording.of(self._kind.code)))

    def _variants(self) -> tuple[str, ...]:
        lines = self.ui.words.toPlainText().splitlines()
        return tuple(line.strip() for line in lines if line.strip())

    def _is_typed(self) -> bool:
        if self._kind is None:
            return False
        return self._variants() != in_use(self._context.workbench).of(self._kind.code)

    def _try(self) -> None:
        """Say what is wrong with the wordings as typed, and how they read."""
        kind, ui = self._kind, self.ui
        if kind is None:
            return
        variants = self._variants()
        wrong = wrong_with(kind, variants)
        ui.message.setText(wrong or ("Not in use yet." if self._is_typed() else ""))
        ui.use.setEnabled(not wrong and self._is_typed())
        ui.reset.setEnabled(variants != shipped()[kind.code])
        found = self._examples.get(kind.code, ())[:_MOST_EXAMPLES]
        read = [_read(example, variant) for example in found for variant in variants]
        if wrong:
            read = [_MEND]
        ui.examples.setPlainText("\n".join(read) if read else _NO_EXAMPLE)

    def _show_undo(self) -> None:
        for act, button in ((Act.UNDO, self.ui.undo), (Act.REDO, self.ui.redo)):
            action = self._context.actions[act]
            button.setEnabled(action.isEnabled())
            button.setToolTip(action.text().replace("&", ""))

    def _records_changed(self, kinds: frozenset[RecordKind]) -> None:
        if RecordKind.WORDING in kinds:
            self._mark_own()
            self._show_words()
        else:
            self._learn()

    # Changes

    def _use(self) -> None:
        self._apply(self._variants())

    def _reset(self) -> None:
        if self._kind is not None:
            self._apply(shipped()[self._kind.code])
            self._show_words()

    def _apply(self, variants: tuple[str, ...]) -> None:
        if self._kind is None:
            return
        try:
            self._context.apply(edit(self._context.workbench, self._kind.code, variants))
        except SaferError as error:
            self.ui.message.setText(str(error))


def _read(example: Example, variant: str) -> str:
    """The wording with an example's parts; the indicator before it where it does not name it."""
    text = filled(variant, example.parts)
    named = any(part in variant for part in ("{indicator}", "{rate_of}"))
    return text if named else f"{example.indicator}: {text}"
