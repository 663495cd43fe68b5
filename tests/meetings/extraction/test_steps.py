"""The whole of the work: what one text gives, and what a text that is no meeting gives."""

from __future__ import annotations

from meetings.extraction.document import Document
from meetings.extraction.steps import FACTS, MENTIONS, extract

TEXT = (
    "Chiều 3/7/2024, UBND tỉnh tổ chức phiên họp thường kỳ tháng 6. Đồng chí Lê Văn Hòa, Phó Bí thư Tỉnh ủy, "
    "Chủ tịch UBND tỉnh chủ trì phiên họp. Trong 6 tháng, thu ngân sách đạt 4.120 tỷ đồng, bằng 52% dự toán.\n\n"
    "Kết luận phiên họp, đồng chí Lê Văn Hòa giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng rà soát dự án theo "
    "Nghị quyết số 57-NQ/TW, báo cáo trước ngày 20/7. Phiên họp thống nhất thông qua 2 tờ trình của các sở.\n"
)


def test_reads_every_kind_of_fact() -> None:
    read = extract(Document("t", TEXT))
    assert read.is_meeting
    assert read.meeting is not None
    assert (read.meeting.body, read.meeting.date, read.meeting.kind) == ("UBND tỉnh", "2024-07-03", "regular_session")
    assert {mention.name for mention in read.mentions} == {"Lê Văn Hòa"}
    assert {role.title for role in read.roles} == {"Phó Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh"}
    assert {appearance.act for appearance in read.appearances} == {"chairs", "concludes"}
    (order,) = read.directives
    assert [(assignee.name, assignee.part) for assignee in order.assignees] == [
        ("Sở Tài chính", "lead"),
        ("Sở Xây dựng", "coordinate"),
    ]
    assert order.deadline is not None
    assert order.deadline.value == "2024-07-20"
    assert [str(target.value) for target in read.targets] == ["4120", "52"]
    assert [ref.canonical for ref in read.legal_refs] == ["57-NQ/TW"]
    assert [decision.outcome for decision in read.decisions] == ["thống nhất thông qua"]


def test_spans_are_words_of_the_text() -> None:
    read = extract(Document("t", TEXT))
    facts = (
        *read.mentions,
        *read.roles,
        *read.appearances,
        *read.directives,
        *read.targets,
        *read.legal_refs,
        *read.decisions,
    )
    assert all(0 <= fact.span.start < fact.span.end <= len(TEXT) and fact.rule for fact in facts)
    assert all(mention.span.of(TEXT) == mention.name for mention in read.mentions)


def test_a_text_that_is_no_meeting_gives_only_the_reason() -> None:
    read = extract(Document("t", "Giá cà phê hôm nay tăng 500 đồng mỗi kg, cao nhất từ đầu vụ tới nay."))
    assert not read.is_meeting
    assert read.detection.rule
    assert (read.meeting, read.mentions, read.targets, read.legal_refs) == (None, (), (), ())


def test_the_same_text_gives_the_same_facts() -> None:
    assert extract(Document("t", TEXT)) == extract(Document("t", TEXT))


def test_the_order_of_work_names_each_step_once() -> None:
    assert not set(MENTIONS) & set(FACTS)
    assert next(iter(FACTS)) == "meeting"
