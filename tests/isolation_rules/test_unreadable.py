"""Forms that come broken: a message at the field, the rest kept, nothing stored, no server error."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from home.news.models import NewsPage
from tests.factories import make_news, make_topic, make_user, news_index
from tests.isolation_rules.conftest import Holdings, signed_in
from units.models import Role

# Who asks is a fixture that some tests name by a parameter.
pytestmark = pytest.mark.usefixtures("portal")

# The editor holds blocks and their errors as JSON, in which Vietnamese letters are escaped.
UNREADABLE = json.dumps("gửi lên không đầy đủ").strip('"')
TYPED, STORED = "vuagoxong", "daluutruoc"


def sent(**values: Any) -> dict[str, Any]:
    body = streamfield([("paragraph", rich_text(f"<p>{TYPED}</p>"))])
    form = {
        "title": "Hội nghị quý IV",
        "slug": "hoi-nghi-quy-iv",
        "lead": "Tóm tắt vừa gõ.",
        "body": body,
        "lead_image": "",
        "lead_image_alt": "",
    }
    return {**nested_form_data(form), "topics": [make_topic().pk], **values}


def edit(client: Client, page: Page, form: dict[str, Any], **headers: Any) -> HttpResponse:
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form, **headers)


@pytest.fixture
def page(own: Holdings) -> NewsPage:
    page = make_news(own.unit, "Bài đang viết", live=False)
    page.body = [("paragraph", RichText(f"<p>{STORED}</p>"))]
    page.save_revision()
    return page


@pytest.mark.parametrize("missing", ["body-count", "body-0-deleted", "body-0-order", "body-0-type"])
def test_a_part_that_is_missing_is_told_at_the_form(
    contributor: Client, own: Holdings, page: NewsPage, missing: str
) -> None:
    page.owner = make_user(Role.CONTRIBUTOR, own.unit)
    page.save()
    contributor.force_login(page.owner)
    form = sent()
    del form[missing]
    response = edit(contributor, page, form)
    html = response.content.decode()
    assert response.status_code == 200
    assert "Hội nghị quý IV" in html
    assert "Tóm tắt vừa gõ." in html
    page.refresh_from_db()
    assert page.latest_revision_id == page.get_latest_revision().pk
    assert page.get_latest_revision().content["title"] == "Bài đang viết"
    assert UNREADABLE in html


@pytest.mark.parametrize("missing", ["body-count", "body-0-deleted", "body-0-order"])
def test_blocks_that_came_are_kept_in_the_form(
    unit_admin: Client, page: NewsPage, missing: str
) -> None:
    form = sent()
    del form[missing]
    html = edit(unit_admin, page, form).content.decode()
    assert TYPED in html


def test_a_list_of_which_nothing_came_shows_what_is_stored(
    unit_admin: Client, page: NewsPage
) -> None:
    form = {name: value for name, value in sent().items() if not name.startswith("body-")}
    html = edit(unit_admin, page, form).content.decode()
    assert UNREADABLE in html
    assert STORED in html


@pytest.mark.parametrize(
    "broken",
    [
        {"body-count": "nhiều"},
        {"body-count": "9" * 30},
        {"body-0-order": "x"},
        {"body-0-value": "{"},
        {"body-0-value": "[]"},
        {"body-0-value": '{"blocks": [{"type": "x"}], "entityMap": {}}'},
        {"body-0-value": "[" * 100_000},
        {"body-0-value": '{"a":' * 100_000},
        {"body-0-value": "[" * 900 + "]" * 900},
        {"body-0-type": "table", "body-0-value-table": "[" * 100_000},
        {"body-0-type": "table", "body-0-value-table": '{"data": ' + "[" * 500 + "]" * 500 + "}"},
        {"body-0-type": "table", "body-0-value-table": "[1]"},
        {"body-0-type": "table", "body-0-value-table": '{"data": [1]}'},
        {"title": "a\x00b"},
    ],
    ids=lambda broken: "-".join(f"{name} {value[:20]}" for name, value in broken.items()),
)
@pytest.mark.parametrize("who", ["unit_admin", "superuser"])
def test_garbled_values_are_refused_at_the_form(
    request: pytest.FixtureRequest, page: NewsPage, broken: dict[str, Any], who: str
) -> None:
    client = signed_in(make_user()) if who == "superuser" else request.getfixturevalue(who)
    response = edit(client, page, sent(**broken))
    assert response.status_code == 200
    assert "Tóm tắt vừa gõ." in response.content.decode()
    assert page.get_latest_revision().content["title"] == "Bài đang viết"


def test_half_a_letter_from_a_chat_does_not_cost_the_text(
    unit_admin: Client, page: NewsPage
) -> None:
    """A clipboard may hold it; no database keeps it, and no page can be sent with it."""
    text = rich_text(f"<p>{TYPED}HALF</p>").replace("HALF", r"\ud83d\u0000")
    response = edit(unit_admin, page, sent(**{"body-0-value": text}))
    assert response.status_code == 302
    page.refresh_from_db()
    assert TYPED + "<" in str(page.get_latest_revision_as_object().body)


@pytest.mark.parametrize(
    "broken", [{"lead_image": "x"}, {"lead_image": "9" * 30}, {"topics": ["9" * 30]}]
)
def test_ids_that_are_none_are_the_senders_fault(
    unit_admin: Client, page: NewsPage, broken: dict[str, Any]
) -> None:
    response = edit(unit_admin, page, sent(**broken))
    assert response.status_code in {200, 400}
    assert page.get_latest_revision().content["title"] == "Bài đang viết"


def test_autosave_and_preview_get_an_answer_that_scripts_read(
    unit_admin: Client, page: NewsPage
) -> None:
    form = sent()
    del form["body-count"]
    saved = edit(unit_admin, page, form, headers={"accept": "application/json"})
    assert saved.status_code == 400
    assert saved.json()["success"] is False
    preview = unit_admin.post(
        reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk]), form
    ).json()
    assert preview["is_valid"] is False


def test_a_new_page_is_not_made_of_a_broken_form(contributor: Client, own: Holdings) -> None:
    form = sent()
    del form["body-count"]
    url = reverse("wagtailadmin_pages:add", args=["news", "newspage", news_index(own.unit).pk])
    response = contributor.post(url, form)
    assert response.status_code == 200
    assert TYPED in response.content.decode()
    assert not Page.objects.filter(slug="hoi-nghi-quy-iv").exists()
