"""Widgets of the administration that start without a script in the page.

What: wraps `BaseChooser.render`. The templates of panels and of fields with a calendar (`admin_templates`)
    say the same; `core/js/admin-start.js` starts what they name.
Reason: a policy that forbids inline scripts is what stops a planted one, and Wagtail starts choosers,
    calendars and rows of panels by inline scripts. A nonce would not do: what a window brings later has
    another one.
Versions: Wagtail 7.4
Upstream: https://github.com/wagtail/wagtail/issues/12940
Goes when: Wagtail writes no inline script in its administration.
"""

from __future__ import annotations

import json
import re
from typing import Any

from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString
from wagtail.admin.widgets import BaseChooser

# `new PageChooser("id_page", {…});` or `createTaskChooser("id_task");`
_CALL = re.compile(r"<script>(?:new )?(\w+)\((.*)\);</script>\Z", re.DOTALL)


def replace_inline_scripts() -> None:
    """From now on choosers say as data what is to be started; once, when the portal starts."""
    stock = BaseChooser.render

    def render(self: BaseChooser, *args: Any, **kwargs: Any) -> SafeString:
        html = stock(self, *args, **kwargs)
        call = _CALL.search(html)
        if call is None:
            return html
        return SafeString(html[: call.start()]) + starting(call[1], json.loads(f"[{call[2]}]"))

    BaseChooser.render = render


def starting(name: str, arguments: list[Any]) -> SafeString:
    """What `admin-start.js` reads: a function or class of Wagtail's, and what to give it."""
    return format_html(
        '<span hidden data-controller="portal-start" data-portal-start-with-value="{}">{}</span>',
        name,
        json_script(arguments),
    )
