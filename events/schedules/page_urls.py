"""Which views answer for the pages of schedules, and at which addresses below them."""

from django.urls import path

from events.schedules import feeds, views
from events.schedules.exports.answers import download
from events.schedules.models import WorkScheduleIndexPage, WorkSchedulePage
from portal.core.page_views import serve

serve(
    WorkScheduleIndexPage,
    path("", views.index, name="index_route"),
    path("nam/<int:year>/", views.register_of_year, name="year"),
    path("cac-don-vi/", views.all_units, name="all_units"),
    path("ics/", feeds.unit_calendar, name="feed"),
    path("lanh-dao/<int:official_id>/ics/", feeds.leader_calendar, name="leader_feed"),
)
serve(
    WorkSchedulePage,
    path("", views.week, name="index_route"),
    path("lan/<int:number>/", views.version_of_week, name="version"),
    path("tai-ve/<str:kind>/", download, name="download"),
    path("lan/<int:number>/tai-ve/<str:kind>/", download, name="download_version"),
)
