"""What templates of every app need: Vietnamese formats, pictures, structured data, query strings."""

import json
import logging
from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.template.defaultfilters import stringfilter
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import AbstractImage, Filter, SourceImageIOError
from wagtail.models import Page

from portal.core import text
from portal.core.addresses import canonical_url
from portal.core.pages import BasePage

register = template.Library()
logger = logging.getLogger(__name__)

register.filter("vn_number", text.format_number)
register.filter("phone", stringfilter(text.phone_display))
register.filter("phone_href", stringfilter(text.phone_href))


@register.filter
def vn_date(value: Any) -> str:
    return text.format_date(value) if value else ""


@register.filter
def vn_datetime(value: Any) -> str:
    return text.format_datetime(value) if value else ""


@register.filter
def vn_date_long(value: Any) -> str:
    return text.format_date_long(value) if value else ""


@register.simple_tag(takes_context=True)
def address_of(context: Context, page: Page) -> str:
    """The canonical address of any page, also of one not yet turned into its specific type."""
    return canonical_url(page, context.get("request"))


@register.simple_tag(takes_context=True)
def query_with(context: Context, **changes: Any) -> str:
    """The current query string with some parameters replaced; None removes one."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    for name, value in changes.items():
        # A template cannot write "chu-de=" as a keyword.
        key = name.replace("_", "-")
        query.pop(key, None)
        if value not in (None, ""):
            query[key] = str(value)
    return f"?{query.urlencode()}" if query else "?"


@register.simple_tag(takes_context=True)
def json_ld(context: Context, page: Any) -> SafeString:
    """Structured data of the page, safe inside a script element."""
    if not isinstance(page, BasePage):
        return mark_safe("")
    data = page.get_json_ld(context["request"])
    if "meta" in context:
        data["@graph"] += context["meta"].graph
    text = json.dumps(data, ensure_ascii=False)
    for char, escape in (("<", "\\u003C"), (">", "\\u003E"), ("&", "\\u0026")):
        text = text.replace(char, escape)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 (escaped)


@register.simple_tag
def picture_for(
    image: AbstractImage | None,
    widths: str = "400,800",
    sizes: str = "100vw",
    ratio: str = "",
    **attrs: Any,
) -> SafeString | str:
    """A complete picture element, WebP with a JPEG for old browsers; "" without a usable file.

    `ratio` such as "16x10" crops around the focal point; without it the picture keeps its shape.
    A broken file must not break the page it illustrates: it is logged and left out.
    """
    if image is None:
        return ""
    modern = [
        Filter(spec=f"{_resize(int(width), ratio)}|format-webp") for width in widths.split(",")
    ]
    plain = Filter(spec=modern[len(modern) // 2].spec.replace("format-webp", "format-jpeg"))
    try:
        renditions = image.get_renditions(*modern, plain)
    except (SourceImageIOError, OSError, ValueError, InvalidFilterSpecError) as error:
        logger.warning("Picture %s cannot be shown: %s", image.pk, error)
        return ""
    # A small original is never blown up, so several widths may be the same file.
    files = {renditions[item.spec].width: renditions[item.spec].url for item in modern}
    srcset = ", ".join(f"{url} {width}w" for width, url in sorted(files.items()))
    fallback = renditions[plain.spec]
    attrs = {"alt": image.default_alt_text, **attrs}
    return format_html(
        '<picture><source type="image/webp" srcset="{}" sizes="{}">'
        '<img src="{}" width="{}" height="{}"{}></picture>',
        srcset,
        sizes,
        fallback.url,
        fallback.width,
        fallback.height,
        format_html_join("", ' {}="{}"', attrs.items()),
    )


def _resize(width: int, ratio: str) -> str:
    if not ratio:
        return f"width-{width}"
    across, down = (int(part) for part in ratio.split("x"))
    return f"fill-{width}x{round(width * down / across)}"
