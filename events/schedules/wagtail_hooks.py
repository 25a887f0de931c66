"""Registration only."""

from django.urls import path
from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from events.schedules import editing
from events.schedules.admin import LeaderPublicationAdmin

modeladmin_register(LeaderPublicationAdmin)


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    return [
        path("schedules/<int:index_id>/copy/", editing.copy_week, name="schedules_copy"),
        path("schedules/check/", editing.check, name="schedules_check"),
    ]
