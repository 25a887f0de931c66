"""Tell the people of a unit, once, which of its items have to be read again."""

from __future__ import annotations

from collections import defaultdict

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from home.legal_education.due import Due, due_among
from home.legal_education.models import DueNotice, LegalEducationPage
from portal.users.models import User
from units.models import Membership, Role, Unit
from units.scope.rows import unit_of_object

KIND = "legal_education_due"
ANSWERABLE = (Role.LEADER, Role.UNIT_ADMIN)


@transaction.atomic
def tell_due() -> int:
    """One mail for each person and unit about what nobody was told of yet; how many items.

    Notices and mails are written in one transaction: what is noted as told is in the outbox.
    """
    today = timezone.localdate()
    by_unit: dict[Unit | None, list[Due]] = defaultdict(list)
    for item in due_among(LegalEducationPage.objects.select_related("owner"), today):
        new = _note_new(item)
        if new.reasons:
            by_unit[unit_of_object(item.page)].append(new)
    for unit, items in by_unit.items():
        _tell(unit, items)
    return sum(len(items) for items in by_unit.values())


def _note_new(item: Due) -> Due:
    told = set(
        DueNotice.objects.filter(page=item.page, reason__in=item.keys).values_list(
            "reason", flat=True
        )
    )
    new = [reason for reason in item.reasons if reason.key not in told]
    DueNotice.objects.bulk_create(
        [DueNotice(page=item.page, reason=reason.key) for reason in new], ignore_conflicts=True
    )
    return Due(item.page, new)


def _tell(unit: Unit | None, items: list[Due]) -> None:
    answerable, writers = _people(unit)
    for user in answerable:
        _post(user, items)
    for user in writers - answerable:
        _post(user, [item for item in items if item.page.owner_id == user.pk])


def _people(unit: Unit | None) -> tuple[set[User], set[User]]:
    """Who answers for the unit's items, and who writes for it; of the province the board does."""
    if unit is None or unit.is_province:
        rows = Membership.objects.active().filter(role=Role.BOARD).select_related("user")
        return {row.user for row in rows}, set()
    rows = Membership.objects.active().filter(unit=unit).select_related("user")
    answerable = {row.user for row in rows if row.role in ANSWERABLE}
    return answerable, {row.user for row in rows if row.role == Role.CONTRIBUTOR}


def _post(user: User, items: list[Due]) -> None:
    if not items:
        return
    lines = [_("Các bài phổ biến pháp luật sau đây cần được xem lại:")]
    for item in items:
        reasons = "; ".join(reason.text for reason in item.reasons)
        lines.append(
            _("– “%(title)s”: %(reasons)s.") % {"title": item.page.title, "reasons": reasons}
        )
    lines.append(
        _(
            "Trên trang đã có lời báo cho người đọc. Hãy sửa bài rồi gửi duyệt, hoặc ghi nhận đã xem lại."
        )
    )
    subject = _("Cần xem lại: %d bài phổ biến pháp luật") % len(items)
    link = f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{reverse('wagtailadmin_home')}"
    import_string(settings.PORTAL_OUTBOX)([user], KIND, subject, lines, link)
