"""The program's own folder on this computer: settings, working copies, log."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from safer_desktop.domain.errors import SaferError
from safer_desktop.pack.trail import login_name
from safer_desktop.workbench.place import packaged_program, portable_folder

RECENT_MOST = 10
_VERSION = 1


class StateError(SaferError):
    """The program's own folder cannot be used."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What one user has chosen on this computer. Every field has a default that serves."""

    display_name: str = ""
    theme: str = "system"
    recent: tuple[str, ...] = ()
    geometry: str = ""
    origin_geometry: str = ""
    last_folder: str = ""
    matrix_columns: tuple[str, ...] = ()
    network_told: str = ""
    version: int = _VERSION


@dataclass
class State:
    """The folder and the settings in it. Unreadable settings are put aside, never fatal."""

    folder: Path
    settings: Settings = field(init=False)
    settings_were_unreadable: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        try:
            for folder in (self.folder, self.working, self.logs):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StateError(
                f"We could not make the program's own folder ({error.strerror}).",
                where=str(self.folder),
                remedy="Ask IT for a folder you may write to, or set SAFER_DESKTOP_HOME to one.",
            ) from None
        self.settings = self._read()

    @classmethod
    def of_user(cls) -> State:
        """The state of the user who runs the program, in their local (not synced) profile, or
        beside a portable program."""
        chosen = os.environ.get("SAFER_DESKTOP_HOME")
        if chosen:
            return cls(Path(chosen))
        program = packaged_program()
        beside = portable_folder(program) if program else None
        if beside:
            return cls(beside)
        import platformdirs

        return cls(platformdirs.user_data_path("Safer Desktop", appauthor=False))

    @property
    def working(self) -> Path:
        """Where working copies of packs lie."""
        return self.folder / "working"

    @property
    def versions(self) -> Path:
        """Where earlier saves of packs lie."""
        return self.folder / "versions"

    @property
    def logs(self) -> Path:
        """Where logs lie."""
        return self.folder / "logs"

    @property
    def who(self) -> str:
        """The name that the audit trail records."""
        return self.settings.display_name or login_name()

    def update(self, **changes: object) -> None:
        """Change settings by name and write them at once."""
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]
        beside = self._file.with_suffix(".new")
        data = {f.name: getattr(self.settings, f.name) for f in fields(Settings)}
        beside.write_text(json.dumps(data, indent=1), encoding="utf-8")
        beside.replace(self._file)

    def remember(self, pack: Path) -> None:
        """Put a pack first among the recent files."""
        first = str(pack.resolve())
        others = tuple(path for path in self.settings.recent if path != first)
        self.update(recent=(first, *others)[:RECENT_MOST], last_folder=str(pack.resolve().parent))

    @property
    def _file(self) -> Path:
        return self.folder / "settings.json"

    def _read(self) -> Settings:
        try:
            data = json.loads(self._file.read_text(encoding="utf-8"))
            return _from_json(data)
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError, TypeError):
            self.settings_were_unreadable = True
            self._file.replace(self._file.with_suffix(".unreadable"))
            return Settings()


def _from_json(data: object) -> Settings:
    if not isinstance(data, dict):
        raise TypeError("settings are not a list of names and values")
    settings = Settings()
    for known in fields(Settings):
        if known.name not in data or known.name == "version":
            continue
        value = data[known.name]
        default = getattr(settings, known.name)
        if isinstance(default, tuple) and isinstance(value, list):
            value = tuple(str(item) for item in value)
        if type(value) is type(default):
            settings = replace(settings, **{known.name: value})
    return settings
