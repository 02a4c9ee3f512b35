"""All actions of the window, made once and known by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QAction, QKeySequence, QUndoGroup
from PySide6.QtWidgets import QMainWindow

_Key = QKeySequence.StandardKey


class Act(StrEnum):
    """Everything that menus, toolbar and pages can ask the window to do."""

    NEW = "new"
    OPEN = "open"
    SAVE = "save"
    SAVE_AS = "save as"
    VERSIONS = "versions"
    PROTECT = "protect"
    TRAIL = "trail"
    CLOSE = "close"
    QUIT = "quit"
    UNDO = "undo"
    REDO = "redo"
    COPY = "copy"
    PASTE = "paste"
    LOAD = "load"
    SOURCES = "sources"
    CHECK = "check"
    SCORE = "score"
    ROUNDS = "rounds"
    WRITE = "write"
    EXPORT = "export"
    ANNEX = "annex"
    CHECK_PAPER = "check paper"
    WORDING = "wording"
    COPIES = "district copies"
    RETURN = "district return"
    LOG_FOLDER = "log folder"
    CATALOGUE = "catalogue"
    RECIPES = "recipes"
    ORIGIN = "origin"
    EXPLAIN = "explain"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Facts:
    """What decides whether an action can be used."""

    pack_open: bool
    busy: bool
    handed_over: bool = False
    """Whether the open pack is a district's copy, in which little may be changed."""


def always(_facts: Facts) -> bool:
    """Nothing is needed."""
    return True


def at_rest(facts: Facts) -> bool:
    """No long work may be under way."""
    return not facts.busy


def pack_open(facts: Facts) -> bool:
    """A pack must be open."""
    return facts.pack_open


def pack_at_rest(facts: Facts) -> bool:
    """A pack must be open and no long work under way."""
    return facts.pack_open and not facts.busy


def own_pack_at_rest(facts: Facts) -> bool:
    """The council's own pack must be open and no long work under way."""
    return pack_at_rest(facts) and not facts.handed_over


@dataclass(frozen=True, slots=True)
class _Spec:
    text: str
    tip: str
    enabled: Callable[[Facts], bool]
    keys: _Key | str | None = None


_SPECS = {
    Act.NEW: _Spec("&New pack", "Start a pack without data", at_rest, _Key.New),
    Act.OPEN: _Spec("&Open pack…", "Open a pack that was saved before", at_rest, _Key.Open),
    Act.SAVE: _Spec("&Save", "Write the pack to its file", pack_at_rest, _Key.Save),
    Act.SAVE_AS: _Spec("Save &as…", "Write the pack to another file", pack_at_rest, "Ctrl+Shift+S"),
    Act.VERSIONS: _Spec(
        "Earlier sa&ves…", "Go back to the pack as it was saved before", pack_at_rest
    ),
    Act.TRAIL: _Spec(
        "A&udit trail…", "Who changed what, when and why; and proof that it is whole", pack_open
    ),
    Act.PROTECT: _Spec(
        "Pass&word…", "Encrypt the pack, so that only a password opens it", pack_at_rest
    ),
    Act.CLOSE: _Spec("&Close pack", "Go back to the first page", pack_at_rest, "Ctrl+W"),
    Act.QUIT: _Spec("&Quit", "Close the program", always, "Ctrl+Q"),
    Act.COPY: _Spec("&Copy", "Copy what is selected", pack_open, _Key.Copy),
    Act.PASTE: _Spec(
        "&Paste figures",
        "Load the cells that were copied in Excel or another program",
        own_pack_at_rest,
        _Key.Paste,
    ),
    Act.LOAD: _Spec("&Load…", "Load partners' files into the pack", own_pack_at_rest, "Ctrl+L"),
    Act.SOURCES: _Spec("&Sources", "What came in, from whom, how old it is", pack_open),
    Act.CHECK: _Spec("&Check", "See what the checks found in the loaded files", pack_open),
    Act.SCORE: _Spec("Sc&ore", "Score harm in the risk/harm matrix", pack_open),
    Act.ROUNDS: _Spec(
        "Partner ro&unds…",
        "Have partners score on sheets of their own, and pool what they say",
        own_pack_at_rest,
    ),
    Act.WRITE: _Spec("&Write", "Read and edit the paper's paragraphs", pack_open),
    Act.EXPORT: _Spec(
        "&Export to Word…", "Write the board paper as a Word file", pack_at_rest, "Ctrl+E"
    ),
    Act.ANNEX: _Spec(
        "Export the data anne&x…",
        "Write every area's figures, and where they stand, as an Excel workbook",
        pack_at_rest,
    ),
    Act.CHECK_PAPER: _Spec(
        "&Check a paper…", "List what does not hold in a board paper, Word or text", at_rest
    ),
    Act.WORDING: _Spec(
        "Wor&ding…", "How the paper's sentences are worded: read, change, go back", own_pack_at_rest
    ),
    Act.CATALOGUE: _Spec(
        "C&atalogue…", "What is measured, where and against whom", own_pack_at_rest
    ),
    Act.COPIES: _Spec(
        "&District copies…",
        "Make a pack for each district, without small numbers and what would give them away",
        own_pack_at_rest,
    ),
    Act.RETURN: _Spec(
        "Take in a district's re&turn…",
        "See what a district changed in its copy, and take in what you choose",
        own_pack_at_rest,
    ),
    Act.ORIGIN: _Spec(
        "Where does this come &from?",
        "Follow the selected figure step by step to its cells",
        pack_open,
        "Ctrl+I",
    ),
    Act.EXPLAIN: _Spec(
        "&How was this worked out?",
        "Method, formula with its numbers, test and published source of the selected figure",
        pack_open,
        "Ctrl+H",
    ),
    Act.RECIPES: _Spec(
        "&Recipes…", "How partners' workbooks are read: rename, hand on, forget", own_pack_at_rest
    ),
    Act.LOG_FOLDER: _Spec("Open the &log folder", "Where the program notes its faults", always),
    Act.ABOUT: _Spec("&About Safer Desktop", "Version, licences and where things are", always),
}

SEPARATOR = None

MENUS: dict[str, tuple[Act | None, ...]] = {
    "menu_file": (
        Act.NEW,
        Act.OPEN,
        SEPARATOR,
        Act.SAVE,
        Act.SAVE_AS,
        Act.VERSIONS,
        Act.PROTECT,
        Act.TRAIL,
        SEPARATOR,
        Act.RETURN,
        SEPARATOR,
        Act.CLOSE,
        Act.QUIT,
    ),
    "menu_edit": (Act.UNDO, Act.REDO, SEPARATOR, Act.COPY, Act.PASTE),
    "menu_data": (
        Act.LOAD,
        Act.PASTE,
        SEPARATOR,
        Act.SOURCES,
        Act.CHECK,
        Act.SCORE,
        Act.EXPLAIN,
        Act.ROUNDS,
        Act.ORIGIN,
        SEPARATOR,
        Act.CATALOGUE,
        Act.RECIPES,
    ),
    "menu_report": (
        Act.WRITE,
        Act.WORDING,
        Act.CHECK_PAPER,
        SEPARATOR,
        Act.EXPORT,
        Act.ANNEX,
        SEPARATOR,
        Act.COPIES,
    ),
    "menu_help": (Act.LOG_FOLDER, SEPARATOR, Act.ABOUT),
}
"""The menus' actions by the menu's name in the form."""

TOOLBAR = (Act.LOAD, Act.CHECK, Act.SCORE, Act.WRITE, Act.EXPORT)
"""The coordinator's steps, in the order in which they are taken."""


class Actions:
    """The actions by name: ``actions[Act.SAVE]``."""

    def __init__(self, window: QMainWindow, undo: QUndoGroup) -> None:
        self._actions = {act: _made(spec, window) for act, spec in _SPECS.items()}
        self._actions[Act.UNDO] = undo.createUndoAction(window, "&Undo")
        self._actions[Act.REDO] = undo.createRedoAction(window, "&Redo")
        self._actions[Act.UNDO].setShortcut(QKeySequence(_Key.Undo))
        self._actions[Act.REDO].setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence(_Key.Redo)])
        self._actions[Act.UNDO].setStatusTip("Take back the last change")
        self._actions[Act.REDO].setStatusTip("Do again what was taken back")

    def __getitem__(self, act: Act) -> QAction:
        return self._actions[act]

    def refresh(self, facts: Facts) -> None:
        """Enable what can be used now."""
        for act, spec in _SPECS.items():
            self._actions[act].setEnabled(spec.enabled(facts))


def _made(spec: _Spec, window: QMainWindow) -> QAction:
    action = QAction(spec.text, window)
    action.setStatusTip(spec.tip)
    if spec.keys is not None:
        action.setShortcut(QKeySequence(spec.keys))
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{spec.tip} ({keys})" if keys else spec.tip)
    return action
