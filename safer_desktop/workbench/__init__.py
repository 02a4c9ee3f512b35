"""The use cases over one open pack, without a window."""

from safer_desktop.workbench.bench import Change, DraftParagraph, Matrix, Origin, Workbench
from safer_desktop.workbench.state import Settings, State

__all__ = ["Change", "DraftParagraph", "Matrix", "Origin", "Settings", "State", "Workbench"]
