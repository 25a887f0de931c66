"""The mail of an invitation."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from units.models import Invitation
from units.people.links import link_of

MAIL_ERRORS: tuple[type[Exception], ...] = (smtplib.SMTPException, OSError)


def send(invitation: Invitation) -> None:
    """Send the mail now. Raises one of MAIL_ERRORS when the mail server does not take it."""
    context = {
        "invitation": invitation,
        "unit": invitation.unit,
        "link": link_of(invitation),
        "portal": settings.WAGTAIL_SITE_NAME,
    }
    message = EmailMultiAlternatives(
        subject=_("Lời mời tham gia trang của %s") % invitation.unit.short_name,
        body=render_to_string("units/members/mail/invitation.txt", context),
        to=[invitation.email],
    )
    html = render_to_string("units/members/mail/invitation.html", context)
    message.attach_alternative(html, "text/html")
    message.send()
    Invitation.objects.filter(pk=invitation.pk).update(mailed_at=timezone.now())
