"""What lies on the desks: items on their way to the public, with everything that happened to them.

Hours are working hours before the sample is loaded. Whoever reads a returned item finds in its text what
the reason speaks of. None of these becomes public but the two whose last step is an approval of the board.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Act = Literal["write", "edit", "submit", "approve", "return", "withdraw", "correct"]


@dataclass(frozen=True)
class Step:
    """`by` is the end of an account's name in the item's unit, or the whole name of the board's."""

    hours: float
    act: Act
    by: str = "ctv"
    text: str = ""  # a note with an approval; what is to be mended, with a return
    reason: str = ""
    changes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class DeskItem:
    unit_slug: str
    topic: str
    writer: str
    title: str
    lead: str
    body: tuple[str, ...]
    picture: str
    story: tuple[Step, ...]


@dataclass(frozen=True)
class Absence:
    """A leader who is away, and who stands in for him; days from today, both included."""

    unit_slug: str
    delegate: str
    since: int
    until: int


BOARD, LEADER, STAND_IN = "bbt", "lanhdao", "quantri"
ABSENCE = Absence("tp-lang-son", STAND_IN, -6, 8)

ITEMS: tuple[DeskItem, ...] = (
    DeskItem(
        "cao-loc",
        "pho-bien-phap-luat",
        "Lăng Thị Hồng",
        "Buổi nói chuyện về phòng, chống lừa đảo qua mạng tại chợ phiên Đồng Đăng",
        "Hơn một trăm tiểu thương và người dân đi chợ phiên đã nghe cán bộ Viện kiểm sát kể lại "
        "những cách lừa đảo qua điện thoại thường gặp và cách phòng tránh.",
        (
            "Buổi nói chuyện diễn ra ngay tại nhà lồng chợ, mỗi lượt khoảng mười lăm phút để bà "
            "con không phải nghỉ bán hàng. Cán bộ tuyên truyền không đọc văn bản mà kể từng tình "
            "huống, rồi hỏi người nghe sẽ làm gì.",
            "Nhiều người cho biết đã từng nhận cuộc gọi tự xưng là cơ quan chức năng yêu cầu "
            "chuyển tiền. Cán bộ nhắc bà con: cơ quan tiến hành tố tụng không làm việc với người "
            "dân qua điện thoại về tiền bạc; khi nghi ngờ, hãy dừng cuộc gọi và báo công an xã.",
            "Đơn vị đã phát hai trăm tờ gấp bằng chữ lớn và hẹn trở lại vào phiên chợ sau.",
        ),
        "cho-phien",
        (
            Step(6, "write"),
            Step(3.5, "edit", changes={"author_role": "Kiểm sát viên sơ cấp"}),
            Step(2, "submit"),
        ),
    ),
    DeskItem(
        "cao-loc",
        "thi-hanh-an-dan-su",
        "Vi Tuấn Anh",
        "Trực tiếp kiểm sát việc thi hành án dân sự sáu tháng đầu năm",
        "Đoàn kiểm sát đã xem xét hồ sơ, đối chiếu sổ thụ lý và làm việc với chấp hành viên về "
        "những việc kéo dài quá một năm.",
        (
            "Đoàn chọn các hồ sơ có điều kiện thi hành nhưng chậm ra quyết định, hồ sơ ủy thác và "
            "hồ sơ đã kê biên tài sản. Mỗi hồ sơ được hai kiểm sát viên đọc độc lập rồi cùng kết "
            "luận.",
            "Qua kiểm sát, phần lớn hồ sơ được lập đầy đủ. Một số việc xác minh điều kiện thi hành "
            "còn chậm; đoàn đã yêu cầu bổ sung và thống nhất thời hạn khắc phục.",
        ),
        "thi-hanh-an",
        (Step(26, "write"), Step(22, "submit")),
    ),
    DeskItem(
        "cao-loc",
        "khieu-to-tiep-dan",
        "Hà Diệu Linh",
        "Giúp một người cao tuổi hoàn thiện đơn khiếu nại",
        "Cán bộ tiếp công dân đã giải thích thủ tục và giúp một người cao tuổi ở xã vùng biên viết "
        "lại đơn cho rõ ràng. Gia đình liên hệ theo số 0900 000 000.",
        (
            "Ông đến trụ sở với một lá đơn viết tay dài bốn trang. Sau khi nghe ông trình bày, cán "
            "bộ tiếp công dân cùng ông tách riêng việc khiếu nại với việc phản ánh, ghi rõ yêu cầu "
            "và kèm giấy tờ.",
            "Đơn được chuyển đúng cơ quan có thẩm quyền ngay trong ngày và ông được hẹn ngày nhận trả lời.",
        ),
        "tiep-dan",
        (
            Step(20, "write"),
            Step(18, "submit"),
            Step(
                13,
                "return",
                LEADER,
                "Lời dẫn có số điện thoại riêng của gia đình. Đề nghị bỏ số này và không nêu chi "
                "tiết khiến người đọc nhận ra ông là ai; nếu cần liên hệ thì dùng số điện thoại "
                "của đơn vị.",
                "du-lieu-ca-nhan",
            ),
        ),
    ),
    DeskItem(
        "cao-loc",
        "xay-dung-dang-nganh",
        "Lăng Thị Hồng",
        "Chi bộ sinh hoạt chuyên đề về văn hóa công sở",
        "Bài đang viết: cần bổ sung ý kiến của hai đảng viên và ảnh buổi sinh hoạt.",
        (
            "Chi bộ chọn chủ đề lắng nghe người dân tại nơi tiếp công dân. (Viết tiếp phần thảo luận.)",
        ),
        "",
        (Step(9, "write"), Step(4.5, "edit", changes={"author_role": "Kiểm sát viên sơ cấp"})),
    ),
    DeskItem(
        "cao-loc",
        "pho-bien-phap-luat",
        "Hà Diệu Linh",
        "Phiên tòa giả định ở trường học: học sinh tự vào vai",
        "Gần ba trăm học sinh đã theo dõi phiên tòa giả định về trật tự, an toàn giao thông do "
        "chính các em đóng vai, với sự hướng dẫn của kiểm sát viên.",
        (
            "Các em tự viết lời thoại trong hai tuần. Kiểm sát viên chỉ góp ý về trình tự phiên "
            "tòa và cách xưng hô, để câu chuyện vẫn là câu chuyện của lứa tuổi học sinh.",
            "Sau phiên tòa, phần hỏi đáp kéo dài hơn dự kiến. Câu hỏi được nhiều em quan tâm nhất "
            "là người chưa đủ tuổi điều khiển xe máy thì cha mẹ có trách nhiệm gì.",
        ),
        "lop-hoc",
        (
            Step(72, "write"),
            Step(70, "submit"),
            Step(66, "approve", LEADER, "Bài tốt, đề nghị Ban Biên tập xem thêm ảnh."),
            Step(60, "approve", BOARD),
            Step(
                34,
                "correct",
                BOARD,
                changes={
                    "lead": "Gần hai trăm học sinh đã theo dõi phiên tòa giả định về trật tự, an "
                    "toàn giao thông do chính các em đóng vai, với sự hướng dẫn của kiểm sát viên. "
                    "(Đính chính: số học sinh đã được nhà trường xác nhận lại.)",
                },
            ),
        ),
    ),
    DeskItem(
        "loc-binh",
        "dan-su-hanh-chinh",
        "Vy Thị Hương Giang",
        "Rút kinh nghiệm một vụ tranh chấp lối đi chung",
        "Phiên tòa rút kinh nghiệm giúp kiểm sát viên trao đổi về cách xem xét, thẩm định tại chỗ "
        "khi bản đồ và hiện trạng không trùng nhau.",
        (
            "Hai hộ gia đình cùng sử dụng một lối đi từ nhiều năm trước. Khi một bên xây tường, "
            "tranh chấp phát sinh và hòa giải ở thôn không thành.",
            "Tại buổi rút kinh nghiệm, các ý kiến tập trung vào việc đo đạc, lấy lời khai người "
            "sống lâu năm và cách kiểm sát viên nêu câu hỏi để các bên hiểu quyền và nghĩa vụ của "
            "mình.",
        ),
        "phap-dinh",
        (
            Step(11, "write"),
            Step(9.5, "submit"),
            Step(5, "approve", LEADER, "Đã đối chiếu với biên bản rút kinh nghiệm."),
        ),
    ),
    DeskItem(
        "loc-binh",
        "hinh-su",
        "Lương Đình Phong",
        "Bắt tên trộm chuyên lấy cắp xe máy ở chợ huyện",
        "Tên trộm đã gây ra ba vụ lấy cắp xe máy, nay phải chịu sự trừng phạt của pháp luật.",
        (
            "Viện kiểm sát đã phê chuẩn quyết định khởi tố bị can và lệnh tạm giam đối với một "
            "người đàn ông trú tại địa bàn, để điều tra về hành vi trộm cắp tài sản.",
            "Viện kiểm sát nhắc người dân khóa cổ xe, gửi xe đúng nơi quy định và báo ngay cho "
            "công an khi phát hiện dấu hiệu nghi vấn. Vụ án đang được tiếp tục điều tra.",
        ),
        "ho-so",
        (
            Step(44, "write"),
            Step(42, "submit"),
            Step(39, "approve", LEADER),
            Step(
                32,
                "return",
                BOARD,
                "Chưa có bản án kết tội có hiệu lực pháp luật: bỏ các chữ “tên trộm”, “đã gây ra”, "
                "“phải chịu sự trừng phạt” ở tiêu đề và lời dẫn; chỉ nêu việc khởi tố, phê chuẩn "
                "để điều tra.",
                "suy-doan-vo-toi",
            ),
            Step(
                16,
                "edit",
                changes={
                    "title": "Phê chuẩn khởi tố bị can để điều tra về hành vi trộm cắp tài sản",
                    "lead": "Viện kiểm sát đã phê chuẩn quyết định khởi tố bị can trong một vụ án "
                    "trộm cắp tài sản và nhắc người dân những cách giữ xe an toàn khi đi chợ.",
                },
            ),
            Step(15.5, "submit"),
            Step(10.5, "approve", LEADER, "Đã sửa đúng ý kiến của Ban Biên tập."),
        ),
    ),
    DeskItem(
        "tp-lang-son",
        "chuyen-doi-so",
        "Nguyễn Thu Trang",
        "Một tháng tiếp nhận hồ sơ bằng mã vạch",
        "Việc dán mã vạch lên từng tập hồ sơ giúp cán bộ văn phòng tìm được hồ sơ trong chưa đầy một phút.",
        (
            "Trước đây, mỗi lần tìm hồ sơ phải lật sổ giao nhận. Nay cán bộ chỉ cần quét mã để "
            "biết hồ sơ đang ở bàn của ai, từ ngày nào.",
            "Sau một tháng, tổ công nghệ đã ghi lại mười hai góp ý; góp ý nhiều nhất là cỡ chữ "
            "trên tem còn nhỏ.",
        ),
        "may-tinh",
        (Step(7, "write"), Step(3, "submit")),
    ),
    DeskItem(
        "tp-lang-son",
        "tam-giu-tam-giam",
        "Phùng Đức Anh",
        "Kiểm sát đột xuất việc tạm giữ dịp cuối tuần",
        "Đoàn kiểm sát làm việc vào chiều thứ Bảy, kiểm tra sổ sách, buồng tạm giữ và gặp hỏi "
        "người đang bị tạm giữ về chế độ ăn, ở.",
        (
            "Việc kiểm sát vào ngày nghỉ nhằm xem chế độ của người bị tạm giữ có được bảo đảm như "
            "ngày thường hay không. Đoàn đối chiếu thời điểm vào sổ với quyết định tạm giữ và kiểm "
            "tra sổ khám sức khỏe.",
            "Kết quả cho thấy sổ sách được ghi kịp thời. Đoàn lưu ý bổ sung chăn màn khi trời trở "
            "lạnh; đơn vị quản lý đã tiếp thu và thực hiện ngay trong ngày.",
        ),
        "trai-giam",
        (
            Step(13, "write"),
            Step(12, "submit"),
            Step(
                8.5,
                "approve",
                STAND_IN,
                "Duyệt theo ủy quyền trong thời gian lãnh đạo đi công tác.",
            ),
        ),
    ),
    DeskItem(
        "trang-dinh",
        "hinh-su",
        "Nông Minh Quyết",
        "Xét xử lưu động vụ án mua bán trái phép chất ma túy",
        "Phiên tòa sẽ tuyên một bản án thích đáng cho kẻ phạm tội, làm bài học cho người khác.",
        (
            "Tòa án phối hợp với Viện kiểm sát chuẩn bị phiên tòa tại nhà văn hóa xã để người dân "
            "vùng biên tiện theo dõi. Bài viết giới thiệu công tác chuẩn bị của kiểm sát viên được "
            "phân công.",
            "Kiểm sát viên đã nghiên cứu lại toàn bộ hồ sơ, dự kiến câu hỏi và chuẩn bị phần trình "
            "bày ngắn gọn, dễ hiểu cho người dự phiên tòa.",
        ),
        "phap-dinh",
        (
            Step(50, "write"),
            Step(48, "submit"),
            # Later than its term, so that the ledger shows what a late mark looks like.
            Step(28, "approve", LEADER),
            Step(
                14,
                "return",
                BOARD,
                "Phiên tòa chưa diễn ra mà bài đã coi bị cáo là người phạm tội và đoán trước bản "
                "án. Viết lại lời dẫn theo nguyên tắc suy đoán vô tội: chỉ giới thiệu việc chuẩn "
                "bị và mục đích của phiên tòa lưu động.",
                "suy-doan-vo-toi",
            ),
        ),
    ),
    DeskItem(
        "chi-lang",
        "dien-hinh-tien-tien",
        "Lành Thị Thắm",
        "Người giữ kho vật chứng cẩn thận nhất đơn vị",
        "Mười năm làm công việc thầm lặng, chị luôn thuộc vị trí của từng túi niêm phong trong kho.",
        (
            "Chị bắt đầu ngày làm việc bằng việc kiểm tra nhiệt độ và khóa kho, rồi mới mở sổ. "
            "Đồng nghiệp quen gọi chị là “cuốn sổ sống” của đơn vị.",
        ),
        "khen-thuong",
        (Step(23, "write"), Step(21, "submit"), Step(19, "withdraw")),
    ),
    DeskItem(
        "van-lang",
        "hinh-su",
        "Lâm Thị Ngân",
        "Phối hợp giải quyết tin báo tội phạm ở khu vực cửa khẩu",
        "Ba cơ quan thống nhất cách trao đổi tin báo để không tin nào bị bỏ sót hoặc chậm phân công.",
        (
            "Cuộc họp rà soát từng tin báo còn tồn, nêu rõ tin nào chờ kết quả giám định, tin nào "
            "phải phân công lại người giải quyết.",
            "Các bên thống nhất đối chiếu sổ vào thứ Năm hằng tuần và cử một đầu mối trao đổi trong ngày.",
        ),
        "cua-khau",
        (Step(9, "write"), Step(4, "submit")),
    ),
    DeskItem(
        "huu-lung",
        "nghien-cuu-trao-doi",
        "Đàm Quốc Khánh",
        "Trao đổi: ghi biên bản hỏi cung thế nào cho đủ và rõ",
        "Từ những biên bản phải làm lại, tác giả nêu năm điều kiểm sát viên nên xem trước khi ký.",
        (
            "Biên bản tốt là biên bản mà người không dự buổi làm việc vẫn hiểu ai hỏi, ai trả lời "
            "và câu trả lời nào còn mâu thuẫn.",
            "Tác giả đề nghị đọc lại biên bản thành tiếng cho người khai nghe, đánh số trang ngay "
            "khi viết và không để khoảng trống.",
        ),
        "nghien-cuu",
        (
            Step(9, "write"),
            Step(8.5, "submit"),
            Step(6, "approve", LEADER),
        ),
    ),
    DeskItem(
        "phong-1",
        "hinh-su",
        "Hoàng Minh Châu",
        "Tập huấn kỹ năng kiểm sát khám nghiệm hiện trường",
        "Bốn mươi kiểm sát viên hai cấp đã thực hành trên hiện trường dựng sẵn thay vì chỉ nghe "
        "giới thiệu lý thuyết.",
        (
            "Mỗi nhóm có ba mươi phút quan sát, ghi chép và nêu yêu cầu với điều tra viên. Sau đó, "
            "giảng viên chỉ ra những dấu vết mà các nhóm đã bỏ qua.",
            "Học viên đề nghị tổ chức thêm một buổi về khám nghiệm ban đêm.",
        ),
        "lop-hoc",
        (Step(8, "write"), Step(2.5, "submit")),
    ),
    DeskItem(
        "van-quan",
        "khieu-to-tiep-dan",
        "Triệu Thị Nga",
        "Sắp xếp lại phòng tiếp công dân cho người đi xe lăn",
        "Lối vào phòng tiếp công dân đã có đường dốc, bàn tiếp thấp hơn và bảng chỉ dẫn chữ lớn.",
        (
            "Việc sửa chữa hoàn thành trong hai tuần, dùng vật liệu sẵn có. Người đi xe lăn nay có "
            "thể tự vào và trao đổi với cán bộ ở cùng tầm mắt.",
            "Đơn vị đã mời hai người khuyết tật ở thị trấn đi thử và góp ý trước khi đưa vào sử dụng.",
        ),
        "tiep-dan",
        (
            Step(150, "write"),
            Step(148, "submit"),
            Step(145, "approve", LEADER),
            Step(138, "approve", BOARD),
        ),
    ),
    DeskItem(
        "bac-son",
        "pho-bien-phap-luat",
        "Dương Thị Hậu",
        "Ghi ở bản: nghe kể chuyện hòa giải",
        "Bản nháp: ghi chép chuyến đi cùng tổ hòa giải, chờ bổ sung lời kể của già làng.",
        ("Đường vào bản còn ướt sau mưa. Tổ hòa giải ba người đi bộ từ sớm. (Viết tiếp.)",),
        "ban-lang",
        (Step(15, "write"), Step(5.5, "edit", changes={"author_role": "Kiểm tra viên"})),
    ),
)
