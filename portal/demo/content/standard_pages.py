"""Standing pages of the provincial site, and one page that shows every kind of block."""

from __future__ import annotations

from portal.demo.content.pictures import picture
from portal.demo.content.types import Block, PageSample
from portal.demo.content.units import HOURS, PROVINCE


def _p(text: str) -> Block:
    return ("paragraph", f"<p>{text}</p>")


def _list(intro: str, *items: str) -> Block:
    points = "".join(f"<li>{item}</li>" for item in items)
    return ("paragraph", f"<p>{intro}</p><ul>{points}</ul>")


_INTRODUCTION = PageSample(
    "gioi-thieu",
    "Giới thiệu",
    "Viện kiểm sát nhân dân tỉnh Lạng Sơn: tổ chức, chức năng, nhiệm vụ và cách liên hệ.",
    (
        _p(PROVINCE.introduction),
        ("heading", "Tổ chức bộ máy"),
        _p(
            "Hệ thống gồm VKSND tỉnh với các phòng nghiệp vụ, văn phòng, thanh tra và các Viện "
            "kiểm sát cấp dưới. Viện kiểm sát do Viện trưởng lãnh đạo; Viện trưởng cấp dưới chịu "
            "sự lãnh đạo của Viện trưởng cấp trên. Danh sách đơn vị, lãnh đạo và nhiệm vụ được "
            "đăng ở trang riêng của từng đơn vị."
        ),
        ("image", picture("tru-so")),
        _p(
            "Đây là dữ liệu mẫu: mọi người được nêu tên đều là nhân vật giả định, có ghi “(mẫu)”; "
            "số điện thoại, số nhà và địa chỉ thư điện tử không có thật."
        ),
    ),
)

_FUNCTIONS = PageSample(
    "chuc-nang-nhiem-vu",
    "Chức năng, nhiệm vụ",
    "Chức năng, nhiệm vụ của Viện kiểm sát nhân dân theo Hiến pháp và Luật Tổ chức Viện kiểm sát "
    "nhân dân năm 2014.",
    (
        ("heading", "Chức năng"),
        _p(
            "Viện kiểm sát nhân dân thực hành quyền công tố, kiểm sát hoạt động tư pháp; có nhiệm "
            "vụ bảo vệ Hiến pháp và pháp luật, bảo vệ quyền con người, quyền công dân, bảo vệ chế "
            "độ xã hội chủ nghĩa, bảo vệ lợi ích của Nhà nước, quyền và lợi ích hợp pháp của tổ "
            "chức, cá nhân, góp phần bảo đảm pháp luật được chấp hành nghiêm chỉnh và thống nhất."
        ),
        ("heading", "Các công tác chính"),
        _list(
            "Khi thực hiện chức năng của mình, Viện kiểm sát tiến hành:",
            "thực hành quyền công tố và kiểm sát việc giải quyết nguồn tin về tội phạm, việc khởi "
            "tố, điều tra, truy tố, xét xử vụ án hình sự;",
            "kiểm sát việc tạm giữ, tạm giam và thi hành án hình sự;",
            "kiểm sát việc giải quyết vụ án hành chính, vụ việc dân sự, hôn nhân và gia đình, "
            "kinh doanh, thương mại, lao động;",
            "kiểm sát việc thi hành án dân sự, thi hành án hành chính;",
            "giải quyết và kiểm sát việc giải quyết khiếu nại, tố cáo trong hoạt động tư pháp;",
            "thống kê tội phạm, đào tạo, nghiên cứu khoa học và phổ biến, giáo dục pháp luật.",
        ),
    ),
    parent="gioi-thieu",
)

_HISTORY = PageSample(
    "lich-su-hinh-thanh",
    "Lịch sử hình thành",
    "Ngành Kiểm sát nhân dân được thành lập ngày 26/07/1960; ngày này hằng năm là Ngày truyền "
    "thống của Ngành.",
    (
        _p(
            "Ngày 26/07/1960, Luật Tổ chức Viện kiểm sát nhân dân đầu tiên được công bố, đánh dấu "
            "sự ra đời của ngành Kiểm sát nhân dân. Cùng với sự hình thành của hệ thống Viện kiểm "
            "sát trong cả nước, VKSND ở tỉnh biên giới Lạng Sơn từng bước được xây dựng, từ những "
            "ngày đầu còn thiếu thốn mọi bề."
        ),
        _p(
            "Qua các thời kỳ, cán bộ Kiểm sát trong tỉnh vừa làm nhiệm vụ chuyên môn, vừa cùng "
            "Nhân dân các dân tộc bảo vệ biên giới, xây dựng quê hương. Luật Tổ chức Viện kiểm "
            "sát nhân dân năm 2014 tiếp tục hoàn thiện tổ chức và hoạt động, đặt yêu cầu cao hơn "
            "về thực hành quyền công tố và bảo vệ quyền con người."
        ),
        (
            "quote",
            {
                "text": "Công minh, chính trực, khách quan, thận trọng, khiêm tốn.",
                "attribution": "Lời dạy của Chủ tịch Hồ Chí Minh đối với cán bộ Kiểm sát",
            },
        ),
    ),
    parent="gioi-thieu",
)

_CONTACT = PageSample(
    "lien-he",
    "Liên hệ",
    "Địa chỉ, điện thoại, giờ làm việc và cách gửi đơn, câu hỏi đến Viện kiểm sát.",
    (
        (
            "table",
            {
                "caption": "Thông tin liên hệ (dữ liệu mẫu)",
                "header": ["Mục", "Thông tin"],
                "rows": [
                    ["Cơ quan", PROVINCE.name],
                    ["Địa chỉ", PROVINCE.address],
                    ["Điện thoại", PROVINCE.telephone],
                    ["Đường dây nóng", PROVINCE.hotline],
                    ["Thư điện tử", PROVINCE.email],
                    ["Giờ làm việc", HOURS],
                ],
            },
        ),
        _p(
            "Người dân có thể đến trực tiếp, gửi qua bưu chính hoặc dùng mục Gửi câu hỏi trên "
            "Cổng thông tin. Với tố giác, tin báo về tội phạm cần xử lý khẩn cấp, xin gọi đường "
            "dây nóng hoặc cơ quan Công an nơi gần nhất."
        ),
        ("notice", {"tone": "info", "text": "<p>Không thu phí đối với mọi loại đơn, thư.</p>"}),
    ),
)

_PRIVACY = PageSample(
    "bao-ve-du-lieu-ca-nhan",
    "Chính sách bảo vệ dữ liệu cá nhân",
    "Cổng thông tin thu thập dữ liệu gì, dùng vào việc gì, giữ trong bao lâu và quyền của người "
    "dân theo Luật Bảo vệ dữ liệu cá nhân.",
    (
        ("heading", "Dữ liệu được thu thập"),
        _p(
            "Khi người dân gửi câu hỏi hoặc yêu cầu cung cấp thông tin, Cổng thông tin ghi nhận "
            "họ tên, địa chỉ liên hệ và nội dung do chính người gửi nhập. Số lượt truy cập được "
            "đếm ở dạng tổng hợp, không dùng để nhận dạng cá nhân."
        ),
        ("heading", "Mục đích và thời gian lưu giữ"),
        _p(
            "Dữ liệu chỉ được dùng để trả lời, liên hệ lại và thống kê; không bán, không chuyển "
            "cho bên thứ ba, trừ trường hợp pháp luật quy định. Dữ liệu được xóa khi hết thời hạn "
            "lưu trữ của hồ sơ."
        ),
        (
            "accordion",
            (
                (
                    "Tôi muốn xem dữ liệu của mình?",
                    "<p>Hãy gửi yêu cầu qua trang Liên hệ. Cơ quan xác nhận trong 02 ngày làm "
                    "việc và trả lời trong thời hạn luật định.</p>",
                ),
                (
                    "Tôi muốn rút lại sự đồng ý?",
                    "<p>Người dân có quyền rút lại sự đồng ý bất cứ lúc nào. Việc rút lại không "
                    "ảnh hưởng đến những việc đã xử lý trước đó.</p>",
                ),
                (
                    "Có bị bắt buộc đồng ý không?",
                    "<p>Không. Mỗi mục đích được hỏi riêng, ô đồng ý không được đánh dấu sẵn.</p>",
                ),
            ),
        ),
    ),
)

_HELP = PageSample(
    "huong-dan-su-dung",
    "Hướng dẫn sử dụng và khả năng tiếp cận",
    "Cách tìm tin, tìm văn bản, xem lịch trên điện thoại và các công cụ hỗ trợ người khiếm thị, "
    "người cao tuổi.",
    (
        ("heading", "Tìm kiếm"),
        _p(
            "Ô tìm kiếm chấp nhận từ có dấu và không dấu. Để tìm văn bản, có thể gõ một phần số, "
            "ký hiệu hoặc vài từ trong trích yếu."
        ),
        ("heading", "Công cụ hỗ trợ đọc"),
        _list(
            "Mỗi trang có các công cụ:",
            "phóng to, thu nhỏ cỡ chữ;",
            "chế độ tương phản cao;",
            "nghe nội dung bài viết khi trình duyệt hỗ trợ;",
            "bản in gọn, không có thanh điều hướng.",
        ),
        ("heading", "Dùng bàn phím"),
        _p(
            "Nhấn phím Tab để đi qua các liên kết; liên kết đầu tiên của mỗi trang là “Bỏ qua đến "
            "nội dung chính”. Hình ảnh đều có lời mô tả. Nếu gặp khó khăn, xin báo cho Ban Biên "
            "tập qua trang Liên hệ."
        ),
    ),
)

_STYLES = PageSample(
    "kieu-trinh-bay",
    "Kiểu trình bày",
    "Trang ví dụ dành cho cộng tác viên: mỗi loại khối nội dung có thể dùng khi viết bài được "
    "trình bày một lần dưới đây.",
    (
        ("heading", "Tiêu đề mục"),
        _p(
            "Đoạn văn nên ngắn, mỗi đoạn một ý. Có thể dùng <b>chữ đậm</b> để nhấn mạnh nhưng "
            "không lạm dụng; không dùng chữ đậm thay cho tiêu đề mục."
        ),
        _list(
            "Danh sách giúp người đọc lướt nhanh:",
            "mỗi dòng một ý;",
            "câu ngắn, cùng cấu trúc;",
            "không quá bảy dòng.",
        ),
        ("image", picture("cau-song", "Mỗi hình ảnh cần có chú thích và lời mô tả.")),
        (
            "gallery",
            (picture("nui-rung"), picture("cay-thong"), picture("ruong-bac-thang")),
        ),
        (
            "table",
            {
                "caption": "Bảng số liệu có tiêu đề và hàng đầu",
                "header": ["Loại tin, bài", "Số từ gợi ý"],
                "rows": [
                    ["Tin", "200 – 400"],
                    ["Bài phản ánh", "600 – 900"],
                    ["Nghiên cứu", "1.000"],
                ],
            },
        ),
        (
            "quote",
            {
                "text": "Viết để người dân hiểu, không phải để khoe chữ.",
                "attribution": "Sổ tay (mẫu)",
            },
        ),
        (
            "accordion",
            (
                (
                    "Khi nào dùng khối hỏi – đáp?",
                    "<p>Khi bài có nhiều câu hỏi ngắn mà người đọc chỉ cần một vài câu.</p>",
                ),
                (
                    "Bài bị trả lại thì làm gì?",
                    "<p>Đọc lý do trả lại, sửa đúng điểm đã nêu rồi gửi lại để duyệt từ bước "
                    "đầu.</p>",
                ),
            ),
        ),
        ("notice", {"tone": "info", "text": "<p>Khung thông tin: điều nên biết.</p>"}),
        ("notice", {"tone": "warning", "text": "<p>Khung cảnh báo: điều cần tránh.</p>"}),
    ),
)

PAGES: tuple[PageSample, ...] = (
    _INTRODUCTION,
    _FUNCTIONS,
    _HISTORY,
    _CONTACT,
    _PRIVACY,
    _HELP,
    _STYLES,
)
