"""The 2016/17 Q4 figures as the analysis would hand them over, made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import (
    Change,
    Comparator,
    Direction,
    MemberValue,
    Quantity,
    Rank,
    Rating,
    RatingState,
    Reason,
    ReasonCode,
    Standing,
    Test,
    TrendPoint,
    Verdict,
)
from safer_desktop.domain.figures import AnnualChange, DistrictBars, Figure, Trend
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import SourceFile, Status
from safer_desktop.domain.periods import Period
from safer_desktop.report.outline import PaperInputs
from safer_desktop.risk.firmness import Assumptions, Firmness
from safer_desktop.risk.scheme import IncidentType, MatrixRow
from safer_desktop.risk.sensitivity import firmness
from safer_desktop.workbench.defaults import default_catalogue, default_scheme
from safer_desktop.workbench.sensitivity import case_of
from tests.figures_made import NO_TARGET, made_figure

EDITION = Edition(2016, 4)
HOME = "E10000018"
YEAR = Period.rolling_12(2017, 3)
FY16, FY15, FY14 = (Period.financial_year(y) for y in (2016, 2015, 2014))
PART = Period.span(date(2016, 4, 1), date(2016, 12, 31))
CALENDAR = Period.rolling_12(2016, 12)
REAL = Test("quasi-Poisson test of two counts", 6.2, 0.0001, 2.1)
CHANCE = Test("two-proportion z test", 0.3, 0.74)
UNTESTED = Reason(ReasonCode.NO_TEST, "The source gives no counts to test.")
NOT_PERCENT = Reason(ReasonCode.NOT_APPLICABLE, "A percentage changes by percentage points.")
NO_RANK = Reason(ReasonCode.NO_COMPARATOR, "There is no comparator group.")
_ids = iter(range(1, 10_000))


def catalogue() -> Catalogue:
    """The catalogue that the program starts with."""
    return default_catalogue()


def quantity(
    value: float,
    unit: Unit,
    period: Period,
    count: float | None = None,
    base: float | None = None,
    status: Status = Status.FINAL,
) -> Quantity:
    """A number with one made-up source."""
    if unit is Unit.COUNT:
        count = value
    return Quantity(
        value, unit, period, (next(_ids),), "as the source gives it", count, base, status=status
    )


def change(previous: Quantity, latest: Quantity, test: Test | Reason = REAL) -> Change:
    """The change as the analysis works it out."""
    counted = previous.count is not None and latest.count is not None
    percent: float | Reason = 100 * (latest.value - previous.value) / previous.value
    if latest.unit is Unit.PERCENTAGE:
        percent = NOT_PERCENT
    elif latest.unit is Unit.RATIO or (previous.count is not None and previous.count < 50):
        percent = Reason(
            ReasonCode.SMALL_NUMBERS,
            f"The earlier count of {previous.count or 0:.0f} is below 50, too small for a percent "
            "change.",
        )
    difference = (latest.count or 0) - (previous.count or 0)
    tells = counted and latest.unit is not Unit.PERCENTAGE
    return Change(latest.value - previous.value, percent, difference if tells else None, test)


def comparator(value: float, unit: Unit, standing: Standing, *, given: bool = True) -> Comparator:
    """The regional average."""
    return Comparator(
        "east-midlands",
        "East Midlands counties and unitary areas",
        quantity(value, unit, YEAR),
        given,
        "average given by the partner"
        if given
        else "unweighted mean of the members' rates, including the area itself",
        9 if given else 8,
        9,
        standing,
        "the area's 95% interval against the average",
    )


def rank(position: int, *, tied: bool = False) -> Rank:
    """A place among the nine."""
    return Rank(
        position,
        9,
        tied,
        "east-midlands",
        "East Midlands counties and unitary areas",
        "1 = lowest",
        YEAR,
        (),
        (max(1, position - 1), min(9, position + 1)),
    )


def figure(
    code: str,
    latest: Quantity | Reason,
    previous: Quantity | Reason,
    test: Test | Reason = REAL,
    verdict: Verdict = Verdict.NOT_JUDGED,
    *,
    comparators: tuple[Comparator, ...] = (),
    place: Rank | Reason = NO_RANK,
    rating: Rating = NO_TARGET,
    history: tuple[Quantity, ...] = (),
    moved: Change | Reason | None = None,
    annual: AnnualChange | None = None,
) -> Figure:
    """A figure whose direction follows from its test, as in the analysis."""
    if moved is None:
        moved = (
            change(previous, latest, test)
            if isinstance(latest, Quantity) and isinstance(previous, Quantity)
            else Reason(ReasonCode.NO_PREVIOUS, "There is nothing earlier to compare with.")
        )
    if isinstance(moved, Reason):
        direction = Direction.CANNOT_SAY
    elif isinstance(moved.test, Reason):
        same = moved.difference == 0
        direction = Direction.NO_REAL_CHANGE if same else Direction.CANNOT_SAY
    elif not moved.test.significant:
        direction = Direction.NO_REAL_CHANGE
    else:
        direction = Direction.RISING if moved.difference > 0 else Direction.FALLING
    return made_figure(
        code,
        HOME,
        EDITION,
        latest,
        previous,
        change=moved,
        direction=direction,
        verdict=verdict,
        comparators=comparators,
        rank=place,
        rating=rating,
        history=history,
        annual=annual,
        as_of=latest.period.end if isinstance(latest, Quantity) else None,
    )


def _rating(state: RatingState) -> Rating:
    return Rating(state, "No higher than the comparator's average", "7.34 is above 6.90.")


def _crime(
    code: str,
    unit: Unit,
    now: tuple[float, int],
    before: tuple[float, int],
    average: float,
    standing: Standing,
    position: int,
    state: RatingState,
) -> Figure:
    return figure(
        code,
        quantity(now[0], unit, YEAR, now[1], 1000 * now[1] / now[0]),
        quantity(before[0], unit, YEAR.year_before(), before[1], 1000 * before[1] / before[0]),
        REAL,
        Verdict.WORSE,
        comparators=(comparator(average, unit, standing),),
        place=rank(position),
        rating=_rating(state),
    )


def figures() -> dict[str, Figure]:
    """All thirteen headline figures of the board's report, counts made up where it has none."""
    people, homes = Unit.RATE_POPULATION, Unit.RATE_HOUSEHOLDS
    missed, met = RatingState.MISSED, RatingState.MET
    made = [
        _crime(
            "burglary-dwelling", homes, (7.34, 2026), (6.61, 1808), 6.9, Standing.ABOVE, 6, missed
        ),
        _crime("vehicle-crime", people, (5.72, 3900), (5.2, 3521), 5.75, Standing.SIMILAR, 5, met),
        _crime(
            "violence-with-injury", people, (3.93, 2680), (2.95, 1998), 7.0, Standing.BELOW, 1, met
        ),
        _crime("all-crime", people, (51.3, 34980), (47.1, 31890), 52.6, Standing.BELOW, 4, met),
        _iom(),
        _entrants(),
        _youth(),
        _marac(),
        _referrals(),
        _affected(),
        _confidence(),
        _hate(),
        _hate_rate(),
    ]
    return {it.indicator: it for it in made}


def _iom() -> Figure:
    return figure(
        "iom-reduction",
        quantity(42.8, Unit.PERCENTAGE, FY16, None, 163),
        quantity(41.0, Unit.PERCENTAGE, FY15, None, 163),
        UNTESTED,
    )


def _entrants() -> Figure:
    year, before = quantity(124, Unit.COUNT, FY15), quantity(190, Unit.COUNT, FY14)
    return figure(
        "youth-first-time-entrants",
        quantity(83, Unit.COUNT, PART),
        quantity(94, Unit.COUNT, PART.year_before()),
        CHANCE,
        rating=Rating(
            RatingState.MET, "Lower than the same period a year before", "83 is below 94"
        ),
        annual=AnnualChange(year, before, change(before, year)),
        history=(before, year),
    )


def _youth() -> Figure:
    return figure(
        "youth-reoffending",
        quantity(0.28, Unit.RATIO, FY16),
        quantity(0.82, Unit.RATIO, FY15),
        UNTESTED,
        history=(quantity(1.25, Unit.RATIO, FY14),),
    )


def _marac() -> Figure:
    return figure(
        "marac-repeats",
        quantity(37, Unit.PERCENTAGE, CALENDAR, 148, 400),
        quantity(30, Unit.PERCENTAGE, CALENDAR.year_before(), 117, 390),
        REAL,
        rating=Rating(RatingState.MET, "Between 28% and 40%", "37% lies between 28% and 40%."),
    )


def _referrals() -> Figure:
    return figure(
        "da-referrals",
        quantity(1611, Unit.COUNT, FY16),
        quantity(1400, Unit.COUNT, FY15, status=Status.ESTIMATE),
        moved=Reason(
            ReasonCode.DEFINITION_BREAK,
            "The definition changed on 1 April 2016 (the service providers changed); figures "
            "before and after are not comparable.",
        ),
    )


def _affected() -> Figure:
    return figure(
        "asb-affected",
        quantity(5.4, Unit.PERCENTAGE, FY16),
        quantity(5.4, Unit.PERCENTAGE, FY15),
        UNTESTED,
    )


def _confidence() -> Figure:
    def quarter(year: int, number: int, value: float) -> Quantity:
        return quantity(value, Unit.PERCENTAGE, Period.quarter(year, number))

    return figure(
        "cbs-confidence",
        quantity(84.5, Unit.PERCENTAGE, FY16),
        Reason(ReasonCode.NO_PREVIOUS, "Leicestershire has no figures before Q4 2015/16."),
        history=(quarter(2015, 4, 92.7), quarter(2016, 2, 89.9), quarter(2016, 3, 87.1)),
    )


def _hate() -> Figure:
    return figure(
        "hate-incidents",
        quantity(443, Unit.COUNT, YEAR, status=Status.PROVISIONAL),
        quantity(376, Unit.COUNT, YEAR.year_before()),
        REAL,
        Verdict.BETTER,
        rating=Rating(RatingState.MET, "Higher than the same period a year before", "443 > 376"),
    )


def _hate_rate() -> Figure:
    return figure(
        "hate-rate",
        quantity(0.66, Unit.RATE_POPULATION, FY16),
        quantity(0.58, Unit.RATE_POPULATION, FY15),
        UNTESTED,
    )


def trends() -> dict[str, Trend]:
    """A rolling line with a gap, a few quarters, a few years."""
    ends = [(2015 + n // 12, n % 12 + 1) for n in range(2, 27)]
    rolling = tuple(
        TrendPoint(
            Period.rolling_12(year, month),
            None if (year, month) == (2016, 2) else round(6.2 + 0.0475 * n, 4),
        )
        for n, (year, month) in enumerate(ends)
    )
    rolling = (*rolling[:-1], replace(rolling[-1], value=7.34))
    quarters = tuple(
        TrendPoint(Period.quarter(*at), value)
        for at, value in (
            ((2015, 4), 92.7),
            ((2016, 1), None),
            ((2016, 2), 89.9),
            ((2016, 3), 87.1),
        )
    )
    years = tuple(
        TrendPoint(year, value) for year, value in ((FY14, 1.25), (FY15, 0.82), (FY16, 0.28))
    )
    found = catalogue()
    return {
        "burglary-dwelling": Trend(
            "burglary-dwelling",
            HOME,
            (),
            Unit.COUNT,
            "each month",
            rolling,
            Unit.RATE_HOUSEHOLDS,
            found.indicator("burglary-dwelling").breaks,
            ("East Midlands counties and unitary areas", 6.9),
        ),
        "cbs-confidence": _steps("cbs-confidence", quarters, Unit.PERCENTAGE, "each quarter"),
        "youth-reoffending": _steps("youth-reoffending", years, Unit.RATIO, "each financial year"),
    }


def _steps(code: str, points: tuple[TrendPoint, ...], unit: Unit, words: str) -> Trend:
    return Trend(code, HOME, points, unit, words, (), unit, ())


def districts() -> dict[str, DistrictBars]:
    """Six districts with a figure and one without."""
    rates = {
        "E07000130": 8.9,
        "E07000129": 8.1,
        "E07000134": 7.6,
        "E07000135": 7.2,
        "E07000132": 6.8,
        "E07000131": 5.9,
    }
    bars = [
        MemberValue(code, quantity(rate, Unit.RATE_HOUSEHOLDS, YEAR), (rate - 0.8, rate + 0.9))
        for code, rate in rates.items()
    ]
    bars.append(MemberValue("E07000133", Reason(ReasonCode.GAP, "May 2016 is missing.")))
    county = MemberValue(HOME, quantity(7.34, Unit.RATE_HOUSEHOLDS, YEAR), (7.0, 7.7))
    return {
        "burglary-dwelling": DistrictBars(
            "burglary-dwelling",
            Unit.RATE_HOUSEHOLDS,
            YEAR,
            tuple(bars),
            county,
            "95% interval (Byar's method)",
        )
    }


def matrix_rows() -> tuple[MatrixRow, ...]:
    """Four scored types, one of them by hand, and one that cannot be scored."""
    words = "12 months to March 2017, Leicestershire Police"
    made = [
        ("Criminal damage and arson", 5210, 14.9, 17, 18, "High"),
        ("Domestic violence", 6105, 17.5, 17, 17, "High"),
        ("Domestic burglary", 2026, 5.8, 11, 16, "High"),
        ("Robbery", 240, 0.7, 2, 18, "Low"),
    ]
    rows = [
        MatrixRow(
            IncidentType(name.lower(), name, harm=harm, confidence="Medium", note="Pilot score"),
            count,
            words,
            (next(_ids),),
            share,
            probability,
            name == "Robbery",
            harm,
            probability * harm,
            risk_class,
            place,
        )
        for place, (name, count, share, probability, harm, risk_class) in enumerate(made, 1)
    ]
    empty = IncidentType("homicide", "Homicide")
    rows.append(MatrixRow(empty, None, "", (), None, None, False, None, None, "", None))
    return tuple(rows)


def files() -> tuple[SourceFile, ...]:
    """Two files as they were loaded."""
    at = datetime(2017, 5, 2, 9, 30, tzinfo=UTC)
    return (
        SourceFile(
            "Leics Police monthly recorded crime to Mar 17.xlsx",
            "ab12" * 16,
            40_960,
            "Leicestershire Police",
            "police-monthly",
            at,
            "A. Coordinator",
        ),
        SourceFile("cbs.xlsx", "cd34" * 16, 9_000, "Survey team", "cbs", at, "A. Coordinator"),
    )


def order_tried() -> Firmness:
    """How firm the order of the made-up matrix is, from few draws."""
    held = Assumptions(draws=500)
    return firmness(case_of(matrix_rows(), default_scheme()), held)


def inputs(**changed: object) -> PaperInputs:
    """Everything for a full paper; any field can be replaced."""
    given = PaperInputs(
        catalogue=catalogue(),
        edition=EDITION,
        figures=figures(),
        trends=trends(),
        districts=districts(),
        matrix_rows=matrix_rows(),
        scheme=default_scheme(),
        matrix_sentences=(
            "Criminal damage and arson has the highest risk score",
            "The order follows the number of incidents more than the harm done",
        ),
        firmness=order_tried(),
        files=files(),
        details={
            "title": "Safer Communities Performance",
            "board": "Leicestershire Safer Communities Strategy Board",
            "meeting_date": "2017-06-12",
            "agenda_item": "7",
            "author": "A. Coordinator",
            "post": "Community Safety Coordinator",
            "telephone": "0116 496 0000",
            "email": "coordinator@example.org",
        },
        attribution="Contains public sector information licensed under the Open Government "
        "Licence v3.0",
    )
    return replace(given, **changed)  # type: ignore[arg-type]
