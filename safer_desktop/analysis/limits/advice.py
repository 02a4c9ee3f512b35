"""The adviser's choice in words, and what it weighed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from safer_desktop.analysis.limits.adviser import (
    BASE_VARIES,
    KINDS,
    KINDS_OF_UNIT,
    RARE_SHARE,
    Facts,
    advised,
    fits,
)
from safer_desktop.analysis.limits.block import MIN_POINTS, Block
from safer_desktop.analysis.limits.distributions import EXACT_BELOW
from safer_desktop.analysis.limits.season import Seasons
from safer_desktop.domain.display import number
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.limits import Advice, ChartChoice, ChartKind, Considered


def advice(
    block: Block, found: Seasons, known: Facts, column: int, noun: str, choice: ChartChoice | None
) -> Advice:
    """The adviser's choice for one series in words, and what it weighed."""
    kind = KINDS[advised(block, found, known)[column]]
    story = _Story(block, found, known, column, noun)
    weighed = [
        Considered(other, story.against(other)) for other in story.family() if other is not kind
    ]
    dispersion = float(known.dispersion[column])
    return Advice(
        kind=kind,
        why=story.why(kind),
        considered=tuple(weighed),
        dispersion=None if np.isnan(dispersion) else dispersion,
        choice=choice,
    )


@dataclass(frozen=True, slots=True)
class _Story:
    block: Block
    found: Seasons
    known: Facts
    column: int
    noun: str

    def family(self) -> Sequence[ChartKind]:
        """The charts that anyone would weigh for such a series."""
        match KINDS_OF_UNIT[self.block.units[self.column]]:
            case "count":
                of_rates = (ChartKind.U,) if self.known.based[self.column] else ()
                rest = (ChartKind.U_PRIME, ChartKind.XMR, ChartKind.G, ChartKind.T)
                return (ChartKind.C, *of_rates, *rest)
            case "percentage":
                return (ChartKind.P, ChartKind.P_PRIME, ChartKind.XMR)
            case "ratio":
                return (ChartKind.U, ChartKind.U_PRIME, ChartKind.XMR)
            case _:
                return (ChartKind.XMR, ChartKind.U)

    def why(self, kind: ChartKind) -> str:
        """Why this chart is advised, in a sentence or two."""
        match kind:
            case ChartKind.C:
                return (
                    f"{self._mean()}, and they vary no more than chance lets such counts vary"
                    f"{self._variance()}: the limits are those of chance (Poisson)."
                )
            case ChartKind.U | ChartKind.P:
                what = "shares" if kind is ChartKind.P else "rates"
                return (
                    f"The figures come with what they are divided by, and the {what} vary no more "
                    f"than chance lets them{self._variance()}: the limits are those of chance."
                )
            case ChartKind.U_PRIME | ChartKind.P_PRIME:
                mean = ""
                if self.block.units[self.column] is Unit.COUNT:
                    mean = f"{self._mean()}. "
                return (
                    f"{mean}The figures {self._spread()}: the limits of chance are scaled to the "
                    "spread that was seen."
                )
            case ChartKind.G:
                return (
                    f"The {self.noun} are rare: {self._empty()} have none. Event-free "
                    f"{self._steps()} between them tell more than counts of nought and one."
                )
            case ChartKind.T:
                return (
                    f"The {self.noun} are rare: {self._empty()} have none, though some hold "
                    "several. The time from one to the next tells more than such counts."
                )
            case ChartKind.XMR:
                if self._is_large_count():
                    more = self._variance() if self.known.uneven[self.column] else ""
                    return (
                        f"{self._mean()}. Counts this large hardly ever vary by chance alone"
                        f"{more}, so the limits come from how far each point lies from the one "
                        "before."
                    )
                return (
                    "The source gives the results without the numbers behind them, so the limits "
                    "come from how far each point lies from the one before."
                )

    def against(self, kind: ChartKind) -> str:
        """Why this chart was not taken."""
        column, known = self.column, self.known
        unfit = fits(self.block, known, column, kind)
        if unfit:
            return f"Not taken: {unfit}."
        steady = known.base_ratio[column] <= BASE_VARIES
        match kind:
            case ChartKind.G | ChartKind.T if known.empty[column] <= RARE_SHARE:
                return f"Not taken: {self._empty()} have no {self.noun}, so they are not rare."
            case ChartKind.G:
                return f"Not taken: too many {self._steps()} hold several {self.noun}."
            case ChartKind.T:
                return (
                    f"Not taken: few {self._steps()} hold more than one, so the time from one to "
                    "the next says no more."
                )
            case _ if known.empty[column] > RARE_SHARE and known.gaps[column] >= MIN_POINTS:
                return f"Not taken: {self._empty()} have no {self.noun}, so they are rare."
            case ChartKind.U if self.block.units[column] is Unit.COUNT and steady:
                return "Not taken: what they are divided by hardly changes."
            case ChartKind.C if not steady:
                return "Not taken: what they are divided by changes, so counts do not compare."
            case ChartKind.C | ChartKind.U | ChartKind.P:
                return f"Not taken: the figures {self._spread()}."
            case ChartKind.U_PRIME if self._is_large_count():
                return "Not taken: for counts this large an XmR chart says the same more simply."
            case ChartKind.U_PRIME | ChartKind.P_PRIME:
                return "Not taken: the spread is that of chance, so nothing needs scaling."
            case ChartKind.XMR:
                return (
                    "Not taken: it takes points to spread alike to both sides, as numbers this "
                    "small do not, and knows nothing of the numbers behind them."
                )

    def _spread(self) -> str:
        """Why the spread is measured: what the figures do."""
        if self.found.found[self.column]:
            return "follow a season, so that their spread has to be measured"
        if self.known.even[self.column]:
            return f"vary less than chance would make them{self._variance()}"
        if self.known.uneven[self.column]:
            return f"vary more than chance would make them{self._variance()}"
        return "are so large that they hardly ever vary by chance alone"

    def _is_large_count(self) -> bool:
        is_count = self.block.units[self.column] is Unit.COUNT
        return is_count and bool(self.known.mean[self.column] >= EXACT_BELOW)

    def _variance(self) -> str:
        dispersion = float(self.known.dispersion[self.column])
        if np.isnan(dispersion):
            return ""
        return f" (variance {number(dispersion, 1)} times that of chance)"

    def _mean(self) -> str:
        per = "month" if self.block.step == 1 else "quarter"
        mean = float(self.known.mean[self.column])
        return f"There are {number(mean, 1 if mean < 10 else 0)} {self.noun} a {per} on average"

    def _empty(self) -> str:
        return f"{number(100 * float(self.known.empty[self.column]))}% of {self._steps()}"

    def _steps(self) -> str:
        return "months" if self.block.step == 1 else "quarters"
