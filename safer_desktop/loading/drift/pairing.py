"""Pairs the labels of a recipe's last file with those of this one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from safer_desktop.loading.drift.wording import Wording, compared

_MOST = 200
"""So many labels that are not the same in both files are compared word by word."""


@dataclass(frozen=True, slots=True)
class Paired:
    """``pairs`` are old and new labels that stand for each other, with how alike they are."""

    pairs: tuple[tuple[str, str, Wording], ...]
    gone: tuple[str, ...]
    added: tuple[str, ...]


def paired(old: Mapping[str, str], new: Mapping[str, str], same_place: Mapping[str, str]) -> Paired:
    """Who stands for whom among labels (keys; their cells are the values).

    First those that read the same, then those that differ in marks, dates or spelling and are not
    to be mistaken for another, then those in the same place that share words (``same_place``: old
    label to new).
    """
    pairs: dict[str, tuple[str, Wording]] = {}
    rest_old, rest_new = list(old), list(new)

    def pair(one: str, other: str, wording: Wording) -> None:
        pairs[one] = (other, wording)
        rest_old.remove(one)
        rest_new.remove(other)

    plain = {" ".join(label.split()): label for label in reversed(rest_new)}
    for one in tuple(rest_old):
        same = plain.get(" ".join(one.split()))
        if same in rest_new:
            pair(one, same, Wording.SAME)
    rest_old, rest_new = rest_old[:_MOST], rest_new[:_MOST]
    for level in (Wording.NOTED, Wording.DATED, Wording.NEAR):
        for one in tuple(rest_old):
            alike = [other for other in rest_new if compared(one, other) is level]
            rivals = [it for it in rest_old if alike and compared(it, alike[0]) is level]
            if len(alike) == 1 and len(rivals) == 1:
                pair(one, alike[0], level)
    for one in tuple(rest_old):
        here = same_place.get(one)
        if here in rest_new and compared(one, here) > Wording.OTHER:
            pair(one, here, compared(one, here))
    in_order = tuple((one, *pairs[one]) for one in old if one in pairs)
    return Paired(in_order, tuple(rest_old), tuple(rest_new))
