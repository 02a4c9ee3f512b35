"""Printed figures that a later delivery has moved, and the sentence that says so."""

from __future__ import annotations

from safer_desktop.analysis.change import printed
from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.quantities import Basis, is_given, quantity
from safer_desktop.analysis.subject import described_area
from safer_desktop.domain.evidence import Quantity
from safer_desktop.domain.figures import Figure, Restated


def restated(figure: Figure, now: Quantity, before: Dataset, by: str) -> Restated | None:
    """How a number of ``figure`` read in the data ``before`` a delivery of the partner ``by``.

    None where it could not be given then, or is printed alike.
    """
    indicator = before.catalogue.indicator(figure.indicator)
    area = described_area(before, indicator, figure.area)
    basis = Basis.GIVEN if is_given(now) else Basis.COUNTED
    then = quantity(before, indicator, area, now.period, basis)
    if not isinstance(then, Quantity) or then.unit is not now.unit:
        return None
    if printed(indicator, then) == printed(indicator, now):
        return None
    return Restated(then, now, by)
