"""Names of places that lists of areas begin with, whatever areas the catalogue has."""

from __future__ import annotations

import re

from safer_desktop.loading.areas import ONS_CODE, AreaMatcher, plain_name
from safer_desktop.loading.finder import plain_head

_HEADING = re.compile(
    r"\b(?:areas?|districts?|boroughs?|local auth\w*|la|las|lad|authorit\w+|forces?|csps?|regions?|"
    r"places?|geograph\w+|councils?|partnerships?|wards?|beats?|neighbourhoods?|lsoas?|msoas?|"
    r"count(?:y|ies)|countr(?:y|ies)|nations?|towns?|parish(?:es)?|localit\w+)\b"
)
_LISTED = """
United Kingdom, Great Britain, England and Wales, England, Wales, Scotland, Northern Ireland,
North East, North West, Yorkshire and The Humber, East Midlands, West Midlands, East of England,
East, London, South East, South West,
Avon and Somerset, Bedfordshire, Cambridgeshire, Cheshire, Cleveland, Cumbria, Derbyshire,
Devon and Cornwall, Dorset, Durham, Dyfed-Powys, Essex, Gloucestershire, Greater Manchester, Gwent,
Hampshire, Hertfordshire, Humberside, Kent, Lancashire, Leicestershire, Lincolnshire,
City of London, Merseyside, Metropolitan Police, Norfolk, Northamptonshire, Northumbria,
North Wales, North Yorkshire, Nottinghamshire, South Wales, South Yorkshire, Staffordshire, Suffolk,
Surrey, Sussex, Thames Valley, Warwickshire, West Mercia, West Yorkshire, Wiltshire,
British Transport Police, Buckinghamshire, Cornwall, Devon, East Sussex, Herefordshire,
Oxfordshire, Rutland, Shropshire, Somerset, West Sussex, Worcestershire, Northumberland,
Isle of Wight, Bristol, Birmingham, Leeds, Liverpool, Manchester, Newcastle upon Tyne, Sheffield,
Leicester, Nottingham, Derby, York
"""
_NAMES = frozenset(plain_name(name) for name in _LISTED.replace("\n", " ").split(","))
"""United Kingdom, countries, regions, police forces, counties and great cities."""


class Places:
    """Tells names of places: those of the catalogue, ONS codes, and well-known ones."""

    def __init__(self, matcher: AreaMatcher) -> None:
        self.matcher = matcher
        self._seen: dict[str, bool] = {}

    def is_place(self, text: str) -> bool:
        """Whether a label names a place."""
        if text not in self._seen:
            self._seen[text] = (
                ONS_CODE.search(text) is not None
                or plain_name(text) in _NAMES
                or self.matcher.exact(text).code is not None
            )
        return self._seen[text]


def heads_places(text: str) -> bool:
    """Whether a heading announces places: ``District``, ``Force_Name``, ``Local Authority``."""
    return len(text) < 80 and _HEADING.search(plain_head(text)) is not None
