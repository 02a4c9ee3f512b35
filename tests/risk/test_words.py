from __future__ import annotations

from safer_desktop.risk.bias import volume_bias
from safer_desktop.risk.matrix import score
from safer_desktop.risk.scheme import IncidentType
from safer_desktop.risk.words import describe, listed_briefly
from tests.risk.precedent import default_scheme, types

SCHEME = default_scheme()


def described(*items: IncidentType) -> tuple[str, ...]:
    rows = score(items, SCHEME, {})
    return describe(rows, volume_bias(rows), SCHEME)


def test_the_precedent_in_sentences() -> None:
    assert described(*types()) == (
        (
            "Of 8 incident types ranked, Criminal damage (probability 17 × harm 18 = 306) has the "
            "highest risk score."
        ),
        (
            "5 are classed High: Criminal damage (306), Rowdy and inconsiderate behaviour (289), "
            "Actual bodily harm (224), Vehicle crime (196) and Burglary dwelling (176)."
        ),
        (
            "The score follows volume more than harm: rank correlation with count 0.95, with harm "
            "0.06, over 8 incident types."
        ),
        # The harms are 18, 17, 16, 14, 16, 18, 19, 15: their median is 16.5.
        (
            "For example, Vehicle crime has a lower harm score (14, against a median of 16.5), but "
            "is 9.0% of incidents, and its rank is 4 of 8."
        ),
        (
            "Child sexual offences has the highest harm score (19): at 0.7% of incidents, its rank "
            "is 7 of 8."
        ),
        "Not ranked: All else (no harm score).",
    )


def test_shared_places_hand_set_scores_and_what_is_missing() -> None:
    assert described(
        IncidentType("a", "Arson", count=40, harm=12),
        IncidentType("b", "Burglary", count=40, harm=12),
        IncidentType("t", "Terrorism", harm=20, probability=1),
        IncidentType("n", "Nothing known"),
    ) == (
        (
            "Of 3 incident types ranked, Arson (probability 17 × harm 12 = 204) and Burglary "
            "(probability 17 × harm 12 = 204) share the highest risk score."
        ),
        "2 are classed High: Arson (204) and Burglary (204).",
        "Probability was set by hand, not by volume, for Terrorism.",
        "Not ranked: Nothing known (no harm score and no count).",
    )


def test_a_single_type_is_not_set_against_others() -> None:
    assert described(IncidentType("a", "A", count=4, harm=5)) == (
        "Of one incident type ranked, A (probability 17 × harm 5 = 85) has the highest risk score.",
        "It is classed Low.",
    )


def test_the_least_of_the_most_harmful_is_named_with_its_shared_rank() -> None:
    sentences = described(
        IncidentType("d", "Damage", count=900, harm=18),
        IncidentType("r", "Robbery", count=4, harm=18),
        IncidentType("t", "Theft", count=12, harm=6),
    )
    assert (
        "Of the 2 types with the highest harm score (18), Robbery comes last: at 0.4% of "
        "incidents, its rank is =2 of 3."
    ) in sentences


def test_one_of_several_in_the_top_class() -> None:
    sentences = described(
        IncidentType("a", "Arson", count=99, harm=12), IncidentType("b", "B", count=1, harm=5)
    )
    assert "One is classed High: Arson (204)." in sentences


def test_nothing_ranked_says_so() -> None:
    expected = ("No incident type has both a probability and a harm score yet.",)
    assert described(IncidentType("a", "Arson", count=3)) == expected
    assert describe((), None, SCHEME) == expected


def test_long_lists_are_cut_and_counted() -> None:
    assert listed_briefly(["a"]) == "a"
    assert listed_briefly(["a", "b"]) == "a and b"
    assert listed_briefly(list("abcdefg")) == "a, b, c, d, e and 2 more"


def test_violent_crime_is_called_prominent_only_where_it_is_half_of_the_highest_class() -> None:
    # Shares of 400: 50%, 25%, 24.5%, 0.5% score 17, 17, 17, 1: 323, 187, 153, 6.
    items = (
        IncidentType("d", "Domestic violence", count=200, harm=19),
        IncidentType("v", "Violence without injury", count=100, harm=11),
        IncidentType("a", "Anti-social behaviour", count=98, harm=9),
        IncidentType("s", "Shoplifting", count=2, harm=6),
    )
    words = (
        "Violent crime features prominently: 2 of the 2 types classed High are Domestic violence "
        "and Violence without injury."
    )
    assert words in described(*items)
    damage = [IncidentType(f"x{n}", f"Damage {n}", count=100, harm=18) for n in range(3)]
    assert not any("prominently" in it for it in described(*items, *damage))
