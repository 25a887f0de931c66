"""Keep the book of what the loader made."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet

from portal.demo.models import SampleRecord

Row = TypeVar("Row", bound=Model)
#: Tells whoever waits how far the loader is.
Say = Callable[[str], None]


def note(row: Row) -> Row:
    """Write the row into the book and hand it back."""
    content_type = ContentType.objects.get_for_model(row, for_concrete_model=True)
    record = SampleRecord(content_type=content_type, object_id=str(row.pk))
    # In one query: this happens well over a thousand times.
    SampleRecord.objects.bulk_create([record], ignore_conflicts=True)
    return row


def kept(model: type[Row], values: dict[str, Any], **key: Any) -> Row:
    """The row with that key, made or renewed, and written into the book."""
    return note(model._default_manager.update_or_create(defaults=values, **key)[0])


def noted(model: type[Row]) -> QuerySet[Row]:
    """Rows of the model that the loader made and that still exist."""
    content_type = ContentType.objects.get_for_model(model)
    keys = SampleRecord.objects.filter(content_type=content_type).values_list(
        "object_id", flat=True
    )
    return model._default_manager.filter(pk__in=list(keys))
