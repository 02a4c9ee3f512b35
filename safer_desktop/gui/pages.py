"""The tabs over one open pack; each page is built when it is first visited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSignalBlocker, QTimer
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from safer_desktop.domain.indicators import Priority
from safer_desktop.gui.context import Context

OVERVIEW = "overview"
MATRIX = "matrix"
SOURCES = "sources"
REPORT = "report"


@dataclass(frozen=True, slots=True)
class _Page:
    key: str
    title: str
    tip: str
    make: Callable[[Context], QWidget]

    @property
    def words(self) -> tuple[str, str, str]:
        """What tells the page from others, and what its tab says."""
        return self.key, self.title, self.tip


class _Holder(QWidget):
    """The place of a page in its tab, empty until the page is built."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)


class Pages(QObject):
    """Fills the tab widget for a context, and finds pages by key or indicator.

    Keys are the constants of this module and, for a priority's page, ``priority:`` and its code.
    """

    def __init__(self, tabs: QTabWidget) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self._context: Context | None = None
        self._pages: tuple[_Page, ...] = ()
        self._holders: list[_Holder] = []
        self._built: dict[str, QWidget] = {}
        tabs.currentChanged.connect(self._visit)

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of the tabs, from left to right."""
        return tuple(page.title for page in self._pages)

    def fill(self, context: Context) -> None:
        """Make the tabs of this context, and show the first."""
        self.clear()
        self._context = context
        self._lay(_pages(context), {})

    def follow(self) -> bool:
        """Let the tabs be those of the priorities that there are now; gives whether any changed.

        The page in view stays in view, and pages that were built stay built.
        """
        if self._context is None:
            return False
        new = _pages(self._context)
        if [page.words for page in new] == [page.words for page in self._pages]:
            return False
        current = self._pages[self._tabs.currentIndex()].key
        kept = {page.key: holder for page, holder in zip(self._pages, self._holders, strict=True)}
        with QSignalBlocker(self._tabs):
            self._tabs.clear()
            self._lay(new, kept)
            keys = [page.key for page in new]
            self._tabs.setCurrentIndex(keys.index(current) if current in keys else 0)
        for key, holder in kept.items():
            self._built.pop(key, None)
            holder.hide()
            _drop(holder)
        self._visit(self._tabs.currentIndex())
        return True

    def clear(self) -> None:
        """Take all tabs away and forget their pages."""
        self._context = None
        self._pages = ()
        self._built.clear()
        self._tabs.clear()
        for holder in self._holders:
            _drop(holder)
        self._holders.clear()

    def show(self, key: str) -> QWidget:
        """Go to a page, build it if it is new, and give it."""
        keys = [page.key for page in self._pages]
        self._tabs.setCurrentIndex(keys.index(key))
        return self.built(key)

    def show_number(self, number: int) -> None:
        """Go to the tab at this place, if there is one."""
        if 0 <= number < self._tabs.count():
            self._tabs.setCurrentIndex(number)

    def built(self, key: str) -> QWidget:
        """The page of this key, built if it is new."""
        if key not in self._built:
            assert self._context is not None
            number = next(n for n, page in enumerate(self._pages) if page.key == key)
            page = self._pages[number].make(self._context)
            self._holders[number].column.addWidget(page)
            self._built[key] = page
        return self._built[key]

    def _lay(self, pages: tuple[_Page, ...], kept: dict[str, _Holder]) -> None:
        """Make a tab of each page, in the holder that is kept for it, if one is."""
        self._pages = pages
        self._holders = [kept.pop(page.key) if page.key in kept else _Holder() for page in pages]
        for page, holder in zip(pages, self._holders, strict=True):
            number = self._tabs.addTab(holder, page.title.replace("&", "&&"))
            self._tabs.setTabToolTip(number, page.tip)

    def _visit(self, number: int) -> None:
        if self._context is not None and 0 <= number < len(self._pages):
            self.built(self._pages[number].key)


def _drop(holder: _Holder) -> None:
    # The pack may be closed before Qt deletes the page: what it still meant to do is off.
    for timer in holder.findChildren(QTimer):
        timer.stop()
    holder.deleteLater()


def priority_key(priority: str) -> str:
    """The key of a priority's page."""
    return f"priority:{priority}"


def _pages(context: Context) -> tuple[_Page, ...]:
    priorities = context.workbench.catalogue.priorities
    return (
        _Page(OVERVIEW, "Overview", "The dashboard: every indicator on one page", _overview),
        *(_priority_page(priority) for priority in priorities),
        _Page(MATRIX, "Risk/harm matrix", "Incident types by risk score", _matrix),
        _Page(SOURCES, "Sources", "What came in, from whom, how old it is", _sources),
        _Page(REPORT, "Report", "The paper's paragraphs, and its export", _report),
    )


def _priority_page(priority: Priority) -> _Page:
    def make(context: Context) -> QWidget:
        from safer_desktop.gui.tabs.priority import PriorityTab

        return PriorityTab(context, priority.code)

    return _Page(priority_key(priority.code), priority.short_name, priority.name, make)


def _overview(context: Context) -> QWidget:
    from safer_desktop.gui.tabs.overview import OverviewTab

    return OverviewTab(context)


def _matrix(context: Context) -> QWidget:
    from safer_desktop.gui.tabs.matrix import MatrixTab

    return MatrixTab(context)


def _sources(context: Context) -> QWidget:
    from safer_desktop.gui.tabs.sources import SourcesTab

    return SourcesTab(context)


def _report(context: Context) -> QWidget:
    from safer_desktop.gui.tabs.report import ReportTab

    return ReportTab(context)
