"""Pages fit: no sideways scrolling from 320 to 1440 pixels, with text of twice the size, for fingers."""

import pytest

from tests.browser.conftest import NewPage
from tests.browser.server import PortalServer
from tests.browser.visits import Visit, every_page

pytestmark = pytest.mark.browser

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


@every_page
def test_nothing_scrolls_sideways(visit: Visit, new_page: NewPage, server: PortalServer):
    page = new_page()
    visit.open(page, server)
    found = {}
    # The sheet's own size is 112.5 %; 225 % is what a reader who doubles the text gets.
    for size, widths in (("112.5%", (320, *WIDTHS)), ("225%", WIDTHS)):
        page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            if problems := page.evaluate(OVERFLOW):
                found[f"{width} px, text {size}"] = problems
    assert not found, found


@every_page
def test_targets_are_large_enough(visit: Visit, new_page: NewPage, server: PortalServer):
    page = new_page()
    visit.open(page, server)
    for width in (360, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        if width == 360 and page.locator(".menu-toggle").is_visible():
            page.locator(".menu-toggle > summary").click()
        small = page.evaluate(SMALL_TARGETS)
        assert not small, f"{width} px: {small}"
