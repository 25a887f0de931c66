"""The last line of defence: whatever path led here, nothing goes public without both approvals.

It stands at the rows themselves (a page becoming live or showing another revision, a revision being
scheduled, a page moving into another unit's tree, the content of a file that the public sees), below every
view, API and bulk action. Five things open it: the approvals of both steps in the ledger, for this very
content and not used up by an unpublication since; the unit's approval alone where the board allows that
(`leader_alone`); the board's urgent correction of a published page; an alias in the same unit that follows
its source; and work of the portal itself (`units.publication.direct`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import structlog
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page, Revision, WorkflowState

from portal.audit.actions import PUBLICATION_REFUSED
from portal.audit.log import current_request
from portal.audit.refusals import log_refusal
from portal.media.public_use import is_public
from portal.seam.new_files import is_new_file
from portal.users.models import User
from units.models import Unit
from units.moderation import ledger
from units.moderation.approvers import responsible_unit
from units.moderation.leader_alone import needs_no_board
from units.moderation.models.ledger import Decision, LedgerEntry
from units.moderation.refusals import ReviewRefusedError
from units.moderation.submission import before_correction
from units.publication.direct import direct_reason
from units.scope.actors import is_board
from units.scope.rows import unit_of_object

logger = structlog.get_logger(__name__)


class PublicationRefusedError(ReviewRefusedError):
    """A publication without the approvals it needs. Nothing was changed."""


@dataclass(frozen=True)
class Clearance:
    """What opened the guard: the ledger row to write, and why."""

    decision: Decision
    reason: str = ""
    user: User | None = None


def acting_user() -> User | None:
    """Who is signed in on the request being answered."""
    user = getattr(current_request.get(), "user", None)
    return user if user is not None and user.is_authenticated else None


def check_page(page: Page) -> Clearance | None:
    """Before a page is written: None when the write publishes nothing new.

    Raises PublicationRefusedError.
    """
    if not page.live:
        return None
    before = Page.objects.filter(pk=page.pk).values("live", "live_revision_id").first()
    if before and before["live"] and before["live_revision_id"] == page.live_revision_id:
        return None
    reason = direct_reason()
    if reason:
        return Clearance(Decision.DIRECT, reason)
    if page.alias_of_id is not None:
        return _check_alias(page)
    was_live = bool(before and before["live"])
    return check_revision(page, page.live_revision, Decision.PUBLISHED, was_live)


def check_schedule(revision: Revision) -> Clearance | None:
    """Before a revision is written with the moment at which it goes live."""
    page = revision.content_object
    if revision.approved_go_live_at is None or not isinstance(page, Page):
        return None
    before = Revision.objects.filter(pk=revision.pk).values_list("approved_go_live_at", flat=True)
    if revision.pk and before.first() == revision.approved_go_live_at:
        return None
    reason = direct_reason()
    if reason:
        return Clearance(Decision.DIRECT, reason)
    return check_revision(page, revision, Decision.SCHEDULED, page.live)


def check_overwrite(revision: Revision) -> None:
    """What was submitted or published stays as it was: autosave may not write over it."""
    before = Revision.objects.filter(pk=revision.pk).first() if revision.pk else None
    if before is None or ledger.digest_of(before) == ledger.digest_of(revision):
        return
    if before.task_states.exists() or Page.objects.filter(live_revision=before).exists():
        raise PermissionDenied(_("Phiên bản đã gửi duyệt hoặc đã đăng không thể ghi đè."))


def check_file(file: AbstractImage | AbstractDocument) -> None:
    """Behind the name that an approved page shows stays the picture or document that was approved.

    Whoever uploaded a file may change it; of one that the public sees only the board may replace the
    content. Raises PublicationRefusedError.
    """
    user = acting_user()
    if user is None or is_board(user) or direct_reason() or not file.pk:
        return
    before = type(file)._default_manager.filter(pk=file.pk).first()
    is_new = before is not None and (is_new_file(file.file) or before.file.name != file.file.name)
    if is_new and is_public(before):
        logger.warning("replacement_refused", file=file.pk, user=user.pk)
        raise PublicationRefusedError(
            _(
                "Tệp này đang hiện trên trang đã đăng nên không thay được nội dung. Hãy tải tệp mới lên "
                "thành tệp khác, chọn tệp đó trong bài rồi gửi duyệt."
            )
        )


def check_revision(
    page: Page, revision: Revision | None, decision: Decision, was_live: bool
) -> Clearance:
    if revision is not None and revision.pk and str(page.pk) == str(revision.object_id):
        if is_cleared(revision):
            return Clearance(decision, user=acting_user())
        if was_live and may_correct(page, revision):
            confirmed = before_correction(page, revision)
            return Clearance(Decision.URGENT, confirmed, acting_user() or revision.user)
    raise refuse(page, _("Bài chưa qua đủ hai bước duyệt nên không thể đăng."))


def is_cleared(revision: Revision) -> bool:
    """Whether the ledger holds the approvals for this content, later than any unpublication."""
    rows = LedgerEntry.objects.of_page(int(revision.object_id)).order_by("pk")
    last_end = rows.filter(decision=Decision.UNPUBLISHED).values_list("pk", flat=True).last() or 0
    digest = ledger.digest_of(revision)
    known = rows.filter(pk__gt=last_end, revision_id=revision.pk, digest=digest)
    if known.filter(decision__in=(Decision.URGENT, Decision.DIRECT)).exists():
        return True
    if known.filter(decision=Decision.UNIT_APPROVED).exists() and needs_no_board(
        revision.content_object
    ):
        return True
    for row in known.filter(decision=Decision.BOARD_APPROVED):
        if rows.of_round(row.round_id).filter(decision=Decision.UNIT_APPROVED).exists():
            return True
    return False


def was_public(revision: Revision) -> bool:
    """Whether this very content has been public before, or was written by the board."""
    rows = LedgerEntry.objects.of_page(int(revision.object_id)).filter(
        revision_id=revision.pk, digest=ledger.digest_of(revision)
    )
    shown = (Decision.PUBLISHED, Decision.URGENT, Decision.DIRECT)
    by_board = revision.user is not None and is_board(revision.user)
    return by_board or rows.filter(decision__in=shown).exists()


def may_correct(page: Page, revision: Revision, user: User | None = None) -> bool:
    """Whether this is the board's urgent correction of a published page.

    Everything that is newer than the published version must be the board's own writing, and no round of
    review may be open: or the board would publish what a unit's leader has not approved.
    """
    user = user or acting_user()
    if revision.user is None or not is_board(revision.user):
        return False
    if user is not None and not is_board(user):
        return False
    if WorkflowState.objects.active().for_instance(page).exists():
        return False
    return drafts_are_the_boards(page)


def drafts_are_the_boards(page: Page) -> bool:
    live = Page.objects.filter(pk=page.pk, live=True).values_list(
        "live_revision__created_at", "last_published_at"
    )
    found = live.first()
    if found is None:
        return False
    since = found[0] or found[1]
    newer = Revision.page_revisions.filter(object_id=str(page.pk))
    newer = newer.filter(created_at__gt=since) if since else newer
    users = User.objects.filter(pk__in=newer.values("user"))
    return not newer.filter(user=None).exists() and all(is_board(user) for user in users)


def _check_alias(page: Page) -> Clearance:
    """An alias shows what its source shows, within one unit, once the source is public."""
    source = page.alias_of
    if source.live and page.pk and _unit_id(page) == _unit_id(source):
        return Clearance(Decision.PUBLISHED, reason=_("Theo bài gốc"), user=acting_user())
    raise refuse(page, _("Bản liên kết không được đưa bài sang nơi khác mà không qua duyệt."))


def check_move(page: Page, destination: Page) -> None:
    """A page that is public, scheduled or under review stays in its unit."""
    if direct_reason() or _unit_id(page) == _unit_id(destination):
        return
    tree = page.get_descendants(inclusive=True)
    ids = [str(pk) for pk in tree.values_list("pk", flat=True)]
    scheduled = Revision.page_revisions.filter(object_id__in=ids, approved_go_live_at__isnull=False)
    under_review = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS, object_id__in=ids, base_content_type__model="page"
    )
    if tree.filter(live=True).exists() or scheduled.exists() or under_review.exists():
        raise refuse(
            page, _("Bài đã đăng, đã hẹn giờ hoặc đang duyệt không chuyển được sang đơn vị khác.")
        )


def _unit_id(page: Page) -> int | None:
    unit = unit_of_object(page)
    return unit.pk if unit else None


def refuse(page: Page, text: str) -> PublicationRefusedError:
    """The error to raise; noted in the log now, and in the ledger when the request is over.

    The transaction in which it is raised is rolled back, and a row written in it would be lost.
    """
    user = acting_user()
    logger.warning("publication_refused", page=page.pk, user=user and user.pk, reason=text)
    request = current_request.get()
    if request is not None and page.pk:
        pending = getattr(request, "_portal_refused_publications", [])
        request._portal_refused_publications = [*pending, (page.pk, text)]  # type: ignore[attr-defined]
    return PublicationRefusedError(text)


def write_refusals(request: Any) -> None:
    """Put what was refused during a request into the ledger, once nothing can undo it any more."""
    for page_id, text in getattr(request, "_portal_refused_publications", []):
        page = Page.objects.filter(pk=page_id).first()
        if page is not None:
            user = request.user if request.user.is_authenticated else None
            unit, data = unit_of(page), {"page": page.title, "reason": text}
            cause = f"{page.pk}:{text}"
            times = log_refusal(
                PUBLICATION_REFUSED, cause=cause, user=user, unit=unit, data=data, request=request
            )
            # The ledger keeps every row for ever: the same again within the hour is counted in the log alone.
            if times == 1:
                ledger.record_decision(Decision.REFUSED, page, unit=unit, actor=user, text=text)


def unit_of(page: Page) -> Unit | None:
    try:
        return responsible_unit(page)
    except LookupError:
        return None


def write_clearance(page: Page, revision: Revision | None, clearance: Clearance) -> None:
    """The ledger row of a publication that took place."""
    approved = (
        LedgerEntry.objects.of_page(page.pk)
        .filter(decision=Decision.BOARD_APPROVED, revision_id=revision.pk)
        .last()
        if revision is not None
        else None
    )
    ledger.record_decision(
        clearance.decision,
        page,
        unit=unit_of(page),
        actor=clearance.user,
        revision=revision,
        text=clearance.reason,
        round_id=approved.round_id if approved else None,
    )
