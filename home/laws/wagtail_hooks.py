"""Registration only."""

from django.db import transaction
from django.http import HttpRequest
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from home.laws.admin import LawViewSet
from home.laws.deletion import refuse_deletion
from home.laws.models import Law
from home.laws.tasks import watch_soon
from portal.core.editing import after_saving

register_snippet(LawViewSet)
hooks.register("before_delete_snippet", refuse_deletion)


def watch_changed_law(_request: HttpRequest, _law: Law) -> None:
    transaction.on_commit(watch_soon)


after_saving(Law, watch_changed_law)
