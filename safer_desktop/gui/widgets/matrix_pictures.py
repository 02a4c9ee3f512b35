"""The matrix in pictures, beside its table, and whether the score follows volume or harm."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from safer_desktop.gui.charts import likelihood_harm, ranked_bars
from safer_desktop.gui.charts.panel import ChartPanel, PanelContent
from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_matrix_pictures import Ui_MatrixPictures
from safer_desktop.gui.widgets.side_pages import MatrixPage
from safer_desktop.gui.widgets.tracing import pop_up
from safer_desktop.risk.chain import MatrixPart
from safer_desktop.workbench.bench import Matrix
from safer_desktop.workbench.subjects import MatrixOf, Subject

_NO_BIAS = "Too few incident types are scored to tell whether the score follows volume or harm."


class MatrixPictures(MatrixPage):
    """Likelihood against harm, and the scores as bars."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.ui = Ui_MatrixPictures()
        self.ui.setupUi(self)
        self.scatter = likelihood_harm.LikelihoodHarm(self)
        self.scatter_panel = ChartPanel(self)
        self.scatter_panel.set_chart(self.scatter, self.scatter)
        self.ui.scatter_layout.addWidget(self.scatter_panel)
        self.ranked = ranked_bars.RankedBars(self)
        self.ranked_panel = ChartPanel(self)
        self.ranked_panel.set_chart(self.ranked, self.ranked)
        self.ui.ranked_layout.addWidget(self.ranked_panel)
        for panel in (self.scatter_panel, self.ranked_panel):
            panel.said.connect(self.ui.read_out.setText)
            panel.menu_asked.connect(
                lambda at, panel=panel: pop_up(self, context, at, panel.traced())
            )

    def traced(self) -> Subject | None:
        """The point or bar that is read out, where the focus is on a picture."""
        focus = self.window().focusWidget()
        for panel in (self.scatter_panel, self.ranked_panel):
            if panel.isAncestorOf(focus):
                return panel.traced()
        return None

    def show_matrix(self, matrix: Matrix) -> None:
        """Draw this matrix."""
        self.ui.bias.setText(matrix.bias.words if matrix.bias else _NO_BIAS)
        scored = any(row.risk is not None for row in matrix.rows)
        empty = "" if scored else "No incident type has both a probability and a harm score yet."
        self.scatter.show_matrix(matrix.rows, matrix.scheme)
        self.ranked.show_matrix(matrix.rows, matrix.scheme.classes)
        table = ranked_bars.matrix_table(matrix.rows)
        source = f"Scheme: {matrix.scheme.name}, version {matrix.scheme.version}."
        subjects = tuple(
            MatrixOf(self._context.area, row.type.code, MatrixPart.RISK) for row in matrix.rows
        )
        self.scatter_panel.set_content(
            PanelContent(
                "",
                f"Likelihood and harm, {matrix.title}",
                f"Likelihood and harm {matrix.title}",
                alt_text=likelihood_harm.picture_alt_text(matrix.rows),
                table=table,
                caption=likelihood_harm.key(matrix.scheme),
                source=source,
                picture_height=likelihood_harm.PICTURE_HEIGHT,
                empty=empty,
                subjects=subjects,
            )
        )
        self.ranked_panel.set_content(
            PanelContent(
                "",
                f"Risk score by incident type, {matrix.title}",
                f"Risk scores {matrix.title}",
                alt_text=ranked_bars.ranked_alt_text(matrix.rows),
                table=table,
                source=source,
                picture_height=self.ranked.picture_height,
                empty=empty,
                subjects=subjects,
            )
        )
