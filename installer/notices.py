"""Puts everybody's licence into the bundle: of Python, of Qt, and of each library in it."""

from __future__ import annotations

import shutil
import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
LICENCE_NAMES = ("licen", "copying", "notice", "authors")
INSTALLERS = {"pip", "setuptools"}


class NoLicenceError(Exception):
    """A library would be passed on without its licence."""


def add_notices(bundle: Path, packages: Path, python_licence: Path | None) -> int:
    """Fill ``licences/`` in the bundle from the installed packages; gives how many they are.

    Raises NoLicenceError naming a package that has neither a text nor says its licence.
    """
    folder = bundle / "licences"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / "licences", folder)
    shutil.copy(ROOT / "LICENSE", bundle / "LICENSE.txt")
    shutil.copy(ROOT / "THIRD-PARTY.md", folder / "THIRD-PARTY.md")
    if python_licence:
        shutil.copy(python_licence, folder / "Python.txt")
    found = sorted(distributions(path=[str(packages)]), key=lambda it: it.name.lower())
    ours = [it for it in found if it.name.lower() not in INSTALLERS]
    for package in ours:
        _add(package, folder / f"{package.name}-{package.version}")
    return len(ours)


def _add(package: Distribution, folder: Path) -> None:
    texts = [
        file
        for file in package.files or ()
        if ".dist-info" in file.parts[0] and any(it in file.name.lower() for it in LICENCE_NAMES)
    ]
    metadata = package.metadata
    told = next((metadata[it] for it in ("License-Expression", "License") if it in metadata), "")
    classified = [
        it.rpartition(" :: ")[2]
        for it in metadata.get_all("Classifier") or ()
        if it.startswith("License")
    ]
    if not (texts or told or classified):
        raise NoLicenceError(f"{package.name} {package.version} names no licence")
    folder.mkdir()
    for text in texts:
        # A library names those whose work it holds in folders below; many are called LICENSE.
        inner = [part for part in text.parts[1:] if part != "licenses"]
        place = folder.joinpath(*inner)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(str(package.locate_file(text)), place)
    words = told or ", ".join(classified) or "see the texts beside this file"
    (folder / "licence.txt").write_text(
        f"{package.name} {package.version}\nLicence as its makers state it: {words}\n", "utf-8"
    )


def licence_of_python() -> Path | None:
    """The licence file of the Python that runs this, where it has one."""
    places = (
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(sys.base_prefix) / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}"
        / "LICENSE.txt",
        Path("/usr/share/doc/python3/copyright"),
    )  # fmt: skip
    return next((place for place in places if place.is_file()), None)
