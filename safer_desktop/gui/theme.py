"""One calm look: fonts, colours, style sheet; light, dark or high contrast as the system asks."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from safer_desktop.assets import resource
from safer_desktop.gui.charts.palette import COLOURS, LOOK_PROPERTY, ChartColours, Look

SYSTEM = "system"
"""The setting that follows the system; the others are the values of :class:`Look`."""

FONT_FAMILY = "Inter"
_FONT_FILES = ("Inter-Regular.ttf", "Inter-Italic.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf")
_BODY_POINTS = 9.75


@dataclass(frozen=True, slots=True)
class Surface:
    """One look's colours of the window around the charts, as hex."""

    chrome: str
    side: str
    border: str
    control: str
    brand: str
    on_brand: str
    hover: str
    pressed: str
    group: str
    disabled: str
    focus: str
    link: str


SURFACES = {
    Look.LIGHT: Surface(
        chrome="#f5f7f9",
        side="#fafbfc",
        border="#dde2e7",
        control="#c3cad2",
        brand="#12436d",
        on_brand="#ffffff",
        hover="#eef3f8",
        pressed="#dfe8f1",
        group="#f1f4f7",
        disabled="#8a939c",
        focus="#1d70b8",
        link="#12436d",
    ),
    Look.DARK: Surface(
        chrome="#15181c",
        side="#1f242a",
        border="#343b43",
        control="#505a65",
        brand="#7fb8ec",
        on_brand="#0b1a28",
        hover="#2a323a",
        pressed="#343e48",
        group="#242a31",
        disabled="#78828c",
        focus="#9bccff",
        link="#9bccff",
    ),
    Look.CONTRAST: Surface(
        chrome="#000000",
        side="#000000",
        border="#ffffff",
        control="#ffffff",
        brand="#ffff00",
        on_brand="#000000",
        hover="#003a6b",
        pressed="#005a9e",
        group="#1a1a1a",
        disabled="#9a9a9a",
        focus="#ffff00",
        link="#ffff00",
    ),
}


class Theme(QObject):
    """The look of the whole program; ``changed`` says that every painted colour is new."""

    changed = Signal()

    def __init__(self, app: QApplication, setting: str = SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._setting = setting
        self._look = Look.LIGHT
        for name in _FONT_FILES:
            QFontDatabase.addApplicationFont(str(resource("fonts", name)))
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(body_font())
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self._refresh)
        self._put_on()

    @property
    def setting(self) -> str:
        """``system`` or the look that the user has chosen."""
        return self._setting

    @property
    def look(self) -> Look:
        """The look that is on."""
        return self._look

    @property
    def colours(self) -> ChartColours:
        """The look's colours of charts, chips and text."""
        return COLOURS[self._look]

    @property
    def surface(self) -> Surface:
        """The look's colours of the window."""
        return SURFACES[self._look]

    def choose(self, setting: str) -> None:
        """Follow the system or keep to one look."""
        self._setting = setting
        self._refresh()

    def _refresh(self) -> None:
        if self._wanted() is not self._look:
            self._put_on()
            self.changed.emit()

    def _wanted(self) -> Look:
        if self._setting in set(Look):
            return Look(self._setting)
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return Look.CONTRAST
        return Look.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else Look.LIGHT

    def _put_on(self) -> None:
        self._look = self._wanted()
        self._app.setProperty(LOOK_PROPERTY, str(self._look))
        self._app.setPalette(_palette(self.colours, self.surface))
        self._app.setStyleSheet(style_sheet(self._look))


def body_font() -> QFont:
    """The font of all text: figures of one width, so that numbers stand in columns."""
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(_BODY_POINTS)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def style_sheet(look: Look) -> str:
    """The style sheet of a look."""
    colours, surface = COLOURS[look], SURFACES[look]
    chips = {
        f"{tone.name.lower()}_{part}": getattr(chip, part)
        for tone, chip in colours.chips.items()
        for part in ("back", "fore")
    }
    plain = {key: value for key, value in asdict(colours).items() if isinstance(value, str)}
    text = resource("theme", "window.qss").read_text(encoding="utf-8")
    return Template(text).substitute(plain | asdict(surface) | chips)


def _palette(colours: ChartColours, surface: Surface) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in {
        role.Window: surface.side,
        role.WindowText: colours.text,
        role.Base: colours.background,
        role.AlternateBase: surface.group,
        role.Text: colours.text,
        role.Button: surface.side,
        role.ButtonText: colours.text,
        role.BrightText: colours.text,
        role.ToolTipBase: colours.background,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.selected,
        role.HighlightedText: colours.text,
        role.Link: surface.link,
        role.LinkVisited: surface.link,
        role.Accent: surface.brand,
        role.Mid: surface.border,
        role.Midlight: surface.border,
        role.Light: colours.background,
    }.items():
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(surface.disabled))
    return palette
