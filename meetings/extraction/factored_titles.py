"""Titles whose body stands with the title beside them: "‹Bí thư›, Chủ tịch HĐND tỉnh", "‹Ủy viên Ban Thường vụ›, …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from meetings.extraction.names import begins_person
from meetings.extraction.organization_names import organization_end
from meetings.extraction.provinces import is_city, provinces_in
from meetings.extraction.title_forms import owner, write_out

PARTY_HEADS = frozenset({"Bí thư", "Phó Bí thư", "Phó Bí thư Thường trực"})
_BEHIND = re.compile(
    r"(?:,| -|,? kiêm|,? đồng thời là) (?i:(?:phó )?chủ tịch|CT|PCT|trưởng)(?i: thường trực| TT)?(?: của)? "
    r"(?=UBND|HĐND|Ủy ban nhân|Uỷ ban nhân|Hội đồng nhân|[Đđ]oàn (?:ĐBQH|[Đđ]ại biểu Quốc hội))"
)
_LEVEL = re.compile(
    r"(?:UBND|HĐND|[Đđ]oàn (?:ĐBQH|[Đđ]ại biểu Quốc hội))"
    r"(?: (?P<level>tỉnh|thành phố|huyện|quận|thị xã|thị trấn|phường|xã|đặc khu)(?!\w))?(?P<place>.*)"
)
_COMMITTEES = {"tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy", "huyện": "Huyện ủy", "quận": "Quận ủy", "thị xã": "Thị ủy"}
_WITHOUT_BODY = frozenset({
    "Giám đốc", "Phó Giám đốc", "Chỉ huy trưởng", "Phó Chỉ huy trưởng", "Chính ủy", "Phó Chính ủy", "Chủ nhiệm",
    "Phó Chủ nhiệm", "Cục trưởng", "Phó Cục trưởng", "Viện trưởng", "Phó Viện trưởng", "Chánh án", "Phó Chánh án",
})  # fmt: skip
_BODIES_OF_HEADS = ("Sở ", "Công an ", "Bộ ", "Ủy ban ", "Cục ", "Chi cục ", "Viện ", "Tòa ", "Ban ", "Trung tâm ",
                    "Kho bạc ", "Bảo hiểm ", "Ngân hàng ", "Bệnh viện ", "Đài ", "Quỹ ", "Học viện ")  # fmt: skip
_PROVINCIAL = (" Tỉnh ủy", " tỉnh")
# A unit inside a body of the centre or an agency, which is named behind it: "Vụ Địa phương, ‹Ban Tổ chức Trung ương›".
_OF_UNITS = re.compile(r"(?:Phó )?(?:Vụ|Cục|Tổng cục|Viện|Chi cục) trưởng|(?:Phó )?Trưởng phòng|Phó Trưởng Phòng")
_HIGHER = re.compile(
    r", (?=Ban [^\W\d_]+(?: [^\W\d_]+){0,3} Trung ương(?!\w)"
    r"|Bộ (?:Nội|Tài|Y|Xây|Công|Nông|Giáo|Khoa|Văn|Tư|Ngoại|Quốc|Lao|Giao|Kế|Thông|Dân)"
    r"|Văn phòng (?:Chính phủ|Quốc hội|Trung ương)|Thanh tra Chính phủ|Kiểm toán Nhà nước|Ngân hàng Nhà nước"
    r"|Tổng cục |(?P<local>Sở ))"
)
_LOCAL = re.compile(r"(?:Huyện|Thị|Quận|Đảng) ủy|(?:UBND|HĐND) (?:huyện|thị|quận|thành phố|xã|phường|đặc khu)")


def committee_behind(plain: str, end: int) -> str | None:
    """The committee of a Party title that ends at `end` without one, as the office behind it tells.

    "Phó Bí thư, Chủ tịch UBND huyện Tuy An" is of Huyện ủy Tuy An; None where no office of one body follows.
    """
    office = _BEHIND.match(plain, end)
    if office is None:
        return None
    last, many = organization_end(plain, office.end())
    if many or last == office.end():
        return None
    body = _LEVEL.match(write_out(plain[office.end() : last]))
    if body is None:
        return None
    level, place = body["level"], body["place"].strip()
    if level is None:
        named = provinces_in(place)
        if place and not named:
            return None
        return "Thành ủy" if named and is_city(named[0][2]) else "Tỉnh ủy"
    return f"{_COMMITTEES.get(level, f'Đảng ủy {level}')} {place}".strip()


def higher_end(plain: str, end: int, head: str) -> int:
    """Where a title of `head` that ends with a unit at `end` really ends: past the body that the unit belongs to."""
    higher = _HIGHER.match(plain, end) if _OF_UNITS.fullmatch(head) else None
    if higher is None or (higher["local"] and "hòng" not in head):
        return end
    last, many = organization_end(plain, higher.end())
    goes_on = plain.startswith((" và ", ", Sở ", ", Bộ "), last)
    return end if many or goes_on or begins_person(plain, last + 1) else last


def with_body(offices: Sequence[str], n: int) -> str:
    """The title at `n` of those that somebody holds, with the body of the next where it is printed once for both.

    "Phó Chỉ huy trưởng, Tham mưu trưởng Bộ Chỉ huy Quân sự tỉnh", "Giám đốc, Bí thư Đảng ủy Sở Y tế".
    """
    office = offices[n]
    body = owner(offices[n + 1]) if n + 1 < len(offices) and office in _WITHOUT_BODY else None
    body = body.removeprefix("Đảng ủy ") if body else None
    return f"{office} {body}" if body and body.startswith(_BODIES_OF_HEADS) else office


def committee_beside(offices: Sequence[str]) -> str:
    """The committee, with a space before it, at the end of the first of the titles `offices` that has one, else "".

    "Trưởng Ban Tổ chức Tỉnh ủy" tells of which committee "Ủy viên Ban Thường vụ" beside it is.
    """
    for office in offices:
        for committee in (" Tỉnh ủy", " Thành ủy"):
            if office.endswith(committee):
                return committee
    return ""


def is_provincial(offices: Sequence[str]) -> bool:
    """Whether one of the titles `offices` is the province's ("Giám đốc Công an tỉnh") and none a place's within it."""
    bodies = [body for office in offices if (body := owner(office))]
    return any(f" {body}".endswith(_PROVINCIAL) for body in bodies) and not any(map(_LOCAL.search, bodies))
