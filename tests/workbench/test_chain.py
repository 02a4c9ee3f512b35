"""The chain behind everything that the two samples show."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from safer_desktop.analysis.chain_figure import Part
from safer_desktop.domain.display import change_text, direction_text, quantity_text
from safer_desktop.domain.evidence import Change, Quantity, Rank, Reason
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Observation, SourceCell
from safer_desktop.domain.periods import Period
from safer_desktop.domain.records import RecordKind
from safer_desktop.risk.chain import MatrixPart
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.chain import find
from safer_desktop.workbench.subjects import (
    CellsOf,
    ComparatorOf,
    CourseOf,
    DistrictOf,
    FigureOf,
    HistoryOf,
    LoadOf,
    MatrixOf,
    MemberOf,
    ParagraphOf,
    Subject,
)
from tests.analysis import chains
from tests.gui.made import BLABY, COUNTY, made_load, observation
from tests.opened import opened_sample

VEHICLES = "vehicle-crime"


@pytest.fixture(scope="module", params=["2016-17-q4", "open-data"])
def both(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workbench]:
    """Each sample in turn, read once."""
    with opened_sample(request.param, tmp_path_factory) as bench:
        yield bench


def all_figures(bench: Workbench) -> Iterator[Figure]:
    areas = [area.code for area in bench.catalogue.reporting_areas]
    for indicator in bench.catalogue.headline:
        for area in dict.fromkeys((*areas, indicator.footprint)):
            yield bench.figure(indicator.code, area)


def test_everything_in_every_figure_is_explained_and_its_arithmetic_gives_the_figure(
    both: Workbench,
) -> None:
    formulas, signals = 0, 0
    for figure in all_figures(both):
        found = both.explanation(FigureOf(figure.indicator, figure.area))
        assert found is not None
        items = {item.part: item for item in found.items if item.part}
        indicator = both.catalogue.indicator(figure.indicator)
        assert items[Part.LATEST].shown == quantity_text(figure.latest, indicator).split(" ")[
            0
        ] or (isinstance(figure.latest, Reason))
        assert items[Part.CHANGE].shown == change_text(figure.change, indicator)
        # Two numbers and every benchmark, then every finding; whole years beside part years.
        numbers = 2 + 3 * (figure.annual is not None) + len(figure.comparators)
        assert len(found.items) == numbers + len(figure.findings)
        for part, quantity in ((Part.LATEST, figure.latest), (Part.PREVIOUS, figure.previous)):
            step = items[part].step
            assert step is not None
            if isinstance(quantity, Quantity):
                assert step.number == quantity.value
        for item in found.items:
            method = item.method
            assert all((item.what, method.name, method.words, method.formula, method.source))
            assert item.worked or item.facts, item
            if item.step is not None:
                formulas += chains.check(item.step)
            else:
                signals += bool(item.worked)
    assert formulas > 100


def test_what_was_asked_about_is_explained_first(both: Workbench) -> None:
    home = both.catalogue.home
    figure = next(
        it for it in all_figures(both) if it.area == home and isinstance(it.change, Change)
    )
    for part, told in ((Part.CHANGE, Part.CHANGE), (Part.DIRECTION, Part.CHANGE)):
        found = both.explanation(FigureOf(figure.indicator, home, part))
        assert found is not None
        assert found.items[found.at].part is told
    said = both.explanation(ParagraphOf(f"indicator:{figure.indicator}"))
    assert said is not None
    assert both.catalogue.home_area.name in said.title
    assert both.explanation(LoadOf(1)) is None
    assert both.explanation(FigureOf("gone", home)) is None


def ask(bench: Workbench, figure: Figure, part: Part) -> tuple[str, set[int]]:
    root = bench.chain(FigureOf(figure.indicator, figure.area, part)).root
    chains.check(root)
    return root.shown, chains.ids(root)


def sources(found: Quantity | Reason) -> set[int]:
    return set(found.sources) if isinstance(found, Quantity) else set()


def test_every_figure_leads_to_exactly_its_cells_and_is_worked_out_again(both: Workbench) -> None:
    formulas = numbers = 0
    for figure in all_figures(both):
        indicator = both.catalogue.indicator(figure.indicator)
        whole = both.chain(FigureOf(figure.indicator, figure.area)).root
        formulas += chains.check(whole)
        assert chains.ids(whole) >= set(figure.sources)
        for part, found in ((Part.LATEST, figure.latest), (Part.PREVIOUS, figure.previous)):
            shown, ids = ask(both, figure, part)
            assert shown == quantity_text(found, indicator)
            assert ids == sources(found)
            numbers += isinstance(found, Quantity)
        assert ask(both, figure, Part.CHANGE)[0] == change_text(figure.change, indicator)
        assert ask(both, figure, Part.DIRECTION)[0] == direction_text(figure)
        assert ask(both, figure, Part.RATING)[0] == str(figure.rating.state)
        if isinstance(figure.rank, Rank):
            shown, ids = ask(both, figure, Part.RANK)
            assert shown == figure.rank.label
            assert ids == {n for m in figure.rank.members for n in sources(m.value)}
    assert formulas > 800
    assert numbers > 90


def test_the_cells_of_a_count_add_up_to_it(both: Workbench) -> None:
    counted = 0
    for figure in all_figures(both):
        latest = figure.latest
        if not isinstance(latest, Quantity) or latest.count is None:
            continue
        root = both.chain(FigureOf(figure.indicator, figure.area, Part.COUNTS)).root
        chains.check(root)
        count = root.inputs[0]
        assert count.number == latest.count
        if latest.unit is not Unit.PERCENTAGE:
            assert sum(it.observation.value for it in count.cells) == pytest.approx(latest.count)
        counted += 1
    assert counted > 20


def test_what_stands_beside_the_figures_leads_to_its_cells_too(both: Workbench) -> None:
    asked = 0
    for figure in all_figures(both):
        code, area = figure.indicator, figure.area
        indicator = both.catalogue.indicator(code)
        subjects: list[tuple[Subject, Quantity]] = [
            (ComparatorOf(code, area, c.group, c.given), c.value) for c in figure.comparators
        ]
        subjects += [(HistoryOf(code, area, q.period, q.unit), q) for q in figure.history]
        if isinstance(figure.rank, Rank):
            subjects += [
                (MemberOf(code, area, m.area), m.value)
                for m in figure.rank.members
                if isinstance(m.value, Quantity)
            ]
        if figure.annual:
            subjects.append((FigureOf(code, area, Part.WHOLE_YEAR), figure.annual.latest))
            subjects.append((FigureOf(code, area, Part.YEAR_BEFORE), figure.annual.previous))
            change = both.chain(FigureOf(code, area, Part.YEARS_CHANGE)).root
            assert change.shown == change_text(figure.annual.change, indicator)
        for subject, quantity in subjects:
            root = both.chain(subject).root
            chains.check(root)
            assert root.number == quantity.value
            assert chains.ids(root) == set(quantity.sources), subject
            asked += 1
        for c in figure.comparators:
            root = both.chain(ComparatorOf(code, area, c.group, c.given, standing=True)).root
            chains.check(root)
            assert root.shown == str(c.standing)
    assert asked > 40


def test_points_of_trends_and_bars_of_districts_lead_to_their_cells(both: Workbench) -> None:
    home = both.catalogue.home
    points = bars = 0
    for indicator in both.catalogue.headline:
        code = indicator.code
        trend = both.trend(code, home)
        for rolling, line in ((False, trend.points), (True, trend.rolling)):
            course = both.chain(CourseOf(code, home, rolling)).root
            chains.check(course)
            for point, step in zip(line, course.inputs, strict=True):
                assert chains.ids(step) == set(point.sources)
                assert (step.result is None) == (point.value is None)
                points += 1
            if line:
                last = both.chain(CourseOf(code, home, rolling, line[-1].period)).root
                assert last == course.inputs[-1]
        districts = both.districts(code)
        for member in (*districts.bars, districts.county):
            root = both.chain(DistrictOf(code, member.area)).root
            chains.check(root)
            assert chains.ids(root) == sources(member.value)
            bars += 1
    assert points > 80
    assert bars > 100


def test_every_number_of_the_matrix_leads_to_counts_or_to_a_person(both: Workbench) -> None:
    home = both.catalogue.home
    matrix = both.matrix(home)
    for part in MatrixPart:
        chains.check(both.chain(MatrixOf(home, matrix.rows[2].type.code, part)).root)
    for row in (*matrix.rows[:2], *matrix.rows[-3:]):
        count = both.chain(MatrixOf(home, row.type.code, MatrixPart.COUNT)).root
        assert chains.ids(count) == set(row.sources)
        assert count.result == row.count
        risk = both.chain(MatrixOf(home, row.type.code, MatrixPart.RISK)).root
        assert risk.result == row.risk
        rank = both.chain(MatrixOf(home, row.type.code, MatrixPart.RANK)).root
        assert rank.result == row.rank


def test_scores_that_a_person_entered_say_who_when_and_why(made: Workbench) -> None:
    code = made.matrix(COUNTY).rows[0].type.code
    fresh = made.chain(MatrixOf(COUNTY, code, MatrixPart.HARM)).root
    assert fresh.notes[-1] == "It has not been changed since the pack was made."
    for field, value in (("harm", 9), ("probability", 17)):
        made.apply(
            made.field_edit(RecordKind.INCIDENT_TYPE, code, field, value, "score", "second round")
        )
    harm = made.chain(MatrixOf(COUNTY, code, MatrixPart.HARM)).root
    assert harm.shown == "9"
    assert f"Entered by {made.who} on " in harm.notes[-1]
    assert "Reason: second round" in harm.notes[-1]
    probability = made.chain(MatrixOf(COUNTY, code, MatrixPart.PROBABILITY)).root
    assert probability.shown == "17 by hand"
    risk = made.chain(MatrixOf(COUNTY, code, MatrixPart.RISK)).root
    assert (risk.shown, risk.formula) == ("153", "17 × 9 = 153")


def test_the_figures_of_a_paragraph_are_found_in_its_chain(both: Workbench) -> None:
    asked = 0
    for paragraph in both.paragraphs():
        chain = both.chain(ParagraphOf(paragraph.key))
        chains.check(chain.root)
        assert chain.at is chain.root
        assert chain.root.notes[0] == paragraph.drafted
        if paragraph.sources:
            assert chains.ids(chain.root) >= set(paragraph.sources)
        if not paragraph.key.startswith("indicator:"):
            continue
        for text in re.findall(r"by (\d+%)|(\d+%) (?:higher|lower)", paragraph.drafted):
            figure = "".join(text)
            at = both.chain(ParagraphOf(paragraph.key, figure)).at
            assert figure in at.shown
            asked += 1
    assert asked >= 2


def test_a_paragraph_in_own_words_says_so_and_standing_text_has_no_figures(
    made: Workbench,
) -> None:
    key = f"indicator:{VEHICLES}"
    paragraph = next(it for it in made.paragraphs() if it.key == key)
    made.apply(made.commentary_edit(paragraph, "Fewer than 9,999.", included=True))
    chain = made.chain(ParagraphOf(key, "9,999"))
    assert "your own" in chain.root.notes[0]
    assert chain.at is chain.root
    purpose = made.chain(ParagraphOf("introduction:purpose")).root
    assert purpose.inputs == ()
    assert "standing text" in purpose.notes[-1]


def test_the_nearest_step_with_the_number_is_found(made: Workbench) -> None:
    root = made.chain(FigureOf(VEHICLES, COUNTY)).root
    found = find(root, "by 34%,")
    assert found is not None
    assert (found.what, found.shown) == ("Change", "+34%")
    assert find(root, "3,292 offences").shown == "3,292"  # type: ignore[union-attr]
    assert find(root, "no digits") is None
    assert find(root, "12,345") is None


def test_a_file_leads_to_everything_that_it_brought(made: Workbench) -> None:
    (load,) = made.loads()
    root = made.chain(LoadOf(load.id)).root
    assert root.shown == f"{load.observations:,} figures"
    assert len(root.cells) == load.observations
    assert sum(len(it.inputs) for it in root.inputs) == load.observations
    sheet = next(it for it in root.inputs if it.what == "Sheet 'vehicle-crime'")
    assert sheet.shown == f"{len(sheet.inputs)} cells"
    first = root.inputs[0].inputs[0]
    assert first.cell is not None
    made.set_withdrawn(load.id, True)
    assert "taken back" in made.chain(LoadOf(load.id)).root.notes[0]
    some = made.chain(CellsOf((first.cell.id,), "Restated")).root
    assert (some.what, len(some.cells)) == ("Restated", 1)


def test_counted_incidents_have_no_cell_but_say_what_was_counted(made: Workbench) -> None:
    month = Period.month(2017, 3)
    raw = "41 rows of 2017-03-leicestershire-street.csv"
    counted = Observation(VEHICLES, BLABY, month, Unit.COUNT, 41.0, SourceCell("", "", raw))
    made.take_in(made_load((counted,)))
    root = made.chain(CourseOf(VEHICLES, BLABY, period=month)).root
    (cell,) = root.cells
    assert (root.shown, cell.observation.source.raw) == ("41", raw)


def test_what_the_pack_no_longer_has_is_said(made: Workbench) -> None:
    for subject in (
        FigureOf("gone", COUNTY),
        DistrictOf(VEHICLES, "E00"),
        DistrictOf(VEHICLES, "E12000004"),
        ComparatorOf(VEHICLES, COUNTY, "gone", given=False),
        HistoryOf(VEHICLES, COUNTY, Period.financial_year(1999), Unit.COUNT),
        CourseOf(VEHICLES, COUNTY, period=Period.month(1999, 1)),
        MatrixOf(COUNTY, "gone"),
        ParagraphOf("gone"),
        LoadOf(99),
        FigureOf(VEHICLES, COUNTY, Part.WHOLE_YEAR),
    ):
        root = made.chain(subject).root
        assert root.notes == ("The pack no longer has this.",), subject
    assert observation(VEHICLES, COUNTY, Period.month(2017, 1), 1).value == 1
