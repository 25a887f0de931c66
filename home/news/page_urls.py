"""Which view answers at which address of the news."""

from django.urls import path

from home.news.models import NewsIndexPage, NewsPage
from home.news.views import item, listing, topic_feed
from portal.core.page_views import serve

serve(
    NewsIndexPage,
    path("", listing, name="index_route"),
    path("chu-de/<slug:slug>/feed/", topic_feed, name="topic_feed"),
)
serve(NewsPage, path("", item, name="index_route"))
