"""Directives: what somebody is told to do, by whom, who is to act, and by when."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from meetings.extraction.agents import Agents, heading_agents
from meetings.extraction.assignees import read_assignees
from meetings.extraction.deadlines import find_deadline
from meetings.extraction.document import Document
from meetings.extraction.facts import Assignee, DirectiveFact, LegalRefFact, Strength
from meetings.extraction.openings import clause_starts, past_connectives
from meetings.extraction.orders import Order, find_order
from meetings.extraction.parts import divide, subject_of_task, topic_agents
from meetings.extraction.people import People
from meetings.extraction.sentences import split_blocks
from meetings.extraction.spans import Span
from meetings.extraction.speakers import References, Speaker, find_chairs, find_references, find_subjects, speaks
from meetings.extraction.verbs import MODAL, begins_task

_CONCLUDES = re.compile(
    r"(?:kết luận|phát biểu (?:chỉ đạo|bế mạc)|chỉ đạo (?:tại )?(?:hội nghị|phiên họp|cuộc họp))", re.I
)
_LEAD_IN = re.compile(
    r":\s*\Z|\b(?:như sau|(?:nhiệm vụ|nội dung|giải pháp|vấn đề|việc|điểm|trọng tâm|cụ thể)(?: \w+){0,3} (?:sau|sau đây|dưới đây))[:.]?\s*\Z",
    re.I,
)
_LIST_LEAD = re.compile(r"nhiệm vụ|giải pháp|nội dung|cụ thể|yêu cầu|đề nghị|giao|chỉ đạo|lưu ý|như sau|kết luận", re.I)
_ENDS = re.compile(
    r"(?:[\"'(]?)(?:Cũng (?:tại|trong)|Cùng ngày|Dịp này|Nhân dịp|Tiếp đó|Tiếp theo|Sau đó|Trước đó|Tại (?:hội nghị|phiên họp|buổi|cuộc họp|kỳ họp)|Kết thúc"
    r"|Hội nghị|Phiên họp|Kỳ họp|Buổi (?:làm việc|tiếp)|Các đại biểu (?:đã|cũng|thống nhất|tham gia|dự)|Phát biểu|Thảo luận|Báo cáo|Theo (?:báo cáo|đồng chí|ông|bà)"
    r"|Sau khi|Trong chương trình|Chiều|Sáng|Với các kiến nghị)(?!\w)"
)
_ASSESSES = re.compile(
    r"(?<!\w)(?:khẳng định|nhấn mạnh|đánh giá|cho rằng|ghi nhận|biểu dương|cho biết|thống nhất|đồng tình|tiếp thu|nhận định|chỉ rõ|phân tích)(?!\w)",
    re.I,
)
_SPEECH = re.compile(
    r"(?<!\w)(?:nhấn mạnh|chỉ rõ|chỉ ra|khẳng định|quán triệt|nêu rõ|phát biểu|đánh giá|ghi nhận|biểu dương|phân tích|lưu ý|cho rằng)(?!\w)",
    re.I,
)
_ACCORDING = re.compile(r"(?<!\w)[Tt]heo (?:[Đđ]ồng chí |[Ôô]ng |[Bb]à )?\Z")
_STATES = re.compile(
    r"(?<!\w)(?:còn (?:những|nhiều|một số|hạn chế|chậm|xảy ra|thấp|bất cập|tình trạng)|đã (?:được|có|đạt|và đang|hoàn thành)|đạt (?:kết quả|nhiều|được)"
    r"|có chuyển biến|được (?:quan tâm|chú trọng|đẩy mạnh|triển khai|nâng lên|duy trì|giữ vững|bảo đảm)|vẫn (?:còn|chưa)|có ý nghĩa|có vai trò|là nhiệm vụ"
    r"|có nhiều|ngày càng|là (?:thước đo|yếu tố|nền tảng|động lực|tiền đề))(?!\w)",
    re.I,
)
_THING = re.compile(
    r"(?:việc|công tác|vấn đề|quá trình|nội dung|chính sách|mục tiêu|nhiệm vụ|kết quả|nghị quyết)(?!\w)", re.I
)
_UPWARD = re.compile(
    r"(?:Trung ương|Chính phủ|Thủ tướng|Quốc hội|Ủy ban Thường vụ Quốc hội|Bộ (?!CH|Chỉ|đội)|các bộ|các Bộ|Ban Bí thư|Bộ Chính trị|Văn phòng Chính phủ"
    r"|các cơ quan Trung ương|các bộ, ngành)"
)
_TO_THE_TOP = re.compile(
    r"(?:[Tt]ỉnh|[Tt]hành phố|Tỉnh ủy|Thành ủy|(?:Ban Thường vụ|Thường trực) (?:Tỉnh ủy|Thành ủy)|UBND (?:tỉnh|thành phố)|(?:Thường trực )?HĐND (?:tỉnh|thành phố))\Z"
)
# How to hold the meeting is no task for afterwards.
_HOUSEKEEPING = re.compile(
    r"(?:các )?(?:đại biểu|thành viên|đồng chí)[^,;.]{0,40} (?:tập trung )?(?:thảo luận|cho ý kiến|đóng góp ý kiến|tham gia ý kiến|trao đổi|hiến kế)",
    re.I,
)
_LONG_ASIDE = 100


@dataclass(slots=True)
class _Passage:
    """What holds from one sentence to the next while somebody gives orders."""

    speaker: Speaker | None = None
    concluding: bool = False
    floor: bool = False
    running: bool = False
    listing: bool = False
    strength: Strength = "order"
    kept: tuple[Assignee, ...] = ()

    def hand_over(self, speaker: Speaker) -> None:
        """Somebody else has the floor."""
        if speaker != self.speaker:
            self.speaker, self.running, self.listing, self.concluding, self.floor, self.kept = (
                speaker,
                False,
                False,
                False,
                False,
                (),
            )

    def close(self) -> None:
        """Something else begins; the last speaker is still "đồng chí"."""
        self.running, self.listing, self.floor, self.kept = False, False, False, ()


@dataclass(slots=True)
class _Reader:
    document: Document
    references: References
    legal_refs: tuple[LegalRefFact, ...]
    reference: str | None
    chairs: frozenset[str | None]
    passage: _Passage = field(default_factory=_Passage)
    found: list[DirectiveFact] = field(default_factory=list)

    @property
    def people(self) -> People:
        return self.references.people

    def read(self, sentence: Span, *, bullet: bool) -> None:
        plain, passage = self.document.plain, self.passage
        if not bullet:
            self._listen(sentence)
        order = find_order(plain, *sentence, self.references, running=passage.running or passage.concluding)
        if order is None and not bullet and _ENDS.match(plain, *sentence):
            passage.close()
        if (order or _LEAD_IN.search(plain, *sentence)) and self._lead_in(sentence, order):
            return
        if order and (not self._may_order(order) or _HOUSEKEEPING.search(plain, order.start, sentence.end)):
            return
        ordering = True
        for i, part in enumerate(divide(plain, sentence, self.people)):
            ordering = self._part(part, first=i == 0, bullet=bullet, ordering=ordering, running=bool(order))

    def _listen(self, sentence: Span) -> None:
        """Learns from the sentence who has the floor."""
        plain = self.document.plain
        subjects = find_subjects(plain, *sentence, self.references)
        for i, subject in enumerate(subjects):
            following = subjects[i + 1].span.start if i + 1 < len(subjects) else sentence.end
            if not speaks(plain, subject, sentence.start, following, running=self.passage.running):
                continue
            if subject.speaker:
                self.passage.hand_over(subject.speaker)
            if _SPEECH.search(plain, subject.span.end, min(following, subject.span.end + 60)):
                self.passage.floor = True
            if _CONCLUDES.search(plain, sentence.start, min(sentence.end, subject.span.end + 60)):
                self.passage.concluding = True
            return

    def _lead_in(self, sentence: Span, order: Order | None) -> bool:
        """Whether the sentence only announces a list; what it says then holds for the items."""
        plain, passage = self.document.plain, self.passage
        told = order.agents if order else None
        if order is None and passage.running:
            told = heading_agents(plain, past_connectives(plain, *sentence), sentence.end, self.people)
        told = told or (None if order else subject_of_task(plain, sentence, self.people))
        if order is None and told is None and not (passage.running or passage.concluding):
            return False
        if order is None and told is None and not _LIST_LEAD.search(plain, *sentence):
            return False
        if order:
            if not _LEAD_IN.search(plain, *sentence) and not _only_hands_out(plain, order, sentence):
                return False
            if not self._may_order(order):
                return False
            passage.strength = order.strength
        passage.running = passage.listing = True
        if told or order:
            passage.kept = read_assignees(plain, told, told.end, sentence.end, self.people) if told else ()
        return True

    def _may_order(self, order: Order) -> bool:
        """Whether the giver stands above those told: a request to the ministries or by a district is a petition."""
        speaker = order.subject.speaker if order.subject and order.subject.speaker else self.passage.speaker
        if speaker is None or speaker.rank == "district":
            return False
        names = [agent.name for agent in order.agents.items] if order.agents else []
        if speaker.rank == "national":
            return True
        if any(_UPWARD.match(name) for name in names):
            return False
        if speaker.rank == "official":
            presides = self.passage.concluding or speaker.name in self.chairs
            return presides and bool(names) and not any(_TO_THE_TOP.match(name) for name in names)
        return True

    def _part(self, part: Span, *, first: bool, bullet: bool, ordering: bool, running: bool) -> bool:
        """Takes the part in, if it is a directive, and tells whether it was; `ordering` if the part before it was."""
        plain, passage = self.document.plain, self.passage
        order = find_order(plain, *part, self.references, running=passage.running or passage.concluding or running)
        told: Agents | None
        if order and self._may_order(order):
            told, task, rule = order.agents, order.task, f"order verb: {order.verb}"
            if order.subject and order.subject.speaker:
                passage.hand_over(order.subject.speaker)
            passage.running, passage.strength = True, order.strength
            aside = re.match(r"trong đó|nhất là|đặc biệt", plain[part.start : part.start + 12], re.I)
            if told is None and not aside:
                passage.kept = ()
            strength: Strength = order.strength
        elif not passage.running and not passage.concluding and not self._addressed(part):
            return False
        else:
            told = subject_of_task(plain, part, self.people) or topic_agents(plain, part, self.people)
            task = told.end if told else past_connectives(plain, *part)
            found = self._without_order(part, told, bullet=bullet) if ordering or told else None
            if found is None:
                return False
            rule, strength = found
            if strength == "need":
                passage.strength = "need"
            if rule == "need of a thing":
                passage.kept = ()
            passage.running = True
        here = read_assignees(plain, told, task, part.end, self.people)
        if told:
            passage.kept = here
        else:
            here = passage.kept + tuple(a for a in here if a.name not in {k.name for k in passage.kept})
        self._add(self._span(part, order) if first else part, rule, strength, here, order)
        return True

    def _addressed(self, part: Span) -> bool:
        """Whether a leader tells somebody what they need to do: "Đồng chí nhấn mạnh: Các cấp ủy cần …"."""
        speaker = self.passage.speaker
        if speaker is None or speaker.rank != "leader" or not self.passage.floor:
            return False
        told = subject_of_task(self.document.plain, part, self.people)
        return bool(told and MODAL.match(self.document.plain, told.end + 1, part.end))

    def _without_order(self, part: Span, told: Agents | None, *, bullet: bool) -> tuple[str, Strength] | None:
        """The rule and strength by which a part without an order verb is a directive all the same."""
        plain, passage = self.document.plain, self.passage
        if told:
            modal = MODAL.search(plain, told.end, min(part.end, told.end + 40))
            if not passage.running and not modal:
                return None
            return "who is told, then the task", _strength(modal, passage.strength)
        if plain[part.start] == '"':
            return None  # somebody is quoted
        if not bullet and (self._assesses(part) or _STATES.search(plain, *part)):
            return None
        for place in clause_starts(plain, *part):
            modal = MODAL.match(plain, place, part.end)
            if modal or (passage.running and begins_task(plain, place, part.end)):
                return "the task alone", _strength(modal, passage.strength)
        if passage.running and (modal := MODAL.search(plain, *part)):
            return "need of a thing", "need"
        return ("list item", passage.strength) if bullet and passage.listing and part.end - part.start > 25 else None

    def _assesses(self, part: Span) -> bool:
        """Whether somebody states something here: "Chủ tịch UBND tỉnh khẳng định: …", "Theo đồng chí, …"."""
        plain = self.document.plain
        subjects = find_subjects(plain, part.start, min(part.end, part.start + 160), self.references)
        return any(
            _ASSESSES.search(plain, s.span.end, min(part.end, s.span.end + 60))
            or _ACCORDING.search(plain, part.start, s.span.start)
            for s in subjects
        )

    def _span(self, part: Span, order: Order | None) -> Span:
        """The part, without a long aside before its speaker: "Chia sẻ với những khó khăn …, Chủ tịch yêu cầu …"."""
        if order and order.subject:
            lead = order.subject.span.start - part.start
            if lead > _LONG_ASIDE and _ASIDE.match(self.document.plain, *part):
                return Span(order.subject.span.start, part.end)
        return part

    def _add(
        self, span: Span, rule: str, strength: Strength, assignees: tuple[Assignee, ...], order: Order | None
    ) -> None:
        speaker = self.passage.speaker
        self.found.append(
            DirectiveFact(
                span=span,
                rule=rule,
                text=span.of(self.document.text),
                assigner=speaker.name if speaker else None,
                assigner_title=speaker.title if speaker else None,
                assignees=assignees,
                strength=strength,
                deadline=find_deadline(self.document, span, self.reference),
                legal_refs=tuple(dict.fromkeys(ref.number for ref in self.legal_refs if span.covers(ref.span))),
                confidence=1.0 if order else 0.9 if rule != "need of a thing" else 0.7,
            )
        )


def _only_hands_out(plain: str, order: Order, sentence: Span) -> bool:
    """ "… giao nhiệm vụ cụ thể cho từng ngành." tells no task."""
    return order.verb in ("giao nhiệm vụ", "giao trách nhiệm", "phân công") and plain[
        order.task : sentence.end
    ].strip() in (".", "")


_ASIDE = re.compile(
    r"(?:Thống nhất|Ghi nhận|Đánh giá|Biểu dương|Chia sẻ|Phân tích|Đồng tình|Nhất trí|Sau khi|Tiếp thu|Trên cơ sở|Phát biểu|Kết luận)(?!\w)"
)


def _strength(modal: re.Match[str] | None, kept: Strength) -> Strength:
    return "need" if modal and modal[0].lower().startswith(("cần", "phải")) else kept


def find_directives(
    document: Document, people: People, legal_refs: tuple[LegalRefFact, ...] = (), reference: str | None = None
) -> tuple[DirectiveFact, ...]:
    """What the text says somebody is told to do, in order, one per sentence or part of it with a verb of its own.

    `reference` is when the meeting was held (`2025-10-02`, `2025-10`, `2025` or None) and gives deadlines their year.
    """
    references = find_references(document, people)
    reader = _Reader(document, references, legal_refs, reference, find_chairs(document, references))
    for block in split_blocks(document):
        if block.kind in ("noise", "byline"):
            reader.passage = _Passage()
        elif block.kind in ("paragraph", "bullet"):
            if block.kind == "paragraph":
                reader.passage.listing = reader.passage.listing and reader.passage.running
            for sentence in block.sentences:
                reader.read(sentence, bullet=block.kind == "bullet")
    return tuple(reader.found)
