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
    r"Tại|tại|theo|thực hiện|nhân|nhằm)(?!\w)[^,]*(?=,)"
)
_PARTNER = re.compile(
    r"(?<!\w)(?:tại|với|cùng|giữa|của|cho|trình|theo|gửi|trụ sở|hội trường|điểm cầu|về phía|trước|thay mặt|khai|đối với|từ|"
    r"sự chủ trì của|ý kiến|nghị quyết|báo cáo|tới|đến|vào|mời)(?: (?:các )?(?:đồng chí|ông|bà|tỉnh|trụ sở|hội trường|văn phòng|lãnh đạo))*"
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
    r"cuối|kể từ|hoãn|lịch|kết quả|biên bản)(?: (?:các|một|hai|2|những|nội dung|tổ chức|cuộc|buổi))* $",
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
    return tuple((row["kind"], re.compile(matchable(row["pattern"]), re.IGNORECASE)) for row in table("other_events"))


def find_event(plain: str, sentence: Span) -> Event | None:
    """The first event that the sentence tells, with who held it; None where it tells none."""
    text = _ASIDE.sub(lambda match: " " * len(match[0]), sentence.of(plain))
    meeting = next(iter(find_meetings(plain, sentence, text)), None)
    limit = meeting.span.start - sentence.start if meeting else len(text)
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


def find_meetings(plain: str, sentence: Span, text: str = "") -> list[Event]:
    """All meetings with a holder that the sentence tells as its own, in order; `text` as `find_event` blanks it."""
    pattern, kinds = _nouns()
    text = text or _ASIDE.sub(lambda match: " " * len(match[0]), sentence.of(plain))
    holders = _holders(plain, sentence, text)
    found: list[Event] = []
    for match in pattern.finditer(text):
        if _BEFORE_OTHER.search(text, max(0, match.start() - 30), match.start()):
            continue
        kind, at = kinds[match[1].lower()], sentence.start + match.start()
        by, direct = _owner(plain, sentence.start + match.end(), sentence.end), True
        if by is None:
            before = [body for body in holders if body.span.end <= at]
            told = match[1][0].islower() and kind not in ("council session", "conference")
            if before and (told or _VERB.search(text, before[0].span.end - sentence.start, match.start())):
                by = next((body for body in before if not body.led or body.level == "nation"), before[0])
                direct = not by.led
        if by:
            planned = bool(_PLANNED.search(text, max(0, match.start() - 40), match.start()))
            found.append(Event(kind, Span(at, sentence.start + match.end()), by, planned, direct))
    return found


def _owner(plain: str, start: int, end: int) -> Body | None:
    """The body named right after a meeting noun: "phiên họp chuyên đề ‹UBND tỉnh›", "Kỳ họp thứ 9, ‹HĐND tỉnh›"."""
    bodies = find_bodies(plain, start, min(end, start + 90))
    return bodies[0] if bodies and _BETWEEN.fullmatch(plain, start, bodies[0].span.start) else None
