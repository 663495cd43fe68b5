"""One form for the many spellings of a title: abbreviations written out, the province's name left out."""

from __future__ import annotations

import re
from functools import cache

from meetings.extraction.abbreviations import abbreviations
from meetings.extraction.agency_table import canonical_agency, is_of_a_province
from meetings.extraction.lexicon import table, variants
from meetings.extraction.memory import recalled
from meetings.extraction.provinces import is_city, provinces_in
from meetings.extraction.spans import matchable
from meetings.extraction.wording import alternation

_CLOSE = re.compile(r"(?<!\w)[PQ]\.(?=\w)")  # "P.Chủ tịch"
_FORMER = r"(?:(?:nguyên|quyền|cựu|cố|tân) )*"
# Of the city, not of a town in a province: what `write_out` left of "Công an thành phố Hải Phòng".
_CITY = re.compile(r"\b(?:thành phố|TP\.?|Thành (?:ủy|đoàn))\Z")
# "Chủ tịch Quảng Trị", "Bí thư Hà Nội": a newspaper's short way to name the first men of a province.
_FIRST_OF = re.compile(
    r"(?P<head>(?:Phó )?(?:Chủ tịch|Bí thư)(?: Thường trực)?)(?: tỉnh| thành phố)? (?P<place>.+)", re.I
)
_TOWN = re.compile(r"(?:thành phố|TP\.?) ?(?=[^\W\d_]*\w)")
_WITH_LEVEL = ("UBND", "HĐND", "Thành ", "Tỉnh ")  # a town may bear the province's name: "Thành ủy Sơn La"
_MEMBERS = {"tỉnh ủy viên": "Tỉnh ủy", "thành ủy viên": "Thành ủy", "huyện ủy viên": "Huyện ủy"}


@cache
def _canonical() -> dict[str, str]:
    forms: dict[str, str] = {}
    for row in table("titles"):
        for form in (row["canonical"], *variants(row["variants"])):
            forms.setdefault(_key(write_out(matchable(form))), row["canonical"])
            forms.setdefault(_key(matchable(form)), row["canonical"])
    return forms


def _key(title: str) -> str:
    return re.sub(r" tỉnh$", "", re.sub(r"\s+", " ", title.casefold()).strip())


@recalled
def write_out(printed: str) -> str:
    """`printed` with its abbreviations written out and without a province's name: "PCT UBND tỉnh Phú Yên"."""
    pattern, forms = abbreviations("title")
    text = pattern.sub(lambda match: forms[match[0]], _CLOSE.sub(r"\g<0> ", printed))
    text = re.sub(r" \((?:UBND|HĐND)\)", "", text)
    text = re.sub(r"\bỦy ban [Nn]hân dân\b", "UBND", text)
    text = re.sub(r"\bHội đồng [Nn]hân dân\b", "HĐND", text)
    for start, end, province in reversed(provinces_in(text)):
        of_city = re.search(r"(?:thành phố|[Tt]hành ủy|TP\.?) $", text[:start])
        named = is_city(province) if of_city else re.search(r"(?:tỉnh|ủy) $", text[:start])
        if end != len(text):
            continue
        if named:
            text = text[:start].rstrip()
        elif is_city(province) and text.startswith("TP", start):
            text = f"{text[:start]}thành phố"
        elif is_of_a_province(body := _parted(text[:start].rstrip())[1]) and not body.startswith(_WITH_LEVEL):
            text = text[:start].rstrip()  # "Giám đốc Sở Y tế Nghệ An"
    return text[:1].upper() + text[1:]


@recalled
def canonical_title(text: str) -> str:
    """The title's one form across texts: that of the table of titles, else the head's and the body's by their tables.

    "Giám đốc Sở KH&ĐT" and "giám đốc sở Kế hoạch - Đầu tư" are Giám đốc Sở Kế hoạch và Đầu tư.
    """
    plain = re.sub(r"\s+", " ", matchable(text)).strip()
    if known := _canonical().get(_key(plain)):
        return known
    if (first := _FIRST_OF.fullmatch(plain)) and (province := _province(first["place"])):
        return canonical_title(f"{first['head']} {_body_of(first['head'], is_city(province))}")
    head, body = _parted(plain)
    office = f"{head} {_one_body(body)}" if body else head
    return _canonical().get(_key(office), office)


@recalled
def is_of_a_place_alone(title: str) -> bool:
    """Whether `title` names a province and not the body there: "Chủ tịch Quảng Trị", "Bí thư Hà Nội"."""
    first = _FIRST_OF.fullmatch(title)
    return first is not None and _province(first["place"]) is not None


def _province(words: str) -> str | None:
    """The province that `words` name and nothing else."""
    named = provinces_in(words)
    return named[0][2] if named and named[0][:2] == (0, len(words)) else None


def _body_of(head: str, city: bool) -> str:
    """The body that somebody leads who is called by his province alone."""
    if head.lower().endswith(("bí thư", "bí thư thường trực")):
        return "Thành ủy" if city else "Tỉnh ủy"
    return "UBND thành phố" if city else "UBND tỉnh"


def _parted(title: str) -> tuple[str, str]:
    """Head and body: "Giám đốc", "Sở Y tế"; "" where no body is named or the title begins with no head."""
    match = _heads()[0].match(title)
    if match is None:
        return title, ""
    head = _heads()[1].get(match[2].lower(), match[2])
    before = match[1] if match[1] else ""
    return before[:1].upper() + before[1:] + head, title[match.end() :]


@cache
def _heads() -> tuple[re.Pattern[str], dict[str, str]]:
    """What titles begin with when written out, former ones too, and by it in small letters as the table has it."""
    forms = {}
    for row in table("title_heads"):
        for form in (row["head"], *variants(row["variants"])):
            # "Trưởng ‹phòng Nội vụ›": the room is the body
            forms[matchable(form).removesuffix(" phòng").lower()] = matchable(row["head"]).removesuffix(" phòng")
    return re.compile(rf"((?i:{_FORMER}))((?i:{alternation(forms, any_case=True)}))(?!\w)(?: của)? ?"), forms


def _one_body(body: str) -> str:
    """A body's one name, as a city has it if it is one of a city: "Bộ CHQS TP" is Bộ Chỉ huy Quân sự thành phố."""
    town = _TOWN.search(body)
    if town and not _CITY.search(body):
        return body[: town.start()] + "thành phố " + body[town.end() :]
    name = canonical_agency(body).canonical
    return re.sub(r"\btỉnh\Z", "thành phố", name) if _CITY.search(body) else name


@recalled
def owner(title: str) -> str | None:
    """The body that a written-out title belongs to: "Sở Y tế" of "Giám đốc Sở Y tế", None where it names none."""
    key = title.casefold().removeprefix("nguyên ")
    if key in _MEMBERS:
        return _MEMBERS[key]
    if key.startswith(("đbqh", "đại biểu quốc hội")):
        return "Đoàn ĐBQH tỉnh" if key.endswith("tỉnh") else "Quốc hội"
    if match := re.match(r"đại biểu (hđnd.*)", key):
        return title[match.start(1) :]
    return _parted(title)[1] or None
