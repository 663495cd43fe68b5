"""The header that a collector puts before a text is known, and nothing else is taken for one."""

import pytest

from meetings.extraction.header import HEADER


@pytest.mark.parametrize("text", [" date 2025-11-13 Tiêu đề", "date 2024-11\n", " date 2024-11"])
def test_knows_the_crawl_header(text: str) -> None:
    assert HEADER.match(text)


@pytest.mark.parametrize("text", ["update 2024-11 Tiêu đề", "date 2024-111", "Tin ngày date 2024-11"])
def test_takes_no_other_words_for_one(text: str) -> None:
    assert not HEADER.match(text)
