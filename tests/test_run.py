from __future__ import annotations

import ast
import base64
import hashlib
import json
import os
import platform
import re
import signal
import subprocess
import sys
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

import run

ROOT = Path(run.__file__).resolve().parent
PROGRAM, SCREEN, TESTS = run.Needs(), run.Needs(screen=True), run.Needs(development=True)
on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")


@dataclass(frozen=True)
class BorrowedPython(run.Checkout):
    """A checkout that uses the Python of this test run as if it lay in its .venv."""

    @property
    def python(self) -> Path:
        return Path(sys.executable)


def checkout_in(folder: Path) -> BorrowedPython:
    (folder / "requirements.txt").write_text("one==1.0\n")
    (folder / "requirements-dev.txt").write_text("one==1.0\ntwo==2.0\n")
    (folder / ".venv").mkdir()
    return BorrowedPython(folder)


def finished_stamp(checkout: run.Checkout, *locks: str, screen: bool = False) -> run.Stamp:
    hashes = {name: checkout.lock_hash(name) for name in locks}
    return run.Stamp(True, platform.python_version(), hashes, screen)


# ---------------------------------------------------------------- the Python it runs under


def test_an_old_python_can_read_the_file_and_is_refused_in_plain_words() -> None:
    ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 7))
    with pytest.raises(run.Refusal, match=r"needs Python 3\.11 or newer; this is Python 3\.9"):
        run.check_python((3, 9, 18), 64)


def test_a_32_bit_python_is_refused() -> None:
    with pytest.raises(run.Refusal, match="64-bit"):
        run.check_python((3, 12, 1), 32)
    run.check_python((3, 11, 0), 64)


@pytest.mark.parametrize("name", ["PySide6-Essentials", "pyside6", "pyside6-essentials"])
def test_qt_6_12_0_is_refused_under_python_3_11_only(name: str) -> None:
    lock = f"numpy==2.4.6 \\\n    --hash=sha256:00\n{name}==6.12.0 \\\n    --hash=sha256:11\n"
    with pytest.raises(run.Refusal, match=r"6\.12\.0 crashes"):
        run.check_qt_pin(lock, (3, 11, 7))
    run.check_qt_pin(lock, (3, 12, 0))
    run.check_qt_pin(lock.replace("6.12.0", "6.11.3"), (3, 11, 7))


def test_the_projects_own_lock_passes_the_qt_check() -> None:
    lock = (ROOT / "requirements.txt").read_text("utf-8")
    assert "pyside6-essentials==6.11.3" in lock
    run.check_qt_pin(lock, (3, 11, 0))


def test_the_installed_qt_gives_none_back_whole() -> None:
    script = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app, label = QApplication([]), QLabel()
before = sys.getrefcount(None)
for _ in range(20000):
    label.setText("same")
print(before - sys.getrefcount(None))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert abs(int(done.stdout)) < 100


# ---------------------------------------------------------------- system libraries


def test_a_machine_with_every_library_misses_none() -> None:
    assert run.missing_libraries(SCREEN, loads=lambda name: True) == {}


def test_each_missing_library_is_named_with_its_debian_package() -> None:
    absent = {"libEGL.so.1", "libxcb-cursor.so.0"}
    assert run.missing_libraries(SCREEN, loads=lambda name: name not in absent) == {
        "libegl1": ["libEGL.so.1"],
        "libxcb-cursor0": ["libxcb-cursor.so.0"],
    }


def test_work_without_a_screen_asks_for_no_screen_library() -> None:
    offscreen = run.missing_libraries(TESTS, loads=lambda name: False)
    on_screen = run.missing_libraries(SCREEN, loads=lambda name: False)
    assert set(offscreen) == {
        *("libgl1", "libegl1", "libxkbcommon0", "libfontconfig1", "libglib2.0-0", "libdbus-1-3")
    }
    assert set(on_screen) - set(offscreen) == {
        *("libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4"),
        *("libxcb-keysyms1", "libxcb-shape0"),
    }


@on_linux
def test_a_library_is_found_by_loading_it() -> None:
    assert run.library_loads("libc.so.6")
    assert not run.library_loads("libno-such-thing.so.9")


def test_on_debian_the_exact_line_is_given() -> None:
    text = run.missing_text({"libgl1": ["libGL.so.1"], "python3-venv": ["venv"]}, debian=True)
    line = "    sudo apt-get install -y --no-install-recommends libgl1 python3-venv"
    assert line in text.splitlines()
    assert "libGL.so.1" in text


def test_elsewhere_the_libraries_are_named_and_no_debian_command() -> None:
    text = run.missing_text({"libgl1": ["libGL.so.1"]}, debian=False)
    assert "libGL.so.1" in text
    assert "apt-get" not in text


@pytest.mark.parametrize(
    ("release", "expected"),
    [
        ({"ID": "debian"}, True),
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, True),
        ({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, True),
        ({"ID": "fedora"}, False),
        ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, False),
        ({}, False),
    ],
)
def test_debian_and_its_children_are_known(release: dict[str, str], expected: bool) -> None:
    assert run.is_debian(release) is expected


def apt_script(folder: Path, body: str) -> None:
    script = folder / "apt-get"
    script.write_text(f'#!/bin/sh\necho "$@" >> "{folder}/calls"\n{body}\n')
    script.chmod(0o755)


@pytest.fixture
def fake_debian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Root on a Debian whose apt-get is a script in the given folder and which lacks libEGL
    until apt-get has installed it."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(run, "this_system_is_debian", lambda: True)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)

    def find_missing(needs: run.Needs) -> dict[str, list[str]]:
        return {} if (tmp_path / "installed").exists() else {"libegl1": ["libEGL.so.1"]}

    monkeypatch.setattr(run, "find_missing", find_missing)
    return tmp_path


@on_linux
def test_root_on_debian_gets_the_missing_packages_installed(fake_debian: Path) -> None:
    apt_script(fake_debian, f'[ "$1" = update ] || : > "{fake_debian}/installed"')
    run.provide_system_packages(SCREEN)
    calls = (fake_debian / "calls").read_text().splitlines()
    assert calls == ["update", "install -y --no-install-recommends libegl1"]
    run.provide_system_packages(SCREEN)
    assert (fake_debian / "calls").read_text().splitlines() == calls


@on_linux
def test_what_apt_says_is_passed_on_when_it_fails(fake_debian: Path) -> None:
    apt_script(fake_debian, "echo no space left; exit 100")
    with pytest.raises(run.Refusal, match="(?s)apt-get update failed:\nno space left.*sudo apt"):
        run.provide_system_packages(SCREEN)


@on_linux
def test_packages_that_bring_nothing_are_not_taken_for_done(fake_debian: Path) -> None:
    apt_script(fake_debian, "exit 0")
    with pytest.raises(run.Refusal, match="libegl1"):
        run.provide_system_packages(SCREEN)


@on_linux
def test_an_ordinary_user_gets_the_line_and_nothing_is_run(
    fake_debian: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    apt_script(fake_debian, "exit 0")
    with pytest.raises(run.Refusal, match="sudo apt-get install .* libegl1"):
        run.provide_system_packages(SCREEN)
    assert not (fake_debian / "calls").exists()


# ---------------------------------------------------------------- stamps


def test_a_finished_set_up_is_ready(tmp_path: Path) -> None:
    checkout = checkout_in(tmp_path)
    assert not checkout.is_ready(PROGRAM)
    checkout.write_stamp(finished_stamp(checkout, "requirements.txt"))
    assert checkout.is_ready(PROGRAM)


def test_the_development_set_up_is_asked_for_only_by_tests_and_benchmarks(tmp_path: Path) -> None:
    checkout = checkout_in(tmp_path)
    checkout.write_stamp(finished_stamp(checkout, "requirements.txt"))
    assert not checkout.is_ready(TESTS)
    checkout.write_stamp(finished_stamp(checkout, "requirements.txt", "requirements-dev.txt"))
    assert checkout.is_ready(TESTS)
    assert checkout.is_ready(PROGRAM)


def test_a_changed_lock_or_python_or_a_broken_off_set_up_is_not_ready(tmp_path: Path) -> None:
    checkout = checkout_in(tmp_path)
    stamp = finished_stamp(checkout, "requirements.txt")
    for other in (replace(stamp, finished=False), replace(stamp, python="3.10.1")):
        checkout.write_stamp(other)
        assert not checkout.is_ready(PROGRAM)
    checkout.write_stamp(stamp)
    (tmp_path / "requirements.txt").write_text("one==1.1\n")
    assert not checkout.is_ready(PROGRAM)


def test_a_screen_is_checked_when_first_needed(tmp_path: Path) -> None:
    checkout = checkout_in(tmp_path)
    stamp = finished_stamp(checkout, "requirements.txt")
    checkout.write_stamp(stamp)
    assert not checkout.is_ready(SCREEN)
    checkout.write_stamp(replace(stamp, screen=True))
    assert checkout.is_ready(SCREEN)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"finished": true}', '{"surprise": 1}'])
def test_a_damaged_stamp_counts_as_none(tmp_path: Path, text: str) -> None:
    checkout = checkout_in(tmp_path)
    checkout.stamp_file.write_text(text)
    assert checkout.read_stamp() is None
    assert not checkout.is_ready(PROGRAM)


def test_a_ready_checkout_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout = checkout_in(tmp_path)
    checkout.write_stamp(finished_stamp(checkout, "requirements.txt", screen=True))

    def no_probe(name: str) -> bool:
        raise AssertionError("a second start looked for libraries")

    monkeypatch.setattr(run, "library_loads", no_probe)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    run.set_up(checkout, SCREEN)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    assert capsys.readouterr().out == ""


def test_two_set_ups_at_once_are_refused(tmp_path: Path) -> None:
    checkout = checkout_in(tmp_path)
    with (
        run.only_one_setup(checkout),
        pytest.raises(run.Refusal, match="another start"),
        run.only_one_setup(checkout),
    ):
        pass
    with run.only_one_setup(checkout):
        assert checkout.read_stamp() is None


def test_a_folder_that_is_not_there_to_write_in_is_refused(tmp_path: Path) -> None:
    gone = run.Checkout(tmp_path / "gone")
    with (
        pytest.raises(run.Refusal, match="Set-up cannot write in"),
        run.only_one_setup(gone),
    ):
        pass


def test_the_python_inside_the_folder_cannot_make_it_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout = checkout_in(tmp_path)
    monkeypatch.setattr(sys, "prefix", str(checkout.venv))
    with pytest.raises(run.Refusal, match="Start run.py with the Python that is installed"):
        run.make_venv(checkout)
    assert checkout.venv.is_dir()


# ---------------------------------------------------------------- pip


def test_pip_installs_only_hashed_wheels_and_from_the_wheelhouse_where_there_is_one(
    tmp_path: Path,
) -> None:
    checkout = checkout_in(tmp_path)
    command = run.pip_command(checkout, "requirements.txt")
    assert {"--require-hashes", "--no-deps", "--only-binary=:all:"} <= set(command)
    assert "--no-index" not in command
    (tmp_path / "wheelhouse").mkdir()
    offline = run.pip_command(checkout, "requirements.txt")
    assert offline[-3:] == ["--no-index", "--find-links", str(tmp_path / "wheelhouse")]


def test_pips_own_errors_and_a_remedy_are_shown(tmp_path: Path) -> None:
    checkout = checkout_in(tmp_path)
    text = run.pip_failure_text(checkout, ["Collecting one", "ERROR: no such file", "and more"])
    assert "ERROR: no such file" in text
    assert "Collecting" not in text
    assert "wheelhouse beside run.py" in text
    assert str(checkout.log_file) in text


@pytest.mark.parametrize(
    ("line", "package"),
    [
        ("Collecting numpy==2.4.6 (from -r /a b/requirements.txt (line 12))\n", "numpy==2.4.6"),
        (
            "Processing ./wheelhouse/one-1.0-py3-none-any.whl (from -r r.txt (line 1))\n",
            "one-1.0-py3-none-any.whl",
        ),
        (
            "Processing c:\\my files\\wheelhouse\\one-1.0-py3-none-any.whl\n",
            "one-1.0-py3-none-any.whl",
        ),
        ("  Downloading numpy-2.4.6.whl (16 MB)\n", ""),
    ],
)
def test_each_package_is_named_as_pip_takes_it_up(line: str, package: str) -> None:
    assert run.package_coming(line) == package


@pytest.mark.parametrize(
    "name", ["requirements.txt", "requirements-dev.txt", "installer/requirements-build.txt"]
)
def test_the_locks_are_hashed_and_name_no_address(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    entries = text.replace("\\\n", "").splitlines()
    assert len(entries) > 15
    for entry in entries:
        assert "==" in entry
        assert "--hash=sha256:" in entry
    assert "://" not in text
    assert "--find-links" not in text


def test_the_development_lock_holds_the_programs_lock() -> None:
    program, development = (
        set((ROOT / name).read_text("utf-8").replace("\\\n", "").splitlines())
        for name in ("requirements.txt", "requirements-dev.txt")
    )
    pins = {line.split(" ", 1)[0] for line in program}
    assert pins <= {line.split(" ", 1)[0] for line in development}


# ---------------------------------------------------------------- starting


@pytest.mark.parametrize(
    ("words", "needs"),
    [
        ([], SCREEN),
        (["setup"], SCREEN),
        (["--sample", "open-data"], SCREEN),
        (["my.safer"], SCREEN),
        (["test", "tests/test_run.py"], TESTS),
        (["bench"], TESTS),
        (["figures", "--sample", "open-data"], PROGRAM),
        (["load", "my.safer", "a.xlsx"], PROGRAM),
        (["report", "my.safer"], PROGRAM),
    ],
)
def test_what_each_start_needs(words: list[str], needs: run.Needs) -> None:
    assert run.needs_of(words) == needs


def program_that_tells(root: Path) -> None:
    """Stand-ins for the program and the benchmarks that print how they were started."""
    tell = (
        "import json, os, sys\n"
        "print(json.dumps([sys.argv[1:], os.getcwd(), os.environ.get('QT_QPA_PLATFORM')]))\n"
        "sys.exit(7)\n"
    )
    for package in ("safer_desktop", "tests/benchmarks"):
        (root / package).mkdir(parents=True)
        (root / package / "__main__.py").write_text(tell)
    for package in ("safer_desktop", "tests", "tests/benchmarks"):
        (root / package / "__init__.py").touch()


def told(capfd: pytest.CaptureFixture[str]) -> tuple[list[str], Path, str | None]:
    words, folder, qt_platform = json.loads(capfd.readouterr().out.splitlines()[-1])
    return words, Path(folder), qt_platform


def test_words_go_to_the_program_in_the_users_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    root, elsewhere = tmp_path / "checkout", tmp_path / "elsewhere"
    root.mkdir()
    elsewhere.mkdir()
    program_that_tells(root)
    monkeypatch.chdir(elsewhere)
    monkeypatch.setenv("QT_QPA_PLATFORM", "minimal")
    (elsewhere / "json.py").write_text("raise SystemExit('the wrong json')")
    assert run.start(BorrowedPython(root), ["figures", "--sample", "open-data"]) == 7
    assert told(capfd) == (["figures", "--sample", "open-data"], elsewhere, "minimal")
    assert run.start(BorrowedPython(root), []) == 7
    assert told(capfd) == (["--sample", "2016-17-q4"], elsewhere, "minimal")


def test_benchmarks_start_in_the_checkout_without_a_screen(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    program_that_tells(tmp_path)
    assert run.start(BorrowedPython(tmp_path), ["bench", "startup"]) == 7
    assert told(capfd) == (["startup"], tmp_path, "offscreen")


def test_test_words_go_to_pytest(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "test_two.py").write_text(
        "import os\n"
        "def test_good(): assert os.environ['QT_QPA_PLATFORM'] == 'offscreen'\n"
        "def test_bad(): assert False\n"
    )
    checkout = BorrowedPython(tmp_path)
    assert run.start(checkout, ["test", "-q", "-k", "good", "-p", "no:cacheprovider"]) == 0
    assert re.search(r"1 passed\b", capfd.readouterr().out)
    assert run.start(checkout, ["test", "-q", "-p", "no:cacheprovider"]) == 1


@on_linux
def test_without_a_screen_the_window_is_refused_in_words() -> None:
    with pytest.raises(run.Refusal, match="no screen here"):
        run.check_screen({})
    run.check_screen({"DISPLAY": ":0"})
    run.check_screen({"WAYLAND_DISPLAY": "wayland-0"})


@on_linux
def test_a_program_ended_by_a_signal_is_told_as_a_shell_would(
    capfd: pytest.CaptureFixture[str],
) -> None:
    script = "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"
    code = run.run_child([sys.executable, "-c", script], os.environ)
    assert code == 128 + signal.SIGTERM
    assert "Ended by SIGTERM" in capfd.readouterr().err


def test_a_copy_without_its_lock_is_refused_with_exit_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.main(["setup"], run.Checkout(tmp_path)) == 1
    assert "requirements.txt is missing" in capsys.readouterr().err


def test_help_is_the_files_own_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["--help"]) == 0
    assert "python run.py bench [NAME]" in capsys.readouterr().out


# ---------------------------------------------------------------- a whole set-up, without a network


def wheel(folder: Path, name: str, version: str) -> str:
    """Makes a wheel of one module that holds VERSION; gives the line of a lock for it."""
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": f"VERSION = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    digests = {
        path: base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        for path, text in files.items()
    }
    record = [f"{path},sha256={digests[path]},{len(text)}" for path, text in files.items()]
    files[f"{info}/RECORD"] = "\n".join([*record, f"{info}/RECORD,,", ""])
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for inner, text in files.items():
            archive.writestr(inner, text)
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def installed_version(checkout: run.Checkout, name: str) -> str:
    done = subprocess.run(
        [str(checkout.python), "-c", f"import {name}; print({name}.VERSION)"],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip()


@pytest.fixture
def offline_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> run.Checkout:
    monkeypatch.setattr(run, "provide_system_packages", lambda needs: None)
    (tmp_path / "wheelhouse").mkdir()
    one = wheel(tmp_path / "wheelhouse", "sample_one", "1.0")
    two = wheel(tmp_path / "wheelhouse", "sample_two", "2.0")
    (tmp_path / "requirements.txt").write_text(one)
    (tmp_path / "requirements-dev.txt").write_text(one + two)
    return run.Checkout(tmp_path)


@pytest.mark.packaging
def test_a_whole_set_up_grows_follows_its_lock_and_is_done_once(
    offline_checkout: run.Checkout,
) -> None:
    checkout = offline_checkout
    run.set_up(checkout, PROGRAM)
    assert installed_version(checkout, "sample_one") == "1.0"
    assert installed_version(checkout, "sample_two") == ""
    made = checkout.python.lstat().st_mtime_ns

    log_written = checkout.log_file.stat().st_mtime_ns
    run.set_up(checkout, SCREEN)
    assert checkout.log_file.stat().st_mtime_ns == log_written
    assert checkout.is_ready(SCREEN)

    run.set_up(checkout, TESTS)
    assert installed_version(checkout, "sample_two") == "2.0"
    newer = wheel(checkout.root / "wheelhouse", "sample_one", "1.1")
    (checkout.root / "requirements.txt").write_text(newer)
    run.set_up(checkout, PROGRAM)
    assert installed_version(checkout, "sample_one") == "1.1"
    assert checkout.is_ready(SCREEN)
    assert checkout.python.lstat().st_mtime_ns == made, "the folder was made anew without need"


@pytest.mark.packaging
def test_a_failed_set_up_says_why_and_the_next_one_begins_anew(
    offline_checkout: run.Checkout,
) -> None:
    checkout = offline_checkout
    lock = checkout.root / "requirements.txt"
    good = lock.read_text()
    lock.write_text(good.replace("sha256:", "sha256:0000")[: len(good) - 1])
    with pytest.raises(run.Refusal, match="Some packages could not be installed"):
        run.set_up(checkout, PROGRAM)
    assert not checkout.is_ready(PROGRAM)
    half_made = checkout.venv / "left over from the failed set-up"
    half_made.touch()

    lock.write_text(good)
    run.set_up(checkout, PROGRAM)
    assert installed_version(checkout, "sample_one") == "1.0"
    assert not half_made.exists()
