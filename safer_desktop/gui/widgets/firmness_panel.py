"""How firm the order of the matrix is, beside its table."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QWidget

from safer_desktop.domain.records import RecordKind
from safer_desktop.gui.charts import rank_acceptability
from safer_desktop.gui.charts.panel import ChartPanel, PanelContent
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.assumptions import AssumptionsDialog
from safer_desktop.gui.forms.ui_firmness_panel import Ui_FirmnessPanel
from safer_desktop.gui.models.text_table import TextTableModel
from safer_desktop.gui.widgets.side_pages import MatrixPage
from safer_desktop.risk.belief_words import belief_sentences
from safer_desktop.risk.chain import MatrixPart
from safer_desktop.risk.firmness import (
    Assumptions,
    Case,
    Firmness,
    assumption_words,
    order_sentence,
    set_words,
    share_words,
    top_words,
    type_sentence,
)
from safer_desktop.risk.scheme import MatrixRow
from safer_desktop.workbench.bench import Matrix
from safer_desktop.workbench.sensitivity import (
    FEWEST,
    case_for,
    how_firm,
    kept_assumptions,
    what_to_believe,
)
from safer_desktop.workbench.subjects import MatrixOf

_TOO_FEW = "At least two incident types must be scored before their order can be tried."


class FirmnessPanel(MatrixPage):
    """Tries plausible weights and scores in the background, and says what comes of it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._matrix: Matrix | None = None
        self._case: Case | None = None
        self._row: MatrixRow | None = None
        self._waiting = False
        self.found: Firmness | None = None
        self.ui = Ui_FirmnessPanel()
        self.ui.setupUi(self)
        self.chart = rank_acceptability.RankAcceptability()
        self.panel = ChartPanel(self)
        self.panel.set_chart(self.chart, self.chart)
        self.panel.said.connect(self.ui.read_out.setText)
        self.ui.picture_layout.addWidget(self.panel)
        self.sentences = TextTableModel(self)
        self.ui.sentences.setModel(self.sentences)
        self.pairs = TextTableModel(self)
        self.ui.pairs.setModel(self.pairs)
        for table in (self.ui.sentences, self.ui.pairs):
            table.verticalHeader().hide()
        self.ui.assume.clicked.connect(self.ask_assumptions)
        context.tasks.changed.connect(self._try_again)
        context.records_changed.connect(self._records_changed)

    @property
    def assumptions(self) -> Assumptions:
        """What is held plausible now."""
        if self._case is None:
            return Assumptions()
        return kept_assumptions(self._context.workbench.records(RecordKind.SETTING), self._case)

    def show_matrix(self, matrix: Matrix) -> None:
        """Try the order of this matrix."""
        self._matrix = matrix
        self._case = case_for(self._context.workbench, matrix)
        self.ui.assume.setEnabled(bool(self._case.types))
        if len(self._case.types) < FEWEST:
            self._waiting = False
            self._show(None)
            return
        self._try()

    def show_row(self, row: MatrixRow | None) -> None:
        """Say what would put the type of this row among the first."""
        self._row = row
        self._show_belief()

    def ask_assumptions(self) -> None:
        """Open the form of the assumptions."""
        if self._case is not None:
            AssumptionsDialog(self._context, self._case, self.assumptions, self).open()

    def _try(self) -> None:
        """Rank many times in the background; after other work, where there is any."""
        case, held = self._case, self.assumptions
        if case is None:
            return

        def done(found: Firmness) -> None:
            if case is self._case:
                self._show(found)

        self._waiting = not self._context.tasks.run(
            lambda progress: how_firm(case, held, progress),
            done,
            title="How firm is the order?",
            on_cancelled=lambda: self.ui.order.setText("Stopped: the order was not tried."),
        )

    def _try_again(self) -> None:
        if self._waiting and not self._context.tasks.busy:
            self._try()

    def _records_changed(self, kinds: frozenset[RecordKind]) -> None:
        if RecordKind.SETTING not in kinds or self.found is None:
            return
        if self.assumptions != self.found.assumptions:
            self._try()
            self._show_belief()

    def _show(self, found: Firmness | None) -> None:
        self.found = found
        self.chart.show_firmness(found)
        if found is None or self._matrix is None:
            self.ui.order.setText("")
            self.panel.set_content(PanelContent("", "", "", empty=_TOO_FEW))
            self.sentences.set_table((), ())
            self.pairs.set_table((), ())
        else:
            self.ui.order.setText(order_sentence(found))
            self._show_picture(found, self._matrix)
            self._show_tables(found)
        self._show_belief()

    def _show_picture(self, found: Firmness, matrix: Matrix) -> None:
        self.panel.set_content(
            PanelContent(
                "",
                f"How often each type takes which place, {matrix.title}",
                f"Places under plausible weights {matrix.title}",
                alt_text=rank_acceptability.firmness_alt_text(found),
                table=rank_acceptability.firmness_table(found),
                caption=assumption_words(found),
                source=f"Scheme: {matrix.scheme.name}, version {matrix.scheme.version}.",
                picture_height=self.chart.picture_height,
                subjects=tuple(
                    MatrixOf(self._context.area, it.code, MatrixPart.RANK)
                    for it in found.case.types
                ),
            )
        )

    def _show_tables(self, found: Firmness) -> None:
        types = range(len(found.case.types))
        names = [factor.name for factor in found.case.factors]
        if found.sets:
            why = "Under each weight set"
            reasons = [set_words(found, at) for at in types]
        else:
            why = "Weights that put it first, on average"
            reasons = [_central_words(found.central[at], names) for at in types]
        self.sentences.set_table(
            ("How firm", why),
            [(type_sentence(found, at), reason) for at, reason in zip(types, reasons, strict=True)],
        )
        header = self.ui.sentences.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.ui.sentences.verticalHeader().setSectionResizeMode(
            QHeaderView.ResizeMode.ResizeToContents
        )
        self.pairs.set_table(
            ("Above", *(it.name for it in found.case.types)),
            [
                (
                    found.case.types[one].name,
                    *("" if one == at else share_words(found.above[one][at]) for at in types),
                )
                for one in types
            ],
            range(1, len(types) + 1),
        )
        self.ui.pairs.resizeColumnsToContents()

    def _show_belief(self) -> None:
        row, case, ui = self._row, self._case, self.ui
        ui.belief_box.setVisible(row is not None and case is not None)
        if row is None or case is None:
            return
        held = self.assumptions
        ui.belief_heading.setText(
            f"What would have to be believed for {row.type.name} to be {top_words(held.top)}?"
        )
        belief = what_to_believe(case, row.type.code, held)
        if belief is None:
            ui.belief.setText("It is not scored, so it has no place yet.")
        else:
            ui.belief.setText("\n".join(belief_sentences(belief, case)))


def _central_words(central: tuple[float, ...] | None, names: list[str]) -> str:
    if central is None:
        return "never first"
    return ", ".join(f"{name} {share:.0%}" for name, share in zip(names, central, strict=True))
