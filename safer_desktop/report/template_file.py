"""A council's own Word template, made safe and fit for a paper before it is kept.

Works on the raw parts of the file: nothing of it is trusted, nothing is fetched.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from lxml import etree

from safer_desktop.domain.errors import ReportError

LARGEST = 5_000_000
"""Bytes of the file: it travels in the pack."""
LARGEST_UNPACKED = 60_000_000
MOST_PARTS = 1500
BODY_TAG = "report_body"
BODY_MARK = "{{report_body}}"
DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MAIN_TYPES = {
    DOCUMENT_TYPE,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "t": "http://schemas.openxmlformats.org/package/2006/content-types",
    "p": "http://schemas.openxmlformats.org/package/2006/relationships",
}
W, _R = f"{{{NAMES['w']}}}", f"{{{NAMES['r']}}}"
_CODE = re.compile(
    r"vbaProject|vbaData|activeX|customUI|oleObject|keyMapCustomizations", re.IGNORECASE
)
_DROPPED_KINDS = re.compile(
    r"/(vbaProject|wordVbaData|control|activeXControlBinary|extensibility|oleObject|aFChunk"
    r"|attachedTemplate|mailMergeSource|mailMergeHeaderSource|recipientData|stylesWithEffects"
    r"|keyMapCustomizations|subDocument|frame|package|printerSettings|attachedToolbars"
    r"|ui/userCustomization)$"
)
_SAFE_LINK = ("https:", "mailto:", "tel:")
_FETCHING = re.compile(r"\b(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|LINK|IMPORT|INCLUDE)\b")


@dataclass(frozen=True, slots=True)
class CleanTemplate:
    """A template's bytes as they are kept, and what was changed or will be missed, in words."""

    content: bytes
    notes: tuple[str, ...]


def read_template(path: Path) -> CleanTemplate:
    """The template in a .docx, .dotx, .docm or .dotm file, without macros and outside links.

    Raises ReportError for what is no such file, could do harm, or has no place for the report.
    """
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        raise _refused(path.name, f"cannot be read: {error.strerror}", "Try again.") from None
    if size > LARGEST:
        raise _refused(
            path.name,
            f"has {size / 1e6:.1f} MB; at most {LARGEST / 1e6:.0f} MB travel in a pack",
            "Compress its pictures in Word (Picture format > Compress pictures).",
        )
    return cleaned(content, path.name)


def cleaned(content: bytes, name: str) -> CleanTemplate:
    """The template in these bytes; raises ReportError as :func:`read_template` does."""
    package = _Package(name, _unpacked(content, name))
    package.clean()
    return CleanTemplate(package.packed(), tuple(dict.fromkeys(package.notes)))


def _refused(name: str, what: str, remedy: str) -> ReportError:
    return ReportError(f"The template {what}.", where=f"File: {name}.", remedy=remedy)


def _unpacked(content: bytes, name: str) -> dict[str, bytes]:
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise _refused(
            name,
            "is in Word's old format, or has a password",
            "Open it in Word and save it as a Word template (.dotx) without a password.",
        )
    remedy = "Open it in Word and save it anew as a Word template (.dotx)."
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(it.file_size for it in parts) > LARGEST_UNPACKED:
                raise _refused(name, "unpacks to more than a template can need", remedy)
            if len({it.filename for it in parts}) < len(parts):
                raise _refused(name, "holds the same part twice", remedy)
            return {it.filename: archive.read(it) for it in parts if not it.is_dir()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError):
        raise _refused(name, "is not a Word file, or is damaged", remedy) from None


@dataclass
class _Package:
    """The parts of a Word file, cleaned in place."""

    name: str
    parts: dict[str, bytes]
    notes: list[str] = field(default_factory=list)
    trees: dict[str, Any] = field(default_factory=dict)
    main: str = ""

    def clean(self) -> None:
        self._parse()
        self._find_main()
        for owner in self._owners():
            self._clean_relations(owner)
        self._drop_unwanted()
        self._rewrite_types()
        self._check_fields()
        self._settle()
        self._check_body()

    def packed(self) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(self.parts, key=lambda it: it != "[Content_Types].xml"):
                tree = self.trees.get(name)
                content = self.parts[name]
                if tree is not None:
                    content = etree.tostring(
                        tree, xml_declaration=True, encoding="UTF-8", standalone=True
                    )
                # The time of packing must not make two keepings of one file differ.
                archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        return made.getvalue()

    def _parse(self) -> None:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        for name, content in self.parts.items():
            if not name.lower().endswith((".xml", ".rels")):
                continue
            try:
                tree: Any = etree.fromstring(content, parser)
            except etree.XMLSyntaxError:
                raise _refused(
                    self.name,
                    f"is damaged in its part '{name}'",
                    "Open it in Word and save it anew as a Word template (.dotx).",
                ) from None
            if tree.getroottree().docinfo.doctype:
                raise _refused(
                    self.name,
                    f"declares entities in its part '{name}', which Word never does and which "
                    "can be used to do harm",
                    "Do not use this file; ask whoever sent it for the council's own template.",
                )
            self.trees[name] = tree

    def _find_main(self) -> None:
        relations = self.trees.get("_rels/.rels")
        kind = "/officeDocument"
        found = (
            [it.get("Target").lstrip("/") for it in relations if it.get("Type").endswith(kind)]
            if relations is not None
            else []
        )
        types = self.trees.get("[Content_Types].xml")
        if types is not None and found and found[0] in self.trees:
            self.main = found[0]
            over = types.find(f"t:Override[@PartName='/{self.main}']", NAMES)
            if over is not None and over.get("ContentType") in _MAIN_TYPES:
                return
        raise _refused(
            self.name,
            "is not a Word document or template",
            "Choose a .docx or .dotx file.",
        )

    def _owners(self) -> list[str]:
        return [name for name in self.trees if name.endswith(".rels")]

    def _clean_relations(self, relations: str) -> None:
        path = PurePosixPath(relations)
        owner = "" if relations == "_rels/.rels" else str(path.parent.parent / path.stem)
        for relation in list(self.trees[relations]):
            kind, target = relation.get("Type", ""), relation.get("Target", "")
            external = relation.get("TargetMode") == "External"
            is_link = kind.endswith("/hyperlink")
            safe = is_link and target.lower().startswith(_SAFE_LINK)
            if not _DROPPED_KINDS.search(kind) and (not external or safe):
                continue
            self._note_dropped(kind, target, external=external)
            relation.getparent().remove(relation)
            if owner in self.trees:
                _forget(self.trees[owner], relation.get("Id"))

    def _note_dropped(self, kind: str, target: str, *, external: bool) -> None:
        what = kind.rsplit("/", 1)[-1]
        if what in ("vbaProject", "wordVbaData"):
            self.notes.append("Its macros were left out: a paper needs none.")
        elif what == "hyperlink":
            self.notes.append(
                f"A link to '{target[:60]}' was undone: only https, e-mail and telephone links "
                "are published."
            )
        elif what == "image":
            self.notes.append(
                "A picture that lies outside the file was left out: insert it into the template."
            )
        elif external or what not in ("stylesWithEffects", "printerSettings"):
            self.notes.append(f"What it fetches or embeds ({what}) was left out.")

    def _drop_unwanted(self) -> None:
        """Every part that nothing leads to any more, and all code."""
        wanted = {"[Content_Types].xml", "_rels/.rels"}
        waiting = list(self._targets("_rels/.rels", PurePosixPath("")))
        while waiting:
            name = waiting.pop()
            if name in wanted or name not in self.parts:
                continue
            wanted.add(name)
            path = PurePosixPath(name)
            relations = str(path.parent / "_rels" / f"{path.name}.rels")
            if relations in self.trees:
                wanted.add(relations)
                waiting += self._targets(relations, path.parent)
        for name in [it for it in self.parts if it not in wanted or _CODE.search(it)]:
            del self.parts[name]
            self.trees.pop(name, None)

    def _targets(self, relations: str, folder: PurePosixPath) -> Iterator[str]:
        for relation in self.trees.get(relations, ()):
            if relation.get("TargetMode") != "External":
                yield resolved(folder, relation.get("Target", ""))

    def _rewrite_types(self) -> None:
        types = self.trees["[Content_Types].xml"]
        for over in types.findall("t:Override", NAMES):
            name = over.get("PartName", "").lstrip("/")
            if name == self.main:
                over.set("ContentType", DOCUMENT_TYPE)
            elif name not in self.parts:
                types.remove(over)
        for default in types.findall("t:Default", NAMES):
            if "vba" in default.get("ContentType", "").lower():
                types.remove(default)

    def _check_fields(self) -> None:
        for name, tree in self.trees.items():
            codes = [it.text or "" for it in tree.iter(f"{W}instrText")]
            codes += [it.get(f"{W}instr", "") for it in tree.iter(f"{W}fldSimple")]
            found = _FETCHING.search(" ".join(codes)) or _FETCHING.search("".join(codes))
            if found:
                raise _refused(
                    self.name,
                    f"has a field that fetches something from outside ({found[0]}, in '{name}')",
                    "In Word, select the field and press Ctrl+Shift+F9: it becomes plain text.",
                )

    def _settle(self) -> None:
        for name, tree in self.trees.items():
            for language in tree.iter(f"{W}lang", f"{W}themeFontLang"):
                if language.get(f"{W}val", "en-GB") == "en-US":
                    language.set(f"{W}val", "en-GB")
                    self.notes.append("Its language was set to English (United Kingdom).")
            for chunk in list(tree.iter(f"{W}altChunk")):
                chunk.getparent().remove(chunk)
            if name.endswith("settings.xml") and tree.tag == f"{W}settings":
                self._settle_settings(tree)

    def _settle_settings(self, settings: Any) -> None:
        for tag in (
            "updateFields", "attachedTemplate", "mailMerge", "documentProtection", "linkStyles",
            "writeProtection", "trackRevisions",
        ):  # fmt: skip
            for node in settings.findall(f"w:{tag}", NAMES):
                settings.remove(node)
                if tag in ("documentProtection", "writeProtection"):
                    self.notes.append("Its protection was taken off: a paper has to be edited.")
        mode = settings.find(".//w:compatSetting[@w:name='compatibilityMode']", NAMES)
        if mode is not None and mode.get(f"{W}val") != "15":
            mode.set(f"{W}val", "15")
            self.notes.append("It was made for an older Word: it is used in today's mode.")

    def _check_body(self) -> None:
        body = self.trees[self.main].find("w:body", NAMES)
        marks = [] if body is None else body_marks(body)
        if len(marks) != 1:
            raise _refused(
                self.name,
                "has more than one place for the report"
                if marks
                else "has no place for the "
                "report: a line of its own, outside tables and text boxes",
                f"In Word, type {BODY_MARK} on a line of its own where the report shall stand "
                f"(or put a content control there with the tag {BODY_TAG}), and save.",
            )


def resolved(folder: PurePosixPath, target: str) -> str:
    """The name of the part that a relation of a part in ``folder`` leads to."""
    if target.startswith("/"):
        return target.lstrip("/")
    steps: list[str] = list(folder.parts)
    for step in target.split("/"):
        if step == "..":
            del steps[-1:]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def text_of(node: Any) -> str:
    """The text in a piece of a Word file."""
    return "".join(it.text or "" for it in node.iter(f"{W}t"))


def body_marks(body: Any) -> list[Any]:
    """The blocks of the body in whose place the report is put."""
    return [block for block in body if _is_mark(block)]


def _is_mark(block: Any) -> bool:
    if block.tag == f"{W}sdt":
        return tag_of(block) == BODY_TAG
    if block.tag != f"{W}p":
        return False
    if re.sub(r"\s", "", text_of(block)) == BODY_MARK:
        return True
    controls = block.findall("w:sdt", NAMES)
    return len(controls) == 1 and tag_of(controls[0]) == BODY_TAG


def tag_of(control: Any) -> str:
    """A content control's tag, in small letters; empty if it has none."""
    found = control.find("w:sdtPr/w:tag", NAMES)
    return "" if found is None else str(found.get(f"{W}val", "")).strip().lower()


def _forget(tree: Any, relation: str) -> None:
    """Take out whatever in a part needs a relation that is gone."""
    users = [
        node for node in tree.iter(etree.Element)
        if any(key.startswith(_R) and value == relation for key, value in node.attrib.items())
    ]  # fmt: skip
    for node in users:
        _LEAVE.get(etree.QName(node).localname, _remove)(node)


def _remove(node: Any) -> None:
    outer = node
    while outer is not None and etree.QName(outer).localname not in ("drawing", "pict", "object"):
        outer = outer.getparent()
    gone = node if outer is None else outer
    if gone.getparent() is not None:
        gone.getparent().remove(gone)


def _unwrap(node: Any) -> None:
    for child in list(node):
        node.addprevious(child)
    node.getparent().remove(node)


def _remove_alone(node: Any) -> None:
    node.getparent().remove(node)


_LEAVE: dict[str, Callable[[Any], None]] = {
    "hyperlink": _unwrap,
    "hlinkClick": _remove_alone,
    "hlinkHover": _remove_alone,
    "externalData": _remove_alone,
}
