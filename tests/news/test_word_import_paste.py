"""The address that cleans what is pasted into the editor."""

from __future__ import annotations

import json
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client
from django.urls import reverse

from portal.core.intake import apart
from tests.factories import make_user
from tests.users.helpers import sign_in
from units.models import Unit
from units.rights.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(cao_loc: Unit) -> Client:
    client = Client(headers={"host": "localhost"})
    sign_in(client, make_user(Role.CONTRIBUTOR, cao_loc))
    return client


def paste(client: Client, body: Any) -> Any:
    return client.post(reverse("word_paste"), body, content_type="application/json")


def words(paragraphs: list[dict[str, Any]]) -> list[str]:
    """The lines of paragraphs, which the editor takes as JSON of its own."""
    return [line["text"] for block in paragraphs for line in json.loads(block["value"])["blocks"]]


def test_blocks_come_in_the_shape_of_the_editor(writer: Client):
    html = "<h1>Đề mục</h1><p class=MsoNormal>Chữ <b>đậm</b><del>xóa</del></p>"
    answer = paste(writer, {"html": html}).json()
    assert [block["type"] for block in answer["blocks"]] == ["heading", "paragraph"]
    assert answer["blocks"][0]["value"] == {"text": "Đề mục", "level": ["2"]}
    assert words(answer["blocks"][1:]) == ["Chữ đậm"]
    assert answer["notes"] == ["Đã bỏ 1 đoạn chữ được đánh dấu xóa (theo dõi thay đổi)."]
    assert "converted" not in answer


def test_old_fonts_are_a_question(writer: Client):
    answer = paste(writer, {"html": "<p>ViÖn kiÓm s¸t nh©n d©n</p>"}).json()
    assert words(answer["blocks"]) == ["ViÖn kiÓm s¸t nh©n d©n"]
    assert words(answer["converted"]) == ["Viện kiểm sát nhân dân"]
    assert "ViÖn kiÓm s¸t nh©n d©n → Viện kiểm sát nhân dân" in answer["question"]


@pytest.mark.parametrize(
    "body", ["", "x", "[]", "{}", '"html"', {"html": "<div>" * 3000}, {"html": "<p>a" * 60_001}]
)
def test_unreadable_pastes_get_a_message(writer: Client, body: Any):
    response = paste(writer, body)
    assert response.status_code == 422
    assert response.json()["error"]


LONG = "<p>Chữ <b>đậm</b> và chữ thường của một bài dài</p>" * 1_200


@pytest.mark.reads_apart
def test_a_long_paste_is_read_outside_the_web_worker(writer: Client) -> None:
    with patch.object(apart, "_told_by_program", wraps=apart._told_by_program) as told:
        answer = paste(writer, {"html": LONG}).json()
    assert told.call_count == 1
    assert len(words(answer["blocks"])) == 1_200


@pytest.mark.reads_apart
def test_a_paste_that_takes_too_long_gets_a_message(writer: Client) -> None:
    with patch.object(apart, "BOUNDS", apart.Bounds(seconds=0.01)):
        answer = paste(writer, {"html": LONG})
    assert answer.status_code == 422
    assert "Hãy dán từng phần" in answer.json()["error"]


def test_only_staff_who_post(writer: Client, cao_loc: Unit):
    assert writer.get(reverse("word_paste")).status_code == 405
    assert paste(Client(headers={"host": "localhost"}), {"html": "x"}).status_code == 302
