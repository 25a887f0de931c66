"""The queue: what waits for me, and for the board what waits anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET

from units.moderation.models import ReturnReason, ReviewStep, Stage
from units.moderation.sight import may_review
from units.moderation.waiting import approvers, open_steps
from units.scope.rows import is_board

PER_PAGE = 50


@dataclass(frozen=True)
class Filters:
    """What the board narrows the queue by; unknown values narrow nothing."""

    unit: str = ""
    topic: str = ""
    stage: str = ""
    late: bool = False
    returned: bool = False
    mine: bool = False

    @classmethod
    def of(cls, request: HttpRequest) -> Filters:
        get = request.GET.get
        return cls(
            unit=get("don-vi", ""),
            topic=get("chu-de", ""),
            stage=get("buoc", ""),
            late=get("qua-han") == "1",
            returned=get("da-tra") == "1",
            mine=get("cua-toi") == "1",
        )

    def keeps(self, step: ReviewStep, user: Any) -> bool:
        return (
            (not self.unit or step.unit.slug == self.unit)
            and (not self.topic or self.topic in step.topics)
            and (self.stage not in Stage.values or step.stage == self.stage)
            and (not self.late or step.is_late)
            and (not self.returned or step.returned_before > 0)
            and (not self.mine or approvers(step).of(user) is not None)
        )


@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """`/admin/duyet/`, oldest first. Others than the board see what waits for them alone."""
    user = request.user
    if not may_review(user):
        raise PermissionDenied
    steps, for_board = open_steps(), is_board(user)
    filters = Filters.of(request) if for_board else Filters(mine=True)
    shown = [step for step in steps if filters.keeps(step, user)]
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("trang"))
    for step in page.object_list:
        step.mine = approvers(step).of(user)
    context = {
        "page": page,
        "total": len(shown),
        "late": sum(step.is_late for step in shown),
        "for_board": for_board,
        "filters": filters,
        "query": _query(request),
        "units": sorted({step.unit for step in steps}, key=lambda unit: unit.sort_order),
        "topics": sorted({topic for step in steps for topic in step.topics}),
        "stages": Stage.choices,
        "reasons": list(ReturnReason.objects.filter(is_active=True)),
    }
    return TemplateResponse(request, "moderation/queue.html", context)


def _query(request: HttpRequest) -> str:
    query = request.GET.copy()
    query.pop("trang", None)
    return query.urlencode()
