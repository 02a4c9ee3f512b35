"""Matches the columns of two tables by their headings."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from safer_desktop.loading.cells import Place
from safer_desktop.loading.drift.wording import token

_ALIKE = 0.6


def headings_of(
    cells: dict[Place, str], lines: Iterable[int], columns: range, *, is_token: bool = False
) -> dict[int, tuple[str, ...]]:
    """Each column's headings, outermost first; a blank one takes that on its left.

    A column without a heading in the innermost line has none.
    """
    order = list(lines)
    keys: dict[int, tuple[str, ...]] = {}
    last = dict.fromkeys(order, "")
    for column in columns:
        for line in order:
            text = cells.get((line, column), "")
            if text:
                last[line] = text if is_token else token(text)
        own = any((line, column) in cells for line in order)
        keys[column] = tuple(last[line] for line in order) if own else ()
    return keys


def matched(old: list[tuple[str, ...]], new: list[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Pairs of equal keys, in order first and then out of it; last what stands between alike.

    In a stretch between two pairs as long as it was, what remains is paired one to one; in others
    by how alike the words are.
    """
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    pairs: dict[int, int] = {}
    for block in matcher.get_matching_blocks():
        pairs.update((block.a + step, block.b + step) for step in range(block.size))
    for i in range(len(old)):
        used = set(pairs.values())
        same = [j for j in range(len(new)) if new[j] == old[i] and j not in used]
        if i not in pairs and same:
            pairs[i] = same[0]
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "replace":
            continue
        used = set(pairs.values())
        here = [i for i in range(i1, i2) if i not in pairs]
        there = [j for j in range(j1, j2) if j not in used]
        alike = len(here) == len(there)
        pairs.update(zip(here, there, strict=True) if alike else _closest(old, new, here, there))
    return sorted(pairs.items())


def _closest(
    old: list[tuple[str, ...]], new: list[tuple[str, ...]], here: list[int], there: list[int]
) -> list[tuple[int, int]]:
    """In a stretch that was rewritten, the pairs whose words are most alike, in order."""
    pairs: list[tuple[int, int]] = []
    rest = list(there)
    for i in here:
        likeness = {
            j: SequenceMatcher(None, " ".join(old[i]), " ".join(new[j])).ratio() for j in rest
        }
        best = max(likeness, key=lambda j: likeness[j], default=None)
        if best is not None and likeness[best] > _ALIKE:
            pairs.append((i, best))
            rest = [j for j in rest if j > best]
    return pairs
