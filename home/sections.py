"""What the province's home page and a unit's have in common.

Stands between the rooms whose content it gathers (news, notices, events, links) and the two home page
types above it, `home.HomePage` and `subsites.UnitHomePage`.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.routable_page.models import path
from wagtail.models import Page

from events.upcoming import next_reception, week_schedule
from home.legal_education.listing import latest_of_site
from home.legal_education.models import LegalEducationIndexPage
from home.navigation.services import linked_groups
from home.news.feeds import SiteFeed
from home.news.filters import NewsFilters
from home.news.models import NewsIndexPage, NewsPage, Topic
from home.news.presentation import label_units
from home.news.querysets import NewsPageQuerySet
from home.notices.models import NoticeIndexPage, NoticePage
from portal.core.addresses import absolute_url, canonical_url
from portal.core.page_views import ViewedPage
from portal.core.pages import BasePage, Metadata
from portal.core.sharing import LOGO, absolute_static, share_picture
from portal.core.text import phone_dialled
from units.frame.frames import Frame, frame_for_page
from units.models import Unit

LATEST = 8
NOTICES = 5
EDUCATION = 4


class SiteHomePage(ViewedPage):
    """The first page of a site; it gathers, and holds little content of its own."""

    banner_image = models.ForeignKey(
        "media.PortalImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ảnh banner"),
        help_text=_("Ảnh ngang, chỉ để trang trí: không đặt chữ trong ảnh."),
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

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponseBase:
        return SiteFeed(frame_for_page(self, request))(request)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        frame, today = frame_for_page(self, request), timezone.localdate()
        context.update(self._news(frame, request))
        if frame.unit is not None:
            notices = NoticePage.objects.shown().directly_of(frame.unit).current_on(today)
            context["notices"] = list(notices.important_first()[:NOTICES])
        context["week_schedule"] = week_schedule(frame.unit, today)
        context["next_reception"] = next_reception(frame.unit, today)
        context["notices_url"] = self._child_url(NoticeIndexPage, request)
        context["linked_groups"] = linked_groups(frame.unit)
        context["meta"].feed_url = frame.feed_url
        return context

    def _news(self, frame: Frame, request: HttpRequest) -> dict[str, Any]:
        filters = NewsFilters(request, frame, NewsPage.objects.all(), Topic.objects.none())
        items = filters.all_items.select_related("lead_image")
        latest = list(items.newest_first()[: LATEST + 1])
        chosen = items.filter(pk=self.lead_story_id).first() if self.lead_story_id else None
        lead = chosen or (latest[0] if latest else None)
        latest = [item for item in latest if item != lead][:LATEST]
        label_units([*latest, *([lead] if lead else [])], request)
        news_url = self._child_url(NewsIndexPage, request)
        shown = [item.pk for item in [*latest, *([lead] if lead else [])]]
        return {
            "lead": lead,
            "latest": latest,
            "news_url": news_url,
            **(
                self._legal_education(frame, request)
                or self._education_news(items.exclude(pk__in=shown), news_url, request)
            ),
        }

    def _legal_education(self, frame: Frame, request: HttpRequest) -> dict[str, Any]:
        """The newest items of legal education; {} for a site that has none yet."""
        items = latest_of_site(frame, request, EDUCATION)
        if not items:
            return {}
        url = self._child_url(LegalEducationIndexPage, request)
        return {"legal_education": items, "legal_education_url": url}

    def _education_news(
        self, items: NewsPageQuerySet, news_url: str, request: HttpRequest
    ) -> dict[str, Any]:
        """News of the chosen topic stand in until the site has items of legal education."""
        topic = self.education_topic
        if topic is None:
            return {"legal_education": [], "legal_education_url": ""}
        education = list(items.about(topic.slug).newest_first()[:EDUCATION])
        label_units(education, request)
        url = f"{news_url}?chu-de={topic.slug}" if news_url else ""
        return {"legal_education": education, "legal_education_url": url}

    def _child_url(self, model: type[BasePage], request: HttpRequest) -> str:
        """Address of the site's own page of that type, "" when it has none."""
        index = next((page for page in self._children if page.specific_class is model), None)
        return canonical_url(index, request) if index else ""

    @cached_property
    def _children(self) -> list[Page]:
        return list(Page.objects.child_of(self).live().order_by("path"))

    def get_meta(self, request: HttpRequest) -> Metadata:
        meta = super().get_meta(request)
        unit = frame_for_page(self, request).unit
        meta.title = self.seo_title or (unit.name if unit else self.title)
        meta.image_url = share_picture(self.banner_image, meta.canonical_url)
        return meta

    def get_json_ld(self, request: HttpRequest) -> dict[str, Any]:
        data = super().get_json_ld(request)
        unit = frame_for_page(self, request).unit
        if unit is not None:
            data["@graph"].append(government_organization(unit, absolute_url(self, request)))
        return data


def government_organization(unit: Unit, address: str) -> dict[str, Any]:
    """schema.org/GovernmentOrganization; what is not known is left out."""
    known = {
        "name": unit.name,
        "alternateName": unit.short_name,
        "url": address,
        "logo": absolute_static(LOGO, address),
        "telephone": phone_dialled(unit.telephone or unit.hotline),
        "email": unit.email,
        "hasMap": unit.map_link,
    }
    data: dict[str, Any] = {key: value for key, value in known.items() if value}
    data["@type"] = "GovernmentOrganization"
    if unit.address:
        data["address"] = {
            "@type": "PostalAddress",
            "streetAddress": unit.address,
            "addressCountry": "VN",
        }
    return data
