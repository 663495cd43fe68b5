"""Kinds of agencies by the words of their names, for those that no table knows."""

from __future__ import annotations

import re

_GROUP = re.compile(
    r"(?:các|những|toàn thể|lãnh đạo|người đứng đầu|thủ trưởng|giám đốc|mỗi|từng|toàn bộ)\b|.*\b(?:các|cấp (?:huyện"
    r"|xã|tỉnh|cơ sở))\b"
    r"|.*[,;](?! Thể thao| chăm sóc| Truyền hình| các đoàn thể| chữa cháy)",
    re.I,
)
_DISTRICT = re.compile(r"(?:^|\s)(?:huyện|quận|thị xã|thành phố [A-ZĐ]|TP\.? ?[A-ZĐ]|Huyện|Quận|Thị)(?:\s|$)")
_COMMUNE = re.compile(r"(?:^|\s)(?:xã|phường|thị trấn|đặc khu)(?:\s|$)")
_KINDS = (
    ("sở", r"Sở "),
    ("UBND", r"UBND|Ủy ban nhân dân"),
    ("HĐND", r"(?:Thường trực )?(?:HĐND|Hội đồng nhân dân)|Đoàn ĐBQH"),
    ("ban HĐND", r"Ban .*HĐND"),
    ("ban đảng", r"(?:Ban|Văn phòng|Ủy ban Kiểm tra) .*(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy"),
    ("cấp ủy", r"(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy|Ban Thường vụ|Ban Chấp hành"),
    ("tổ chức đảng", r"Đảng (?:ủy|bộ|đoàn)|Ban [Cc]án sự|Chi bộ"),
    ("cơ quan trung ương", r"Bộ (?!Chỉ huy|CHQS|đội)|Tổng cục|Chính phủ"),
    ("lực lượng vũ trang", r"Công an|Bộ Chỉ huy|Bộ CHQS|Bộ đội|Ban Chỉ huy Quân sự"),
    ("BQL", r"Ban Quản lý|Ban QLDA|BQL"),
    ("ban chỉ đạo", r"Ban Chỉ đạo|Tổ công tác|Tổ giúp việc|Tiểu ban"),
    (
        "đơn vị",
        r"Trung tâm|Chi cục|Cục(?! diện| bộ)|Trường(?! hợp| kỳ)|Đại học|Viện(?! trợ)|Bệnh viện|Quỹ(?! đất)|Văn phòng"
        r"|Báo(?! cáo| động| hiệu)|Đài",
    ),
    ("đoàn thể", r"Hội |Liên đoàn|Liên minh|Liên hiệp|Đoàn |Tỉnh đoàn|Hiệp hội"),
    ("doanh nghiệp", r"(?:Tổng )?Công ty|Tập đoàn|Ngân hàng"),
)
_KIND_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)


def look_of(name: str) -> tuple[str, str, bool]:
    """Kind and level of an agency as its name tells them, and whether it is a single one.

    `look_of("Hội Luật gia tỉnh") == ("đoàn thể", "tỉnh", True)`
    """
    group = bool(_GROUP.match(name)) or not name[:1].isupper()
    kind = next((kind for kind, pattern in _KIND_PATTERNS if pattern.match(name)), "nhóm" if group else "khác")
    level = "xã" if _COMMUNE.search(name) else "huyện" if _DISTRICT.search(name) else "tỉnh"
    return kind, "trung ương" if kind == "cơ quan trung ương" else level, not group
