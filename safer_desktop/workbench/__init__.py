"""The use cases over one open pack, without a window."""

from safer_desktop.workbench.bench import Changed, DraftParagraph, Matrix, Origin, Workbench
from safer_desktop.workbench.state import Settings, State

__all__ = ["Changed", "DraftParagraph", "Matrix", "Origin", "Settings", "State", "Workbench"]
