"""Nothing reaches the public without both approvals, whatever path is tried."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision

from portal.users.models import User
from tests.clock import at
from tests.factories import make_user
from tests.moderation.people import (
    Staff,
    approve,
    draft,
    edit,
    edit_url,
    form_of,
    fresh,
    index_of,
    published_directly,
    signed_in,
    submit,
    through,
)
from units.models import Unit
from units.moderation.guard import PublicationRefusedError
from units.moderation.models import Decision, LedgerEntry
from units.publication.direct import allow_direct_publication

pytestmark = pytest.mark.django_db
EVERYBODY = ("author", "leader", "board", "system")


def person(staff: Staff, who: str) -> User:
    return make_user(username="quan-tri") if who == "system" else getattr(staff, who)


def tomorrow() -> str:
    return timezone.localtime(timezone.now() + timedelta(days=1)).strftime("%d/%m/%Y %H:%M")


def press_publish(page: Page, user: User) -> None:
    signed_in(user).post(edit_url(page), form_of(page, **{"action-publish": "1"}))


def schedule(page: Page, user: User) -> None:
    values = {"action-publish": "1", "go_live_at": tomorrow()}
    signed_in(user).post(edit_url(page), form_of(page, **values))


def publish_in_bulk(page: Page, user: User) -> None:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    signed_in(user).post(f"{url}?id={page.pk}", {"include_descendants": "on"})


def publish_parent_in_bulk(page: Page, user: User) -> None:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    signed_in(user).post(f"{url}?id={page.get_parent().pk}", {"include_descendants": "on"})


def revert_and_publish(page: Page, user: User) -> None:
    url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, page.latest_revision_id])
    signed_in(user).post(url, form_of(page, **{"action-publish": "1"}))


def publish_by_api(page: Page, user: User) -> None:
    for action in ("publish", "revert_to_page_revision", "copy"):
        url = reverse("wagtailadmin_api:pages:action", args=[page.pk, action])
        values = {"revision_id": page.latest_revision_id, "keep_live": "true", "slug": "ban-api"}
        signed_in(user).post(url, values, content_type="application/json")


def create_and_publish(page: Page, user: User) -> None:
    url = reverse("wagtailadmin_pages:add", args=["news", "newspage", page.get_parent().pk])
    values = form_of(page, **{"action-publish": "1"}) | {"slug": "bai-tao-moi"}
    signed_in(user).post(url, values)


PATHS: tuple[Callable[[Page, User], None], ...] = (
    press_publish,
    schedule,
    publish_in_bulk,
    publish_parent_in_bulk,
    revert_and_publish,
    publish_by_api,
    create_and_publish,
)


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.__name__)
def test_draft_stays_a_draft(
    cao_loc: Unit, staff: Staff, who: str, path: Callable[[Page, User], None]
) -> None:
    page = draft(cao_loc, staff.author)

    path(page, person(staff, who))

    tree = Page.objects.child_of(index_of(cao_loc))
    assert not tree.filter(live=True).exists()
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    assert not LedgerEntry.objects.filter(
        decision__in=(Decision.PUBLISHED, Decision.URGENT)
    ).exists()


@pytest.mark.parametrize("who", ["board", "system"])
@pytest.mark.parametrize("stage", ["unit", "board", "returned"])
def test_item_under_review_stays_a_draft(cao_loc: Unit, staff: Staff, who: str, stage: str) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    if stage == "board":
        approve(page, staff.leader)
    user = person(staff, who)

    for path in (press_publish, publish_in_bulk, revert_and_publish):
        path(page, user)

    assert not fresh(page).live


def test_contributors_new_text_of_a_published_page_waits_too(cao_loc: Unit, staff: Staff) -> None:
    page = through(cao_loc, staff.author, staff.leader, staff.board, title="Bài đã duyệt")
    page = edit(page, staff.author, title="Chưa ai duyệt")

    for path in (press_publish, publish_in_bulk, revert_and_publish, schedule):
        path(page, staff.board)

    assert fresh(page).title == "Bài đã duyệt"


@pytest.mark.parametrize("who", ["leader", "board", "system"])
def test_copies_and_aliases_are_drafts_or_nothing(cao_loc: Unit, staff: Staff, who: str) -> None:
    page = through(cao_loc, staff.author, staff.leader, staff.board)
    user, parent = person(staff, who), page.get_parent()
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    values = {"new_title": "Bản sao", "new_parent_page": parent.pk}
    signed_in(user).post(url, {**values, "new_slug": "ban-sao-1", "publish_copies": "on"})
    signed_in(user).post(url, {**values, "new_slug": "ban-sao-2", "alias": "on"})
    signed_in(user).post(url, {**values, "new_slug": "ban-sao-3"})

    copies = Page.objects.child_of(parent).exclude(pk=page.pk)
    assert "ban-sao-3" in [copy.slug for copy in copies]
    assert not any(copy.live or copy.alias_of_id for copy in copies)


def test_published_page_does_not_move_into_another_unit(
    cao_loc: Unit, bac_son: Unit, staff: Staff
) -> None:
    page = through(cao_loc, staff.author, staff.leader, staff.board)
    target = index_of(bac_son)
    signed_in(staff.board).post(
        reverse("wagtailadmin_pages:move_confirm", args=[page.pk, target.pk])
    )
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    signed_in(staff.board).post(f"{url}?id={page.pk}", {"chooser": target.pk})
    with pytest.raises(PublicationRefusedError):
        fresh(page).move(target, pos="last-child")

    assert fresh(page).get_parent().pk == index_of(cao_loc).pk


def test_unpublished_item_needs_new_approvals(cao_loc: Unit, staff: Staff) -> None:
    page = through(cao_loc, staff.author, staff.leader, staff.board)
    signed_in(staff.board).post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert not fresh(page).live

    press_publish(page, staff.board)
    publish_in_bulk(page, staff.board)
    with pytest.raises(PublicationRefusedError):
        fresh(page).get_latest_revision().publish()

    assert not fresh(page).live


def _publish(page: Any) -> None:
    page.get_latest_revision().publish()


def _make_live(page: Any) -> None:
    page.live = True
    page.save()


def _live_copy(page: Any) -> None:
    page.copy(keep_live=True, update_attrs={"slug": "khac", "live": True})


def _schedule(page: Any) -> None:
    page.save_revision(approved_go_live_at=timezone.now() + timedelta(hours=1))


@pytest.mark.parametrize("way", [_publish, _make_live, _live_copy, _schedule])
def test_code_that_publishes_without_approval_fails(
    cao_loc: Unit, staff: Staff, way: Callable[[Any], None]
) -> None:
    page = draft(cao_loc, staff.author)

    with pytest.raises(PublicationRefusedError):
        way(fresh(page))

    assert not Page.objects.child_of(index_of(cao_loc)).filter(live=True).exists()


def test_approval_holds_for_the_content_that_was_approved(cao_loc: Unit, staff: Staff) -> None:
    page = through(cao_loc, staff.author, staff.leader, staff.board)
    revision = page.live_revision
    content = {**revision.content, "title": "Nội dung tráo"}
    Revision.objects.filter(pk=revision.pk).update(content=content)
    Page.objects.filter(pk=page.pk).update(live=False, live_revision=None)

    with pytest.raises(PublicationRefusedError):
        Revision.objects.get(pk=revision.pk).publish()


def test_autosave_does_not_write_over_what_was_published(cao_loc: Unit, staff: Staff) -> None:
    page = through(cao_loc, staff.author, staff.leader, staff.board)
    values = form_of(page, title="Ghi đè") | {"overwrite_revision_id": str(page.live_revision_id)}

    signed_in(staff.author).post(edit_url(page), values)

    assert Revision.objects.get(pk=page.live_revision_id).content["title"] == page.title


def test_refusals_are_kept_in_the_ledger(
    cao_loc: Unit, staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = draft(cao_loc, staff.author)
    open_to_all = "wagtail.models.PagePermissionTester"
    monkeypatch.setattr("django.conf.settings.PORTAL_PAGE_PERMISSIONS", open_to_all)

    press_publish(page, staff.board)

    assert not fresh(page).live
    row = LedgerEntry.objects.of_page(page.pk).get()
    assert (row.decision, row.actor_id) == (Decision.REFUSED, staff.board.pk)


def test_approved_item_with_an_hour_goes_live_at_it(cao_loc: Unit, staff: Staff) -> None:
    soon = timezone.now() + timedelta(hours=2)
    page = through(cao_loc, staff.author, staff.leader, staff.board, go_live_at=soon)
    assert not page.live
    assert page.approved_schedule

    with at(soon + timedelta(minutes=1)):
        call_command("publish_scheduled")

    assert fresh(page).live
    rows = LedgerEntry.objects.of_page(page.pk).values_list("decision", flat=True)
    assert list(rows)[-2:] == ["scheduled", "published"]


def test_boards_own_item_needs_a_second_member(province: Unit, staff: Staff) -> None:
    page = submit(draft(province, staff.board), staff.board)
    with pytest.raises(Exception, match="tự duyệt"):
        approve(page, staff.board)

    approve(page, staff.board_two)
    with pytest.raises(Exception, match="tự duyệt"):
        approve(page, staff.board)
    assert approve(page, staff.board_two).live


@pytest.mark.parametrize("path", [press_publish, publish_in_bulk])
def test_boards_correction_of_a_published_page_is_public_at_once_and_listed(
    cao_loc: Unit, staff: Staff, path: Callable[[Page, User], None]
) -> None:
    page = through(cao_loc, staff.author, staff.leader, staff.board)
    edit(page, staff.board, title="Đã đính chính")

    path(page, staff.board)

    assert fresh(page).title == "Đã đính chính"
    assert LedgerEntry.objects.of_page(page.pk).last().decision == Decision.URGENT
    shown = signed_in(staff.board_two).get(reverse("moderation_exceptions"))
    assert "Đã đính chính" in shown.content.decode()
    assert signed_in(staff.leader).get(reverse("moderation_exceptions")).status_code != 200


@pytest.mark.parametrize("who", ["author", "leader"])
def test_nobody_but_the_board_corrects_at_once(cao_loc: Unit, staff: Staff, who: str) -> None:
    page = published_directly(cao_loc, staff.author)

    signed_in(getattr(staff, who)).post(
        edit_url(page), form_of(page, title="Tự sửa", **{"action-publish": "1"})
    )

    assert fresh(page).title == "Bài cũ"


def test_direct_publication_names_its_reason(cao_loc: Unit, staff: Staff) -> None:
    page = published_directly(cao_loc, staff.author)

    row = LedgerEntry.objects.of_page(page.pk).get()
    assert (row.decision, row.text) == (Decision.DIRECT, "Dữ liệu cũ")
    with pytest.raises(ValueError, match="reason"), allow_direct_publication(" "):
        pass
