"""Parts: what stands alone between ";"."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document
from meetings.extraction.parts import divide, pieces
from meetings.extraction.people import find_people
from meetings.extraction.spans import Span

NOBODY = find_people(Document("t", ""))


def parts(text: str) -> list[str]:
    return [span.of(text) for span in divide(text, Span(0, len(text)), NOBODY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giao Sở Y tế mua thuốc; tiêm vắc xin.", ["Giao Sở Y tế mua thuốc", "tiêm vắc xin."]),
        ("Giao Sở Y tế mua thuốc; Công an tỉnh tuần tra.", ["Giao Sở Y tế mua thuốc", "Công an tỉnh tuần tra."]),
        ("Giao Sở Nội vụ lập phương án; kế hoạch luân chuyển.", ["Giao Sở Nội vụ lập phương án; kế hoạch luân chuyển."]),
        ("Rà soát các dự án (mỏ đất; mỏ cát) chậm.", ["Rà soát các dự án (mỏ đất; mỏ cát) chậm."]),
        ("Yêu cầu các sở, ngành; UBND các xã rà soát; báo cáo kết quả.",
         ["Yêu cầu các sở, ngành; UBND các xã rà soát", "báo cáo kết quả."]),
        ("Tham mưu kế hoạch; trong đó, nêu rõ tiến độ.", ["Tham mưu kế hoạch; trong đó, nêu rõ tiến độ."]),
        ("Rà soát nguồn thu; trong đó, chú trọng thu từ đất.", ["Rà soát nguồn thu", "trong đó, chú trọng thu từ đất."]),
        ("Sở Y tế mua thuốc; nguồn vốn do Sở Tài chính cân đối.",
         ["Sở Y tế mua thuốc", "nguồn vốn do Sở Tài chính cân đối."]),
        ("Sở Y tế mua thuốc; cùng các xã giữ kho.", ["Sở Y tế mua thuốc", "cùng các xã giữ kho."]),
        ("Theo dõi giá cả;", ["Theo dõi giá cả"]),
    ],
)  # fmt: skip
def test_divides_by_tasks(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_pieces_leave_brackets_whole() -> None:
    text = "một; hai (ba; bốn); năm"
    assert [piece.of(text) for piece in pieces(text, Span(0, len(text)))] == ["một", "hai (ba; bốn)", "năm"]
