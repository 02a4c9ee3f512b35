"""How far the quarter's work is: loaded, checked, scored, written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.evidence import Quantity
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.observations import Severity, StoredLoad
from safer_desktop.domain.records import RecordKind
from safer_desktop.gui.charts.palette import Tone
from safer_desktop.gui.widgets.chips import Chip
from safer_desktop.risk.scheme import IncidentType

if TYPE_CHECKING:
    from safer_desktop.workbench.bench import Workbench


def load_chip(catalogue: Catalogue, figures: Mapping[str, Figure]) -> Chip:
    """How many partners' figures are there."""
    partners = {indicator.partner for indicator in catalogue.headline}
    there = {
        catalogue.indicator(code).partner
        for code, figure in figures.items()
        if isinstance(figure.latest, Quantity)
    }
    return _share(len(there), len(partners), "partners")


def check_chip(loads: Sequence[StoredLoad]) -> Chip:
    """How many things the checks found that a person should look at."""
    counted = [load for load in loads if not load.withdrawn]
    found = sum(p.severity is not Severity.NOTE for load in counted for p in load.problems)
    if not counted:
        return Chip("nothing loaded", Tone.QUIET)
    return Chip(f"{found} to look at", Tone.CAUTION) if found else Chip("all clear", Tone.GOOD)


def score_chip(types: Sequence[IncidentType]) -> Chip:
    """How many incident types have a harm score."""
    return _share(sum(kind.harm is not None for kind in types), len(types), "scored")


def write_chip(bench: Workbench) -> Chip:
    """How many of the indicators' paragraphs a person has worked on."""
    headline = bench.catalogue.headline
    edited = sum(bench.has_record(RecordKind.COMMENTARY, f"indicator:{i.code}") for i in headline)
    if not edited:
        return Chip("drafted", Tone.QUIET)
    return Chip(f"{edited} of {len(headline)} edited", Tone.GOOD)


def _share(there: int, of: int, noun: str) -> Chip:
    if not there:
        return Chip("not started", Tone.QUIET)
    return Chip(f"{there} of {of} {noun}", Tone.GOOD if there == of else Tone.CAUTION)
