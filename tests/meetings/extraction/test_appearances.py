"""What somebody did: by name, by the one office named, in every order of verb and person."""

from __future__ import annotations

import pytest

from meetings.extraction.appearances import find_appearances
from meetings.extraction.document import Document, settle
from meetings.extraction.people import find_people

LEAD = "Sáng 5/3, UBND tỉnh tổ chức phiên họp thường kỳ tháng 2/2024 với nhiều nội dung quan trọng của quý I. "
A, B = "Lê Văn Đạt", "Trần Thị Hằng"


def acts(text: str) -> dict[str, set[str]]:
    document = Document("t", settle(LEAD + text))
    found: dict[str, set[str]] = {}
    for fact in find_appearances(document, find_people(document)):
        found.setdefault(fact.official or f"<{fact.title}>", set()).add(fact.act)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch UBND các xã báo cáo kết quả trước ngày 10.",
        "Các Phó Chủ tịch UBND tỉnh phát biểu.",
        "Kế hoạch Thủ tướng Chính phủ giao đạt 48,7%.",
        "Theo đề nghị của Giám đốc Sở Y tế, nội dung được thông qua.",
        "Phiên họp giao Giám đốc Sở Y tế báo cáo kết quả trước ngày 10/4.",
        "Báo cáo kinh tế - xã hội nêu rõ kết quả.",
        "Các đại biểu thảo luận sôi nổi, cho ý kiến vào dự thảo.",
        "Lãnh đạo các sở, ngành cùng dự.",
        "Trách nhiệm của Chủ tịch UBND tỉnh được nêu rõ.",
    ],
)
def test_nobody_did_anything(text: str) -> None:
    assert acts(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # after the person
        (f"Đồng chí {A}, Bí thư Tỉnh ủy chủ trì phiên họp.", {A: {"chairs"}}),
        (f"Đồng chí {A}, Bí thư Tỉnh ủy, chủ trì phiên họp.", {A: {"chairs"}}),
        (f"Ông {A} - Chủ tịch UBND tỉnh và bà {B} - Phó Chủ tịch UBND tỉnh đồng chủ trì.", {A: {"chairs"}, B: {"chairs"}}),
        (f"Các đồng chí: {A}, Bí thư Tỉnh ủy; {B}, Phó Chủ tịch HĐND tỉnh chủ tọa kỳ họp.", {A: {"chairs"}, B: {"chairs"}}),
        (f"Các đồng chí: {A}, Bí thư Tỉnh ủy; {B}, Phó Chủ tịch HĐND tỉnh cùng dự.", {A: {"attends"}, B: {"attends"}}),
        (f"Bí thư Tỉnh ủy {A}, Phó Chủ tịch UBND tỉnh {B}, lãnh đạo các sở cùng dự phiên họp.", {A: {"attends"}, B: {"attends"}}),
        (f"Đồng chí {A}, Bí thư Tỉnh ủy dự và phát biểu chỉ đạo.", {A: {"attends", "speaks"}}),
        (f"Đồng chí {A}, Bí thư Tỉnh ủy dự, chỉ đạo phiên họp.", {A: {"attends", "speaks"}}),
        (f"Đồng chí {A}, Bí thư Tỉnh ủy chủ trì và phát biểu kết luận phiên họp.", {A: {"chairs", "concludes"}}),
        (f"Đồng chí {A}, Bí thư Tỉnh ủy chủ trì phiên họp để nghe, cho ý kiến vào dự thảo.", {A: {"chairs"}}),
        (f"Đồng chí {A}, Giám đốc Sở Y tế thay mặt ban soạn thảo trình bày tờ trình.", {A: {"reports"}}),
        (f"Đồng chí {A}, Giám đốc Sở Y tế đã trình bày báo cáo.", {A: {"reports"}}),
        (f"Đồng chí {A}, Giám đốc Sở Y tế báo cáo kết quả, kiến nghị bổ sung biên chế.", {A: {"reports"}}),
        (f"Đồng chí {A}, Giám đốc Sở Y tế trả lời chất vấn về thuốc.", {A: {"speaks"}}),
        (f"Đồng chí {A}, Chủ tịch UBND huyện Tuy An cam kết hoàn thành.", {A: {"speaks"}}),
        (f"Chủ tịch UBND tỉnh {A} kết luận. Ảnh: Minh Châu", {A: {"concludes"}}),
        # before the person
        (f"Kết luận phiên họp, Chủ tịch UBND tỉnh {A} yêu cầu các sở khẩn trương.", {A: {"concludes"}}),
        (f"Phát biểu kết luận, phân tích những kết quả về thu ngân sách, đồng chí {A} đánh giá cao.", {A: {"concludes"}}),
        (f"Phát biểu bế mạc, đồng chí {A}, Chủ tịch HĐND tỉnh khẳng định.", {A: {"speaks"}}),
        (f"Báo cáo tại phiên họp, bà {B} - Giám đốc Sở Tài chính cho biết: thu đạt khá.", {B: {"reports"}}),
        (f"Thảo luận tại phiên họp, ông {A} - Giám đốc Sở Y tế nêu; bà {B} - Trưởng Thuế tỉnh cho rằng.", {A: {"speaks"}, B: {"speaks"}}),
        (f"Trước đó, phát biểu gợi mở, Phó Chủ tịch UBND tỉnh {B} lưu ý ngành Nội vụ.", {B: {"speaks"}}),
        (f"Theo báo cáo do đồng chí {A}, Giám đốc Sở Y tế trình bày, tỷ lệ đạt 90%.", {A: {"reports"}}),
        (f"Chủ trì phiên họp có đồng chí {A}, Chủ tịch UBND tỉnh.", {A: {"chairs"}}),
        # lists after the verb
        (f"Tham dự phiên họp có các đồng chí: {A} - Bí thư Tỉnh ủy; {B} - Phó Chủ tịch UBND tỉnh.", {A: {"attends"}, B: {"attends"}}),
        (f"Dự có đồng chí {A}, Bí thư Tỉnh ủy; lãnh đạo các sở; bà {B}, Chủ tịch UBND huyện Tuy An.", {A: {"attends"}, B: {"attends"}}),
        (f"Dự tại điểm cầu Bộ Y tế có đồng chí {A}, Bộ trưởng Bộ Y tế.", {A: {"attends"}}),
        (
            f"Dự phiên họp có các đồng chí trong Ban Thường vụ Tỉnh ủy: {A}, Phó Chủ tịch UBND tỉnh; Đại tá {B}, Giám đốc Công an tỉnh.",
            {A: {"attends"}, B: {"attends"}},
        ),
        (f"Về phía tỉnh có các đồng chí: {A}, Bí thư Tỉnh ủy; {B}, Phó Chủ tịch UBND tỉnh.", {A: {"attends"}, B: {"attends"}}),
        (f"Cùng chủ trì có các ông: {A}, Phó Chủ tịch UBND tỉnh; {B}, Tỉnh ủy viên.", {A: {"chairs"}, B: {"chairs"}}),
        # "sự … của"
        (f"Dưới sự chủ trì của đồng chí {A}, Bí thư Tỉnh ủy, Thường trực Tỉnh ủy đã họp.", {A: {"chairs"}}),
        (f"Phiên họp có sự tham dự của đồng chí {A}, Bí thư Tỉnh ủy.", {A: {"attends"}}),
        # on another's behalf, and what others are told to do
        (f"Thừa ủy quyền của Chủ tịch UBND tỉnh, Giám đốc Sở Tài chính {A} trình bày tờ trình.", {A: {"reports"}}),
        (f"Thay mặt Chủ tịch UBND tỉnh, đồng chí {A}, Giám đốc Sở Y tế báo cáo kết quả.", {A: {"reports"}}),
        (f"Bí thư Tỉnh ủy {A} yêu cầu Sở Y tế, Giám đốc Sở Nội vụ {B} báo cáo trước ngày 5/4.", {A: {"speaks"}}),
        (f"Đồng chí {A}, Bí thư Tỉnh ủy cùng các đồng chí {B}, Phó Chủ tịch UBND tỉnh dự phiên họp.", {A: {"attends"}, B: {"attends"}}),
        # by office, resolved or alone
        (f"Đồng chí {A}, Bí thư Tỉnh ủy chủ trì. Đồng chí Bí thư Tỉnh ủy phát biểu tại phiên họp.", {A: {"chairs", "speaks"}}),
        ("Đồng chí Bí thư Tỉnh ủy đề nghị các cấp ủy tập trung.", {"<Bí thư Tỉnh ủy>": {"speaks"}}),
        ("Phát biểu kết luận phiên họp, đồng chí Chủ tịch UBND tỉnh yêu cầu.", {"<Chủ tịch UBND tỉnh>": {"concludes"}}),
        # what he orders is no act beside reporting or concluding; what others are told is none of theirs
        (f"Chủ tịch UBND tỉnh {A} kết luận phiên họp. Chủ tịch UBND tỉnh giao Phó Chủ tịch UBND tỉnh {B} trực tiếp kiểm tra.", {A: {"concludes"}}),
        (f"Bí thư Tỉnh ủy {A} yêu cầu đồng chí {B}, Giám đốc Sở Y tế báo cáo trước ngày 10/4.", {A: {"speaks"}}),
        (f"HĐND tỉnh bầu đồng chí {A}, Giám đốc Sở Y tế giữ chức Phó Chủ tịch UBND tỉnh.", {}),
    ],
)  # fmt: skip
def test_acts(text: str, expected: dict[str, set[str]]) -> None:
    assert acts(text) == expected


def test_each_act_once_where_it_is_first_told() -> None:
    text = LEAD + f"Đồng chí {A}, Bí thư Tỉnh ủy chủ trì. Bí thư Tỉnh ủy {A} chủ trì phiên họp."
    document = Document("t", settle(text))
    found = find_appearances(document, find_people(document))
    assert [(fact.act, fact.span.start) for fact in found] == [("chairs", text.index("chủ trì"))]
