"""Whether a picture or document is public: asked for every file, so the answer is kept for a minute.

A file is uploaded before the page that shows it is published, and often for a page that never is. So no
file is public by itself: it is public while a published page that anybody may read, or a record in
`PORTAL_PUBLIC_FILE_SOURCES`, shows it, and while its collection is not private. Wagtail's reference
index says which rows those are: it is built from the stored row, which holds the published text.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db.models import BigIntegerField, Q, QuerySet
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.models import CollectionMember, CollectionViewRestriction, Page, ReferenceIndex

from portal.core.querysets import is_restricted, restrictions_of

# Also how long a file stays public in other processes of a portal that has no shared cache.
SECONDS = 60
_GENERATION = "media:generation"
# Enough for any page that a visitor came from; a file on more private pages than this is unusual.
_PRIVATE_PAGES = 50


def forget_all() -> None:
    """Something was published, withdrawn or made private: every answer is old."""
    cache.set(_GENERATION, uuid.uuid4().hex, None)


def remember_public(key: str, ask: Callable[[], bool]) -> bool:
    """The kept answer for `key`, or a new one.

    Only "public" is kept: a page may be published while the question is being answered, and its
    pictures must not stay away because of it.
    """
    generation = cache.get(_GENERATION, "")
    name = f"media:{generation}:{uuid.uuid5(uuid.NAMESPACE_URL, key)}"
    if cache.get(name):
        return True
    answer = ask()
    if answer:
        cache.set(name, True, SECONDS)
    return answer


def is_public(file: CollectionMember) -> bool:
    """The rule above, for one picture or document; two or three queries."""
    if restrictions_of_collection(file).exists():
        return False
    pages = _pages_with(file)
    return pages.exclude(is_restricted()).exists() or _stands_in_public_record(file)


def is_shown_to(request: HttpRequest, file: CollectionMember) -> bool:
    """Whether a published page shows the file to this visitor, private pages included."""
    if _stands_in_public_record(file):
        return True
    return any(
        all(restriction.accept_request(request) for restriction in restrictions_of(page))
        for page in _pages_with(file)[:_PRIVATE_PAGES]
    )


def restrictions_of_collection(file: CollectionMember) -> QuerySet[CollectionViewRestriction]:
    """What keeps the file's collection, or one above it, from the public."""
    path, step = file.collection.path, file.collection.steplen
    above = [path[:end] for end in range(step, len(path) + 1, step)]
    return CollectionViewRestriction.objects.filter(collection__path__in=above)


def _pages_with(file: CollectionMember) -> QuerySet[Page]:
    keys = _references(file, Q(base_content_type=ContentType.objects.get_for_model(Page)))
    pages = keys.annotate(page_id=Cast("object_id", BigIntegerField())).values("page_id")
    return Page.objects.live().filter(pk__in=pages)


def _stands_in_public_record(file: CollectionMember) -> bool:
    models = [apps.get_model(label) for label in settings.PORTAL_PUBLIC_FILE_SOURCES]
    types = ContentType.objects.get_for_models(*models).values()
    return _references(file, Q(base_content_type__in=list(types))).exists()


def _references(file: CollectionMember, sources: Q) -> QuerySet[Any]:
    return ReferenceIndex.objects.filter(
        sources,
        to_content_type=ContentType.objects.get_for_model(file),
        to_object_id=str(file.pk),
    )
