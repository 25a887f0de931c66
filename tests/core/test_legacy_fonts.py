"""Text typed for .VnTime and VNI-Times is recognised and read; nothing else is touched."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.text.legacy import (
    TCVN3,
    VNI,
    Encoding,
    convert,
    decode,
    detect,
    encoding_of_font,
)
from portal.core.text.syllables import is_syllable

TONED = "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
SMALL = TONED + "ăâđêôơư"
PLAIN = "abcdefghijklmnopqrstuvwxyz .,;:()0123456789"

UNICODE = "Viện kiểm sát nhân dân tỉnh phối hợp với Công an và Tòa án nhân dân, đề nghị xử lý đúng quy định"
SENTENCES = {
    Encoding.TCVN3: "ViÖn kiÓm s¸t nh©n d©n tØnh phèi hîp víi C«ng an vµ Tßa ¸n nh©n d©n, "
    "®Ò nghÞ xö lý ®óng quy ®Þnh",
    Encoding.VNI: "Vieän kieåm saùt nhaân daân tænh phoái hôïp vôùi Coâng an vaø Toøa aùn nhaân daân, "
    "ñeà nghò xöû lyù ñuùng quy ñònh",
}


def encode(text: str, encoding: Encoding) -> str:
    """The inverse of the tables, for round trips; capitals of TCVN3 exist without tones only."""
    table = TCVN3 if encoding is Encoding.TCVN3 else VNI
    inverse = {letter: code for code, letter in reversed(table.items())}
    return "".join(inverse.get(char, char) for char in text)


@pytest.mark.parametrize("encoding", Encoding)
def test_sentence_is_recognised_and_read(encoding: Encoding):
    text = SENTENCES[encoding]
    assert detect(text) is encoding
    assert convert(text, encoding) == UNICODE


@pytest.mark.parametrize("encoding", Encoding)
def test_tables_hold_every_letter_once(encoding: Encoding):
    small = {encode(letter, encoding) for letter in SMALL}
    assert len(small) == len(SMALL) == 67
    assert all(decode(encode(letter, encoding), encoding) == letter for letter in SMALL)
    capitals = SMALL.upper() if encoding is Encoding.VNI else "ĂÂĐÊÔƠƯ"
    assert all(decode(encode(letter, encoding), encoding) == letter for letter in capitals)
    assert all(ord(char) < 256 for code in (TCVN3, VNI)[encoding == "vni"] for char in code)


@given(st.text(SMALL + PLAIN + "ĂÂĐÊÔƠƯ"))
def test_tcvn3_round_trip(text: str):
    assert decode(encode(text, Encoding.TCVN3), Encoding.TCVN3) == text


@given(st.text(SMALL + PLAIN))
def test_capital_font_round_trip(text: str):
    encoded = encode(text, Encoding.TCVN3)
    assert convert(encoded, Encoding.TCVN3, is_capital=True) == text.upper()


@given(st.text(SMALL + SMALL.upper() + PLAIN))
def test_vni_round_trip(text: str):
    assert decode(encode(text, Encoding.VNI), Encoding.VNI) == text


@given(st.text(), st.sampled_from(Encoding))
def test_result_is_composed_and_any_text_is_survived(text: str, encoding: Encoding):
    detect(text)
    detect(text, hint=encoding)
    result = convert(text, encoding)
    assert unicodedata.normalize("NFC", result) == result


@given(st.text(SMALL + SMALL.upper() + PLAIN))
def test_unicode_letters_are_no_legacy_text_to_the_statistics(text: str):
    """Words of ours that happen to use western letters ("cá to, là") decide nothing."""
    found = detect(f"{UNICODE}. {text}")
    assert found is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (".VnTime", (Encoding.TCVN3, False)),
        (".VnTimeH", (Encoding.TCVN3, True)),
        ('".VnArial NarrowH"', (Encoding.TCVN3, True)),
        (".VnTeknicalH", (Encoding.TCVN3, True)),
        (".VNTIME", (Encoding.TCVN3, False)),
        ("VnTime", (Encoding.TCVN3, False)),
        ("VNI-Times", (Encoding.VNI, False)),
        ("VNI Helve", (Encoding.VNI, False)),
        ("Times New Roman", None),
        ("Vni", None),
        ("", None),
        ("Vnext Sans", None),
    ],
)
def test_font_names(name: str, expected: tuple[Encoding, bool] | None):
    assert encoding_of_font(name) == expected


@pytest.mark.parametrize(
    ("legacy", "unicode"),
    [
        ("VIÖN KIÓM S¸T NH¢N D¢N TØNH", "VIỆN KIỂM SÁT NHÂN DÂN TỈNH"),
        ("X· Cao Léc, huyÖn L¹ng S¬n", "Xã Cao Lộc, huyện Lạng Sơn"),
        ("§¶ng bé VIÖN KIÓM S¸T häp", "Đảng bộ VIỆN KIỂM SÁT họp"),
        ("tr\u00adíc ng\u00adêi d©n", "trước người dân"),
        ("Tr­ëng phßng", "Trưởng phòng"),
    ],
)
def test_capitals_and_soft_hyphens_of_tcvn3(legacy: str, unicode: str):
    assert convert(legacy, Encoding.TCVN3) == unicode


def test_vni_capitals_typed_with_small_marks():
    assert convert("VIEäN KIEÅM SAÙT NHAÂN DAÂN, Ñaø Naüng", Encoding.VNI) == (
        "VIỆN KIỂM SÁT NHÂN DÂN, Đà Nẵng"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Viện kiểm sát nhân dân tỉnh Lạng Sơn",
        unicodedata.normalize("NFD", "Viện kiểm sát nhân dân tỉnh Lạng Sơn"),
        "Cá to là cá bé, bò có sữa; bé Tý và bố mẹ về thăm ông bà",
        "Où est-il né ? L'été dernier, à Orléans, il a bu un café très sucré près du théâtre.",
        "Né, thé, dés: « Le garçon a été reçu à l'hôpital où sa mère était née, là-bas »",
        "Für die größte Übung müssen wir schöne Bücher über München öffnen und hören.",
        "El niño está aquí; mañana habrá más señores en el país, según él. Sí, así será.",
        "São Paulo não é tão grande, mas há muitas pessoas e coração.",
        "Smørrebrød på Østerbro, kød og øl; får får får? Nej, får får lam.",
        "int µ = 5; // © 2024 ACME® — x ÷ y × z ± ½",
        "© 2026 Microsoft® Windows™, §12 Abs. 3, 5 µm, 20 °C, « quoted »",
        "où", "là", "né", "ViÖn", "s¸t",
        "ÄÖÜäöüß", "¡¢£¤¥¦§",
    ],
)  # fmt: skip
def test_other_languages_code_and_short_strings_are_left_alone(text: str):
    assert detect(text) is None


@pytest.mark.parametrize("text", ["Vieän kieåm saùt", "ViÖn kiÓm s¸t", "ViÖn kiÓm s¸t nh©n d©n"])
def test_three_words_suffice(text: str):
    assert detect(text) is not None


def test_one_word_suffices_when_the_document_is_known():
    assert detect("ViÖn", hint=Encoding.TCVN3) is Encoding.TCVN3
    assert detect("Sè vô", hint=Encoding.TCVN3) is Encoding.TCVN3
    assert detect("Viện", hint=Encoding.TCVN3) is None
    assert detect("Số vụ án", hint=Encoding.VNI) is None


GOOD = "nghiêng Viện KIỂM gì gìn giêng quốc quyết khuya ngoằn oái ơi ỷ thuở huỷ hủy được xoong"
BAD = "blé für schön señor viet§ áá cạ́ việc̀ hoc̀ strong zoo"


@pytest.mark.parametrize("word", GOOD.split())
def test_syllables(word: str):
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", BAD.split())
def test_no_syllables(word: str):
    assert not is_syllable(word)
