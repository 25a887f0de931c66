"""Registration only."""

from django.urls import path
from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from events.schedules import editing
from events.schedules.admin import LeaderPublicationAdmin
from events.schedules.imports.paste import paste
from events.schedules.imports.views import WeekImport, import_button

modeladmin_register(LeaderPublicationAdmin)
hooks.register("register_page_header_buttons", import_button)


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    return [
        path("schedules/<int:index_id>/copy/", editing.copy_week, name="schedules_copy"),
        path("schedules/<int:index_id>/import/", WeekImport.as_view(), name="schedules_import"),
        path("schedules/check/", editing.check_week, name="schedules_check"),
        path("schedules/paste/", paste, name="schedules_paste"),
    ]
