"""Agencies by name: the longest known name at a place of the text."""

from __future__ import annotations

import re
from functools import cache

from meetings.extraction.agency_table import LEVEL, PLACE, PROVINCIAL_END, printed_forms
from meetings.extraction.lexicon import table
from meetings.extraction.organization_names import organization_end
from meetings.extraction.provinces import province_at
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
_TAIL = re.compile(
    rf"(?: (?:TX|TT|[HPQX])\. ?[{UPPER}][\w']*{PLACE}{{0,3}}"
    rf"| {LEVEL}(?:(?<=\.)[{UPPER}][\w']*{PLACE}{{0,3}}|{PLACE}{{1,4}})?"
    r"|(?: tỉnh)? khu vực [IVXLC\d]+| [Cc]hi nhánh (?:tỉnh|thành phố|khu vực)(?: \d+)?"
    r"| các cấp| hai (?:cấp|tỉnh|địa phương))(?![\w])"
)
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


@cache
def _forms() -> frozenset[str]:
    return frozenset(form for full in printed_forms() if len(form := PROVINCIAL_END.sub("", full)) > 2)


@cache
def _first_letters() -> frozenset[str]:
    """The letters that a name of the table can begin with, as far as `known_end` minds their case."""
    return frozenset(letter for form in _forms() for letter in (form[0], form[0].upper()))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(_forms())})(?!\w)")


@cache
def _pattern_in_any_case() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(_forms(), any_case=True)})(?!\w)", re.I)


# What boards of management are named after, though it begins tasks: "Ban Quản lý dự án ‹đầu tư› …".
_MANAGED = ("đầu tư", "xây dựng", "phát triển", "quản lý", "bảo vệ", "bảo tồn", "khai thác", "dự")


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
    letter = plain[start : start + 1]
    if letter not in _first_letters():
        return start
    match = _pattern().match(plain, start) or (letter.isupper() and _pattern_in_any_case().match(plain, start))
    if not match:
        return start
    end = match.end()
    if not plain.startswith(" ", end):
        return end
    tail = _TAIL.match(plain, end)
    if tail:
        return tail.end()
    province = province_at(plain, end + 1)
    return province[0] if province else end


def _goes_on_without(plain: str, start: int, known: int) -> bool:
    """Whether the words behind a known name are no part of it: another one in a list, or what is to be done."""
    if plain.startswith((" và các ", ", "), known):
        return True
    if plain.startswith(" và ", known):
        return plain[known + 4].isupper() or plain[known + 4].isdigit()
    task = TASK.match(plain, known + 1)
    return task is not None and not (plain.startswith(("Ban Q", "BQL"), start) and task[0].lower() in _MANAGED)


def agency_end(plain: str, start: int) -> tuple[int, bool]:
    """Where the agency's name that begins at `start` ends (`start`: none does), and whether the table knows it."""
    if not plain[start : start + 1].isupper():
        return start, False
    known = known_end(plain, start)
    if known > start and _goes_on_without(plain, start, known):
        return known, True
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
    return (known, True) if start < known >= other else (other, known > start)
