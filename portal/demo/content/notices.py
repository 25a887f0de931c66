"""Notices relative to ``today``: some current, some expired, some to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from portal.demo.content.types import NoticeSample
from portal.demo.content.units import DISTRICTS

# key, title, body, first day and last day counted from today (None: until withdrawn), important
_PROVINCE: tuple[tuple[str, str, str, int, int | None, bool], ...] = (
    (
        "canh-bao-gia-danh",
        "Cảnh báo hành vi giả danh cán bộ Viện kiểm sát để lừa đảo",
        "<p>Viện kiểm sát không làm việc, không yêu cầu chuyển tiền qua điện thoại hoặc mạng xã "
        "hội. Khi nhận cuộc gọi như vậy, người dân không làm theo và báo ngay cho cơ quan Công an "
        "nơi gần nhất.</p>",
        -20,
        None,
        True,
    ),
    (
        "tiep-cong-dan-thang",
        "Lãnh đạo VKSND tỉnh tiếp công dân định kỳ",
        "<p>Viện trưởng VKSND tỉnh Lạng Sơn tiếp công dân định kỳ hằng tháng tại phòng tiếp công "
        "dân của trụ sở. Ngày tiếp cụ thể được đăng ở mục Lịch tiếp công dân, chậm nhất trước 05 "
        "ngày làm việc. Người dân nên mang theo giấy tờ tùy thân và tài liệu liên quan.</p>",
        -12,
        18,
        True,
    ),
    (
        "thong-bao-tuyen-dung",
        "Thông báo tiếp nhận hồ sơ tuyển dụng công chức nghiệp vụ",
        "<p>VKSND tỉnh tiếp nhận hồ sơ dự tuyển công chức nghiệp vụ kiểm sát, người có bằng cử "
        "nhân luật trở lên. Hồ sơ nộp trực tiếp tại Phòng 15 hoặc gửi qua đường bưu chính trong "
        "giờ làm việc.</p>",
        -5,
        25,
        False,
    ),
    (
        "bao-tri-he-thong",
        "Tạm dừng Cổng thông tin để bảo trì",
        "<p>Cổng thông tin tạm dừng từ 21 giờ 00 đến 23 giờ 00 để nâng cấp hệ thống. Trong thời "
        "gian này, người dân cần liên hệ xin gọi đường dây nóng của đơn vị.</p>",
        3,
        5,
        False,
    ),
    (
        "cuoc-thi-viet",
        "Phát động cuộc thi viết về gương người tốt, việc tốt trong ngành Kiểm sát",
        "<p>Cuộc thi dành cho công chức, người lao động hai cấp và bạn đọc quan tâm. Bài dự thi "
        "dài không quá 1.500 từ, chưa đăng trên báo chí, gửi về Ban Biên tập Cổng thông tin.</p>",
        -15,
        40,
        False,
    ),
    (
        "moi-gop-y",
        "Lấy ý kiến về giao diện mới của Cổng thông tin",
        "<p>Ban Biên tập mong nhận được góp ý của bạn đọc về bố cục, cỡ chữ, khả năng tìm kiếm và "
        "mức độ thuận tiện khi sử dụng trên điện thoại, nhất là ý kiến của người cao tuổi và "
        "người khuyết tật.</p>",
        -30,
        10,
        False,
    ),
    (
        "lich-truc-he",
        "Điều chỉnh giờ tiếp công dân trong đợt nắng nóng",
        "<p>Trong đợt nắng nóng, buổi chiều phòng tiếp công dân làm việc từ 14 giờ 00 đến 16 giờ "
        "30. Thông báo này đã hết hiệu lực; giờ tiếp công dân trở lại như thường lệ.</p>",
        -160,
        -120,
        False,
    ),
    (
        "thay-doi-so-dien-thoai",
        "Thay đổi số điện thoại phòng tiếp công dân",
        "<p>Phòng tiếp công dân của VKSND tỉnh sử dụng số điện thoại mới 02053.700.113. Số cũ "
        "ngừng hoạt động sau thời gian chuyển tiếp.</p>",
        -95,
        -35,
        False,
    ),
)

_PAPERS = (
    "<p>Người dân đến làm việc xin mang theo giấy tờ tùy thân và các tài liệu liên quan; người "
    "già, phụ nữ có thai, người khuyết tật được ưu tiên tiếp trước.</p>"
)


def notice_samples(today: date) -> list[NoticeSample]:
    notices = [
        NoticeSample(
            f"tinh-{key}", None, title, body, *_dates(today, starts, ends), important=important
        )
        for key, title, body, starts, ends, important in _PROVINCE
    ]
    for index, unit in enumerate(DISTRICTS):
        notices.extend(_of_unit(unit.slug, unit.short_name, unit.hotline, index, today))
    return notices


def _dates(today: date, starts: int, ends: int | None) -> tuple[date, date | None]:
    last = None if ends is None else today + timedelta(days=ends)
    return today + timedelta(days=starts), last


def _of_unit(slug: str, name: str, hotline: str, index: int, today: date) -> Iterator[NoticeSample]:
    yield NoticeSample(
        f"{slug}-tiep-cong-dan",
        slug,
        f"{name} thông báo tiếp công dân định kỳ",
        f"<p>Lãnh đạo {name} tiếp công dân định kỳ mỗi tháng một ngày tại trụ sở; ngày cụ thể "
        "đăng ở mục Lịch tiếp công dân. Ngoài ra, cán bộ thường trực tiếp công dân các ngày làm "
        f"việc trong tuần.</p>{_PAPERS}",
        *_dates(today, -10 - index, 14 + index),
        important=index % 4 == 0,
    )
    yield NoticeSample(
        f"{slug}-duong-day-nong",
        slug,
        f"Đường dây nóng của {name}",
        "<p>Người dân cung cấp thông tin về tội phạm, phản ánh hoạt động tư pháp qua đường dây "
        f"nóng {hotline} hoặc gửi câu hỏi trên Cổng thông tin. Thông tin về người phản ánh được "
        "giữ kín theo quy định.</p>",
        *_dates(today, -60, None),
        important=False,
    )
    if index % 2 == 0:
        yield NoticeSample(
            f"{slug}-tra-loi-tai-xa",
            slug,
            f"{name} tư vấn pháp luật lưu động",
            f"<p>{name} phối hợp tổ chức tư vấn pháp luật lưu động tại một số xã. Đợt tư vấn đã "
            "kết thúc; câu hỏi và câu trả lời được tổng hợp, đăng ở mục Hỏi – đáp pháp luật.</p>",
            *_dates(today, -70, -25),
            important=False,
        )
