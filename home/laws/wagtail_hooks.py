"""Registration only."""

from django.db import transaction
from django.http import HttpRequest
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from home.laws.admin import LawViewSet
from home.laws.deletion import refuse_deletion
from home.laws.models import Law
from home.laws.tasks import watch_soon

register_snippet(LawViewSet)
hooks.register("before_delete_snippet", refuse_deletion)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def watch_changed_law(request: HttpRequest, instance: object) -> None:
    if isinstance(instance, Law):
        transaction.on_commit(watch_soon)
