"""The colours of charts and chips: Government Analysis Function palette, three looks.

Every colour repeats what words or a shape already say. Text stands at 4.5:1 or more against what
it is drawn on, parts of a chart at 3:1 or more (``tests/gui/charts/test_palette.py`` proves it).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QGuiApplication, QPalette

LOOK_PROPERTY = "look"
"""Name of the property of the application under which the theme says which look is on."""


class Look(StrEnum):
    """The looks of the program."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "high contrast"


class Tone(StrEnum):
    """What a chip says; its words say it first."""

    GOOD = "good"
    BAD = "bad"
    CAUTION = "caution"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class ChipColours:
    """Background and text of a chip, as hex."""

    back: str
    fore: str


@dataclass(frozen=True, slots=True)
class ChartColours:
    """One look's colours, as hex, by what they are for."""

    background: str
    text: str
    muted: str
    grid: str
    axis: str
    line: str
    second: str
    reference: str
    higher: str
    lower: str
    same: str
    interval: str
    selected: str
    chips: dict[Tone, ChipColours]


LIGHT = ChartColours(
    background="#ffffff",
    text="#1f2328",
    muted="#59636e",
    grid="#e6e9ec",
    axis="#7d8791",
    line="#12436d",
    second="#f46a25",
    reference="#3d3d3d",
    higher="#801650",
    lower="#28a197",
    same="#12436d",
    interval="#1f2328",
    selected="#e7eff8",
    chips={
        Tone.GOOD: ChipColours("#ddf3f0", "#0b5950"),
        Tone.BAD: ChipColours("#fde6da", "#8a2a08"),
        Tone.CAUTION: ChipColours("#fff0c7", "#664400"),
        Tone.QUIET: ChipColours("#eaedf0", "#3d434a"),
    },
)

DARK = ChartColours(
    background="#1b1f24",
    text="#e8ebee",
    muted="#aab3bd",
    grid="#30363d",
    axis="#87919c",
    line="#7fb8ec",
    second="#ff9b63",
    reference="#c9d1d9",
    higher="#e07fb4",
    lower="#4fc7bb",
    same="#7fb8ec",
    interval="#f0f3f6",
    selected="#243447",
    chips={
        Tone.GOOD: ChipColours("#12403b", "#a4e9e0"),
        Tone.BAD: ChipColours("#55230f", "#ffc7ab"),
        Tone.CAUTION: ChipColours("#4a3800", "#ffe08a"),
        Tone.QUIET: ChipColours("#343b43", "#d9dfe5"),
    },
)

CONTRAST = ChartColours(
    background="#000000",
    text="#ffffff",
    muted="#ffffff",
    grid="#5a5a5a",
    axis="#ffffff",
    line="#ffff00",
    second="#00ffff",
    reference="#ffffff",
    higher="#ff8cff",
    lower="#00ff90",
    same="#ffff00",
    interval="#ffffff",
    selected="#003a6b",
    chips={
        Tone.GOOD: ChipColours("#000000", "#00ff90"),
        Tone.BAD: ChipColours("#000000", "#ff9d5c"),
        Tone.CAUTION: ChipColours("#000000", "#ffff00"),
        Tone.QUIET: ChipColours("#000000", "#ffffff"),
    },
)

COLOURS = {Look.LIGHT: LIGHT, Look.DARK: DARK, Look.CONTRAST: CONTRAST}


def current_look() -> Look:
    """The look that the theme has set, else the one that the system's colours suggest."""
    app = QGuiApplication.instance()
    named = app.property(LOOK_PROPERTY) if app else None
    if isinstance(named, str) and named in set(Look):
        return Look(named)
    dark = QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
    return Look.DARK if dark else Look.LIGHT


def current_colours() -> ChartColours:
    """The colours of the current look."""
    return COLOURS[current_look()]


def contrast(one: str, other: str) -> float:
    """WCAG contrast of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(hex_colour: str) -> float:
    colour = QColor(hex_colour)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
