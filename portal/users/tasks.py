"""Background work of accounts: what beat runs; the mail of a forgotten password is a job of `services`."""

from celery import shared_task

from portal.users import limits, services, sessions


@shared_task(name="portal.disable_unused_accounts")
def disable_unused_accounts() -> None:
    """Nightly: notices, disabled accounts, and counters and sessions nobody needs any more."""
    services.disable_unused_accounts()
    limits.forget_old()
    sessions.forget_old()
