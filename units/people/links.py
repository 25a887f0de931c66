"""The link of an invitation: signed, so that nobody makes one up; it ends with its first use."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import timezone

from units.models import Invitation

_SALT = "units.invitation"


def expiry() -> datetime:
    """When a link sent now stops working."""
    return timezone.now() + timedelta(days=settings.PORTAL_INVITATION_DAYS)


def link_of(invitation: Invitation) -> str:
    token = signing.dumps({"id": invitation.pk, "nonce": invitation.nonce}, salt=_SALT)
    return settings.WAGTAILADMIN_BASE_URL + reverse("invitation_accept", args=[token])


def invitation_of(token: str) -> Invitation | None:
    """The invitation that the link still opens; None for a forged, used, withdrawn or old one."""
    try:
        data = signing.loads(token, salt=_SALT)
        found = Invitation.objects.select_related("unit", "invited_by").filter(
            pk=data["id"], nonce=data["nonce"]
        )
    except (signing.BadSignature, KeyError, TypeError):
        return None
    invitation = found.first()
    if invitation is None or not invitation.is_open or invitation.is_expired:
        return None
    return invitation if invitation.unit.is_active else None
