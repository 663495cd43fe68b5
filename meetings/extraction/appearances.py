"""Who chaired, attended, spoke, reported or concluded, by name or by the one office that the text names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from meetings.extraction.acts import Deed, deeds_after, opening_deeds
from meetings.extraction.document import Document
from meetings.extraction.facts import AppearanceFact
from meetings.extraction.full_stops import trim
from meetings.extraction.parties import Party, find_parties
from meetings.extraction.people import People
from meetings.extraction.spans import Span

_LIST_OPENER = re.compile(
    r"(?:(?<!\w)(?:có|gồm|gồm có|là|của)(?: các| sự (?:tham dự|tham gia|góp mặt|hiện diện) của)?|:)\W*$"
)
_UNDER = re.compile(r"(?:dưới )?sự (?:chủ trì|điều hành|chủ tọa)[^,.;]{0,30}? của\W*$", re.IGNORECASE)
# "Phiên họp nghe ‹phát biểu kết luận của› đồng chí A": the speech is his.
_SPEECH = re.compile(r"(?<!\w)phát biểu(?: (kết luận|khai mạc|bế mạc|chỉ đạo|tham luận|thảo luận))?(?: (?:tại|trong) "
                     r"[^,.;:]{3,30}?)? của\W*$", re.IGNORECASE)  # fmt: skip
_REPORT = re.compile(r"Theo (báo cáo)(?: [^\W\d_]+){0,4} của\W*$")
_WITH = re.compile(r"sự (?:tham dự|tham gia|hiện diện|có mặt|góp mặt)[^,.;]{0,40}? của\W*$", re.IGNORECASE)
ORDERS = re.compile(r"(?:yêu cầu|đề nghị|giao|chỉ đạo|phân công|đôn đốc|nhắc)(?!\w)", re.IGNORECASE)
# "Về phía tỉnh có các đồng chí: A, r; B, r" names guests.
_SIDE = re.compile(r"(?:Về |[Pp])phía [^,.;:]{2,60} (?:còn )?có(?: sự tham dự của)?(?: các)?\W*$")
OBJECT = re.compile(
    r"(?<!\w)(?:giao|giao cho|yêu cầu|đề nghị|phân công|chỉ đạo|mời|của|với|cho|tới|đến|gửi|đối với|theo|bởi|bầu|"
    r"miễn nhiệm|tặng|bổ nhiệm|điều động|chúc mừng|cùng|thay|và)\W*$",
    re.IGNORECASE,
)
# "A, r, B, r và lãnh đạo các sở ‹cùng dự›."
_CLOSING = re.compile(
    r"(?<= )((?:cùng |tham |cùng tham )dự|có mặt)(?: (?:hội nghị|phiên họp|cuộc họp|buổi làm việc|buổi tiếp|kỳ họp))?"
    r"(?: tại [^,.;:]{3,60})?[.]?$"
)


@dataclass(frozen=True, slots=True)
class Told:
    """An act of somebody, `who` by name or by office."""

    who: str
    official: str | None
    deed: Deed
    rule: str


def find_appearances(document: Document, people: People) -> tuple[AppearanceFact, ...]:
    """One `AppearanceFact` per person and act, at its first place.

    What a person says counts as `speaks` unless the text says that he reports or concludes;
    "phát biểu" and the like count in any case.
    """
    told: list[Told] = []
    for block in people.blocks:
        if block.kind in ("noise", "byline", "header"):
            continue
        for sentence in block.sentences:
            told += told_in(document.plain, sentence, people)
    found: dict[tuple[str, str], AppearanceFact] = {}
    settled = {t.who for t in told if t.deed.act in ("reports", "concludes")}
    for t in told:
        if not t.deed.certain and t.who in settled:
            continue
        title = None if t.official else t.who
        found.setdefault((t.who, t.deed.act), AppearanceFact(t.deed.span, t.rule, t.official, title, t.deed.act))
    return tuple(sorted(found.values(), key=lambda fact: fact.span))


def told_in(plain: str, sentence: Span, people: People) -> list[Told]:
    """What the sentence tells that each person or office did, in order."""
    told: list[Told] = []
    parties = find_parties(plain, sentence, people)
    governing: list[Deed] = []
    previous, ordered = sentence.start, False
    closing = _CLOSING.search(plain, *sentence)
    for n, party in enumerate(parties):
        until = parties[n + 1].span.start if n + 1 < len(parties) else sentence.end
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
        elif closing and not OBJECT.search(plain, before.start, before.end):
            deeds, rule = [Deed("attends", Span(*closing.span(1)), True)], "verb after the list"
        for official, title in party.members:
            told += [Told(official or title, official, deed, rule) for deed in deeds]
        previous = party.span.end
    return told


def _deeds(plain: str, before: Span, party: Party, until: int) -> tuple[list[Deed], str]:
    lead = before.of(plain)
    for pattern, act in ((_UNDER, "chairs"), (_WITH, "attends")):
        if match := pattern.search(lead):
            span = trim(plain, before.start + match.start(), before.end)
            return [Deed(act, span, True)], "sự … của"  # type: ignore[arg-type]
    if (match := _REPORT.search(lead)) and party.named:
        return [Deed("reports", Span(before.start + match.start(1), before.start + match.end(1)), True)], "report of"
    if match := _SPEECH.search(lead):
        span = trim(plain, before.start + match.start(), before.end)
        return [Deed("concludes" if match[1] == "kết luận" else "speaks", span, True)], "speech of"
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
