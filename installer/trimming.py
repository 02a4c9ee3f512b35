"""What of Qt and of the system stays out of the bundle; read by safer-desktop.spec.

An entry is PyInstaller's triple: place in the bundle, file on this computer, kind of file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

Entry = tuple[str, str, str]
Imports = Callable[[str], Iterable[str]]

EXCLUDED_MODULES = (
    "IPython",
    "OpenGL",
    "PIL.ImageQt",
    "PIL._avif",
    "PIL._imagingcms",
    "PIL._imagingft",
    "PIL._webp",
    "PySide6.QtConcurrent",
    "PySide6.QtDBus",
    "PySide6.QtDesigner",
    "PySide6.QtHelp",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtQuickWidgets",
    "PySide6.QtSql",
    "PySide6.QtTest",
    "PySide6.QtUiTools",
    "PySide6.QtXml",
    "colorcet",
    "cupy",
    "curses",
    "distutils",
    "ensurepip",
    "h5py",
    "idlelib",
    "jupyter_rfb",
    "lib2to3",
    "matplotlib",
    "numba",
    "numexpr",
    "pip",
    "polars",
    "pyarrow",
    "pydoc_data",
    "pytest",
    "scipy",
    "setuptools",
    "ssl",
    "_ssl",
    "tkinter",
    "_tkinter",
    "turtledemo",
    "venv",
    "xmlrpc",
)
"""Modules that libraries look for but the program never reaches. `ssl` is among them on purpose."""

PLUGINS = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qico", "qjpeg", "qsvg"),
    "platforms": ("qwindows", "qoffscreen", "qxcb", "qwayland"),
    "platforminputcontexts": ("compose", "ibus"),
    "platformthemes": ("xdgdesktopportal",),
    "styles": ("qmodernwindowsstyle",),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-graphics-integration-client": ("qt-plugin-wayland-egl",),
    "wayland-shell-integration": ("xdg-shell",),
    "xcbglintegrations": ("qxcb-egl-integration", "qxcb-glx-integration"),
}
"""The plugins of Qt that stay, by folder and the beginning of their names (without `lib`)."""

_QT_PART = re.compile(
    r"(^|/)(lib)?Qt6?(Bodymovin|Designer|Help|Labs|Lottie|Multimedia|Network|Pdf|Qml|Quick|Sql"
    r"|Test|UiTools|VirtualKeyboard)",
    re.IGNORECASE,
)
_SOFTWARE_GL = "opengl32sw.dll"


class ForeignFileError(Exception):
    """The bundle would hold a file of the operating system itself."""


def without_unused_qt(entries: Iterable[Entry]) -> list[Entry]:
    """The entries but for parts, plugins and translations of Qt that the program never loads."""
    return [entry for entry in entries if not _is_unused_qt(entry[0])]


def _is_unused_qt(place: str) -> bool:
    path = PurePosixPath(place.replace("\\", "/"))
    if path.name.lower() == _SOFTWARE_GL or _QT_PART.search(str(path)):
        return True
    parts = path.parts
    if "PySide6" not in parts:
        return False
    if parts[-1].endswith(".qm") or {"translations", "qml"} & set(parts):
        return True
    if "plugins" in parts:
        folder, name = parts[-2], path.name.removeprefix("lib")
        return not name.startswith(PLUGINS.get(folder, ()))
    return False


def only_reachable(entries: Sequence[Entry], imports: Imports) -> list[Entry]:
    """The entries without libraries that nothing left in the bundle is linked against.

    ``imports`` gives the names of the libraries that a file is linked against. Extension
    modules, plugins and Python's own library are loaded by name, and so are always kept.
    """
    libraries = {_name(place): (place, file, kind) for place, file, kind in entries}
    kept: set[str] = set()
    waiting = [_name(place) for place, _, kind in entries if kind == "EXTENSION" or _root(place)]
    while waiting:
        name = waiting.pop()
        if name in kept or name not in libraries:
            continue
        kept.add(name)
        waiting += [_name(it) for it in imports(libraries[name][1])]
    return [entry for entry in entries if _name(entry[0]) in kept]


def _name(place: str) -> str:
    return PurePosixPath(place.replace("\\", "/")).name.lower()


def _root(place: str) -> bool:
    name = _name(place)
    is_plugin = "plugins" in PurePosixPath(place.replace("\\", "/")).parts
    return is_plugin or name.startswith(("libpython", "python3", "vcruntime", "msvcp"))


def refuse_system_files(entries: Iterable[Entry]) -> None:
    """Raises :class:`ForeignFileError` for a file out of the Windows folder."""
    for place, file, _ in entries:
        if re.match(r"[a-z]:[/\\]windows[/\\]", file, re.IGNORECASE):
            raise ForeignFileError(f"{place} would come from {file}, which is not ours to pass on")
