"""Which agency printed words name: of which kind, and of which province; None for groups and bare kinds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from meetings.extraction.agency_table import canonical_agency
from meetings.extraction.provinces import provinces_in
from meetings.extraction.spans import matchable
from meetings.extraction.title_forms import owner
from meetings.extraction.titles import find_titles
from meetings.reconcile.city_names import in_province
from meetings.reconcile.provinces import Place
from people.models import Organization, Province
from people.names import name_key

_KINDS = {
    "sở": Organization.Kind.DEPARTMENT,
    "cơ quan chuyên môn": Organization.Kind.DEPARTMENT,
    "ngành dọc": Organization.Kind.DEPARTMENT,
    "cơ quan ngang sở": Organization.Kind.JUSTICE,
    "tư pháp": Organization.Kind.JUSTICE,
    "UBND": Organization.Kind.COMMITTEE,
    "HĐND": Organization.Kind.COUNCIL,
    "ban HĐND": Organization.Kind.COUNCIL,
    "ban đảng": Organization.Kind.PARTY,
    "cấp ủy": Organization.Kind.PARTY,
    "tổ chức đảng": Organization.Kind.PARTY,
    "cơ quan trung ương": Organization.Kind.NATIONAL,
    "lực lượng vũ trang": Organization.Kind.FORCE,
    "văn phòng": Organization.Kind.OFFICE,
    "ban chỉ đạo": Organization.Kind.STEERING,
    "mặt trận": Organization.Kind.FRONT,
    "đoàn thể": Organization.Kind.FRONT,
}
# Names that say what a body is, not which one it is.
_BARE = re.compile(
    r"(?:(?:Ban Chỉ đạo|Ban Chỉ huy|Ban Tổ chức|Tổ công tác|Tổ giúp việc|Tiểu ban|Hội đồng|Ban Quản lý|Ban|Văn phòng"
    r"|Ban Quản lý dự án|Trung tâm|Đoàn (?:giám sát|công tác|kiểm tra|khảo sát|đại biểu).*)(?: tỉnh| thành phố)?"
    r"|Huyện ủy|Thị ủy|Quận ủy|Đảng ủy|(?:UBND|HĐND|Đảng ủy) (?:huyện|quận|thị xã|thị trấn|xã|phường|đặc khu))\Z"
)
_OF_THE_NATION = re.compile(r"(?:Quốc hội|Chính phủ|Bộ Chính trị|Ban Bí thư)\b|.*\b(?:Trung ương(?: Đảng)?|Việt Nam)\Z")
_TOWN = re.compile(r"(?:thành phố|TP\.?|T\.P)\s(?P<name>[^\W\d_].*)\Z")


@dataclass(frozen=True, slots=True)
class Named:
    """A single agency as words name it; `province` is None for a national one."""

    name: str
    kind: Organization.Kind
    province: Province | None

    @property
    def key(self) -> tuple[str, int | None]:
        """What two spellings of one agency share."""
        return name_key(self.name), self.province.pk if self.province else None


def named(words: str, place: Place) -> Named | None:
    """The agency that `words` name at `place`; None for groups, unknown kinds, and agencies of an unknown province.

    An office stands for its agency: "Giám đốc Sở Y tế" is Sở Y tế.
    """
    plain = re.sub(r"\s+", " ", matchable(words)).strip(" .,;:")
    titles = find_titles(plain)
    if titles and titles[0].span.start == 0:
        body = owner(titles[0].text)
        return named(body, place) if body and not titles[0].plural and not titles[0].generic and body != plain else None
    agency = canonical_agency(re.sub(r"\AĐoàn chuyên trách (?=Đoàn )", "", plain), place.day)
    if not agency.single or agency.kind in ("khác", "nhóm") or _BARE.match(agency.canonical):
        return None
    name, level = agency.canonical, agency.level
    town = _TOWN.search(plain)
    if town and not place.is_city(town["name"]):  # a town of the province: no body of the province itself
        name, level = plain, "huyện"
    if level == "trung ương" or _OF_THE_NATION.match(name):
        return Named(name, Organization.Kind.NATIONAL, None)
    province = place.home
    if level not in ("huyện", "xã") and (printed := provinces_in(plain)) and printed[-1][1] == len(plain):
        province = place.home_of(printed[-1][2])
    if province is None:
        return None
    local = level in ("huyện", "xã")
    kind = Organization.Kind.LOCAL if local else _KINDS.get(agency.kind, Organization.Kind.OTHER)
    if re.match(r"Đoàn (?:ĐBQH|đại biểu Quốc hội)", name, re.I):
        kind = Organization.Kind.DELEGATION
    return Named(name if local else in_province(name, province), kind, province)
