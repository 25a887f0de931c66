"""What may make a file public, or take it back: every kept answer is forgotten then."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import (
    Collection,
    CollectionMember,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    ReferenceIndex,
)
from wagtail.signals import page_published, page_unpublished, post_page_move

from portal.media.public_use import forget_all

_ALWAYS = (Collection, CollectionViewRestriction, PageViewRestriction)


def connect() -> None:
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(on_page_event, dispatch_uid="media")
    for model_signal in (post_save, post_delete):
        model_signal.connect(on_row_event, dispatch_uid="media")


def on_page_event(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Note at once what the page shows: the task that does it may wait for a broker that is away."""
    if kwargs.get("signal") is page_published:
        _note_uses(instance)
    _forget()


def on_row_event(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    is_new_copy = kwargs.get("created", False) and isinstance(instance, CollectionMember)
    shows_files = sender._meta.label_lower in settings.PORTAL_PUBLIC_FILE_SOURCES
    if isinstance(instance, (*_ALWAYS, CollectionMember)) and not is_new_copy:
        _forget()
    elif shows_files:
        if "created" in kwargs and not kwargs.get("raw"):
            _note_uses(instance)
        _forget()
    elif isinstance(instance, Page) and "created" not in kwargs:
        _forget()


def _note_uses(instance: Model) -> None:
    with transaction.atomic():
        ReferenceIndex.create_or_update_for_object(instance)


def _forget() -> None:
    """At once for this transaction, and after it: others found the old answer meanwhile."""
    forget_all()
    transaction.on_commit(forget_all)
