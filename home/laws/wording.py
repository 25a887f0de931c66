"""Words for people: kinds of documents, states of validity."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from home.laws.rules.validity import Validity

VALIDITY_LABELS: dict[Validity, StrOrPromise] = {
    Validity.NOT_YET: _("Chưa có hiệu lực"),
    Validity.IN_FORCE: _("Còn hiệu lực"),
    Validity.PARTLY: _("Hết hiệu lực một phần"),
    Validity.LAPSED: _("Hết hiệu lực"),
}


class LawKind(TextChoices):
    """Kinds of documents, highest first (law 64/2025/QH15, Điều 4)."""

    CONSTITUTION = "hien-phap", _("Hiến pháp")
    CODE = "bo-luat", _("Bộ luật")
    LAW = "luat", _("Luật")
    ORDINANCE = "phap-lenh", _("Pháp lệnh")
    RESOLUTION = "nghi-quyet", _("Nghị quyết")
    DECREE = "nghi-dinh", _("Nghị định")
    DECISION = "quyet-dinh", _("Quyết định")
    DIRECTIVE = "chi-thi", _("Chỉ thị")
    CIRCULAR = "thong-tu", _("Thông tư")
    JOINT_CIRCULAR = "thong-tu-lien-tich", _("Thông tư liên tịch")
    REGULATION = "quy-che", _("Quy chế, quy định")
    OTHER = "khac", _("Văn bản khác")


# Known by their title ("Luật Đất đai"); the others by their symbol ("Nghị định số 42/2022/NĐ-CP").
KNOWN_BY_TITLE = frozenset({LawKind.CONSTITUTION, LawKind.CODE, LawKind.LAW, LawKind.ORDINANCE})
