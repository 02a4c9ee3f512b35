"""Live figures through a real pack: kept as fields, printed as figures, traced to their cells."""

from __future__ import annotations

import pytest

from safer_desktop.domain.periods import Period
from safer_desktop.report.claims.nouns import DefectKind
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.live_fields import fields_of, insertable, subject_at
from safer_desktop.workbench.paper_check import check_paragraph, known_figures
from safer_desktop.workbench.subjects import FigureOf, ParagraphOf
from tests.gui.made import COUNTY, made_load, observation

KEY = "indicator:vehicle-crime"
WORDS = "Vehicle crime {vehicle-crime.moved}, all crime stands at {all-crime.latest}."


def told(bench: Workbench) -> str:
    return next(it.text for it in bench.paragraphs("crime") if it.key == KEY)


def test_fields_follow_the_data_and_keep_their_author_and_chain(made: Workbench) -> None:
    (paragraph,) = (it for it in made.paragraphs("crime") if it.key == KEY)
    made.apply(made.commentary_edit(paragraph, WORDS, True))
    (kept,) = (it for it in made.paragraphs("crime") if it.key == KEY)
    before = kept.text
    assert kept.typed == WORDS
    assert "rose by 34%" in before
    assert kept.author.startswith(made.who)
    (printed,) = (it for it in made.paper().blocks if getattr(it, "key", "") == KEY)
    assert getattr(printed, "text", "") == before

    chain = made.chain(ParagraphOf(KEY))
    assert any("All recorded crime" in step.what for step in chain.root.inputs)
    assert set(made.figure("all-crime", COUNTY).sources) <= set(kept.sources)

    made.take_in(
        made_load((observation("vehicle-crime", "E07000129", Period.month(2017, 3), 500.0),))
    )
    assert told(made) != before
    assert "rose by" in told(made)


def test_what_can_be_inserted_is_what_the_figures_have(made: Workbench) -> None:
    fields = fields_of(made)
    names = dict(insertable(fields))
    assert "Vehicle crime" in names
    for parts in names.values():
        for it in parts:
            assert fields.expand(it.field).text == it.value
    text = "It {vehicle-crime.moved}, {gone.latest}."
    subject = subject_at(fields, text, text.index("moved"))
    assert isinstance(subject, FigureOf)
    assert (subject.indicator, subject.area) == ("vehicle-crime", COUNTY)
    assert subject_at(fields, text, 0) is None
    assert subject_at(fields, text, text.index("gone") + 1) is None


@pytest.mark.parametrize("gap", ("", "  "))
def test_remarks_stand_at_what_was_typed(made: Workbench, gap: str) -> None:
    known, fields = known_figures(made), fields_of(made)
    text = f"Vehicle crime fell to {{{gap}vehicle-crime.latest}}, see {{vehicle.latest}}."
    found = check_paragraph(text, known, fields)
    (unknown,) = (it for it in found if it.kind is DefectKind.UNKNOWN_FIELD)
    assert text[unknown.start : unknown.end] == "{vehicle.latest}"
    others = [it for it in found if it is not unknown]
    assert any("fell" in text[it.start : it.end] for it in others)
