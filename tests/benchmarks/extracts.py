"""Large made-up extracts for the benchmarks: no row is about anybody."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

DISTRICTS = (
    "Blaby",
    "Charnwood",
    "Harborough",
    "Hinckley and Bosworth",
    "Melton",
    "North West Leicestershire",
    "Oadby and Wigston",
)
OFFENCES = (
    "Domestic burglary",
    "Vehicle crime",
    "Violence with injury",
    "Robbery",
    "Shoplifting",
    "Criminal damage and arson",
    "Drug offences",
    "Public order offences",
    "Other theft",
)
HEADER = (
    "Crime Reference",
    "Date Recorded",
    "Date Committed",
    "Offence Group",
    "HO Code",
    "District",
    "Beat",
    "Victim Name",
    "Date of Birth",
    "Postcode",
    "MO Notes",
    "Outcome",
)
_APRIL_2016 = 42461
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_TYPES}">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_KIND}.sharedStrings+xml"/>'
    "</Types>",
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1"'
    f' Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="Crimes" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    "</Relationships>",
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/>'
    '<xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs>'
    "</styleSheet>",
}


def xlsx_extract(path: Path, rows: int) -> Path:
    """A workbook of so many crimes by 12 columns, its texts shared as Excel writes them."""
    texts: dict[str, int] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in _PARTS.items():
            archive.writestr(name, _XML + content)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            start = f'{_XML}<worksheet xmlns="{_MAIN}"><dimension ref="A1:L{rows + 1}"/><sheetData>'
            part.write(start.encode())
            for piece in _rows(rows, texts):
                part.write(piece.encode())
            part.write(b"</sheetData></worksheet>")
        with archive.open("xl/sharedStrings.xml", "w", force_zip64=True) as part:
            part.write(f'{_XML}<sst xmlns="{_MAIN}" uniqueCount="{len(texts)}">'.encode())
            part.write("".join(f"<si><t>{text}</t></si>" for text in texts).encode())
            part.write(b"</sst>")
    return path


def _rows(rows: int, texts: dict[str, int]) -> Iterator[str]:
    rnd = random.Random(16)

    def text(column: str, row: int, value: str) -> str:
        number = texts.setdefault(value, len(texts))
        return f'<c r="{column}{row}" t="s"><v>{number}</v></c>'

    def plain(column: str, row: int, value: float, style: int) -> str:
        return f'<c r="{column}{row}" s="{style}"><v>{value}</v></c>'

    cells = [text(column, 1, name) for column, name in zip("ABCDEFGHIJKL", HEADER, strict=True)]
    yield f'<row r="1">{"".join(cells)}</row>'
    for row in range(2, rows + 2):
        day, lot = _APRIL_2016 + rnd.randrange(365), rnd.randrange(10**9)
        district = DISTRICTS[lot % 7]
        yield (
            f'<row r="{row}">'
            + text("A", row, f"16N{row:07d}")
            + plain("B", row, day, 1)
            + plain("C", row, round(day - lot % 9973 / 400, 4), 2)
            + text("D", row, OFFENCES[lot % 9])
            + plain("E", row, 1 + lot % 199, 0)
            + text("F", row, district)
            + text("G", row, f"{district[:2].upper()}{lot % 9}")
            + text("H", row, f"Person {lot % 999_983}")
            + plain("I", row, 15_000 + lot % 23_000, 1)
            + text("J", row, f"LE{1 + lot % 19} {lot % 10}AB")
            + text("K", row, f"Entry by means {lot % 997} of the rear door")
            + text("L", row, "Undetected")
            + "</row>"
        )


_POLICE_HEADER = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
    "Crime type,Last outcome category,Context\r\n"
)


def csv_folder(folder: Path, files: int, rows: int) -> Path:
    """So many csv files of so many rows, as the police publish street-level crime."""
    rnd = random.Random(16)
    for number in range(files):
        year, month, force = 2010 + number // 12 % 12, number % 12 + 1, number // 144
        when = f"{year}-{month:02d}"
        lines = [_POLICE_HEADER]
        for _ in range(rows):
            lot = rnd.randrange(2**60)
            identity = f"{lot:016x}" * 4
            lines.append(
                f"{identity},{when},Force {force:02d},Force {force:02d},-1.{lot % 999_983:06d},"
                f"52.{lot % 999_979:06d},On or near Street {lot % 997},E0102{lot % 9973:04d},"
                f"{DISTRICTS[lot % 7]} {lot % 131:03d}{'ABCDE'[lot % 5]},{OFFENCES[lot % 9]},"
                "Under investigation,\r\n"
            )
        place = folder / when
        place.mkdir(parents=True, exist_ok=True)
        name = f"{when}-force{force:02d}.csv"
        (place / name).write_text("".join(lines), encoding="utf-8", newline="")
    return folder
