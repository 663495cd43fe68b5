"""Which figures are indicators, and which count documents, votes, guests or the size of one work."""

from __future__ import annotations

import re

from meetings.extraction.quantities import Quantity
from meetings.extraction.verbs import UPPER
from meetings.extraction.wording import has_any

_I = re.IGNORECASE
_CHANGED = re.compile(r"(?<![^\W_])(?:tăng|giảm|gấp|lên|nâng|cải thiện|vượt)[^,;]{0,25}\Z", _I)
_SCORED = re.compile(r"(?<![^\W_])(?:chỉ số|PCI|PAR|PAPI|SIPAS|DDCI|DTI|ICT|tuổi thọ|điểm số|xếp hạng)(?![^\W_])", _I)
_STANDARD = re.compile(
    r"đạt chuẩn|nông thôn mới|NTM|về đích|chuẩn quốc gia|đô thị văn minh|đạt tiêu chí|hoàn thành|thoát", _I
)
_OF_STANDARD = re.compile(r"đạt chuẩn|nông thôn mới|NTM", _I)
_CRITERIA = re.compile(
    r"(?<![^\W_])(?:đạt|hoàn thành|tăng|thêm|lên)(?! trên)(?: [^\W\d_]+){0,3}\s\Z(?<!cả )(?<!các )", _I
)
_RECOGNISED = re.compile(r" (?:đã )?được(?:(?: [^\W\d_]+){0,5} (?:công nhận|ghi nhận)|\Z)", _I)
_WORKED_ON = re.compile(
    r"(?<![^\W_])(?:khởi công|khánh thành|hoàn thành|thu hút|cấp mới|cấp phép|cấp giấy|cấp quyết định|chấp thuận|"
    r"phê duyệt|đưa vào|xây mới|xây dựng mới|thêm)[^,;]{0,40}\Z",
    _I,
)
_MADE = re.compile(
    r"(?<![^\W_])(?:phấn đấu|đạt|có(?! liên quan| thể| vai| ý)|có thêm|thêm|thành lập|thành lập mới|"
    r"hoàn thành|xây dựng|xây|công nhận|cấp|cấp mới|trồng|phát triển|"
    r"xóa|xây mới|khởi công|thu hút|nâng|bàn giao|đưa|tăng|giảm|duy trì|hình thành|tổng đàn|đàn|lên|xong|"
    r"ghi nhận|phát hiện|công bố)[^,;]{0,60}\Z",
    _I,
)
# "71 căn ‹hoàn thành›"
_MADE_AFTER = re.compile(r"\s(?:đã )?(?:hoàn thành|khởi công|khánh thành|bàn giao|đưa vào|xong)(?![^\W_])", _I)
_AIMED_AT = re.compile(
    r"(?<![^\W_])(?:chỉ tiêu|mục tiêu|kế hoạch|phấn đấu)[^;]{0,80}(?:là|giao|đạt|có)\s(?:\w+\s){0,2}\Z", _I
)
_WORKERS = re.compile(
    r"việc làm|đào tạo|lao động|dân số|bảo hiểm|tiêm|mũi vắc|được khám|thẻ BHYT|lương hưu|thoát nghèo|"
    r"xuất khẩu lao động|nước ngoài",
    _I,
)
_HELD_HOUSEHOLDS = re.compile(r"(?<![^\W_])(?:giảm|thoát nghèo|xóa|hỗ trợ|nước sạch cho|điện cho)[^,;]{0,40}\Z", _I)
_PRESENT = re.compile(
    r"(?<![^\W_])(?:tham dự|dự(?! (?:báo|kiến|án|toán|trữ|thảo|phòng|ước|thu|chi))|tham gia|mời|đại diện|"
    r"đối thoại với|làm việc với|gặp mặt|kết nối|điểm cầu|tặng|trao|khen thưởng|biểu dương|tiếp)[^,;]{0,40}\Z",
    _I,
)
_PRESENT_AFTER = re.compile(r"\s(?:\w+\s){0,2}(?:tham dự|dự|tham gia|có mặt)(?![^\W_])(?! bảo hiểm)", _I)
_VOTERS = re.compile(r"\s(?:tổng |số )*(?:đại biểu|phiếu|thành viên|ủy viên|ý kiến|cử tri|đồng chí)(?![^\W_])", _I)
_COMPLAINTS = ("khiếu nại", "tố cáo", "đòi lại", "cấp nhầm", "cấp sai", "cấp chồng")
_CASE = re.compile(rf"(?<![^\W_])(?:{'|'.join(_COMPLAINTS)})(?![^\W_])[^;.]*\Z", _I)
# "vận hành được 50% công suất": one plant's; "công suất phòng đạt 60%" names the measure before it.
_OF_ONE_WORK = re.compile(r"\s(?:công suất|tải trọng|quân số)(?![^\W_])", _I)
_VOTED = re.compile(r"(?<![^\W_])phiếu[^;.]{0,40},? (?:đạt|chiếm|bằng)(?: tỷ lệ)?\s?\Z", _I)
# "huyện kiến nghị tỉnh bố trí vốn ‹mở› 6 km đường": a single work that is asked for.
_ASKING = ("kiến nghị", "đề xuất", "xin ")
_ASKED_FOR = re.compile(
    r"(?<!\w)(?:kiến nghị|đề xuất|xin)(?!\w)[^;.]*(?<!\w)(?:mở|làm|xây|nâng cấp|sửa|sửa chữa|cứng hóa|bê tông hóa|kè"
    r"|nạo vét|thảm|rải|đầu tư|kéo|lắp|xây dựng|mở rộng)(?: mới| thêm| lại| tiếp| khoảng| gần| hơn)*\s?\Z",
    _I,
)
_NAMED = re.compile(rf" (?!NTM)[{UPPER}]\w*")
_SIZES = ("dài", "rộng", "cao", "sâu", "chở", "bán kính", "trọng lượng", "mức")
_GIVEN = ("giá", "phạt", "tặng", "trao", "thưởng", "ủng hộ")
_UNLESS_TOTAL = ("công suất", "trị giá")
_ONE_WORK = re.compile(
    rf"(?<![^\W_])(?:{'|'.join((*_SIZES, *_GIVEN))}|(?<!tổng )(?:{'|'.join(_UNLESS_TOTAL)})"
    r"|cách(?: [^\W\d_]+){0,5})(?: tiền| mỗi \w+)?\s?\Z"
    r"|(?<![^\W_])mỗi (?!năm|tháng|quý|ngày|xã|hộ)[^,;]{1,20}\s\Z"
    r"|(?<![^\W_])trong số\s?\Z",
    _I,
)
# What stands last, or else anywhere, in all that `_ONE_WORK` matches, which is looked for first.
_LAST_OF_ONE = (*_SIZES, *_GIVEN, *_UNLESS_TOTAL, "tiền", "trong số")
_OF_EACH = ("mỗi", "cách")


def is_indicator(quantity: Quantity, lead: str, tail: str) -> bool:
    """Whether a figure is told of as an indicator, by its unit and the words of its own part before and after it.

    "có 52/188 xã về đích nông thôn mới" and "tăng 1,3 lần" are; "58 đại biểu", "100% đại biểu tán thành", "tuyến
    đường dài 12 km" and "kết nối tới 75 xã" are not.
    """
    return not objection(quantity, lead, tail)


def objection(quantity: Quantity, lead: str, tail: str) -> str:
    """What speaks against a figure's being an indicator, "" if nothing does; see `is_indicator`."""
    small = lead.lower()
    if _VOTERS.match(tail) or ("phiếu" in small and _VOTED.search(lead)):
        return "counts people at the meeting"
    if _OF_ONE_WORK.match(tail) or (
        quantity.unit.dimension != "percent"
        and (small.rstrip().endswith(_LAST_OF_ONE) or has_any(small, _OF_EACH))
        and _ONE_WORK.search(lead)
    ):
        return "size or price of one thing"
    if quantity.unit.dimension in ("area", "money", "length") and has_any(small, _COMPLAINTS) and _CASE.search(lead):
        return "what one person complains about"
    if quantity.unit.dimension == "length" and has_any(small, _ASKING) and _ASKED_FOR.search(lead):
        return "a single work that is asked for"
    if quantity.unit.dimension == "territory" and _NAMED.match(tail):
        return "names which ones"  # "02 huyện Ia Pa, Chư Pưh" says which ones, not how many
    return _misses(quantity, lead, tail)


def _misses(quantity: Quantity, lead: str, tail: str) -> str:
    """What the unit's `reading` asks of the words around a figure and does not find."""
    present = "people or places at the meeting"
    shared = quantity.of_total is not None
    match quantity.unit.reading:
        case "always":
            return ""
        case "change":
            return "" if _CHANGED.search(lead) else "no word of change before it"
        case "score":
            return "" if _SCORED.search(lead) else "no index named before it"
        case "works" | "counted" if _AIMED_AT.search(lead):
            return ""
        case "shared":
            return present if _PRESENT.search(lead) else "" if shared else "no share of a total"
        case "standard":
            reached = _STANDARD.search(tail) or _RECOGNISED.match(tail) or _OF_STANDARD.search(lead[-80:])
            return "no standard reached" if not reached else present if _PRESENT.search(lead) else ""
        case "works":
            return "" if _WORKED_ON.search(lead) or shared else "nothing done with the works"
        case "counted" if _PRESENT.search(lead):
            return present
        case "counted" if quantity.unit.dimension == "criteria":
            return "" if _CRITERIA.search(lead) or shared else "no criteria met"
        case "counted" if quantity.unit.dimension == "people":
            of_work = _WORKERS.search(lead + quantity.printed_unit + tail)
            return "neither jobs nor training" if not of_work else present if _PRESENT_AFTER.match(tail) else ""
        case "counted" if quantity.unit.dimension == "households":
            return "" if _HELD_HOUSEHOLDS.search(lead) or shared else "no help for households"
        case "counted":
            return "" if _MADE.search(lead) or _MADE_AFTER.match(tail) or shared else "nothing made or aimed at"
    return "a unit of no indicator"
