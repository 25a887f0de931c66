"""Templates: supervision of custody, detention and the execution of criminal sentences."""

from __future__ import annotations

from portal.demo.content.news.templates import (
    Template,
    h,
    listing,
    note,
    number,
    p,
    rest,
    share,
    table,
)

TOPIC = "tam-giu-tam-giam"

TEMPLATES: tuple[Template, ...] = (
    Template(
        key="truc-tiep-kiem-sat-nha-tam-giu",
        topic=TOPIC,
        scope="unit",
        titles=(
            "{vks} trực tiếp kiểm sát Nhà tạm giữ {this_quarter}",
            "{vks}: Trực tiếp kiểm sát việc tạm giữ, tạm giam {this_quarter}",
        ),
        leads=(
            "Ngày {ngay}, {vks} kết thúc cuộc trực tiếp kiểm sát tại Nhà tạm giữ trên địa bàn "
            "{this_quarter}; qua kiểm sát {hs} hồ sơ và trực tiếp gặp hỏi {hoi} người, không phát hiện "
            "trường hợp quá hạn tạm giữ, tạm giam.",
        ),
        body=(
            p(
                "Đoàn kiểm sát đã kiểm tra các loại sổ sách, hồ sơ, buồng giam, bếp ăn, khu vực "
                "thăm gặp và nơi khám, chữa bệnh; đối chiếu danh sách với lệnh, quyết định của cơ "
                "quan có thẩm quyền.",
            ),
            p(
                "Kết quả cho thấy việc phân loại giam giữ, chế độ ăn, mặc, ở, sinh hoạt, chăm sóc "
                "y tế cơ bản bảo đảm theo quy định. {hoi} người được hỏi trực tiếp đều trình bày "
                "không bị bức cung, nhục hình; được phổ biến quyền, nghĩa vụ và nội quy.",
                "Chế độ ăn, ở, khám, chữa bệnh và nhận quà, gửi thư của người bị tạm giữ, người "
                "bị tạm giam được thực hiện đúng quy định. Đoàn cũng trực tiếp gặp {hoi} người để "
                "nghe họ phản ánh; không có khiếu nại về việc bị đối xử trái pháp luật.",
            ),
            listing(
                "Bên cạnh ưu điểm, Đoàn chỉ ra {vp} thiếu sót, trong đó có:",
                "một số nội dung trong sổ theo dõi thăm gặp ghi chưa đầy đủ;",
                "tài liệu phổ biến nội quy tại một số buồng đã mờ, cần thay mới;",
                "việc trích xuất, bàn giao có trường hợp chưa ghi rõ giờ.",
            ),
            p(
                "{vks} ban hành kết luận, kiến nghị khắc phục trong 20 ngày. Lãnh đạo Nhà tạm giữ "
                "nhất trí với kết luận và cam kết thực hiện nghiêm túc.",
            ),
        ),
        pictures=("trai-giam", "ho-so"),
        rules=(number("hs", 14, 52), share("hoi", "hs", 35, 60), number("vp", 3, 5)),
    ),
    Template(
        key="kiem-sat-thi-hanh-an-tai-xa",
        topic=TOPIC,
        titles=(
            "{vks} trực tiếp kiểm sát thi hành án hình sự tại {place}",
            "{place_cap}: Quản lý, giáo dục người chấp hành án tại cộng đồng được kiểm sát chặt "
            "chẽ",
        ),
        leads=(
            "Ngày {ngay}, {vks} trực tiếp kiểm sát việc giám sát, giáo dục người chấp hành án "
            "treo, cải tạo không giam giữ tại Ủy ban nhân dân {place}; địa phương hiện quản lý "
            "{tong} người, trong đó {treo} người được hưởng án treo.",
        ),
        body=(
            p(
                "Thực hiện kế hoạch công tác năm {year}, Đoàn kiểm sát kiểm tra toàn bộ {tong} hồ "
                "sơ, gồm {treo} hồ sơ người được hưởng án treo và {khac} hồ sơ người chấp hành án "
                "cải tạo không giam giữ hoặc được tha tù trước thời hạn có điều kiện.",
            ),
            p(
                "Đoàn ghi nhận chính quyền {place} đã phân công người trực tiếp giám sát, giáo "
                "dục; phối hợp với gia đình, tổ chức đoàn thể tạo điều kiện để người chấp hành án "
                "lao động, ổn định cuộc sống. Việc nhận xét hằng quý được duy trì.",
                "Nhiều cách làm hay được ghi nhận, như giao người có uy tín trong thôn cùng tham "
                "gia giúp đỡ, giới thiệu việc làm tại tổ hợp tác, nhắc lịch báo cáo qua nhóm trao "
                "đổi của thôn. Nhờ vậy phần lớn người chấp hành án yên tâm sửa chữa lỗi lầm.",
            ),
            p(
                "Tuy vậy, {thieu} hồ sơ còn thiếu bản cam kết hoặc biên bản kiểm điểm; có trường "
                "hợp đi khỏi nơi cư trú chưa được ghi nhận đầy đủ trong hồ sơ. Đoàn yêu cầu bổ "
                "sung ngay những tài liệu còn thiếu.",
            ),
            p(
                "Trao đổi với cán bộ được giao nhiệm vụ, Kiểm sát viên hướng dẫn cách lập hồ sơ, "
                "thủ tục xem xét rút ngắn thời gian thử thách cho người có nhiều tiến bộ theo quy "
                "định của pháp luật thi hành án hình sự.",
            ),
            note(
                "Người chấp hành án tại cộng đồng có quyền được biết nhận xét về mình và đề nghị "
                "xem xét rút ngắn thời gian thử thách khi đủ điều kiện."
            ),
        ),
        pictures=("ban-lang", "ho-so", "nui-rung"),
        rules=(
            number("tong", 9, 27),
            share("treo", "tong", 65, 85),
            rest("khac", "tong", "treo"),
            number("thieu", 2, 4),
        ),
    ),
    Template(
        key="xet-giam-an",
        topic=TOPIC,
        scope="province",
        months=frozenset({1, 4, 5, 8, 9}),
        titles=(
            "VKSND tỉnh Lạng Sơn kiểm sát phiên họp xét giảm thời hạn chấp hành án phạt tù dịp "
            "{dip} năm {year}",
            "Kiểm sát chặt chẽ việc xét giảm thời hạn chấp hành án phạt tù dịp {dip} năm {year}",
        ),
        leads=(
            "Ngày {ngay}, Viện kiểm sát nhân dân tỉnh Lạng Sơn tham gia phiên họp xét giảm thời "
            "hạn chấp hành án phạt tù dịp {dip} năm {year}, kiểm sát {tong} hồ sơ đề nghị, bảo "
            "đảm đúng người, đúng điều kiện và công khai, dân chủ.",
        ),
        body=(
            p(
                "Trước phiên họp, Kiểm sát viên Phòng 8 nghiên cứu toàn bộ {tong} hồ sơ, đối chiếu "
                "điều kiện về thời gian đã chấp hành án, kết quả xếp loại, việc thực hiện nghĩa vụ "
                "dân sự và mức giảm đề nghị.",
            ),
            table(
                "Kết quả xét giảm thời hạn",
                ["Nội dung", "Số hồ sơ"],
                [
                    ["Hồ sơ đề nghị", "{tong}"],
                    ["Được chấp nhận theo mức đề nghị", "{giu}"],
                    ["Được chấp nhận với mức giảm khác", "{doi}"],
                    ["Chưa đủ điều kiện", "{khong}"],
                ],
            ),
            p(
                "Tại phiên họp, Kiểm sát viên phát biểu quan điểm về từng nhóm hồ sơ; đề nghị "
                "không chấp nhận {khong} hồ sơ do chưa bảo đảm điều kiện và điều chỉnh mức giảm "
                "đối với {doi} hồ sơ. Ý kiến của Viện kiểm sát được Hội đồng chấp nhận.",
            ),
            p(
                "Việc xét giảm đúng quy định thể hiện chính sách khoan hồng của Nhà nước, khuyến "
                "khích người chấp hành án tích cực học tập, lao động để sớm trở về với gia đình và "
                "cộng đồng.",
            ),
        ),
        pictures=("trai-giam", "cong-ly", "phap-dinh"),
        rules=(
            number("tong", 84, 210),
            share("khong", "tong", 2, 5),
            share("doi", "tong", 4, 8),
            rest("giu", "tong", "khong", "doi"),
        ),
    ),
    Template(
        key="phoi-hop-tai-hoa-nhap",
        topic=TOPIC,
        titles=(
            "{vks} tham gia hội nghị giúp đỡ người chấp hành xong án phạt tù ở {place}",
            "Chung tay giúp người lầm lỗi tái hòa nhập cộng đồng ở {place}",
        ),
        leads=(
            "Ngày {ngay}, {vks} phối hợp với Ủy ban nhân dân {place} gặp gỡ {nguoi} người chấp "
            "hành xong án phạt tù, lắng nghe tâm tư, giải đáp chế độ và kết nối việc làm, vay vốn "
            "cho những trường hợp có nhu cầu.",
        ),
        body=(
            p(
                "Trong không khí cởi mở, các đại biểu tham dự chia sẻ những khó khăn thường gặp "
                "sau khi trở về: thiếu vốn, thiếu việc làm, vướng mắc về giấy tờ và sự dè dặt của "
                "những người chung quanh.",
            ),
            p(
                "Kiểm sát viên giải thích rõ thủ tục xóa án tích, cấp phiếu lý lịch tư pháp, chính "
                "sách vay vốn đối với người chấp hành xong án phạt tù; hướng dẫn cách liên hệ với "
                "cơ quan có thẩm quyền khi cần hỗ trợ.",
                "Những câu hỏi được quan tâm nhiều nhất là khi nào được xóa án tích, có được đi "
                "lao động ngoài tỉnh hay không, điều kiện vay vốn ra sao. Các nội dung này được "
                "Kiểm sát viên trả lời ngay tại chỗ, dễ hiểu và có ví dụ.",
            ),
            p(
                "Tại hội nghị, {viec} người được giới thiệu việc làm phù hợp tại cơ sở sản xuất "
                "trên địa bàn, {von} người được hướng dẫn hoàn thiện hồ sơ vay vốn. Các tổ chức "
                "đoàn thể nhận giúp đỡ từng trường hợp cụ thể.",
            ),
            p(
                "Qua theo dõi, những người được cộng đồng quan tâm ngay từ đầu đều có tiến bộ rõ "
                "rệt. Đơn vị sẽ tiếp tục kiến nghị chính quyền cơ sở nhân rộng mô hình, coi đó là "
                "giải pháp phòng ngừa tái phạm bền vững.",
            ),
        ),
        pictures=("ban-lang", "hop-ban", "ruong-bac-thang"),
        rules=(
            number("nguoi", 12, 30),
            share("viec", "nguoi", 20, 40),
            share("von", "nguoi", 15, 30),
        ),
    ),
    Template(
        key="ket-qua-kiem-sat-giam-giu",
        topic=TOPIC,
        titles=(
            "{vks}: {kn} kiến nghị về tạm giữ, tạm giam, thi hành án hình sự được tiếp thu",
            "Kiểm sát tạm giữ, tạm giam, thi hành án hình sự ở {area}: không để quá hạn",
            "{vks} chấn chỉnh {vp} vi phạm trong tạm giữ, tạm giam và thi hành án hình sự",
        ),
        leads=(
            "{Since}, {vks} kiểm sát việc tạm giữ, tạm giam đối với {tong} người, tiến hành "
            "{cuoc} cuộc trực tiếp kiểm sát, ban hành {kn} kiến nghị yêu cầu khắc phục {vp} vi "
            "phạm, thiếu sót.",
        ),
        body=(
            p(
                "Đơn vị duy trì kiểm sát hằng ngày đối với việc tiếp nhận, phân loại, trích xuất, "
                "trả tự do; lập danh sách theo dõi thời hạn của từng người để thông báo kịp thời "
                "cho các cơ quan tố tụng. Không có trường hợp quá hạn tạm giữ, tạm giam.",
            ),
            p(
                "Trong {cuoc} cuộc trực tiếp kiểm sát có {dx} cuộc kiểm sát đột xuất. Các vi phạm "
                "được phát hiện chủ yếu là gửi quyết định thi hành án chậm, hồ sơ thiếu tài liệu, "
                "lập danh sách thăm gặp chưa đúng mẫu.",
                "Bên cạnh các cuộc theo kế hoạch, đơn vị tiến hành {dx} cuộc đột xuất trong tổng "
                "số {cuoc} cuộc trực tiếp kiểm sát. Cách làm này giúp đánh giá thực chất, buộc "
                "các cơ quan được kiểm sát duy trì nền nếp thường xuyên.",
            ),
            p(
                "Cả {kn} kiến nghị đã ban hành đều nêu rõ vi phạm, căn cứ pháp luật, nguyên nhân và biện "
                "pháp khắc phục; các cơ quan được kiến nghị đã tiếp thu và trả lời bằng văn bản.",
            ),
            p(
                "Thời gian tới, {vks} tập trung phúc tra việc thực hiện kiến nghị, nhất là tại các "
                "xã còn lúng túng trong quản lý người chấp hành án; phối hợp tập huấn cho cán bộ "
                "làm công tác này ở cơ sở.",
            ),
        ),
        pictures=("trai-giam", "ho-so"),
        rules=(
            number("tong", 68, 190),
            number("cuoc", 6, 14),
            share("dx", "cuoc", 20, 35),
            number("kn", 3, 8),
            number("vp", 9, 24),
        ),
    ),
    Template(
        key="doi-thoai-nguoi-chap-hanh-an",
        topic=TOPIC,
        also=("pho-bien-phap-luat",),
        titles=(
            "{vks} phổ biến pháp luật cho {nguoi} người chấp hành án treo, cải tạo không giam giữ",
            "Đối thoại với người chấp hành án tại cộng đồng ở {place}",
        ),
        leads=(
            "Buổi đối thoại do {vks} tổ chức ngày {ngay} tại {place} đã giúp {nguoi} người chấp "
            "hành án tại cộng đồng hiểu rõ quyền, nghĩa vụ, cách xin phép đi khỏi nơi cư trú và "
            "điều kiện rút ngắn thời gian thử thách.",
        ),
        body=(
            p(
                "Qua kiểm sát, đơn vị nhận thấy không ít vi phạm nghĩa vụ bắt nguồn từ việc người "
                "chấp hành án chưa hiểu quy định: tự ý đi làm ăn xa, chậm nộp bản tự nhận xét hoặc "
                "không có mặt khi được triệu tập.",
            ),
            h("Hỏi gì, đáp nấy"),
            p(
                "Sau phần giới thiệu ngắn, phần lớn thời gian được dành cho hỏi – đáp. Kiểm sát "
                "viên trả lời {hoi} câu hỏi, minh họa bằng các tình huống gần gũi, có người phiên "
                "dịch tiếng Tày, Nùng hỗ trợ khi cần.",
                "Chương trình không đọc văn bản mà bắt đầu từ {hoi} tình huống có thật trong quản "
                "lý ở cơ sở. Người dự được mời nêu cách xử lý, sau đó Kiểm sát viên phân tích "
                "đúng, sai và hậu quả pháp lý của từng lựa chọn.",
            ),
            p(
                "Mỗi người tham dự nhận một tờ hướng dẫn khổ nhỏ ghi rõ các mốc thời gian phải báo "
                "cáo, số điện thoại của cán bộ phụ trách và địa chỉ tiếp công dân của Viện kiểm "
                "sát.",
            ),
            p(
                "Trong năm {year}, đơn vị chọn việc tuân thủ nghĩa vụ tại cộng đồng làm chủ đề "
                "trọng tâm; hoạt động được tổ chức lần lượt tại các xã có đông người chấp hành án.",
            ),
        ),
        pictures=("tuyen-truyen", "tiep-dan"),
        rules=(number("nguoi", 14, 42), number("hoi", 6, 12)),
    ),
)
