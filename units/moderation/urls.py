"""Addresses of the reviews, below the administration."""

from django.urls import path

from units.moderation.views import check, decide, delegations, exceptions, item, ledger, queue

urlpatterns = [
    path("duyet/", queue.queue, name="moderation_queue"),
    path(
        "duyet/buoc/<int:task_state_id>/duyet/",
        decide.decide_step,
        {"action": "approve"},
        name="moderation_approve",
    ),
    path(
        "duyet/buoc/<int:task_state_id>/tra-lai/",
        decide.decide_step,
        {"action": "reject"},
        name="moderation_return",
    ),
    path("duyet/bai/<int:page_id>/", item.item, name="moderation_item"),
    path("duyet/bai/<int:page_id>/kiem-tra/", check.checklist, name="moderation_checklist"),
    path("duyet/bai/<int:page_id>/rut/", decide.withdraw, name="moderation_withdraw"),
    path("duyet/bai/<int:page_id>/xem/", item.preview, name="moderation_preview"),
    path("duyet/bai/<int:page_id>/khung/", item.preview_frame, name="moderation_preview_frame"),
    path("duyet/uy-quyen/", delegations.delegations, name="moderation_delegations"),
    path(
        "duyet/uy-quyen/<int:delegation_id>/ket-thuc/",
        delegations.end_delegation,
        name="moderation_delegation_end",
    ),
    path("so-duyet/", ledger.ledger, name="moderation_ledger"),
    path("duyet/ngoai-le/", exceptions.exceptions, name="moderation_exceptions"),
]
