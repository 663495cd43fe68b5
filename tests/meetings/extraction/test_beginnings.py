import re

import pytest

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.first_words import first_words

TEXT = "Đồng chí An yêu cầu các xã báo cáo; sở Y tế YÊU CẦU xong trước ngày 5/6, cần 100% xã, giao 2.300 ha."


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(?:[Đđ]ồng chí|ông) \w+", {"đồng", "ông"}),
        (r"(?<!\w)(?:cần phải|cần|phải)(?!\w| thiết)", {"cần", "phải"}),
        (r"(?:Phó )?Thủ tướng(?!\w)", {"phó", "thủ"}),
        (r"(?<!\w)(?:giao(?: cho)?|yêu\ cầu)(?![^\W_]|/)", {"giao", "yêu"}),
        (r"đ/c (?=[A-Z])", {"đ"}),
        (r"\d+ ha", {r"\d"}),
        (r"100% (?:xã|phường)", {"100"}),
        (r"(?:cũng )*báo cáo\b", {"cũng", "báo"}),
    ],
)
def test_first_words(pattern: str, words: set[str]) -> None:
    assert first_words(pattern) == words


@pytest.mark.parametrize("pattern", [r"\w+ nào", r"[A-Z]\w+", r" và ", "báo", r"(?:,? )?đã(?!\w)", ".* cần"])
def test_a_pattern_that_may_begin_with_anything_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="no first word"):
        WordPattern(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?<!\w)(?:yêu cầu|cần|giao)(?!\w)",
        r"(?<![\w.,/])\d+(?:\.\d{3})*(?= ha|%)",
        r"(?<!\w)(?:100% xã|xã|các xã)(?!\w)",
        r"(?<!\w)sở Y tế(?: yêu cầu)?",
    ],
)
def test_it_finds_what_a_search_of_the_text_finds(pattern: str) -> None:
    plain, known = re.compile(pattern, re.IGNORECASE), WordPattern(pattern, re.IGNORECASE)
    for start in range(len(TEXT)):
        for end in range(start, len(TEXT) + 1):
            if TEXT[start : start + 1].isalnum() and TEXT[max(0, start - 1)].isalnum() and start:
                continue  # inside a word no match begins
            expected = plain.search(TEXT, start, end)
            found = known.search(TEXT, start, end)
            assert (found and found.span()) == (expected and expected.span())
            assert [m.span() for m in known.finditer(TEXT, start, end)] == [
                m.span() for m in plain.finditer(TEXT, start, end)
            ]


def test_a_pattern_made_later_is_found_in_a_text_looked_at_before() -> None:
    assert WordPattern(r"giao\b").search(TEXT)
    assert WordPattern(r"xong\b").search(TEXT)
