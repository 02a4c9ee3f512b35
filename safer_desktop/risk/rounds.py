"""Partner rounds: who is asked for which scores, what they gave, and what comes of it."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from safer_desktop.domain.records import code_from
from safer_desktop.risk.agreement import Agreement, Pooled, agreement, pool
from safer_desktop.risk.firmness import number_words
from safer_desktop.risk.scheme import Factor, IncidentType, Scheme, SchemeError

FEWEST_SHOWN = 3
"""Partners who must have scored a thing before its median goes back to them: with two, each
would know what the other said."""


class RoundState(StrEnum):
    """Whether sheets are still taken in."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation that scores."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Asked:
    """An incident type that is scored, as it was called when the sheets were written."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Given:
    """One cell of an answer: a type, a factor (codes) and the score."""

    type: str
    factor: str
    score: int


@dataclass(frozen=True, slots=True)
class Remark:
    """What a partner wrote beside a type: how sure it is, and a comment."""

    type: str
    confidence: str
    comment: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One partner's sheet as it was read."""

    partner: str
    file: str
    sha256: str
    read_at: datetime
    scores: tuple[Given, ...]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """A round of scoring under one version of a scheme.

    ``key`` signs the sheets. ``answers`` holds at most one answer per partner.
    """

    code: str
    number: int
    scheme: str
    scheme_name: str
    version: int
    factors: tuple[Factor, ...]
    confidences: tuple[str, ...]
    types: tuple[Asked, ...]
    partners: tuple[Partner, ...]
    opened: date
    key: str
    state: RoundState = RoundState.OPEN
    answers: tuple[Answer, ...] = ()

    @property
    def title(self) -> str:
        """``Round 2 of Probability x harm, version 1``."""
        return f"Round {self.number} of {self.scheme_name}, version {self.version}"

    def partner(self, code: str) -> Partner | None:
        """The partner of this code, if it was invited."""
        return next((it for it in self.partners if it.code == code), None)

    def answer(self, partner: str) -> Answer | None:
        """The answer of this partner (code), if it was read."""
        return next((it for it in self.answers if it.partner == partner), None)

    def with_answer(self, answer: Answer) -> Round:
        """The round with this answer in place of the partner's earlier one."""
        others = tuple(it for it in self.answers if it.partner != answer.partner)
        return replace(self, answers=(*others, answer))

    def scores(self, kind: str, factor: str) -> dict[str, float]:
        """The scores of one type and factor (codes) by partner's code."""
        return {
            answer.partner: float(given.score)
            for answer in self.answers
            for given in answer.scores
            if (given.type, given.factor) == (kind, factor)
        }


@dataclass(frozen=True, slots=True)
class Result:
    """What the partners made of one factor of one type; ``pooled`` None: nobody scored it."""

    type: Asked
    factor: Factor
    pooled: Pooled | None

    @property
    def score(self) -> int | None:
        """The median as a score of the scale: a half goes up."""
        return None if self.pooled is None else int(self.pooled.median + 0.5)


def new_round(
    scheme: Scheme,
    types: Sequence[IncidentType],
    partners: Sequence[str],
    rounds: Sequence[Round],
    opened: date,
    key: str,
) -> Round:
    """The next round under a scheme; raises :class:`SchemeError` if there is nothing to ask.

    Partners keep their codes from round to round, by their names.
    """
    factors = tuple(it for it in scheme.factors if not it.from_volume)
    names = list(dict.fromkeys(name.strip() for name in partners if name.strip()))
    if not factors:
        raise SchemeError(
            "This scheme takes no scores: its harm comes from weights.",
            remedy="Choose a scheme with scored factors.",
        )
    if not names or not types:
        what = "partners are named" if not names else "incident types are in the matrix"
        raise SchemeError(f"No {what}.", remedy="Name at least one, then start the round.")
    if any(it.state is RoundState.OPEN for it in rounds):
        raise SchemeError(
            "A round is still open.", remedy="Close it before the next one is started."
        )
    known = {it.name: it for round_ in rounds for it in round_.partners}
    invited: list[Partner] = []
    for name in names:
        taken = {it.code for it in known.values()} | {it.code for it in invited}
        invited.append(known.get(name) or Partner(code_from(name, taken, "partner"), name))
    number = 1 + sum(it.scheme == scheme.code and it.version == scheme.version for it in rounds)
    return Round(
        code=code_from(f"round {len(rounds) + 1}", {it.code for it in rounds}, "round"),
        number=number,
        scheme=scheme.code,
        scheme_name=scheme.name,
        version=scheme.version,
        factors=factors,
        confidences=scheme.confidences,
        types=tuple(Asked(it.code, it.name) for it in types),
        partners=tuple(invited),
        opened=opened,
        key=key,
    )


def previous(round_: Round, rounds: Sequence[Round]) -> Round | None:
    """The round before, under the same version of the scheme."""
    before = [
        it
        for it in rounds
        if (it.scheme, it.version, it.number) == (round_.scheme, round_.version, round_.number - 1)
    ]
    return before[0] if before else None


def signature(round_: Round, partner: str) -> str:
    """What a sheet carries to show that it belongs to this round, partner and structure."""
    signed = [
        round_.code,
        round_.number,
        round_.scheme,
        round_.version,
        partner,
        [it.code for it in round_.types],
        [[it.code, it.lowest, it.highest] for it in round_.factors],
    ]
    text = json.dumps(signed, ensure_ascii=True, separators=(",", ":"))
    return hmac.new(bytes.fromhex(round_.key), text.encode(), hashlib.sha256).hexdigest()[:32]


def results(round_: Round) -> tuple[Result, ...]:
    """What the partners made of each type and factor, in the order of the sheet."""
    return tuple(
        Result(kind, factor, pool(round_.scores(kind.code, factor.code)))
        for kind in round_.types
        for factor in round_.factors
    )


def round_agreement(round_: Round) -> Mapping[str, Agreement]:
    """Alpha over all types, by factor's code: scales differ, so each factor has its own."""
    return {
        factor.code: agreement(
            [list(round_.scores(kind.code, factor.code).values()) for kind in round_.types]
        )
        for factor in round_.factors
    }


def came_about(round_: Round, result: Result, alphas: Mapping[str, Agreement], on: str) -> str:
    """``median 15 of 6 partners, round 2, 14 November 2017; alpha 0.71``."""
    if result.pooled is None:
        return ""
    many = len(result.pooled.scores)
    found = alphas[result.factor.code]
    alpha = f"alpha {found.alpha:.2f}" if found.alpha is not None else f"no alpha: {found.why_not}"
    return (
        f"median {number_words(result.pooled.median)} of {many} "
        f"{'partner' if many == 1 else 'partners'}, round {round_.number}, {on}; {alpha}"
    )
