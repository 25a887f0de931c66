"""What comes first: exact marks, then the title before the body, then the newest."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from search.models import IndexEntry
from tests.search.conftest import Search, World

ICT = ZoneInfo("Asia/Ho_Chi_Minh")


def dated(world: World, *titles: str) -> None:
    """Publish from the newest to the oldest, so that the date alone would keep this order."""
    for day, title in enumerate(titles):
        page = world.news(title)
        moment = datetime(2026, 11, 20 - day, 9, tzinfo=ICT)
        IndexEntry.objects.filter(page=page.pk).update(published_at=moment)


@pytest.mark.parametrize(
    ("asked", "order"),
    [
        ("tố", ["Tố giác", "Tổ công tác", "To lớn"]),
        ("tổ", ["Tổ công tác", "Tố giác", "To lớn"]),
        ("to", ["To lớn", "Tổ công tác", "Tố giác"]),
        ("TỐ", ["Tố giác", "Tổ công tác", "To lớn"]),
    ],
)
def test_the_marks_that_were_typed_lead(world: World, search: Search, asked, order):
    newest_first = [title for title in ("Tổ công tác", "Tố giác", "To lớn") if title != order[0]]
    dated(world, *newest_first, order[0])
    assert search(asked).titles == [order[0], *newest_first]


def test_without_marks_equal_words_are_ordered_by_date(world: World, search: Search):
    dated(world, "Tổ công tác", "Tố giác", "Tỏ rõ")
    assert search("to").titles == ["Tổ công tác", "Tố giác", "Tỏ rõ"]


def test_both_styles_of_tone_placement_are_exact(world: World, search: Search):
    dated(world, "Hoa hồi Văn Quan", "Hoả hoạn", "Hòa giải")
    assert search("hoà").titles[0] == "Hòa giải"
    assert search("hòa").titles[0] == "Hòa giải"


def test_the_title_stands_above_the_body(world: World, search: Search):
    world.news("Tiếp công dân định kỳ", "Lãnh đạo Viện.")
    world.news("Lịch tuần", "Sáng: tiếp công dân tại trụ sở.")
    assert search("tiếp công dân").titles == ["Tiếp công dân định kỳ", "Lịch tuần"]
    assert search("tiep cong dan").titles == ["Tiếp công dân định kỳ", "Lịch tuần"]


def test_exact_marks_in_a_body_stand_above_another_word_in_a_title(world: World, search: Search):
    dated(world, "To lớn")
    world.news("Bản tin tháng", "Giải quyết tố cáo.")
    assert search("tố").titles == ["Bản tin tháng", "To lớn"]


def test_without_marks_a_title_stands_above_the_same_letters_in_a_body(
    world: World, search: Search
):
    dated(world, "Tố giác")
    world.news("Bản tin tháng", "Một công trình to lớn.")
    assert search("to").titles == ["Tố giác", "Bản tin tháng"]


def test_words_together_stand_above_words_apart(world: World, search: Search):
    dated(world, "Tội phạm bị tố, báo giác", "Tố giác tội phạm")
    assert search("tố giác tội phạm").titles[0] == "Tố giác tội phạm"
    assert search("to giac toi pham").titles[0] == "Tố giác tội phạm"


def test_a_whole_word_stands_above_a_beginning(world: World, search: Search):
    dated(world, "Toàn dân bảo vệ an ninh", "Tố giác")
    assert search("to").titles == ["Tố giác", "Toàn dân bảo vệ an ninh"]
    assert search("tố").titles == ["Tố giác", "Toàn dân bảo vệ an ninh"]


def test_half_typed_marks_still_count(world: World, search: Search):
    dated(world, "To tiếng, giác ngộ", "Tố giác tội phạm")
    assert search("tố giac").titles == ["Tố giác tội phạm", "To tiếng, giác ngộ"]


def test_equals_are_ordered_by_date_and_undated_ones_come_last(world: World, search: Search):
    dated(world, "Hội nghị A", "Hội nghị B", "Hội nghị C")
    undated = world.page("Hội nghị D")
    twin = world.page("Hội nghị E")
    IndexEntry.objects.filter(page__in=[undated.pk, twin.pk]).update(published_at=None)
    assert search("hội nghị").titles == [f"Hội nghị {letter}" for letter in "ABCED"]
