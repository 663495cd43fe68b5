"""Spellings of an agency's name: what they share, how parts may be joined or shortened, and that all lead to one row."""

from __future__ import annotations

import pytest

from meetings.extraction.agency_spellings import comparable, initials, initials_of_words, spellings
from meetings.extraction.agency_table import canonical_agency
from meetings.extraction.organizations import agency_end
from meetings.extraction.spans import matchable

ONE_AGENCY = {
    "Sở Kế hoạch và Đầu tư": [
        "Sở KH&ĐT", "Sở KHĐT", "Sở KH-ĐT", "Sở KH và ĐT", "Sở KH & ĐT", "Sở KH& ĐT", "SKHĐT", "Sở Kế hoạch - Đầu tư",
        "Sở Kế hoạch-Đầu tư", "Sở Kế hoạch – Đầu tư", "Sở Kế hoạch & Đầu tư", "Sở Kế hoạch và đầu tư",
        "Sở Kế hoạch và Đầu tư tỉnh", "Sở Kế hoạch và Đầu tư tỉnh Sơn La", "Sở KHĐT Sơn La",
    ],
    "Sở Nông nghiệp và Môi trường": ["Sở NN&MT", "Sở NN-MT", "Sở NN và MT", "Sở Nông nghiệp và MT"],
    "Sở Nông nghiệp và Phát triển nông thôn": [
        "Sở NN&PTNT", "Sở NN-PTNT", "Sở NNPTNT", "Sở Nông nghiệp và PTNT", "Sở Nông nghiệp - PTNT",
    ],
    "Sở Tài nguyên và Môi trường": ["Sở TNMT", "Sở TN-MT", "Sở Tài nguyên Môi trường"],
    "Sở Lao động - Thương binh và Xã hội": [
        "Sở LĐ-TB&XH", "Sở LĐTBXH", "Sở LĐ,TB&XH", "Sở LĐ - TB&XH", "Sở LĐ, TB và XH", "Sở LĐ-TBXH",
        "Sở Lao động, Thương binh và Xã hội", "Sở Lao động – TB&XH", "Sở Lao động Thương binh và Xã hội",
    ],
    "Sở Văn hóa, Thể thao và Du lịch": [
        "Sở VHTTDL", "Sở VH-TT&DL", "Sở VH,TT&DL", "Sở VH, TT và DL", "Sở VHTT và DL", "Sở VH-TT-DL",
        "Sở Văn hoá - Thể thao và Du lịch", "Sở Văn hóa Thể thao Du lịch",
    ],
    "Sở Thông tin và Truyền thông": ["Sở TT&TT", "Sở TT-TT", "Sở Thông tin - Truyền thông"],
    "Sở Giao thông vận tải": ["Sở GTVT", "Sở GT-VT", "Sở Giao thông - Vận tải", "Sở Giao thông Vận tải"],
    "Sở Quy hoạch - Kiến trúc": ["Sở QH-KT", "Sở Quy hoạch và Kiến trúc"],
    "Ban Kinh tế - Ngân sách HĐND tỉnh": [
        "Ban KT-NS", "Ban KTNS HĐND tỉnh", "Ban KT&NS HĐND tỉnh", "Ban Kinh tế và Ngân sách của HĐND tỉnh",
        "Ban Kinh tế-Ngân sách Hội đồng nhân dân tỉnh",
    ],
    "Ban Văn hóa - Xã hội HĐND tỉnh": ["Ban VHXH HĐND tỉnh", "Ban Văn hoá và Xã hội HĐND tỉnh"],
    "Ban Tổ chức Tỉnh ủy": ["BTCTU", "Ban TCTU", "Ban Tổ chức TU", "BTC Tỉnh uỷ", "Ban TC Tỉnh ủy"],
    "Ban Tuyên giáo và Dân vận Tỉnh ủy": ["Ban TG&DV Tỉnh ủy", "Ban TGDV Tỉnh ủy", "Ban Tuyên giáo - Dân vận Tỉnh uỷ"],
    "Ủy ban Kiểm tra Tỉnh ủy": ["UBKTTU", "UBKT TU", "Uỷ ban kiểm tra Tỉnh uỷ"],
    "Văn phòng UBND tỉnh": ["VP UBND tỉnh", "VPUBND tỉnh", "Văn phòng Ủy ban nhân dân Tỉnh"],
    "Bộ Chỉ huy Quân sự tỉnh": ["Bộ CHQS tỉnh", "BCHQS tỉnh", "BCH Quân sự tỉnh", "Bộ chỉ huy quân sự tỉnh"],
    "Đài Phát thanh và Truyền hình tỉnh": ["Đài PT-TH tỉnh", "Đài PTTH tỉnh", "Đài Phát thanh - Truyền hình tỉnh"],
    "Bộ Nông nghiệp và Phát triển nông thôn": ["Bộ NN&PTNT", "Bộ NNPTNT", "Bộ Nông nghiệp và PTNT"],
}  # fmt: skip


@pytest.mark.parametrize(("name", "printed"), [(name, form) for name, forms in ONE_AGENCY.items() for form in forms])
def test_all_spellings_are_read_whole_and_stand_for_one_agency(name: str, printed: str) -> None:
    plain = f"{matchable(printed)} thay mái tôn"
    assert agency_end(plain, 0)[0] == len(printed)
    assert canonical_agency(printed).canonical == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Văn hóa và Thể thao", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Ban Dân tộc", "Ban Dân tộc HĐND tỉnh"),
        ("Sở Nông nghiệp và Môi trường", "Sở Tài nguyên và Môi trường"),
        ("Kho bạc Nhà nước tỉnh", "Kho bạc Nhà nước khu vực"),
        ("Ban Tổ chức Tỉnh ủy", "Ban Tổ chức"),
        ("Sở GTCC", "Sở GTVT"),
    ],
)
def test_agencies_that_are_not_one(one: str, other: str) -> None:
    assert canonical_agency(one) != canonical_agency(other)


def test_two_departments_in_a_list_are_not_joined_by_their_comma() -> None:
    assert agency_end("Sở Khoa học, Công nghệ", 0)[0] == len("Sở Khoa học")


@pytest.mark.parametrize(
    ("name", "shared"),
    [
        ("Sở Kế hoạch & Đầu tư", "sở kế hoạch đầu tư"),
        ("Ban Pháp chế của HĐND tỉnh", "ban pháp chế hội đồng nhân dân tỉnh"),
        ("Mặt trận Tổ quốc", "mặt trận tổ quốc"),
        ("VPTU", "văn phòng tỉnh ủy"),
    ],
)
def test_comparable(name: str, shared: str) -> None:
    assert comparable(name) == shared


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Sở LĐ-TB&XH", "sở LĐTBXH"),
        ("Sở Lao động - TB&XH", "sở LĐTBXH"),
        ("Ban KT-NS HĐND tỉnh", "ban KTNS hội đồng nhân dân tỉnh"),
        ("Sở Y tế", None),
        ("UBND", None),
    ],
)
def test_initials(name: str, letters: str | None) -> None:
    assert initials(name) == letters


def test_initials_of_words() -> None:
    assert initials_of_words("Sở Lao động - Thương binh và Xã hội") == "sở LĐTBXH"
    assert initials_of_words("Tỉnh ủy") is None


def test_spellings() -> None:
    assert spellings("Sở Y tế", short=True) == {"Sở Y tế"}
    found = spellings("Ban Kinh tế - Ngân sách HĐND tỉnh", short=True)
    assert {"Ban KT-NS HĐND tỉnh", "Ban Kinh tế và Ngân sách HĐND tỉnh", "Ban KTNS HĐND tỉnh"} <= found
    assert "Ban KT-NS HĐND tỉnh" not in spellings("Ban Kinh tế - Ngân sách HĐND tỉnh", short=False)
