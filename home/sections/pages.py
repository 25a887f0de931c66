"""The first page of a site, whichever site it is."""

from __future__ import annotations

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Page

from portal.core.addresses import canonical_url
from portal.core.page_views import ViewedPage
from portal.core.pages import BasePage, Metadata
from portal.core.sharing import share_picture
from portal.media.illustrated import picture_field
from units.frame.frames import frame_for_page


class SiteHomePage(ViewedPage):
    """The first page of a site; it gathers, and holds little content of its own."""

    banner_image = picture_field(
        _("ảnh banner"), _("Ảnh ngang, chỉ để trang trí: không đặt chữ trong ảnh.")
    )
    banner_text = models.CharField(_("lời trên banner"), max_length=160, blank=True)
    lead_story = models.ForeignKey(
        "news.NewsPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("tin nổi bật"),
        help_text=_("Để trống thì tin mới nhất đứng đầu."),
    )

    education_topic = models.ForeignKey(
        "news.Topic",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("chủ đề của mục giáo dục pháp luật"),
        help_text=_("Tin mới nhất của chủ đề này đứng ở mục Phổ biến, giáo dục pháp luật."),
    )

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("banner_image"), FieldPanel("banner_text")], heading=_("Banner")
        ),
        PageChooserPanel("lead_story"),
        FieldPanel("education_topic"),
    ]

    class Meta:
        abstract = True

    def child_url(self, model: type[BasePage], request: HttpRequest) -> str:
        """Address of the site's own page of that type, "" when it has none."""
        index = next((page for page in self._shown_children if page.specific_class is model), None)
        return canonical_url(index, request) if index else ""

    @cached_property
    def _shown_children(self) -> list[Page]:
        return list(Page.objects.child_of(self).live().order_by("path"))

    def get_meta(self, request: HttpRequest) -> Metadata:
        meta = super().get_meta(request)
        unit = frame_for_page(self, request).unit
        meta.title = self.seo_title or (unit.name if unit else self.title)
        meta.image_url = share_picture(self.banner_image, meta.canonical_url)
        return meta
