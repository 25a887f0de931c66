"""A report from a border commune. The people who speak are invented and stay nameless."""

from __future__ import annotations

from portal.demo.content.pictures import picture
from portal.demo.content.types import Block

TITLE = "Phóng sự: Mang pháp luật lên với bản làng biên giới Quốc Khánh"
LEAD = (
    "Theo chân đoàn cán bộ Kiểm sát lên xã biên giới Quốc Khánh, huyện Tràng Định, chúng tôi gặp "
    "những buổi tuyên truyền không có bục phát biểu, không có bài đọc sẵn, chỉ có câu chuyện đời "
    "thường và những người kiên nhẫn lắng nghe nhau."
)

_ROAD: tuple[Block, ...] = (
    (
        "paragraph",
        "<p>Năm giờ sáng, sương còn giăng kín cánh đồng Thất Khê. Chiếc xe bán tải chở theo một "
        "màn hình cuộn, hai chiếc loa kéo, mấy thùng tờ gấp và năm cán bộ của tổ tuyên truyền rời "
        "thị trấn, ngược lên phía biên giới. Con đường uốn theo sườn núi, một bên là vách đá, một "
        "bên là những thửa ruộng bậc thang vừa gặt xong, gốc rạ còn thơm mùi nắng.</p>",
    ),
    (
        "paragraph",
        "<p>“Đi sớm để kịp gặp bà con trước khi lên rừng”, người cán bộ ngồi cạnh tôi nói. Mùa "
        "này, nhà nào cũng tranh thủ thu hoạch hồi, quế. Nếu đến đúng giờ hành chính, nhà văn hóa "
        "thôn sẽ chỉ có vài cụ già trông cháu. Kinh nghiệm ấy được rút ra sau nhiều chuyến đi: "
        "muốn dân nghe, trước hết phải đến vào lúc dân rảnh.</p>",
    ),
    ("image", picture("ruong-bac-thang", "Ruộng bậc thang ven con đường lên xã biên giới.")),
    ("heading", "Câu chuyện bên bếp lửa"),
    (
        "paragraph",
        "<p>Điểm đến đầu tiên là một thôn nằm cách đường biên vài cây số. Nhà văn hóa thôn nhỏ, "
        "nền xi măng, bếp lửa được nhóm ở góc sân. Gần bảy mươi người đã ngồi chật các hàng ghế "
        "nhựa. Không có lời khai mạc dài dòng, cán bộ tuyên truyền chào bà con bằng tiếng Tày rồi "
        "kể chuyện: một gia đình nọ có người con được rủ đi làm ở bên kia biên giới, hứa trả "
        "lương cao gấp ba lần ở nhà.</p>",
    ),
    (
        "paragraph",
        "<p>Câu chuyện dừng ở đoạn người con lên xe lúc nửa đêm. “Theo bà con, chuyện gì sẽ xảy "
        "ra?”. Cả nhà văn hóa xôn xao. Người bảo chắc bị giữ hết giấy tờ, người bảo có khi bị bắt "
        "làm việc không công. Một phụ nữ trẻ ngập ngừng kể, chị cũng từng được mời như thế qua "
        "điện thoại. Từ câu chuyện ấy, các quy định về xuất cảnh, phòng, chống mua bán người được "
        "giải thích từng điểm, ngắn gọn và dễ nhớ.</p>",
    ),
    (
        "quote",
        {
            "text": "Trước kia nghe đọc luật thì buồn ngủ lắm. Nay cán bộ kể chuyện rồi hỏi lại, mình "
            "phải nghĩ mới trả lời được, nên về nhà còn kể cho con cháu nghe.",
            "attribution": "Một người dân xã Quốc Khánh (mẫu)",
        },
    ),
)

_MARKET: tuple[Block, ...] = (
    ("heading", "Gian hàng không bán gì"),
    (
        "paragraph",
        "<p>Gần trưa, đoàn ghé chợ phiên. Giữa những gian hàng thổ cẩm, nông cụ, măng khô, gian "
        "tư vấn pháp luật nổi bật với tấm biển: “Ở đây không bán gì, chỉ trả lời câu hỏi”. Một cụ "
        "ông chống gậy đến hỏi chuyện chia đất cho các con; một đôi vợ chồng trẻ hỏi giấy khai "
        "sinh của cháu; mấy thanh niên tò mò xem bộ ảnh về các thủ đoạn lừa đảo qua mạng.</p>",
    ),
    (
        "gallery",
        (
            picture("cho-phien", "Chợ phiên vùng biên."),
            picture("tuyen-truyen", "Gian tư vấn pháp luật giữa chợ."),
            picture("nui-rung", "Núi rừng Tràng Định."),
        ),
    ),
    (
        "paragraph",
        "<p>Mỗi câu hỏi được ghi vào một phiếu nhỏ, không bắt buộc ghi tên. Câu nào trả lời được "
        "ngay thì trả lời; câu nào cần xem giấy tờ thì hẹn ngày, ghi rõ nơi đến. Đến cuối phiên "
        "chợ, tổ tuyên truyền đếm được 48 phiếu. Đọc lại các phiếu ấy, người ta hình dung được "
        "khá rõ những băn khoăn của một vùng đất.</p>",
    ),
    (
        "table",
        {
            "caption": "Nội dung 48 câu hỏi của bà con tại phiên chợ",
            "header": ["Lĩnh vực", "Số câu hỏi"],
            "rows": [
                ["Đất đai, đất rừng", "17"],
                ["Hôn nhân và gia đình, hộ tịch", "11"],
                ["Vay mượn, lừa đảo qua mạng", "9"],
                ["Xuất cảnh, lao động qua biên giới", "6"],
                ["Nội dung khác", "5"],
                ["Tổng số", "48"],
            ],
        },
    ),
    (
        "paragraph",
        "<p>Nhìn vào bảng tổng hợp, tổ tuyên truyền điều chỉnh ngay chương trình: buổi tối sẽ nói "
        "nhiều hơn về đất rừng, thay vì chủ đề đã định. “Mình mang đến thứ người ta cần chứ không "
        "phải thứ mình có sẵn”, trưởng đoàn giải thích. Những phiếu hỏi sau đó được chuyển về đơn "
        "vị, làm căn cứ chọn đề tài cho chuyên mục Hỏi – đáp trên Cổng thông tin.</p>",
    ),
)

_EVENING: tuple[Block, ...] = (
    ("heading", "Lớp học buổi tối"),
    (
        "paragraph",
        "<p>Chiều xuống, đoàn ghé điểm trường. Học sinh bán trú ngồi kín sân, mắt dõi theo vở "
        "kịch ngắn do chính thầy cô và các em đóng. Vở kịch kể về một bạn học sinh bị rủ thử "
        "thuốc lá điện tử, rồi được bạn bè giúp nói lời từ chối. Khi màn kịch kết thúc, cán bộ "
        "Kiểm sát hỏi: “Nếu là em, em nói câu gì?”. Hàng chục cánh tay giơ lên.</p>",
    ),
    (
        "paragraph",
        "<p>Cô giáo phụ trách cho biết, nhiều em xa nhà, cha mẹ đi làm ăn nơi khác, điện thoại là "
        "bạn thân nhất. Vì vậy những kỹ năng tưởng nhỏ như không gửi ảnh cho người lạ, biết gọi "
        "Tổng đài 111 khi cần giúp đỡ lại vô cùng thiết thực. Nhà trường đã dán số điện thoại ấy "
        "ở cửa mỗi phòng ở.</p>",
    ),
    (
        "paragraph",
        "<p>Tối, nhà văn hóa thôn sáng đèn. Đúng như dự đoán, chuyện đất rừng làm buổi nói chuyện "
        "kéo dài quá chín giờ. Hai gia đình có ranh giới rừng liền kề vốn không nhìn mặt nhau đã "
        "ngồi cạnh, cùng nghe giải thích về giấy tờ, mốc giới, hòa giải ở cơ sở. Chưa có biên bản "
        "nào được ký, nhưng trưởng thôn bảo: chịu ngồi với nhau đã là bước đầu.</p>",
    ),
    (
        "notice",
        {
            "tone": "info",
            "text": "<p>Người dân cần tư vấn có thể đến phòng tiếp công dân của Viện kiểm sát nơi gần "
            "nhất trong giờ hành chính. Người không biết viết được cán bộ ghi lại lời trình bày "
            "và đọc lại trước khi ký hoặc điểm chỉ.</p>",
        },
    ),
    ("heading", "Những người ở lại"),
    (
        "paragraph",
        "<p>Điều làm nên hiệu quả của các chuyến đi không chỉ là vài ngày có đoàn về. Ở mỗi thôn, "
        "tổ tuyên truyền chọn hai người có uy tín làm đầu mối, tặng họ bộ tài liệu chữ to, tranh "
        "vẽ và bản ghi âm tiếng Tày, Nùng. Những người ấy trở thành “chiếc loa” thường trực của "
        "thôn, nhắc bà con trong đám cưới, buổi họp hay lúc cùng nhau đổi công.</p>",
    ),
    (
        "paragraph",
        "<p>Cán bộ Biên phòng đóng tại địa bàn cho biết, khi người dân hiểu pháp luật, họ chính "
        "là những “cột mốc sống” nơi đường biên: thấy người lạ thì báo, được rủ rê thì từ chối, "
        "có mâu thuẫn thì tìm đến hòa giải. Tuyên truyền vì thế không phải việc làm thêm của "
        "ngành Kiểm sát mà là một phần của phòng ngừa tội phạm.</p>",
    ),
    (
        "paragraph",
        "<p>Đêm muộn, xe trở về xuôi. Trong ánh đèn pha, những vạt hồi đứng im lìm, thoang thoảng "
        "hương. Trên ghế sau, người cán bộ trẻ tranh thủ ghi lại những câu hỏi chưa trả lời được. "
        "Chuyến đi sau đã có sẵn nội dung. Pháp luật đến với bản làng biên giới như thế: không ồn "
        "ào, từng chuyến xe, từng câu chuyện, bền bỉ như bước chân người vùng cao.</p>",
    ),
)

BODY: tuple[Block, ...] = (*_ROAD, *_MARKET, *_EVENING)
