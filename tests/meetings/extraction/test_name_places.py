"""Where names that are known stand."""

from __future__ import annotations

from meetings.extraction.name_places import count_names, places
from meetings.extraction.spans import Span

TEXT = "Lê Văn Đạt và Lê Văn Đạt Hải; ông LÊ VĂN ĐẠT, xLê Văn Đạt, Lê Văn Đạtx."


def test_whole_words_only_and_the_longest() -> None:
    found = [
        span.of(TEXT) for span in places(TEXT, [Span(0, len(TEXT))], ["Lê Văn Đạt", "Lê Văn Đạt Hải", "LÊ VĂN ĐẠT"])
    ]
    assert found == ["Lê Văn Đạt", "Lê Văn Đạt Hải", "LÊ VĂN ĐẠT"]


def test_within_the_spans_alone() -> None:
    assert list(places(TEXT, [Span(0, 9), Span(14, 29)], ["Lê Văn Đạt"])) == [Span(14, 24)]


def test_how_often() -> None:
    assert count_names(TEXT, ["Lê Văn Đạt", "LÊ VĂN ĐẠT", "Mai Thế Hùng"]) == {"Lê Văn Đạt": 3, "LÊ VĂN ĐẠT": 1}
