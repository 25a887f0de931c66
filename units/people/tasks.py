"""Work of this room for Celery."""

from typing import Any

from celery import shared_task

from units.models import Invitation
from units.people.mail import MAIL_ERRORS, send

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
