"""Vietnamese telephone numbers: one form to store, one to show, one to dial."""

import re
from typing import Final

from .compose import compose

# Significant numbers (without the 0) of the national numbering plan: fixed lines with the area
# codes of 2017, mobile prefixes of 2018, government (080), defence and police (069).
_NATIONAL: Final = re.compile(r"2\d{9}|[35789]\d{8}|80\d{5,6}|69\d{5,7}")
# Toll-free and shared-cost numbers are dialled as they stand, with no 0.
_SERVICE: Final = re.compile(r"1[89]00\d{4,6}")
_SHORT: Final = re.compile(r"1\d{2,5}")
_PUNCTUATION: Final = re.compile(r"[\s.\-\u2010-\u2015()/]+")
_COUNTRY: Final = re.compile(r"(?:\+|00)84(?:0(?=\d))?|84(?=\d{9})")


def phone_e164(text: str) -> str:
    """Return "+842053716910" for "02053.716.910", "+84 205 3716 910", "0084…" and the like.

    Raises ValueError, with a message for the person who typed it, for anything else; also for
    short numbers like 113, which cannot be dialled from abroad.
    """
    number = _significant(text)
    if number is None:
        raise ValueError(f"“{text}” không phải là số điện thoại Việt Nam hợp lệ.")
    return f"+84{number}"


def phone_display(text: str) -> str:
    """Return the number in the grouping people read: "02053.716.910", "0912.345.678".

    Short and service numbers, and what is no telephone number, are returned as they were typed.
    """
    number = _significant(text)
    if number is None or _SERVICE.fullmatch(number):
        return compose(text).strip()
    national = f"0{number}"
    if national.startswith(("024", "028")):  # Hà Nội, TP. Hồ Chí Minh: eight-digit subscribers
        return f"{national[:3]}.{national[3:7]}.{national[7:]}"
    if len(national) >= 10:
        return f"{national[:-6]}.{national[-6:-3]}.{national[-3:]}"
    return f"{national[:3]}.{national[3:]}"


def phone_href(text: str) -> str:
    """Return a link that dials: "tel:+842053716910", or "tel:113" for numbers without +84.

    Raises ValueError like ``phone_e164``.
    """
    digits = _PUNCTUATION.sub("", compose(text))
    if _is_ascii_digits(digits) and (_SHORT.fullmatch(digits) or _SERVICE.fullmatch(digits)):
        return f"tel:{digits}"
    return f"tel:{phone_e164(text)}"


def phone_dialled(text: str) -> str:
    """Return what a machine dials: "+842053716910", "113", or "" when there is no number.

    Raises ValueError like ``phone_e164``.
    """
    return phone_href(text).removeprefix("tel:") if text else ""


def _significant(text: str) -> str | None:
    """Return the digits after the 0 or +84, or None when this is no Vietnamese number."""
    compact = _PUNCTUATION.sub("", compose(text))
    if not _is_ascii_digits(compact.removeprefix("+")):
        return None
    if _SERVICE.fullmatch(compact):
        return compact
    country = _COUNTRY.match(compact)
    if country is None and not compact.startswith("0"):
        return None
    number = compact[country.end() :] if country else compact[1:]
    if _NATIONAL.fullmatch(number) or (country and _SERVICE.fullmatch(number)):
        return number
    return None


def _is_ascii_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
