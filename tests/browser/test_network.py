"""The content policy of public pages is in force."""

import pytest

from tests.browser.conftest import NewPage
from tests.browser.server import PortalServer
from tests.browser.traffic import Traffic

pytestmark = pytest.mark.browser


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
