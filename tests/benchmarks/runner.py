"""Finds and runs the benchmarks, and lays their figures out beside the goals."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType

from tests.benchmarks.measure import Measure

FOLDER = Path(__file__).parent
HEADINGS = ("Benchmark", "Figure", "Measured", "Goal", "Verdict")
NUMERIC = {2, 3}


def benchmark_names(folder: Path = FOLDER) -> list[str]:
    return sorted(path.stem.removeprefix("bench_") for path in folder.glob("bench_*.py"))


def benchmark(name: str) -> ModuleType:
    return importlib.import_module(f"tests.benchmarks.bench_{name}")


def only_when_named(name: str) -> bool:
    """Whether a benchmark takes too long to be run with all the others."""
    return bool(getattr(benchmark(name), "ONLY_WHEN_NAMED", False))


def measures_of(name: str) -> list[Measure]:
    """Runs one benchmark."""
    found: Iterable[Measure] = benchmark(name).run()
    return list(found)


def quantity(value: float, unit: str) -> str:
    number = f"{value:,.0f}" if value == int(value) or abs(value) >= 100 else f"{value:,.3g}"
    return f"{number} {unit}".rstrip()


def row(benchmark: str, measure: Measure) -> tuple[str, ...]:
    bound = "at most" if measure.better == "lower" else "at least"
    return (
        benchmark,
        measure.name,
        quantity(measure.value, measure.unit),
        f"{bound} {quantity(measure.goal, measure.unit)}",
        measure.verdict,
    )


def table(rows: Sequence[Sequence[str]]) -> str:
    """The rows under their headings, in columns; numbers to the right."""
    lines = [HEADINGS, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(
            cell.rjust(widths[column]) if column in NUMERIC else cell.ljust(widths[column])
            for column, cell in enumerate(line)
        ).rstrip()
        for line in lines
    )


def main(words: Sequence[str]) -> int:
    """Exit code: 0 all goals met, 1 one falls short, 2 no such benchmark."""
    known = benchmark_names()
    unknown = [word for word in words if word not in known]
    if unknown:
        print(f"There is no benchmark {', '.join(unknown)}. There are: {', '.join(known)}.")
        return 2
    rows: list[tuple[str, ...]] = []
    all_met = True
    for name in words or [it for it in known if not only_when_named(it)]:
        print(f"running {name} ...", flush=True)
        for measure in measures_of(name):
            rows.append(row(name, measure))
            all_met = all_met and measure.meets_goal
    print(f"\n{table(rows)}")
    return 0 if all_met else 1
