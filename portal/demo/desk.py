"""Items on their way through the reviews: written, submitted, approved and returned by the sample's people.

Every step goes through the services that the screens call, as the person who takes it and on the day on
which he takes it, so that the queues, the start pages and the ledger show what they would show.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from home.news.models import NewsIndexPage, NewsPage, Topic
from portal.calendar.days import working_calendar
from portal.core.text import slugify
from portal.demo.bodies import body_of
from portal.demo.book import note, noted
from portal.demo.clock import clock_at, working_hours_before
from portal.demo.content.desk import ABSENCE, BOARD, ITEMS, LEADER, DeskItem, Step
from portal.demo.content.pictures import picture
from portal.demo.files import Album
from portal.users.models import User
from units.models import Unit
from units.moderation.decisions import decide
from units.moderation.models import Delegation, PendingMail
from units.moderation.submission import correct, submit
from units.organisation.audit_trail import record
from units.publication.direct import review_required

_LOOK_BACK = timedelta(days=120)


def load_desk(units: Mapping[str, Unit], province: Unit, album: Album) -> int:
    """Let everything happen in its order in time; the number of items. Needs the sample's accounts."""
    now = timezone.localtime().replace(second=0, microsecond=0)
    _delegate(units[ABSENCE.unit_slug], now)
    calendar = working_calendar(now.date() - _LOOK_BACK, now.date())
    writers = [_Item(sample, units[sample.unit_slug], province, album) for sample in ITEMS]
    steps = [
        (working_hours_before(now, step.hours, calendar), item, step)
        for item in writers
        for step in item.sample.story
    ]
    for moment, item, step in sorted(steps, key=lambda row: row[0]):
        with clock_at(moment), review_required():
            item.take(step)
    # Nobody reads the mails of sample accounts.
    PendingMail.objects.filter(user__in=noted(User)).delete()
    return len(writers)


def _account(unit: Unit, by: str) -> User:
    return User.objects.get(username=by if by == BOARD else f"{unit.slug}-{by}")


def _delegate(unit: Unit, now: datetime) -> None:
    leader = _account(unit, LEADER)
    row = Delegation(
        leader=leader,
        delegate=_account(unit, ABSENCE.delegate),
        unit=unit,
        starts_on=now.date() + timedelta(ABSENCE.since),
        ends_on=now.date() + timedelta(ABSENCE.until),
    )
    row.full_clean()
    row.save()
    days = {"starts_on": row.starts_on.isoformat(), "ends_on": row.ends_on.isoformat()}
    record("moderation.delegate", row.delegate, user=leader, unit=unit, **days)


class _Item:
    """One item, and who does what with it."""

    def __init__(self, sample: DeskItem, unit: Unit, province: Unit, album: Album) -> None:
        self.sample, self.unit, self.album = sample, unit, album
        # A department has no site of its own: it writes on the provincial one.
        self.home = unit.home_page or province.home_page
        self.page_id = 0

    def take(self, step: Step) -> None:
        user = _account(self.unit, step.by)
        if step.act == "write":
            self._write(user)
            return
        page = NewsPage.objects.get(pk=self.page_id)
        if step.act == "edit":
            self._edit(page, user, step)
        elif step.act == "submit":
            submit(page, user, read_revision=page.latest_revision_id)
        elif step.act == "withdraw":
            page.current_workflow_state.cancel(user=user)
        elif step.act == "correct":
            self._edit(page, user, step)
            page.refresh_from_db()
            correct(page, user, read_revision=page.latest_revision_id)
        else:
            action = "approve" if step.act == "approve" else "reject"
            state = page.current_workflow_task_state
            decide(state.pk, user, action, reason=step.reason, comment=step.text)

    def _write(self, user: User) -> None:
        sample = self.sample
        page = NewsPage(
            title=sample.title,
            slug=slugify(sample.title, 90),
            lead=sample.lead,
            body=body_of(
                [("paragraph", f"<p>{text}</p>") for text in sample.body], self.album, sample.title
            ),
            author_name=f"{sample.writer} (mẫu)",
            source=self.unit.short_name,
            owner=user,
            live=False,
            **self._picture(),
        )
        page.topics = [Topic.objects.get(slug=sample.topic)]
        NewsIndexPage.objects.child_of(self.home).get().add_child(instance=page)
        page.save_revision(user=user, log_action=True)
        self.page_id = note(page).pk

    def _picture(self) -> dict[str, Any]:
        if not self.sample.picture:
            return {}
        drawing = picture(self.sample.picture)
        return {
            "lead_image": self.album.of(drawing),
            "lead_image_alt": drawing.alt,
            "lead_image_caption": drawing.caption,
            "lead_image_credit": drawing.credit,
        }

    @staticmethod
    def _edit(page: NewsPage, user: User, step: Step) -> None:
        draft = page.get_latest_revision_as_object()
        for name, value in step.changes.items():
            setattr(draft, name, value)
        draft.save_revision(user=user, log_action=True)
