"""Registration only."""

from django.urls import path
from wagtail import hooks

from events.schedules import editing


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    return [
        path("schedules/<int:index_id>/copy/", editing.copy_week, name="schedules_copy"),
        path("schedules/check/", editing.check, name="schedules_check"),
    ]
