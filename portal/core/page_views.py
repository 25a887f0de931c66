"""Views of pages stand above their models: a room's `page_urls` names them, as a `urls.py` does.

    serve(WorkSchedulePage, path("", week), path("lan/<int:number>/", version, name="version"))

The room's `AppConfig.ready()` imports its `page_urls`, so that page classes import no view. A view is
called with the page and the request, then with what stands in the address.
"""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import URLPattern
from wagtail.contrib.routable_page.models import RoutablePageMixin

from portal.core.pages import BasePage


class ViewedPage(RoutablePageMixin, BasePage):
    """A page that views of its room answer for; without one at its own address it shows its template."""

    page_urls: ClassVar[tuple[URLPattern, ...]] = ()

    class Meta:
        abstract = True

    @classmethod
    def get_subpage_urls(cls) -> tuple[URLPattern, ...]:
        """Those of the class itself before those of what it inherits from."""
        own = (vars(above).get("page_urls", ()) for above in cls.__mro__)
        return (*(pattern for patterns in own for pattern in patterns), *super().get_subpage_urls())

    def answer(
        self, request: HttpRequest, context: dict[str, Any], template: str = ""
    ) -> TemplateResponse:
        """The page's own template (or another one) with a context that began as `get_context`."""
        return TemplateResponse(request, template or self.get_template(request), context)


def serve(page_type: type[ViewedPage], *patterns: URLPattern) -> None:
    """Let the views answer for the page type's addresses; once for each type, before the first request."""
    if "page_urls" in vars(page_type):
        raise ValueError(f"{page_type.__name__} is served already")
    page_type.page_urls = patterns
