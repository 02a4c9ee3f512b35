"""Predicted limits: how fast for a whole county, and how often they are wrong.

Speed: 60 indicators in 60 areas over 180 months, beside a plain pandas groupby-apply in the same
run. False signals: simulated series on which nothing changes, beside the budget's calculation.
Power: how soon a real rise is seen.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.limits.alarms import chances_of, false_alarms
from safer_desktop.analysis.limits.block import Block, lay_out
from safer_desktop.analysis.limits.draw import Sheet, alarm_case, draw
from safer_desktop.analysis.limits.gather import limits_chart
from safer_desktop.analysis.limits.screen import screen
from safer_desktop.domain.areas import Area, AreaKind
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.limits import LimitsPlan, LimitsSummary
from safer_desktop.domain.observations import ObservationTable
from safer_desktop.domain.periods import Period
from safer_desktop.workbench.defaults import default_catalogue
from tests.benchmarks.analysis_county import add
from tests.benchmarks.measure import Measure

Numbers = NDArray[np.float64]

AREAS, INDICATORS, MONTHS = 60, 60, 180
EDITION = Edition(2016, 4)
JUDGED = date(2016, 4, 1)
PEER_SHARE = 10
DRAWS = 2500
RUNS = 3


def best(work: Callable[[], object], runs: int = RUNS) -> float:
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def county_counts() -> Numbers:
    """Months by series; means from one in five months to three hundred a month."""
    dice = np.random.default_rng(1)
    means = np.exp(dice.uniform(np.log(0.2), np.log(300), AREAS * INDICATORS))
    return dice.poisson(means, (MONTHS, AREAS * INDICATORS)).astype(float)


def block_of(values: Numbers) -> Block:
    count = values.shape[1]
    last = Period.month(2017, 3)
    periods = tuple(last.shifted(n - len(values) + 1) for n in range(len(values)))
    return lay_out(
        periods,
        [Unit.COUNT] * count,
        [Unit.COUNT] * count,
        values,
        values,
        np.full(values.shape, np.nan),
        [()] * count,
        [LimitsPlan()] * count,
        JUDGED,
    )


def drawn(values: Numbers) -> Sheet:
    return draw(block_of(values), [LimitsPlan()] * values.shape[1])


def pack_of(values: Numbers) -> tuple[ObservationTable, Catalogue]:
    """The same counts as a pack's observations."""
    known = default_catalogue()
    plain = next(it for it in known.indicators if it.unit is Unit.COUNT and not it.is_supporting)
    indicators: list[Indicator] = [
        replace(plain, code=f"indicator-{n}", footprint="A0", breaks=(), groups=())
        for n in range(INDICATORS)
    ]
    areas = [Area(f"A{n}", f"Area {n}", AreaKind.COUNTY) for n in range(AREAS)]
    catalogue = replace(
        known,
        home="A0",
        districts=(),
        indicators=tuple(indicators),
        areas=tuple(areas),
        groups=(),
    )
    table = ObservationTable([], [], [], [], [], [], [], [], [], [], [])
    last = Period.month(2017, 3)
    periods = [last.shifted(n - MONTHS + 1) for n in range(MONTHS)]
    for column in range(values.shape[1]):
        indicator, area = divmod(column, AREAS)
        for row, period in enumerate(periods):
            add(
                table,
                f"indicator-{indicator}",
                f"A{area}",
                period,
                Unit.COUNT,
                float(values[row, column]),
            )
    return table, catalogue


def peer_frame(values: Numbers) -> pd.DataFrame:
    columns = values[:, ::PEER_SHARE]
    return pd.DataFrame(
        {
            "series": np.repeat(np.arange(columns.shape[1]), MONTHS),
            "value": columns.T.ravel(),
        }
    )


def peer_series(group: pd.DataFrame) -> pd.Series:
    """What a plain script does for one series: XmR limits of the baseline and three rules."""
    value = group["value"].reset_index(drop=True)
    base = value.iloc[-48:-12]
    mean = base.mean()
    spread = 2.66 * base.diff().abs().mean()
    side = np.sign(value - mean)
    outside = (value > mean + spread) | (value < mean - spread)
    shift = side.rolling(7).sum().abs() == 7
    trend = np.sign(value.diff()).rolling(6).sum().abs() == 6
    near = (value - mean).abs() > spread * 2 / 3
    two = ((near & (side > 0)).rolling(3).sum() >= 2) | ((near & (side < 0)).rolling(3).sum() >= 2)
    return pd.Series({"flag": bool((outside | shift | trend | two).iloc[-1]), "mean": mean})


def speed() -> Iterator[Measure]:
    values = county_counts()
    what = f"{INDICATORS} indicators x {AREAS} areas x {MONTHS} months"
    ours = best(lambda: drawn(values))
    yield Measure(f"all limits of {what}", ours, "s", 0.5)
    frame = peer_frame(values)
    peer = PEER_SHARE * best(lambda: frame.groupby("series").apply(peer_series), 1)
    yield Measure(
        "the same against pandas groupby-apply, times as fast", peer / ours, "", 10, "higher"
    )
    table, catalogue = pack_of(values)
    dataset = Dataset(table, catalogue)
    keys = [(it.code, area.code) for it in catalogue.indicators for area in catalogue.areas]
    found = screen(dataset, keys, EDITION)
    yield Measure(
        "the same from a pack to summaries", best(lambda: screen(dataset, keys, EDITION)), "s", 1.0
    )
    yield Measure(
        "one chart after an edit",
        best(lambda: limits_chart(dataset, "indicator-7", "A3", EDITION)),
        "s",
        0.05,
    )
    cases = [it.alarms for it in found.values() if isinstance(it, LimitsSummary)][:60]
    yield Measure(
        "false alarms of an Overview of 60", best(lambda: false_alarms(cases), 1), "s", 0.5
    )


def shares(sheet: Sheet) -> tuple[float, float, float, float]:
    """Per cent of series with a signal this quarter, on the latest point; both as computed."""
    counts = np.zeros(4)
    last = len(sheet.block.periods) - 1
    for drawing in sheet.drawings:
        recent = drawing.when >= last - 2
        met = np.any([((p.met != 0) & recent).any(axis=0) for p in drawing.patterns], axis=0)
        which, _ = drawing.shown()
        latest = which[drawing.latest(), np.arange(which.shape[1])] >= 0
        computed = [chances_of(alarm_case(sheet, drawing, n)) for n in range(which.shape[1])]
        counts += [met.sum(), latest.sum(), *np.sum(computed, axis=0)]
    found = 100 * counts / len(sheet.kinds)
    return float(found[0]), float(found[1]), float(found[2]), float(found[3])


def nulls() -> Iterator[tuple[str, Numbers, float]]:
    """Series on which nothing changes, and how far above the computed rate they may lie."""
    dice = np.random.default_rng(2)
    season = 1 + 0.2 * np.sin(2 * np.pi * np.arange(72) / 12)[:, None]
    yield "rare, mean 0.3", dice.poisson(0.3, (144, DRAWS)).astype(float), 1.2
    for mean in (2, 5, 20, 100, 1000):
        yield f"Poisson, mean {mean}", dice.poisson(mean, (72, DRAWS)).astype(float), 1.2
    yield "season of 20%, mean 100", dice.poisson(100 * season, (72, DRAWS)).astype(float), 1.2
    for mean in (5, 20, 100):
        gamma = dice.gamma(mean, 1.0, (72, DRAWS))
        yield f"uneven (twice chance), mean {mean}", dice.poisson(gamma).astype(float), 1.4


def carrying_over(share: float) -> Numbers:
    dice = np.random.default_rng(3)
    noise = dice.standard_normal((172, DRAWS))
    for row in range(1, 172):
        noise[row] = share * noise[row - 1] + np.sqrt(1 - share**2) * noise[row]
    return dice.poisson(100 * np.exp(0.15 * noise[-72:])).astype(float)


def calibration() -> Iterator[Measure]:
    for name, values, room in nulls():
        quarter, latest, computed, computed_latest = shares(drawn(values))
        yield Measure(
            f"{name}: false signal this quarter (computed {computed:.1f})",
            quarter,
            "%",
            room * computed,
        )
        yield Measure(
            f"{name}: false icon on the latest point (computed {computed_latest:.1f})",
            latest,
            "%",
            room * computed_latest,
        )
    for share in (0.3, 0.6):
        sheet = drawn(carrying_over(share))
        quarter, _, computed, _ = shares(sheet)
        yield Measure(
            f"neighbours alike ({share}): false signal this quarter (computed {computed:.1f})",
            quarter,
            "%",
            40,
        )
        drawing = sheet.drawings[0]
        named = np.mean(
            [alarm_case(sheet, drawing, n).carries_over for n in range(len(drawing.columns))]
        )
        yield Measure(
            f"neighbours alike ({share}): named as carrying over", 100 * float(named), "%",
            15 if share < 0.5 else 50, "higher",
        )  # fmt: skip


def power() -> Iterator[Measure]:
    """A rise from the first judged month on: seen by the end of the quarter, and of the year."""
    dice = np.random.default_rng(4)
    goals = {
        (5, 10): 4, (5, 20): 12, (5, 33): 30, (20, 10): 15, (20, 20): 45, (20, 33): 80,
        (100, 10): 65, (100, 20): 95,
    }  # fmt: skip
    for mean in (5, 20, 100, 1000):
        for rise in (10, 20, 33):
            level = np.repeat([mean, mean * (1 + rise / 100)], [60, 12])[:, None]
            sheet = drawn(dice.poisson(np.tile(level, 1000)).astype(float))
            seen = np.zeros(2)
            for drawing in sheet.drawings:
                for n, rows in enumerate((slice(-12, -9), slice(-12, None))):
                    met = [(p.met[rows] > 0).any(axis=0) for p in drawing.patterns]
                    seen[n] += np.any(met, axis=0).sum()
            early, by_year_end = (float(v) for v in 100 * seen / 1000)
            yield Measure(
                f"a rise of {rise}% at mean {mean} seen in a year ({early:.0f}% in a quarter)",
                by_year_end,
                "%",
                goals.get((mean, rise), 99),
                "higher",
            )


def run() -> Iterator[Measure]:
    yield from speed()
    yield from calibration()
    yield from power()
