"""Numbers, dates and times as Vietnamese readers write them; all Arabic digits, 24-hour clock."""

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

VIETNAM: Final = ZoneInfo("Asia/Ho_Chi_Minh")
NO_VALUE: Final = "–"
_SWAP_SEPARATORS: Final = str.maketrans(",.", ".,")
_WEEKDAYS: Final = (
    "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật",
)  # fmt: skip

Number = int | float | Decimal
Day = TypeVar("Day", date, datetime)


def format_number(value: Number, decimals: int | None = None) -> str:
    """Return "9.608.758" or, with decimals, "1.234,5".

    ``decimals`` rounds half up to that many places; ``None`` keeps the places the value has.
    A value that is no finite number becomes a dash.
    """
    number = _decimal(value)
    if not number.is_finite():
        return NO_VALUE
    if decimals is not None:
        number = _rounded(number, decimals)
    if number.is_zero():
        number = abs(number)  # no "-0"
    places = "" if decimals is None else f".{decimals}"
    return f"{number:,{places}f}".translate(_SWAP_SEPARATORS)


def format_percent(part: Number, whole: Number) -> str:
    """Return "81,25%" for 78 of 96: at most two decimals, and none that say nothing ("50%").

    A share of nothing is no number: a dash.
    """
    share_of, total = _decimal(part), _decimal(whole)
    if not share_of.is_finite() or not total.is_finite() or not total:
        return NO_VALUE
    share = _rounded(share_of / total * 100, 2)
    places = next((n for n in (0, 1) if share == _rounded(share, n)), 2)
    return f"{format_number(share, places)}%"


def format_date(value: date) -> str:
    """Return "24/11/2026"; an aware datetime gives its day in Viet Nam."""
    value = _local(value)
    return f"{value.day:02}/{value.month:02}/{value.year:04}"


def format_time(value: datetime | time) -> str:
    """Return "15:45"; an aware datetime is shown in Vietnamese time."""
    value = _local(value) if isinstance(value, datetime) else value
    return f"{value.hour:02}:{value.minute:02}"


def format_datetime(value: datetime) -> str:
    """Return "15:45 24/11/2026"; an aware datetime is shown in Vietnamese time."""
    return f"{format_time(value)} {format_date(value)}"


def format_date_long(value: date) -> str:
    """Return "Thứ Ba, ngày 24 tháng 11 năm 2026".

    Decree 30/2020/NĐ-CP, Annex I: days below 10 and the months 1 and 2 take a leading zero, the
    other months do not.
    """
    value = _local(value)
    month = f"{value.month:02}" if value.month < 3 else str(value.month)
    weekday = _WEEKDAYS[value.weekday()]
    return f"{weekday}, ngày {value.day:02} tháng {month} năm {value.year}"


def _local(value: Day) -> Day:
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(VIETNAM)
    return value


def _decimal(value: Number) -> Decimal:
    # By way of its shortest text: Decimal(0.1) would carry the binary error into the page.
    return Decimal(str(value)) if isinstance(value, float) else Decimal(value)


def _rounded(number: Decimal, places: int) -> Decimal:
    # Decimal.quantize() fails above 28 digits; round() and format() do not round half up.
    scaled = number.scaleb(places)
    return scaled.to_integral_value(ROUND_HALF_UP).scaleb(-places)
