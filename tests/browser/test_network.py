"""What a page loads: nothing from other hosts, nothing that fails, little."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request

from tests.browser.conftest import NewPage
from tests.browser.server import PortalServer
from tests.browser.visits import Visit, every_page

pytestmark = pytest.mark.browser

LIMIT = 60 * 1024
WATCH_POLICY = """
    window.policyViolations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
        policyViolations.push(`${event.violatedDirective}: ${event.blockedURI}`);
    });
"""


@dataclass
class Traffic:
    """Everything that a page asked for, and complained about."""

    page: Page
    requests: list[Request] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(WATCH_POLICY)
        self.page.on("requestfinished", lambda request: self.requests.append(request))
        self.page.on("requestfailed", self._failed)
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _failed(self, request: Request) -> None:
        self.requests.append(request)
        self.complaints.append(f"failed: {request.url} {request.failure}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.type}: {message.text} ({message.location['url']})")

    def finish(self) -> None:
        """Wait for lazy pictures too: they are requests like any other."""
        self.page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        self.page.wait_for_load_state("networkidle")
        self.complaints += self.page.evaluate("window.policyViolations")


def transferred(request: Request) -> int:
    """Bytes of the answer on the wire: headers, and the body as the server compressed it."""
    sizes = request.sizes()
    return sizes["responseHeadersSize"] + sizes["responseBodySize"]


def is_picture(request: Request) -> bool:
    return request.resource_type == "image"


@every_page
def test_page_stays_at_home_is_quiet_and_light(
    visit: Visit, new_page: NewPage, server: PortalServer
):
    page = new_page(360, 740)
    traffic = Traffic(page)
    visit.open(page, server)
    traffic.finish()

    hosts = {urlsplit(request.url).hostname for request in traffic.requests}
    assert hosts <= {visit.host, "localhost"}, hosts
    # The browser itself reports the status of an error page.
    expected = f"status of {visit.status} " if visit.status >= 400 else None
    complaints = [text for text in traffic.complaints if not expected or expected not in text]
    assert not complaints, "\n".join(complaints)

    sizes = {r.url: transferred(r) for r in traffic.requests if not is_picture(r)}
    lines = [f"{size:>8} {url}" for url, size in sizes.items()]
    assert sum(sizes.values()) <= LIMIT, (
        "over 60 KB transferred without pictures, on a cold cache:\n" + "\n".join(lines)
    )


def test_the_policy_is_enforced(new_page: NewPage, server: PortalServer):
    """The watcher would see a violation: an inline script and a foreign picture are refused."""
    page = new_page()
    traffic = Traffic(page)
    page.goto(server.url())
    page.evaluate(
        """() => {
            document.body.insertAdjacentHTML("beforeend", '<img src="https://other.example/a.png">');
            const script = document.createElement("script");
            script.textContent = "window.wasRun = true";
            document.body.append(script);
        }"""
    )
    traffic.finish()
    assert any("img-src" in text for text in traffic.complaints)
    assert any("script-src" in text for text in traffic.complaints)
    assert page.evaluate("window.wasRun") is None
