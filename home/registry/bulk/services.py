"""Plan an import, and carry it out as a whole or not at all."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import IO, Final

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.documents.permissions import permission_policy
from wagtail.log_actions import log
from wagtail.models import Collection, Page

from home.registry.bulk.archives import MEGABYTE, Archive
from home.registry.bulk.plan import Plan, Planned, Planner
from home.registry.bulk.problems import BulkError
from home.registry.bulk.sheet import read_list
from home.registry.models import DocumentFile, DocumentIndexPage, OfficialDocumentPage
from home.registry.signals import read_later, unread
from portal.core.intake.apart import read_apart
from portal.core.text import slugify
from portal.media.models import PortalDocument
from portal.media.uploads import UploadError, judge
from portal.seam.file_facts import measure
from portal.users.models import User
from units.scope.folders import folder_to_fill
from units.scope.rows import unit_of_object

# Without a broker files are read while the person waits; the nightly repair reads the others.
READ_AT_ONCE: Final = 10


class NotReadyError(Exception):
    """Something came between preview and confirmation; `plan` says what."""

    def __init__(self, plan: Plan) -> None:
        super().__init__("not ready")
        self.plan = plan


def make_plan(
    index: DocumentIndexPage, sources: Mapping[str, IO[bytes]]
) -> tuple[Plan, Archive | None]:
    """Read list and archive. Raises BulkError or UploadError for what cannot be taken as a whole."""
    kind = judge(sources["sheet"], "danh-sach.xlsx")
    if kind.key != "xlsx":
        raise UploadError("unknown")
    lines = read_apart(read_list, sources["sheet"].read())
    archive = open_archive(sources["archive"]) if "archive" in sources else None
    unit = unit_of_object(index)
    planner = Planner(index, archive, unit.name if unit else "")
    return planner.plan(lines), archive


def open_archive(source: IO[bytes]) -> Archive:
    """Raises BulkError; by size first, before anything is read."""
    source.seek(0, 2)
    if source.tell() > settings.PORTAL_IMPORT_MAX_MB * MEGABYTE:
        raise BulkError("too_large", limit=settings.PORTAL_IMPORT_MAX_MB)
    source.seek(0)
    return Archive(source)


def collection_for(user: User, index: DocumentIndexPage) -> Collection | None:
    """The unit's folder of documents, if the person may add to it."""
    return folder_to_fill(user, index, permission_policy)


def carry_out(
    index: DocumentIndexPage, sources: Mapping[str, IO[bytes]], user: User, collection: Collection
) -> list[OfficialDocumentPage]:
    """Make a draft of every line with its files; nothing stays if a part fails.

    Raises NotReadyError when the register changed since the preview, BulkError, UploadError.
    """
    stored: list[PortalDocument] = []
    try:
        with unread(), transaction.atomic():
            # One import at a time for a register: a second one finds what the first has made.
            list(Page.objects.select_for_update().filter(pk=index.pk))
            plan, archive = make_plan(index, sources)
            if not plan.is_ready:
                raise NotReadyError(plan)
            writer = _Writer(index, archive, user, collection, stored)
            made = [writer.write(planned) for planned in plan.lines]
    except BaseException:
        # The rows are rolled back; the files are not in the database.
        for document in stored:
            document.file.delete(save=False)
        raise
    for document in stored[: READ_AT_ONCE if settings.CELERY_TASK_ALWAYS_EAGER else None]:
        read_later(document.pk)
    return made


class _Writer:
    """Writes the lines of one import."""

    def __init__(
        self,
        index: DocumentIndexPage,
        archive: Archive | None,
        user: User,
        collection: Collection,
        stored: list[PortalDocument],
    ) -> None:
        self.index, self.archive, self.user = index, archive, user
        self.collection, self.stored = collection, stored

    def write(self, planned: Planned) -> OfficialDocumentPage:
        page = planned.page
        page.live, page.owner = False, self.user
        page.files = [
            DocumentFile(document=self._document(page, name), sort_order=order)
            for order, name in enumerate(planned.files)
        ]
        self.index.add_child(instance=page)
        log(instance=page, action="wagtail.create", user=self.user, content_changed=True)
        page.save_revision(user=self.user, log_action=True, clean=False)
        return page

    def _document(self, page: OfficialDocumentPage, name: str) -> PortalDocument:
        assert self.archive is not None  # noqa: S101 (the plan found the name in it)
        data = self.archive.read(name, settings.PORTAL_DOCUMENT_MAX_MB * MEGABYTE)
        path = PurePosixPath(name)
        document = PortalDocument(
            title=path.stem[:255], collection=self.collection, uploaded_by_user=self.user
        )
        stem = slugify(path.stem)[:60] or uuid.uuid4().hex[:12]
        document.file = ContentFile(data, name=f"{stem}{path.suffix.lower()}")
        measure(document)
        document.save()
        self.stored.append(document)
        log(instance=document, action="wagtail.create", user=self.user)
        return document
