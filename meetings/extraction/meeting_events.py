"""Meetings that a sentence tells as its own, each with the body or leader that held it."""

from __future__ import annotations

import re
from itertools import chain

from meetings.extraction.bodies import Body, find_bodies, leaders
from meetings.extraction.held import is_habit, is_to_come
from meetings.extraction.meeting_partners import host, is_of_others, led_by_pronoun, met_leader
from meetings.extraction.meeting_words import find_nouns, is_other, lead_word, nouns, without_asides
from meetings.extraction.memory import remembered
from meetings.extraction.records import dataclass
from meetings.extraction.saying import deciding, saying
from meetings.extraction.spans import Span

_HOLDS = re.compile(r"[^.;]{0,160}?(?<!\w)do (?=\w)")
_ORGANISED = re.compile(r" (?:đã |vừa )?(?:tổ chức|chủ trì)")
_SUPERVISES = re.compile(r"HĐND|ĐBQH|[Đđ]oàn|Quốc hội|Kiểm tra|MTTQ|Mặt trận|Hội đồng")
_AT = re.compile(r"(?<!\w)(?:(?:tại|trong)(?: buổi| cuộc| phiên)?|đại biểu (?:tham )?dự) $", re.IGNORECASE)
_ADVERBS = re.compile(r" (?:(?:đã|tiếp tục|cũng|vừa|họp|tổ chức|và|,|nghe|cho ý kiến|họp,) ?){0,4}")
_UNDER = re.compile(r"dưới sự (?:chủ trì|điều hành|chủ tọa)", re.IGNORECASE)
_TOOK_PLACE = re.compile(r"[^.;]{0,160}?(?<!\w)(?:tổ chức|diễn ra|khai mạc|bế mạc)(?!\w)")
# "Tại cuộc họp với lãnh đạo các sở, đồng chí ‹Chủ tịch UBND tỉnh› yêu cầu": who speaks there holds it.
_UP_TO_SPEAKER = re.compile(r"(?:(?! (?:do|của) )[^.;:]){0,140}(?:,| ?-) (?:đồng chí |ông |bà |đ/c )?")
_SPOKEN = re.compile(
    r"(?:(?:phát biểu|trao đổi|kết luận|chỉ đạo|cho ý kiến)(?: [^\W\d_]+){0,2} )?(?:(?:tại|trong) )?", re.IGNORECASE
)
_SPOKEN_AT = ("session", "regular session", "thematic session", "working session", "briefing")
_OF = (" của ", " của đồng chí ", " do ")
_SAME_PERSON = re.compile(r"[ ,-]*")
# "Tại buổi giám sát sáng 4/4, Ban Pháp chế HĐND tỉnh ‹đề nghị› …"
_DECIDES = re.compile(rf" (?:đã |cũng |vừa |tiếp tục )?(?:đưa ra|{deciding()})(?!\w)")
# What he said, with him behind it or before it, and the meeting at the end: "Chủ tịch … yêu cầu như vậy tại cuộc họp".
_WORDS_OF = re.compile(
    rf"(?<!\w)(?i:ý kiến|{saying('speaks', 'concludes')})(?: [^\W\d_]+){{0,2}} "
    r"(?:của|được|mà|do)(?: đồng chí| ông| bà)? \Z"
)
_SAYS = re.compile(rf"[^.;:\n]{{0,40}}? (?:đã |cũng |vừa )?{saying('speaks', 'concludes')}")


@dataclass(frozen=True, slots=True)
class Event:
    """What a sentence tells. `kind` is a meeting noun's kind, or that of another event, `by` who held it."""

    kind: str
    span: Span
    by: Body | None = None
    planned: bool = False
    direct: bool = True  # the body itself is named, not only somebody who leads it
    habit: bool = False  # only said to be held as a rule, which counts as planned

    @property
    def is_meeting(self) -> bool:
        """Whether it is a meeting, by whomever."""
        return self.kind in nouns()[1].values()


@remembered
def find_holders(plain: str, sentence: Span, text: str) -> tuple[Body, ...]:
    """Bodies that can be the sentence's subject, in order; `text` is the sentence without asides."""
    found = []
    for body in chain(find_bodies(plain, *sentence), leaders(plain, *sentence)):
        at = body.span.start - sentence.start
        if text[at] != " " and not lead_word("partner").search(text, max(0, at - 40), at):
            found.append(body)
    return tuple(sorted(found, key=lambda body: body.span.start))


@remembered
def find_meetings(plain: str, sentence: Span, *, occasions: bool = False) -> tuple[Event, ...]:
    """All meetings with a holder that the sentence tells as its own, in order.

    With `occasions` also those at which something else is told: "tại Kỳ họp thứ 7 HĐND tỉnh, đồng chí A trình bày".
    """
    text = sentence.of(plain) if occasions else without_asides(plain, sentence)
    matches, kinds = find_nouns(plain, sentence, text), nouns()[1]
    if not matches:
        return ()
    holders = find_holders(plain, sentence, text)
    found: list[Event] = []
    for match in matches:
        spoken_at = bool(occasions and _SPOKEN.fullmatch(text, 0, match.start()))
        occasion = spoken_at or (occasions and _AT.search(text, max(0, match.start() - 24), match.start()))
        if is_other(text, match) and not occasion:
            continue
        kind, at, end = kinds[match[1].lower()], sentence.start + match.start(), sentence.start + match.end()
        partner = match[1].lower().endswith((" với", " cùng"))  # the body behind it is whom they met
        by, direct = None if partner or kind == "deliberation" else _owner(plain, end, sentence.end), True
        if spoken_at and by and by.level == "department" and plain[end : by.span.start] == ", ":
            by = None  # "Tại cuộc họp, ‹Sở Y tế› báo cáo": it speaks there
        direct = by is None or not by.led
        if (by is None or by.level in ("district", "department")) and not occasions:
            before = [body for body in holders if body.span.end <= at]
            by = _subject(text, kind, match, before, sentence.start) or by
            direct = by is not None and not by.led
        if partner and not occasions and (by is None or by.level in ("district", "department")):
            higher = met_leader(plain, end, sentence.end) if by else led_by_pronoun(plain, sentence, at)
            by, direct = (higher, not higher.led) if higher else (by, direct)
        if by is None and spoken_at:
            by = _speaker(text, match.end(), holders, sentence.start)
            by = by if by and (kind in _SPOKEN_AT or not by.led) else None
            direct = bool(by and not by.led)
        if by is None and occasions and match.start() == 0 and partner:
            by, direct = host(plain, end, sentence.end), True
        if by is None and occasion and kind in (*_SPOKEN_AT, "conference"):
            guest = kind == "conference" and is_of_others(plain, end, sentence.end)
            by, direct = None if guest else _speaker_before(plain, sentence, at), False
        if by:
            habit = is_habit(text, match)
            found.append(Event(kind, Span(at, end), by, habit or is_to_come(text, match), direct, habit))
    return tuple(found)


def _speaker(text: str, start: int, holders: tuple[Body, ...], offset: int) -> Body | None:
    """The leader of a provincial body, or that body, who is the subject behind the clause "Tại cuộc họp …,"."""
    for body in holders:
        speaks = body.led or _DECIDES.match(text, body.span.end - offset)
        if speaks and body.level == "province" and _UP_TO_SPEAKER.fullmatch(text, start, body.span.start - offset):
            return body
    return None


def _speaker_before(plain: str, sentence: Span, end: int) -> Body | None:
    """The leader whose words were said at the meeting: "Đó là yêu cầu của ‹Chủ tịch UBND tỉnh› tại cuộc họp …"."""
    for body in leaders(plain, sentence.start, end):
        said = _WORDS_OF.search(plain, sentence.start, body.span.start) or _SAYS.match(plain, body.span.end, end)
        if said and body.level == "province" and body.span.end < end:
            return body
    return None


def _subject(text: str, kind: str, match: re.Match[str], before: list[Body], offset: int) -> Body | None:
    """Who of the bodies before a meeting noun held it; the head of a body goes before its deputy."""
    if not before or not _is_told(text, kind, match, before, offset):
        return None
    if named := next((body for body in before if not body.led or body.level == "nation"), None):
        if kind == "council session" and named.level == "province" and not re.search("HĐND|Kiểm tra", named.name):
            return None
        return named
    first = [before[0]]
    for body in before[1:]:
        if not _SAME_PERSON.fullmatch(text, first[-1].span.end - offset, body.span.start - offset):
            break
        first.append(body)
    return next((body for body in first if not body.deputy), before[0])


def _is_told(text: str, kind: str, match: re.Match[str], before: list[Body], offset: int) -> bool:
    """Whether a verb, or the noun as a verb, makes the body before the noun its holder."""
    if match[1].lower() == "giám sát" and not _SUPERVISES.search(before[0].name):
        return False  # "Sở Y tế giám sát người đến từ vùng dịch"
    if kind == "deliberation":
        return bool(_ADVERBS.fullmatch(text, before[-1].span.end - offset, match.start()))
    if match[1][0].islower() and kind not in ("council session", "conference"):
        return True
    if text[before[-1].span.end - offset : match.start()] == ": ":
        return True  # a headline: "Thường trực Tỉnh ủy: ‹Giao ban› tháng 2"
    if lead_word("holding").search(text, before[0].span.end - offset, match.start()):
        return True
    led = _UNDER.search(text, max(0, match.start() - 400), match.start())
    return bool(led and _TOOK_PLACE.match(text, match.end()))


def _owner(plain: str, start: int, end: int) -> Body | None:
    """The body named right after a meeting noun: "phiên họp chuyên đề ‹UBND tỉnh›", "Kỳ họp thứ 9, ‹HĐND tỉnh›".

    Or its leader: "buổi tiếp công dân định kỳ sáng 5/6 của ‹Bí thư Tỉnh ủy›".
    """
    near = min(end, start + 90)
    leader = next((body for body in leaders(plain, start, near) if plain.endswith(_OF, start, body.span.start)), None)
    body = next(iter(find_bodies(plain, start, near)), None)
    first = min((by for by in (body, leader) if by), key=lambda by: by.span, default=None)
    if first and lead_word("name part").fullmatch(plain, start, first.span.start):
        return first
    if by := _HOLDS.match(plain, start, end):
        held = find_bodies(plain, by.end(), min(end, by.end() + 60))
        if held and held[0].span.start == by.end() and _ORGANISED.match(plain, held[0].span.end):
            return held[0]
    return None
