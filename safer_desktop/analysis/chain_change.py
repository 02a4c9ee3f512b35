"""The chains behind a change and the test of whether it is real."""

from __future__ import annotations

from dataclasses import replace

from safer_desktop.analysis.chain import Tracer, missing, rounding
from safer_desktop.analysis.change import FLOOR
from safer_desktop.analysis.tests import EXACT_BELOW, count_test, dispersion, proportion_test
from safer_desktop.domain.chain import Step, exact
from safer_desktop.domain.display import change_text, number, p_value_text, period_text
from safer_desktop.domain.evidence import Change, Quantity, Reason, Test
from safer_desktop.domain.indicators import Indicator, Unit


def change_step(
    tracer: Tracer,
    what: str,
    change: Change | Reason,
    previous: Quantity | Reason,
    latest: Quantity | Reason,
    indicator: Indicator,
    area: str,
) -> Step:
    """The chain of the change between two quantities of one area."""
    before = tracer.quantity("A year before", previous, indicator, area)
    after = tracer.quantity("Latest", latest, indicator, area)
    shown = change_text(change, indicator)
    if isinstance(change, Reason):
        return replace(missing(what, change, shown), inputs=(after, before))
    assert isinstance(previous, Quantity)
    assert isinstance(latest, Quantity)
    test = test_step(tracer, change.test, previous, latest, indicator, area)
    events: tuple[Step, ...] = ()
    if change.count_difference is not None and latest.unit is not Unit.COUNT:
        now, then = _counts(tracer, previous, latest, indicator, area)
        events = (_less("Change of the counts", change.count_difference, now, then),)
    inputs = (after, before, *events, test)
    if not isinstance(change.percent, Reason):
        return _percent(what, shown, change.percent, inputs)
    decimals = indicator.decimals
    if indicator.unit is Unit.PERCENTAGE or change.count_difference is None:
        step = _less(what, change.difference, after, before)
    else:
        decimals = 0
        step = events[0] if events else _less(what, change.count_difference, after, before)
    return replace(
        step,
        what=what,
        shown=shown,
        rounding=rounding(step.number, shown, decimals),
        notes=(change.percent.text,),
        inputs=inputs,
    )


def test_step(
    tracer: Tracer,
    test: Test | Reason,
    previous: Quantity,
    latest: Quantity,
    indicator: Indicator,
    area: str,
) -> Step:
    """The chain of the test of whether a change is real."""
    what = "Is the change real?"
    if isinstance(test, Reason):
        return missing(what, test, "Cannot be tested")
    now, then = _counts(tracer, previous, latest, indicator, area)
    bases: tuple[Step, ...] = ()
    if indicator.unit is not Unit.COUNT:
        bases = tuple(tracer.base(it, indicator, area) for it in (latest, previous))
    if latest.restated or previous.restated:
        note = "The counts are tested as recorded, the bridge taken as exact."
        words = f"{test.name[0].upper()}{test.name[1:]}."
        return Step(what, p_value_text(test), test.p_value, notes=(words, note), inputs=(now, then))
    months = _months(tracer, previous, latest, indicator, area)
    again, formula = _tested(indicator, (then, now), bases, months, test)
    spread = (_spread(months, test),) if "square root test" in test.name and months else ()
    verdict = "chance alone would rarely give this" if test.significant else "chance may give this"
    sign = "below" if test.significant else "not below"
    return Step(
        what=what,
        shown=p_value_text(test),
        result=test.p_value,
        again=again.p_value,
        formula=formula,
        notes=(
            f"{test.name[0].upper()}{test.name[1:]}.",
            f"{p_value_text(test)} is {sign} {number(test.level, 2)}: {verdict}.",
        ),
        inputs=(now, then, *bases, *spread),
    )


def _counts(
    tracer: Tracer, previous: Quantity, latest: Quantity, indicator: Indicator, area: str
) -> tuple[Step, Step]:
    """The chains of the latest and the earlier count."""
    now, then = (
        replace(step, what=f"{step.what}, {period_text(found.period)}")
        for found in (latest, previous)
        for step in [tracer.events(found, indicator, area)]
    )
    return now, then


def _less(what: str, result: float, now: Step, then: Step) -> Step:
    again = now.number - then.number
    formula = f"{exact(now.number)} − {exact(then.number)} = {exact(again)}"
    shown = number(result, signed=True)
    return Step(what, shown, result, again, formula, inputs=(now, then))


def _percent(what: str, shown: str, percent: float, inputs: tuple[Step, ...]) -> Step:
    now, then = inputs[0].number, inputs[1].number
    again = 100 * (now - then) / then
    return Step(
        what=what,
        shown=shown,
        result=percent,
        again=again,
        formula=f"({exact(now)} − {exact(then)}) ÷ {exact(then)} × 100 = {exact(again)}",
        rounding=rounding(percent, shown, 0),
        notes=(f"A percent is only given from an earlier count of {FLOOR} on, if it is known.",),
        inputs=inputs,
    )


def _months(
    tracer: Tracer, previous: Quantity, latest: Quantity, indicator: Indicator, area: str
) -> tuple[Step, ...]:
    """The earlier and the latest span's monthly counts, if the source has every month of both."""
    unit = Unit.COUNT if indicator.unit.is_rate else indicator.unit
    spans = (("Months a year before", previous.period), ("Latest months", latest.period))
    if not all(
        tracer.dataset.monthly_counts(indicator.code, area, unit, period) for _, period in spans
    ):
        return ()
    steps = []
    for words, period in spans:
        months = tracer.months(indicator, area, unit, period)
        shown = f"{len(months)} counts"
        steps.append(Step(f"{words}, {period_text(period)}", shown, inputs=months))
    return tuple(steps)


def _numbers(step: Step) -> list[float]:
    return [month.number for month in step.inputs]


def _tested(
    indicator: Indicator,
    counts: tuple[Step, Step],
    bases: tuple[Step, ...],
    months: tuple[Step, ...],
    test: Test,
) -> tuple[Test, str]:
    """The test done anew on the numbers of the steps, and its formula."""
    a, b = (step.number for step in counts)
    of_b, of_a = (step.number for step in bases) if bases else (1.0, 1.0)
    if indicator.unit is Unit.PERCENTAGE:
        again = proportion_test(a, of_a, b, of_b)
        assert isinstance(again, Test)
        return again, _proportions(a, of_a, b, of_b, again)
    again = count_test(a, b, of_a, of_b, [_numbers(span) for span in months] or None)
    if a + b < EXACT_BELOW:
        share = exact(100 * of_b / (of_a + of_b))
        return again, (
            f"Of {exact(a + b)} events {exact(b)} fall into the latest span, where {share}% would "
            "be expected"
        )
    d, phi = of_b / of_a, test.dispersion
    root = f"√({exact(d)} × {exact(a)})" if d != 1 else f"√{exact(a)}"
    return again, (
        f"2 × (√{exact(b)} − {root}) ÷ √((1 + {exact(d)}) × {exact(phi)}) = "
        f"{exact(again.statistic)}"
    )


def _proportions(a: float, of_a: float, b: float, of_b: float, again: Test) -> str:
    pooled = exact((a + b) / (of_a + of_b))
    return (
        f"({exact(b)} ÷ {exact(of_b)} − {exact(a)} ÷ {exact(of_a)}) ÷ √({pooled} × (1 − {pooled}) "
        f"× (1 ÷ {exact(of_a)} + 1 ÷ {exact(of_b)})) = {exact(again.statistic)}"
    )


def _spread(months: tuple[Step, ...], test: Test) -> Step:
    """How much more the months vary than chance would have them."""
    found = dispersion([_numbers(span) for span in months])
    phi, freedom = found if found is not None else (1.0, 0)
    note = (
        f"Chi-square of the months' counts over its {freedom} degrees of freedom; each month is "
        "expected to have its usual share of either year."
        if freedom
        else "Too few months to tell how much they vary: nothing is allowed for."
    )
    less = (
        (f"The months vary no more than chance would have them ({exact(phi)}); 1 is used.",)
        if phi < 1
        else ()
    )
    return Step(
        what="How much more the months vary than by chance (φ)",
        shown=exact(test.dispersion),
        result=test.dispersion,
        again=max(1.0, phi),
        notes=(note, *less),
        inputs=months,
    )
