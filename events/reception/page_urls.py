"""Which views answer for the page of receptions, and at which addresses below it."""

from django.urls import path

from events.reception import feeds, views
from events.reception.models import ReceptionIndexPage
from portal.core.page_views import serve

serve(
    ReceptionIndexPage,
    path("", views.index, name="index_route"),
    path("nam/<int:year>/", views.year_page, name="year"),
    path("thang/", views.month_page, name="month"),
    path("ics/", feeds.unit_calendar, name="feed"),
    path("cac-don-vi/ics/", feeds.province_calendar, name="all_feed"),
)
