"""Templates: prosecution and supervision of criminal cases."""

from __future__ import annotations

from portal.demo.content.news.templates import (
    Template,
    choice,
    h,
    listing,
    note,
    number,
    p,
    pair,
    percent,
    quote,
    rest,
    share,
    table,
)

_CRIMES = (
    "trộm cắp tài sản",
    "mua bán trái phép chất ma túy",
    "tàng trữ trái phép chất ma túy",
    "đánh bạc",
    "cố ý gây thương tích",
    "lừa đảo chiếm đoạt tài sản",
    "vi phạm quy định về tham gia giao thông đường bộ",
    "vận chuyển trái phép hàng hóa qua biên giới",
    "hủy hoại rừng",
    "gây rối trật tự công cộng",
)

_REHEARSED = Template(
    key="phien-toa-rut-kinh-nghiem",
    topic="hinh-su",
    titles=(
        "{vks} tổ chức phiên tòa rút kinh nghiệm vụ án {toi}",
        "Phiên tòa rút kinh nghiệm vụ án {toi} tại {area}",
        "{vks}: Nâng cao kỹ năng tranh tụng qua phiên tòa rút kinh nghiệm vụ án {toi}",
    ),
    leads=(
        "Ngày {ngay}, {vks} phối hợp với Tòa án nhân dân cùng cấp tổ chức phiên tòa hình sự sơ "
        "thẩm rút kinh nghiệm đối với vụ án {toi}, với sự tham dự của {du} công chức, Kiểm sát "
        "viên trong đơn vị.",
        "Nhằm nâng cao chất lượng tranh tụng của Kiểm sát viên, ngày {ngay}, {vks} phối hợp với "
        "Tòa án nhân dân cùng cấp mở phiên tòa rút kinh nghiệm vụ án {toi}; {du} công chức trực "
        "tiếp theo dõi và góp ý.",
    ),
    body=(
        p(
            "Đây là vụ án được dư luận địa bàn quan tâm. Ngay từ giai đoạn điều tra, Kiểm sát viên "
            "được phân công đã bám sát hồ sơ, đề ra yêu cầu điều tra cụ thể, kịp thời phối hợp với "
            "Điều tra viên làm rõ những tình tiết còn mâu thuẫn.",
            "Để chuẩn bị cho phiên tòa, Kiểm sát viên đã nghiên cứu kỹ hồ sơ, xây dựng đề cương "
            "xét hỏi, dự thảo luận tội và dự kiến các tình huống có thể phát sinh khi tranh luận, "
            "báo cáo lãnh đạo đơn vị cho ý kiến trước khi ra tòa.",
        ),
        p(
            "Tại phiên tòa, Kiểm sát viên công bố cáo trạng rõ ràng, tham gia xét hỏi có trọng "
            "tâm, trình chiếu các tài liệu, chứng cứ để làm rõ hành vi, nguyên nhân và điều kiện "
            "phạm tội. Phần luận tội phân tích toàn diện chứng cứ, tính chất, mức độ nguy hiểm "
            "cho xã hội của hành vi và các tình tiết tăng nặng, giảm nhẹ trách nhiệm hình sự.",
        ),
        p(
            "Ý kiến của người bào chữa và những người tham gia tố tụng được Kiểm sát viên ghi chép "
            "đầy đủ, đối đáp trên cơ sở chứng cứ và quy định của Bộ luật Tố tụng hình sự năm 2015, "
            "giữ đúng văn hóa ứng xử tại phiên tòa.",
            "Quá trình tranh luận diễn ra dân chủ. Kiểm sát viên đối đáp từng nội dung, bình tĩnh, "
            "lập luận chặt chẽ; các quan điểm nêu ra đều có tài liệu, chứng cứ trong hồ sơ chứng "
            "minh.",
        ),
        p(
            "Sau phiên tòa, đơn vị họp rút kinh nghiệm. Có {gop} ý kiến góp ý tập trung vào tác "
            "phong, kỹ năng xét hỏi, cách viện dẫn chứng cứ và phản ứng với tình huống mới. Lãnh "
            "đạo đơn vị kết luận, chỉ rõ ưu điểm cần phát huy và hạn chế cần khắc phục.",
        ),
        p(
            "{Since}, đơn vị đã tổ chức {n} phiên tòa rút kinh nghiệm, trong đó {k} phiên tòa hình "
            "sự. Đây là hình thức đào tạo tại chỗ thiết thực, giúp Kiểm sát viên, nhất là Kiểm sát "
            "viên mới được bổ nhiệm, trưởng thành qua thực tiễn.",
        ),
    ),
    pictures=("phap-dinh", "cong-ly"),
    rules=(
        choice("toi", *_CRIMES),
        number("du", 12, 28),
        number("gop", 5, 11),
        number("n", 6, 14),
        share("k", "n", 50, 75),
    ),
)

_DIGITAL_TRIAL = Template(
    key="phien-toa-so-hoa",
    topic="hinh-su",
    also=("chuyen-doi-so",),
    titles=(
        "{vks} trình chiếu chứng cứ số tại phiên tòa xét xử vụ án {toi}",
        "Số hóa hồ sơ, trình chiếu chứng cứ trong vụ án {toi} tại {area}",
    ),
    leads=(
        "Ngày {ngay}, tại phiên tòa xét xử sơ thẩm vụ án {toi}, Kiểm sát viên {vks} đã sử dụng hồ "
        "sơ được số hóa với {trang} trang tài liệu để trình chiếu, công bố chứng cứ khi xét hỏi "
        "và tranh luận.",
    ),
    body=(
        p(
            "Trước phiên tòa, toàn bộ {trang} trang hồ sơ vụ án được quét, đặt tên, gắn mục lục "
            "theo từng nhóm: biên bản, lời khai, kết luận giám định, vật chứng, tài liệu về nhân "
            "thân. Nhờ vậy, Kiểm sát viên tra cứu được từng bút lục trong thời gian ngắn.",
        ),
        p(
            "Trong phần xét hỏi, {chieu} tài liệu, hình ảnh được trình chiếu trên màn hình của "
            "phòng xử án. Những người tham gia tố tụng và người dự phiên tòa trực tiếp theo dõi, "
            "đối chiếu được lời trình bày với chứng cứ.",
            "Kiểm sát viên lần lượt trình chiếu {chieu} tài liệu gồm sơ đồ hiện trường, bản ảnh, "
            "kết luận giám định. Hội đồng xét xử và người bào chữa có thể xem lại ngay từng tài "
            "liệu khi có ý kiến khác nhau.",
        ),
        p(
            "Việc công bố chứng cứ bằng hình ảnh làm cho nội dung luận tội dễ theo dõi, rút ngắn "
            "thời gian xét hỏi mà vẫn bảo đảm khách quan, toàn diện. Thông tin về đời sống riêng "
            "của những người liên quan được che trước khi trình chiếu.",
        ),
        p(
            "{Since}, {vks} đã số hóa {hs} hồ sơ vụ án hình sự, trình chiếu chứng cứ tại {ph} "
            "phiên tòa. Đơn vị xác định đây là việc làm thường xuyên, gắn với chỉ tiêu về chuyển "
            "đổi số của từng Kiểm sát viên.",
        ),
    ),
    pictures=("may-tinh", "phap-dinh"),
    rules=(
        choice("toi", *_CRIMES[:6]),
        number("trang", 180, 640),
        number("chieu", 14, 45),
        number("hs", 18, 40),
        share("ph", "hs", 25, 50),
    ),
)

_SOURCES = Template(
    key="kiem-sat-nguon-tin",
    topic="hinh-su",
    scope="unit",
    titles=(
        "{vks} trực tiếp kiểm sát việc giải quyết nguồn tin về tội phạm tại {place}",
        "{vks} kiểm sát việc tiếp nhận tố giác, tin báo về tội phạm tại {place}",
    ),
    leads=(
        "Ngày {ngay}, {vks} công bố kết luận trực tiếp kiểm sát việc tiếp nhận, kiểm tra, xác minh "
        "sơ bộ tố giác, tin báo về tội phạm tại Công an {place}; qua kiểm tra {tong} tin, đơn vị "
        "đã phát hiện và yêu cầu khắc phục {vp} thiếu sót.",
    ),
    body=(
        p(
            "Đoàn kiểm sát do lãnh đạo đơn vị làm Trưởng đoàn đã nghiên cứu sổ tiếp nhận, hồ sơ "
            "xác minh và đối chiếu với số liệu do Cơ quan Cảnh sát điều tra thông báo. Thời điểm "
            "kiểm sát tính từ ngày 01/12 của kỳ trước đến hết {month}.",
        ),
        p(
            "Kết quả cho thấy trong kỳ, Công an {place} tiếp nhận {tong} tố giác, tin báo về tội "
            "phạm; đã phân loại, chuyển Cơ quan Cảnh sát điều tra đúng thời hạn {dung} tin, chiếm "
            "{pc}; {cham} tin chuyển chậm so với quy định.",
        ),
        listing(
            "Qua kiểm sát, Đoàn chỉ ra {vp} thiếu sót, tập trung ở ba nhóm:",
            "ghi sổ tiếp nhận chưa đầy đủ thông tin về người cung cấp và thời điểm tiếp nhận;",
            "biên bản xác minh sơ bộ còn thiếu chữ ký của người chứng kiến;",
            "chuyển hồ sơ, tài liệu kèm theo chưa kịp thời.",
        ),
        p(
            "{vks} đã ban hành kết luận, yêu cầu khắc phục và kiến nghị tổ chức rút kinh nghiệm "
            "trong lực lượng Công an cấp xã. Đại diện đơn vị được kiểm sát tiếp thu đầy đủ, cam "
            "kết khắc phục trong 15 ngày và báo cáo kết quả bằng văn bản.",
            "Tại buổi công bố, đại diện Công an {place} nhất trí với kết luận, trao đổi những khó "
            "khăn về nhân lực, địa bàn rộng và đề nghị Viện kiểm sát tiếp tục hướng dẫn nghiệp vụ. "
            "Các thiếu sót sẽ được khắc phục trong 15 ngày.",
        ),
        note(
            "Người dân khi phát hiện dấu hiệu tội phạm có thể tố giác trực tiếp, bằng văn bản hoặc "
            "qua điện thoại tới cơ quan Công an, Viện kiểm sát hoặc chính quyền nơi gần nhất."
        ),
    ),
    pictures=("ho-so", "hop-ban"),
    rules=(
        number("tong", 18, 46),
        share("dung", "tong", 85, 95),
        rest("cham", "tong", "dung"),
        percent("pc", "dung", "tong"),
        number("vp", 3, 7),
    ),
)

_CASES_OF_PERIOD = Template(
    key="ket-qua-an-hinh-su",
    topic="hinh-su",
    titles=(
        "{vks}: Tỷ lệ giải quyết án hình sự đạt {pc}",
        "Kết quả thực hành quyền công tố, kiểm sát điều tra tại {area}: giải quyết {xong} vụ án",
        "{vks} giải quyết {xong}/{tong} vụ án hình sự, không để xảy ra oan, sai",
    ),
    leads=(
        "{Since}, {vks} thụ lý thực hành quyền công tố, kiểm sát điều tra {tong} vụ án hình sự, đã "
        "giải quyết {xong} vụ, đạt {pc}. Không có trường hợp đình chỉ do không phạm tội hoặc Tòa "
        "án tuyên không phạm tội.",
    ),
    body=(
        p(
            "Trước tình hình tội phạm trên địa bàn {area} có những diễn biến mới, nhất là tội phạm "
            "về ma túy và lừa đảo trên không gian mạng, lãnh đạo đơn vị đã phân công Kiểm sát viên "
            "bám sát từng vụ việc ngay từ khi tiếp nhận nguồn tin.",
            "Đơn vị quán triệt yêu cầu gắn công tố với hoạt động điều tra: Kiểm sát viên tham gia "
            "khám nghiệm hiện trường, hỏi cung, đối chất, thực nghiệm điều tra và ban hành yêu cầu "
            "điều tra có chất lượng trong từng vụ án.",
        ),
        table(
            "Kết quả giải quyết án hình sự của đơn vị",
            ["Nội dung", "Số vụ"],
            [
                ["Thụ lý kiểm sát điều tra", "{tong}"],
                ["Đã giải quyết", "{xong}"],
                ["Đang tiếp tục điều tra, truy tố", "{con}"],
                ["Án ra trước Tòa đã xét xử", "{xu}"],
            ],
        ),
        p(
            "Cùng thời gian, Kiểm sát viên đã ban hành {yc} bản yêu cầu điều tra, trực tiếp tham "
            "gia hỏi cung hoặc lấy lời khai trong các vụ án phức tạp. Thời hạn tạm giữ, tạm giam "
            "được theo dõi hằng ngày, không để xảy ra quá hạn.",
        ),
        p(
            "Thời gian tới, đơn vị tiếp tục phối hợp chặt chẽ với Cơ quan điều tra, Tòa án để giải "
            "quyết dứt điểm {con} vụ án còn lại đúng thời hạn; lựa chọn án điểm, án rút gọn để đáp "
            "ứng yêu cầu chính trị và phòng ngừa chung tại địa phương.",
        ),
    ),
    pictures=("cong-ly", "ho-so"),
    rules=(
        number("tong", 42, 118),
        share("xong", "tong", 78, 94),
        rest("con", "tong", "xong"),
        percent("pc", "xong", "tong"),
        share("xu", "xong", 70, 90),
        share("yc", "tong", 80, 100),
    ),
)

_RECOMMENDATION = Template(
    key="kien-nghi-phong-ngua",
    topic="hinh-su",
    titles=(
        "{vks} kiến nghị phòng ngừa vi phạm, tội phạm {linhvuc}",
        "Từ án cụ thể, {vks} kiến nghị khắc phục sơ hở {linhvuc}",
    ),
    leads=(
        "Qua thực hành quyền công tố, kiểm sát việc giải quyết {an} vụ án có liên quan, ngày "
        "{ngay}, {vks} đã ban hành kiến nghị phòng ngừa vi phạm, tội phạm {linhvuc} gửi các cơ "
        "quan có trách nhiệm trên địa bàn.",
    ),
    body=(
        p(
            "Tổng hợp từ {an} vụ án cho thấy, ngoài ý thức của người vi phạm, nguyên nhân còn bắt "
            "nguồn từ những sơ hở kéo dài trong quản lý. Cụ thể, {soho}.",
        ),
        p(
            "Những sơ hở này nếu không được khắc phục sẽ tiếp tục tạo điều kiện phát sinh tội "
            "phạm, gây thiệt hại cho Nhà nước, tổ chức và người dân, ảnh hưởng tới an ninh, trật "
            "tự ở cơ sở.",
            "Theo đánh giá của đơn vị, phần lớn vụ việc có thể ngăn ngừa được từ sớm nếu việc kiểm "
            "tra được tiến hành thường xuyên và thông tin giữa các cơ quan được chia sẻ kịp thời.",
        ),
        listing(
            "Trên cơ sở quy định của Luật Tổ chức Viện kiểm sát nhân dân năm 2014, kiến nghị tập "
            "trung vào các nội dung:",
            "rà soát, chấn chỉnh trách nhiệm của từng bộ phận, cá nhân được giao quản lý;",
            "tăng cường kiểm tra định kỳ và đột xuất, xử lý kịp thời vi phạm từ khi mới phát sinh;",
            "đổi mới tuyên truyền, hướng vào nhóm có nguy cơ cao và địa bàn trọng điểm;",
            "thông báo kết quả thực hiện cho Viện kiểm sát trong thời hạn luật định.",
        ),
        p(
            "Các cơ quan nhận kiến nghị đã có văn bản tiếp thu, xây dựng kế hoạch thực hiện. {vks} "
            "phân công Kiểm sát viên theo dõi, kiểm tra kết quả khắc phục trong quý tới.",
        ),
    ),
    pictures=("ho-so", "nui-rung", "tru-so"),
    rules=(
        number("an", 4, 12),
        pair(
            "linhvuc",
            "soho",
            (
                "trong quản lý, bảo vệ rừng",
                "ranh giới rừng ở một số nơi chưa được xác định rõ trên thực địa, việc tuần tra "
                "còn thưa và chưa gắn trách nhiệm với cộng đồng nhận khoán",
            ),
            (
                "trong quản lý vũ khí, vật liệu nổ, công cụ hỗ trợ",
                "việc vận động giao nộp súng tự chế chưa đến được hết các thôn, bản vùng sâu; một "
                "bộ phận người dân còn coi đó là vật dụng đi rừng thông thường",
            ),
            (
                "trong hoạt động của cơ sở lưu trú",
                "việc thông báo lưu trú còn hình thức, không kiểm tra giấy tờ của người đến thuê, "
                "tạo kẽ hở cho việc sử dụng trái phép chất ma túy",
            ),
            (
                "trong mở và sử dụng tài khoản ngân hàng",
                "nhiều người cho thuê, cho mượn tài khoản vì nghĩ rằng vô hại, trong khi đó là "
                "phương tiện để nhóm lừa đảo nhận và chuyển tiền",
            ),
            (
                "về trật tự, an toàn giao thông",
                "nhiều đoạn đường khuất tầm nhìn thiếu biển cảnh báo, tình trạng giao xe cho người "
                "chưa đủ điều kiện điều khiển còn phổ biến",
            ),
            (
                "trong quản lý đất đai, khai thác khoáng sản",
                "hoạt động san gạt, khai thác nhỏ lẻ diễn ra ngoài giờ, trong khi lực lượng kiểm "
                "tra ở cơ sở mỏng và thiếu phương tiện",
            ),
        ),
    ),
)

_DRUGS = Template(
    key="an-ma-tuy",
    topic="hinh-su",
    titles=(
        "{vks}: Phối hợp giải quyết hiệu quả án ma túy trên địa bàn",
        "{area_cap}: {sovu} vụ án ma túy được giải quyết, xét xử kịp thời",
    ),
    leads=(
        "{Since}, {vks} đã thực hành quyền công tố, kiểm sát điều tra {sovu} vụ án về ma túy; các "
        "vụ án được giải quyết đúng thời hạn, nhiều vụ được chọn xét xử lưu động, góp phần răn đe "
        "và phòng ngừa chung.",
    ),
    body=(
        p(
            "Nằm trên tuyến giao thông nối biên giới với các tỉnh miền xuôi, địa bàn tiềm ẩn nguy "
            "cơ bị lợi dụng làm nơi trung chuyển ma túy. Phương thức hoạt động ngày càng tinh vi: "
            "giao dịch qua mạng xã hội, gửi hàng theo xe khách, thay đổi liên tục điểm hẹn.",
        ),
        p(
            "Thực hiện quy chế phối hợp liên ngành, {vks} phân công Kiểm sát viên có kinh nghiệm "
            "thụ lý án ma túy; tham gia ngay từ khi bắt quả tang, kiểm sát chặt chẽ việc niêm "
            "phong, mở niêm phong, lấy mẫu giám định để bảo đảm giá trị chứng minh của chứng cứ.",
            "Kinh nghiệm của đơn vị là Kiểm sát viên có mặt ngay từ đầu, yêu cầu lấy lời khai "
            "người chứng kiến, trích xuất dữ liệu điện thoại và giám định kịp thời; nhờ đó không "
            "có vụ án nào phải trả hồ sơ điều tra bổ sung do thiếu chứng cứ.",
        ),
        p(
            "Trong {sovu} vụ án nêu trên, {truyto} vụ đã được truy tố, {luudong} vụ được đưa ra "
            "xét xử lưu động tại các xã, thu hút đông người dân tham dự. Sau mỗi phiên tòa, cán "
            "bộ Viện kiểm sát và Tòa án dành thời gian giải đáp pháp luật cho bà con.",
        ),
        quote(
            "Xử nghiêm người phạm tội là cần thiết, nhưng giữ cho con em mình không tìm đến ma túy "
            "mới là điều lâu dài. Việc đó phải bắt đầu từ mỗi gia đình.",
            "Đại diện lãnh đạo {vks} (mẫu)",
        ),
        p(
            "Đơn vị sẽ tiếp tục phối hợp với Công an, Biên phòng và chính quyền cơ sở nắm tình "
            "hình, đồng thời đề xuất các biện pháp quản lý người nghiện, hỗ trợ người cai nghiện "
            "tái hòa nhập cộng đồng.",
        ),
    ),
    pictures=("cua-khau", "phap-dinh"),
    rules=(
        number("sovu", 16, 58),
        share("truyto", "sovu", 75, 92),
        share("luudong", "sovu", 8, 15),
    ),
)

_MOBILE_COURT = Template(
    key="xet-xu-luu-dong",
    topic="hinh-su",
    village=True,
    also=("pho-bien-phap-luat",),
    titles=(
        "Xét xử lưu động vụ án {toi} tại {place}",
        "{vks} thực hành quyền công tố tại phiên tòa xét xử lưu động ở {place}",
    ),
    leads=(
        "Hơn {nguoi} người dân đã tới Nhà văn hóa {place} ngày {ngay} để theo dõi phiên tòa xét xử "
        "lưu động vụ án {toi} do Tòa án nhân dân cùng cấp mở, Kiểm sát viên {vks} thực hành quyền "
        "công tố.",
    ),
    body=(
        p(
            "Phiên tòa được tổ chức ngay tại cơ sở nhằm giúp người dân nhận thức rõ hơn về hành "
            "vi, hậu quả và trách nhiệm pháp lý. Công tác bảo đảm an ninh, trật tự và nơi ngồi cho "
            "người cao tuổi được chính quyền địa phương chuẩn bị chu đáo.",
        ),
        p(
            "Tại phiên tòa, đại diện Viện kiểm sát công bố cáo trạng bằng ngôn ngữ rõ ràng, dễ "
            "hiểu; xét hỏi làm rõ diễn biến, nguyên nhân dẫn đến hành vi phạm tội. Luận tội phân "
            "tích đầy đủ tính chất, mức độ của hành vi và những tình tiết được pháp luật cho phép "
            "xem xét giảm nhẹ.",
            "Bản luận tội của Kiểm sát viên không chỉ viện dẫn điều luật mà còn phân tích nguyên "
            "nhân sâu xa: sự thiếu hiểu biết pháp luật, buông lỏng quản lý trong gia đình và thái "
            "độ thờ ơ của những người chung quanh.",
        ),
        p(
            "Sau khi nghị án, Hội đồng xét xử tuyên mức hình phạt phù hợp với quan điểm đề nghị "
            "của Viện kiểm sát, bảo đảm nghiêm minh và nhân đạo.",
        ),
        p(
            "Kết thúc phiên tòa, {to} tờ gấp tìm hiểu pháp luật được phát cho người dự; Kiểm sát "
            "viên trả lời trực tiếp {hoi} câu hỏi của bà con về thủ tục tố giác tội phạm, quyền "
            "của người bị hại và trợ giúp pháp lý.",
        ),
    ),
    pictures=("phap-dinh", "ban-lang", "tuyen-truyen"),
    rules=(
        choice("toi", *_CRIMES),
        number("nguoi", 120, 320, step=10),
        number("to", 150, 400),
        number("hoi", 6, 15),
    ),
)

_SHORTENED = Template(
    key="thu-tuc-rut-gon",
    topic="hinh-su",
    scope="unit",
    titles=(
        "{vks} áp dụng thủ tục rút gọn giải quyết vụ án {toi}",
        "Giải quyết nhanh vụ án {toi} theo thủ tục rút gọn tại {area}",
    ),
    leads=(
        "Chỉ sau {ngayn} ngày kể từ khi khởi tố, vụ án {toi} xảy ra trên địa bàn {place} đã được "
        "đưa ra xét xử theo thủ tục rút gọn, với sự phối hợp chặt chẽ giữa {vks} và các cơ quan "
        "tiến hành tố tụng cùng cấp.",
    ),
    body=(
        p(
            "Ngay khi tiếp nhận hồ sơ, nhận thấy vụ án có đủ điều kiện theo quy định của Bộ luật "
            "Tố tụng hình sự năm 2015: hành vi quả tang, sự việc đơn giản, chứng cứ rõ ràng, nơi "
            "cư trú, lý lịch rõ ràng, Kiểm sát viên đã báo cáo lãnh đạo và trao đổi với Cơ quan "
            "điều tra để áp dụng thủ tục rút gọn.",
        ),
        p(
            "Các hoạt động giám định, định giá, xác minh nhân thân được tiến hành song song. Viện "
            "kiểm sát nghiên cứu hồ sơ và quyết định truy tố trong {vksn} ngày, không phát sinh "
            "yêu cầu điều tra bổ sung.",
            "Kiểm sát viên theo sát từng hoạt động điều tra, kiểm tra ngay tài liệu vừa được thu "
            "thập; nhờ vậy, thời gian nghiên cứu hồ sơ và ra quyết định truy tố chỉ còn {vksn} "
            "ngày mà chất lượng vẫn được bảo đảm.",
        ),
        p(
            "Thủ tục rút gọn giúp rút ngắn thời hạn tố tụng, giảm chi phí cho Nhà nước và những "
            "người liên quan, đồng thời không làm giảm quyền bào chữa và các quyền khác của người "
            "bị buộc tội.",
        ),
        p(
            "{Since}, đơn vị đã phối hợp áp dụng thủ tục rút gọn đối với {so} vụ án. Lãnh đạo "
            "{vks} yêu cầu mỗi Kiểm sát viên chủ động rà soát ngay từ khi thụ lý để áp dụng đối "
            "với mọi vụ án có đủ điều kiện.",
        ),
    ),
    pictures=("ho-so", "cong-ly"),
    rules=(
        choice("toi", "trộm cắp tài sản", "đánh bạc", "tàng trữ trái phép chất ma túy"),
        number("ngayn", 19, 29),
        number("vksn", 3, 5),
        number("so", 2, 9),
    ),
)

_MEETING = Template(
    key="hop-lien-nganh-to-tung",
    topic="hinh-su",
    titles=(
        "{vks} chủ trì họp liên ngành tháo gỡ khó khăn trong giải quyết án hình sự",
        "Liên ngành tố tụng {area} họp đánh giá công tác phối hợp {month}",
        "{vks}: Họp liên ngành, thống nhất đường lối giải quyết {vu} vụ án, vụ việc phức tạp",
    ),
    leads=(
        "Ngày {ngay}, {vks} chủ trì cuộc họp liên ngành với Cơ quan điều tra và Tòa án nhân dân "
        "cùng cấp, trao đổi, thống nhất hướng giải quyết {vu} vụ án, vụ việc phức tạp và đánh giá "
        "việc thực hiện quy chế phối hợp.",
    ),
    body=(
        p(
            "Tại cuộc họp, đại diện các ngành báo cáo tiến độ, nêu những khó khăn về đánh giá "
            "chứng cứ, định giá tài sản, giám định và thực hiện ủy thác điều tra. Mỗi vụ việc đều "
            "được nêu rõ nội dung cần xin ý kiến để cuộc họp đi thẳng vào trọng tâm.",
        ),
        p(
            "Sau khi thảo luận, liên ngành thống nhất quan điểm đối với {thong} vụ án, vụ việc; "
            "{xin} trường hợp còn ý kiến khác nhau được báo cáo liên ngành cấp trên cho ý kiến "
            "theo quy định.",
            "Các ý kiến thẳng thắn, dựa trên chứng cứ đã giúp liên ngành đi đến thống nhất trong "
            "{thong} trường hợp. {xin} trường hợp còn lại, các ngành tiếp tục củng cố tài liệu, "
            "báo cáo cấp trên trước khi quyết định.",
        ),
        h("Những việc cần làm ngay"),
        listing(
            "Kết luận cuộc họp, lãnh đạo {vks} đề nghị các cơ quan:",
            "thông báo ngay khi tiếp nhận nguồn tin về tội phạm, không để dồn vào cuối tháng;",
            "trao đổi trước khi khởi tố, kết thúc điều tra đối với vụ án phức tạp;",
            "đối chiếu số liệu, thời hạn tạm giữ, tạm giam vào thứ Sáu hằng tuần.",
        ),
        p(
            "Thông qua họp liên ngành định kỳ, các vướng mắc được giải quyết sớm, hạn chế việc trả "
            "hồ sơ để điều tra bổ sung và bảo đảm mỗi cơ quan làm đúng, đủ trách nhiệm của mình.",
        ),
    ),
    pictures=("hop-ban", "tru-so"),
    rules=(
        number("vu", 5, 12),
        share("thong", "vu", 65, 80),
        rest("xin", "vu", "thong"),
    ),
)

_PROTEST = Template(
    key="khang-nghi-phuc-tham",
    topic="hinh-su",
    titles=(
        "Kháng nghị của {vks} trong vụ án {toi} được chấp nhận",
        "Cấp phúc thẩm chấp nhận kháng nghị của {vks} đối với bản án về tội {toi}",
    ),
    leads=(
        "Phiên tòa phúc thẩm ngày {ngay} đã chấp nhận toàn bộ kháng nghị của {vks} đối với bản án "
        "sơ thẩm vụ án {toi}, khắc phục vi phạm trong việc {vipham}.",
    ),
    body=(
        p(
            "Qua kiểm sát bản án sơ thẩm, Kiểm sát viên phát hiện Tòa án cấp sơ thẩm có vi phạm "
            "trong việc {vipham}. Vi phạm này ảnh hưởng trực tiếp đến tính nghiêm minh của bản án "
            "và quyền lợi hợp pháp của những người liên quan.",
        ),
        p(
            "Ngay sau khi nhận bản án, Kiểm sát viên lập phiếu kiểm sát, nghiên cứu lại hồ sơ, đối "
            "chiếu với quy định của Bộ luật Hình sự năm 2015 (sửa đổi, bổ sung năm 2017), các nghị "
            "quyết hướng dẫn và báo cáo lãnh đạo ban hành kháng nghị trong thời hạn luật định.",
            "Kháng nghị được xây dựng ngắn gọn, viện dẫn cụ thể từng bút lục và điều luật, lập "
            "luận rõ căn cứ pháp lý, căn cứ thực tiễn; trước khi ban hành đã được tập thể lãnh "
            "đạo, Kiểm sát viên thảo luận kỹ.",
        ),
        p(
            "Tại phiên tòa phúc thẩm, sau khi nghe Kiểm sát viên trình bày và tranh luận công "
            "khai, Hội đồng xét xử nhận định kháng nghị có căn cứ, chấp nhận toàn bộ và sửa bản "
            "án sơ thẩm.",
        ),
        p(
            "{Since}, {vks} ban hành {so} kháng nghị hình sự, các kháng nghị đã đưa ra xét xử đều "
            "được chấp nhận. Kết quả này được thông báo rút kinh nghiệm chung trong hai cấp kiểm "
            "sát của tỉnh.",
        ),
    ),
    pictures=("cong-ly", "phap-dinh", "nghien-cuu"),
    rules=(
        choice("toi", *_CRIMES[:7]),
        choice(
            "vipham",
            "áp dụng tình tiết giảm nhẹ và cho hưởng án treo không đúng quy định",
            "xử lý vật chứng, tuyên tịch thu tài sản không có căn cứ",
            "áp dụng hình phạt bổ sung chưa đúng quy định",
            "tính thời hạn tạm giữ, tạm giam để trừ vào hình phạt",
            "áp dụng khung hình phạt và tổng hợp hình phạt của nhiều bản án",
        ),
        number("so", 2, 6),
    ),
)

TEMPLATES: tuple[Template, ...] = (
    _REHEARSED,
    _DIGITAL_TRIAL,
    _SOURCES,
    _CASES_OF_PERIOD,
    _RECOMMENDATION,
    _DRUGS,
    _MOBILE_COURT,
    _SHORTENED,
    _MEETING,
    _PROTEST,
)
