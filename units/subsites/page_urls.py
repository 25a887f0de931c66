"""Addresses at the pages of units' sites; what every site has below its first page is in `home.page_urls`."""

from django.urls import path

from portal.core.page_views import serve
from units.subsites.models import UnitDirectoryPage, UnitHomePage
from units.subsites.public_views import directory, unit_home

serve(UnitDirectoryPage, path("", directory))
serve(UnitHomePage, path("", unit_home))
