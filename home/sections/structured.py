"""A unit as machines read it (schema.org)."""

from __future__ import annotations

from typing import Any

from portal.core.sharing import LOGO, absolute_static
from portal.core.text import phone_dialled
from units.models import Unit


def government_organization(unit: Unit, address: str) -> dict[str, Any]:
    """schema.org/GovernmentOrganization; what is not known is left out."""
    known = {
        "name": unit.name,
        "alternateName": unit.short_name,
        "url": address,
        "logo": absolute_static(LOGO, address),
        "telephone": phone_dialled(unit.telephone or unit.hotline),
        "email": unit.email,
        "hasMap": unit.map_link,
    }
    data: dict[str, Any] = {key: value for key, value in known.items() if value}
    data["@type"] = "GovernmentOrganization"
    if unit.address:
        data["address"] = {
            "@type": "PostalAddress",
            "streetAddress": unit.address,
            "addressCountry": "VN",
        }
    return data
