"""Templates: supervision of the enforcement of civil and administrative judgments."""

from __future__ import annotations

from portal.demo.content.news.templates import (
    Template,
    choice,
    listing,
    note,
    number,
    p,
    percent,
    rest,
    share,
    table,
)

TOPIC = "thi-hanh-an-dan-su"

TEMPLATES: tuple[Template, ...] = (
    Template(
        key="kiem-sat-truc-tiep-thads",
        topic=TOPIC,
        titles=(
            "{vks} trực tiếp kiểm sát công tác thi hành án dân sự năm {year}",
            "{vks} kết luận trực tiếp kiểm sát tại cơ quan thi hành án dân sự năm {year}",
        ),
        leads=(
            "Ngày {ngay}, {vks} công bố kết luận trực tiếp kiểm sát tại cơ quan thi hành án dân sự "
            "cùng cấp; qua kiểm sát {hs} hồ sơ, đơn vị chỉ rõ {vp} dạng vi phạm và kiến nghị biện "
            "pháp khắc phục.",
        ),
        body=(
            p(
                "Đoàn kiểm sát tập trung vào các nội dung dễ phát sinh vi phạm: ra quyết định thi "
                "hành án, xác minh điều kiện thi hành, phân loại việc, kê biên, định giá, bán đấu "
                "giá tài sản, xử lý vật chứng và chi trả tiền.",
            ),
            listing(
                "Trong {hs} hồ sơ được kiểm sát, {loi} hồ sơ có thiếu sót, thuộc {vp} dạng, trong "
                "đó nổi lên là:",
                "chậm xác minh hoặc xác minh lại điều kiện thi hành án;",
                "phân loại việc chưa có điều kiện thi hành thiếu căn cứ;",
                "chậm chi trả tiền cho người được thi hành án.",
            ),
            p(
                "Đoàn yêu cầu khắc phục ngay từng hồ sơ cụ thể, đồng thời kiến nghị rà soát toàn "
                "bộ việc chưa có điều kiện thi hành, công khai trên trang thông tin theo quy định.",
                "Kết luận nêu rõ nguyên nhân chủ quan, khách quan, trách nhiệm của từng Chấp hành "
                "viên và thời hạn khắc phục. Những khó khăn về tài sản chung, tài sản ở xa được "
                "ghi nhận để cùng kiến nghị tháo gỡ.",
            ),
            p(
                "Thủ trưởng cơ quan thi hành án dân sự tiếp thu kết luận, khẳng định hoạt động "
                "kiểm sát giúp đơn vị nhìn rõ hạn chế, nâng cao tỷ lệ thi hành án có điều kiện.",
            ),
        ),
        pictures=("thi-hanh-an", "ho-so"),
        rules=(number("hs", 80, 210), share("loi", "hs", 8, 15), number("vp", 4, 7)),
    ),
    Template(
        key="kiem-sat-cuong-che",
        topic=TOPIC,
        titles=(
            "{vks} kiểm sát cưỡng chế thi hành án dân sự tại {place}",
            "Kiểm sát chặt chẽ việc cưỡng chế {vieccc} tại {place}",
        ),
        leads=(
            "Ngày {ngay}, Kiểm sát viên {vks} trực tiếp kiểm sát việc cưỡng chế {vieccc} tại "
            "{place}; buổi cưỡng chế diễn ra an toàn, đúng trình tự, bảo đảm quyền lợi của các "
            "bên.",
        ),
        body=(
            p(
                "Trước khi cưỡng chế, cơ quan thi hành án đã nhiều lần vận động, thuyết phục, giải "
                "thích quyền và nghĩa vụ nhưng người phải thi hành án không tự nguyện thực hiện. "
                "Kế hoạch cưỡng chế được gửi Viện kiểm sát để kiểm sát.",
            ),
            p(
                "Tại hiện trường, Kiểm sát viên kiểm sát thành phần tham gia, trình tự công bố "
                "quyết định, việc kiểm đếm, lập biên bản, bảo quản tài sản; kịp thời yêu cầu bổ "
                "sung chữ ký của người chứng kiến.",
                "Kiểm sát viên có mặt từ đầu đến khi kết thúc, chú ý việc tôn trọng danh dự, sức "
                "khỏe của những người trong gia đình, nhất là người già và trẻ nhỏ; yêu cầu lập "
                "biên bản đầy đủ đối với từng tài sản.",
            ),
            p(
                "Sau khoảng {gio} giờ, công việc hoàn tất. Diện tích, tài sản được bàn giao cho "
                "người được thi hành án ngay tại chỗ, có sự chứng kiến của đại diện chính quyền "
                "địa phương và Mặt trận Tổ quốc.",
            ),
            note(
                "Đương sự không đồng ý với quyết định, hành vi về thi hành án có quyền khiếu nại, "
                "tố cáo theo quy định của pháp luật về thi hành án dân sự."
            ),
        ),
        pictures=("thi-hanh-an", "ban-lang"),
        rules=(
            choice(
                "vieccc",
                "giao quyền sử dụng đất",
                "kê biên tài sản bảo đảm",
                "tháo dỡ công trình, trả lại lối đi",
            ),
            number("gio", 3, 6),
        ),
    ),
    Template(
        key="ket-qua-thi-hanh-an",
        topic=TOPIC,
        titles=(
            "{vks}: Phối hợp nâng tỷ lệ thi hành án dân sự xong đạt {pc}",
            "{area_cap}: {xong} việc thi hành án dân sự được giải quyết xong",
        ),
        leads=(
            "{Since}, dưới sự kiểm sát của {vks}, cơ quan thi hành án dân sự cùng cấp đã giải "
            "quyết xong {xong} trong tổng số {co} việc có điều kiện thi hành, đạt {pc}; nhiều vụ "
            "kéo dài được tháo gỡ.",
        ),
        body=(
            p(
                "Xác định án dân sự chỉ thực sự kết thúc khi được thi hành, đơn vị phân công Kiểm "
                "sát viên theo dõi từng Chấp hành viên, hằng tháng đối chiếu số liệu và danh sách "
                "việc chuyển kỳ sau.",
            ),
            table(
                "Kết quả thi hành án về việc",
                ["Nội dung", "Số việc"],
                [
                    ["Tổng số phải thi hành", "{tong}"],
                    ["Có điều kiện thi hành", "{co}"],
                    ["Chưa có điều kiện thi hành", "{chua}"],
                    ["Đã thi hành xong", "{xong}"],
                ],
            ),
            p(
                "Đối với {chua} việc chưa có điều kiện, Kiểm sát viên kiểm tra căn cứ phân loại, "
                "yêu cầu xác minh lại định kỳ. Những vụ liên quan đến tín dụng, ngân hàng và thu "
                "hồi tài sản cho Nhà nước được ưu tiên theo dõi.",
            ),
            p(
                "{vks} đã ban hành {kn} kiến nghị, đồng thời phối hợp với chính quyền cơ sở vận "
                "động đương sự tự nguyện thi hành. Cách làm này giúp giảm số vụ phải cưỡng chế, "
                "giữ gìn tình làng nghĩa xóm.",
            ),
        ),
        pictures=("thi-hanh-an", "hop-ban"),
        rules=(
            number("tong", 180, 620),
            share("co", "tong", 66, 80),
            rest("chua", "tong", "co"),
            share("xong", "co", 62, 84),
            percent("pc", "xong", "co"),
            number("kn", 2, 6),
        ),
    ),
)
