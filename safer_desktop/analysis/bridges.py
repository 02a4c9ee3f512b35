"""Figures from before a definition break put on the definition after it, by a bridge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.frames import softest
from safer_desktop.analysis.phrases import day
from safer_desktop.analysis.quantities import SCALES, base_of, quantity
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.evidence import Quantity, Reason, ReasonCode
from safer_desktop.domain.indicators import (
    Bridge,
    BridgeKind,
    DefinitionBreak,
    Indicator,
    Unit,
)
from safer_desktop.domain.periods import Period


@dataclass(frozen=True, slots=True)
class Restated:
    """A figure on the definition after the breaks. ``raw`` is the count as it was recorded."""

    figure: Quantity
    raw: float | None

    @property
    def scale(self) -> float:
        """The restated count over the recorded one."""
        return self.figure.count / self.raw if self.raw and self.figure.count else 1.0


def restated(
    dataset: Dataset,
    indicator: Indicator,
    area: str,
    period: Period,
    breaks: Sequence[DefinitionBreak],
) -> Restated | Reason:
    """The indicator for one span on the definition after all of these (bridged) breaks.

    A span that lies before a break is bridged whole; one that a break lies in, month by month. A
    factor multiplies the figure; a parallel series takes its place. A Reason where the months that
    a break within the span needs are not there.
    """
    breaks = sorted(breaks, key=lambda it: it.on)
    within = [it for it in breaks if period.start < it.on <= period.end]
    if not within:
        return _whole(dataset, indicator, area, period, breaks)
    if any(it.on.day != 1 for it in within):
        return _unbridged(within[0], "it lies within a month")
    if indicator.unit in (Unit.PERCENTAGE, Unit.RATIO):
        return _unbridged(within[0], f"it lies within {period.label}, which cannot be split")
    return _by_months(dataset, indicator, area, period, breaks, within[0])


def bridge_words(at: DefinitionBreak, catalogue: Catalogue) -> str:
    """How a break is bridged, for a reader: ``a factor of 1.08 (reason; source: where)``."""
    bridge = at.bridge
    if bridge is None:
        return ""
    if bridge.kind is BridgeKind.PARALLEL:
        what = f"the parallel series '{catalogue.indicator(bridge.series).name}'"
    else:
        what = f"a factor of {bridge.factor:g}"
    return f"{what} ({bridge.reason.rstrip('.')}; source: {bridge.source.rstrip('.')})"


def _whole(
    dataset: Dataset,
    indicator: Indicator,
    area: str,
    period: Period,
    breaks: Sequence[DefinitionBreak],
) -> Restated | Reason:
    ahead = _ahead(period, breaks)
    what = indicator
    for _, bridge in ahead:
        if bridge.kind is BridgeKind.PARALLEL:
            what = dataset.catalogue.indicator(bridge.series)
    found = quantity(dataset, what, area, period)
    if isinstance(found, Reason):
        return found
    factor = _factor(ahead)
    if not ahead:
        return Restated(found, found.count)
    count = None if found.count is None else found.count * factor
    if indicator.unit is Unit.PERCENTAGE and factor != 1:
        count = None
    words = " and ".join(bridge_words(at, dataset.catalogue) for at, _ in ahead)
    return Restated(
        replace(
            found,
            value=found.value * factor,
            count=count,
            method=f"{found.method}, bridged by {words}",
            restated=True,
        ),
        found.count,
    )


def _by_months(
    dataset: Dataset,
    indicator: Indicator,
    area: str,
    period: Period,
    breaks: Sequence[DefinitionBreak],
    within: DefinitionBreak,
) -> Restated | Reason:
    """Counts month by month, over the base of the whole span where it is a rate."""
    months = []
    for month in period.month_periods():
        ahead = _ahead(month, breaks)
        parallel = [b.series for _, b in ahead if b.kind is BridgeKind.PARALLEL]
        code = parallel[-1] if parallel else indicator.code
        reading = dataset.reading(code, area, Unit.COUNT, month)
        if isinstance(reading, Reason) or reading.numerator is None:
            return _unbridged(within, f"it lies within {period.label}, and a month is missing")
        months.append((reading, _factor(ahead)))
    raw = sum(reading.numerator or 0.0 for reading, _ in months)
    count = sum((reading.numerator or 0.0) * factor for reading, factor in months)
    base = base_of(dataset, indicator, area, period) if indicator.unit.is_rate else None
    if isinstance(base, Reason):
        return base
    words = " and ".join(
        bridge_words(at, dataset.catalogue) for at in breaks if at.on > period.start
    )
    figure = Quantity(
        value=SCALES[indicator.unit] * count / (base.value if base else 1.0),
        unit=indicator.unit,
        period=period,
        sources=(*(n for it, _ in months for n in it.ids), *(base.reading.ids if base else ())),
        method=f"sum of {period.months} months, those before the break bridged by {words}"
        + (f", over {base.words}, per 1,000" if base else ""),
        count=count,
        base=base.value if base else None,
        base_note=base.note if base else "",
        status=softest(it.status for it, _ in months),
        restated=True,
    )
    return Restated(figure, raw)


def _ahead(
    period: Period, breaks: Sequence[DefinitionBreak]
) -> tuple[tuple[DefinitionBreak, Bridge], ...]:
    """The breaks, with their bridges, that lie after the span."""
    return tuple((at, at.bridge) for at in breaks if at.bridge and at.on > period.end)


def _factor(ahead: Sequence[tuple[DefinitionBreak, Bridge]]) -> float:
    """The product of the factors after the last parallel series, which stands for the others."""
    product = 1.0
    for _, bridge in ahead:
        product = 1.0 if bridge.kind is BridgeKind.PARALLEL else product * (bridge.factor or 1.0)
    return product


def _unbridged(at: DefinitionBreak, why: str) -> Reason:
    return Reason(
        ReasonCode.DEFINITION_BREAK,
        f"The break on {day(at.on)} has a bridge, but {why}.",
    )
