"""The editor: a draft may lack what a finished page may not, and cited laws are offered."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.legal_education.models import LegalEducationPage, LegalField
from home.legal_education.rules.forms import OF_ONE_FORM
from tests.factories import make_image, make_user
from tests.legal_education.items import (
    index_of,
    make_answer,
    make_item,
    make_law,
    make_replaced_law,
)
from units.models import Role, Unit
from units.moderation.checklist.adapter import findings_of

pytestmark = pytest.mark.django_db


def data(form: str, **changes: Any) -> dict[str, Any]:
    empty = rich_text("", editor="default")
    fields: dict[str, Any] = {
        "form": form,
        "title": "Bài mới",
        "slug": "bai-moi",
        "lead": "Lời dẫn.",
        "body": streamfield([]),
        "panels": streamfield([]),
        "law_references": inline_formset([]),
        "comments": inline_formset([]),
        **dict.fromkeys(
            ("facts", "question", "analysis", "conclusion", "text_alternative", "transcript"), empty
        ),
        **changes,
    }
    return nested_form_data(fields) | {"legal_fields": [LegalField.objects.first().pk]}


def create(client: Client, unit: Unit, sent: dict[str, Any]) -> Any:
    address = reverse(
        "wagtailadmin_pages:add",
        args=["legal_education", "legaleducationpage", index_of(unit).pk],
    )
    return client.post(address, sent)


@pytest.mark.parametrize("form", LegalEducationPage.Form.values)
def test_a_contributor_saves_a_draft_that_lacks_everything(
    cao_loc: Unit, client: Client, form: str
):
    client.force_login(make_user(Role.CONTRIBUTOR, cao_loc))
    assert create(client, cao_loc, data(form, lead="")).status_code == 302
    page = LegalEducationPage.objects.get(slug="bai-moi")
    assert not page.live
    told = {finding.where.field for finding in findings_of(page) if finding.is_error}
    assert {name for name, _text in page.missing_parts()} <= told | {"body"}
    assert "lead" in told


@pytest.mark.parametrize("form", LegalEducationPage.Form.values)
def test_submitting_asks_for_what_the_form_lacks_and_keeps_what_was_typed(
    cao_loc: Unit, client: Client, form: str
):
    client.force_login(make_user(Role.CONTRIBUTOR, cao_loc))
    answer = create(client, cao_loc, data(form) | {"action-submit": "1"})
    assert answer.status_code == 200
    errors = answer.context["form"].errors
    expected = LegalEducationPage(form=form).missing_parts()
    assert {name: errors[name][0] for name, _text in expected} == dict(expected)
    assert not set(errors) - {name for name, _text in expected}
    assert "Bài mới" in answer.content.decode()
    assert not Page.objects.filter(slug="bai-moi").exists()


def test_a_lead_picture_needs_its_words_before_it_is_submitted(cao_loc: Unit, client: Client):
    client.force_login(make_user(Role.BOARD))
    image = make_image(description="")
    sent = data(
        "bai-viet", lead_image=image.pk, body=streamfield([("paragraph", rich_text("<p>A</p>"))])
    )
    answer = create(client, cao_loc, sent | {"action-submit": "1"})
    assert set(answer.context["form"].errors) == {"lead_image_alt"}


def test_the_editor_has_every_field_and_the_table_of_the_forms(cao_loc: Unit, client: Client):
    page = make_item(cao_loc, "hoi-dap")
    client.force_login(make_user(Role.LEADER, cao_loc))
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert 'id="legal-education-forms"' in html
    for name in OF_ONE_FORM:
        assert f'data-contentpath="{name}"' in html, name


def test_laws_in_the_text_are_offered_and_taken_by_a_tick(cao_loc: Unit, client: Client):
    law = make_replaced_law()
    text = "<p>Theo điểm a khoản 2 Điều 5 Nghị định số 42/2022/NĐ-CP và khoản 1 Điều này.</p>"
    page = make_item(cao_loc, "hoi-dap", question=text)
    client.force_login(make_user(Role.LEADER, cao_loc))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    html = client.get(address).content.decode()
    assert "điểm a khoản 2 Điều 5 Nghị định số 42/2022/NĐ-CP" in html
    sent = data("hoi-dap", title=page.title, slug=page.slug, question=rich_text(text))
    key = f"{law.pk}:5:2:a"
    for _twice in range(2):
        answer = client.post(address, sent | {"found_citations": [key]})
        assert answer.status_code == 302, answer.context["form"].errors
    draft = LegalEducationPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert [row.text for row in draft.law_references.all()] == [
        "điểm a khoản 2 Điều 5 Nghị định số 42/2022/NĐ-CP"
    ]


@pytest.mark.parametrize("key", ["x", "999999:1::", "1:2:3:4:5", "\x00", "-1:::"])
def test_a_forged_suggestion_is_refused(cao_loc: Unit, client: Client, key: str):
    page = make_item(cao_loc, "hoi-dap")
    client.force_login(make_user(Role.LEADER, cao_loc))
    sent = data("hoi-dap", title=page.title, slug=page.slug)
    answer = client.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), sent | {"found_citations": [key]}
    )
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {"found_citations"}


def test_a_panel_that_does_not_fit_its_place_is_an_error_of_the_check_list(cao_loc: Unit):
    long = "<p>" + "Chữ " * 300 + "</p>"
    page = make_item(cao_loc, "to-gap", panels=[("panel", {"title": "Dài", "text": long})])
    page.refresh_from_db()
    errors = [finding for finding in findings_of(page) if finding.is_error]
    assert [finding.where.field for finding in errors] == ["panels"]
    assert "dài hơn chỗ trên giấy" in errors[0].excerpt


def test_a_list_that_runs_off_the_paper_is_refused(cao_loc: Unit):
    items = "<ul>" + "<li>Quyền được thông báo về quyền, nghĩa vụ</li>" * 18 + "</ul>"
    page = make_item(cao_loc, "to-gap", panels=[("panel", {"title": "Dài", "text": items})])
    page.refresh_from_db()
    (error,) = [finding for finding in findings_of(page) if finding.is_error]
    assert "dòng" in error.excerpt


def test_the_check_list_reads_the_parts_of_every_form(cao_loc: Unit):
    text = "<p>Bị cáo có căn cước công dân số 020096012345.</p>"
    page = make_item(cao_loc, "tinh-huong", facts=text, conclusion=text)
    fields = {
        finding.where.field for finding in findings_of(page) if finding.key == "identity_number"
    }
    assert fields == {"facts", "conclusion"}


def test_a_law_that_a_page_cites_cannot_be_deleted_under_it(cao_loc: Unit):
    from django.db.models import ProtectedError

    law = make_law("8/2022/NĐ-CP")
    make_answer(cao_loc, law)
    with pytest.raises(ProtectedError):
        law.delete()
