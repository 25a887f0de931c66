"""The kinds of things that a search finds, and which page type is of which kind.

Types are named by "app_label.model" and not imported: most of them live in rooms beside this one.
"""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


@dataclass(frozen=True)
class ResultKind:
    """`key` stands in addresses and in the index. `is_dated`: the day of publication says something."""

    key: str
    label: str | Promise
    is_dated: bool = False


NEWS: Final = ResultKind("tin-bai", _("Tin bài"), is_dated=True)
LEGAL_EDUCATION: Final = ResultKind("giao-duc-phap-luat", _("Phổ biến pháp luật"), is_dated=True)
NOTICE: Final = ResultKind("thong-bao", _("Thông báo"), is_dated=True)
UNIT: Final = ResultKind("don-vi", _("Đơn vị"))
DOCUMENT: Final = ResultKind("van-ban", _("Văn bản"), is_dated=True)
PAGE: Final = ResultKind("trang", _("Trang nội dung"))

KINDS: Final = (NEWS, LEGAL_EDUCATION, NOTICE, DOCUMENT, UNIT, PAGE)

KIND_OF_TYPE: Final[dict[str, ResultKind]] = {
    "news.newspage": NEWS,
    "notices.noticepage": NOTICE,
    "legal_education.legaleducationpage": LEGAL_EDUCATION,
    "registry.officialdocumentpage": DOCUMENT,
    "home.homepage": UNIT,
    "subsites.unithomepage": UNIT,
    "subsites.unitdirectorypage": UNIT,
}


def kind_of(page: Page) -> ResultKind:
    """The kind of a specific page; a type that is not listed is simply a page."""
    return KIND_OF_TYPE.get(page._meta.label_lower, PAGE)


def kind_by_key(key: str) -> ResultKind | None:
    return next((kind for kind in KINDS if kind.key == key), None)
