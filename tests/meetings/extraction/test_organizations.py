"""Organizations: many spellings, one agency; groups are no single one; where a name ends."""

from __future__ import annotations

import pytest

from meetings.extraction.agency_table import Agency, canonical_agency
from meetings.extraction.organizations import agency_end, known_end


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Sở NN-PTNT", Agency("Sở Nông nghiệp và Phát triển nông thôn", "sở", "tỉnh", True)),
        ("Sở Nông nghiệp và PTNT", Agency("Sở Nông nghiệp và Phát triển nông thôn", "sở", "tỉnh", True)),
        ("Sở Y tế Nghệ An", Agency("Sở Y tế", "sở", "tỉnh", True)),
        ("Sở Giáo dục - Đào tạo", Agency("Sở Giáo dục và Đào tạo", "sở", "tỉnh", True)),
        ("Sở Kế hoạch & Đầu tư", Agency("Sở Kế hoạch và Đầu tư", "sở", "tỉnh", True)),
        ("Công an thành phố", Agency("Công an tỉnh", "lực lượng vũ trang", "tỉnh", True)),
        ("Ủy ban nhân dân tỉnh", Agency("UBND tỉnh", "UBND", "tỉnh", True)),
        ("Uỷ ban MTTQ tỉnh", Agency("Ủy ban MTTQ Việt Nam tỉnh", "mặt trận", "tỉnh", True)),
        ("Ban cán sự đảng UBND tỉnh", Agency("Ban Cán sự đảng UBND tỉnh", "tổ chức đảng", "tỉnh", True)),
        ("Bộ Xây dựng", Agency("Bộ Xây dựng", "cơ quan trung ương", "trung ương", True)),
        ("Sở Kho vận", Agency("Sở Kho vận", "sở", "tỉnh", True)),
        ("UBND huyện Tuy An", Agency("UBND huyện Tuy An", "UBND", "huyện", True)),
        ("UBND xã Ia O", Agency("UBND xã Ia O", "UBND", "xã", True)),
        ("các sở, ngành, địa phương", Agency("các sở, ngành, địa phương", "nhóm", "tỉnh", False)),
        ("UBND các xã, phường", Agency("UBND các xã, phường", "UBND", "xã", False)),
        ("ngành Nội vụ", Agency("ngành Nội vụ", "nhóm", "tỉnh", False)),
    ],
)
def test_one_agency_for_its_spellings(printed: str, expected: Agency) -> None:
    assert canonical_agency(printed) == expected


@pytest.mark.parametrize(
    ("text", "name", "known"),
    [
        ("Sở Văn hóa, Thể thao và Du lịch phối hợp", "Sở Văn hóa, Thể thao và Du lịch", True),
        ("Kho bạc Nhà nước khu vực XIII rà soát", "Kho bạc Nhà nước khu vực XIII", True),
        ("Ngân hàng Nhà nước Chi nhánh tỉnh công khai", "Ngân hàng Nhà nước Chi nhánh tỉnh", True),
        ("Mặt trận Tổ quốc và các đoàn thể giám sát", "Mặt trận Tổ quốc", True),
        ("Chi cục Thủy lợi và Bộ đội Biên phòng tỉnh cắm biển", "Chi cục Thủy lợi", True),
        ("Trung tâm Nước sạch và Hội Nông dân xã góp giếng", "Trung tâm Nước sạch", False),
        ("Công an tỉnh xây dựng phương án", "Công an tỉnh", True),
        ("UBND H.Long Thành lập tổ kiểm đếm", "UBND H.Long Thành", True),
        ("UBND TP.Biên Hòa tìm đất xây trường", "UBND TP.Biên Hòa", True),
        ("rà soát quỹ đất", "", False),
    ],
)
def test_where_a_name_ends(text: str, name: str, known: bool) -> None:
    end, found = agency_end(text, 0)
    assert (text[:end], found) == (name, known)


def test_an_unknown_name_is_not_in_the_table() -> None:
    assert known_end("Hợp tác xã Rau Sạch giao hàng", 0) == 0
