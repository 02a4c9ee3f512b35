"""However a file is rearranged, a followed recipe reads figures under their own labels or not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from safer_desktop.loading.cells import CellValue
from safer_desktop.loading.drift.nouns import DriftKind
from safer_desktop.workbench.defaults import default_catalogue
from tests.loading.conftest import Rows
from tests.loading.drift.made import CRIME, book, drifted, figures, recipe, rows_of, with_column

Row = list[CellValue]
CATALOGUE = default_catalogue()
AREAS = {"Blaby": "E07000129", "Charnwood": "E07000130", "Melton": "E07000133"}
MEANING = {"Vehicle crime": "vehicle-crime", "Robbery": "robbery"}
TRUTH = {
    (MEANING[str(heading)], AREAS[str(row[0])]): row[1 + number]
    for row in CRIME[4:7]
    for number, heading in enumerate(CRIME[2][1:3])
}
KNOWN = recipe()

headings = st.sampled_from(["Bicycle theft", "Drug offences", "Robbery of shops", "Arson", "Notes"])
changes = st.lists(
    st.one_of(
        st.tuples(st.just("title"), st.integers(0, 2)),
        st.tuples(st.just("blank"), st.integers(0, 2)),
        st.tuples(st.just("column"), st.integers(1, 4)),
        st.tuples(st.just("swap"), st.integers(1, 2)),
        st.tuples(st.just("drop"), st.integers(1, 3)),
        st.tuples(st.just("order"), st.integers(0, 2)),
        st.tuples(st.just("shift"), st.integers(0, 1)),
        st.tuples(st.just("area"), st.integers(4, 7)),
    ),
    min_size=1,
    max_size=4,
)


def header_row(rows: Rows) -> int:
    return next(n for n, row in enumerate(rows) if "District" in row)


def rearranged(rows: Rows, kind: str, at: int, heading: str) -> Rows:
    """The rows with one thing done to them; figures keep standing under their own headings."""
    header = header_row(rows)
    labels = rows[header].index("District")
    first = header + 2
    last = max(n for n, row in enumerate(rows) if set(row) & (set(AREAS) | {"Harborough"}))
    match kind:
        case "title":
            return [*rows[:at], ["Prepared for the board"], *rows[at:]]
        case "blank":
            return [*rows[:at], [None], *rows[at:]]
        case "column":
            cells: dict[int, CellValue] = {
                header: heading,
                **{n: 7000.0 + n for n in range(first, last + 1)},
            }
            return with_column(rows, labels + at, cells)
        case "swap":
            changed = [[*row, *[None] * (9 - len(row))] for row in rows]
            for row in changed[header : last + 1]:
                if row is not changed[header + 1]:
                    here = labels + at
                    row[here], row[here + 1] = row[here + 1], row[here]
            return changed
        case "drop":
            gone = labels + at
            kept = [[*row[:gone], *row[gone + 1 :]] for row in rows[header:]]
            return [*rows[:header], *kept]
        case "order":
            body = rows[first : last + 1]
            turned = [*body[at % len(body) :], *body[: at % len(body)]]
            return [*rows[:first], *turned, *rows[last + 1 :]]
        case "shift":
            return [[None, *row] for row in rows] if at else rows
        case _:
            place = min(max(at, first), last + 1)
            one_more: Row = [*[None] * labels, "Harborough", 9001.0, 9002.0, 9003.0]
            return [*rows[:place], one_more, *rows[place:]]


@settings(max_examples=150, deadline=None)
@given(changes, headings, st.sampled_from(["Crime", "Recorded crime"]))
def test_no_figure_is_read_under_anothers_label(
    steps: list[tuple[str, int]], heading: str, sheet: str
) -> None:
    rows = rows_of()
    for kind, at in steps:
        rows = rearranged(rows, kind, at, heading)
    workbook = book((sheet, rows))
    found = drifted(workbook, KNOWN, CATALOGUE)
    if found.blocking:
        return
    read = figures(workbook, found.reading, CATALOGUE)
    asked = {MEANING.get(it.before) for it in found.asking if it.kind is DriftKind.HEADING}
    of_known_areas = {
        key: value
        for key, value in read.items()
        if key[1] in AREAS.values() and key[0] not in asked
    }
    shown = {key: TRUTH.get(key) for key in of_known_areas}
    assert of_known_areas == shown
    lacking = set(TRUTH) - set(read)
    told = {DriftKind.GONE_HEADING, DriftKind.GONE_AREA, DriftKind.MISSING}
    assert not lacking or told & {it.kind for it in found.differences}
