"""Who is told to act: at the head of the clause, in its topic, behind "do"."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document
from meetings.extraction.people import find_people
from meetings.extraction.spans import Span
from meetings.extraction.task_subjects import acting_agents, item_agents, subject_of_task, topic_agents

NOBODY = find_people(Document("t", ""))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Y tế mua thuốc.", ["Sở Y tế"]),
        ("Đồng thời, Sở Y tế theo chức năng, nhiệm vụ chủ động mua thuốc.", ["Sở Y tế"]),
        ("Về y tế, dân số, Sở Y tế mua thuốc.", ["Sở Y tế"]),
        ("Nhấn mạnh: Các cấp ủy cần bám cơ sở.", ["các cấp ủy"]),
        ("Sở Y tế đã mua thuốc.", None),
        ("Sở Y tế đề nghị tỉnh bố trí vốn.", None),
        ("Theo ông Hà, các xã chậm rà soát.", None),
        ("Mua thuốc cho trạm.", None),
        ("Với đơn của dân tổ 4, phường Nà Hẩu về nước thải, Sở Y tế lấy mẫu.", ["Sở Y tế"]),
        ("Hai hộ ở cuối xóm được hướng dẫn viết đơn.", None),
        ("Điện lực tỉnh cũng bị nhắc tên.", None),
    ],
)
def test_who_is_told_where_the_clause_begins(text: str, expected: list[str] | None) -> None:
    told = subject_of_task(text, Span(0, len(text)), NOBODY)
    assert (told and [agent.name for agent in told.items]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đối với Sở Y tế, cần mua thuốc.", ["Sở Y tế"]),
        ("Đối với UBND các xã: tập trung rà soát.", ["UBND các xã"]),
        ("Đối với các doanh nghiệp, cần hỗ trợ vốn.", None),
        ("Đối với dự án chậm, kiên quyết thu hồi.", None),
    ],
)
def test_a_topic_may_name_them(text: str, expected: list[str] | None) -> None:
    told = topic_agents(text, Span(0, len(text)), NOBODY)
    assert (told and [agent.name for agent in told.items]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thứ tư, Hội Nông dân tỉnh xoay xở giúp hội viên.", ["Hội Nông dân tỉnh"]),
        ("Thứ tư, Hội Nông dân tỉnh đã vào cuộc.", None),
        ("Thứ tư, xoay xở giúp hội viên.", None),
    ],
)
def test_an_item_of_a_list_may_have_any_verb(text: str, expected: list[str] | None) -> None:
    told = item_agents(text, Span(0, len(text)), NOBODY)
    assert (told and [agent.name for agent in told.items]) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Công an tỉnh bủa lưới các điểm nóng.", "Công an tỉnh"),
        ("Riêng Sở Y tế lật lại sổ cũ.", "Sở Y tế"),
        ("Sở Y tế được giao lật lại sổ cũ.", "Sở Y tế"),
        ("Sở Y tế thiếu người.", None),
        ("Sở Y tế đã lật lại sổ cũ.", None),
        ("Sở Y tế khá bận.", None),
        ("Sở Y tế cho rằng sổ cũ sai.", None),
        ("Mưa lớn làm sập cầu.", None),
    ],
)
def test_who_acts_whatever_the_verb(text: str, told: str | None) -> None:
    agents = acting_agents(text, Span(0, len(text)), NOBODY)
    assert (agents.items[0].name if agents else None) == told


@pytest.mark.parametrize("text", ["Sở Y tế lúng túng trong mua sắm.", "Các huyện gặp khó khi giải ngân."])
def test_how_one_fares_is_no_task(text: str) -> None:
    assert subject_of_task(text, Span(0, len(text)), NOBODY) is None


def test_what_one_who_lags_must_do_is_a_task() -> None:
    text = "Các huyện còn chậm giải ngân phải xong trước Tết."
    agents = subject_of_task(text, Span(0, len(text)), NOBODY)
    assert agents is not None
