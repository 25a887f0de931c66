"""Cases: invented people, real law."""

from __future__ import annotations

from . import types as t
from .types import Cited, EducationSample, paragraphs


def _case(
    unit: str | None,
    title: str,
    lead: str,
    facts: str,
    question: str,
    analysis: tuple[str, ...],
    conclusion: str,
    *,
    fields: tuple[str, ...],
    cites: tuple[Cited, ...],
    audiences: tuple[str, ...] = (),
    picture: str = "",
) -> EducationSample:
    parts = {
        "facts": paragraphs(facts),
        "question": paragraphs(question),
        "analysis": paragraphs(*analysis),
        "conclusion": paragraphs(conclusion),
    }
    return EducationSample(
        unit, "tinh-huong", title, lead, fields, audiences, cites, parts, picture=picture
    )


CASES = (
    _case(
        "tp-lang-son",
        "Cho bạn mượn tài khoản ngân hàng",
        "Một việc tưởng là giúp bạn có thể khiến mình liên quan đến vụ án lừa đảo.",
        "A., sinh viên, được bạn quen trên mạng trả 500 nghìn đồng để mở tài khoản ngân hàng rồi giao lại. "
        "Tài khoản sau đó được dùng để nhận tiền của người bị lừa.",
        "A. có phải chịu trách nhiệm không?",
        (
            "Mua bán, cho mượn tài khoản ngân hàng là hành vi bị cấm. Nếu A. biết tài khoản được dùng để "
            "chiếm đoạt tài sản mà vẫn giao, A. có thể bị xem xét là đồng phạm.",
            "Dù không biết, A. vẫn phải làm việc với cơ quan điều tra và có thể bị xử phạt hành chính.",
        ),
        "Không cho ai mượn, thuê hay bán tài khoản. Đã lỡ giao thì khóa tài khoản và trình báo ngay.",
        fields=(t.FIELD_CYBER, t.FIELD_PENAL),
        cites=(Cited(t.PENAL_CODE, "174"),),
        audiences=(t.YOUTH,),
        picture="dien-thoai",
    ),
    _case(
        "chi-lang",
        "Nhặt được ví rồi tiêu hết tiền trong đó",
        "Của rơi không phải là của mình: giữ lại có thể vi phạm pháp luật.",
        "Chị B. nhặt được chiếc ví có 12 triệu đồng và giấy tờ của người mất. Chị không báo ai và tiêu hết "
        "tiền; chủ ví tìm đến đòi, chị từ chối trả.",
        "Chị B. có phải trả lại không, và có thể bị xử lý thế nào?",
        (
            "Bộ luật Dân sự buộc người nhặt được tài sản phải báo và trả lại cho chủ nếu biết địa chỉ, hoặc "
            "giao cho Ủy ban nhân dân, Công an xã.",
            "Cố tình không trả khi chủ sở hữu yêu cầu có thể bị xử lý về hành vi chiếm giữ trái phép "
            "tài sản, "
            "tùy giá trị tài sản.",
        ),
        "Chị B. phải trả lại tiền. Nhặt được của rơi, hãy báo Công an xã và giữ biên nhận.",
        fields=(t.FIELD_CIVIL, t.FIELD_PENAL),
        cites=(Cited(t.CIVIL_CODE, "230"), Cited(t.PENAL_CODE, "176")),
    ),
    _case(
        "trang-dinh",
        "Mời “việc nhẹ lương cao” ở bên kia biên giới",
        "Lời mời không giấy tờ, không hợp đồng thường dẫn đến nơi không có đường về.",
        "C., 17 tuổi, được một người quen qua mạng rủ sang bên kia biên giới làm ở quán ăn, đi đường mòn ban "
        "đêm. Đến nơi, C. bị giữ giấy tờ và bị ép làm việc khác.",
        "Người rủ C. đi phạm tội gì, và C. được bảo vệ ra sao?",
        (
            "C. là người dưới 18 tuổi nên được pháp luật bảo vệ đặc biệt; việc C. đồng ý đi không làm cho "
            "hành vi mua bán người trở thành hợp pháp.",
            "Nạn nhân được giải cứu, bảo vệ, giữ bí mật và hỗ trợ trở về theo Luật Phòng, chống mua "
            "bán người.",
        ),
        "Hãy gọi 111, 113 hoặc đồn biên phòng ngay khi thấy dấu hiệu. Gia đình không nên tự đi tìm.",
        fields=(t.FIELD_TRAFFICKING,),
        cites=(Cited(t.TRAFFICKING), Cited(t.PENAL_CODE, "151")),
        audiences=(t.BORDER, t.YOUTH),
        picture="nui-rung",
    ),
    _case(
        "van-lang",
        "Vay nặng lãi qua ứng dụng",
        "Khoản vay “không cần gặp mặt” có thể đi kèm lãi suất trái luật và lời đe dọa.",
        "Anh D. vay 3 triệu đồng qua ứng dụng, thực nhận 2 triệu; một tuần sau bị đòi 3,5 triệu và bị gọi "
        "điện đe dọa người thân.",
        "Anh D. có phải trả hết số tiền bị đòi không?",
        (
            "Lãi suất do các bên thỏa thuận không được vượt quá mức trần tại Điều 468 Bộ luật Dân sự số "
            "91/2015/QH13; phần vượt quá không có hiệu lực.",
            "Cho vay với lãi suất rất cao để thu lợi bất chính, đe dọa để đòi nợ đều là hành vi có thể bị xử "
            "lý hình sự.",
        ),
        "Anh D. chỉ phải trả phần hợp pháp. Hãy lưu tin nhắn, sao kê và trình báo Công an.",
        fields=(t.FIELD_CIVIL, t.FIELD_CYBER),
        cites=(Cited(t.CIVIL_CODE, "468"), Cited(t.PENAL_CODE, "201")),
        audiences=(t.WORKERS,),
    ),
    _case(
        "binh-gia",
        "Cấm vợ đi làm, giữ hết tiền lương",
        "Bạo lực gia đình không chỉ là đánh đập.",
        "Chị E. bị chồng giữ thẻ lương, không cho gặp cha mẹ đẻ và dọa đuổi khỏi nhà khi chị hỏi tiền mua "
        "thuốc cho con.",
        "Hành vi của người chồng có phải là bạo lực gia đình?",
        (
            "Luật Phòng, chống bạo lực gia đình coi cả bạo lực tinh thần và kinh tế là bạo lực gia đình, "
            "trong đó có việc kiểm soát tài sản, thu nhập để tạo sự lệ thuộc và ngăn cản gặp người thân.",
            "Vợ chồng bình đẳng, có quyền ngang nhau đối với tài sản chung theo Luật Hôn nhân và gia đình.",
        ),
        "Có. Chị E. có thể báo Ủy ban nhân dân, Công an xã, Hội Phụ nữ hoặc gọi tổng đài 111.",
        fields=(t.FIELD_CIVIL,),
        cites=(Cited(t.VIOLENCE), Cited(t.FAMILY)),
        audiences=(t.WOMEN,),
    ),
    _case(
        "dinh-lap",
        "Cất giữ hộ gói hàng lạ",
        "Không biết trong gói có gì không phải lúc nào cũng là lý do.",
        "Anh G. nhận giữ hộ một gói nhỏ cho người quen với giá 1 triệu đồng một đêm. Công an kiểm tra, phát "
        "hiện trong gói có ma túy.",
        "Anh G. có phạm tội tàng trữ trái phép chất ma túy không?",
        (
            "Tội tàng trữ trái phép chất ma túy tại Điều 249 Bộ luật Hình sự số 100/2015/QH13 đòi hỏi người "
            "đó biết vật mình cất giữ là ma túy.",
            "Cơ quan tố tụng xem xét mọi tình tiết: tiền công cao bất thường, cách giấu gói hàng, "
            "lời hẹn. Anh "
            "G. có quyền trình bày và nhờ luật sư.",
        ),
        "Không cầm hộ, gửi hộ đồ của người khác khi không biết rõ bên trong. Nghi ngờ thì báo Công an.",
        fields=(t.FIELD_DRUGS,),
        cites=(Cited(t.PENAL_CODE, "249"), Cited(t.DRUGS)),
        audiences=(t.YOUTH, t.BORDER),
    ),
    _case(
        None,
        "Tự ý lấn đất nhà bên khi xây tường",
        "Ba mươi xăng-ti-mét đất có thể làm mất tình hàng xóm ba mươi năm.",
        "Ông H. xây tường rào lấn sang đất ông K. một dải rộng 30 cm. Ông K. yêu cầu tháo dỡ, ông H. "
        "cho rằng "
        "đất khi mua đã như vậy.",
        "Hai bên phải làm gì trước khi ra Tòa án?",
        (
            "Ranh giới được xác định theo giấy chứng nhận, thỏa thuận hoặc hiện trạng sử dụng ổn "
            "định. Nên mời "
            "cán bộ địa chính đo lại.",
            "Tranh chấp ai là người có quyền sử dụng đất phải được hòa giải tại Ủy ban nhân dân cấp xã trước "
            "khi Tòa án thụ lý.",
        ),
        "Hòa giải tại xã trước; nếu không thành mới khởi kiện. Không tự phá tường của nhau.",
        fields=(t.FIELD_LAND,),
        cites=(Cited(t.LAND, "235"), Cited(t.CIVIL_PROCEDURE)),
        picture="ruong-bac-thang",
    ),
    _case(
        "van-quan",
        "Con riêng có được thừa kế không?",
        "Sống với nhau như cha con nhiều năm, pháp luật có nhìn nhận điều đó?",
        "Bà L. mất không để lại di chúc. Anh M. là con riêng của chồng bà, đã chăm sóc bà hơn mười năm.",
        "Anh M. có được hưởng di sản của bà L. không?",
        (
            "Điều 654 Bộ luật Dân sự số 91/2015/QH13 cho phép con riêng và mẹ kế thừa kế của nhau "
            "nếu có quan "
            "hệ chăm sóc, nuôi dưỡng nhau như mẹ con.",
            "Anh M. cần chứng minh việc chăm sóc: xác nhận của thôn, hàng xóm, giấy tờ khám chữa bệnh.",
        ),
        "Có thể được, nếu chứng minh được việc chăm sóc, nuôi dưỡng như mẹ con.",
        fields=(t.FIELD_CIVIL,),
        cites=(Cited(t.CIVIL_CODE, "654"),),
    ),
)
