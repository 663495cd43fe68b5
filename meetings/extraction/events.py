"""What a sentence of a lead tells: who held which meeting, or what else happened (a ceremony, a document, a visit)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain

from meetings.extraction.bodies import Body, find_bodies, leaders
from meetings.extraction.lexicon import table, variants
from meetings.extraction.spans import Span, matchable

# Clauses that tell of something else: place, cause, partner, occasion.
_ASIDE = re.compile(
    r"(?:(?<=^)|(?<=, ))(?:Thực hiện|Theo|Nhằm|Để|Trên cơ sở|Căn cứ|Nhân|Hưởng ứng|Tiếp nối|Trong khuôn khổ|Ngay sau|Trước|Sau|"
    r"Tại|tại|theo|thực hiện|nhân|nhằm)(?!\w)(?:(?! đã | diễn ra | tổ chức )[^,])*(?=,)"
)
_PARTNER = re.compile(
    r"(?<!\w)(?:tại|với|cùng|giữa|của|cho|trình|theo|gửi|trụ sở|hội trường|điểm cầu|về phía|trước|thay mặt|khai|đối với|từ|"
    r"sự chủ trì của|ý kiến|nghị quyết|báo cáo|tới|đến|vào|mời|gọi tắt là)(?: (?:các )?(?:đồng chí|ông|bà|tỉnh|trụ sở|hội trường|văn phòng|lãnh đạo))*"
    r"[ :]*$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?<!\w)(?:tổ chức|tiến hành|chủ trì|điều hành|chủ tọa|khai mạc|bế mạc|có|mở|họp|diễn ra|triển khai|đã|tiếp tục|"
    r"bước vào|kết thúc|nghe|hoàn thành)(?!\w)",
    re.IGNORECASE,
)
_BEFORE_OTHER = re.compile(
    r"(?<!\w)(?:dự|tham dự|mời dự|sau|tại|trước|trình|trong|giữa|kết luận|nghị quyết|phục vụ|chuẩn bị|theo|từ|đến|sẽ|dự kiến|"
    r"cuối|kể từ|hoãn|lịch|kết quả|biên bản|chủ trương|việc|kế hoạch)(?: (?:các|một|hai|2|những|nội dung|tổ chức|cuộc|buổi))* $",
    re.IGNORECASE,
)
# What may stand between a meeting noun and the body that holds it.
_BETWEEN = re.compile(
    r"(?:[ ,()-]|\d+(?:/\d+)?|lần|thứ|lần thứ|tháng|quý|năm|thường kỳ|thường lệ|định kỳ|chuyên đề|bất thường|mở rộng|trực tuyến|"
    r"giữa năm|cuối năm|toàn thể|sơ kết|tổng kết|liên tịch|giao ban|của|do|khóa|nhiệm kỳ|[IVX]+|nhất|hai|ba|tư|bốn|năm|sáu|bảy|"
    r"tám|chín|mười|mươi|mốt|lăm|phiên|kỳ họp|thường trực)*",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"(?<!\w)(?:sẽ|dự kiến|sắp|chuẩn bị|hoãn|tạm dừng)(?!\w)", re.IGNORECASE)


_SAME_PERSON = re.compile(r"[ ,-]*")
_HOLDS = re.compile(r"[^.;]{0,160}?(?<!\w)do (?=\w)")
_ORGANISED = re.compile(r" (?:đã |vừa )?(?:tổ chức|chủ trì)")
_AT = re.compile(r"(?<!\w)(?:tại|trong) $", re.IGNORECASE)
_ADVERBS = re.compile(r" (?:(?:đã|tiếp tục|cũng|vừa|họp|tổ chức|và|,|nghe|cho ý kiến|họp,) ?){0,4}")
_UNDER = re.compile(r"dưới sự (?:chủ trì|điều hành|chủ tọa)", re.IGNORECASE)
_TOOK_PLACE = re.compile(r"[^.;]{0,160}?(?<!\w)(?:tổ chức|diễn ra|khai mạc|bế mạc)(?!\w)")


@dataclass(frozen=True, slots=True)
class Event:
    """What a sentence tells. `kind` is a meeting noun's kind, or that of another event, `by` who held it."""

    kind: str
    span: Span
    by: Body | None = None
    planned: bool = False
    direct: bool = True  # the body itself is named, not only somebody who leads it

    @property
    def is_meeting(self) -> bool:
        """Whether it is a meeting, by whomever."""
        return self.kind in _nouns()[1].values()


@cache
def _nouns() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds: dict[str, str] = {}
    for row in table("meeting_nouns"):
        for form in variants(row["forms"]):
            kinds.setdefault(matchable(form), row["noun"])
    longest_first = sorted(map(re.escape, kinds), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?i:({'|'.join(longest_first)}))(?!\w)(?! báo(?! cáo)\b| mặt\b)"), kinds


@cache
def _others() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["kind"], re.compile(matchable(row["pattern"]), 0 if row["kind"] == "visit" else re.IGNORECASE)) for row in table("other_events"))


def find_event(plain: str, sentence: Span) -> Event | None:
    """The first event that the sentence tells, with who held it; None where it tells none."""
    text = _without_asides(plain, sentence)
    meeting = next(iter(find_meetings(plain, sentence)), None)
    noun = next((m for m in _nouns()[0].finditer(text) if not _is_other(text, m)), None)
    limit = noun.start() if noun else len(text)
    holders = [by.span for by in _holders(plain, sentence, text)]
    for kind, pattern in _others():
        match = pattern.search(text, 0, limit)
        if match is None:
            continue
        at = sentence.start + match.start()
        if kind == "visit" and not any(0 <= at - holder.end <= 60 for holder in holders):
            continue
        return Event(kind, Span(at, sentence.start + match.end()))
    return meeting


def _without_asides(plain: str, sentence: Span) -> str:
    """The sentence with clauses of place, cause and occasion blanked, as long as before."""
    return _ASIDE.sub(lambda match: " " * len(match[0]), sentence.of(plain))


def _is_other(text: str, match: re.Match[str]) -> bool:
    """Whether the noun is another meeting than the one told: "trình kỳ họp", "dự hội nghị"."""
    return bool(_BEFORE_OTHER.search(text, max(0, match.start() - 30), match.start()))


def _holders(plain: str, sentence: Span, text: str) -> list[Body]:
    """Bodies that can be the sentence's subject, in order."""
    found = chain(find_bodies(plain, *sentence), leaders(plain, *sentence))
    return sorted(
        (
            body
            for body in found
            if text[body.span.start - sentence.start] != " "
            and not _PARTNER.search(
                text, max(0, body.span.start - sentence.start - 40), body.span.start - sentence.start
            )
        ),
        key=lambda body: body.span.start,
    )


def find_meetings(plain: str, sentence: Span, *, occasions: bool = False) -> list[Event]:
    """All meetings with a holder that the sentence tells as its own, in order.

    With `occasions` also those at which something else is told: "tại Kỳ họp thứ 7 HĐND tỉnh, đồng chí A trình bày".
    """
    pattern, kinds = _nouns()
    text = sentence.of(plain) if occasions else _without_asides(plain, sentence)
    holders = _holders(plain, sentence, text)
    found: list[Event] = []
    for match in pattern.finditer(text):
        if _is_other(text, match) and not (occasions and _AT.search(text, max(0, match.start() - 12), match.start())):
            continue
        kind, at, end = kinds[match[1].lower()], sentence.start + match.start(), sentence.start + match.end()
        by, direct = _owner(plain, end, sentence.end), True
        if by is None and not occasions:
            by = _subject(text, kind, match, [b for b in holders if b.span.end <= at], sentence.start)
            direct = by is not None and not by.led
        if by:
            found.append(Event(kind, Span(at, end), by, _is_planned(text, match), direct))
    return found


def _is_planned(text: str, match: re.Match[str]) -> bool:
    after = re.compile(r"[^.;]{0,50}?(?<!\w)(?:sẽ|dự kiến|sắp) (?:được )?(?:diễn ra|tổ chức|khai mạc)").match(text, match.end())
    return bool(after or _PLANNED.search(text, max(0, match.start() - 40), match.start()))


def _subject(text: str, kind: str, match: re.Match[str], before: list[Body], offset: int) -> Body | None:
    """Who of the bodies before a meeting noun held it; the head of a body goes before its deputy."""
    if not before:
        return None
    gap = text[before[-1].span.end - offset : match.start()]
    if kind == "deliberation":
        told = bool(_ADVERBS.fullmatch(gap))
    else:
        told = match[1][0].islower() and kind not in ("council session", "conference")
        told = told or bool(_VERB.search(text, before[0].span.end - offset, match.start()))
        told = told or bool(_UNDER.search(text[: match.start()]) and _TOOK_PLACE.match(text, match.end()))
    if not told:
        return None
    if named := next((body for body in before if not body.led or body.level == "nation"), None):
        return named if kind != "council session" or named.level != "province" or "HĐND" in named.name else None
    first = [before[0]]
    for body in before[1:]:
        if not _SAME_PERSON.fullmatch(text, first[-1].span.end - offset, body.span.start - offset):
            break
        first.append(body)
    return next((body for body in first if not body.deputy), before[0])


def _owner(plain: str, start: int, end: int) -> Body | None:
    """The body named right after a meeting noun: "phiên họp chuyên đề ‹UBND tỉnh›", "Kỳ họp thứ 9, ‹HĐND tỉnh›"."""
    bodies = find_bodies(plain, start, min(end, start + 90))
    if bodies and _BETWEEN.fullmatch(plain, start, bodies[0].span.start):
        return bodies[0]
    if by := _HOLDS.match(plain, start, end):
        held = find_bodies(plain, by.end(), min(end, by.end() + 60))
        if held and held[0].span.start == by.end() and _ORGANISED.match(plain, held[0].span.end):
            return held[0]
    return None
