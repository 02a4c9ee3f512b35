"""How soon the program's own code is loaded, and that no heavy library is loaded with it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator

from tests.benchmarks.measure import Measure

STARTS = 5
HEAVY = ("docx", "lxml", "openpyxl", "pandas", "pptx", "pyqtgraph", "xlsxwriter")
IMPORT = "import safer_desktop.__main__"
LIST_HEAVY = f"{IMPORT}, sys, json; print(json.dumps([m for m in {HEAVY!r} if m in sys.modules]))"


def start_seconds() -> float:
    """Wall time of a new Python that imports the program and ends."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", IMPORT], check=True)
    return time.perf_counter() - began


def heavy_modules() -> list[str]:
    """The heavy libraries that importing the program brings in."""
    listed = subprocess.run(
        [sys.executable, "-c", LIST_HEAVY], check=True, capture_output=True, text=True
    )
    modules: list[str] = json.loads(listed.stdout)
    return modules


def run() -> Iterator[Measure]:
    start_seconds()  # The first one compiles the program's files.
    yield Measure("import of the program", min(start_seconds() for _ in range(STARTS)), "s", 0.5)
    heavy = heavy_modules()
    name = f"heavy modules it brings ({', '.join(heavy) or 'none'})"
    yield Measure(name, len(heavy), "", 0)
