"""What a sentence tells of each person or office: the act behind them, before them, after their list, or as a noun."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from meetings.extraction.acts import Deed, deeds_after, opening_deeds
from meetings.extraction.behalf import acts_for_next
from meetings.extraction.facts import Act
from meetings.extraction.full_stops import trim
from meetings.extraction.memory import remembered
from meetings.extraction.parties import Party, find_parties
from meetings.extraction.people import People
from meetings.extraction.quotes import in_quotes
from meetings.extraction.spans import Span

_LIST_OPENER = re.compile(
    r"(?:(?<!\w)(?:có|gồm|gồm có|là|của)(?: các| sự (?:tham dự|tham gia|góp mặt|hiện diện) của)?|:)\W*$"
)
_UNDER = re.compile(r"(?:dưới )?sự (?:chủ trì|điều hành|chủ tọa)[^,.;]{0,30}? của\W*$", re.IGNORECASE)
_WITH = re.compile(r"sự (?:tham dự|tham gia|hiện diện|có mặt|góp mặt)[^,.;]{0,40}? của\W*$", re.IGNORECASE)
# "Phiên họp nghe ‹phát biểu kết luận của› đồng chí A": the speech is his.
_SPEECH = re.compile(r"(?<!\w)phát biểu(?: (kết luận|khai mạc|bế mạc|chỉ đạo|tham luận|thảo luận))?(?: (?:tại|trong) "
                     r"[^,.;:]{3,30}?)? của\W*$", re.IGNORECASE)  # fmt: skip
# "‹Câu hỏi của› đại biểu A", "Trả lời ‹chất vấn của› đại biểu A": he asked.
_ASKED = re.compile(
    r"(?<!\w)(?:câu (?:hỏi|nói|trả lời)|chất vấn|truy vấn|thắc mắc|băn khoăn|lời (?:hứa|than|nhắc))"
    r"(?: (?:ấy|này|đó|trên))? của\W*$",
    re.IGNORECASE,
)
_REPORT = re.compile(r"Theo (báo cáo)(?: [^\W\d_]+){0,4} của\W*$")
# "Báo cáo do đồng chí A ‹đọc›".
_MADE_BY = re.compile(r"(?:báo cáo|tờ trình|dự thảo|đề án)[^.;:]{0,80}(?<!\w)do\W*$", re.IGNORECASE)
_READ_OUT = re.compile(r"[ ,]+(?:đã )?(đọc|trình|công bố|thuyết minh)(?!\w)")
# "‹Theo› ông A, dự án chậm": he said so.
_ACCORDING = re.compile(r"(?:^|[,.;:] )(theo)\W*$", re.IGNORECASE)
ORDERS = re.compile(r"(?:yêu cầu|đề nghị|giao|chỉ đạo|phân công|đôn đốc|nhắc)(?!\w)", re.IGNORECASE)
# "Về phía tỉnh có các đồng chí: A, r; B, r" names guests.
_SIDE = re.compile(r"(?:Về |[Pp])phía [^,.;:]{2,60} (?:còn )?có(?: sự tham dự của)?(?: các)?\W*$")
OBJECT = re.compile(
    r"(?<!\w)(?:giao|giao cho|yêu cầu|đề nghị|phân công|chỉ đạo|mời|của|với|cho|tới|đến|gửi|đối với|theo|bởi|bầu|"
    r"miễn nhiệm|tặng|bổ nhiệm|điều động|chúc mừng|cùng|thay|và)\W*$"
    r"|(?<!\w)(?:bổ sung|giới thiệu|chỉ định|phê chuẩn|chuẩn y|đề cử|kỷ luật|khen thưởng|khiển trách|triệu tập|thăm|"
    r"thăm hỏi|viếng|đón|phỏng vấn|gặp|cử|để) $",
    re.IGNORECASE,
)
# "A, r, B, r và lãnh đạo các sở ‹cùng dự›; C, r ‹được mời dự›".
_CLOSING = re.compile(
    r"(?<= )((?:cùng |tham |cùng tham |đều |được mời |được mời tham )dự|có mặt|góp mặt)"
    r"(?: (?:hội nghị|phiên họp|cuộc họp|buổi làm việc|buổi tiếp|kỳ họp))?(?: tại [^,.;:]{3,60})?[.]?$"
)


@dataclass(frozen=True, slots=True)
class Told:
    """An act of somebody, `who` by name or by office."""

    who: str
    official: str | None
    deed: Deed
    rule: str


def told_in(plain: str, sentence: Span, people: People) -> list[Told]:
    """What the sentence tells that each person or office did, in order; those in quotations are only spoken of."""
    told: list[Told] = []
    parties = [p for p in find_parties(plain, sentence, people) if not in_quotes(plain, p.span.start)]
    governing: list[Deed] = []
    previous, ordered = sentence.start, False
    represented: Party | None = None
    for n, party in enumerate(parties):
        if party is represented:  # who acts in his place has been told
            previous = party.span.end
            continue
        after = parties[n + 1 : n + 3]
        if after and acts_for_next(plain, party.span.end, after[0].span.start):
            represented, after = after[0], after[1:]
        until = after[0].span.start if after else sentence.end
        before = Span(previous, party.span.start)
        deeds, rule = _deeds(plain, before, party, until)
        ordered = ordered and ";" not in before.of(plain)
        if ordered and rule == "act after the person":
            deeds = []  # he is told to do it: "yêu cầu Sở A, Giám đốc Sở B ‹báo cáo›"
        ordered = ordered or any(ORDERS.match(deed.span.of(plain)) for deed in deeds)
        if rule == "list after the verb":
            governing = deeds
        elif governing and not deeds:
            deeds, rule = governing, "list goes on"
        elif deeds:
            governing = []
        elif (closing := _closing(plain, party, sentence)) and not OBJECT.search(plain, before.start, before.end):
            deeds, rule = [Deed("attends", closing, True)], "verb after the list"
        told += [Told(name or title, name, deed, rule) for name, title in party.members for deed in deeds]
        previous = party.span.end
    return told


def _closing(plain: str, party: Party, sentence: Span) -> Span | None:
    """The verb that closes the list in which the party stands, at the end of this or a later part of the sentence."""
    closings = _closings(plain, sentence)
    following = bisect_left(closings, (party.span.end,))
    return closings[following] if following < len(closings) else None


@remembered
def _closings(plain: str, sentence: Span) -> list[Span]:
    """The verbs at the ends of the sentence's parts that a list can stand before, in order."""
    found: list[Span] = []
    start = sentence.start
    while start < sentence.end:
        sign = plain.find(";", start, sentence.end)
        end = sign if sign >= 0 else sentence.end
        if match := _CLOSING.search(plain, start, end):
            found.append(Span(*match.span(1)))
        start = end + 1
    return found


def _noun_before(plain: str, before: Span, party: Party) -> tuple[Deed, str] | None:
    """The act that a noun before the party tells: "dưới sự chủ trì của", "báo cáo do", "theo"."""
    lead = before.of(plain)
    last = lead.rstrip(' :"(').lower()
    if last.endswith("của"):
        return _noun_of(plain, before, party)
    if last.endswith("do") and _MADE_BY.search(lead) and (read := _READ_OUT.match(plain, party.span.end)):
        return Deed("reports", Span(*read.span(1)), True), "act after the person"
    spoken = last.endswith("theo") and party.named and plain.startswith(",", party.span.end)
    if spoken and (match := _ACCORDING.search(lead)):
        return Deed("speaks", _within(before, match), False), "speech of"
    return None


def _noun_of(plain: str, before: Span, party: Party) -> tuple[Deed, str] | None:
    lead = before.of(plain)
    acts: Sequence[tuple[re.Pattern[str], Act]] = ((_UNDER, "chairs"), (_WITH, "attends"))
    for pattern, act in acts:
        if match := pattern.search(lead):
            return Deed(act, trim(plain, before.start + match.start(), before.end), True), "sự … của"
    if (match := _REPORT.search(lead)) and party.named:
        return Deed("reports", _within(before, match), True), "report of"
    if match := _SPEECH.search(lead):
        span = trim(plain, before.start + match.start(), before.end)
        return Deed("concludes" if match[1] and match[1].lower() == "kết luận" else "speaks", span, True), "speech of"
    if match := _ASKED.search(lead):
        return Deed("speaks", trim(plain, before.start + match.start(), before.end), False), "speech of"
    return None


def _within(before: Span, match: re.Match[str]) -> Span:
    return Span(before.start + match.start(1), before.start + match.end(1))


def _deeds(plain: str, before: Span, party: Party, until: int) -> tuple[list[Deed], str]:
    if noun := _noun_before(plain, before, party):
        return [noun[0]], noun[1]
    lead = before.of(plain)
    if match := _SIDE.search(lead):
        return [Deed("attends", trim(plain, before.start + match.start(), before.end), True)], "list after the verb"
    opening = opening_deeds(plain, *before)
    if opening and _LIST_OPENER.search(lead) and opening[0].act in ("attends", "chairs"):
        return opening, "list after the verb"
    after = [] if OBJECT.search(lead) else deeds_after(plain, party.span.end, until)
    if opening and re.search(r"[,:]\W*$|^\W*$", lead):
        explicit = [deed for deed in opening if deed.certain]
        return [*opening, *(d for d in after if d.certain)] if explicit else after or opening, "act before the person"
    return after, "act after the person"
