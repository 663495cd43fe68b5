"""By when orders are due: what heads a sentence, what stands before the giver, what belongs to one part alone."""

from __future__ import annotations

import pytest

from tests.meetings.extraction.test_directives import CHAIR, directives


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # at the head of the sentence: for all its parts that name no time of their own
        ("Ông Lê Văn Đạt yêu cầu rà soát tiến độ. Trước ngày 30/6, Sở Y tế hoàn thành đề án; Sở Nội vụ tổng hợp biên chế.", [None, "2025-06-30", "2025-06-30"]),
        ("Ông Lê Văn Đạt yêu cầu rà soát tiến độ. Trong tháng 6, Sở Y tế hoàn thành đề án; Sở Nội vụ trình phương án trước ngày 10/7.", [None, "2025-06", "2025-07-10"]),
        # behind a semicolon: for its own part
        ("Ông Lê Văn Đạt yêu cầu Sở Y tế hoàn thành đề án; Sở Nội vụ tổng hợp biên chế trước ngày 30/6.", [None, "2025-06-30"]),
        ("Ông Lê Văn Đạt yêu cầu Sở Y tế hoàn thành đề án trước ngày 30/6; Sở Nội vụ tổng hợp biên chế.", ["2025-06-30", None]),
        # before the giver: a time to come is due, a time of speaking is not
        ("Trong quý III, Chủ tịch UBND tỉnh yêu cầu Sở Y tế hoàn thành đề án.", ["2025-Q3"]),
        ("Trước ngày 15/7, ông Lê Văn Đạt đề nghị Sở Nội vụ trình phương án.", ["2025-07-15"]),
        ("Chiều 20/5, ông Lê Văn Đạt yêu cầu Sở Y tế hoàn thành đề án.", [None]),
        ("Trong tháng 4, ông Lê Văn Đạt yêu cầu Sở Y tế hoàn thành đề án.", [None]),
    ],
)  # fmt: skip
def test_due(text: str, values: list[str | None]) -> None:
    found = directives(CHAIR + text)
    assert [directive.deadline.value if directive.deadline else None for directive in found] == values
