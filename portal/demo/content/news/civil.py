"""Templates: supervision of civil, administrative, commercial and labour cases."""

from __future__ import annotations

from portal.demo.content.news.templates import (
    Template,
    choice,
    listing,
    number,
    p,
    pair,
    percent,
    rest,
    share,
    table,
)

TOPIC = "dan-su-hanh-chinh"

TEMPLATES: tuple[Template, ...] = (
    Template(
        key="phien-toa-dan-su",
        topic=TOPIC,
        titles=(
            "{vks} tổ chức phiên tòa dân sự rút kinh nghiệm vụ án {tranhchap}",
            "Rút kinh nghiệm qua phiên tòa dân sự về {tranhchap} tại {area}",
        ),
        leads=(
            "Ngày {ngay}, {vks} phối hợp với Tòa án nhân dân cùng cấp tổ chức phiên tòa dân sự sơ "
            "thẩm rút kinh nghiệm đối với vụ án {tranhchap}, tập trung nâng cao kỹ năng kiểm sát "
            "việc tuân theo pháp luật của Kiểm sát viên.",
        ),
        body=(
            p(
                "Vụ án có nhiều tài liệu cũ, người làm chứng tuổi cao, lời trình bày của các bên "
                "chưa thống nhất. Trước phiên tòa, Kiểm sát viên đã kiểm sát việc thu thập chứng "
                "cứ, biên bản xem xét, thẩm định tại chỗ và yêu cầu bổ sung những tài liệu còn "
                "thiếu.",
            ),
            p(
                "Tại phiên tòa, Kiểm sát viên theo dõi sát việc tuân theo pháp luật của Hội đồng "
                "xét xử, thư ký và những người tham gia tố tụng; đặt câu hỏi làm rõ nguồn gốc, quá "
                "trình quản lý, sử dụng và ý chí thật của các bên.",
                "Kiểm sát viên chủ động tham gia hỏi, làm rõ mâu thuẫn giữa lời trình bày với tài "
                "liệu trong hồ sơ; qua đó giúp các bên nhận thức đúng quyền, nghĩa vụ của mình.",
            ),
            p(
                "Bài phát biểu của đại diện Viện kiểm sát phân tích căn cứ pháp luật, đề xuất "
                "hướng giải quyết cụ thể theo Bộ luật Tố tụng dân sự năm 2015 và Bộ luật Dân sự "
                "năm 2015; quan điểm được Hội đồng xét xử chấp nhận.",
            ),
            p(
                "Tại buổi họp rút kinh nghiệm có {gop} ý kiến phát biểu. Các ý kiến cho rằng Kiểm "
                "sát viên cần đầu tư nhiều hơn cho khâu nghiên cứu hồ sơ trước phiên tòa, nhất là "
                "đối với tranh chấp đất đai có yếu tố lịch sử.",
            ),
        ),
        pictures=("phap-dinh", "ho-so", "ruong-bac-thang"),
        rules=(
            choice(
                "tranhchap",
                "tranh chấp quyền sử dụng đất",
                "tranh chấp chia di sản thừa kế",
                "tranh chấp hợp đồng vay tài sản",
                "tranh chấp lối đi chung",
                "yêu cầu bồi thường thiệt hại về tài sản",
            ),
            number("gop", 5, 12),
        ),
    ),
    Template(
        key="kien-nghi-an-dan-su",
        topic=TOPIC,
        titles=(
            "{vks}: {kn} kiến nghị trong giải quyết án dân sự, hành chính được chấp nhận",
            "Nâng cao chất lượng kiểm sát bản án, quyết định dân sự tại {area}",
        ),
        leads=(
            "{Since}, {vks} kiểm sát {tong} bản án, quyết định dân sự, hôn nhân và gia đình, kinh "
            "doanh, thương mại, lao động; phát hiện vi phạm, ban hành {kn} kiến nghị, đều được "
            "chấp nhận.",
        ),
        body=(
            p(
                "Mỗi bản án, quyết định đều được lập phiếu kiểm sát trong ngày nhận được, ghi rõ "
                "thời hạn gửi, nội dung, căn cứ và đề xuất của Kiểm sát viên. Lãnh đạo đơn vị trực "
                "tiếp duyệt những phiếu có đề xuất kháng nghị, kiến nghị.",
            ),
            table(
                "Bản án, quyết định đã kiểm sát",
                ["Loại việc", "Số lượng"],
                [
                    ["Hôn nhân và gia đình", "{hn}"],
                    ["Dân sự", "{ds}"],
                    ["Kinh doanh, thương mại, lao động và việc khác", "{kd}"],
                    ["Tổng số", "{tong}"],
                ],
            ),
            p(
                "Các vi phạm phổ biến là chậm gửi bản án, quyết định cho Viện kiểm sát; tuyên chưa "
                "rõ gây khó khăn cho thi hành án; tính án phí chưa đúng. Ngoài {kn} kiến nghị, đơn "
                "vị ban hành {kng} kháng nghị phúc thẩm đối với vi phạm nghiêm trọng.",
            ),
            p(
                "Đơn vị tiếp tục xác định đây là khâu công tác đột phá, phân công Kiểm sát viên "
                "chuyên trách, tổng hợp vi phạm theo chuyên đề để kiến nghị chung thay vì xử lý "
                "từng việc riêng lẻ.",
            ),
        ),
        pictures=("ho-so", "cong-ly", "nghien-cuu"),
        rules=(
            number("tong", 90, 260),
            share("hn", "tong", 52, 60),
            share("ds", "tong", 25, 32),
            rest("kd", "tong", "hn", "ds"),
            number("kn", 3, 7),
            number("kng", 2, 4),
        ),
    ),
    Template(
        key="an-hanh-chinh",
        topic=TOPIC,
        titles=(
            "{vks} kiểm sát giải quyết vụ án hành chính về {linhvuc}",
            "{vks}: Tăng cường đối thoại trong giải quyết khiếu kiện về {linhvuc}",
        ),
        leads=(
            "{vks} đang tập trung nâng cao trách nhiệm của Kiểm sát viên khi kiểm sát giải quyết "
            "các vụ án hành chính về {linhvuc}, chú trọng hoạt động đối thoại để người dân và cơ "
            "quan hành chính tìm được tiếng nói chung.",
        ),
        body=(
            p(
                "Qua thực tiễn, người khởi kiện thường cho rằng {lydo}. Nhiều vụ việc kéo dài do "
                "hai bên chưa ngồi lại với nhau để trao đổi, làm rõ căn cứ của quyết định bị "
                "khiếu kiện.",
            ),
            p(
                "{Since}, đơn vị thụ lý kiểm sát {tong} vụ án hành chính. Thông qua đối thoại do "
                "Tòa án tổ chức với sự tham gia kiểm sát của Viện kiểm sát, {rut} vụ được giải "
                "quyết khi người khởi kiện rút đơn sau khi quyết định được sửa đổi hoặc giải "
                "thích rõ.",
                "Trong {tong} vụ án hành chính thụ lý {since}, có {rut} vụ kết thúc ngay từ giai "
                "đoạn đối thoại. Kết quả đó cho thấy khi thông tin được công khai, giải thích cặn "
                "kẽ, người dân sẵn sàng chia sẻ và đồng thuận.",
            ),
            listing(
                "Kiểm sát viên được yêu cầu chú ý ba việc khi kiểm sát án hành chính:",
                "thẩm quyền, trình tự, thủ tục ban hành quyết định bị khiếu kiện;",
                "thời hiệu khởi kiện và việc giao nhận quyết định trên thực tế;",
                "tính khả thi của bản án để thuận lợi khi thi hành.",
            ),
            p(
                "Thời gian tới, {vks} sẽ tổng hợp vi phạm trong quản lý hành chính phát hiện qua "
                "công tác kiểm sát để kiến nghị cơ quan có thẩm quyền phòng ngừa khiếu kiện ngay "
                "từ cơ sở.",
            ),
        ),
        pictures=("hop-ban", "tru-so", "ruong-bac-thang"),
        rules=(
            pair(
                "linhvuc",
                "lydo",
                (
                    "thu hồi đất, bồi thường, hỗ trợ",
                    "diện tích, vị trí đất tính bồi thường chưa đúng với thực tế sử dụng",
                ),
                (
                    "cấp giấy chứng nhận quyền sử dụng đất",
                    "ranh giới thửa đất trong giấy chứng nhận không trùng với hiện trạng",
                ),
                (
                    "xử phạt vi phạm hành chính",
                    "biên bản vi phạm ghi chưa đầy đủ và chưa xem xét ý kiến giải trình",
                ),
            ),
            number("tong", 5, 14),
            share("rut", "tong", 25, 45),
        ),
    ),
    Template(
        key="hoa-giai-hon-nhan",
        topic=TOPIC,
        titles=(
            "Kiểm sát án hôn nhân và gia đình ở {area}: đặt quyền lợi của trẻ em lên trên hết",
            "{vks} chú trọng bảo vệ quyền trẻ em trong án hôn nhân và gia đình",
        ),
        leads=(
            "Qua kiểm sát {tong} vụ, việc hôn nhân và gia đình, {vks} nhận thấy quyền lợi của con "
            "chưa thành niên cần được quan tâm ngay từ giai đoạn hòa giải, nhất là chỗ ở, việc học "
            "và nghĩa vụ cấp dưỡng.",
        ),
        body=(
            p(
                "Trong {tong} vụ, việc đơn vị kiểm sát {since}, có {con} vụ liên quan đến con "
                "chưa thành niên, chiếm {pc}. Không ít trường hợp cha mẹ đi làm ăn xa, con ở với "
                "ông bà, nên việc xác định người trực tiếp nuôi con cần được cân nhắc kỹ.",
            ),
            p(
                "Kiểm sát viên đã yêu cầu Tòa án lấy ý kiến của con từ đủ 7 tuổi trở lên, xác minh "
                "điều kiện chăm sóc thực tế và làm rõ thu nhập để xác định mức cấp dưỡng phù hợp "
                "theo Luật Hôn nhân và gia đình năm 2014.",
                "Thông qua phiếu kiểm sát, đơn vị yêu cầu bổ sung ý kiến của con từ đủ 7 tuổi trở "
                "lên trong những hồ sơ còn thiếu; trao đổi với Thẩm phán về mức cấp dưỡng để bảo "
                "đảm trẻ được học hành, chăm sóc y tế.",
            ),
            p(
                "Bên cạnh đó, đơn vị phối hợp với Hội Liên hiệp Phụ nữ các xã tư vấn tiền hôn "
                "nhân, phòng, chống bạo lực gia đình và tảo hôn; qua đó góp phần giảm số vụ ly "
                "hôn ở các cặp vợ chồng trẻ.",
            ),
            p(
                "Lãnh đạo {vks} nhấn mạnh: mỗi bản án hôn nhân liên quan đến tương lai của những "
                "đứa trẻ, vì vậy Kiểm sát viên phải nghiên cứu hồ sơ bằng cả trách nhiệm nghề "
                "nghiệp và tấm lòng.",
            ),
        ),
        pictures=("cong-ly", "tiep-dan", "ban-lang"),
        rules=(
            number("tong", 64, 150),
            share("con", "tong", 60, 78),
            percent("pc", "con", "tong"),
        ),
    ),
)
