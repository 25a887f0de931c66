"""From a list to drafts: choose files, see every line, confirm."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from home.registry.bulk.keeping import PARTS, Gone, claim, forget, keep, kept
from home.registry.bulk.plan import Plan
from home.registry.bulk.problems import BulkError
from home.registry.bulk.services import NotReadyError, carry_out, collection_for, make_plan
from home.registry.bulk.template import template
from home.registry.models import DocumentIndexPage, OfficialDocumentPage
from portal.core.error_views import permission_denied
from portal.media.uploads import UploadError
from portal.users.models import User
from units.scope.rows import may_see

_CHOOSE, _PREVIEW = "registry/admin/import_choose.html", "registry/admin/import_preview.html"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_LIST = 5 * 1024 * 1024
SHOWN_UNUSED = 20


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


@require_http_methods(["GET", "POST"])
def import_documents(request: HttpRequest, index_id: int) -> HttpResponse:
    """One address for the template and three steps; nothing is saved before the last."""
    index = get_object_or_404(DocumentIndexPage, pk=index_id)
    user: User = request.user  # type: ignore[assignment]
    if not may_import(user, index):
        return permission_denied(request)
    for hook in hooks.get_hooks("before_create_page"):
        answer = hook(request, index, OfficialDocumentPage)
        if hasattr(answer, "status_code"):
            return answer
    if request.method == "GET":
        return _template() if "mau" in request.GET else _choose(request, index, ChooseForm())
    if "token" in request.POST:
        return _confirm(request, index, user)
    return _upload(request, index, user)


def _template() -> HttpResponse:
    response = HttpResponse(template(), content_type=_EXCEL)
    response["Content-Disposition"] = 'attachment; filename="mau-danh-sach-van-ban.xlsx"'
    return response


def _choose(
    request: HttpRequest, index: DocumentIndexPage, form: ChooseForm, status: int = 200
) -> HttpResponse:
    return TemplateResponse(request, _CHOOSE, {"index": index, "form": form}, status=status)


def _upload(request: HttpRequest, index: DocumentIndexPage, user: User) -> HttpResponse:
    form = ChooseForm(request.POST, request.FILES)
    if not form.is_valid():
        return _choose(request, index, form, 422)
    parts = {name: form.cleaned_data[name] for name in PARTS if form.cleaned_data[name]}
    try:
        plan, _archive = make_plan(index, parts)
    except BulkError as error:
        is_list = error.code in {"no_header", "no_rows", "too_many_rows", "list_too_large"}
        form.add_error("sheet" if is_list else "archive", str(error))
        return _choose(request, index, form, 422)
    except UploadError as error:
        form.add_error("sheet", str(error))
        return _choose(request, index, form, 422)
    token = keep(parts, user.pk, index.pk) if plan.is_ready else ""
    return _preview(request, index, plan, token)


def _preview(
    request: HttpRequest, index: DocumentIndexPage, plan: Plan, token: str = ""
) -> HttpResponse:
    context = {
        "index": index,
        "lines": plan.lines,
        "problems": plan.problems,
        "unused": plan.unused[:SHOWN_UNUSED],
        "more_unused": max(len(plan.unused) - SHOWN_UNUSED, 0),
        "without_file": sum(not planned.files for planned in plan.lines),
        "token": token,
    }
    return TemplateResponse(request, _PREVIEW, context, status=422 if plan.problems else 200)


def _confirm(request: HttpRequest, index: DocumentIndexPage, user: User) -> HttpResponse:
    collection = collection_for(user, index)
    if collection is None:
        return permission_denied(request)
    try:
        token = claim(request.POST["token"], user.pk, index.pk)
        with kept(token, user.pk, index.pk) as sources:
            made = carry_out(index, sources, user, collection)
    except NotReadyError as error:
        messages.error(request, _("Sổ đã thay đổi từ lúc xem trước: chưa nhập văn bản nào."))
        return _preview(request, index, error.plan)
    except (Gone, BulkError, UploadError, IntegrityError):
        messages.error(
            request,
            _(
                "Danh sách không còn được giữ (quá 2 giờ hoặc đã nhập xong). Hãy xem sổ, rồi gửi lại "
                "tệp nếu cần."
            ),
        )
        return redirect("registry_import", index.pk)
    forget(token, user.pk, index.pk)
    messages.success(
        request,
        ngettext("Đã tạo %d bản nháp văn bản.", "Đã tạo %d bản nháp văn bản.", len(made))
        % len(made)
        + " "
        + _("Hãy mở từng văn bản, kiểm tra rồi gửi duyệt."),
    )
    return redirect("wagtailadmin_explore", index.pk)
