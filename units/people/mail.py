"""The mail of an invitation, and the way it is sent: behind the answer, tried again when it fails."""

import smtplib

import structlog
from celery import current_app
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.tasks import BROKER_ERRORS
from units.models import Invitation
from units.people.links import link_of

logger = structlog.get_logger(__name__)

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


def send_later(invitation_id: int) -> None:
    """Hand the mail to a worker; without a broker send it at once. Neither can fail the caller.

    What could not be sent shows as "chưa gửi" on the members screen, where it can be sent again.
    """
    from units.people.tasks import send_invitation

    try:
        if current_app.conf.task_always_eager:
            send(Invitation.objects.select_related("unit").get(pk=invitation_id))
        else:
            send_invitation.delay(invitation_id)
    except (*MAIL_ERRORS, *BROKER_ERRORS) as error:
        logger.error("invitation_not_sent", invitation=invitation_id, reason=str(error))
