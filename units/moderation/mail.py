"""Send the mails of the reviews, one by one or as a digest; and try again what failed."""

from __future__ import annotations

import smtplib
from collections.abc import Sequence
from itertools import groupby

import structlog
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.mails import MAIL_ERRORS, mail_job, write_mail
from portal.users.models import User
from units.moderation.models.people import PendingMail

logger = structlog.get_logger(__name__)
# The server is there and does not want this one mail: an address that is gone, a text it takes for spam.
REFUSALS = (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError)


@mail_job("moderation.send_mail")
def send_mail(mail_id: int) -> None:
    """Send one mail of the outbox."""
    send_now([mail_id])


def send_now(mail_ids: Sequence[int]) -> None:
    """Send mails of one person as one; nothing when they were sent meanwhile.

    Raises one of MAIL_ERRORS when the mail server does not take it; they then stay in the outbox.
    """
    with transaction.atomic():
        rows = list(
            PendingMail.objects.select_for_update()
            .filter(pk__in=mail_ids, sent_at=None)
            .order_by("created_at", "pk")
        )
        if not rows:
            return
        user = User.objects.get(pk=rows[0].user_id)
        if not user.is_active:  # left since: what is written there is the portal's own business
            PendingMail.objects.filter(pk__in=[row.pk for row in rows]).delete()
            return
        _message(user, rows).send()
        PendingMail.objects.filter(pk__in=[row.pk for row in rows]).update(sent_at=timezone.now())


def _message(user: User, rows: Sequence[PendingMail]) -> EmailMultiAlternatives:
    is_digest = rows[0].for_digest
    subject = (
        _("Tổng hợp duyệt bài trong ngày: %s việc") % len(rows) if is_digest else rows[0].subject
    )
    context = {
        "user": user,
        "mails": rows,
        "portal": settings.WAGTAIL_SITE_NAME,
        "subject": subject,
    }
    return write_mail("moderation/mail/notice", subject, user.email, context)


def send_digests() -> int:
    """One mail for each person who wants a digest and has something in it; how many were sent."""
    waiting = PendingMail.objects.filter(sent_at=None, for_digest=True).order_by("user_id", "pk")
    sent = 0
    for _user, rows in groupby(waiting, key=lambda row: row.user_id):
        try:
            send_now([row.pk for row in rows])
        except MAIL_ERRORS as error:
            logger.error("review_digest_delayed", reason=str(error))
        else:
            sent += 1
    return sent


def resend() -> None:
    """Single mails that a dead broker or mail server left in the outbox."""
    for mail_id in list(
        PendingMail.objects.filter(sent_at=None, for_digest=False).values_list("pk", flat=True)
    ):
        try:
            send_now([mail_id])
        except REFUSALS as error:
            # Others behind it must not wait for ever.
            logger.error("review_mail_refused", mail=mail_id, reason=str(error))
        except MAIL_ERRORS as error:
            # The server is away for all of them; the next run tries again.
            logger.error("review_mail_delayed", mail=mail_id, reason=str(error))
            return
