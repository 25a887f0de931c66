"""Infographics, videos and podcasts, each with its words.

The film shows five slides that its captions repeat; the sound file is a jingle of a few seconds, and the
words of the podcast say so.
"""

from __future__ import annotations

from . import types as t
from .types import Cited, EducationSample, paragraphs, points

FILM = {"recording": "cuoc-goi-lua-dao.webm", "captions": "cuoc-goi-lua-dao.vtt"}
SOUND = {"recording": "nhac-hieu.webm"}
JINGLE = "[Tệp âm thanh mẫu chỉ có nhạc hiệu của chương trình; lời dưới đây là kịch bản.]"


def _infographic(
    unit: str | None,
    title: str,
    lead: str,
    picture: str,
    *steps: str,
    fields: tuple[str, ...],
    cites: tuple[Cited, ...],
    audiences: tuple[str, ...] = (),
) -> EducationSample:
    items = "".join(f"<li>{step}</li>" for step in steps)
    parts = {"text_alternative": f"<p>Tranh gồm bốn ô, đọc từ trên xuống:</p><ol>{items}</ol>"}
    return EducationSample(
        unit, "infographic", title, lead, fields, audiences, cites, parts, picture=picture
    )


RECORDED = (
    _infographic(
        None,
        "Bốn bước khi gửi đơn tới Viện kiểm sát",
        "Từ lúc viết đơn đến lúc nhận trả lời.",
        "tranh-gui-don",
        "Ô 1, tập hồ sơ: viết đơn rõ họ tên, địa chỉ, nội dung yêu cầu, kèm tài liệu.",
        "Ô 2, phòng tiếp công dân: nộp tại trụ sở, qua bưu chính hoặc cổng thông tin, nhận giấy biên nhận.",
        "Ô 3, người nghiên cứu hồ sơ: đơn được phân loại, chuyển đúng nơi có thẩm quyền.",
        "Ô 4, cán cân công lý: bạn nhận văn bản trả lời có nêu lý do.",
        fields=(t.FIELD_ADMIN,),
        cites=(Cited(t.RECEPTION), Cited(t.COMPLAINTS)),
    ),
    _infographic(
        "tp-lang-son",
        "Nhận diện lừa đảo qua điện thoại",
        "Bốn tranh cho người lớn tuổi trong nhà.",
        "tranh-lua-dao",
        "Ô 1, bàn tay cầm điện thoại có dấu cảnh báo: người lạ tự xưng cán bộ, dọa bắt.",
        "Ô 2, màn hình máy tính: họ gửi liên kết, bảo cài ứng dụng lạ. Không bấm.",
        "Ô 3, người dân ở phòng tiếp dân: hỏi trực tiếp cơ quan hoặc người thân.",
        "Ô 4, trụ sở cơ quan: trình báo Công an, mang theo tin nhắn và biên lai.",
        fields=(t.FIELD_CYBER,),
        cites=(Cited(t.PENAL_CODE, "174"),),
        audiences=(t.BORDER,),
    ),
    _infographic(
        "chi-lang",
        "Đường đến trường an toàn",
        "Bốn tranh về an toàn giao thông cho học sinh.",
        "tranh-den-truong",
        "Ô 1, bản làng buổi sáng: dậy sớm, không phóng nhanh cho kịp giờ.",
        "Ô 2, con đường đèo: đi đúng phần đường, xuống dốc đi chậm.",
        "Ô 3, cây cầu qua sông: không chen nhau, không đùa nghịch trên cầu.",
        "Ô 4, lớp học: đến lớp an toàn, kể cho bạn nghe điều mình biết.",
        fields=(t.FIELD_ROAD,),
        cites=(Cited(t.ROAD),),
        audiences=(t.PUPILS,),
    ),
    _infographic(
        "van-lang",
        "Phòng, chống mua bán người ở vùng biên",
        "Bốn dấu hiệu và bốn việc nên làm.",
        "tranh-bien-gioi",
        "Ô 1, chợ phiên: cảnh giác với người mới quen hứa việc nhẹ lương cao.",
        "Ô 2, cửa khẩu: chỉ qua biên giới khi có giấy tờ và đi đúng cửa khẩu.",
        "Ô 3, điện thoại có dấu cảnh báo: lưu số 111 và số đồn biên phòng.",
        "Ô 4, buổi nói chuyện ở nhà văn hóa: kể cho nhau nghe để không ai bị lừa.",
        fields=(t.FIELD_TRAFFICKING,),
        cites=(Cited(t.TRAFFICKING),),
        audiences=(t.BORDER, t.WOMEN),
    ),
    EducationSample(
        None,
        "video",
        "Phim ngắn: cuộc gọi lừa đảo",
        "Mười lăm giây để nhớ điều quan trọng nhất khi có người lạ gọi điện.",
        (t.FIELD_CYBER,),
        (t.BORDER, t.WORKERS),
        (Cited(t.PENAL_CODE, "174"),),
        {
            "transcript": points(
                "Nhận diện cuộc gọi lừa đảo.",
                "Cơ quan tố tụng không làm việc qua điện thoại.",
                "Không đọc mã OTP cho bất kỳ ai.",
                "Không chuyển tiền để “chứng minh trong sạch”.",
                "Dừng lại – gọi 113 hoặc báo Công an xã.",
            )
        },
        picture="dien-thoai",
        files=FILM,
    ),
    EducationSample(
        "huu-lung",
        "video",
        "Phim ngắn dùng tại buổi nói chuyện ở thôn",
        "Đoàn viên của đơn vị chiếu phim này trước khi trả lời câu hỏi của bà con.",
        (t.FIELD_CYBER,),
        (t.BORDER,),
        (Cited(t.PENAL_CODE, "174"), Cited(t.EDUCATION)),
        body=(
            "Sau phim, bà con thường hỏi: nếu đã lỡ đọc mã OTP thì làm gì? Hãy gọi ngay ngân hàng để khóa "
            "tài khoản, rồi đến Công an xã.",
        ),
        picture="tuyen-truyen",
        files=FILM,
    ),
    EducationSample(
        "bac-son",
        "video",
        "Video giới thiệu về Ngày Pháp luật",
        "Video nằm ở trang ngoài; nội dung bằng chữ ở ngay dưới ảnh bìa.",
        (t.FIELD_ADMIN,),
        (t.PUPILS,),
        (Cited(t.EDUCATION, "8"),),
        {
            "transcript": paragraphs(
                "Ngày 9/11 hằng năm là Ngày Pháp luật. Mỗi người hãy chọn một điều luật gần với mình, đọc và "
                "kể lại cho người bên cạnh."
            )
        },
        picture="lop-hoc",
        embed_url="https://www.youtube.com/watch?v=video-mau",
    ),
    EducationSample(
        None,
        "podcast",
        "Podcast Mỗi tuần một điều luật: quyền im lặng",
        "Người bị buộc tội không buộc phải đưa ra lời khai chống lại chính mình.",
        (t.FIELD_PROCEDURE,),
        (),
        (Cited(t.PENAL_PROCEDURE, "58"),),
        {
            "transcript": paragraphs(
                JINGLE,
                "Xin chào quý vị. Tuần này chúng ta nói về một quyền mà nhiều người gọi là quyền im lặng.",
                "Bộ luật Tố tụng hình sự không dùng chữ ấy, nhưng nói rõ: người bị giữ, bị bắt, bị "
                "can, bị cáo "
                "không buộc phải đưa ra lời khai chống lại chính mình hoặc buộc phải nhận mình có tội.",
                "Điều đó không có nghĩa là không nên hợp tác. Khai báo thành khẩn là tình tiết giảm "
                "nhẹ. Nhưng "
                "lời khai phải tự nguyện, và bạn có quyền chờ người bào chữa.",
            )
        },
        files=SOUND,
    ),
    EducationSample(
        "binh-gia",
        "podcast",
        "Podcast tiếng nói bản làng: làm giấy khai sinh cho con",
        "Khai sinh là quyền đầu tiên của mỗi đứa trẻ.",
        (t.FIELD_ADMIN,),
        (t.BORDER, t.WOMEN),
        (Cited(t.CHILDREN),),
        {
            "transcript": paragraphs(
                JINGLE,
                "Chào bà con. Con sinh ra rồi, việc đầu tiên nên làm là đi khai sinh tại Ủy ban nhân dân xã, "
                "không mất tiền khi làm đúng hạn.",
                "Có giấy khai sinh, con mới có thẻ bảo hiểm y tế, mới đi học và sau này có căn cước. Nhà xa, "
                "đường khó thì nhờ trưởng thôn, hoặc làm trực tuyến với sự giúp đỡ của cán bộ xã.",
            )
        },
        files=SOUND,
    ),
)
