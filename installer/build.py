"""Builds what is handed out, into dist/: python installer/build.py [--help]

Here for this system; on Linux with Wine also for Windows, in a Windows Python that `winlab` sets
up (a folder with winlab.sh and run.sh). Each bundle proves itself with its own --self-test before
it is packed. A step that this computer cannot do is left out and named at the end; the rest is
done. Needs Python 3.11 or newer, and the package index or a folder `wheelhouse`.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

from installer.notices import add_notices, licence_of_python  # noqa: E402
from installer.pe_hashes import write_list  # noqa: E402

NAME = "safer-desktop"
BUNDLE_TOOLS = ("pyinstaller", "altgraph", "packaging", "pyinstaller-hooks-contrib", "setuptools")
"""What of the lock for building goes into the Windows Python of the laboratory."""
PORTABLE = "; Beside the program: it keeps everything in the folder data here (see IT.md).\n"
LONGEST_INNER_PATH = 100
SELF_TEST_SECONDS = 900


class CannotError(Exception):
    """A step that cannot be done on this computer; the text says why."""


class BrokenError(Exception):
    """A step that should have worked did not: nothing of it may be handed out."""


@dataclass
class Build:
    """One run: where it works, what it made, and what it had to leave out."""

    work: Path
    dist: Path
    winlab: Path
    lab: Path
    made: list[Path] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    @property
    def packages(self) -> Path:
        """Where the program's own packages lie, and nothing else."""
        inner = "Lib/site-packages" if os.name == "nt" else f"lib/{python_name()}/site-packages"
        return self.work / "program" / inner

    @property
    def python(self) -> Path:
        inner = "Scripts/python.exe" if os.name == "nt" else "bin/python"
        return self.work / "program" / inner

    @property
    def tools(self) -> Path:
        return self.work / "tools"


def python_name() -> str:
    return f"python{sys.version_info[0]}.{sys.version_info[1]}"


def say(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')}  {text}", flush=True)


def run(command: Sequence[str | Path], **env: str) -> str:
    """The output of a command; raises BrokenError with the end of it where the command fails."""
    words = [str(it) for it in command]
    done = subprocess.run(
        words,
        cwd=ROOT,
        env={**os.environ, **env},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise BrokenError(
            f"{' '.join(words)}\nended with {done.returncode}:\n{done.stdout[-4000:]}"
        )
    return done.stdout


def version() -> str:
    text = (ROOT / "safer_desktop" / "__init__.py").read_text("utf-8")
    found = re.search(r'__version__ = "(\d+\.\d+\.\d+)"', text)
    if not found:
        raise BrokenError("safer_desktop/__init__.py names no version")
    return found.group(1)


# ---------------------------------------------------------------- what is built with


def make_environment(build: Build) -> None:
    """The program's locked packages in an environment of their own, the tools beside it; what an
    earlier build installed from the same locks is used again."""
    locks = [ROOT / "requirements.txt", HERE / "requirements-build.txt"]
    stamp = hashlib.sha256(b"".join(it.read_bytes() for it in locks)).hexdigest()
    stamp_file = build.work / "installed.txt"
    if stamp_file.is_file() and stamp_file.read_text("utf-8") == stamp:
        return
    say("Installing the locked packages")
    stamp_file.unlink(missing_ok=True)
    shutil.rmtree(build.work / "program", ignore_errors=True)
    shutil.rmtree(build.tools, ignore_errors=True)
    run([sys.executable, "-m", "venv", build.work / "program"])
    pip: list[str | Path] = [
        build.python,
        "-m",
        "pip",
        "install",
        "--require-hashes",
        "--no-deps",
        "--quiet",
    ]
    pip += ["--only-binary=:all:", "--no-input", "--disable-pip-version-check"]
    if (ROOT / "wheelhouse").is_dir():
        pip += ["--no-index", "--find-links", ROOT / "wheelhouse"]
    run([*pip, "-r", locks[0]])
    run([*pip, "--target", build.tools, "-r", locks[1]])
    run([build.python, "-m", "pip", "uninstall", "--quiet", "--yes", "pip", "setuptools"])
    stamp_file.write_text(stamp, "utf-8")


def make_icon(build: Build, kind: str) -> Path:
    icon = build.work / kind / NAME / f"{NAME}.ico"
    icon.parent.mkdir(parents=True, exist_ok=True)
    run([build.python, HERE / "make_icon.py", icon])
    return icon


def pyinstaller(build: Build, kind: str) -> list[str | Path]:
    """The words that make the bundle of one kind, but for the Python in front of them."""
    words: list[str | Path] = ["-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    return [*words, "--workpath", build.work / kind, "--distpath", build.work / kind / "dist",
            HERE / f"{NAME}.spec"]  # fmt: skip


def make_bundle_here(build: Build, kind: str) -> Path:
    say(f"Building the {kind} bundle")
    run([build.python, *pyinstaller(build, kind)], PYTHONPATH=str(build.tools))
    return build.work / kind / "dist" / NAME


def make_laboratory(build: Build) -> None:
    """A Windows Python under Wine with the locked packages; raises CannotError."""
    if shutil.which("wine") is None:
        raise CannotError("there is no Wine here (on Debian: apt-get install wine wine64)")
    if not (build.winlab / "winlab.sh").is_file():
        raise CannotError(f"there is no winlab.sh in {build.winlab} (--winlab names its folder)")
    if (build.lab / "py" / "cp311" / "python.exe").is_file():
        return
    say("Setting up a Windows Python under Wine")
    lock = (HERE / "requirements-build.txt").read_text("utf-8")
    pins = dict(re.findall(r"(?m)^([a-z0-9-]+)==([^ ;\\]+)", lock))
    tools = [f"{name}=={pins[name]}" for name in BUNDLE_TOOLS]
    run([build.winlab / "winlab.sh", build.lab, ROOT / "requirements.txt", *tools])


def make_bundle_in_laboratory(build: Build) -> Path:
    make_laboratory(build)
    say("Building the Windows bundle under Wine (some minutes)")
    run([build.winlab / "run.sh", build.lab, "python", *pyinstaller(build, "windows")], T="3600")
    return build.work / "windows" / "dist" / NAME


# ---------------------------------------------------------------- what goes with it


def add_papers(build: Build, bundle: Path) -> None:
    """Licences, the list of components, the paper for IT."""
    count = add_notices(bundle, build.packages, licence_of_python())
    shutil.copy(ROOT / "docs" / "IT.md", bundle / "IT.md")
    run(
        [build.python, "-m", "cyclonedx_py", "environment", build.python,
         "--pyproject", ROOT / "pyproject.toml", "--mc-type", "application",
         "--output-reproducible", "--of", "JSON", "-o", bundle / "sbom.cdx.json"],
        PYTHONPATH=str(build.tools),
    )  # fmt: skip
    say(f"Licences of {count} packages and the list of components are in the bundle")


def check_paths(bundle: Path) -> None:
    """Raises BrokenError for a path so long that it may not fit below a deep folder."""
    inner = [it.relative_to(bundle).as_posix() for it in bundle.rglob("*")]
    longest = max(inner, key=len)
    if len(longest) > LONGEST_INNER_PATH:
        raise BrokenError(f"{longest} has {len(longest)} letters, most are {LONGEST_INNER_PATH}")


def self_test(build: Build, bundle: Path, kind: str) -> None:
    """Raises BrokenError where the bundle does not pass its own test."""
    say(f"The {kind} bundle tests itself")
    report = build.work / kind / "self-test.txt"
    words: list[str | Path]
    env = {"SAFER_DESKTOP_HOME": str(build.work / kind / "home")}
    if kind == "windows" and os.name != "nt":
        program: list[str | Path] = [
            build.winlab / "run.sh",
            build.lab,
            bundle / "SaferDesktop.exe",
        ]
        words = [*program, "--self-test", "--report", report]
        env["T"] = str(SELF_TEST_SECONDS)
    else:
        program = [bundle / (f"{NAME}.exe" if os.name == "nt" else NAME)]
        words = [*program, "--self-test", "--report", report]
    run(words, **env)
    print(report.read_text("utf-8"), end="", flush=True)


# ---------------------------------------------------------------- what is handed out


def zip_bundle(bundle: Path, out: Path) -> Path:
    """The folder as a zip that is portable: it keeps everything beside the program."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(bundle.rglob("*")):
            if file.is_file():
                archive.write(file, Path("Safer Desktop") / file.relative_to(bundle))
        archive.writestr("Safer Desktop/portable.ini", PORTABLE)
    return out


def tar_bundle(bundle: Path, out: Path) -> Path:
    """The folder as a tar.gz, since a zip would hold each linked library twice."""
    (bundle / "portable.ini").write_text(PORTABLE, "utf-8")
    with tarfile.open(out, "w:gz", compresslevel=9) as archive:
        archive.add(bundle, NAME)
    (bundle / "portable.ini").unlink()
    return out


def make_installer(build: Build, bundle: Path, icon: Path) -> Path:
    makensis = shutil.which("makensis")
    if makensis is None:
        raise CannotError("there is no makensis here (on Debian: apt-get install nsis)")
    say("Making the installer")
    out = build.dist / f"{NAME}-{version()}-windows-setup.exe"
    values = {"VERSION": version(), "BUNDLE": bundle, "OUT": out, "ICON": icon}
    defines = [f"-D{name}={value}" for name, value in values.items()]
    run([makensis, "-V2", *defines, HERE / f"{NAME}.nsi"])
    return out


def hand_out(build: Build, bundle: Path, kind: str, icon: Path) -> None:
    """Papers, proof and archive of one bundle."""
    add_papers(build, bundle)
    check_paths(bundle)
    self_test(build, bundle, kind)
    say(f"Packing the {kind} bundle")
    start = build.dist / f"{NAME}-{version()}-{kind}"
    if kind != "windows":
        build.made.append(tar_bundle(bundle, Path(f"{start}-portable.tar.gz")))
        return
    build.made.append(zip_bundle(bundle, Path(f"{start}-portable.zip")))
    hashes = Path(f"{start}-hashes.csv")
    files, signed = write_list(bundle, hashes)
    build.made.append(hashes)
    say(f"{files} program files for Windows, {signed} of them signed by their makers")
    build.left_out.append("signing the program: there is no certificate; the list of hashes serves")
    attempt(build, "the installer", lambda: build.made.append(make_installer(build, bundle, icon)))


def attempt(build: Build, what: str, step: Callable[[], object]) -> None:
    """Do a step, or keep in mind why it cannot be done here."""
    try:
        step()
    except CannotError as error:
        build.left_out.append(f"{what}: {error}")
        say(f"Left out {what}: {error}")


def write_sums(build: Build) -> None:
    lines = [f"{hashlib.sha256(it.read_bytes()).hexdigest()}  {it.name}\n" for it in build.made]
    (build.dist / "SHA256SUMS").write_text("".join(lines), "utf-8")


def build_here(build: Build) -> None:
    kind = "windows" if os.name == "nt" else "linux"
    icon = make_icon(build, kind)
    hand_out(build, make_bundle_here(build, kind), kind, icon)


def build_in_laboratory(build: Build) -> None:
    icon = make_icon(build, "windows")
    hand_out(build, make_bundle_in_laboratory(build), "windows", icon)


def main(words: Sequence[str]) -> int:
    """Exit code: 0 done or done but for what was named, 1 a step broke."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", choices=("linux", "windows"), help="build for this system alone")
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="folder to work in")
    parser.add_argument("--dist", type=Path, default=ROOT / "dist", help="folder for the results")
    parser.add_argument("--winlab", type=Path, default=ROOT.parent / "shared" / "winlab")
    parser.add_argument("--lab", type=Path, help="folder of the Windows Python, kept between runs")
    options = parser.parse_args(words)
    work = options.work.resolve()
    lab = (options.lab or work / "lab").resolve()
    build = Build(work, options.dist.resolve(), options.winlab.resolve(), lab)
    build.dist.mkdir(parents=True, exist_ok=True)
    try:
        make_environment(build)
        if options.only in (None, "windows" if os.name == "nt" else "linux"):
            build_here(build)
        if options.only in (None, "windows") and os.name != "nt":
            attempt(build, "the Windows bundle", lambda: build_in_laboratory(build))
        elif options.only != "windows" and os.name == "nt":
            build.left_out.append("the Linux bundle: it is built on Linux")
    except BrokenError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    write_sums(build)
    for it in build.made:
        say(f"{it.stat().st_size / 1e6:6.1f} MB  {it.name}")
    for text in build.left_out:
        say(f"Not done: {text}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
