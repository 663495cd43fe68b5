"""Lead-ins: what only announces a list of tasks."""

from __future__ import annotations

import pytest

from meetings.extraction.lead_ins import announces_a_list, speaks_of_tasks
from meetings.extraction.spans import Span


@pytest.mark.parametrize(
    ("sentence", "following", "expected"),
    [
        ("Ông yêu cầu các sở thực hiện tốt các nhiệm vụ sau:", "", True),
        ("Ông giao cụ thể như sau.", "", True),
        ("Ông chốt lại ba việc.", " Một, Sở Y tế mua thuốc.", True),
        ("Bà nêu 4 nhiệm vụ trọng tâm.", " Thứ nhất, giữ rừng.", True),
        ("Bà nêu 4 nhiệm vụ trọng tâm.", " Hội trường vỗ tay.", False),
        ("Sở Y tế lo hai việc này.", " Một, mua thuốc.", True),
        ("Sở Y tế mua thuốc.", " Một, giữ kho.", False),
    ],
)
def test_announces(sentence: str, following: str, expected: bool) -> None:
    assert announces_a_list(sentence + following, Span(0, len(sentence))) is expected


@pytest.mark.parametrize(("sentence", "expected"), [("Nhiệm vụ cụ thể:", True), ("Trong ảnh:", False)])
def test_of_tasks(sentence: str, expected: bool) -> None:
    assert speaks_of_tasks(sentence, Span(0, len(sentence))) is expected
