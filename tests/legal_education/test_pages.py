"""Each form as readers and machines meet it, and the notice on the day on which a law lapses."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from home.legal_education.models import CitedLaw, LegalEducationPage
from search.models import IndexEntry
from tests.clock import on
from tests.factories import browser, make_image
from tests.legal_education.items import (
    LAPSE_DAY,
    MP4,
    OGG,
    make_answer,
    make_item,
    make_law,
    make_recording,
    make_replaced_law,
)
from units.models import Unit

pytestmark = pytest.mark.django_db
FORMS = LegalEducationPage.Form.values
HUB = "/pho-bien-giao-duc-phap-luat/"
NOTICE = "Bài này viện dẫn văn bản đã hết hiệu lực"


def get(page: LegalEducationPage, more: str = "") -> str:
    answer = browser().get(f"{HUB}{page.slug}/{more}")
    assert answer.status_code == 200
    return answer.content.decode()


def graph_of(html: str) -> list[dict[str, Any]]:
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return json.loads(data[1])["@graph"]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_its_page_and_lacks_nothing(province: Unit, form: str):
    page = make_item(province, form, title=f"Bài về {form}")
    page.refresh_from_db()
    assert page.missing_parts() == []
    html = get(page)
    assert f"<h1>Bài về {form}</h1>" in html
    assert page.form_label in html
    assert "Nội dung của phần này." in html or form == "video"
    assert len(html) < 60_000


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_draft_of_every_form_renders_and_says_what_it_lacks(form: str):
    page = LegalEducationPage(title="Nháp", form=form)
    assert page.missing_parts()
    for name, text in page.missing_parts():
        assert LegalEducationPage._meta.get_field(name)
        assert text.startswith(("Hãy", "Tờ gấp", "Video"))


def test_a_part_of_another_form_is_kept_and_not_shown(province: Unit):
    page = make_item(province, "hoi-dap", conclusion="<p>Phần của tình huống</p>")
    assert "Phần của tình huống" not in get(page)
    assert "Phần của tình huống" not in page.get_search_text()
    page.form = "tinh-huong"
    assert "Phần của tình huống" in page.get_search_text()


def test_the_notice_stands_on_the_page_from_the_very_day(province: Unit):
    page = make_answer(province, make_replaced_law())
    with on(LAPSE_DAY - timedelta(days=1)):
        before, listed_before = get(page), browser().get(HUB).content.decode()
    with on(LAPSE_DAY):
        after, listed_after = get(page), browser().get(HUB).content.decode()
    assert NOTICE not in before
    assert "Còn hiệu lực" in before
    assert NOTICE in after
    assert "hết hiệu lực từ ngày 01/07/2026" in after
    assert "được thay thế bởi Nghị định số 224/2026/NĐ-CP" in after
    assert "Có văn bản hết hiệu lực" in listed_after
    assert "Có văn bản hết hiệu lực" not in listed_before


def test_a_law_that_is_not_in_force_yet_is_told_without_the_notice(province: Unit):
    law = make_law("9/2026/NĐ-CP", effective_on=date(2027, 1, 1))
    with on(date(2026, 12, 31)):
        html = get(make_answer(province, law))
    assert "Chưa có hiệu lực" in html
    assert NOTICE not in html


@pytest.mark.parametrize(
    ("form", "kind"),
    [("hoi-dap", "QAPage"), ("bai-viet", "Article"), ("video", "Article"), ("podcast", "Article")],
)
def test_structured_data_names_the_right_kind(province: Unit, form: str, kind: str):
    graph = graph_of(get(make_item(province, form)))
    assert kind in {part["@type"] for part in graph}
    if form == "video":
        media = next(part for part in graph if part["@type"] == "Article")["associatedMedia"]
        assert media["@type"] == "VideoObject"
        assert media["contentUrl"].startswith("http://localhost/documents/")
    if form == "hoi-dap":
        question = next(part for part in graph if part["@type"] == "QAPage")["mainEntity"]
        assert question["acceptedAnswer"]["text"] == "Nội dung của phần này."


def test_our_video_has_captions_and_is_sent_in_ranges(province: Unit):
    page = make_item(province, "video")
    html = get(page)
    assert (
        f'<track kind="captions" srclang="vi" label="Tiếng Việt" src="{page.captions.url}"' in html
    )
    part = browser().get(page.recording.url, headers={"range": "bytes=4-7"})
    assert part.status_code == 206
    assert b"".join(part.streaming_content) == b"ftyp"
    assert part["Content-Type"] == "video/mp4"


def test_a_podcast_is_played_as_sound(province: Unit):
    page = make_item(province, "podcast")
    assert "<audio controls" in get(page)
    assert browser().get(page.recording.url)["Content-Type"] == "audio/ogg"


def test_a_video_elsewhere_loads_nothing_before_it_is_pressed(province: Unit):
    page = make_item(
        province,
        "video",
        recording=None,
        captions=None,
        embed_url="https://www.youtube.com/watch?v=abc",
        transcript="<p>Lời.</p>",
        lead_image=make_image(),
    )
    html = get(page)
    assert '<a href="https://www.youtube.com/watch?v=abc"' in html
    assert "Xem video tại youtube.com" in html
    assert not re.search(r'(?:src|srcset|poster)="https?://(?!localhost)', html)
    assert "<iframe" not in html


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"form": "video", "recording": OGG, "name": "a.ogg"}, "recording"),
        ({"form": "podcast", "recording": MP4, "name": "a.mp4"}, "recording"),
        ({"form": "video", "captions": MP4, "name": "a.mp4"}, "captions"),
        ({"form": "video", "embed_url": "http://vks.example/a"}, "embed_url"),
        (
            {"reviewed_on": date(2026, 5, 1), "review_again_on": date(2026, 5, 1)},
            "review_again_on",
        ),
    ],
)
def test_files_and_dates_that_do_not_fit_are_refused(
    province: Unit, values: dict[str, Any], field: str
):
    name = values.pop("name", "")
    for part in ("recording", "captions"):
        if part in values:
            values[part] = make_recording(name, values[part])
    page = LegalEducationPage(title="Bài", slug="bai", lead="Lời dẫn.", **values)
    with pytest.raises(ValidationError) as caught:
        page.clean()
    assert set(caught.value.message_dict) == {field}


def test_a_leaflet_prints_on_one_sheet_and_no_other_form_does(province: Unit):
    sheet = get(make_item(province, "to-gap", title="Phòng ngừa lừa đảo"), "ban-in/")
    assert sheet.count('class="sheet"') == 2
    assert sheet.count('class="sheet__panel') == 6
    assert "Phòng ngừa lừa đảo" in sheet
    assert "sheets--roomy" in sheet
    other = make_item(province, "hoi-dap")
    assert browser().get(f"{HUB}{other.slug}/ban-in/").status_code == 404


def test_back_of_a_leaflet_says_how_many_laws_it_leaves_out(province: Unit):
    page = make_item(province, "to-gap")
    for number in range(1, 9):
        CitedLaw.objects.create(page=page, law=make_law(f"{number}/2024/NĐ-CP"))
    sheet = get(page, "ban-in/")
    back = sheet.partition("sheet__panel--back")[2].partition("</ul>")[0]
    assert back.count("<li>") == 7
    assert "và 2 văn bản khác" in back


def test_the_search_knows_the_kind_and_the_words(province: Unit):
    page = make_item(province, "infographic", text_alternative="<p>Từ khóa hiếm gặp</p>")
    page.save_revision().publish()
    entry = IndexEntry.objects.get(page=page.pk)
    assert entry.kind == "giao-duc-phap-luat"
    assert "Từ khóa hiếm gặp" in entry.body
