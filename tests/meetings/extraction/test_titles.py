"""Titles where they stand in a sentence: how far they reach, one form for all spellings, what is no title."""

from __future__ import annotations

import pytest

from meetings.extraction.spans import matchable
from meetings.extraction.title_forms import owner
from meetings.extraction.titles import find_title_at, find_titles


def printed(text: str) -> list[str]:
    plain = matchable(text)
    return [title.span.of(text) for title in find_titles(plain)]


@pytest.mark.parametrize(
    "text",
    [
        "Tăng trưởng kinh tế của tỉnh đạt khá.",
        "Chủ động ứng phó thiên tai trong mùa mưa.",
        "Ban Thường vụ Tỉnh ủy họp.",
        "Kết luận của Ban Bí thư Trung ương Đảng.",
        "Đoàn ĐBQH và HĐND tỉnh phối hợp.",
        "Chỉ thị số 26/CT-TTg và Kế hoạch 5-CT/TU.",
        "Môi trường đầu tư, kinh doanh được cải thiện.",
        "Thủ trưởng các sở, ngành có mặt.",
    ],
)
def test_words_that_are_no_titles(text: str) -> None:
    assert printed(text) == []


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Chủ tịch UBND tỉnh yêu cầu", ["Chủ tịch UBND tỉnh"]),
        ("Chủ tịch UBND tỉnh Phú Yên Lê Văn Đạt yêu cầu", ["Chủ tịch UBND tỉnh Phú Yên"]),
        ("phó Chủ tịch UBND tỉnh phát biểu", ["phó Chủ tịch UBND tỉnh"]),
        ("bí thư tỉnh ủy kết luận", ["bí thư tỉnh ủy"]),
        ("Phó Bí thư TT Tỉnh uỷ báo cáo", ["Phó Bí thư TT Tỉnh uỷ"]),
        ("PCT TT HĐND tỉnh dự", ["PCT TT HĐND tỉnh"]),
        ("Chủ tịch Ủy ban nhân dân (UBND) tỉnh nêu", ["Chủ tịch Ủy ban nhân dân (UBND) tỉnh"]),
        ("Bí thư Huyện ủy Bình Đại Trần Văn Dũng cho biết", ["Bí thư Huyện ủy Bình Đại"]),
        ("Bí thư Huyện ủy Trần Văn Thời nêu", ["Bí thư Huyện ủy Trần Văn Thời"]),
        ("Bí thư Thành ủy Lâm Quốc Thái nêu", ["Bí thư Thành ủy"]),
        ("Chủ tịch UBND thị xã Đông Hòa cam kết", ["Chủ tịch UBND thị xã Đông Hòa"]),
        ("Chủ tịch UBND phường 5 Lê Văn Đạt nêu", ["Chủ tịch UBND phường 5"]),
        ("Bí thư Đảng ủy phường Hà Giang 1 Lê Văn Đạt nêu", ["Bí thư Đảng ủy phường Hà Giang 1"]),
        ("Bí thư Đảng ủy đặc khu Phú Quốc Lê Quốc Anh nêu", ["Bí thư Đảng ủy đặc khu Phú Quốc"]),
        ("Chủ tịch UBND xã Ia Grai Rơ Châm Hoan nêu", ["Chủ tịch UBND xã Ia Grai"]),
        ("Giám đốc Công ty Cổ phần Xây dựng Thăng Long nêu", ["Giám đốc Công ty Cổ phần Xây dựng Thăng Long"]),
        ("Giám đốc Công ty Cấp nước Bến Tre duy tu đường ống", ["Giám đốc Công ty Cấp nước Bến Tre"]),
        ("Giám đốc Kho bạc Nhà nước khu vực X nêu", ["Giám đốc Kho bạc Nhà nước khu vực X"]),
        ("Phó Chủ nhiệm Ủy ban Kinh tế của Quốc hội nêu", ["Phó Chủ nhiệm Ủy ban Kinh tế của Quốc hội"]),
        ("Giám đốc Sở Văn hóa, Thể thao và Du lịch báo cáo", ["Giám đốc Sở Văn hóa, Thể thao và Du lịch"]),
        ("Giám đốc Sở Lao động - Thương binh và Xã hội nêu", ["Giám đốc Sở Lao động - Thương binh và Xã hội"]),
        ("Giám đốc Sở Nông nghiệp và PTNT Đoàn Văn Tấn dự", ["Giám đốc Sở Nông nghiệp và PTNT"]),
        ("Giám đốc Sở Công Thương Hoàng Kim Anh dự", ["Giám đốc Sở Công Thương"]),
        ("Trưởng Ban Kinh tế - Ngân sách HĐND tỉnh nêu", ["Trưởng Ban Kinh tế - Ngân sách HĐND tỉnh"]),
        ("Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy nêu", ["Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy"]),
        ("Trưởng Đoàn giám sát chủ trì buổi làm việc", ["Trưởng Đoàn giám sát"]),
        ("Phó Trưởng Đoàn chuyên trách Đoàn ĐBQH tỉnh dự", ["Phó Trưởng Đoàn chuyên trách Đoàn ĐBQH tỉnh"]),
        ("Trưởng đoàn đại biểu Quốc hội tỉnh dự", ["Trưởng đoàn đại biểu Quốc hội tỉnh"]),
        ("Trưởng Ban chỉ đạo phòng, chống dịch bệnh tỉnh dự", ["Trưởng Ban chỉ đạo phòng, chống dịch bệnh tỉnh"]),
        ("Trưởng BCĐ các dự án trọng điểm chủ trì", ["Trưởng BCĐ các dự án trọng điểm"]),
        ("Bí thư Đảng ủy UBND tỉnh chủ trì", ["Bí thư Đảng ủy UBND tỉnh"]),
        (
            "Giám đốc Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh báo cáo",
            ["Giám đốc Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh"],
        ),
        ("Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh trình bày", ["Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh"]),
        ("Chỉ huy trưởng Bộ CHQS tỉnh nêu", ["Chỉ huy trưởng Bộ CHQS tỉnh"]),
        ("Bộ trưởng Bộ Xây dựng đánh giá", ["Bộ trưởng Bộ Xây dựng"]),
        ("nguyên Bí thư Tỉnh ủy dự", ["nguyên Bí thư Tỉnh ủy"]),
        ("Quyền Chủ tịch UBND tỉnh nêu", ["Quyền Chủ tịch UBND tỉnh"]),
        ("Bí thư Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh", ["Bí thư Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh"]),
    ],
)
def test_reach(text: str, titles: list[str]) -> None:
    assert printed(text) == titles


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("TUV", "Ủy viên Ban Chấp hành Đảng bộ tỉnh"),
        ("Tỉnh ủy viên", "Ủy viên Ban Chấp hành Đảng bộ tỉnh"),
        ("UVBTV Tỉnh ủy", "Ủy viên Ban Thường vụ Tỉnh ủy"),
        ("Uỷ viên Ban Thường vụ Tỉnh uỷ", "Ủy viên Ban Thường vụ Tỉnh ủy"),
        ("UV BCH TW Đảng", "Ủy viên Ban Chấp hành Trung ương Đảng"),
        ("UVT.Ư Đảng", "Ủy viên Ban Chấp hành Trung ương Đảng"),
        ("Chủ tịch HDND tỉnh", "Chủ tịch HĐND tỉnh"),
        ("Chủ tịch tỉnh", "Chủ tịch UBND tỉnh"),
        ("PCT UBND tỉnh", "Phó Chủ tịch UBND tỉnh"),
        ("Chủ tịch UBND tỉnh Sơn La", "Chủ tịch UBND tỉnh"),
        ("Phó trưởng đoàn đại biểu Quốc hội tỉnh", "Phó Trưởng Đoàn ĐBQH tỉnh"),
        ("Chủ tịch UBND huyện Tuy An", "Chủ tịch UBND huyện Tuy An"),
    ],
)
def test_one_form(text: str, canonical: str) -> None:
    found = find_title_at(matchable(text), 0)
    assert found is not None
    assert found[0].of(text) == text
    assert found[1] == canonical


@pytest.mark.parametrize(
    ("text", "plural", "generic", "state"),
    [
        ("các Phó Chủ tịch UBND tỉnh", True, False, "current"),
        ("3 Phó Chủ tịch UBND tỉnh", True, False, "current"),
        ("các đồng chí Tỉnh ủy viên", True, False, "current"),
        ("Chủ tịch UBND các xã, phường", False, True, "current"),
        ("Chủ tịch UBND cấp huyện", False, True, "current"),
        ("nguyên Chủ tịch UBND tỉnh", False, False, "ended"),
        ("cố Bí thư Tỉnh ủy", False, False, "deceased"),
        ("tân Chủ tịch UBND tỉnh", False, False, "current"),
        ("Chủ tịch UBND tỉnh", False, False, "current"),
    ],
)
def test_whom_a_title_means(text: str, plural: bool, generic: bool, state: str) -> None:
    title = find_titles(matchable(text))[0]
    assert (title.plural, title.generic, title.state) == (plural, generic, state)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Giám đốc Sở Y tế", "Sở Y tế"),
        ("Phó Bí thư Thường trực Tỉnh ủy", "Tỉnh ủy"),
        ("Phó Chủ tịch Thường trực UBND tỉnh", "UBND tỉnh"),
        ("Tỉnh ủy viên", "Tỉnh ủy"),
        ("ĐBQH tỉnh", "Đoàn ĐBQH tỉnh"),
        ("Trưởng Thuế tỉnh", "Thuế tỉnh"),
        ("Chánh Thanh tra tỉnh", "Thanh tra tỉnh"),
        ("Bộ trưởng", None),
    ],
)
def test_owner(title: str, body: str | None) -> None:
    assert owner(title) == body
