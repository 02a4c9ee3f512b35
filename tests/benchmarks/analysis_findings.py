"""Do findings hold? False alarms, power and cover by simulation; how long all findings take."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from statistics import NormalDist

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from safer_desktop.__main__ import collect_less_often
from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.differences import newcombe, rate_difference, ratio_interval
from safer_desktop.analysis.figures import figure
from safer_desktop.analysis.funnel import expected_of_each
from safer_desktop.analysis.intervals import count_interval, interval, wilson
from safer_desktop.analysis.projection import prediction
from safer_desktop.analysis.ranks import possible_places
from safer_desktop.analysis.recent_trend import trend_test
from safer_desktop.analysis.tests import count_test, dispersion, proportion_test
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Direction, Quantity
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import ObservationTable
from safer_desktop.domain.periods import Period
from tests.benchmarks import large
from tests.benchmarks.measure import Measure

SEED = 20170331
NULLS = 10_000
RUNS = 4000
SEASON = 1 + 0.2 * np.sin(np.arange(12) / 12 * 2 * np.pi)
EDITION = Edition(2016, 4)
SIZES = np.array([95.0, 175.0, 90.0, 110.0, 51.0, 98.0, 57.0])
Months = NDArray[np.int64]


def months(rng: np.random.Generator, means: NDArray[np.float64], phi: float) -> Months:
    """Two years of counts, Poisson where phi is 1, else negative binomial."""
    if phi == 1:
        return rng.poisson(means, size=(2, 12))
    return rng.negative_binomial(means / (phi - 1), 1 / phi, size=(2, 12))


def share_called_changed(
    rng: np.random.Generator, mean: float, phi: float, season: bool, rise: float, runs: int
) -> float:
    calls = 0
    means = mean * (SEASON if season else np.ones(12))
    for _ in range(runs):
        before, _ = months(rng, means, phi).astype(float)
        after, _ = months(rng, means * (1 + rise), phi).astype(float)
        rows = before.tolist(), after.tolist()
        calls += count_test(sum(rows[0]), sum(rows[1]), months=rows).significant
    return calls / runs


def false_alarms(rng: np.random.Generator) -> Iterator[Measure]:
    cases = {
        "Poisson, mean 20": (20.0, 1.0, False),
        "overdispersed (3), mean 100": (100.0, 3.0, False),
        "seasonal (20%), mean 100": (100.0, 1.0, True),
        "seasonal and overdispersed (5), mean 1,000": (1000.0, 5.0, True),
        "small, mean 0.5": (0.5, 1.0, False),
    }
    each = NULLS // len(cases)
    shares = []
    for name, (mean, phi, season) in cases.items():
        shares.append(share_called_changed(rng, mean, phi, season, 0.0, each))
        yield Measure(f"called changed though it is not: {name}", 100 * shares[-1], "%", 6.0)
    yield Measure(
        f"called changed though it is not: all {NULLS:,}", 100 * sum(shares) / len(shares), "%", 5.0
    )


def false_trends(rng: np.random.Generator) -> Iterator[Measure]:
    """Five years of months on which nothing changes; the stated rate is 0.2%."""
    told = {"Poisson, mean 20": 0, "overdispersed (3), mean 100": 0}
    for name, (mean, phi) in zip(told, ((20.0, 1.0), (100.0, 3.0)), strict=True):
        for _ in range(NULLS // 2):
            years = [*months(rng, mean * SEASON, phi), *months(rng, mean * SEASON, phi)]
            years.append(months(rng, mean * SEASON, phi)[0])
            rows = [year.astype(float).tolist() for year in years]
            spread = dispersion(rows[-2:])
            direction, _ = trend_test([sum(r) for r in rows], [1.0] * 5, spread, shares=False)
            told[name] += direction is not Direction.NO_REAL_CHANGE
        yield Measure(
            f"a trend of five years told though there is none: {name}",
            200 * told[name] / NULLS,
            "%",
            0.35,
        )


def power(rng: np.random.Generator) -> Iterator[Measure]:
    """Monthly means 5 to 1,000; the goal is half of what a plain Poisson test would see.

    The plain test sees more, and cries wolf where months vary beyond chance.
    """
    for mean in (5, 20, 100, 1000):
        for rise in (10, 20, 33):
            found = share_called_changed(rng, float(mean), 1.0, True, rise / 100, 600)
            apart = (2 * 12 * mean) ** 0.5 * ((1 + rise / 100) ** 0.5 - 1)
            plain = NormalDist().cdf(apart - 1.96) + NormalDist().cdf(-apart - 1.96)
            name = f"a rise of {rise}% is seen at {mean:,} a month (plain test {plain:.0%})"
            yield Measure(name, 100 * found, "%", 50 * plain, "higher")


def cover(rng: np.random.Generator) -> Iterator[Measure]:
    """The worst of several means (or shares), as distance from 95%."""

    def worst(name: str, held: Callable[[float], float], at: tuple[float, ...]) -> Measure:
        shares = [100 * held(it) for it in at]
        return Measure(
            f"cover of 95% intervals, worst distance: {name}",
            max(abs(share - 95) for share in shares),
            "points",
            2.0,
        )

    def of_counts(mean: float) -> float:
        seen = rng.poisson(mean, RUNS).tolist()
        return sum(low <= mean <= high for low, high in map(count_interval, seen)) / RUNS

    def of_ratios(ratio: float) -> float:
        return _changes(rng, ratio)[0]

    def of_differences(ratio: float) -> float:
        return _changes(rng, ratio)[1]

    def of_shares(share: float) -> float:
        seen = rng.binomial(400, share, RUNS).tolist()
        spans = (wilson(count, 400) for count in seen)
        return sum(low <= share <= high for low, high in spans) / RUNS

    def of_points(share: float) -> float:
        pairs = rng.binomial(400, (share, share + 0.07), size=(RUNS, 2)).tolist()
        return sum(newcombe(a, 400, b, 400).holds(0.07) for a, b in pairs) / RUNS

    def of_rates(mean: float) -> float:
        people, true = 680_466.0, 1000 * mean / 680_466
        spans = (
            interval(
                Quantity(
                    1000 * seen / people,
                    Unit.RATE_POPULATION,
                    Period.financial_year(2016),
                    (),
                    "",
                    count=seen,
                    base=people,
                )
            )
            for seen in rng.poisson(mean, RUNS).tolist()
        )
        return sum(span is not None and span[0] <= true <= span[1] for span in spans) / RUNS

    yield worst("counts of 20 to 1,000", of_counts, (20, 100, 1000))
    yield worst("rates of 50 to 5,000 events", of_rates, (50, 500, 5000))
    yield worst("ratio of two years", of_ratios, (0.5, 0.8, 1.0, 1.33, 2.0))
    yield worst("difference of two years", of_differences, (0.5, 0.8, 1.0, 1.33, 2.0))
    yield worst("shares of 400", of_shares, (0.1, 0.37, 0.9))
    yield worst("change of a share of 400", of_points, (0.1, 0.3, 0.8))
    yield worst("projection to the year's end", lambda n: _projected(rng, int(n)), (3, 6, 9))
    yield Measure(
        "cover of the places that chance allows (9 areas)",
        100 * min(_places(rng, apart) for apart in (0.0, 0.05, 0.25)),
        "%",
        95.0,
        "higher",
    )


def _changes(rng: np.random.Generator, ratio: float) -> tuple[float, float]:
    held = [0, 0]
    for before, after in rng.poisson((200, 200 * ratio), size=(RUNS, 2)).tolist():
        test = count_test(before, after)
        held[0] += ratio_interval(before, after, 1, 1, test).holds(ratio)
        held[1] += rate_difference(before, after, 1, 1, test).holds(200 * (ratio - 1))
    return held[0] / RUNS, held[1] / RUNS


def _projected(rng: np.random.Generator, so_far: int) -> float:
    means, held = 50 * SEASON, 0
    for _ in range(RUNS):
        years = rng.negative_binomial(means / 2, 1 / 3, size=(4, 12))
        a, c = float(years[1:, :so_far].sum()), float(years[1:, so_far:].sum())
        spread = dispersion(years[:, :so_far].tolist())
        low, high = prediction(float(years[0, :so_far].sum()), c / a, 1 / a + 1 / c, spread)
        held += bool(low <= years[0, so_far:].sum() <= high)
    return held / RUNS


def _places(rng: np.random.Generator, apart: float) -> float:
    held, runs = 0, RUNS // 4
    for _ in range(runs):
        levels = np.sort(200 * np.exp(rng.normal(0, apart, 9)))
        seen = rng.poisson(levels).tolist()
        places = possible_places(seen, [1.0] * 9, [1.0] * 9, shares=False)
        held += sum(first <= n + 1 <= last for n, (first, last) in enumerate(places))
    return held / runs / 9


def standing_out(rng: np.random.Generator) -> Iterator[Measure]:
    for spread in (0.0, 0.2, 0.4):
        named = 0
        for _ in range(RUNS // 2):
            seen = rng.poisson(200 * SIZES / SIZES.mean() * np.exp(rng.normal(0, spread, 7)))
            spans = expected_of_each(seen.tolist(), SIZES.tolist(), shares=False)
            named += any(not s.holds(o / b) for s, o, b in zip(spans, seen, SIZES, strict=True))
        name = f"any of 7 like districts named, ordinary spread {spread:.0%}"
        yield Measure(name, 100 * named / (RUNS // 2), "%", 5.0)


def speed() -> Iterator[Measure]:
    collect_less_often()
    catalogue = large.catalogue()
    table = large.table(catalogue)
    began = time.process_time()
    dataset = Dataset(table, catalogue)
    yield Measure(f"laying out {len(table.id):,} values", time.process_time() - began, "CPU s", 1.0)
    ours = min(_all_findings(Dataset(table, catalogue), catalogue) for _ in range(3))
    yield Measure("all findings of 60 areas x 60 indicators x 180 months", ours, "CPU s", 1.0)
    plain = _plain_pandas(table, catalogue)
    yield Measure(
        "plain pandas groupby-apply, the same work but for notes and target, over ours",
        plain / ours,
        "x",
        1,
        "higher",
    )
    before = _figures(dataset, catalogue)
    row = next(n for n, code in enumerate(table.indicator) if code == "I07")
    table.value[row] += 1
    table.id[row] = max(table.id) + 1
    edited = Dataset(table, catalogue)
    edited.keep_from(dataset)
    began = time.process_time()
    after = _figures(edited, catalogue)
    yield Measure(
        "findings again after one value changed", time.process_time() - began, "CPU s", 0.1
    )
    again = sum(after[key] is not figure for key, figure in before.items())
    yield Measure(
        f"figures worked out again after one value changed, of {len(before):,}",
        again,
        "figures",
        large.AREAS,
    )


def _figures(dataset: Dataset, catalogue: Catalogue) -> dict[tuple[str, str], Figure]:
    return {
        (indicator.code, area.code): figure(dataset, indicator.code, area.code, EDITION)
        for area in catalogue.areas
        for indicator in catalogue.headline
    }


def _all_findings(dataset: Dataset, catalogue: Catalogue) -> float:
    began = time.process_time()
    _figures(dataset, catalogue)
    return time.process_time() - began


def _plain_pandas(table: ObservationTable, catalogue: Catalogue) -> float:
    """What one would write at first: functions applied to each series of a tidy frame.

    Twelve-month sums, rate, change with its test and intervals, interval against the group's mean,
    rank with its places, and the districts that stand out.
    """
    frame = pd.DataFrame(
        {
            "indicator": table.indicator,
            "area": table.area,
            "start": pd.to_datetime(table.start),
            "value": table.value,
            "cases": table.numerator,
        }
    )
    people = frame[frame["indicator"] == "population"].groupby("area")["value"].last()
    frame = frame[frame["indicator"] != "population"]
    units = {indicator.code: indicator.unit for indicator in catalogue.headline}

    def series(rows: pd.DataFrame) -> pd.Series:
        indicator, area = rows.name
        share = units[indicator] is Unit.PERCENTAGE
        ordered = rows.sort_values("start")
        values = ordered["cases"] if share else ordered["value"]
        sums = values.rolling(12).sum()
        before, after = float(sums.iloc[-13]), float(sums.iloc[-1])
        if share:
            proportion_test(before, 4800, after, 4800)
            newcombe(before, 4800, after, 4800)
            low, high = wilson(after, 4800)
            return pd.Series({"after": after, "base": 4800.0, "low": low, "high": high})
        base = float(people[area])
        spans = (values.iloc[-24:-12].tolist(), values.iloc[-12:].tolist())
        test = count_test(before, after, base, base, months=spans)
        ratio_interval(before, after, base, base, test)
        rate_difference(before, after, base, base, test)
        low, high = count_interval(after)
        return pd.Series({"after": after, "base": base, "low": low / base, "high": high / base})

    def compared(rows: pd.DataFrame) -> pd.Series:
        share = units[str(rows.name)] is Unit.PERCENTAGE
        rates = rows["after"] / rows["base"]
        apart = (rows["low"] / rates.mean() > 1) | (rows["high"] / rates.mean() < 1)
        possible_places(
            rows["after"].tolist(), rows["base"].tolist(), [1.0] * len(rows), shares=share
        )
        own = rows[rows["area"].isin(large.DISTRICTS)]
        expected_of_each(own["after"].tolist(), own["base"].tolist(), shares=share)
        return pd.Series({"apart": apart.sum(), "last": rates.rank().max()})

    began = time.process_time()
    told = frame.groupby(["indicator", "area"]).apply(series).reset_index()
    told.groupby("indicator").apply(compared)
    return time.process_time() - began


def run() -> Iterator[Measure]:
    rng = np.random.default_rng(SEED)
    yield from false_alarms(rng)
    yield from false_trends(rng)
    yield from power(rng)
    yield from cover(rng)
    yield from standing_out(rng)
    yield from speed()
