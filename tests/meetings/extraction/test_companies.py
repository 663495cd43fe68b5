"""Companies' names: where they end, with a person behind them or before their head's title."""

from __future__ import annotations

import pytest

from meetings.extraction.companies import company_end
from meetings.extraction.document import Document, settle
from meetings.extraction.people import find_people


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Công ty TNHH Cà phê Đăk Hà Lê Văn Đạt đề nghị", " Lê Văn Đạt đề nghị"),
        ("Công ty Điện lực Lê Văn Đạt cho biết", " Lê Văn Đạt cho biết"),
        ("Công ty Điện lực Phú Yên Mai Văn Tư báo cáo", " Mai Văn Tư báo cáo"),
        ("Công ty Cổ phần Cấp nước Ma Đrắk, ông", ", ông"),
        ("Tập đoàn Hoàng Anh Gia Lai Trần Bá Lộc", " Trần Bá Lộc"),
        ("Công ty TNHH Thương mại - Dịch vụ Hoàng Long chia sẻ", " chia sẻ"),
        ("Công ty TNHH Hoàng Long đề nghị", " đề nghị"),
        ("HTX Nông nghiệp Tân Phú Lê Văn Đạt", " Lê Văn Đạt"),
        ("Hợp tác xã Dịch vụ nông nghiệp và Du lịch Bản Đôn H'Yên Mlô", " H'Yên Mlô"),
        ("Công ty TNHH MTV Khai thác công trình thủy lợi tỉnh Lê Văn Đạt", " Lê Văn Đạt"),
        ("Công ty CP Môi trường đô thị huyện Tuy An và", " và"),
        ("Công ty CP Mía đường Lam Sơn - Tổng", " - Tổng"),
        ("công ty Lê Văn Đạt nói", " Lê Văn Đạt nói"),
        ("Nhà máy Xi măng Bút Sơn Trần Thị Hằng", " Trần Thị Hằng"),
    ],
)
def test_where_a_company_ends(text: str, rest: str) -> None:
    assert text[company_end(text, 0) :] == rest


@pytest.mark.parametrize("text", ["Sở Y tế Lê Văn Đạt", "Công an tỉnh", "Hội Nông dân tỉnh", "Lê Văn Đạt"])
def test_no_company(text: str) -> None:
    assert company_end(text, 0) == 0


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Bà Trần Thị Hằng, Tổng Giám đốc Công ty CP Dệt may An Phú Thịnh, cho biết.", "Trần Thị Hằng", "Tổng Giám đốc Công ty CP Dệt may An Phú Thịnh"),
        ("Ông Mai Văn Tư - Giám đốc Công ty TNHH Dược Trần Gia Phát đề nghị.", "Mai Văn Tư", "Giám đốc Công ty TNHH Dược Trần Gia Phát"),
        ("Ông Mai Văn Tư (Giám đốc Công ty TNHH Lê Hoàng Nam) đề nghị.", "Mai Văn Tư", "Giám đốc Công ty TNHH Lê Hoàng Nam"),
        ("Giám đốc Công ty CP Cao su Bà Rịa Mai Văn Tư đề nghị.", "Mai Văn Tư", "Giám đốc Công ty CP Cao su Bà Rịa"),
    ],
)  # fmt: skip
def test_whose_title_it_is(text: str, name: str, title: str) -> None:
    people = find_people(Document("t", settle(text)))
    assert [(p.name, [t.text for t in p.titles]) for p in people.persons] == [(name, [title])]
