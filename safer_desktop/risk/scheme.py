"""The risk/harm scheme: factors, volume bands, weights, formula, classes; and the matrix's rows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from safer_desktop.domain.errors import SaferError

LEICESTER = "leicester-2010"
"""The scheme whose scores are the fields ``harm`` and ``probability`` of an incident type."""
PROBABILITY = "probability"
HARM = "harm"


class SchemeError(SaferError):
    """A scheme's bands or classes overlap, leave a hole or go the wrong way."""


class Section(StrEnum):
    """What a factor says something about. The organisation's position never enters the score."""

    LIKELIHOOD = "likelihood"
    HARM = "harm"
    POSITION = "organisational position"


class Formula(StrEnum):
    """The closed set of ways from scores to the risk score; ``formulas`` says what each means."""

    PRODUCT = "probability x harm"
    LIKELIHOOD_IMPACT = "likelihood x impact"
    WEIGHTED = "weighted harm x likelihood"
    CARDINAL = "count x harm per incident"


@dataclass(frozen=True, slots=True)
class VolumeBand:
    """Likelihood score for shares of all incidents from ``from_share`` percent upward."""

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
class Factor:
    """One thing that is scored, in whole numbers from ``lowest`` to ``highest``.

    ``levels`` give the wording of all or some scores. ``weight`` counts where the formula weighs.
    ``from_volume``: filled from the count, until a person scores it.
    """

    code: str
    name: str
    section: Section
    lowest: int
    highest: int
    levels: tuple[Level, ...] = ()
    weight: float = 1.0
    from_volume: bool = False

    def meaning(self, score: int) -> str:
        """The wording of a score; empty where the scheme gives none."""
        return next((level.meaning for level in self.levels if level.score == score), "")


@dataclass(frozen=True, slots=True)
class HarmWeight:
    """Harm per incident of one type, in the scheme's unit; None where the source gives none.

    ``source`` cites where it is from, or says why there is none.
    """

    incident_type: str
    value: float | None
    source: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a matrix is scored. Bands and classes run from low to high.

    ``meaning`` says what the score states. ``log_volume``: likelihood goes up one step for each
    equal multiple of the count, instead of by the bands. ``weights`` and their ``unit`` serve the
    cardinal formula only.
    """

    code: str
    name: str
    version: int
    source: str
    meaning: str
    formula: Formula
    factors: tuple[Factor, ...]
    bands: tuple[VolumeBand, ...]
    classes: tuple[RiskClass, ...]
    confidences: tuple[str, ...]
    log_volume: bool = False
    weights: tuple[HarmWeight, ...] = ()
    unit: str = "points"

    def factor(self, code: str) -> Factor | None:
        """The factor of this code."""
        return next((factor for factor in self.factors if factor.code == code), None)

    def of_section(self, section: Section) -> tuple[Factor, ...]:
        """The factors that say something about this."""
        return tuple(factor for factor in self.factors if factor.section is section)

    @property
    def likelihood(self) -> Factor | None:
        """The one factor of likelihood; the cardinal formula has none, it counts."""
        return next(iter(self.of_section(Section.LIKELIHOOD)), None)

    @property
    def harms(self) -> tuple[Factor, ...]:
        """The factors of harm, in their order."""
        return self.of_section(Section.HARM)

    @property
    def cardinal(self) -> bool:
        """Whether harm is an amount that may be added and multiplied, not only an order."""
        return self.formula is Formula.CARDINAL

    @property
    def harm_min(self) -> int:
        """The lowest harm that the factors can say together."""
        return min((factor.lowest for factor in self.harms), default=0)

    @property
    def harm_max(self) -> int:
        """The highest harm that the factors can say together."""
        return max((factor.highest for factor in self.harms), default=0)

    @property
    def harm_levels(self) -> tuple[Level, ...]:
        """The wording of the harm scale, where there is one factor of harm."""
        return self.harms[0].levels if len(self.harms) == 1 else ()

    def weight(self, incident_type: str) -> HarmWeight | None:
        """What the scheme says of an incident type's harm per incident."""
        return next((w for w in self.weights if w.incident_type == incident_type), None)


@dataclass(frozen=True, slots=True)
class FactorScore:
    """A score that people gave: the scheme's and the factor's codes, and the whole number."""

    scheme: str
    factor: str
    value: int


@dataclass(frozen=True, slots=True)
class OwnWeight:
    """Harm per incident that a person entered for a scheme, and why."""

    scheme: str
    value: float
    why: str


@dataclass(frozen=True, slots=True)
class IncidentType:
    """A row of the matrix as the users keep it.

    ``indicator`` names the series whose count is used (empty: ``count`` is typed in).
    ``harm`` and ``probability`` are the scores of the scheme :data:`LEICESTER`; ``scores`` are
    those of other schemes. ``score`` reads them all. None: nobody has scored it.
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
    scores: tuple[FactorScore, ...] = ()
    own_weights: tuple[OwnWeight, ...] = ()

    def score(self, scheme: str, factor: str) -> int | None:
        """The score that people gave this type for a factor (codes)."""
        if scheme == LEICESTER and factor in (HARM, PROBABILITY):
            return self.harm if factor == HARM else self.probability
        found = (s.value for s in self.scores if (s.scheme, s.factor) == (scheme, factor))
        return next(found, None)

    def own_weight(self, scheme: str) -> OwnWeight | None:
        """The harm per incident that a person entered for a scheme."""
        return next((weight for weight in self.own_weights if weight.scheme == scheme), None)


@dataclass(frozen=True, slots=True)
class RowScore:
    """A row's score of one factor. ``by_hand``: a person gave it, not the volume."""

    factor: str
    value: int | None
    by_hand: bool = True


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A scored row. Numbers are None where something needed for them is missing.

    ``share`` is in percent of all counted incidents in the matrix; ``count_words`` say period
    and origin of the count. ``likelihood`` and ``harm`` are the two numbers that the formula
    multiplies; ``harm`` is per incident, ``harm_words`` say where it is from. ``total_harm`` is
    count x harm, ``harm_share`` its percent of all total harm. ``rank`` counts from 1 = highest
    risk, as the ranks by count, harm per incident and total harm do; ties share a rank.
    ``missing`` says what a score still needs.
    """

    type: IncidentType
    count: float | None
    count_words: str
    sources: tuple[int, ...]
    share: float | None
    likelihood: float | None
    likelihood_by_hand: bool
    harm: float | None
    risk: float | None
    risk_class: str
    rank: int | None
    harm_words: str = ""
    scores: tuple[RowScore, ...] = ()
    total_harm: float | None = None
    harm_share: float | None = None
    count_rank: int | None = None
    harm_rank: int | None = None
    total_rank: int | None = None
    missing: tuple[str, ...] = ()

    @property
    def confidence(self) -> str:
        """How sure the scorers are."""
        return self.type.confidence

    def score(self, factor: str) -> int | None:
        """The score of a factor that counts in this row, given or filled from volume."""
        return next((s.value for s in self.scores if s.factor == factor), None)
