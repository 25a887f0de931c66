"""Leaflets: three or four panels each, short enough for their place on paper."""

from __future__ import annotations

from . import types as t
from .types import Cited, EducationSample, paragraphs, points

LEAFLETS = (
    EducationSample(
        None,
        "to-gap",
        "Năm điều cần nhớ khi có người lạ gọi điện",
        "Tờ gấp nhỏ để trên bàn điện thoại của ông bà.",
        (t.FIELD_CYBER,),
        (t.BORDER, t.WORKERS),
        (Cited(t.PENAL_CODE, "174"),),
        panels=(
            (
                "Kẻ gian thường nói gì?",
                points(
                    "“Ông bà liên quan đến một đường dây phạm tội.”",
                    "“Chuyển tiền vào tài khoản này để kiểm tra, sau sẽ trả lại.”",
                    "“Không được nói với ai, kể cả người nhà.”",
                ),
            ),
            (
                "Năm điều cần nhớ",
                "<ol><li>Dừng cuộc gọi.</li><li>Không chuyển tiền.</li><li>Không đọc mã OTP, mật khẩu.</li>"
                "<li>Không bấm vào liên kết lạ.</li><li>Hỏi con cháu hoặc Công an xã.</li></ol>",
            ),
            (
                "Nếu đã chuyển tiền",
                paragraphs(
                    "Gọi ngay ngân hàng để yêu cầu phong tỏa giao dịch. Giữ lại số máy, tin nhắn, biên lai.",
                    "Đến Công an xã trình báo càng sớm càng tốt.",
                ),
            ),
            (
                "Viện kiểm sát làm việc thế nào?",
                paragraphs(
                    "Bằng giấy mời, giấy triệu tập, tại trụ sở. Không qua điện thoại, không qua mạng xã hội, "
                    "không thu tiền."
                ),
            ),
        ),
    ),
    EducationSample(
        "cao-loc",
        "to-gap",
        "Quyền của người bị tạm giữ, người bị tạm giam",
        "Người bị tạm giữ, tạm giam vẫn có những quyền mà không ai được xâm phạm.",
        (t.FIELD_PROCEDURE,),
        (t.CONVICTED,),
        (Cited(t.PENAL_PROCEDURE),),
        panels=(
            (
                "Được biết và được nói",
                points(
                    "Được biết lý do mình bị tạm giữ, bị tạm giam.",
                    "Được thông báo về quyền và nghĩa vụ.",
                    "Được trình bày lời khai, không buộc phải nhận mình có tội.",
                ),
            ),
            (
                "Được bảo vệ",
                points(
                    "Tự bào chữa hoặc nhờ người bào chữa.",
                    "Không bị bức cung, dùng nhục hình.",
                    "Được khám, chữa bệnh.",
                ),
            ),
            (
                "Khiếu nại ở đâu?",
                paragraphs(
                    "Gửi đơn tới cơ sở giam giữ hoặc Viện kiểm sát có thẩm quyền. Kiểm sát viên trực "
                    "tiếp kiểm "
                    "sát nơi giam giữ theo định kỳ và khi cần."
                ),
            ),
        ),
    ),
    EducationSample(
        "trang-dinh",
        "to-gap",
        "Phòng, chống bạo lực gia đình",
        "Im lặng không làm bạo lực dừng lại. Nói ra là bước đầu tiên.",
        (t.FIELD_CIVIL,),
        (t.WOMEN,),
        (Cited(t.VIOLENCE),),
        panels=(
            (
                "Thế nào là bạo lực gia đình?",
                points(
                    "Đánh đập, hành hạ.",
                    "Lăng mạ, cô lập, đe dọa.",
                    "Giữ hết tiền, cấm đi làm, đi học.",
                    "Ép buộc quan hệ vợ chồng.",
                ),
            ),
            (
                "Khi bị bạo lực",
                "<ol><li>Đến nơi an toàn.</li><li>Gọi 113, 111 hoặc Công an xã.</li><li>Đi khám, giữ "
                "giấy khám.</li>"
                "<li>Nhờ Hội Phụ nữ, người thân.</li></ol>",
            ),
            (
                "Người biết chuyện",
                paragraphs(
                    "Ai thấy bạo lực đều có trách nhiệm báo. Người báo tin được giữ bí mật và được bảo vệ."
                ),
            ),
        ),
    ),
    EducationSample(
        "loc-binh",
        "to-gap",
        "An toàn giao thông cho học sinh",
        "Đi học về đến nhà: đó là bài học đầu tiên.",
        (t.FIELD_ROAD,),
        (t.PUPILS,),
        (Cited(t.ROAD),),
        panels=(
            (
                "Trước khi đi",
                points(
                    "Đội mũ bảo hiểm, cài quai.", "Kiểm tra phanh, đèn.", "Không chở quá số người."
                ),
            ),
            (
                "Trên đường",
                points(
                    "Đi bên phải, không dàn hàng ngang.",
                    "Không dùng điện thoại khi đi xe.",
                    "Dừng lại trước vạch khi đèn đỏ.",
                ),
            ),
            (
                "Đèo dốc, trời mù",
                paragraphs(
                    "Đi chậm, bật đèn, giữ khoảng cách. Xuống dốc dùng cả hai phanh, không tắt máy."
                ),
            ),
        ),
    ),
)
