"""Citations in running text: a table of real forms, and what holds for any text."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.laws.rules.citations import Reference, find_citations, format_reference
from home.laws.rules.documents import Document, find_documents

NO = ""


def law(name: str, year: int | None = None) -> Document:
    return Document("Luật", name, year=year)


def code(name: str, year: int | None = None) -> Document:
    return Document("Bộ luật", name, year=year)


def by_number(kind: str, symbol: str, year: int | None, name: str = "") -> Document:
    return Document(kind, name, symbol, year)


def this(kind: str) -> Document:
    return Document(kind, is_this=True)


BLHS = code("Hình sự", 2015)
PBGDPL = by_number("Luật", "14/2012/QH13", 2012)
DECREE = by_number("Nghị định", "42/2022/NĐ-CP", 2022)

# Text → what it refers to: (point, clause, article, document).
FORMS: list[tuple[str, list[tuple[str, str, str, Document | None]]]] = [
    ("điểm a khoản 2 Điều 5 Luật số 14/2012/QH13", [("a", "2", "5", PBGDPL)]),
    ("khoản 1, 2 và 4 Điều 9", [(NO, c, "9", None) for c in "124"]),
    ("Điều 5 và Điều 7 Bộ luật Hình sự năm 2015", [(NO, NO, "5", BLHS), (NO, NO, "7", BLHS)]),
    ("điểm đ khoản 1 Điều 5", [("đ", "1", "5", None)]),
    ("điểm d khoản 1 Điều 5", [("d", "1", "5", None)]),
    ("các điểm d, đ và e khoản 1 Điều 5", [(p, "1", "5", None) for p in "dđe"]),
    ("Điểm Đ Khoản 1 Điều 5", [("đ", "1", "5", None)]),
    ("ĐIỂM a KHOẢN 2 ĐIỀU 5", [("a", "2", "5", None)]),
    ("từ Điều 5 đến Điều 9", [(NO, NO, "5–9", None)]),
    ("Điều 5 đến Điều 9 Luật Cư trú", [(NO, NO, "5–9", law("Cư trú"))]),
    ("các điều từ 5 đến 9", [(NO, NO, "5–9", None)]),
    ("các Điều 5, 6 và 7", [(NO, NO, a, None) for a in "567"]),
    ("Điều 5 - 9", [(NO, NO, "5–9", None)]),
    ("từ khoản 1 đến khoản 3 Điều 9", [(NO, "1–3", "9", None)]),
    ("các khoản từ 1 đến 3 Điều 9", [(NO, "1–3", "9", None)]),
    ("từ điểm a đến điểm d khoản 2 Điều 5", [("a–d", "2", "5", None)]),
    ("các điểm a, b và c", [(p, NO, NO, None) for p in "abc"]),
    ("các điểm a, b và c khoản này", [(p, "này", NO, None) for p in "abc"]),
    ("khoản này", [(NO, "này", NO, None)]),
    ("khoản 2 Điều này", [(NO, "2", "này", None)]),
    ("điểm này", [("này", NO, NO, None)]),
    ("Điều 5 Luật này", [(NO, NO, "5", this("Luật"))]),
    ("khoản 3 Điều 12 của Bộ luật này", [(NO, "3", "12", this("Bộ luật"))]),
    ("Điều 4 Nghị định này", [(NO, NO, "4", this("Nghị định"))]),
    ("khoản này và Điều 5 Luật này", [
        (NO, "này", NO, this("Luật")), (NO, NO, "5", this("Luật")),
    ]),
    ("điểm a khoản 1, điểm b khoản 2 và khoản 3 Điều 173 Bộ luật Hình sự năm 2015", [
        ("a", "1", "173", BLHS), ("b", "2", "173", BLHS), (NO, "3", "173", BLHS),
    ]),
    ("khoản 1 Điều 5; khoản 2 Điều 7 Bộ luật Hình sự năm 2015", [
        (NO, "1", "5", BLHS), (NO, "2", "7", BLHS),
    ]),
    ("khoản 1 và khoản 3 Điều 51", [(NO, "1", "51", None), (NO, "3", "51", None)]),
    ("khoản 1 các Điều 5, 6 và 7", [(NO, "1", a, None) for a in "567"]),
    ("Điều 5, khoản 2, điểm a", [("a", "2", "5", None)]),
    ("Điều 5 khoản 2 điểm a Luật Cư trú", [("a", "2", "5", law("Cư trú"))]),
    ("Điều 9, khoản 1 và khoản 2", [(NO, "1", "9", None), (NO, "2", "9", None)]),
    ("Điều 5, khoản 2 Điều 7", [(NO, NO, "5", None), (NO, "2", "7", None)]),
    ("điểm s khoản 1, khoản 2 Điều 51 BLHS", [
        ("s", "1", "51", code("Hình sự")), (NO, "2", "51", code("Hình sự")),
    ]),
    ("đ s k1 Đ51 BLHS", [("s", "1", "51", code("Hình sự"))]),
    ("đ.đ k.1 Đ.5 BLHS năm 2015", [("đ", "1", "5", BLHS)]),
    ("k2 Đ173 BLHS 2015", [(NO, "2", "173", BLHS)]),
    ("Điều 155 BLTTHS", [(NO, NO, "155", code("Tố tụng hình sự"))]),
    ("điểm a Điều 5", [("a", NO, "5", None)]),
    ("Điều 217a Bộ luật Hình sự năm 2015", [(NO, NO, "217a", BLHS)]),
    ("khoản 2a Điều 5", [(NO, "2a", "5", None)]),
    ("Điều 173 BLHS năm 2015 (sửa đổi, bổ sung năm 2017)", [(NO, NO, "173", BLHS)]),
    ("Điều 9 Chương II Luật Thi hành án hình sự 2019", [
        (NO, NO, "9", law("Thi hành án hình sự", 2019)),
    ]),
    ("khoản 2 Điều 3 của Luật Phòng, chống ma túy", [(NO, "2", "3", law("Phòng, chống ma túy"))]),
    ("Điều 8 Luật Hôn nhân và gia đình năm 2014", [(NO, NO, "8", law("Hôn nhân và gia đình", 2014))]),
    ("Điều 8 Luật Hôn nhân và gia đình", [(NO, NO, "8", law("Hôn nhân và gia đình"))]),
    ("Luật Đất đai năm 2024, tại Điều 5", [(NO, NO, "5", law("Đất đai", 2024))]),
    ("Bộ luật Hình sự, Điều 173", [(NO, NO, "173", code("Hình sự"))]),
    ("Luật Đất đai năm 2013", [(NO, NO, NO, law("Đất đai", 2013))]),
    ("luật số 14/2012/QH13", [(NO, NO, NO, PBGDPL)]),
    ("Luật Phổ biến, giáo dục pháp luật số 14/2012/QH13", [
        (NO, NO, NO, by_number("Luật", "14/2012/QH13", 2012, "Phổ biến, giáo dục pháp luật")),
    ]),
    ("Luật Đất đai năm 2024 số 31/2024/QH15", [
        (NO, NO, NO, by_number("Luật", "31/2024/QH15", 2024, "Đất đai")),
    ]),
    ("Luật sửa đổi, bổ sung một số điều của Bộ luật Hình sự số 12/2017/QH14", [
        (NO, NO, NO, by_number(
            "Luật", "12/2017/QH14", 2017, "sửa đổi, bổ sung một số điều của Bộ luật Hình sự"
        )),
    ]),
    ("Luật Luật sư số 65/2006/QH11", [(NO, NO, NO, by_number("Luật", "65/2006/QH11", 2006, "Luật sư"))]),
    ("khoản 1 Điều 2 Nghị định số 42/2022/NĐ-CP", [(NO, "1", "2", DECREE)]),
    ("Nghị định 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ", [(NO, NO, NO, DECREE)]),
    ("nghị định số 42 / 2022 / ND – CP", [(NO, NO, NO, DECREE)]),
    ("42/2022/NĐ-CP", [(NO, NO, NO, DECREE)]),
    ("Chỉ thị 05/CT-VKSTC ngày 8/6/2021", [(NO, NO, NO, by_number("Chỉ thị", "05/CT-VKSTC", 2021))]),
    ("Chỉ thị số 05/CT-VKSTC ngày 08 tháng 6 năm 2021", [
        (NO, NO, NO, by_number("Chỉ thị", "05/CT-VKSTC", 2021)),
    ]),
    ("Chỉ thị số 05/CT-VKSTC-TCKS năm 2012", [
        (NO, NO, NO, by_number("Chỉ thị", "05/CT-VKSTC-TCKS", 2012)),
    ]),
    ("Quyết định số 173/QĐ-VKS", [(NO, NO, NO, by_number("Quyết định", "173/QĐ-VKS", None))]),
    ("Nghị quyết số 27-NQ/TW", [(NO, NO, NO, by_number("Nghị quyết", "27-NQ/TW", None))]),
    ("Điều 3 Nghị quyết số 02/2018/NQ-HĐTP", [
        (NO, NO, "3", by_number("Nghị quyết", "02/2018/NQ-HĐTP", 2018)),
    ]),
    ("Thông tư liên tịch số 01/2017/TTLT-VKSNDTC-TANDTC-BCA-BQP", [
        (NO, NO, NO, by_number("Thông tư liên tịch", "01/2017/TTLT-VKSNDTC-TANDTC-BCA-BQP", 2017)),
    ]),
    ("Điều 31 Hiến pháp năm 2013", [(NO, NO, "31", Document("Hiến pháp", year=2013))]),
    ("Điều 31 Hiến pháp", [(NO, NO, "31", Document("Hiến pháp"))]),
    ("bộ luật tố tụng hình sự năm 2015", [(NO, NO, NO, code("Tố tụng hình sự", 2015))]),
    ("khoản  1 ,\n2 và  4   Điều 9", [(NO, c, "9", None) for c in "124"]),
    ("khoản 1,2 Điều 9", [(NO, c, "9", None) for c in "12"]),
    ("điểm a, b khoản 1; điểm c khoản 2 Điều 5 Luật Cư trú năm 2020", [
        ("a", "1", "5", law("Cư trú", 2020)),
        ("b", "1", "5", law("Cư trú", 2020)),
        ("c", "2", "5", law("Cư trú", 2020)),
    ]),
    ("khoản 2 được quy định tại Điều 5", [(NO, "2", "5", None)]),
    # Letters of points alone, before their clause; a small đ is a point.
    ("đ khoản 1 Điều 51 BLHS", [("đ", "1", "51", code("Hình sự"))]),
    ("i, s khoản 1 Điều 51", [(p, "1", "51", None) for p in "is"]),
    # Half an abbreviation, and the bodies in the names of laws.
    ("Điều 4 Luật Tổ chức VKSND", [(NO, NO, "4", law("Tổ chức Viện kiểm sát nhân dân"))]),
    (
        "Điều 4 Luật Tổ chức Viện kiểm sát nhân dân",
        [(NO, NO, "4", law("Tổ chức Viện kiểm sát nhân dân"))],
    ),
    ("Điều 3 Luật Tổ chức TAND năm 2014", [(NO, NO, "3", law("Tổ chức Tòa án nhân dân", 2014))]),
    ("Điều 298 Bộ luật TTHS năm 2015", [(NO, NO, "298", code("Tố tụng hình sự", 2015))]),
    ("Điều 5 bộ luật DS", [(NO, NO, "5", code("Dân sự"))]),
    ("Luật HN&GĐ năm 2014", [(NO, NO, NO, law("Hôn nhân và gia đình", 2014))]),
    ("Điều 7 Luật THADS", [(NO, NO, "7", law("Thi hành án dân sự"))]),
    # Numbers as offices and newspapers write them, and as lines break.
    ("Điều 5 Nghị định số: 42/2022/NĐ-CP", [(NO, NO, "5", DECREE)]),
    ("Điều 5 Nghị định 42/2022", [(NO, NO, "5", DECREE)]),
    ("Điều 5 Nghị định số 42/2022 của Chính phủ", [(NO, NO, "5", DECREE)]),
    ("Nghị định số 42/2022/NĐ-CP – Nghị định về thông tin", [(NO, NO, NO, DECREE)]),
    ("Nghị định số 42/2022/NĐ-CP - văn bản cũ", [(NO, NO, NO, DECREE)]),
    ("Điều 5 Nghị định số 42/2022/\nNĐ-CP", [(NO, NO, "5", DECREE)]),
    ("khoản 2\nĐiều 5 Luật số\n14/2012/QH13", [(NO, "2", "5", PBGDPL)]),
    (
        "Điều 5 Luật Phổ biến, giáo dục\npháp luật số 14/2012/QH13",
        [(NO, NO, "5", by_number("Luật", "14/2012/QH13", 2012, "Phổ biến, giáo dục pháp luật"))],
    ),
    (
        "điểm a, b khoản 1 và khoản 3 Điều 5, Điều 7 Bộ luật Hình sự năm 2015 (sửa đổi, bổ sung "
        "năm 2017)",
        [("a", "1", "5", BLHS), ("b", "1", "5", BLHS), (NO, "3", "5", BLHS), (NO, NO, "7", BLHS)],
    ),
]  # fmt: skip


def read(text: str) -> list[tuple[str, str, str, Document | None]]:
    return [
        (r.point, r.clause, r.article, r.document)
        for c in find_citations(text)
        for r in c.references
    ]


def test_the_table_is_as_long_as_it_was_promised():
    assert len({text for text, _references in FORMS}) >= 60


@pytest.mark.parametrize(("text", "references"), FORMS, ids=[text for text, _r in FORMS])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_real_forms(text: str, references: list, form: str):
    sentence = unicodedata.normalize(form, f"Căn cứ {text}, người dân có quyền đó.")
    assert read(sentence) == references
    citations = find_citations(sentence)
    told = unicodedata.normalize("NFC", sentence[citations[0].start : citations[-1].end])
    assert told.startswith(text[:6].rstrip())


@pytest.mark.parametrize(
    "text",
    [
        "thời điểm a tòa xử", "địa điểm b", "tài khoản 123", "chuyển khoản 5 triệu", "điều kiện 2 bên",
        "điểm y tế xã", "được 9 điểm", "5 điều Bác Hồ dạy", "Luật sư Nguyễn Văn A năm 2020",
        "pháp luật năm 2024", "ngày 8/6/2021", "phạt 2.000.000 đ", "quy định của pháp luật",
        "k2 là cách viết", "Đ. 5 và những thứ khác", "đ a", "quan điểm a dua",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_citation_is_none(text: str):
    assert find_citations(text) == []


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("theo Điều 249, 2 bị cáo bị phạt", ["249"]),
        ("theo Điều 5 và 2 điều khác", ["5"]),
        ("Điều 249, 07 (bảy) năm tù", ["249"]),
        ("Điều 173, 15 năm tù", ["173"]),
        ("Điều 9, 10/11/2024", ["9"]),
        ("Điều 5 và 7 quy định", ["5", "7"]),
    ],
)
def test_a_number_that_counts_something_is_no_article(text: str, articles: list[str]):
    assert [article for _p, _c, article, _d in read(text)] == articles


def test_two_laws_in_one_sentence_each_keep_their_articles():
    text = "Điều 5 Luật Đất đai năm 2024 và Điều 7 Luật Nhà ở năm 2023"
    assert read(text) == [
        (NO, NO, "5", law("Đất đai", 2024)),
        (NO, NO, "7", law("Nhà ở", 2023)),
    ]


def test_a_citation_is_cut_off_where_the_sentence_ends():
    assert read("Theo Điều 5. Luật Đất đai năm 2024 quy định") == [
        (NO, NO, "5", None),
        (NO, NO, NO, law("Đất đai", 2024)),
    ]


def test_a_told_name_is_known_to_its_end():
    name = "Luật Giao thông đường bộ và đường thủy"
    text = f"Điều 5 {name} có hiệu lực"
    assert read(text) == [(NO, NO, "5", law("Giao thông đường bộ"))]
    found = find_citations(text, [name])
    assert found[0].references[0].document == law("Giao thông đường bộ và đường thủy")
    assert text[found[0].start : found[0].end] == f"Điều 5 {name}"


def test_a_flood_of_items_does_not_multiply_without_bound():
    many = ", ".join(str(number) for number in range(1, 30))
    text = f"khoản {many} các Điều {many}"
    assert len(find_citations(text)[0].references) == 200


LETTERS = st.sampled_from("abcdđeghiklmnopqrstuv")
NUMBERS = st.integers(1, 500).map(str)
DOCUMENTS = st.sampled_from(
    [
        None,
        *dict.fromkeys(d for _t, refs in FORMS for *_values, d in refs if d and "," not in d.name),
    ]
)


@st.composite
def references(draw: st.DrawFn) -> Reference:
    article = draw(NUMBERS | st.tuples(st.integers(1, 99), st.integers(100, 200)).map(
        lambda pair: f"{pair[0]}–{pair[1]}"))  # fmt: skip
    clause = draw(st.just("") | NUMBERS)
    point = draw(LETTERS) if clause and draw(st.booleans()) else ""
    return Reference(draw(DOCUMENTS), article, clause, point)


@given(references())
def test_what_is_written_is_read_again(reference: Reference):
    citations = find_citations(f"theo {format_reference(reference)}.")
    assert [r for c in citations for r in c.references] == [reference]


@given(references(), st.sampled_from(["NFC", "NFD"]), st.text(max_size=5))
def test_the_span_holds_the_very_words(reference: Reference, form: str, before: str):
    words = unicodedata.normalize(form, format_reference(reference))
    text = f"{before}\n“{words}” là thế"
    found = [c for c in find_citations(text) if c.references == (reference,)]
    assert [text[c.start : c.end] for c in found] == [words]


PIECES = st.lists(
    st.sampled_from(
        ["điểm", "khoản", "Điều", "đ", "Đ", "k", "a", "đ", "1", "2", "5–9", ",", "và", "này", "Luật", "số",
         "Bộ luật", "Hình sự", "năm", "2015", "14/2012/QH13", "42/2022/NĐ-CP", "\u0301", "của", "đến", "từ",
         "các", ".", "(", ")", "sửa đổi, bổ sung", "BLHS", "\x00", "\n"]
    )
    | st.text(max_size=8),
    max_size=25,
).map(" ".join)  # fmt: skip


@given(PIECES)
def test_any_text_is_survived_and_decomposed_letters_change_nothing(text: str):
    composed = find_citations(unicodedata.normalize("NFC", text))
    decomposed = find_citations(unicodedata.normalize("NFD", text))
    assert [c.references for c in composed] == [c.references for c in decomposed]
    citations = find_citations(text)
    for citation in citations:
        assert 0 <= citation.start < citation.end <= len(text)
        assert citation.references
    tokens = find_documents(unicodedata.normalize("NFC", text))
    assert all(one.end <= two.start for one, two in pairwise(tokens))


def test_an_item_of_a_list_does_not_belong_to_the_law_of_the_line_before():
    text = "- Luật Cư trú năm 2020\n- Văn bản số 05/2021/QH15"
    documents = [token.document for token in find_documents(text)]
    assert documents == [law("Cư trú", 2020), Document(symbol="05/2021/QH15", year=2021)]


def test_what_stands_before_a_clause_is_not_always_a_point():
    text = "Ở khoản 1 và ở khoản 2 Điều 51; hợp đồng A khoản 1 Điều 5"
    references = [each for citation in find_citations(text) for each in citation.references]
    assert [each.point for each in references] == ["", "", ""]


def test_a_body_after_a_law_is_no_part_of_its_name():
    text = "Theo Luật Đất đai UBND xã tiếp nhận; theo Luật Cư trú Công an xã đăng ký"
    assert [token.document for token in find_documents(text)] == [law("Đất đai"), law("Cư trú")]
