"""How the mail of an invitation is sent: behind the answer, tried again when it fails."""

from typing import Any

import structlog
from celery import current_app, shared_task

from portal.core.tasks import BROKER_ERRORS
from units.models import Invitation
from units.people.mail import MAIL_ERRORS, send

logger = structlog.get_logger(__name__)

# 1, 2, 4 … minutes, an hour at most: a mail server that is away for a night is waited for.
RETRIES = 16
LONGEST_WAIT_SECONDS = 3600


@shared_task(bind=True, name="units.send_invitation", max_retries=RETRIES)
def send_invitation(self: Any, invitation_id: int) -> None:
    """Send one invitation; nothing to do when it was withdrawn or accepted meanwhile."""
    invitation = Invitation.objects.open().select_related("unit").filter(pk=invitation_id).first()
    if invitation is None:
        return
    try:
        send(invitation)
    except MAIL_ERRORS as error:
        wait = min(60 * 2**self.request.retries, LONGEST_WAIT_SECONDS)
        raise self.retry(exc=error, countdown=wait) from error


def send_later(invitation_id: int) -> None:
    """Hand the mail to a worker; without a broker send it at once. Neither can fail the caller.

    What could not be sent shows as "chưa gửi" on the members screen, where it can be sent again.
    """
    try:
        if current_app.conf.task_always_eager:
            send(Invitation.objects.select_related("unit").get(pk=invitation_id))
        else:
            send_invitation.delay(invitation_id)
    except (*MAIL_ERRORS, *BROKER_ERRORS) as error:
        logger.error("invitation_not_sent", invitation=invitation_id, reason=str(error))
