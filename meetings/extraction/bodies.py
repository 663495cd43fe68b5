"""Bodies that hold meetings, each with the level it belongs to: province, nation, district or a department."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from meetings.extraction.lexicon import table, variants
from meetings.extraction.provinces import LEVEL, is_city, place_end, province_at
from meetings.extraction.spans import Span, matchable
from meetings.extraction.titles import find_titles

Level = Literal["province", "nation", "district", "department"]

_LEVEL = re.compile(rf" ({LEVEL})(?!\w)")
_NATION = re.compile(
    r"(?<!\w)(?:Thủ tướng(?: Chính phủ)?|Phó Thủ tướng|Chính phủ|Bộ Chính trị|Ban Bí thư|Trung ương Đảng|Tổng Bí thư|"
    r"(?<!đại biểu )(?<!Đại biểu )Quốc hội|Ủy ban Thường vụ Quốc hội|Chủ tịch nước|Chủ tịch Quốc hội|Văn phòng Chính phủ|"
    r"(?:Ban|Ủy ban|Hội đồng|Đoàn công tác) (?:[^,.;:]{2,40}?)?Trung ương|Ban Chỉ đạo (?:[^,.;:]{0,60}? )?(?:Trung ương|quốc gia)|"
    r"Thứ trưởng|Bộ trưởng|Bộ (?!Chỉ huy|CHQS|Chính trị|CHBP|Tư lệnh|đội|phận|máy)[A-ZĐ]\w+|Quân khu|Tổng cục|"
    r"Đảng bộ Quân đội|Mặt trận Tổ quốc Việt Nam(?! tỉnh)|Liên hợp quốc|Ủy ban Dân tộc|Thanh tra Chính phủ)(?!\w)"
)
_DEPARTMENT = re.compile(
    r"(?<!\w)(?:Sở [A-ZĐ]\w*|Công an (?:tỉnh|thành phố)|Bộ Chỉ huy|Bộ CHQS|BĐBP|Ủy ban M(?:ặt trận|TTQ)|MTTQ|Hội [A-ZĐ]\w+|"
    r"Hiệp hội|Liên đoàn|Tỉnh đoàn|Thành đoàn|Đoàn (?:Thanh niên|TNCS)|Trường|Học viện|Bệnh viện|Công ty|Tập đoàn|Tổng công ty|"
    r"Ngân hàng|Cục|Chi cục|Kho bạc|Bảo hiểm xã hội|BHXH|Báo|Đài|Ban Quản lý|Trung tâm|Văn phòng UBND|Văn phòng HĐND|"
    r"Văn phòng Đoàn|Tòa án|TAND|Viện [Kk]iểm sát|VKSND|Thanh tra tỉnh|Đảng ủy (?!UBND)(?:[Kk]hối|các cơ quan|Công an|Quân sự)|"
    r"Ban Tổ chức|Ban Tuyên giáo|Ban Dân vận|Ban Nội chính|Ban Dân tộc|Ủy ban Kiểm tra|UBKT|Thuế tỉnh|Cục Thuế|Viện )"
)
_TASK_FORCE = re.compile(
    r"(?<!\w)(?:(?:Tiểu )?Ban [Cc]hỉ đạo|BCĐ|Ban Chỉ huy (?=[Pp]hòng|PCTT|PTDS)|Tổ [Cc]ông tác|Tiểu ban|"
    r"Hội đồng (?=[A-ZĐ])(?!nhân dân|Nhân dân))(?!\w)"
)
_DISTRICT = re.compile(
    r"(?<!\w)(?:Huyện ủy|Thị ủy|Quận ủy|(?:Đảng ủy|Đảng bộ) (?:xã|phường|huyện|thị trấn|đặc khu))(?!\w)"
)
_PROVINCE_NEAR = re.compile(r"(?<!\w)(?:tỉnh|Tỉnh ủy)(?!\w)")


@dataclass(frozen=True, slots=True)
class Body:
    """A body at a place of the text: `name` without its place ("UBND tỉnh"), `place` where one is printed."""

    span: Span
    name: str
    level: Level
    place: str | None = None
    led: bool = False  # only a leader of it is named
    deputy: bool = False  # and only a deputy


_BRACKET = re.compile(r" \((?:HĐND|UBND|BCH|BTV|ĐBQH)\)")


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    forms = {
        matchable(form): (matchable(row["body"]), row["level"])
        for row in table("meeting_bodies")
        for form in variants(row["forms"])
    }
    longest_first = sorted((re.escape(form).replace(r"\ ", " {1,3}") for form in forms), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?i:{'|'.join(longest_first)})(?!\w)"), {f.casefold(): v for f, v in forms.items()}


def find_bodies(plain: str, start: int, end: int) -> list[Body]:
    """The bodies named in `plain[start:end]`, and the bodies of leaders named there by title, in order."""
    found = [_own(plain, match) for match in _forms()[0].finditer(plain, start, end)]
    found += [_task_force(plain, match, end) for match in _TASK_FORCE.finditer(plain, start, end)]
    for pattern, level in ((_NATION, "nation"), (_DISTRICT, "district"), (_DEPARTMENT, "department")):
        found += [Body(Span(*m.span()), m[0].strip(), level) for m in pattern.finditer(plain, start, end)]  # type: ignore[arg-type]
    titles = [title.span for title in find_titles(plain, start, end)]
    found = [body for body in found if not any(span.overlaps(body.span) for span in titles)]
    found.sort(key=lambda body: (body.span.start, -body.span.end))
    kept: list[Body] = []
    for body in found:
        if not kept or body.span.start >= kept[-1].span.end:
            kept.append(body)
    return kept


def _own(plain: str, match: re.Match[str]) -> Body:
    """A body of the table with the level word and place behind it."""
    name, kind = _forms()[1][re.sub(" +", " ", match[0]).casefold()]
    end = match.end()
    if bracket := _BRACKET.match(plain, end):
        end = bracket.end()
    level_word = {"province": "tỉnh", "city": "thành phố"}.get(kind, "")
    if kind == "owned" and (word := _LEVEL.match(plain, end)):
        level_word, end = re.sub(r"tp\.?", "thành phố", word[1].lower()), word.end()
        name = f"{name} {level_word}"
    elif kind == "owned":
        many = re.match(r" (?:các|cấp|hai cấp)(?!\w)", plain[end : end + 9])
        return Body(Span(match.start(), end), name, "district" if many else "province")
    place, level = None, "province" if level_word in ("tỉnh", "thành phố") else "district"
    if plain[end : end + 1] == " ":
        if province := province_at(plain, end + 1):
            end, place = province
            if level_word == "thành phố" and not is_city(place):
                level = "district"
        elif level_word != "tỉnh" and (placed := place_end(plain, end + 1, provincial=False)) > end + 1:
            end, place, level = placed, plain[end + 1 : placed], "district"
    return Body(Span(match.start(), end), name, level, place)  # type: ignore[arg-type]


# "về phát triển khoa học, công nghệ" may hold commas if a verb or a bracket comes after it; other tasks end at a comma.
_TASK = re.compile(
    r"(?:[^,.;:\n()]{0,60}? về [^.;:\n()]{0,160}?(?= \(| (?:tổ chức|họp|đã|tiến hành|khai mạc|do|chủ trì)(?!\w))|[^,.;:\n()]{0,120}?)"
    r"(?=(?<!cấp) (?:tỉnh|thành phố|huyện|xã|quận)(?!\w)(?! ủy)| (?:tổ chức|họp|đã|do|chủ trì|tiến hành|khai mạc)(?!\w)|[,.;:\n]| \(|$)"
)


def _task_force(plain: str, match: re.Match[str], end: int) -> Body:
    """A steering committee, its name up to the verb: "Ban Chỉ đạo 389 tỉnh"."""
    found = _TASK.match(plain, match.end(), end)
    stop = found.end() if found else match.end()
    level: Level = "province"
    if word := re.compile(r" (tỉnh|thành phố|huyện|xã|quận)(?!\w)").match(plain, stop):
        level = "province" if word[1] in ("tỉnh", "thành phố") else "district"
        stop = word.end()
    if re.search(r"Trung ương|[Qq]uốc gia|Chính phủ", plain[match.start() : stop]):
        level = "nation"
    return Body(Span(match.start(), stop), plain[match.start() : stop], level)


_LED: tuple[tuple[re.Pattern[str], str, Level], ...] = (
    (
        re.compile(r"Chủ tịch(?: Thường trực| phụ trách| chuyên trách)? (UBND|HĐND) (tỉnh|thành phố)$"),
        r"\1 \2",
        "province",
    ),
    (re.compile(r"[Bb]í thư(?: Thường trực| phụ trách)? (Tỉnh|Thành) ủy$"), r"\1 ủy", "province"),
    (re.compile(r"[Đđ]oàn (?:ĐBQH|[Đđ]ại biểu Quốc hội) (tỉnh|thành phố)"), r"Đoàn ĐBQH \1", "province"),
    (re.compile(r"[Đđ]oàn (?:ĐBQH|[Đđ]ại biểu Quốc hội|giám sát)"), "Đoàn ĐBQH tỉnh", "province"),
    (re.compile(r"Trưởng (Ban Chỉ đạo.*)"), r"\1", "province"),
    (
        re.compile(r"Bộ trưởng|Thứ trưởng|Thủ tướng|Tổng Bí thư|Chủ tịch (?:nước|Quốc hội)|Chính phủ|Quốc hội"),
        r"\g<0>",
        "nation",
    ),
    (
        re.compile(
            r"(?:Huyện|Thị|Quận) ủy|Thành ủy \w|(?:UBND|HĐND) (?:huyện|thị xã|quận|xã|phường|thị trấn|thành phố \w)"
        ),
        r"\g<0>",
        "district",
    ),
    (re.compile(r"(?:Giám đốc|Cục trưởng|Viện trưởng|Hiệu trưởng|Chánh|Trưởng) .*"), r"\g<0>", "department"),
)


def leaders(plain: str, start: int, end: int) -> list[Body]:
    """The bodies that leaders named by title in `plain[start:end]` stand for: "UBND tỉnh" for its chairman."""
    found = []
    for title in find_titles(plain, start, end):
        if title.plural or title.generic or title.text.startswith(("Ủy viên", "Đại biểu")):
            continue
        for pattern, name, level in _LED:
            if match := pattern.search(title.text):
                found.append(Body(title.span, match.expand(name), level, led=True, deputy="Phó" in title.head))
                break
    return found
