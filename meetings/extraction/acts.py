"""Words that tell what somebody did at a meeting: chaired, attended, spoke, reported, concluded."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from meetings.extraction.facts import Act
from meetings.extraction.lexicon import table, variants
from meetings.extraction.records import dataclass
from meetings.extraction.spans import Span, matchable, span_of
from meetings.extraction.wording import by_first_letter, has_any, not_before

# What a meeting may be called behind "khép lại", "chốt lại".
_MEETINGS = ("phiên", "buổi", "cuộc họp", "cuộc làm việc", "hội nghị", "kỳ họp", "phần thảo luận", "phần chất vấn")
# What may stand between a person and what he did: adverbs, leave given to him, how he takes the floor.
_ADVERBS = re.compile(
    r"\)?(?: \([^()\n]{1,60}\))?(?: -(?= ))?"
    r"[ ,:]*(?:(?:đã|đang|cũng|sẽ|vừa|còn|thì|liền|bèn|lại|mới|chỉ(?! đạo| ra| rõ| thị| định| trích| tay)|cùng|đều|"
    r"từng|tiếp tục|tiếp đó|trực tiếp|lần lượt|thẳng thắn|thành thật|gay gắt|bức xúc|dứt khoát|nghiêm khắc|"
    r"ngắn gọn|một lần nữa|nhiều lần|liên tục|đặc biệt|"
    r"chân thành|trân trọng|được (?:ủy quyền|phân công|giao|mời|cử|chỉ định)|"
    r"là (?:người|đại biểu)(?: (?:đầu tiên|cuối cùng|tiếp theo|thứ (?:hai|ba|tư|năm)))?|"
    r"lên(?= (?:trả lời|phát biểu|báo cáo|giải trình|làm rõ))|đứng (?:dậy|lên|ra)|"
    r"bước (?:lên|ra)(?: bục| diễn đàn)?|lên (?:bục|diễn đàn)|đăng đàn|cầm (?:micro|mic)|giơ tay|"
    r"có (?:bài |buổi |ý kiến |lời )?)[ ,]+)*",
)
# "A, r, B, r ‹và 11 đại biểu khác› phát biểu ý kiến"
_ALONG = re.compile(
    r",? (?:và|cùng|cùng với) (?:\d{1,3}|một số|nhiều|các|những|hai|ba|bốn|năm) (?:đại biểu|đồng chí|ủy viên"
    r"|thành viên)(?: khác| HĐND tỉnh| UBND tỉnh)?(?= )"
)
_GAP = re.compile(
    r"\)?(?: \([^()\n]{1,60}\))?(?: -(?= ))?[ ,:]*"
)  # where one of those words is all that is told: "ông A bức xúc vì …"

# Whatever the verb: "ông A lo ‹rằng›", 'bà B than: "…"'.
_SAID = re.compile(r"[ ,]*((?:[^\W\d_]+ ){0,4}[^\W\d_]+)(?: rằng(?!\w)|: ?\")")
_PROXY = re.compile(r"[ ,]*(?:đã )?(?:thay mặt|thừa ủy quyền|được ủy quyền|đại diện cho)(?= )")
_WORD_START = re.compile(r",? (?=\w)")
# "ông A, ‹từ điểm cầu xã,› phản ánh …", "bà B, ‹khi được mời phát biểu,› cho rằng …"
_ASIDE = re.compile(
    r", (?:từ|tại|ở|qua|trong|khi|sau|trước|với|bằng|nhân|dù|tuy|người|cơ quan|đơn vị|cũng là|vốn|đồng thời)"
    r"(?! [^,]*(?:ngoái|trước(?: đây| đó)?),) [^,.;:()\"]{2,80}(?=, )"
)
# "A nói đi nói lại ‹khi› kết luận phiên họp", "A nhắc ‹trong phần› kết luận"
_MEANWHILE = re.compile(
    r"[^.;:\"]{0,60}? (?:khi|lúc|trong (?:khi|lúc|phần|bài|lời|ý kiến)) "
    r"(?=(?:phát biểu |nói lời )?(?:kết luận|chốt lại)|chủ trì|điều hành|chủ tọa)"
)
_MEANWHILE_SIGNS = ("kết luận", "chốt lại", "chủ trì", "điều hành", "chủ tọa")
_ALONG_SIGNS = (" và ", " cùng ", ", và ", ", cùng ")
# Where and how far further acts of the same person are looked for, and what joins them.
_REACH = re.compile(r"(?:[^.;:() ]+|(?! để | nhằm | nghe | trong đó| về việc ) )*")
_FARTHEST = 90
_JOINT = re.compile(r"(?:, | và )(?:đồng thời |cùng )?(?!(?<=chỉ đạo, )điều hành|(?<=chỉ đạo và )điều hành)")

OF_MEETING = re.compile(
    r" (?:tại )?(?:các |phần |buổi |toàn bộ )?(?:phiên|hội nghị|cuộc|buổi|kỳ họp|thảo luận|chất vấn|họp)"
    r"|(?: của mình)?[,.;:]|\Z"
)

_WHILE = re.compile(r" (?:khi|lúc|trong lúc) ")


@dataclass(frozen=True, slots=True)
class Deed:
    """An act with the words that tell it; `certain` is False for speech that is only implied ("yêu cầu")."""

    act: Act
    span: Span
    certain: bool


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, tuple[Act, bool]], frozenset[str]]:
    """What tells an act; the act that each phrase tells, and whether it is certain; the first letters of phrases."""
    acts: dict[str, tuple[Act, bool]] = {}
    after: dict[str, str] = {}
    for row in table("participation"):
        objects = [f" {meeting}" for meeting in _MEETINGS] if row["needs"] == "meeting" else [""]
        for phrase in (matchable(verb + thing) for verb in variants(row["phrases"]) for thing in objects):
            acts.setdefault(phrase, (cast("Act", row["act"]), row["certain"] == "yes"))
            after.setdefault(phrase, not_before(row["not_before"]))
    ways = [f"[{letters}]{rest}" for letters, rest in by_first_letter(acts, any_case=True, after=after)]
    letters = frozenset(letter for phrase in acts for letter in (phrase[0].lower(), phrase[0].upper()))
    return re.compile(f"({'|'.join(ways)})"), acts, letters


def deed_at(plain: str, start: int, end: int) -> Deed | None:
    """The act whose words begin at `start`."""
    pattern, acts, letters = _phrases()
    if plain[start : start + 1] not in letters or not (match := pattern.match(plain, start, end)):
        return None
    act, certain = acts[match[1].lower()]
    return Deed(act, span_of(match.span(1)), certain)


def deeds_after(plain: str, start: int, end: int) -> list[Deed]:
    """What the person named just before `start` did: "‹A› dự và phát biểu chỉ đạo", "‹A› chủ trì, kết luận"."""
    if proxy := _PROXY.match(
        plain, start, end
    ):  # "thay mặt UBND tỉnh trình bày": the verb comes after whom he speaks for
        words = _WORD_START.finditer(plain, proxy.end(), min(end, proxy.end() + 90))
        deed = next((d for word in words if (d := deed_at(plain, word.end(), end))), None)
    else:
        told = _past(_ADVERBS, plain, start, end)
        deed = deed_at(plain, told, end)
        if deed is None and (place := _past(_GAP, plain, start, end)) != told:
            deed = deed_at(plain, place, end)
        deed = deed or _said(plain, start, end)
        if deed is None and plain.startswith(", ", start) and (aside := _ASIDE.match(plain, start, end)):
            deed = deed_at(plain, _past(_ADVERBS, plain, aside.end(), end), end)
        if deed is None and plain.startswith(_ALONG_SIGNS, start) and (along := _ALONG.match(plain, start, end)):
            deed = deed_at(plain, _past(_ADVERBS, plain, along.end(), end), end)
    found: list[Deed] = []
    while deed:
        found.append(deed)
        if not deed.certain:
            found += _meanwhile(plain, deed, end)
            break
        reach = _REACH.match(plain, deed.span.end, end)
        stop = min(reach.end() if reach else deed.span.end, deed.span.end + _FARTHEST)
        joints = _JOINT.finditer(plain, deed.span.end, stop)
        deed = next((d for joint in joints if (d := deed_at(plain, joint.end(), end))), None)
        if deed and (deed.act == found[-1].act or _is_work(plain, deed)):
            break
    return found


def _past(pattern: re.Pattern[str], plain: str, start: int, end: int) -> int:
    """Where what `pattern` matches at `start` ends; `start` where it matches nothing."""
    match = pattern.match(plain, start, end)
    return match.end() if match else start


def deeds_while(plain: str, start: int, end: int) -> list[Deed]:
    """What he did meanwhile: "Đó là kết luận của ‹A› khi chủ trì cuộc họp"."""
    meanwhile = _WHILE.match(plain, start, end)
    deed = deed_at(plain, meanwhile.end(), end) if meanwhile else None
    return [deed] if deed and deed.act in ("chairs", "attends", "concludes") else []


def _meanwhile(plain: str, deed: Deed, end: int) -> list[Deed]:
    """What he did while he said so: "‹A› nhấn mạnh điều này khi kết luận phiên họp"."""
    if not has_any(plain[deed.span.end : min(end, deed.span.end + _FARTHEST)], _MEANWHILE_SIGNS):
        return []
    when = _MEANWHILE.match(plain, deed.span.end, end)
    other = deed_at(plain, when.end(), end) if when else None
    of_meeting = other and other.act in ("concludes", "chairs") and OF_MEETING.match(plain, other.span.end)
    return [other] if other and of_meeting else []


def _is_work(plain: str, deed: Deed) -> bool:
    """Whether "điều hành" is part of what somebody told about: "báo cáo kết quả giám sát, ‹điều hành› đô thị"."""
    return deed.span.of(plain) == "điều hành" and not OF_MEETING.match(plain, deed.span.end)


def _said(plain: str, start: int, end: int) -> Deed | None:
    match = _SAID.match(plain, start, end)
    return Deed("speaks", span_of(match.span(1)), False) if match and match[1].islower() else None
