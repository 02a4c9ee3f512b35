"""Schemes and incident types as a pack keeps them: one field for each score."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from safer_desktop.domain.plain import MalformedError, from_plain, to_plain
from safer_desktop.domain.records import Json
from safer_desktop.risk.scheme import HARM, LEICESTER, PROBABILITY, IncidentType, Scheme

_SCORE, _WEIGHT, _WHY = "score", "weight", "weight why"
_BEFORE_FACTORS = ("harm_min", "harm_max", "harm_levels")
_FIRST_MEANING = (
    "Which incident types press most on the area, taking how often they happen and how much harm "
    "each does together."
)


def score_field(scheme: str, factor: str) -> str:
    """The field of an incident type's record that holds a factor's score."""
    if scheme == LEICESTER and factor in (HARM, PROBABILITY):
        return factor
    return f"{_SCORE}:{scheme}:{factor}"


def weight_fields(scheme: str) -> tuple[str, str]:
    """The fields that hold a person's own harm per incident, and the reason for it."""
    return f"{_WEIGHT}:{scheme}", f"{_WHY}:{scheme}"


def type_of(fields: Mapping[str, Json]) -> IncidentType:
    """The incident type of a record; :class:`MalformedError` if it cannot be read."""
    plain = {key: value for key, value in fields.items() if ":" not in key}
    scores: list[Json] = []
    weights: list[Json] = []
    for key, value in sorted(fields.items()):
        kind, _, rest = key.partition(":")
        if value is None or not rest:
            continue
        if kind == _SCORE:
            if not isinstance(value, int):
                raise MalformedError(f"A stored score of an incident type is no number: {value}.")
            scheme, _, factor = rest.partition(":")
            scores.append({"scheme": scheme, "factor": factor, "value": value})
        elif kind == _WEIGHT:
            why = str(fields.get(weight_fields(rest)[1]) or "")
            weights.append({"scheme": rest, "value": value, "why": why})
    return from_plain(IncidentType, {**plain, "scores": scores, "own_weights": weights})


def type_fields(item: IncidentType) -> dict[str, Json]:
    """The record of an incident type."""
    fields = to_plain(item)
    del fields["scores"], fields["own_weights"]
    for score in item.scores:
        fields[score_field(score.scheme, score.factor)] = score.value
    for weight in item.own_weights:
        value, why = weight_fields(weight.scheme)
        fields[value], fields[why] = weight.value, weight.why
    return fields


def scheme_of(fields: Mapping[str, Json]) -> Scheme:
    """The scheme of a record, also of one from before schemes had factors.

    Raises :class:`MalformedError` if it cannot be read.
    """
    if "factors" in fields:
        return from_plain(Scheme, dict(fields))
    kept = {key: value for key, value in fields.items() if key not in _BEFORE_FACTORS}
    bands = cast("list[dict[str, Json]]", fields.get("bands") or [])
    scores = [band.get("score") for band in bands] or [0]
    likelihood: Json = {
        "code": PROBABILITY,
        "name": "Probability",
        "section": "likelihood",
        "lowest": scores[0],
        "highest": scores[-1],
        "from_volume": True,
    }
    harm: Json = {
        "code": HARM,
        "name": "Harm",
        "section": "harm",
        "lowest": fields.get("harm_min"),
        "highest": fields.get("harm_max"),
        "levels": fields.get("harm_levels"),
    }
    formula = "probability x harm"
    made: dict[str, Json] = {
        "meaning": _FIRST_MEANING,
        "formula": formula,
        "factors": [likelihood, harm],
    }
    return from_plain(Scheme, {**kept, **made})
