"""Signs all over a text that it reports a gathering of a provincial body, for texts whose lead names none."""

from __future__ import annotations

import re

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.bodies import Body, find_bodies, leaders
from meetings.extraction.memory import remembered
from meetings.extraction.saying import saying
from meetings.extraction.sentences import Block
from meetings.extraction.spans import Span, span_of

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
# A report that never says "họp" may say who led: "Người điều hành là Bí thư Tỉnh ủy …".
_PRESIDES = re.compile(
    r"(?<!\w)(?:[Nn]gười|[Đđ]ồng chí|[Vv]ị) (?:điều hành|chủ trì|chủ tọa|điều khiển)(?: [^\W\d]+){0,3} là "
    r"(?:đồng chí |ông |bà )?"
)
# "… tại phiên họp tháng 9, Chủ tịch UBND tỉnh A ‹kết luận›": a text that opens with the conclusion itself.
_CONCLUDED_AT = re.compile(rf"(?<!\w)tại {_GATHERING}[^,.;:]{{0,60}}, (?:đồng chí |ông |bà |đ/c )?", re.IGNORECASE)
_GOES_ON = re.compile(r"[^,.;:]{0,60}?(?<!\w)kết luận(?!\w)")
# The lead is missing: the text opens in the middle of a gathering that it takes as known.
_OPENS_INSIDE = re.compile(
    r"(?:Tại|Phát biểu(?: [^\W\d]+){0,2} tại|Báo cáo tại|Bước vào|Mở đầu|Kết luận|Chủ trì) (?:buổi |phiên )?"
    rf"{_GATHERING}(?:,| có| do|$)|(?:Cùng|Tham|Đến) dự (?:{_GATHERING} )?(?:còn )?có|(?:Hội nghị|Cuộc họp|Phiên họp|"
    r"Buổi làm việc) (?:lần này|này|cũng|đã)(?!\w)|Trên cơ sở (?:các )?(?:báo cáo|ý kiến)[^,.;]{0,40} tại "
    rf"{_GATHERING}"
)
_INSISTS = re.compile(
    rf"[^.;:\n]{{0,50}}? (?:đã |cũng |tiếp tục )?(?:điểm lại(?!\w)|{saying('speaks', 'concludes', 'chairs')})"
)
_WORK_MEETING = re.compile(r"cuộc họp|buổi (?:họp|làm việc)|cuộc làm việc|phiên (?:họp|giải trình)", re.IGNORECASE)
# National bodies that only issued a document: "Nghị quyết của ‹Bộ Chính trị›".
_ISSUER = re.compile(r"(?<!\w)(?:của|theo) $")
_INSIDE_PROVINCE = re.compile(r"(?<!\w)(?:UBND tỉnh|HĐND tỉnh|Tỉnh ủy)(?!\w)")
# A picture of the gathering: "Chủ tịch UBND tỉnh A ‹phát biểu kết luận hội nghị›".
_PICTURED = re.compile(
    rf"[^,.;:\n]{{0,40}}? (?:phát biểu|kết luận|chủ trì|điều hành)(?: [^\W\d_]+){{0,3}} {_GATHERING}", re.IGNORECASE
)


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
                    return span_of(opening.span())
    return _find_opening_conclusion(plain, blocks) or _find_presiding(plain, blocks)


def _find_presiding(plain: str, blocks: tuple[Block, ...]) -> Span | None:
    first = next((block for block in blocks if block.kind == "paragraph" and block.sentences), None)
    presides = _PRESIDES.search(plain, *first.span) if first else None
    leader = next(iter(leaders(plain, presides.end(), presides.end() + 60)), None) if presides else None
    if presides and leader and leader.level == "province" and not is_city_inside_province(leader, plain):
        return span_of(presides.span())
    return None


def _find_opening_conclusion(plain: str, blocks: tuple[Block, ...]) -> Span | None:
    first = next((block for block in blocks if block.kind == "paragraph" and block.sentences), None)
    opening = _CONCLUDED_AT.search(plain, *first.sentences[0]) if first else None
    if opening is None:
        return None
    leader = next(iter(leaders(plain, opening.end(), min(len(plain), opening.end() + 80))), None)
    ours = leader and leader.level == "province" and not is_city_inside_province(leader, plain)
    if not ours or leader is None or leader.span.start != opening.end():
        return None
    return span_of(opening.span()) if _GOES_ON.match(plain, leader.span.end) else None


@remembered
def signs_of_gathering(plain: str) -> int:
    """How many phrases of the text say that people are gathered: "tại hội nghị", "kết luận cuộc họp"."""
    return len(list(_HELD.finditer(plain)))


def find_signs(plain: str, blocks: tuple[Block, ...]) -> Span | None:
    """For texts without a lead: the first sign of a gathering, where they repeat and provincial bodies are at it."""
    span = next((span_of(match.span()) for match in _HELD.finditer(plain)), None)
    readable = [block.span for block in blocks if block.kind in ("paragraph", "caption", "heading")]
    bodies = [body for part in readable for body in (*find_bodies(plain, *part), *leaders(plain, *part))]
    ours = sum(body.level == "province" for body in bodies)
    theirs = sum(
        body.level == "nation" and not _ISSUER.search(plain, max(0, body.span.start - 12), body.span.start)
        for body in bodies
    )
    first = next((block for block in blocks if block.kind == "paragraph"), None)
    inside = _OPENS_INSIDE.match(plain, *first.span) if first else None
    if inside and first and ours > theirs:
        said = [body for body in bodies if body.led and _INSISTS.match(plain, body.span.end)]
        led = [body for body in said if body.level == "province" and not is_city_inside_province(body, plain)]
        # At a conference he may be a guest of those who hold it: there the head must have spoken twice.
        enough = bool(_WORK_MEETING.search(plain, *first.span)) or sum(not body.deputy for body in led) > 1
        if led and enough and len(led) == len([body for body in said if body.level != "department"]):
            return span or span_of(inside.span())
    if pictured := _find_pictured(plain, blocks, bodies):
        return span or pictured
    decided = signs_of_gathering(plain) > 1 and _STRONG.search(plain) and ours > 1 and ours > theirs / 2
    return span if decided else None


def _find_pictured(plain: str, blocks: tuple[Block, ...], bodies: list[Body]) -> Span | None:
    """The leader of a provincial body who is pictured as he speaks at a gathering, and whose orders the text tells."""
    pictures = [block.span for block in blocks if block.kind == "caption"]
    for body in bodies:
        if not body.led or body.level != "province" or is_city_inside_province(body, plain):
            continue
        if not any(picture.covers(body.span) for picture in pictures) or not _PICTURED.match(plain, body.span.end):
            continue
        if any(
            other.led and other.name == body.name and other is not body and _INSISTS.match(plain, other.span.end)
            for other in bodies
        ):
            return body.span
    return None
