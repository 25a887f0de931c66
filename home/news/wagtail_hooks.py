"""Registration only."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail_modeladmin.options import modeladmin_register

from home.news.admin import TopicAdmin, promote, promotion_button
from home.news.word_import_paste import word_paste
from home.news.word_import_views import WordImport, word_button

modeladmin_register(TopicAdmin)
hooks.register("register_page_listing_more_buttons", promotion_button)
hooks.register("register_page_header_buttons", word_button)


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    return [
        path("news/<int:page_id>/promote/", promote, name="news_promote"),
        path("news/<int:index_id>/word/", WordImport.as_view(), name="news_word_import"),
        path("word-paste/", word_paste, name="word_paste"),
    ]


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    actions.register_action("news.promote", _("Đưa lên trang tỉnh"), _("Đã đưa lên trang tỉnh"))
    actions.register_action("news.demote", _("Gỡ khỏi trang tỉnh"), _("Đã gỡ khỏi trang tỉnh"))


@hooks.register("insert_editor_js")
def word_paste_script() -> SafeString:
    return format_html(
        '<script src="{}" data-url="{}" data-reading="{}" data-failure="{}" defer></script>',
        static("news/js/word-paste.js"),
        reverse("word_paste"),
        gettext("Đang đọc đoạn dán…"),
        gettext("Không làm sạch được đoạn dán. Hãy thử lại, hoặc dùng “Tạo tin từ tệp Word”."),
    )
