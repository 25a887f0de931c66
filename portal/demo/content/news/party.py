"""Templates: building the Party and the Service, emulation, unions, social work."""

from __future__ import annotations

from portal.demo.content.news.templates import (
    Template,
    choice,
    h,
    listing,
    number,
    p,
    pair,
    quote,
    share,
)

TOPIC = "xay-dung-dang-nganh"

_THEMES = (
    (
        "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        "học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    ),
    (
        "Đề cao trách nhiệm nêu gương của cán bộ, đảng viên",
        "trách nhiệm nêu gương của cán bộ, đảng viên",
    ),
    (
        "Thực hành tiết kiệm, chống lãng phí trong công sở",
        "thực hành tiết kiệm, chống lãng phí trong công sở",
    ),
    (
        "Bảo vệ nền tảng tư tưởng của Đảng trên không gian mạng",
        "bảo vệ nền tảng tư tưởng của Đảng trên không gian mạng",
    ),
    (
        "Xây dựng văn hóa công sở, văn hóa ứng xử của người cán bộ Kiểm sát",
        "xây dựng văn hóa công sở, văn hóa ứng xử của người cán bộ Kiểm sát",
    ),
    (
        "Nâng cao chất lượng sinh hoạt chi bộ",
        "nâng cao chất lượng sinh hoạt chi bộ",
    ),
)

TEMPLATES: tuple[Template, ...] = (
    Template(
        key="sinh-hoat-chuyen-de",
        topic=TOPIC,
        scope="unit",
        titles=(
            "Chi bộ {vks} sinh hoạt chuyên đề: {chude}",
            "{vks}: Sinh hoạt chuyên đề {this_month} về {chude_thuong}",
        ),
        leads=(
            "Chiều {ngay}, Chi bộ {vks} tổ chức sinh hoạt chuyên đề {this_month}; {dv} đảng viên "
            "thẳng thắn trao đổi, liên hệ trách nhiệm của mình và thống nhất những việc cần làm "
            "trong thời gian tới.",
        ),
        body=(
            p(
                "Báo cáo chuyên đề do đồng chí Phó Bí thư Chi bộ trình bày đi thẳng vào thực tiễn "
                "của đơn vị, nêu rõ những kết quả đạt được, điểm còn hạn chế về {chude_thuong} "
                "và gợi mở các nội dung thảo luận.",
            ),
            p(
                "Có {yk} ý kiến tham luận tại buổi sinh hoạt. Các đảng viên đi sâu phân tích từng "
                "biểu hiện cụ thể, từ việc giữ lời hẹn với người dân, tác phong khi đi cơ sở đến "
                "trách nhiệm với từng trang hồ sơ.",
                "Không khí thảo luận sôi nổi với {yk} ý kiến. Nhiều đảng viên trẻ mạnh dạn đề xuất "
                "giải pháp gắn nhiệm vụ chuyên môn với rèn luyện đạo đức nghề nghiệp.",
            ),
            listing(
                "Chi bộ thống nhất ba việc làm ngay:",
                "mỗi đảng viên đăng ký một phần việc cụ thể, có thời hạn và kết quả kiểm đếm được;",
                "cấp ủy nhận xét kết quả hằng tháng trong sinh hoạt thường kỳ;",
                "đưa kết quả thực hiện vào đánh giá, xếp loại cuối năm.",
            ),
            p(
                "Kết luận buổi sinh hoạt, đồng chí Bí thư Chi bộ nhấn mạnh lời dạy của Chủ tịch Hồ "
                "Chí Minh đối với cán bộ Kiểm sát: “Công minh, chính trực, khách quan, thận trọng, "
                "khiêm tốn” phải được thể hiện bằng việc làm hằng ngày.",
            ),
        ),
        pictures=("xay-dung-dang", "hop-ban"),
        rules=(
            pair("chude", "chude_thuong", *_THEMES),
            number("dv", 9, 34),
            share("yk", "dv", 30, 50),
        ),
    ),
    Template(
        key="ky-niem-ngay-thanh-lap",
        topic=TOPIC,
        months=frozenset({7}),
        days=(14, 31),
        titles=(
            "{vks} gặp mặt kỷ niệm {tuoi} năm Ngày thành lập Ngành (26/7/1960 – 26/7/{year})",
            "{vks} ôn lại truyền thống {tuoi} năm ngành Kiểm sát nhân dân",
        ),
        leads=(
            "Trong không khí phấn khởi chào mừng kỷ niệm {tuoi} năm Ngày thành lập ngành Kiểm sát "
            "nhân dân, ngày {ngay}, {vks} tổ chức gặp mặt các thế hệ cán bộ, ôn lại truyền thống "
            "và phát động đợt thi đua mới.",
        ),
        body=(
            p(
                "Tham dự buổi gặp mặt có các đồng chí nguyên lãnh đạo, cán bộ hưu trí cùng toàn "
                "thể công chức, người lao động của đơn vị. Những câu chuyện về ngày đầu đi cơ sở "
                "bằng xe đạp, thắp đèn dầu đọc hồ sơ khiến thế hệ trẻ xúc động.",
            ),
            p(
                "Diễn văn ôn lại chặng đường {tuoi} năm xây dựng và trưởng thành của Ngành; điểm "
                "lại kết quả của đơn vị và khẳng định quyết tâm giữ vững kỷ cương, trách nhiệm, "
                "không để xảy ra oan, sai, bỏ lọt tội phạm.",
            ),
            p(
                "Các đồng chí cán bộ hưu trí bày tỏ niềm vui trước sự trưởng thành của đơn vị, "
                "mong lớp trẻ giữ gìn phẩm chất người cán bộ Kiểm sát, tinh thông nghiệp vụ và "
                "gần gũi với Nhân dân.",
                "Trao đổi tại buổi gặp mặt, các đại biểu gửi gắm thế hệ trẻ lòng yêu nghề, sự bền "
                "bỉ và nhắc nhở rằng mỗi hồ sơ là một số phận, không được phép vội vàng, cẩu thả.",
            ),
            p(
                "Dịp này, {kt} tập thể, cá nhân có thành tích trong đợt thi đua được biểu dương; "
                "đơn vị dâng hương tưởng niệm các Anh hùng liệt sĩ và tặng quà {qua} gia đình "
                "chính sách trên địa bàn.",
            ),
        ),
        pictures=("khen-thuong", "tru-so"),
        rules=(number("kt", 4, 11), number("qua", 5, 15)),
    ),
    Template(
        key="so-ket-thi-dua",
        topic=TOPIC,
        days=(7, 13),
        titles=(
            "{vks} giao ban công tác {month}, triển khai nhiệm vụ {this_month}",
            "{vks} triển khai nhiệm vụ trọng tâm {this_month}",
        ),
        leads=(
            "Ngày {ngay}, {vks} tổ chức hội nghị giao ban, đánh giá kết quả công tác {month}, chỉ "
            "ra những chỉ tiêu còn thấp và đề ra {nv} nhiệm vụ trọng tâm cho {this_month}.",
        ),
        body=(
            p(
                "Theo báo cáo, trong {month} đơn vị đã kiểm sát {tin} nguồn tin về tội phạm, thụ "
                "lý {an} vụ án hình sự và {ds} vụ, việc dân sự. Phần lớn chỉ tiêu đã đạt hoặc "
                "vượt yêu cầu của Ngành.",
            ),
            p(
                "Hội nghị thẳng thắn nhìn nhận một số hạn chế: số kiến nghị trong lĩnh vực dân sự, "
                "thi hành án còn ít; tin, bài gửi Cổng thông tin chưa đều giữa các khâu công tác; "
                "việc cập nhật phần mềm có lúc còn chậm.",
                "Bên cạnh kết quả, các ý kiến tập trung phân tích nguyên nhân của những chỉ tiêu "
                "chưa đạt, nhất là kháng nghị, kiến nghị trong án dân sự và tuyên truyền về thi "
                "hành án, nghiên cứu nghiệp vụ.",
            ),
            h("Nhiệm vụ trọng tâm"),
            p(
                "Trong {nv} nhiệm vụ được nêu, hội nghị nhấn mạnh việc giải quyết án đúng thời "
                "hạn, nâng chất lượng kiến nghị, chuẩn bị tốt các cuộc trực tiếp kiểm sát và thực "
                "hiện nghiêm lịch tiếp công dân.",
            ),
            p(
                "Lãnh đạo {vks} yêu cầu từng bộ phận lập danh mục công việc theo tuần, có người "
                "chịu trách nhiệm chính; chậm ở đâu thì làm rõ và khắc phục ngay ở đó.",
            ),
        ),
        pictures=("hop-ban", "tru-so"),
        rules=(
            number("nv", 5, 8),
            number("tin", 18, 44),
            number("an", 11, 29),
            number("ds", 16, 60),
        ),
    ),
    Template(
        key="tinh-nguyen",
        topic=TOPIC,
        village=True,
        titles=(
            "Tuổi trẻ {vks} tình nguyện vì cộng đồng tại {place}",
            "Chi đoàn {vks} trao {qua} suất quà tại {place}",
            "Công đoàn {vks} chung sức giúp đồng bào {place}",
        ),
        leads=(
            "Ngày {ngay}, đoàn viên {vks} đã đến {place}, trao {qua} suất quà cho học sinh vượt "
            "khó và gia đình chính sách, trồng {cay} cây xanh và cùng bà con {viec}.",
        ),
        body=(
            p(
                "Từ nguồn quyên góp của công chức, người lao động và các nhà hảo tâm, {qua} suất "
                "quà gồm đồ dùng học tập, áo ấm và nhu yếu phẩm được trao tận tay người nhận. Quà "
                "tuy nhỏ nhưng chứa đựng sự sẻ chia chân thành.",
            ),
            p(
                "Sau lễ trao quà, đoàn viên cùng thanh niên địa phương {viec} và trồng {cay} cây "
                "dọc trục đường. Tiếng cười nói làm không khí bản làng thêm rộn ràng.",
                "Không quản đường xa, các đoàn viên có mặt từ sớm, cùng bà con {viec}. Buổi "
                "chiều, {cay} cây xanh đã được trồng, rào chắn cẩn thận và giao cho chi đoàn thôn "
                "chăm sóc.",
            ),
            quote(
                "Cán bộ về tận nơi, cùng làm, cùng ăn với dân bản nên chuyện gì bà con cũng nói "
                "được, kể cả chuyện pháp luật.",
                "Một người dân {place} (mẫu)",
            ),
            p(
                "Kết hợp chuyến đi, đoàn viên phát tờ gấp về phòng, chống ma túy, mua bán người và "
                "an toàn giao thông; đồng thời ghi lại những băn khoăn của bà con để trả lời sau.",
            ),
        ),
        pictures=("thanh-nien", "ban-lang", "nui-rung", "cay-thong"),
        rules=(
            number("qua", 20, 70, step=5),
            number("cay", 100, 500, step=50),
            choice(
                "viec",
                "dọn vệ sinh đường làng",
                "sửa lại sân nhà văn hóa thôn",
                "nạo vét mương nội đồng",
                "lắp bóng đèn chiếu sáng đường thôn",
            ),
        ),
    ),
    Template(
        key="bo-nhiem-kiem-sat-vien",
        topic=TOPIC,
        titles=(
            "{vks} công bố quyết định về công tác cán bộ {this_month}",
            "{vks}: Trao quyết định bổ nhiệm Kiểm sát viên {this_month}",
        ),
        leads=(
            "Ngày {ngay}, {vks} tổ chức lễ công bố, trao quyết định bổ nhiệm, điều động đối với "
            "{nguoi} công chức; giao nhiệm vụ và động viên các đồng chí nhanh chóng bắt nhịp công "
            "việc mới.",
        ),
        body=(
            p(
                "Việc bổ nhiệm, điều động được thực hiện đúng quy trình, công khai, dân chủ, căn "
                "cứ năng lực, sở trường của cán bộ và yêu cầu nhiệm vụ của đơn vị, phù hợp với "
                "quy hoạch đã được phê duyệt.",
            ),
            p(
                "Phát biểu giao nhiệm vụ, lãnh đạo {vks} chúc mừng các đồng chí được tin tưởng "
                "giao trọng trách; đề nghị không ngừng tự học, giữ gìn đạo đức nghề nghiệp, đoàn "
                "kết và đổi mới lề lối làm việc.",
                "Lãnh đạo {vks} lưu ý những yêu cầu đặt ra với Kiểm sát viên trong tình hình mới: "
                "vững pháp luật, giỏi kỹ năng, thành thạo công nghệ và có bản lĩnh trước mọi cám "
                "dỗ.",
            ),
            p(
                "Thay mặt những người nhận quyết định, đại diện công chức được bổ nhiệm bày tỏ "
                "lòng biết ơn, hứa nỗ lực hết mình để không phụ lòng tin của lãnh đạo và tập thể.",
            ),
            p(
                "Ngay sau buổi lễ, các đồng chí tiến hành bàn giao hồ sơ, công việc, bảo đảm việc "
                "giải quyết án không bị gián đoạn.",
            ),
        ),
        pictures=("khen-thuong", "tru-so"),
        rules=(number("nguoi", 2, 6),),
    ),
    Template(
        key="tap-huan-nghiep-vu",
        topic=TOPIC,
        titles=(
            "{vks} bồi dưỡng {noidung} cho công chức trẻ",
            "{vks} đào tạo tại chỗ: chú trọng {noidung}",
        ),
        leads=(
            "{vks} vừa tổ chức lớp bồi dưỡng {noidung} cho {nguoi} Kiểm sát viên, Kiểm tra viên và "
            "chuyên viên, do các Kiểm sát viên nhiều kinh nghiệm của đơn vị trực tiếp hướng dẫn.",
        ),
        body=(
            p(
                "Lớp học khai mạc ngày {ngay}, kéo dài {buoi} buổi, được thiết kế theo hướng lấy "
                "thực hành làm chính. Mỗi nhóm học viên nhận một bộ hồ sơ giả định, tự nghiên cứu, "
                "trình bày và phản biện.",
            ),
            p(
                "Theo các học viên, phần bổ ích nhất là trao đổi về những sai sót có thật đã được "
                "rút kinh nghiệm trong Ngành, từ đó hiểu rõ vì sao mỗi thao tác nghiệp vụ đều có "
                "quy trình chặt chẽ.",
                "Giảng viên không đi theo giáo trình mà xuất phát từ câu hỏi của học viên. Nhiều "
                "vấn đề tưởng đã cũ được nhìn lại bằng các tình huống cụ thể, giúp người học nhớ "
                "lâu.",
            ),
            p(
                "Kết thúc lớp học, {nguoi} học viên làm bài thu hoạch; bài tốt được giới thiệu "
                "trên chuyên mục Nghiên cứu – trao đổi của Cổng thông tin.",
            ),
            p(
                "Đào tạo tại chỗ giúp tiết kiệm chi phí, bám sát nhu cầu thực tế. Đơn vị duy trì "
                "mỗi quý ít nhất một chuyên đề, luân phiên giữa hình sự, dân sự và thi hành án.",
            ),
        ),
        pictures=("lop-hoc", "nghien-cuu"),
        rules=(
            choice(
                "noidung",
                "kỹ năng xét hỏi, tranh tụng",
                "kỹ năng nghiên cứu hồ sơ vụ án",
                "kỹ năng kiểm sát bản án dân sự",
                "kỹ năng viết kiến nghị, kháng nghị",
                "kỹ năng kiểm sát khám nghiệm hiện trường",
            ),
            number("nguoi", 12, 40),
            number("buoi", 2, 4),
        ),
    ),
    Template(
        key="quy-che-phoi-hop",
        topic=TOPIC,
        titles=(
            "{vks} ký quy chế phối hợp với {cq}",
            "Tăng cường phối hợp giữa {vks} và {cq}",
        ),
        leads=(
            "Ngày {ngay}, {vks} và {cq} ký kết quy chế phối hợp, thống nhất {nd} nhóm nội dung "
            "nhằm trao đổi thông tin kịp thời, nâng cao hiệu quả phòng ngừa vi phạm pháp luật "
            "trên địa bàn {area}.",
        ),
        body=(
            p(
                "Quy chế được xây dựng sau nhiều lần trao đổi, bám sát chức năng, nhiệm vụ của mỗi "
                "bên; xác định rõ đầu mối, thời hạn cung cấp thông tin và cách xử lý khi có ý kiến "
                "khác nhau.",
            ),
            listing(
                "Trong {nd} nhóm nội dung phối hợp, các nội dung chính gồm:",
                "trao đổi thông tin, tài liệu liên quan đến dấu hiệu vi phạm, tội phạm;",
                "giám sát việc thực hiện kiến nghị của Viện kiểm sát;",
                "phổ biến, giáo dục pháp luật cho hội viên, đoàn viên và Nhân dân.",
            ),
            p(
                "Phát biểu tại lễ ký, đại diện hai bên cho rằng phối hợp tốt giúp phát hiện sớm "
                "vấn đề ở cơ sở, tránh để việc nhỏ thành việc lớn, đồng thời tạo thêm kênh để "
                "người dân phản ánh.",
                "Hai bên thống nhất họp đánh giá sáu tháng một lần, kịp thời bổ sung những nội "
                "dung mới phát sinh; không để quy chế chỉ nằm trên giấy.",
            ),
            p(
                "Trước mắt, hai bên sẽ phối hợp tổ chức {hn} buổi tuyên truyền tại các "
                "xã, bắt đầu từ {place}.",
            ),
        ),
        pictures=("hop-ban", "tru-so", "cua-khau"),
        rules=(
            choice(
                "cq",
                "Ủy ban Mặt trận Tổ quốc cùng cấp",
                "Đoàn Thanh niên Cộng sản Hồ Chí Minh cùng cấp",
                "Hội Liên hiệp Phụ nữ cùng cấp",
                "Hội Nông dân cùng cấp",
                "Ban Chỉ huy Quân sự địa phương",
            ),
            number("nd", 4, 7),
            number("hn", 3, 6),
        ),
    ),
)
