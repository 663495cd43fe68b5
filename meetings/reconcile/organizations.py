"""Which organization printed words mean: one agency of the meeting's province, a national one, or only words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.db import IntegrityError, transaction
from django.db.models import F, Q

from meetings.extraction.agency_table import canonical_agency
from meetings.extraction.lexicon import table, variants
from meetings.extraction.provinces import provinces_in
from meetings.extraction.spans import matchable
from meetings.extraction.title_forms import owner
from meetings.extraction.titles import find_titles
from meetings.reconcile.city_names import in_province
from meetings.reconcile.provinces import Place
from meetings.reconcile.rows import save_quietly
from meetings.reconcile.successions import describe, link
from people.corrections import State
from people.models import Alias, Organization, Province
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


class Organizations:
    """The organizations that one article's words mean: found together, made where they are missing."""

    def __init__(self, place: Place, words: Iterable[str | None]) -> None:
        self._place = place
        self._named = {text: named(text, place) for text in {text for text in words if text}}
        self._found: dict[tuple[str, int | None], Organization] = {}
        self._look_up({agency.key for agency in self._named.values() if agency})

    def of(self, words: str | None) -> Organization | None:
        """The organization that `words` mean, made now if it is new; None where they mean no single one."""
        if not words:
            return None
        if words not in self._named:
            self._named[words] = named(words, self._place)
            if agency := self._named[words]:
                self._look_up({agency.key} - set(self._found))
        agency = self._named[words]
        if agency is None:
            return None
        found = self._found.get(agency.key)
        if found is None:
            found = self._found[agency.key] = _made(agency)
        elif found.state == State.WITHDRAWN:
            found.state = State.READ
            save_quietly(found)
        return found

    def _look_up(self, keys: set[tuple[str, int | None]]) -> None:
        if not keys:
            return
        names = {name for name, _ in keys}
        provinces = {pk for _, pk in keys if pk}
        here = Q(province__isnull=True) | Q(province__in=provinces)
        # Where a person has set the province right, texts that say the former one still mean this agency.
        said = Q(extracted__province__in=provinces) | Q(extracted__province=None)
        named = Organization.objects.filter(here | said, name_key__in=names).select_related("merged_into")
        for organization in named.order_by(F("merged_into").asc(nulls_first=True), "pk"):
            self._take(organization.name_key, organization.standing())
        aliases = Alias.objects.filter(name_key__in=names, organization__isnull=False).select_related("organization")
        former = Organization.objects.in_bulk({a.read_as["organization"] for a in aliases if a.read_as})
        for alias in aliases:
            if alias.organization is not None:
                meant = former.get(alias.read_as.get("organization", 0), alias.organization)
                survivor = alias.organization.survivor_as(meant)
                self._take(alias.name_key, survivor)
                self._found.setdefault((alias.name_key, survivor.province_id), survivor)

    def _take(self, key: str, organization: Organization) -> None:
        """Lets a name at a place lead to an organization, where no other bears it: those merged away come last."""
        meant = organization.meant
        own = (key, meant.province_id)
        bearer = self._found.get(own)
        if bearer is None or (key == meant.name_key and bearer.meant.province_id != meant.province_id):
            self._found[own] = organization
        self._found.setdefault((key, meant.extracted.get("province", meant.province_id)), organization)


def _made(agency: Named) -> Organization:
    organization = Organization(abbreviations=_abbreviations().get(name_key(agency.name), ""))
    organization.follow({"name": agency.name, "kind": agency.kind, "province": agency.province})
    describe(organization)
    try:
        with transaction.atomic():
            save_quietly(organization)
    except IntegrityError:  # another reading made it meanwhile
        rows = Organization.objects.filter(name_key=name_key(agency.name), province=agency.province)
        return rows.get(merged_into__isnull=True)
    link(organization)
    return organization


@cache
def _abbreviations() -> dict[str, str]:
    """Short forms by the key of the name: "Sở KH&ĐT|SKHĐT"."""
    short = {}
    for row in table("agencies"):
        forms = [form for form in variants(row["variants"]) if len(form) < len(row["name"])]
        short[name_key(row["name"])] = "|".join(forms)[:200].rpartition("|")[0] or "|".join(forms)[:200]
    return short
