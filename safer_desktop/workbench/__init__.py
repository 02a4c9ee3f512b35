"""The use cases over one open pack, without a window."""

from safer_desktop.workbench.bench import Change, Matrix, Workbench
from safer_desktop.workbench.commentary import DraftParagraph
from safer_desktop.workbench.intake import Origin
from safer_desktop.workbench.state import Settings, State

__all__ = ["Change", "DraftParagraph", "Matrix", "Origin", "Settings", "State", "Workbench"]
