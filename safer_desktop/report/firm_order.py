"""How firm the order of the matrix is: bars of places, and the same as a table."""

from __future__ import annotations

from safer_desktop.domain.display import listed
from safer_desktop.report.content import (
    Align,
    Block,
    Cell,
    Chart,
    ChartKind,
    Column,
    Heading,
    Paragraph,
    Role,
    Series,
    Table,
)
from safer_desktop.risk.firmness import (
    Firmness,
    PlaceGroup,
    assumption_words,
    order_sentence,
    place_groups,
    share_words,
    type_sentence,
)

MOST_BARS = 20
_FIRST_TOLD = 3


def firm_order(found: Firmness) -> tuple[Block, ...]:
    """What became of the order under plausible weights and scores."""
    groups = place_groups(found)
    first = range(min(_FIRST_TOLD, len(found.case.types)))
    told = " ".join(type_sentence(found, at) for at in first)
    return (
        Heading(2, "How firm the order is"),
        Paragraph("appendix:firm", f"{order_sentence(found)} {told}", Role.PLAIN),
        _chart(found, groups),
        _table(found, groups),
    )


def _named(group: PlaceGroup) -> str:
    return f"Place {group.name}"


def _chart(found: Firmness, groups: tuple[PlaceGroup, ...]) -> Chart:
    names = tuple(it.name for it in found.case.types)[:MOST_BARS]
    shares = found.places[:MOST_BARS]
    top = groups[0]
    often = max(range(len(found.places)), key=lambda at: top.share(found.places[at]))
    leader = found.case.types[often].name
    firsts = listed(
        f"{name} {share_words(top.share(places))}"
        for name, places in zip(names, shares, strict=True)
        if top.share(places) > 0
    )
    left_out = len(found.case.types) - len(names)
    rest = f" The first {MOST_BARS} types; the table has all." if left_out else ""
    return Chart(
        kind=ChartKind.PARTS,
        title=f"{leader} comes first in {share_words(top.share(found.places[often]))} of draws",
        caption="How often each incident type takes which place",
        categories=names,
        series=tuple(
            Series(_named(group), tuple(100 * group.share(places) for places in shares))
            for group in groups
        ),
        number_format='0"%"',
        value_title="Share of draws",
        alt_text=(
            f"Stacked bars: the share of draws in which each of {len(names)} incident types takes "
            f"{listed(_named(group).casefold() for group in groups)}. First place: {firsts}. "
            "The table after it has all figures."
        ),
        note=f"{assumption_words(found)}{rest}",
    )


def _table(found: Firmness, groups: tuple[PlaceGroup, ...]) -> Table:
    return Table(
        caption="How often each incident type takes which place",
        columns=(
            Column("Incident type", 30),
            *(Column(_named(group), 12, Align.RIGHT) for group in groups),
            Column("Most frequent place", 16, Align.RIGHT),
        ),
        rows=tuple(
            (
                Cell(kind.name),
                *(Cell(share_words(group.share(places))) for group in groups),
                Cell(str(1 + max(range(len(places)), key=places.__getitem__))),
            )
            for kind, places in zip(found.case.types, found.places, strict=True)
        ),
        alt_text=(
            "One row per incident type, in the order of the matrix: the share of draws at each "
            "group of places, and the place it takes most often."
        ),
        width=0.8,
    )
