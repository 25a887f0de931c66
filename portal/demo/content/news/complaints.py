"""Templates: complaints, denunciations and the reception of citizens."""

from __future__ import annotations

from portal.demo.content.news.templates import (
    Template,
    h,
    listing,
    number,
    p,
    percent,
    questions,
    rest,
    share,
)

TOPIC = "khieu-to-tiep-dan"

TEMPLATES: tuple[Template, ...] = (
    Template(
        key="tiep-cong-dan-dinh-ky",
        topic=TOPIC,
        titles=(
            "Viện trưởng {vks} tiếp công dân định kỳ {this_month}",
            "{vks} tiếp công dân định kỳ {this_month}: lắng nghe, giải thích thấu đáo",
        ),
        leads=(
            "Ngày {ngay}, đồng chí Viện trưởng {vks} trực tiếp chủ trì buổi tiếp công dân định kỳ "
            "{this_month}, tiếp {luot} lượt người với {viec} vụ việc và chỉ đạo xử lý từng kiến "
            "nghị, phản ánh.",
        ),
        body=(
            p(
                "Buổi tiếp dân được thông báo trước trên Cổng thông tin và niêm yết tại trụ sở. "
                "Cán bộ thường trực hướng dẫn người dân lấy số thứ tự, ghi tóm tắt nội dung để "
                "buổi tiếp diễn ra nhanh gọn, trật tự.",
            ),
            p(
                "Các nội dung người dân trình bày chủ yếu liên quan đến việc giải quyết tố giác, "
                "tin báo về tội phạm, thời hạn giải quyết vụ án dân sự và thi hành án. Trong "
                "{viec} vụ việc, {thuoc} vụ thuộc thẩm quyền được tiếp nhận để xem xét; {hd} vụ "
                "được hướng dẫn gửi đến đúng cơ quan có thẩm quyền.",
            ),
            p(
                "Đồng chí Viện trưởng trực tiếp giải thích căn cứ pháp luật đối với từng trường "
                "hợp, giao bộ phận chuyên môn trả lời bằng văn bản trong thời hạn 10 ngày làm "
                "việc và theo dõi đến khi có kết quả cuối cùng.",
                "Với tinh thần cầu thị, đồng chí Viện trưởng lắng nghe hết ý kiến của người dân, "
                "yêu cầu bộ phận chuyên môn rà soát hồ sơ liên quan và thông báo kết quả trong 10 "
                "ngày làm việc.",
            ),
            p(
                "Việc tiếp công dân của người đứng đầu được thực hiện đều đặn theo Luật Tiếp công "
                "dân năm 2013. {Since}, đơn vị không để xảy ra khiếu kiện đông người, phức tạp tại "
                "trụ sở.",
            ),
        ),
        pictures=("tiep-dan", "tru-so"),
        rules=(
            number("luot", 6, 15),
            share("viec", "luot", 70, 90),
            share("thuoc", "viec", 35, 55),
            rest("hd", "viec", "thuoc"),
        ),
    ),
    Template(
        key="ket-qua-giai-quyet-don",
        topic=TOPIC,
        titles=(
            "{vks} giải quyết {pc} đơn khiếu nại, tố cáo thuộc thẩm quyền",
            "{vks}: Xử lý kịp thời {tong} đơn của công dân",
        ),
        leads=(
            "{Since}, {vks} tiếp nhận, phân loại {tong} đơn; trong số {thuoc} đơn khiếu nại, tố "
            "cáo thuộc thẩm quyền, đơn vị đã giải quyết {xong} đơn, đạt {pc}, không có đơn quá "
            "hạn.",
        ),
        body=(
            p(
                "Tất cả {tong} đơn đều được vào sổ, phân loại và xử lý trong thời hạn luật định. "
                "Đơn không thuộc thẩm quyền ({khong} đơn) được chuyển hoặc hướng dẫn bằng văn bản "
                "để người gửi đơn biết nơi giải quyết.",
            ),
            p(
                "Đối với đơn thuộc thẩm quyền, Kiểm sát viên gặp trực tiếp người khiếu nại để làm "
                "rõ yêu cầu, nghiên cứu hồ sơ, đối thoại khi cần thiết. Nhiều trường hợp sau khi "
                "được giải thích cặn kẽ đã tự nguyện rút đơn.",
                "Kinh nghiệm của đơn vị là đối thoại sớm. Khi người gửi đơn được nghe giải thích "
                "trên cơ sở hồ sơ và điều luật cụ thể, phần lớn đều đồng tình với kết quả giải "
                "quyết.",
            ),
            p(
                "Đơn vị cũng trực tiếp kiểm sát việc giải quyết khiếu nại, tố cáo tại {cq} cơ quan "
                "tư pháp, ban hành kiến nghị yêu cầu khắc phục tình trạng chậm thông báo thụ lý.",
            ),
            p(
                "Trong thời gian tới, {vks} cập nhật toàn bộ đơn vào phần mềm quản lý, bảo đảm mỗi "
                "công dân có thể hỏi và được trả lời ngay về tình trạng xử lý đơn của mình.",
            ),
        ),
        pictures=("ho-so", "tiep-dan"),
        rules=(
            number("tong", 34, 96),
            share("thuoc", "tong", 25, 40),
            rest("khong", "tong", "thuoc"),
            share("xong", "thuoc", 88, 100),
            percent("pc", "xong", "thuoc"),
            number("cq", 2, 4),
        ),
    ),
    Template(
        key="huong-dan-gui-don",
        topic=TOPIC,
        also=("pho-bien-phap-luat",),
        titles=(
            "{vks} hướng dẫn người dân gửi đơn đúng nơi, đúng thẩm quyền",
            "Khi nào gửi đơn đến Viện kiểm sát? {vks} giải đáp",
        ),
        leads=(
            "Nhằm giúp người dân không phải đi lại nhiều lần, {vks} đã biên soạn tài liệu hướng "
            "dẫn gửi đơn dễ hiểu, đặt tại phòng tiếp công dân và trụ sở các xã, trong đó có "
            "{place}.",
        ),
        body=(
            p(
                "Qua theo dõi {since}, có tới {sai} đơn gửi đến đơn vị không thuộc thẩm quyền. "
                "Phần lớn do người dân chưa phân biệt được khiếu nại với tố cáo, chưa rõ việc nào "
                "do Tòa án, Công an hay cơ quan hành chính giải quyết.",
            ),
            h("Những điều thường được hỏi"),
            questions(
                (
                    "Gửi đơn có mất phí không?",
                    "Không. Người dân không phải nộp bất cứ khoản phí nào khi khiếu nại, tố cáo "
                    "hoặc đề nghị được tiếp.",
                ),
                (
                    "Tôi không biết viết đơn thì làm thế nào?",
                    "Người dân có thể trình bày trực tiếp. Cán bộ tiếp công dân ghi lại thành văn "
                    "bản, đọc lại cho người trình bày nghe và cùng ký xác nhận.",
                ),
                (
                    "Bao lâu thì có kết quả?",
                    "Thời hạn tùy từng loại đơn. Khi tiếp nhận, cơ quan tiếp nhận thông báo việc "
                    "thụ lý hoặc lý do không thụ lý để người gửi đơn biết.",
                ),
            ),
            p(
                "Tài liệu được in khổ nhỏ, chữ to, có sơ đồ chỉ đường và bản thu âm bằng tiếng "
                "Tày, Nùng phát trên loa truyền thanh. Đơn vị đã phát {to} bản đến các nhà văn "
                "hóa thôn.",
            ),
            p(
                "Người dân cần hỗ trợ có thể đến phòng tiếp công dân của {vks} trong giờ hành "
                "chính hoặc gửi câu hỏi qua Cổng thông tin.",
            ),
        ),
        pictures=("tiep-dan", "tuyen-truyen"),
        rules=(number("sai", 14, 46), number("to", 300, 900, step=50)),
    ),
    Template(
        key="phoi-hop-giai-quyet-vu-viec-keo-dai",
        topic=TOPIC,
        titles=(
            "{vks} rà soát, giải quyết dứt điểm vụ việc khiếu nại kéo dài",
            "{vks} đối thoại với công dân, tháo gỡ {so} vụ việc tồn đọng",
        ),
        leads=(
            "Sau đợt rà soát kéo dài {tuan} tuần, {vks} đã phối hợp với các cơ quan tư pháp đối "
            "thoại, giải quyết dứt điểm {so} vụ việc khiếu nại kéo dài, được người dân đồng tình.",
        ),
        body=(
            p(
                "Thực hiện chỉ đạo của cấp trên về tăng cường giải quyết khiếu nại, tố cáo trong "
                "hoạt động tư pháp, đơn vị lập danh sách những vụ việc gửi đơn nhiều lần, phân "
                "công từng lãnh đạo phụ trách.",
            ),
            listing(
                "Quy trình được thống nhất gồm bốn bước:",
                "gặp người khiếu nại để xác định đúng yêu cầu;",
                "kiểm tra lại toàn bộ hồ sơ, kể cả những hồ sơ đã lưu trữ;",
                "đối thoại có sự tham gia của luật sư hoặc trợ giúp viên pháp lý;",
                "trả lời bằng văn bản và theo dõi sau giải quyết.",
            ),
            p(
                "Nhờ làm kỹ từng bước, {so} vụ việc đã chấm dứt khiếu nại. Trong đó có trường hợp "
                "cơ quan chức năng thừa nhận thiếu sót và khắc phục quyền lợi cho công dân.",
                "Kết quả, {so} vụ việc được giải quyết xong; người khiếu nại ký biên bản chấm dứt "
                "khiếu nại. Điều đọng lại với nhiều người là thái độ tôn trọng, kiên trì của cán "
                "bộ tiếp dân.",
            ),
            p(
                "Bài học được rút ra là phải trả lời đúng điều dân hỏi, bằng ngôn ngữ dân hiểu; "
                "mọi hẹn trả lời đều phải giữ đúng ngày.",
            ),
        ),
        pictures=("tiep-dan", "hop-ban", "cau-song"),
        rules=(number("so", 3, 8), number("tuan", 4, 8)),
    ),
)
