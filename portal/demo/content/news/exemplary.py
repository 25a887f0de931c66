"""Templates: exemplary people and units. The people are invented: names carry "(mẫu)"."""

from __future__ import annotations

from portal.demo.content.news.templates import (
    Template,
    h,
    listing,
    number,
    p,
    pair,
    quote,
)

TOPIC = "dien-hinh-tien-tien"

TEMPLATES: tuple[Template, ...] = (
    Template(
        key="guong-kiem-sat-vien",
        topic=TOPIC,
        titles=(
            "{nhanvat}: Kiểm sát viên tận tâm với từng trang hồ sơ",
            "Chuyện nghề của Kiểm sát viên {nhanvat}",
            "{nhanvat} – người giữ lửa nghề ở {vks}",
        ),
        leads=(
            "{nam} năm gắn bó với ngành Kiểm sát, {nhanvat}, Kiểm sát viên {vks}, được đồng nghiệp "
            "nhắc đến bởi sự cẩn trọng, tác phong gần gũi và {an} vụ án đã giải quyết không để xảy "
            "ra oan, sai.",
        ),
        body=(
            p(
                "Sinh ra ở vùng quê nghèo xứ Lạng, {nhanvat} chọn học luật vì từng chứng kiến "
                "người trong thôn thiệt thòi do không biết pháp luật. Ra trường, đồng chí xin về "
                "công tác tại nơi còn nhiều khó khăn.",
                "Ít ai biết, trước khi khoác lên mình bộ trang phục Ngành, {nhanvat} từng có thời "
                "gian dạy học ở bản. Có lẽ vì thế mà cách nói chuyện của đồng chí bao giờ cũng "
                "mạch lạc, dễ hiểu.",
            ),
            p(
                "Đồng nghiệp kể, với mỗi vụ án được giao, đồng chí đều tự lập bảng đối chiếu lời "
                "khai, đánh dấu những điểm còn mâu thuẫn. Có vụ việc tưởng đã rõ, nhưng nhờ xem "
                "kỹ một tờ biên bản, sự thật được làm sáng tỏ.",
            ),
            quote(
                "Sau mỗi hồ sơ là một con người, một gia đình. Mình vội một chút, người khác có "
                "thể phải chịu thiệt cả đời.",
                "{nhanvat}",
            ),
            p(
                "Không chỉ vững chuyên môn, đồng chí còn kèm cặp {tre} công chức trẻ, tham gia "
                "viết tin, bài cho Cổng thông tin và là báo cáo viên quen thuộc của bà con "
                "{place}.",
                "Ngoài giờ làm việc, đồng chí dành thời gian hướng dẫn {tre} công chức trẻ nghiên "
                "cứu hồ sơ, tập tranh luận; cuối tuần lại cùng tổ tuyên truyền về {place} tuyên "
                "truyền pháp luật.",
            ),
            p(
                "Với những đóng góp bền bỉ, nhiều năm liền đồng chí được công nhận Chiến sĩ thi "
                "đua cơ sở. Phần thưởng lớn nhất, theo lời đồng chí, là sự tin cậy của người dân.",
            ),
        ),
        pictures=("ho-so", "cong-ly", "nghien-cuu"),
        rules=(number("nam", 9, 28), number("an", 120, 420), number("tre", 2, 5)),
    ),
    Template(
        key="trao-giay-khen",
        topic=TOPIC,
        titles=(
            "{vks} khen thưởng {tt} tập thể, {cn} cá nhân có thành tích trong {linhvuc}",
            "{vks} biểu dương gương người tốt, việc tốt trong {linhvuc}",
        ),
        leads=(
            "Ngày {ngay}, {vks} tổ chức biểu dương, trao Giấy khen cho {tt} tập thể và {cn} cá "
            "nhân có thành tích xuất sắc trong {linhvuc}, qua đó khích lệ phong trào thi đua sôi "
            "nổi trong toàn đơn vị.",
        ),
        body=(
            p(
                "Những tập thể, cá nhân được khen thưởng đều được bình chọn công khai từ cơ sở, có "
                "thành tích cụ thể, kiểm chứng được. Hội đồng Thi đua – Khen thưởng ưu tiên người "
                "trực tiếp làm nhiệm vụ, công chức trẻ và người công tác ở địa bàn khó khăn.",
            ),
            h("Thành tích nói bằng việc làm"),
            p(
                "Điểm chung của các điển hình là {diem}. Kết quả của họ đã góp phần để đơn vị hoàn "
                "thành và vượt nhiều chỉ tiêu công tác được giao.",
            ),
            p(
                "Phát biểu tại buổi lễ, lãnh đạo {vks} chúc mừng các tập thể, cá nhân được khen; "
                "mong muốn mỗi người tiếp tục là hạt nhân, lan tỏa cách làm hay tới đồng nghiệp.",
                "Lãnh đạo {vks} đề nghị nhân rộng các điển hình bằng cách đưa kinh nghiệm của họ "
                "vào sinh hoạt chuyên môn, đăng trên Cổng thông tin để mọi người cùng học tập.",
            ),
            p(
                "Đại diện những người được khen thưởng bày tỏ vinh dự, coi đây là động lực để "
                "tiếp tục cố gắng; đồng thời cảm ơn sự giúp đỡ của tập thể.",
            ),
        ),
        pictures=("khen-thuong",),
        rules=(
            number("tt", 2, 4),
            number("cn", 5, 14),
            pair(
                "linhvuc",
                "diem",
                (
                    "công tác tuyên truyền",
                    "bám sát cơ sở, viết đều và viết đúng, có nhiều tin, bài được báo chí Trung "
                    "ương và địa phương sử dụng",
                ),
                (
                    "giải quyết án hình sự",
                    "chủ động từ khi tiếp nhận nguồn tin, phối hợp chặt chẽ và không để án kéo dài",
                ),
                (
                    "chuyển đổi số",
                    "tự học, tự làm, biến những thao tác thủ công thành quy trình đơn giản mà đồng "
                    "nghiệp nào cũng dùng được",
                ),
                (
                    "phong trào thi đua yêu nước",
                    "tận tụy với công việc, khiêm tốn, đoàn kết và luôn nhận phần việc khó",
                ),
            ),
        ),
    ),
    Template(
        key="mo-hinh-hay",
        topic=TOPIC,
        titles=(
            "Mô hình “{mohinh}” ở {vks}: việc nhỏ, hiệu quả lớn",
            "{vks} và mô hình “{mohinh}”",
        ),
        leads=(
            "Bắt đầu từ một ý tưởng đơn giản của công chức trẻ, mô hình “{mohinh}” ở {vks} đã được "
            "duy trì {thang} tháng, mang lại hiệu quả rõ rệt trong công việc và được nhiều đơn vị "
            "đến tìm hiểu.",
        ),
        body=(
            p("Cách làm không cầu kỳ: {cach}. Mọi người đều tham gia được, không tốn kinh phí."),
            p(
                "Sau {thang} tháng, đơn vị đã thực hiện {luot} lượt, ghi nhận nhiều thay đổi tích "
                "cực. Điều đáng quý là tinh thần trách nhiệm, sự sẻ chia giữa các thế hệ cán bộ "
                "được bồi đắp.",
                "Sổ theo dõi của đơn vị ghi lại {luot} lượt thực hiện trong {thang} tháng. Con số "
                "chưa lớn nhưng cho thấy mô hình đã thành nền nếp chứ không chỉ rộ lên lúc ban "
                "đầu.",
            ),
            listing(
                "Theo đánh giá, mô hình thành công nhờ:",
                "xuất phát từ nhu cầu thật của công việc;",
                "người đứng đầu làm trước và làm đều;",
                "có sổ theo dõi và được nhận xét mỗi tháng.",
            ),
            p(
                "Trong năm {year}, {vks} tiếp tục hoàn thiện mô hình, viết thành tài liệu ngắn "
                "gọn để các đơn vị bạn tham khảo, vận dụng phù hợp với điều kiện của mình.",
            ),
        ),
        pictures=("hop-ban", "nghien-cuu", "tiep-dan"),
        rules=(
            pair(
                "mohinh",
                "cach",
                (
                    "Mỗi tuần một tình huống pháp luật",
                    "sáng thứ Hai, một người nêu tình huống vừa gặp, cả đơn vị cùng thảo luận "
                    "trong ba mươi phút rồi ghi lại kết luận",
                ),
                (
                    "Một việc tốt mỗi ngày",
                    "mỗi người tự chọn một việc có ích cho đồng nghiệp hoặc người dân, ghi vài "
                    "dòng vào sổ chung",
                ),
                (
                    "Hẹn giờ tiếp dân, không để dân chờ",
                    "người dân gọi điện đặt giờ trước, cán bộ chuẩn bị sẵn hồ sơ để buổi tiếp đi "
                    "thẳng vào việc",
                ),
                (
                    "Kiểm sát viên kèm Kiểm tra viên",
                    "mỗi Kiểm sát viên nhận giúp một đồng nghiệp trẻ, cùng nghiên cứu hồ sơ và "
                    "nhận xét sau từng phiên tòa",
                ),
            ),
            number("thang", 6, 18),
            number("luot", 40, 160),
        ),
    ),
)
