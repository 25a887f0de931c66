"""The security log in the administration: read, filter, export; nothing else."""

from collections.abc import Iterator
from typing import Any, cast

import django_filters
from django.apps import apps
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import Select
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.functional import cached_property
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry

from portal.audit.actions import LISTED, LOG_EXPORTED, STOCK_ACTIONS
from portal.audit.entries import listed_entries
from portal.audit.log import log_action
from portal.core.spreadsheets import MARK, harmless
from portal.users.models import User

_OWN_COLUMNS = ("ip", "user_agent", "unit", "count", "last")


def may_read(user: User) -> bool:
    return user.is_authenticated and import_string(settings.PORTAL_AUDIT_READERS)(user)


def _units() -> list[tuple[str, str]]:
    rows = apps.get_model("units", "Unit")._default_manager.values_list("pk", "short_name")
    return [(str(pk), name) for pk, name in rows]


def _actions() -> list[tuple[str, str]]:
    return [
        (name, label)
        for name, label in registry.get_choices()
        if name.startswith(LISTED) or name in STOCK_ACTIONS
    ]


class EntryFilterSet(WagtailFilterSet):
    action = django_filters.ChoiceFilter(
        label=gettext_lazy("Hành động"), choices=_actions, empty_label=gettext_lazy("Tất cả")
    )
    user = django_filters.CharFilter(
        label=gettext_lazy("Người thực hiện"), field_name="user__username", lookup_expr="icontains"
    )
    account = django_filters.CharFilter(
        label=gettext_lazy("Đối tượng"), field_name="label", lookup_expr="icontains"
    )
    unit = django_filters.ChoiceFilter(
        label=gettext_lazy("Đơn vị"),
        choices=_units,
        method="of_unit",
        widget=Select,
        empty_label=gettext_lazy("Tất cả"),
    )
    timestamp = django_filters.DateFromToRangeFilter(
        label=gettext_lazy("Thời gian"), widget=DateRangePickerWidget
    )

    class Meta:
        model = ModelLogEntry
        fields = ["action", "user", "account", "unit", "timestamp"]

    def of_unit(self, entries: QuerySet, _name: str, value: str) -> QuerySet:
        return entries.filter(data__unit=int(value))


class SecurityLogView(ReportView):
    page_title = gettext_lazy("Nhật ký an ninh")
    header_icon = "history"
    index_url_name = "security_log"
    index_results_url_name = "security_log_results"
    filterset_class = EntryFilterSet
    default_ordering = "-timestamp"
    list_export = ["moment", "act", "actor", "about", "unit_name", "ip", "user_agent", "details"]
    export_headings = {
        "moment": gettext_lazy("Thời gian"),
        "act": gettext_lazy("Hành động"),
        "actor": gettext_lazy("Người thực hiện"),
        "about": gettext_lazy("Đối tượng"),
        "unit_name": gettext_lazy("Đơn vị"),
        "ip": gettext_lazy("Địa chỉ IP"),
        "user_agent": gettext_lazy("Trình duyệt"),
        "details": gettext_lazy("Chi tiết"),
    }
    columns = [
        Column("moment", label=gettext_lazy("Thời gian"), accessor="moment"),
        Column("act", label=gettext_lazy("Hành động"), accessor="act"),
        Column("actor", label=gettext_lazy("Người thực hiện"), accessor="actor"),
        Column("about", label=gettext_lazy("Đối tượng"), accessor="about"),
        Column("unit_name", label=gettext_lazy("Đơn vị"), accessor="unit_name"),
        Column("ip", label=gettext_lazy("Địa chỉ IP"), accessor="ip"),
        Column("details", label=gettext_lazy("Chi tiết"), accessor="details"),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_read(cast(User, request.user)):
            raise PermissionDenied
        response = super().dispatch(request, *args, **kwargs)
        if self.is_export:
            log_action(
                LOG_EXPORTED,
                user=cast(User, request.user),
                data={"filter": request.GET.urlencode()},
            )
        return response

    def get_filename(self) -> str:
        return "nhat-ky-an-ninh"

    def get_base_queryset(self) -> QuerySet:
        return listed_entries()

    def get_queryset(self) -> QuerySet:
        return self.get_base_queryset().order_by("-timestamp", "-pk")

    def decorate_paginated_queryset(self, object_list: Any) -> list[ModelLogEntry]:
        return [self.tell(entry) for entry in object_list]

    @cached_property
    def unit_names(self) -> dict[str, str]:
        return dict(_units())

    def tell(self, entry: ModelLogEntry) -> ModelLogEntry:
        """Put what a person reads on the entry: names instead of ids, Vietnamese instead of keys."""
        data = entry.data or {}
        formatter = registry.get_formatter(entry)
        entry.moment = f"{timezone.localtime(entry.timestamp):%d/%m/%Y %H:%M:%S}"
        entry.act = str(formatter.label) if formatter else entry.action
        entry.actor = str(entry.user) if entry.user_id and entry.user else ""
        entry.about = entry.label
        entry.unit_name = self.unit_names.get(str(data.get("unit", "")), "")
        entry.ip = data.get("ip", "")
        entry.user_agent = data.get("user_agent", "")
        # Of a stock screen the action alone says too little: "Sửa" what?
        kind = {"kind": entry.content_type.name} if entry.action in STOCK_ACTIONS else {}
        entry.details = "; ".join(filter(None, [_times(entry), _details({**kind, **data})]))
        return entry

    def stream_csv(self, queryset: Any) -> Iterator[bytes]:
        """With the mark by which Excel knows UTF-8; without it the Vietnamese is unreadable."""
        yield MARK.encode()
        yield from super().stream_csv(queryset)

    def to_row_dict(self, item: ModelLogEntry) -> dict[str, Any]:
        row = super().to_row_dict(self.tell(item))
        return {key: harmless(value) for key, value in row.items()}


def _times(entry: ModelLogEntry) -> str:
    """How often the same was refused, and in which time; empty for what happened once."""
    count, last = entry.data.get("count"), entry.data.get("last")
    if not count or not last:
        return ""
    first, until = timezone.localtime(entry.timestamp), timezone.localtime(parse_datetime(last))
    return _("%(count)d lần, từ %(first)s đến %(last)s") % {
        "count": count,
        "first": f"{first:%H:%M}",
        "last": f"{until:%H:%M}" if until.date() == first.date() else f"{until:%H:%M %d/%m/%Y}",
    }


def _details(data: dict[str, Any]) -> str:
    parts = []
    for key, value in data.items():
        if key not in _OWN_COLUMNS:
            label = _LABELS.get(key)
            shown = (
                {True: _("có"), False: _("không")}.get(value, value)
                if isinstance(value, bool)
                else value
            )
            parts.append(f"{label or key}: {shown}")
    return "; ".join(parts)


_LABELS: dict[str, Any] = {
    "kind": gettext_lazy("loại"),
    "login": gettext_lazy("tên đã nhập"),
    "second_factor": gettext_lazy("xác thực hai lớp"),
    "refused": gettext_lazy("bị từ chối"),
    "left": gettext_lazy("số mã còn lại"),
    "days": gettext_lazy("số ngày"),
    "deleted": gettext_lazy("số dòng"),
    "filter": gettext_lazy("bộ lọc"),
    "role": gettext_lazy("vai trò"),
    "role_before": gettext_lazy("vai trò trước"),
    "starts_on": gettext_lazy("từ ngày"),
    "ends_on": gettext_lazy("đến ngày"),
    "member": gettext_lazy("mã thành viên"),
    "private": gettext_lazy("nội dung riêng"),
    "page": gettext_lazy("bài"),
    "reason": gettext_lazy("lý do"),
    "limit": gettext_lazy("việc"),
    "model": gettext_lazy("loại dữ liệu"),
    "value": gettext_lazy("mã"),
    "last_administrator": gettext_lazy("quản trị viên cuối cùng"),
}
