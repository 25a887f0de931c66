"""What stands on the first page of every site: news, notices, legal education, the coming days, links."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

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
from home.sections.pages import SiteHomePage
from home.sections.structured import government_organization
from portal.core.addresses import absolute_url
from units.frame.frames import Frame, frame_for_page
from units.models import Unit

LATEST = 8
NOTICES = 5
EDUCATION = 4


def site_feed(page: SiteHomePage, request: HttpRequest) -> HttpResponseBase:
    return SiteFeed(frame_for_page(page, request))(request)


def site_home_context(page: SiteHomePage, request: HttpRequest) -> dict[str, Any]:
    """What the template of either home page begins with."""
    context = page.get_context(request)
    frame, today = frame_for_page(page, request), timezone.localdate()
    context.update(_news(page, frame, request))
    if frame.unit is not None:
        context["notices"] = _notices(frame.unit, today)
    context["week_schedule"] = week_schedule(frame.unit, today)
    context["next_reception"] = next_reception(frame.unit, today)
    context["notices_url"] = page.child_url(NoticeIndexPage, request)
    context["linked_groups"] = linked_groups(frame.unit)
    context["meta"].feed_url = frame.feed_url
    if frame.unit is not None:
        organization = government_organization(frame.unit, absolute_url(page, request))
        context["meta"].graph.append(organization)
    return context


def _notices(unit: Unit, today: date) -> list[NoticePage]:
    current = NoticePage.objects.shown().directly_of(unit).current_on(today)
    return list(current.important_first()[:NOTICES])


def _news(page: SiteHomePage, frame: Frame, request: HttpRequest) -> dict[str, Any]:
    """The lead story and the latest news, and what stands at legal education: never a story of these."""
    filters = NewsFilters(request, frame, NewsPage.objects.all(), Topic.objects.none())
    items = filters.all_items.select_related("lead_image")
    latest = list(items.newest_first()[: LATEST + 1])
    chosen = items.filter(pk=page.lead_story_id).first() if page.lead_story_id else None
    lead = chosen or (latest[0] if latest else None)
    latest = [item for item in latest if item != lead][:LATEST]
    shown = [*latest, *([lead] if lead else [])]
    label_units(shown, request)
    news_url = page.child_url(NewsIndexPage, request)
    education = _legal_education(page, frame, request)
    if not education:
        others = items.exclude(pk__in=[item.pk for item in shown])
        education = _education_news(page, others, news_url, request)
    return {"lead": lead, "latest": latest, "news_url": news_url, **education}


def _legal_education(page: SiteHomePage, frame: Frame, request: HttpRequest) -> dict[str, Any]:
    """The newest items of legal education; {} for a site that has none yet."""
    items = latest_of_site(frame, request, EDUCATION)
    if not items:
        return {}
    url = page.child_url(LegalEducationIndexPage, request)
    return {"legal_education": items, "legal_education_url": url}


def _education_news(
    page: SiteHomePage, items: NewsPageQuerySet, news_url: str, request: HttpRequest
) -> dict[str, Any]:
    """News of the chosen topic stand in until the site has items of legal education."""
    topic = page.education_topic
    if topic is None:
        return {"legal_education": [], "legal_education_url": ""}
    education = list(items.about(topic.slug).newest_first()[:EDUCATION])
    label_units(education, request)
    url = f"{news_url}?chu-de={topic.slug}" if news_url else ""
    return {"legal_education": education, "legal_education_url": url}
