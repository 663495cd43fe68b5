"""Verbs: what begins a task, what only looks like one, and what has been done already."""

from __future__ import annotations

import pytest

from meetings.extraction.verbs import MODAL, ORDER, PAST, TASK, begins_task


@pytest.mark.parametrize(
    "text",
    [
        "rà soát quỹ đất",
        "Khẩn trương rà soát quỹ đất",
        "tiếp tục cùng các xã vận động dân",
        "không để dân thiếu nước",
        "cần sớm trình đề án",
        "phải hoàn thành",
        "dự sinh hoạt chi bộ",
    ],
)
def test_begins_a_task(text: str) -> None:
    assert begins_task(text, 0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "dự án chậm",
        "cấp ủy cơ sở",
        "thu nhập bình quân",
        "kết quả khá",
        "tăng trưởng tốt",
        "cần thiết",
        "báo cáo nêu rõ",
    ],
)
def test_is_no_task(text: str) -> None:
    assert not begins_task(text, 0, len(text))


@pytest.mark.parametrize("text", [" đã trình", " cũng đang làm", ", vừa qua", " sẽ tổng hợp"])
def test_what_is_done_or_promised_is_no_task(text: str) -> None:
    assert PAST.match(text)


def test_the_longest_order_verb_is_read() -> None:
    assert [match[0] for match in ORDER.finditer("ông giao nhiệm vụ và giao đất")] == ["giao nhiệm vụ", "giao"]


def test_modals_are_words_of_their_own() -> None:
    assert MODAL.search("các xã phải làm")
    assert not MODAL.search("việc cần thiết")
    assert not TASK.search("xóm")
