"""Dataclasses to plain JSON values and back."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar, cast

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.records import Json

_T = TypeVar("_T")


class MalformedError(SaferError):
    """A stored record does not have the fields that its kind needs."""


def to_plain(item: object) -> dict[str, Json]:
    """A dataclass as JSON values: dates as ISO text, enums as their values."""
    return cast("dict[str, Json]", _converter().unstructure(item))


def from_plain(kind: type[_T], data: Json) -> _T:
    """The dataclass back; raises :class:`MalformedError` naming what is wrong with it."""
    from cattrs import transform_error
    from cattrs.errors import BaseValidationError

    try:
        return cast("_T", _converter().structure(data, kind))
    except BaseValidationError as error:
        faults = "; ".join(transform_error(error, path=kind.__name__))
        raise MalformedError(
            f"A stored {kind.__name__.lower()} cannot be read: {faults}."
        ) from None


@cache
def _converter() -> Any:
    from cattrs.preconf.json import make_converter

    return make_converter(forbid_extra_keys=True, unstruct_collection_overrides={tuple: list})
