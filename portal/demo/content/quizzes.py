"""Questions of the sample's quizzes: written for this portal, on real laws by their real symbols.

Only what the cited article says for certain is asked. Contests, prizes and entries are invented.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class QuestionSample:
    """`cited` are (symbol, article) of laws; the sample links those that the list of laws knows."""

    text: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    explanation: str
    cited: tuple[tuple[str, str], ...] = ()


LAW_DAY = QuestionSample(
    "Ngày Pháp luật nước Cộng hòa xã hội chủ nghĩa Việt Nam là ngày nào?",
    ("Ngày 9 tháng 11",),
    ("Ngày 2 tháng 9", "Ngày 26 tháng 7", "Ngày 10 tháng 12"),
    "Điều 8 Luật Phổ biến, giáo dục pháp luật số 14/2012/QH13 lấy ngày 9 tháng 11 hằng năm là Ngày Pháp "
    "luật, để tôn vinh Hiến pháp, pháp luật và giáo dục ý thức thượng tôn pháp luật.",
    (("14/2012/QH13", "8"),),
)
RIGHT_TO_KNOW = QuestionSample(
    "Theo Luật Phổ biến, giáo dục pháp luật, công dân có quyền và trách nhiệm gì?",
    (
        "Được thông tin về pháp luật",
        "Chủ động tìm hiểu, học tập pháp luật",
    ),
    ("Chỉ tìm hiểu pháp luật khi có tranh chấp", "Nộp phí mỗi lần được thông tin về pháp luật"),
    "Điều 2 Luật số 14/2012/QH13: công dân có quyền được thông tin về pháp luật và có trách nhiệm chủ động "
    "tìm hiểu, học tập pháp luật.",
    (("14/2012/QH13", "2"),),
)
PROCURACY = QuestionSample(
    "Theo Hiến pháp năm 2013, Viện kiểm sát nhân dân có những chức năng nào?",
    ("Thực hành quyền công tố", "Kiểm sát hoạt động tư pháp"),
    ("Xét xử các vụ án", "Thi hành án dân sự"),
    "Điều 107 Hiến pháp năm 2013: Viện kiểm sát nhân dân thực hành quyền công tố, kiểm sát hoạt động tư "
    "pháp. Xét xử là việc của Tòa án.",
)
FOUNDING_DAY = QuestionSample(
    "Ngày truyền thống của ngành Kiểm sát nhân dân là ngày nào?",
    ("Ngày 26 tháng 7",),
    ("Ngày 9 tháng 11", "Ngày 19 tháng 8", "Ngày 22 tháng 12"),
    "Ngày 26 tháng 7 năm 1960, Luật Tổ chức Viện kiểm sát nhân dân đầu tiên được công bố; ngày này "
    "trở thành "
    "ngày thành lập ngành.",
)
INNOCENCE = QuestionSample(
    "Khi nào một người bị buộc tội bị coi là có tội?",
    ("Khi có bản án kết tội của Tòa án đã có hiệu lực pháp luật",),
    (
        "Khi bị khởi tố bị can",
        "Khi bị tạm giam",
        "Khi Viện kiểm sát ban hành cáo trạng",
    ),
    "Khoản 1 Điều 31 Hiến pháp năm 2013: người bị buộc tội được coi là không có tội cho đến khi được chứng "
    "minh theo trình tự luật định và có bản án kết tội của Tòa án đã có hiệu lực pháp luật.",
)
CRIMINAL_AGE = QuestionSample(
    "Từ đủ bao nhiêu tuổi, một người phải chịu trách nhiệm hình sự về mọi tội phạm, trừ những tội "
    "mà Bộ luật "
    "Hình sự có quy định khác?",
    ("Từ đủ 16 tuổi",),
    ("Từ đủ 14 tuổi", "Từ đủ 18 tuổi", "Từ đủ 20 tuổi"),
    "Điều 12 Bộ luật Hình sự số 100/2015/QH13. Người từ đủ 14 đến dưới 16 tuổi chỉ chịu trách nhiệm "
    "về tội rất "
    "nghiêm trọng, đặc biệt nghiêm trọng của một số điều luật.",
    (("100/2015/QH13", "12"),),
)
MARRIAGE = QuestionSample(
    "Độ tuổi được kết hôn theo Luật Hôn nhân và gia đình là bao nhiêu?",
    ("Nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi",),
    (
        "Nam và nữ từ đủ 18 tuổi",
        "Nam từ đủ 18 tuổi, nữ từ đủ 16 tuổi",
        "Nam từ đủ 22 tuổi, nữ từ đủ 20 tuổi",
    ),
    "Điều 8 Luật Hôn nhân và gia đình số 52/2014/QH13. Lấy vợ, lấy chồng trước tuổi này là tảo hôn "
    "và bị cấm.",
    (("52/2014/QH13", "8"),),
)
CHILD = QuestionSample(
    "Theo Luật Trẻ em, trẻ em là người dưới bao nhiêu tuổi?",
    ("Dưới 16 tuổi",),
    ("Dưới 14 tuổi", "Dưới 18 tuổi", "Dưới 15 tuổi"),
    "Điều 1 Luật Trẻ em số 102/2016/QH13: trẻ em là người dưới 16 tuổi.",
    (("102/2016/QH13", "1"),),
)
ALCOHOL = QuestionSample(
    "Người lái xe máy được có bao nhiêu nồng độ cồn trong máu hoặc hơi thở khi tham gia giao thông?",
    ("Không được có nồng độ cồn",),
    (
        "Được có nếu đi quãng đường ngắn",
        "Được có nếu đi dưới 30 km/giờ",
        "Được có nếu đi trong thôn, bản",
    ),
    "Điều 9 Luật Trật tự, an toàn giao thông đường bộ số 36/2024/QH15 cấm điều khiển phương tiện mà "
    "trong máu "
    "hoặc hơi thở có nồng độ cồn.",
    (("36/2024/QH15", "9"),),
)
DRUGS = QuestionSample(
    "Gia đình phát hiện cây thuốc phiện mọc trên nương. Việc nào bị pháp luật nghiêm cấm?",
    ("Giữ lại để trồng làm thuốc", "Hướng dẫn người khác cách trồng"),
    ("Báo cho Công an hoặc Ủy ban nhân dân xã", "Vận động người khác không trồng"),
    "Luật Phòng, chống ma túy số 120/2025/QH15 cấm trồng cây có chứa chất ma túy và hướng dẫn trồng loại "
    "cây đó, dù với mục đích nào của gia đình.",
    (("120/2025/QH15", ""),),
)
RECEPTION = QuestionSample(
    "Theo Luật Tiếp công dân, người đứng đầu cơ quan trực tiếp tiếp công dân ít nhất mấy ngày trong "
    "một tháng?",
    ("Ít nhất 1 ngày",),
    ("Ít nhất 5 ngày", "Không bắt buộc", "Mỗi tuần 2 ngày"),
    "Luật Tiếp công dân số 42/2013/QH13 giao người đứng đầu cơ quan trực tiếp tiếp công dân ít nhất "
    "1 ngày trong "
    "một tháng và tiếp đột xuất khi cần.",
    (("42/2013/QH13", "18"),),
)
COMPLAINT = QuestionSample(
    "Thời hiệu khiếu nại một quyết định hành chính là bao lâu kể từ ngày nhận được hoặc biết được "
    "quyết định?",
    ("90 ngày",),
    ("30 ngày", "1 năm", "Không giới hạn"),
    "Điều 9 Luật Khiếu nại số 02/2011/QH13: thời hiệu khiếu nại là 90 ngày; thời gian có trở ngại "
    "khách quan "
    "không tính vào thời hiệu.",
    (("02/2011/QH13", "9"),),
)
INFORMATION = QuestionSample(
    "Theo Luật Tiếp cận thông tin, nguyên tắc nào đúng?",
    ("Mọi công dân bình đẳng, không bị phân biệt đối xử khi thực hiện quyền tiếp cận thông tin",),
    (
        "Chỉ cán bộ, công chức được yêu cầu cung cấp thông tin",
        "Người ở vùng cao phải nhờ người khác yêu cầu thay",
        "Cơ quan được từ chối mà không nêu lý do",
    ),
    "Điều 3 Luật Tiếp cận thông tin số 104/2016/QH13.",
    (("104/2016/QH13", "3"),),
)
ADULT = QuestionSample(
    "Theo Bộ luật Dân sự, người thành niên là người từ đủ bao nhiêu tuổi?",
    ("Từ đủ 18 tuổi",),
    ("Từ đủ 16 tuổi", "Từ đủ 20 tuổi", "Từ đủ 21 tuổi"),
    "Điều 20 Bộ luật Dân sự số 91/2015/QH13: người thành niên là người từ đủ 18 tuổi trở lên.",
    (("91/2015/QH13", "20"),),
)
WORKING_AGE = QuestionSample(
    "Độ tuổi lao động tối thiểu theo Bộ luật Lao động là bao nhiêu, trừ những trường hợp Bộ luật "
    "quy định riêng?",
    ("Đủ 15 tuổi",),
    ("Đủ 13 tuổi", "Đủ 18 tuổi", "Đủ 12 tuổi"),
    "Khoản 1 Điều 3 Bộ luật Lao động số 45/2019/QH14: độ tuổi lao động tối thiểu của người lao động "
    "là đủ 15 "
    "tuổi.",
    (("45/2019/QH14", "3"),),
)

PRACTICE = (LAW_DAY, CHILD, MARRIAGE, ALCOHOL, CRIMINAL_AGE, DRUGS, ADULT, WORKING_AGE)
RUNNING = (
    LAW_DAY,
    RIGHT_TO_KNOW,
    PROCURACY,
    INNOCENCE,
    CRIMINAL_AGE,
    DRUGS,
    ALCOHOL,
    COMPLAINT,
    RECEPTION,
    INFORMATION,
)
FINISHED = (
    FOUNDING_DAY,
    PROCURACY,
    INNOCENCE,
    MARRIAGE,
    CHILD,
    DRUGS,
    ALCOHOL,
    ADULT,
    COMPLAINT,
    RIGHT_TO_KNOW,
)

RULES = (
    "<p>Người dự thi: mọi công dân đang sinh sống, học tập, làm việc trên địa bàn tỉnh; cán bộ của "
    "đơn vị tổ "
    "chức và người nhà không dự thi.</p><ul><li>Mỗi người dự thi một lần, bằng số điện thoại của "
    "mình hoặc của "
    "cha mẹ.</li><li>Bài nộp sau giờ kết thúc không được nhận.</li><li>Kết quả công bố trên trang "
    "này.</li></ul>"
)
PRIZES = (
    "<ul><li>1 giải Nhất</li><li>2 giải Nhì</li><li>3 giải Ba</li></ul>"
    "<p>Cuộc thi và giải thưởng là dữ liệu mẫu, không có thật.</p>"
)
SCHOOLS = (
    "Trường THCS Mẫu Một (mẫu)",
    "Trường THCS Mẫu Hai (mẫu)",
    "Trường THPT Mẫu Ba (mẫu)",
    "Đoàn xã Mẫu Bốn (mẫu)",
    "Hội Phụ nữ thôn Mẫu Năm (mẫu)",
    "Trường PTDT nội trú Mẫu Sáu (mẫu)",
)
FAMILY_NAMES = ("Nông", "Hoàng", "Vi", "Lý", "Nguyễn", "Triệu", "Chu", "Bế", "Lương", "Dương")
GIVEN_NAMES = ("Minh", "Hương", "Đức", "Thảo", "An", "Bình", "Dũng", "Lan", "Sơn", "Yến", "Khánh")
PRIZE_NAMES = ("Giải Nhất", "Giải Nhì", "Giải Nhì", "Giải Ba", "Giải Ba", "Giải Ba")
