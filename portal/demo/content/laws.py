"""Real laws by their real symbols, titles and dates; no text of a law stands here.

A law with a successor lapsed on the day on which that took effect.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True)
class LawSample:
    """`by`: symbol of what replaced it. `amended`: symbols of what changed parts of it."""

    kind: str
    symbol: str
    title: str
    issued: date | None
    effective: date
    by: str = ""
    amended: tuple[str, ...] = ()
    issuer: str = "Quốc hội"
    partly_until: date | None = None
    note: str = ""


def _law(
    symbol: str,
    title: str,
    issued: str,
    effective: str,
    by: str = "",
    *amended: str,
    kind: str = "",
) -> LawSample:
    kind = kind or ("bo-luat" if title.startswith("Bộ luật") else "luat")
    return LawSample(kind, symbol, title, _day(issued), _day(effective), by, amended)


def _decree(symbol: str, title: str, issued: str, effective: str, by: str = "") -> LawSample:
    issued_on = _day(issued) if issued else None
    return LawSample("nghi-dinh", symbol, title, issued_on, _day(effective), by, issuer="Chính phủ")


def _day(text: str) -> date:
    day, month, year = (int(part) for part in text.split("/"))
    return date(year, month, day)


_COURT: Final = "Hội đồng Thẩm phán Tòa án nhân dân tối cao"

LAWS: Final[tuple[LawSample, ...]] = (
    LawSample(
        "hien-phap", "", "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam", date(2013, 11, 28),
        date(2014, 1, 1), amended=("203/2025/QH15",),
    ),
    LawSample(
        "nghi-quyet", "203/2025/QH15",
        "Sửa đổi, bổ sung một số điều của Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam",
        date(2025, 6, 16), date(2025, 6, 16),
    ),
    # Hình sự, tố tụng
    _law("17-LCT/HĐNN7", "Bộ luật Hình sự", "27/6/1985", "1/1/1986", "15/1999/QH10"),
    _law("15/1999/QH10", "Bộ luật Hình sự", "21/12/1999", "1/7/2000", "100/2015/QH13"),
    _law("100/2015/QH13", "Bộ luật Hình sự", "27/11/2015", "1/1/2018", "", "12/2017/QH14", "86/2025/QH15"),
    _law("12/2017/QH14", "Luật sửa đổi, bổ sung một số điều của Bộ luật Hình sự số 100/2015/QH13",
         "20/6/2017", "1/1/2018"),
    _law("86/2025/QH15", "Luật sửa đổi, bổ sung một số điều của Bộ luật Hình sự", "25/6/2025", "1/7/2025"),
    _law("19/2003/QH11", "Bộ luật Tố tụng hình sự", "26/11/2003", "1/7/2004", "101/2015/QH13"),
    _law("101/2015/QH13", "Bộ luật Tố tụng hình sự", "27/11/2015", "1/1/2018", "", "02/2021/QH15"),
    _law("02/2021/QH15", "Luật sửa đổi, bổ sung một số điều của Bộ luật Tố tụng hình sự", "12/11/2021",
         "1/12/2021"),
    _law("59/2024/QH15", "Luật Tư pháp người chưa thành niên", "30/11/2024", "1/1/2026"),
    _law("30/2018/QH14", "Luật Đặc xá", "19/11/2018", "1/7/2019"),
    _law("28/2009/QH12", "Luật Lý lịch tư pháp", "17/6/2009", "1/7/2010"),
    _law("53/2010/QH12", "Luật Thi hành án hình sự", "17/6/2010", "1/7/2011", "41/2019/QH14"),
    _law("41/2019/QH14", "Luật Thi hành án hình sự", "14/6/2019", "1/1/2020", "127/2025/QH15"),
    _law("127/2025/QH15", "Luật Thi hành án hình sự", "10/12/2025", "1/7/2026"),
    LawSample(
        "nghi-quyet", "02/2018/NQ-HĐTP", "Hướng dẫn áp dụng Điều 65 của Bộ luật Hình sự về án treo",
        date(2018, 5, 15), date(2018, 7, 1), amended=("01/2022/NQ-HĐTP",), issuer=_COURT,
    ),
    LawSample(
        "nghi-quyet", "01/2022/NQ-HĐTP",
        "Sửa đổi, bổ sung một số điều của Nghị quyết số 02/2018/NQ-HĐTP hướng dẫn áp dụng Điều 65 của "
        "Bộ luật Hình sự về án treo",
        date(2022, 4, 15), date(2022, 5, 10), issuer=_COURT,
    ),
    LawSample(
        "thong-tu-lien-tich", "01/2017/TTLT-BCA-BQP-BTC-BNN&PTNT-VKSNDTC",
        "Quy định việc phối hợp giữa các cơ quan có thẩm quyền trong việc thực hiện một số quy định của Bộ "
        "luật Tố tụng hình sự năm 2015 về tiếp nhận, giải quyết tố giác, tin báo về tội phạm, kiến nghị "
        "khởi tố",
        date(2017, 12, 29), date(2018, 3, 1),
        issuer="Bộ Công an, Bộ Quốc phòng, Bộ Tài chính, Bộ Nông nghiệp và Phát triển nông thôn, "
        "Viện kiểm sát nhân dân tối cao",
    ),
    # Tổ chức bộ máy, văn bản
    _law("63/2014/QH13", "Luật Tổ chức Viện kiểm sát nhân dân", "24/11/2014", "1/6/2015", "", "82/2025/QH15"),
    _law("82/2025/QH15", "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Viện kiểm sát nhân dân",
         "24/6/2025", "1/7/2025"),
    _law("62/2014/QH13", "Luật Tổ chức Tòa án nhân dân", "24/11/2014", "1/6/2015", "34/2024/QH15"),
    _law("34/2024/QH15", "Luật Tổ chức Tòa án nhân dân", "24/6/2024", "1/1/2025"),
    _law("80/2015/QH13", "Luật Ban hành văn bản quy phạm pháp luật", "22/6/2015", "1/7/2016", "64/2025/QH15"),
    _law("64/2025/QH15", "Luật Ban hành văn bản quy phạm pháp luật", "19/2/2025", "1/4/2025"),
    _decree("30/2020/NĐ-CP", "Về công tác văn thư", "5/3/2020", "5/3/2020"),
    # Phổ biến pháp luật, trợ giúp, tiếp công dân
    _law("14/2012/QH13", "Luật Phổ biến, giáo dục pháp luật", "20/6/2012", "1/1/2013"),
    _decree("28/2013/NĐ-CP", "Quy định chi tiết một số điều và biện pháp thi hành Luật Phổ biến, giáo dục "
            "pháp luật", "4/4/2013", "27/5/2013"),
    _law("69/2006/QH11", "Luật Trợ giúp pháp lý", "29/6/2006", "1/1/2007", "11/2017/QH14"),
    _law("11/2017/QH14", "Luật Trợ giúp pháp lý", "20/6/2017", "1/1/2018"),
    _law("65/2006/QH11", "Luật Luật sư", "29/6/2006", "1/1/2007"),
    _law("35/2013/QH13", "Luật Hòa giải ở cơ sở", "20/6/2013", "1/1/2014"),
    _law("58/2020/QH14", "Luật Hòa giải, đối thoại tại Tòa án", "16/6/2020", "1/1/2021"),
    _law("42/2013/QH13", "Luật Tiếp công dân", "25/11/2013", "1/7/2014"),
    _law("09/1998/QH10", "Luật Khiếu nại, tố cáo", "2/12/1998", "1/1/1999", "02/2011/QH13"),
    _law("02/2011/QH13", "Luật Khiếu nại", "11/11/2011", "1/7/2012"),
    _law("03/2011/QH13", "Luật Tố cáo", "11/11/2011", "1/7/2012", "25/2018/QH14"),
    _law("25/2018/QH14", "Luật Tố cáo", "12/6/2018", "1/1/2019"),
    _law("104/2016/QH13", "Luật Tiếp cận thông tin", "6/4/2016", "1/7/2018"),
    _decree("13/2018/NĐ-CP", "Quy định chi tiết và biện pháp thi hành Luật Tiếp cận thông tin", "23/1/2018",
            "1/7/2018"),
    _law("35/2009/QH12", "Luật Trách nhiệm bồi thường của Nhà nước", "18/6/2009", "1/1/2010", "10/2017/QH14"),
    _law("10/2017/QH14", "Luật Trách nhiệm bồi thường của Nhà nước", "20/6/2017", "1/7/2018"),
    _law("55/2005/QH11", "Luật Phòng, chống tham nhũng", "29/11/2005", "1/6/2006", "36/2018/QH14"),
    _law("36/2018/QH14", "Luật Phòng, chống tham nhũng", "20/11/2018", "1/7/2019"),
    # Dân sự, hành chính
    _law("44-L/CTN", "Bộ luật Dân sự", "28/10/1995", "1/7/1996", "33/2005/QH11"),
    _law("33/2005/QH11", "Bộ luật Dân sự", "14/6/2005", "1/1/2006", "91/2015/QH13"),
    _law("91/2015/QH13", "Bộ luật Dân sự", "24/11/2015", "1/1/2017"),
    _law("24/2004/QH11", "Bộ luật Tố tụng dân sự", "15/6/2004", "1/1/2005", "92/2015/QH13"),
    _law("92/2015/QH13", "Bộ luật Tố tụng dân sự", "25/11/2015", "1/7/2016"),
    _law("64/2010/QH12", "Luật Tố tụng hành chính", "24/11/2010", "1/7/2011", "93/2015/QH13"),
    _law("93/2015/QH13", "Luật Tố tụng hành chính", "25/11/2015", "1/7/2016"),
    LawSample(
        "phap-lenh", "44/2002/PL-UBTVQH10", "Pháp lệnh Xử lý vi phạm hành chính", date(2002, 7, 2),
        date(2002, 10, 1), "15/2012/QH13", issuer="Ủy ban Thường vụ Quốc hội",
    ),
    _law("15/2012/QH13", "Luật Xử lý vi phạm hành chính", "20/6/2012", "1/7/2013", "", "67/2020/QH14"),
    _law("67/2020/QH14", "Luật sửa đổi, bổ sung một số điều của Luật Xử lý vi phạm hành chính", "13/11/2020",
         "1/1/2022"),
    _law("22/2000/QH10", "Luật Hôn nhân và gia đình", "9/6/2000", "1/1/2001", "52/2014/QH13"),
    _law("52/2014/QH13", "Luật Hôn nhân và gia đình", "19/6/2014", "1/1/2015"),
    _law("13/2003/QH11", "Luật Đất đai", "26/11/2003", "1/7/2004", "45/2013/QH13"),
    _law("45/2013/QH13", "Luật Đất đai", "29/11/2013", "1/7/2014", "31/2024/QH15"),
    _law("31/2024/QH15", "Luật Đất đai", "18/1/2024", "1/8/2024"),
    _decree("102/2024/NĐ-CP", "Quy định chi tiết thi hành một số điều của Luật Đất đai", "30/7/2024",
            "1/8/2024"),
    _law("65/2014/QH13", "Luật Nhà ở", "25/11/2014", "1/7/2015", "27/2023/QH15"),
    _law("27/2023/QH15", "Luật Nhà ở", "27/11/2023", "1/8/2024"),
    _law("60/2014/QH13", "Luật Hộ tịch", "20/11/2014", "1/1/2016"),
    _law("24/2008/QH12", "Luật Quốc tịch Việt Nam", "13/11/2008", "1/7/2009"),
    _law("81/2006/QH11", "Luật Cư trú", "29/11/2006", "1/7/2007", "68/2020/QH14"),
    _law("68/2020/QH14", "Luật Cư trú", "13/11/2020", "1/7/2021"),
    _law("59/2014/QH13", "Luật Căn cước công dân", "20/11/2014", "1/1/2016", "26/2023/QH15"),
    _law("26/2023/QH15", "Luật Căn cước", "27/11/2023", "1/7/2024"),
    _law("59/2010/QH12", "Luật Bảo vệ quyền lợi người tiêu dùng", "17/11/2010", "1/7/2011", "19/2023/QH15"),
    _law("19/2023/QH15", "Luật Bảo vệ quyền lợi người tiêu dùng", "20/6/2023", "1/7/2024"),
    # Lao động, xã hội, gia đình, trẻ em
    _law("10/2012/QH13", "Bộ luật Lao động", "18/6/2012", "1/5/2013", "45/2019/QH14"),
    _law("45/2019/QH14", "Bộ luật Lao động", "20/11/2019", "1/1/2021"),
    _law("58/2014/QH13", "Luật Bảo hiểm xã hội", "20/11/2014", "1/1/2016", "41/2024/QH15"),
    _law("41/2024/QH15", "Luật Bảo hiểm xã hội", "29/6/2024", "1/7/2025"),
    _law("25/2004/QH11", "Luật Bảo vệ, chăm sóc và giáo dục trẻ em", "15/6/2004", "1/1/2005",
         "102/2016/QH13"),
    _law("102/2016/QH13", "Luật Trẻ em", "5/4/2016", "1/6/2017"),
    _law("02/2007/QH12", "Luật Phòng, chống bạo lực gia đình", "21/11/2007", "1/7/2008", "13/2022/QH15"),
    _law("13/2022/QH15", "Luật Phòng, chống bạo lực gia đình", "14/11/2022", "1/7/2023"),
    _law("73/2006/QH11", "Luật Bình đẳng giới", "29/11/2006", "1/7/2007"),
    _law("51/2010/QH12", "Luật Người khuyết tật", "17/6/2010", "1/1/2011"),
    _law("39/2009/QH12", "Luật Người cao tuổi", "23/11/2009", "1/7/2010"),
    _law("57/2020/QH14", "Luật Thanh niên", "16/6/2020", "1/1/2021"),
    _law("43/2019/QH14", "Luật Giáo dục", "14/6/2019", "1/7/2020"),
    # An ninh, trật tự, biên giới, ma túy, mua bán người, giao thông
    _law("23/2000/QH10", "Luật Phòng, chống ma túy", "9/12/2000", "1/6/2001", "73/2021/QH14"),
    _law("73/2021/QH14", "Luật Phòng, chống ma túy", "30/3/2021", "1/1/2022", "120/2025/QH15"),
    _law("120/2025/QH15", "Luật Phòng, chống ma túy", "10/12/2025", "1/7/2026"),
    _law("66/2011/QH12", "Luật Phòng, chống mua bán người", "29/3/2011", "1/1/2012", "53/2024/QH15"),
    _law("53/2024/QH15", "Luật Phòng, chống mua bán người", "28/11/2024", "1/7/2025"),
    _law("24/2018/QH14", "Luật An ninh mạng", "12/6/2018", "1/1/2019", "116/2025/QH15"),
    _law("116/2025/QH15", "Luật An ninh mạng", "10/12/2025", "1/7/2026"),
    _law("91/2025/QH15", "Luật Bảo vệ dữ liệu cá nhân", "26/6/2025", "1/1/2026"),
    _decree("13/2023/NĐ-CP", "Bảo vệ dữ liệu cá nhân", "17/4/2023", "1/7/2023", "356/2025/NĐ-CP"),
    _decree("356/2025/NĐ-CP", "Quy định chi tiết một số điều và biện pháp thi hành Luật Bảo vệ dữ liệu cá "
            "nhân", "31/12/2025", "1/1/2026"),
    _law("23/2008/QH12", "Luật Giao thông đường bộ", "13/11/2008", "1/7/2009", "35/2024/QH15"),
    _law("35/2024/QH15", "Luật Đường bộ", "27/6/2024", "1/1/2025"),
    _law("36/2024/QH15", "Luật Trật tự, an toàn giao thông đường bộ", "27/6/2024", "1/1/2025"),
    LawSample(
        "nghi-dinh", "100/2019/NĐ-CP",
        "Quy định xử phạt vi phạm hành chính trong lĩnh vực giao thông đường bộ và đường sắt",
        date(2019, 12, 30), date(2020, 1, 1), issuer="Chính phủ", partly_until=date(2025, 1, 1),
        note="Quy định về giao thông đường bộ được thay thế bởi Nghị định số 168/2024/NĐ-CP.",
    ),
    _decree("168/2024/NĐ-CP", "Quy định xử phạt vi phạm hành chính về trật tự, an toàn giao thông trong lĩnh "
            "vực giao thông đường bộ; trừ điểm, phục hồi điểm giấy phép lái xe", "26/12/2024", "1/1/2025"),
    _law("14/2017/QH14", "Luật Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ", "20/6/2017",
         "1/7/2018", "42/2024/QH15"),
    _law("42/2024/QH15", "Luật Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ", "29/6/2024",
         "1/1/2025"),
    _law("06/2003/QH11", "Luật Biên giới quốc gia", "17/6/2003", "1/1/2004"),
    _law("66/2020/QH14", "Luật Biên phòng Việt Nam", "11/11/2020", "1/1/2022"),
    _law("16/2017/QH14", "Luật Lâm nghiệp", "15/11/2017", "1/1/2019"),
    _law("02/2016/QH14", "Luật Tín ngưỡng, tôn giáo", "18/11/2016", "1/1/2018"),
)  # fmt: skip
