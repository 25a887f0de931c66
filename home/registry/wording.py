"""Words for people: types of documents, relations, the starting list of fields."""

from __future__ import annotations

from typing import Final, NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from home.laws.rules.symbols import Symbol
from portal.core.text import fold


class DocumentType(TextChoices):
    """Types of documents (decree 30/2020/NĐ-CP, Điều 7, and the procuracy's own)."""

    DIRECTIVE = "chi-thi", _("Chỉ thị")
    DECISION = "quyet-dinh", _("Quyết định")
    RESOLUTION = "nghi-quyet", _("Nghị quyết")
    CIRCULAR = "thong-tu", _("Thông tư")
    JOINT_CIRCULAR = "thong-tu-lien-tich", _("Thông tư liên tịch")
    STATUTE = "quy-che", _("Quy chế")
    JOINT_STATUTE = "quy-che-phoi-hop", _("Quy chế phối hợp")
    REGULATION = "quy-dinh", _("Quy định")
    PLAN = "ke-hoach", _("Kế hoạch")
    PROGRAMME = "chuong-trinh", _("Chương trình")
    GUIDANCE = "huong-dan", _("Hướng dẫn")
    REPORT = "bao-cao", _("Báo cáo")
    ANNOUNCEMENT = "thong-bao", _("Thông báo")
    CONCLUSION = "ket-luan", _("Kết luận")
    PROPOSAL = "to-trinh", _("Tờ trình")
    DISPATCH = "cong-dien", _("Công điện")
    INVITATION = "giay-moi", _("Giấy mời")
    RECOMMENDATION = "kien-nghi", _("Kiến nghị")
    PROTEST = "khang-nghi", _("Kháng nghị")
    REQUEST = "yeu-cau", _("Yêu cầu")
    SCHEDULE = "lich-lam-viec", _("Lịch làm việc")
    LETTER = "cong-van", _("Công văn")
    OTHER = "khac", _("Văn bản khác")


# What two spellings of a symbol's type mean here.
_SAME: Final = {"Quy chế liên ngành": DocumentType.JOINT_STATUTE}
_BY_NAME: Final = {fold(str(kind.label)): kind for kind in DocumentType}


def type_named(name: str) -> DocumentType | None:
    """The type that is written so, with or without marks: in a list from Excel, in a symbol."""
    return _SAME.get(name) or _BY_NAME.get(fold(name))


def type_of_symbol(symbol: Symbol | None) -> DocumentType | None:
    """A symbol without a type is a letter's ("123/VKS-P1"); what is no symbol tells nothing."""
    if symbol is None:
        return None
    return type_named(symbol.type_name) if symbol.type else DocumentType.LETTER


class RelationKind(TextChoices):
    REPLACES = "replaces", _("Thay thế văn bản")
    REPLACED_BY = "replaced_by", _("Được thay thế bởi văn bản")
    AMENDS = "amends", _("Sửa đổi, bổ sung văn bản")


class StartingField(NamedTuple):
    name: str
    slug: str


STARTING_FIELDS: Final = (
    StartingField("Tổ chức cán bộ, thi đua – khen thưởng", "to-chuc-can-bo"),
    StartingField("Chỉ đạo, điều hành chung", "chi-dao-dieu-hanh"),
    StartingField("Thực hành quyền công tố, kiểm sát án hình sự", "hinh-su"),
    StartingField(
        "Kiểm sát tạm giữ, tạm giam, thi hành án hình sự", "giam-giu-thi-hanh-an-hinh-su"
    ),
    StartingField("Kiểm sát án dân sự, hành chính, kinh doanh, lao động", "dan-su-hanh-chinh"),
    StartingField("Kiểm sát thi hành án dân sự, hành chính", "thi-hanh-an-dan-su"),
    StartingField("Tiếp công dân, giải quyết khiếu nại, tố cáo", "khieu-nai-to-cao"),
    StartingField("Thống kê tội phạm, công nghệ thông tin, chuyển đổi số", "chuyen-doi-so"),
    StartingField("Phổ biến, giáo dục pháp luật", "pho-bien-phap-luat"),
    StartingField("Tài chính, tài sản, hậu cần", "tai-chinh"),
    StartingField("Công tác Đảng, đoàn thể", "cong-tac-dang"),
)
