"""Linked software and sites. The sites are real; internal software has sample addresses."""

from __future__ import annotations

from portal.demo.content.types import LinkedSample

LINKS: tuple[LinkedSample, ...] = (
    LinkedSample(
        None,
        "software",
        "Hệ thống quản lý văn bản và điều hành",
        "https://vanban.vks-langson.example/",
        "Tiếp nhận, xử lý văn bản đi, đến; dành cho công chức hai cấp kiểm sát.",
    ),
    LinkedSample(
        None,
        "software",
        "Thư điện tử ngành",
        "https://thu.vks-langson.example/",
        "Hộp thư công vụ của công chức, người lao động.",
    ),
    LinkedSample(
        None,
        "software",
        "Phần mềm quản lý án hình sự",
        "https://an-hinh-su.vks-langson.example/",
        "Theo dõi, quản lý việc giải quyết nguồn tin về tội phạm và án hình sự.",
    ),
    LinkedSample(
        None,
        "software",
        "Phần mềm thống kê tội phạm",
        "https://thong-ke.vks-langson.example/",
        "Tổng hợp số liệu thống kê nghiệp vụ và thống kê liên ngành.",
    ),
    LinkedSample(
        None,
        "software",
        "Hệ thống hội nghị truyền hình",
        "https://hop.vks-langson.example/",
        "Họp giao ban, tập huấn trực tuyến giữa hai cấp.",
    ),
    LinkedSample(
        None,
        "site",
        "Viện kiểm sát nhân dân tối cao",
        "https://vksndtc.gov.vn/",
        "Cổng thông tin điện tử của Viện kiểm sát nhân dân tối cao.",
    ),
    LinkedSample(
        None,
        "site",
        "Báo Bảo vệ pháp luật",
        "https://baovephapluat.vn/",
        "Cơ quan ngôn luận của Viện kiểm sát nhân dân tối cao.",
    ),
    LinkedSample(
        None,
        "site",
        "Tạp chí Kiểm sát",
        "https://kiemsat.vn/",
        "Nghiên cứu lý luận, trao đổi nghiệp vụ của ngành Kiểm sát.",
    ),
    LinkedSample(
        None,
        "site",
        "Cổng thông tin điện tử tỉnh Lạng Sơn",
        "https://langson.gov.vn/",
        "Thông tin chỉ đạo, điều hành của tỉnh Lạng Sơn.",
    ),
    LinkedSample(
        None,
        "site",
        "Cổng Dịch vụ công quốc gia",
        "https://dichvucong.gov.vn/",
        "Tra cứu và thực hiện thủ tục hành chính trực tuyến.",
    ),
    LinkedSample(
        None,
        "site",
        "Cơ sở dữ liệu quốc gia về văn bản pháp luật",
        "https://vbpl.vn/",
        "Tra cứu văn bản quy phạm pháp luật của trung ương và địa phương.",
    ),
    LinkedSample(
        "cao-loc",
        "site",
        "Cổng Dịch vụ công quốc gia",
        "https://dichvucong.gov.vn/",
        "Tra cứu và thực hiện thủ tục hành chính trực tuyến.",
    ),
    LinkedSample(
        "tp-lang-son",
        "site",
        "Cổng thông tin điện tử tỉnh Lạng Sơn",
        "https://langson.gov.vn/",
        "Thông tin chỉ đạo, điều hành của tỉnh Lạng Sơn.",
    ),
)
