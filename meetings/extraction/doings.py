"""What a sentence tells of each person or office: the act behind them, before them, after their list, or as a noun."""

from __future__ import annotations

import re
from bisect import bisect_left

from meetings.extraction.act_nouns import LIST_OPENER, guests_before, noun_before
from meetings.extraction.act_openings import beside_opening, listing_deeds, opening_deeds
from meetings.extraction.acts import Deed, deeds_after, deeds_while
from meetings.extraction.behalf import acts_for_next, is_absent, leave_given
from meetings.extraction.endings import endings, last_words
from meetings.extraction.full_stops import trim
from meetings.extraction.memory import remembered
from meetings.extraction.parties import Party, find_parties
from meetings.extraction.people import People
from meetings.extraction.quotes import in_quotes
from meetings.extraction.records import dataclass
from meetings.extraction.spans import Span, span_of

ORDERS = re.compile(r"(?:yêu cầu|đề nghị|giao|chỉ đạo|phân công|đôn đốc|nhắc)(?!\w)", re.IGNORECASE)
OBJECT = re.compile(
    r"(?<!\w)(?:giao|giao cho|yêu cầu|đề nghị|phân công|chỉ đạo|mời|của|với|cho|tới|đến|gửi|đối với|theo|bởi|bầu|"
    r"miễn nhiệm|tặng|bổ nhiệm|điều động|chúc mừng|cùng|thay|thay mặt|và)\W*$"
    r"|(?<!\w)(?:bổ sung|giới thiệu|chỉ định|phê chuẩn|chuẩn y|đề cử|kỷ luật|khen thưởng|khiển trách|triệu tập|thăm|"
    r"thăm hỏi|viếng|đón|phỏng vấn|gặp|cử|để) $",
    re.IGNORECASE,
)
# "A, r, B, r và lãnh đạo các sở ‹cùng dự›; C, r ‹được mời dự›".
_CLOSING = re.compile(
    r"(?<= )((?:(?:cùng |đều |được mời |đến |tới |về )?(?:tham |đến |tới |về )?dự|có mặt|góp mặt))"
    r"(?: (?:hội nghị|phiên họp|cuộc họp|buổi làm việc|buổi tiếp|kỳ họp))?(?: tại [^,.;:]{3,60})?[.]?$"
)
_ACCOMPANIED = re.compile(r"(?:[Đđ]i cùng|[Cc]ùng đi|[Tt]háp tùng)(?: với)?(?: đồng chí| đ/c| ông| bà)? \Z")
_OTHERS = re.compile(r"(?:các|những) (?:đồng chí|đ/c|ông|bà|vị|đại biểu)(?!\w)")
_BRINGS_IN = re.compile(r"[,;] ?[^,;]{2,80} (?:có|gồm|là)(?: các)?(?: (?:đồng chí|ông|bà|đ/c))?:? ?$")
# What these patterns end with, before the signs at the end: it is looked for first.
_OBJECT_ENDS, _OPENER_ENDS, _BRINGING = map(last_words, (OBJECT, LIST_OPENER, _BRINGS_IN))
_ACCOMPANIED_ENDS = endings(_ACCOMPANIED)
_SIGNS = ' ,:;.-()"/\n'
_LONGEST_OBJECT, _ENOUGH = 16, 40
_LONGEST_LEAD = 100
_BESIDE = re.compile(r"; (?:(?:các )?(?:đồng chí|ông|bà|đ/c|vị)(?:: | ))?\Z")
_LONGEST_BESIDE = 20
_OPENED = re.compile(r"(?: [^\W\d_]+){0,4} (?:còn )?(?:có|gồm)(?!\w)")
# "A tham dự, ‹cùng các› Phó Chủ tịch UBND tỉnh: B, C"
_ALONG = (", cùng ", ", cùng các ", ", cùng với ", ", cùng với các ")


@dataclass(frozen=True, slots=True)
class Told:
    """An act of somebody, `who` by name or by office."""

    who: str
    official: str | None
    deed: Deed
    rule: str


def told_in(plain: str, sentence: Span, people: People) -> list[Told]:
    """What the sentence tells that each person or office did, in order; those in quotations are only spoken of."""
    parties = [p for p in find_parties(plain, sentence, people) if not in_quotes(plain, p.span.start)]
    told: list[Told] = []
    governing: list[Deed] = []
    joined: list[Deed] = []
    previous, ordered = sentence.start, False
    represented: Party | None = None
    for n, party in enumerate(parties):
        if party is represented or is_absent(plain, party.span.start):  # who acts in his place has been told
            previous = party.span.end
            continue
        after = parties[n + 1 : n + 3]
        leave = leave_given(plain, party.span.end, after[0].span) if after else None
        if after and (leave or acts_for_next(plain, party.span.end, after[0].span.start)):
            represented, after = after[0], after[1:]
        until = after[0].span.start if after else sentence.end
        before = Span(previous, party.span.start)
        if leave:
            deeds, rule = deeds_after(plain, leave, until), "act after the person"
        else:
            deeds, rule = _deeds(plain, before, party, until)
        ordered = ordered and ";" not in before.of(plain)
        if ordered and rule == "act after the person":
            deeds = []  # he is told to do it: "yêu cầu Sở A, Giám đốc Sở B ‹báo cáo›"
        for deed in deeds:
            ordered = ordered or ORDERS.match(plain, *deed.span) is not None
        if rule == "list after the verb":
            governing = deeds
        elif governing and not deeds:
            deeds, rule = governing, "list goes on"
        elif joined and not deeds and plain.endswith(_ALONG, *before):
            deeds, rule = joined, "list goes on"
        elif deeds:
            governing = []
        elif (closing := _closing(plain, party, sentence)) and not are_object(plain, before):
            deeds, rule = [Deed("attends", closing, True)], "verb after the list"
        joined = [deed for deed in deeds if deed.act == "attends" and deed.certain]
        told += [Told(name or title, name, deed, rule) for name, title in party.members for deed in deeds]
        if deeds or not plain.endswith(_ACCOMPANIED_ENDS, *before) or not _ACCOMPANIED.search(plain, *before):
            previous = party.span.end  # else "Đi cùng ‹đồng chí Chủ tịch UBND tỉnh› có A": the words before go on
    return told


def are_object(plain: str, before: Span) -> bool:
    """Whether the words under `before` make those who are named behind them the ones acted upon or spoken of."""
    words, signs = _parted(plain[max(before.start, before.end - _ENOUGH) : before.end])
    if words and not words[-_LONGEST_OBJECT:].lower().endswith(_OBJECT_ENDS):
        return False
    if not words and before.end - before.start <= _ENOUGH:
        return False
    reach = len(signs) + _LONGEST_OBJECT if words else before.end
    return OBJECT.search(plain, max(before.start, before.end - reach), before.end) is not None


def _parted(lead: str) -> tuple[str, str]:
    """The words and the signs behind the last of them, all that is no part of a word."""
    end = len(lead.rstrip(_SIGNS))
    while end and not (lead[end - 1].isalnum() or lead[end - 1] == "_"):
        end -= 1
    return lead[:end], lead[end:]


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
            found.append(span_of(match.span(1)))
        start = end + 1
    return found


def _deeds(plain: str, before: Span, party: Party, until: int) -> tuple[list[Deed], str]:
    if noun := noun_before(plain, before, party):
        return [noun[0], *deeds_while(plain, party.span.end, until)], noun[1]
    lead = before.of(plain).removesuffix("tân ")
    words, signs = _parted(lead)
    opened = ":" in signs or words.endswith(_OPENER_ENDS)
    listed = opened and LIST_OPENER.search(lead) is not None
    part = _last_part(plain, before) if listed else before
    if listed and (deeds := listing_deeds(plain, *part) or _goes_on_from(plain, before, part)):
        return deeds, "list after the verb"
    if listed and (guests := guests_before(plain, before)):
        return [guests], "list after the verb"
    if not listed and party.named and (deeds := _named_beside(plain, before)):
        return deeds, "list after the verb"
    opening = opening_deeds(plain, *before) if not words or "," in signs or ":" in signs else []
    until = _own_end(plain, party.span.end, until)
    after = [] if are_object(plain, before) else deeds_after(plain, party.span.end, until)
    if opening:
        if not any(deed.certain for deed in opening):
            return after or opening, "act before the person"
        if all(deed.act in ("attends", "chairs") for deed in opening):
            return [*opening, *after], "act before the person"
        return beside_opening(plain, opening, after), "act before the person"
    return after, "act after the person"


def _goes_on_from(plain: str, before: Span, part: Span) -> list[Deed]:
    """The act of a list that goes on behind a semicolon: "Dự họp có các ủy viên; ‹các đồng chí khác›: A, r; B, r"."""
    return listing_deeds(plain, before.start, part.start) if _OTHERS.match(plain, *part) else []


def _named_beside(plain: str, before: Span) -> list[Deed]:
    """The act of a list that goes on with one who is named: "Cùng dự có lãnh đạo Quân khu‹;› đồng chí A, r; B, r"."""
    first = plain.find(";", *before)
    if first < 0 or not _BESIDE.search(plain, max(first, before.end - _LONGEST_BESIDE), before.end):
        return []
    deeds = listing_deeds(plain, before.start, first)
    opens = deeds and _OPENED.match(plain, deeds[-1].span.end, first)
    return deeds if opens and deeds[0].act == "attends" else []


def _last_part(plain: str, before: Span) -> Span:
    """What stands behind the last semicolon: the verb before it is not that of the list which follows."""
    return trim(plain, plain.rfind(";", *before) + 1 or before.start, before.end)


def _own_end(plain: str, start: int, end: int) -> int:
    """Where the words that tell of one person end, before those that bring in the next: "A chủ trì‹,› cùng dự có B"."""
    if not plain[max(start, end - _LONGEST_OBJECT) : end].rstrip(_SIGNS).endswith(_BRINGING):
        return end
    brought_in = _BRINGS_IN.search(plain, max(start, end - _LONGEST_LEAD), end)
    return brought_in.start() if brought_in else end
