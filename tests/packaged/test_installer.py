"""What the packager leaves out, the hashes it gives to IT, the icon; and a bundle that works."""

from __future__ import annotations

import hashlib
import json
import os
import re
import struct
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from installer.pe_hashes import pe_hashes
from installer.trimming import (
    EXCLUDED_MODULES,
    ForeignFileError,
    only_reachable,
    refuse_system_files,
    without_unused_qt,
)

ROOT = Path(__file__).resolve().parents[2]
CHECKSUM, ENTRY = 0x80 + 24 + 64, 0x80 + 24 + 112 + 4 * 8


def program(certificate: bytes = b"", body: bytes = b"code" * 90) -> bytes:
    """The smallest thing with the headers of a 64-bit program file, signed or not."""
    head = bytearray(0x80 + 24 + 240)
    head[:2] = b"MZ"
    struct.pack_into("<I", head, 0x3C, 0x80)
    head[0x80:0x84] = b"PE\0\0"
    struct.pack_into("<H", head, 0x80 + 24, 0x20B)
    if certificate:
        struct.pack_into("<II", head, ENTRY, len(head) + len(body), len(certificate))
    return bytes(head) + body + certificate


def test_an_unsigned_file_has_the_hash_of_all_but_checksum_and_entry() -> None:
    data = program()
    found = pe_hashes(data)
    left = data[:CHECKSUM] + data[CHECKSUM + 4 : ENTRY] + data[ENTRY + 8 :]
    assert len(data) % 8 == 0
    assert found.authenticode == hashlib.sha256(left).hexdigest()
    assert (found.sha256, found.signed) == (hashlib.sha256(data).hexdigest(), False)


def test_signing_changes_the_files_hash_but_not_the_one_of_authenticode() -> None:
    plain, signed = pe_hashes(program()), pe_hashes(program(certificate=b"signature" * 8))
    assert signed.signed
    assert signed.authenticode == plain.authenticode
    assert signed.sha256 != plain.sha256
    assert pe_hashes(program(body=b"Code" * 90)).authenticode != plain.authenticode


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="program file"):
        pe_hashes(b"%PDF-1.7")


def entry(place: str, kind: str = "BINARY") -> tuple[str, str, str]:
    return (place, f"/from/{place}", kind)


def test_unused_parts_of_qt_stay_out_on_both_systems() -> None:
    kept = [
        entry("PySide6/QtWidgets.abi3.so", "EXTENSION"),
        entry("PySide6/Qt/lib/libQt6Widgets.so.6"),
        entry("PySide6/Qt/plugins/platforms/libqxcb.so"),
        entry("PySide6\\plugins\\platforms\\qwindows.dll"),
        entry("PySide6\\Qt6OpenGL.dll"),
        entry("pandas/io/sql.py", "DATA"),
    ]
    dropped = [
        entry("PySide6/Qt/lib/libQt6Network.so.6"),
        entry("PySide6\\Qt6Network.dll"),
        entry("PySide6\\opengl32sw.dll"),
        entry("PySide6/Qt/plugins/tls/libqopensslbackend.so"),
        entry("PySide6/Qt/plugins/platforms/libqvnc.so"),
        entry("PySide6/Qt/translations/qtbase_de.qm", "DATA"),
        entry("PySide6/Qt/qml/QtQuick/libplugin.so"),
    ]
    assert without_unused_qt([*kept, *dropped]) == kept


def test_only_libraries_that_something_is_linked_against_are_kept() -> None:
    links = {
        "/from/PySide6/QtCore.abi3.so": ["libQt6Core.so.6"],
        "/from/libQt6Core.so.6": ["libz.so.1"],
        "/from/libgtk-3.so.0": ["libgdk-3.so.0"],
    }
    kept = [
        entry("PySide6/QtCore.abi3.so", "EXTENSION"),
        entry("libQt6Core.so.6"),
        entry("libz.so.1"),
        entry("libpython3.11.so.1.0"),
    ]
    orphans = [entry("libgtk-3.so.0"), entry("libgdk-3.so.0")]
    assert only_reachable([*orphans, *kept], lambda file: links.get(file, [])) == kept


def test_a_file_of_windows_itself_is_refused() -> None:
    refuse_system_files([("a.dll", "Z:/tmp/a.dll", "BINARY")])
    with pytest.raises(ForeignFileError, match=r"icuuc\.dll"):
        refuse_system_files([("icuuc.dll", "c:\\windows\\system32\\icuuc.dll", "BINARY")])


def test_the_programs_own_imports_are_never_left_out() -> None:
    needed = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets"}
    needed |= {"PySide6.QtSvg", "PySide6.QtWidgets", "PIL", "lxml", "multiprocessing", "unittest"}
    for file in (ROOT / "safer_desktop").rglob("*.py"):
        needed |= set(re.findall(r"(?m)^\s*(?:from|import) ([\w.]+)", file.read_text("utf-8")))
    assert not needed & set(EXCLUDED_MODULES)


def test_the_icon_holds_the_drawing_in_every_size_windows_asks_for(tmp_path: Path) -> None:
    from PySide6.QtGui import QImage

    out = tmp_path / "icon.ico"
    maker = ROOT / "installer" / "make_icon.py"
    subprocess.run([sys.executable, maker, out], check=True)
    data = out.read_bytes()
    (count,) = struct.unpack_from("<H", data, 4)
    sizes = []
    for number in range(count):
        length, place = struct.unpack_from("<II", data, 6 + 16 * number + 8)
        image = QImage.fromData(data[place : place + length])
        sizes.append(image.width())
        assert image.pixelColor(image.width() // 2, image.height() // 8).name() == "#12436d"
    assert {16, 32, 48, 256} <= set(sizes)


@pytest.mark.packaging
@pytest.mark.timeout(900)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="builds the bundle of Linux")
def test_the_bundle_is_built_and_proves_itself_where_it_was_unpacked(tmp_path: Path) -> None:
    build = [sys.executable, str(ROOT / "installer" / "build.py"), "--only", "linux"]
    done = subprocess.run(
        [*build, "--work", str(tmp_path / "work"), "--dist", str(tmp_path / "dist")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    assert "Self-test passed" in done.stdout
    digest, name = (tmp_path / "dist" / "SHA256SUMS").read_text("utf-8").split()
    archive = tmp_path / "dist" / name
    assert hashlib.sha256(archive.read_bytes()).hexdigest() == digest

    place = tmp_path / "a folder with an ü"
    with tarfile.open(archive) as packed:
        packed.extractall(place, filter="tar")
    bundle = place / "safer-desktop"
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    sample = [str(bundle / "safer-desktop"), "figures", "--sample", "2016-17-q4", "--json"]
    told = subprocess.run(sample, env=bare, capture_output=True, text=True, check=True)
    assert json.loads(told.stdout)["edition"] == "2016/17 Q4"
    assert (bundle / "data" / "logs").is_dir()  # portable.ini is there

    components = json.loads((bundle / "sbom.cdx.json").read_text("utf-8"))["components"]
    listed = {f"{it['name'].lower()}=={it['version']}" for it in components}
    lock = (ROOT / "requirements.txt").read_text("utf-8")
    locked = {
        f"{name.replace('-', '_')}=={version}"
        for name, version in re.findall(r"(?m)^([\w.-]+)==([^ ;\\]+) \\$", lock)
    }
    assert locked <= {it.replace("-", "_") for it in listed}
    licences = {it.name for it in (bundle / "licences").iterdir()}
    assert {"LGPL-3.txt", "GPL-3.txt", "Qt-and-PySide6.txt"} <= licences
    assert len(licences) > len(locked)
    assert os.access(bundle / "safer-desktop", os.X_OK)
