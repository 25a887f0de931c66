"""Templates: legal education."""

from __future__ import annotations

from portal.demo.content.news.templates import (
    Template,
    choice,
    h,
    image,
    listing,
    note,
    number,
    p,
    pair,
    percent,
    questions,
    quote,
    share,
    together,
)

TOPIC = "pho-bien-phap-luat"

_ANSWERS: tuple[dict[str, str], ...] = (
    {
        "linhvuc": "đất đai",
        "cauhoi": "Đất ông bà để lại, anh em trong nhà chỉ nói miệng với nhau, nay muốn làm giấy "
        "tờ thì bắt đầu từ đâu?",
        "traloi": "Trước hết, các anh chị em nên thống nhất bằng văn bản có chứng thực về việc phân "
        "chia di sản; sau đó nộp hồ sơ tại bộ phận một cửa. Nếu không thống nhất được thì đề nghị "
        "hòa giải ở cơ sở trước khi khởi kiện.",
    },
    {
        "linhvuc": "hôn nhân và gia đình",
        "cauhoi": "Con chưa đủ tuổi, hai gia đình tổ chức cưới theo phong tục rồi đăng ký sau có "
        "được không?",
        "traloi": "Không. Nữ phải từ đủ 18 tuổi, nam từ đủ 20 tuổi mới được kết hôn theo Luật Hôn "
        "nhân và gia đình năm 2014. Tổ chức cưới khi chưa đủ tuổi là tảo hôn và bị xử lý theo pháp "
        "luật.",
    },
    {
        "linhvuc": "vay mượn tài sản",
        "cauhoi": "Cho người quen vay tiền chỉ bằng lời nói thì có đòi lại được không?",
        "traloi": "Hợp đồng vay bằng lời nói vẫn có giá trị, nhưng người cho vay phải chứng minh "
        "được. Vì vậy nên viết giấy, ghi rõ số tiền, ngày trả và có chữ ký; chuyển khoản thì ghi "
        "rõ nội dung.",
    },
)

TEMPLATES: tuple[Template, ...] = (
    Template(
        key="tuyen-truyen-truong-hoc",
        topic=TOPIC,
        months=frozenset({1, 2, 3, 4, 5, 9, 10, 11, 12}),
        titles=(
            "{vks} tuyên truyền {chude} cho {hs} học sinh",
            "Đưa pháp luật đến trường học: {hs} học sinh ở {place} tìm hiểu về {chude}",
        ),
        leads=(
            "Sáng {ngay}, {vks} phối hợp với nhà trường tổ chức buổi ngoại khóa về {chude} cho "
            "{hs} học sinh trên địa bàn {place}; nội dung được truyền tải bằng tình huống, tiểu "
            "phẩm và trò chơi hỏi – đáp.",
        ),
        body=(
            p(
                "Mở đầu buổi ngoại khóa, Kiểm sát viên kể những câu chuyện gần gũi với lứa tuổi "
                "học trò rồi cùng các em phân tích hành vi nào đúng, hành vi nào vi phạm pháp "
                "luật, hậu quả ra sao và nên hành động thế nào.",
            ),
            p(
                "Qua các tình huống, học sinh được nhắc {loikhuyen}. Các em cũng được giới thiệu "
                "số điện thoại của Tổng đài quốc gia bảo vệ trẻ em 111.",
            ),
            p(
                "Sân trường sôi nổi hẳn lên ở phần giao lưu. {qua} phần quà nhỏ được trao cho các "
                "câu trả lời đúng; nhiều em mạnh dạn đặt câu hỏi về những điều vừa gặp trên mạng "
                "xã hội.",
                "Phần thi trả lời nhanh thu hút đông học sinh tham gia; {qua} em có câu trả lời "
                "tốt nhất được nhận quà. Thầy cô cũng nêu những vướng mắc trong quản lý học sinh "
                "để cùng trao đổi.",
            ),
            p(
                "Nhà trường đánh giá cao cách tuyên truyền sinh động, đề nghị duy trì mỗi học kỳ "
                "một lần. {Since}, đơn vị đã tổ chức {buoi} buổi tương tự theo Luật Phổ biến, "
                "giáo dục pháp luật năm 2012.",
            ),
        ),
        pictures=("lop-hoc", "tuyen-truyen", "dien-thoai"),
        rules=(
            pair(
                "chude",
                "loikhuyen",
                (
                    "phòng, chống bạo lực học đường",
                    "báo ngay cho thầy cô, cha mẹ khi bị bắt nạt; không quay, phát tán hình ảnh "
                    "làm tổn thương bạn",
                ),
                (
                    "trật tự, an toàn giao thông",
                    "đội mũ bảo hiểm, không điều khiển xe khi chưa đủ tuổi và không chở quá số "
                    "người quy định",
                ),
                (
                    "phòng, chống ma túy",
                    "từ chối thử các loại bánh kẹo, thuốc lá điện tử, thức uống lạ và báo cho "
                    "người lớn khi bị rủ rê",
                ),
                (
                    "sử dụng mạng xã hội an toàn",
                    "không chia sẻ thông tin cá nhân, không kết bạn, hẹn gặp người lạ quen qua "
                    "mạng",
                ),
                (
                    "phòng, chống xâm hại trẻ em",
                    "ghi nhớ những quy tắc tự bảo vệ mình, nói với người lớn tin cậy khi thấy bất "
                    "an",
                ),
            ),
            number("hs", 210, 780, step=10),
            number("qua", 12, 30),
            number("buoi", 4, 16),
        ),
    ),
    Template(
        key="cho-phien",
        topic=TOPIC,
        village=True,
        titles=(
            "Mang pháp luật đến chợ phiên {place}",
            "{vks} tuyên truyền pháp luật lưu động tại chợ phiên {place}",
        ),
        leads=(
            "Từ sáng sớm {ngay}, giữa tiếng mua bán rộn ràng của chợ phiên {place}, gian tư vấn "
            "pháp luật của {vks} đã đón {luot} lượt bà con ghé hỏi, nhận tài liệu và nghe giải "
            "đáp bằng tiếng phổ thông, tiếng Tày, Nùng.",
        ),
        body=(
            p(
                "Gian tư vấn chỉ có một chiếc bàn, vài tấm áp phích và chiếc loa nhỏ, nhưng lúc "
                "nào cũng có người đứng quanh. Bà con hỏi về tranh chấp đất rừng, chế độ thừa kế, "
                "đăng ký kết hôn, chuyện vay tiền qua điện thoại.",
            ),
            image("cho-phien", "Bà con các dân tộc tại một phiên chợ vùng cao."),
            p(
                "Mỗi câu hỏi được trả lời ngay; việc phức tạp được ghi lại, hẹn trả lời qua điện "
                "thoại của trưởng thôn. {to} tờ gấp song ngữ với hình vẽ minh họa đã đến tay người "
                "dân.",
                "Cán bộ tuyên truyền đi từng gian hàng, phát {to} tờ gấp, dừng lại trò chuyện với "
                "từng nhóm nhỏ. Cách làm này phù hợp với những người ngại đến hội trường.",
            ),
            quote(
                "Ngày thường bận nương rẫy, đi chợ tiện thể hỏi luôn, được nghe bằng tiếng của "
                "mình nên dễ nhớ lắm.",
                "Một người dân {place} (mẫu)",
            ),
            p(
                "{vks} dự kiến duy trì gian tư vấn mỗi tháng một phiên, phối hợp với Biên phòng, "
                "Công an và Trung tâm Trợ giúp pháp lý để việc giải đáp được đầy đủ.",
            ),
        ),
        pictures=("cho-phien", "tuyen-truyen"),
        rules=(number("luot", 120, 360, step=10), number("to", 250, 700, step=50)),
    ),
    Template(
        key="ngay-phap-luat",
        topic=TOPIC,
        months=frozenset({11}),
        days=(4, 14),
        titles=(
            "{vks} hưởng ứng Ngày Pháp luật nước Cộng hòa xã hội chủ nghĩa Việt Nam năm {year}",
            "{vks} với nhiều hoạt động thiết thực hưởng ứng Ngày Pháp luật 9/11/{year}",
        ),
        leads=(
            "Hưởng ứng Ngày Pháp luật 9/11/{year}, {vks} tổ chức chuỗi hoạt động hướng về cơ sở: "
            "{nc} buổi nói chuyện chuyên đề, thi tìm hiểu pháp luật và tư vấn miễn phí cho người "
            "dân.",
        ),
        body=(
            p(
                "Các hoạt động được triển khai từ cuối tháng 10, tập trung vào những quy định mới "
                "có hiệu lực và các vấn đề người dân quan tâm: đất đai, hôn nhân, an toàn giao "
                "thông, bảo vệ dữ liệu cá nhân, phòng, chống lừa đảo trên mạng.",
            ),
            p(
                "Tại {place}, buổi nói chuyện chuyên đề ngày {ngay} thu hút {nguoi} người tham dự. "
                "Sau phần trình bày ngắn, đại biểu đặt câu hỏi và được Kiểm sát viên trả lời trực "
                "tiếp.",
                "Điểm nhấn là buổi đối thoại ngày {ngay} tại {place} với {nguoi} người dự. Những "
                "tình huống được dựng từ chính các vụ việc thường gặp ở địa phương khiến người "
                "nghe thấy pháp luật không xa vời.",
            ),
            p(
                "Cuộc thi trực tuyến tìm hiểu pháp luật do đơn vị phát động nhận được {bai} bài dự "
                "thi, trong đó nhiều bài của đoàn viên, học sinh được đầu tư công phu.",
            ),
            p(
                "Thông qua các hoạt động, {vks} mong muốn mỗi cán bộ, công chức gương mẫu chấp "
                "hành pháp luật, mỗi người dân coi tìm hiểu pháp luật là việc làm thường xuyên "
                "chứ không chỉ trong một ngày.",
            ),
        ),
        pictures=("tuyen-truyen", "lop-hoc"),
        rules=(
            number("nc", 3, 8),
            number("nguoi", 80, 240, step=10),
            number("bai", 120, 640),
        ),
    ),
    Template(
        key="canh-bao-lua-dao",
        topic=TOPIC,
        titles=(
            "{vks} cảnh báo thủ đoạn {thudoan}",
            "Cảnh giác với thủ đoạn {thudoan}: khuyến cáo của {vks}",
        ),
        leads=(
            "Qua giải quyết nguồn tin về tội phạm, {vks} nhận thấy thủ đoạn {thudoan} có chiều "
            "hướng gia tăng trên địa bàn {area}; người dân cần nhận biết sớm để tự bảo vệ mình và "
            "người thân.",
        ),
        body=(
            p(
                "Cách thức chung là {cachthuc}. Khi nạn nhân nhận ra thì tiền đã bị chuyển qua "
                "nhiều tài khoản, việc truy tìm, thu hồi gặp rất nhiều khó khăn.",
            ),
            listing(
                "Để phòng tránh, người dân cần ghi nhớ:",
                "không cung cấp mật khẩu, mã xác thực cho bất kỳ ai, kể cả người tự xưng là cán "
                "bộ;",
                "không cài ứng dụng từ đường dẫn lạ, không quét mã khi chưa rõ nơi phát hành;",
                "gọi lại cho người thân, cơ quan bằng số điện thoại chính thức để kiểm tra;",
                "khi đã chuyển tiền, báo ngay cho ngân hàng và cơ quan Công an.",
            ),
            note(
                "Viện kiểm sát, Công an, Tòa án không làm việc, không yêu cầu chuyển tiền qua điện "
                "thoại hoặc mạng xã hội.",
                "warning",
            ),
            p(
                "{Since}, đơn vị đã phối hợp tuyên truyền về thủ đoạn này tại {buoi} thôn, khối "
                "phố; gửi nội dung cảnh báo lên loa truyền thanh và nhóm trao đổi của các tổ liên "
                "gia.",
                "Nội dung cảnh báo được phát trên loa truyền thanh, lồng ghép trong {buoi} buổi "
                "họp thôn, khối phố và chia sẻ qua các nhóm trao đổi của cộng đồng dân cư.",
            ),
            p(
                "Người cao tuổi, người ở một mình là nhóm dễ bị nhắm tới. Mỗi gia đình nên thống "
                "nhất một nguyên tắc đơn giản: trước khi chuyển tiền cho người lạ, hãy hỏi ít "
                "nhất một người thân.",
            ),
        ),
        pictures=("dien-thoai", "may-tinh"),
        rules=(
            pair(
                "thudoan",
                "cachthuc",
                (
                    "giả danh cán bộ cơ quan tư pháp qua điện thoại",
                    "gọi điện thông báo nạn nhân liên quan đến một vụ án, gửi giấy tờ giả rồi yêu "
                    "cầu chuyển tiền vào tài khoản để “xác minh”",
                ),
                (
                    "mời làm cộng tác viên bán hàng trên mạng",
                    "cho hưởng hoa hồng ở vài đơn hàng đầu, sau đó yêu cầu nộp số tiền ngày càng "
                    "lớn rồi khóa liên lạc",
                ),
                (
                    "đầu tư tài chính hưởng lãi cao",
                    "lập sàn giao dịch giả, cho rút tiền lãi nhỏ lúc đầu để tạo lòng tin rồi chiếm "
                    "đoạt toàn bộ tiền nạp",
                ),
                (
                    "tuyển lao động ra nước ngoài “việc nhẹ, lương cao”",
                    "hứa lo toàn bộ giấy tờ, đưa người qua biên giới trái phép, sau đó giữ giấy tờ "
                    "và buộc gia đình trả tiền chuộc",
                ),
                (
                    "chiếm quyền tài khoản mạng xã hội để vay tiền",
                    "dùng hình ảnh, giọng nói cắt ghép của người quen để gọi vay tiền gấp, lấy lý "
                    "do mạng yếu rồi tắt cuộc gọi",
                ),
            ),
            number("buoi", 6, 24),
        ),
    ),
    Template(
        key="hoi-dap-ban-lang",
        topic=TOPIC,
        village=True,
        titles=(
            "{vks} trò chuyện pháp luật về {linhvuc} với bà con {place}",
            "Buổi tối ở nhà văn hóa: bà con {place} tìm hiểu về {linhvuc}",
        ),
        leads=(
            "Tối {ngay}, {nguoi} người dân {place} tập trung tại nhà văn hóa thôn, cùng Kiểm sát "
            "viên {vks} trò chuyện về {linhvuc}; nhiều thắc mắc lâu nay được giải đáp.",
        ),
        body=(
            p(
                "Buổi nói chuyện được tổ chức vào buổi tối, sau giờ làm đồng, để bà con tham dự "
                "được đông đủ. Kiểm sát viên nói tiếng phổ thông, người có uy tín của thôn dịch "
                "thêm những từ ngữ khó.",
            ),
            p(
                "Thay cho bài giảng dài, mỗi nội dung bắt đầu bằng một câu chuyện có thật. Bà con "
                "cùng bàn xem cách giải quyết nào có tình, có lý, sau đó Kiểm sát viên nêu quy "
                "định của pháp luật.",
            ),
            questions(
                ("Câu hỏi được nhiều người quan tâm", "{cauhoi}"),
                ("Trả lời của Kiểm sát viên", "{traloi}"),
            ),
            p(
                "Có {hoi} câu hỏi được nêu, trong đó {ngayr} câu được trả lời ngay tại chỗ. Những "
                "câu còn lại cần xem giấy tờ được hẹn tại phòng tiếp công dân.",
            ),
            p(
                "Trước khi ra về, mỗi hộ nhận một cuốn sổ tay pháp luật mỏng, chữ to, có tranh vẽ. "
                "Trưởng thôn đề nghị đơn vị tiếp tục trở lại vào sau mùa thu hoạch.",
            ),
        ),
        pictures=("ban-lang", "tuyen-truyen", "ruong-bac-thang"),
        rules=(
            together(*_ANSWERS),
            number("nguoi", 45, 120, step=5),
            number("hoi", 9, 16),
            share("ngayr", "hoi", 70, 85),
        ),
    ),
    Template(
        key="cuoc-thi-truc-tuyen",
        topic=TOPIC,
        also=("chuyen-doi-so",),
        titles=(
            "{nguoi} lượt người tham gia cuộc thi trực tuyến tìm hiểu pháp luật do {vks} tổ chức",
            "{vks} tổng kết cuộc thi trực tuyến tìm hiểu pháp luật về {chude}",
        ),
        leads=(
            "Sau {tuan} tuần phát động, cuộc thi trực tuyến tìm hiểu pháp luật về {chude} của "
            "{vks} đã thu hút {nguoi} lượt người tham gia; {dung} lượt trả lời đúng toàn bộ câu "
            "hỏi.",
        ),
        body=(
            p(
                "Mỗi tuần, người dự thi trả lời mười câu hỏi trắc nghiệm và dự đoán số người có "
                "đáp án đúng. Câu hỏi được biên soạn từ tình huống thường gặp, đi kèm lời giải "
                "thích ngắn để người tham gia hiểu vì sao đúng, vì sao sai.",
            ),
            h("Từ thi đến hiểu"),
            p(
                "Theo Ban Tổ chức, {pc} số lượt dự thi trả lời đúng toàn bộ câu hỏi ngay từ lần "
                "đầu. Những câu nhiều người nhầm nhất sẽ được chọn làm chủ đề tuyên truyền trong "
                "thời gian tới.",
                "Tỷ lệ trả lời đúng toàn bộ đạt {pc}. Nhóm câu hỏi bị nhầm nhiều nhất liên quan "
                "đến thẩm quyền của các cơ quan và thời hạn giải quyết đơn, là gợi ý tốt cho "
                "những buổi tuyên truyền sau.",
            ),
            p(
                "Ban Tổ chức đã trao {giai} giải thưởng cho các cá nhân, tập thể đạt kết quả cao; "
                "trong đó có nhiều học sinh và người dân ở các xã vùng sâu, dự thi bằng điện "
                "thoại.",
            ),
            p(
                "Thông tin cá nhân của người dự thi chỉ được dùng để xét giải và được xóa sau khi "
                "trao thưởng, đúng như đã thông báo khi đăng ký.",
            ),
        ),
        pictures=("dien-thoai", "khen-thuong", "lop-hoc"),
        rules=(
            choice(
                "chude",
                "phòng, chống ma túy",
                "trật tự, an toàn giao thông",
                "bảo vệ dữ liệu cá nhân",
                "phòng, chống mua bán người",
            ),
            number("tuan", 2, 5),
            number("nguoi", 420, 980),
            share("dung", "nguoi", 35, 60),
            percent("pc", "dung", "nguoi"),
            number("giai", 8, 18),
        ),
    ),
)
