"""Addresses at the pages of notices."""

from django.urls import path

from home.notices.models import NoticeIndexPage
from home.notices.views import notice_list
from portal.core.page_views import serve

serve(NoticeIndexPage, path("", notice_list))
