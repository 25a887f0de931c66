"""From a list to drafts: choose files, see every line, confirm."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.widgets import Button
from wagtail.models import Page

from home.registry.bulk.plan import Plan
from home.registry.bulk.problems import BulkError
from home.registry.bulk.services import NotReadyError, carry_out, collection_for, make_plan
from home.registry.bulk.template import template
from home.registry.models import DocumentIndexPage, OfficialDocumentPage
from portal.core.error_views import permission_denied
from portal.core.intake.parcels import Gone, Shelf
from portal.core.intake.refusals import FileRefused
from portal.core.intake.screens import FileImport
from portal.core.spreadsheets import XLSX_TYPE
from portal.users.models import User
from units.scope.rows import may_see

MAX_LIST = 5 * 1024 * 1024
SHOWN_UNUSED = 20
PARTS: Final = ("sheet", "archive")
SHELF: Final = Shelf("document-imports", "registry.bulk")
# What is wrong with the list and not with the archive.
OF_THE_LIST: Final = frozenset({"no_header", "no_rows", "too_many_rows", "list_too_large"})


class ChooseForm(forms.Form):
    sheet = forms.FileField(
        label=gettext_lazy("Danh sách Excel (.xlsx)"),
        help_text=gettext_lazy("Theo tệp mẫu. Nhiều nhất 5 MB và 200 văn bản một lần."),
        error_messages={
            "required": gettext_lazy("Hãy chọn danh sách Excel (.xlsx) trên máy."),
            "empty": gettext_lazy("Tệp này trống. Hãy kiểm tra lại tệp trên máy rồi gửi lại."),
        },
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )
    archive = forms.FileField(
        label=gettext_lazy("Tệp nén có các tệp văn bản (.zip)"),
        required=False,
        error_messages={"empty": gettext_lazy("Tệp nén trống. Hãy nén lại rồi gửi lại.")},
        widget=forms.FileInput(attrs={"accept": ".zip"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["archive"].help_text = _(
            "Tên tệp phải đúng với cột “Tệp” của danh sách. Nhiều nhất %d MB. Để trống nếu chưa có tệp."
        ) % (settings.PORTAL_IMPORT_MAX_MB)

    def clean_sheet(self) -> Any:
        upload = self.cleaned_data["sheet"]
        if upload.size > MAX_LIST:
            raise forms.ValidationError(str(BulkError("list_too_large")))
        return upload


def may_import(user: User, index: DocumentIndexPage) -> bool:
    """Who may add a document to this register of his own unit, and files to the unit's folder."""
    if not may_see(user, index) or not index.permissions_for_user(user).can_add_subpage():
        return False
    return OfficialDocumentPage.can_create_at(index) and collection_for(user, index) is not None


def import_button(page: Page, user: User, view_name: str, **kwargs: Any) -> Iterator[Button]:
    """In the head of a register in the explorer."""
    if view_name != "index" or page.specific_class is not DocumentIndexPage:
        return
    index = page.specific_deferred
    if may_import(user, index):
        address = reverse("registry_import", args=[index.pk])
        yield Button(_("Nhập từ danh sách Excel"), address, icon_name="upload", priority=12)


class RegisterImport(FileImport[DocumentIndexPage]):
    """An Excel list and an archive of its files, planned as a whole and carried out as a whole."""

    index_type = DocumentIndexPage
    page_type = OfficialDocumentPage
    address_name = "registry_import"
    upload_form = ChooseForm
    upload_template = "registry/admin/import_choose.html"
    gone = gettext_lazy(
        "Danh sách không còn được giữ (quá 2 giờ hoặc đã nhập xong). Hãy xem sổ, rồi gửi lại tệp nếu cần."
    )

    def may_import(self) -> bool:
        return may_import(self.user, self.index)

    def field_of(self, refusal: FileRefused) -> str:
        is_of_archive = isinstance(refusal, BulkError) and refusal.code not in OF_THE_LIST
        return "archive" if is_of_archive else "sheet"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        return _template() if "mau" in request.GET else super().get(request, **kwargs)

    def receive(self, form: ChooseForm) -> HttpResponseBase:
        parts = {name: form.cleaned_data[name] for name in PARTS if form.cleaned_data[name]}
        plan, _archive = make_plan(self.index, parts)
        return self.preview(plan, SHELF.keep(parts, self.owner) if plan.is_ready else "")

    def confirm(self, token: str) -> HttpResponseBase:
        collection = collection_for(self.user, self.index)
        if collection is None:
            return permission_denied(self.request)
        try:
            with SHELF.take(token, self.owner) as parts:
                made = carry_out(self.index, parts, self.user, collection)
        except NotReadyError as error:
            messages.error(
                self.request, _("Sổ đã thay đổi từ lúc xem trước: chưa nhập văn bản nào.")
            )
            return self.preview(error.plan)
        except IntegrityError as error:
            raise Gone from error
        messages.success(self.request, _success(len(made)))
        return redirect("wagtailadmin_explore", self.index.pk)

    def preview(self, plan: Plan, token: str = "") -> HttpResponseBase:
        context = {
            "lines": plan.lines,
            "problems": plan.problems,
            "unused": plan.unused[:SHOWN_UNUSED],
            "more_unused": max(len(plan.unused) - SHOWN_UNUSED, 0),
            "without_file": sum(not planned.files for planned in plan.lines),
            "token": token,
        }
        return self.shown(
            "registry/admin/import_preview.html", context, 422 if plan.problems else 200
        )


def _template() -> HttpResponse:
    response = HttpResponse(template(), content_type=XLSX_TYPE)
    response["Content-Disposition"] = 'attachment; filename="mau-danh-sach-van-ban.xlsx"'
    return response


def _success(count: int) -> str:
    made = ngettext("Đã tạo %d bản nháp văn bản.", "Đã tạo %d bản nháp văn bản.", count) % count
    return f"{made} {_('Hãy mở từng văn bản, kiểm tra rồi gửi duyệt.')}"
