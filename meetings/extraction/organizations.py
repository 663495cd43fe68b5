"""Agencies by name: the longest known name at a place of the text, and the one form of its many spellings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from meetings.extraction.agency_kinds import look_of
from meetings.extraction.agency_spellings import comparable, initials, initials_of_words, spellings
from meetings.extraction.lexicon import table, variants
from meetings.extraction.organization_names import organization_end
from meetings.extraction.provinces import find_provinces, province_at
from meetings.extraction.spans import matchable
from meetings.extraction.verbs import TASK, UPPER, alternatives
from meetings.extraction.wording import alternation


def _heads() -> str:
    """What an agency's name begins with, but not before what makes another word of it: "Sở" in "Sở hữu"."""
    after = {
        matchable(row["head"]): rf"(?!\w| (?:{row['not_before']})(?!\w))" if row["not_before"] else r"(?!\w)"
        for row in table("agency_heads")
    }
    # Bare words of which only some uses are names; "Phòng, chống" is none.
    after |= {"Thống kê": r"(?= tỉnh(?!\w))", "Vụ": rf"(?= [{UPPER}])", "Vùng": r"(?= \d)"}
    after["Phòng"] = rf"(?!,){after['Phòng']}"
    return alternation(after, after=after)


HEAD = re.compile(rf"(?:{_heads()})")
_LONGEST_HEAD = 16
_LEVEL = r"(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|T\.P)"
_SHORTENED = ("sở", "cơ quan trung ương", "ban HĐND", "ban đảng", "đơn vị sự nghiệp")
_PLACE = rf"(?: (?:[{UPPER}][\w']*))"
_TAIL = re.compile(
    rf"(?: {_LEVEL}(?:{_PLACE}{{1,4}})?|(?: tỉnh)? khu vực [IVXLC\d]+| [Cc]hi nhánh (?:tỉnh|thành phố"
    rf"|khu vực)(?: \d+)?| các cấp)(?![\w])"
)
_PROVINCIAL_END = re.compile(rf" {_LEVEL}(?:{_PLACE}{{1,4}})?\Z")
# "Mặt trận ‹và các đoàn thể›" are two that are told.
_AND_GROUP = re.compile(
    r" và các (?:đoàn thể|tổ chức|hội|sở|ngành|cơ quan|đơn vị|huyện|xã|phường|địa phương|ban)(?!\w)"
)
# "Chi cục Thủy lợi ‹và Bộ đội Biên phòng›" as well, but "Văn phòng HĐND và UBND" is one.
_AND_AGENCY = re.compile(rf" và (?={HEAD.pattern})")
_OF_TWO = (
    "Văn phòng",
    "VP",
    "Ban Chỉ",
    "Ban chỉ",
    "Hội đồng",
    "Tổ ",
    "Tiểu ban",
    "Đoàn ",
    "Quỹ ",
    "Khối ",
    "Liên hiệp",
)


@dataclass(frozen=True, slots=True)
class Agency:
    """What a printed name stands for. `single` is False for groups ("các sở, ngành") and unnamed kinds."""

    canonical: str
    kind: str
    level: str
    single: bool


def key(name: str) -> str:
    """A name for comparison: abbreviations written out, "tỉnh" or "thành phố X" at the end left out."""
    return comparable(_PROVINCIAL_END.sub("", matchable(name).strip(" .,;:-")))


@cache
def _known() -> dict[str, dict[str, str]]:
    """Rows of the table by what spellings share, first with the level at their end ("Kho bạc Nhà nước tỉnh")."""
    found: dict[str, dict[str, str]] = {}
    forms = [(form, row) for row in table("agencies") for form in (row["name"], *variants(row["variants"]))]
    for form, row in forms:
        found.setdefault(comparable(matchable(form)), row)
    for form, row in forms:
        found.setdefault(key(form), row)
    return found


@cache
def _by_initials() -> dict[str, dict[str, str]]:
    """Rows by the first letters of their names, where no two share them: `sở KHĐT`."""
    found: dict[str, list[dict[str, str]]] = {}
    for row in table("agencies"):
        if letters := initials_of_words(_PROVINCIAL_END.sub("", matchable(row["name"]))):
            found.setdefault(letters, []).append(row)
    return {letters: rows[0] for letters, rows in found.items() if len(rows) == 1}


def _row(name: str) -> dict[str, str] | None:
    """The row of the table that `name`, as it is matched, stands for."""
    bare = _PROVINCIAL_END.sub("", name)
    letters = initials(bare)
    return _known().get(comparable(name)) or _known().get(key(bare)) or _by_initials().get(letters or "")


@cache
def printed_forms() -> frozenset[str]:
    """All names of the table as they may be printed, their parts joined or shortened otherwise (`spellings`)."""
    found = set()
    for row in table("agencies"):
        found |= spellings(matchable(row["name"]), short=row["kind"] in _SHORTENED)
        for form in variants(row["variants"]):
            found |= spellings(matchable(form), short=False)
    return frozenset(found)


@cache
def _pattern(*, any_case: bool = False) -> re.Pattern[str]:
    forms = {form for full in printed_forms() if len(form := _PROVINCIAL_END.sub("", full)) > 2}
    return re.compile(rf"(?:{alternatives(forms, any_case=any_case)})(?!\w)", re.I if any_case else 0)


@cache
def short_names(head: str) -> re.Pattern[str]:
    """What stands for an agency in a list behind its head: "Tài chính" and "NN&PTNT" for `Sở`."""
    forms = {
        re.sub(r" (?:Tỉnh ủy|Thành ủy|HĐND.*|tỉnh|thành phố)\Z", "", form[len(head) + 1 :])
        for form in printed_forms()
        if form.startswith(f"{head} ")
    }
    return re.compile(rf"(?:{alternatives(forms)})(?!\w)" if forms else r"(?!)")


def known_end(plain: str, start: int) -> int:
    """Where a name of the table that begins at `start` ends, its province included; `start` where none does.

    Capitals matter for the first letter only: "Ban cán sự đảng UBND tỉnh" is "Ban Cán sự đảng UBND tỉnh".
    """
    match = _pattern().match(plain, start) or (
        plain[start : start + 1].isupper() and _pattern(any_case=True).match(plain, start)
    )
    if not match:
        return start
    tail = _TAIL.match(plain, match.end())
    if tail:
        return tail.end()
    province = province_at(plain, match.end() + 1) if plain[match.end() : match.end() + 1] == " " else None
    return province[0] if province else match.end()


def _goes_on_without(plain: str, start: int, known: int) -> bool:
    """Whether the words behind a known name are no part of it: another one in a list, or what is to be done."""
    if plain.startswith((" và các ", ", "), known):
        return True
    if plain.startswith(" và ", known):
        return plain[known + 4].isupper() or plain[known + 4].isdigit()
    return bool(TASK.match(plain, known + 1)) and not plain.startswith(("Ban Q", "BQL"), start)


def agency_end(plain: str, start: int) -> tuple[int, bool]:
    """Where the agency's name that begins at `start` ends (`start`: none does), and whether the table knows it."""
    if not plain[start : start + 1].isupper():
        return start, False
    known = known_end(plain, start)
    other = organization_end(plain, start)[0]
    if other > start and (others := _AND_GROUP.search(plain, start, other + 12)):
        other = others.start()
    if (
        other > start
        and not plain.startswith(_OF_TWO, start)
        and (others := _AND_AGENCY.search(plain, start, min(len(plain), other + _LONGEST_HEAD)))
        and others.start() < other
    ):
        other = others.start()
    if known > start and (known >= other or _goes_on_without(plain, start, known)):
        return known, True
    return other, known > start


def _without_province(plain: str) -> str:
    """ "Sở Y tế Nghệ An" without the province, which the agency's own record has."""
    for start, end, _ in find_provinces(plain):
        if end == len(plain):
            return plain[:start].rstrip()
    return plain


def canonical_agency(name: str) -> Agency:
    """The agency that a printed name stands for: "Sở NN-PTNT" → Sở Nông nghiệp và Phát triển nông thôn, tỉnh.

    Unknown names keep their words; level and kind are then read from the words alone.
    """
    plain = re.sub(r"\s+", " ", matchable(name)).strip(" .,;:")
    row = _row(plain) or _row(_without_province(plain))
    if row:
        return Agency(row["name"], row["kind"], row["level"], True)
    kind, level, single = look_of(plain)
    return Agency(plain, kind, level, single)
