"""How log lines look: readable on a laptop, one JSON object a line in production.

Both formatters take records of structlog and of the standard library alike, so that Django's,
Wagtail's and Celery's own messages come out in the same shape.
"""

import logging

import structlog
from structlog.typing import Processor

_SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.stdlib.ExtraAdder(),
    structlog.processors.TimeStamper(fmt="%Y-%m-%dT%H:%M:%S.%f%z", utc=False),
    structlog.processors.StackInfoRenderer(),
]


def console_formatter() -> logging.Formatter:
    """For `LOGGING`: plain lines for a person, tracebacks as Python prints them."""
    return _formatter(
        structlog.dev.ConsoleRenderer(
            colors=False, exception_formatter=structlog.dev.plain_traceback
        )
    )


def json_formatter() -> logging.Formatter:
    """For `LOGGING`: one object a line, Vietnamese left readable, tracebacks inside the object."""
    return _formatter(
        structlog.processors.format_exc_info,
        structlog.processors.JSONRenderer(ensure_ascii=False),
    )


def _formatter(*renderers: Processor) -> logging.Formatter:
    _configure_structlog()
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=_SHARED,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *renderers],
    )


def _configure_structlog() -> None:
    """Send `structlog.get_logger()` through the standard library, where levels and handlers are."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_SHARED,
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
