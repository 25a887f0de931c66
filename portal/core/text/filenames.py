"""Recognise file names where a description is wanted, such as the alternative text of a picture."""

import re
from typing import Final

from .compose import compose
from .folding import words

_EXTENSION: Final = re.compile(
    r"\.(?:jpe?g|jfif|png|gif|webp|avif|heic|heif|bmp|tiff?|svg|raw|cr2|nef|psd|ai|"
    r"pdf|docx?|xlsx?|pptx?|rtf|odt|ods|odp|txt|csv|zip|rar|7z|mp3|m4a|wav|mp4|mov|avi|mkv|webm)$",
    re.IGNORECASE,
)
# What cameras, telephones, scanners and chat programs name their files. After the prefix come
# digits and separators, and at most a short tail ("_Pro", "-edited", " (2)").
_GENERATED: Final = re.compile(
    r"(?:_?img|dsc[nf]?|_dsc|pxl|mvimg|dji|gopr|cap|vid|video|mov|win|wp|scan|sam|image|images|"
    r"picture|photo|hinh|anh|tai ?xuong|download|unnamed|untitled|khong ten|fb_img|received|"
    r"zalo|snapseed|inshot|ava|avatar|banner|logo|file|document)"
    r"[ _-]*[(]?\d[\d _().-]*(?:(?<! )[a-z]{1,12}[\d_-]{0,6}){0,3}",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"untitled|unnamed|images?|download|noname", re.IGNORECASE)
_CAPTURE: Final = re.compile(
    r"(?:screen ?shot|screen recording|whatsapp (?:image|video)|viber image|"
    r"ảnh (?:chụp )?màn hình|anh (?:chup )?man hinh)[ _-]*\d.*",
    re.IGNORECASE,
)
_ZALO: Final = re.compile(r"z\d{4,}[0-9a-z_-]*", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d[\d_.\-]{3,}[\d_\-](?:_[a-z]{1,2})?", re.IGNORECASE)
_DATE_OR_NUMBER: Final = re.compile(
    r"\d{1,2}[.-]\d{1,2}[.-]\d{2,4}|\d{4}(?:-\d{1,2}){1,2}|\d{4}-\d{4}|\d{1,3}(?:\.\d{3})+|"
    r"0\d{2,4}(?:[.-]\d{3,4}){1,2}"
)
_HASH: Final = re.compile(r"(?=[a-f]*\d)[0-9a-f]{16,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SEPARATED: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){2,}|\w+_\w[\w-]*")

_MENTIONS: Final = frozenset(("tep", "file", "tap"))  # "tệp", "tập tin": a sentence about a file
_SENTENCE: Final = re.compile(r"[,;:!?…“”\"]|\.\s")
_MAX_WORDS: Final = 10
_MAX_LENGTH: Final = 255  # what file systems allow


def looks_like_filename(text: str) -> bool:
    """Whether ``text`` as a whole is a file name rather than words for a reader.

    Works by rules of thumb: fit for a warning to an editor, not for deciding anything else.
    """
    name = compose(text).strip()
    if not name or len(name) > _MAX_LENGTH:
        return False
    if _EXTENSION.search(name):
        return _is_file_with_extension(name)
    if any(pattern.fullmatch(name) for pattern in (_BARE, _GENERATED, _CAPTURE, _ZALO)):
        return True
    if " " in name:
        return False
    if _DIGITS.fullmatch(name):
        return not _DATE_OR_NUMBER.fullmatch(name)
    return bool(_HASH.fullmatch(name.lower()) or _SEPARATED.fullmatch(name))


def _is_file_with_extension(name: str) -> bool:
    if " " not in name:
        return True
    parts = words(name)
    return len(parts) <= _MAX_WORDS and not _SENTENCE.search(name) and _MENTIONS.isdisjoint(parts)
