"""Which requests count: people who look, not programs, guesses of a browser or the rest of a download."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

# Words by which programs name themselves. "Cubot" is a telephone.
_PROGRAM: Final = re.compile(
    r"(?<!cu)bot\b|(?<!cu)bot[/_-]|crawl|spider|slurp|archiver|scrap(?:er|y)|"
    r"facebookexternalhit|preview|monitor|uptime|pingdom|statuscake|lighthouse|pagespeed|headless|"
    r"phantomjs|selenium|curl|wget|python|httpx|aiohttp|okhttp|libwww|java/|go-http|node-fetch|axios|"
    r"guzzle|httpclient|feed|rss|validator|w3c_|zgrab|nmap|nikto|sqlmap|masscan",
    re.IGNORECASE,
)
_PURPOSES: Final = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")
_FIRST_BYTES: Final = re.compile(r"\s*bytes\s*=\s*0*0-", re.IGNORECASE)


def is_program(user_agent: str) -> bool:
    """Search engines, monitors, scripts; and whoever says nothing at all."""
    return not user_agent.strip() or _PROGRAM.search(user_agent) is not None


def is_guess(headers: Mapping[str, str]) -> bool:
    """The browser fetches ahead of a click that may never come."""
    said = " ".join(headers.get(name, "") for name in _PURPOSES).casefold()
    return "prefetch" in said or "prerender" in said or "preview" in said


def is_continuation(headers: Mapping[str, str]) -> bool:
    """A further piece of a file whose beginning was counted."""
    wanted = headers.get("Range", "")
    return bool(wanted) and _FIRST_BYTES.match(wanted) is None


def is_from_elsewhere(headers: Mapping[str, str], host: str) -> bool:
    """Sent by a page of another origin: a banner on a foreign site could count up ours."""
    site = headers.get("Sec-Fetch-Site", "")
    if site:
        return site != "same-origin"
    origin = headers.get("Origin", "")
    return bool(origin) and origin.partition("://")[2] != host
