"""Signs all over a text that it reports a gathering of a provincial body, for texts whose lead names none."""

from __future__ import annotations

import re

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.bodies import Body, find_bodies, leaders
from meetings.extraction.memory import remembered
from meetings.extraction.sentences import Block
from meetings.extraction.spans import Span

_GATHERING = (
    r"(?:(?:hội nghị|phiên họp|kỳ họp|cuộc họp|đại hội|phiên giải trình|phiên chất vấn)"
    r"|buổi (?:họp|làm việc|giám sát|tiếp)|cuộc làm việc)"
)
_HELD = WordPattern(
    rf"(?:(?:tại|dự|tham dự|kết luận|chủ trì|chủ tọa|điều hành|bế mạc|khai mạc) (?:buổi |phiên )?{_GATHERING}"
    rf"|phát biểu kết luận|{_GATHERING} (?:cũng |đã )?(?:thống nhất|thông qua|thảo luận|xem xét|tập trung|nghe|"
    r"biểu quyết|được nghe|nhất trí|đánh giá))",
    re.IGNORECASE,
)
# Signs that the text itself is about the gathering, not only that somebody was at one.
_STRONG = WordPattern(
    rf"phát biểu kết luận|(?:kết luận|chủ trì|chủ tọa|điều hành|cùng dự|tham dự|toàn cảnh|quang cảnh|cũng tại|bế mạc) "
    rf"(?:buổi |phiên )?{_GATHERING}",
    re.IGNORECASE,
)
_CONCLUDING = re.compile(rf"(?:phát biểu )?kết luận (?:tại )?{_GATHERING}[^,.;:]{{0,40}}, ", re.IGNORECASE)
# "… tại phiên họp tháng 9, Chủ tịch UBND tỉnh A ‹kết luận›": a text that opens with the conclusion itself.
_CONCLUDED_AT = re.compile(rf"(?<!\w)tại {_GATHERING}[^,.;:]{{0,60}}, (?:đồng chí |ông |bà |đ/c )?", re.IGNORECASE)
_GOES_ON = re.compile(r"[^,.;:]{0,60}?(?<!\w)kết luận(?!\w)")
# National bodies that only issued a document: "Nghị quyết của ‹Bộ Chính trị›".
_ISSUER = re.compile(r"(?<!\w)(?:của|theo) $")
_INSIDE_PROVINCE = re.compile(r"(?<!\w)(?:UBND tỉnh|HĐND tỉnh|Tỉnh ủy)(?!\w)")


def is_city_inside_province(body: Body, plain: str) -> bool:
    """Whether "Thành ủy", "UBND thành phố" without a place is a city of a province that the text speaks of."""
    city = body.name.endswith(("thành phố", "Thành ủy"))
    return city and body.place is None and bool(_INSIDE_PROVINCE.search(plain))


def find_conclusion(plain: str, blocks: tuple[Block, ...]) -> Span | None:
    """Where a leader of a provincial body concludes a gathering: "Kết luận cuộc họp, Chủ tịch UBND tỉnh …"."""
    for block in blocks:
        for sentence in block.sentences if block.kind in ("paragraph", "bullet") else ():
            if opening := _CONCLUDING.match(plain, *sentence):
                first = next(iter(leaders(plain, opening.end(), min(sentence.end, opening.end() + 80))), None)
                if first and first.level == "province" and not is_city_inside_province(first, plain):
                    return Span(*opening.span())
    return _find_opening_conclusion(plain, blocks)


def _find_opening_conclusion(plain: str, blocks: tuple[Block, ...]) -> Span | None:
    first = next((block for block in blocks if block.kind == "paragraph" and block.sentences), None)
    opening = _CONCLUDED_AT.search(plain, *first.sentences[0]) if first else None
    if opening is None:
        return None
    leader = next(iter(leaders(plain, opening.end(), min(len(plain), opening.end() + 80))), None)
    ours = leader and leader.level == "province" and not is_city_inside_province(leader, plain)
    if not ours or leader is None or leader.span.start != opening.end():
        return None
    return Span(*opening.span()) if _GOES_ON.match(plain, leader.span.end) else None


@remembered
def signs_of_gathering(plain: str) -> int:
    """How many phrases of the text say that people are gathered: "tại hội nghị", "kết luận cuộc họp"."""
    return len(list(_HELD.finditer(plain)))


def find_signs(plain: str, blocks: tuple[Block, ...]) -> Span | None:
    """For texts without a lead: the first sign of a gathering, where they repeat and provincial bodies are at it."""
    span = next((Span(*match.span()) for match in _HELD.finditer(plain)), None)
    readable = [block.span for block in blocks if block.kind in ("paragraph", "caption", "heading")]
    bodies = [body for part in readable for body in (*find_bodies(plain, *part), *leaders(plain, *part))]
    ours = sum(body.level == "province" for body in bodies)
    theirs = sum(
        body.level == "nation" and not _ISSUER.search(plain, max(0, body.span.start - 12), body.span.start)
        for body in bodies
    )
    decided = signs_of_gathering(plain) > 1 and _STRONG.search(plain) and ours > 1 and ours > theirs / 2
    return span if decided else None
