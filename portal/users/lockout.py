"""What django-axes asks: whose attempt is this, and what does a locked one get to see?"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from portal.users.backends import find_user, normal_login


def account_name(request: HttpRequest | None, credentials: dict[str, Any] | None) -> str:
    """The account's name, so that its mail address does not give five more attempts.

    A login that belongs to nobody is counted under what was typed, in the same way.
    """
    login = str((credentials or {}).get("username") or "")
    user = find_user(login, request) if login else None
    return normal_login(user.username if user else login)[:255]


def locked_response(
    request: HttpRequest,
    response: HttpResponseBase | None = None,
    credentials: dict[str, Any] | None = None,
) -> HttpResponse:
    """The same words for an account that exists and one that does not."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    message = _(
        "Đã nhập sai quá nhiều lần. Vì an toàn, việc đăng nhập bằng tên này từ máy của bạn tạm dừng "
        "%(minutes)d phút. Hãy thử lại sau, hoặc liên hệ quản trị viên."
    ) % {"minutes": minutes}
    answer = render(request, "users/locked.html", {"message": message}, status=429)
    answer["Retry-After"] = str(minutes * 60)
    return answer
