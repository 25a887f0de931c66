"""The questions of a quiz as a model field whose blocks live in code alone, like `portal.core.fields`."""

from typing import Any

from wagtail.fields import StreamField

from home.quizzes.blocks import QuestionsBlock


class QuestionsField(StreamField):
    def __init__(self, _block_types: Any = None, **kwargs: Any) -> None:
        """The blocks are always `QuestionsBlock`; the argument is what a clone passes back."""
        kwargs.setdefault("blank", True)
        super().__init__(QuestionsBlock(), **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, _args, kwargs = super().deconstruct()
        kwargs["block_lookup"] = {}
        return name, "wagtail.fields.StreamField", [[]], kwargs
