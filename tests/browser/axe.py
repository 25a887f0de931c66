"""Ask axe about the page as it stands."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# A message that is still fading in has colours of its own; what turns for ever is not waited for.
STILL = """() => Promise.all(document.getAnimations()
    .filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime))
    .map((one) => one.finished.catch(() => null))).then(() => null)"""
OPTIONS = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": TAGS}}


def violations(page: Page, within: str | None = None) -> list[str]:
    """Each violation in one line: rule, selector, what to do. `within`: a part of the page alone."""
    page.evaluate(STILL)
    found: list[dict[str, Any]] = (
        Axe().run(page, context=within, options=OPTIONS).response["violations"]
    )
    return [
        f"{rule['id']} ({rule['impact']}): {' '.join(map(str, node['target']))} – "
        f"{' '.join(node.get('failureSummary', '').split())}"
        for rule in found
        for node in rule["nodes"]
    ]
