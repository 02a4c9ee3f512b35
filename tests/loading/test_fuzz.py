"""Some hundred damaged workbooks; ``python run.py bench fuzz`` reads ten thousand."""

from __future__ import annotations

from tests.loading.fuzz import damaged, fuzz, sound_files


def test_damaged_workbooks_are_read_or_refused_and_nothing_else() -> None:
    findings = fuzz(iter(range(100_000, 100_600)), 1)
    assert not findings.faults
    assert sum(findings.outcomes.values()) == 600
    assert findings.count("read") > 100
    assert findings.count("refused") > 100


def test_the_same_seed_makes_the_same_file_and_every_kind_is_damaged() -> None:
    assert damaged(7) == damaged(7)
    assert {damaged(seed)[0] for seed in range(600)} == {name for name, _ in sound_files()}
