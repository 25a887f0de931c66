"""From a Word or Excel file to a draft week: choose a file, see line by line what was understood, confirm."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from events.schedules.editing import warnings_of
from events.schedules.forms import next_week, taken_numbers
from events.schedules.imports.drafts import (
    Choice,
    create_draft,
    drafts_of,
    fill_draft,
    lines_of,
    read_again,
)
from events.schedules.imports.forms import NEW, ConfirmForm, UploadForm
from events.schedules.imports.limits import MAX_FILE, MEGABYTE
from events.schedules.imports.mending import LineForms, are_valid, forms_of, mended, too_many
from events.schedules.imports.opening import Source, open_file
from events.schedules.imports.packed import Gone, pack, unpack
from events.schedules.imports.preview import counted, general_problems, shown_lines
from events.schedules.imports.problems import ScheduleFileError
from events.schedules.models import WorkScheduleIndexPage, WorkSchedulePage
from events.schedules.models.pages import wrong_lines
from events.schedules.rules.lines import WrongLinesError
from events.schedules.rules.plain import one_line
from events.schedules.rules.reading import Reading
from events.schedules.rules.understand import understand
from events.schedules.rules.week import in_order
from portal.core.error_views import permission_denied
from portal.users.models import User
from units.scope.rows import may_see

_UPLOAD, _PREVIEW = "schedules/admin/import_upload.html", "schedules/admin/import_preview.html"
CARRIED_OVER = ("signer", "signer_post", "place_of_issue", "recipients")


def may_import(user: User, index: WorkScheduleIndexPage) -> bool:
    """Who may add a week under this list of his own unit."""
    if not may_see(user, index) or not index.permissions_for_user(user).can_add_subpage():
        return False
    return WorkSchedulePage.can_create_at(index)


def import_button(page: Page, user: User, view_name: str, **kwargs: Any) -> Iterator[Button]:
    """In the head of a unit's schedules in the explorer."""
    if view_name != "index" or page.specific_class is not WorkScheduleIndexPage:
        return
    if may_import(user, page.specific_deferred):
        address = reverse("schedules_import", args=[page.pk])
        yield Button(
            _("Nhập lịch từ tệp Word, Excel"), address, icon_name="doc-full-inverse", priority=12
        )


@require_http_methods(["GET", "POST"])
def import_week(request: HttpRequest, index_id: int) -> HttpResponse:
    """One address for all steps; nothing is saved before the last."""
    index = get_object_or_404(WorkScheduleIndexPage, pk=index_id)
    user: User = request.user  # type: ignore[assignment]
    if not may_import(user, index):
        return permission_denied(request)
    for hook in hooks.get_hooks("before_create_page"):
        answer = hook(request, index, WorkSchedulePage)
        if hasattr(answer, "status_code"):
            return answer
    if request.method == "GET":
        return _show_upload(request, index, UploadForm())
    if "packed" in request.POST:
        return _looked_at(request, index)
    return _upload(request, index)


def _show_upload(
    request: HttpRequest, index: WorkScheduleIndexPage, form: UploadForm, status: int = 200
) -> HttpResponse:
    return TemplateResponse(request, _UPLOAD, {"index": index, "form": form}, status=status)


def _upload(request: HttpRequest, index: WorkScheduleIndexPage) -> HttpResponse:
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show_upload(request, index, form, 422)
    try:
        upload = form.cleaned_data["file"]
        if upload.size > MAX_FILE:  # before it is read into memory
            raise ScheduleFileError("too_large", limit=MAX_FILE // MEGABYTE)
        source = open_file(upload.read())
    except ScheduleFileError as error:
        form.add_error("file", str(error))
        return _show_upload(request, index, form, 422)
    user: User = request.user  # type: ignore[assignment]
    reading = understand(source.blocks)
    initial = _initial(index, reading)
    initial |= {
        "packed": pack(source, user.pk, index.pk),
        "seen": _seen(Choice((initial["first"], initial["last"]))),
        "target": NEW,
    }
    confirm = ConfirmForm(initial=initial, index=index, drafts=drafts_of(index, user))
    line_forms = forms_of(reading, (initial["first"], initial["last"]))
    return _show_preview(request, index, confirm, source, reading, line_forms)


def _initial(index: WorkScheduleIndexPage, reading: Reading) -> dict[str, Any]:
    """What the file says; what it does not say is as in the unit's last week."""
    weeks = WorkSchedulePage.objects.child_of(index)
    last = weeks.order_by("-first", "-pk").first()
    initial: dict[str, Any] = {name: getattr(last, name) for name in CARRIED_OVER if last}
    week = reading.week
    if week is None:
        first, end = next_week(last.last if last else None)
        return {**initial, "first": first, "last": end}
    said = {
        "signer": week.signer,
        "signer_post": one_line(week.signer_post),
        "place_of_issue": week.place_of_issue,
        "recipients": "\n".join(week.recipients),
    }
    initial |= {name: text for name, text in said.items() if text}
    taken = taken_numbers(weeks, week.first.year)
    number = week.number if week.number not in taken else None
    return {
        **initial,
        "first": week.first,
        "last": week.last,
        "issued_on": week.issued_on,
        "number": number or max(taken, default=0) + 1,
    }


def _looked_at(request: HttpRequest, index: WorkScheduleIndexPage) -> HttpResponse:
    user: User = request.user  # type: ignore[assignment]
    try:
        source = unpack(request.POST["packed"], user.pk, index.pk)
    except Gone:
        messages.error(request, _("Bản xem trước đã quá cũ hoặc bị ngắt. Hãy chọn lại tệp."))
        return redirect("schedules_import", index.pk)
    form = ConfirmForm(request.POST, index=index, drafts=drafts_of(index, user))
    is_valid = form.is_valid()
    if form.choice is None:
        reading = understand(source.blocks)
        week = (reading.week.first, reading.week.last) if reading.week else next_week(None)
        line_forms = forms_of(reading, week, request.POST)
        return _show_preview(request, index, form, source, reading, line_forms, 422)
    reading = read_again(source.blocks, form.choice)
    line_forms = forms_of(reading, form.choice.span, request.POST)
    if not is_valid:
        return _show_preview(request, index, form, source, reading, line_forms, 422)
    if "again" in request.POST or form.cleaned_data["seen"] != _seen(form.choice):
        return _show_again(request, index, source, form.choice)
    if not are_valid(line_forms):
        return _show_preview(request, index, form, source, reading, line_forms, 422)
    return _save(request, index, form, source, reading, line_forms)


def _show_again(
    request: HttpRequest,
    index: WorkScheduleIndexPage,
    source: Source,
    choice: Choice,
) -> HttpResponse:
    """Another week gives other lines, and those have to be seen before anything is made of them."""
    data = request.POST.copy()
    data["seen"] = _seen(choice)
    user: User = request.user  # type: ignore[assignment]
    fresh = ConfirmForm(data, index=index, drafts=drafts_of(index, user))
    messages.info(request, _("Đã đọc lại tệp theo tuần này. Hãy xem lại các dòng rồi xác nhận."))
    reading = read_again(source.blocks, choice)
    line_forms = forms_of(reading, choice.span, data)
    return _show_preview(request, index, fresh, source, reading, line_forms)


def _save(
    request: HttpRequest,
    index: WorkScheduleIndexPage,
    form: ConfirmForm,
    source: Source,
    reading: Reading,
    line_forms: LineForms,
) -> HttpResponse:
    user: User = request.user  # type: ignore[assignment]
    target = form.cleaned_data["target"]
    try:
        understood = reading.week.entries if reading.week else ()
        lines = lines_of(in_order((*understood, *mended(line_forms))))
        if not lines:
            form.add_error(None, _("Chưa có việc nào để đưa vào lịch. Hãy kiểm tra tuần ở trên."))
            return _show_preview(request, index, form, source, reading, line_forms, 422)
        if target == NEW:
            page, added = create_draft(index, form.page_values, lines, user), len(lines)
        else:
            draft = form.drafts[target]
            page, added = fill_draft(draft, form.page_values, lines, user)
    except WrongLinesError as error:
        form.add_error(None, wrong_lines(error))
        return _show_preview(request, index, form, source, reading, line_forms, 422)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return _show_preview(request, index, form, source, reading, line_forms, 422)
    if target == NEW:
        for hook in hooks.get_hooks("after_create_page"):
            answer = hook(request, page)
            if hasattr(answer, "status_code"):
                return answer
    messages.success(request, _success(page, added))
    return redirect("wagtailadmin_pages:edit", page.pk)


def _success(page: WorkSchedulePage, added: int) -> str:
    text = _(
        "Đã đưa %(count)d việc vào bản nháp “%(title)s”. Mọi việc đang là nội bộ: hãy đánh dấu những việc "
        "được công khai, rồi gửi duyệt."
    )
    return text % {"count": added, "title": page.title}


def _seen(choice: Choice) -> str:
    first, last = choice.span
    return f"{first.isoformat()}/{last.isoformat()}/{int(choice.moves)}"


def _show_preview(
    request: HttpRequest,
    index: WorkScheduleIndexPage,
    form: ConfirmForm,
    source: Source,
    reading: Reading,
    line_forms: LineForms,
    status: int = 200,
) -> HttpResponse:
    lines = shown_lines(reading)
    context = {
        "index": index,
        "form": form,
        "lines": [(line, line_forms.get(line.number)) for line in lines if not line.is_frame],
        "frame": [line for line in lines if line.is_frame],
        "summary": counted(reading),
        "problems": [*source.notes, *general_problems(reading), *too_many(reading)],
        "warnings": warnings_of(reading.week) if reading.week else [],
        "body": reading.week.unit_name if reading.week else "",
        "has_entries": bool(line_forms or (reading.week and reading.week.entries)),
    }
    return TemplateResponse(request, _PREVIEW, context, status=status)
