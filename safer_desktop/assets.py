"""Finds resources/ in a checkout, an installed wheel or a bundle."""

from __future__ import annotations

from pathlib import Path


def resource(*parts: str) -> Path:
    """Path of a file or folder in resources/; raises FileNotFoundError if it is not there."""
    here = Path(__file__).resolve().parent
    for root in (here / "resources", here.parent / "resources"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"resources/{'/'.join(parts)}")
