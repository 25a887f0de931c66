"""The rules of the check list: each fires when it should, keeps quiet when it should."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.laws.rules.documents import Document
from tests.clock import on
from units.moderation.checklist.rules.catalogue import CHECK_RULES, Severity, findings_in
from units.moderation.checklist.rules.decrees import Lapsed, lapsed_in
from units.moderation.checklist.rules.items import (
    HeadingMark,
    Item,
    Link,
    Missing,
    Picture,
    Text,
    Where,
)
from units.moderation.checklist.rules.people import exposed_people, national_digits, private_numbers
from units.moderation.checklist.rules.wording import doubled, shouted

BODY = Where("body", 2)
GOOD_PICTURE = Picture(
    Where("lead_image"), "Toàn cảnh hội nghị", "Hội nghị sơ kết ngày 12/3", "Văn Mẫu"
)


# As the list of laws would tell of these names.
DECREE = Lapsed(date(2026, 7, 1), "Nghị định số 224/2026/NĐ-CP")
LAPSED_LAWS = {Document(kind, "", "42/2022/NĐ-CP", 2022): DECREE for kind in ("Nghị định",)} | {
    Document("Luật", "Đất đai", "", 2013): Lapsed(date(2024, 8, 1), "Luật Đất đai số 31/2024/QH15")
}


def saying(text: str) -> Item:
    return Item(title="Tin", texts=[Text(text, BODY)], lapsed_laws=LAPSED_LAWS)


# For every rule an item that breaks it; the completeness test holds the table to the rules.
BREAKING: dict[str, Item] = {
    "part_missing": Item(missing=[Missing(Where("topics", label="Chủ đề"))]),
    "alt_missing": Item(pictures=[Picture(BODY, "", "Hội nghị", "Văn Mẫu")]),
    "alt_filename": Item(pictures=[Picture(BODY, "IMG_1234.jpg", "Hội nghị", "Văn Mẫu")]),
    "lead_missing": Item(lead="  "),
    "lead_long": Item(lead="từ " * 61),
    "caption_missing": Item(pictures=[Picture(BODY, "Hội nghị", "", "Văn Mẫu")]),
    "credit_missing": Item(pictures=[Picture(BODY, "Hội nghị", "Hội nghị", "")]),
    "heading_order": Item(headings=[HeadingMark("Số liệu", 3, BODY)]),
    "heading_bold": Item(bold_lines=[Text("Kết quả", BODY)]),
    "link_dead": Item(links=[Link(BODY, "quyết định", is_dead=True)]),
    "decree_lapsed": saying("theo Nghị định số 42/2022/NĐ-CP của Chính phủ"),
    "capitals": saying("TĂNG CƯỜNG kiểm sát"),
    "identity_number": saying("số 020095001234 cấp năm 2021"),
    "telephone": saying("liên hệ 0912 345 678"),
    "name_near_role": saying("bị can Nguyễn Văn An đã khai"),
    "doubled": saying("từ ngày Từ ngày 11/11/2024"),
}


def test_every_rule_has_a_case_and_a_message():
    assert set(BREAKING) == {rule.key for rule in CHECK_RULES}
    assert len(CHECK_RULES) == len(BREAKING)
    assert all(str(rule.message).strip() for rule in CHECK_RULES)
    assert {rule.severity for rule in CHECK_RULES} == set(Severity)


@pytest.mark.parametrize("key", BREAKING)
def test_rule_finds_its_case_and_nothing_else_does(key: str):
    with on(date(2026, 11, 24)):
        assert [finding.key for finding in findings_in(BREAKING[key])] == [key]


def test_a_good_item_passes():
    item = Item(
        title="VKSND tỉnh Lạng Sơn sơ kết công tác 6 tháng đầu năm",
        lead="Sáng 12/3/2026, VKSND tỉnh tổ chức hội nghị sơ kết.",
        texts=[
            Text("Điện thoại 02053.716.910; 9.608.758 người; 81,25%; 12/3/2026 lúc 15:45.", BODY),
            Text(
                "Ngày ngày, nhà nhà, người người; xa xa, luôn luôn; Nghị định 224/2026/NĐ-CP", BODY
            ),
            Text(
                "Bị cáo khai tại TAND khu vực 1; đồng chí Nguyễn Văn An phát biểu.", Where("lead")
            ),
        ][:2],
        pictures=[GOOD_PICTURE, Picture(BODY, is_decorative=True)],
        headings=[
            HeadingMark("Một", 2, BODY),
            HeadingMark("Hai", 3, BODY),
            HeadingMark("Ba", 2, BODY),
        ],
        links=[Link(BODY, "trang")],
        public_numbers=national_digits(["02053.716.910"]),
    )
    assert findings_in(item) == []


def test_errors_come_first_then_the_order_of_the_page():
    item = Item(
        lead="",
        texts=[Text("của của", Where("body", 1)), Text("và và", Where("title"))],
        pictures=[Picture(Where("body", 0), "", "Chú thích", "Nguồn")],
    )
    found = [(f.key, str(f.where)) for f in findings_in(item)]
    assert found == [
        ("lead_missing", "Lời dẫn"),
        ("alt_missing", "Nội dung, khối 1"),
        ("doubled", "Tiêu đề"),
        ("doubled", "Nội dung, khối 2"),
    ]


TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    "citation",
    [
        "42/2022/NĐ-CP", "42 / 2022 / NĐ - CP", "42/2022/NĐ–CP", "42/2022/nđ-cp", "42/2022/ND-CP",
        "Nghị định 42/2022", "NĐ 42/2022", "Nghị định số 42 năm 2022", "NĐ42/2022/NĐ-CP",
        "số 42/2022/NĐ-CP,", "(42/2022/NĐ-CP)", "42/2022/NÐ-CP",
    ],
)  # fmt: skip
def test_a_lapsed_decree_is_found_however_it_is_typed(citation: str):
    after = date(2026, 7, 1)
    assert len(lapsed_in(f"theo {citation} thì", LAPSED_LAWS, after)) == 1
    assert lapsed_in(f"theo {citation} thì", LAPSED_LAWS, date(2026, 6, 30)) == []


@pytest.mark.parametrize(
    "text",
    [
        "theo Nghị định 42/2022/QH15", "theo Nghị định 142/2022", "Quyết định 42/2022",
        "theo 142/2022/NĐ-CP", "theo 42/2021/NĐ-CP", "theo 42/2022/QĐ-TTg", "1/42/2022/NĐ-CP",
        "Nghị định 224/2026/NĐ-CP thay thế Nghị định 42/2022/NĐ-CP",
        "Nghị định 42/2022/NĐ-CP đã hết hiệu lực từ 1/7/2026",
    ],
)  # fmt: skip
def test_other_documents_and_texts_about_the_change_pass(text: str):
    assert lapsed_in(text, LAPSED_LAWS, date(2026, 11, 24)) == []


@pytest.mark.parametrize(
    "citation", ["Luật Đất đai năm 2013", "Luật đất đai 2013", "Điều 5 Luật Đất đai năm 2013"]
)
def test_a_lapsed_law_is_found_by_its_name_and_year(citation: str):
    found = lapsed_in(f"theo {citation}, người sử dụng đất", LAPSED_LAWS, date(2026, 11, 24))
    assert [law.successor for law, _words in found] == ["Luật Đất đai số 31/2024/QH15"]


def test_a_name_without_a_year_means_the_law_in_force():
    assert lapsed_in("theo Luật Đất đai, người dân", LAPSED_LAWS, date(2026, 11, 24)) == []


@pytest.mark.parametrize(
    "text",
    [
        "bị cáo Nguyễn Văn An", "Trần Thị Bình là nạn nhân", "nạn nhân là cháu Hoàng Thị Mai Lan",
        "người bị hại tên Nông Văn Tú", "người dưới 18 tuổi Lý A Páo", "bị hại Lê Văn Đức, sinh năm 1990",
        "Bị can: Vi Văn Thắng", "bị can NGUYỄN VĂN AN về tội", "người bị hại Lành Thị Hoa",
        "cháu Lý A Páo (15 tuổi)", "em Vàng Thị Sua, sinh năm 2012", "người chưa thành niên Phùng Văn Tài",
        "đối tượng Vi Văn Thành", "khởi tố Hoàng Văn Lý về tội", "tuyên phạt Hoàng Văn Lý 7 năm tù",
        "Hoàng Văn Lý bị truy tố", "bị cáo Nguyễn Văn An, luật sư bào chữa có mặt",
        "Kiểm sát viên Lê Văn Đức xét hỏi bị cáo Nguyễn Văn An",
    ],
)  # fmt: skip
def test_a_full_name_near_a_role_is_shown(text: str):
    assert exposed_people(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "bị cáo Nguyễn Văn A", "bị cáo N.V.A", "bị cáo ở huyện Cao Lộc", "bị can tại tỉnh Lâm Đồng",
        "Đồng chí Nguyễn Văn An chủ trì. Bị cáo có mặt tại phiên tòa.", "bị cáo Nguyễn Văn An (mẫu)",
        "Viện trưởng Nguyễn Văn An phát biểu", "bị can bị tạm giam theo lệnh của Cơ quan điều tra",
        "Kiểm sát viên trung cấp Nguyễn Văn An đã xét hỏi bị cáo", "cháu M. (15 tuổi)",
        "luật sư Trần Văn Toàn bào chữa cho bị cáo", "ông Lê Hoàng Nam, 61 tuổi, được tặng Giấy khen",
        "Nguyễn Văn An, Phó Viện trưởng, công bố cáo trạng truy tố bị can", "Nguyễn Văn An, sinh năm 1990",
        "VIỆN KIỂM SÁT NHÂN DÂN TRUY TỐ BỊ CAN TÀNG TRỮ MA TÚY", "đối tượng chính sách ở xã Cao Lộc",
        "các bị cáo trong vụ án; " + "và " * 20 + "Nguyễn Văn An",
    ],
)  # fmt: skip
def test_initials_places_officials_and_sample_people_pass(text: str):
    assert exposed_people(text, TODAY) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("CCCD số 020095001234", "identity"), ("số 020 095 001 234", "identity"),
        ("CMND: 082123456", "identity"), ("chứng minh nhân dân số 082 123 456", "identity"),
        ("0912345678", "phone"), ("+84 912 345 678", "phone"), ("gọi 02053.811.234", "phone"),
        ("(+84) 912 345 678", "phone"), ("(084) 912345678", "phone"), ("(0205) 3811 234", "phone"),
        ("0912–345–678", "phone"), ("0912·345·678", "phone"), ("Số CMT 081234567", "identity"),
        ("CMTND số 081234567", "identity"), ("Hộ chiếu số B1234567", "identity"),
    ],
)  # fmt: skip
def test_private_numbers_are_found(text: str, kind: str):
    assert [found for found, _number in private_numbers(text, frozenset())] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "9.608.758 người", "12/3/2026", "173/QĐ-VKS", "1.250.000.000 đồng", "lúc 07h30", "2022-2026",
        "500.000.000 đồng", "912.345.678 đồng", "chiếm đoạt 0912345678 đồng", "020085001234 VNĐ",
        "(0205) 3716 910", "từ 15.04.2026 - 20.04.2026", "số 020/2026/HSST", "0,123456789 gam",
        "02053.716.910", "+84 2053 716 910", "tài khoản 12345678901234567", "113",
    ],
)  # fmt: skip
def test_other_numbers_and_the_public_ones_pass(text: str):
    assert list(private_numbers(text, national_digits(["02053.716.910"]))) == []


def test_numbers_in_a_list_are_found_each():
    found = list(private_numbers("SĐT:0912345678,0987654321", frozenset()))
    assert found == [("phone", "0912345678"), ("phone", "0987654321")]


def test_lead_of_sixty_words_passes_however_its_letters_are_made():
    words = " ".join(["kiểm"] * 30 + ["–"] + ["sát"] * 30)
    for lead, long in ((words, False), (words + " viên", True)):
        item = Item(title="Tin", lead=unicodedata.normalize("NFD", lead), texts=[])
        assert ("lead_long" in {finding.key for finding in findings_in(item)}) is long


@pytest.mark.parametrize("text", ["TĂNG CƯỜNG", "VIỆN KIỂM SÁT NHÂN DÂN", "HỘI NGHỊ sơ kết"])
def test_shouting_is_found(text: str):
    assert list(shouted(text))


@pytest.mark.parametrize(
    "text",
    [
        "VKSND tỉnh",
        "TAND, CCCD, UBND",
        "VKSND TAND",
        "BLTTHS năm 2015",
        "Khu vực I, II, III",
        "VKSNDCC",
    ],
)
def test_abbreviations_are_no_shouting(text: str):
    assert not list(shouted(text))


@pytest.mark.parametrize(
    "text", ["của của", "từ ngày Từ ngày", "kiểm sát sát hoạt động", "ngày Ngày 2"]
)
def test_doubled_words_are_found(text: str):
    assert list(doubled(text))


@pytest.mark.parametrize(
    "text",
    [
        "ngày ngày",
        "luôn luôn",
        "nhà nhà",
        "5 5",
        "tại tạ",
        "bà Bà Trưng",
        "hành vi vi phạm",
        "các cơ quan quan tâm",
        "nhiệm vụ vụ án",
        "kiểm sát sát sao",
    ],
)
def test_meant_repetitions_pass(text: str):
    assert not list(doubled(text))


WORDS = st.lists(
    st.sampled_from(
        ["bị cáo", "Nguyễn Văn An", "0912345678", "020095001234", "42/2022/NĐ-CP", "CỦA CÁC", "từ ngày",
         "Từ ngày", ".", "IMG_1.jpg", "\u0301", "Đ", "\n", "nạn nhân", "Trần Thị Hòa"]
    )
    | st.text(max_size=12),
    max_size=12,
).map(" ".join)  # fmt: skip


def item_saying(text: str) -> Item:
    picture = Picture(BODY, text, text, text)
    return Item(
        title=text,
        lead=text,
        texts=[Text(text, BODY)],
        pictures=[picture],
        headings=[HeadingMark(text, 3, BODY)],
        bold_lines=[Text(text, BODY)],
        links=[Link(BODY, text, True)],
    )


@given(WORDS)
def test_any_text_is_survived_and_decomposed_letters_change_nothing(text: str):
    composed = findings_in(item_saying(unicodedata.normalize("NFC", text)))
    decomposed = findings_in(item_saying(unicodedata.normalize("NFD", text)))
    assert composed == decomposed
