"""One form for all spellings of a title: abbreviations, tone marks, capitals, names of the body, the province left out."""

from __future__ import annotations

import unicodedata

import pytest

from meetings.extraction.spans import matchable
from meetings.extraction.title_forms import canonical_title, owner, write_out
from meetings.extraction.titles import find_title_at

ONE_OFFICE = {
    "Bí thư Tỉnh ủy": [
        "Bí thư Tỉnh uỷ", "Bí thư tỉnh ủy", "BT Tỉnh ủy", "BT Tỉnh uỷ", "BTTU", "Bí thư TU", "Bí thư Đảng bộ tỉnh",
        "Bí thư Tỉnh ủy Sơn La", "Bí thư Ban Chấp hành Đảng bộ tỉnh", "Bí thư BCH Đảng bộ tỉnh",
    ],
    "Phó Bí thư Thường trực Tỉnh ủy": [
        "Phó Bí thư TT Tỉnh ủy", "PBT TT Tỉnh ủy", "PBT Thường trực Tỉnh ủy", "PBTTT Tỉnh ủy",
        "Phó bí thư thường trực Tỉnh uỷ", "Phó BT Thường trực Tỉnh ủy", "Phó BT TT Tỉnh ủy",
        "Phó Bí thư thường trực TU", "Phó Bí thư TTTU",
    ],
    "Phó Bí thư Tỉnh ủy": [
        "PBT Tỉnh ủy", "PBTTU", "Phó BT Tỉnh ủy", "Phó Bí thư TU", "Phó Bí thư Đảng bộ tỉnh",
    ],
    "Chủ tịch UBND tỉnh": [
        "CT UBND tỉnh", "Chủ tịch Ủy ban Nhân dân tỉnh", "Chủ tịch Uỷ ban nhân dân tỉnh", "Chủ tịch UBND Tỉnh",
        "Chủ tịch UBND tỉnh Lào Cai", "Chủ tịch UBND Lào Cai", "Chủ tịch tỉnh", "Chủ tịch UB tỉnh",
        "Chủ tịch Ủy ban tỉnh",
    ],
    "Phó Chủ tịch UBND tỉnh": [
        "PCT UBND tỉnh", "Phó CT UBND tỉnh", "Phó chủ tịch UBND tỉnh", "Phó Chủ tịch Ủy ban nhân dân tỉnh Hà Giang",
        "P.CT UBND tỉnh", "P. Chủ tịch UBND tỉnh", "Phó Chủ tịch tỉnh",
    ],
    "Phó Chủ tịch Thường trực UBND tỉnh": [
        "PCT TT UBND tỉnh", "PCT Thường trực UBND tỉnh", "PCTTT UBND tỉnh", "Phó CT Thường trực UBND tỉnh",
        "Phó Chủ tịch TT UBND tỉnh", "Phó Chủ tịch thường trực UBND tỉnh",
        "Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh",
    ],
    "Chủ tịch HĐND tỉnh": [
        "CT HĐND tỉnh", "Chủ tịch Hội đồng Nhân dân tỉnh", "Chủ tịch HĐND Tỉnh", "Chủ tịch HĐND tỉnh Thái Bình",
        "Chủ tịch HDND tỉnh",
    ],
    "Phó Chủ tịch Thường trực HĐND tỉnh": [
        "PCT TT HĐND tỉnh", "PCT Thường trực HĐND tỉnh", "Phó Chủ tịch TT HĐND tỉnh", "Phó CT TT HĐND tỉnh",
    ],
    "Phó Chủ tịch HĐND tỉnh": [
        "PCT HĐND tỉnh", "Phó Chủ tịch Hội đồng nhân dân tỉnh", "Phó CT HĐND tỉnh",
    ],
    "Ủy viên Ban Thường vụ Tỉnh ủy": [
        "UVBTV Tỉnh ủy", "UVBTVTU", "UV BTV Tỉnh ủy", "UVTV Tỉnh ủy", "UVBTV TU", "UV BTVTU", "Ủy viên BTV Tỉnh ủy",
        "Uỷ viên BTV Tỉnh uỷ", "Ủy viên Thường vụ Tỉnh ủy", "Thường vụ Tỉnh ủy", "UVTVTU",
        "Ủy viên Ban Thường vụ Đảng bộ tỉnh", "ủy viên Ban thường vụ Tỉnh ủy",
    ],
    "Ủy viên Ban Chấp hành Đảng bộ tỉnh": [
        "TUV", "Tỉnh ủy viên", "Tỉnh uỷ viên", "UV BCH Đảng bộ tỉnh", "Ủy viên BCH Đảng bộ tỉnh",
        "UVBCH Đảng bộ tỉnh", "Uỷ viên Ban chấp hành Đảng bộ tỉnh", "Ủy viên Ban Chấp hành Tỉnh ủy", "Tỉnh Ủy Viên",
    ],
    "Ủy viên Ban Chấp hành Trung ương Đảng": [
        "UVTW Đảng", "UVTW", "UVTWĐ", "UVT.Ư", "UVTƯ Đảng", "Ủy viên Trung ương Đảng", "Ủy viên TW Đảng",
        "Ủy viên T.Ư Đảng", "Ủy viên BCH TW Đảng", "Ủy viên BCHTW Đảng", "UVBCHTW", "Uỷ viên BCH Trung ương Đảng",
        "UV BCH TƯ Đảng", "Ủy viên Ban Chấp hành Trung ương", "Ủy viên BCH T.Ư Đảng", "Ủy viên Trung ương",
    ],
    "Ủy viên dự khuyết Ban Chấp hành Trung ương Đảng": [
        "Ủy viên dự khuyết Trung ương Đảng", "UV dự khuyết TW Đảng", "Ủy viên dự khuyết BCH Trung ương Đảng",
        "UVDK TW Đảng",
    ],
    "Trưởng Đoàn ĐBQH tỉnh": [
        "Trưởng đoàn ĐBQH tỉnh", "Trưởng Đoàn đại biểu Quốc hội tỉnh", "Trưởng Đoàn ĐBQH",
        "Trưởng đoàn Đại biểu Quốc hội tỉnh Lào Cai",
    ],
    "Phó Trưởng Đoàn ĐBQH tỉnh": [
        "Phó trưởng Đoàn ĐBQH tỉnh", "Phó Đoàn ĐBQH tỉnh", "Phó Trưởng đoàn đại biểu Quốc hội tỉnh",
        "Phó Trưởng đoàn phụ trách Đoàn ĐBQH tỉnh",
    ],
    "Phó Trưởng Đoàn chuyên trách ĐBQH tỉnh": [
        "Phó Trưởng Đoàn chuyên trách Đoàn ĐBQH tỉnh", "Phó trưởng đoàn chuyên trách Đoàn đại biểu Quốc hội tỉnh",
        "Phó Trưởng Đoàn ĐBQH chuyên trách tỉnh", "Phó trưởng Đoàn chuyên trách ĐBQH tỉnh",
    ],
    "Chủ tịch Ủy ban MTTQ Việt Nam tỉnh": [
        "Chủ tịch Uỷ ban MTTQ tỉnh", "Chủ tịch Ủy ban MTTQ tỉnh", "Chủ tịch UBMTTQ tỉnh", "Chủ tịch UBMTTQVN tỉnh",
        "Chủ tịch Ủy ban MTTQVN tỉnh", "Chủ tịch MTTQ tỉnh", "Chủ tịch Ủy ban Mặt trận Tổ quốc tỉnh",
        "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Chủ tịch UBMT Tổ quốc tỉnh",
        "Chủ tịch Mặt trận Tổ quốc tỉnh", "CT UB MTTQ Việt Nam tỉnh", "Chủ tịch UB MTTQ tỉnh",
        "Chủ tịch Ủy ban Mặt trận tỉnh",
    ],
    "Trưởng Ban Tổ chức Tỉnh ủy": [
        "Trưởng ban Tổ chức Tỉnh ủy", "Trưởng Ban TCTU", "Trưởng BTC Tỉnh ủy", "Trưởng Ban Tổ chức TU",
        "Trưởng ban TC Tỉnh ủy", "Trưởng Ban Tổ chức Tỉnh uỷ",
    ],
    "Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy": [
        "Trưởng Ban Tuyên giáo và Dân vận Tỉnh uỷ", "Trưởng Ban TG&DV Tỉnh ủy",
        "Trưởng ban Tuyên giáo & Dân vận Tỉnh ủy", "Trưởng Ban Tuyên giáo - Dân vận Tỉnh ủy",
        "Trưởng Ban TGDV Tỉnh ủy",
    ],
    "Trưởng Ban Nội chính Tỉnh ủy": [
        "Trưởng ban Nội chính Tỉnh ủy", "Trưởng BNC Tỉnh ủy", "Trưởng Ban NCTU",
    ],
    "Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy": [
        "Chủ nhiệm UBKT Tỉnh ủy", "Chủ nhiệm UBKTTU", "Chủ nhiệm Uỷ ban Kiểm tra Tỉnh uỷ", "Chủ nhiệm UBKT TU",
        "Chủ nhiệm Ủy ban kiểm tra Tỉnh ủy",
    ],
    "Chánh Văn phòng Tỉnh ủy": [
        "Chánh VPTU", "Chánh VP Tỉnh ủy", "Chánh Văn phòng TU", "chánh văn phòng Tỉnh ủy",
    ],
    "Chánh Văn phòng UBND tỉnh": [
        "Chánh VP UBND tỉnh", "Chánh Văn phòng Ủy ban nhân dân tỉnh", "chánh Văn phòng UBND tỉnh", "CVP UBND tỉnh",
    ],
    "Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh": [
        "Chánh VP Đoàn ĐBQH và HĐND tỉnh", "Chánh Văn phòng Đoàn ĐBQH & HĐND tỉnh",
        "Chánh Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh", "Chánh Văn phòng Đoàn ĐBQH-HĐND tỉnh",
        "Chánh Văn phòng ĐĐBQH và HĐND tỉnh",
    ],
    "Giám đốc Sở Y tế": [
        "GĐ Sở Y tế", "Giám đốc SYT", "Giám đốc sở Y tế", "Giám Đốc Sở Y tế", "Giám đốc Sở Y Tế",
        "Giám đốc Sở Y tế tỉnh", "Giám đốc Sở Y tế Nghệ An", "Giám đốc Sở Y tế tỉnh Nghệ An",
    ],
    "Giám đốc Sở Kế hoạch và Đầu tư": [
        "Giám đốc Sở KH&ĐT", "Giám đốc Sở KHĐT", "Giám đốc Sở KH-ĐT", "Giám đốc Sở Kế hoạch & Đầu tư",
        "Giám đốc Sở Kế hoạch - Đầu tư", "GĐ Sở KHĐT", "Giám đốc Sở Kế hoạch-Đầu tư",
        "Giám đốc Sở Kế hoạch và đầu tư",
    ],
    "Phó Giám đốc Sở Nông nghiệp và Môi trường": [
        "PGĐ Sở NN&MT", "Phó Giám đốc Sở NN-MT", "Phó GĐ Sở Nông nghiệp và Môi trường",
        "Phó Giám đốc Sở Nông nghiệp & Môi trường", "Phó Giám đốc Sở NN và MT",
    ],
    "Giám đốc Sở Văn hóa, Thể thao và Du lịch": [
        "Giám đốc Sở VHTT&DL", "Giám đốc Sở VH-TT&DL", "Giám đốc Sở VHTTDL",
        "Giám đốc Sở Văn hoá, Thể thao và Du lịch", "Giám đốc Sở VH,TT&DL", "Giám đốc Sở VH-TT-DL",
        "Giám đốc Sở Văn hóa - Thể thao và Du lịch", "Giám đốc Sở Văn hóa – Thể thao – Du lịch",
        "Giám đốc Sở VH, TT và DL", "Giám đốc Sở VH, TT&DL",
    ],
    "Giám đốc Sở Lao động - Thương binh và Xã hội": [
        "Giám đốc Sở LĐ-TB&XH", "Giám đốc Sở LĐTBXH", "Giám đốc Sở LĐ,TB&XH", "Giám đốc Sở Lao động - TB&XH",
        "Giám đốc Sở Lao động, Thương binh và Xã hội", "Giám đốc Sở LĐTB&XH", "Giám đốc Sở LĐ-TB-XH",
        "Giám đốc Sở LĐ-TBXH", "Giám đốc Sở Lao động Thương binh và Xã hội",
        "Giám đốc Sở Lao động – Thương binh & Xã hội",
    ],
    "Giám đốc Công an tỉnh": [
        "GĐ Công an tỉnh", "Giám đốc CA tỉnh", "Giám đốc Công an tỉnh Thanh Hóa",
    ],
    "Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh": [
        "Chỉ huy trưởng Bộ CHQS tỉnh", "CHT Bộ CHQS tỉnh", "Chỉ huy trưởng BCHQS tỉnh",
        "Chỉ huy Trưởng Bộ Chỉ huy quân sự tỉnh", "Chỉ huy trưởng Bộ chỉ huy Quân sự tỉnh",
    ],
    "Chính ủy Bộ Chỉ huy Quân sự tỉnh": [
        "Chính ủy Bộ CHQS tỉnh", "Chính uỷ Bộ Chỉ huy quân sự tỉnh",
    ],
    "Viện trưởng Viện kiểm sát nhân dân tỉnh": [
        "Viện trưởng VKSND tỉnh", "Viện trưởng Viện Kiểm sát nhân dân tỉnh", "Viện trưởng Viện KSND tỉnh",
        "Viện trưởng Viện Kiểm sát Nhân dân tỉnh",
    ],
    "Chánh án Tòa án nhân dân tỉnh": [
        "Chánh án TAND tỉnh", "Chánh án Toà án nhân dân tỉnh", "Chánh án Tòa án Nhân dân tỉnh",
    ],
    "Chánh Thanh tra tỉnh": [
        "chánh Thanh tra tỉnh", "Chánh thanh tra tỉnh",
    ],
    "Bí thư Thành ủy": [
        "Bí thư Thành uỷ", "Bí thư Thành ủy Hải Phòng", "Bí thư Thành ủy Hà Nội", "Bí thư Thành ủy TP Hải Phòng",
    ],
    "Chủ tịch UBND thành phố": [
        "Chủ tịch UBND TP", "Chủ tịch UBND TP.", "Chủ tịch Ủy ban nhân dân thành phố",
        "Chủ tịch UBND thành phố Hải Phòng", "Chủ tịch UBND TP Hải Phòng", "Chủ tịch UBND TP. Cần Thơ",
    ],
    "Trưởng Ban Kinh tế - Ngân sách HĐND tỉnh": [
        "Trưởng Ban KT-NS HĐND tỉnh", "Trưởng ban Kinh tế và Ngân sách HĐND tỉnh", "Trưởng Ban KTNS HĐND tỉnh",
        "Trưởng Ban Kinh tế-Ngân sách HĐND tỉnh", "Trưởng Ban KT&NS HĐND tỉnh",
    ],
    "Trưởng Ban Văn hóa - Xã hội HĐND tỉnh": [
        "Trưởng Ban VH-XH HĐND tỉnh", "Trưởng Ban Văn hoá - Xã hội HĐND tỉnh", "Trưởng Ban VHXH HĐND tỉnh",
        "Trưởng Ban Văn hóa và Xã hội HĐND tỉnh",
    ],
    "Bí thư Tỉnh đoàn": [
        "Bí thư Tỉnh Đoàn", "Bí thư Đoàn TNCS Hồ Chí Minh tỉnh",
    ],
    "Chủ tịch Hội Liên hiệp Phụ nữ tỉnh": [
        "Chủ tịch Hội LHPN tỉnh", "Chủ tịch Hội Phụ nữ tỉnh", "Chủ tịch Hội Liên hiệp phụ nữ tỉnh",
    ],
    "Chủ tịch Hội Nông dân tỉnh": [
        "Chủ tịch HND tỉnh", "Chủ tịch Hội nông dân tỉnh",
    ],
    "Chủ tịch Hội Cựu chiến binh tỉnh": [
        "Chủ tịch Hội CCB tỉnh", "Chủ tịch Hội cựu chiến binh tỉnh",
    ],
    "Chủ tịch Liên đoàn Lao động tỉnh": [
        "Chủ tịch LĐLĐ tỉnh", "Chủ tịch Liên đoàn lao động tỉnh",
    ],
    "Bí thư Đảng ủy UBND tỉnh": [
        "Bí thư Đảng uỷ UBND tỉnh", "Bí thư Đảng ủy Ủy ban nhân dân tỉnh", "Bí thư Đảng bộ UBND tỉnh",
    ],
    "Ủy viên Bộ Chính trị": [
        "UVBCT", "UV BCT", "Ủy viên BCT", "Uỷ viên Bộ Chính trị",
    ],
    "Quyền Chủ tịch UBND tỉnh": [
        "Q. Chủ tịch UBND tỉnh", "Q.Chủ tịch UBND tỉnh", "quyền Chủ tịch UBND tỉnh",
    ],
    "Đại biểu Quốc hội": [
        "ĐBQH", "đại biểu Quốc hội",
    ],
    "Bí thư Đảng ủy xã Ia Grai": [
        "Bí thư Đảng uỷ xã Ia Grai", "BT Đảng ủy xã Ia Grai",
    ],
    "Bí thư Ban Cán sự đảng UBND tỉnh": [
        "Bí thư BCSĐ UBND tỉnh", "Bí thư Ban cán sự đảng UBND tỉnh", "Bí thư Ban Cán sự Đảng UBND tỉnh",
        "Bí thư BCS đảng UBND tỉnh",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("office", "printed"), [(office, form) for office, forms in ONE_OFFICE.items() for form in forms]
)
def test_all_spellings_are_read_whole_and_are_one_office(office: str, printed: str) -> None:
    found = find_title_at(matchable(f"{printed} phát biểu"), 0)
    assert found is not None
    assert (found[0].of(printed), found[1]) == (printed, office)


@pytest.mark.parametrize("office", ONE_OFFICE)
def test_the_one_form_is_its_own(office: str) -> None:
    assert canonical_title(office) == office
    assert canonical_title(unicodedata.normalize("NFC", unicodedata.normalize("NFD", office))) == office


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chủ tịch UBND thị xã", "Chủ tịch UBND huyện"),
        ("Chủ tịch UBND phường", "Chủ tịch UBND xã"),
        ("Chủ tịch UBND TP", "Chủ tịch UBND tỉnh"),
        ("Giám đốc Công an thành phố Vinh", "Giám đốc Công an tỉnh"),
        ("Trưởng Ban Dân tộc HĐND tỉnh", "Trưởng Ban Dân tộc tỉnh"),
        ("Quyền Giám đốc Sở Y tế", "Giám đốc Sở Y tế"),
        ("nguyên Giám đốc Sở Y tế", "Giám đốc Sở Y tế"),
        ("Phó Giám đốc phụ trách Sở KH&CN", "Phó Giám đốc Sở KH&CN"),
        ("Bí thư Huyện ủy Tuy An", "Bí thư Huyện ủy Sông Hinh"),
    ],
)
def test_offices_that_are_not_one(one: str, other: str) -> None:
    assert canonical_title(one) != canonical_title(other)


@pytest.mark.parametrize(
    ("title", "canonical"),
    [
        ("Giám đốc Công an TP. Vinh", "Giám đốc Công an thành phố Vinh"),
        ("Chỉ huy trưởng Bộ CHQS TP", "Chỉ huy trưởng Bộ Chỉ huy Quân sự thành phố"),
        ("nguyên giám đốc Sở KHĐT", "Nguyên Giám đốc Sở Kế hoạch và Đầu tư"),
        ("Trưởng phòng Nội vụ", "Trưởng phòng Nội vụ"),
        ("Chủ nhiệm Hợp tác xã Rau Sạch", "Chủ nhiệm Hợp tác xã Rau Sạch"),
        ("người trông kho", "người trông kho"),
    ],
)
def test_canonical_title(title: str, canonical: str) -> None:
    assert canonical_title(title) == canonical


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("PCT UBND tỉnh Phú Yên", "Phó Chủ tịch UBND tỉnh"),
        ("Chủ tịch UBND TP. Cần Thơ", "Chủ tịch UBND thành phố"),
        ("Bí thư Thành ủy Sơn La", "Bí thư Thành ủy Sơn La"),
        ("P.GĐ Sở TT&TT", "Phó Giám đốc Sở TT&TT"),
    ],
)
def test_write_out(printed: str, written: str) -> None:
    assert write_out(printed) == written


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Chánh án Tòa án nhân dân tỉnh", "Tòa án nhân dân tỉnh"),
        ("Phó Trưởng phòng Nội vụ huyện", "phòng Nội vụ huyện"),
        ("Tổng Thư ký Quốc hội", "Quốc hội"),
        ("Nguyên Phó Giám đốc Sở Y tế", "Sở Y tế"),
        ("Thủ tướng Chính phủ", None),
        ("đại biểu HĐND tỉnh", "HĐND tỉnh"),
    ],
)
def test_owner(title: str, body: str | None) -> None:
    assert owner(title) == body
