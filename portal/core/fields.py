"""Model fields whose rules live in code alone: migrations see only the column.

A rule that changes then needs no migration, and no migration imports code that may move.
"""

from typing import Any

from django.db import models
from wagtail.fields import StreamField

from portal.core.blocks import BodyBlock
from portal.core.validators import validate_phone


class BodyField(StreamField):
    """The body of an article-like page."""

    def __init__(self, _block_types: Any = None, **kwargs: Any) -> None:
        """The blocks are always `BodyBlock`; the argument is what a clone passes back."""
        kwargs.setdefault("blank", True)
        super().__init__(BodyBlock(), **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, _args, kwargs = super().deconstruct()
        kwargs["block_lookup"] = {}
        return name, "wagtail.fields.StreamField", [[]], kwargs


class PhoneField(models.CharField):
    """A Vietnamese telephone number, kept as it was typed."""

    default_validators = [validate_phone]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 20)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", list(args), kwargs
