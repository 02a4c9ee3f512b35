"""The chains behind averages, ranks, districts and intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from safer_desktop.analysis.chain import Tracer, capital, missing, rounding
from safer_desktop.analysis.change import printed
from safer_desktop.analysis.compare import averaged, like_values, standing_of
from safer_desktop.analysis.intervals import interval, normal_point
from safer_desktop.analysis.quantities import SCALES
from safer_desktop.analysis.ranks import LOWEST_FIRST
from safer_desktop.domain.areas import GroupMethod
from safer_desktop.domain.chain import Step, exact
from safer_desktop.domain.display import average_name, period_text, value_text
from safer_desktop.domain.evidence import Comparator, MemberValue, Quantity, Rank, Reason
from safer_desktop.domain.indicators import Indicator, Unit


def comparator_step(
    tracer: Tracer, comparator: Comparator, indicator: Indicator, area: str
) -> Step:
    """The chain of a benchmark's value; ``area`` is the area that is compared with it."""
    catalogue = tracer.dataset.catalogue
    what, value = average_name(comparator.name), comparator.value
    if not comparator.group:
        return tracer.quantity(comparator.name, value, indicator, catalogue.home)
    group = catalogue.group(comparator.group)
    if comparator.given:
        return tracer.quantity(f"{what}, given", value, indicator, group.average_area)
    members = group.members_on(value.period.end)
    values = like_values(tracer.dataset, indicator, members, value.period)
    used = averaged(group, area, values)
    if group.method is GroupMethod.POOLED:
        step = _pooled(tracer, value, used, indicator)
    else:
        step = _mean(tracer, value, used, indicator)
    left_out = ", ".join(tracer.area_name(v.area) for v in values if v not in used)
    shown = value_text(value.value, value.unit, indicator.decimals)
    return replace(
        step,
        what=f"{what}, worked out here, {period_text(value.period)}",
        shown=shown,
        rounding=rounding(value.value, shown, indicator.decimals),
        notes=(
            f"{capital(comparator.method)}.",
            *((f"Not in the average: {left_out}.",) if left_out else ()),
        ),
    )


def standing_step(
    tracer: Tracer, comparator: Comparator, latest: Quantity, indicator: Indicator, area: str
) -> Step:
    """The chain of an area's place against a benchmark."""
    again, _ = standing_of(latest, comparator.value)
    inputs = [
        tracer.quantity("Latest", latest, indicator, area),
        comparator_step(tracer, comparator, indicator, area),
        *interval_steps(tracer, latest, indicator, area),
    ]
    return Step(
        what=_against(comparator),
        shown=str(comparator.standing),
        result=str(comparator.standing),
        again=str(again),
        notes=(f"By {comparator.standing_test}.",),
        inputs=tuple(inputs),
    )


def _against(comparator: Comparator) -> str:
    if not comparator.group:
        return "Against the county"
    how = "given" if comparator.given else "worked out"
    return f"Against the average {how}: {comparator.name}"


def rank_step(tracer: Tracer, rank: Rank | Reason, indicator: Indicator, area: str) -> Step:
    """The chain of a rank, with every member's figure."""
    if isinstance(rank, Reason):
        return missing("Rank", rank, "none")
    sign = 1 if rank.direction == LOWEST_FIRST else -1
    keys = {
        m.area: sign * printed(indicator, m.value)
        for m in rank.members
        if isinstance(m.value, Quantity)
    }
    inputs = tuple(
        tracer.quantity(tracer.area_name(m.area), m.value, indicator, m.area) for m in rank.members
    )
    before = sum(key < keys[area] for key in keys.values())
    tied = sum(key == keys[area] for key in keys.values()) > 1
    own = value_text(sign * keys[area], indicator.unit, indicator.decimals)
    side = "below" if sign > 0 else "above"
    return Step(
        what=f"Rank in {rank.name}, {period_text(rank.period)}",
        shown=rank.label,
        result=rank.label,
        again=f"{'=' if tied else ''}{before + 1}/{len(keys)}",
        formula=f"{before} of {len(keys)} lie {side} {own}: {before} + 1 = {before + 1}",
        notes=(f"{capital(rank.direction)}. Printed figures are ranked; equal ones share a rank.",),
        inputs=inputs,
    )


def member_step(tracer: Tracer, what: str, member: MemberValue, indicator: Indicator) -> Step:
    """The chain of one area's figure in a ranking or a bar chart, with its interval."""
    step = tracer.quantity(what, member.value, indicator, member.area)
    if isinstance(member.value, Reason):
        return step
    return replace(
        step, inputs=(*step.inputs, *interval_steps(tracer, member.value, indicator, member.area))
    )


def interval_steps(
    tracer: Tracer, found: Quantity, indicator: Indicator, area: str
) -> tuple[Step, ...]:
    """The two ends of a quantity's 95% interval, if it has one."""
    ends = interval(found)
    if ends is None:
        return ()
    events = tracer.events(found, indicator, area)
    base = () if found.unit is Unit.COUNT else (tracer.base(found, indicator, area),)
    again = interval(replace(found, count=events.number, base=base[0].number if base else None))
    assert again is not None
    return tuple(
        Step(
            what=f"95% interval, {'upper' if upper else 'lower'} end",
            shown=value_text(ends[upper], found.unit, indicator.decimals),
            result=ends[upper],
            again=again[upper],
            formula=_interval_formula(found, again[upper], upper=upper),
            notes=(_interval_method(found),),
            inputs=(events, *base),
        )
        for upper in (False, True)
    )


def _mean(
    tracer: Tracer, value: Quantity, used: Sequence[MemberValue], indicator: Indicator
) -> Step:
    inputs = [tracer.quantity(tracer.area_name(v.area), v.value, indicator, v.area) for v in used]
    numbers = [step.number for step in inputs]
    again = sum(numbers) / len(numbers)
    added = " + ".join(exact(it) for it in numbers)
    return Step(
        what="",
        shown="",
        result=value.value,
        again=again,
        formula=f"({added}) ÷ {len(numbers)} = {exact(again)}",
        inputs=tuple(inputs),
    )


def _pooled(
    tracer: Tracer, value: Quantity, used: Sequence[MemberValue], indicator: Indicator
) -> Step:
    counts, bases = [], []
    for member in used:
        assert isinstance(member.value, Quantity)
        name = tracer.area_name(member.area)
        events = tracer.events(member.value, indicator, member.area)
        base = tracer.base(member.value, indicator, member.area)
        counts.append(replace(events, what=f"{name}: {events.what.lower()}"))
        bases.append(replace(base, what=f"{name}: {base.what.lower()}"))
    above, below = sum(it.number for it in counts), sum(it.number for it in bases)
    scale = SCALES[value.unit]
    again = scale * above / below
    return Step(
        what="",
        shown="",
        result=value.value,
        again=again,
        formula=f"{exact(above)} ÷ {exact(below)} × {exact(scale)} = {exact(again)}",
        inputs=(*counts, *bases),
    )


def _interval_method(found: Quantity) -> str:
    if found.unit is Unit.PERCENTAGE:
        return "Wilson's score interval of a proportion."
    if (found.count or 0.0) >= 10:
        return "Byar's method for a count of 10 or more events."
    return "The exact Poisson interval, since there are fewer than 10 events."


def _interval_formula(found: Quantity, end: float, *, upper: bool) -> str:
    """The formula of one end with the numbers put in; the exact interval has none."""
    count, z = found.count or 0.0, exact(normal_point(0.95))
    sign = "+" if upper else "−"
    if found.unit is Unit.PERCENTAGE:
        p, n = exact(count / (found.base or 1.0)), exact(found.base or 1.0)
        root = f"√({p} × (1 − {p}) ÷ {n} + {z}² ÷ (4 × {n}²))"
        middle = f"{p} + {z}² ÷ (2 × {n})"
        return f"({middle} {sign} {z} × {root}) ÷ (1 + {z}² ÷ {n}) × 100 = {exact(end)}"
    if count < 10:
        return ""
    o = exact(count + 1 if upper else count)
    over = ""
    if found.base:
        over = f" ÷ {exact(found.base)} × {exact(SCALES[found.unit])}"
    return f"{o} × (1 − 1 ÷ (9 × {o}) {sign} {z} ÷ (3 × √{o}))³{over} = {exact(end)}"
