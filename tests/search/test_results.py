"""How results are shown: pages, highlights, and texts that are only text."""

import pytest

from tests.search.conftest import Search, World


def marked(segments) -> list[str]:
    return [text for text, is_match in segments if is_match]


def test_pages_of_ten_and_a_number_out_of_range(world: World, search: Search):
    for number in range(23):
        world.news(f"Bản tin {number}")
    first, third = search("bản tin"), search("bản tin", trang="3")
    assert (len(first.titles), len(third.titles)) == (10, 3)
    assert first.context["total"] == 23
    assert not set(first.titles) & set(third.titles)
    assert first.context["page_range"] == [1, 2, 3]
    assert not first.context["out_of_range"]
    for wrong in ("99", "0", "-1", "x", "2.5"):
        answer = search("bản tin", trang=wrong)
        assert answer.status == 200
        assert answer.context["out_of_range"]
        assert answer.titles


def test_words_are_highlighted_with_the_marks_of_the_text(world: World, search: Search):
    long = "Các đại biểu phát biểu ý kiến. " * 20
    world.news("Hội nghị về tố giác tội phạm", f"{long}Kế hoạch về TỐ GIÁC đã xong. {long}")
    result = search("to giac").context["results"].object_list[0]
    assert marked(result.title_segments) == ["tố giác"]
    assert marked(result.excerpt_segments) == ["TỐ GIÁC"]
    excerpt = "".join(text for text, _ in result.excerpt_segments)
    assert excerpt.startswith("…")
    assert excerpt.endswith("…")


def test_a_word_that_is_not_finished_highlights_what_it_begins(world: World, search: Search):
    world.news("Kiểm sát viên", "Viên chức kiểm tra")
    result = search("kie vien").context["results"].object_list[0]
    assert marked(result.title_segments) == ["Kiểm", "viên"]
    assert marked(result.excerpt_segments) == ["Viên", "kiểm"]


def test_texts_are_escaped(world: World, search: Search):
    world.news("<script>alert(1)</script> cảnh báo", "Dùng thẻ &lt;img onerror=x&gt; cảnh báo")
    answer = search("cảnh báo")
    assert "<script>alert" not in answer.html
    assert "<img onerror" not in answer.html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; <mark>cảnh báo</mark>" in answer.html
    script = search("script alert").context["results"].object_list[0]
    assert marked(script.title_segments) == ["script", "alert", "script"]


def test_the_question_is_kept_in_the_form(world: World, search: Search):
    answer = search('"tố giác" <b>')
    assert answer.context["query"] == '"tố giác" <b>'
    assert 'value="&quot;tố giác&quot; &lt;b&gt;"' in answer.html


def test_filters_and_pages_keep_the_question(world: World, search: Search):
    for number in range(11):
        world.news(f"Bản tin {number}")
    answer = search("bản tin", loai="tin-bai")
    assert "q=b%E1%BA%A3n+tin&amp;loai=tin-bai&amp;trang=2" in answer.html


@pytest.mark.parametrize("text", ["", "không có gì như thế"])
def test_an_empty_answer_says_how_to_go_on(world: World, search: Search, text: str):
    answer = search(text)
    assert answer.status == 200
    assert answer.titles == []
