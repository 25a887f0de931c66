"""Ask axe about the page as it stands."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": TAGS}}


def violations(page: Page, within: str | None = None) -> list[str]:
    """Each violation in one line: rule, selector, what to do. `within`: a part of the page alone."""
    found: list[dict[str, Any]] = (
        Axe().run(page, context=within, options=OPTIONS).response["violations"]
    )
    return [
        f"{rule['id']} ({rule['impact']}): {' '.join(map(str, node['target']))} – "
        f"{' '.join(node.get('failureSummary', '').split())}"
        for rule in found
        for node in rule["nodes"]
    ]
