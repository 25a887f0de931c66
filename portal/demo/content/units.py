"""The province, its departments and the eleven lower units of the sample.

Places and the functions of bodies are real; telephone numbers, house numbers and mail addresses are
invented. The communes named are a selection.
"""

from __future__ import annotations

from portal.demo.content.types import UnitSample

HOURS = (
    "Thứ Hai đến thứ Sáu: sáng 7 giờ 30 – 11 giờ 30, chiều 13 giờ 30 – 17 giờ 00; "
    "tiếp công dân 8 giờ 00 – 11 giờ 30 và 13 giờ 30 – 16 giờ 00."
)
PROVINCE_ADDRESS = "Số 99 (mẫu), đường Hùng Vương, thành phố Lạng Sơn, tỉnh Lạng Sơn"

PROVINCE = UnitSample(
    slug="tinh-lang-son",
    code="VKS-LS",
    kind="province",
    name="Viện kiểm sát nhân dân tỉnh Lạng Sơn",
    short_name="VKSND tỉnh Lạng Sơn",
    address=PROVINCE_ADDRESS,
    telephone="02053.700.100",
    hotline="02053.700.113",
    email="vanthu@vks-langson.example",
    latitude=21.8491,
    longitude=106.7583,
    service_area="Toàn tỉnh Lạng Sơn",
    working_hours=HOURS,
    introduction=(
        "Viện kiểm sát nhân dân tỉnh Lạng Sơn thực hành quyền công tố, kiểm sát hoạt động tư pháp "
        "trên địa bàn tỉnh biên giới phía Bắc; lãnh đạo, chỉ đạo hoạt động nghiệp vụ và xây dựng "
        "Ngành ở hai cấp kiểm sát trong tỉnh. Cổng thông tin là nơi đăng tải tin tức, lịch làm "
        "việc, lịch tiếp công dân, văn bản và nội dung phổ biến, giáo dục pháp luật."
    ),
)

# The department whose people have sample accounts.
STAFFED_DEPARTMENT = "phong-1"

# slug, code, short name, one-line function
_DEPARTMENTS: tuple[tuple[str, str, str, str], ...] = (
    (
        "van-phong-tong-hop",
        "VP",
        "Văn phòng tổng hợp",
        "Tham mưu tổng hợp, xây dựng kế hoạch, báo cáo; công tác hành chính, quản trị, tài chính "
        "và tuyên truyền.",
    ),
    (
        "thanh-tra-khieu-to",
        "TTKT",
        "Thanh tra – Khiếu tố",
        "Thanh tra công vụ, thanh tra nghiệp vụ trong Ngành; thường trực tiếp công dân và tiếp "
        "nhận, phân loại đơn.",
    ),
    (
        "phong-1",
        "P1",
        "Phòng 1",
        "Thực hành quyền công tố, kiểm sát điều tra, kiểm sát xét xử sơ thẩm án an ninh và ma túy.",
    ),
    (
        "phong-2",
        "P2",
        "Phòng 2",
        "Thực hành quyền công tố, kiểm sát điều tra, kiểm sát xét xử sơ thẩm án trật tự xã hội.",
    ),
    (
        "phong-3",
        "P3",
        "Phòng 3",
        "Thực hành quyền công tố, kiểm sát điều tra, kiểm sát xét xử sơ thẩm án kinh tế, chức vụ "
        "và tham nhũng.",
    ),
    (
        "phong-7",
        "P7",
        "Phòng 7",
        "Thực hành quyền công tố và kiểm sát xét xử phúc thẩm các vụ án hình sự.",
    ),
    (
        "phong-8",
        "P8",
        "Phòng 8",
        "Kiểm sát việc tạm giữ, tạm giam và thi hành án hình sự.",
    ),
    (
        "phong-9",
        "P9",
        "Phòng 9",
        "Kiểm sát việc giải quyết các vụ, việc dân sự, hôn nhân và gia đình.",
    ),
    (
        "phong-10",
        "P10",
        "Phòng 10",
        "Kiểm sát việc giải quyết các vụ án hành chính; vụ, việc kinh doanh, thương mại, lao động.",
    ),
    (
        "phong-11",
        "P11",
        "Phòng 11",
        "Kiểm sát thi hành án dân sự, thi hành án hành chính.",
    ),
    (
        "phong-12",
        "P12",
        "Phòng 12",
        "Giải quyết và kiểm sát việc giải quyết khiếu nại, tố cáo trong hoạt động tư pháp.",
    ),
    (
        "phong-15",
        "P15",
        "Phòng 15",
        "Tổ chức cán bộ, đào tạo, bồi dưỡng, thi đua – khen thưởng và bảo vệ chính trị nội bộ.",
    ),
    (
        "phong-thong-ke-toi-pham-va-cntt",
        "TKCNTT",
        "Phòng Thống kê tội phạm và Công nghệ thông tin",
        "Thống kê hình sự liên ngành, thống kê nghiệp vụ; chuyển đổi số và an toàn thông tin.",
    ),
)

# slug, code, area, street or town, latitude, longitude, communes, introduction
_DISTRICTS: tuple[tuple[str, str, str, str, float, float, tuple[str, ...], str], ...] = (
    (
        "tp-lang-son",
        "TPLS",
        "thành phố Lạng Sơn",
        "Số 15 (mẫu), đường Trần Đăng Ninh",
        21.8537,
        106.7615,
        (
            "phường Tam Thanh",
            "phường Đông Kinh",
            "phường Hoàng Văn Thụ",
            "phường Vĩnh Trại",
            "phường Chi Lăng",
            "xã Mai Pha",
            "xã Hoàng Đồng",
            "xã Quảng Lạc",
        ),
        "Địa bàn trung tâm chính trị, kinh tế, thương mại của tỉnh, hai bên bờ sông Kỳ Cùng; "
        "số vụ, việc thụ lý hằng năm lớn nhất trong các đơn vị cấp dưới.",
    ),
    (
        "bac-son",
        "BS",
        "huyện Bắc Sơn",
        "Số 22 (mẫu), thị trấn Bắc Sơn",
        21.9030,
        106.3170,
        ("xã Hưng Vũ", "xã Vũ Lăng", "xã Nhất Hòa", "xã Vũ Lễ", "xã Tân Tri", "xã Bắc Quỳnh"),
        "Quê hương của cuộc khởi nghĩa Bắc Sơn năm 1940, nơi có thung lũng lúa và làng du lịch "
        "cộng đồng của đồng bào Tày.",
    ),
    (
        "binh-gia",
        "BG",
        "huyện Bình Gia",
        "Số 08 (mẫu), thị trấn Bình Gia",
        21.9480,
        106.3680,
        ("xã Tân Văn", "xã Hồng Phong", "xã Hoa Thám", "xã Thiện Thuật", "xã Thiện Hòa"),
        "Địa bàn miền núi rộng, dân cư thưa, nhiều diện tích rừng hồi, rừng sản xuất.",
    ),
    (
        "cao-loc",
        "CLO",
        "huyện Cao Lộc",
        "Số 31 (mẫu), thị trấn Cao Lộc",
        21.8660,
        106.7690,
        (
            "xã Bảo Lâm",
            "xã Thanh Lòa",
            "xã Xuất Lễ",
            "xã Công Sơn",
            "xã Gia Cát",
            "xã Hợp Thành",
            "xã Yên Trạch",
        ),
        "Địa bàn biên giới có Cửa khẩu quốc tế Hữu Nghị, Cửa khẩu ga đường sắt quốc tế Đồng Đăng; "
        "hoạt động xuất nhập khẩu và đi lại diễn ra nhộn nhịp.",
    ),
    (
        "chi-lang",
        "CLA",
        "huyện Chi Lăng",
        "Số 40 (mẫu), thị trấn Đồng Mỏ",
        21.6610,
        106.5770,
        (
            "xã Quan Sơn",
            "xã Bằng Mạc",
            "xã Vạn Linh",
            "xã Chiến Thắng",
            "xã Nhân Lý",
            "xã Chi Lăng",
        ),
        "Vùng đất có ải Chi Lăng lịch sử, vùng trồng na lớn của tỉnh, có tuyến quốc lộ 1 và "
        "đường cao tốc đi qua.",
    ),
    (
        "dinh-lap",
        "DL",
        "huyện Đình Lập",
        "Số 12 (mẫu), thị trấn Đình Lập",
        21.5460,
        107.0960,
        ("xã Kiên Mộc", "xã Bắc Xa", "xã Bính Xá", "xã Châu Sơn", "xã Lâm Ca"),
        "Huyện biên giới phía Đông của tỉnh, thế mạnh về rừng thông và chè, giáp tỉnh Quảng Ninh.",
    ),
    (
        "huu-lung",
        "HL",
        "huyện Hữu Lũng",
        "Số 57 (mẫu), thị trấn Hữu Lũng",
        21.5060,
        106.3450,
        (
            "xã Vân Nham",
            "xã Thiện Tân",
            "xã Yên Bình",
            "xã Hữu Liên",
            "xã Cai Kinh",
            "xã Tân Thành",
        ),
        "Cửa ngõ phía Nam của tỉnh, nhiều cơ sở sản xuất, khai thác đá và khu du lịch cộng đồng "
        "Hữu Liên.",
    ),
    (
        "loc-binh",
        "LB",
        "huyện Lộc Bình",
        "Số 26 (mẫu), thị trấn Lộc Bình",
        21.7570,
        106.9260,
        (
            "xã Mẫu Sơn",
            "xã Khuất Xá",
            "xã Tú Mịch",
            "xã Tam Gia",
            "xã Thống Nhất",
            "xã Lợi Bác",
            "xã Yên Khoái",
        ),
        "Huyện biên giới có Cửa khẩu Chi Ma, khu du lịch Mẫu Sơn và khu công nghiệp Na Dương.",
    ),
    (
        "trang-dinh",
        "TD",
        "huyện Tràng Định",
        "Số 18 (mẫu), thị trấn Thất Khê",
        22.2520,
        106.4730,
        (
            "xã Quốc Khánh",
            "xã Kháng Chiến",
            "xã Quốc Việt",
            "xã Đào Viên",
            "xã Tân Tiến",
            "xã Đoàn Kết",
        ),
        "Huyện biên giới phía Bắc của tỉnh, giáp tỉnh Cao Bằng, nổi tiếng với cánh đồng Thất Khê "
        "và cây quế, cây hồi, thạch đen.",
    ),
    (
        "van-lang",
        "VL",
        "huyện Văn Lãng",
        "Số 09 (mẫu), thị trấn Na Sầm",
        22.0530,
        106.6150,
        ("xã Tân Thanh", "xã Thụy Hùng", "xã Hội Hoan", "xã Hoàng Văn Thụ", "xã Tân Mỹ"),
        "Huyện biên giới có Cửa khẩu Tân Thanh, Cốc Nam; quê hương của đồng chí Hoàng Văn Thụ.",
    ),
    (
        "van-quan",
        "VQ",
        "huyện Văn Quan",
        "Số 14 (mẫu), thị trấn Văn Quan",
        21.8640,
        106.5380,
        ("xã Điềm He", "xã Tri Lễ", "xã Yên Phúc", "xã Tân Đoàn", "xã Khánh Khê"),
        "Vùng trồng hồi lớn nhất của tỉnh, đời sống người dân gắn với rừng hồi và các chợ phiên.",
    ),
)

COMMUNES: dict[str, tuple[str, ...]] = {row[0]: row[6] for row in _DISTRICTS}
AREAS: dict[str, str] = {row[0]: row[2] for row in _DISTRICTS}
BORDER_UNITS = frozenset({"cao-loc", "dinh-lap", "loc-binh", "trang-dinh", "van-lang"})


def _department(index: int, row: tuple[str, str, str, str]) -> UnitSample:
    slug, code, name, function = row
    return UnitSample(
        slug=slug,
        code=code,
        kind="department",
        name=name,
        short_name=name,
        address=PROVINCE_ADDRESS,
        telephone=f"02053.700.2{index:02d}",
        hotline=PROVINCE.hotline,
        email=f"{slug}@vks-langson.example",
        latitude=PROVINCE.latitude,
        longitude=PROVINCE.longitude,
        service_area="Toàn tỉnh Lạng Sơn",
        working_hours=HOURS,
        introduction=function,
    )


def _district(
    index: int, row: tuple[str, str, str, str, float, float, tuple[str, ...], str]
) -> UnitSample:
    slug, code, area, street, latitude, longitude, communes, introduction = row
    town = f", {area}" if area not in street else ""
    return UnitSample(
        slug=slug,
        code=code,
        kind="district",
        name=f"Viện kiểm sát nhân dân {area}",
        short_name=f"VKSND {area}",
        address=f"{street}{town}, tỉnh Lạng Sơn",
        telephone=f"02053.7{10 + index}.100",
        hotline=f"02053.7{10 + index}.113",
        email=f"{slug}@vks-langson.example",
        latitude=latitude,
        longitude=longitude,
        service_area=f"Địa bàn {area}, gồm: {', '.join(communes)} và các xã, thị trấn khác của huyện."
        if slug != "tp-lang-son"
        else f"Địa bàn {area}, gồm: {', '.join(communes)}.",
        working_hours=HOURS,
        introduction=introduction,
    )


DEPARTMENTS: tuple[UnitSample, ...] = tuple(
    _department(index, row) for index, row in enumerate(_DEPARTMENTS, start=1)
)
DISTRICTS: tuple[UnitSample, ...] = tuple(
    _district(index, row) for index, row in enumerate(_DISTRICTS, start=1)
)
UNITS: tuple[UnitSample, ...] = (PROVINCE, *DEPARTMENTS, *DISTRICTS)
