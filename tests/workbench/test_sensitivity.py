"""How firm the order of the sample's matrix is under each kind of scheme, from a real pack."""

from __future__ import annotations

from safer_desktop.domain.progress import Silent
from safer_desktop.domain.records import Edit, RecordKind
from safer_desktop.risk.firmness import Assumptions, Combination, Multiplier, set_words
from safer_desktop.workbench import schemes, sensitivity
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.matrix_edits import score_change, weight_edit

COUNTY = "E10000018"
FACTORS = "harm-factors"
SCORED = {"robbery": 4, "burglary-dwelling": 2, "shoplifting": 1}


def use(sample: Workbench, code: str) -> None:
    scheme = next(it for it in schemes.schemes(sample) if it.code == code)
    sample.apply(schemes.use_edit(sample, scheme))


def test_every_factor_of_weighted_harm_is_tried_on_its_own_scale(sample: Workbench) -> None:
    two = sensitivity.case_for(sample, sample.matrix(COUNTY))
    assert [factor.name for factor in two.factors] == ["Probability", "Harm"]
    assert two.factors[1].scale == tuple(range(1, 21))
    use(sample, FACTORS)
    harms = sample.scheme.harms
    sample.apply(
        Edit(
            "scores",
            tuple(
                score_change(sample, kind, FACTORS, factor.code, value)
                for kind, value in SCORED.items()
                for factor in harms
            ),
        )
    )
    matrix = sample.matrix(COUNTY)
    case = sensitivity.case_for(sample, matrix)
    assert case.combination is Combination.WEIGHTED
    likelihood, *others = case.factors
    # Two levels only are seen in the rows; errors are on all five.
    assert [it.scale for it in others] == [(1, 2, 3, 4, 5)] * 6
    assert [it.weight for it in others] == [2, 2, 1, 1, 0.5, 0.5]
    assert likelihood.by_count
    assert [band.start for band in likelihood.bands] == [0, 10, 100, 1000, 10_000]
    robbery = next(it for it in case.types if it.code == "robbery")
    row = next(it for it in matrix.rows if it.type.code == "robbery")
    assert (robbery.scores, robbery.count) == ((row.likelihood, *[4] * 6), row.count)
    # A range for each factor, kept for this scheme alone.
    kept = Assumptions(ranges=((0.3, 0.7), *[(0.05, 0.5)] * 6))
    records = sample.records(RecordKind.SETTING)
    edit = sensitivity.assumptions_edit(records, kept, case)
    sample.apply(edit)
    records = sample.records(RecordKind.SETTING)
    assert sensitivity.kept_assumptions(records, case) == kept
    assert sensitivity.kept_assumptions(records, two) == Assumptions()
    found = sensitivity.how_firm(case, kept, Silent())
    assert found.in_top(case.types.index(robbery)) == 1
    sample.apply(edit.reversed())
    assert sensitivity.kept_assumptions(sample.records(RecordKind.SETTING), case) == Assumptions()


def test_weight_sets_are_the_cardinal_schemes_and_what_people_entered(sample: Workbench) -> None:
    use(sample, "ons-severity")
    case = sensitivity.case_for(sample, sample.matrix(COUNTY))
    assert [it.code for it in case.sets] == ["ons-severity", "cambridge-index"]
    codes = [it.code for it in case.types]
    at = codes.index("vehicle-crime")
    assert [it.weights[at] for it in case.sets] == [32.92, 5]
    gap = codes.index("other-theft")
    assert [it.weights[gap] for it in case.sets] == [36.81, None]
    # A weight where there was none is no alternative; one instead of a published one is.
    sample.apply(weight_edit(sample, "asb-incidents", "ons-severity", 2.0, "Agreed"))
    sample.apply(weight_edit(sample, "vehicle-crime", "ons-severity", 60.0, "Cars are lives here"))
    _, edit = schemes.copy_edit(sample, sample.scheme, "The same again")
    sample.apply(edit)
    case = sensitivity.case_for(sample, sample.matrix(COUNTY))
    assert [it.name for it in case.sets] == [
        "Count × ONS severity weight",
        "Count × ONS severity weight, as published",
        "Count × Cambridge harm index",
    ]
    codes = [it.code for it in case.types]
    at, asb = codes.index("vehicle-crime"), codes.index("asb-incidents")
    assert [it.weights[at] for it in case.sets] == [60, 32.92, 5]
    assert [it.weights[asb] for it in case.sets] == [2, None, None]
    held = Assumptions(multipliers=(Multiplier("robbery", 0.5, 2.0),), draws=900)
    found = sensitivity.how_firm(case, held, Silent())
    assert set_words(found, asb).endswith(
        "as published: no weight; Count × Cambridge harm index: no weight"
    )
    belief = sensitivity.what_to_believe(case, "robbery", held)
    assert belief is not None
    assert sensitivity.what_to_believe(case, "hate-incidents", held) is None
