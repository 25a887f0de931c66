"""The index: what can be found, in the forms it is compared in."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from search.querysets import IndexEntryQuerySet


class IndexEntry(models.Model):
    """The public text of one published page.

    The folded forms are for finding, the marked forms for ranking; each is padded with one space at
    both ends, so that " word" finds a beginning and " word " a whole word. Long columns stand last:
    SQLite reads a row from its start only as far as it must.
    """

    page = models.OneToOneField(
        "wagtailcore.Page", models.CASCADE, related_name="search_entry", verbose_name=_("trang")
    )
    kind = models.CharField(_("loại"), max_length=20)
    published_at = models.DateTimeField(_("đăng lúc"), null=True)
    title_folded = models.TextField(_("tiêu đề không dấu"))
    title_marks = models.TextField(_("tiêu đề có dấu"))
    title = models.TextField(_("tiêu đề"))
    body_folded = models.TextField(_("nội dung không dấu"))
    body_marks = models.TextField(_("nội dung có dấu"))
    body = models.TextField(_("nội dung"))

    objects: ClassVar[IndexEntryQuerySet] = IndexEntryQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("mục tìm kiếm")
        verbose_name_plural = _("chỉ mục tìm kiếm")

    def __str__(self) -> str:
        return self.title
