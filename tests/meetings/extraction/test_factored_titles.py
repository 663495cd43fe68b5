"""Titles whose body stands with the title beside them."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document
from meetings.extraction.factored_titles import committee_behind, committee_beside, is_provincial
from meetings.extraction.people import find_people
from meetings.extraction.roles import find_roles


def offices(text: str) -> list[tuple[str, str, str | None]]:
    document = Document("t", text)
    return [(role.title, role.canonical, role.organization) for role in find_roles(document, find_people(document))]


@pytest.mark.parametrize(
    ("text", "title", "canonical", "organization"),
    [
        ("đồng chí Lê Văn Đạt, Bí thư, Chủ tịch HĐND tỉnh dự.", "Bí thư", "Bí thư Tỉnh ủy", "Tỉnh ủy"),
        ("đồng chí Lê Văn Đạt - Bí thư, Chủ tịch HĐND tỉnh Sơn La dự.", "Bí thư", "Bí thư Tỉnh ủy", "Tỉnh ủy"),
        ("đồng chí Lê Văn Đạt, Phó Bí thư, Chủ tịch UBND tỉnh dự.", "Phó Bí thư", "Phó Bí thư Tỉnh ủy", "Tỉnh ủy"),
        (
            "đồng chí Lê Văn Đạt, Phó Bí thư TT, Chủ tịch Hội đồng nhân dân tỉnh dự.",
            "Phó Bí thư Thường trực",
            "Phó Bí thư Thường trực Tỉnh ủy",
            "Tỉnh ủy",
        ),
        (
            "đồng chí Lê Văn Đạt, Phó Bí thư, Chủ tịch UBND huyện Tuy An nêu.",
            "Phó Bí thư",
            "Phó Bí thư Huyện ủy Tuy An",
            "Huyện ủy Tuy An",
        ),
        (
            "ông Lê Văn Đạt, Bí thư, Chủ tịch HĐND xã Ia Grai nêu.",
            "Bí thư",
            "Bí thư Đảng ủy xã Ia Grai",
            "Đảng ủy xã Ia Grai",
        ),
        ("đồng chí Lê Văn Đạt, Phó Bí thư, Trưởng Đoàn ĐBQH tỉnh dự.", "Phó Bí thư", "Phó Bí thư Tỉnh ủy", "Tỉnh ủy"),
        (
            "đồng chí Lê Văn Đạt, Ủy viên Ban Thường vụ, Giám đốc Công an tỉnh dự.",
            "Ủy viên Ban Thường vụ",
            "Ủy viên Ban Thường vụ Tỉnh ủy",
            "Ban Thường vụ Tỉnh ủy",
        ),
        (
            "đồng chí Lê Văn Đạt, Ủy viên Ban Thường vụ, Chủ nhiệm UBKT Tỉnh ủy dự.",
            "Ủy viên Ban Thường vụ Tỉnh ủy",
            "Ủy viên Ban Thường vụ Tỉnh ủy",
            "Ban Thường vụ Tỉnh ủy",
        ),
    ],
)
def test_the_body_of_the_title_beside_it(text: str, title: str, canonical: str, organization: str) -> None:
    assert (title, canonical, organization) in offices(text)


@pytest.mark.parametrize(
    "text",
    [
        "yêu cầu Bí thư, Chủ tịch UBND các xã, phường gặp dân",
        "Bí thư, Chủ tịch nước",
        "Phó Bí thư, Giám đốc Sở Y tế",
        "Bí thư, rồi Chủ tịch UBND tỉnh",
    ],
)
def test_no_committee_is_told(text: str) -> None:
    assert committee_behind(text, text.index(",")) is None


@pytest.mark.parametrize(
    ("text", "committee"),
    [
        ("Bí thư, Chủ tịch UBND Lào Cai", "Tỉnh ủy"),
        ("Bí thư - Chủ tịch HĐND thành phố", "Thành ủy"),
        ("Phó Bí thư kiêm Chủ tịch UBND quận Ô Môn", "Quận ủy Ô Môn"),
        ("Bí thư, Chủ tịch UBND thị xã Gò Công", "Thị ủy Gò Công"),
        ("Phó Bí thư, Phó Chủ tịch HĐND phường Rạch Dừa", "Đảng ủy phường Rạch Dừa"),
    ],
)
def test_the_committee_of_each_level(text: str, committee: str) -> None:
    head = "Phó Bí thư" if text.startswith("Phó") else "Bí thư"
    assert committee_behind(text, len(head)) == committee


def test_a_member_of_a_committee_among_titles_of_a_district_stays_as_printed() -> None:
    assert committee_beside(["Ủy viên Ban Thường vụ", "Bí thư Huyện ủy"]) == ""
    assert committee_beside(["Ủy viên Ban Thường vụ", "Trưởng Ban Tổ chức Thành ủy"]) == " Thành ủy"
    assert is_provincial(["Ủy viên Ban Thường vụ", "Giám đốc Công an tỉnh"])
    assert not is_provincial(["Ủy viên Ban Thường vụ", "Bí thư Huyện ủy Tuy An", "Đại biểu HĐND tỉnh"])
    assert not is_provincial(["Ủy viên Ban Thường vụ", "Giám đốc Sở Y tế"])
