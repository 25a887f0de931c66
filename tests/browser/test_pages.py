"""Every kind of page is opened once, and looked at from all sides: requests, structure, axe, layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.server import PortalServer
from tests.browser.traffic import Traffic, is_picture, transferred
from tests.browser.visits import FRAMED, VISITS, Visit

pytestmark = pytest.mark.browser

LIMIT = 60 * 1024
WIDTHS = (360, 768, 1440)
# What sticks out to the right, unless a parent scrolls or clips it.
OVERFLOW = """() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const clipped = (item) => {
        for (let up = item.parentElement; up; up = up.parentElement)
            if (getComputedStyle(up).overflowX !== "visible") return up !== document.documentElement;
        return false;
    };
    const out = [...document.querySelectorAll("body *")].filter((item) =>
        item.getBoundingClientRect().right > width + 1 && !clipped(item));
    return ["page is " + document.documentElement.scrollWidth + " wide"].concat(
        out.slice(0, 8).map((item) => item.tagName + "." + item.className + ": "
            + item.textContent.trim().slice(0, 40)));
}"""
# WCAG 2.2, 2.5.8: 24 by 24 pixels, or a circle of that size around the middle that touches no other
# target; links inside a sentence are let off.
SMALL_TARGETS = """() => {
    const all = [...document.querySelectorAll("a[href], button, input, select, summary, textarea")]
        .filter((item) => item.type !== "hidden" && item.checkVisibility({visibilityProperty: true}))
        .map((item) => ({item, box: item.getBoundingClientRect()}))
        .filter(({item, box}) => box.width > 1 && box.height > 1 && !item.closest(".skip-link"));
    const inSentence = ({item}) => getComputedStyle(item).display === "inline"
        && item.parentElement.textContent.trim() !== item.textContent.trim();
    const small = all.filter((one) =>
        !inSentence(one) && (one.box.width < 23.5 || one.box.height < 23.5));
    const touches = (one, other) => {
        const x = one.box.x + one.box.width / 2, y = one.box.y + one.box.height / 2;
        const dx = Math.max(other.box.left - x, 0, x - other.box.right);
        const dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
        return Math.hypot(dx, dy) < 12;
    };
    return small
        .filter((one) => all.some((other) => other !== one
            && !one.item.contains(other.item) && touches(one, other)))
        .map(({item, box}) => `${item.tagName} “${(item.innerText || item.name).trim()}” `
            + `${box.width.toFixed(1)}×${box.height.toFixed(1)}`);
}"""
# What moved after it was painted, and how far. The bar is half of what Core Web Vitals call good: an answer
# that reaches the browser in two parts, on a busy machine, moves words at the right edge by a hair.
SHIFTS = """() => new Promise((done) => {
    const found = [];
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
            for (const {node, previousRect, currentRect} of entry.sources)
                found.push([entry.value, `${node?.nodeName}.${node?.className}: `
                    + `${previousRect.y} -> ${currentRect.y}`]);
    }).observe({type: "layout-shift", buffered: true});
    setTimeout(() => done(found.filter(([value]) => value > 0.05)), 300);
})"""
NAVIGATION_NAMES = """() => [...document.querySelectorAll("nav")].map((nav) =>
    nav.getAttribute("aria-label")
    || document.getElementById(nav.getAttribute("aria-labelledby"))?.textContent.trim())"""


@dataclass
class Opened:
    """A page on a cold cache, and all that it asked for."""

    visit: Visit
    page: Page
    traffic: Traffic
    shifts: list[list[float | str]]

    def resize(self, width: int, height: int = 900) -> None:
        self.page.set_viewport_size({"width": width, "height": height})


@pytest.fixture(scope="module", params=VISITS, ids=str)
def opened(
    request: pytest.FixtureRequest, chromium: Browser, server: PortalServer
) -> Iterator[Opened]:
    viewport = {"width": 360, "height": 740}
    context = chromium.new_context(viewport=viewport, locale="vi-VN", reduced_motion="reduce")
    page = context.new_page()
    traffic = Traffic(page)
    request.param.open(page, server)
    traffic.finish()
    yield Opened(request.param, page, traffic, page.evaluate(SHIFTS))
    context.close()


def test_page_stays_at_home_is_quiet_and_light(opened: Opened):
    hosts = {urlsplit(request.url).hostname for request in opened.traffic.requests}
    assert hosts <= {opened.visit.host, "localhost"}, hosts
    # The browser itself reports the status of an error page.
    expected = f"status of {opened.visit.status} " if opened.visit.status >= 400 else None
    complaints = [
        text for text in opened.traffic.complaints if not expected or expected not in text
    ]
    assert not complaints, "\n".join(complaints)

    sizes = {r.url: transferred(r) for r in opened.traffic.requests if not is_picture(r)}
    lines = [f"{size:>8} {url}" for url, size in sizes.items()]
    assert sum(sizes.values()) <= LIMIT, (
        "over 60 KB transferred without pictures, on a cold cache:\n" + "\n".join(lines)
    )


def test_nothing_moves_once_it_is_shown(opened: Opened):
    """Pictures have their place before they come, and so has what a script shows."""
    assert not opened.shifts


def test_headings_and_landmarks(opened: Opened):
    """One h1 and no level left out; each landmark once, each navigation with a name of its own."""
    # On a phone the menu is behind its switch.
    opened.resize(1440)
    page = opened.page
    assert page.locator("html").get_attribute("lang") == "vi"
    assert len(page.title()) > 5
    levels = page.evaluate(
        """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
            .filter((heading) => heading.checkVisibility())
            .map((heading) => Number(heading.tagName[1]))"""
    )
    assert levels.count(1) == 1, levels
    assert levels[0] == 1, levels
    steps = pairwise(levels)
    assert all(after <= before + 1 for before, after in steps), levels
    expect(page.get_by_role("main")).to_have_count(1)
    if opened.visit in FRAMED:
        expect(page.get_by_role("banner")).to_have_count(1)
        expect(page.get_by_role("contentinfo")).to_have_count(1)
        expect(page.get_by_role("navigation", name="Danh mục chính")).to_have_count(1)
        assert page.get_by_role("search").count() >= 1
    names = page.evaluate(NAVIGATION_NAMES)
    assert all(names), "a navigation without a name"
    assert len(names) == len(set(names)), names


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1440, 900)])
def test_axe_finds_no_violation(width: int, height: int, opened: Opened):
    opened.resize(width, height)
    found = violations(opened.page)
    assert not found, "\n".join(found)


def test_nothing_scrolls_sideways(opened: Opened):
    page = opened.page
    found = {}
    # The sheet's own size is 112.5 %; 225 % is what a reader who doubles the text gets.
    for size, widths in (("112.5%", (320, *WIDTHS)), ("225%", WIDTHS)):
        page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            if problems := page.evaluate(OVERFLOW):
                found[f"{width} px, text {size}"] = problems
    page.evaluate("document.documentElement.style.fontSize = ''")
    assert not found, found


def test_targets_are_large_enough(opened: Opened):
    page = opened.page
    for width in (360, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        if width == 360 and page.locator(".menu-toggle").is_visible():
            page.locator(".menu-toggle").evaluate("menu => { menu.open = true }")
        small = page.evaluate(SMALL_TARGETS)
        assert not small, f"{width} px: {small}"
