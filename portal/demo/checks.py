"""A production site must not carry accounts whose names everyone knows."""

from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DatabaseError

from portal.demo.book import noted
from portal.users.models import User


@register(Tags.security, deploy=True)
def no_sample_accounts(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    try:
        names = list(noted(User).values_list("username", flat=True)[:3])
    except DatabaseError as error:
        return [Error(f"Không kiểm tra được tài khoản mẫu: {error}", id="demo.E002")]
    if not names:
        return []
    return [
        Error(
            f"Còn tài khoản mẫu trong cơ sở dữ liệu, ví dụ: {', '.join(names)}.",
            hint="Chạy: manage.py demo_load --remove",
            id="demo.E001",
        )
    ]
