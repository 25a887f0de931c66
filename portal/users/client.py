"""Who asks: the address and the browser behind a request."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest

USER_AGENT_LENGTH = 200


def client_address(request: HttpRequest | None) -> str:
    """The client's address, believing only the proxies that are our own.

    Each of them adds the address it was called from at the end of X-Forwarded-For, so the client
    stands `TRUSTED_PROXY_COUNT` entries from the end; whatever is further left, anyone can write.
    """
    if request is None:
        return ""
    count = settings.TRUSTED_PROXY_COUNT
    address = request.META.get("REMOTE_ADDR", "")
    if count:
        chain = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
        if len(chain) >= count:
            address = chain[-count]
    try:
        return str(ipaddress.ip_address(address.strip("[]")))
    except ValueError:
        return request.META.get("REMOTE_ADDR", "") or "0.0.0.0"  # noqa: S104


def client_network(request: HttpRequest | None) -> str:
    """Whose address it is, for counting: one line has a whole /64 of IPv6, and may use another each time."""
    address = client_address(request)
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address):
        return address
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((found, 64), strict=False))


def user_agent(request: HttpRequest | None) -> str:
    if request is None:
        return ""
    return request.headers.get("User-Agent", "")[:USER_AGENT_LENGTH]
