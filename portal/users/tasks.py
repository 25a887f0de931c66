"""Background work of accounts."""

from celery import shared_task

from portal.users import limits, services


@shared_task(name="portal.mail_password_reset")
def mail_password_reset(email: str) -> None:
    services.mail_password_reset(email)


@shared_task(name="portal.disable_unused_accounts")
def disable_unused_accounts() -> None:
    """Nightly: notices, disabled accounts, and counters nobody needs any more."""
    services.disable_unused_accounts()
    limits.forget_old()
