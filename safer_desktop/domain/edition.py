"""The edition: which quarter's board a report is for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from safer_desktop.domain.periods import Period, financial_year_label


@dataclass(frozen=True, order=True, slots=True)
class Edition:
    """One quarter's report. Figures may be no later than the end of its quarter."""

    financial_year: int
    quarter: int

    def __post_init__(self) -> None:
        Period.quarter(self.financial_year, self.quarter)

    @classmethod
    def containing(cls, day: date) -> Edition:
        """The edition whose quarter holds ``day``."""
        year = day.year if day.month >= 4 else day.year - 1
        return cls(year, (day.month - 4) % 12 // 3 + 1)

    @property
    def period(self) -> Period:
        """The quarter itself."""
        return Period.quarter(self.financial_year, self.quarter)

    @property
    def end(self) -> date:
        """The last day that this edition can speak of."""
        return self.period.end

    @property
    def label(self) -> str:
        """``2016/17 Q4``."""
        return f"{financial_year_label(self.financial_year)} Q{self.quarter}"

    def stepped(self, quarters: int) -> Edition:
        """The edition so many quarters later (earlier if negative)."""
        index = self.financial_year * 4 + self.quarter - 1 + quarters
        return Edition(index // 4, index % 4 + 1)
