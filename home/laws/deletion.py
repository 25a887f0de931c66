"""A law that something refers to stays: said in words before Wagtail tries to delete it.

Wagtail 7.4 lets the refusal through as an error page, from the page of one snippet and from the bulk action
alike; both ask the same hook first.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.db import router
from django.db.models.deletion import Collector, ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from home.laws.models import Law


def refuse_deletion(request: HttpRequest, instances: Iterable[object]) -> HttpResponse | None:
    """Answer with the reason and the list when one of the laws is referred to; None when all may go."""
    laws = [instance for instance in instances if isinstance(instance, Law)]
    needed = [law for law in laws if _is_needed(law)]
    if not needed:
        return None
    names = "; ".join(law.full_name for law in needed)
    messages.error(
        request,
        _(
            "Không xóa được: %(names)s. Còn trang viện dẫn, hoặc còn văn bản khác ghi là được văn bản này "
            "thay thế, sửa đổi. Nếu văn bản không còn hiệu lực, hãy ghi ngày hết hiệu lực thay vì xóa."
        )
        % {"names": names},
    )
    return redirect("wagtailsnippets_laws_law:list")


def _is_needed(law: Law) -> bool:
    try:
        Collector(using=router.db_for_write(Law)).collect([law])
    except ProtectedError:
        return True
    return False
