"""What readers see: all news of a site, one item, and the feed of a topic."""

from __future__ import annotations

from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from home.news.feeds import TopicFeed
from home.news.filters import NewsFilters
from home.news.models import NewsIndexPage, NewsPage, Topic
from home.news.presentation import label_units, news_article
from portal.core.addresses import canonical_url
from portal.core.pagination import page_numbers, page_of
from portal.core.sharing import share_links
from units.frame.frames import frame_for_page, units_of

PER_PAGE: Final = 12
RELATED: Final = 4


def listing(index: NewsIndexPage, request: HttpRequest) -> TemplateResponse:
    context = index.get_context(request)
    frame = frame_for_page(index, request)
    filters = NewsFilters(request, frame, NewsPage.objects.all(), Topic.objects.active())
    items = filters.items().select_related("lead_image")
    page, out_of_range = page_of(Paginator(items, PER_PAGE), request.GET.get("trang"))
    label_units(page.object_list, request)
    context |= {
        "items": page,
        "total": page.paginator.count,
        "out_of_range": out_of_range,
        "page_range": page_numbers(page),
        "filters": filters.choices(),
    }
    meta = context["meta"]
    meta.robots = "noindex, follow" if filters.is_narrowed or out_of_range else ""
    meta.on_page(page.number)
    meta.feed_url = filters.feed_url(index)
    return index.answer(request, context)


def topic_feed(index: NewsIndexPage, request: HttpRequest, slug: str) -> HttpResponseBase:
    topic = get_object_or_404(Topic, slug=slug)
    return TopicFeed(frame_for_page(index, request), index, topic)(request)


def item(page: NewsPage, request: HttpRequest) -> TemplateResponse:
    context = page.get_context(request)
    topics = page.topic_list
    context |= _around(page, topics, request)
    context["topics"] = _topic_links(page, topics, request)
    context["share_links"] = share_links(context["meta"])
    context["meta"].graph.append(news_article(page, request))
    return page.answer(request, context)


def _around(page: NewsPage, topics: list[Topic], request: HttpRequest) -> dict[str, Any]:
    """The neighbours of an item on its own site, and what has a topic in common with it."""
    units = units_of(request)
    unit = units.owner_of(page)
    others = NewsPage.objects.shown().exclude(pk=page.pk).select_related("lead_image")
    siblings = others.on_site_of(unit, units) if unit else others.child_of(page.get_parent())
    newer, older, related = siblings.around(page, topics, RELATED)
    return {"newer": newer, "older": older, "related": related}


def _topic_links(
    page: NewsPage, topics: list[Topic], request: HttpRequest
) -> list[tuple[str, str]]:
    """(name, address) of each topic in the listing of this site."""
    index = page.get_trail()[-1]
    address = canonical_url(index, request)
    return [(topic.name, f"{address}?chu-de={topic.slug}") for topic in topics]
