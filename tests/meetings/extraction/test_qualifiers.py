"""Qualifiers: which ones are meant, and where the clause goes on."""

from __future__ import annotations

import pytest

from meetings.extraction.qualifiers import qualified, tells_which


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("các xã ven biển, vùng cao gom rác", "các xã ven biển, vùng cao"),
        ("các xã có rừng tham mưu phương án", "các xã có rừng"),
        ("các xã chưa có trạm bơm cần mua máy", "các xã chưa có trạm bơm"),
        ("các xã đã có đất mà chưa giao, phải giao xong", "các xã đã có đất mà chưa giao"),
        ("các xã còn nợ số liệu gửi trước ngày 5/6", "các xã còn nợ số liệu"),
        ("các xã còn nợ số liệu gửi đến", "các xã"),
        ("các xã có cán bộ chuyển công tác bàn giao sổ", "các xã có cán bộ chuyển công tác"),
        ("các ban tham mưu gọi điện", "các ban tham mưu"),
        ("các xã một lần nữa rà từng hộ", "các xã"),
        ("các xã liên quan, tỉnh lo vốn", "các xã liên quan"),
    ],
)
def test_where_the_name_ends(text: str, name: str) -> None:
    start = text.index(" ", 4)
    assert text[: qualified(text, start, len(text))] == name


@pytest.mark.parametrize(("words", "expected"), [(" Ia Dom, Ia Nan", True), (" vùng cao", True), (" đạt chuẩn", False)])
def test_whether_words_tell_which(words: str, expected: bool) -> None:
    text = "02 xã" + words
    assert tells_which(text, 5, len(text)) is expected


def test_they_stop_at_the_end_given() -> None:
    text = "các xã liên quan trên địa bàn rà soát"
    assert qualified(text, 6, len(text)) == 29
    assert qualified(text, 6, 16) == 16
