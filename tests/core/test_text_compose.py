"""Composed text, visible text of HTML, and file names in the place of descriptions."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.text import compose, looks_like_filename, strip_html

ANY_TEXT = st.text()


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (unicodedata.normalize("NFD", "Đặc khu Đình Lập"), "Đặc khu Đình Lập"),
        ("Vi\u00ea\u0323n ki\u00ea\u0309m sa\u0301t", "Viện kiểm sát"),  # Windows-1258 mixture
        ("e\u0301\u0302 e\u0302\u0301 \u1eb9\u0302", "ế ế ệ"),  # the tone typed before the hat
        ("Lạng\u200bSơn", "LạngSơn"),
        ("e\u200b\u0302", "ê"),
        ("\ufeffSố 49/LLV", "Số 49/LLV"),
        ("kiểm\u00adsát", "kiểmsát"),
        ("a\x00b\x1fc\x7fd", "abcd"),
        ("Điều\u00a05", "Điều 5"),
        ("một\tcột\ndòng", "một\tcột\ndòng"),
        ("một\r\nhai\rba\x0bbốn\u2028năm", "một\nhai\nba\nbốn\nnăm"),
        ("", ""),
    ],
)
def test_stored_text_is_composed_and_free_of_invisible_characters(raw: str, expected: str):
    assert compose(raw) == expected


@given(ANY_TEXT)
def test_composing_is_idempotent_and_blind_to_the_form_that_came_in(text: str):
    once = compose(text)
    assert compose(once) == once == unicodedata.normalize("NFC", once)
    assert compose(unicodedata.normalize("NFD", text)) == once


def test_lone_surrogates_which_no_database_can_store_are_dropped():
    assert compose("a\ud800b") == "ab"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Viện kiểm sát</p><p>nhân dân</p>", "Viện kiểm sát nhân dân"),
        ("<b>Đ</b>ình <i>Lập</i>", "Đình Lập"),
        ("Lạng&nbsp;Sơn &amp; Cao B&#7857;ng &lt;2026&gt;", "Lạng Sơn & Cao Bằng <2026>"),
        ("<style>p{color:red}</style>A<script>alert('<b>x</b>')</script>B", "A B"),
        ("một<br>hai<br/>ba", "một hai ba"),
        ("<table><tr><td>Sáng</td><td>Chiều</td></tr></table>", "Sáng Chiều"),
        ("<![if !supportLists]>-<![endif]>Điều 5", "- Điều 5"),
        ("<!-- ẩn -->thấy<!DOCTYPE html>", "thấy"),
        ("a < b", "a < b"),
        ("<p>chưa đóng", "chưa đóng"),
        ("<script>không thấy", ""),
        ("<![lạ x", ""),
    ],
)
def test_html_gives_the_words_a_reader_sees(html: str, expected: str):
    assert strip_html(html) == expected


@given(st.one_of(ANY_TEXT, st.text(alphabet="<>!/[]-&#;'\"= abpCDATscript")))
def test_no_broken_html_raises(html: str):
    assert "\n" not in strip_html(html)


@pytest.mark.parametrize(
    "name",
    [
        "IMG_1234.JPG", "DSC00123", "DSC_0001-edited", "anh-1.png", "hinh1", "hinh_02", "anh1",
        "Screenshot 2024-11-24 101112", "Screenshot_20240101-102030_Zalo", "Untitled-1",
        "z5432198765_abc.jpg", "z4832567890123", "WIN_20230101_10_20_30_Pro", "image (3)",
        "Ảnh chụp màn hình 2024-01-15 lúc 10.20.30", "IMG-20241124-WA0003", "20241124_153000",
        "438234_1234567_9999_n", "PXL_20240101_101010123", "unnamed", "hoi-nghi-so-ket",
        "3fa85f64-5717-4562-b3fc-2c963f66afa6", "Ảnh hội nghị.jpg", "Báo cáo tháng 11.docx",
        "  IMG_1234.JPG ", unicodedata.normalize("NFD", "Ảnh hội nghị.jpg"),
    ],
)  # fmt: skip
def test_file_names_are_recognised(name: str):
    assert looks_like_filename(name)


@pytest.mark.parametrize(
    "description",
    [
        "", "Toàn cảnh hội nghị", "Trụ sở Viện kiểm sát", "Hình 1", "Ảnh", "Covid-19", "Tày-Nùng",
        "173/QĐ-VKS", "24/11/2026", "24.11.2026", "2026-11-24", "2026", "2024-2025", "9.608.758",
        "02053.716.910", "Video 3 phút", "anh 5 tuổi", "Logo 2 ngành",
        "Tải mẫu đơn tại tệp mau-don.docx",
        "Người dân mở tệp huong-dan.pdf để xem hướng dẫn.",
        "Ảnh IMG_1234.JPG được chụp tại phiên tòa",
    ],
)  # fmt: skip
def test_descriptions_are_left_in_peace_even_when_they_mention_a_file(description: str):
    assert not looks_like_filename(description)


@given(ANY_TEXT)
def test_any_text_can_be_asked_whether_it_is_a_file_name(text: str):
    assert looks_like_filename(text) in (True, False)
