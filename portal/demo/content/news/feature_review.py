"""The half-year review of the two levels. Figures are invented; each share follows from its row."""

from __future__ import annotations

from portal.demo.content.pictures import picture
from portal.demo.content.types import Block

TITLE = (
    "Sơ kết công tác kiểm sát 6 tháng đầu năm {year}: giữ vững kỷ cương, nâng chất lượng từng khâu"
)
LEAD = (
    "Sáu tháng đầu năm {year}, hai cấp kiểm sát tỉnh Lạng Sơn đã giải quyết 90,22% nguồn tin về "
    "tội phạm, 83,63% án hình sự ở giai đoạn kiểm sát điều tra; không để xảy ra oan, sai. Hội "
    "nghị sơ kết cũng thẳng thắn chỉ ra những khâu còn yếu."
)


def body(year: int) -> tuple[Block, ...]:
    return (*_opening(year), *_criminal(), *_other_fields(), *_building(), *_outlook(year))


def _opening(year: int) -> tuple[Block, ...]:
    return (
        (
            "paragraph",
            f"<p>Trung tuần tháng 7/{year}, Viện kiểm sát nhân dân tỉnh Lạng Sơn tổ chức hội nghị "
            "sơ kết công tác 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm. Hội nghị "
            "được truyền hình trực tiếp tới 11 điểm cầu, với sự tham dự của lãnh đạo, Kiểm sát "
            "viên và công chức hai cấp.</p>",
        ),
        (
            "paragraph",
            "<p>Khác với những lần trước, báo cáo trung tâm chỉ dài tám trang; phần lớn thời gian "
            "được dành cho thảo luận. Mỗi đơn vị được yêu cầu trả lời ba câu hỏi: việc gì đã làm "
            "tốt, việc gì chưa làm được và sẽ làm khác đi như thế nào. Cách tổ chức này giúp hội "
            "nghị đi thẳng vào vấn đề, tránh tình trạng kể thành tích.</p>",
        ),
        (
            "image",
            picture("tru-so", "Trụ sở Viện kiểm sát nhân dân tỉnh, nơi đặt điểm cầu trung tâm."),
        ),
        ("heading", "Bức tranh chung qua những con số"),
        (
            "paragraph",
            "<p>Tình hình tội phạm trên địa bàn tỉnh cơ bản được kiềm chế nhưng có những diễn "
            "biến đáng chú ý. Tội phạm về ma túy vẫn chiếm tỷ lệ cao nhất; lừa đảo chiếm đoạt tài "
            "sản trên không gian mạng tăng cả về số vụ và giá trị thiệt hại; ở khu vực biên giới, "
            "hành vi tổ chức cho người khác xuất cảnh, nhập cảnh trái phép và vận chuyển hàng cấm "
            "tiềm ẩn phức tạp. Án dân sự, nhất là tranh chấp đất đai, hợp đồng tín dụng, tiếp tục "
            "tăng.</p>",
        ),
        (
            "table",
            {
                "caption": f"Kết quả một số khâu công tác chủ yếu, 6 tháng đầu năm {year}",
                "header": ["Khâu công tác", "Phải giải quyết", "Đã giải quyết", "Tỷ lệ"],
                "rows": [
                    ["Nguồn tin về tội phạm (tin)", "1.248", "1.126", "90,22%"],
                    ["Kiểm sát điều tra án hình sự (vụ)", "684", "572", "83,63%"],
                    ["Xét xử sơ thẩm án hình sự (vụ)", "548", "481", "87,77%"],
                    [
                        "Dân sự, hành chính, thương mại, lao động (vụ, việc)",
                        "1.932",
                        "1.396",
                        "72,26%",
                    ],
                    ["Thi hành án dân sự có điều kiện (việc)", "3.860", "2.509", "65%"],
                    ["Khiếu nại, tố cáo thuộc thẩm quyền (đơn)", "64", "61", "95,31%"],
                ],
            },
        ),
        (
            "paragraph",
            "<p>Đằng sau những tỷ lệ ấy là khối lượng công việc rất lớn so với biên chế hiện có. "
            "Bình quân mỗi Kiểm sát viên ở các đơn vị cấp dưới cùng lúc theo dõi nhiều khâu công "
            "tác, vừa làm án hình sự, vừa kiểm sát án dân sự và thi hành án. Vì vậy, việc phân "
            "công hợp lý, ứng dụng công nghệ để bớt thời gian cho các thao tác thủ công được "
            "nhiều đại biểu coi là lời giải căn bản.</p>",
        ),
    )


def _criminal() -> tuple[Block, ...]:
    return (
        ("heading", "Công tố gắn với điều tra, tranh tụng thực chất hơn"),
        (
            "paragraph",
            "<p>Trong lĩnh vực hình sự, dấu ấn rõ nhất là Kiểm sát viên vào cuộc sớm. Ngay từ khi "
            "tiếp nhận nguồn tin, Viện kiểm sát đã phân công người theo dõi, đề ra yêu cầu kiểm "
            "tra, xác minh bằng văn bản. Nhờ đó, 1.126 trong tổng số 1.248 nguồn tin được giải "
            "quyết, đạt 90,22%; 122 nguồn tin còn lại đang trong thời hạn. Không có trường hợp "
            "nào khởi tố sau phải đình chỉ do hành vi không cấu thành tội phạm.</p>",
        ),
        (
            "paragraph",
            "<p>Hai cấp kiểm sát đã phối hợp với Tòa án tổ chức 88 phiên tòa rút kinh nghiệm, gồm "
            "52 phiên tòa hình sự, 30 phiên tòa dân sự và 6 phiên tòa hành chính. Tại nhiều phiên "
            "tòa, chứng cứ được số hóa, trình chiếu công khai; người bào chữa và bị cáo có điều "
            "kiện xem, đối chiếu và tranh luận đến cùng. Chất lượng luận tội, đối đáp được nâng "
            "lên, văn hóa ứng xử được chú trọng.</p>",
        ),
        (
            "gallery",
            (
                picture("phap-dinh", "Phiên tòa rút kinh nghiệm."),
                picture("ho-so", "Nghiên cứu hồ sơ trước phiên tòa."),
                picture("may-tinh", "Chuẩn bị chứng cứ số để trình chiếu."),
            ),
        ),
        (
            "paragraph",
            "<p>Công tác kiểm sát tạm giữ, tạm giam, thi hành án hình sự tiếp tục nền nếp. Các "
            "đơn vị tiến hành 96 cuộc trực tiếp kiểm sát tại nơi giam, giữ, cơ quan thi hành án "
            "hình sự và Ủy ban nhân dân cấp xã. Không xảy ra quá hạn tạm giữ, tạm giam; nhiều "
            "thiếu sót trong hồ sơ giám sát, giáo dục người chấp hành án tại cộng đồng được chỉ "
            "ra và khắc phục.</p>",
        ),
    )


def _other_fields() -> tuple[Block, ...]:
    return (
        ("heading", "Dân sự, thi hành án: có chuyển biến nhưng chưa đều"),
        (
            "paragraph",
            "<p>Sáu tháng qua, hai cấp kiểm sát ban hành 27 kháng nghị và 118 kiến nghị trong tất "
            "cả các lĩnh vực. Tuy nhiên, khi phân tích theo từng khâu, số kháng nghị, kiến nghị "
            "về dân sự, hành chính và thi hành án dân sự còn khiêm tốn, tập trung ở một vài đơn "
            "vị. Có nơi cả kỳ chưa phát hiện được vi phạm để kiến nghị, trong khi thực tế không "
            "phải là không có.</p>",
        ),
        (
            "paragraph",
            "<p>Nguyên nhân được chỉ ra là Kiểm sát viên làm công tác dân sự thường kiêm nhiệm, "
            "ít được bồi dưỡng chuyên sâu; việc sao chụp hồ sơ, nghiên cứu bản án chưa thường "
            "xuyên; quan hệ phối hợp ở một số nơi còn nể nang. Hội nghị thống nhất chọn kiểm sát "
            "bản án, quyết định dân sự và phân loại điều kiện thi hành án làm hai khâu đột phá "
            "trong những tháng cuối năm.</p>",
        ),
        (
            "quote",
            {
                "text": "Một kiến nghị tốt không đo bằng số trang mà đo bằng việc sau đó vi phạm có lặp "
                "lại hay không. Chúng ta phải theo đến cùng những gì mình đã kiến nghị.",
                "attribution": "Đại diện lãnh đạo VKSND tỉnh Lạng Sơn phát biểu tại hội nghị (mẫu)",
            },
        ),
        (
            "paragraph",
            "<p>Trong công tác tiếp công dân, người đứng đầu Viện kiểm sát hai cấp duy trì lịch "
            "tiếp ít nhất một ngày mỗi tháng. Toàn tỉnh tiếp nhận 412 đơn các loại; trong 64 đơn "
            "khiếu nại, tố cáo thuộc thẩm quyền có 61 đơn được giải quyết xong, đạt 95,31%. Kết "
            "quả giải quyết được thông báo bằng văn bản, nhiều vụ việc kết thúc ngay sau đối "
            "thoại.</p>",
        ),
    )


def _building() -> tuple[Block, ...]:
    return (
        ("heading", "Xây dựng Ngành, chuyển đổi số và truyền thông"),
        (
            "paragraph",
            "<p>Công tác xây dựng Đảng, tổ chức cán bộ được thực hiện đồng bộ; kỷ luật, kỷ cương "
            "công vụ được siết chặt. Phong trào tự đào tạo sôi nổi hơn với các hình thức sinh "
            "hoạt chuyên môn, thi luận tội, hội thảo nghiệp vụ. Trên nền tảng số, phần mềm quản "
            "lý án được cập nhật hằng ngày, giúp lãnh đạo nắm tiến độ từng vụ mà không phải chờ "
            "báo cáo giấy.</p>",
        ),
        (
            "paragraph",
            "<p>Về truyền thông, Ban Biên tập Cổng thông tin nhận 486 tin, bài, đăng 395 tin, "
            "bài, đạt tỷ lệ 81,28%. Tin, bài về hình sự và tạm giữ, tạm giam chiếm phần lớn, "
            "trong khi án dân sự, thi hành án dân sự và nghiên cứu nghiệp vụ còn thiếu vắng. Một "
            "vài đơn vị nhiều tuần không có tin, bài. Đây là điều Ban Biên tập đề nghị các đơn vị "
            "khắc phục ngay.</p>",
        ),
        (
            "notice",
            {
                "tone": "info",
                "text": "<p>Từ kỳ này, chỉ tiêu tin, bài được giao theo khâu công tác chứ không chỉ theo "
                "tổng số, để bạn đọc thấy được đầy đủ hoạt động của ngành Kiểm sát.</p>",
            },
        ),
    )


def _outlook(year: int) -> tuple[Block, ...]:
    return (
        ("heading", f"Năm nhiệm vụ trọng tâm 6 tháng cuối năm {year}"),
        (
            "paragraph",
            "<p>Kết luận hội nghị, lãnh đạo Viện kiểm sát nhân dân tỉnh yêu cầu toàn Ngành trong "
            "tỉnh tập trung:</p><ul><li>giải quyết án đúng thời hạn, kiên quyết không để án kéo "
            "dài không có lý do, không để oan, sai, bỏ lọt tội phạm;</li><li>tạo chuyển biến rõ "
            "rệt trong kiểm sát án dân sự, hành chính và thi hành án dân sự;</li><li>thực hiện "
            "nghiêm lịch tiếp công dân, công khai kết quả giải quyết đơn;</li><li>đẩy mạnh số "
            "hóa, bảo đảm an toàn thông tin và dữ liệu cá nhân;</li><li>nâng cao chất lượng, cân "
            "đối nội dung tuyên truyền, hướng mạnh về cơ sở.</li></ul>",
        ),
        (
            "paragraph",
            "<p>Mỗi nhiệm vụ được giao cho một lãnh đạo phụ trách, gắn với mốc thời gian và chỉ "
            "số đo lường. Hằng tháng, Văn phòng tổng hợp công bố tiến độ trong nội bộ để các đơn "
            "vị cùng theo dõi. Đơn vị làm tốt được biểu dương kịp thời; đơn vị chậm phải giải "
            "trình và nêu biện pháp khắc phục.</p>",
        ),
        (
            "paragraph",
            "<p>Khép lại hội nghị, nhiều đại biểu chia sẻ cảm nhận chung: áp lực công việc còn "
            "lớn, nhưng khi mục tiêu rõ ràng, cách làm thống nhất và mỗi người thấy được phần "
            "việc của mình trong kết quả chung, khó khăn nào cũng có hướng tháo gỡ. Sự tin cậy "
            "của Nhân dân các dân tộc xứ Lạng chính là thước đo cuối cùng cho mọi nỗ lực ấy.</p>",
        ),
    )
