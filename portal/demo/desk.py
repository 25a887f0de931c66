"""Items on their way through the reviews: written, submitted, approved and returned by the sample's people.

Every step goes through the services that the screens call, as the person who takes it and on the day on
which he takes it, so that the queues, the start pages and the ledger show what they would show.

Hours are working hours before the sample is loaded. Whoever reads a returned item finds in its text what
the reason speaks of. None of these becomes public but the two whose last step is an approval of the board.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from django.utils import timezone

from home.news.models import NewsIndexPage, NewsPage, Topic
from portal.calendar.days import working_calendar
from portal.calendar.rules.office_hours import hours_before
from portal.core.text import slugify
from portal.demo.bodies import body_of
from portal.demo.book import note, noted
from portal.demo.content.markdown import blocks
from portal.demo.content.pictures import picture
from portal.demo.content.reading import read_table, shaped, text_files
from portal.demo.content.types import Block
from portal.demo.files import Album
from portal.seam.past_clock import clock_at
from portal.users.models import User
from units.models import Unit
from units.moderation.decisions import decide
from units.moderation.delegations import begin
from units.moderation.models import Delegation, PendingMail
from units.moderation.submission import correct, submit
from units.publication.direct import review_required

Act = Literal["write", "edit", "submit", "approve", "return", "withdraw", "correct"]


@dataclass(frozen=True)
class Step:
    """`by` is the end of an account's name in the item's unit, or the whole name of the board's.

    `text` is a note with an approval; what is to be mended, with a return.
    """

    hours: float
    act: Act
    by: str = "ctv"
    text: str = ""
    reason: str = ""
    changes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class DeskItem:
    unit_slug: str
    topic: str
    writer: str
    title: str
    lead: str
    body: tuple[Block, ...]
    story: tuple[Step, ...]
    picture: str = ""


@dataclass(frozen=True)
class Absence:
    """A leader who is away, and who stands in for him; days from today, both included."""

    unit_slug: str
    delegate: str
    since: int
    until: int


BOARD, LEADER = "bbt", "lanhdao"
ABSENCE = read_table("absence.toml", Absence)
ITEMS = tuple(
    shaped(DeskItem, file.head, file.where, body=blocks(file.text, file.where))
    for file in text_files("desk")
)
_LOOK_BACK = timedelta(days=120)


def load_desk(units: Mapping[str, Unit], province: Unit, album: Album) -> int:
    """Let everything happen in its order in time; the number of items. Needs the sample's accounts."""
    now = timezone.localtime().replace(second=0, microsecond=0)
    _delegate(units[ABSENCE.unit_slug], now)
    calendar = working_calendar(now.date() - _LOOK_BACK, now.date())
    writers = [_Item(sample, units[sample.unit_slug], province, album) for sample in ITEMS]
    steps = [
        (hours_before(now, step.hours, calendar), item, step)
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
    row = Delegation(
        leader=_account(unit, LEADER),
        delegate=_account(unit, ABSENCE.delegate),
        unit=unit,
        starts_on=now.date() + timedelta(ABSENCE.since),
        ends_on=now.date() + timedelta(ABSENCE.until),
    )
    row.full_clean()
    begin(row)


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
            body=body_of(sample.body, self.album, sample.title),
            author_name=f"{sample.writer} (mẫu)",
            source=self.unit.short_name,
            owner=user,
            live=False,
            **(self.album.lead(picture(sample.picture)) if sample.picture else {}),
        )
        page.topics = [Topic.objects.get(slug=sample.topic)]
        NewsIndexPage.objects.child_of(self.home).get().add_child(instance=page)
        page.save_revision(user=user, log_action=True)
        self.page_id = note(page).pk

    @staticmethod
    def _edit(page: NewsPage, user: User, step: Step) -> None:
        draft = page.get_latest_revision_as_object()
        for name, value in step.changes.items():
            setattr(draft, name, value)
        draft.save_revision(user=user, log_action=True)
