"""Pictures from outside, judged by their first bytes before a decoder takes memory for them."""

from .headers import Header, PictureKind, kind_of, read_header
from .judging import MOST_BYTES, UNREADABLE, judge_header, judge_picture, opened, prove_whole
from .refusals import PictureRefused

__all__ = [
    "MOST_BYTES",
    "UNREADABLE",
    "Header",
    "PictureKind",
    "PictureRefused",
    "judge_header",
    "judge_picture",
    "kind_of",
    "opened",
    "prove_whole",
    "read_header",
]
