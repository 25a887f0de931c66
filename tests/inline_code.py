"""What a policy without inline code would refuse in a page."""

from __future__ import annotations

from bs4 import BeautifulSoup

SCRIPTS = {"", "module", "text/javascript", "application/javascript"}


def inline_code(html: str) -> list[str]:
    """Scripts in the page, event handlers, and links that are scripts; templates in it as well."""
    found = []
    for element in BeautifulSoup(html, "html.parser").find_all(True):
        if element.name == "script" and not element.get("src"):
            found += [str(element)] if element.get("type", "") in SCRIPTS else []
        found += [f"{element.name} {name}" for name in element.attrs if name.startswith("on")]
        links = [str(element.get(name, "")) for name in ("href", "src", "action", "formaction")]
        found += [link for link in links if link.strip().lower().startswith("javascript:")]
    return found
