"""The month of every unit before the law: a line each, for the board; a unit sees its own. As a file too."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from events.reception.judging import month_of_units
from events.reception.report_files import WRITERS, answer
from events.reception.services import units_to_manage
from events.reception.views import asked_month
from units.models import Unit
from units.scope.rows import actor_of


def receiving(units: list[Unit]) -> list[Unit]:
    """Units that receive citizens by law: those with a site, in operation."""
    return [unit for unit in units if unit.is_active and unit.home_page_id is not None]


@require_GET
def report(request: HttpRequest) -> HttpResponse:
    units = units_to_manage(actor_of(request))
    if not units:
        raise PermissionDenied
    month, is_mangled = asked_month(request)
    lines = month_of_units(receiving(units), date(month.year, month.month, 1))
    heading = _("Tiếp công dân tháng %s") % month
    demands = [
        _("Người đứng đầu trực tiếp tiếp ít nhất 1 ngày"),
        _("Công bố trước 5 ngày làm việc"),
        _("Hoãn có lý do và ngày mới"),
        _("Thông báo kết quả trong 10 ngày làm việc"),
    ]
    if kind := request.GET.get("tep"):
        if kind not in WRITERS:
            raise Http404
        return answer(kind, heading, demands, lines, month)
    context = {
        "heading": heading,
        "month": month,
        "older": month.previous(),
        "newer": month.following(),
        "is_mangled": is_mangled,
        "lines": lines,
        "broken": sum(line.report.is_broken for line in lines),
        "demands": demands,
        "files": [(kind, _("Tải về .%s") % kind) for kind in WRITERS],
    }
    return TemplateResponse(request, "reception/admin/report.html", context)
