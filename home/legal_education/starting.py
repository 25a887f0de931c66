"""The rows that a new portal starts with; the board edits them later. A list that has one is left alone."""

from __future__ import annotations

from home.legal_education.models import Audience, LegalField
from home.legal_education.models.lists import SharedList
from portal.core.text import slugify

STARTING_FIELDS = (
    "Hình sự",
    "Tố tụng",
    "Dân sự, hôn nhân và gia đình",
    "Hành chính",
    "Đất đai",
    "Lao động",
    "Phòng, chống ma túy",
    "An toàn giao thông",
    "Phòng, chống mua bán người",
    "An ninh mạng",
    "Thi hành án",
)
STARTING_AUDIENCES = (
    "Học sinh",
    "Thanh niên",
    "Đồng bào dân tộc thiểu số, cư dân biên giới",
    "Người lao động",
    "Phụ nữ, nạn nhân bạo lực gia đình",
    "Người khuyết tật",
    "Người chấp hành án phạt tù, án treo",
)


def ensure_lists() -> list[str]:
    """Fill the lists that are empty; names of those that were."""
    filled = []
    lists: tuple[tuple[type[SharedList], tuple[str, ...]], ...] = (
        (LegalField, STARTING_FIELDS),
        (Audience, STARTING_AUDIENCES),
    )
    for model, names in lists:
        rows = model._default_manager
        if not rows.exists():
            rows.bulk_create(
                model(name=name, slug=slugify(name), sort_order=order)
                for order, name in enumerate(names, 1)
            )
            filled.append(str(model._meta.verbose_name))
    return filled
