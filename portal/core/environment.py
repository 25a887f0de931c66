"""Every variable of the environment that the portal reads: one table for settings, checks and documents.

`portal.settings` takes its values by `read`, `manage.py check` tells what is out of use, and
`deploy.settings_table` writes the tables of the README and of docs/settings.md. What nobody has a reason
to change is a constant in the settings and stands here no more (`RETIRED`).

Pure Python: it is read before Django is.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured


class Group(Enum):
    """How soon an administrator meets a variable; the value is its heading."""

    MUST = "A server needs these"
    MAY = "A province may want these"
    RARELY = "Rarely, and for development"


class Form(Enum):
    """What a value is, and how a person is told so."""

    TEXT = "một chuỗi"
    NUMBER = "một số nguyên"
    DECIMAL = "một số"
    FLAG = "true hoặc false"
    LIST = "các giá trị cách nhau bằng dấu phẩy"
    FOLDER = "đường dẫn một thư mục"
    DATABASE = "địa chỉ cơ sở dữ liệu, ví dụ postgres://user:password@host:5432/name"
    MAIL = "địa chỉ máy chủ thư, ví dụ smtp+tls://user:password@host:587"


@dataclass(frozen=True)
class Variable:
    """`default` is what `read` gives without it; `without` says the same in words for the table."""

    name: str
    group: Group
    form: Form
    default: Any
    without: str
    does: str
    least: float | None = None
    most: float | None = None


MUST, MAY, RARELY = Group.MUST, Group.MAY, Group.RARELY
TEXT, NUMBER, DECIMAL, FLAG = Form.TEXT, Form.NUMBER, Form.DECIMAL, Form.FLAG
LIST, FOLDER, DATABASE, MAIL = Form.LIST, Form.FOLDER, Form.DATABASE, Form.MAIL

_ROWS = (
    Variable(
        "SECRET_KEY", MUST, TEXT, "", "refused in production", "signs sessions and links: long and random"
    ),
    Variable(
        "ADMIN_HOST", MUST, TEXT, "", "refused in production", "the only host that has the administration"
    ),
    Variable(
        "DATABASE_URL", MUST, DATABASE, "", "SQLite in `var/`", "`postgres://user:password@host:5432/name`"
    ),
    Variable(
        "REDIS_URL", MUST, TEXT, "", "in-process cache",
        "cache and, unless told otherwise, the broker of background work",
    ),
    Variable("MEDIA_ROOT", MUST, FOLDER, "", "`var/media`", "where uploaded files lie"),
    Variable(
        "EMAIL_URL", MUST, MAIL, "consolemail://", "files in `var/mail` (development)",
        "`smtp+tls://user:password@host:587`",
    ),
    Variable(
        "DEFAULT_FROM_EMAIL", MUST, TEXT, "cong-thong-tin@localhost", "`cong-thong-tin@localhost`",
        "sender of mails",
    ),
    Variable(
        "MEDIA_ACCEL_PREFIX", MAY, TEXT, "", "the portal sends the bytes",
        "inner address by which nginx sends files, such as `/protected-media/`",
    ),
    Variable("MAINTENANCE_MODE", MAY, FLAG, False, "false", "answers 503 with a page that says so"),
    Variable(
        "REVIEW_DAYS_UNIT", MAY, DECIMAL, 1, "1", "working days that a unit's leader has for an item"
    ),
    Variable("REVIEW_DAYS_BOARD", MAY, DECIMAL, 2, "2", "the same for the editorial board"),
    Variable(
        "MFA_REQUIRED_FOR_ALL", MAY, FLAG, False, "false", "contributors need a second factor as well"
    ),
    Variable(
        "AUDIT_RETENTION_DAYS", MAY, NUMBER, 365, "365", "days for which the log is kept; at least 92",
        least=92,
    ),
    Variable(
        "DOCUMENT_MAX_MB", MAY, NUMBER, 25, "25",
        "megabytes that a document's file (PDF, Word, Excel, picture) may have", least=1, most=1000,
    ),
    Variable(
        "RECORDING_MAX_MB", MAY, NUMBER, 200, "200",
        "the largest film or sound that may be uploaded; nginx has a limit of its own",
        least=1, most=5000,
    ),
    Variable(
        "IMPORT_MAX_MB", MAY, NUMBER, 50, "50",
        "megabytes of an archive of documents for bulk import; nginx must let it pass",
        least=1, most=5000,
    ),
    Variable(
        "ADMIN_BASE_URL", RARELY, TEXT, "", "from `ADMIN_HOST`", "address of the administration in mails"
    ),
    Variable(
        "EXTRA_HOSTS", RARELY, LIST, (), "none", "host names to answer besides the sites in the database"
    ),
    Variable(
        "CELERY_BROKER_URL", RARELY, TEXT, "", "`REDIS_URL`",
        "a broker of its own; without any broker background work is done at once",
    ),
    Variable(
        "SECOND_FACTOR_KEY", RARELY, TEXT, "", "`SECRET_KEY`", "encrypts the secrets of second factors"
    ),
    Variable(
        "TRUSTED_PROXY_COUNT", RARELY, NUMBER, None, "0; 1 in production",
        "proxies in front whose `X-Forwarded-For` is believed", least=0, most=10,
    ),
    Variable("HTTPS", RARELY, FLAG, True, "true in production", "redirects to TLS, secure cookies, HSTS"),
    Variable(
        "HSTS_SECONDS", RARELY, NUMBER, None, "one year", "how long browsers remember to use TLS", least=0
    ),
    Variable(
        "HSTS_INCLUDE_SUBDOMAINS", RARELY, FLAG, False, "false", "whether that holds below the host, too"
    ),
    Variable(
        "HSTS_PRELOAD", RARELY, FLAG, False, "false",
        "allows the host to be put on the list that browsers bring along; hard to take back",
    ),
    Variable("LOG_LEVEL", RARELY, TEXT, "INFO", "INFO", "how much is logged; JSON in production"),
    Variable("DEBUG", RARELY, FLAG, False, "false", "Django's debug pages; never in production"),
    Variable("PORT", RARELY, NUMBER, 8000, "8000", "port of the development server", least=1, most=65535),
    Variable(
        "SECOND_FACTOR", RARELY, FLAG, False, "off in development",
        "`1` asks for the second factor there too; production always does",
    ),
    Variable("DEMO_PASSWORD", RARELY, TEXT, "", "made up", "password of the sample accounts"),
)  # fmt: skip
VARIABLES: Mapping[str, Variable] = {row.name: row for row in _ROWS}

# Read once, and constants now: what each one does, for whoever still sets it.
RETIRED: Mapping[str, str] = {
    "CONN_MAX_AGE": "kết nối PostgreSQL được giữ 60 giây",
    "CSRF_TRUSTED_ORIGINS": "biểu mẫu được nhận từ địa chỉ ADMIN_BASE_URL",
    "EMAIL_TIMEOUT": "máy chủ thư được chờ 10 giây",
    "IDLE_MINUTES": "phiên làm việc khóa sau 15 phút không thao tác",
    "IDLE_MINUTES_ADMINISTRATORS": "phiên của quản trị khóa sau 5 phút không thao tác",
    "INVITATION_DAYS": "thư mời có hiệu lực 7 ngày",
    "LOGIN_FAILURE_LIMIT": "đăng nhập sai 5 lần thì khóa",
    "LOGIN_LOCK_MINUTES": "khóa đăng nhập kéo dài 15 phút",
    "SUBSTANCE_WORDS": "sửa từ 10 chữ trở lên thì thành người viết",
    "UNUSED_ACCOUNT_DAYS": "tài khoản không dùng 45 ngày thì tạm ngừng",
}

# The two that the portal is tested on.
_DATABASES = ("postgres://", "postgresql://", "sqlite://")
_YES, _NO = ("true", "1", "yes", "on"), ("false", "0", "no", "off", "")


def read(name: str, otherwise: Any = None, environment: Mapping[str, str] | None = None) -> Any:
    """The variable's value in its form; without one its default, or `otherwise` if that follows from others.

    Raises ImproperlyConfigured with a sentence that says what to put there, and KeyError for a name
    that the table does not have.
    """
    variable = VARIABLES[name]
    given = (os.environ if environment is None else environment).get(name)
    if not given:
        return variable.default if otherwise is None else otherwise
    try:
        value = _taken(variable.form, given.strip())
    except (ValueError, ImproperlyConfigured) as error:
        raise ImproperlyConfigured(f"{name} phải là {variable.form.value}.") from error
    _judge(variable, value)
    return value


def _taken(form: Form, given: str) -> Any:
    """Raises ValueError (or what the library raises) for a text that is not of the form."""
    match form:
        case Form.NUMBER:
            return int(given)
        case Form.DECIMAL:
            return float(given)
        case Form.FLAG:
            return _flag(given)
        case Form.LIST:
            return tuple(part.strip() for part in given.split(",") if part.strip())
        case Form.FOLDER:
            return Path(given)
        case Form.DATABASE:
            return _kept(given, given.startswith(_DATABASES))
        case Form.MAIL:
            return _kept(given, bool(environ.Env.email_url_config(given)))
        case _:
            return given


def _flag(given: str) -> bool:
    return _kept(given.lower(), given.lower() in _YES + _NO) in _YES


def _kept(given: str, fits: bool) -> str:
    """The text as it is. Raises ValueError when it does not fit."""
    if not fits:
        raise ValueError
    return given


def _judge(variable: Variable, value: Any) -> None:
    least, most = variable.least, variable.most
    if least is not None and value < least:
        raise ImproperlyConfigured(f"{variable.name} phải từ {least:g} trở lên.")
    if most is not None and value > most:
        raise ImproperlyConfigured(f"{variable.name} không được quá {most:g}.")
