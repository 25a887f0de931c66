"""Wagtail compares short texts itself; long ones are cut, and nothing of either is lost."""

from __future__ import annotations

import pytest
from wagtail.admin import compare

from portal.seam.text_differences import LONGEST
from tests.seam.upstream import sum_of


def test_wagtails_function_is_the_one_that_was_replaced() -> None:
    assert sum_of("wagtail.admin.compare", "diff_text") == "cbe1e8abc86b"


def test_short_texts_are_compared_word_by_word() -> None:
    assert compare.diff_text("Tên cũ của bài", "Tên mới của bài").changes == [
        ("equal", "Tên "),
        ("deletion", "cũ của bài"),
        ("addition", "mới của bài"),
    ]
    assert compare.diff_text(None, "a").changes == [("addition", "a")]


def test_of_long_texts_the_sentence_that_changed_is_compared_word_by_word() -> None:
    sentences = [f"Câu số {at} của bài. " for at in range(LONGEST // 10)]
    old = "".join(sentences)
    sentences[200] = "Câu số hai trăm của bài. "
    changes = compare.diff_text(old, "".join(sentences)).changes
    assert [(kind, text) for kind, text in changes if kind != "equal"] == [
        ("deletion", "200 của bài. "),
        ("addition", "hai trăm của bài. "),
    ]


@pytest.mark.parametrize("new", ["a" * LONGEST, "", "ab. " * LONGEST])
def test_nothing_is_lost(new: str) -> None:
    old = "Kiểm sát viên " * LONGEST
    changes = compare.diff_text(old, new).changes
    for kind, text in (("addition", old), ("deletion", new)):
        assert "".join(said for other, said in changes if other != kind) == text
