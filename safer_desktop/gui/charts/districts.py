"""The districts side by side, each with its 95% interval, against the county."""

from __future__ import annotations

from safer_desktop.domain.display import value_text
from safer_desktop.domain.evidence import MemberValue, Quantity
from safer_desktop.domain.figures import DistrictBars
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.gui.charts import words
from safer_desktop.gui.charts.bars import BarChart, BarRow

_ROLES = {
    words.Against.HIGHER: "higher",
    words.Against.LOWER: "lower",
    words.Against.SAME: "same",
    words.Against.UNTESTED: "same",
}
_SHORT = {
    words.Against.HIGHER: "\N{BLACK UP-POINTING TRIANGLE} higher",
    words.Against.LOWER: "\N{BLACK DOWN-POINTING TRIANGLE} lower",
    words.Against.SAME: "",
    words.Against.UNTESTED: "",
}


class DistrictChart(BarChart):
    """Bars of a :class:`DistrictBars`, highest first."""

    def show_districts(
        self, bars: DistrictBars, indicator: Indicator, area_name: words.AreaName
    ) -> None:
        """Show these districts and the county's line."""
        county = bars.county.value
        reference = None
        if isinstance(county, Quantity):
            text = value_text(county.value, bars.unit, indicator.decimals)
            reference = (f"{area_name(bars.county.area)} {text}", county.value)
            if bars.unit is Unit.COUNT:
                reference = None
        rows = [_row(bar, bars, indicator, area_name) for bar in bars.bars]
        self.show_rows(rows, reference)


def _row(
    bar: MemberValue, bars: DistrictBars, indicator: Indicator, area_name: words.AreaName
) -> BarRow:
    name = area_name(bar.area)
    said = words.bar_words(bar, bars, indicator, area_name)
    if not isinstance(bar.value, Quantity):
        return BarRow(name, None, "", bar.value.text, "same", said)
    place = words.against_county(bar, bars.county)
    count = ""
    if bar.value.count is not None and bars.unit is not Unit.COUNT:
        count = f"({value_text(bar.value.count, Unit.COUNT)})"
    return BarRow(
        name,
        bar.value.value,
        value_text(bar.value.value, bars.unit, indicator.decimals),
        " ".join(part for part in (count, _SHORT[place]) if part),
        _ROLES[place],
        said,
        bar.interval,
    )
