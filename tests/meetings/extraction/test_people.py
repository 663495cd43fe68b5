"""Who is an official, under which name, with which titles; and who is not."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document, settle
from meetings.extraction.people import find_people
from meetings.extraction.roles import find_roles

LEAD = "Sáng 5/3, UBND tỉnh tổ chức phiên họp thường kỳ tháng 2/2024 với nhiều nội dung quan trọng của quý I. "


def titles_of(text: str) -> dict[str, list[str]]:
    document = Document("t", settle(text))
    people = find_people(document)
    found: dict[str, list[str]] = {person.name: [] for person in people.persons}
    for role in find_roles(document, people):
        found[role.official].append(role.title)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Thi công đường Nguyễn Trãi, Chủ tịch UBND tỉnh yêu cầu nhanh hơn.",
        "Trường THPT Lê Hồng Phong được sửa chữa trong năm nay theo kế hoạch.",
        "Học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh là việc thường xuyên.",
        "Chủ tịch Hồ Chí Minh từng về thăm tỉnh và căn dặn nhiều điều.",
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh phát động phong trào.",
        "Quỹ học bổng Vừ A Dính trao 50 suất quà cho học sinh nghèo.",
        "Bệnh viện Nguyễn Tri Phương cử bác sĩ về giúp tỉnh.",
        "Toàn cảnh phiên họp. Ảnh: Trần Phương Nam",
        "Tỉnh Hà Nam, Chủ tịch UBND tỉnh cho biết, sẽ hợp tác.",
        "Khiếu nại của bà Thạch Thị Sa (ngụ Phường 2) được giải quyết dứt điểm.",
        "Cố Bí thư Tỉnh ủy Lê Văn Đạt là người con ưu tú của quê hương.",
        "Các đồng chí Phó Chủ tịch UBND tỉnh; thành viên UBND tỉnh; lãnh đạo các sở, ban, ngành dự họp.",
        "UBND phường Trần Hưng Đạo, Chủ tịch UBND xã Nguyễn Huệ chịu trách nhiệm.",
        "Đồng chí Ban Thường vụ phụ trách địa bàn nắm tình hình.",
        "Công ty Hoàng Long, Giám đốc Sở Xây dựng và các bên thống nhất.",
    ],
)
def test_nobody(text: str) -> None:
    assert titles_of(text) == {}


BTV, TV = "Ủy viên Ban Thường vụ Tỉnh ủy", "Tỉnh ủy viên"
CT, PCT, BT, PBT = "Chủ tịch UBND tỉnh", "Phó Chủ tịch UBND tỉnh", "Bí thư Tỉnh ủy", "Phó Bí thư Tỉnh ủy"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # comma, dash in every spacing, no separator, brackets
        ("Đồng chí Lê Văn Đạt, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh chủ trì.", {"Lê Văn Đạt": [PBT, CT]}),
        ("Đồng chí Lê Văn Đạt - Chủ tịch UBND tỉnh chủ trì.", {"Lê Văn Đạt": [CT]}),
        ("Đồng chí Lê Văn Đạt – Chủ tịch UBND tỉnh chủ trì.", {"Lê Văn Đạt": [CT]}),
        ("Đồng chí Lê Văn Đạt- Chủ tịch UBND tỉnh chủ trì.", {"Lê Văn Đạt": [CT]}),
        ("Rah Lan Chung-Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh dự.", {"Rah Lan Chung": [PBT, CT]}),
        ("Ông Lê Văn Đạt (Bí thư Tỉnh ủy) phát biểu.", {"Lê Văn Đạt": [BT]}),
        ("Đồng chí Lê Văn Đạt,Bí thư Tỉnh ủy phát biểu.", {"Lê Văn Đạt": [BT]}),
        # role first, both sides
        ("Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Lê Văn Đạt nêu.", {"Lê Văn Đạt": [BT, CT]}),
        ("Phó Bí thư Tỉnh ủy – Chủ tịch UBND tỉnh Lê Văn Đạt nêu.", {"Lê Văn Đạt": [PBT, CT]}),
        ("Đồng chí Phó Bí thư Thường trực Tỉnh uỷ Bùi Văn Kha phát biểu.", {"Bùi Văn Kha": ["Phó Bí thư Thường trực Tỉnh ủy"]}),
        (
            "Chủ tịch UBND tỉnh Lê Văn Đạt - Chủ tịch Hội đồng TĐKT tỉnh dự.",
            {"Lê Văn Đạt": [CT, "Chủ tịch Hội đồng Thi đua - Khen thưởng tỉnh"]},
        ),
        # lists
        (
            "Dự có các đồng chí: Lê Văn Đạt, Bí thư Tỉnh ủy; Trần Thị Hằng, Tỉnh ủy viên, Phó Chủ tịch UBND tỉnh.",
            {"Lê Văn Đạt": [BT], "Trần Thị Hằng": [TV, PCT]},
        ),
        (
            "Các đồng chí Lê Văn Đạt, Bí thư Tỉnh ủy, Trần Thị Hằng, Phó Chủ tịch UBND tỉnh chủ trì.",
            {"Lê Văn Đạt": [BT], "Trần Thị Hằng": [PCT]},
        ),
        (
            "Lê Văn Đạt, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, Trần Thị Hằng Phó Chủ tịch Thường trực UBND tỉnh, "
            "Bùi Văn Kha Phó Chủ tịch UBND tỉnh đồng chủ trì.",
            {"Lê Văn Đạt": [PBT, CT], "Trần Thị Hằng": ["Phó Chủ tịch Thường trực UBND tỉnh"], "Bùi Văn Kha": [PCT]},
        ),
        (
            "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Lê Văn Đạt; Tỉnh ủy viên, Phó Chủ tịch UBND tỉnh Trần Thị Hằng chủ tọa.",
            {"Lê Văn Đạt": [PBT, CT], "Trần Thị Hằng": [TV, PCT]},
        ),
        (
            "Dự có Phó Chủ tịch UBND tỉnh Trần Thị Hằng, Giám đốc Sở Y tế Bùi Văn Kha.",
            {"Trần Thị Hằng": [PCT], "Bùi Văn Kha": ["Giám đốc Sở Y tế"]},
        ),
        (
            "Dự có đồng chí Trần Thị Hằng, Ủy viên Ban Thường vụ Tỉnh ủy; Phó Chủ tịch UBND tỉnh; Bùi Văn Kha, Tỉnh ủy viên.",
            {"Trần Thị Hằng": [BTV, PCT], "Bùi Văn Kha": [TV]},
        ),
        # one title over a list
        ("Dự có các Phó Chủ tịch UBND tỉnh: Bùi Văn Kha, Trần Thị Hằng.", {"Bùi Văn Kha": [PCT], "Trần Thị Hằng": [PCT]}),
        (
            "Cùng dự có 3 Phó Chủ tịch UBND tỉnh gồm các ông: Lê Văn Đạt, Bùi Văn Kha và Ngô Tân Phú.",
            {"Lê Văn Đạt": [PCT], "Bùi Văn Kha": [PCT], "Ngô Tân Phú": [PCT]},
        ),
        (
            "Dự có các đồng chí Tỉnh ủy viên: Lê Văn Đạt, Giám đốc Sở Y tế; Bùi Văn Kha, Giám đốc Sở Nội vụ.",
            {"Lê Văn Đạt": [TV, "Giám đốc Sở Y tế"], "Bùi Văn Kha": [TV, "Giám đốc Sở Nội vụ"]},
        ),
        (
            "Dự có các Phó Chủ tịch UBND tỉnh: Bùi Văn Kha, Trần Thị Hằng; đồng chí Lê Văn Đạt, Phó Chủ tịch HĐND tỉnh.",
            {"Bùi Văn Kha": [PCT], "Trần Thị Hằng": [PCT], "Lê Văn Đạt": ["Phó Chủ tịch HĐND tỉnh"]},
        ),
        (
            "Dự có các đồng chí trong Ban Thường vụ Tỉnh ủy: Lê Văn Đạt, Phó Chủ tịch UBND tỉnh; "
            "Đại tá Bùi Văn Kha, Giám đốc Công an tỉnh.",
            {"Lê Văn Đạt": [BTV, PCT], "Bùi Văn Kha": [BTV, "Giám đốc Công an tỉnh"]},
        ),
        (
            "Dự có các ông: Lê Văn Đạt - Bí thư Tỉnh ủy; Bùi Văn Kha, Ngô Tân Phú – Phó Chủ tịch UBND tỉnh.",
            {"Lê Văn Đạt": [BT], "Bùi Văn Kha": [PCT], "Ngô Tân Phú": [PCT]},
        ),
        ("Dự có các đ/c: Chúng Thị Chiên, Phó Chủ tịch UBND tỉnh.", {"Chúng Thị Chiên": [PCT]}),
        # what follows the last title is the subject, not a title
        (
            "Dưới sự chủ trì của đồng chí Lê Văn Đạt, Bí thư Tỉnh ủy, UBND tỉnh đã tổ chức hội nghị.",
            {"Lê Văn Đạt": [BT]},
        ),
        # one committee for both
        (
            "Đồng chí Lê Văn Đạt, Ủy viên Ban Thường vụ, Chủ nhiệm UBKT Tỉnh ủy báo cáo.",
            {"Lê Văn Đạt": [BTV, "Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy"]},
        ),
        # abbreviations
        ("Đ/c Lê Văn Đạt, UVBTV Tỉnh ủy, PCT UBND tỉnh dự.", {"Lê Văn Đạt": [BTV, PCT]}),
        ("đ/c Lê Văn Đạt, TUV, GĐ Sở Y tế dự.", {"Lê Văn Đạt": [TV, "Giám đốc Sở Y tế"]}),
        ("đ/c Lê Văn Đạt, PBT TU, CT UBND tỉnh dự.", {"Lê Văn Đạt": [PBT, CT]}),
        ("đ/c Lê Văn Đạt, UVBTV TU, Trưởng Ban TCTU dự.", {"Lê Văn Đạt": [BTV, "Trưởng Ban Tổ chức Tỉnh ủy"]}),
        # ranks, national leaders, district officials, former ones
        ("Đại tá Bùi Văn Kha, Giám đốc Công an tỉnh báo cáo.", {"Bùi Văn Kha": ["Giám đốc Công an tỉnh"]}),
        ("Phó Thủ tướng Trần Hồng Kiên dự.", {"Trần Hồng Kiên": ["Phó Thủ tướng"]}),
        ("Bí thư Huyện ủy Bình Đại Trần Văn Dũng cho biết.", {"Trần Văn Dũng": ["Bí thư Huyện ủy Bình Đại"]}),
        ("Ông Cầm Văn Pốm, Chủ tịch UBND xã Chiềng Cơi cho biết.", {"Cầm Văn Pốm": ["Chủ tịch UBND xã Chiềng Cơi"]}),
        ("Đồng chí Lê Văn Đạt, nguyên Bí thư Tỉnh ủy dự.", {"Lê Văn Đạt": ["Nguyên Bí thư Tỉnh ủy"]}),
        ("Bí thư Quảng Ninh Lê Văn Đạt yêu cầu làm rõ.", {"Lê Văn Đạt": ["Bí thư Quảng Ninh"]}),
        (
            "Đồng chí Mai Văn Hải, Phó Trưởng đoàn phụ trách Đoàn ĐBQH tỉnh chủ trì.",
            {"Mai Văn Hải": ["Phó Trưởng đoàn phụ trách Đoàn ĐBQH tỉnh"]},
        ),
        # on another's behalf
        (
            "Thừa ủy quyền của Chủ tịch UBND tỉnh, Giám đốc Sở Tài chính Lê Văn Đạt trình bày tờ trình.",
            {"Lê Văn Đạt": ["Giám đốc Sở Tài chính"]},
        ),
        ("Thay mặt Chủ tịch UBND tỉnh, đồng chí Lê Văn Đạt, Giám đốc Sở Y tế nêu.", {"Lê Văn Đạt": ["Giám đốc Sở Y tế"]}),
        # election
        (
            "HĐND tỉnh bầu đồng chí Lê Văn Đạt, Giám đốc Sở Y tế giữ chức Phó Chủ tịch UBND tỉnh.",
            {"Lê Văn Đạt": ["Giám đốc Sở Y tế", PCT]},
        ),
        # names of every people
        ("Ông Y Khắc Niê Kđăm, Phó Bí thư Tỉnh ủy dự.", {"Y Khắc Niê Kđăm": [PBT]}),
        ("bà H'Luăn Êban, Phó Chủ tịch UBND tỉnh dự.", {"H'Luăn Êban": [PCT]}),
        ("bà Ksor H’Nga - Phó Chủ tịch UBND tỉnh dự.", {"Ksor H’Nga": [PCT]}),
        ("đồng chí Tráng A Lử, Phó Bí thư Tỉnh ủy dự.", {"Tráng A Lử": [PBT]}),
        ("ông Nguyễn Tự Công Hoàng, Phó Chủ tịch UBND tỉnh dự.", {"Nguyễn Tự Công Hoàng": [PCT]}),
        ("Phó Chủ tịch UBND tỉnh Thái Bảo dự.", {"Thái Bảo": [PCT]}),
        ("ông K'Mák, Phó Chủ tịch UBND tỉnh, và bà Ka Nhim Hoa, Tỉnh ủy viên dự.", {"K'Mák": [PCT], "Ka Nhim Hoa": [TV]}),
        ("ông Nay Y Phú, Phó Chủ tịch UBND tỉnh dự.", {"Nay Y Phú": [PCT]}),
        # a name without any title is an official only as a comrade
        ("Đồng chí Lê Văn Đạt phát biểu. Ông Ngô Văn Bé hỏi về giá đất.", {"Lê Văn Đạt": []}),
    ],
)  # fmt: skip
def test_titles_beside_names(text: str, expected: dict[str, list[str]]) -> None:
    assert titles_of(LEAD + text) == expected


def test_nbsp_and_lost_spaces() -> None:
    assert titles_of(LEAD + "Đồng chí\u00a0Lê Văn Đạt, Bí thư\u00a0Tỉnh ủy dự.") == {"Lê Văn Đạt": [BT]}


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("Đồng chí Lê Văn Đạt, Bí thư Tỉnh ủy dự. Theo Lê Văn Đạt, cần làm ngay. Lê Văn Đạt nói.", "Lê Văn Đạt", 3),
        ("Bí thư Tỉnh ủy Lê Văn Đạt dự. Thi công đường Lê Văn Đạt.", "Lê Văn Đạt", 1),
        ("Bí thư Tỉnh ủy Lê Văn Đạt dự. Đồng chí Lê Văn Đạt Hải, Giám đốc Sở Y tế nêu.", "Lê Văn Đạt", 1),
        ("Bí thư Tỉnh ủy Nguyễn Thị Thuý Hoà dự. Đồng chí Nguyễn Thị Thúy Hòa nêu.", "Nguyễn Thị Thuý Hoà", 2),
        ("Giám đốc Sở Y tế Cao Văng Trọng dự. Giám đốc Sở Y tế Cao Văn Trọng nêu. Cao Văn Trọng nói.", "Cao Văn Trọng", 3),
        ("Phó Chủ tịch UBND tỉnh Huỳnh Thị Thúy Vân dự. Phó Chủ tịch UBND tỉnh Huỳnh Thúy Vân nêu.", "Huỳnh Thị Thúy Vân", 2),
    ],
)  # fmt: skip
def test_mentions(text: str, name: str, count: int) -> None:
    people = find_people(Document("t", settle(LEAD + text)))
    assert [mention.name for mention in people.mentions].count(name) == count


def test_two_people_of_one_surname_stay_two() -> None:
    text = "Ông Lê Văn Đạt, Bí thư Tỉnh ủy và ông Lê Văn Đạo, Giám đốc Sở Y tế dự."
    assert set(titles_of(LEAD + text)) == {"Lê Văn Đạt", "Lê Văn Đạo"}


def test_headlines_of_other_articles_name_nobody() -> None:
    text = LEAD + "Phiên họp kết thúc cùng ngày.\n\nTin liên quan\n\nBí thư Tỉnh ủy Lê Văn Đạt thăm nông dân\n"
    assert titles_of(text) == {}


@pytest.mark.parametrize(
    ("title", "holder"),
    [
        ("Chủ tịch UBND tỉnh", "Lê Văn Đạt"),
        ("Chủ tịch UBND tỉnh Phú Yên", "Lê Văn Đạt"),
        ("chủ tịch UBND tỉnh", "Lê Văn Đạt"),
        ("Phó Bí thư Tỉnh ủy", "Lê Văn Đạt"),
        ("Phó Chủ tịch HĐND tỉnh", "Ngô Tân Phú"),
        ("Bộ trưởng", "Đỗ Văn Sơn"),
        ("Phó Chủ tịch UBND tỉnh", None),
        ("Bí thư Tỉnh ủy", None),
        ("Chủ tịch UBND các xã", None),
        ("Chủ tịch HĐND tỉnh", None),
    ],
)
def test_holder(title: str, holder: str | None) -> None:
    text = LEAD + (
        "Đồng chí Lê Văn Đạt, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh chủ trì. Dự có các Phó Chủ tịch UBND tỉnh: Bùi Văn Kha, "
        "Trần Thị Hằng; đồng chí Ngô Tân Phú, Phó Chủ tịch Thường trực HĐND tỉnh; đồng chí Đỗ Văn Sơn, Bộ trưởng Bộ Y tế; "
        "đồng chí Hoàng Văn Tứ, nguyên Chủ tịch HĐND tỉnh."
    )
    assert find_people(Document("t", settle(text))).holder(title) == holder


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chủ tịch HĐND tỉnh Bùi Văn Kha; các Phó Chủ tịch HĐND tỉnh Lê Văn Đạt, Trần Thị Hằng đồng chủ trì phiên họp.", {"Bùi Văn Kha": ["Chủ tịch HĐND tỉnh"], "Lê Văn Đạt": ["Phó Chủ tịch HĐND tỉnh"], "Trần Thị Hằng": ["Phó Chủ tịch HĐND tỉnh"]}),
        ("Các Phó Chủ tịch UBND tỉnh Lê Văn Đạt, Trần Thị Hằng và Bùi Văn Kha dự.", {"Bùi Văn Kha": ["Phó Chủ tịch UBND tỉnh"], "Lê Văn Đạt": ["Phó Chủ tịch UBND tỉnh"], "Trần Thị Hằng": ["Phó Chủ tịch UBND tỉnh"]}),
        ("Phó Chủ tịch UBND tỉnh A Pớt chủ trì phiên họp. Ông Y Ngọc, Phó Chủ tịch HĐND tỉnh dự.", {"A Pớt": ["Phó Chủ tịch UBND tỉnh"], "Y Ngọc": ["Phó Chủ tịch HĐND tỉnh"]}),
        ("Dự có ông K'Mák, Phó Chủ tịch UBND tỉnh; bà Ka Nhim Hoa, Tỉnh ủy viên.", {"K'Mák": ["Phó Chủ tịch UBND tỉnh"], "Ka Nhim Hoa": ["Tỉnh ủy viên"]}),
        ("Phó Chủ tịch HĐND tỉnh K’Duẩn nêu.", {"K’Duẩn": ["Phó Chủ tịch HĐND tỉnh"]}),
        ("Ông Lê Văn Đạt, Phó Chủ tịch UBND tỉnh, Trưởng Ban Chỉ đạo và ông Trần Thị Hằng, Giám đốc Sở Y tế, Phó Trưởng Ban Chỉ đạo đồng chủ trì.", {"Lê Văn Đạt": ["Phó Chủ tịch UBND tỉnh", "Trưởng Ban Chỉ đạo"], "Trần Thị Hằng": ["Giám đốc Sở Y tế", "Phó Trưởng Ban Chỉ đạo"]}),
        ("Ông Lê Văn Đạt, Trưởng Ban Chỉ đạo và các thành viên dự.", {"Lê Văn Đạt": ["Trưởng Ban Chỉ đạo"]}),
        ("Ông Lê Văn Đạt, Trưởng Ban Chỉ đạo cùng lãnh đạo các sở dự.", {"Lê Văn Đạt": ["Trưởng Ban Chỉ đạo"]}),
        ("Đồng chí LÊ VĂN ĐẠT, Chủ tịch UBND tỉnh chủ trì. Đồng chí Lê Văn Đạt nêu.", {"Lê Văn Đạt": ["Chủ tịch UBND tỉnh"]}),
        ("Tham dự có các Ủy viên Ban Thường vụ Tỉnh ủy Hoàng Xuân Khoa, Đàm Thị Loan, Triệu Đức Long và lãnh đạo các ban Đảng.", {"Hoàng Xuân Khoa": ["Ủy viên Ban Thường vụ Tỉnh ủy"], "Đàm Thị Loan": ["Ủy viên Ban Thường vụ Tỉnh ủy"], "Triệu Đức Long": ["Ủy viên Ban Thường vụ Tỉnh ủy"]}),
        ("Giám đốc Sở Dân tộc và Tôn giáo A Jring báo cáo tình hình.", {"A Jring": ["Giám đốc Sở Dân tộc và Tôn giáo"]}),
        ("Cùng dự có đồng chí Y Thông, Phó Chủ tịch HĐND tỉnh; đồng chí U Hồng, Trưởng Ban Dân vận Tỉnh ủy.", {"Y Thông": ["Phó Chủ tịch HĐND tỉnh"], "U Hồng": ["Trưởng Ban Dân vận Tỉnh ủy"]}),
        ("Đồng chí K’Brếp - Trưởng Ban Dân tộc HĐND tỉnh và đồng chí Cil Bri - Phó Chủ tịch HĐND tỉnh dự.", {"K’Brếp": ["Trưởng Ban Dân tộc HĐND tỉnh"], "Cil Bri": ["Phó Chủ tịch HĐND tỉnh"]}),
        ("Chủ tịch UBND huyện Đức Cơ cùng Chủ tịch UBND huyện K'Bang chịu trách nhiệm.", {}),
        ("Ông Hà Đăng Khôi, Phó Chủ tịch UBND tỉnh, Phó Trưởng Ban Thường trực Ban Chỉ đạo phòng, chống khai thác IUU và Đại tá Lưu Bá Thông, Chỉ huy trưởng Bộ đội Biên phòng tỉnh chủ trì.", {"Hà Đăng Khôi": ["Phó Chủ tịch UBND tỉnh", "Phó Trưởng Ban Thường trực Ban Chỉ đạo phòng, chống khai thác IUU"], "Lưu Bá Thông": ["Chỉ huy trưởng Bộ đội Biên phòng tỉnh"]}),
        ("Bà Đinh Thị Mơ, Trưởng Tiểu ban Nội dung cùng đại diện các cơ quan báo chí dự.", {"Đinh Thị Mơ": ["Trưởng Tiểu ban Nội dung"]}),
        ("Đồng chí TRẦN QUỐC HƯNG, Bí thư Tỉnh ủy phát biểu. Đồng chí Trần Quốc Hưng nêu rõ.", {"Trần Quốc Hưng": ["Bí thư Tỉnh ủy"]}),
        ("Ông NÔNG ĐỨC THẠCH - Giám đốc Sở Công Thương trình bày báo cáo.", {"NÔNG ĐỨC THẠCH": ["Giám đốc Sở Công Thương"]}),
        ("Thượng tá Y Sơn Byă, Phó Giám đốc Công an tỉnh và các chiến sĩ dự. Bà H'Kim Hoa Byă, Ủy viên Ban Thường vụ, Trưởng Ban Tuyên giáo Tỉnh ủy dự.", {"Y Sơn Byă": ["Phó Giám đốc Công an tỉnh"], "H'Kim Hoa Byă": ["Ủy viên Ban Thường vụ Tỉnh ủy", "Trưởng Ban Tuyên giáo Tỉnh ủy"]}),
        ("Phó Chủ tịch UBND tỉnh Kiên Giang Lâm Minh Đức và Chủ tịch UBND thành phố Rạch Giá Danh Thị Út nêu.", {"Lâm Minh Đức": ["Phó Chủ tịch UBND tỉnh"], "Danh Thị Út": ["Chủ tịch UBND thành phố Rạch Giá"]}),
        ("Ông Sầm Văn Tú, Tổ trưởng Tổ công tác cải cách hành chính tỉnh và bà Mông Thị Hạnh, Tổ phó dự.", {"Sầm Văn Tú": ["Tổ trưởng Tổ công tác cải cách hành chính tỉnh"], "Mông Thị Hạnh": ["Tổ phó"]}),
        ("Đồng chí Lù Seo Páo - Trưởng Ban Chỉ đạo 138 tỉnh cùng các đồng chí Phó Trưởng Ban dự.", {"Lù Seo Páo": ["Trưởng Ban Chỉ đạo 138 tỉnh"]}),
        ("PHÓ CHỦ TỊCH UBND TỈNH dự. Các ông NGÔ ĐÌNH LÂM, Giám đốc Sở Y tế; Đại tá VÕ VĂN CẢ, Giám đốc Công an tỉnh phát biểu.", {"NGÔ ĐÌNH LÂM": ["Giám đốc Sở Y tế"], "VÕ VĂN CẢ": ["Giám đốc Công an tỉnh"]}),
        ("Công ty TNHH NGÔ ĐÌNH, Sở Y tế và UBND TP HUẾ, Giám đốc Sở Xây dựng dự.", {}),
        ("Ông Vàng A Chớ, nguyên Phó Chủ tịch HĐND tỉnh khóa XIV, hiện là Trưởng Ban đại diện Hội Người cao tuổi tỉnh dự.", {"Vàng A Chớ": ["Nguyên Phó Chủ tịch HĐND tỉnh", "Trưởng Ban đại diện Hội Người cao tuổi tỉnh"]}),
        ("Quyền Chủ tịch UBND tỉnh Lường Văn Xuân chủ trì; dự có tân Phó Chủ tịch UBND tỉnh Sùng Thị Pà.", {"Lường Văn Xuân": ["Quyền Chủ tịch UBND tỉnh"], "Sùng Thị Pà": ["Phó Chủ tịch UBND tỉnh"]}),
        ("Dự có PGS.TS Lường Văn Xuân, Hiệu trưởng Trường Đại học Tây Bắc và Ths. Sùng Thị Pà, Giám đốc Sở Khoa học và Công nghệ.", {"Lường Văn Xuân": ["Hiệu trưởng Trường Đại học Tây Bắc"], "Sùng Thị Pà": ["Giám đốc Sở Khoa học và Công nghệ"]}),
        ("Chánh Văn phòng UBND tỉnh kiêm Người phát ngôn Lường Văn Xuân thông tin. Chánh Thanh tra tỉnh Vàng A Chớ nêu.", {"Vàng A Chớ": ["Chánh Thanh tra tỉnh"], "Lường Văn Xuân": ["Chánh Văn phòng UBND tỉnh", "Người phát ngôn"]}),
        ("Đ/c Lường Văn Xuân-UVBTV, Trưởng ban Tuyên giáo Tỉnh ủy; đ/c Vàng A Chớ-TUV, Bí thư Thành ủy Sơn La dự.", {"Lường Văn Xuân": ["Ủy viên Ban Thường vụ Tỉnh ủy", "Trưởng ban Tuyên giáo Tỉnh ủy"], "Vàng A Chớ": ["Tỉnh ủy viên", "Bí thư Thành ủy Sơn La"]}),
        ("Phó Chủ tịch UBND tỉnh Lường Văn Xuân đi thị sát đường Nguyễn Lương Bằng, chợ Noong Đúc, phường Chiềng Lề.", {"Lường Văn Xuân": ["Phó Chủ tịch UBND tỉnh"]}),
        ("Bí thư Đảng ủy xã Mường Bú Quàng Văn Sơn, Chủ tịch UBND xã Chiềng Mai Hoàng Thị Lả cùng nêu kiến nghị.", {"Quàng Văn Sơn": ["Bí thư Đảng ủy xã Mường Bú"], "Hoàng Thị Lả": ["Chủ tịch UBND xã Chiềng Mai"]}),
        ("Giám đốc Sở Y tế K' Sinh và Giám đốc Sở Nội vụ K'Điệp dự.", {"K' Sinh": ["Giám đốc Sở Y tế"], "K'Điệp": ["Giám đốc Sở Nội vụ"]}),
        ("Ông K’ Têh, Phó Chủ tịch HĐND tỉnh chủ trì. Bà H' Ngọc Êban, Giám đốc Sở Y tế dự.", {"K’ Têh": ["Phó Chủ tịch HĐND tỉnh"], "H' Ngọc Êban": ["Giám đốc Sở Y tế"]}),
        ("Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy K'Tam nêu. Chủ tịch UBND tỉnh Lâm Đồng K'Mák dự. Trưởng Ban Dân vận Tỉnh ủy H'Lan Niê dự.", {"K'Tam": ["Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy"], "K'Mák": ["Chủ tịch UBND tỉnh"], "H'Lan Niê": ["Trưởng Ban Dân vận Tỉnh ủy"]}),
        ("Bí thư Thành ủy H'Lan Niê dự. Bí thư Huyện ủy Đam Rông Lê Văn Đạt dự.", {"H'Lan Niê": ["Bí thư Thành ủy"], "Lê Văn Đạt": ["Bí thư Huyện ủy Đam Rông"]}),
        # a comma between the title and a rank or degree; between title and "ông" only where the sentence opens so
        ("Phó Trưởng Đoàn ĐBQH tỉnh, luật sư Trần Thị Hằng và ông Lê Văn Đạt, Phó Chủ tịch HĐND tỉnh chủ trì.", {"Trần Thị Hằng": ["Phó Trưởng Đoàn ĐBQH tỉnh"], "Lê Văn Đạt": ["Phó Chủ tịch HĐND tỉnh"]}),
        ("Dự có Giám đốc Công an tỉnh, Thiếu tướng Lê Văn Đạt; Hiệu trưởng Trường Đại học Tây Bắc, PGS.TS Sùng Thị Pà.", {"Lê Văn Đạt": ["Giám đốc Công an tỉnh"], "Sùng Thị Pà": ["Hiệu trưởng Trường Đại học Tây Bắc"]}),
        ("Dự có Bí thư Tỉnh ủy, Đại tá Lê Văn Đạt, Giám đốc Công an tỉnh.", {"Lê Văn Đạt": ["Giám đốc Công an tỉnh"]}),
        ("Dự có Bí thư Tỉnh ủy, ông Lê Văn Đạt, Giám đốc Sở Y tế. Theo Chủ tịch UBND tỉnh, ông Bùi Văn Kha chưa làm tròn việc.", {"Lê Văn Đạt": ["Giám đốc Sở Y tế"]}),
        # another name of the body in brackets
        ("Tổng Giám đốc Công ty Xe khách Đông Hà (DHB) Lê Văn Đạt và Giám đốc Ban Quản lý dự án (PMU) Bùi Văn Kha dự.", {"Lê Văn Đạt": ["Tổng Giám đốc Công ty Xe khách Đông Hà"], "Bùi Văn Kha": ["Giám đốc Ban Quản lý dự án"]}),
        ("Dự có Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh - Đại tá Lê Văn Đạt.", {"Lê Văn Đạt": ["Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh"]}),
        # a title over a list whose members are divided by commas ends at the semicolon
        ("Dự có các Phó Trưởng Ban Chỉ đạo: Lê Văn Đạt - Giám đốc Sở Y tế, Trần Thị Hằng - Giám đốc Sở Nội vụ; Đại tá Bùi Văn Kha - Phó Giám đốc Công an tỉnh.", {"Lê Văn Đạt": ["Phó Trưởng Ban Chỉ đạo", "Giám đốc Sở Y tế"], "Trần Thị Hằng": ["Phó Trưởng Ban Chỉ đạo", "Giám đốc Sở Nội vụ"], "Bùi Văn Kha": ["Phó Giám đốc Công an tỉnh"]}),
        # the province behind an agency's name, as national papers print it
        ("Phó Giám đốc Sở Y tế Hà Nội Lê Văn Đạt và Giám đốc Sở Xây dựng Nghệ An Bùi Văn Kha dự.", {"Lê Văn Đạt": ["Phó Giám đốc Sở Y tế"], "Bùi Văn Kha": ["Giám đốc Sở Xây dựng"]}),
        ("Giám đốc Sở Tài chính Bình Dương Lê Văn Đạt, Giám đốc Công an Thái Bình Trần Thị Hằng nêu ý kiến.", {"Lê Văn Đạt": ["Giám đốc Sở Tài chính"], "Trần Thị Hằng": ["Giám đốc Công an"]}),
        ("Giám đốc Sở Y tế Hà Giang Sơn và Phó Giám đốc Sở Nội vụ Hà Nam Trung dự.", {"Hà Giang Sơn": ["Giám đốc Sở Y tế"], "Hà Nam Trung": ["Phó Giám đốc Sở Nội vụ"]}),
        # whose case is heard
        ("Đối với gia đình bà Trần Thị Hằng, Chủ tịch UBND tỉnh giao Sở Y tế xem xét. Về đơn của ông Bùi Văn Kha, Chánh Thanh tra tỉnh đề nghị trả lại.", {}),
        ("Đối với ông Lê Văn Đạt, Giám đốc Sở Y tế yêu cầu làm lại hồ sơ.", {}),
        ("Đối với đồng chí Lê Văn Đạt, Giám đốc Sở Y tế, hội nghị thống nhất.", {"Lê Văn Đạt": ["Giám đốc Sở Y tế"]}),
        ("Trưởng Ban Chỉ đạo xây dựng nông thôn mới tỉnh Lê Văn Đạt chủ trì; Chủ tịch Hội Doanh nhân trẻ tỉnh Bùi Văn Kha nêu.", {"Lê Văn Đạt": ["Trưởng Ban Chỉ đạo xây dựng nông thôn mới tỉnh"], "Bùi Văn Kha": ["Chủ tịch Hội Doanh nhân trẻ tỉnh"]}),
    ],
)  # fmt: skip
def test_rare_names_and_where_titles_end(text: str, expected: dict[str, list[str]]) -> None:
    assert titles_of(LEAD + text) == expected


@pytest.mark.parametrize(
    ("given", "address", "name"),
    [
        ("Kha", "ông", "Bùi Văn Kha"),
        ("Hằng", "bà", "Trần Thị Hằng"),
        ("Hằng", "ông", None),
        ("Đạt", "ông", None),
        ("An", "", None),
    ],
)
def test_called_by_given_name(given: str, address: str, name: str | None) -> None:
    text = LEAD + (
        "Dự có các ông: Lê Văn Đạt, Bí thư Tỉnh ủy; Ngô Tấn Đạt, Giám đốc Sở Y tế; Bùi Văn Kha, Chủ tịch UBND tỉnh; "
        "bà Trần Thị Hằng, Phó Chủ tịch UBND tỉnh."
    )
    assert find_people(Document("t", settle(text))).called(given, address) == name


def test_capitals_are_the_same_name() -> None:
    text = LEAD + "Đồng chí Lê Văn Đạt, Bí thư Tỉnh ủy dự.\n\nĐỒNG CHÍ LÊ VĂN ĐẠT PHÁT BIỂU TẠI PHIÊN HỌP"
    people = find_people(Document("t", settle(text)))
    assert [mention.name for mention in people.mentions] == ["Lê Văn Đạt"] * 2
