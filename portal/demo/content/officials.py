"""The invented leaders. Every name ends in "(mẫu)", so that no real person is ever meant."""

from __future__ import annotations

from itertools import count

from portal.demo.content.types import OfficialSample
from portal.demo.content.units import DEPARTMENTS, DISTRICTS, PROVINCE

SENIOR = "Kiểm sát viên cao cấp"
MIDDLE = "Kiểm sát viên trung cấp"
JUNIOR = "Kiểm sát viên sơ cấp"

_PROVINCE: tuple[tuple[str, str, str, str], ...] = (
    (
        "Hoàng Văn Minh",
        "Viện trưởng",
        SENIOR,
        "Lãnh đạo, chỉ đạo toàn diện hoạt động của hai cấp kiểm sát; trực tiếp phụ trách công tác "
        "tổ chức cán bộ, thi đua – khen thưởng, tài chính và tiếp công dân định kỳ.",
    ),
    (
        "Nguyễn Thị Thu Hà",
        "Phó Viện trưởng",
        SENIOR,
        "Phụ trách thực hành quyền công tố, kiểm sát điều tra, kiểm sát xét xử sơ thẩm án hình sự; "
        "phụ trách Phòng 1, Phòng 2 và Phòng 3.",
    ),
    (
        "Nông Quốc Tuấn",
        "Phó Viện trưởng",
        SENIOR,
        "Phụ trách kiểm sát giải quyết án dân sự, hành chính, thi hành án dân sự; kiểm sát tạm "
        "giữ, tạm giam, thi hành án hình sự; phụ trách các Phòng 8, 9, 10, 11.",
    ),
    (
        "Lý Thị Hồng Nhung",
        "Phó Viện trưởng",
        MIDDLE,
        "Phụ trách án hình sự phúc thẩm, khiếu nại, tố cáo, thống kê, chuyển đổi số và tuyên "
        "truyền; Trưởng Ban Biên tập Cổng thông tin.",
    ),
)

_DEPARTMENT_HEADS: tuple[str, ...] = (
    "Trần Đức Thắng",
    "Vi Thị Lan Anh",
    "Phạm Quang Huy",
    "Hoàng Thị Bích Ngọc",
    "Đỗ Mạnh Cường",
    "Nông Thị Phương Thảo",
    "Lương Văn Khánh",
    "Bế Thị Hải Yến",
    "Đặng Tiến Dũng",
    "Hà Thị Minh Nguyệt",
    "Triệu Văn Sơn",
    "Nguyễn Hữu Phúc",
    "Dương Công Thành",
)

_DISTRICT_LEADERS: dict[str, tuple[str, ...]] = {
    "tp-lang-son": ("Nguyễn Văn An", "Lộc Thị Thanh Tâm", "Phan Anh Quân"),
    "bac-son": ("Dương Thế Vinh", "Hoàng Thị Lệ Thủy"),
    "binh-gia": ("Nông Văn Bảo", "Hứa Thị Kim Oanh"),
    "cao-loc": ("Vi Văn Đức", "Trần Thị Mai Hương", "Lăng Văn Tài"),
    "chi-lang": ("Phạm Thị Ngọc Diệp", "Lành Văn Hưng"),
    "dinh-lap": ("Hoàng Đình Lâm", "Tô Thị Thùy Linh"),
    "huu-lung": ("Nguyễn Thành Trung", "Bùi Thị Hạnh", "Đàm Văn Toàn"),
    "loc-binh": ("Lương Thị Hoài Thu", "Vy Văn Hiếu", "Nguyễn Bá Kiên"),
    "trang-dinh": ("Bế Văn Thịnh", "Đinh Thị Tuyết Mai"),
    "van-lang": ("Chu Văn Hòa", "Nông Thị Vân Anh"),
    "van-quan": ("Hà Văn Quý", "Lâm Thị Bảo Yến"),
}

_DEPUTY_DUTIES = (
    "Giúp Viện trưởng phụ trách công tác hình sự, kiểm sát tạm giữ, tạm giam và thi hành án "
    "hình sự; phụ trách Tổ tuyên truyền của đơn vị.",
    "Giúp Viện trưởng phụ trách công tác dân sự, hành chính, thi hành án dân sự, khiếu tố và "
    "chuyển đổi số.",
)


def _build() -> tuple[OfficialSample, ...]:
    portraits = count()

    def official(
        unit: str, name: str, post: str, title: str, duties: str, order: int
    ) -> OfficialSample:
        portrait = f"chan-dung-{next(portraits) % 6 + 1}"
        return OfficialSample(unit, f"{name} (mẫu)", post, title, duties, order, portrait)

    people = [official(PROVINCE.slug, *row, order) for order, row in enumerate(_PROVINCE, start=1)]
    for unit, name in zip(DEPARTMENTS, _DEPARTMENT_HEADS, strict=True):
        post = {"van-phong-tong-hop": "Chánh Văn phòng", "thanh-tra-khieu-to": "Chánh Thanh tra"}
        duties = f"Phụ trách chung công tác của đơn vị. {unit.introduction}"
        people.append(
            official(unit.slug, name, post.get(unit.slug, "Trưởng phòng"), MIDDLE, duties, 1)
        )
    for unit in DISTRICTS:
        head, *deputies = _DISTRICT_LEADERS[unit.slug]
        duties = (
            "Lãnh đạo, chỉ đạo toàn diện hoạt động của đơn vị; trực tiếp tiếp công dân định kỳ "
            "và duyệt tin, bài của đơn vị trước khi gửi Ban Biên tập."
        )
        people.append(official(unit.slug, head, "Viện trưởng", MIDDLE, duties, 1))
        for index, name in enumerate(deputies):
            people.append(
                official(
                    unit.slug, name, "Phó Viện trưởng", JUNIOR, _DEPUTY_DUTIES[index], index + 2
                )
            )
    return tuple(people)


OFFICIALS: tuple[OfficialSample, ...] = _build()
