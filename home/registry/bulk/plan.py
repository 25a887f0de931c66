"""What an import would do: every line with its document or with what is wrong. Nothing is kept here."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Revision

from home.laws.rules.symbols import canonical_symbol, identity, lacks_number, parse_symbol
from home.registry.bulk.archives import MEGABYTE, Archive
from home.registry.bulk.problems import BulkError, CellProblem
from home.registry.bulk.sheet import SheetRow
from home.registry.forms import NO_NUMBER
from home.registry.models import DocumentField, DocumentIndexPage, OfficialDocumentPage
from home.registry.wording import type_named, type_of_symbol
from portal.core.text import fold, format_date
from portal.media.uploads import DOCUMENT_KINDS, UploadError, judge

# The annexes of one document are fewer.
MAX_FILES: Final = 40
Key = tuple[str, str, int]


@dataclass
class Planned:
    """One line: the unsaved document, the names of its files in the archive, and its problems."""

    line: SheetRow
    page: OfficialDocumentPage
    files: list[str] = field(default_factory=list)

    @property
    def problems(self) -> list[CellProblem]:
        return self.line.problems


@dataclass
class Plan:
    lines: list[Planned]
    unused: list[str]

    @property
    def problems(self) -> list[CellProblem]:
        return [problem for planned in self.lines for problem in planned.problems]

    @property
    def is_ready(self) -> bool:
        return not self.problems


class Planner:
    """Reads lines against one register and one archive."""

    def __init__(self, index: DocumentIndexPage, archive: Archive | None, issuer: str) -> None:
        self.archive, self.issuer = archive, issuer
        self.fields = {fold(row.name): row for row in DocumentField.objects.all()}
        self.taken = taken_keys(index)
        self.seen: dict[Key, int] = {}
        self.used: dict[str, int] = {}

    def plan(self, lines: list[SheetRow]) -> Plan:
        planned = [self._planned(line) for line in lines]
        names = self.archive.names if self.archive else []
        return Plan(planned, [name for name in names if name not in self.used])

    def _planned(self, line: SheetRow) -> Planned:
        page = OfficialDocumentPage(
            symbol=canonical_symbol(line.text("symbol")),
            issuer=line.text("issuer") or self.issuer,
            document_type=self._type(line),
            field=self._field(line),
            **{name: line.text(name) for name in ("summary", "abstract", "signer", "signer_post")},
            **{name: line.day(name) for name in ("issued_on", "effective_on", "expires_on")},
        )
        self._check_symbol(line, page)
        for name, text in page.wrong_dates().items():
            line.add(name, str(text))
        return Planned(line, page, list(self._files(line)))

    def _type(self, line: SheetRow) -> str:
        named = line.text("document_type")
        kind = type_named(named) if named else None
        if named and kind is None:
            line.add(
                "document_type", _("không có loại “%s”. Hãy chọn một loại trong tệp mẫu.") % named
            )
        return str(kind or type_of_symbol(parse_symbol(line.text("symbol"))) or "")

    def _field(self, line: SheetRow) -> DocumentField | None:
        named = line.text("field")
        found = self.fields.get(fold(named)) if named else None
        if named and found is None:
            text = _("không có lĩnh vực “%s”. Hãy chọn một lĩnh vực trong tệp mẫu, hoặc để trống.")
            line.add("field", text % named)
        return found

    def _check_symbol(self, line: SheetRow, page: OfficialDocumentPage) -> None:
        if lacks_number(page.symbol):
            line.add("symbol", str(NO_NUMBER))
            return
        if page.symbol and parse_symbol(page.symbol) is None:
            line.add("symbol", _("không đọc được “%s”. Hãy ghi như 173/QĐ-VKS.") % page.symbol)
            return
        if not page.symbol or not page.issued_on:
            return
        key = page.key
        if key in self.taken:
            line.add("symbol", _("sổ đã có văn bản này: %s. Hãy bỏ dòng này.") % self.taken[key])
        elif key in self.seen:
            line.add("symbol", _("trùng với dòng %d. Hãy bỏ bớt một dòng.") % self.seen[key])
        self.seen.setdefault(key, line.number)

    def _files(self, line: SheetRow) -> Iterator[str]:
        names = [name for name in map(str.strip, line.text("files").split(";")) if name]
        if len(names) > MAX_FILES:
            text = _("nhiều nhất %d tệp cho một văn bản. Hãy bỏ bớt, hoặc tách thành hai dòng.")
            line.add("files", text % MAX_FILES)
            return
        for wanted in names:
            name = self.archive.find(wanted) if self.archive else None
            if name is None:
                text = _("không thấy tệp “%s” trong tệp nén. Hãy kiểm tra tên tệp, kể cả đuôi.")
                line.add("files", text % wanted)
            elif name in self.used:
                values = {"name": name, "line": self.used[name]}
                line.add("files", _("tệp “%(name)s” đã dùng ở dòng %(line)d.") % values)
            else:
                self.used[name] = line.number
                if problem := self._file_problem(name):
                    line.add(
                        "files", _("tệp “%(name)s”: %(what)s") % {"name": name, "what": problem}
                    )
                yield name

    def _file_problem(self, name: str) -> str:
        """Why the file is not taken; empty when it is."""
        assert self.archive is not None  # noqa: S101 (a name was found in it)
        limit = settings.PORTAL_DOCUMENT_MAX_MB
        try:
            data = self.archive.read(name, limit * MEGABYTE)
            if len(data) > limit * MEGABYTE:
                raise UploadError("too_large", size=f">{limit}", limit=limit)
            kind = judge(io.BytesIO(data), name)
        except (UploadError, BulkError) as error:
            return str(error)
        if kind in DOCUMENT_KINDS:
            return ""
        return _("Văn bản chỉ nhận tệp PDF, Word (.docx), Excel (.xlsx) hoặc ảnh.")


def taken_keys(index: DocumentIndexPage) -> dict[Key, str]:
    """Documents of the register, published and drafts, by what makes them that very document."""
    own = OfficialDocumentPage.objects.child_of(index)
    columns = ("symbol", "symbol_key", "issuer_key", "year", "issued_on", "document_type")
    taken: dict[Key, str] = {
        (row.symbol_key or "", row.issuer_key, row.year): f"{row.name} {format_date(row.issued_on)}"
        for row in own.exclude(symbol_key=None).only(*columns)
    }
    changed = own.filter(has_unpublished_changes=True).values("latest_revision")
    for content in Revision.objects.filter(pk__in=changed).values_list("content", flat=True):
        symbol = str(content.get("symbol") or "")
        year = int(content.get("year") or 0)
        taken.setdefault(identity(symbol, str(content.get("issuer") or ""), year), symbol)
    return taken
