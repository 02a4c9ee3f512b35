"""Sets up Safer Desktop in its own folder and starts it.

    python run.py                opens the program on its sample
    python run.py setup          only sets up
    python run.py test [...]     runs the tests; further words go to pytest
    python run.py bench [NAME]   runs the benchmarks in tests/benchmarks, each beside its goal
    python run.py WORDS...       starts the program with these words, for example
                                 python run.py figures --sample open-data

Needs Python 3.11 or newer and nothing else. The first start makes the folder .venv beside this
file and fills it from the locked list requirements.txt (from the folder wheelhouse, without a
network, where there is one). Every later start skips all of that.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib
import importlib.util
import json
import os
import platform
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

OLDEST_PYTHON = (3, 11)
SAMPLE = "2016-17-q4"
SIDE_BY_SIDE = ("-n", "auto", "--maxprocesses", "4", "--dist", "worksteal")
WINDOWLESS = {
    "load",
    "figures",
    "report",
    "annex",
    "verify",
    "--self-test",
    "--help",
    "-h",
    "--version",
}
REFUSED, INTERRUPTED = 1, 130


class Refusal(Exception):
    """Set-up cannot go on; the text says why and what to do."""


@dataclass(frozen=True)
class SystemPackage:
    """A Debian package and the libraries it brings, itself or through what it depends on."""

    name: str
    libraries: tuple[str, ...]
    screen_only: bool = False


SYSTEM_PACKAGES = (
    SystemPackage("libgl1", ("libGL.so.1", "libX11.so.6")),
    SystemPackage("libegl1", ("libEGL.so.1",)),
    SystemPackage("libxkbcommon0", ("libxkbcommon.so.0",)),
    SystemPackage("libfontconfig1", ("libfontconfig.so.1", "libfreetype.so.6")),
    SystemPackage("libglib2.0-0", ("libglib-2.0.so.0", "libgthread-2.0.so.0")),
    SystemPackage("libdbus-1-3", ("libdbus-1.so.3",)),
    SystemPackage("libxkbcommon-x11-0", ("libxkbcommon-x11.so.0", "libxcb-xkb.so.1"), True),
    SystemPackage("libxcb-cursor0", ("libxcb-cursor.so.0", "libxcb-image.so.0"), True),
    SystemPackage("libxcb-icccm4", ("libxcb-icccm.so.4",), True),
    SystemPackage("libxcb-keysyms1", ("libxcb-keysyms.so.1",), True),
    SystemPackage("libxcb-shape0", ("libxcb-shape.so.0",), True),
)


@dataclass(frozen=True)
class Needs:
    """What one way of starting asks of the machine."""

    development: bool = False
    screen: bool = False

    @property
    def lock_name(self) -> str:
        return "requirements-dev.txt" if self.development else "requirements.txt"


@dataclass(frozen=True)
class Stamp:
    """What the last set-up left behind; `finished` is false from its first step to its last."""

    finished: bool
    python: str
    locks: Mapping[str, str]
    screen: bool


@dataclass(frozen=True)
class Checkout:
    """The folder that holds run.py, and the places set-up uses in it."""

    root: Path

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        inner = "Scripts/python.exe" if os.name == "nt" else "bin/python"
        return self.venv / inner

    @property
    def stamp_file(self) -> Path:
        return self.venv / "safer-setup.json"

    @property
    def log_file(self) -> Path:
        return self.venv / "safer-setup.log"

    def lock_hash(self, lock_name: str) -> str:
        return hashlib.sha256((self.root / lock_name).read_bytes()).hexdigest()

    def read_stamp(self) -> Stamp | None:
        """The stamp, or None where there is none that can be read."""
        try:
            return Stamp(**json.loads(self.stamp_file.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def write_stamp(self, stamp: Stamp) -> None:
        half_written = self.stamp_file.with_suffix(".part")
        half_written.write_text(json.dumps(vars(stamp), indent=1), "utf-8")
        half_written.replace(self.stamp_file)

    def is_ready(self, needs: Needs) -> bool:
        """Whether a finished set-up for this Python and these locks lies there."""
        stamp = self.read_stamp()
        return (
            stamp is not None
            and stamp.finished
            and stamp.python == platform.python_version()
            and stamp.locks.get(needs.lock_name) == self.lock_hash(needs.lock_name)
            and (stamp.screen or not needs.screen)
            and self.python.exists()
        )


# ---------------------------------------------------------------- what the machine must have


def check_python(version: tuple[int, ...], bits: int) -> None:
    if version[:2] < OLDEST_PYTHON:
        found = ".".join(str(part) for part in version[:2])
        raise Refusal(
            f"Safer Desktop needs Python 3.11 or newer; this is Python {found}.\n"
            "Install a newer Python and start run.py with it."
        )
    if bits < 64:
        raise Refusal(
            "Safer Desktop needs a 64-bit Python; this one is 32-bit.\n"
            "Install the 64-bit Python and start run.py with it."
        )


def check_qt_pin(lock_text: str, version: tuple[int, ...]) -> None:
    """PySide6 6.12.0 drops references to None under Python 3.11 until the process dies."""
    if version[:2] < (3, 12) and re.search(r"(?mi)^pyside6[\w-]*==6\.12\.0\b", lock_text):
        raise Refusal(
            "PySide6 6.12.0 crashes under Python older than 3.12, so it is not installed here.\n"
            "Use Python 3.12 or newer, or lock another PySide6 (6.11.3 is sound)."
        )


def library_loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def missing_libraries(
    needs: Needs, loads: Callable[[str], bool] = library_loads
) -> dict[str, list[str]]:
    """Debian package -> its libraries that this machine cannot load."""
    missing = {}
    for package in SYSTEM_PACKAGES:
        if needs.screen or not package.screen_only:
            absent = [name for name in package.libraries if not loads(name)]
            if absent:
                missing[package.name] = absent
    return missing


def can_make_venv() -> bool:
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def is_debian(release: Mapping[str, str]) -> bool:
    """Whether an os-release names Debian or a system made from it, such as Ubuntu."""
    return "debian" in (release.get("ID", ""), *release.get("ID_LIKE", "").split())


def this_system_is_debian() -> bool:
    try:
        return is_debian(platform.freedesktop_os_release())
    except OSError:
        return False


def apt_command(packages: Sequence[str]) -> list[str]:
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages]


def missing_text(missing: Mapping[str, Sequence[str]], debian: bool) -> str:
    """What is missing, and the one line that brings it."""
    files = ", ".join(name for names in missing.values() for name in names)
    text = f"This computer lacks system libraries that Safer Desktop needs: {files}."
    if debian:
        line = " ".join(apt_command(list(missing)))
        return f"{text}\nRun this line once, then start again:\n\n    sudo {line}\n"
    return (
        f"{text}\nInstall them with your system's package manager, then start again.\n"
        f"(On Debian the packages are called {', '.join(missing)}.)"
    )


def find_missing(needs: Needs) -> dict[str, list[str]]:
    missing = missing_libraries(needs)
    if not can_make_venv():
        missing["python3-venv"] = ["the Python modules venv and ensurepip"]
    return missing


def provide_system_packages(needs: Needs) -> None:
    """On Linux: nothing where all is there; as root on Debian, fetches what is not.

    Raises Refusal with the exact command where this user may not do that.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = find_missing(needs)
    if not missing:
        return
    debian = this_system_is_debian()
    if not debian or os.geteuid() != 0:
        raise Refusal(missing_text(missing, debian))
    say(f"Installing system packages: {', '.join(missing)}")
    apt_env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], apt_command(list(missing))):
        finished = subprocess.run(
            command, env=apt_env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        if finished.returncode != 0:
            said = finished.stdout.decode(errors="replace").strip()
            raise Refusal(f"{' '.join(command)} failed:\n{said}\n\n{missing_text(missing, True)}")
    still = find_missing(needs)
    if still:
        raise Refusal(missing_text(still, debian))


# ---------------------------------------------------------------- set-up


def say(text: str) -> None:
    print(text, flush=True)


@contextlib.contextmanager
def only_one_setup(checkout: Checkout) -> Iterator[None]:
    """Holds a lock that ends with the process, so that two starts do not set up at once."""
    lock_path = checkout.root / ".setup.lock"
    try:
        handle = lock_path.open("a")
    except OSError as error:
        raise Refusal(
            f"Set-up cannot write in {checkout.root}: {error.strerror}.\n"
            "Move the folder somewhere you may write, then start again."
        ) from error
    with handle:
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Refusal(
                "Safer Desktop is being set up by another start at this moment.\n"
                "Wait until that has finished, then start again."
            ) from error
        yield


def venv_works(checkout: Checkout) -> bool:
    """Whether what lies in .venv came from a finished set-up with this Python's minor version."""
    stamp = checkout.read_stamp()
    if stamp is None or not stamp.finished:
        return False
    if stamp.python.split(".")[:2] != list(platform.python_version_tuple()[:2]):
        return False
    probe = [str(checkout.python), "-c", "import pip"]
    try:
        return subprocess.run(probe, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make_venv(checkout: Checkout) -> None:
    if Path(sys.prefix).resolve() == checkout.venv.resolve():
        raise Refusal(
            "The folder .venv must be made anew, and this Python lives in it.\n"
            "Start run.py with the Python that is installed on this computer."
        )
    say("Making the folder .venv")
    try:
        # First, so that a removal broken off half-way is not taken for a finished set-up.
        checkout.stamp_file.unlink(missing_ok=True)
        if checkout.venv.exists():
            shutil.rmtree(checkout.venv)
    except OSError as error:
        raise Refusal(
            f"The old folder .venv could not be removed ({error.strerror}: {error.filename}).\n"
            "Close Safer Desktop if it is open, then start again."
        ) from error
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(checkout.venv)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if made.returncode != 0:
        said = made.stdout.decode(errors="replace").strip()
        raise Refusal(f"Python could not make the folder .venv:\n{said}")


def pip_command(checkout: Checkout, lock_name: str) -> list[str]:
    # The lock is whole. Without --no-deps pip looks for what an extra such as coverage[toml] needs
    # once more, and refuses the newer release that it finds because the lock has no hash for it.
    command = [str(checkout.python), "-m", "pip", "install", "--require-hashes", "--no-deps"]
    command += ["--only-binary=:all:", "--no-user", "--no-input", "--disable-pip-version-check"]
    command += ["--progress-bar", "off", "-r", str(checkout.root / lock_name)]
    wheelhouse = checkout.root / "wheelhouse"
    if wheelhouse.is_dir():
        command += ["--no-index", "--find-links", str(wheelhouse)]
    return command


def package_coming(line: str) -> str:
    """The package that pip says in this line it takes up, from index or wheelhouse; or ''."""
    took = re.match(r"(?:Collecting|Processing) (\S.*?)(?: \(from .*)?$", line)
    return re.split(r"[/\\]", took.group(1))[-1] if took else ""


def install(checkout: Checkout, lock_name: str) -> None:
    """Runs pip on one lock file, naming each package as it comes; keeps pip's words in a log."""
    total = len(re.findall(r"(?m)^[A-Za-z][\w.-]*==", (checkout.root / lock_name).read_text()))
    say(f"Installing up to {total} packages from {lock_name}; this happens once")
    lines: list[str] = []
    pip = subprocess.Popen(
        pip_command(checkout, lock_name),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    with pip, checkout.log_file.open("w", encoding="utf-8") as log:
        for line in pip.stdout or ():
            log.write(line)
            lines.append(line.rstrip())
            coming = package_coming(line)
            if coming:
                say(f"  {coming}")
            elif line.startswith("Installing collected"):
                say("  unpacking")
    if pip.returncode != 0:
        raise Refusal(pip_failure_text(checkout, lines))


def pip_failure_text(checkout: Checkout, lines: Sequence[str]) -> str:
    said = [line for line in lines if line.startswith("ERROR:")] or lines[-5:]
    if (checkout.root / "wheelhouse").is_dir():
        remedy = "The folder wheelhouse must hold every package of the list for this Python."
    else:
        remedy = (
            "Check that this computer reaches its Python package index, or put the packages in a\n"
            "folder named wheelhouse beside run.py."
        )
    words = "\n".join(said)
    return (
        f"Some packages could not be installed:\n{words}\n\n{remedy} Then start again.\n"
        f"(The whole record is in {checkout.log_file}.)"
    )


def set_up(checkout: Checkout, needs: Needs) -> None:
    """Brings .venv to what `needs` asks; does nothing where that is already so.

    An interrupted or failed set-up leaves an unfinished stamp, and the next start begins anew.
    Raises Refusal.
    """
    if checkout.is_ready(needs):
        return
    lock_path = checkout.root / needs.lock_name
    if not lock_path.exists():
        raise Refusal(f"{lock_path} is missing: this copy of Safer Desktop is not complete.")
    check_qt_pin(lock_path.read_text("utf-8"), sys.version_info[:3])
    with only_one_setup(checkout):
        if checkout.is_ready(needs):
            return
        provide_system_packages(needs)
        before = checkout.read_stamp() if venv_works(checkout) else None
        if before is None:
            make_venv(checkout)
        python = platform.python_version()
        screen = needs.screen or (before is not None and before.screen)
        installed = {"requirements.txt": checkout.lock_hash("requirements.txt")}
        if needs.development:
            installed[needs.lock_name] = checkout.lock_hash(needs.lock_name)
        if before is None or any(before.locks.get(name) != it for name, it in installed.items()):
            checkout.write_stamp(Stamp(False, python, {}, screen))
            install(checkout, needs.lock_name)
            kept: Mapping[str, str] = {}
        else:
            kept = before.locks
        checkout.write_stamp(Stamp(True, python, {**kept, **installed}, screen))
    say("Set-up is complete")


# ---------------------------------------------------------------- starting


def child_env(checkout: Checkout, offscreen: bool) -> dict[str, str]:
    env = dict(os.environ)
    paths = [str(checkout.root), *filter(None, [env.get("PYTHONPATH")])]
    env["PYTHONPATH"] = os.pathsep.join(paths)
    if offscreen:
        env["QT_QPA_PLATFORM"] = "offscreen"
    return env


def run_child(command: Sequence[str], env: Mapping[str, str], folder: Path | None = None) -> int:
    """The child's exit code; 128 + n where signal n ended it, as a shell would say."""
    process = subprocess.Popen(command, env=env, cwd=folder)
    while True:
        try:
            code = process.wait()
            break
        except KeyboardInterrupt:
            continue  # The child had the same Ctrl+C and ends in its own way.
    if code < 0:
        print(f"Ended by {signal.Signals(-code).name}.", file=sys.stderr)
        return 128 - code
    return code


def check_screen(env: Mapping[str, str]) -> None:
    places = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(env.get(name) for name in places):
        raise Refusal(
            "Set-up is complete, but there is no screen here to open the window on\n"
            "(neither DISPLAY nor WAYLAND_DISPLAY is set). Without a window you can use, for\n"
            f"example:  python run.py figures --sample {SAMPLE}"
        )


def needs_of(words: Sequence[str]) -> Needs:
    """What set-up must provide for a start with these words."""
    first = words[0] if words else ""
    development = first in {"test", "bench"}
    return Needs(development, screen=not development and first not in WINDOWLESS)


def start(checkout: Checkout, words: Sequence[str]) -> int:
    """Starts what the words ask for in the ready .venv; gives its exit code."""
    python = str(checkout.python)
    first, rest = (words[0], list(words[1:])) if words else ("", [])
    if first == "test":
        command = [python, "-m", "pytest", *SIDE_BY_SIDE, *rest]
        return run_child(command, child_env(checkout, True), checkout.root)
    if first == "bench":
        command = [python, "-m", "tests.benchmarks", *rest]
        return run_child(command, child_env(checkout, True), checkout.root)
    if first not in WINDOWLESS:
        check_screen(os.environ)
    # -P: files in the user's current folder must not stand in for the program's modules.
    command = [python, "-P", "-m", "safer_desktop", *(words or ["--sample", SAMPLE])]
    return run_child(command, child_env(checkout, False))


def main(words: Sequence[str], checkout: Checkout | None = None) -> int:
    """Exit code: 0 done, 1 refused with a reason, 130 interrupted, else the program's own."""
    if list(words) in (["-h"], ["--help"]):
        say((__doc__ or "").strip())
        return 0
    checkout = checkout or Checkout(Path(__file__).resolve().parent)
    try:
        check_python(sys.version_info[:3], sys.maxsize.bit_length() + 1)
        set_up(checkout, needs_of(words))
        return 0 if list(words) == ["setup"] else start(checkout, words)
    except Refusal as refusal:
        print(f"\n{refusal}", file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        print("\nInterrupted. Start again to begin the set-up anew.", file=sys.stderr)
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
