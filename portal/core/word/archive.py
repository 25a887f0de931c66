"""Open a .docx or .xlsx without trusting it: every part is measured before it is read, and read only once.

Both are zips of XML parts. What a hostile one may try: a macro, a zip that unpacks to gigabytes,
sizes that lie, XML that defines entities or nests without end, links that make a reader fetch files
or addresses. `repack` answers with a small archive made anew, which holds only what a reader needs.
"""

import io
import re
import zipfile
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring, iterparse

from portal.core.archives import (
    ARCHIVE_FAILURES,
    MEGABYTE,
    ArchiveRefused,
    Limits,
    open_judged,
)

from .problems import WordFileError

MAX_FILE: Final = 20 * MEGABYTE
MAX_XML_PART: Final = 24 * MEGABYTE
# Word's own XML reaches a ratio of 40 or so.
LIMITS: Final = Limits(entries=1500, total=120 * MEGABYTE, ratio=150)
MAX_DEPTH: Final = 200
MAX_ELEMENTS: Final = 600_000

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_WEB_ADDRESS: Final = re.compile(r"(?:https?|mailto):", re.IGNORECASE)


class Part(NamedTuple):
    name: str
    data: bytes


class OfficeKind(NamedTuple):
    """A kind of office file: what must be in it, and which of its parts a reader is given."""

    main_part: str
    main_type: str
    xml_parts: re.Pattern[str]
    media: re.Pattern[str] | None = None


_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF: Final = frozenset({"0", "false", "off"})
DOCX: Final = OfficeKind(
    "word/document.xml",
    "wordprocessingml.document.main+xml",
    re.compile(
        r"\[Content_Types\]\.xml|_rels/\.rels"
        r"|word/_rels/(?:document|footnotes|endnotes)\d*\.xml\.rels|"
        r"word/(?:document|styles|numbering|footnotes|endnotes)\d*\.xml",
        re.IGNORECASE,
    ),
    re.compile(r"word/media/[^/]+", re.IGNORECASE),
)
XLSX: Final = OfficeKind(
    "xl/workbook.xml",
    "spreadsheetml.sheet.main+xml",
    re.compile(
        r"\[Content_Types\]\.xml|_rels/\.rels|xl/_rels/workbook\.xml\.rels"
        r"|xl/(?:workbook|styles|sharedStrings)\.xml|xl/worksheets/[^/]+\.xml",
        re.IGNORECASE,
    ),
)


def repack(data: bytes, kind: OfficeKind = DOCX) -> io.BytesIO:
    """Return a clean archive with the text, styles, lists, notes and pictures of the document.

    Raises WordFileError, whose message says what to do, for anything that is not a plain file of its kind.
    """
    _refuse_by_beginning(data)
    try:
        with open_judged(io.BytesIO(data), LIMITS) as archive:
            _refuse_without_main_part(archive.namelist(), kind)
            parts = _read_parts(archive, kind)
    except ArchiveRefused as error:
        known = error.code in {"password", "macros", "damaged"}
        raise WordFileError(error.code if known else "suspicious") from error
    except ARCHIVE_FAILURES as error:
        raise WordFileError("damaged") from error
    _refuse_by_type(parts, kind)
    clean = io.BytesIO()
    with zipfile.ZipFile(clean, "w") as target:
        for part in parts:
            target.writestr(part.name, part.data)
    clean.seek(0)
    return clean


def _refuse_by_beginning(data: bytes) -> None:
    if not data:
        raise WordFileError("empty")
    if len(data) > MAX_FILE:
        raise WordFileError("too_large", limit=MAX_FILE // MEGABYTE)
    if data.startswith(_OLE):
        # Word wraps a document with a password in the container of the old format.
        raise WordFileError("password" if _ENCRYPTED in data else "old_format")
    if data[:1024].lstrip().startswith(b"%PDF"):
        raise WordFileError("pdf")
    if data.startswith(b"{\\rtf"):
        raise WordFileError("rtf")
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise WordFileError("damaged" if data.startswith(b"PK\x03\x04") else "not_docx")


def _refuse_without_main_part(names: list[str], kind: OfficeKind) -> None:
    if not {"[content_types].xml", kind.main_part} <= {name.lower() for name in names}:
        raise WordFileError("not_docx")


def _read_parts(archive: zipfile.ZipFile, kind: OfficeKind) -> list[Part]:
    parts = []
    for entry in archive.infolist():
        if kind.xml_parts.fullmatch(entry.filename):
            content = _unpack(archive, entry, MAX_XML_PART)
            _refuse_by_xml(content)
            if entry.filename.endswith(".rels"):
                content = _without_external_targets(content)
            elif b"vanish" in content.replace(b"\0", b""):
                content = _without_hidden_text(content)
            parts.append(Part(entry.filename, content))
        elif kind.media and kind.media.fullmatch(entry.filename):
            parts.append(Part(entry.filename, _unpack(archive, entry, MAX_FILE)))
    return parts


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes:
    """Read piece by piece: the size in the table may lie, and one large read would believe it."""
    if entry.file_size > limit:
        raise WordFileError("suspicious")
    pieces, size = [], 0
    with archive.open(entry) as source:
        while piece := source.read(64 * 1024):
            size += len(piece)
            if size > limit:
                raise WordFileError("suspicious")
            pieces.append(piece)
    return b"".join(pieces)


def _refuse_by_xml(content: bytes) -> None:
    """No document type (so no entities), no bottomless nesting, no endless list of elements."""
    depth = elements = 0
    try:
        for event, element in iterparse(
            io.BytesIO(content), events=("start", "end"), forbid_dtd=True
        ):
            if event == "end":
                depth -= 1
                element.clear()
                continue
            depth += 1
            elements += 1
            if depth > MAX_DEPTH or elements > MAX_ELEMENTS:
                raise WordFileError("suspicious")
    except DefusedXmlException as error:
        raise WordFileError("suspicious") from error
    except (ParseError, LookupError) as error:
        raise WordFileError("damaged") from error


def _without_external_targets(content: bytes) -> bytes:
    """Keep the addresses that a reader clicks; blank those that a program would fetch."""
    root: Element = fromstring(content, forbid_dtd=True)
    for relation in root:
        if relation.get("TargetMode", "").lower() != "external":
            continue
        is_link = relation.get("Type", "").endswith("/hyperlink")
        if not is_link or not _WEB_ADDRESS.match(relation.get("Target", "").strip()):
            relation.set("Target", "#")
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _without_hidden_text(content: bytes) -> bytes:
    """Take out the runs that Word hides: their writer does not see that he hands them in."""
    root: Element = fromstring(content, forbid_dtd=True)
    for parent in list(root.iter()):
        shown = [child for child in parent if not _is_hidden(child)]
        if len(shown) < len(parent):
            parent[:] = shown
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _is_hidden(child: Element) -> bool:
    mark = child.find(f"{_W}rPr/{_W}vanish") if child.tag == f"{_W}r" else None
    return mark is not None and mark.get(f"{_W}val", "1").lower() not in _OFF


def _refuse_by_type(parts: list[Part], kind: OfficeKind) -> None:
    """The table of types says what the main part is, and that nothing has macros."""
    types = next(part.data for part in parts if part.name.lower() == "[content_types].xml")
    root: Element = fromstring(types, forbid_dtd=True)
    declared = [element.get("ContentType", "") for element in root]
    if any("macroenabled" in each.lower() or "vbaproject" in each.lower() for each in declared):
        raise WordFileError("macros")
    if not any(each.endswith(kind.main_type) for each in declared):
        raise WordFileError("not_docx")
