"""Speakers: titles and names that stand together are one reference, resolved to its holder and his rank."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document
from meetings.extraction.people import find_people
from meetings.extraction.speakers import References, find_chairs, find_references

INTRODUCED = (
    "Dự họp có ông Lê Văn Đạt, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh; bà Mai Thị Lan, Phó Chủ tịch UBND tỉnh. "
)


def references(text: str) -> tuple[Document, References]:
    document = Document("t", text)
    return document, find_references(document, find_people(document))


@pytest.mark.parametrize(
    ("words", "name", "title"),
    [
        ("Chủ tịch UBND tỉnh yêu cầu", "Lê Văn Đạt", None),
        ("Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Lê Văn Đạt yêu cầu", "Lê Văn Đạt", None),
        ("Phó Chủ tịch UBND tỉnh yêu cầu", "Mai Thị Lan", None),
        ("Bí thư Tỉnh ủy yêu cầu", None, "Bí thư Tỉnh ủy"),
    ],
)
def test_resolves_to_the_one_holder(words: str, name: str | None, title: str | None) -> None:
    _, found = references(INTRODUCED + words)
    last = found.speaker(found.items[-1])
    assert (last.name, last.title) == (name, title)


@pytest.mark.parametrize(
    ("words", "rank"),
    [
        ("ông Hà Huy, Bí thư Thành ủy", "leader"),
        ("ông Hà Huy, Trưởng Đoàn ĐBQH tỉnh", "leader"),
        ("ông Hà Huy, Giám đốc Sở Y tế", "official"),
        ("ông Hà Huy, Chủ tịch UBND huyện Tuy An", "district"),
        ("ông Hà Huy, Bộ trưởng Bộ Y tế", "national"),
    ],
)
def test_the_title_gives_the_rank(words: str, rank: str) -> None:
    _, found = references(f"Dự họp có {words}.")
    assert found.speaker(found.items[-1]).rank == rank


def test_groups_are_no_reference() -> None:
    _, found = references("Dự họp có các Phó Chủ tịch UBND tỉnh và Chủ tịch UBND các huyện.")
    assert found.items == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Ông Lê Văn Đạt, Chủ tịch UBND tỉnh chủ trì phiên họp. Bà Mai Thị Lan, Phó Chủ tịch UBND tỉnh dự.",
            {"Lê Văn Đạt"},
        ),
        ("Điều hành phiên chất vấn, Chủ tịch HĐND tỉnh Lê Văn Đạt nhắc giờ.", {"Lê Văn Đạt"}),
        ("Người chủ trì là Chủ tịch UBND tỉnh Lê Văn Đạt.", {"Lê Văn Đạt"}),
        (
            "Bí thư Tỉnh ủy Lê Văn Đạt và Chủ tịch UBND tỉnh Mai Thị Lan đồng chủ trì.",
            {"Lê Văn Đạt", "Mai Thị Lan"},
        ),
        ("Sở Y tế chủ trì, phối hợp với Sở Nội vụ. Chủ tịch UBND tỉnh Lê Văn Đạt dự.", set()),
    ],
)
def test_finds_who_presides(words: str, expected: set[str]) -> None:
    document, found = references(words)
    assert find_chairs(document, found) == expected
