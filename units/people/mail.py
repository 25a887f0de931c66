"""The mail of an invitation: sent behind the answer, and tried again when the mail server is away."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.mails import mail_job, write_mail
from units.models import Invitation
from units.people.links import link_of


@mail_job("units.send_invitation")
def send_invitation(invitation_id: int) -> None:
    """Send one invitation; nothing to do when it was withdrawn or accepted meanwhile.

    What could not be sent shows as "chưa gửi" on the members screen, where it can be sent again.
    """
    invitation = Invitation.objects.open().select_related("unit").filter(pk=invitation_id).first()
    if invitation is None:
        return
    context = {
        "invitation": invitation,
        "unit": invitation.unit,
        "link": link_of(invitation),
        "portal": settings.WAGTAIL_SITE_NAME,
    }
    subject = _("Lời mời tham gia trang của %s") % invitation.unit.short_name
    write_mail("units/members/mail/invitation", subject, invitation.email, context).send()
    Invitation.objects.filter(pk=invitation.pk).update(mailed_at=timezone.now())
