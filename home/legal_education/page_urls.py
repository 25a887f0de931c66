"""Addresses at and below the pages of legal education."""

from django.urls import path

from home.legal_education.models import LegalEducationIndexPage, LegalEducationPage
from home.legal_education.views import hub, hub_feed, item, leaflet_sheet
from portal.core.page_views import serve

serve(LegalEducationIndexPage, path("", hub), path("feed/", hub_feed, name="feed"))
serve(LegalEducationPage, path("", item), path("ban-in/", leaflet_sheet, name="leaflet"))
