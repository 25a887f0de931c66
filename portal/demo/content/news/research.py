"""Templates: short research pieces. The questions are general; no real case is described."""

from __future__ import annotations

from portal.demo.content.news.templates import Template, h, listing, number, p, quote, together

TOPIC = "nghien-cuu-trao-doi"

_CRIMINAL: tuple[dict[str, str], ...] = (
    {
        "vande": "đánh giá chứng cứ là dữ liệu điện tử",
        "khokhan": "tin nhắn, tệp ghi âm thường được giao nộp dưới dạng bản chụp màn hình, thiếu "
        "thiết bị gốc nên khó xác định tính toàn vẹn",
        "huong": "thu giữ, sao lưu phương tiện gốc ngay từ đầu, lập biên bản mô tả cụ thể và trưng "
        "cầu giám định khi có nghi ngờ bị cắt ghép",
    },
    {
        "vande": "xác định tuổi của người bị hại dưới 18 tuổi",
        "khokhan": "giấy khai sinh đăng ký muộn, thông tin trong các loại giấy tờ không thống nhất, "
        "nhất là ở vùng cao",
        "huong": "thu thập đồng thời hồ sơ khai sinh, sổ tiêm chủng, học bạ, lời khai của người đỡ "
        "đẻ; chỉ giám định tuổi khi các nguồn trên không đủ",
    },
    {
        "vande": "định giá tài sản trong vụ án xâm phạm sở hữu",
        "khokhan": "tài sản đã qua sử dụng, không còn nguyên trạng hoặc không thu hồi được nên kết "
        "luận định giá dễ bị khiếu nại",
        "huong": "mô tả thật kỹ tài sản khi thu giữ, cung cấp đủ tài liệu cho Hội đồng định giá và "
        "kiểm tra căn cứ của từng thông số trong kết luận",
    },
    {
        "vande": "áp dụng tình tiết người phạm tội tự thú, đầu thú",
        "khokhan": "cách hiểu về thời điểm tự thú và đầu thú chưa thống nhất, dẫn đến mức giảm nhẹ "
        "khác nhau trong những vụ việc tương tự",
        "huong": "làm rõ thời điểm cơ quan chức năng phát hiện tội phạm và người phạm tội, ghi nhận "
        "ngay trong biên bản tiếp nhận để làm căn cứ áp dụng",
    },
)

_CIVIL: tuple[dict[str, str], ...] = (
    {
        "vande": "chia di sản là quyền sử dụng đất của hộ gia đình",
        "khokhan": "khó xác định thành viên hộ tại thời điểm được giao đất và phần đóng góp của từng "
        "người",
        "huong": "xác minh sổ hộ khẩu cũ, hồ sơ giao đất, lấy lời khai của người cùng thời và xem "
        "xét công sức gìn giữ, tôn tạo",
    },
    {
        "vande": "xem xét yêu cầu về thời hiệu trong tranh chấp hợp đồng",
        "khokhan": "đương sự nhiều khi không biết quyền yêu cầu áp dụng thời hiệu hoặc yêu cầu quá "
        "muộn",
        "huong": "kiểm sát việc Tòa án giải thích quyền, nghĩa vụ; ghi rõ yêu cầu trong biên bản hòa "
        "giải trước khi ra bản án sơ thẩm",
    },
    {
        "vande": "giải quyết tranh chấp lối đi chung ở nông thôn",
        "khokhan": "lối đi hình thành theo tập quán, không thể hiện trên bản đồ, người sử dụng trước "
        "và chủ đất sau hiểu khác nhau",
        "huong": "xem xét hiện trạng, quá trình sử dụng, lối đi khác có thể mở và mức đền bù hợp lý "
        "theo Bộ luật Dân sự năm 2015",
    },
)

_ENFORCEMENT: tuple[dict[str, str], ...] = (
    {
        "vande": "kê biên tài sản chung của vợ chồng",
        "khokhan": "chưa xác định được phần của từng người, người không phải thi hành án thường "
        "khiếu nại",
        "huong": "thông báo quyền khởi kiện chia tài sản chung, theo dõi thời hạn và chỉ kê biên "
        "phần đã xác định được",
    },
    {
        "vande": "xử lý vật chứng, tài sản tạm giữ tồn lâu",
        "khokhan": "bản án tuyên không rõ, chủ sở hữu không đến nhận hoặc đã thay đổi nơi cư trú",
        "huong": "đề nghị Tòa án giải thích bản án, thông báo hợp lệ rồi tiêu hủy hoặc sung quỹ theo "
        "trình tự",
    },
    {
        "vande": "xác minh điều kiện thi hành án của người đi làm ăn xa",
        "khokhan": "nơi ở không ổn định, thu nhập qua nhiều tài khoản nên kết quả xác minh nhanh "
        "chóng lạc hậu",
        "huong": "ủy thác xác minh, khai thác dữ liệu dân cư, bảo hiểm, ngân hàng theo quy định và "
        "hẹn lịch xác minh lại",
    },
)


def _piece(key: str, subjects: tuple[dict[str, str], ...], lead: str, field: str) -> Template:
    """The three fields share a structure (difficulty, analysis, proposal), not their content."""
    return Template(
        key=key,
        topic=TOPIC,
        titles=(
            "Một số vướng mắc khi {vande} và đề xuất từ thực tiễn {area}",
            "Trao đổi về việc {vande}: kinh nghiệm của {vks}",
            "{vande_cap}: khó khăn và cách tháo gỡ ở {area}",
        ),
        leads=(lead,),
        body=(
            h("Khó khăn từ thực tiễn"),
            p(
                f"Qua nghiên cứu {{hs}} hồ sơ {field} trong hai năm gần đây, nhóm tác giả nhận "
                f"thấy khi {{vande}}, {{khokhan}}. Đây không phải vấn đề mới nhưng vẫn lặp lại do quy "
                "định cần được vận dụng linh hoạt trong từng hoàn cảnh.",
            ),
            p(
                "Trong số hồ sơ được nghiên cứu, {loi} hồ sơ phải bổ sung tài liệu hoặc làm lại "
                "thủ tục, khiến thời gian giải quyết kéo dài. Nếu được phát hiện sớm, phần lớn "
                "thiếu sót có thể khắc phục ngay trong vài ngày.",
                "Đáng chú ý, {loi} hồ sơ có thiếu sót ở đúng nội dung này. Nguyên nhân chủ yếu là "
                "chưa coi trọng bước chuẩn bị, sử dụng biểu mẫu theo thói quen và ngại trao đổi "
                "giữa các cơ quan.",
            ),
            h("Kinh nghiệm và đề xuất"),
            p(
                "Từ thực tiễn trên, chúng tôi cho rằng Kiểm sát viên cần {huong}. Mọi nhận định "
                "đều phải dựa trên tài liệu có trong hồ sơ và được thể hiện rõ trong báo cáo đề "
                "xuất.",
            ),
            listing(
                "Về lâu dài, xin đề xuất:",
                "tổng hợp các tình huống điển hình thành tài liệu tham khảo dùng chung trong tỉnh;",
                "liên ngành thống nhất cách hiểu đối với những nội dung còn ý kiến khác nhau;",
                "cấp có thẩm quyền sớm có hướng dẫn để áp dụng pháp luật thống nhất.",
            ),
            quote(
                "Hồ sơ chuẩn bị tốt từ đầu thì tranh luận về sau sẽ ngắn lại, và người dân bớt "
                "phải đi lại nhiều lần.",
                "Một Kiểm sát viên {vks} (mẫu)",
            ),
            p(
                "Bài viết nêu ý kiến trao đổi của tác giả, rất mong nhận được góp ý của đồng "
                "nghiệp và bạn đọc.",
            ),
        ),
        pictures=("nghien-cuu", "ho-so"),
        rules=(together(*subjects), number("hs", 40, 110), number("loi", 6, 17)),
    )


TEMPLATES: tuple[Template, ...] = (
    _piece(
        "trao-doi-hinh-su",
        _CRIMINAL,
        "Việc {vande} là nội dung thường gặp khi giải quyết án hình sự. Từ kinh nghiệm của {vks}, "
        "bài viết nêu một số khó khăn, phân tích nguyên nhân và đề xuất hướng thực hiện thống "
        "nhất.",
        "vụ án hình sự",
    ),
    _piece(
        "trao-doi-dan-su",
        _CIVIL,
        "Trong kiểm sát án dân sự, việc {vande} còn nhiều ý kiến khác nhau. Từ hồ sơ do {vks} kiểm "
        "sát, bài viết trao đổi vướng mắc và gợi ý cách xem xét thấu tình, đạt lý.",
        "vụ án dân sự",
    ),
    _piece(
        "trao-doi-thi-hanh-an",
        _ENFORCEMENT,
        "Khi kiểm sát thi hành án dân sự, việc {vande} dễ phát sinh khiếu nại. Bài viết tổng hợp "
        "kinh nghiệm của {vks} và đề xuất một số biện pháp bảo đảm đúng pháp luật.",
        "thi hành án dân sự",
    ),
)
