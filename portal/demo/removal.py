"""Take away exactly what the loader made.

What somebody else made stays, and so does every sample row that it stands on: a sample page with a page
of one's own below it, a unit with an official of one's own, a picture that a real page shows. Those
rows stay in the book, so that the next load finds them.
"""

from collections.abc import Callable

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F, Model, QuerySet
from wagtail.documents import get_document_model
from wagtail.models import Collection, Page, PageLogEntry, ReferenceIndex, Site

from events.reception.models import ReceptionDay, RegularHours
from home.legal_education.models import MonthlyTheme
from home.navigation.models import LinkedSite, MenuItem
from home.news.models import Topic
from portal.demo.book import Say, noted
from portal.demo.laws import remove_laws
from portal.demo.models import SampleRecord
from portal.media.models import PortalDocument, PortalImage
from portal.users.models import User
from units.models import Official, Unit
from units.moderation.models import LedgerEntry

# Nothing of anybody else's stands on these.
FREE = (MenuItem, LinkedSite, ReceptionDay, RegularHours, Official, MonthlyTheme, User)
UPON_A_UNIT = (
    "children", "officials", "memberships", "invitations", "menu_items", "linked_sites"
)  # fmt: skip


@transaction.atomic
def remove(say: Say) -> None:
    """Delete the noted rows; what has to stay is named through `say`."""
    kept_pages = _remove_pages(say)
    for model in FREE:
        for row in noted(model):
            row.delete()
    for group in noted(Group):
        if not group.user_set.exists():
            group.delete()
    for site in noted(Site):
        if site.root_page_id not in kept_pages:
            site.delete()
    _remove_unless(PortalImage, _is_shown_elsewhere, say)
    _remove_unless(PortalDocument, _is_shown_elsewhere, say)
    _remove_unless(Collection, _holds_files, say)
    _remove_unless(Topic, _is_used, say)
    remove_laws(say)
    # Departments and districts before the province that they belong to.
    for unit in noted(Unit).order_by(F("parent_id").desc(nulls_last=True)):
        _remove_unit(unit, say)
    records = SampleRecord.objects.prefetch_related("row")
    gone = [record.pk for record in records if record.row is None]
    SampleRecord.objects.filter(pk__in=gone).delete()


def _remove_pages(say: Say) -> set[int]:
    """Delete sample pages, whole branches at once; return the keys of those that had to stay."""
    pages = noted_pages()
    needed = _paths_above_others(pages)
    kept = [page for page in pages if page.path in needed]
    going = [page for page in pages if page.path not in needed]
    for page in kept:
        say(f"Giữ lại trang “{page.title}”: bên dưới có trang không thuộc dữ liệu mẫu.")
    # Otherwise each is unpublished first, with an entry in log and ledger that goes below.
    Page.objects.filter(pk__in=[page.pk for page in going]).update(live=False)
    for page in _tops(going):
        # Deleting a branch moves nothing else, but changes what its neighbours say of themselves.
        Page.objects.get(pk=page.pk).specific.delete()
    _forget_pages([page.pk for page in going])
    return {page.pk for page in kept}


def _paths_above_others(pages: list[Page]) -> set[str]:
    """Paths of all ancestors of pages that are not among these.

    For one such page at "000100020003" they are "0001" and "00010002".
    """
    others = Page.objects.exclude(pk__in=[page.pk for page in pages])
    paths = others.values_list("path", flat=True)
    return {path[:end] for path in paths for end in _steps(path)}


def _tops(pages: list[Page]) -> list[Page]:
    """Those whose parent is not among them: the rest goes with them."""
    paths = {page.path for page in pages}
    return [page for page in pages if page.path[: -Page.steplen] not in paths]


def _forget_pages(keys: list[int]) -> None:
    """What ledger and log tell of pages that are gone: of the sample alone, their keys never come again.

    Neither lets anybody change or delete a row, and the ledger refuses it; here its tables are emptied of
    what never happened, below that refusal.
    """
    for model in (LedgerEntry, PageLogEntry):
        rows: QuerySet[Model] = QuerySet(model).filter(page_id__in=keys)
        rows.delete()


def _steps(path: str) -> range:
    """Lengths of the paths of all ancestors."""
    return range(Page.steplen, len(path), Page.steplen)


def noted_pages() -> list[Page]:
    """Sample pages of every type, the innermost first."""
    types = [
        kind for kind in ContentType.objects.all() if issubclass(kind.model_class() or Model, Page)
    ]
    keys = SampleRecord.objects.filter(content_type__in=types).values_list("object_id", flat=True)
    return list(Page.objects.filter(pk__in=list(keys)).order_by("-depth", "path"))


def _remove_unless(model: type[Model], is_needed: Callable[[Model], bool], say: Say) -> None:
    for row in noted(model):
        if is_needed(row):
            say(f"Giữ lại “{row}”: đang được dùng ngoài dữ liệu mẫu.")
        else:
            row.delete()


def _is_shown_elsewhere(file: Model) -> bool:
    return ReferenceIndex.get_references_to(file).exists()


def _is_used(topic: Model) -> bool:
    return Topic.objects.filter(pk=topic.pk, items__isnull=False).exists()


def _holds_files(collection: Model) -> bool:
    images = PortalImage.objects.filter(collection=collection).exists()
    return images or get_document_model().objects.filter(collection=collection).exists()


def _remove_unit(unit: Unit, say: Say) -> None:
    """A unit goes only when nothing of anybody else's would go with it."""
    unit.refresh_from_db()
    if unit.home_page_id or any(getattr(unit, rows).exists() for rows in UPON_A_UNIT):
        say(f"Giữ lại đơn vị “{unit}”: có nội dung không thuộc dữ liệu mẫu.")
    else:
        unit.delete()
