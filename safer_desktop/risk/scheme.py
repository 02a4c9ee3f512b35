"""The risk/harm scheme: probability by volume band x harm score = risk score, and its classes."""

from __future__ import annotations

from dataclasses import dataclass

from safer_desktop.domain.errors import SaferError


class SchemeError(SaferError):
    """A scheme's bands or classes overlap, leave a hole or go the wrong way."""


@dataclass(frozen=True, slots=True)
class VolumeBand:
    """Probability score for shares of all incidents from ``from_share`` percent upward."""

    from_share: float
    score: int


@dataclass(frozen=True, slots=True)
class RiskClass:
    """Risk scores from ``from_score`` upward are called ``name``."""

    name: str
    from_score: float


@dataclass(frozen=True, slots=True)
class Level:
    """What one score on a scale means, in words."""

    score: int
    meaning: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a matrix is scored. Bands and classes run from low to high.

    ``harm_levels`` give the wording of some points of the harm scale ``harm_min``-``harm_max``.
    """

    code: str
    name: str
    version: int
    source: str
    bands: tuple[VolumeBand, ...]
    harm_min: int
    harm_max: int
    harm_levels: tuple[Level, ...]
    classes: tuple[RiskClass, ...]
    confidences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncidentType:
    """A row of the matrix as the users keep it.

    ``indicator`` names the series whose count is used (empty: ``count`` is typed in).
    ``harm`` is None until somebody scores it. ``probability`` overrides the volume band where
    a person sets it (the note should say why).
    """

    code: str
    name: str
    indicator: str = ""
    count: float | None = None
    harm: int | None = None
    probability: int | None = None
    confidence: str = ""
    note: str = ""
    scored_by: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A scored row. Numbers are None where something needed for them is missing.

    ``rank`` counts from 1 = highest risk; ties share a rank. ``share`` is in percent of all
    counted incidents in the matrix. ``count_words`` says period and origin of the count.
    """

    type: IncidentType
    count: float | None
    count_words: str
    sources: tuple[int, ...]
    share: float | None
    probability: int | None
    probability_by_hand: bool
    harm: int | None
    risk: float | None
    risk_class: str
    rank: int | None
