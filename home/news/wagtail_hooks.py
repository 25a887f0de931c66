"""Registration only."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail_modeladmin.options import modeladmin_register

from home.news.admin import TopicAdmin, promote, promotion_button
from home.news.word_import_views import word_button, word_import

modeladmin_register(TopicAdmin)
hooks.register("register_page_listing_more_buttons", promotion_button)
hooks.register("register_page_header_buttons", word_button)


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    return [
        path("news/<int:page_id>/promote/", promote, name="news_promote"),
        path("news/<int:index_id>/word/", word_import, name="news_word_import"),
    ]


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    actions.register_action("news.promote", _("Đưa lên trang tỉnh"), _("Đã đưa lên trang tỉnh"))
    actions.register_action("news.demote", _("Gỡ khỏi trang tỉnh"), _("Đã gỡ khỏi trang tỉnh"))
