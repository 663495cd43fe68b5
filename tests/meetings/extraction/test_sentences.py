"""Blocks: lines in order, bullets without their marks, and what ends an article."""

from __future__ import annotations

from meetings.extraction.document import Document
from meetings.extraction.sentences import split_blocks

LEAD = "Sáng 5/6, UBND tỉnh họp phiên thường kỳ để bàn nhiệm vụ tháng tới và gỡ vướng cho các dự án."


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(text)) for block in split_blocks(Document("t", text))]


def test_the_crawl_header_is_a_line_of_its_own() -> None:
    assert kinds(" date 2025-11-13 Gỡ vướng cho cơ sở\n\n" + LEAD) == [
        ("header", "date 2025-11-13"),
        ("heading", "Gỡ vướng cho cơ sở"),
        ("paragraph", LEAD),
    ]


def test_a_bullet_keeps_its_mark_outside_the_sentences() -> None:
    text = LEAD + "\n\n-\u00a0Sở Y tế mua thuốc. Trạm y tế trực đêm."
    bullet = split_blocks(Document("t", text))[1]
    assert [sentence.of(text) for sentence in bullet.sentences] == ["Sở Y tế mua thuốc.", "Trạm y tế trực đêm."]


def test_other_headlines_are_noise_until_sentences_go_on() -> None:
    text = f"{LEAD}\n\nTin liên quan\n\nYêu cầu mở cửa rừng\n\n{LEAD}"
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "noise", "noise", "paragraph"]


def test_everything_after_a_comment_form_is_noise() -> None:
    text = f"{LEAD}\n\nÝ kiến bạn đọc\n\n{LEAD}"
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "noise", "noise"]


def test_no_text_gives_no_blocks() -> None:
    assert kinds("\n \n\t\n") == []
