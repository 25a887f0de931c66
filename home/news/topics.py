"""The ten fields of work (khâu công tác) that a new portal starts with; the board edits them later."""

from typing import NamedTuple


class StartingTopic(NamedTuple):
    slug: str
    name: str
    description: str


STARTING_TOPICS: tuple[StartingTopic, ...] = (
    StartingTopic(
        "hinh-su",
        "Thực hành quyền công tố và kiểm sát án hình sự",
        "Tiếp nhận, giải quyết nguồn tin về tội phạm; điều tra, truy tố, xét xử các vụ án hình sự.",
    ),
    StartingTopic(
        "tam-giu-tam-giam",
        "Kiểm sát tạm giữ, tạm giam và thi hành án hình sự",
        "Kiểm sát việc giam, giữ và thi hành án hình sự, bảo đảm quyền của người bị tạm giữ, "
        "người bị tạm giam và người chấp hành án.",
    ),
    StartingTopic(
        "dan-su-hanh-chinh",
        "Kiểm sát giải quyết án dân sự, hành chính, kinh doanh, lao động",
        "Kiểm sát việc giải quyết các vụ án hành chính, vụ việc dân sự, hôn nhân và gia đình, "
        "kinh doanh, thương mại, lao động.",
    ),
    StartingTopic(
        "thi-hanh-an-dan-su",
        "Kiểm sát thi hành án dân sự, hành chính",
        "Kiểm sát việc thi hành các bản án, quyết định dân sự và theo dõi thi hành án hành chính.",
    ),
    StartingTopic(
        "khieu-to-tiep-dan",
        "Giải quyết khiếu nại, tố cáo và tiếp công dân",
        "Tiếp công dân, giải quyết đơn và kiểm sát việc giải quyết khiếu nại, tố cáo trong "
        "hoạt động tư pháp.",
    ),
    StartingTopic(
        "xay-dung-dang-nganh",
        "Xây dựng Đảng và xây dựng Ngành",
        "Công tác Đảng, tổ chức cán bộ, thi đua, đoàn thể và hoạt động xã hội.",
    ),
    StartingTopic(
        "chuyen-doi-so",
        "Chuyển đổi số",
        "Ứng dụng công nghệ thông tin, số hóa hồ sơ, an toàn thông tin và thống kê tội phạm.",
    ),
    StartingTopic(
        "pho-bien-phap-luat",
        "Phổ biến, giáo dục pháp luật",
        "Tuyên truyền pháp luật tới học sinh, thanh niên, đồng bào các dân tộc và cư dân biên giới.",
    ),
    StartingTopic(
        "dien-hinh-tien-tien",
        "Điển hình tiên tiến",
        "Tập thể, cá nhân tiêu biểu; gương người tốt, việc tốt trong hai cấp kiểm sát.",
    ),
    StartingTopic(
        "nghien-cuu-trao-doi",
        "Nghiên cứu – trao đổi nghiệp vụ",
        "Vướng mắc, kinh nghiệm và kiến nghị từ thực tiễn áp dụng pháp luật.",
    ),
)
