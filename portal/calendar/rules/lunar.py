"""The Vietnamese lunisolar calendar, reckoned at UTC+7; dates alone.

A month begins on the day of the new moon. The month that holds the winter solstice is the eleventh; when
thirteen months lie between two of them, the first one in which the sun enters no new sign is the leap
month and repeats the number before it. China reckons the same at UTC+8, so that some years differ (Tết
2007, Tết 2030). Positions follow the series in Jean Meeus, "Astronomical Algorithms", chapters 25 and 49.
Good from 1968, when Vietnam went over to UTC+7, to 2099.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from math import floor, pi, sin

ZONE = timedelta(hours=7)
FIRST_YEAR, LAST_YEAR = 1968, 2099
_J2000 = 2451545.0
_J2000_MOMENT = datetime(2000, 1, 1, 12)
_SYNODIC_MONTH = 29.530588861
_SIGN = 30
_WINTER_SOLSTICE_MONTH = 11

# Coefficient in days; multiples of the sun's anomaly, the moon's anomaly and the moon's argument of
# latitude; the power of the factor for the flattening of the earth's orbit.
_NEW_MOON_TERMS = (
    (-0.40720, 0, 1, 0, 0),
    (0.17241, 1, 0, 0, 1),
    (0.01608, 0, 2, 0, 0),
    (0.01039, 0, 0, 2, 0),
    (0.00739, -1, 1, 0, 1),
    (-0.00514, 1, 1, 0, 1),
    (0.00208, 2, 0, 0, 2),
    (-0.00111, 0, 1, -2, 0),
    (-0.00057, 0, 1, 2, 0),
    (0.00056, 1, 2, 0, 1),
    (-0.00042, 0, 3, 0, 0),
    (0.00042, 1, 0, 2, 1),
    (0.00038, 1, 0, -2, 1),
    (-0.00024, -1, 2, 0, 1),
    (-0.00007, 2, 1, 0, 0),
    (0.00004, 0, 2, -2, 0),
    (0.00004, 3, 0, 0, 0),
    (0.00003, 1, 1, -2, 0),
    (0.00003, 0, 2, 2, 0),
    (-0.00003, 1, 1, 2, 0),
    (0.00003, -1, 1, 2, 0),
    (-0.00002, -1, 1, -2, 0),
    (-0.00002, 1, 3, 0, 0),
    (0.00002, 0, 4, 0, 0),
)
# Pull of the planets: coefficient in days, angle at 2000 and its change per month, in degrees.
_PLANETARY_TERMS = (
    (0.000325, 299.77, 0.107408),
    (0.000165, 251.88, 0.016321),
    (0.000164, 251.83, 26.651886),
    (0.000126, 349.42, 36.412478),
    (0.000110, 84.66, 18.206239),
    (0.000062, 141.74, 53.303771),
    (0.000060, 207.14, 2.453732),
    (0.000056, 154.84, 7.306860),
    (0.000047, 34.52, 27.261239),
    (0.000042, 207.19, 0.121824),
    (0.000040, 291.34, 1.844379),
    (0.000037, 161.72, 24.198154),
    (0.000035, 239.56, 25.513099),
    (0.000023, 331.55, 3.592518),
)


@dataclass(frozen=True, order=True)
class LunarDate:
    """A day of the lunar calendar; a leap month follows the plain month of its number."""

    year: int
    month: int
    leap: bool
    day: int


@dataclass(frozen=True)
class _Month:
    first: date
    year: int
    number: int
    leap: bool


def lunar_date(day: date) -> LunarDate:
    """The day in the lunar calendar. Raises ValueError outside 1968–2099."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"no lunar date for {day}: outside {FIRST_YEAR}–{LAST_YEAR}")
    months = [*_months(day.year), *_months(day.year + 1)]
    month = max((m for m in months if m.first <= day), key=lambda m: m.first)
    return LunarDate(month.year, month.number, month.leap, (day - month.first).days + 1)


def solar_date(lunar: LunarDate) -> date:
    """The day on which a lunar date falls. Raises ValueError when there is no such day."""
    months = [*_months(lunar.year), *_months(lunar.year + 1)]
    for month in months:
        if (month.year, month.number, month.leap) == (lunar.year, lunar.month, lunar.leap):
            day = month.first + timedelta(days=lunar.day - 1)
            if lunar.day >= 1 and lunar_date(day) == lunar:
                return day
    raise ValueError(f"there is no lunar day {lunar}")


def new_year(year: int) -> date:
    """The first day of Tết in that year."""
    return solar_date(LunarDate(year, 1, False, 1))


@lru_cache(maxsize=512)
def _months(year: int) -> tuple[_Month, ...]:
    """The months from the eleventh of the year before to the tenth of `year`."""
    first, last = _solstice_month(year - 1), _solstice_month(year)
    starts = [_new_moon_day(index) for index in range(first, last + 1)]
    leap = _leap_position(starts) if last - first == 13 else None
    months, number = [], _WINTER_SOLSTICE_MONTH
    for position, start in enumerate(starts[:-1]):
        is_leap = position == leap
        if position and not is_leap:
            number = number % 12 + 1
        own_year = year - 1 if number >= _WINTER_SOLSTICE_MONTH and position < 3 else year
        months.append(_Month(start, own_year, number, is_leap))
    return tuple(months)


def _leap_position(starts: list[date]) -> int:
    """Of thirteen months, the first in which the sun enters no sign."""
    signs = [_sign(start) for start in starts]
    return next(i for i in range(1, 13) if signs[i] == signs[i + 1])


def _solstice_month(year: int) -> int:
    """Index of the new moon that begins the month with that year's winter solstice."""
    end = date(year, 12, 31)
    index = round((end - _J2000_MOMENT.date()).days / _SYNODIC_MONTH) + 1
    while _new_moon_day(index) > end:
        index -= 1
    # The sun is in the sign that the solstice opens before this month starts: the month before has it.
    return index - 1 if _sign(_new_moon_day(index)) >= 270 // _SIGN else index


def _sign(day: date) -> int:
    """Which twelfth of its way the sun is in when the day begins in Vietnam."""
    midnight = datetime.combine(day, datetime.min.time()) - ZONE
    return floor(_sun_longitude(midnight) / _SIGN)


def _sun_longitude(moment: datetime) -> float:
    """Apparent longitude of the sun in degrees, 0 to 360; right to a hundredth."""
    days = (moment - _J2000_MOMENT) / timedelta(days=1) + _delta_t(moment.year)
    t = days / 36525
    mean = 280.46646 + 36000.76983 * t + 0.0003032 * t**2
    anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t**2
    centre = (
        (1.914602 - 0.004817 * t - 0.000014 * t**2) * _sin(anomaly)
        + (0.019993 - 0.000101 * t) * _sin(2 * anomaly)
        + 0.000289 * _sin(3 * anomaly)
    )
    node = 125.04 - 1934.136 * t
    return (mean + centre - 0.00569 - 0.00478 * _sin(node)) % 360


@lru_cache(maxsize=4096)
def _new_moon_day(index: int) -> date:
    return (_new_moon(index) + ZONE).date()


def _new_moon(index: int) -> datetime:
    """The moment (UTC) of a new moon; number 0 is that of 6 January 2000."""
    t = index / 1236.85
    mean = 2451550.09766 + _SYNODIC_MONTH * index + 0.00015437 * t**2 - 0.00000015 * t**3
    flattening = 1 - 0.002516 * t - 0.0000074 * t**2
    sun = 2.5534 + 29.10535670 * index - 0.0000014 * t**2
    moon = 201.5643 + 385.81693528 * index + 0.0107582 * t**2 + 0.00001238 * t**3
    latitude = 160.7108 + 390.67050284 * index - 0.0016118 * t**2 - 0.00000227 * t**3
    node = 124.7746 - 1.56375588 * index + 0.0020672 * t**2
    days = mean - 0.00017 * _sin(node)
    for size, of_sun, of_moon, of_latitude, power in _NEW_MOON_TERMS:
        angle = of_sun * sun + of_moon * moon + of_latitude * latitude
        days += size * flattening**power * _sin(angle)
    for size, start, change in _PLANETARY_TERMS:
        days += size * _sin(start + change * index)
    moment = _J2000_MOMENT + timedelta(days=days - _J2000)
    return moment - timedelta(days=_delta_t(moment.year))


def _delta_t(year: int) -> float:
    """How far the steady clock of the series is ahead of the earth's turning, in days."""
    since = year - 2000
    return (62.92 + 0.32217 * since + 0.005589 * since**2) / 86400


def _sin(degrees: float) -> float:
    return sin(degrees * pi / 180)
