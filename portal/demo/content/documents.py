"""Official documents of the sample, as tables. All are invented, and each says so in its summary and file.

Years are counted back from the present one; what would lie ahead of today is left out by the loader.
"""

from __future__ import annotations

from dataclasses import dataclass

MARK = "(văn bản mẫu)"


@dataclass(frozen=True)
class DocumentSample:
    """`ago` 0 is this year, `until` the months in force (0: without end), `replaces` a key of an earlier one.

    `points` are the paragraphs of its file; `{unit}` and `{year}` are filled in.
    """

    key: str
    ago: int
    day: tuple[int, int]  # day, month
    number: int
    tail: str
    field: str
    summary: str
    points: tuple[str, ...]
    until: int = 0
    replaces: str = ""
    amends: str = ""
    abstract: str = ""
    leader: int = 0


def _plan(ago: int, number: int) -> DocumentSample:
    return DocumentSample(
        f"ke-hoach-{ago}", ago, (12, 1), number, "KH-VKS", "chi-dao-dieu-hanh",
        "Công tác kiểm sát năm {year} của {unit}",
        (
            "Nâng cao trách nhiệm công tố trong hoạt động điều tra, gắn công tố với hoạt động điều tra ngay "
            "từ khi giải quyết tố giác, tin báo về tội phạm.",
            "Kiểm sát chặt chẽ việc thụ lý, giải quyết các vụ, việc dân sự, hành chính; kịp thời kiến nghị "
            "khắc phục vi phạm và phòng ngừa tội phạm.",
            "Mỗi bộ phận báo cáo tiến độ vào ngày 15 hằng tháng; bộ phận tổng hợp theo dõi, đôn đốc.",
        ),
        until=12,
    )  # fmt: skip


def _half_year(ago: int, number: int) -> DocumentSample:
    return DocumentSample(
        f"bao-cao-{ago}", ago, (20, 6), number, "BC-VKS", "chi-dao-dieu-hanh",
        "Kết quả công tác kiểm sát sáu tháng đầu năm {year} của {unit}",
        (
            "Tiếp nhận, kiểm sát việc giải quyết đầy đủ tố giác, tin báo về tội phạm; không có trường hợp "
            "quá hạn luật định.",
            "Tồn tại: việc cập nhật số liệu thống kê còn chậm ở một số khâu công tác.",
            "Phương hướng: đẩy mạnh số hóa hồ sơ, rút kinh nghiệm các phiên tòa.",
        ),
        leader=1,
    )  # fmt: skip


# What every lower unit files; a unit's turn shifts the numbers, so that no two registers are alike.
OF_A_UNIT = (
    _plan(2, 2),
    DocumentSample(
        "tiep-dan-cu", 2, (8, 4), 31, "QĐ-VKS", "khieu-nai-to-cao",
        "Về việc ban hành Quy chế tiếp công dân của {unit}",
        (
            "Việc tiếp công dân được thực hiện tại phòng tiếp công dân của cơ quan trong giờ hành chính.",
            "Viện trưởng tiếp công dân định kỳ ít nhất một ngày mỗi tháng và tiếp đột xuất khi cần.",
            "Cán bộ tiếp công dân phải đeo thẻ, mặc trang phục của Ngành và ghi sổ đầy đủ.",
        ),
    ),
    _plan(1, 3),
    _half_year(1, 57),
    _plan(0, 2),
    DocumentSample(
        "tiep-dan-moi", 0, (16, 3), 28, "QĐ-VKS", "khieu-nai-to-cao",
        "Về việc ban hành Quy chế tiếp công dân của {unit}, thay thế Quy chế năm {old_year}",
        (
            "Bổ sung việc đăng ký tiếp công dân qua Cổng thông tin điện tử và trả lời bằng thư điện tử.",
            "Kết quả giải quyết được thông báo cho người dân trong thời hạn 10 ngày làm việc.",
            "Quy chế này có hiệu lực kể từ ngày ký và thay thế Quy chế đã ban hành trước đây.",
        ),
        replaces="tiep-dan-cu",
    ),
    DocumentSample(
        "lich-tiep-dan", 0, (9, 1), 4, "TB-VKS", "khieu-nai-to-cao",
        "Lịch tiếp công dân định kỳ năm {year} của lãnh đạo {unit}",
        (
            "Lãnh đạo đơn vị tiếp công dân vào ngày 15 hằng tháng; trùng ngày nghỉ thì chuyển sang ngày làm "
            "việc kế tiếp.",
            "Công dân mang theo giấy tờ tùy thân và tài liệu liên quan đến nội dung trình bày.",
        ),
        until=12,
    ),
)  # fmt: skip


OF_THE_PROVINCE = (
    _plan(2, 5),
    DocumentSample(
        "so-hoa-cu", 2, (19, 2), 22, "KH-VKS", "chuyen-doi-so",
        "Thí điểm số hóa hồ sơ vụ án hình sự trong hai cấp kiểm sát tỉnh",
        (
            "Chọn mỗi đơn vị ít nhất năm hồ sơ để số hóa trong quý II.",
            "Trình chiếu chứng cứ tại phiên tòa phải kiểm tra thiết bị trước ít nhất một ngày.",
        ),
    ),
    DocumentSample(
        "thi-dua", 2, (4, 3), 41, "CT-VKS", "to-chuc-can-bo",
        "Về việc phát động phong trào thi đua “Đoàn kết, trách nhiệm, kỷ cương, bản lĩnh, hiệu quả”",
        (
            "Mỗi công chức đăng ký ít nhất một việc đổi mới trong công tác chuyên môn.",
            "Bình xét theo tháng, công khai kết quả tại cuộc họp đơn vị.",
        ),
    ),
    DocumentSample(
        "gui-tin-cu", 2, (22, 4), 96, "QĐ-VKS", "pho-bien-phap-luat",
        "Về việc ban hành Quy chế hoạt động của Cổng thông tin điện tử hai cấp kiểm sát tỉnh",
        (
            "Mỗi đơn vị gửi ít nhất bốn tin, bài một tháng; tin, bài phải được lãnh đạo đơn vị duyệt.",
            "Ban Biên tập trả lời việc sử dụng tin, bài trong hai ngày làm việc.",
        ),
    ),
    _half_year(2, 214),
    DocumentSample(
        "rut-kinh-nghiem", 2, (30, 8), 305, "TB-VKS", "hinh-su",
        "Rút kinh nghiệm về kiểm sát việc định giá tài sản trong tố tụng hình sự",
        (
            "Kết luận định giá phải ghi rõ thời điểm xác định giá và căn cứ lựa chọn phương pháp.",
            "Kiểm sát viên yêu cầu định giá lại khi có nghi ngờ về mẫu so sánh.",
        ),
        leader=1,
    ),
    DocumentSample(
        "huong-dan-dan-su-cu", 2, (11, 10), 18, "HD-VKS", "dan-su-hanh-chinh",
        "Kiểm sát bản án, quyết định giải quyết vụ, việc dân sự",
        (
            "Lập phiếu kiểm sát đối với từng bản án, quyết định ngay khi nhận được.",
            "Phát hiện vi phạm thì báo cáo lãnh đạo để quyết định việc kháng nghị trong hạn luật định.",
        ),
        leader=2,
    ),
    _plan(1, 4),
    DocumentSample(
        "tet", 1, (6, 1), 9, "TB-VKS", "chi-dao-dieu-hanh",
        "Phân công trực nghỉ Tết Nguyên đán năm {year}",
        (
            "Các đơn vị phân công lãnh đạo và cán bộ trực 24/24 giờ, bảo đảm giải quyết kịp thời việc bắt, "
            "tạm giữ.",
            "Danh sách trực gửi về Văn phòng tổng hợp trước ngày nghỉ năm ngày.",
        ),
        until=2,
    ),
    DocumentSample(
        "ma-tuy", 1, (18, 2), 27, "KH-VKS", "hinh-su",
        "Phối hợp tuyên truyền, phòng ngừa tội phạm về ma túy ở các xã biên giới",
        (
            "Tổ chức phiên tòa rút kinh nghiệm lưu động tại trung tâm xã.",
            "In tờ gấp bằng tiếng Việt và tiếng Tày, phát tại chợ phiên.",
        ),
        until=12,
    ),
    DocumentSample(
        "giam-giu", 1, (25, 3), 88, "HD-VKS", "giam-giu-thi-hanh-an-hinh-su",
        "Trực tiếp kiểm sát tại cơ sở giam giữ và cơ quan thi hành án hình sự",
        (
            "Kiểm tra sổ theo dõi lưu ký, chế độ ăn, khám chữa bệnh của người bị tạm giữ, tạm giam.",
            "Kết luận kiểm sát nêu rõ vi phạm, nguyên nhân, trách nhiệm và thời hạn khắc phục.",
        ),
        leader=2,
    ),
    DocumentSample(
        "gui-tin-sua", 1, (14, 5), 133, "QĐ-VKS", "pho-bien-phap-luat",
        "Sửa đổi, bổ sung Quy chế hoạt động của Cổng thông tin điện tử hai cấp kiểm sát tỉnh",
        (
            "Bổ sung việc che thông tin cá nhân của bị hại, người chưa thành niên trong tin, bài và ảnh.",
            "Ảnh phải có văn bản thay thế để người khiếm thị biết nội dung.",
        ),
        amends="gui-tin-cu",
    ),
    _half_year(1, 241),
    DocumentSample(
        "kn-dat-dai", 1, (7, 7), 12, "KN-VKS", "dan-su-hanh-chinh",
        "Phòng ngừa vi phạm trong giải quyết tranh chấp đất đai có yếu tố chuyển nhượng bằng giấy tay",
        (
            "Đề nghị cơ quan quản lý đất đai cung cấp hồ sơ địa chính đúng hạn theo yêu cầu của Tòa án.",
            "Phối hợp phổ biến quy định về hình thức hợp đồng chuyển nhượng quyền sử dụng đất.",
        ),
        leader=2,
    ),
    DocumentSample(
        "kho-vat-chung", 1, (23, 9), 344, "CT-VKS", "thi-hanh-an-dan-su",
        "Về tăng cường kiểm sát việc quản lý, xử lý vật chứng, tài sản tạm giữ",
        (
            "Đối chiếu sổ kho vật chứng với hồ sơ vụ án ít nhất mỗi quý một lần.",
            "Kiến nghị xử lý dứt điểm vật chứng tồn quá hai năm.",
        ),
        leader=2,
    ),
    DocumentSample(
        "ngay-phap-luat-cu", 1, (15, 10), 61, "KH-VKS", "pho-bien-phap-luat",
        "Hưởng ứng Ngày Pháp luật nước Cộng hòa xã hội chủ nghĩa Việt Nam năm {year}",
        (
            "Mỗi đơn vị tổ chức ít nhất một buổi nói chuyện pháp luật tại trường học.",
            "Treo khẩu hiệu tại trụ sở từ ngày 01 đến ngày 10 tháng 11.",
        ),
        until=2, leader=3,
    ),
    _plan(0, 3),
    DocumentSample(
        "so-hoa-moi", 0, (26, 1), 14, "KH-VKS", "chuyen-doi-so",
        "Số hóa hồ sơ vụ án và trình chiếu chứng cứ tại phiên tòa trong hai cấp kiểm sát tỉnh",
        (
            "Toàn bộ hồ sơ vụ án hình sự thuộc trường hợp phức tạp được số hóa trước khi ban hành cáo trạng.",
            "Bố trí máy quét tài liệu hai mặt cho từng đơn vị khu vực.",
        ),
        replaces="so-hoa-cu",
    ),
    DocumentSample(
        "bao-ve-du-lieu", 0, (24, 2), 52, "QĐ-VKS", "chuyen-doi-so",
        "Về việc ban hành Quy định bảo vệ dữ liệu cá nhân trong hoạt động của hai cấp kiểm sát tỉnh",
        (
            "Chỉ thu thập dữ liệu cá nhân cần thiết cho công việc và xóa khi hết mục đích.",
            "Người dân có quyền yêu cầu xem, sửa dữ liệu về mình trên Cổng thông tin.",
        ),
    ),
    DocumentSample(
        "tin-bao", 0, (19, 3), 71, "HD-VKS", "hinh-su",
        "Kiểm sát việc tiếp nhận, giải quyết tố giác, tin báo về tội phạm và kiến nghị khởi tố",
        (
            "Kiểm tra sổ tiếp nhận của Công an xã ít nhất mỗi tháng một lần.",
            "Tin báo tạm đình chỉ phải được rà soát căn cứ phục hồi hằng quý.",
        ),
        leader=1,
    ),
    DocumentSample(
        "huong-dan-dan-su-moi", 0, (10, 4), 80, "HD-VKS", "dan-su-hanh-chinh",
        "Kiểm sát bản án, quyết định dân sự và thực hiện quyền kháng nghị phúc thẩm",
        (
            "Thời hạn gửi bản án phải được theo dõi bằng phần mềm quản lý án.",
            "Phiếu kiểm sát ghi đủ vi phạm về thẩm quyền, thời hạn và nội dung.",
        ),
        replaces="huong-dan-dan-su-cu", leader=2,
    ),
    _half_year(0, 232),
    DocumentSample(
        "thanh-tra", 0, (2, 7), 18, "QĐ-VKS", "to-chuc-can-bo",
        "Về việc thanh tra công vụ tại các đơn vị trực thuộc",
        (
            "Nội dung: chấp hành giờ làm việc, trang phục, văn hóa công sở, quản lý hồ sơ.",
            "Thời kỳ thanh tra: từ ngày 01 tháng 01 đến ngày công bố quyết định.",
        ),
        abstract="Quyết định cử đoàn thanh tra công vụ gồm năm thành viên, kiểm tra việc chấp hành giờ làm "
        "việc, trang phục, văn hóa công sở và quản lý hồ sơ tại các đơn vị trực thuộc. Đây là bản quét: nội "
        "dung được tóm tắt để người khiếm thị đọc được.",
    ),
    DocumentSample(
        "mua-sam", 0, (5, 8), 262, "TB-VKS", "tai-chinh",
        "Công khai dự toán mua sắm trang thiết bị làm việc năm {year}",
        (
            "Danh mục gồm máy tính, máy quét, tủ đựng hồ sơ chống cháy.",
            "Ý kiến góp ý gửi về Văn phòng tổng hợp trong mười ngày.",
        ),
    ),
    DocumentSample(
        "ket-nghia", 0, (9, 9), 44, "CTr-VKS", "pho-bien-phap-luat",
        "Phối hợp phổ biến, giáo dục pháp luật cho học sinh trường dân tộc nội trú",
        (
            "Mỗi học kỳ một phiên tòa giả định do học sinh đóng vai.",
            "Lập hộp thư “Điều em muốn hỏi” tại thư viện nhà trường.",
        ),
        leader=3,
    ),
    DocumentSample(
        "ngay-phap-luat-moi", 0, (12, 10), 59, "KH-VKS", "pho-bien-phap-luat",
        "Hưởng ứng Ngày Pháp luật nước Cộng hòa xã hội chủ nghĩa Việt Nam năm {year}",
        (
            "Tổ chức cuộc thi trực tuyến tìm hiểu pháp luật trên Cổng thông tin.",
            "Ưu tiên nội dung phòng, chống mua bán người ở khu vực biên giới.",
        ),
        until=3, leader=3,
    ),
)  # fmt: skip
