"""Words that make a date a deadline, and words that are one without a date."""

from __future__ import annotations

import re
from typing import NamedTuple

from meetings.extraction.facts import DeadlineKind
from meetings.extraction.first_words import first_words


class Leading(NamedTuple):
    """Words right before a date; they begin with one of `cues`, in small letters. None as `kind`: it is not due."""

    rule: str
    kind: DeadlineKind | None
    pattern: re.Pattern[str]
    cues: tuple[str, ...]


# "17 giờ 30" and "thứ Sáu (" before a day.
_HOUR = r"(?:\ \d{1,2}\ ?(?:giờ|h|g)(?:\ ?\d{2}(?:\ ?(?:phút|'))?)?,?)?"
_WEEKDAY = r"(?:\ (?:thứ\ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\ nhật)(?:,|\ \(|\ tuần\ (?:này|sau|tới)\ \()?)?"


def _leading(rule: str, kind: DeadlineKind | None, words: str) -> Leading:
    flags = re.I | re.X
    begins = first_words(rf"(?:{words})\ ", flags)
    return Leading(rule, kind, re.compile(rf"(?:{words})\s*\Z", flags), tuple(sorted(begins)))


class Worded(NamedTuple):
    """Words that are a deadline without a date."""

    rule: str
    kind: DeadlineKind
    pattern: re.Pattern[str]


def _worded(rule: str, kind: DeadlineKind, words: str) -> Worded:
    return Worded(rule, kind, re.compile(words, re.I))


# Words right before a date that make it a due date, a period or an event; the first that fits decides.
DATED = (
    _leading(
        "from",
        "date",
        r"(?<!\w)(?:áp\ dụng|thực\ hiện|triển\ khai|vận\ hành|thí\ điểm|thử\ nghiệm|khởi\ công|bắt\ đầu"
        r"|thi\ hành|thu\ phí|mở\ cửa|phát\ sóng|đưa\ vào|hoạt\ động|mở\ lại|dừng|ngừng|cấm|tiếp\ nhận)"
        r"(?:\ [^\W\d_]+){0,4}\ (?P<due>(?:kể\ )?từ(?:\ ngày)?)",
    ),
    _leading(
        "so far",
        None,
        r"(?:tính|kể|từ|cho|có\ hiệu\ lực|ban\ hành|thông\ qua)(?:\ từ|\ đến)?(?:\ hết)?(?:\ ngày|\ tháng|\ năm)?",
    ),
    _leading(
        "before",
        "date",
        rf"\b(?:ngay\ )?trước{_HOUR}(?:\ (?:trưa|"
        rf"chiều|tối))?(?:\ (?:lễ|dịp|Quốc\ khánh|Tết\ Dương\ lịch))*{_WEEKDAY}(?:\ ngày)?",
    ),
    _leading(
        "at the latest",
        "date",
        rf"\b(?:chậm|muộn|trễ)\ nhất(?:\ (?:là|vào|đến))*(?:\ hết|\ trước|\ trong)?{_HOUR}"
        rf"(?:\ (?:đầu|giữa|cuối|sáng|trưa|chiều|tối|đêm))?{_WEEKDAY}(?:\ ngày)?|"
        r"\bkhông\ (?:(?:được|để)\ )?(?:muộn\ hơn|chậm\ hơn|chậm\ quá|quá)(?:\ ngày)?|"
        r"\b(?:thời\ )?hạn(?:\ (?:cuối(?:\ cùng)?|chót|hoàn\ thành|thực\ hiện|xong|báo\ cáo|gửi|nộp|trình|trả\ lời))*"
        r"(?::|\ là|\ đến|\ trước|\ vào)*(?:\ ngày)?",
    ),
    _leading("until", "date", rf"\b(?:đến|tới)(?:\ (?:hết|cuối|trước))?{_HOUR}{_WEEKDAY}(?:\ ngày)?|\bhết\ ngày"),
    _leading(
        "within",
        "period",
        r"\b(?:ngay\ )?trong(?:\ (?:buổi\ )?(?:sáng|chiều|tối))?(?:\ (?:cuối|đầu))?(?:\ ngày(?:\ mai|\ kia)?)?|\bhết"
        r"|\b(?:(?:vào|từ|trong|ngay)\ )*(?:đầu|giữa|cuối|nửa\ (?:đầu|cuối)|(?:thượng|trung|hạ)\ tuần"
        r"|tuần\ (?:đầu|cuối)(?:\ tiên|\ cùng)?(?:\ của)?|những\ ngày\ (?:đầu|cuối))",
    ),
    _leading("in a month", "period", r"\bvào"),
    _leading("day in brackets", "event_date", r"\b(?:ngày|lễ|tết|dịp)\s[^()\n;:]{3,60}\("),
    _leading(
        "event",
        "event_date",
        r"\b(?:vào|đúng)(?:\ (?:buổi\ )?(?:sáng|chiều|tối))?(?:\ ngày)?"
        r"|\b(?:ngày|lễ|dịp)(?:\s(?!vào\b|đúng\b)[^\W\d_]+){0,6}",
    ),
)
END_OF = re.compile(r"\b(?:cuối|hết|trước)\s*\Z", re.I)
RECURRING = re.compile(r"(?:\ của)?\s(?:hằng|hàng|mỗi)\ (?:tháng|tuần|quý|năm)", re.I)
# "trước 15/3 ‹sang năm›": the year is told by where the meeting stands.
YEAR_BESIDE = re.compile(r",?\ (?:của\ )?(?:(?P<now>năm\ nay)|năm\ (?:sau|tới)|sang\ năm)(?!\w)", re.I)
# Without a date: the words themselves are the deadline.
WORDED = (
    _worded(
        "days given",
        "event_relative",
        r"\btrong (?:vòng|thời hạn|thời gian) \d+ (?:ngày|tuần|tháng|giờ)(?: làm việc)?",
    ),
    _worded(
        "days given",
        "event_relative",
        r"\btrong (?:vòng |thời hạn |thời gian )?(?:\d{1,3}|một|hai|ba|bốn|năm|bảy|mười|mười lăm|hai mươi|ba mươi) "
        r"(?:ngày|tuần|giờ)(?: làm việc)?(?! (?:đầu|cuối|qua|gần|vừa|liền|liên|lễ|Tết|nghỉ|diễn|đêm|\d)|,? \d)",
    ),
    _worded(
        "days given",
        "event_relative",
        r"\b(?:(?:trong )?(?:vòng |thời hạn )?không quá|(?:chậm|muộn) nhất(?: là| sau)?|sau) "
        r"(?:\d{1,3}|một|hai|ba|bốn|năm|bảy|mười|mười lăm|hai mươi|ba mươi) (?:ngày|tuần|giờ)(?: làm việc)?"
        r"(?! (?:đầu|cuối|qua|gần|liền|liên|lễ|Tết|nghỉ|diễn|đêm|triển|thực|vận|\d)|,? \d)",
    ),
    _worded(
        "day of each month",
        "vague",
        r"\b(?:trước|vào|đến|(?:chậm|muộn) nhất(?: là| vào)?) ngày \d{1,2}(?: của)? (?:(?:hằng|hàng|mỗi) (?:tháng|quý)"
        r"|tháng (?:đầu|cuối|thứ ba)(?: của)?(?: hằng| hàng| mỗi)? quý)",
    ),
    _worded(
        "day of each week",
        "vague",
        r"\b(?:(?:trước|vào|chậm nhất|(?:\d{1,2} ?(?:giờ|h)(?:\d\d)?)|sáng|chiều|ngày),? (?:là )?)+"
        r"thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7]),? (?:hằng|hàng|mỗi) tuần",
    ),
    _worded(
        "day of this month",
        "date",
        r"\b(?:trước|vào|đến|(?:chậm|muộn) nhất(?: là| vào)?|hết) ngày \d{1,2} "
        r"tháng (?:này|tới|sau)(?!\w)",
    ),
    _worded(
        "this year",
        "period",
        r"(?<!họp )(?<!nghị )(?<!đợt )(?<!dịp )\b(?:(?:ngay|vào|trong|đến|từ nay đến|trước|chậm nhất(?: là)?) )*"
        r"(?:(?:đầu|giữa|cuối|hết|nửa đầu|nửa cuối) )+(?:tháng|quý|năm) (?:này|nay|tới|sau)(?!\w)",
    ),
    _worded(
        "this term",
        "vague",
        r"\b(?:ngay )?(?:trong|đến hết|đến cuối|trước khi kết thúc) nhiệm kỳ(?: này)?(?! \d)",
    ),
    _worded(
        "before an event",
        "event_relative",
        r"\btrước (?:khi|kỳ họp|phiên họp|mùa|Tết|Đại hội|thềm|thời điểm|ngày khai|năm học|rằm|lễ|dịp"
        r"|khai (?:giảng|mạc|hội)|vụ|đợt|Quốc khánh|Noel)(?!\w)[^,;.\n]*",
    ),
    _worded(
        "after an event",
        "event_relative",
        r"\b(?:ngay sau|(?<=\s)sau) (?:khi|kỳ họp|phiên họp|hội nghị|cuộc họp|buổi làm việc)[^,;.\n]*",
    ),
    _worded("as soon as", "event_relative", r"\bngay khi [^,;.\n]*"),
    _worded(
        "at a session",
        "event_relative",
        r"\btại (?:kỳ họp|phiên họp|hội nghị) (?:[^,;.\n]{0,30} )?(?:cuối năm|giữa năm|tới|tiếp theo|gần nhất|sau)",
    ),
    _worded(
        "this week",
        "vague",
        r"\b(?:ngay trong|ngay|trong|(?:chậm|muộn) nhất(?: là| trong)?|trước|hết|đến hết|đến cuối|trong cuối) "
        r"(?:\d{1,2} ?(?:giờ|h)(?: ?\d\d(?: phút)?)?,? )?(?:ngày |buổi )?"
        r"(?:tuần|tháng|quý|năm|ngày|hôm|sáng|trưa|chiều|tối) (?:này|nay|tới|sau|mai)(?!\w)",
    ),
    _worded(
        "this week",
        "vague",
        r"(?<!họp )(?<!nghị )(?<!đợt )(?<!dịp )(?<!ngày )\b(?:ngay |vào )?(?:đầu|giữa|cuối) tuần (?:này|tới|sau)(?!\w)",
    ),
    _worded(
        "coming time",
        "vague",
        r"\b(?:trong )?thời gian (?:tới|sớm nhất)|\btrong (?:những )?(?:ngày|tháng|tuần) tới",
    ),
    _worded("urgently", "vague", r"\b(?:khẩn trương|sớm)\b(?! hơn| muộn|\))"),
)
