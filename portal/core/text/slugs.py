"""Page addresses from Vietnamese titles; ``static/core/js/slug.js`` follows the same rules."""

import re
import unicodedata

from anyascii import anyascii

from .compose import compose
from .latin import PLAIN_LETTERS, without_marks

_SEPARATORS = re.compile(r"[^a-z0-9]+")
_PLAIN = str.maketrans({**PLAIN_LETTERS, "\u2044": "/"})  # "½" decomposes with U+2044
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_NOT_ALPHANUMERIC = re.compile(r"[^A-Za-z0-9]+")


def slugify(text: str, max_length: int = 100) -> str:
    """Return the address part for ``text``: ``[a-z0-9]`` words joined by single hyphens.

    Django's own ``slugify`` loses đ, because Unicode does not decompose it, and glues together
    the parts of a document symbol ("173/QĐ-VKS"). Other scripts are transliterated; the result is
    empty only when no letter or digit is left. A slug that is too long ends after a whole word,
    unless its first word alone is longer than ``max_length``.
    """
    ascii_text = "".join(map(_ascii, compose(text))).lower()
    return _shorten(_SEPARATORS.sub("-", ascii_text).strip("-"), max_length)


def _ascii(char: str) -> str:
    if char.isascii():
        return char
    if char in PLAIN_LETTERS:
        return PLAIN_LETTERS[char]
    plain = without_marks(unicodedata.normalize("NFKD", char)).translate(_PLAIN)
    if ascii_part := _NOT_ASCII.sub("", plain):
        return ascii_part
    if "\u0300" <= char <= "\u036f":  # a mark that could not be composed
        return ""
    if unicodedata.category(char)[0] in "LNM":
        # Letters only: transliterated emoji and symbols would put English words into the address.
        return _NOT_ALPHANUMERIC.sub("", anyascii(char))
    return " "


def _shorten(slug: str, max_length: int) -> str:
    if len(slug) <= max_length:
        return slug
    cut = slug[: max(max_length, 0)]
    if slug[len(cut)] != "-" and "-" in cut:
        cut = cut.rpartition("-")[0]
    return cut.strip("-")
