"""Questions and answers."""

from __future__ import annotations

from . import types as t
from .types import Cited, EducationSample, paragraphs


def _answer(
    unit: str | None,
    title: str,
    question: str,
    lead: str,
    *body: str,
    fields: tuple[str, ...],
    cites: tuple[Cited, ...],
    audiences: tuple[str, ...] = (),
) -> EducationSample:
    parts = {"question": paragraphs(question)}
    return EducationSample(unit, "hoi-dap", title, lead, fields, audiences, cites, parts, body)


ANSWERS = (
    _answer(
        None,
        "Nộp hồ sơ trực tuyến có phải nộp thêm bản giấy không?",
        "Tôi đã gửi đơn và giấy tờ qua Cổng dịch vụ công. Khi nhận kết quả, tôi có phải nộp lại một bộ hồ "
        "sơ giấy không?",
        "Hồ sơ điện tử hợp lệ có giá trị như hồ sơ giấy; chỉ khi pháp luật chuyên ngành yêu cầu mới phải "
        "xuất trình bản chính để đối chiếu.",
        "Việc cung cấp thông tin và dịch vụ công trực tuyến của cơ quan nhà nước từng được quy định tại "
        "Nghị định số 42/2022/NĐ-CP. Tinh thần chung là người dân đã nộp hồ sơ điện tử hợp lệ thì không "
        "phải nộp thêm bản giấy cùng nội dung.",
        "Nếu nơi tiếp nhận vẫn yêu cầu, bạn có quyền hỏi căn cứ của yêu cầu đó và phản ánh tới người đứng "
        "đầu cơ quan.",
        fields=(t.FIELD_ADMIN,),
        cites=(Cited(t.E_SERVICES),),
    ),
    _answer(
        None,
        "Người dân xem thông tin của cơ quan nhà nước ở đâu?",
        "Tôi muốn biết một quyết định của cơ quan nhà nước có được công khai hay không thì phải hỏi ai?",
        "Nhiều thông tin phải được công khai sẵn; thông tin khác bạn có thể yêu cầu bằng phiếu.",
        "Công dân có quyền tiếp cận thông tin do cơ quan nhà nước tạo ra, trừ thông tin pháp luật không "
        "cho tiếp cận hoặc chỉ cho tiếp cận có điều kiện.",
        "Trước hết hãy tìm ở cổng thông tin và bảng niêm yết. Nếu chưa có, bạn gửi phiếu yêu cầu, ghi rõ "
        "họ tên, địa chỉ, thông tin cần và hình thức nhận. Cơ quan từ chối phải trả lời bằng văn bản và nêu "
        "lý do.",
        fields=(t.FIELD_ADMIN,),
        cites=(Cited(t.INFORMATION),),
    ),
    _answer(
        "cao-loc",
        "Bị gọi điện tự xưng là cán bộ Viện kiểm sát thì làm gì?",
        "Có người gọi tự xưng là kiểm sát viên, nói tôi liên quan đến một vụ án và yêu cầu chuyển tiền để "
        "“xác minh”. Tôi phải làm gì?",
        "Dừng cuộc gọi, không chuyển tiền, không đọc mã OTP và báo ngay cho Công an nơi gần nhất.",
        "Viện kiểm sát không làm việc về vụ án qua điện thoại, không yêu cầu ai chuyển tiền. Khi cần gặp, cơ "
        "quan tố tụng gửi giấy triệu tập hoặc giấy mời.",
        "Người dùng thủ đoạn gian dối để chiếm đoạt tài sản có thể bị xử lý về tội lừa đảo chiếm đoạt tài "
        "sản theo Điều 174 Bộ luật Hình sự số 100/2015/QH13. Hãy giữ lại số máy gọi đến, tin nhắn và biên "
        "lai để giao cho cơ quan điều tra.",
        fields=(t.FIELD_CYBER, t.FIELD_PENAL),
        audiences=(t.BORDER, t.WORKERS),
        cites=(Cited(t.PENAL_CODE, "174"),),
    ),
    _answer(
        "loc-binh",
        "Con chưa đủ 16 tuổi đi xe máy, cha mẹ có trách nhiệm gì?",
        "Con tôi 15 tuổi tự lấy xe máy của gia đình đi học. Nếu bị xử lý thì gia đình có liên quan không?",
        "Người chưa đủ tuổi không được lái xe; người giao xe cũng phải chịu trách nhiệm.",
        "Tuổi của người lái xe được quy định tại Luật Trật tự, an toàn giao thông đường bộ. Học sinh chưa đủ "
        "tuổi có thể đi xe đạp hoặc loại xe mà pháp luật cho phép theo độ tuổi.",
        "Chủ xe giao xe hoặc để người chưa đủ điều kiện lái xe có thể bị xử phạt; nếu gây hậu quả nghiêm "
        "trọng còn có thể bị xem xét trách nhiệm hình sự. Gia đình nên giữ chìa khóa và thỏa thuận với con "
        "cách đi học an toàn.",
        fields=(t.FIELD_ROAD,),
        audiences=(t.PUPILS,),
        cites=(Cited(t.ROAD),),
    ),
    _answer(
        "bac-son",
        "Đất ông bà để lại chưa có giấy chứng nhận, làm thế nào để chia?",
        "Ông bà tôi mất, để lại mảnh vườn chưa có giấy chứng nhận. Các con có chia được không?",
        "Trước hết các con thống nhất bằng văn bản và xác định nguồn gốc đất với Ủy ban nhân dân cấp xã.",
        "Quyền sử dụng đất là tài sản có thể được thừa kế. Đất chưa có giấy chứng nhận vẫn cần xem đất có đủ "
        "điều kiện theo Luật Đất đai hay không.",
        "Các thừa kế nên lập văn bản thỏa thuận, nhờ tổ hòa giải ở cơ sở khi chưa thống nhất. Nếu vẫn tranh "
        "chấp, một bên có thể yêu cầu Tòa án giải quyết theo quy định về thừa kế của Bộ luật Dân sự.",
        fields=(t.FIELD_LAND, t.FIELD_CIVIL),
        cites=(Cited(t.LAND), Cited(t.CIVIL_CODE), Cited(t.MEDIATION)),
    ),
    _answer(
        "trang-dinh",
        "Bị chồng đánh thì gọi ai?",
        "Tôi thường bị chồng đánh khi anh ấy say rượu. Tôi có thể nhờ ai bảo vệ ngay?",
        "Hãy rời khỏi nơi nguy hiểm, gọi Công an xã hoặc tổng đài 111, 113; bạn có quyền được bảo vệ.",
        "Người bị bạo lực gia đình có quyền yêu cầu cơ quan, tổ chức bảo vệ sức khỏe, tính mạng, danh dự; có "
        "quyền được bố trí nơi tạm lánh và giữ bí mật.",
        "Chủ tịch Ủy ban nhân dân cấp xã có thể quyết định cấm tiếp xúc. Thương tích nên được khám và ghi "
        "nhận tại cơ sở y tế để làm chứng cứ.",
        fields=(t.FIELD_CIVIL,),
        audiences=(t.WOMEN,),
        cites=(Cited(t.VIOLENCE),),
    ),
    _answer(
        "huu-lung",
        "Nghỉ việc có phải báo trước không?",
        "Tôi làm công nhân theo hợp đồng không xác định thời hạn. Muốn nghỉ thì báo trước bao lâu?",
        "Người lao động được đơn phương chấm dứt hợp đồng nhưng phải báo trước, trừ một số trường hợp.",
        "Theo Điều 35 Bộ luật Lao động số 45/2019/QH14, người làm theo hợp đồng không xác định thời hạn báo "
        "trước ít nhất 45 ngày. Có những trường hợp không phải báo trước, như không được trả đủ lương đúng "
        "hạn hoặc bị ngược đãi.",
        "Nên báo bằng văn bản, giữ lại một bản có xác nhận, và yêu cầu chốt sổ bảo hiểm xã hội.",
        fields=(t.FIELD_LABOUR,),
        audiences=(t.WORKERS,),
        cites=(Cited(t.LABOUR, "35"),),
    ),
    _answer(
        "van-lang",
        "Được hưởng án treo có phải là không có án?",
        "Anh tôi bị xử tù nhưng cho hưởng án treo. Như vậy có phải là được miễn hình phạt?",
        "Không. Án treo là miễn chấp hành hình phạt tù có điều kiện, kèm thời gian thử thách.",
        "Theo Điều 65 Bộ luật Hình sự số 100/2015/QH13, người được hưởng án treo phải chịu thử thách và "
        "thực hiện nghĩa vụ trong thời gian đó. Cố ý vi phạm nghĩa vụ có thể dẫn đến việc phải chấp hành "
        "hình phạt tù.",
        "Ủy ban nhân dân cấp xã giám sát, giáo dục người được hưởng án treo; Viện kiểm sát kiểm sát "
        "việc này.",
        fields=(t.FIELD_ENFORCEMENT, t.FIELD_PENAL),
        audiences=(t.CONVICTED,),
        cites=(Cited(t.PENAL_CODE, "65"), Cited(t.PENAL_ENFORCEMENT)),
    ),
    _answer(
        "binh-gia",
        "Khiếu nại và tố cáo khác nhau thế nào?",
        "Tôi không đồng ý với một quyết định của xã. Tôi nên làm đơn khiếu nại hay tố cáo?",
        "Khiếu nại để bảo vệ quyền lợi của chính mình; tố cáo để báo về hành vi vi phạm pháp luật.",
        "Nếu quyết định hành chính xâm phạm trực tiếp quyền, lợi ích của bạn, bạn khiếu nại với chính người "
        "đã ra quyết định, hoặc khởi kiện tại Tòa án.",
        "Nếu bạn biết một người vi phạm pháp luật khi thi hành công vụ, bạn tố cáo. Người tố cáo phải nêu rõ "
        "họ tên, được giữ bí mật và được bảo vệ; cố ý tố cáo sai sự thật là hành vi bị cấm.",
        fields=(t.FIELD_ADMIN,),
        cites=(Cited(t.COMPLAINTS), Cited(t.DENUNCIATION)),
    ),
    _answer(
        "dinh-lap",
        "Người nghiện ma túy tự khai báo thì được gì?",
        "Em tôi lỡ nghiện ma túy và muốn cai. Gia đình sợ khai báo thì bị bắt. Có đúng vậy không?",
        "Tự khai báo để được cai nghiện tự nguyện là điều pháp luật khuyến khích.",
        "Luật Phòng, chống ma túy quy định người nghiện có thể đăng ký cai nghiện tự nguyện tại gia đình, "
        "cộng đồng hoặc cơ sở cai nghiện và được hỗ trợ.",
        "Hãy đến Ủy ban nhân dân hoặc trạm y tế xã để được hướng dẫn. Gia đình đồng hành là điều quyết định "
        "kết quả cai nghiện.",
        fields=(t.FIELD_DRUGS,),
        audiences=(t.YOUTH,),
        cites=(Cited(t.DRUGS),),
    ),
)
