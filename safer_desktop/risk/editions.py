"""A matrix frozen for a board: everything it was worked out from, its results, and a seal."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Quantity, Reason
from safer_desktop.domain.plain import from_plain, to_plain
from safer_desktop.domain.records import Json
from safer_desktop.risk.matrix import score
from safer_desktop.risk.scheme import IncidentType, MatrixRow, Scheme


@dataclass(frozen=True, slots=True)
class MatrixInputs:
    """All that a matrix is worked out from; ``counts`` by the type's code."""

    scheme: Scheme
    types: tuple[IncidentType, ...]
    counts: dict[str, Quantity | Reason]

    def rows(self) -> tuple[MatrixRow, ...]:
        """The scored rows; raises :class:`SchemeError` if a score does not fit the scheme."""
        return score(self.types, self.scheme, self.counts)


@dataclass(frozen=True, slots=True)
class FrozenFile:
    """A file that counts came from, as it was when the matrix was frozen."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class MatrixEdition:
    """The matrix as one board saw it. ``counted`` names the months; ``digest`` seals the rest."""

    code: str
    board_date: date
    area: str
    area_name: str
    quarter: Edition
    counted: str
    frozen_by: str
    frozen_at: datetime
    why: str
    inputs: MatrixInputs
    files: tuple[FrozenFile, ...]
    rows: tuple[MatrixRow, ...]
    digest: str = ""

    @property
    def label(self) -> str:
        """``Board of 12 June 2017 (Leicestershire, 2016/17 Q4)``."""
        day = f"{self.board_date.day} {self.board_date:%B %Y}"
        return f"Board of {day} ({self.area_name}, {self.quarter.label})"


def sealed(edition: MatrixEdition) -> MatrixEdition:
    """The edition with its digest, its values in the form in which they are stored."""
    kept = from_plain(MatrixEdition, to_plain(edition))
    return replace(kept, digest=digest_of(to_plain(kept)))


def digest_of(fields: Mapping[str, Json]) -> str:
    """SHA-256 over every stored field but the digest itself."""
    return hashlib.sha256(
        _text({name: value for name, value in fields.items() if name != "digest"}).encode()
    ).hexdigest()


def faults(fields: Mapping[str, Json]) -> tuple[str, ...]:
    """What is wrong with a stored edition, in sentences; empty if it is as it was frozen."""
    return tuple(_faults(fields))


def inputs_of(
    scheme: Scheme, types: Sequence[IncidentType], counts: Mapping[str, Quantity | Reason]
) -> MatrixInputs:
    """Inputs with the counts that belong to these types only."""
    codes = {kind.code for kind in types}
    return MatrixInputs(
        scheme, tuple(types), {code: it for code, it in counts.items() if code in codes}
    )


def _faults(fields: Mapping[str, Json]) -> Iterator[str]:
    if digest_of(fields) != fields.get("digest"):
        yield "Its seal does not fit what is stored: it was altered after it was frozen."
    edition = from_plain(MatrixEdition, dict(fields))
    if _rows_text(edition.inputs.rows()) != _rows_text(edition.rows):
        yield "Working its results out anew from its own inputs gives others than are stored."


def _rows_text(rows: Sequence[MatrixRow]) -> str:
    return _text([to_plain(row) for row in rows])


def _text(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
