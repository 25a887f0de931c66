"""Open the province's site and a unit's subsite: tree, collection, groups, menu, host.

What a subsite consists of stands in `STANDARD_PAGES`; a new page type joins every subsite by one line.
Everything here may be run again: what exists is kept, what is missing is added.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_stubs_ext import StrOrPromise
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    Page,
    Site,
    Workflow,
    WorkflowPage,
)

from home.legal_education.starting import ensure_lists
from home.news.models import Topic
from home.news.topics import STARTING_TOPICS
from home.registry.models.fields import ensure_fields
from portal.core.pages import BasePage
from units.models import Unit
from units.publication.direct import allow_direct_publication
from units.rights.departments import open_department, own_folder
from units.rights.roles import UNIT_ROLES, Role, group_name, sync_group
from units.scope.shared import SHARED_FOLDER
from units.subsites.changes import Ledger
from units.subsites.menus import Place, ensure_menu
from units.subsites.models import UnitDirectoryPage, UnitHomePage


@dataclass(frozen=True)
class StandardPage:
    """A page that every site of its kind has.

    `under` is the slug of the one above it in the menu, `label` what the menu says for a long title.
    """

    model: str
    slug: str
    title: StrOrPromise
    in_menu: bool = True
    under: str = ""
    label: StrOrPromise = ""


STANDARD_PAGES = (
    StandardPage("home.OrganisationPage", "co-cau-to-chuc", gettext_lazy("Cơ cấu tổ chức")),
    StandardPage("news.NewsIndexPage", "tin-tuc", gettext_lazy("Tin tức")),
    StandardPage(
        "notices.NoticeIndexPage", "thong-bao", gettext_lazy("Thông báo"), under="tin-tuc"
    ),
    StandardPage("schedules.WorkScheduleIndexPage", "lich-cong-tac", gettext_lazy("Lịch công tác")),
    StandardPage(
        "reception.ReceptionIndexPage",
        "tiep-cong-dan",
        gettext_lazy("Tiếp công dân"),
        under="lich-cong-tac",
    ),
    StandardPage("registry.DocumentIndexPage", "van-ban", gettext_lazy("Văn bản")),
    StandardPage(
        "legal_education.LegalEducationIndexPage",
        "pho-bien-giao-duc-phap-luat",
        gettext_lazy("Phổ biến, giáo dục pháp luật"),
        label=gettext_lazy("Phổ biến pháp luật"),
    ),
    StandardPage(
        "quizzes.QuizIndexPage",
        "thi-tim-hieu-phap-luat",
        gettext_lazy("Thi tìm hiểu pháp luật"),
        under="pho-bien-giao-duc-phap-luat",
    ),
    StandardPage("home.ContactPage", "lien-he", gettext_lazy("Liên hệ")),
)
_MENU = {spec.slug: Place(spec.under, spec.label) for spec in STANDARD_PAGES}
BasePageT = TypeVar("BasePageT", bound=BasePage)
DIRECTORY_SLUG = "don-vi"
# What Wagtail's own migrations create and nobody of this portal belongs to.
STOCK_GROUPS = ("Editors", "Moderators")
STOCK_WORKFLOW = "Moderators approval"
ROOT_NAME = "Gốc"


@transaction.atomic
def open_province(province: Unit, hostname: str, port: int = 80) -> Page:
    """Make the province's home page the default site, with its standard pages and the directory."""
    ledger = Ledger()
    home = province.home_page.specific if province.home_page else _create_province_home(province)
    _ensure_default_site(home, hostname, port, province.name)
    made = _ensure_pages(home, STANDARD_PAGES, ledger)
    if not UnitDirectoryPage.objects.exists():
        directory = UnitDirectoryPage(
            title=str(_("Đơn vị trực thuộc")), slug=DIRECTORY_SLUG, show_in_menus=True
        )
        publish_child(home, directory)
    _remove_stock_parts()
    _ensure_topics()
    ensure_lists()
    ensure_fields()
    sync_group(Role.BOARD, [home], Collection.get_first_root_node())
    for unit in Unit.objects.active().departments():
        if unit.is_department:
            open_department(unit)
    ensure_shared_collection()
    _name_roots()
    # By name: the reviews stand beside this room.
    import_string(settings.PORTAL_MODERATION_SETUP)(home)
    ensure_menu(province, home, made, _MENU, ledger)
    return home


@transaction.atomic
def open_subsite(
    unit: Unit, hostname: str = "", port: int = 80, ledger: Ledger | None = None
) -> UnitHomePage:
    """Give the unit a subsite below the directory; with `hostname`, a host of its own too.

    What was missing and is made now is noted in `ledger`. Raises ValidationError when the host or the
    address below the directory belongs to somebody else.
    """
    ledger = ledger or Ledger()
    home = _ensure_unit_home(unit, ledger)
    made = _ensure_pages(home, STANDARD_PAGES, ledger)
    collection = ensure_collection(unit, ledger)
    for role in UNIT_ROLES:
        _group, changed = sync_group(role, [home], collection, unit)
        if changed:
            ledger.note(_("Nhóm và quyền"), group_name(role, unit))
    _ensure_review(home, ledger)
    ensure_menu(unit, home, made, _MENU, ledger)
    if hostname:
        _ensure_site(unit, home, hostname, port, ledger)
    return home


def _ensure_unit_home(unit: Unit, ledger: Ledger) -> UnitHomePage:
    """The unit's first page; one that lost its unit is taken up again instead of a second one."""
    if unit.home_page is not None:
        return unit.home_page.specific
    directory = UnitDirectoryPage.objects.first()
    if directory is None:
        raise ValidationError(_("Hãy mở trang cấp tỉnh trước (lệnh setup_province)."))
    page = directory.get_children().filter(slug=unit.slug).first()
    if page is None:
        home = publish_child(directory, UnitHomePage(title=unit.short_name, slug=unit.slug))
        ledger.note_page(home.title)
    elif Unit.objects.filter(home_page=page).exists() or page.specific_class is not UnitHomePage:
        raise ValidationError({"slug": _("Địa chỉ này đã có một trang khác.")})
    else:
        home = page.specific
        ledger.note(_("Gắn lại trang chủ"), home.title)
    unit.home_page = home.page_ptr
    unit.save(update_fields=["home_page"])
    return home


def _ensure_site(unit: Unit, home: Page, hostname: str, port: int, ledger: Ledger) -> None:
    site = Site.objects.filter(hostname=hostname).first()
    if site is not None and site.root_page_id != home.pk:
        raise ValidationError({"hostname": _("Tên miền này đã dùng cho trang khác.")})
    if site is None:
        Site.objects.create(hostname=hostname, port=port, root_page=home, site_name=unit.short_name)
        ledger.note(_("Tên miền"), hostname)


def publish_child(parent: Page, page: BasePageT) -> BasePageT:
    """Add a page of the portal's own making, public at once."""
    with allow_direct_publication(_("Trang chuẩn khi mở trang đơn vị")):
        parent.add_child(instance=page)
        page.save_revision().publish()
    return page


def ensure_collection(unit: Unit, ledger: Ledger | None = None) -> Collection:
    """The unit's own folder for pictures and documents."""
    collection, is_new = own_folder(unit)
    if is_new and ledger is not None:
        ledger.note(_("Thư mục ảnh và tài liệu"), collection.name)
    return collection


def ensure_shared_collection() -> Collection:
    """The folder from which every unit chooses; the board, which may fill every folder, fills it.

    One that is a unit's own, whatever its name, is not meant.
    """
    root = Collection.get_first_root_node()
    found = root.get_children().filter(name=SHARED_FOLDER, unit=None).first()
    return found or root.add_child(name=SHARED_FOLDER)


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


def _ensure_pages(home: Page, pages: Iterable[StandardPage], ledger: Ledger) -> list[Page]:
    """Make the pages that are missing, and return them."""
    made: list[Page] = []
    present = {type(page) for page in home.get_children().specific()}
    for spec in pages:
        model = apps.get_model(spec.model)
        if model not in present:
            page = model(title=str(spec.title), show_in_menus=spec.in_menu)
            taken = home.get_children().filter(slug=spec.slug).exists()
            page.slug = f"{spec.slug}-2" if taken else spec.slug
            made.append(publish_child(home, page))
            ledger.note_page(page.title)
    return made


def _ensure_review(home: Page, ledger: Ledger) -> None:
    """What is written here waits for its unit and the board, by the province's workflow."""
    if WorkflowPage.objects.filter(page=home).exists():
        return
    workflow = home.get_workflow()
    if workflow is not None:
        WorkflowPage.objects.create(workflow=workflow, page=home)
        ledger.note(_("Quy trình duyệt"), workflow.name)


def _ensure_topics() -> None:
    """The starting topics, for a portal that has none; the board edits them afterwards."""
    if not Topic.objects.exists():
        for order, topic in enumerate(STARTING_TOPICS, 1):
            Topic.objects.create(sort_order=order, **topic._asdict())


def _name_roots() -> None:
    """Wagtail's migrations call the two roots "Root", and its choosers show that word."""
    Collection.objects.filter(depth=1, name="Root").update(name=ROOT_NAME)
    Page.objects.filter(depth=1, title="Root").update(title=ROOT_NAME, draft_title=ROOT_NAME)


def _remove_stock_parts() -> None:
    Workflow.objects.filter(name=STOCK_WORKFLOW).delete()
    GroupApprovalTask.objects.filter(name=STOCK_WORKFLOW).delete()
    Group.objects.filter(name__in=STOCK_GROUPS, user=None).delete()
