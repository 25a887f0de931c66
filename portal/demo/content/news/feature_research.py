"""A study: the quality of investigation requests in fraud cases committed online."""

from __future__ import annotations

from portal.demo.content.pictures import picture
from portal.demo.content.types import Block

TITLE = (
    "Nâng cao chất lượng yêu cầu điều tra trong các vụ án lừa đảo chiếm đoạt tài sản trên không "
    "gian mạng"
)
LEAD = (
    "Lừa đảo trên không gian mạng để lại ít dấu vết vật chất, dòng tiền đi rất nhanh và người "
    "phạm tội thường ở xa. Từ thực tiễn giải quyết án tại Lạng Sơn, bài viết trao đổi cách xây "
    "dựng bản yêu cầu điều tra sát, đúng và kịp thời."
)

_WHY: tuple[Block, ...] = (
    ("heading", "1. Vì sao yêu cầu điều tra có ý nghĩa quyết định?"),
    (
        "paragraph",
        "<p>Theo Bộ luật Tố tụng hình sự năm 2015, đề ra yêu cầu điều tra là nhiệm vụ, quyền hạn "
        "của Viện kiểm sát khi thực hành quyền công tố trong giai đoạn điều tra. Đối với án lừa "
        "đảo trên không gian mạng, văn bản này không chỉ định hướng thu thập chứng cứ mà còn là "
        "cuộc chạy đua với thời gian: dữ liệu của nhà cung cấp dịch vụ chỉ được lưu trong một "
        "thời hạn nhất định, tiền có thể được chuyển qua nhiều tài khoản chỉ trong vài phút.</p>",
    ),
    (
        "paragraph",
        "<p>Nếu yêu cầu điều tra được ban hành chậm hoặc chung chung theo kiểu “tiếp tục điều "
        "tra, làm rõ hành vi”, cơ hội thu giữ chứng cứ sẽ mất đi. Ngược lại, một bản yêu cầu nêu "
        "đúng việc, đúng nơi, đúng thời hạn sẽ giúp Điều tra viên tiết kiệm công sức và giúp Kiểm "
        "sát viên nắm chắc vụ án ngay từ đầu.</p>",
    ),
    ("image", picture("dien-thoai", "Cuộc gọi, tin nhắn lạ là khởi đầu của nhiều vụ lừa đảo.")),
)

_FINDINGS: tuple[Block, ...] = (
    ("heading", "2. Kết quả khảo sát và những hạn chế thường gặp"),
    (
        "paragraph",
        "<p>Nhóm nghiên cứu đã đọc lại 60 bản yêu cầu điều tra trong các vụ án lừa đảo trên không "
        "gian mạng đã kết thúc ở hai cấp kiểm sát. Mỗi bản được đánh giá theo bốn tiêu chí: thời "
        "điểm ban hành, tính cụ thể, khả năng thực hiện và kết quả thực hiện. Kết quả cho thấy sự "
        "chuyển biến tích cực, song vẫn còn những điểm cần rút kinh nghiệm.</p>",
    ),
    (
        "table",
        {
            "caption": "Kết quả khảo sát 60 bản yêu cầu điều tra",
            "header": ["Tiêu chí", "Số bản đạt", "Số bản chưa đạt", "Tỷ lệ đạt"],
            "rows": [
                ["Ban hành trong 5 ngày đầu sau khi khởi tố", "42", "18", "70%"],
                ["Nêu cụ thể việc cần làm và mục đích", "45", "15", "75%"],
                ["Có thứ tự ưu tiên, thời hạn", "33", "27", "55%"],
                ["Được thực hiện đầy đủ", "48", "12", "80%"],
            ],
        },
    ),
    (
        "paragraph",
        "<p>Điểm yếu nhất là thứ tự ưu tiên và thời hạn: 27 trong 60 bản liệt kê các yêu cầu "
        "ngang hàng nhau, không phân biệt việc phải làm ngay với việc có thể làm sau. Trong khi "
        "đó, với dữ liệu điện tử, chậm một tuần có thể đồng nghĩa với không còn gì để thu thập. "
        "Tiếp đến là tính cụ thể: 15 bản sử dụng câu chữ theo mẫu, không gắn với tình tiết của vụ "
        "án.</p>",
    ),
    (
        "paragraph",
        "<p>Có ba nguyên nhân chính. Một là Kiểm sát viên chưa nắm vững cách thức hoạt động của "
        "ví điện tử, sàn giao dịch, mạng xã hội nên không biết cần hỏi gì, hỏi ai. Hai là trao "
        "đổi với Điều tra viên chưa thường xuyên, yêu cầu được viết khi hồ sơ đã đi được nửa "
        "đường. Ba là thiếu tài liệu tham khảo dùng chung; kinh nghiệm tốt của người này chưa đến "
        "được với người khác.</p>",
    ),
)

_METHOD: tuple[Block, ...] = (
    ("heading", "3. Kinh nghiệm xây dựng bản yêu cầu điều tra"),
    (
        "paragraph",
        "<p>Từ những bản yêu cầu được đánh giá tốt, có thể rút ra cách làm gồm ba lớp. <b>Lớp thứ "
        "nhất – việc phải làm ngay trong 24 đến 48 giờ:</b> phong tỏa tài khoản, yêu cầu ngân "
        "hàng cung cấp thông tin chủ tài khoản và sao kê, đề nghị nhà cung cấp dịch vụ lưu giữ dữ "
        "liệu, thu giữ và bảo quản điện thoại của người bị hại để sao chép nội dung trao đổi.</p>",
    ),
    (
        "paragraph",
        "<p><b>Lớp thứ hai – việc làm rõ con đường của dòng tiền:</b> lập sơ đồ các tài khoản "
        "theo thứ tự thời gian, xác định điểm rút tiền mặt, dữ liệu hình ảnh tại điểm rút, thông "
        "tin thiết bị đăng nhập. Sơ đồ nên được vẽ và cập nhật liên tục; mỗi mũi tên trong sơ đồ "
        "phải gắn với một tài liệu cụ thể trong hồ sơ.</p>",
    ),
    (
        "paragraph",
        "<p><b>Lớp thứ ba – việc chứng minh ý thức chủ quan và vai trò:</b> người cho thuê, cho "
        "mượn tài khoản có biết mục đích sử dụng hay không; người rút tiền được hưởng lợi gì; ai "
        "là người điều hành, phân công. Đây là phần dễ bị bỏ qua, dẫn đến khó phân hóa trách "
        "nhiệm khi truy tố và tranh luận.</p>",
    ),
    (
        "gallery",
        (
            picture("may-tinh", "Phân tích dữ liệu, lập sơ đồ dòng tiền."),
            picture("ho-so", "Đối chiếu sao kê với lời khai trong hồ sơ."),
            picture("hop-ban", "Trao đổi giữa Kiểm sát viên và Điều tra viên."),
        ),
    ),
    (
        "accordion",
        (
            (
                "Nên ban hành một bản hay nhiều bản yêu cầu điều tra?",
                "<p>Tùy tính chất vụ án. Kinh nghiệm cho thấy nên có một bản ngay khi khởi tố cho "
                "những việc cấp bách, sau đó bổ sung theo diễn biến, thay vì chờ đủ thông tin mới "
                "viết một bản dài.</p>",
            ),
            (
                "Khi yêu cầu chưa được thực hiện thì xử lý thế nào?",
                "<p>Kiểm sát viên trao đổi trực tiếp để rõ lý do, ghi nhận trong hồ sơ kiểm sát "
                "và báo cáo lãnh đạo. Nếu yêu cầu không còn phù hợp thì điều chỉnh; nếu cần thiết "
                "mà không thực hiện thì có văn bản nhắc lại.</p>",
            ),
            (
                "Chứng cứ do người bị hại tự chụp màn hình có giá trị không?",
                "<p>Đó là nguồn thông tin quan trọng ban đầu nhưng cần được kiểm tra: thu giữ "
                "thiết bị, sao chép dữ liệu gốc, lập biên bản và trưng cầu giám định khi có nghi "
                "ngờ.</p>",
            ),
        ),
    ),
)

_PROPOSALS: tuple[Block, ...] = (
    (
        "quote",
        {
            "text": "Yêu cầu điều tra tốt là khi người đọc biết ngay ngày mai mình phải đi đâu, gặp ai, "
            "hỏi gì và mang về tài liệu nào.",
            "attribution": "Một Kiểm sát viên tham gia khảo sát (mẫu)",
        },
    ),
    ("heading", "4. Một số đề xuất"),
    (
        "paragraph",
        "<p>Để nâng cao chất lượng yêu cầu điều tra đối với loại án này, nhóm tác giả đề "
        "xuất:</p><ul><li>xây dựng bảng gợi ý nội dung yêu cầu theo từng thủ đoạn, cập nhật mỗi "
        "quý;</li><li>lập danh bạ đầu mối của ngân hàng, doanh nghiệp viễn thông, đơn vị cung cấp "
        "dịch vụ để rút ngắn thời gian liên hệ;</li><li>tổ chức tập huấn chung giữa Kiểm sát viên "
        "và Điều tra viên về dữ liệu điện tử, dòng tiền số;</li><li>đưa tiêu chí về thời điểm và "
        "tính cụ thể vào việc đánh giá chất lượng Kiểm sát viên;</li><li>sau mỗi vụ án, dành một "
        "buổi rút kinh nghiệm chung, lưu lại thành tài liệu ngắn.</li></ul>",
    ),
    (
        "paragraph",
        "<p>Cần nhấn mạnh rằng bảng gợi ý không thay thế tư duy của người làm án. Mỗi vụ việc có "
        "hoàn cảnh riêng; sao chép máy móc sẽ quay lại đúng hạn chế đã nêu. Điều quan trọng là "
        "Kiểm sát viên hiểu mình đang cần chứng minh điều gì và tài liệu nào chứng minh được điều "
        "đó.</p>",
    ),
    (
        "notice",
        {
            "tone": "warning",
            "text": "<p>Khi phát hiện mình bị lừa chuyển tiền, người dân hãy giữ nguyên điện thoại, "
            "không xóa tin nhắn, liên hệ ngay với ngân hàng và trình báo cơ quan Công an. Mỗi giờ "
            "sớm hơn đều làm tăng khả năng thu hồi tài sản.</p>",
        },
    ),
    (
        "paragraph",
        "<p>Đấu tranh với tội phạm trên không gian mạng là công việc lâu dài, đòi hỏi sự chung "
        "tay của nhiều cơ quan và ý thức cảnh giác của mỗi người dân. Ở góc độ nghề nghiệp, nâng "
        "cao chất lượng từng bản yêu cầu điều tra là việc làm cụ thể, trong tầm tay của mỗi Kiểm "
        "sát viên. Nhóm tác giả mong nhận được ý kiến trao đổi của đồng nghiệp để tiếp tục hoàn "
        "thiện.</p>",
    ),
)

BODY: tuple[Block, ...] = (*_WHY, *_FINDINGS, *_METHOD, *_PROPOSALS)
