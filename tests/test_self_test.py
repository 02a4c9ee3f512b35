"""The self-test from source; and, in the same run, that the whole job reaches out of its folder
nowhere: no network, no other program, no pickle, no file written elsewhere."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from safer_desktop.workbench.self_test import SelfTest, SelfTestError

pytestmark = pytest.mark.timeout(300)

ROOT = Path(__file__).resolve().parents[1]
PARTS = [
    "Program", "Sample", "Figures", "Pack", "Password", "Paper", "Annex", "Window", "Network",
]  # fmt: skip
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__"}
FORBIDDEN_MODULES = {
    "ftplib", "http", "marshal", "pickle", "requests", "shelve", "smtplib", "ssl", "subprocess",
    "urllib.request", "webbrowser", "xmlrpc",
}  # fmt: skip


@dataclass(frozen=True)
class Run:
    """One whole self-test: what it said, what its processes did, what the system was asked for."""

    code: int
    lines: list[str]
    report: str
    errors: str
    folder: Path
    processes: int
    events: list[tuple[str, list[str]]]
    trace: list[str] | None


def strace() -> list[str]:
    """The words that put a command under strace; none where there is none or it may not trace."""
    found = shutil.which("strace")
    if not found or subprocess.run([found, "-o", os.devnull, "true"], check=False).returncode:
        return []
    return [found, "-f", "-qq", "-s", "200", "--seccomp-bpf", "-e", "trace=network,execve"]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("audited")
    seen = folder / "seen"
    seen.mkdir()
    trace = folder / "trace.txt"
    traced = [*strace(), "-o", str(trace)] if strace() else []
    report = folder / "report.txt"
    program = [sys.executable, "-m", "safer_desktop", "--self-test", "--report", str(report)]
    done = subprocess.run(
        [*traced, *program],
        cwd=folder,
        env={
            **os.environ,
            "AUDIT_FOLDER": str(seen),
            "HOME": str(folder),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": os.pathsep.join([str(ROOT / "tests" / "audited"), str(ROOT)]),
            "QT_QPA_PLATFORM": "offscreen",
            "SAFER_DESKTOP_HOME": str(folder / "home"),
            "TMPDIR": str(folder),
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    files = list(seen.iterdir())
    events = [
        tuple(json.loads(line)) for file in files for line in file.read_text("utf-8").splitlines()
    ]
    return Run(
        done.returncode,
        done.stdout.splitlines(),
        report.read_text("utf-8"),
        done.stderr,
        folder,
        len(files),
        events,
        trace.read_text("utf-8").splitlines() if traced else None,
    )


def test_every_part_passes_and_is_signed_off_in_a_line(run: Run) -> None:
    assert run.code == 0, (run.lines, run.errors)
    assert [line.split()[:2] for line in run.lines[:-1]] == [["OK", part] for part in PARTS]
    assert run.lines[-1] == "Self-test passed"
    assert run.report.splitlines() == run.lines
    assert not run.errors
    assert not (run.folder / "home").exists()


def test_no_process_of_it_reaches_for_a_network_or_starts_another_program(run: Run) -> None:
    assert run.processes > 10  # the readers are watched too
    reaching = [it for it in run.events if it[0] not in {"open", "sqlite3.connect"}]
    assert not reaching


def test_it_writes_only_where_it_was_told_to(run: Run) -> None:
    written = [arguments[0] for event, arguments in run.events if event == "open"]
    databases = [arguments[0] for event, arguments in run.events if event == "sqlite3.connect"]
    assert any(path.endswith("report.txt") for path in written)
    assert databases
    allowed = (str(run.folder), f"b'{run.folder}", f"file:{run.folder}", os.devnull, ":memory:")
    by_number = {path for path in written if path.isdigit()}  # a pipe between our own processes
    measuring = {it for it in {*written, *databases} if Path(it).name.startswith(".coverage")}
    others = {*written, *databases} - by_number - measuring
    strange = [it for it in others if not it.startswith(allowed)]
    assert not strange


def test_the_system_saw_no_socket_and_no_foreign_program(run: Run) -> None:
    if run.trace is None:
        pytest.skip("there is no strace here that may trace")
    text = "\n".join(run.trace)
    assert not re.findall(r"socket\((?!AF_UNIX|AF_LOCAL)[^\n]*", text)
    assert not re.findall(r"connect\(\d+, \{sa_family=(?!AF_UNIX|AF_LOCAL)[^\n]*", text)
    started = set(re.findall(r'execve\("([^"]+)"', text))
    assert {Path(it).resolve() for it in started} == {Path(sys.executable).resolve()}


def test_the_code_holds_no_eval_no_pickle_no_shell_and_no_network_library() -> None:
    found = []
    for file in (ROOT / "safer_desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                found += [f"{file.name}: {node.func.id}"] * (node.func.id in FORBIDDEN_CALLS)
            found += [
                f"{file.name}: {it}"
                for it in names
                if FORBIDDEN_MODULES & {it, it.partition(".")[0]}
            ]
    assert not found


def test_a_fault_is_told_and_what_follows_is_not_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(_: object) -> tuple[str, str]:
        raise SelfTestError("The rate is 4.00, published was 3.93.")

    monkeypatch.setattr("safer_desktop.workbench.self_test._known", wrong)
    monkeypatch.setattr("safer_desktop.workbench.self_test.SAMPLE", "open-data")
    outcomes = list(SelfTest(tmp_path, lambda *_: "nothing").run())
    assert [it.passed for it in outcomes] == [True, True, False, *[None] * 6]
    assert outcomes[2].line == "FAILED   Figures   The rate is 4.00, published was 3.93."
    assert outcomes[3].line.startswith("NOT RUN")
