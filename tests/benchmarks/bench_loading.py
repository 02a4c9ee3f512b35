"""How fast and in how much memory the county's 25-month police download is counted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Measure

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "police_street"
MONTHS, ROWS_A_MONTH = 25, 8_200
COUNT = """
import json, sys, time
from pathlib import Path
from safer_desktop.domain.progress import Silent
from safer_desktop.loading.incidents import count_incidents
from safer_desktop.workbench.defaults import default_catalogue
began = time.perf_counter()
counted = count_incidents(Path(sys.argv[1]), default_catalogue(), Silent())
print(json.dumps([time.perf_counter() - began, counted.rows]))
"""


def seconds_and_megabytes(download: Path) -> tuple[float, float | None]:
    """Time to count a download in a process of its own, and its peak memory where that is told."""
    child = subprocess.Popen(
        [sys.executable, "-c", COUNT, str(download)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout
    printed = child.stdout.read()
    child.stdout.close()
    peak: float | None
    if sys.platform == "win32":
        child.wait()
        peak = None
    else:
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        peak = usage.ru_maxrss / 1024
    if child.returncode:
        raise RuntimeError("counting the download failed")
    seconds, rows = json.loads(printed)
    if rows < MONTHS * 6_000:
        raise RuntimeError(f"only {rows} rows were counted")
    return seconds, peak


def made_up_download(folder: Path) -> Path:
    """A download of the county's size for where the real one is not at hand."""
    header = "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,"
    header += "LSOA name,Crime type,Last outcome category,Context\r\n"
    path = folder / "download.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for index in range(MONTHS):
            month = f"{2019 + (index + 11) // 12}-{(index + 11) % 12 + 1:02d}"
            rows = "".join(
                f"{line:064x},{month},Leicestershire Police,Leicestershire Police,-1.{line:06d},"
                f"52.{line:06d},On or near Street {line},E0102{line % 9999:04d},"
                f"Blaby {line % 999:03d}A,Burglary,Under investigation,\r\n"
                for line in range(ROWS_A_MONTH)
            )
            archive.writestr(f"{month}/{month}-leicestershire-street.csv", header + rows)
    return path


def run() -> Iterator[Measure]:
    with tempfile.TemporaryDirectory() as folder:
        real = next(SHARED.glob("*.zip"), None)
        download = real or made_up_download(Path(folder))
        which = "the county's" if real else "a made-up"
        seconds, megabytes = seconds_and_megabytes(download)
    yield Measure(f"{which} 25-month police download, counted", seconds, "s", 10)
    if megabytes is not None:
        yield Measure("peak memory of that process", megabytes, "MB", 600)
