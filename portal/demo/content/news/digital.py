"""Templates: digital transformation, statistics, information security."""

from __future__ import annotations

from portal.demo.content.news.templates import (
    Template,
    h,
    listing,
    note,
    number,
    p,
    pair,
    share,
)

TOPIC = "chuyen-doi-so"

TEMPLATES: tuple[Template, ...] = (
    Template(
        key="so-hoa-ho-so",
        topic=TOPIC,
        titles=(
            "{vks} hoàn thành số hóa {hs} hồ sơ vụ án, vụ việc",
            "{vks} đẩy mạnh số hóa hồ sơ, xây dựng sơ đồ tư duy trong giải quyết án",
        ),
        leads=(
            "{Since}, {vks} đã số hóa {hs} hồ sơ vụ án, vụ việc với khoảng {trang} trang tài liệu, "
            "xây dựng {sd} sơ đồ tư duy phục vụ báo cáo án và trình chiếu chứng cứ tại phiên tòa.",
        ),
        body=(
            p(
                "Từ chỗ chỉ số hóa án điểm, đến nay mọi hồ sơ vụ án hình sự có từ năm mươi bút lục "
                "trở lên đều được quét ngay khi kết thúc điều tra. Tên tệp, mục lục được đặt thống "
                "nhất để người khác có thể tra cứu.",
            ),
            p(
                "Đơn vị giao công chức trẻ, thành thạo tin học kèm cặp từng Kiểm sát viên "
                "theo phương châm cầm tay chỉ việc. Sau vài hồ sơ đầu còn lúng túng, ai cũng thấy "
                "rõ lợi ích khi nghiên cứu và báo cáo án.",
                "Khó khăn lớn nhất ban đầu là thói quen làm việc trên giấy. Để thay đổi, lãnh đạo "
                "đơn vị yêu cầu các buổi báo cáo án đều sử dụng sơ đồ tư duy, bản số hóa; người đi "
                "trước hướng dẫn người đi sau.",
            ),
            p(
                "Bản số hóa được lưu trên máy chủ nội bộ, phân quyền theo vụ án và sao lưu hằng "
                "tuần. Việc sao chép ra thiết bị ngoài phải được lãnh đạo đồng ý, ghi nhật ký đầy "
                "đủ.",
            ),
            p(
                "Thời gian tới, {vks} phấn đấu số hóa toàn bộ hồ sơ dân sự có kháng nghị, hồ sơ "
                "kiểm sát thi hành án; kết nối dữ liệu với phần mềm quản lý án của Ngành.",
            ),
        ),
        pictures=("may-tinh", "ho-so"),
        rules=(
            number("hs", 32, 120),
            number("trang", 6000, 28000, step=500),
            share("sd", "hs", 30, 60),
        ),
    ),
    Template(
        key="tap-huan-phan-mem",
        topic=TOPIC,
        titles=(
            "{vks} tập huấn {noidung} cho {nguoi} công chức",
            "Nâng cao kỹ năng số: {vks} tập huấn {noidung}",
        ),
        leads=(
            "Ngày {ngay}, {vks} tổ chức lớp tập huấn {noidung} cho {nguoi} công chức, người lao "
            "động; phần lớn thời lượng được dành cho thực hành trên máy với tình huống công việc "
            "hằng ngày.",
        ),
        body=(
            p(
                "Lớp học do công chức phụ trách công nghệ thông tin trực tiếp hướng dẫn. Nội dung "
                "được chia thành các bài ngắn, mỗi bài kết thúc bằng một bài tập để học viên tự "
                "kiểm tra.",
            ),
            p(
                "Học viên được hướng dẫn {chitiet}. Những lỗi thường gặp đều được ghi lại thành "
                "tài liệu hỏi – đáp, đăng trên mạng nội bộ để tra cứu khi cần.",
            ),
            p(
                "Cuối buổi, {dat} trong số {nguoi} học viên hoàn thành bài kiểm tra ở mức khá trở "
                "lên. Những người còn lại được phân công kèm thêm tại đơn vị.",
                "Kết quả kiểm tra cuối lớp cho thấy {dat}/{nguoi} học viên đạt loại khá trở lên. "
                "Đơn vị phân công người kèm cặp các học viên còn lại trong tháng tiếp theo.",
            ),
            p(
                "Phát biểu kết thúc, lãnh đạo {vks} yêu cầu mỗi công chức áp dụng ngay vào công "
                "việc, coi mức độ sử dụng thành thạo phần mềm là một tiêu chí đánh giá, xếp loại.",
            ),
        ),
        pictures=("lop-hoc", "may-tinh"),
        rules=(
            pair(
                "noidung",
                "chitiet",
                (
                    "sử dụng phần mềm quản lý án",
                    "cập nhật, khai thác dữ liệu vụ án, lập báo cáo thống kê và đối chiếu số liệu "
                    "giữa các bộ phận",
                ),
                (
                    "kỹ năng bảo đảm an toàn thông tin",
                    "nhận diện thư giả mạo, đặt mật khẩu mạnh, dùng xác thực hai lớp và xử lý khi "
                    "nghi ngờ máy tính bị xâm nhập",
                ),
                (
                    "ký số và quản lý văn bản điện tử",
                    "tạo lập, ký số, phát hành và lưu trữ văn bản điện tử đúng thể thức theo quy "
                    "định về công tác văn thư",
                ),
                (
                    "viết tin, bài và quản trị Cổng thông tin",
                    "đặt tít, viết sapo, chọn ảnh, mô tả ảnh cho người khiếm thị và quy trình gửi "
                    "bài, duyệt bài",
                ),
            ),
            number("nguoi", 14, 48),
            share("dat", "nguoi", 80, 95),
        ),
    ),
    Template(
        key="thong-ke-lien-nganh",
        topic=TOPIC,
        months=frozenset({1, 4, 7, 10}),
        titles=(
            "{vks} đối chiếu, công bố số liệu thống kê liên ngành {quarter}",
            "Bảo đảm số liệu thống kê tội phạm {quarter} chính xác, kịp thời ở {area}",
        ),
        leads=(
            "Ngày {ngay}, {vks} chủ trì hội nghị đối chiếu số liệu thống kê hình sự liên ngành "
            "{quarter} với Cơ quan điều tra, Tòa án và cơ quan thi hành án; {chi} chỉ tiêu được rà "
            "soát, thống nhất.",
        ),
        body=(
            p(
                "Số liệu thống kê là căn cứ để đánh giá tình hình tội phạm và kết quả công tác của "
                "các cơ quan tư pháp. Vì vậy, mỗi con số đều phải có danh sách vụ việc kèm theo để "
                "kiểm tra được.",
            ),
            p(
                "Qua đối chiếu {chi} chỉ tiêu, hội nghị phát hiện {lech} chỉ tiêu có chênh lệch do "
                "thời điểm chốt số liệu khác nhau và cách tính vụ án tách, nhập. Các bên đã thống "
                "nhất nguyên tắc tính và ký biên bản xác nhận.",
                "Trong {chi} chỉ tiêu, {lech} chỉ tiêu ban đầu còn lệch nhau, chủ yếu ở các vụ án "
                "được tách, nhập hoặc phục hồi điều tra. Sau khi kiểm tra lại từng hồ sơ, số liệu "
                "đã khớp.",
            ),
            listing(
                "Hội nghị thống nhất:",
                "chốt số liệu vào 0 giờ ngày đầu tháng kế tiếp;",
                "gửi danh sách vụ việc kèm số liệu qua hệ thống nội bộ;",
                "mỗi cơ quan cử một đầu mối chịu trách nhiệm.",
            ),
            p(
                "Kết quả thống kê được báo cáo lãnh đạo và cấp ủy địa phương, phục vụ việc chỉ đạo "
                "phòng, chống tội phạm sát với thực tế từng địa bàn.",
            ),
        ),
        pictures=("may-tinh", "hop-ban"),
        rules=(number("chi", 48, 96), number("lech", 2, 6)),
    ),
    Template(
        key="cong-thong-tin",
        topic=TOPIC,
        titles=(
            "{vks} đưa lịch tiếp công dân, lịch công tác lên Cổng thông tin",
            "Trang thông tin của {vks}: gần dân hơn, dễ tra cứu hơn",
        ),
        leads=(
            "Lịch công tác, lịch tiếp công dân và văn bản của {vks} nay được đăng dưới dạng dễ "
            "đọc trên điện thoại, tìm kiếm được cả khi gõ không dấu, giúp người dân theo dõi "
            "thuận tiện hơn.",
        ),
        body=(
            p(
                "Trước đây, lịch công tác chỉ là tệp đính kèm khó mở trên điện thoại. Nay mỗi nội "
                "dung công khai được hiển thị theo ngày, ghi rõ giờ, địa điểm và người chủ trì; "
                "nội dung nội bộ không hiển thị.",
            ),
            h("Người dân làm được gì?"),
            listing(
                "Chỉ với một chiếc điện thoại, người dân có thể:",
                "xem ngày người đứng đầu tiếp công dân và đăng ký nhận lịch;",
                "tìm văn bản theo số, ký hiệu hoặc một vài từ trong trích yếu;",
                "gửi câu hỏi và biết câu hỏi đang được xử lý đến đâu.",
            ),
            p(
                "{Since}, chuyên trang của đơn vị đã đăng {tin} tin, bài, trong đó {chon} tin, bài "
                "được Ban Biên tập chọn giới thiệu trên trang chủ của tỉnh.",
                "Tính {since_to}, đơn vị đã gửi và được đăng {tin} tin, bài; {chon} tin, bài được "
                "giới thiệu trên trang chủ của Cổng thông tin tỉnh.",
            ),
            p(
                "Trang được thiết kế để người cao tuổi, người khiếm thị cũng đọc được: chữ phóng "
                "to, có chế độ tương phản, hình ảnh kèm lời mô tả.",
            ),
            note(
                "Khi nhận được tin nhắn, cuộc gọi tự xưng là cán bộ Viện kiểm sát yêu cầu chuyển "
                "tiền, hãy dừng lại và báo cho cơ quan Công an nơi gần nhất.",
                "warning",
            ),
        ),
        pictures=("dien-thoai", "may-tinh", "tru-so"),
        rules=(number("tin", 18, 64), share("chon", "tin", 15, 30)),
    ),
)
