"""Which kind of meeting it is, by its noun, the words after it and the body that holds it."""

from __future__ import annotations

import re

_WIDE = re.compile(
    r"(?<!\w)(?:tổng kết|sơ kết|triển khai|trực tuyến|quán triệt|học tập|toàn quốc|công bố|tập huấn|gặp gỡ|đối thoại|"
    r"thông báo)(?!\w)",
    re.IGNORECASE,
)
_PLENUM = re.compile(
    r"(?:Ban Chấp hành|BCH)(?: \([^()]*\))?(?! Trung ương| T\.?Ư| TW)|Hội nghị (?:lần thứ \w+ )?(?:Tỉnh|Thành) ủy|"
    r"(?:Tỉnh|Thành) ủy (?:họp|tổ chức) [Hh]ội nghị lần thứ"
)
# What a meeting is about comes behind such a word: "hội nghị ‹thông báo› kết quả Hội nghị Ban Chấp hành Trung ương".
_ABOUT = re.compile(
    r"(?<!\w)(?:về|để|nhằm|bàn|thông báo|quán triệt|học tập|tổng kết|sơ kết|triển khai|công bố|lấy ý kiến|góp ý|"
    r"cho ý kiến|nghe|xem xét|đánh giá|chuẩn bị|với|do|sáng|chiều|tại)(?!\w)|[,.;:]"
)
_STANDING = re.compile(r"^(?:Ban Thường vụ|Thường trực) ")
_FIXED = {
    "council session": "council_session",
    "briefing": "briefing",
    "reception": "citizen_reception",
    "working session": "working_session",
}


def kind_of(noun: str, words: str, body: str | None) -> str:
    """The kind as facts/1 has it. `noun` is a meeting noun's kind, `words` the noun with what follows it.

    "phiên họp chuyên đề" of UBND is a thematic session, of Ban Thường vụ Tỉnh ủy a meeting of that committee.
    """
    body = body or ""
    if "Kiểm tra" in body:
        return "other"
    if body.startswith("HĐND") and re.search(r"(?<!\w)kỳ họp(?!\w)", words, re.IGNORECASE):
        return "council_session"
    hearing = noun == "council session" or words.lower().startswith("phiên giải trình")
    if hearing and body.startswith("Thường trực"):
        return "standing_committee_meeting"
    if noun in _FIXED:
        return _FIXED[noun]
    named = _ABOUT.split(words, maxsplit=1)[0]
    if _PLENUM.search(body) or _PLENUM.search(named):
        return "committee_plenum"
    if _STANDING.match(body) and "Đảng ủy" not in body:
        return "conference" if noun == "conference" and _WIDE.search(words[:60]) else "standing_committee_meeting"
    if noun == "conference":
        return "other" if words.lower().startswith("đại hội") else "conference"
    if body.startswith("UBND"):
        if noun == "thematic session":
            return "thematic_session"
        if noun == "regular session" or words.lower().startswith(("phiên họp", "họp phiên")):
            return "regular_session"
    return "other"
