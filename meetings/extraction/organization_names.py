"""Where the name of the body behind a title ends: "Giám đốc ‹Sở Văn hóa, Thể thao và Du lịch› báo cáo"."""

from __future__ import annotations

import re
from functools import cache

from meetings.extraction.agency_table import printed_forms
from meetings.extraction.first_words import first_words
from meetings.extraction.lexicon import table, variants
from meetings.extraction.memory import remembered
from meetings.extraction.names import begins_person, run_at
from meetings.extraction.provinces import LEVEL, names_a_doan, place_end, province_at
from meetings.extraction.spans import matchable
from meetings.extraction.wording import alternation, by_first_letter

_NATIONAL = ("Quốc hội", "Chính phủ", "Bộ Chính trị", "Ban Bí thư", "Trung ương Đảng", "Đảng bộ", "TW Đảng", "TƯ Đảng",
             "T.Ư Đảng")  # fmt: skip
_BODY = re.compile(
    rf"(?:UBND|UNBD|[Ủủ]y ban [Nn]hân dân|HĐND|HDND|HĐNĐ|[Hh]ội đồng [Nn]hân dân)(?!\w)"
    rf"(?: \((?:UBND|HĐND)\))?(?: ({LEVEL})(?!\w))?"
)
# Names that may be printed in small letters as well: they are no words but with all of theirs.
_HEADED = re.compile(
    r"(?:Sở|Ban|Bộ|Ủy ban|Hội|Liên đoàn|Liên minh|Viện|Tòa án|Văn phòng|Đảng ủy|Đài|Cục|Chi cục|Trung tâm|Ngân hàng"
    r"|Kho bạc|Bảo hiểm) \S+ \S|(?:Tỉnh|Thành) đoàn\Z"
)
_OWNER = re.compile(rf"(?: \(.*| (?:{LEVEL}|Tỉnh ủy|Thành ủy))\Z")
_COMMITTEE = re.compile(r"(?i:(tỉnh ủy|TU)|thành ủy|huyện ủy|quận ủy|thị ủy|đảng bộ tỉnh|đảng bộ thành phố)(?!\w)")
LEVEL_WORD = re.compile(rf"({LEVEL})(?!\w)")
# "Chủ tịch UBND ‹các huyện›", "UBND ‹cấp xã›", "Chủ tịch UBND ‹102 xã, phường›"
_MANY_BODIES = re.compile(
    r" (?:(?:các|cấp|hai cấp|một số|nhiều|những)(?!\w)|\d{1,3} (?:xã|phường|huyện|đơn vị|địa phương)(?!\w))"
)
_LINK, _LINKS = re.compile(r"(?:và|của|các|&)(?!\w)"), {"và", "của", "các"}
SHORT_NAME = re.compile(r"(?:[A-Za-z]{2,}-\d{1,2}|[A-ZĐƯ]{2,}[A-ZĐƯ&.-]*[A-ZĐƯ]|[IVX]{1,4}|[A-ZĐ]{2,}|\d{1,3})(?![\w])")
# A capital before this one: the tail of a place's name ("Bến ‹Tre›"), unless a body's first word.
_PROPER = re.compile(
    r"(?<!\w)(?!(?:Sở|Ban|Cục|Hội|Viện|Bộ|Đoàn|Tổ|Vụ|Trường|Phòng|Khu|Báo|Đài) )[A-ZĐÀ-Ỹ](?:(?![A-ZĐ])[^\W\d_]){1,6} $"
)
_TASK_FORCE = re.compile(r"(?:Ban [Cc]hỉ (?:đạo|huy)|BCĐ|Tổ [Cc]ông tác|Tiểu ban|Hội đồng)(?!\w)")
_WORD, _ANY_WORD = re.compile(r"[^\W\d_]+(?!\w)"), re.compile(r"\w+")
# Whoever is named beside the holder of a title is no part of it: "Trưởng Ban Chỉ đạo ‹và ông›".
_BESIDE = re.compile(
    r"(?:(?:và|cùng|với) )?(?:(?:các|những|một số|toàn thể) )?(?:ông|bà|đồng chí|đ/c|đại diện|đại biểu|lãnh đạo|"
    r"thành viên|thủ trưởng|cán bộ|đại tá|thượng tá|trung tá|thiếu tướng|"
    r"(?:PGS|GS|TS|ThS|BS|tiến sĩ|thạc sĩ|bác sĩ|kỹ sư|luật sư))(?!\w)",
    re.IGNORECASE,
)


@cache
def _known() -> re.Pattern[str]:
    """Names of the table without the level or committee at their end, which is read apart with its place."""
    names: set[str] = set(_NATIONAL)
    headed: set[str] = set()
    for form in printed_forms():
        name = _OWNER.sub("", form)
        if " " in name:
            (headed if _HEADED.match(name) else names).add(name)
    for row in table("agencies"):
        if (name := _OWNER.sub("", matchable(row["name"]))).startswith(("Sở ", "Ban ", "Bộ ")) and name.count(" ") > 1:
            names.add(name.split(" ", 1)[1])
    either = (f"[{letters}]{rest}" for letters, rest in by_first_letter(headed, any_case=True))
    return re.compile(rf"(?:{'|'.join(either)}|{alternation(names)})(?!\w)")


@cache
def _vocabulary() -> re.Pattern[str]:
    words = {word for row in table("organization_words") if row["kind"] == "field" for word in variants(row["words"])}
    words |= {"khu vực", "Việt Nam", "Trung ương", "Nhà nước", "quốc gia", "địa phương", "xã hội"}
    ways = (f"[{letters}]{rest}" for letters, rest in by_first_letter(map(matchable, words), any_case=True))
    return re.compile(rf"(?:{'|'.join(ways)})(?!\w)")


@cache
def _going_on() -> set[str]:
    """The first words of all that a body's name goes on with in small letters."""
    patterns = (_BODY, _COMMITTEE, _known(), _vocabulary(), LEVEL_WORD, _BESIDE)
    return _LINKS.union(*(first_words(pattern.pattern, pattern.flags) for pattern in patterns))


@cache
def _stops() -> re.Pattern[str]:
    words = {matchable(word) for row in table("title_stops") for word in variants(row["words"])}
    words |= {matchable(verb) for row in table("participation") for verb in variants(row["phrases"])}
    return re.compile(rf"(?:{alternation(words)})(?!\w)")


@remembered
def organization_end(plain: str, start: int) -> tuple[int, bool]:
    """Where the body's name that begins at `start` ends (`start`: there is none), and whether it means many bodies.

    "UBND các huyện", "UBND cấp xã" mean many.
    """
    position = end = start
    many = False
    if province := province_at(plain, start):  # "Bí thư Quảng Ninh Lê Văn Đạt"
        return province[0], many
    while True:
        if _ends_by_word(plain, position):
            step = SHORT_NAME.match(plain, position) or _of_task_force(plain, start, position)
            if step is None:
                return end, many
            position = end = step.end()
        elif body := _BODY.match(plain, position):
            if body[1] and body[1].startswith("TP") and (city := province_at(plain, body.start(1))):
                return city[0], many  # "HĐND ‹TP.HCM›"
            many = bool(_MANY_BODIES.match(plain, body.end()))
            return _with_place(plain, body.end(), (body[1] or "tỉnh").lower()), many
        elif committee := _COMMITTEE.match(plain, position):
            return _with_place(plain, committee.end(), "tỉnh" if committee[1] else "thành phố"), many
        elif end > start and (placed := _province_end(plain, position)) > position:
            return placed, many  # "Giám đốc Sở Y tế ‹Hà Nội› Lê Văn Đạt"
        elif end > start and names_a_doan(plain, position):
            return position + len("tỉnh"), many
        elif (step := _known().match(plain, position)) or (
            not (person := begins_person(plain, position)) and (step := field_word(plain, position))
        ):
            position = end = step.end()
        elif LEVEL_WORD.match(plain, position):
            return level_end(plain, position), many
        elif _BESIDE.match(plain, position):
            return end, many
        elif link := _LINK.match(plain, position):
            many = many or (position == start and link[0] == "các")
            position = link.end()
        elif abbreviation := SHORT_NAME.match(plain, position):
            position = end = abbreviation.end()
        elif not person and (taken := _capitalised(plain, position)) > position:
            position = end = taken
        elif word := _of_task_force(plain, start, position):
            position = end = word.end()
        else:
            return end, many
        if plain[position : position + 1] != " ":
            if re.match(r" - (?=[^\W\d_])", plain[position : position + 4]) and _known().match(plain, position + 3):
                position += 2
            else:
                return end, many
        position += 1


def _ends_by_word(plain: str, position: int) -> bool:
    """Whether a small word stands at `position` with which nothing begins that names go on with of their own."""
    word = _ANY_WORD.match(plain, position)
    return word is not None and word[0][0].islower() and word[0].lower() not in _going_on()


def _province_end(plain: str, position: int) -> int:
    """Past the province whose name begins at `position`, unless it is the head of a person's name."""
    return place_end(plain, position, provincial=True) if plain[position : position + 1].isupper() else position


def _of_task_force(plain: str, start: int, position: int) -> re.Match[str] | None:
    """Any small word but a verb in the name that begins at `start`: tasks of steering committees are named freely."""
    word = _WORD.match(plain, position) if _TASK_FORCE.search(plain, start, position) else None
    return word if word and word[0].islower() and not _stops().match(plain, position) else None


def field_word(plain: str, position: int) -> re.Match[str] | None:
    """A word of the vocabulary, unless a verb as long begins there: "‹tiếp công dân›" but not "‹tiếp› đoàn"."""
    word, stop = _vocabulary().match(plain, position), _stops().match(plain, position)
    return None if word and stop and stop.end() >= word.end() else word


def stops_at(plain: str, position: int) -> bool:
    """Whether a word stands at `position` that ends every name: a verb, an auxiliary, a preposition."""
    return bool(_stops().match(plain, position))


def level_end(plain: str, position: int) -> int:
    """Past the level at `position` and its place: "‹tỉnh Phú Yên›", "‹huyện Tuy An› Lê Văn Đạt"."""
    level = LEVEL_WORD.match(plain, position)
    return _with_place(plain, level.end(), level[1].lower()) if level else position


def _with_place(plain: str, end: int, level: str) -> int:
    if not plain.startswith(" ", end):
        return end
    placed = place_end(plain, end + 1, provincial=level == "tỉnh")
    return placed if placed > end + 1 else end


def _capitalised(plain: str, position: int) -> int:
    """Past a capitalised word, of no person's name, and the second half of a compound; `position` if none is there."""
    run = run_at(plain, position)
    if not run.size:
        return position
    end = run.end_of(1)
    if run.size == 1 and plain[end : end + 1] == " " and not _PROPER.search(plain, max(0, position - 10), position):
        word = _WORD.match(plain, end + 1)
        if word and word[0].islower() and not _stops().match(plain, end + 1) and not _LINK.match(plain, end + 1):
            return word.end() if not LEVEL_WORD.match(plain, end + 1) else end
    return end
