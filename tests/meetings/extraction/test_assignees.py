"""Assignees: who leads, who helps, and from where on the helpers are read."""

from __future__ import annotations

import pytest

from meetings.extraction.agents import read_agents
from meetings.extraction.assignees import read_assignees
from meetings.extraction.document import Document
from meetings.extraction.people import find_people

NOBODY = find_people(Document("t", ""))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Y tế mua thuốc", [("Sở Y tế", "assignee")]),
        ("Sở Y tế chủ trì rà soát", [("Sở Y tế", "lead")]),
        ("Sở Y tế chủ trì, phối hợp với Công an tỉnh rà soát", [("Sở Y tế", "lead"), ("Công an tỉnh", "coordinate")]),
        ("Sở Y tế chủ trì cùng Sở Nội vụ rà soát", [("Sở Y tế", "lead"), ("Sở Nội vụ", "coordinate")]),
        ("Sở Y tế làm đầu mối, phối hợp với Công an tỉnh rà soát", [("Sở Y tế", "lead"), ("Công an tỉnh", "coordinate")]),
        ("Sở Y tế phối hợp Công an tỉnh rà soát", [("Sở Y tế", "lead"), ("Công an tỉnh", "coordinate")]),
        ("Sở Y tế chủ động phối hợp chặt chẽ, kịp thời với các sở, ngành rà soát",
         [("Sở Y tế", "lead"), ("các sở, ngành", "coordinate")]),
        ("Sở Y tế hướng dẫn, phối hợp với UBND các xã rà soát", [("Sở Y tế", "assignee"), ("UBND các xã", "coordinate")]),
        ("Sở Y tế chủ trì, Công an tỉnh, Thuế tỉnh phối hợp kiểm tra",
         [("Sở Y tế", "lead"), ("Công an tỉnh", "coordinate"), ("Thuế tỉnh", "coordinate")]),
        ("Sở Y tế mua thuốc, Công an tỉnh giữ kho", [("Sở Y tế", "assignee"), ("Công an tỉnh", "assignee")]),
        ("Sở Y tế mua thuốc và giao Bưu điện tỉnh phát tận nhà", [("Sở Y tế", "assignee"), ("Bưu điện tỉnh", "assignee")]),
        ("Sở Y tế gửi hồ sơ về Sở Nội vụ, Sở Tư pháp rà soát", [("Sở Y tế", "assignee")]),
        ("Sở Y tế chỉ đạo các bệnh viện mua thuốc, các trạm trực đêm", [("Sở Y tế", "assignee")]),
        ("Sở Y tế lập đề án, UBND tỉnh xem xét", [("Sở Y tế", "assignee")]),
        ("Các xã họp dân, phân công cán bộ bám bản", [("các xã", "assignee")]),
        ("Công an tỉnh, Sở Y tế phối hợp bảo vệ", [("Công an tỉnh", "assignee"), ("Sở Y tế", "assignee")]),
    ],
)  # fmt: skip
def test_parts(text: str, expected: list[tuple[str, str]]) -> None:
    told = read_agents(text, 0, len(text), NOBODY)
    assert told is not None
    found = read_assignees(text, told, told.end, len(text), NOBODY)
    assert [(assignee.name, assignee.part) for assignee in found] == expected


def test_helpers_are_found_where_nobody_else_is_told() -> None:
    text = "tiếp tục phối hợp với Thuế tỉnh, Kho bạc Nhà nước chống thất thu"
    found = read_assignees(text, None, 0, len(text), NOBODY)
    assert [(assignee.name, assignee.part) for assignee in found] == [
        ("Thuế tỉnh", "coordinate"),
        ("Kho bạc Nhà nước", "coordinate"),
    ]
