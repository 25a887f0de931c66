"""What the rules find, said in Vietnamese for who has to act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.reception.display import weekday_name
from events.reception.rules.law import Finding, LegalProblem, Verdict
from events.reception.rules.recurrence import LAST, OnDayOff, RecurrenceKind, RecurrenceRule
from portal.core.text import format_date

TEXTS = {
    LegalProblem.NO_HEAD: gettext_lazy(
        "Tháng này không có ngày người đứng đầu trực tiếp tiếp công dân."
    ),
    LegalProblem.HEAD_NOT_HELD: gettext_lazy(
        "Ngày người đứng đầu trực tiếp tiếp đã qua nhưng chưa ghi “đã tiếp”."
    ),
    LegalProblem.ANNOUNCE_NOW: gettext_lazy("Ngày %(day)s cần công bố, chậm nhất ngày %(until)s."),
    LegalProblem.NOT_ANNOUNCED: gettext_lazy(
        "Ngày %(day)s chưa công bố; hạn (trước 5 ngày làm việc) là ngày %(until)s."
    ),
    LegalProblem.ANNOUNCED_LATE: gettext_lazy(
        "Ngày %(day)s công bố muộn; hạn (trước 5 ngày làm việc) là ngày %(until)s."
    ),
    LegalProblem.NO_REASON: gettext_lazy("Ngày %(day)s hoãn mà không ghi lý do."),
    LegalProblem.NO_NEW_DATE: gettext_lazy("Ngày %(day)s hoãn mà không có ngày tiếp thay thế."),
    LegalProblem.NOT_RECORDED: gettext_lazy("Ngày %(day)s đã qua nhưng chưa ghi “đã tiếp”."),
    LegalProblem.RESULT_DUE: gettext_lazy(
        "Kết quả xử lý của ngày %(day)s cần thông báo, chậm nhất ngày %(until)s."
    ),
    LegalProblem.RESULT_LATE: gettext_lazy(
        "Kết quả xử lý của ngày %(day)s thông báo muộn; hạn (10 ngày làm việc) là ngày %(until)s."
    ),
    LegalProblem.RESULT_MISSING: gettext_lazy(
        "Kết quả xử lý của ngày %(day)s chưa thông báo; hạn (10 ngày làm việc) là ngày %(until)s."
    ),
    LegalProblem.DAY_OFF: gettext_lazy(
        "Ngày %(day)s là ngày nghỉ: hãy chuyển sang ngày làm việc tiếp theo, %(until)s."
    ),
}

VERDICTS = {
    Verdict.MET: gettext_lazy("Đạt"),
    Verdict.PENDING: gettext_lazy("Đang chờ"),
    Verdict.BROKEN: gettext_lazy("Không đạt"),
    Verdict.NONE: gettext_lazy("Không có"),
}

RULE_KINDS = {
    RecurrenceKind.MONTH_DAY: gettext_lazy("Ngày cố định hằng tháng (ví dụ: ngày 15)"),
    RecurrenceKind.NTH_WEEKDAY: gettext_lazy("Một thứ trong tháng (ví dụ: thứ Hai đầu tiên)"),
    RecurrenceKind.NTH_WORKING_DAY: gettext_lazy("Ngày làm việc thứ mấy của tháng"),
    RecurrenceKind.WEEKLY: gettext_lazy("Hằng tuần (ví dụ: mỗi thứ Ba)"),
}
DAYS_OFF = {
    OnDayOff.NEXT_WORKING_DAY: gettext_lazy("Chuyển sang ngày làm việc tiếp theo"),
    OnDayOff.NEXT_SAME_WEEKDAY: gettext_lazy("Chuyển sang cùng thứ đó của tuần sau"),
    OnDayOff.LEAVE_OUT: gettext_lazy("Bỏ qua"),
}
ORDER = {
    1: gettext_lazy("đầu tiên"),
    2: gettext_lazy("thứ hai"),
    3: gettext_lazy("thứ ba"),
    4: gettext_lazy("thứ tư"),
    LAST: gettext_lazy("cuối cùng"),
}


def finding_text(finding: Finding) -> str:
    values = {
        "day": format_date(finding.day) if finding.day else "",
        "until": format_date(finding.until) if finding.until else "",
    }
    return str(TEXTS[finding.problem]) % values


def why_passed(passed: Iterable[date], holidays: Mapping[date, str]) -> str:
    """Why each day was passed over: "Chủ nhật, 15/02/2026: cuối tuần; …"."""
    return "; ".join(
        f"{weekday_name(day)}, {format_date(day)}: {holidays.get(day) or _('cuối tuần')}"
        for day in passed
    )


def rule_words(rule: RecurrenceRule) -> str:
    """The rule as one says it: "Ngày 15 hằng tháng"."""
    weekday = weekday_name(date(2024, 1, 1 + rule.weekday))
    if rule.kind is RecurrenceKind.MONTH_DAY:
        return _("Ngày %d hằng tháng") % rule.number
    if rule.kind is RecurrenceKind.WEEKLY:
        return _("%s hằng tuần") % weekday
    if rule.kind is RecurrenceKind.NTH_WEEKDAY:
        return _("%(weekday)s %(order)s của tháng") % {
            "weekday": weekday,
            "order": ORDER[rule.number],
        }
    if rule.number == LAST:
        return _("Ngày làm việc cuối cùng của tháng")
    return _("Ngày làm việc thứ %d của tháng") % rule.number
