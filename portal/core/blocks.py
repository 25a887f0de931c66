"""The blocks that the body of every article-like page is made of."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.table_block.blocks import TableBlock as StockGrid
from wagtail.documents.blocks import DocumentChooserBlock as StockDocumentChooser
from wagtail.images.blocks import ImageChooserBlock as StockImageChooser

from portal.core.sent_json import UnreadableError, read_json
from portal.core.targets import find_many
from portal.core.text import slugify, strip_html
from portal.core.validators import validate_alt_text

INLINE_FEATURES = ["bold", "italic", "link", "document-link"]
TEXT_FEATURES = [*INLINE_FEATURES, "ol", "ul", "superscript", "subscript"]


class _AtHand:
    """A chooser that takes what the page has loaded already for all its blocks."""

    model_class: Any

    def bulk_to_python(self, values: Any) -> list[Any]:
        return find_many(self.model_class, values)


class ImageChooserBlock(_AtHand, StockImageChooser):
    pass


class DocumentChooserBlock(_AtHand, StockDocumentChooser):
    pass


class HeadingValue(blocks.StructValue):
    @property
    def anchor(self) -> str:
        return slugify(self.get("text") or "") or "muc"


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Đề mục"), max_length=160)
    level = blocks.ChoiceBlock(
        label=_("Cấp"),
        choices=[("2", _("Đề mục lớn")), ("3", _("Đề mục nhỏ"))],
        default="2",
    )

    class Meta:
        icon = "title"
        label = _("Đề mục")
        template = "blocks/heading.html"
        value_class = HeadingValue


class PictureValue(blocks.StructValue):
    @property
    def alt(self) -> str:
        """What a screen reader says: the text given here, else the picture's own description."""
        if self.get("is_decorative"):
            return ""
        image = self.get("image")
        return self.get("alt_text") or (image.description if image else "")


class PictureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Ảnh"))
    alt_text = blocks.CharBlock(
        label=_("Văn bản thay thế"),
        required=False,
        max_length=255,
        help_text=_("Mô tả ảnh cho người không nhìn thấy. Để trống nếu ảnh đã có mô tả."),
    )
    is_decorative = blocks.BooleanBlock(
        label=_("Ảnh chỉ để trang trí, không mang nội dung"), required=False
    )
    caption = blocks.CharBlock(label=_("Chú thích"), required=False, max_length=300)
    credit = blocks.CharBlock(label=_("Tác giả, nguồn ảnh"), required=False, max_length=120)

    class Meta:
        icon = "image"
        label = _("Ảnh")
        template = "blocks/image.html"
        value_class = PictureValue

    def clean(self, value: Any) -> Any:
        """A picture that says something says it to everyone; in a draft it may still say nothing."""
        cleaned = super().clean(value)
        if cleaned.get("is_decorative") or self.is_deferred_validation:
            return cleaned
        if not cleaned.alt:
            message = _(
                "Ảnh cần văn bản thay thế. Viết một câu mô tả ảnh, hoặc đánh dấu ảnh chỉ để trang trí."
            )
            raise StructBlockValidationError({"alt_text": ValidationError(message)})
        try:
            validate_alt_text(cleaned.alt)
        except ValidationError as error:
            raise StructBlockValidationError({"alt_text": error}) from error
        return cleaned


class GalleryBlock(blocks.StructBlock):
    caption = blocks.CharBlock(label=_("Tên bộ ảnh"), required=False, max_length=200)
    items = blocks.ListBlock(PictureBlock(), label=_("Ảnh"), min_num=2, max_num=40)

    class Meta:
        icon = "image"
        label = _("Bộ ảnh")
        template = "blocks/gallery.html"


class TableValue(blocks.StructValue):
    @property
    def _grid(self) -> dict[str, Any]:
        return self.get("table") or {}

    @property
    def _data(self) -> list[list[str]]:
        return [[cell or "" for cell in row] for row in self._grid.get("data") or []]

    @property
    def has_header_row(self) -> bool:
        return bool(self._grid.get("first_row_is_table_header"))

    @property
    def header_row(self) -> list[str]:
        return self._data[0] if self.has_header_row and self._data else []

    @property
    def rows(self) -> list[list[str]]:
        return self._data[1:] if self.has_header_row else self._data

    @property
    def first_column_is_header(self) -> bool:
        return bool(self._grid.get("first_col_is_header"))


class GridBlock(StockGrid):
    """Rows and columns; only what its script sends gets into a page, which everybody reads later."""

    def value_from_form(self, value: Any) -> dict[str, Any] | None:
        """Raises UnreadableError."""
        try:
            sent = read_json(value)
        except (TypeError, ValueError) as error:
            raise UnreadableError from error
        if sent is None:
            return None
        if not isinstance(sent, dict) or not _is_grid(sent.get("data") or []):
            raise UnreadableError
        choices = {name: sent.get(name) for name in ("table_header_choice", "table_caption")}
        heads = ("first_row_is_table_header", "first_col_is_header")
        return {
            "data": sent.get("data") or [],
            **{name: choice for name, choice in choices.items() if isinstance(choice, str)},
            **{name: bool(sent.get(name)) for name in heads},
        }


def _is_grid(rows: Any) -> bool:
    return isinstance(rows, list) and all(
        isinstance(row, list) and all(cell is None or isinstance(cell, str) for cell in row)
        for row in rows
    )


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(
        label=_("Tên bảng"), max_length=200, help_text=_("Nói bảng này cho biết điều gì.")
    )
    table = GridBlock(label=_("Bảng"), table_options={"language": "vi-VN"})

    class Meta:
        icon = "table"
        label = _("Bảng")
        template = "blocks/table.html"
        value_class = TableValue


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Lời trích"))
    attribution = blocks.CharBlock(label=_("Người nói, nguồn"), required=False, max_length=160)

    class Meta:
        icon = "openquote"
        label = _("Trích dẫn")
        template = "blocks/quote.html"


class FileValue(blocks.StructValue):
    @property
    def title(self) -> str:
        document = self.get("document")
        return self.get("name") or (document.title if document else "")


class FileBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Tệp"))
    name = blocks.CharBlock(label=_("Tên hiển thị"), required=False, max_length=200)
    description = blocks.CharBlock(label=_("Mô tả"), required=False, max_length=300)

    class Meta:
        icon = "doc-full"
        label = _("Tệp đính kèm")
        template = "blocks/file.html"
        value_class = FileValue


class VideoBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Tên video"), max_length=160)
    video = DocumentChooserBlock(label=_("Tệp video (MP4 hoặc WebM)"))
    poster = ImageChooserBlock(label=_("Ảnh bìa"), required=False)
    captions = DocumentChooserBlock(label=_("Phụ đề (tệp .vtt)"), required=False)
    transcript = blocks.RichTextBlock(
        label=_("Lời của video"), required=False, features=TEXT_FEATURES
    )

    class Meta:
        icon = "media"
        label = _("Video")
        template = "blocks/video.html"

    def clean(self, value: Any) -> Any:
        """People who cannot hear need captions or the words; players need a format they know."""
        cleaned = super().clean(value)
        errors = {}
        if cleaned["video"].file_extension not in {"mp4", "webm"}:
            errors["video"] = ValidationError(_("Hãy chọn tệp MP4 hoặc WebM."))
        captions, transcript = cleaned.get("captions"), cleaned.get("transcript")
        if captions and captions.file_extension != "vtt":
            errors["captions"] = ValidationError(_("Phụ đề phải là tệp .vtt."))
        if not captions and not (transcript and strip_html(transcript.source)):
            errors["captions"] = ValidationError(
                _("Video cần phụ đề (tệp .vtt) hoặc lời của video, cho người không nghe được.")
            )
        if errors:
            raise StructBlockValidationError(errors)
        return cleaned


class AccordionItemBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Tiêu đề"), max_length=200)
    content = blocks.RichTextBlock(label=_("Nội dung"), features=TEXT_FEATURES)


class AccordionBlock(blocks.StructBlock):
    items = blocks.ListBlock(AccordionItemBlock(), label=_("Mục"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Mục mở rộng")
        template = "blocks/accordion.html"


class NoticeBlock(blocks.StructBlock):
    tone = blocks.ChoiceBlock(
        label=_("Loại"),
        choices=[("info", _("Thông tin")), ("warning", _("Lưu ý")), ("success", _("Kết quả"))],
        default="info",
    )
    text = blocks.RichTextBlock(label=_("Nội dung"), features=TEXT_FEATURES)

    class Meta:
        icon = "warning"
        label = _("Khung lưu ý")
        template = "blocks/notice.html"


class BodyBlock(blocks.StreamBlock):
    """The body of a page. Its pieces are listed once, here."""

    heading = HeadingBlock()
    paragraph = blocks.RichTextBlock(
        label=_("Đoạn văn"),
        icon="pilcrow",
        features=TEXT_FEATURES,
        template="blocks/paragraph.html",
    )
    image = PictureBlock()
    gallery = GalleryBlock()
    table = TableBlock()
    quote = QuoteBlock()
    file = FileBlock()
    video = VideoBlock()
    accordion = AccordionBlock()
    notice = NoticeBlock()

    class Meta:
        required = False


def body_headings(body: Any) -> list[tuple[str, str]]:
    """(anchor, text) of the large headings, for a table of contents."""
    return [
        (block.value.anchor, block.value["text"])
        for block in body
        if block.block_type == "heading" and block.value.get("level") == "2"
    ]


def body_text(body: Any) -> str:
    """The readable text of a body, unfolded, for search and reading aids."""
    return " ".join(str(piece) for piece in body.stream_block.get_searchable_content(body))
