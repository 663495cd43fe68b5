"""Titles whose body stands with the title beside them."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document
from meetings.extraction.factored_titles import committee_behind, committee_beside, is_provincial
from meetings.extraction.people import find_people
from meetings.extraction.roles import find_roles
from meetings.extraction.title_forms import canonical_title


def offices(text: str) -> list[tuple[str, str, str | None]]:
    document = Document("t", text)
    return [(role.title, role.canonical, role.organization) for role in find_roles(document, find_people(document))]


@pytest.mark.parametrize(
    ("text", "title", "canonical", "organization"),
    [
        ("đồng chí Lê Văn Đạt, Bí thư, Chủ tịch HĐND tỉnh dự.", "Bí thư Tỉnh ủy", "Bí thư Tỉnh ủy", "Tỉnh ủy"),
        ("đồng chí Lê Văn Đạt - Bí thư, Chủ tịch HĐND tỉnh Sơn La dự.", "Bí thư Tỉnh ủy", "Bí thư Tỉnh ủy", "Tỉnh ủy"),
        (
            "đồng chí Lê Văn Đạt, Phó Bí thư, Chủ tịch UBND tỉnh dự.",
            "Phó Bí thư Tỉnh ủy",
            "Phó Bí thư Tỉnh ủy",
            "Tỉnh ủy",
        ),
        (
            "đồng chí Lê Văn Đạt, Phó Bí thư TT, Chủ tịch Hội đồng nhân dân tỉnh dự.",
            "Phó Bí thư Thường trực Tỉnh ủy",
            "Phó Bí thư Thường trực Tỉnh ủy",
            "Tỉnh ủy",
        ),
        (
            "đồng chí Lê Văn Đạt, Phó Bí thư, Chủ tịch UBND huyện Tuy An nêu.",
            "Phó Bí thư Huyện ủy Tuy An",
            "Phó Bí thư Huyện ủy Tuy An",
            "Huyện ủy Tuy An",
        ),
        (
            "ông Lê Văn Đạt, Bí thư, Chủ tịch HĐND xã Ia Grai nêu.",
            "Bí thư Đảng ủy xã Ia Grai",
            "Bí thư Đảng ủy xã Ia Grai",
            "Đảng ủy xã Ia Grai",
        ),
        (
            "đồng chí Lê Văn Đạt, Phó Bí thư, Trưởng Đoàn ĐBQH tỉnh dự.",
            "Phó Bí thư Tỉnh ủy",
            "Phó Bí thư Tỉnh ủy",
            "Tỉnh ủy",
        ),
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


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("đồng chí Lê Văn Đạt, Phó Chỉ huy trưởng, Tham mưu trưởng Bộ Chỉ huy Quân sự tỉnh dự.", ["Phó Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh", "Tham mưu trưởng Bộ Chỉ huy Quân sự tỉnh"]),
        ("ông Lê Văn Đạt, Giám đốc, Bí thư Đảng ủy Sở Y tế dự.", ["Giám đốc Sở Y tế", "Bí thư Đảng ủy Sở Y tế"]),
        ("ông Lê Văn Đạt, Phó Vụ trưởng Vụ Địa phương III, Ban Tổ chức Trung ương dự.", ["Phó Vụ trưởng Vụ Địa phương III, Ban Tổ chức Trung ương"]),
        ("ông Lê Văn Đạt - Phó Cục trưởng Cục Đường bộ, Bộ Xây dựng và lãnh đạo sở dự.", ["Phó Cục trưởng Cục Đường bộ"]),
        ("ông Lê Văn Đạt, Cục trưởng Cục Đường bộ, Bộ Xây dựng; bà Trần Thị Hằng, Giám đốc Sở Y tế dự.", ["Cục trưởng Cục Đường bộ, Bộ Xây dựng"]),
        ("ông Lê Văn Đạt, Trưởng phòng Nghiệp vụ Y, Sở Y tế nêu.", ["Trưởng phòng Nghiệp vụ Y, Sở Y tế"]),
        ("Giám đốc Sở Tài chính - ông Lê Văn Đạt cho hay vốn thiếu.", ["Giám đốc Sở Tài chính"]),
        ("Chủ trì cuộc họp, Giám đốc Sở Tài chính là ông Lê Văn Đạt cho hay vốn thiếu.", ["Giám đốc Sở Tài chính"]),
        ("Viện trưởng VKSND tỉnh Lê Văn Đạt dự.", ["Viện trưởng VKSND tỉnh"]),
        ("Giám đốc Sở Y tế TP.HCM Lê Văn Đạt dự.", ["Giám đốc Sở Y tế thành phố"]),
        ("Chủ tịch HĐND TP.HCM Lê Văn Đạt dự.", ["Chủ tịch HĐND thành phố"]),
    ],
)  # fmt: skip
def test_titles_printed_for_short(text: str, titles: list[str]) -> None:
    assert [title for title, _, _ in offices(text)][: len(titles)] == titles


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("Chủ tịch Quảng Trị", "Chủ tịch UBND tỉnh"),
        ("Phó Chủ tịch Lào Cai", "Phó Chủ tịch UBND tỉnh"),
        ("Bí thư Hà Tĩnh", "Bí thư Tỉnh ủy"),
        ("Chủ tịch tỉnh", "Chủ tịch UBND tỉnh"),
    ],
)
def test_a_province_stands_for_its_bodies(printed: str, canonical: str) -> None:
    assert canonical_title(printed) == canonical
