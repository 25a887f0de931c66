"""Telephone numbers: every way of writing one number is one number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.text import phone_dialled, phone_display, phone_e164, phone_href


@pytest.mark.parametrize(
    "written",
    [
        "02053716910", "02053.716.910", "0205 3716 910", "(0205) 3.716.910", "0205-3716-910",
        "+842053716910", "+84 205 3716 910", "+84 (0)205 3716910", "0084 205 3716910",
        "842053716910", "02053\u00a0716\u00a0910", "\u200b02053716910", "0205–3716–910",
    ],
)  # fmt: skip
def test_the_office_number_is_one_number_however_it_is_written(written: str):
    assert phone_e164(written) == "+842053716910"
    assert phone_display(written) == "02053.716.910"
    assert phone_href(written) == "tel:+842053716910"
    assert phone_dialled(written) == "+842053716910"


@pytest.mark.parametrize(
    ("written", "e164", "display"),
    [
        ("0912345678", "+84912345678", "0912.345.678"),
        ("+84 35 678 9012", "+84356789012", "0356.789.012"),
        ("024 3825 3333", "+842438253333", "024.3825.3333"),
        ("02838253333", "+842838253333", "028.3825.3333"),
        ("0692345678", "+84692345678", "0692.345.678"),  # police and army
        ("080 43162", "+848043162", "080.43162"),  # government
    ],
)
def test_numbers_of_each_kind(written: str, e164: str, display: str):
    assert phone_e164(written) == e164
    assert phone_display(written) == display


@pytest.mark.parametrize("number", ["113", "114", "115", "111", "1022"])
def test_short_numbers_are_dialled_as_they_stand(number: str):
    assert phone_display(number) == number
    assert phone_href(number) == f"tel:{number}"
    assert phone_dialled(number) == number
    assert phone_dialled("") == ""
    with pytest.raises(ValueError, match="không phải là số điện thoại"):
        phone_e164(number)


def test_service_numbers_take_no_zero():
    assert phone_display("1900 1234") == "1900 1234"
    assert phone_e164("1900 1234") == "+8419001234"
    assert phone_href("1900 1234") == "tel:19001234"


@pytest.mark.parametrize(
    "text",
    [
        "", "abc", "0", "02053", "0205371691", "020537169100", "01681234567", "912345678",
        "+1 202 555 0100", "0912345678 máy lẻ 5", "٠٩١٢٣٤٥٦٧٨", "++84912345678", "-",
    ],
)  # fmt: skip
def test_what_is_no_vietnamese_number_is_refused_in_vietnamese_and_shown_unchanged(text: str):
    with pytest.raises(ValueError, match="không phải là số điện thoại Việt Nam hợp lệ"):
        phone_e164(text)
    with pytest.raises(ValueError, match="không phải là số điện thoại"):
        phone_href(text)
    assert phone_display(text) == text


@given(st.from_regex(r"0(2[0-9]{9}|[35789][0-9]{8}|69[0-9]{5})", fullmatch=True))
def test_what_is_shown_can_be_dialled(number: str):
    stored = phone_e164(number)
    assert phone_e164(phone_display(number)) == stored
    assert phone_display(stored) == phone_display(number)
    assert phone_e164(stored) == stored


@given(st.text())
def test_showing_a_number_never_fails(text: str):
    assert isinstance(phone_display(text), str)
