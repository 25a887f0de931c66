"""What people may not type: file names as alternative text, telephone numbers that are none."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError

from portal.core.validators import validate_alt_text, validate_phone


def complaints(validate: Callable[[str], None], value: str) -> list[str]:
    """What a person would be told about the value."""
    try:
        validate(value)
    except ValidationError as error:
        return error.messages
    return []


@pytest.mark.parametrize(
    "value", ["IMG_1234.JPG", "anh-hoi-nghi.png", "DSC00017", "z4567890123456.jpg", "hinh 1.jpeg"]
)
def test_file_name_is_no_alternative_text(value: str) -> None:
    with pytest.raises(ValidationError, match="là tên tệp"):
        validate_alt_text(value)


@pytest.mark.parametrize(
    "value", ["Toàn cảnh hội nghị", "Kiểm sát viên công bố cáo trạng ngày 21.10.2026", "Lễ 2/9"]
)
def test_sentence_is_alternative_text(value: str) -> None:
    assert complaints(validate_alt_text, value) == []


@pytest.mark.parametrize("value", ["02053.716.910", "+84 205 3716910", "0912 345 678"])
def test_telephone_number_is_taken_as_people_write_it(value: str) -> None:
    assert complaints(validate_phone, value) == []


@pytest.mark.parametrize("value", ["abc", "12", "0" * 30, "javascript:alert(1)"])
def test_what_is_no_telephone_number_is_refused_in_vietnamese(value: str) -> None:
    with pytest.raises(ValidationError) as caught:
        validate_phone(value)
    assert not caught.value.messages[0].isascii()
