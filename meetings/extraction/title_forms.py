"""One form for the many spellings of a title: abbreviations written out, the province's name left out."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from meetings.extraction.lexicon import table, variants
from meetings.extraction.provinces import find_provinces, is_city
from meetings.extraction.spans import matchable
from meetings.extraction.wording import alternation

_OWNER = re.compile(
    r"^(?:(?:nguyên|quyền|tổng|phó|cựu) )*(?:bí thư|chủ tịch|giám đốc|chủ nhiệm|ủy viên|trưởng|chánh|cục trưởng|"
    r"bộ trưởng|thứ trưởng|viện trưởng|chánh án|chỉ huy trưởng|chính ủy|tổ trưởng|hiệu trưởng|[\w ]{0,60}?trưởng|"
    r"[\w ]{0,60}?biên tập|tư lệnh|thống đốc)"
    r"(?: (?:thường trực|chuyên trách|phụ trách))?(?: của)? ",
    re.IGNORECASE,
)
_MOST_TITLES = 4096  # titles repeat from text to text
_MEMBERS = {"tỉnh ủy viên": "Tỉnh ủy", "thành ủy viên": "Thành ủy", "huyện ủy viên": "Huyện ủy"}


@cache
def _expansions() -> tuple[re.Pattern[str], dict[str, str]]:
    forms = {matchable(row["printed"]): row["written_out"] for row in table("abbreviations") if row["of"] != "agency"}
    return re.compile(rf"(?<![\w&-])(?:{alternation(forms)})(?![\w&-])"), forms


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


@lru_cache(maxsize=_MOST_TITLES)
def write_out(printed: str) -> str:
    """`printed` with its abbreviations written out and without a province's name: "PCT UBND tỉnh Phú Yên"."""
    pattern, forms = _expansions()
    text = pattern.sub(lambda match: forms[match[0]], printed)
    text = re.sub(r" \((?:UBND|HĐND)\)", "", text)
    text = re.sub(r"\bỦy ban [Nn]hân dân\b", "UBND", text)
    text = re.sub(r"\bHội đồng [Nn]hân dân\b", "HĐND", text)
    for start, end, province in reversed(find_provinces(text)):
        of_city = re.search(r"(?:thành phố|[Tt]hành ủy|TP\.?) $", text[:start])
        named = is_city(province) if of_city else re.search(r"(?:tỉnh|ủy) $", text[:start])
        if end == len(text) and named:  # "Thành ủy Sơn La" is a city's inside the province of that name
            text = text[:start].rstrip()
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=_MOST_TITLES)
def canonical_title(text: str) -> str:
    """The title's one form across texts, by the table of titles; `text` itself where the table has none."""
    return _canonical().get(_key(matchable(text)), text)


def owner(title: str) -> str | None:
    """The body that a written-out title belongs to: "Sở Y tế" of "Giám đốc Sở Y tế", None where it names none."""
    key = title.casefold().removeprefix("nguyên ")
    if key in _MEMBERS:
        return _MEMBERS[key]
    if key.startswith(("đbqh", "đại biểu quốc hội")):
        return "Đoàn ĐBQH tỉnh" if key.endswith("tỉnh") else "Quốc hội"
    if match := re.match(r"đại biểu (hđnd.*)", key):
        return title[match.start(1) :]
    match = _OWNER.match(title)
    return title[match.end() :] or None if match else None
