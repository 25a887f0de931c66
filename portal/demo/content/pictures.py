"""The drawings of the sample: what each shows (alt text) and a caption to fall back on."""

from __future__ import annotations

from portal.demo.content.types import Picture

CREDIT = "Cổng thông tin (mẫu)"

_DRAWINGS: dict[str, tuple[str, str]] = {
    "cong-ly": (
        "cán cân công lý đặt trên bàn, phía sau là chồng sách luật",
        "Cán cân công lý – biểu tượng của sự công bằng trước pháp luật.",
    ),
    "tru-so": (
        "trụ sở cơ quan nhiều tầng, cột cờ trước sân, người dân bước lên bậc thềm",
        "Trụ sở làm việc của cơ quan Kiểm sát.",
    ),
    "nui-rung": (
        "những dãy núi xanh nối tiếp nhau, mây trắng phủ ngang sườn",
        "Núi rừng xứ Lạng.",
    ),
    "cua-khau": (
        "cổng cửa khẩu biên giới, xe tải chờ làm thủ tục, cột mốc bên đường",
        "Khu vực cửa khẩu nơi biên giới Lạng Sơn.",
    ),
    "hop-ban": (
        "nhiều người ngồi quanh bàn họp dài, một người đang đứng phát biểu",
        "Quang cảnh cuộc họp.",
    ),
    "tiep-dan": (
        "cán bộ và người dân ngồi đối diện trao đổi tại phòng tiếp công dân",
        "Tiếp công dân tại trụ sở.",
    ),
    "phap-dinh": (
        "phòng xử án với bàn Hội đồng xét xử, bàn Kiểm sát viên và hàng ghế người dự",
        "Quang cảnh phòng xử án.",
    ),
    "ho-so": (
        "bàn làm việc với chồng hồ sơ, một bàn tay đang lật từng trang",
        "Nghiên cứu hồ sơ vụ án, vụ việc.",
    ),
    "may-tinh": (
        "cán bộ làm việc trước màn hình máy tính hiển thị biểu đồ",
        "Ứng dụng công nghệ thông tin trong công tác kiểm sát.",
    ),
    "lop-hoc": (
        "lớp học đông học viên, giảng viên đứng bên bảng trình chiếu",
        "Một buổi tập huấn, bồi dưỡng nghiệp vụ.",
    ),
    "giao-thong": (
        "con đường đèo uốn lượn, xe máy và ô tô đi đúng phần đường",
        "Chấp hành pháp luật về trật tự, an toàn giao thông.",
    ),
    "ruong-bac-thang": (
        "ruộng bậc thang mùa lúa chín vàng trên sườn đồi",
        "Mùa lúa chín trên những thửa ruộng bậc thang.",
    ),
    "ban-lang": (
        "bản nhỏ với những nếp nhà sàn mái ngói máng giữa thung lũng",
        "Một bản làng vùng cao Lạng Sơn.",
    ),
    "khen-thuong": (
        "hai người đứng trên sân khấu trao và nhận giấy khen, bên cạnh là bó hoa",
        "Trao khen thưởng cho tập thể, cá nhân có thành tích.",
    ),
    "dien-thoai": (
        "bàn tay cầm điện thoại thông minh, trên màn hình có dấu cảnh báo",
        "Cảnh giác với các cuộc gọi, tin nhắn lạ.",
    ),
    "trai-giam": (
        "cổng cơ sở giam giữ với bức tường cao và chòi gác",
        "Cơ sở giam giữ – nơi Viện kiểm sát trực tiếp kiểm sát định kỳ.",
    ),
    "thi-hanh-an": (
        "cán bộ cầm tập quyết định đứng bàn bạc trước một ngôi nhà",
        "Xác minh điều kiện thi hành án.",
    ),
    "xay-dung-dang": (
        "hội trường treo cờ đỏ sao vàng, đảng viên ngồi dự họp",
        "Sinh hoạt chi bộ.",
    ),
    "cho-phien": (
        "chợ phiên vùng cao, người dân mặc trang phục dân tộc mua bán nông sản",
        "Chợ phiên – nơi đông đảo đồng bào các dân tộc gặp gỡ, trao đổi.",
    ),
    "tuyen-truyen": (
        "cán bộ đứng nói chuyện, phát tờ gấp cho bà con tại nhà văn hóa thôn",
        "Một buổi tuyên truyền, phổ biến pháp luật tại cơ sở.",
    ),
    "nghien-cuu": (
        "người đọc sách ghi chép dưới ánh đèn, xung quanh là giá sách luật",
        "Nghiên cứu, trao đổi nghiệp vụ.",
    ),
    "thanh-nien": (
        "nhóm đoàn viên thanh niên mặc áo xanh cùng trồng cây",
        "Tuổi trẻ ngành Kiểm sát tham gia hoạt động tình nguyện.",
    ),
    "cay-thong": (
        "rừng thông xanh trên đồi, con đường đất đỏ chạy giữa hàng cây",
        "Rừng thông Lạng Sơn.",
    ),
    "cau-song": (
        "cây cầu bắc qua dòng sông, phía xa là phố thị và núi đá",
        "Cây cầu qua sông Kỳ Cùng.",
    ),
}

PICTURE_KEYS = frozenset(_DRAWINGS)


def picture(key: str, caption: str = "") -> Picture:
    """Raises KeyError for a drawing nobody has drawn."""
    alt, usual_caption = _DRAWINGS[key]
    return Picture(key, f"Tranh minh họa: {alt}.", caption or usual_caption, CREDIT)
