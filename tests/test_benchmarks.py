from __future__ import annotations

import pytest

from tests.benchmarks import runner
from tests.benchmarks.measure import Measure


def measures() -> dict[str, list[Measure]]:
    return {
        "fast": [
            Measure("time", 0.25, "s", 0.5),
            Measure("rows", 2_000_000, "rows", 1e6, "higher"),
        ],
        "slow": [Measure("time", 12, "s", 10)],
        "very-slow": [Measure("time", 600, "s", 700)],
    }


@pytest.fixture
def some_benchmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    found = measures()
    monkeypatch.setattr(runner, "benchmark_names", lambda: sorted(found))
    monkeypatch.setattr(runner, "measures_of", found.__getitem__)
    monkeypatch.setattr(runner, "only_when_named", lambda name: name == "very-slow")


@pytest.mark.parametrize(
    ("measure", "met"),
    [
        (Measure("m", 0.5, "s", 0.5, "lower"), True),
        (Measure("m", 0.51, "s", 0.5, "lower"), False),
        (Measure("m", 0.5, "s", 0.5, "higher"), True),
        (Measure("m", 0.49, "s", 0.5, "higher"), False),
    ],
)
def test_a_value_equal_to_its_goal_meets_it(measure: Measure, met: bool) -> None:
    assert measure.meets_goal is met


def test_each_figure_stands_beside_its_goal_in_columns(
    some_benchmarks: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert runner.main([]) == 1
    table = capsys.readouterr().out.split("\n\n")[1].splitlines()
    assert table == [
        "Benchmark  Figure        Measured                     Goal  Verdict",
        "fast       time            0.25 s            at most 0.5 s  PASS",
        "fast       rows    2,000,000 rows  at least 1,000,000 rows  PASS",
        "slow       time              12 s             at most 10 s  FALLS SHORT",
    ]


def test_one_benchmark_can_be_asked_for(
    some_benchmarks: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert runner.main(["fast"]) == 0
    assert "FALLS SHORT" not in capsys.readouterr().out


def test_one_that_takes_long_only_runs_when_it_is_named(
    some_benchmarks: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert runner.main(["very-slow"]) == 0
    assert "at most 700 s" in capsys.readouterr().out


def test_the_extracts_are_such_a_benchmark() -> None:
    assert runner.only_when_named("extracts")
    assert not runner.only_when_named("startup")


def test_an_unknown_name_is_told_with_the_known_ones(
    some_benchmarks: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert runner.main(["quick"]) == 2
    assert (
        capsys.readouterr().out
        == "There is no benchmark quick. There are: fast, slow, very-slow.\n"
    )


def test_every_benchmark_in_the_folder_can_be_run() -> None:
    names = runner.benchmark_names()
    assert "startup" in names
    for name in names:
        module = runner.benchmark(name)
        assert callable(module.run)
