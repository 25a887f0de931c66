"""What the editor's screen of an item asks, in the order in which one writes.

Every field is there for everybody, so that a page can change its form and lose nothing; a small script
hides what the chosen form does not ask for, and without it the headings say which form a part is for.
"""

from __future__ import annotations

from typing import Any

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page

from portal.media.illustrated import author_panel, lead_picture_panel


def page_panels() -> list[Any]:
    return [
        FieldPanel("form", attrs={"data-legal-form": ""}),
        *Page.content_panels,
        FieldPanel("lead"),
        FieldPanel("facts", heading=_("Tình huống (chỉ cho hình thức Tình huống pháp luật)")),
        FieldPanel("question", heading=_("Câu hỏi (cho Hỏi – đáp và Tình huống pháp luật)")),
        FieldPanel("analysis", heading=_("Phân tích (chỉ cho hình thức Tình huống pháp luật)")),
        FieldPanel("conclusion", heading=_("Kết luận (chỉ cho hình thức Tình huống pháp luật)")),
        FieldPanel("infographic", heading=_("Tranh infographic (chỉ cho hình thức Infographic)")),
        FieldPanel(
            "text_alternative",
            heading=_("Nội dung bằng chữ của tranh (chỉ cho hình thức Infographic)"),
        ),
        FieldPanel("recording", heading=_("Tệp video hoặc âm thanh (cho Video và Podcast)")),
        FieldPanel("captions", heading=_("Phụ đề, tệp .vtt (chỉ cho hình thức Video)")),
        FieldPanel("embed_url", heading=_("Địa chỉ video ở trang ngoài (chỉ cho hình thức Video)")),
        FieldPanel("transcript", heading=_("Lời của video, podcast (cho Video và Podcast)")),
        FieldPanel("panels", heading=_("Các mặt của tờ gấp (chỉ cho hình thức Tờ gấp)")),
        FieldPanel("body", heading=_("Nội dung (câu trả lời của Hỏi – đáp; trừ Tờ gấp)")),
        lead_picture_panel(),
        MultiFieldPanel(
            [
                FieldPanel("legal_fields", widget=CheckboxSelectMultiple),
                FieldPanel("audiences", widget=CheckboxSelectMultiple),
            ],
            heading=_("Lĩnh vực và đối tượng"),
        ),
        InlinePanel("law_references", heading=_("Văn bản được viện dẫn"), label=_("Văn bản")),
        FieldPanel("found_citations"),
        MultiFieldPanel(
            [
                author_panel(),
                FieldRowPanel([FieldPanel("reviewed_on"), FieldPanel("review_again_on")]),
            ],
            heading=_("Tác giả và việc rà soát"),
        ),
    ]
