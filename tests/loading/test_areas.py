"""Which area a label means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.domain.areas import Area, AreaKind
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.loading.areas import AreaMatcher, Match, plain_name

AREAS = (
    Area("E10000018", "Leicestershire", AreaKind.COUNTY),
    Area("E07000132", "Hinckley and Bosworth", AreaKind.DISTRICT, other_names=("H&B",)),
    Area("E07000134", "North West Leicestershire", AreaKind.DISTRICT, short_name="NW Leics"),
    Area("E06000016", "Leicester", AreaKind.COUNTY, other_names=("Leicester City",)),
    Area("E06000017", "Rutland", AreaKind.COUNTY),
    Area("E23000021", "Leicestershire Police", AreaKind.FORCE, other_names=("Shire",)),
    Area("E07000001", "Shire", AreaKind.DISTRICT),
    Area("LLR", "Leicester, Leicestershire and Rutland", AreaKind.FOOTPRINT),
)
MATCHER = AreaMatcher(Catalogue("Council", "E10000018", (), (), (), AREAS, ()))


@pytest.mark.parametrize(
    ("label", "code"),
    (
        ("E07000132", "E07000132"),
        ("E23000021 | Leicestershire", "E23000021"),
        ("llr", "LLR"),
        ("Hinckley & Bosworth", "E07000132"),
        ("HINCKLEY AND BOSWORTH ", "E07000132"),
        ("Hinckley & Bosworth Borough Council", "E07000132"),
        ("Leicester UA", "E06000016"),
        ("City of Leicester", "E06000016"),
        ("Leicestershire4,5", "E10000018"),
        ("Leicestershire County Council [note 2]", "E10000018"),
        ("Rutland UA3", "E06000017"),
        ("North-West Leicestershire", "E07000134"),
        ("NW Leics", "E07000134"),
        ("H&B", "E07000132"),
        ("Leicester, Leicestershire & Rutland", "LLR"),
    ),
)
def test_areas_are_known_by_code_and_name(label: str, code: str) -> None:
    assert MATCHER.match(label) == Match(code)


def test_two_possible_areas_are_never_guessed_between() -> None:
    found = MATCHER.match("Shire")
    assert found.code is None
    assert set(found.candidates) == {"E07000001", "E23000021"}


def test_a_misspelt_or_shortened_name_is_only_a_candidate() -> None:
    assert MATCHER.match("Hinkley and Bosworth") == Match(None, ("E07000132",))
    assert MATCHER.match("NWL") == Match(None, ("E07000134",))


@pytest.mark.parametrize("label", ("", "Total", "Action Fraud", "E99999999 | Leicester", "123"))
def test_what_is_no_area_has_no_code(label: str) -> None:
    assert MATCHER.match(label).code is None


@given(st.sampled_from(AREAS[:6]), st.sampled_from(("", " ", "1", " 2,3", " [note 1]", "*")))
def test_notes_and_case_do_not_matter(area: Area, note: str) -> None:
    assert MATCHER.match(area.name.upper() + note).code == area.code


def test_plain_names_have_neither_notes_nor_punctuation() -> None:
    assert plain_name("  Oadby & Wigston¹ [x]") == "oadby and wigston"


COUNCILS = AreaMatcher(
    Catalogue(
        "Council",
        "E10000018",
        (),
        (),
        (),
        (
            *AREAS[:5],
            Area("E23000021", "Leicestershire police force area", AreaKind.FORCE),
            Area("E06000018", "Nottingham", AreaKind.COUNTY, other_names=("The City",)),
            Area("E10000024", "Nottinghamshire", AreaKind.COUNTY),
            Area("E07000135", "Oadby and Wigston", AreaKind.DISTRICT, other_names=("O & W",)),
        ),
        (),
    )
)


@pytest.mark.parametrize(
    ("label", "code", "candidates"),
    (
        ("Leicestershire CC", "E10000018", ()),
        ("Leicestershire Police Force", "E23000021", ()),
        ("Leicestershire CSP2", "E10000018", ()),
        ("Leicester, City of", "E06000016", ()),
        ("Nottingham City Council", "E06000018", ()),
        ("Nottinghamshire County", "E10000024", ()),
        ("Rutland C.C.", "E06000017", ()),
        ("O&W", "E07000135", ()),
        ("City", "E06000018", ()),
        ("Oadby", None, ("E07000135",)),
        ("Wigston", None, ("E07000135",)),
        ("Nottinghamshir", None, ("E10000024", "E06000018")),
        ("the", None, ()),
        ("West", None, ()),
    ),
)
def test_office_words_tell_the_kind_and_parts_of_names_are_only_offered(
    label: str, code: str | None, candidates: tuple[str, ...]
) -> None:
    assert COUNCILS.match(label) == Match(code, candidates)
