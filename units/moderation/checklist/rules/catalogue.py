"""The rules of the check list: one line each in `CHECK_RULES`, one function each above it.

A rule reads an `Item` and answers with places: `pictures_without_alt` gives one for each picture that has
neither an alternative text nor the mark "decorative". `CHECK_RULES` says how bad that is and what the person
is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from portal.core.text import looks_like_filename

from .decrees import lapsed_in
from .items import Item, Place, Where
from .people import exposed_people, private_numbers
from .wording import doubled, shouted

MAX_LEAD_WORDS: Final = 60
_EXCERPT: Final = 120


class Severity(StrEnum):
    """An error stops the submission; a warning asks for a tick."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class CheckRule:
    """One question that every item is asked."""

    key: str
    severity: Severity
    message: StrOrPromise  # what is wrong and what to do
    find: Callable[[Item], Iterator[Place]]


@dataclass(frozen=True)
class Finding:
    """One thing to mend or to confirm."""

    key: str
    severity: Severity
    message: str
    where: Where
    excerpt: str = ""

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


def pictures_without_alt(item: Item) -> Iterator[Place]:
    for picture in item.pictures:
        if not picture.is_decorative and not picture.alt.strip():
            yield Place(picture.where)


def alts_that_are_file_names(item: Item) -> Iterator[Place]:
    for picture in item.pictures:
        if not picture.is_decorative and looks_like_filename(picture.alt):
            yield Place(picture.where, picture.alt)


def missing_parts(item: Item) -> Iterator[Place]:
    for part in item.missing:
        yield Place(part.where, part.text)


def missing_lead(item: Item) -> Iterator[Place]:
    if item.lead is not None and not item.lead.strip():
        yield Place(Where("lead"))


def long_lead(item: Item) -> Iterator[Place]:
    # A dash between two words is no word.
    words = [word for word in (item.lead or "").split() if any(map(str.isalnum, word))]
    if len(words) > MAX_LEAD_WORDS:
        yield Place(Where("lead"), " ".join(words[MAX_LEAD_WORDS:]))


def pictures_without_caption(item: Item) -> Iterator[Place]:
    for picture in item.pictures:
        if not picture.is_decorative and not picture.caption.strip():
            yield Place(picture.where, picture.alt)


def pictures_without_credit(item: Item) -> Iterator[Place]:
    for picture in item.pictures:
        if not picture.is_decorative and not picture.credit.strip():
            yield Place(picture.where, picture.caption or picture.alt)


def headings_out_of_order(item: Item) -> Iterator[Place]:
    """A small heading needs a large one above it; the title is level 1."""
    above = 1
    for mark in item.headings:
        if mark.level > above + 1:
            yield Place(mark.where, mark.text)
        above = mark.level


def bold_lines_as_headings(item: Item) -> Iterator[Place]:
    for line in item.bold_lines:
        yield Place(line.where, line.text)


def dead_links(item: Item) -> Iterator[Place]:
    for link in item.links:
        if link.is_dead:
            yield Place(link.where, link.label)


def lapsed_decrees(item: Item) -> Iterator[Place]:
    today = timezone.localdate()
    for text in item.texts:
        for law, words in lapsed_in(text.text, item.lapsed_laws, today):
            yield Place(text.where, f"{words} → {law.successor}" if law.successor else words)


def words_in_capitals(item: Item) -> Iterator[Place]:
    for text in item.texts:
        for words in shouted(text.text):
            yield Place(text.where, words)


def identity_numbers(item: Item) -> Iterator[Place]:
    yield from _numbers(item, "identity")


def telephone_numbers(item: Item) -> Iterator[Place]:
    yield from _numbers(item, "phone")


def _numbers(item: Item, kind: str) -> Iterator[Place]:
    for text in item.texts:
        for found, number in private_numbers(text.text, item.public_numbers):
            if found == kind:
                yield Place(text.where, number)


def names_near_roles(item: Item) -> Iterator[Place]:
    today = timezone.localdate()
    for text in item.texts:
        for words in exposed_people(text.text, today):
            yield Place(text.where, words)


def doubled_words(item: Item) -> Iterator[Place]:
    for text in item.texts:
        for words in doubled(text.text):
            yield Place(text.where, words)


CHECK_RULES: Final[tuple[CheckRule, ...]] = (
    CheckRule(
        "part_missing",
        Severity.ERROR,
        _("Phần bắt buộc còn thiếu hoặc chưa đúng. Hãy điền cho đủ."),
        missing_parts,
    ),
    CheckRule(
        "alt_missing",
        Severity.ERROR,
        _("Ảnh chưa có văn bản thay thế. Hãy viết một câu tả ảnh cho người không nhìn thấy."),
        pictures_without_alt,
    ),
    CheckRule(
        "alt_filename",
        Severity.ERROR,
        _("Văn bản thay thế của ảnh là tên tệp. Hãy thay bằng một câu tả ảnh."),
        alts_that_are_file_names,
    ),
    CheckRule("lead_missing", Severity.ERROR, _("Tin chưa có lời dẫn (sapô)."), missing_lead),
    CheckRule(
        "lead_long",
        Severity.WARNING,
        _("Lời dẫn dài hơn 60 từ. Hãy rút gọn còn một, hai câu nói điều chính."),
        long_lead,
    ),
    CheckRule(
        "caption_missing",
        Severity.WARNING,
        _("Ảnh chưa có chú thích. Hãy ghi sự việc, nơi và thời gian trong ảnh."),
        pictures_without_caption,
    ),
    CheckRule(
        "credit_missing",
        Severity.WARNING,
        _("Ảnh chưa ghi tác giả hoặc nguồn."),
        pictures_without_credit,
    ),
    CheckRule(
        "heading_order",
        Severity.ERROR,
        _("Đề mục nhỏ đứng khi chưa có đề mục lớn ở trên. Hãy đổi thành đề mục lớn."),
        headings_out_of_order,
    ),
    CheckRule(
        "heading_bold",
        Severity.WARNING,
        _("Dòng chữ đậm này có vẻ là đề mục. Hãy dùng khối “Đề mục” để mọi người đều nhận ra."),
        bold_lines_as_headings,
    ),
    CheckRule(
        "link_dead",
        Severity.ERROR,
        _("Liên kết tới trang hoặc tài liệu đã bị xóa hay chưa được xuất bản."),
        dead_links,
    ),
    CheckRule(
        "decree_lapsed",
        Severity.WARNING,
        _("Văn bản được viện dẫn đã hết hiệu lực. Hãy viện dẫn văn bản thay thế."),
        lapsed_decrees,
    ),
    CheckRule(
        "capitals",
        Severity.WARNING,
        _("Chữ viết hoa toàn bộ khó đọc. Hãy viết thường, chỉ viết hoa chữ đầu và tên riêng."),
        words_in_capitals,
    ),
    CheckRule(
        "identity_number",
        Severity.ERROR,
        _(
            "Có số căn cước, chứng minh nhân dân hoặc hộ chiếu. Hãy bỏ số này: đó là dữ liệu cá nhân."
        ),
        identity_numbers,
    ),
    CheckRule(
        "telephone",
        Severity.WARNING,
        _(
            "Có số điện thoại không phải số công khai của đơn vị. Chỉ giữ lại nếu được phép công khai."
        ),
        telephone_numbers,
    ),
    CheckRule(
        "name_near_role",
        Severity.WARNING,
        _(
            "Họ tên đứng cạnh “bị can”, “bị cáo”, “nạn nhân” hoặc người dưới 18 tuổi. Hãy viết tắt tên "
            "nếu không thật cần: dữ liệu cá nhân phải được bảo vệ, và người chưa bị kết tội bằng bản án "
            "có hiệu lực được coi là không có tội."
        ),
        names_near_roles,
    ),
    CheckRule("doubled", Severity.WARNING, _("Từ ngữ bị lặp lại."), doubled_words),
)


def findings_in(item: Item) -> list[Finding]:
    """Everything the rules say about an item: errors first, then in the order of the text."""
    item = item.composed()
    findings = [
        Finding(
            rule.key,
            rule.severity,
            str(rule.message),
            place.where,
            Truncator(place.excerpt).chars(_EXCERPT),
        )
        for rule in CHECK_RULES
        for place in rule.find(item)
    ]
    return sorted(dict.fromkeys(findings), key=_order)


_FIELDS: Final = ("title", "lead", "lead_image", "body")


def _order(finding: Finding) -> tuple[bool, int, int]:
    place = finding.where
    known = _FIELDS.index(place.field) if place.field in _FIELDS else len(_FIELDS)
    return (not finding.is_error, known, -1 if place.index is None else place.index)
