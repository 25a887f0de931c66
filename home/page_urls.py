"""Addresses at and below the province's pages and those of every site."""

from django.urls import path

from home.models import ContactPage, HomePage, OrganisationPage
from home.sections.pages import SiteHomePage
from home.sections.views import site_feed
from home.views.pages import contact, organisation, province_home
from portal.core.page_views import serve

serve(SiteHomePage, path("feed/", site_feed, name="feed"))
serve(HomePage, path("", province_home))
serve(OrganisationPage, path("", organisation))
serve(ContactPage, path("", contact))
