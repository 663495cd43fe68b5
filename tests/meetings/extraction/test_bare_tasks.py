"""Tasks that name nobody."""

from __future__ import annotations

import pytest

from meetings.extraction.bare_tasks import find_bare_task
from meetings.extraction.spans import Span


@pytest.mark.parametrize(
    ("part", "running", "item", "rule"),
    [
        ("Tiếp tục soát lại từng hộ.", True, False, "the task alone"),
        ("Tiếp tục soát lại từng hộ.", False, False, None),
        ("Cần soát lại từng hộ.", False, False, "the task alone"),
        ("Kết quả báo cáo UBND tỉnh trước ngày 30/9.", True, False, "the task alone"),
        ("Danh sách gửi về Sở Nội vụ trong tuần này.", True, False, "the task alone"),
        ("Kết quả báo cáo của Sở Y tế khá đầy đủ.", True, False, None),
        ("Đến ngày 15/6 phải có số liệu.", True, False, "the task alone"),
        ("Nếu tái phạm thì người ký đứng ra nhận.", True, False, "behind a condition"),
        ("Công tác tuyên truyền phải đi trước.", True, False, "need of a thing"),
        ("Trụ sở dôi dư: quý này xong phương án.", True, True, "list item"),
        ("Cùng các xã vùng cao giữ giống.", True, False, "the task alone"),
        ("Cùng các xã vùng cao đi thăm, có ông An.", False, False, None),
        ("Trời đã tạnh.", True, False, None),
        ("Đây là việc phải làm ngay.", True, False, None),
    ],
)
def test_finds_a_task_that_names_nobody(part: str, running: bool, item: bool, rule: str | None) -> None:
    found = find_bare_task(part, Span(0, len(part)), running=running, item=item)
    assert (found.rule if found else None) == rule
