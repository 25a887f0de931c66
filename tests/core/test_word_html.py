"""HTML from the clipboards of Word, LibreOffice and Google Docs comes out as the portal's blocks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.core.word import (
    Heading,
    Paragraph,
    PictureSlot,
    Table,
    WordFileError,
    clean_html,
    understand,
)
from portal.core.word.tree import MAX_PARTS

SAMPLES = Path(__file__).parents[1] / "data" / "word"
# All that may ever stand in running text.
ALLOWED = re.compile(
    r'</?(?:p|ul|ol|li|b|i|sup|sub)>|<br/>|<a href="(?:https?://|mailto:|tel:)[^"<>]*">|</a>'
)


def sample(name: str) -> str:
    return (SAMPLES / name).read_text(encoding="utf-8")


def test_word():
    cleaned = clean_html(sample("word.html"))
    assert cleaned.blocks == [
        Heading("Kết quả kiểm sát", 2),
        Paragraph(
            '<p>Ngày <b>12/3</b>, đoàn <i>kiểm sát</i> theo <a href="https://vks.example/luat?a=1&amp;'
            'b=2">luật</a>; diện tích 5 m<sup>2</sup>.</p>'
        ),
        Heading("Tồn tại", 3),
        Paragraph(
            "<p>Đoàn nêu:</p><ul><li>Hồ sơ chậm<ol><li>Tháng một</li><li>Tháng hai</li></ol></li>"
            "<li>Sổ thiếu</li></ul>"
        ),
        Table([["Năm", "Số vụ"], ["2026", "12"]], "Bảng 1. Số vụ án theo năm", True),
        PictureSlot("", "", "Đoàn kiểm sát làm việc tại trại"),
        Paragraph("<p>Hết.</p>"),
    ]
    assert cleaned.dropped == {"deletions": 1, "comments": 2}
    assert cleaned.passages == []


def test_libreoffice():
    blocks = clean_html(sample("libreoffice.html")).blocks
    assert blocks == [
        Heading("Kết quả", 2),
        Paragraph("<p>Có <b>đậm</b> và <i>nghiêng</i></p><ul><li>Một</li><li>Hai</li></ul>"),
        Table([["Năm", "Số vụ"], ["2026", "12"]], "", True),
    ]


def test_google_docs():
    blocks = clean_html(sample("google-docs.html")).blocks
    assert blocks == [
        Heading("Kết quả", 2),
        Paragraph(
            '<p>Chữ thường, <b>đậm</b>, <i>nghiêng</i>, <a href="https://vks.example/">liên kết</a></p>'
            "<ul><li>Một<ul><li>Hai</li></ul></li></ul>"
        ),
    ]


def test_old_font_in_a_style_sheet_or_a_run():
    html = (
        '<style>p.MsoNormal {font-family:".VnTime"}</style><p class=MsoNormal>ViÖn</p>'
        "<p><span style='font-family:VNI-Times'>kieåm <b>saùt</b></span> Times</p>"
        '<p><font face=".VnTimeH">l\u00adu ý</font></p>'
    )
    cleaned = clean_html(html, convert=None)
    assert [(p.before, p.after) for p in cleaned.passages] == [
        ("ViÖn", "Viện"),
        ("kieåm saùt Times", "kiểm sát Times"),
        ("l‐u ý", "LƯU Ý"),
    ]
    assert cleaned.blocks == [Paragraph("<p>Viện</p><p>kiểm <b>sát</b> Times</p><p>LƯU Ý</p>")]
    assert clean_html(html).blocks[0] == Paragraph(
        "<p>ViÖn</p><p>kieåm <b>saùt</b> Times</p><p>l\u00adu ý</p>"
    )


def test_empty_paragraphs_styles_and_hidden_text_are_gone():
    html = (
        "<p>&nbsp;</p><p><o:p></o:p></p><p style='color:red;font-size:14pt'>Chữ</p><p><br></p>"
        "<p style='display:none'>ẩn</p><p><span style='mso-hide:all'>ẩn</span></p>"
    )
    cleaned = clean_html(html)
    assert cleaned.blocks == [Paragraph("<p>Chữ</p>")]
    assert cleaned.dropped == {"hidden": 2}


def test_letterhead_of_a_document_is_dropped():
    html = (
        "<table><tr><td>VKSND TỈNH</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr></table>"
        "<p>Nội dung</p>"
    )
    cleaned = clean_html(html)
    assert cleaned.blocks == [Paragraph("<p>Nội dung</p>")]
    assert cleaned.dropped == {"letterhead": 1}


def test_merged_cells_are_taken_apart_with_a_note():
    html = "<table><tr><td colspan=2>A</td></tr><tr><td>b</td><td>c<p>d</p></td></tr></table>"
    cleaned = clean_html(html)
    assert cleaned.blocks == [Table([["A", ""], ["b", "c\nd"]])]
    assert cleaned.dropped == {"merged_cells": 1}


@pytest.mark.parametrize(
    ("html", "title", "lead", "author"),
    [
        ("<h1>Tên tin</h1><p><b>Sapô đậm.</b></p><p>Thân.</p>", "Tên tin", "Sapô đậm.", ""),
        ("<p><b>Tên tin</b></p><p><b>Sapô.</b></p><p>Thân.</p>", "Tên tin", "Sapô.", ""),
        ("<p><b>Tên tin</b></p><p>Câu đầu.</p><p>Thân.</p>", "Tên tin", "Câu đầu.", ""),
        (f"<p><b>Tên</b></p><p>{'dài ' * 90}</p>", "Tên", "", ""),
        ("<p>Tên</p><p>Đầu.</p><p>Thân.</p><p><b>Trần Mẫu</b></p>", "Tên", "Đầu.", "Trần Mẫu"),
        ("<p>Một câu.</p>", "", "Một câu.", ""),
        ("<ul><li>Một</li></ul>", "", "", ""),
    ],
)
def test_title_lead_and_byline(html: str, title: str, lead: str, author: str):
    story = understand(clean_html(html))
    assert (story.title, story.lead, story.author) == (title, lead, author)


def test_hostile_html_leaves_text_only():
    html = (
        "<script>alert(1)</script><p onclick=x()>a<img src=x onerror=y()></p><svg onload=z()>"
        "<a href='javascript:x'>b</a><a href='//evil'>c</a><iframe src=x></iframe>"
        "<p>&lt;script&gt;</p><p><a href='https://x.example/\"onclick=\"y'>d</a></p>"
    )
    text = "".join(b.html for b in clean_html(html).blocks if isinstance(b, Paragraph))
    assert not re.sub(ALLOWED, "", text).count("<")
    assert "javascript" not in text
    assert "&lt;script&gt;" in text


def test_too_deep_and_too_long_are_refused():
    for html in ("<div>" * 5000 + "x", "x" * (9 * 1024 * 1024), "<p>a" * (MAX_PARTS + 1)):
        with pytest.raises(WordFileError):
            clean_html(html)


PIECES = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>",
     "<h1>", "</h2>", "<a href='https://a.example'>", "</a>", "<img src='picture:0'>", "<br>", "Chữ ",
     "<p class=MsoCaption>", "<p style='mso-list:l0 level2'>", "<![if x]>", "<!--", "-->", "&nbsp;",
     "ViÖn kiÓm s¸t nh©n ", "<del>", "<li><table><tr><td>", "<td colspan=9>", "\u0301", "<caption>"]
)  # fmt: skip


def test_passage_that_is_left_as_it_is_loses_no_letter():
    """In TCVN3 the letter ư is a soft hyphen, which is dropped everywhere else."""
    text = "ng\u00adêi d©n tr\u00adíc"
    html = f'<p style="font-family:.VnTime">{text} <b>n\u00adíc</b></p><p>Người\u00ad dân</p>'

    declined, accepted = clean_html(html), clean_html(html, convert=None)

    assert declined.blocks[0].html == f"<p>{text} <b>n\u00adíc</b></p><p>Người dân</p>"
    assert accepted.blocks[0].html == "<p>người dân trước <b>nước</b></p><p>Người dân</p>"


@settings(max_examples=150)
@given(st.lists(PIECES | st.text(max_size=6), max_size=25).map("".join))
def test_any_html_becomes_clean_blocks(html: str):
    cleaned = clean_html(html, convert=None)
    for block in cleaned.blocks:
        assert block.as_stream()["type"]
        if isinstance(block, Paragraph):
            assert "<" not in ALLOWED.sub("", block.html)
            assert block.html.count("<li>") == block.html.count("</li>")
            assert not re.search(r"<p>\s*</p>", block.html)
    again = clean_html("".join(b.html for b in cleaned.blocks if isinstance(b, Paragraph)))
    assert all(not isinstance(block, Table) for block in again.blocks)
    understand(cleaned)
