"""The matrix in pictures, beside its table, and whether the score follows volume or harm."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from safer_desktop.gui.charts import likelihood_harm, movement, ranked_bars, volume_harm
from safer_desktop.gui.charts.panel import ChartPanel, PanelContent
from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_matrix_pictures import Ui_MatrixPictures
from safer_desktop.gui.widgets.side_pages import MatrixPage
from safer_desktop.gui.widgets.tracing import pop_up
from safer_desktop.risk.chain import MatrixPart
from safer_desktop.risk.words import NOUNS
from safer_desktop.workbench import matrix_editions
from safer_desktop.workbench.bench import Matrix
from safer_desktop.workbench.subjects import MatrixOf, Subject

_NO_EDITION = "No edition of this area is frozen yet: there is nothing to compare with."
_NO_BIAS = "Too few incident types are scored to tell whether the score follows volume or harm."


class MatrixPictures(MatrixPage):
    """Likelihood against harm, the scores as bars, volume against harm, and what moved."""

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
        self.volume = volume_harm.VolumeHarm(self)
        self.volume_panel = ChartPanel(self)
        self.volume_panel.set_chart(self.volume, self.volume)
        self.ui.volume_layout.addWidget(self.volume_panel)
        self.movement = movement.MovementChart(self)
        self.movement_panel = ChartPanel(self)
        self.movement_panel.set_chart(self.movement, self.movement)
        self.ui.movement_layout.addWidget(self.movement_panel)
        for panel in self._panels:
            panel.said.connect(self.ui.read_out.setText)
            panel.menu_asked.connect(
                lambda at, panel=panel: pop_up(self, context, at, panel.traced())
            )

    @property
    def _panels(self) -> tuple[ChartPanel, ...]:
        return (self.scatter_panel, self.ranked_panel, self.volume_panel, self.movement_panel)

    def traced(self) -> Subject | None:
        """The point or bar that is read out, where the focus is on a picture."""
        focus = self.window().focusWidget()
        for panel in self._panels:
            if panel.isAncestorOf(focus):
                return panel.traced()
        return None

    def show_matrix(self, matrix: Matrix) -> None:
        """Draw this matrix."""
        self.ui.bias.setText(matrix.bias.words if matrix.bias else _NO_BIAS)
        scored = any(row.risk is not None for row in matrix.rows)
        nouns = NOUNS[matrix.scheme.formula]
        empty = "" if scored else nouns.gap
        self.scatter.show_matrix(matrix.rows, matrix.scheme)
        self.ranked.show_matrix(matrix.rows, matrix.scheme)
        table = ranked_bars.matrix_table(matrix.rows, nouns)
        source = f"Scheme: {matrix.scheme.name}, version {matrix.scheme.version}."
        subjects = tuple(
            MatrixOf(self._context.area, row.type.code, MatrixPart.RISK) for row in matrix.rows
        )
        self.scatter_panel.set_content(
            PanelContent(
                "",
                f"Likelihood and harm, {matrix.title}",
                f"Likelihood and harm {matrix.title}",
                alt_text=likelihood_harm.picture_alt_text(matrix.rows, nouns),
                table=table,
                caption=likelihood_harm.key(matrix.scheme),
                source=source,
                picture_height=likelihood_harm.PICTURE_HEIGHT,
                empty=empty,
                subjects=tuple(
                    MatrixOf(self._context.area, row.type.code, MatrixPart.RISK)
                    for row in likelihood_harm.mapped(matrix.rows, matrix.scheme)
                ),
            )
        )
        self.ranked_panel.set_content(
            PanelContent(
                "",
                f"{nouns.risk.capitalize()} by incident type, {matrix.title}",
                f"{nouns.risk.capitalize()} {matrix.title}",
                alt_text=ranked_bars.ranked_alt_text(matrix.rows, nouns),
                table=table,
                source=source,
                picture_height=self.ranked.picture_height,
                empty=empty,
                subjects=subjects,
            )
        )
        self._show_volume(matrix, source)
        self._show_movement(matrix)

    def _show_volume(self, matrix: Matrix, source: str) -> None:
        shown = volume_harm.placed(matrix.rows)
        self.volume.show_matrix(matrix.rows, matrix.scheme.classes)
        self.volume_panel.set_content(
            PanelContent(
                "",
                f"Volume and harm per incident, {matrix.title}",
                f"Volume and harm {matrix.title}",
                alt_text=volume_harm.volume_harm_alt_text(matrix.rows),
                table=volume_harm.volume_harm_table(matrix.rows),
                caption=volume_harm.CAPTION,
                source=source,
                picture_height=volume_harm.PICTURE_HEIGHT,
                empty="" if shown else "No incident type has both a count and a harm yet.",
                subjects=tuple(
                    MatrixOf(self._context.area, row.type.code, MatrixPart.HARM) for row in shown
                ),
            )
        )

    def _show_movement(self, matrix: Matrix) -> None:
        found = matrix_editions.since_last(self._context.workbench, matrix, same_quarter=True)
        if found is None:
            self.movement_panel.set_content(PanelContent("", "", "", empty=_NO_EDITION))
            return
        self.movement.show_movement(found)
        self.movement_panel.set_content(
            PanelContent(
                "",
                f"Places since the {found.since}",
                f"Movement {matrix.title}",
                alt_text=movement.movement_alt_text(found),
                table=movement.movement_table(found),
                picture_height=self.movement.picture_height,
            )
        )
