"""Open the province's site and a unit's subsite: tree, collection, groups, menu, host.

What a subsite consists of stands in `STANDARD_PAGES`; a new page type joins every subsite by one line.
Everything here may be run again: what exists is kept, what is missing is added.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.apps import apps
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from home.navigation.models import MenuItem
from home.news.models import Topic
from home.news.topics import STARTING_TOPICS
from portal.core.pages import BasePage
from units.models import Unit
from units.roles import UNIT_ROLES, Role, group_name, sync_group
from units.subsites.models import UnitDirectoryPage, UnitHomePage


@dataclass(frozen=True)
class StandardPage:
    """A page that every site of its kind has."""

    model: str
    slug: str
    title: StrOrPromise
    in_menu: bool = True


STANDARD_PAGES = (
    StandardPage("home.OrganisationPage", "co-cau-to-chuc", _("Cơ cấu tổ chức")),
    StandardPage("news.NewsIndexPage", "tin-tuc", _("Tin tức")),
    StandardPage("notices.NoticeIndexPage", "thong-bao", _("Thông báo")),
    StandardPage("home.ContactPage", "lien-he", _("Liên hệ")),
)
BasePageT = TypeVar("BasePageT", bound=BasePage)
DIRECTORY_SLUG = "don-vi"
# What Wagtail's own migrations create and nobody of this portal belongs to.
STOCK_GROUPS = ("Editors", "Moderators")
STOCK_WORKFLOW = "Moderators approval"


@transaction.atomic
def open_province(province: Unit, hostname: str, port: int = 80) -> Page:
    """Make the province's home page the default site, with its standard pages and the directory."""
    home = province.home_page.specific if province.home_page else _create_province_home(province)
    _ensure_default_site(home, hostname, port, province.name)
    _ensure_pages(home, STANDARD_PAGES)
    if not UnitDirectoryPage.objects.exists():
        directory = UnitDirectoryPage(
            title=str(_("Đơn vị trực thuộc")), slug=DIRECTORY_SLUG, show_in_menus=True
        )
        publish_child(home, directory)
    _remove_stock_parts()
    _ensure_topics()
    board, _changed = sync_group(Role.BOARD, home, Collection.get_first_root_node())
    _ensure_board_review(home, board)
    _ensure_menu(province, home)
    return home


@transaction.atomic
def open_subsite(unit: Unit, hostname: str = "", port: int = 80) -> UnitHomePage:
    """Give the unit a subsite below the directory; with `hostname`, a host of its own too."""
    directory = UnitDirectoryPage.objects.get()
    home = unit.home_page.specific if unit.home_page else None
    if home is None:
        home = publish_child(directory, UnitHomePage(title=unit.short_name, slug=unit.slug))
        unit.home_page = home.page_ptr
        unit.save(update_fields=["home_page"])
    _ensure_pages(home, STANDARD_PAGES)
    collection = ensure_collection(unit)
    for role in UNIT_ROLES:
        sync_group(role, home, collection, unit)
    _ensure_menu(unit, home)
    if hostname:
        Site.objects.update_or_create(
            hostname=hostname,
            defaults={"port": port, "root_page": home, "site_name": unit.short_name},
        )
    return home


def publish_child(parent: Page, page: BasePageT) -> BasePageT:
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def ensure_collection(unit: Unit) -> Collection:
    """The unit's own folder for pictures and documents."""
    root = Collection.get_first_root_node()
    found = root.get_children().filter(name=unit.short_name).first()
    return found or root.add_child(name=unit.short_name)


def unit_groups(unit: Unit) -> dict[Role, Group]:
    names = {group_name(role, unit): role for role in UNIT_ROLES}
    return {names[group.name]: group for group in Group.objects.filter(name__in=names)}


def _create_province_home(province: Unit) -> Page:
    # By name: `home` and `units.subsites` stand side by side and do not import each other.
    home_model = apps.get_model("home", "HomePage")
    root = Page.get_first_root_node()
    home = publish_child(root, home_model(title=province.short_name, slug="trang-chu"))
    province.home_page = home.page_ptr
    province.save(update_fields=["home_page"])
    return home


def _ensure_default_site(home: Page, hostname: str, port: int, name: str) -> None:
    stock = [site.root_page for site in Site.objects.filter(is_default_site=True)]
    Site.objects.filter(is_default_site=True).exclude(hostname=hostname).delete()
    Site.objects.update_or_create(
        hostname=hostname,
        defaults={"port": port, "root_page": home, "site_name": name, "is_default_site": True},
    )
    for page in stock:
        # Wagtail's welcome page; a page of any type of ours stays.
        if page.specific_class is Page and page.depth > 1:
            page.delete()


def _ensure_pages(home: Page, pages: Iterable[StandardPage]) -> None:
    present = {type(page) for page in home.get_children().specific()}
    for spec in pages:
        model = apps.get_model(spec.model)
        if model not in present:
            page = model(title=str(spec.title), slug=spec.slug, show_in_menus=spec.in_menu)
            publish_child(home, page)


def _ensure_menu(unit: Unit, home: Page) -> None:
    """A first menu from the standard pages; one that somebody made is left alone."""
    if MenuItem.objects.filter(unit=unit).exists():
        return
    children = home.get_children().live().filter(show_in_menus=True).order_by("path")
    items = [MenuItem(unit=unit, label=str(_("Trang chủ")), link_page=home.page_ptr)]
    items += [MenuItem(unit=unit, link_page=page) for page in children]
    for order, item in enumerate(items):
        item.sort_order = order
        item.save()


def _ensure_topics() -> None:
    """The starting topics, for a portal that has none; the board edits them afterwards."""
    if not Topic.objects.exists():
        for order, topic in enumerate(STARTING_TOPICS, 1):
            Topic.objects.create(sort_order=order, **topic._asdict())


def _remove_stock_parts() -> None:
    Workflow.objects.filter(name=STOCK_WORKFLOW).delete()
    GroupApprovalTask.objects.filter(name=STOCK_WORKFLOW).delete()
    Group.objects.filter(name__in=STOCK_GROUPS, user=None).delete()


def _ensure_board_review(home: Page, board: Group) -> None:
    """What a unit submits waits for the board."""
    name = str(_("Ban Biên tập duyệt"))
    if WorkflowPage.objects.filter(page=home).exists():
        return
    workflow = Workflow.objects.create(name=name)
    task = GroupApprovalTask.objects.create(name=name)
    task.groups.add(board)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=home)
