"""A week as a file to take along, in the form of an official document.

Everybody is given the public part, members too: a file goes further than a page. What a member reads on
the page he may have as a file of its own, which says that it is internal and is kept by no cache.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from events.schedules.audience import reads_internal
from events.schedules.display import shown_entries
from events.schedules.exports.excel import write_xlsx
from events.schedules.exports.paper import OfficialPaper, paper_of
from events.schedules.exports.pdf import write_pdf
from events.schedules.exports.word import write_docx
from events.schedules.models import ScheduleVersion, WorkSchedulePage
from events.schedules.rules.week import Week
from events.schedules.versions import Version, amendment_of, header_of, version_of
from portal.core.addresses import canonical_url
from units.frame.frames import frame_for_page

INTERNAL: Final = "noi-bo"
_OFFICE: Final = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True)
class FileFormat:
    content_type: str
    write: Callable[[OfficialPaper, datetime], bytes]


FORMATS: Final = {
    "pdf": FileFormat("application/pdf", lambda paper, _made: write_pdf(paper)),
    "docx": FileFormat(f"{_OFFICE}.wordprocessingml.document", write_docx),
    "xlsx": FileFormat(f"{_OFFICE}.spreadsheetml.sheet", write_xlsx),
}


def download(
    page: WorkSchedulePage, request: HttpRequest, kind: str, number: int | None = None
) -> HttpResponseBase:
    """The page as it is, or its version `number`."""
    if kind not in FORMATS:
        raise Http404
    frame = frame_for_page(page, request)
    wants_internal = request.GET.get("ban") == INTERNAL
    if wants_internal and not reads_internal(request, frame.unit):
        return redirect(request.path)
    version = None if number is None else version_of(page, number)
    if version is not None and not version.later:
        return redirect(f"{canonical_url(page, request)}tai-ve/{kind}/")
    week = replace(_week(page, version, wants_internal), issuer=frame.parent_name)
    made = _made(page, version)
    data = FORMATS[kind].write(paper_of(week, is_internal=wants_internal), made)
    parts = [
        f"lich-{frame.unit.slug if frame.unit else 'tinh'}-{week.first:%Y-%m-%d}",
        f"lan-{number}" if version else "",
        INTERNAL if wants_internal else "",
    ]
    name = "-".join(filter(None, parts))
    return _answer(data, f"{name}.{kind}", FORMATS[kind].content_type)


def _answer(data: bytes, name: str, content_type: str) -> HttpResponse:
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    # The page is what a search should lead to.
    response["X-Robots-Tag"] = "noindex"
    return response


def _week(page: WorkSchedulePage, version: Version | None, is_internal: bool) -> Week:
    """Head and foot with the entries that have passed the gate."""
    if version is None:
        last = ScheduleVersion.objects.filter(page=page).order_by("number").last()
        amendment = amendment_of(last.number, last.published_at) if last else ""
        entries = shown_entries(page.lines, is_internal)
        return replace(page.as_week([]), entries=tuple(entries), amendment=amendment)
    entries = shown_entries(version.lines, is_internal, version.present)
    week = page.with_header(header_of(version.row)).as_week([], page.owning_unit)
    amendment = amendment_of(version.row.number, version.row.published_at)
    return replace(week, entries=tuple(entries), amendment=amendment)


def _made(page: WorkSchedulePage, version: Version | None) -> datetime:
    published = version.row.published_at if version else page.last_published_at
    return published or timezone.now()
