"""From a Word or Excel file to a draft week: choose a file, see line by line what was understood, confirm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import Button
from wagtail.models import Page

from events.schedules.editing import warnings_of
from events.schedules.forms import next_week, taken_numbers
from events.schedules.imports.drafts import (
    ChosenWeek,
    create_draft,
    drafts_of,
    fill_draft,
    lines_of,
    read_again,
)
from events.schedules.imports.forms import NEW, ConfirmForm, UploadForm
from events.schedules.imports.limits import MAX_FILE
from events.schedules.imports.mending import LineForms, are_valid, forms_of, mended, too_many
from events.schedules.imports.opening import Source, read_file, understand_blocks
from events.schedules.imports.packed import pack, unpack
from events.schedules.imports.preview import counted, general_problems, shown_lines
from events.schedules.imports.problems import ScheduleFileError
from events.schedules.models import WorkScheduleIndexPage, WorkSchedulePage
from events.schedules.models.pages import wrong_lines
from events.schedules.rules.lines import ScheduleLine, WrongLinesError
from events.schedules.rules.plain import one_line
from events.schedules.rules.reading import Reading
from events.schedules.rules.week import in_order
from portal.core.intake.apart import read_apart
from portal.core.intake.refusals import refuse_larger
from portal.core.intake.screens import FileImport
from portal.users.models import User
from units.scope.rows import may_see

CARRIED_OVER = ("signer", "signer_post", "place_of_issue", "recipients")


@dataclass(frozen=True)
class Seen:
    """What the preview shows: the file, how it reads for a week, and a form for each line to mend."""

    source: Source
    reading: Reading
    line_forms: LineForms

    @property
    def lines(self) -> tuple[ScheduleLine, ...]:
        """What was understood and what was mended. Raises WrongLinesError."""
        understood = self.reading.week.entries if self.reading.week else ()
        return lines_of(in_order((*understood, *mended(self.line_forms))))


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


class WeekImport(FileImport[WorkScheduleIndexPage]):
    """Another week than the one that was shown is shown again; lines that were not understood are mended."""

    index_type = WorkScheduleIndexPage
    page_type = WorkSchedulePage
    address_name = "schedules_import"
    upload_form = UploadForm
    upload_template = "schedules/admin/import_upload.html"
    kept_field = "packed"
    gone = gettext_lazy("Bản xem trước đã quá cũ hoặc bị ngắt. Hãy chọn lại tệp.")

    def may_import(self) -> bool:
        return may_import(self.user, self.index)

    def receive(self, form: UploadForm) -> HttpResponseBase:
        upload = form.cleaned_data["file"]
        refuse_larger(upload.size, MAX_FILE, ScheduleFileError)
        source, reading = read_apart(read_file, upload.read())
        initial = _initial(self.index, reading)
        span = initial["first"], initial["last"]
        initial |= {
            "packed": pack(source, self.owner),
            "seen": _seen(ChosenWeek(span)),
            "target": NEW,
        }
        confirm = self._form(initial=initial)
        return self.preview(confirm, Seen(source, reading, forms_of(reading, span)))

    def confirm(self, token: str) -> HttpResponseBase:
        source = unpack(token, self.owner)
        form = self._form(self.request.POST)
        is_valid = form.is_valid()
        seen = self._read_again(source, form.choice)
        if form.choice is None or not is_valid:
            return self.preview(form, seen, 422)
        if "again" in self.request.POST or form.cleaned_data["seen"] != _seen(form.choice):
            return self._show_again(seen, form.choice)
        if not are_valid(seen.line_forms):
            return self.preview(form, seen, 422)
        return self._save(form, seen)

    def _form(self, *args: Any, **kwargs: Any) -> ConfirmForm:
        drafts = drafts_of(self.index, self.user)
        return ConfirmForm(*args, index=self.index, drafts=drafts, **kwargs)

    def _read_again(self, source: Source, choice: ChosenWeek | None) -> Seen:
        """For the week that was chosen; as the file has it while that is no week."""
        if choice is not None:
            reading, span = read_again(source.blocks, choice), choice.span
        else:
            reading = understand_blocks(source.blocks)
            week = reading.week
            span = (week.first, week.last) if week else next_week(None)
        return Seen(source, reading, forms_of(reading, span, self.request.POST))

    def _show_again(self, seen: Seen, choice: ChosenWeek) -> HttpResponseBase:
        """Another week gives other lines, and those have to be seen before anything is made of them."""
        data = self.request.POST.copy()
        data["seen"] = _seen(choice)
        text = _("Đã đọc lại tệp theo tuần này. Hãy xem lại các dòng rồi xác nhận.")
        messages.info(self.request, text)
        return self.preview(self._form(data), seen)

    def _save(self, form: ConfirmForm, seen: Seen) -> HttpResponseBase:
        try:
            page, added = self._written(form, seen.lines)
        except WrongLinesError as error:
            form.add_error(None, wrong_lines(error))
            return self.preview(form, seen, 422)
        except ValidationError as error:
            form.add_error(None, error.messages)
            return self.preview(form, seen, 422)
        text = _success(page, added)
        is_new = form.cleaned_data["target"] == NEW
        return self.finish(page, text) if is_new else self.opened(page, text)

    def _written(
        self, form: ConfirmForm, lines: Sequence[ScheduleLine]
    ) -> tuple[WorkSchedulePage, int]:
        """(the draft, how many entries came in). Raises WrongLinesError, ValidationError."""
        if not lines:
            raise ValidationError(_("Chưa có việc nào để đưa vào lịch. Hãy kiểm tra tuần ở trên."))
        target = form.cleaned_data["target"]
        if target == NEW:
            return create_draft(self.index, form.page_values, lines, self.user), len(lines)
        return fill_draft(form.drafts[target], form.page_values, lines, self.user)

    def preview(self, form: ConfirmForm, seen: Seen, status: int = 200) -> HttpResponseBase:
        reading, line_forms = seen.reading, seen.line_forms
        lines = shown_lines(reading)
        context = {
            "form": form,
            "lines": [(line, line_forms.get(line.number)) for line in lines if not line.is_frame],
            "frame": [line for line in lines if line.is_frame],
            "summary": counted(reading),
            "problems": [*seen.source.notes, *general_problems(reading), *too_many(reading)],
            "warnings": warnings_of(reading.week) if reading.week else [],
            "body": reading.week.unit_name if reading.week else "",
            "has_entries": bool(line_forms or (reading.week and reading.week.entries)),
        }
        return self.shown("schedules/admin/import_preview.html", context, status)


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


def _success(page: WorkSchedulePage, added: int) -> str:
    text = _(
        "Đã đưa %(count)d việc vào bản nháp “%(title)s”. Mọi việc đang là nội bộ: hãy đánh dấu những việc "
        "được công khai, rồi gửi duyệt."
    )
    return text % {"count": added, "title": page.title}


def _seen(choice: ChosenWeek) -> str:
    first, last = choice.span
    return f"{first.isoformat()}/{last.isoformat()}/{int(choice.moves)}"
