"""Ids of other units are refused at the form, wherever they hide, and an editor can still work."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry, Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.news.models import NewsPage
from portal.audit.actions import FOREIGN_ID_REFUSED
from portal.media.models import PortalImage
from tests.factories import make_topic, make_user, news_index
from tests.isolation_rules.conftest import Holdings, signed_in, words
from tests.registry.documents import make_file, register_of
from units.models import Role
from units.scope.shared import shared_roots

# Who asks is a fixture that some tests name by a parameter.
pytestmark = pytest.mark.usefixtures("portal")

REFUSED = "Lựa chọn này không thuộc đơn vị của bạn."


@pytest.fixture(params=("contributor", "leader", "unit_admin"))
def member(request: pytest.FixtureRequest) -> Client:
    return request.getfixturevalue(request.param)


def news_form(**values: Any) -> dict[str, Any]:
    form = {
        "title": "Hội nghị quý IV",
        "slug": "hoi-nghi-quy-iv",
        "lead": "Tóm tắt hội nghị.",
        "body": streamfield([("paragraph", rich_text("<p>Nội dung hội nghị.</p>"))]),
        "lead_image": "",
        "lead_image_alt": "Toàn cảnh hội nghị tổng kết",
    }
    return {**nested_form_data({**form, **values}), "topics": [make_topic().pk]}


def picture(pk: int) -> dict[str, Any]:
    return {"image": pk, "alt_text": "Đại biểu dự hội nghị", "caption": "Hội nghị"}


def add(client: Client, holdings: Holdings, **values: Any) -> HttpResponse:
    url = reverse("wagtailadmin_pages:add", args=["news", "newspage", news_index(holdings.unit).pk])
    return client.post(url, news_form(**values))


def refused_ids() -> set[tuple[str, str]]:
    entries = ModelLogEntry.objects.filter(action=FOREIGN_ID_REFUSED)
    return {
        (entry.data["model"], value)
        for entry in entries
        for value in entry.data["value"].split("; ")
    }


def link(kind: str, pk: int) -> str:
    return rich_text(f'<p>Xem <a linktype="{kind}" id="{pk}">tại đây</a>.</p>')


def test_every_member_writes_a_draft_with_own_and_shared_pictures(
    member: Client, own: Holdings, shared_image: PortalImage
) -> None:
    body = streamfield(
        [
            ("paragraph", link("page", own.draft.pk)),
            ("image", picture(shared_image.pk)),
            ("file", {"document": own.document.pk, "name": "Quyết định"}),
        ]
    )
    answer = add(member, own, lead_image=own.image.pk, body=body)
    assert answer.status_code == 302, answer.context["form"].errors
    made = NewsPage.objects.get(slug="hoi-nghi-quy-iv")
    assert not made.live
    assert made.latest_revision.as_object().lead_image_id == own.image.pk
    edit = reverse("wagtailadmin_pages:edit", args=[made.pk])
    assert member.get(edit).status_code == 200
    assert member.post(edit, news_form(lead_image=shared_image.pk)).status_code == 302
    assert refused_ids() == set()


def forged(foreign: Holdings) -> list[tuple[str, Any, tuple[str, str]]]:
    image, document, draft = foreign.image.pk, foreign.document.pk, foreign.draft.pk
    of_image, of_document = (
        ("media.portalimage", str(image)),
        ("media.portaldocument", str(document)),
    )
    of_page = ("wagtailcore.page", str(draft))
    return [
        ("lead_image", image, of_image),
        ("body", streamfield([("image", picture(image))]), of_image),
        ("body", streamfield([("image", {**picture(image), "alt_text": ""})]), of_image),
        ("body", streamfield([("file", {"document": document, "name": "Tệp"})]), of_document),
        ("body", streamfield([("paragraph", link("page", draft))]), of_page),
        ("body", streamfield([("paragraph", link("document", document))]), of_document),
        ("body", streamfield([("notice", {"tone": "info", "text": link("page", draft)})]), of_page),
    ]


@pytest.mark.parametrize("case", range(7))
def test_forged_ids_are_refused_without_a_word_of_the_row(
    contributor: Client, own: Holdings, foreign: Holdings, case: int
) -> None:
    field, value, reference = forged(foreign)[case]
    answer = add(contributor, own, **{field: value})
    page = words(answer)
    assert answer.status_code == 200
    assert answer.context["form"].errors[field][0] == REFUSED
    assert foreign.word not in page
    assert foreign.draft.slug not in page
    assert not NewsPage.objects.filter(slug="hoi-nghi-quy-iv").exists()
    assert reference in refused_ids()


def test_preview_does_not_show_a_forged_picture(
    contributor: Client, own: Holdings, foreign: Holdings
) -> None:
    url = reverse(
        "wagtailadmin_pages:preview_on_add", args=["news", "newspage", news_index(own.unit).pk]
    )
    body = streamfield([("paragraph", link("document", foreign.document.pk))])
    answer = contributor.post(url, news_form(body=body, lead_image=foreign.image.pk))
    assert json.loads(answer.content)["is_valid"] is False
    assert foreign.word not in words(contributor.get(url))


def test_a_text_keeps_the_rest_of_what_was_written(
    contributor: Client, own: Holdings, foreign: Holdings
) -> None:
    text = f'<p>Câu giữ lại <a linktype="page" id="{foreign.draft.pk}">liên kết</a>.</p>'
    body = streamfield([("paragraph", rich_text(text)), ("image", picture(foreign.image.pk))])
    kept = add(contributor, own, body=body).context["form"]["body"].value()
    assert "Câu giữ lại <a>liên kết</a>" in kept[0].value.source
    assert kept[1].value["image"] is None
    assert kept[1].value["alt_text"] == "Đại biểu dự hội nghị"


def test_public_pages_of_others_may_be_linked_to(
    contributor: Client, own: Holdings, foreign: Holdings
) -> None:
    body = streamfield([("paragraph", link("page", foreign.live.pk))])
    assert add(contributor, own, body=body).status_code == 302


def test_the_chosen_live_page_is_named_by_its_public_title(
    contributor: Client, own: Holdings, foreign: Holdings
) -> None:
    page = Page.objects.get(pk=foreign.live.pk)
    assert foreign.word in page.get_admin_display_title()
    body = streamfield([("paragraph", link("page", foreign.live.pk))])
    add(contributor, own, body=body)
    made = NewsPage.objects.get(slug="hoi-nghi-quy-iv")
    edit = contributor.get(reverse("wagtailadmin_pages:edit", args=[made.pk]))
    assert foreign.word not in words(edit)


def test_what_the_board_put_in_stays(
    board: Client, leader: Client, own: Holdings, foreign: Holdings
) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[own.draft.pk])
    body = streamfield([("image", picture(foreign.image.pk))])
    values = {"body": body, "lead_image": foreign.image.pk}
    assert board.post(edit, news_form(**values)).status_code == 302
    assert leader.post(edit, news_form(**values, title="Sửa tiêu đề")).status_code == 302
    own.draft.refresh_from_db()
    saved = own.draft.get_latest_revision_as_object()
    assert saved.title == "Sửa tiêu đề"
    assert saved.lead_image_id == foreign.image.pk
    assert refused_ids() == set()


def test_a_former_member_meets_the_rule_of_today(own: Holdings, foreign: Holdings) -> None:
    user = make_user(Role.CONTRIBUTOR, own.unit)
    foreign.image.uploaded_by_user = user
    foreign.image.save()
    answer = add(signed_in(user), own, lead_image=foreign.image.pk)
    assert answer.context["form"].errors["lead_image"] == [REFUSED]


def test_an_id_that_is_none_is_left_to_the_field(contributor: Client, own: Holdings) -> None:
    answer = add(contributor, own, lead_image="99999999")
    assert answer.status_code == 200
    assert REFUSED not in words(answer)
    assert refused_ids() == set()


def test_shared_collections_are_named(shared_image: PortalImage) -> None:
    assert [root.name for root in shared_roots()] == ["Dùng chung"]


def test_every_row_of_an_inline_form_that_names_what_is_foreign_is_logged(
    contributor: Client, own: Holdings, foreign: Holdings
) -> None:
    """The refusal of a later row does not cover up that of an earlier one."""
    other = make_file(foreign.unit, "khac.pdf", b"%PDF-1.4 khac")
    files = [{"document": foreign.document.pk}, {"document": other.pk}]
    data = nested_form_data(
        {
            "symbol": "12/KH-VKS",
            "issuer": own.unit.name,
            "issued_on": "2026-03-12",
            "summary": "Kế hoạch công tác",
            "files": inline_formset(files),
            "relations": inline_formset([]),
        }
    )
    address = reverse(
        "wagtailadmin_pages:add",
        args=["registry", "officialdocumentpage", register_of(own.unit).pk],
    )
    assert REFUSED in words(contributor.post(address, data))
    keys = {str(foreign.document.pk), str(other.pk)}
    assert refused_ids() == {("media.portaldocument", key) for key in keys}
