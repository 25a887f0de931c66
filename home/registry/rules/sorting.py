"""Where a document stands among others of its register.

number_in("173/QĐ-VKS")   (173, "")
number_in("12a/TB-VKS")   (12, "a"), after 12 and before 13
number_in("Không số")     (0, ""), what is no symbol comes first
"""

from __future__ import annotations

from typing import Final

from home.laws.rules.symbols import parse_symbol

_MOST: Final = 999_999


def number_in(typed: str) -> tuple[int, str]:
    """Number and suffix of a symbol."""
    symbol = parse_symbol(typed)
    return (min(symbol.number, _MOST), symbol.suffix) if symbol else (0, "")
