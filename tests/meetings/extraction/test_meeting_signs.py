"""What shows without a lead that a text is about a gathering."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document
from meetings.extraction.meeting_signs import find_conclusion, find_signs, signs_of_gathering
from meetings.extraction.sentences import split_blocks


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Tại hội nghị, các đại biểu nêu.", 1),
        ("Phát biểu kết luận, ông nói. Phiên họp thống nhất.", 2),
        ("Trời mưa.", 0),
    ],
)
def test_signs_of_gathering(text: str, count: int) -> None:
    assert signs_of_gathering(text) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kết luận cuộc họp, Chủ tịch UBND tỉnh giao các sở.", "Kết luận cuộc họp, "),
        ("Phát biểu kết luận hội nghị, đồng chí Bí thư Tỉnh ủy nêu rõ.", "Phát biểu kết luận hội nghị, "),
        ("Kết luận hội nghị, Giám đốc Sở Y tế nêu rõ.", None),
        ("Kết luận hội nghị, Bí thư Huyện ủy nêu rõ.", None),
        ("Kết luận thanh tra, Chủ tịch UBND tỉnh yêu cầu xử lý.", None),
    ],
)
def test_find_conclusion(text: str, words: str | None) -> None:
    document = Document("t", text)
    found = find_conclusion(document.plain, split_blocks(document))
    assert (found.of(text) if found else None) == words


def test_national_bodies_outweigh_provincial_ones() -> None:
    ours = "Tại hội nghị, UBND tỉnh báo cáo. Kết luận hội nghị, lãnh đạo UBND tỉnh nêu các việc phải làm."
    theirs = "Chính phủ, Quốc hội, Bộ Y tế, Bộ Tài chính cùng dự. " * 2 + ours
    for text, found in ((ours, True), (theirs, False)):
        document = Document("t", text)
        assert bool(find_signs(document.plain, split_blocks(document))) is found
