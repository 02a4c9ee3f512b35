"""Finds on a new sheet the table that a recipe knows from its last file, wherever it has moved.

The words that were seen around the table are looked for on the sheet: headings vote for how far
the rows have moved, then columns are matched by their headings in order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from safer_desktop.loading.cells import Place, Sheet, parse_a1
from safer_desktop.loading.drift.columns import headings_of, matched
from safer_desktop.loading.drift.sheet_words import MOST_COLUMNS, Words
from safer_desktop.loading.drift.wording import token
from safer_desktop.loading.growth import holds_value
from safer_desktop.loading.recipes import Anchor, Axis, AxisKind, SeenTable, TableRecipe

_COMMON = 40
_NEAR_ROWS = (0, -1, 1, -2, 2, -3, 3)
_HEADING_WEIGHT, _TITLE_WEIGHT, _LABEL_WEIGHT = 3.0, 1.5, 0.25


@dataclass(frozen=True, slots=True)
class Placed:
    """A table on its new sheet.

    ``rows`` and ``columns`` take old lines to new ones. ``score`` (0 to 1) is how much of what was
    seen was found again, ``titled`` how much of its titles.
    """

    sheet: Sheet
    table: TableRecipe
    rows: dict[int, int]
    columns: dict[int, int]
    score: float
    titled: float


def place(
    table: TableRecipe, seen: SeenTable, words: Words, taken: Collection[Place] = ()
) -> Placed | None:
    """Where the table lies on this sheet; ``None`` if hardly anything of it is there.

    ``taken`` are heading cells of tables found before: two tables with the same headings do not
    both become the first of them.
    """
    return _Search(table, seen, words, taken).placed()


class _Search:
    def __init__(
        self, table: TableRecipe, seen: SeenTable, words: Words, taken: Collection[Place]
    ) -> None:
        self._table = table
        self._seen = seen
        self._words = words
        self._sheet = words.sheet
        self._taken = frozenset(taken)
        self._texts = {parse_a1(address): text for address, text in seen.texts.items()}
        block = self._block_rows()
        labels = table.label_columns
        inside = range(table.first_row, seen.last_row + 1)
        self._heads = {at: text for at, text in self._texts.items() if at[0] in block}
        self._titles = {
            at: text
            for at, text in self._texts.items()
            if at[0] < table.first_row and at[0] not in block
        }
        self._labels = {
            at: text for at, text in self._texts.items() if at[0] in inside and at[1] in labels
        }

    def placed(self) -> Placed | None:
        moved = self._moved_down()
        if moved is None:
            return None
        rows = self._rows(moved)
        labels = self._label_columns(rows)
        columns, new = self._value_columns(rows, labels)
        if not columns:
            return None
        columns.update(labels)
        first_row = self._first_row(rows, moved, columns)
        table = self._moved(rows, columns, first_row, new)
        last_row = self._last_row(first_row, table)
        table = replace(table, last_row=last_row)
        return Placed(
            self._sheet,
            table,
            rows,
            columns,
            self._score(rows, labels),
            self._share(self._titles, self._words.places.keys()),
        )

    # Rows

    def _block_rows(self) -> frozenset[int]:
        """The rows of headings: header lines and what stands between them and the values."""
        table = self._table
        if table.header_rows:
            return frozenset(range(table.top, table.first_row))
        columns = set(table.label_columns)
        row = table.first_row - 1
        while row >= 0 and any((row, column) in self._texts for column in columns):
            row -= 1
        return frozenset(range(row + 1, table.first_row))

    def _moved_down(self) -> int | None:
        """How many rows lower most of the words stand; 0 if there is nothing to go by."""
        votes: dict[int, float] = defaultdict(float)
        for found, weight in (
            (self._heads, _HEADING_WEIGHT),
            (self._titles, _TITLE_WEIGHT),
            (self._labels, _LABEL_WEIGHT),
        ):
            for (row, column), text in found.items():
                places = [
                    at for at in self._words.places.get(token(text), ()) if at not in self._taken
                ]
                if not places or len(places) > _COMMON:
                    continue
                for new_row, new_column in places:
                    beside = 1.5 if new_column == column else 1.0
                    votes[new_row - row] += weight * beside / len(places)
        if not votes:
            return 0 if not (self._heads or self._labels) else None
        return max(votes, key=lambda moved: (round(votes[moved], 6), -abs(moved)))

    def _rows(self, moved: int) -> dict[int, int]:
        """The header lines on the new sheet: moved alike, or by a little more or less."""
        rows: dict[int, int] = {}
        for row in sorted({at[0] for at in self._heads} | set(self._table.header_rows)):
            wanted = Counter(token(text) for at, text in self._heads.items() if at[0] == row)

            def likeness(new: int, wanted: Counter[str] = wanted) -> int:
                return (wanted & self._words.rows.get(new, Counter())).total()

            above = max(rows.values(), default=-1)
            near = [row + moved + step for step in _NEAR_ROWS if row + moved + step > above]
            rows[row] = max(near, key=likeness) if wanted else row + moved
        return rows

    def _first_row(self, rows: dict[int, int], moved: int, columns: dict[int, int]) -> int:
        below = max((new for new in rows.values()), default=-1) + 1
        expected = max(self._table.first_row + moved, below)
        values = sorted(new for old, new in columns.items() if old >= self._table.first_column)
        label_columns = [columns[it] for it in self._table.label_columns if it in columns]

        def begins(row: int) -> bool:
            labelled = not label_columns or any(
                not self._sheet.is_blank(row, column) for column in label_columns
            )
            return labelled and any(holds_value(self._sheet, (row, column)) for column in values)

        if begins(expected) and not any(begins(row) for row in range(below, expected)):
            return expected
        return next((row for row in range(below, below + 8) if begins(row)), expected)

    def _last_row(self, first_row: int, table: TableRecipe) -> int:
        """The last row with a label and values within the height that the table had."""
        sheet, labels = self._sheet, table.label_columns
        columns = range(table.first_column, table.last_column + 1)

        def labelled(row: int) -> bool:
            return not labels or any(not sheet.is_blank(row, column) for column in labels)

        end = min(self._expected_end(first_row, labels), sheet.height - 1)
        if self._is_unbroken():
            end = next((row - 1 for row in range(first_row, end + 1) if not labelled(row)), end)
        for row in range(end, first_row, -1):
            if labelled(row) and any(holds_value(sheet, (row, column)) for column in columns):
                return row
        return first_row

    def _expected_end(self, first_row: int, labels: tuple[int, ...]) -> int:
        """As far down as before, or to where the last label of before stands now."""
        end = first_row + self._seen.last_row - self._table.first_row
        last = [token(t) for (row, _), t in self._labels.items() if row == self._seen.last_row]
        for word in last:
            rows = [row for row, column in self._words.places.get(word, ()) if column in labels]
            if len(rows) == 1 and not word.startswith("~") and rows[0] >= first_row:
                return rows[0]
        return end

    def _is_unbroken(self) -> bool:
        """Whether every row of the table had a label."""
        labelled = {row for row, _ in self._labels}
        rows = range(self._table.first_row, min(self._seen.last_row, max(labelled, default=-1)) + 1)
        return bool(labelled) and all(row in labelled for row in rows)

    # Columns

    def _label_columns(self, rows: dict[int, int]) -> dict[int, int]:
        found: dict[int, int] = {}
        for column in self._table.label_columns:
            headings = {token(t) for (_, at), t in self._heads.items() if at == column}
            labels = {token(t) for (_, at), t in self._labels.items() if at == column}
            scored = {
                new: self._column_score(new, rows, headings, labels) - abs(new - column) / 1000
                for new in range(min(self._sheet.width, MOST_COLUMNS))
                if new not in found.values()
            }
            best = max(scored, key=lambda new: scored[new], default=column)
            found[column] = best if scored.get(best, 0.0) > 0.2 else column
        return found

    def _column_score(
        self, column: int, rows: dict[int, int], headings: set[str], labels: set[str]
    ) -> float:
        tokens = self._words.tokens
        here = self._words.columns.get(column, set())
        above = {tokens.get((row, column), "") for row in rows.values()}
        headed = len(headings & above) / len(headings) if headings else 0.0
        labelled = len(labels & here) / len(labels) if labels else 0.0
        return headed + labelled

    def _value_columns(
        self, rows: dict[int, int], labels: dict[int, int]
    ) -> tuple[dict[int, int], tuple[int, ...]]:
        """Old value columns to new ones, and the new ones without a forerunner."""
        table = self._table
        old_range = range(table.first_column, self._seen.last_column + 1)
        old_keys = headings_of(self._heads, table.header_rows, old_range)
        if not any(old_keys.values()):
            return self._by_position(labels, old_range), ()
        new_lines = [rows[row] for row in table.header_rows]
        tokens = {
            at: word
            for at, word in self._words.tokens.items()
            if at[0] in new_lines and at[1] not in labels.values() and at not in self._taken
        }
        bounds = self._new_range(labels)
        new_keys = headings_of(tokens, new_lines, bounds, is_token=True)
        old = [column for column in old_range if old_keys[column]]
        new = [column for column in bounds if new_keys[column]]
        pairs = matched([old_keys[column] for column in old], [new_keys[column] for column in new])
        columns = {old[i]: new[j] for i, j in pairs}
        if not columns:
            return {}, ()
        first, last = min(columns.values()), max(columns.values())
        first = self._first_headed(first, new, labels)
        added = tuple(c for c in new if first <= c <= last and c not in columns.values())
        return columns, added

    def _by_position(self, labels: dict[int, int], old_range: range) -> dict[int, int]:
        shift = next(iter(new - old for old, new in labels.items()), 0)
        return {column: column + shift for column in old_range if column + shift >= 0}

    def _new_range(self, labels: dict[int, int]) -> range:
        """The columns that may hold values: right of the label columns, if they were before."""
        left_of_values = [new for old, new in labels.items() if old < self._table.first_column]
        return range(max(left_of_values, default=-1) + 1, min(self._sheet.width, MOST_COLUMNS))

    def _first_headed(self, first: int, headed: list[int], labels: dict[int, int]) -> int:
        """New columns may have come in between the labels and the first known column."""
        nearest = max((new for new in labels.values() if new < first), default=None)
        if nearest is None:
            return first
        return min((c for c in headed if nearest < c < first), default=first)

    # The recipe on the new sheet

    def _moved(
        self,
        rows: dict[int, int],
        columns: dict[int, int],
        first_row: int,
        new: tuple[int, ...],
    ) -> TableRecipe:
        table, down = self._table, first_row - self._table.first_row
        values = [new for old, new in columns.items() if old >= table.first_column]
        values += new

        def axis(old: Axis) -> Axis:
            also = axis(old.also) if old.also else None
            return replace(old, lines=self._new_lines(old, rows, columns), also=also)

        moved = replace(
            table,
            sheet=table.sheet
            if self._sheet.name.strip() == table.sheet.strip()
            else self._sheet.name,
            first_row=first_row,
            first_column=min(values),
            last_column=max(values),
            period=axis(table.period),
            area=axis(table.area),
            indicator=axis(table.indicator),
            ignored_rows=self._ignored_rows(down),
            ignored_columns=self._ignored_columns(columns),
        )
        return replace(moved, anchors=self._anchors(rows, columns, down))

    def _new_lines(
        self, axis: Axis, rows: dict[int, int], columns: dict[int, int]
    ) -> tuple[int, ...]:
        match axis.kind:
            case AxisKind.ROWS:
                return tuple(rows[line] for line in axis.lines)
            case AxisKind.COLUMNS | AxisKind.SECTIONS:
                return tuple(columns[line] for line in axis.lines)
            case AxisKind.CELL:
                return self._title_cell((axis.lines[0], axis.lines[1]))
            case _:
                return axis.lines

    def _title_cell(self, cell: Place) -> Place:
        """Where the cell stands now whose text dates the table."""
        wanted = token(self._texts.get(cell, ""))
        places = self._words.places.get(wanted, ())
        return min(places, key=lambda at: abs(at[0] - cell[0]) + abs(at[1] - cell[1]), default=cell)

    def _ignored_columns(self, columns: dict[int, int]) -> tuple[int, ...]:
        """Columns left out before; one without a heading follows the column on its left."""
        found = set()
        for column in self._table.ignored_columns:
            before = max((c for c in columns if c <= column), default=None)
            if before is not None:
                found.add(columns[before] + column - before)
        return tuple(
            sorted(
                found - {new for c, new in columns.items() if c not in self._table.ignored_columns}
            )
        )

    def _ignored_rows(self, down: int) -> tuple[int, ...]:
        """Rows left out before: the row of the same label now, or as many rows further down."""
        found = []
        for row in self._table.ignored_rows:
            words = {token(t) for (at, _), t in self._labels.items() if at == row}
            same = [at for word in words for at, _ in self._words.places.get(word, ())]
            found.append(min(same, key=lambda at: abs(at - row - down), default=row + down))
        return tuple(sorted(set(found)))

    def _anchors(
        self, rows: dict[int, int], columns: dict[int, int], down: int
    ) -> tuple[Anchor, ...]:
        anchors = []
        for anchor in self._table.anchors:
            row = rows.get(anchor.row, anchor.row + down)
            column = columns.get(anchor.column, anchor.column)
            if anchor.row not in rows:
                row, column = self._title_cell((anchor.row, anchor.column))
            text = self._sheet.text(row, column)
            if text and token(text) == token(anchor.text):
                anchors.append(Anchor(row, column, text))
        return tuple(anchors)

    # How sure

    def _score(
        self,
        rows: dict[int, int],
        labels: dict[int, int],
    ) -> float:
        new_heads = {word for at, word in self._words.tokens.items() if at[0] in rows.values()}
        new_labels = {word for at, word in self._words.tokens.items() if at[1] in labels.values()}
        shares = []
        if self._heads:
            shares += [(2.0, self._share(self._heads, new_heads))]
        if self._labels:
            shares += [(1.0, self._share(self._labels, new_labels))]
        total = sum(weight for weight, _ in shares)
        return sum(weight * share for weight, share in shares) / total if total else 0.0

    def _share(self, texts: dict[Place, str], among: Iterable[str]) -> float:
        wanted = {token(text) for text in texts.values()}
        return len(wanted & set(among)) / len(wanted) if wanted else 1.0
