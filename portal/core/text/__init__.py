"""Vietnamese text: composing, folding, sorting, addresses and the formats people read.

Pure functions over strings and dates, with no Django import: any layer may use them.
"""

from .compose import compose
from .excerpts import excerpt
from .filenames import looks_like_filename
from .folding import fold, normalize_marks, words
from .formats import (
    format_date,
    format_date_long,
    format_datetime,
    format_number,
    format_percent,
    format_time,
)
from .markup import strip_html
from .phone import phone_dialled, phone_display, phone_e164, phone_href
from .slugs import slugify
from .sorting import person_sort_key, person_sort_key_text, sort_key, sort_key_text

__all__ = [
    "compose",
    "excerpt",
    "fold",
    "format_date",
    "format_date_long",
    "format_datetime",
    "format_number",
    "format_percent",
    "format_time",
    "looks_like_filename",
    "normalize_marks",
    "person_sort_key",
    "person_sort_key_text",
    "phone_dialled",
    "phone_display",
    "phone_e164",
    "phone_href",
    "slugify",
    "sort_key",
    "sort_key_text",
    "strip_html",
    "words",
]
