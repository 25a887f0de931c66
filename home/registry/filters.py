"""Narrow and sort a register by whatever stands in the address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from home.laws.rules.validity import Validity
from home.laws.wording import VALIDITY_LABELS
from home.registry.models import DocumentField, OfficialDocumentPage
from home.registry.querysets import DocumentQuerySet
from home.registry.wording import DocumentType
from portal.core.filters import Choice
from portal.core.text import compose, sort_key
from units.frame.frames import Frame
from units.models import Unit

MAX_QUERY = 200
STATUSES = (Validity.IN_FORCE, Validity.NOT_YET, Validity.LAPSED)
SORTS: dict[str, Callable[[DocumentQuerySet], DocumentQuerySet]] = {
    "": DocumentQuerySet.newest_first,
    "cu-nhat": DocumentQuerySet.oldest_first,
    "so-tang": DocumentQuerySet.by_number,
    "so-giam": DocumentQuerySet.by_number_down,
}


class DocumentFilters:
    """Unknown values narrow nothing: an old or mangled link still leads to the register."""

    def __init__(self, request: HttpRequest, frame: Frame) -> None:
        self.request, self.frame = request, frame
        wanted = request.GET.get
        self.query = " ".join(compose(wanted("q", "").replace("\x00", " ")).split())[:MAX_QUERY]
        self.kind = next((k for k in DocumentType if k.value == wanted("loai")), None)
        self.status = next((s for s in STATUSES if s.value == wanted("trang-thai")), None)
        self.sort = wanted("sap-xep", "") if wanted("sap-xep") in SORTS else ""
        self.field = next((f for f in self._fields if f.slug == wanted("linh-vuc")), None)
        self.unit = self._wanted_unit(wanted("don-vi", ""))
        self.year = next((y for y in self._years if str(y) == wanted("nam")), None)
        issuer = wanted("co-quan", "").replace("-", " ")
        self.issuer_key = issuer if issuer in self._issuers else ""

    def _wanted_unit(self, slug: str) -> Unit | None:
        if not self.frame.is_province:
            return None
        return next((unit for unit in self._units if unit.slug == slug), None)

    @cached_property
    def _units(self) -> list[Unit]:
        province = [self.frame.units.province] if self.frame.units.province else []
        return [*province, *self.frame.units.lower_level]

    @cached_property
    def _fields(self) -> list[DocumentField]:
        return list(DocumentField.objects.active())

    @cached_property
    def everything(self) -> DocumentQuerySet:
        """What this register lists before anything is narrowed."""
        return OfficialDocumentPage.objects.shown().of_site(self.frame.unit)

    @cached_property
    def _present(self) -> list[tuple[str, int, str, str]]:
        """Which types, years and issuers occur: asked once for all filters."""
        rows = self.everything.order_by().values_list(
            "document_type", "year", "issuer_key", "issuer"
        )
        return list(rows.distinct())

    @cached_property
    def _years(self) -> list[int]:
        return sorted({year for _kind, year, _key, _name in self._present}, reverse=True)

    @cached_property
    def _issuers(self) -> dict[str, str]:
        names = {key: name for _kind, _year, key, name in self._present if key}
        return dict(sorted(names.items(), key=lambda pair: sort_key(pair[1])))

    @property
    def is_narrowed(self) -> bool:
        return bool(self.query or any(choice.selected[0] for choice in self.narrowing()))

    def documents(self) -> DocumentQuerySet:
        found = self.everything
        if self.unit:
            found = found & OfficialDocumentPage.objects.own_of(self.unit, self.frame.units.known)
        if self.kind:
            found = found.filter(document_type=self.kind)
        if self.field:
            found = found.filter(field=self.field)
        if self.issuer_key:
            found = found.filter(issuer_key=self.issuer_key)
        if self.year is not None:
            found = found.filter(year=self.year)
        if self.query:
            found = found.matching(self.query)
        if self.status:
            found = found.having(self.status, timezone.localdate())
        return SORTS[self.sort](found)

    def narrowing(self) -> list[Choice]:
        present = {kind for kind, _year, _key, _name in self._present}
        kinds = [
            (k.value, str(k.label), k == self.kind) for k in DocumentType if k.value in present
        ]
        choices = [
            Choice("loai", _("Loại văn bản"), kinds),
            Choice("linh-vuc", _("Lĩnh vực"), self._field_options()),
            Choice(
                "nam", _("Năm ban hành"), [(str(y), str(y), y == self.year) for y in self._years]
            ),
            Choice("trang-thai", _("Hiệu lực"), self._status_options()),
            Choice("co-quan", _("Cơ quan ban hành"), list(self._issuer_options())),
        ]
        if self.frame.is_province:
            units = [(u.slug, u.short_name, u == self.unit) for u in self._units]
            choices.append(Choice("don-vi", _("Sổ của đơn vị"), units))
        return choices

    def _field_options(self) -> list[tuple[str, str, bool]]:
        return [(f.slug, f.name, f == self.field) for f in self._fields]

    def _status_options(self) -> list[tuple[str, str, bool]]:
        return [(s.value, str(VALIDITY_LABELS[s]), s == self.status) for s in STATUSES]

    def _issuer_options(self) -> Iterator[tuple[str, str, bool]]:
        for key, name in self._issuers.items():
            yield key.replace(" ", "-"), name, key == self.issuer_key

    def sorting(self) -> Sequence[tuple[str, str, bool]]:
        labels = {
            "": _("Mới ban hành trước"),
            "cu-nhat": _("Cũ trước"),
            "so-tang": _("Số tăng dần"),
            "so-giam": _("Số giảm dần"),
        }
        return [(value, label, value == self.sort) for value, label in labels.items()]

    def chips(self) -> list[tuple[str, str]]:
        """(what narrows the list, the address without it)."""
        found = []
        if self.query:
            label = _("Tìm “%(query)s”") % {"query": self.query}
            found.append((label, self.address(without="q")))
        for choice in self.narrowing():
            if choice.selected[0]:
                label = f"{choice.label}: {choice.selected[1]}"
                found.append((label, self.address(without=choice.name)))
        return found

    def address(self, without: str = "") -> str:
        """The query of the list as it is narrowed and sorted, from its first page."""
        query = QueryDict(mutable=True)
        if self.query:
            query["q"] = self.query
        for choice in self.narrowing():
            if choice.selected[0]:
                query[choice.name] = choice.selected[0]
        if self.sort:
            query["sap-xep"] = self.sort
        query.pop(without, None)
        return f"?{query.urlencode()}"
