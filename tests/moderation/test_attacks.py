"""Ways around the two steps that need some thought: other workflows, aliases, the interface, deletions."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail.models import (
    GroupApprovalTask,
    Page,
    PageViewRestriction,
    Revision,
    TaskState,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from portal.media.models import PortalImage
from tests.factories import make_image, make_user
from tests.moderation.people import (
    Staff,
    approve,
    current,
    draft,
    edit,
    edit_url,
    form_of,
    fresh,
    index_of,
    said,
    signed_in,
    submit,
    through,
)
from tests.moderation.test_submission import WARNED, check_url
from units.models import Unit
from units.moderation.decisions import DecisionRefusedError
from units.moderation.guard import PublicationRefusedError
from units.moderation.models import Decision, LedgerEntry, ReviewStep

pytestmark = pytest.mark.django_db
EVERYBODY = ("author", "colleague", "leader", "other_leader", "board", "system")


def person(staff: Staff, who: str) -> Any:
    return make_user(username="quan-tri") if who == "system" else getattr(staff, who)


def live_titles(unit: Unit) -> set[str]:
    return set(Page.objects.child_of(index_of(unit)).live().values_list("title", flat=True))


@pytest.mark.parametrize("who", EVERYBODY)
def test_every_action_of_the_interface(
    cao_loc: Unit, bac_son: Unit, staff: Staff, who: str
) -> None:
    hidden = draft(cao_loc, staff.author, "Nháp")
    shown = through(cao_loc, staff.author, staff.leader, staff.board, title="Đã duyệt")
    client = signed_in(person(staff, who))
    client.raise_request_exception = True
    values = {
        "destination_page_id": index_of(bac_son).pk,
        "parent_id": index_of(cao_loc).pk,
        "revision_id": hidden.latest_revision_id,
        "slug": "qua-api",
        "recursive": "true",
        "keep_live": "true",
    }
    for page in (hidden, shown):
        for action in (
            "publish", "copy", "move", "create_alias", "convert_alias", "revert_to_page_revision",
        ):  # fmt: skip
            url = reverse("wagtailadmin_api:pages:action", args=[page.pk, action])
            client.post(url, values, content_type="application/json")

    assert live_titles(cao_loc) == {"Đã duyệt"}
    assert live_titles(bac_son) == set()
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.parametrize("who", ["author", "leader", "board", "system"])
def test_alias_that_becomes_a_page_of_its_own_publishes_nothing_new(
    cao_loc: Unit, staff: Staff, who: str
) -> None:
    page = draft(cao_loc, staff.author, "Đã duyệt")
    alias = page.create_alias(parent=index_of(cao_loc), update_slug="ban-lien-ket")
    submit(page, staff.author)
    approve(page, staff.leader)
    page = approve(page, staff.board)
    assert fresh(alias).live
    edit(page, staff.author, title="Chưa ai duyệt")

    signed_in(person(staff, who)).post(
        reverse("wagtailadmin_pages:convert_alias", args=[alias.pk]), {}
    )

    assert live_titles(cao_loc) == {"Đã duyệt"}


def _replaced(image: Any, user: Any) -> Any:
    """The picture's form, posted with other content."""
    other = SimpleUploadedFile("khac.png", make_image().file.open().read() + b" ", "image/png")
    values = {"title": "Tên khác", "collection": image.collection_id, "file": other}
    answer = signed_in(user).post(reverse("wagtailimages:edit", args=[image.pk]), values)
    return answer, PortalImage.objects.get(pk=image.pk)


@pytest.mark.parametrize(
    ("who", "public", "done"),
    [("author", True, False), ("leader", True, False), ("board", True, True),
     ("author", False, True)],
)  # fmt: skip
def test_picture_that_the_public_sees_is_not_exchanged_behind_its_page(
    cao_loc: Unit, staff: Staff, who: str, public: bool, done: bool
) -> None:
    image = make_image("Ảnh", "Hội nghị")
    image.collection, image.uploaded_by_user = cao_loc.collection, staff.author
    image.credit = "Văn Mẫu (mẫu)"
    image.save()
    shown: dict[str, Any] = {"lead_image": image, "lead_image_caption": "Đại biểu"}
    if public:
        through(cao_loc, staff.author, staff.leader, staff.board, **shown)
    before = image.file.name

    answer, after = _replaced(image, getattr(staff, who))

    assert (after.file.name != before) is done
    assert (after.title == "Tên khác") is done
    assert ("đang hiện trên trang đã đăng" in said(answer)) is not done


@pytest.mark.parametrize("who", ["board", "system"])
def test_workflow_of_ones_own_publishes_nothing(cao_loc: Unit, staff: Staff, who: str) -> None:
    """The board may open the workflow screens; what a workflow ends with still meets the ledger."""
    user = person(staff, who)
    group = Group.objects.create(name="Nhóm tự lập")
    user.groups.add(group)
    own = Workflow.objects.create(name="Tắt")
    task = GroupApprovalTask.objects.create(name="Tự duyệt")
    task.groups.add(group)
    WorkflowTask.objects.create(workflow=own, task=task, sort_order=0)
    WorkflowPage.objects.update(workflow=own)
    page = draft(cao_loc, staff.author)
    page.get_workflow().start(page, staff.author)
    state = TaskState.objects.get()

    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    signed_in(user).post(url, {})
    with pytest.raises(PublicationRefusedError):
        TaskState.objects.get().specific.approve(user=user)

    assert not fresh(page).live


@pytest.mark.parametrize("who", EVERYBODY)
def test_workflow_that_is_switched_off_lets_nothing_through(
    cao_loc: Unit, staff: Staff, who: str
) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    approve(page, staff.leader)
    Workflow.objects.get(active=True).deactivate(user=staff.board)
    user = person(staff, who)

    for action in ("action-publish", "action-submit", "action-workflow-action"):
        values = form_of(page, **{action: "1", "workflow-action-name": "approve"})
        signed_in(user).post(edit_url(page), values)

    assert not fresh(page).live
    last = LedgerEntry.objects.of_page(page.pk).exclude(decision=Decision.REFUSED).last()
    assert last.decision == Decision.WITHDRAWN


@pytest.mark.parametrize("who", ["colleague", "leader", "other_leader", "board"])
def test_nobody_but_the_author_takes_an_item_back(cao_loc: Unit, staff: Staff, who: str) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    client = signed_in(getattr(staff, who))

    client.post(edit_url(page), form_of(page, **{"action-cancel-workflow": "1"}))
    client.post(reverse("moderation_withdraw", args=[page.pk]))
    client.post(reverse("wagtailadmin_pages:confirm_workflow_cancellation", args=[page.pk]))

    assert current(page)


@pytest.mark.parametrize("who", ["author", "leader", "other_leader"])
def test_privacy_is_the_boards(cao_loc: Unit, staff: Staff, who: str) -> None:
    page = through(cao_loc, staff.author, staff.leader, staff.board)
    url = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])

    signed_in(getattr(staff, who)).post(url, {"restriction_type": "login"})

    assert not PageViewRestriction.objects.exists()


@pytest.mark.parametrize("action", ["unpublish", "delete", "move", "publish"])
@pytest.mark.parametrize("who", ["author", "colleague", "leader", "other_leader"])
def test_units_change_nothing_that_is_public_in_bulk(
    cao_loc: Unit, bac_son: Unit, staff: Staff, who: str, action: str
) -> None:
    page = through(cao_loc, staff.author, staff.leader, staff.board, title="Đã duyệt")
    edit(page, staff.author, title="Chưa ai duyệt")
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])

    signed_in(getattr(staff, who)).post(
        f"{url}?id={page.pk}", {"chooser": index_of(bac_son).pk, "include_descendants": "on"}
    )

    assert live_titles(cao_loc) == {"Đã duyệt"}
    assert live_titles(bac_son) == set()


@pytest.mark.parametrize("who", ["author", "leader", "other_leader"])
def test_units_do_not_touch_what_the_board_scheduled(cao_loc: Unit, staff: Staff, who: str) -> None:
    soon = timezone.now() + timedelta(hours=2)
    page = through(cao_loc, staff.author, staff.leader, staff.board, go_live_at=soon)
    revision, client = page.scheduled_revision, signed_in(getattr(staff, who))

    client.post(reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, revision.pk]), {})
    client.post(
        edit_url(page), form_of(page, **{"action-publish": "1", "go_live_at": "", "title": "Tráo"})
    )

    assert fresh(page).scheduled_revision.pk == revision.pk
    assert not fresh(page).live


@pytest.mark.parametrize("who", ["author", "board"])
def test_deleted_under_review_is_an_end_in_the_ledger(
    cao_loc: Unit, staff: Staff, who: str
) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)

    signed_in(getattr(staff, who)).post(reverse("wagtailadmin_pages:delete", args=[page.pk]))

    assert not Page.objects.filter(pk=page.pk).exists()
    rows = LedgerEntry.objects.of_page(page.pk)
    assert [row.decision for row in rows] == ["submitted", "withdrawn"]
    assert "xóa" in rows.last().text
    assert rows.last().actor_id == getattr(staff, who).pk


def test_unit_renamed_and_closed_during_the_review(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    Unit.objects.filter(pk=cao_loc.pk).update(name="VKSND khu vực 1", is_active=False)

    # A unit that is no more has no leader: the board takes over, and sees why.
    with pytest.raises(DecisionRefusedError):
        approve(page, staff.leader)
    shown = signed_in(staff.board).get(reverse("moderation_queue")).content.decode()
    assert "Đơn vị đã ngừng hoạt động" in shown
    approve(page, staff.board)
    page = approve(page, staff.board_two)

    assert page.live
    rows = LedgerEntry.objects.of_page(page.pk)
    assert [row.unit_id for row in rows] == [cao_loc.pk] * 4
    assert rows[0].unit_name == cao_loc.name
    assert rows[1].unit_name == "VKSND khu vực 1"


def test_author_who_is_deleted_leaves_an_item_that_can_be_decided(
    cao_loc: Unit, staff: Staff
) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    staff.author.delete()

    assert signed_in(staff.leader).get(reverse("moderation_queue")).status_code == 200
    approve(page, staff.leader)
    page = approve(page, staff.board)

    assert page.live
    assert LedgerEntry.objects.of_page(page.pk).first().author_name == "tac-gia (mẫu)"


def hidden_inputs(html: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', html)
    return {name: unescape(value) for name, value in found}


def test_forms_hold_numbers_and_not_how_numbers_are_written(cao_loc: Unit, staff: Staff) -> None:
    """With ids beyond 999, which a template writes as 1.234."""
    page = draft(cao_loc, staff.author)
    Revision.objects.filter(pk=page.latest_revision_id).update(id=123456)
    Page.objects.filter(pk=page.pk).update(latest_revision=123456)
    page = edit(page, staff.author, lead=WARNED)
    author = signed_in(staff.author)
    form = hidden_inputs(author.get(check_url(page)).content.decode())
    assert form["revision"] == str(page.latest_revision_id)
    author.post(check_url(page), {**form, "warnings_read": "1"})
    assert current(page)

    html = signed_in(staff.leader).get(reverse("moderation_queue")).content.decode()
    form = hidden_inputs(html)
    assert form["revision"] == str(page.latest_revision_id)
    edit(page, staff.deputy, title="Vừa sửa")
    answer = signed_in(staff.leader).post(
        reverse("moderation_approve", args=[current(page).pk]), form
    )
    assert "vừa được" in said(answer)
    assert ReviewStep.objects.open().get().stage == "unit"
