"""How a chart was worked out, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from safer_desktop.analysis.limits.season import LEVEL, MIN_CYCLES
from safer_desktop.analysis.phrases import are_missing, day
from safer_desktop.domain.display import listed, number
from safer_desktop.domain.limit_rules import RuleKind, RulePreset
from safer_desktop.domain.limits import (
    Advice,
    Baseline,
    BaselineKind,
    BaselineLock,
    ChartKind,
    Explanation,
    LimitsPlan,
    Phase,
    Season,
    Signal,
)
from safer_desktop.domain.periods import Period, financial_year_label, month_label

_FORMULAS = {
    ChartKind.XMR: "mean \N{PLUS-MINUS SIGN} 2.66 \N{MULTIPLICATION SIGN} mean moving range",
    ChartKind.C: (
        "the counts that chance (Poisson) goes beyond once in 741 times on either side; from a "
        "mean of 50 on, mean \N{PLUS-MINUS SIGN} 3 \N{SQUARE ROOT}mean"
    ),
    ChartKind.U: (
        "the rates that chance (Poisson) goes beyond once in 741 times on either side; from 50 "
        "events expected on, mean rate \N{PLUS-MINUS SIGN} 3 \N{SQUARE ROOT}(mean rate / base)"
    ),
    ChartKind.U_PRIME: (
        "limits of chance (Poisson) \N{MULTIPLICATION SIGN} sigma z, where sigma z = mean moving "
        "range of z / 1.128 and z = (count \N{MINUS SIGN} expected) / \N{SQUARE ROOT}expected"
    ),
    ChartKind.P: (
        "the shares that chance (binomial) goes beyond once in 741 times on either side; from 50 "
        "cases expected on, p \N{PLUS-MINUS SIGN} 3 \N{SQUARE ROOT}(p (1 \N{MINUS SIGN} p) / n)"
    ),
    ChartKind.P_PRIME: (
        "p \N{PLUS-MINUS SIGN} 3 sigma z \N{SQUARE ROOT}(p (1 \N{MINUS SIGN} p) / n), where "
        "sigma z = mean moving range of z / 1.128"
    ),
    ChartKind.G: (
        "the gaps that chance (geometric) goes beyond once in 741 times; centre line 0.693 "
        "\N{MULTIPLICATION SIGN} mean gap"
    ),
    ChartKind.T: (
        "times raised to 1/3.6, mean \N{PLUS-MINUS SIGN} 2.66 \N{MULTIPLICATION SIGN} mean moving "
        "range, and raised to 3.6 again"
    ),
}
_LANEY = "Laney, Improved control charts for attributes, Quality Engineering 14 (2002)"
_SOURCES = {
    ChartKind.XMR: "Wheeler, Understanding Variation (2000); NHS England, Making Data Count",
    ChartKind.C: "Montgomery, Introduction to Statistical Quality Control: c chart, exact limits",
    ChartKind.U: "Montgomery, Introduction to Statistical Quality Control: u chart, exact limits",
    ChartKind.U_PRIME: _LANEY,
    ChartKind.P: "Montgomery, Introduction to Statistical Quality Control: p chart, exact limits",
    ChartKind.P_PRIME: _LANEY,
    ChartKind.G: (
        "Benneyan, Health Care Management Science 4 (2001); Provost and Murray, The Health Care "
        "Data Guide (2011)"
    ),
    ChartKind.T: "Nelson, Journal of Quality Technology 26 (1994); Montgomery",
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_QUARTERS = ("January to March", "April to June", "July to September", "October to December")


@dataclass(frozen=True, slots=True)
class Told:
    """What a chart's explanation is about.

    ``unfit`` says why a person's choice of chart could not be drawn (empty if it was), ``season``
    is text where there is none, ``alarm`` the chance of a false signal on the latest point.
    """

    kind: ChartKind
    preset: RulePreset
    plan: LimitsPlan
    advice: Advice
    unfit: str
    season: Season | str
    phases: Sequence[Phase]
    signals: Sequence[Signal]
    missing: Sequence[Period]
    judged_from: date
    alarm: float
    carries_over: bool


def explanation(told: Told) -> Explanation:
    """All sentences of one chart, its formula and sources."""
    last = told.phases[-1]
    sentences = [
        *_origin(last, told.plan.lock, told.judged_from),
        *_earlier(told.phases, told.plan),
        *_choice(told),
        _season_words(told.season),
        f"A signal is {told.preset.words} ({told.preset.name}).",
        *_unsteady(told.signals, last),
        *_gaps(told.missing, told.kind),
        *_false_alarms(told.alarm, told.carries_over),
    ]
    return Explanation(
        sentences=tuple(sentences),
        formula=f"Limits: {_FORMULAS[told.kind]}.",
        source=f"Limits: {_SOURCES[told.kind]}. Rules: {told.preset.source}.",
    )


def _origin(phase: Phase, lock: BaselineLock | None, judged_from: date) -> Iterator[str]:
    if not isinstance(phase.baseline, Baseline):
        yield phase.baseline.text
        return
    base = phase.baseline
    if lock is not None and base.kind is not BaselineKind.LOCKED:
        yield (
            f"The locked baseline ({month_label(lock.first)} to {month_label(lock.last)}) lies "
            "outside these figures and is not used for them."
        )
    span = f"{base.first.label} to {base.last.label}"
    year = financial_year_label(judged_from.year)
    match base.kind:
        case BaselineKind.PAST:
            yield (
                f"Predicted limits come from {span} ({base.points} points before {year}); later "
                "points are judged against them."
            )
        case BaselineKind.LOCKED:
            by = ""
            if lock is not None:
                by = f", locked by {lock.who} on {day(lock.decided)} ({lock.reason.rstrip('.')})"
            yield f"Predicted limits come from {span} ({base.points} points){by}."
        case BaselineKind.WHOLE | BaselineKind.ENDED:
            yield (
                f"Predicted limits come from all points so far, {span} ({base.points}): there are "
                f"too few before {year} for a baseline of their own. They are trial limits and "
                "will move."
            )


def _earlier(phases: Sequence[Phase], plan: LimitsPlan) -> Iterator[str]:
    for phase in phases[1:]:
        yield f"Limits begin anew in {phase.first.label}: {phase.started.rstrip('.')}."
    used = [phase.step for phase in phases]
    for change in plan.steps:
        if change not in used:
            start = month_label(change.start)
            yield f"The step change from {start} lies outside the figures and changes nothing."


def _choice(told: Told) -> Iterator[str]:
    choice = told.advice.choice
    if choice is not None and choice.kind is not told.advice.kind:
        chose = f"{choice.who} chose the {choice.kind} on {day(choice.decided)}"
        if not told.unfit:
            why = choice.reason.rstrip(".")
            yield f"{chose} instead of the {told.advice.kind} advised: {why}."
            return
        yield f"{chose}, which cannot be drawn: {told.unfit}. It is the {told.kind} instead."
    yield told.advice.why


def _season_words(season: Season | str) -> str:
    if isinstance(season, str):
        return season
    names = _MONTHS if len(season.factors) == 12 else _QUARTERS
    low = min(range(len(names)), key=season.factors.__getitem__)
    high = max(range(len(names)), key=season.factors.__getitem__)
    what = "month" if len(names) == 12 else "quarter"
    chance = "less than 0.001" if season.p_value < 0.001 else number(season.p_value, 3)
    return (
        f"Limits follow the season, {what} by {what}: {names[high]} is usually "
        f"{number(100 * (season.factors[high] - 1), signed=True)}% and {names[low]} "
        f"{number(100 * (season.factors[low] - 1), signed=True)}% from the average (F test over "
        f"{season.cycles} years, p = {chance}; found by mistake in {number(100 * LEVEL)}% of "
        "series without a season)."
    )


def no_season(cycles: int, p_value: float, follows: bool, steps: str) -> str:
    """Why limits are the same all the year round."""
    if not cycles:
        return (
            f"The limits are the same all the year round: it takes {MIN_CYCLES} full years of "
            f"large enough figures to show a season. If there is one, its high and low {steps} "
            "look like signals."
        )
    if not follows:
        return "The limits are the same all the year round: this chart does not follow a season."
    return (
        f"The limits are the same all the year round: {cycles} years show no season (F test, p = "
        f"{number(p_value, 2)})."
    )


def _unsteady(signals: Sequence[Signal], last: Phase) -> Iterator[str]:
    """What the baseline itself shows: runs tell of two levels, lone points of odd figures."""
    inside = [s for s in signals if s.in_baseline and s.first >= last.first]
    runs = [s.words for s in inside if s.rule.kind in (RuleKind.SHIFT, RuleKind.TREND)]
    odd = [s.first.label for s in inside if s.rule.kind is RuleKind.OUTSIDE]
    if runs:
        yield (
            f"The baseline itself has signals ({'; '.join(runs)}), so it may mix two levels: if "
            "something changed then, a step change with its reason gives sounder limits."
        )
    elif odd:
        lies = "lies" if len(odd) == 1 else "lie"
        yield (
            f"{listed(odd)} {lies} outside the limits though part of the baseline: the limits are "
            "less sure if a figure there is wrong or something out of the ordinary happened."
        )


def _gaps(missing: Sequence[Period], kind: ChartKind) -> Iterator[str]:
    if missing:
        ends = "Times that run over them are" if kind.is_of_gaps else "Runs end there: they are"
        yield f"{are_missing(missing)[0].upper()}{are_missing(missing)[1:]}. {ends} not bridged."


def _false_alarms(chance: float, carries_over: bool) -> Iterator[str]:
    if chance <= 0:
        return
    yield (
        "If nothing changes, the latest point still shows a signal about "
        f"{number(100 * chance, 1)} times in 100 by chance."
    )
    if carries_over:
        yield (
            "Each point is much like the one before, so signals come more often by chance than "
            "that."
        )


def few_points(points: int, steps: str, needed: int) -> str:
    """Why a series is too short for limits."""
    has = f"only {points} {steps}" if points else f"no {steps}"
    return f"There are {has} with figures; predicted limits need at least {needed}."
