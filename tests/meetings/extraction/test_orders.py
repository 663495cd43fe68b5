"""Orders: the verb that counts, its giver, and nouns that look like one."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document
from meetings.extraction.orders import Order, find_order
from meetings.extraction.people import find_people
from meetings.extraction.speakers import find_references

INTRODUCED = "Dự họp có ông Lê Văn Đạt, Chủ tịch UBND tỉnh. "


def order(words: str, *, running: bool = False) -> Order | None:
    document = Document("t", INTRODUCED + words)
    references = find_references(document, find_people(document))
    return find_order(document.plain, len(INTRODUCED), len(document.plain), references, running=running)


@pytest.mark.parametrize(
    ("words", "verb", "told"),
    [
        ("Ông Lê Văn Đạt yêu cầu Sở Y tế mua thuốc.", "yêu cầu", ["Sở Y tế"]),
        ("Chủ tịch UBND tỉnh cũng đề nghị, Sở Y tế mua thuốc.", "đề nghị", ["Sở Y tế"]),
        ("Chủ tịch UBND tỉnh yêu cầu bảo đảm nguồn hàng.", "yêu cầu", []),
        ("Ông Lê Văn Đạt lưu ý thời gian không còn nhiều, yêu cầu các ngành vào cuộc.", "yêu cầu", ["các ngành"]),
        ("Ông Lê Văn Đạt đề nghị trên cơ sở hướng dẫn, các đại biểu căn cứ thực tế để chỉ đạo.", "đề nghị", ["các đại biểu"]),
        ("Ông Lê Văn Đạt đề nghị thời gian tới các ngành cần quan tâm.", "đề nghị", ["các ngành"]),
        ("Ông Lê Văn Đạt giao nhiệm vụ cho Sở Y tế mua thuốc.", "giao nhiệm vụ", ["Sở Y tế"]),
        ("Ban Thường vụ Tỉnh ủy giao Sở Y tế mua thuốc.", "giao", ["Sở Y tế"]),
    ],
)  # fmt: skip
def test_reads_the_verb_that_counts(words: str, verb: str, told: list[str]) -> None:
    found = order(words)
    assert found is not None
    assert (found.verb, [agent.name for agent in found.agents.items] if found.agents else []) == (verb, told)


@pytest.mark.parametrize(
    "words",
    [
        "Sản lượng đáp ứng yêu cầu của thị trường.",
        "Thu đạt 50% dự toán Chủ tịch UBND tỉnh giao.",
        "Sở Y tế chỉ đạo các trạm dự trữ thuốc.",
        "Sở Y tế tham mưu UBND tỉnh giao chỉ tiêu cho các huyện.",
        "Cử tri đề nghị sửa đường.",
        "Theo đề nghị của Sở Y tế, phiên họp kéo dài.",
        "Đề nghị Sở Y tế mua thuốc.",
    ],
)
def test_is_no_order(words: str) -> None:
    assert order(words) is None


def test_needs_no_giver_while_orders_are_given() -> None:
    found = order("Đồng thời, đề nghị Sở Y tế mua thuốc.", running=True)
    assert found is not None
    assert found.subject is None


def test_a_task_of_those_told_is_no_new_order() -> None:
    assert order("Chỉ đạo các xã rà soát hộ nghèo.", running=True) is None
