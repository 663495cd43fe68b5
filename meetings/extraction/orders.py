"""Order verbs in a clause: who gives the order, how strongly, and where what is ordered begins."""

from __future__ import annotations

import re
from dataclasses import replace

from meetings.extraction.agents import Agents, read_agents, unknown_agents
from meetings.extraction.facts import Strength
from meetings.extraction.givers import NO_GIVER, Clause, behind_subjects, clause_of, giver_of, order_verbs
from meetings.extraction.records import dataclass
from meetings.extraction.spans import Span
from meetings.extraction.speakers import References, Subject
from meetings.extraction.subjects import find_subjects
from meetings.extraction.task_subjects import agents_of_topic
from meetings.extraction.verbs import MODAL, begins_task, order_kind

_FILLER = re.compile(
    r" (?:rằng|trực tiếp|luôn|thẳng|riêng|tiếp|đích danh|ngay lập tức|cho|với|đến|tới|đối với|thêm|ngay|cụ thể|nhiệm vụ"
    r"|tại (?:hội nghị|phiên họp|cuộc họp|buổi làm việc"
    r"|kỳ họp)|ngay tại (?:hội nghị"
    r"|phiên họp|cuộc họp|buổi làm việc)|trong thời gian tới|thời gian tới|(?:một số )?(?:nội dung|việc) (?:cụ thể"
    r"|sau))(?!\w)|[:,](?= )| \(?\d{1,2}[).](?= )",
    re.I,
)
_ADVERBIAL = re.compile(
    r"(?:trên cơ sở|căn cứ|để|nhằm|trong|từ|sau|trước|thời gian tới|ngay|tại|khi|với|bên cạnh|cùng với|ngoài|theo|qua"
    r"|đối với|về|năm|quý|tháng|chậm nhất|muộn nhất|đến|cuối|đầu|giữa"
    r"|việc|những tháng|hết)(?!\w)",
    re.I,
)
_IN_OFFICE = re.compile(
    r",? (?:theo|căn cứ|trong phạm vi|bám sát|với) (?:đúng )?(?:chức năng|thẩm quyền|lĩnh vực|nhiệm vụ|trách nhiệm"
    r"|vai trò)(?:, | và | )?(?:nhiệm vụ|thẩm quyền"
    r"|quyền hạn)?(?: được giao| được phân công| phụ trách| quản lý| của mình)*,? ",
    re.I,
)
# "lưu ý tình trạng …" points at something, it asks for nothing.
_FINDING = re.compile(
    r"(?:tình trạng|thực trạng|nguy cơ|tình hình|những|một số|các) [^.;]*(?<!\w)(?:còn|vẫn|đang|chưa|đã"
    r"|có)(?!\w)(?![^.;]*(?<!\w)(?:cần|phải)(?!\w))",
    re.I,
)
_COLON = re.compile(r"\s*:")
_NEAR = 40
_FAR = 420


@dataclass(frozen=True, slots=True)
class Order:
    """An order verb; `subject` is None where its giver stands earlier, and `task` is where the task begins.

    `settled`: it is the same whether or not an order may have its giver in a sentence before.
    """

    verb: str
    start: int
    strength: Strength
    subject: Subject | None
    agents: Agents | None
    task: int
    colon: bool
    settled: bool = True

    @property
    def by_a_person(self) -> bool:
        """Whether a person gives it, no body."""
        return self.subject is None or self.subject.speaker is None or self.subject.speaker.rank != "body"


def find_order(plain: str, start: int, end: int, references: References, *, running: bool) -> Order | None:
    """The order that `plain[start:end]` gives, if any; `running` allows one whose giver stands in a sentence before.

    Of several verbs the first with an addressee or a task behind it counts: "lưu ý thời gian không còn nhiều,
    yêu cầu các ngành …" is an order to the ngành.
    """
    verbs = given = order_verbs(plain, start, end)
    if verbs and not running:
        given = behind_subjects(verbs, find_subjects(plain, start, end, references))
    if not given:
        return None
    clause = clause_of(plain, start, end, references, running=running)
    fallback, settled = None, not running and given == verbs
    for match in given:
        giver, objection = giver_of(plain, clause, match, is_verb=True)
        if objection:
            settled = settled and objection != NO_GIVER
            continue
        order = _read(plain, match, clause, giver, references, settled=settled)
        needs = order_kind(match[0])[1]
        if order.agents or (needs != "addressee" and begins_task(plain, order.task, end)):
            return order
        if order.colon and (needs != "addressee or task" or plain.endswith(":", start, end)):
            return order
        if not needs:
            fallback = fallback or (None if _FINDING.match(plain, order.task, end) else order)
    return fallback if settled or fallback is None else replace(fallback, settled=False)


def _read(
    plain: str, match: re.Match[str], clause: Clause, giver: Subject | None, references: References, *, settled: bool
) -> Order:
    end, people = clause.end, references.people
    position = match.end()
    while (filler := _FILLER.match(plain, position, end)) and filler.end() > position:
        position = filler.end()
    position += plain.startswith(" ", position)
    agents = read_agents(plain, position, end, people)
    if agents is None and _ADVERBIAL.match(plain, position, end):
        agents = _behind_adverbial(plain, position, end, references)
    agents = agents or unknown_agents(plain, position, end)
    task = agents.end if agents else position
    if agents is None and giver and begins_task(plain, task, end):
        agents = agents_of_topic(plain, Span(clause.start, giver.span.start), people)
    colon = _COLON.match(plain, match.end(), end) or plain[max(0, end - _NEAR) : end].rstrip().endswith(":")
    return Order(match[0].lower(), match.start(), order_kind(match[0])[0], giver, agents, task, bool(colon), settled)


def _behind_adverbial(plain: str, position: int, end: int, references: References) -> Agents | None:
    """ "đề nghị căn cứ …, các trường rà …", "yêu cầu từ nay các trạm phải …"."""
    for gap in re.compile(r",? (?=các |Các |Sở |UBND |Ban |Công an |mỗi |từng |cấp ủy|Thường trực )").finditer(
        plain, position, min(end, position + _FAR)
    ):
        agents = read_agents(plain, gap.end(), end, references.people)
        if agents and plain[agents.end : agents.end + 1] == " ":
            following = agents.end + 1
            if aside := _IN_OFFICE.match(plain, agents.end, end):
                following = aside.end()
            if MODAL.match(plain, following, end) or (gap[0].startswith(",") and begins_task(plain, following, end)):
                return agents
    return None
