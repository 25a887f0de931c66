"""Who is told what, by mail: whoever must act next, and the author at each change.

A mail is a row first, written in the transaction of what it tells, and sent after the commit: nothing
is told that did not happen, and a mail server that is away delays mail and blocks nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Page, PageSubscription

from portal.core.mails import admin_link, send_after_commit
from portal.core.text import format_date
from portal.users.models import User
from units.moderation.approvers import approvers_at, duty_roster, open_step
from units.moderation.leader_alone import needs_no_board
from units.moderation.mail import send_mail
from units.moderation.models.ledger import Decision, LedgerEntry
from units.moderation.models.people import Delegation, MailPreference, PendingMail
from units.moderation.models.steps import ReviewStep, Stage
from units.moderation.rules.approvers import Approvers
from units.moderation.sight import may_look


def step_entered(step: ReviewStep) -> None:
    """Those who decide, and the author when it was submitted."""
    title, approvers = _title(step), _approvers(step)
    lines = [
        _("Bài “%(title)s” của %(unit)s đang chờ anh/chị duyệt.")
        % {"title": title, "unit": step.unit.short_name},
        _("Hạn duyệt: %s.") % step.due_words,
    ]
    if approvers.taken_over:
        lines.append(_("Ban Biên tập duyệt thay bước đơn vị. Lý do: %s.") % approvers.reason)
    for approver in approvers.people:
        own = list(lines)
        if approver.again:
            own.append(
                _("Anh/chị đã duyệt bước đơn vị; Ban Biên tập không còn ai khác duyệt được.")
            )
        if approver.on_behalf_of:
            own.append(_("Anh/chị duyệt thay mặt %s.") % approver.on_behalf_of)
        _post([approver.user], "to_review", _("Chờ duyệt: %s") % title, own, _item(step))
    if step.stage == Stage.UNIT:
        lines = [
            _("Bài “%s” đã được gửi duyệt.") % title,
            _("Hạn duyệt: %s.") % step.due_words,
        ]
        _post(_author(step), "submitted", _("Đã gửi duyệt: %s") % title, lines, _item(step))


def decided(
    step: ReviewStep, decision: Decision, user: Any, *, reason: str = "", comment: str = ""
) -> None:
    """The author after each decision; the leaders too when the item comes back."""
    title, name = _title(step), str(user or _("Hệ thống"))
    if decision == Decision.RETURNED:
        lines = [
            _("%(name)s đã trả lại bài “%(title)s”.") % {"name": name, "title": title},
            _("Lý do: %s.") % reason,
            _("Điều cần sửa: %s") % comment,
            _("Sau khi sửa, bài được duyệt lại từ bước đơn vị."),
        ]
        people = [*_author(step), *duty_roster().leaders.get(step.unit_id, [])]
        link = admin_link("wagtailadmin_pages:edit", step.page_id)
        _post(people, "returned", _("Bị trả lại: %s") % title, lines, link)
    elif decision == Decision.WITHDRAWN:
        lines = [_("Bài “%s” đã được rút lại, không cần duyệt nữa.") % title]
        people = [approver.user for approver in _approvers(step).people]
        _post(people, "withdrawn", _("Đã rút: %s") % title, lines, _item(step))
    elif decision == Decision.UNIT_APPROVED and needs_no_board(step.page):
        lines = [_("Đơn vị đã duyệt bài “%s”; bài được đăng mà không chờ Ban Biên tập.") % title]
        _post(_author(step), "approved", _("Đã duyệt: %s") % title, lines, _item(step))
    elif decision == Decision.UNIT_APPROVED:
        lines = [_("Bài “%s” đã qua bước đơn vị và được chuyển tới Ban Biên tập.") % title]
        _post(_author(step), "approved", _("Đơn vị đã duyệt: %s") % title, lines, _item(step))
    elif decision == Decision.BOARD_APPROVED:
        lines = [_("Ban Biên tập đã duyệt bài “%s”.") % title]
        if comment:
            lines.append(_("Ghi chú: %s") % comment)
        _post(_author(step), "approved", _("Đã duyệt: %s") % title, lines, _item(step))


def published(page: Page) -> None:
    """An item whose hour came; of one published with its approval the author was just told."""
    rows = LedgerEntry.objects.of_page(page.pk).filter(revision_id=page.live_revision_id)
    if page.owner is not None and rows.filter(decision=Decision.SCHEDULED).exists():
        lines = [_("Bài “%s” đã lên trang theo giờ hẹn.") % page.title]
        _post([page.owner], "published", _("Đã đăng: %s") % page.title, lines, page.full_url or "")


def reminded(step: ReviewStep) -> None:
    lines = [
        _("Bài “%(title)s” của %(unit)s vẫn chờ anh/chị duyệt; thời hạn đã qua một nửa.")
        % {"title": _title(step), "unit": step.unit.short_name},
        _("Hạn duyệt: %s.") % step.due_words,
    ]
    people = [approver.user for approver in _approvers(step).people]
    _post(people, "reminder", _("Nhắc duyệt: %s") % _title(step), lines, _item(step))


def escalated(step: ReviewStep) -> None:
    """The board, and those who let it pass."""
    lines = [
        _("Bài “%(title)s” của %(unit)s đã quá hạn duyệt ở bước %(stage)s.")
        % {
            "title": _title(step),
            "unit": step.unit.short_name,
            "stage": step.get_stage_display(),
        },
        _("Hạn duyệt: %s.") % step.due_words,
    ]
    people = [*duty_roster().board, *(one.user for one in _approvers(step).people)]
    _post(people, "escalated", _("Quá hạn duyệt: %s") % _title(step), lines, _item(step))


def delegated(row: Delegation) -> None:
    """Who stands in, at once: items may be waiting already, and nothing else would tell him."""
    lines = [
        _(
            "%(name)s ủy quyền cho anh/chị duyệt bài của %(unit)s từ ngày %(first)s đến hết ngày %(last)s."
        )
        % {
            "name": row.leader,
            "unit": row.unit.short_name,
            "first": format_date(row.starts_on),
            "last": format_date(row.ends_on),
        },
        _("Trong thời gian đó, bài chờ duyệt của đơn vị có trong mục “Chờ duyệt” của anh/chị."),
    ]
    link = admin_link("moderation_queue")
    subject = _("Ủy quyền duyệt bài của %s") % row.unit.short_name
    _post([row.delegate], "delegated", subject, lines, link)


def commented(page: Page, user: User, said: list[str], threads: list[int]) -> None:
    """Who follows the item, takes part in the conversation, or decides about the item now."""
    followers = User.objects.filter(
        pk__in=PageSubscription.objects.filter(page=page, comment_notifications=True).values("user")
    )
    speakers = User.objects.filter(
        Q(wagtail_admin_comments__in=threads) | Q(comment_replies__comment__in=threads)
    )
    step = open_step(page)
    deciding = [one.user for one in _approvers(step).people] if step else []
    people = {one.pk: one for one in (*followers, *speakers, *deciding) if one.pk != user.pk}
    title = page.draft_title or page.title
    lines = [
        _("%(name)s đã góp ý trong bài “%(title)s”:") % {"name": user, "title": title},
        *(f"– {text}" for text in said),
    ]
    seeing = [one for one in people.values() if may_look(one, page)]
    link = admin_link("wagtailadmin_pages:edit", page.pk)
    _post(seeing, "commented", _("Góp ý mới: %s") % title, lines, link)


def _approvers(step: ReviewStep) -> Approvers[User]:
    return approvers_at(step, step.bars.values_list("user_id", flat=True))


def _title(step: ReviewStep) -> str:
    return step.page.draft_title or step.page.title


def _author(step: ReviewStep) -> list[User]:
    return [step.author] if step.author is not None else []


def _item(step: ReviewStep) -> str:
    return admin_link("moderation_item", step.page_id)


def tell(people: Iterable[User], kind: str, subject: str, lines: list[str], link: str) -> None:
    """For rooms below this one, by dotted path (`PORTAL_OUTBOX`): the same outbox, digests, retries."""
    _post(people, kind, subject, lines, link)


def _post(people: Iterable[User], kind: str, subject: str, lines: list[str], link: str) -> None:
    """Put one mail for each person into the outbox; once, whatever roles he has in it."""
    unique = {user.pk: user for user in people if user.is_active and user.email}
    digests = set(
        MailPreference.objects.filter(user__in=unique, digest=True).values_list(
            "user_id", flat=True
        )
    )
    for user in unique.values():
        row = PendingMail.objects.create(
            user=user,
            kind=kind,
            subject=subject[:300],
            context={"lines": [str(line) for line in lines], "link": link},
            for_digest=user.pk in digests,
        )
        if not row.for_digest:
            send_after_commit(send_mail, row.pk)
