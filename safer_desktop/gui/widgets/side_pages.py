"""The pages beside the risk/harm matrix: pictures, context, how firm the order is."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QWidget

from safer_desktop.risk.scheme import MatrixRow
from safer_desktop.workbench.bench import Matrix
from safer_desktop.workbench.subjects import Subject


class MatrixPage(QWidget):
    """A page beside the matrix. Told only what it shows, and only while it is looked at."""

    def show_matrix(self, matrix: Matrix) -> None:
        """Show another matrix, or the same after a change."""

    def show_row(self, row: MatrixRow | None) -> None:
        """Show what belongs to the selected row; None: no row is selected."""

    def traced(self) -> Subject | None:
        """What is read out on the page, for "Where from?"."""
        return None


class SidePages(QTabWidget):
    """Keeps its pages up to date; one that is not looked at is told when it is opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix: Matrix | None = None
        self._row: MatrixRow | None = None
        self._without_matrix: set[MatrixPage] = set()
        self._without_row: set[MatrixPage] = set()
        self.currentChanged.connect(lambda _: self._tell())

    def add_page(self, title: str, page: MatrixPage) -> None:
        """Add a page at the end; ``title`` has its mnemonic."""
        self._without_matrix.add(page)
        self._without_row.add(page)
        self.addTab(page, title)

    @property
    def pages(self) -> tuple[MatrixPage, ...]:
        """All pages, from left to right."""
        held = (self.widget(place) for place in range(self.count()))
        return tuple(page for page in held if isinstance(page, MatrixPage))

    def show_matrix(self, matrix: Matrix) -> None:
        """Hand every page this matrix."""
        self._matrix = matrix
        self._without_matrix = set(self.pages)
        self._without_row = set(self.pages)
        self._tell()

    def show_row(self, row: MatrixRow | None) -> None:
        """Hand every page the selected row."""
        if row != self._row:
            self._row = row
            self._without_row = set(self.pages)
            self._tell()

    def traced(self) -> Subject | None:
        """What is read out on the page that is looked at."""
        page = self.currentWidget()
        return page.traced() if isinstance(page, MatrixPage) else None

    def _tell(self) -> None:
        page = self.currentWidget()
        if not isinstance(page, MatrixPage) or self._matrix is None:
            return
        if page in self._without_matrix:
            self._without_matrix.discard(page)
            page.show_matrix(self._matrix)
        if page in self._without_row:
            self._without_row.discard(page)
            page.show_row(self._row)
