"""What later loads restate: kept by load, told in figures, and printed in a real Word file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from safer_desktop.domain.evidence import Quantity
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Load, Revision
from safer_desktop.domain.periods import Period
from safer_desktop.workbench.bench import Workbench
from tests.gui.made import BLABY, COUNTY, made_load, observation
from tests.report.accessibility import document_of

LAST, THIS = Period.financial_year(2015), Period.financial_year(2016)
SENTENCE = "Figures for 2015/16 have been revised by Leicestershire Police, from 1,204 to 1,231."


def hate(value: float, period: Period = LAST) -> Load:
    return made_load((observation("hate-incidents", COUNTY, period, value),))


def both(last: float, this: float) -> Load:
    """Two years of hate incidents, as a return with last year beside it."""
    return made_load(
        (
            observation("hate-incidents", COUNTY, LAST, last),
            observation("hate-incidents", COUNTY, THIS, this),
        )
    )


def printed(bench: Workbench, folder: Path) -> tuple[list[str], list[str]]:
    """Paragraphs and table cells of the exported paper."""
    bench.export_word(folder / "Paper.docx")
    document = document_of(folder / "Paper.docx")
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs], cells


def test_the_paper_says_what_the_police_have_revised(made: Workbench, tmp_path: Path) -> None:
    made.take_in(hate(1204))
    second = made.take_in(both(1231, 1300))
    figure = made.figure("hate-incidents", COUNTY)
    assert [(it.old.value, it.new.value) for it in figure.restated] == [(1204, 1231)]
    assert SENTENCE in figure.notes
    paragraphs, cells = printed(made, tmp_path)
    assert any(SENTENCE in text and "1,300" in text for text in paragraphs)
    assert any(SENTENCE in text for text in cells)

    made.set_withdrawn(second.id, True)
    assert made.figure("hate-incidents", COUNTY).restated == ()
    paragraphs, cells = printed(made, tmp_path)
    assert not any("have been revised by" in text for text in (*paragraphs, *cells))
    made.set_withdrawn(second.id, False)
    assert made.figure("hate-incidents", COUNTY).restated != ()


def test_revisions_are_counted_by_load_and_leave_with_it(made: Workbench) -> None:
    first = made.take_in(hate(1204))
    second = made.take_in(both(1231, 1300))
    third = made.take_in(both(1231, 1310))
    revisions = made.revisions()
    assert [(it.old, it.new, it.old_load, it.new_load) for it in revisions] == [
        (1204, 1231, first.id, second.id),
        (1300, 1310, second.id, third.id),
    ]
    assert isinstance(revisions[0], Revision)
    words = {load: it.words for load, it in made.restatements().items()}
    assert words == {
        second.id: "restated 1 of 1 figure",
        third.id: "restated 1 of 2 figures",
    }
    made.set_withdrawn(second.id, True)
    assert [(it.old, it.new) for it in made.revisions()] == [(1204, 1231)]
    assert set(made.restatements()) == {third.id}


def test_a_rate_is_restated_with_its_counts_and_only_where_it_is_printed_otherwise(
    made: Workbench,
) -> None:
    before = made.figure("vehicle-crime", BLABY).previous
    assert isinstance(before, Quantity)
    month = Period.month(2015, 5)
    stored = next(
        it.observation
        for it in made.observations(before.sources)
        if it.observation.period == month and it.observation.indicator == "vehicle-crime"
    )
    more = replace(stored, value=stored.value + 60)
    made.take_in(made_load((more,)))
    figure = made.figure("vehicle-crime", BLABY)
    (moved,) = figure.restated
    assert moved.old == replace(before, sources=moved.old.sources)
    assert moved.old.count is not None
    assert moved.new.count == moved.old.count + 60
    assert moved.new.value == 1000 * moved.new.count / (moved.new.base or 1)
    decimals = made.catalogue.indicator("vehicle-crime").decimals
    assert (
        f"from {moved.old.value:.{decimals}f} to {moved.new.value:.{decimals}f} per 1,000"
        in figure.notes[-1]
    )
    assert f"({moved.old.count:,.0f} to {moved.new.count:,.0f} offences)" in figure.notes[-1]

    # One person more in a population moves the rate, but nobody revised a crime.
    people = made_load((observation("population", BLABY, Period.calendar_year(2015), 150_000),))
    other = made.figure("all-crime", BLABY).restated
    made.take_in(people)
    assert made.figure("all-crime", BLABY).restated == other == ()


def test_what_is_not_printed_is_not_told(made: Workbench) -> None:
    long_ago = Period.financial_year(2011)
    made.take_in(hate(900, long_ago))
    made.take_in(hate(950, long_ago))
    made.take_in(both(1204, 1300))
    figure = made.figure("hate-incidents", COUNTY)
    assert figure.restated == ()
    assert len(made.revisions()) == 1
    rate = made_load((observation("hate-rate", COUNTY, THIS, 0.66, Unit.RATE_POPULATION),))
    made.take_in(rate)
    again = replace(rate.observations[0], value=0.6604)
    made.take_in(replace(rate, observations=(again,)))
    assert made.figure("hate-rate", COUNTY).restated == ()
