"""A chain of steps as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from safer_desktop.domain.chain import Step, exact

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_COLUMNS = ("What it is", "Figure", "Cell")
_FIGURE = 1

STEP_ROLE = Qt.ItemDataRole.UserRole + 121
"""The :class:`Step` itself."""


class _Search:
    """Which steps hold a text, themselves or in what they rest on; each is looked at once."""

    def __init__(self, text: str) -> None:
        self._text = text.casefold()
        self._kept: dict[int, bool] = {}

    def hits(self, step: Step) -> bool:
        """Whether the step itself has the text."""
        return self._text in _searched(step).casefold()

    def keeps(self, step: Step) -> bool:
        """Whether the step, or one that it rests on, has the text."""
        key = id(step)
        if key not in self._kept:
            self._kept[key] = self.hits(step) or any(map(self.keeps, step.inputs))
        return self._kept[key]


class _Node:
    """A step at its place in the tree; a step may stand in several places.

    Below a step that the search has hit, everything is shown.
    """

    def __init__(
        self, step: Step, parent: _Node | None = None, row: int = 0, search: _Search | None = None
    ) -> None:
        self.step = step
        self.parent = parent
        self.row = row
        self._search = search
        self._children: list[_Node] | None = None

    @property
    def children(self) -> list[_Node]:
        """The nodes of the inputs that are shown, made when they are first looked at."""
        if self._children is None:
            search, inputs = self._search, self.step.inputs
            if search is not None and self.parent is not None and search.hits(self.step):
                search = None
            if search is not None:
                inputs = tuple(filter(search.keeps, inputs))
            self._children = [_Node(it, self, row, search) for row, it in enumerate(inputs)]
        return self._children


class ChainModel(QAbstractItemModel):
    """The step that was asked about, and below each step the steps that it rests on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root: _Node | None = None

    def set_root(self, step: Step, text: str = "") -> None:
        """Show a chain: all of it, or the steps and cells that have this text."""
        self.beginResetModel()
        self._root = _Node(step, search=_Search(text) if text else None)
        self.endResetModel()

    def index_of(self, step: Step) -> QModelIndex:
        """Where a step stands nearest to the root; invalid if it is not there."""
        level = [self._root] if self._root else []
        while level:
            for node in level:
                if node.step is step:
                    return self.createIndex(node.row, 0, node)
            level = [child for node in level for child in node.children]
        return QModelIndex()

    def as_text(self) -> str:
        """The whole chain, a line a step, indented."""
        return "\n".join(_lines(self._root.step, 0)) if self._root else ""

    def index(self, row: int, column: int, parent: _Index = _TOP) -> QModelIndex:
        """Every index carries its node."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, self._root)
        return self.createIndex(row, column, _node(parent).children[row])

    def parent(self, index: _Index = _TOP) -> QModelIndex:  # type: ignore[override]
        """The step that this one goes into."""
        above = _node(index).parent if index.isValid() else None
        return QModelIndex() if above is None else self.createIndex(above.row, 0, above)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """The root, or a step's inputs."""
        if not parent.isValid():
            return 0 if self._root is None else 1
        return len(_node(parent).children) if parent.column() == 0 else 0

    def columnCount(self, _parent: _Index = _TOP) -> int:
        """Three columns."""
        return len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a step; one that does not hold says what its inputs give."""
        if not index.isValid():
            return None
        node = _node(index)
        step = node.step
        if role == Qt.ItemDataRole.DisplayRole:
            return (step.what, _figure(step), _cell(step))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return how(step)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return ", ".join(it for it in (step.what, _figure(step), _cell(step)) if it)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.FontRole and (node.parent is None or not step.holds):
            font = QFont()
            font.setBold(True)
            return font
        return step if role == STEP_ROLE else None


def how(step: Step) -> str:
    """How a step comes of its inputs, a line each: formula, rounding, notes."""
    lines = [*_read(step), step.formula, step.rounding, *step.notes]
    if not step.holds:
        lines.insert(0, f"The steps below give {_result(step)} and not this figure.")
    return "\n".join(line for line in lines if line)


def _read(step: Step) -> Iterator[str]:
    if step.cell is not None:
        source = step.cell.observation.source
        yield f"Cell {source.cell} says '{source.raw}'." if source.cell else f"{source.raw}."


def _node(index: _Index) -> _Node:
    node = index.internalPointer()
    assert isinstance(node, _Node)
    return node


def _figure(step: Step) -> str:
    return step.shown if step.holds else f"{step.shown} (steps give {_result(step)})"


def _result(step: Step) -> str:
    return step.again if isinstance(step.again, str) else exact(step.again or 0.0)


def _cell(step: Step) -> str:
    if step.cell is None:
        return ""
    return step.cell.observation.source.cell or "counted rows"


def _searched(step: Step) -> str:
    if step.cell is None:
        return f"{step.what}\n{step.shown}"
    source = step.cell.observation.source
    return f"{step.what}\n{step.shown}\n{source.sheet}\n{source.cell}\n{source.raw}"


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == _FIGURE else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _lines(step: Step, depth: int) -> Iterator[str]:
    indent = "    " * depth
    parts = [f"{step.what}: {_figure(step)}" if step.shown else step.what]
    if step.cell is not None:
        source = step.cell.observation.source
        parts.append(f"[{source.sheet}!{source.cell}]" if source.sheet else f"[{_cell(step)}]")
    yield indent + " ".join(parts)
    for line in how(step).splitlines():
        yield f"{indent}  {line}"
    for below in step.inputs:
        yield from _lines(below, depth + 1)
