"""Work of this room for Celery."""

from __future__ import annotations

import structlog
from celery import shared_task

from home.laws import watching
from portal.core import jobs

logger = structlog.get_logger(__name__)


@shared_task(name="laws.watch_validity")
def watch_validity() -> None:
    """Just after midnight, and whenever the board has changed a law."""
    watching.watch_validity()


def watch_soon() -> None:
    """Without waiting for the night, which makes up for a broker or receivers that fail now."""
    try:
        jobs.start(watch_validity)
    except watching.LapsesUntoldError as error:
        logger.warning("law_watch_delayed", reason=str(error))
