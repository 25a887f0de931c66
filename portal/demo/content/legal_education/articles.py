"""Articles."""

from __future__ import annotations

from . import types as t
from .types import Cited, EducationSample


def _article(
    unit: str | None,
    title: str,
    lead: str,
    *body: str,
    fields: tuple[str, ...],
    cites: tuple[Cited, ...],
    picture: str,
    audiences: tuple[str, ...] = (),
) -> EducationSample:
    return EducationSample(
        unit, "bai-viet", title, lead, fields, audiences, cites, body=body, picture=picture
    )


ARTICLES = (
    _article(
        None,
        "Ngày Pháp luật 9/11: sống và làm việc theo Hiến pháp, pháp luật",
        "Ngày 9/11 nhắc mỗi người một điều giản dị: biết luật để bảo vệ mình và tôn trọng người khác.",
        "Luật Phổ biến, giáo dục pháp luật số 14/2012/QH13 lấy ngày 9/11 hằng năm là Ngày Pháp luật, nhằm "
        "tôn vinh Hiến pháp, pháp luật, giáo dục ý thức thượng tôn pháp luật.",
        "# Mỗi nhà làm được gì?",
        "Đọc một điều luật gần với cuộc sống của mình: đội mũ bảo hiểm, trả lương đúng hạn, khai sinh cho "
        "con. Hỏi khi chưa rõ. Hòa giải trước khi kiện. Nói với con về quyền và bổn phận của trẻ em.",
        "# Viện kiểm sát làm gì?",
        "Hai cấp kiểm sát trong tỉnh tổ chức nói chuyện tại trường học, chợ phiên, nhà văn hóa thôn và trả "
        "lời câu hỏi của bà con trên chuyên mục này.",
        fields=(t.FIELD_ADMIN,),
        cites=(Cited(t.EDUCATION, "8"),),
        picture="tuyen-truyen",
    ),
    _article(
        None,
        "Suy đoán vô tội: chưa có bản án thì chưa phải là người có tội",
        "Người bị buộc tội được coi là không có tội cho đến khi có bản án kết tội đã có hiệu lực pháp luật.",
        "Nguyên tắc suy đoán vô tội được ghi tại Điều 13 Bộ luật Tố tụng hình sự số 101/2015/QH13. Khi không "
        "đủ và không thể làm sáng tỏ căn cứ để buộc tội thì phải kết luận người đó không có tội.",
        "# Với người dùng mạng xã hội",
        "Đăng tên, ảnh một người kèm lời kết tội khi Tòa án chưa xử có thể xâm phạm danh dự của họ. Hãy chờ "
        "thông tin chính thức và không chia sẻ lời đồn.",
        fields=(t.FIELD_PROCEDURE,),
        cites=(Cited(t.PENAL_PROCEDURE, "13"),),
        picture="phap-dinh",
    ),
    _article(
        "chi-lang",
        "Người dưới 18 tuổi phạm tội được xử lý thế nào?",
        "Mục đích trước hết là giáo dục, giúp các em sửa chữa sai lầm và trở thành người có ích.",
        "Tuổi chịu trách nhiệm hình sự được quy định tại Điều 12 Bộ luật Hình sự số 100/2015/QH13: từ đủ 16 "
        "tuổi chịu trách nhiệm về mọi tội phạm, từ đủ 14 tuổi đến dưới 16 tuổi về một số tội nghiêm trọng "
        "mà điều luật liệt kê.",
        "# Gia đình và nhà trường",
        "Các em cần có người thân và người bào chữa bên cạnh trong suốt quá trình tố tụng. Thông tin của các "
        "em được giữ kín. Nhiều vụ việc bắt đầu từ một lời rủ rê: hãy hỏi con mỗi ngày đã chơi với ai.",
        fields=(t.FIELD_PENAL,),
        cites=(Cited(t.PENAL_CODE, "12"), Cited(t.CHILDREN)),
        picture="lop-hoc",
        audiences=(t.PUPILS, t.YOUTH),
    ),
    _article(
        "tp-lang-son",
        "Uống rượu bia thì không lái xe",
        "Pháp luật cấm người điều khiển phương tiện mà trong máu hoặc hơi thở có nồng độ cồn.",
        "Quy định này bảo vệ cả người lái và người đi đường. Uống rồi thì đi nhờ, đi taxi hoặc nghỉ lại.",
        "# Nếu gây tai nạn",
        "Vi phạm quy định về tham gia giao thông đường bộ gây hậu quả nghiêm trọng có thể bị xử lý theo "
        "Điều 260 Bộ luật Hình sự số 100/2015/QH13. Người gây tai nạn phải dừng xe, cứu người bị nạn và báo "
        "cơ quan chức năng.",
        fields=(t.FIELD_ROAD,),
        cites=(Cited(t.ROAD), Cited(t.PENAL_CODE, "260")),
        picture="giao-thong",
        audiences=(t.WORKERS, t.YOUTH),
    ),
    _article(
        "van-quan",
        "Qua biên giới: đi đúng cửa khẩu, đủ giấy tờ",
        "Đi làm thuê bằng đường mòn là tự đặt mình vào tay kẻ buôn người.",
        "Cư dân biên giới qua lại phải có giấy tờ hợp lệ và đi qua cửa khẩu, lối mở được phép. Lời mời “việc "
        "nhẹ lương cao”, không cần giấy tờ thường là bẫy.",
        "# Dấu hiệu phải nghi ngờ",
        "Người môi giới giữ giấy tờ của bạn, không cho gọi về nhà, hứa trả tiền cho gia đình trước. Hãy dừng "
        "lại và gọi tổng đài 111 hoặc đồn biên phòng.",
        fields=(t.FIELD_TRAFFICKING,),
        cites=(Cited(t.TRAFFICKING), Cited(t.PENAL_CODE, "150")),
        picture="cua-khau",
        audiences=(t.BORDER, t.WOMEN),
    ),
    _article(
        "cao-loc",
        "Hòa giải ở cơ sở: được việc mà giữ được tình làng",
        "Nhiều tranh chấp nhỏ có thể khép lại bằng một buổi ngồi với nhau có người hòa giải.",
        "Luật Hòa giải ở cơ sở số 35/2013/QH13 coi trọng sự tự nguyện: các bên tự thỏa thuận, hòa giải viên "
        "hướng dẫn, không ép buộc và không thu tiền.",
        "# Việc nào không hòa giải ở cơ sở?",
        "Những việc xâm phạm lợi ích của Nhà nước, tội phạm phải xử lý hình sự, việc trái đạo đức xã hội thì "
        "phải do cơ quan có thẩm quyền giải quyết.",
        fields=(t.FIELD_CIVIL,),
        cites=(Cited(t.MEDIATION),),
        picture="ban-lang",
        audiences=(t.BORDER,),
    ),
    _article(
        "huu-lung",
        "Quyền của người khuyết tật khi đến cơ quan nhà nước",
        "Người khuyết tật được bảo đảm tiếp cận thông tin, nơi làm việc và được trợ giúp khi cần.",
        "Luật Người khuyết tật số 51/2010/QH12 cấm kỳ thị, phân biệt đối xử. Cơ quan phải bố trí lối đi, chỗ "
        "ngồi và người hướng dẫn phù hợp.",
        "Trên cổng thông tin này, mỗi video có phụ đề, mỗi podcast có lời bằng chữ và mỗi tranh có nội dung "
        "bằng chữ. Nếu gặp chỗ khó dùng, hãy gọi đường dây nóng để chúng tôi sửa.",
        fields=(t.FIELD_ADMIN,),
        cites=(Cited(t.DISABLED),),
        picture="tiep-dan",
        audiences=(t.DISABLED_PEOPLE,),
    ),
    _article(
        "loc-binh",
        "Không ai được giữ lương của người lao động",
        "Tiền lương phải được trả trực tiếp, đầy đủ và đúng hạn.",
        "Bộ luật Lao động số 45/2019/QH14 đặt nguyên tắc ấy cho mọi người sử dụng lao động. Người lao động "
        "có quyền yêu cầu bảng kê tiền lương mỗi lần trả.",
        "# Khi bị nợ lương",
        "Hãy gửi yêu cầu bằng văn bản, nhờ công đoàn hoặc hòa giải viên lao động. Nếu không được giải quyết, "
        "có thể khởi kiện; người lao động không phải nộp tiền tạm ứng án phí khi đòi tiền lương.",
        fields=(t.FIELD_LABOUR,),
        cites=(Cited(t.LABOUR),),
        picture="may-tinh",
        audiences=(t.WORKERS,),
    ),
    _article(
        "bac-son",
        "Thi hành án dân sự: tự nguyện trước, cưỡng chế sau",
        "Bản án có hiệu lực thì phải được thi hành; tự nguyện là cách ít tốn kém nhất.",
        "Bản án, quyết định của Tòa án đã có hiệu lực phải được mọi người tôn trọng (Điều 19 Bộ luật Tố tụng "
        "dân sự số 92/2015/QH13). Người phải thi hành án có thời hạn tự nguyện; hết thời hạn mà có điều kiện "
        "nhưng không thi hành thì bị cưỡng chế và chịu chi phí.",
        "Người được thi hành án nên làm đơn sớm, cung cấp thông tin về tài sản của bên kia. Viện "
        "kiểm sát kiểm "
        "sát việc tuân theo pháp luật của cơ quan thi hành án.",
        fields=(t.FIELD_ENFORCEMENT,),
        cites=(Cited(t.CIVIL_PROCEDURE, "19"),),
        picture="thi-hanh-an",
    ),
)
