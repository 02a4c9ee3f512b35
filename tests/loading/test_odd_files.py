"""Every odd file that others collected: read, or refused with the true reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from safer_desktop.domain.errors import LoadError, PasswordNeeded
from safer_desktop.loading.worker import read_file

REFUSED = {
    "calamine_issue_594_dos.ods": "spans 999,999,999 rows",
    "calamine_pass_protected.ods": "protected by a password",
    "calamine_pass_protected.xlsx": "protected by a password",
    "poi_password.xls": "protected by a password",
    "poi_protected_passtika.xlsx": "protected by a password",
    "poi_54764.xlsx": "declares entities",
    "poi_poc-xmlbomb.xlsx": "declares entities",
}
PASSWORDS = {
    "calamine_pass_protected.xlsx": "123",
    "poi_password.xls": "password",
    "poi_protected_passtika.xlsx": "tika",
}


def test_each_odd_file_is_read_or_refused_with_the_true_reason(shared_data: Path) -> None:
    files = sorted(path for path in (shared_data / "odd").iterdir() if path.is_file())
    assert len(files) >= len(REFUSED)
    for path in files:
        if path.name in REFUSED:
            with pytest.raises(LoadError, match=REFUSED[path.name]):
                read_file(path)
        else:
            assert read_file(path).sheets, path.name


def test_protected_odd_files_open_by_their_passwords(shared_data: Path) -> None:
    for name, password in PASSWORDS.items():
        path = shared_data / "odd" / name
        with pytest.raises(PasswordNeeded, match="does not open") as caught:
            read_file(path, "Leicester")
        assert caught.value.wrong, name
        assert read_file(path, password).sheets, name
    excels_own = read_file(shared_data / "odd" / "messytables_encrypted_no_password.xls")
    assert excels_own.sheets[0].rows


def test_values_of_odd_files(shared_data: Path) -> None:
    odd = shared_data / "odd"
    strict = read_file(odd / "poi_SampleSS.strict.xlsx")
    assert [sheet.height for sheet in strict.sheets] == [4, 7, 0]
    errors = read_file(odd / "calamine_errors.xlsx").sheets[0]
    assert set(errors.faults.values()) >= {"#DIV/0!", "#N/A", "#REF!"}
    hidden = read_file(odd / "poi_TwoSheetsOneHidden.xlsx")
    assert [sheet.hidden for sheet in hidden.sheets] == [True, False]
    utf16 = read_file(odd / "messytables_utf-16le_encoded.csv").sheets[0]
    assert (utf16.height, utf16.width) == (328, 19)
    # 50,000 merges over cells that hold nothing are nothing.
    assert not read_file(odd / "poi_57893-many-merges.xlsx").sheets[0].merges
