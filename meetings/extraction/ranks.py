"""Ranks of offices: whom the holder stands above, told by his titles."""

from __future__ import annotations

import re
from collections.abc import Iterable

from meetings.extraction.lexicon import table
from meetings.extraction.memory import recalled
from meetings.extraction.provinces import is_city, province_at
from meetings.extraction.spans import matchable
from meetings.extraction.verbs import UPPER

_DISTRICT = re.compile(r"(?:[Hh]uyện|[Qq]uận|[Tt]hị|thị xã|xã|phường|thị trấn|đặc khu)(?!\w)")
_CITY = re.compile(rf"(?:TP\.?|thành phố) ?((?:[{UPPER}]\w*)(?: [{UPPER}]\w*)*)")
_NATIONAL = re.compile(
    r"Thủ tướng|Bộ trưởng|Thứ trưởng|Tổng Bí thư|Chủ tịch nước|(?:Chủ tịch|Chủ nhiệm .*) Quốc hội"
    r"|Trung ương\b(?!.*ủy)|Tổng cục|(?:Phó )?Vụ trưởng|(?!Ủy viên).* Trung ương$|(?:Phó )?Cục trưởng .*, Bộ "
    r"|Kiểm toán trưởng"
)
# Who supervises agencies for the council or the Party, and may ask them to mend what he found.
_OVERSEES = re.compile(
    r"(?:Phó )?Trưởng [Bb]an .*(?:HĐND|Tỉnh ủy|Thành ủy)|(?:Phó )?Chủ nhiệm (?:Ủy ban Kiểm tra|UBKT) (?:Tỉnh|Thành) ủy"
    r"|Ủy viên Thường trực HĐND"
)
_BRANCHES = tuple((row["office"], re.compile(rf"(?<!\w){matchable(row['office'])}(?!\w)")) for row in table("branches"))
_NO_BRANCH = (len(_BRANCHES), "")
_LEADS = re.compile(
    r"(?:Phó |Quyền )*(?:Bí thư|Chủ tịch|Thường trực).*(?:Tỉnh ủy|Thành ủy|UBND|HĐND|MTTQ)|(?:Phó )?Trưởng [Đđ]oàn"
    r"|Trưởng (?:Ban Chỉ đạo|Tiểu ban)|Chủ tịch Hội đồng|Tổ trưởng|Ủy viên Ban Thường vụ (?:Tỉnh|Thành) ủy|Phó Bí thư"
    r"|Bí thư$|Chủ tịch$|Ủy viên Ban Thường vụ$"
)
_FIRST_OFFICES = re.compile(r"(Chủ tịch|Bí thư)(?: (?:UBND )?(.+))?")
_PROVINCIAL = ("tỉnh", "thành phố", "TP", "Tỉnh ủy", "Thành ủy")


def rank_of(titles: Iterable[str]) -> str:
    """The rank that canonical `titles` give together; "leader" where there is none, since only leaders go without.

    `rank_of(["Giám đốc Sở Y tế"]) == "official"`
    """
    kinds = {_kind_of(title) for title in titles}
    if not kinds or "leader" in kinds:
        return "leader"
    return next(kind for kind in ("national", "district", "overseer", "official") if kind in kinds)


@recalled
def _kind_of(title: str) -> str:
    local = _is_local(title)
    if _LEADS.match(title) and not local:
        return "leader"
    if _NATIONAL.match(title):
        return "national"
    if local:
        return "district"
    return "overseer" if _OVERSEES.match(title) else "official"


@recalled
def _is_local(title: str) -> bool:
    """Whether the office is a district's or a commune's; "UBND TP. Vinh" is, "UBND TP. Cần Thơ" is not."""
    city = _CITY.search(title)
    return bool(_DISTRICT.search(title)) or bool(city and not is_city(city[1]))


def branch_of(titles: Iterable[str]) -> str:
    """The field whose agencies look to the holder of `titles`: "Công an" for the head of the province's police."""
    return min(map(_branch_in, titles), default=_NO_BRANCH)[1]


@recalled
def _branch_in(title: str) -> tuple[int, str]:
    """The branch that the title names, the first in the order of the table, with its place there."""
    branches = ((at, office) for at, (office, pattern) in enumerate(_BRANCHES) if pattern.search(title))
    return next(branches, _NO_BRANCH)


@recalled
def first_office(title: str) -> str:
    """Which of a province's two first offices `title` names, in full or short: "Chủ tịch", "Bí thư"; "" for others.

    "Chủ tịch UBND tỉnh", "Chủ tịch tỉnh" and "Chủ tịch {province}" are one, "Bí thư" alone is the Party's.
    """
    office = _FIRST_OFFICES.fullmatch(title)
    if office is None:
        return ""
    of = office[2] or ("Tỉnh ủy" if office[1] == "Bí thư" else "?")
    province = province_at(of, 0)
    return office[1] if of in _PROVINCIAL or (province and province[0] == len(of)) else ""
