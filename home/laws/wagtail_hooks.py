"""Registration only."""

from wagtail.snippets.models import register_snippet

from home.laws.admin import LawViewSet

register_snippet(LawViewSet)
