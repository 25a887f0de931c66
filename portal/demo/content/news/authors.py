"""The invented writers, and from which department a provincial item comes."""

from __future__ import annotations

from random import Random

from portal.demo.content.units import AREAS

_ROLES = (
    "Kiểm sát viên sơ cấp",
    "Kiểm tra viên",
    "Chuyên viên",
    "Kiểm sát viên trung cấp",
)

_WRITERS: dict[str | None, tuple[str, ...]] = {
    None: ("Hoàng Minh Châu", "Nguyễn Hải Đăng", "Vi Thanh Trúc", "Lý Quang Vinh", "Tô Mai Phương"),
    "tp-lang-son": ("Nguyễn Thu Trang", "Phùng Đức Anh", "Lê Khánh Huyền"),
    "bac-son": ("Dương Thị Hậu", "Hoàng Công Định"),
    "binh-gia": ("Nông Thị Xuân",),
    "cao-loc": ("Lăng Thị Hồng", "Vi Tuấn Anh", "Hà Diệu Linh"),
    "chi-lang": ("Lành Thị Thắm", "Phạm Minh Đức"),
    "dinh-lap": ("Hoàng Thị Sen", "Nịnh Văn Thông"),
    "huu-lung": ("Nguyễn Thị Duyên", "Đàm Quốc Khánh"),
    "loc-binh": ("Vy Thị Hương Giang", "Lương Đình Phong", "Chu Hoài Nam"),
    "trang-dinh": ("Bế Thị Thu Hiền", "Nông Minh Quyết"),
    "van-lang": ("Lâm Thị Ngân", "Hoàng Trung Hiếu"),
    "van-quan": ("Triệu Thị Nga", "Hà Đức Mạnh"),
}

_SOURCES: dict[str, tuple[str, ...]] = {
    "hinh-su": ("Phòng 1", "Phòng 2", "Phòng 3", "Phòng 7"),
    "tam-giu-tam-giam": ("Phòng 8",),
    "dan-su-hanh-chinh": ("Phòng 9", "Phòng 10"),
    "thi-hanh-an-dan-su": ("Phòng 11",),
    "khieu-to-tiep-dan": ("Phòng 12", "Thanh tra – Khiếu tố"),
    "xay-dung-dang-nganh": ("Phòng 15", "Văn phòng tổng hợp"),
    "chuyen-doi-so": ("Phòng Thống kê tội phạm và Công nghệ thông tin",),
}

_FAMILY = ("Nguyễn", "Hoàng", "Nông", "Lương", "Vi", "Hà", "Triệu", "Bế", "Dương", "Lý")
_GIVEN = (
    "Văn Thành",
    "Thị Thu Hoài",
    "Minh Tâm",
    "Quang Hưng",
    "Thị Bích Liên",
    "Đức Trọng",
    "Thị Kim Chung",
    "Xuân Trường",
    "Thị Ánh Tuyết",
    "Công Minh",
)


def byline(rng: Random, unit: str | None, topic: str) -> tuple[str, str, str]:
    """Name, post and source. A writer always has the same post."""
    names = _WRITERS[unit]
    name = rng.choice(names)
    role = role_of(unit, name)
    if unit is None:
        source = rng.choice(_SOURCES.get(topic, ("Văn phòng tổng hợp",)))
    else:
        source = _unit_source(unit)
    return f"{name} (mẫu)", role, source


def role_of(unit: str | None, name: str) -> str:
    return _ROLES[(len(name) + _WRITERS[unit].index(name)) % len(_ROLES)]


def _unit_source(unit: str) -> str:
    return f"VKSND {AREAS[unit]}"


def exemplary_person(rng: Random) -> str:
    return f"{rng.choice(_FAMILY)} {rng.choice(_GIVEN)} (mẫu)"
