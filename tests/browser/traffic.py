"""Everything that a page asks for, and what the browser complains about."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Page, Request

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
