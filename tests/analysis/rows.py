"""A small county of three districts, and observation tables written row by row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from safer_desktop.analysis.dataset import Dataset
from safer_desktop.domain.areas import Area, AreaKind, Group, GroupMethod, Membership
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Frequency, Indicator, Polarity, Priority, Unit
from safer_desktop.domain.observations import ObservationTable, Status
from safer_desktop.domain.periods import Period

COUNTY = "CTY"
DISTRICTS = ("D1", "D2", "D3")
PEERS = ("P1", "P2", "P3")


def indicator(code: str, unit: Unit, **fields: object) -> Indicator:
    """An indicator of the one priority, monthly and better when lower unless told otherwise."""
    plain = Indicator(
        code=code,
        name=code.capitalize(),
        short_name=code,
        priority="crime",
        definition="",
        unit=unit,
        noun="offences",
        polarity=Polarity.LOWER,
        frequency=Frequency.MONTHLY,
        partner="Police",
        footprint=COUNTY,
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


BURGLARY = indicator("burglary", Unit.RATE_HOUSEHOLDS, denominator="households", groups=("region",))
ENTRANTS = indicator("entrants", Unit.COUNT, noun="entrants", frequency=Frequency.QUARTERLY)
REPEATS = indicator("repeats", Unit.PERCENTAGE, noun="cases", decimals=0, groups=("region",))
OFFENCES = indicator("reoffending", Unit.RATIO, noun="offences")
COHORT = indicator("cohort", Unit.PERCENTAGE, footprint="WIDE", decimals=1)
HOUSEHOLDS = indicator("households", Unit.COUNT, priority="", noun="households")

REGION = Group(
    code="region",
    name="East",
    members=tuple(Membership(code) for code in (COUNTY, *PEERS)),
    method=GroupMethod.MEAN_WITH_SELF,
    average_area="REG",
)


def catalogue(
    *indicators: Indicator,
    groups: Sequence[Group] = (REGION,),
    county_parts: tuple[str, ...] = DISTRICTS,
) -> Catalogue:
    """County CTY of districts D1 to D3, peers P1 to P3, region REG, WIDE = CTY and P1."""
    districts = [Area(code, f"District {code[1]}", AreaKind.DISTRICT) for code in DISTRICTS]
    peers = [Area(code, f"Peer {code[1]}", AreaKind.COUNTY) for code in PEERS]
    return Catalogue(
        council="County Council",
        home=COUNTY,
        districts=DISTRICTS,
        priorities=(Priority("crime", "Crime", "Crime"),),
        indicators=(*indicators, HOUSEHOLDS),
        areas=(
            Area(COUNTY, "County", AreaKind.COUNTY, parts=county_parts),
            *districts,
            *peers,
            Area("REG", "East", AreaKind.REGION, parts=(COUNTY, *PEERS)),
            Area("WIDE", "Wider County", AreaKind.FOOTPRINT, parts=(COUNTY, "P1")),
        ),
        groups=tuple(groups),
    )


@dataclass
class Rows:
    """Collects observations; every method gives back the ids of the rows it made."""

    table: ObservationTable = field(
        default_factory=lambda: ObservationTable([], [], [], [], [], [], [], [], [], [], [])
    )

    def add(
        self,
        indicator: str,
        area: str,
        period: Period,
        value: float,
        unit: Unit = Unit.COUNT,
        numerator: float | None = None,
        denominator: float | None = None,
        status: Status = Status.FINAL,
    ) -> int:
        table = self.table
        number = len(table.id) + 101
        table.id.append(number)
        table.indicator.append(indicator)
        table.area.append(area)
        table.start.append(period.start)
        table.end.append(period.end)
        table.kind.append(str(period.kind))
        table.unit.append(str(unit))
        table.value.append(value)
        table.numerator.append(numerator)
        table.denominator.append(denominator)
        table.status.append(str(status))
        return number

    def months(
        self, indicator: str, area: str, first: Period, values: Iterable[float | None]
    ) -> tuple[int, ...]:
        """Counts of consecutive months from ``first`` on; None leaves the month out."""
        return tuple(
            self.add(indicator, area, first.shifted(offset), value)
            for offset, value in enumerate(values)
            if value is not None
        )

    def households(self, **by_area: float) -> None:
        """The same households in mid-2015 and mid-2016."""
        for area, value in by_area.items():
            for year in (2015, 2016):
                self.add("households", area, Period.calendar_year(year), value)

    def dataset(self, catalogue: Catalogue) -> Dataset:
        return Dataset(self.table, catalogue)
