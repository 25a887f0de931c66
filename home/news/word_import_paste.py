"""Text pasted from a word processor into a page's body, cleaned into blocks.

The editor alone keeps words and bold and loses the rest: headings become plain lines, a table one line
for each cell, and deleted text and comments of the reviewers stay (measured on Wagtail 7.4).
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from portal.core.blocks import BodyBlock
from portal.core.intake.apart import read_long_apart
from portal.core.intake.refusals import ReadingStopped
from portal.core.sent_json import read_json
from portal.core.word import (
    Block,
    Cleaned,
    Paragraph,
    PictureSlot,
    WordFileError,
    clean_html,
    sentence,
)

MAX_BODY = 8 * 1024 * 1024
_TOO_LONG = gettext_lazy(
    "Đoạn dán quá dài hoặc quá nhiều bảng nên không được nhận. Hãy dán từng phần, hoặc dùng “Tạo tin từ "
    "tệp Word”."
)


@require_POST
def word_paste(request: HttpRequest) -> HttpResponse:
    """Answer with blocks as the editor's forms hold them; reads and writes no row.

    `blocks` is the text as it arrived and `converted`, when old fonts were found, the same in Unicode;
    the person chooses. `notes` says what was dropped.
    """
    body = request.read(MAX_BODY + 1)
    if len(body) > MAX_BODY:
        return JsonResponse({"error": str(_TOO_LONG)}, status=422)
    try:
        html = str(read_json(body)["html"])
        cleaned = read_long_apart(len(html), clean_html, html)
        converted = (
            read_long_apart(len(html), clean_html, html, convert=None) if cleaned.passages else None
        )
    except (WordFileError, ReadingStopped):
        return JsonResponse({"error": str(_TOO_LONG)}, status=422)
    except (ValueError, KeyError, TypeError):
        message = _("Không đọc được đoạn dán. Hãy dán từng phần, hoặc dùng “Tạo tin từ tệp Word”.")
        return JsonResponse({"error": message}, status=422)
    answer: dict[str, Any] = {
        "blocks": _form_state(cleaned),
        "notes": [sentence(key, count) for key, count in sorted(_dropped(cleaned).items())],
    }
    if converted:
        lines = [f"{passage.before} → {passage.after}" for passage in cleaned.passages[:3]]
        question = _("Đoạn dán có chữ viết bằng phông cũ. Chuyển sang Unicode như sau?")
        answer |= {"converted": _form_state(converted), "question": "\n\n".join([question, *lines])}
    return JsonResponse(answer)


def _in_words(block: Block) -> Block | None:
    """A clipboard names pictures on somebody's disk: what stays is the caption, as a line of text.

    An empty picture block would keep the draft from being saved.
    """
    if not isinstance(block, PictureSlot):
        return block
    return Paragraph(f"<p><i>{escape(block.caption)}</i></p>") if block.caption else None


def _dropped(cleaned: Cleaned) -> dict[str, int]:
    pictures = sum(isinstance(block, PictureSlot) for block in cleaned.blocks)
    return cleaned.dropped | ({"outside": pictures} if pictures else {})


def _form_state(cleaned: Cleaned) -> list[dict[str, Any]]:
    """The blocks in the shape in which the editor's own script takes them."""
    body = BodyBlock()
    stream = [block.as_stream() for block in map(_in_words, cleaned.blocks) if block]
    if cleaned.title:
        stream.insert(0, {"type": "heading", "value": {"text": cleaned.title[:160], "level": "2"}})
    return body.get_form_state(body.to_python(stream))
