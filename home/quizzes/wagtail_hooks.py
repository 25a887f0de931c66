"""Registration only."""

from django.urls import URLPattern, path
from wagtail import hooks

from home.quizzes import audit_trail
from home.quizzes.buttons import header_buttons, listing_buttons
from home.quizzes.views import keys, office

hooks.register("register_log_actions", audit_trail.register)
hooks.register("register_page_listing_more_buttons", listing_buttons)
hooks.register("register_page_header_buttons", header_buttons)


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    root = "quizzes/<int:page_id>/"
    entry = f"{root}entries/<int:entry_id>/"
    return [
        path(f"{root}results/", office.results, name="quizzes_results"),
        path(f"{root}export/", office.export, name="quizzes_export"),
        path(f"{root}key/", keys.correct, name="quizzes_key"),
        path(f"{root}winners/", office.publish_winners, name="quizzes_winners"),
        path(f"{entry}prize/", office.set_prize, name="quizzes_prize"),
        path(f"{entry}delete/", office.delete_entry, name="quizzes_entry_delete"),
    ]
