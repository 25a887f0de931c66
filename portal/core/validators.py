"""Rules for what people type that more than one room needs."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.core.text import looks_like_filename, phone_e164


def validate_alt_text(value: str) -> None:
    """Refuse a file name as alternative text: a screen reader would read "IMG 1234 JPG" aloud."""
    if looks_like_filename(value):
        raise ValidationError(
            _(
                "“%(value)s” là tên tệp, không phải lời mô tả. Hãy viết một câu ngắn cho người không "
                "nhìn thấy ảnh, ví dụ: “Toàn cảnh hội nghị sơ kết 6 tháng đầu năm”."
            ),
            code="filename",
            params={"value": value},
        )


def validate_phone(value: str) -> None:
    """Accept what `portal.core.text.phone_e164` can turn into an international number."""
    try:
        phone_e164(value)
    except ValueError as error:
        raise ValidationError(str(error), code="phone") from error
