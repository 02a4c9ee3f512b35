"""The wheel as another computer would get it: built, unpacked outside the checkout, and run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import safer_desktop

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.packaging, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the wheel alone was installed in."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps"]
    pip += ["--disable-pip-version-check", "--target", str(folder), str(wheel)]
    subprocess.run(pip, check=True)
    return folder


def environment(installed: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(installed)}


def sources() -> set[str]:
    """The program's files that git keeps or would keep, as they lie in the checkout."""
    git = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(
        [*git, "safer_desktop", "resources"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return {name for name in listed.stdout.split("\0") if name and (ROOT / name).exists()}


def test_every_module_and_resource_is_in_the_wheel_and_nothing_else(wheel: Path) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("this copy is no git checkout, so what belongs in the wheel is not known")
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    wanted = {
        f"safer_desktop/{name}" if name.startswith("resources/") else name for name in sources()
    }
    assert "safer_desktop/resources/catalogue/indicators.json" in wanted
    assert inside == wanted


def test_the_licences_go_with_it(wheel: Path) -> None:
    names = {Path(name).name for name in zipfile.ZipFile(wheel).namelist()}
    assert {"LICENSE", "THIRD-PARTY.md"} <= names


def test_the_installed_program_gives_the_samples_figures_outside_the_checkout(
    installed: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-P", "-m", "safer_desktop"]
    done = subprocess.run(
        [*command, "figures", "--sample", "2016-17-q4", "--json"],
        cwd=tmp_path,
        env=environment(installed),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)


def test_the_installed_command_answers_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    script = next(path for path in (installed / "bin").iterdir() if path.stem == "safer-desktop")
    done = subprocess.run(
        [str(script), "--version"],
        cwd=tmp_path,
        env=environment(installed),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == f"Safer Desktop {safer_desktop.__version__}"
    where = subprocess.run(
        [sys.executable, "-P", "-c", "import safer_desktop; print(safer_desktop.__file__)"],
        cwd=tmp_path,
        env=environment(installed),
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(where.stdout.strip()).is_relative_to(installed)
