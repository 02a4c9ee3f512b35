"""Reads one file as the program does, in a process of its own, and tells what became of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from safer_desktop.domain.errors import LoadError
from safer_desktop.domain.progress import Silent
from safer_desktop.loading.readers import read_workbook

ROOT = Path(__file__).resolve().parents[2]
CRASHED = "stops its reader"


@dataclass(frozen=True)
class Outcome:
    """``refusal`` is empty if the file was read; ``fault`` names an error that nobody caught.

    ``megabytes`` is the peak memory of the reading child; None where the system does not tell.
    """

    refusal: str
    fault: str
    seconds: float
    megabytes: float | None


def outcome_of(path: Path) -> Outcome:
    """What reading the file comes to."""
    command = [sys.executable, "-m", "tests.benchmarks.reading", str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        return Outcome("", done.stderr.strip().rpartition("\n")[2], 0.0, None)
    refusal, seconds, megabytes = json.loads(done.stdout)
    return Outcome(refusal, "", seconds, megabytes)


def main() -> None:
    """Read the file named on the command line and print refusal, seconds and peak megabytes."""
    refusal, began = "", time.perf_counter()
    try:
        read_workbook(Path(sys.argv[1]), Silent())
    except LoadError as error:
        refusal = error.what
    seconds = time.perf_counter() - began
    print(json.dumps([refusal, seconds, _peak_of_children()]))


def _peak_of_children() -> float | None:
    if sys.platform == "win32":
        return None
    import resource

    kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return kilobytes / 1024 if os.uname().sysname == "Linux" else kilobytes / 1024**2


if __name__ == "__main__":
    main()
