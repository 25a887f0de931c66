"""The comparison of two versions says in words what was added and taken out."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.urls import reverse

from portal.core.templatetags.comparison_tags import in_words
from tests.factories import make_image
from tests.moderation.people import Staff, draft, edit, signed_in
from units.models import Unit

pytestmark = pytest.mark.django_db


def compared(page: Any, earlier: Any, user: Any) -> str:
    ids = [page.pk, earlier.pk, page.latest_revision_id]
    response = signed_in(user).get(reverse("wagtailadmin_pages:revisions_compare", args=ids))
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_words_are_marked_as_added_and_taken_out(cao_loc: Unit, staff: Staff) -> None:
    page = draft(cao_loc, staff.author, "Tên cũ của <b>đậm</b> bài này")
    earlier = page.latest_revision
    page = edit(page, staff.author, title="Tên mới của <b>đậm</b> bài này")

    shown = compared(page, earlier, staff.leader)

    sr = r'<span class="w-sr-only"> \[{}\] </span>'.format
    assert "&lt;b&gt;đậm&lt;/b&gt;" in shown
    assert re.search(rf'<del class="deletion">{sr("bỏ:")}cũ.*?{sr("hết phần bỏ")}</del>', shown)
    assert re.search(
        rf'<ins class="addition">{sr("thêm:")}mới.*?{sr("hết phần thêm")}</ins>', shown
    )
    assert "Cách đọc:" in shown


def test_blocks_and_pictures_say_so_too(cao_loc: Unit, staff: Staff) -> None:
    page = draft(cao_loc, staff.author, body=[("paragraph", "<p>Đoạn cũ</p>")])
    earlier = page.latest_revision
    body = [("paragraph", "<p>Đoạn mới</p>")]
    page = edit(page, staff.author, body=body, lead_image=make_image("Ảnh", "Hội nghị"))

    shown = compared(page, earlier, staff.leader)

    added, gone = (f'<p class="comparison__mark">{text}</p>' for text in ("Được thêm", "Bị bỏ"))
    assert re.search(rf'child-object addition">{added}.*Đoạn mới', shown)
    assert re.search(rf'child-object deletion">{gone}.*Đoạn cũ', shown)
    assert re.search(rf'preview-image addition">{added} *<img', shown)


def test_versions_without_a_difference_need_no_key(cao_loc: Unit, staff: Staff) -> None:
    page = draft(cao_loc, staff.author)

    assert "Cách đọc:" not in compared(page, page.latest_revision, staff.leader)


def test_nothing_but_marks_is_written_anew() -> None:
    plain = '<dl><dt>Ghi chú</dt><dd>Một <span class="other">hai</span></dd></dl>'
    assert in_words(plain) == plain
