"""The base of every page type: canonical address, quick routing, metadata, breadcrumbs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPMethod
from typing import Any, ClassVar

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.urls import Resolver404
from django.utils.module_loading import import_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.blocks import StreamValue
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.images.models import AbstractImage
from wagtail.models import Page, PagePermissionTester, PageViewRestriction
from wagtail.url_routing import RouteResult

from portal.core.addresses import absolute_url, canonical_parts, canonical_url
from portal.core.querysets import restrictions_of
from portal.core.targets import Row, in_body, remember
from portal.core.text import compose, slugify

# Deeper than any path in the tree's column; a mangled address cannot ask for thousands of them.
MAX_DEPTH = 60


def _answers_itself(page: Page, remaining: list[str]) -> bool:
    """Whether an address of the page's own (a feed) stands before a child of the same name."""
    model = page.specific_class
    if model is None or not page.live or not issubclass(model, RoutablePageMixin):
        return False
    try:
        model.get_resolver().resolve(f"/{'/'.join(remaining)}/")
    except Resolver404:
        return False
    return True


@dataclass
class Metadata:
    """What the head of a document says about it, to people who share it and to machines."""

    title: str
    description: str = ""
    canonical_url: str = ""
    image_url: str = ""
    image_alt: str = ""
    og_type: str = "website"
    published: datetime | None = None
    modified: datetime | None = None
    author: str = ""
    feed_url: str = ""
    robots: str = ""
    # Nodes of schema.org that a view adds to those of the page itself (`BasePage.get_json_ld`).
    graph: list[dict[str, Any]] = field(default_factory=list)

    def on_page(self, number: int) -> None:
        """A later page of a list has other content: its title says which, its address is its own.

        A list that robots are kept away from (narrowed, out of range) keeps the whole list's address.
        """
        if number < 2:
            return
        self.title = gettext("%(title)s – trang %(number)d") % {
            "title": self.title,
            "number": number,
        }
        if not self.robots:
            self.canonical_url += f"?trang={number}"

    def stand_below(self, title: str, path: str) -> None:
        """A view below a page is not the page: it has its own title, and an address that ends in `path`."""
        self.title = title
        self.canonical_url += path


@dataclass(frozen=True)
class LeadPicture:
    """The picture at the head of an item, with the words that go with it."""

    image: AbstractImage
    alt: str = ""
    caption: str = ""
    credit: str = ""


class BasePage(Page):
    """Every page of the portal.

    What the rooms above ask of a page is declared here, with the answer of a page type that has
    nothing to say: the search (`get_search_text`), the check list of the reviews (`get_lead`,
    `get_lead_picture`, `get_body`, `checked_fields`, `missing_parts`, `get_public_texts`), the reviews
    themselves (`leader_publishes_alone`), departments (`holds_sites`) and the counters (`counts_views`).
    """

    # Wagtail's default lists a page in menus; ours are edited, so the field would only mislead.
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading=_("Tìm kiếm và chia sẻ"),
        )
    ]
    settings_panels = Page.settings_panels
    # Pages are read; one that takes a form says so. Wagtail's default announces DELETE and PUT as well.
    allowed_http_methods: ClassVar[list[HTTPMethod]] = [
        HTTPMethod.GET,
        HTTPMethod.HEAD,
        HTTPMethod.OPTIONS,
    ]
    # Whether views of the public page are counted and shown (`portal.traffic`).
    counts_views: ClassVar[bool] = False
    # Whether the children are units' sites and not items of this one; departments write below no such page.
    holds_sites: ClassVar[bool] = False
    # Names of rich text and stream fields that the check list reads besides title, lead, picture and body.
    checked_fields: ClassVar[tuple[str, ...]] = ()

    # Ancestors that routing passed on its way to this page.
    trail: list[Page] | None = None

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Text is stored composed, so that what a Mac types equals what anyone else types."""
        self.title = compose(self.title)
        super().clean()

    def _set_core_field_defaults(self) -> None:
        """Make the slug by our own rule: Django's drops đ and keeps nothing of other scripts."""
        if not self.slug and self.path:
            self.slug = self._get_autogenerated_slug(slugify(self.title) or "trang")
        super()._set_core_field_defaults()

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        """What the user may do with the page; the rules come from a room above this one."""
        return import_string(settings.PORTAL_PAGE_PERMISSIONS)(user, self)

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        return canonical_parts(self, request)

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        return restrictions_of(self)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find the deepest page of the path in two queries instead of two for each step."""
        if not path_components:
            return super().route(request, path_components)
        try:
            deepest, remaining = self._deepest_page(path_components)
            return deepest.route(request, remaining)
        except Http404:
            small = [component.lower() for component in path_components]
            if small == path_components:
                raise
        # Somebody copied the address from paper; `send_to_own_address` tells them the right one.
        found = self.route(request, small)
        request.portal_in_capitals = True  # type: ignore[attr-defined]
        return found

    def _deepest_page(self, path_components: list[str]) -> tuple[Page, list[str]]:
        prefixes = [self.url_path]
        for component in path_components[:MAX_DEPTH]:
            prefixes.append(f"{prefixes[-1]}{component}/")
        trail = list(Page.objects.filter(url_path__in=prefixes[1:]).order_by("depth"))
        trail = [row for index, row in enumerate(trail) if row.depth == self.depth + 1 + index]
        if not trail:
            raise Http404
        for index, row in enumerate(trail[:-1], 1):
            if _answers_itself(row, path_components[index:]):
                del trail[index:]
                break
        page = trail[-1].specific
        page.trail = [self, *trail[:-1]]
        return page, path_components[len(trail) :]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        # Whose frame surrounds the page is decided from it (`units.frame.frames`).
        request.portal_page = self  # type: ignore[attr-defined]
        remember(self.get_targets(request))
        context = super().get_context(request, *args, **kwargs)
        context["meta"] = self.get_meta(request)
        context["breadcrumbs"] = self.get_breadcrumbs(request)
        context["print_view"] = request.GET.get("in") == "1"
        return context

    def serve_password_required_response(
        self, request: HttpRequest, form: Any, action_url: str
    ) -> TemplateResponse:
        """Ask for the password of a private page, naming nothing of it.

        Wagtail hands the whole page to the template, and takes any page's id in the form's address.
        """
        if not self.path.startswith(form.restriction.page.path):
            raise Http404
        request.portal_page = self  # type: ignore[attr-defined]
        context = {"form": form, "action_url": action_url}
        return TemplateResponse(request, settings.WAGTAIL_PASSWORD_REQUIRED_TEMPLATE, context)

    def get_targets(self, request: HttpRequest) -> Iterator[Row]:
        """Rows that the page will show or link to, so that they are loaded together."""
        yield from in_body(self.get_body())

    def get_trail(self) -> list[Page]:
        """Ancestors below the tree's root, outermost first; already at hand after routing."""
        if self.trail is None:
            return list(self.get_ancestors().filter(depth__gt=1))
        return self.trail

    def get_breadcrumbs(self, request: HttpRequest) -> list[tuple[str, str]]:
        """Title and address of each page from the site's home down to the parent."""
        parts = canonical_parts(self, request)
        site_id = parts[0] if parts else None
        crumbs = []
        for page in self.get_trail():
            own = canonical_parts(page, request)
            if page.live and own is not None and own[0] == site_id:
                crumbs.append((page.title, canonical_url(page, request)))
        return crumbs

    def get_meta(self, request: HttpRequest) -> Metadata:
        return Metadata(
            title=self.seo_title or self.title,
            description=self.search_description or self.get_introduction(),
            canonical_url=absolute_url(self, request),
            modified=self.last_published_at,
        )

    def get_json_ld(self, request: HttpRequest) -> dict[str, Any]:
        """Structured data (schema.org); subclasses append to the graph."""
        crumbs = [*self.get_breadcrumbs(request), (self.title, absolute_url(self, request))]
        parts = canonical_parts(self, request)
        root = parts[1] if parts else ""
        items = [
            {
                "@type": "ListItem",
                "position": position,
                "name": title,
                "item": url if url.startswith("http") else root + url,
            }
            for position, (title, url) in enumerate(crumbs, 1)
        ]
        return {
            "@context": "https://schema.org",
            "@graph": [{"@type": "BreadcrumbList", "itemListElement": items}],
        }

    def get_search_text(self) -> str:
        """Public text below the title that the portal's search may find; plain, unfolded."""
        return self.search_description

    def get_introduction(self) -> str:
        """A sentence or two of the page itself that may describe it to others."""
        return ""

    def get_lead(self) -> str | None:
        """The lead as it stands; None for a page type that has none or lets it be empty, and it is."""
        return None

    def get_lead_picture(self) -> LeadPicture | None:
        """The picture at the head, with its words; None without one."""
        return None

    def get_body(self) -> StreamValue | None:
        """The main text in blocks; None for a page type without one."""
        return None

    def missing_parts(self) -> Iterable[tuple[str, str]]:
        """(field, what to do) for what a finished page lacks, where that depends on more than one field."""
        return ()

    def get_public_texts(self) -> Iterable[tuple[str, str]]:
        """(place in words, text) of what the page makes public besides its fields: a schedule's entries."""
        return ()

    def leader_publishes_alone(self) -> bool:
        """Whether the unit's leader is the last to approve this page."""
        return False
