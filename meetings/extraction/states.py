"""Words that tell how far a figure has come: aimed at, expected or reached."""

from __future__ import annotations

from typing import Literal

from meetings.extraction.cued import Cued, cued
from meetings.extraction.periods import NOW, YEAR

Status = Literal["planned", "projected", "achieved"]

_PLAN_IS = (
    r"(?:chỉ\ tiêu|kế\ hoạch|dự\ toán)(?:(?!\ (?:đều|đã)\ )[^;,]){0,70}"
    r"\ (?:là|giao|phê\ duyệt|được\ giao|tăng|từ|với|năm\ \d{4}\ với)"
    r"(?=\s|\Z)"
)


# Later words win over earlier ones, as with periods.
STATES: tuple[Cued[Status], ...] = (
    cued(
        "aimed at a day",
        r"\b(?:phấn\ đấu|mục\ tiêu|quyết\ tâm|sẽ|chậm\ nhất|hoàn\ thành|trước)\b[^;,]{0,30}\ đến\ (?:hết\ )?ngày",
        "planned",
    ),
    cued(
        "aimed at",
        r"\bchỉ\ tiêu\s*(?:trên|hơn|ít\ nhất|tối\ thiểu)?\s*\Z|\bmục\ tiêu\s*(?:trên|hơn)?\s*\Z"
        r"|\b(?<!vượt\ )(?<!hơn\ )(?<!ngân\ )(?:kế\ hoạch|dự\ toán)(?:\ (?:cả\ năm|năm|đề\ ra|được\ giao|là))*\s*\Z"
        r"|\b(?<!ngân\ )kế\ hoạch\ vốn(?:\ (?:đầu\ tư\ công|cả\ năm|năm\ nay|năm\ \d{4}|là|hơn|gần|trên|khoảng))*\s*\Z"
        r"|(?<!đã\ )\b(?:phân\ bổ|ứng\ trước)(?:\ (?:thêm|hơn|gần|khoảng|tối\ thiểu|ít\ nhất))*\s*\Z",
        "planned",
    ),
    cued(
        "a plan moved",
        r"\b(?:điều\ chỉnh|nâng|hạ|giảm)(?:\ (?:tăng|giảm))?\ (?:dự\ toán|kế\ hoạch|chỉ\ tiêu|mục\ tiêu)"
        r"[^;.,]{0,40}?\ (?:lên|xuống|còn|thành)(?:\ (?:trên|hơn|gần|khoảng))?\s*\Z"
        r"|(?<!hiện\ )(?<!hành\ )\bkế\ hoạch\ (?:gieo\ trồng|gieo\ cấy|gieo\ sạ|thả\ nuôi|trồng\ mới|trồng\ rừng|trồng"
        r"|nuôi|khai\ thác|đào\ tạo|tuyển\ sinh|xây\ mới|thu\ mua)\s*\Z"
        r"|\bcam\ kết(?:\ [^\W\d_]+){0,4}\ \(\s*\Z",
        "planned",
    ),
    cued(
        "when it is built",
        r"\bkhi\ (?:chạy|hoạt\ động|đi\ vào|vận\ hành|hoàn\ thành|xây\ xong)[^;.]{0,60}"
        r"|\b(?:tổng\ (?:vốn|mức)|quy\ mô)\ đầu\ tư(?!\ (?:toàn|phát\ triển|công|xã))",
        "planned",
    ),
    cued(
        "wanted",
        r"\b(?:muốn|để\ đạt|(?:để|sao\ cho|bảo\ đảm|đảm\ bảo)\ đến\ (?:hết|cuối|ngày|tháng|quý|năm))\ [^;.]{0,60}"
        r"|\bphải\ (?:tăng|giảm|thu|giải\ ngân|trồng|xây|bố\ trí|có|bù|vượt)(?![^\W_])"
        r"|\b(?:cam\ kết|hứa|kiến\ nghị|xin)\ (?:sẽ\ )?(?:bố\ trí|bổ\ sung|hỗ\ trợ|cấp|chi|dành|nâng)[^;.]{0,60}"
        r"|\bphải(?:\ [^\W\d_]+){1,3}\ (?:ít\ nhất|tối\ thiểu)(?![^\W_])"
        r"|(?<!\w)giao\ (?:cho\ )?(?:tỉnh\ |thành\ phố\ |huyện\ |địa\ phương\ )?(?:phải\ )?"
        r"(?:thu|tăng\ trưởng|giảm|đạt|chỉ\ tiêu|kế\ hoạch|hoàn\ thành(?!\ (?:kế|chỉ))"
        r"|giải\ ngân|xây|trồng|xóa|kết\ nạp)"
        r"(?![^\W_])",
        "planned",
    ),
    cued(
        "pledged or set for oneself",
        r"\b(?:ngành|tỉnh|huyện|xã|đơn\ vị|địa\ phương|sở|năm\ \d{4},?)(?:\ [^\W\d_]+){0,2}"
        r"\ đăng\ ký\ (?:đón|thu|trồng|tăng|giảm|hoàn\ thành|giải\ ngân|đạt|xóa|xây)(?![^\W_])"
        r"|\b(?:tự\ )?(?:đặt|đề)(?:\ ra)?(?:\ cho\ mình)?\ mức\ (?:phấn\ đấu|tăng|thu|giảm)(?![^\W_])",
        "planned",
    ),
    cued("damage", r"\bthiệt\ hại[^;.]{0,60}?\bước(?:\ tính)?(?![^\W_])", "achieved"),
    cued(
        "condition",
        r"\bthì\ [^,;]{0,25}\bmới\ (?:đạt|hoàn\ thành)|\b(?:phải|cần)\ đạt(?![^\W_])",
        "planned",
    ),
    cued("announced", r"\b(?:chỉ\ tiêu|mục\ tiêu)[^:;.]{0,60}:\s*\Z", "planned"),
    cued(
        "set by a resolution",
        r"\b(?:xác\ định|đề\ ra|đặt\ ra|thống\ nhất|thông\ qua|quyết\ nghị|ấn\ định|đặt)\b[^:;.]{0,80}"
        r"(?:chỉ\ tiêu|mục\ tiêu)[^:;.]{0,80}:",
        "planned",
    ),
    cued(
        "a scenario",
        r"\bkịch\ bản(?:\ (?:tăng\ trưởng|đề\ ra|là|ở\ mức|cho|cả\ năm|năm|quý|[69]\ tháng|IV|I{1,3}))*\s*\Z",
        "planned",
    ),
    cued(
        "measured by the plan",
        r"\b(?:so\ với|vượt|theo|bằng|hoàn\ thành|đạt|thực\ hiện)(?:\ (?:và\ vượt|các|mức|\d+))*\ (?:mục\ tiêu|"
        r"chỉ\ tiêu|kế\ hoạch|dự\ toán)(?!\ là\b)"
        r"|\bmục\ tiêu\ quốc\ gia|\bgiải\ ngân\ kế\ hoạch",
        None,
    ),
    cued(
        "plan told beforehand",
        r"\b(?:kế\ hoạch|chỉ\ tiêu|mục\ tiêu|dự\ toán)[^:;.]{0,40}?\ dự\ kiến(?![^\W_])",
        "planned",
    ),
    cued("outlook of a year", r"\b(?:dự\ báo|dự\ kiến|dự\ tính)[^,;]{0,30}?\ đến\ năm\ " + YEAR, "projected"),
    cued(
        "plan",
        r"\b(?:phấn\ đấu|dự\ kiến\ (?:các\ )?chỉ\ tiêu|mục\ tiêu|cố\ gắng|quyết\ tâm|sẽ|"
        r"(?:kế\ hoạch|chỉ\ tiêu)\ đến|đến\ năm\ " + YEAR + r"|" + _PLAN_IS + r")(?![^\W_])",
        "planned",
    ),
    cued(
        "outlook",
        r"\b(?:dự\ kiến|dự\ báo)(?![^\W_])|\bkhả\ năng\ (?:cả\ năm|năm|chỉ|sẽ|đạt|hoàn)|\bnếu\ [^;.]{0,80}?,",
        "projected",
    ),
    cued("estimate", r"\b(?:ước|ước\ tính|dự\ ước)(?![^\W_])", "projected"),
    cued(
        "reached",
        r"\b(?:đã|mới(?:\ \w+){1,2}\ được|mới\ (?:chỉ|đạt|giải\ ngân|thu)|chỉ\ đạt|đạt\ được|đến\ nay|"
        + NOW
        + r"|(?<!ước\ )tính\ đến|lũy\ kế|"
        r"(?<!để\ )(?<!sao\ cho\ )(?<!bảo\ đảm\ )(?<!đảm\ bảo\ )đến\ (?:hết\ )?ngày)(?![^\W_])",
        "achieved",
    ),
)
