"""The panels of a leaflet."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.fields import StreamField

from home.legal_education.rules import leaflet
from portal.core.text import strip_html

PANEL_FEATURES = ["bold", "italic", "ol", "ul"]


class PanelBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Tiêu đề mặt"), max_length=80)
    text = blocks.RichTextBlock(label=_("Nội dung"), features=PANEL_FEATURES)

    class Meta:
        icon = "doc-full"
        label = _("Mặt của tờ gấp")
        template = "legal_education/panel.html"

    def clean(self, value: Any) -> Any:
        """What does not fit its place on paper is told here, and not found at the printer."""
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        source = cleaned["text"].source
        if over := leaflet.too_long(strip_html(source)):
            message = _("Mặt này dài hơn chỗ trên giấy %(over)d chữ cái. Hãy rút gọn.")
        elif over := leaflet.lines_over(cleaned["title"], source):
            message = _(
                "Mặt này dài hơn chỗ trên giấy khoảng %(over)d dòng: tiêu đề dài, nhiều đoạn và nhiều gạch "
                "đầu dòng chiếm thêm chỗ. Hãy rút gọn hoặc gộp lại."
            )
        if over:
            raise StructBlockValidationError({"text": ValidationError(message % {"over": over})})
        return cleaned


class PanelsBlock(blocks.StreamBlock):
    panel = PanelBlock()

    class Meta:
        required = False
        max_num = leaflet.MOST
        help_text = _(
            "Nhiều nhất 4 mặt. Bìa (tiêu đề, lời dẫn) và mặt sau (đơn vị, số điện thoại) được làm tự động."
        )


class PanelsField(StreamField):
    """As `portal.core.fields.BodyField`: the blocks stand in code, a migration sees the column."""

    def __init__(self, _block_types: Any = None, **kwargs: Any) -> None:
        kwargs.setdefault("blank", True)
        super().__init__(PanelsBlock(), **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, _args, kwargs = super().deconstruct()
        kwargs["block_lookup"] = {}
        return name, "wagtail.fields.StreamField", [[]], kwargs
