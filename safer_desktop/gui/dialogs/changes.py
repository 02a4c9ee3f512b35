"""The audit trail, of the matrix or of everything: who, when, from what, to what, why."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import cast

from PySide6.QtCore import QDate
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from safer_desktop.domain.display import number
from safer_desktop.domain.records import AuditRow, RecordKind, RecordRef
from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_changes_dialog import Ui_ChangesDialog
from safer_desktop.gui.messages import show_note
from safer_desktop.gui.models.history import history
from safer_desktop.gui.models.text_table import TextTableModel
from safer_desktop.gui.widgets.copying import copy_all, copy_from
from safer_desktop.gui.widgets.csv_export import ask_and_save_csv
from safer_desktop.workbench import matrix_editions
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.rounds import round_name

HEADERS = ("When", "Who", "Of what", "Field", "Change", "From", "To", "Why")
_LONGEST = 300
_WIDTHS = (130, 110, 190, 100, 230, 110, 110)


class ChangesDialog(QDialog):
    """Lines of the audit trail, by what was changed, person, days and words.

    ``trail`` are the lines, newest first; of them those of ``record`` are shown at first.
    """

    def __init__(
        self,
        context: Context,
        trail: Sequence[AuditRow],
        title: str,
        record: RecordRef | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench = context.workbench
        self.ui = Ui_ChangesDialog()
        self.ui.setupUi(self)
        ui = self.ui
        self.setWindowTitle(title)
        ui.changes.setAccessibleName(title)
        self._trail = matrix_editions.briefly(trail)
        self._names = _names(self._trail, context)
        self.model = TextTableModel(self)
        ui.changes.setModel(self.model)
        ui.changes.verticalHeader().hide()
        _fill(ui.type, "Everything", self._names.values())
        _fill(ui.who, "Everybody", (row.who for row in self._trail))
        name = self._names.get(record, "") if record else ""
        ui.type.setCurrentIndex(max(ui.type.findText(name), 0))
        days = [_day(row) for row in self._trail] or [datetime.now().astimezone().date()]
        for field, day in ((ui.first, min(days)), (ui.last, max(days))):
            field.setDate(QDate(day.year, day.month, day.day))
            field.dateChanged.connect(self._filter)
        ui.type.currentIndexChanged.connect(self._filter)
        ui.who.currentIndexChanged.connect(self._filter)
        ui.find.textChanged.connect(self._filter)
        ui.verify.clicked.connect(self._verify)
        ui.copy.clicked.connect(lambda: copy_all(ui.changes))
        ui.export_button.clicked.connect(lambda: ask_and_save_csv(ui.changes, title, self))
        copied = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), ui.changes)
        copied.activated.connect(lambda: copy_from(ui.changes))
        self._filter()

    def _filter(self) -> None:
        ui = self.ui
        what, who = ui.type.currentText(), ui.who.currentText()
        first = cast("date", ui.first.date().toPython())
        last = cast("date", ui.last.date().toPython())
        words = ui.find.text().casefold().split()
        lines = [
            self._line(row)
            for row in self._trail
            if (ui.type.currentIndex() == 0 or self._names[row.record] == what)
            and (ui.who.currentIndex() == 0 or row.who == who)
            and first <= _day(row) <= last
        ]
        kept = [line for line in lines if all(it in " ".join(line).casefold() for it in words)]
        self.model.set_table(HEADERS, kept)
        for column, width in enumerate(_WIDTHS):
            ui.changes.horizontalHeader().resizeSection(column, width)
        ui.changes.horizontalHeader().setStretchLastSection(True)
        ui.heading.setText(f"{len(kept)} of {len(self._trail)} changes, the newest first")

    def _verify(self) -> None:
        found = self._bench.verify_trail()
        if found.broken is None:
            show_note(
                "Audit trail",
                f"The audit trail holds: each of its {number(found.lines)} lines is as it was "
                "written.",
                parent=self,
            )
        else:
            show_note(
                "Audit trail",
                found.what,
                more="What follows it cannot be relied on. Compare the pack with an earlier copy.",
                parent=self,
            )

    def _line(self, row: AuditRow) -> tuple[str, ...]:
        ((when, who, title, old, new, why),) = history((row,), "")
        if row.record.kind in matrix_editions.BRIEF_KINDS:
            old, new = str(row.old or "nothing"), str(row.new or "nothing")
        field = row.field or "the whole"
        if row.account and row.account != who:
            who = f"{who} ({row.account})"
        old, new = (textwrap.shorten(it, _LONGEST, placeholder=" …") for it in (old, new))
        return (when, who, self._names[row.record], field, title, old, new, why)


def _names(trail: Sequence[AuditRow], context: Context) -> dict[RecordRef, str]:
    """What each record of the trail is called, by the newest name that is known."""
    bench = context.workbench
    found = {
        RecordRef(RecordKind.INCIDENT_TYPE, kind.code): kind.name for kind in bench.incident_types
    }
    found |= {RecordRef(RecordKind.LOAD, str(it.id)): it.file.name for it in bench.loads()}
    for row in trail:
        if row.record in found:
            continue
        found[row.record] = _name(row, bench)
    return found


def _name(row: AuditRow, bench: Workbench) -> str:
    kind, code = row.record.kind, row.record.code
    fields = bench.record(kind, code) if bench.has_record(kind, code) else row.old or row.new
    match fields:
        case {"name": str(name)}:
            return name
        case dict() if "scheme_name" in fields:
            return round_name(fields)
        case str(name) if kind is RecordKind.ROUND:
            return name
    return str(kind) if code == kind else f"{kind} {code}"


def _fill(box: QComboBox, everything: str, names: Iterable[str]) -> None:
    box.addItem(everything)
    box.addItems(sorted(set(names), key=str.casefold))


def _day(row: AuditRow) -> date:
    return row.at.astimezone().date()
