"""Whether an order verb gives an order, and who gives it: each reason against it has a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from meetings.extraction.agents import read_agents
from meetings.extraction.beginnings import WordPattern
from meetings.extraction.openings import clause_starts
from meetings.extraction.spans import Span
from meetings.extraction.speakers import References, Subject
from meetings.extraction.subjects import find_subjects, is_object
from meetings.extraction.task_subjects import topic_agents
from meetings.extraction.verbs import ORDER, TASK, TASKS_TOO

# Between the speaker and the verb: "cũng", "phát biểu kết luận hội nghị, ", "nhấn mạnh và".
_COORDINATED = re.compile(
    r"(?:^|[,;:] |[,;] (?:đồng thời|từ đó|qua đó|trong đó|trên cơ sở đó|do đó|nhưng|song|nên|cho nên"
    r"|vì thế|vì vậy|bởi vậy|rồi|và)(?: cũng)? |(?:và"
    r"|đồng thời|cũng|đã|tiếp tục|còn"
    r"|trực tiếp|thống nhất|nhất trí|lưu ý|nhấn mạnh|đề nghị|yêu cầu|phát biểu|tới|nay|đó|này|nghị|họp|tỉnh|này,) )\Z",
    re.I,
)
# A noun, not an order: "đáp ứng yêu cầu", "theo đề nghị của", "kế hoạch cấp trên giao", "được giao".
NOUN_BEFORE = WordPattern(
    r"(?<!\w)(?:đáp ứng|theo|các|những|một số|nhiều|mọi|từng|được|bàn|vốn|chỉ tiêu|nhiệm vụ|công tác|ý kiến|sự"
    r"|(?<!rưởng )(?<!Phó )ban"
    r"|tiểu ban|khi có|tờ trình|văn bản"
    r"|với|của|đơn|công văn|bị|chuyển|số|quyền|kế hoạch|dự toán|cải cách|trước|tổ|phù hợp|thực tiễn|đúng|vượt|cao hơn"
    r"|vì|từ|về|quan điểm|nội dung"
    r"|tinh thần|thông báo|theo dõi|tiếp thu|bản|hồ sơ|tập trung|tăng cường|tiếp tục lãnh đạo,|lãnh đạo,|quan tâm"
    r"|lãnh đạo) \Z",
    re.I,
)
NOUN_AFTER = re.compile(
    r" (?:của|được(?! giao)|nhiệm vụ (?:chính trị|mới|đặt|phát)|này|đó|thực tiễn|đặt ra|mới(?!\w)|cao|về mặt"
    r"|, điều hành|phát triển|hội nhập|công việc|thông|dịch)"
    r"|, (?:điều hành|kiểm tra|hướng dẫn|nhiệm vụ|kiến nghị|đề xuất)(?!\w)|\.|,$",
    re.I,
)
_LONGEST_LINK = 40
_THEREFORE = re.compile(r"(?:vì vậy|do đó|do vậy|vì thế|qua đó|từ đó|bởi vậy|đồng thời|theo đó),? \Z", re.I)
# "cho biết đã giao …" tells of an order given long ago.
_REPORTED = re.compile(
    r"(?<!\w)(?:cho biết|thông tin|cho hay|nêu rõ|báo cáo)(?!\w)[^.;]*(?<!\w)đã (?:cũng |kịp thời )?\Z", re.I
)
# "Giám đốc Sở A ‹báo cáo:› năm nay, Chính phủ giao tỉnh …"
_TELLS = re.compile(
    r" (?:[^\W\d_]+ ){0,8}?(?:báo cáo|cho biết|cho hay|thông tin|trình bày|giải trình|phản ánh)(?: [^\W\d_]+){0,4}?"
    r"(:|,| rằng) "
)
# What a body is said to have ordered; its other verbs tell what it did.
_OF_BODIES = ("giao", "yêu cầu", "đề nghị", "giao nhiệm vụ", "phân công", "giao trách nhiệm")
NO_GIVER = "no giver"


class Clause(NamedTuple):
    """A clause in which order verbs stand: who may speak in it, where it may begin, up to where its verbs are tasks.

    `running` allows an order whose giver stands in a sentence before.
    """

    start: int
    end: int
    subjects: tuple[Subject, ...]
    openings: tuple[int, ...]
    told: int
    running: bool


def clause_of(plain: str, start: int, end: int, references: References, *, running: bool) -> Clause:
    """What is known of `plain[start:end]` before its order verbs are looked at one by one."""
    subjects = find_subjects(plain, start, end, references)
    openings = clause_starts(plain, start, end)
    return Clause(start, end, subjects, openings, _is_told(plain, openings, end, references, subjects), running)


def order_verbs(plain: str, start: int, end: int) -> list[re.Match[str]]:
    """The order verbs of `plain[start:end]` that the words around them do not make nouns."""
    return [match for match in ORDER.finditer(plain, start, end) if not _noun(plain, start, end, match)]


def behind_subjects(verbs: list[re.Match[str]], subjects: Sequence[Subject]) -> list[re.Match[str]]:
    """Those of `verbs` before which somebody stands who may speak: no other has its giver in the clause."""
    first = min((subject.span.end for subject in subjects), default=None)
    return [verb for verb in verbs if verb.start() >= first] if first is not None else []


def giver_of(plain: str, clause: Clause, match: re.Match[str], *, is_verb: bool = False) -> tuple[Subject | None, str]:
    """Who gives the order of the verb `match`, and what speaks against its being one, "" if nothing does.

    `is_verb`: it is known to be no noun.
    """
    if match.start() < clause.told:
        return None, "task of those told"
    if not is_verb and (noun := _noun(plain, clause.start, clause.end, match)):
        return None, noun
    before = [s for s in clause.subjects if s.span.end <= match.start()]
    last = before[-1] if before else None
    giver = next((s for s in reversed(before) if not is_object(plain, s, clause.start)), last)
    return giver, _objection(plain, clause, match, giver)


def _noun(plain: str, start: int, end: int, match: re.Match[str]) -> str:
    if NOUN_BEFORE.search(plain, max(start, match.start() - 24), match.start()):
        return "noun by the words before"
    return "noun by the words after" if NOUN_AFTER.match(plain, match.end(), end) else ""


def _is_told(plain: str, openings: Sequence[int], end: int, references: References, subjects: Sequence[Subject]) -> int:
    """Up to where order verbs are tasks, since the clause begins with who is told: "Sở Y tế yêu cầu các trạm …"."""
    topic = topic_agents(plain, Span(openings[0], end), references.people)
    if topic and not any(
        _speaks_after(plain, s, openings[0], openings[0]) and s.span.end <= topic.end for s in subjects
    ):
        return end  # but in "Với các sở, ‹Chủ tịch UBND tỉnh› giao …" it is he who gives the order
    verb = ORDER.search(plain, openings[0], end)
    for place in openings:
        if verb is None or place > verb.start():
            break
        if any(_speaks_after(plain, s, place, openings[0]) for s in subjects):
            continue
        if read_agents(plain, place, end, references.people):
            return end
    return 0


def _speaks_after(plain: str, subject: Subject, place: int, start: int) -> bool:
    """Whether the subject, from `place` on, is a person who may order: "… các sở báo cáo, ‹ông An› chỉ đạo …"."""
    body = subject.speaker is not None and subject.speaker.rank == "body"
    if subject.span.start <= place <= subject.span.end:
        return True
    return subject.span.start > place and not body and not is_object(plain, subject, start)


def _is_quoted_by_another(plain: str, clause: Clause, giver: Subject) -> bool:
    """Whether another one tells what the giver ordered: "Giám đốc Sở A báo cáo: Thủ tướng Chính phủ giao tỉnh …"."""
    first = clause.subjects[0]
    if first.span.end >= giver.span.start or first.speaker in (None, giver.speaker) or giver.speaker is None:
        return False
    if first.speaker.rank == "body" or is_object(plain, first, clause.start):
        return False
    tells = _TELLS.match(plain, first.span.end, giver.span.start)
    named = giver.speaker.name is not None
    return tells is not None and (tells[1] == ":" or not named) and plain.find(";", tells.end(), giver.span.start) < 0


def _objection(plain: str, clause: Clause, match: re.Match[str], giver: Subject | None) -> str:
    if giver is None:
        if match[0].lower() in TASKS_TOO:
            return "task of those told"
        if not clause.running:
            return NO_GIVER
        before = plain[max(clause.start, match.start() - 16) : match.start()]
        opens = match.start() in clause.openings or _THEREFORE.search(before)
        return "" if opens else "inside the clause"
    between = plain[giver.span.end : match.start()]
    if "đã " in between.lower() and _REPORTED.search(between):
        return "reported"
    if _is_quoted_by_another(plain, clause, giver):
        return "reported"
    coordinated = between != " " and bool(_COORDINATED.search(between, max(0, len(between) - _LONGEST_LINK)))
    if not coordinated and TASK.match(between.lstrip(", ")):
        return "behind another verb"
    if giver.speaker and giver.speaker.rank == "body":
        if giver.span.start not in clause.openings and between.endswith(" đã "):
            return "told of a body"
        if match[0].lower() not in _OF_BODIES:
            return "told of a body"
    return "" if coordinated or not between.strip() else "other words between"
