"""What the sample's receptions say; every matter and place is invented."""

from __future__ import annotations

from datetime import time

# (weekday, from, to); 0 is Monday.
HOURS = (
    (1, time(8), time(11, 30)),
    (1, time(13, 30), time(16)),
    (3, time(8), time(11, 30)),
)
PLACE = "Phòng tiếp công dân, tầng 1, trụ sở đơn vị (mẫu)"
PARTICIPANTS = "Kiểm sát viên phụ trách khiếu tố; cán bộ ghi biên bản"
MATTERS = (
    "Tiếp nhận khiếu nại, tố cáo, kiến nghị, phản ánh về hoạt động tư pháp",
    "Trả lời kết quả giải quyết đơn của kỳ trước; tiếp nhận đơn mới",
    "Tiếp nhận ý kiến về kiểm sát việc giải quyết án dân sự, thi hành án",
)
REASONS = (
    "Viện trưởng dự họp theo triệu tập của cấp trên",
    "Viện trưởng chỉ đạo giải quyết vụ việc đột xuất tại cơ sở",
)
NOTES = (
    "Tiếp 3 lượt người; nhận 2 đơn, chuyển Phòng nghiệp vụ (mẫu).",
    "Tiếp 1 lượt người; giải thích pháp luật, công dân nhất trí (mẫu).",
)
