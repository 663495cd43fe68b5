"""Who is told where a thing comes first."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document
from meetings.extraction.doers import doers
from meetings.extraction.people import find_people
from meetings.extraction.spans import Span

NOBODY = find_people(Document("t", ""))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nguồn vốn do Sở Tài chính cân đối.", "Sở Tài chính"),
        ("Việc cắm mốc do UBND các xã thực hiện.", "UBND các xã"),
        ("Nguyên nhân do các xã triển khai chậm.", None),
        ("Việc mua thuốc giao Sở Y tế thực hiện.", "Sở Y tế"),
        ("Trách nhiệm giữ kho được giao cho Công an tỉnh.", "Công an tỉnh"),
        ("Kinh phí đã giao Sở Y tế từ năm ngoái.", None),
        ("Việc giao đất cho dân còn chậm.", None),
        ("Kinh phí được giao cho Sở Y tế năm nay là 20 tỷ đồng.", None),
        ("Nguồn vốn do Sở Tài chính đã trình.", None),
    ],
)
def test_who_is_named_behind_a_thing(text: str, told: str | None) -> None:
    agents = doers(text, Span(0, len(text)), NOBODY)
    assert (agents.items[0].name if agents else None) == told
