"""Titles whose body stands with the title beside them: "‹Bí thư›, Chủ tịch HĐND tỉnh", "‹Ủy viên Ban Thường vụ›, …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
_PROVINCIAL = (" Tỉnh ủy", " tỉnh")
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
