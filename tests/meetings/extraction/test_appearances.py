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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Các Phó Chủ tịch HĐND tỉnh Lê Văn Đạt, Trần Thị Hằng đồng chủ trì.", {"Lê Văn Đạt": {"chairs"}, "Trần Thị Hằng": {"chairs"}}),
        ("Chủ tịch HĐND tỉnh Bùi Văn Kha; các Phó Chủ tịch HĐND tỉnh Lê Văn Đạt, Trần Thị Hằng đồng chủ trì phiên họp.", {"Lê Văn Đạt": {"chairs"}, "Trần Thị Hằng": {"chairs"}, "Bùi Văn Kha": {"chairs"}}),
        ("Đồng chí Bùi Văn Kha, Chủ tịch HĐND tỉnh và các Phó Chủ tịch HĐND tỉnh Lê Văn Đạt, Trần Thị Hằng chủ trì phiên họp.", {"Lê Văn Đạt": {"chairs"}, "Trần Thị Hằng": {"chairs"}, "Bùi Văn Kha": {"chairs"}}),
        ("Chủ tịch UBND tỉnh Bùi Văn Kha, cùng các Phó Chủ tịch: Lê Văn Đạt, Trần Thị Hằng, Ngô Tân Phú chủ trì phiên họp.", {"Lê Văn Đạt": {"chairs"}, "Trần Thị Hằng": {"chairs"}, "Bùi Văn Kha": {"chairs"}, "Ngô Tân Phú": {"chairs"}}),
        ("Sau khi nghe phát biểu kết luận của đồng chí Bùi Văn Kha, Chủ tịch UBND tỉnh, phiên họp bế mạc.", {"Bùi Văn Kha": {"concludes"}}),
        ("Phiên họp đã nghe phát biểu khai mạc của Bí thư Tỉnh ủy Bùi Văn Kha.", {"Bùi Văn Kha": {"speaks"}}),
        ("Phó Chủ tịch UBND tỉnh A Pớt chủ trì phiên họp.", {"A Pớt": {"chairs"}}),
        ("Đồng chí Lê Minh Tuấn, Chủ tịch UBND tỉnh chủ trì. Ông Tuấn phát biểu tại phiên họp.", {"Lê Minh Tuấn": {"chairs", "speaks"}}),
        ("Đồng chí Lê Minh Tuấn, Chủ tịch UBND tỉnh chủ trì. Đồng chí Trần Anh Tuấn, Giám đốc Sở Y tế dự. Ông Tuấn phát biểu tại phiên họp.", {"Lê Minh Tuấn": {"chairs"}, "Trần Anh Tuấn": {"attends"}}),
        ("Sau đó, đại biểu Lê Văn Đạt truy vấn về rừng. Ông Lê Văn Đạt giải thích thêm.", {"Lê Văn Đạt": {"speaks"}}),
        ("Chủ tịch UBND thị xã Lê Văn Đạt nhận khuyết điểm trong quản lý.", {"Lê Văn Đạt": {"speaks"}}),
        ("Chỉ huy trưởng Bộ đội Biên phòng tỉnh Lê Văn Đạt cùng các thành viên Ban Chỉ đạo tham dự tại điểm cầu tỉnh.", {"Lê Văn Đạt": {"attends"}}),
        ("Phó Bí thư Thường trực Tỉnh ủy Lò Văn Muôn; các Phó Chủ tịch UBND tỉnh Cà Thị Mai, Quàng Văn Hương đồng chủ trì hội nghị.", {"Lò Văn Muôn": {"chairs"}, "Cà Thị Mai": {"chairs"}, "Quàng Văn Hương": {"chairs"}}),
        ("Chủ trì phiên họp có đồng chí Hứa Văn Bình, Chủ tịch HĐND tỉnh và hai Phó Chủ tịch HĐND tỉnh Nông Thị Thơm, Lộc Văn Khôi.", {"Hứa Văn Bình": {"chairs"}, "Nông Thị Thơm": {"chairs"}, "Lộc Văn Khôi": {"chairs"}}),
        ("Ông Đoàn Minh Khải, Chủ tịch UBND tỉnh, cùng các Phó Chủ tịch UBND tỉnh gồm Trịnh Thị Nhàn, Mạc Đình Toàn điều hành phiên họp.", {"Đoàn Minh Khải": {"chairs"}, "Trịnh Thị Nhàn": {"chairs"}, "Mạc Đình Toàn": {"chairs"}}),
        ("Các đại biểu lắng nghe phát biểu chỉ đạo của đồng chí Phùng Khắc Vinh, Bí thư Tỉnh ủy.", {"Phùng Khắc Vinh": {"speaks"}}),
        ("Phiên họp kết thúc bằng bài phát biểu kết luận của Chủ tịch UBND tỉnh Phùng Khắc Vinh.", {"Phùng Khắc Vinh": {"concludes"}}),
        ("Theo báo cáo của Giám đốc Sở Y tế Phùng Khắc Vinh, dịch đã được khống chế.", {"Phùng Khắc Vinh": {"reports"}}),
        ("Chủ tịch UBND huyện M'Drắk H'Yên Mlô kiến nghị tỉnh bố trí vốn. Bí thư Huyện ủy Krông Nô Y Nghĩa Bkrông cho biết huyện còn khó.", {"H'Yên Mlô": {"speaks"}, "Y Nghĩa Bkrông": {"speaks"}}),
        ("Ông Vi Thế Lực, Giám đốc Sở Tài chính dự. Bà Hà Thị Nga, Giám đốc Sở Y tế dự. Ông Lực trình bày tờ trình; bà Nga góp ý về chính sách.", {"Vi Thế Lực": {"attends", "reports"}, "Hà Thị Nga": {"attends", "speaks"}}),
        ("Bà Hà Thị Nga, Giám đốc Sở Y tế dự. Bà Nga kết luận phiên họp.", {"Hà Thị Nga": {"attends", "concludes"}}),
        ("Chủ tịch UBND tỉnh Vi Thế Lực chủ trì. Ông Nguyễn Văn Lực, một hộ dân, phát biểu.", {"Vi Thế Lực": {"chairs"}}),
        ("Đại biểu Tống Thị Vân Khánh (tổ Thanh Ba) đặt câu hỏi về nước sạch. 95% đại biểu có mặt biểu quyết tán thành.", {"Tống Thị Vân Khánh": {"speaks"}}),
        ("Phó Giám đốc Sở Nội vụ Ứng Văn Thắng phân trần vì sao tiến độ chậm. Chủ tịch UBND huyện Bình Liêu Lương Thị Sim xin rút kinh nghiệm.", {"Ứng Văn Thắng": {"speaks"}, "Lương Thị Sim": {"speaks"}}),
        ("Giám đốc Công an tỉnh Đặng Trần Lâm cùng lãnh đạo các phòng nghiệp vụ có mặt tại điểm cầu Công an tỉnh.", {"Đặng Trần Lâm": {"attends"}}),
        ("Đến dự hội nghị có các đồng chí: Phạm Công Lý, Bí thư Tỉnh ủy; Tô Thị Hiền, Phó Bí thư Thường trực Tỉnh ủy; các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy.", {"Phạm Công Lý": {"attends"}, "Tô Thị Hiền": {"attends"}}),
        ("Đồng chí Phạm Công Lý, Bí thư Tỉnh ủy và đồng chí Tô Thị Hiền, Chủ tịch UBND tỉnh đồng chủ trì; tham dự có đồng chí Mã Văn Kính, Chủ tịch Ủy ban MTTQ tỉnh.", {"Phạm Công Lý": {"chairs"}, "Tô Thị Hiền": {"chairs"}, "Mã Văn Kính": {"attends"}}),
        ("Thường trực HĐND tỉnh gồm: Chủ tịch Vũ Hồng Quảng; các Phó Chủ tịch: Lã Thị Hoàn, Giáp Văn Thọ chủ tọa kỳ họp.", {"Vũ Hồng Quảng": {"chairs"}, "Lã Thị Hoàn": {"chairs"}, "Giáp Văn Thọ": {"chairs"}}),
        ("Chủ tọa kỳ họp: Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Vũ Hồng Quảng; các Phó Chủ tịch HĐND tỉnh Lã Thị Hoàn và Giáp Văn Thọ.", {"Vũ Hồng Quảng": {"chairs"}, "Lã Thị Hoàn": {"chairs"}, "Giáp Văn Thọ": {"chairs"}}),
        ("Đồng chí Vũ Hồng Quảng, Ủy viên dự khuyết Trung ương Đảng, Bí thư Tỉnh ủy, cùng Phó Bí thư Thường trực Tỉnh ủy Lã Thị Hoàn chủ trì hội nghị.", {"Vũ Hồng Quảng": {"chairs"}, "Lã Thị Hoàn": {"chairs"}}),
        ("Hội nghị diễn ra dưới sự điều hành của đồng chí Lã Thị Hoàn, Phó Bí thư Thường trực Tỉnh ủy và đồng chí Giáp Văn Thọ, Chủ tịch UBND tỉnh.", {"Lã Thị Hoàn": {"chairs"}, "Giáp Văn Thọ": {"chairs"}}),
        ("Sau phần trình bày của lãnh đạo Sở Xây dựng, Phó Chủ tịch UBND tỉnh Giáp Văn Thọ hỏi vì sao công trình đội vốn.", {"Giáp Văn Thọ": {"speaks"}}),
        ("Giám đốc Sở Xây dựng Giáp Văn Thọ than: \"Mưa suốt ba tháng, nhà thầu không thi công được\".", {"Giáp Văn Thọ": {"speaks"}}),
        ("Chủ tịch UBND tỉnh Vũ Hồng Quảng giao bà Lã Thị Hoàn, Phó Chủ tịch UBND tỉnh trực tiếp chỉ đạo việc này.", {"Vũ Hồng Quảng": {"speaks"}}),
        ("Tiếp thu ý kiến chỉ đạo của Bí thư Tỉnh ủy Vũ Hồng Quảng, Giám đốc Sở Nội vụ Giáp Văn Thọ hứa sẽ hoàn thành.", {"Giáp Văn Thọ": {"speaks"}}),
        ("Thông báo kết luận của Bí thư Tỉnh ủy Vũ Hồng Quảng đã được gửi đến các cơ quan.", {}),
        ("Giám đốc Sở Tài chính Sầm Văn Tú trình bày tờ trình. Anh Trần Đình Tú, chủ trang trại, phát biểu. Ông Tú mong được vay vốn.", {"Sầm Văn Tú": {"reports"}}),
        ("Bí thư Tỉnh ủy Sầm Văn Tú chủ trì. Chị Tú nói gia đình còn khó khăn.", {"Sầm Văn Tú": {"chairs"}}),
        ("Các đồng chí: Đỗ Tiến Sĩ Hùng - Chủ tịch UBND tỉnh, Quách Văn Niệm, Đinh Công Lộ - Phó Chủ tịch UBND tỉnh chủ trì hội nghị tại điểm cầu tỉnh.", {"Đỗ Tiến Sĩ Hùng": {"chairs"}, "Quách Văn Niệm": {"chairs"}, "Đinh Công Lộ": {"chairs"}}),
        ("Phiên họp do đồng chí Bùi Thị Mến, Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh làm chủ tọa.", {"Bùi Thị Mến": {"chairs"}}),
        ("Ông Quách Văn Niệm - Phó Chủ tịch UBND tỉnh, Chủ tịch Hội đồng thẩm định chủ trì. Ông Niệm cho rằng hồ sơ còn sơ sài.", {"Quách Văn Niệm": {"chairs", "speaks"}}),
        ("Thay mặt Thường trực Tỉnh ủy, đồng chí Bùi Thị Mến tiếp thu các ý kiến. Đồng chí Bùi Thị Mến, Phó Bí thư Thường trực Tỉnh ủy nói lời cảm ơn.", {"Bùi Thị Mến": {"speaks"}}),
        ("Trưởng Ban Pháp chế HĐND tỉnh Đinh Công Lộ báo cáo thẩm tra; Giám đốc Sở Tư pháp Bàn Văn Thắng giải trình thêm về hai nội dung.", {"Đinh Công Lộ": {"reports"}, "Bàn Văn Thắng": {"speaks"}}),
        ("Tham gia ý kiến tại phiên họp, các đại biểu Lò Thị Vui, Vàng A Chớ, Sùng Thị Pà đề nghị tăng mức hỗ trợ.", {"Lò Thị Vui": {"speaks"}, "Vàng A Chớ": {"speaks"}, "Sùng Thị Pà": {"speaks"}}),
        ("Bí thư Tỉnh ủy Vàng A Chớ, Chủ tịch UBND tỉnh Lường Văn Xuân và Chủ tịch Ủy ban MTTQ Việt Nam tỉnh Cầm Thị Thơi dự lễ chào cờ và dự hội nghị.", {"Vàng A Chớ": {"attends"}, "Lường Văn Xuân": {"attends"}, "Cầm Thị Thơi": {"attends"}}),
        ("Nguyên Bí thư Tỉnh ủy Vàng A Chớ cũng có mặt và phát biểu tại hội nghị.", {"Vàng A Chớ": {"attends", "speaks"}}),
    ],
)  # fmt: skip
def test_lists_given_names_and_speeches(text: str, expected: dict[str, set[str]]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Ông {A}, Giám đốc Sở Y tế mang theo một tập giấy. Ông phản ánh thuốc thiếu.", {A: {"speaks"}}),
        (f"Bà {B}, Giám đốc Sở Y tế chiếu loạt ảnh. Theo báo cáo của bà, dịch đã yên.", {B: {"reports"}}),
        (f"Bí thư Tỉnh ủy {A} lắng nghe. “Sai thì sửa”, ông nói.", {A: {"speaks"}}),
        (f"Đồng chí {B}, Giám đốc Sở Y tế đến muộn. Đồng chí xin lỗi hội nghị.", {B: {"speaks"}}),
        # the pronoun does not agree, means a stranger, or could mean two
        (f"Bà {B}, Giám đốc Sở Y tế đến muộn. Ông phản ánh thuốc thiếu.", {}),
        (f"Ông {A}, Giám đốc Sở Y tế gặp ông Hồ Quang Tám, một hộ dân. Ông phản ánh đường hỏng.", {}),
        (f"Ông {A}, Giám đốc Sở Y tế và ông Bùi Công Lý, Giám đốc Sở Nội vụ đến muộn. Ông phản ánh thuốc thiếu.", {}),
        (f"Đơn gửi ông {A}, Giám đốc Sở Y tế. Ông phản ánh thuốc thiếu.", {}),
        (f"Ông {A}, Giám đốc Sở Y tế đến muộn. Ông Trời không chiều lòng người.", {}),
        # whoever presides sums up, a guest has a last word
        (f"Bí thư Tỉnh ủy {A} chủ trì. Kết thúc buổi làm việc, bà {B}, Giám đốc Sở Y tế cảm ơn tỉnh.", {A: {"chairs"}, B: {"speaks"}}),
        (f"Bí thư Tỉnh ủy {A} chủ trì. Kết thúc buổi làm việc, Bí thư Tỉnh ủy đề nghị các huyện sớm báo cáo.", {A: {"chairs", "concludes"}}),
        (f"Khép lại hội nghị, bà {B}, Chủ tịch UBND tỉnh ghi nhận các ý kiến.", {B: {"concludes"}}),
    ],
)  # fmt: skip
def test_pronouns_and_last_words(text: str, expected: dict[str, set[str]]) -> None:
    assert acts(text) == expected


def test_a_heading_over_the_words_of_one_who_sums_up_tells_no_more() -> None:
    text = f"\n\nPhát biểu của Bí thư Tỉnh ủy\n\nBí thư Tỉnh ủy {A} kết luận từng việc một, trước hết là giá đất."
    assert acts(text) == {A: {"concludes"}}


def test_whom_a_pronoun_means_is_unsure() -> None:
    text = f"Ông {A}, Giám đốc Sở Y tế mang theo một tập giấy. Ông phản ánh thuốc thiếu."
    document = Document("t", settle(LEAD + text))
    (fact,) = find_appearances(document, find_people(document))
    assert (fact.rule, fact.confidence) == ("act of a pronoun", 0.75)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # labels in place of a sentence
        (f"Có mặt 02 Phó Chủ tịch UBND tỉnh: {A}, {B}; vắng (có lý do) ông Bùi Văn Kha.", {A: {"attends"}, B: {"attends"}}),
        (f"Thành phần tham dự: đ/c {A}, Phó Chủ tịch HĐND tỉnh; các đ/c Trưởng ban: {B} - Trưởng Ban Pháp chế.", {A: {"attends"}, B: {"attends"}}),
        (f"Khách mời: đ/c {A}, PCT UBND tỉnh (dự nội dung thứ nhất).", {A: {"attends"}}),
        (f"Đại biểu mời: ông {A}, Giám đốc Sở Y tế; bà {B}, Giám đốc Sở Nội vụ.", {A: {"attends"}, B: {"attends"}}),
        (f"Thành viên BCĐ có mặt: Đại tá {A} (Phó Giám đốc Công an tỉnh), bà {B} (Giám đốc Sở Nội vụ).", {A: {"attends"}, B: {"attends"}}),
        (f"Chủ trì: đ/c {A}, Phó Chủ tịch HĐND tỉnh (thay mặt Chủ tịch HĐND tỉnh đi công tác).", {A: {"chairs"}}),
        (f"Đi cùng ông Kha có bà {B} - Phó Giám đốc Sở Y tế; ông {A}, Chánh Thanh tra tỉnh.", {A: {"attends"}, B: {"attends"}}),
        (f"Dự họp còn có các đồng chí nguyên Bí thư Tỉnh ủy; các đồng chí khác: {A}, Giám đốc Sở Tư pháp; {B}, Bí thư Huyện ủy Ba Tri.", {A: {"attends"}, B: {"attends"}}),
        (f"Đi cùng đồng chí Chủ tịch UBND tỉnh có đồng chí {A}, Giám đốc Sở Y tế; bà {B}, Chánh Thanh tra tỉnh.", {A: {"attends"}, B: {"attends"}}),
        (f"Cuộc họp có sự tham gia của các Phó Trưởng Ban Chỉ đạo: {A} - Giám đốc Sở Y tế, {B} - Giám đốc Sở Nội vụ.", {A: {"attends"}, B: {"attends"}}),
        (f"Các đồng chí {A} - Bí thư Tỉnh ủy và {B} - Chủ tịch HĐND tỉnh luân phiên chủ trì.", {A: {"chairs"}, B: {"chairs"}}),
        (f"Ở nhóm vấn đề thứ hai, Giám đốc Sở Y tế {A} đăng đàn.", {A: {"speaks"}}),
        # somebody else's leave
        (f"Phó Chủ tịch UBND tỉnh {A} điều hành cuộc họp, được sự ủy quyền của Chủ tịch UBND tỉnh.", {A: {"chairs"}}),
        # other words for the same
        (f"Đồng chí {A}, Chủ tịch UBND tỉnh và đồng chí {B}, Phó Chủ tịch UBND tỉnh cùng ngồi ghế chủ tọa.", {A: {"chairs"}, B: {"chairs"}}),
        (f"Đó là kết luận của Bí thư Tỉnh ủy {A} khi chủ trì cuộc họp Ban Thường vụ Tỉnh ủy.", {A: {"chairs", "concludes"}}),
        (f"Giám đốc Sở Tài chính {A} thì thẳng thắn: 31 xã chưa quyết toán.", {A: {"speaks"}}),
        ("Chánh Văn phòng HĐND tỉnh trình dự kiến chương trình.", {"<Chánh Văn phòng HĐND tỉnh>": {"reports"}}),
        (f"Giám đốc Sở Y tế {A} tỏ ra sốt ruột về việc mua thuốc.", {A: {"speaks"}}),
        (f"Giám đốc Sở Y tế {A} điểm qua tình hình dịch.", {A: {"speaks"}}),
        (f"Mở đầu phiên họp là báo cáo của Giám đốc Sở Y tế {A}.", {A: {"reports"}}),
        (f"Hội nghị đặt dưới quyền điều hành của Phó Bí thư Tỉnh ủy {A}.", {A: {"chairs"}}),
        (f"Lần đầu dự phiên họp, Giám đốc Sở Y tế {A} xin thêm bác sĩ.", {A: {"attends", "speaks"}}),
        # what he did meanwhile
        (f"Câu ấy được Chủ tịch UBND tỉnh {A} nhắc đi nhắc lại khi kết luận phiên họp.", {A: {"concludes"}}),
        (f"Bí thư Tỉnh ủy {A} nhấn mạnh điều đó lúc chủ trì hội nghị.", {A: {"chairs", "speaks"}}),
        (f"Chủ tịch UBND tỉnh {A} nêu việc ấy khi kiểm tra kè.", {A: {"speaks"}}),
        (f"Khi kết luận cuộc họp, Chủ tịch UBND tỉnh {A} nhắc các sở.", {A: {"concludes"}}),
        (f"Trong kết luận của mình, Chủ tịch UBND tỉnh {A} nhắc các sở.", {A: {"concludes"}}),
        (f"Khi kết luận thanh tra được công bố, Chủ tịch UBND tỉnh {A} nhắc các sở.", {A: {"speaks"}}),
        (f"Đây là nhắc nhở của Chủ tịch UBND tỉnh {A} khi kết luận cuộc họp.", {A: {"concludes"}}),
        # where, how and as what, between commas
        (f"Chủ tịch UBND xã Tân An {A}, từ đầu cầu của xã, kêu đường truyền yếu.", {A: {"speaks"}}),
        (f"Giám đốc Sở Y tế {A}, với tư cách cơ quan thường trực, báo cáo số ca mắc.", {A: {"reports"}}),
        (f"Bà {B}, Giám đốc Sở Nội vụ, khi được hỏi, nhận lỗi.", {B: {"speaks"}}),
        # lists of those who answered, spoke or came beside others who are not named
        (f"Trả lời chất vấn có Giám đốc Sở Y tế {A} và Giám đốc Sở Nội vụ {B}.", {A: {"speaks"}, B: {"speaks"}}),
        (f"Phát biểu tại hội nghị có các ông {A}, Giám đốc Sở Y tế; {B}, Giám đốc Sở Nội vụ.", {A: {"speaks"}, B: {"speaks"}}),
        (f"Người báo cáo là Giám đốc Sở Y tế {A}.", {A: {"reports"}}),
        (f"Người trả lời đầu tiên là Giám đốc Sở Y tế {A}.", {A: {"speaks"}}),
        (f"Giám đốc Sở Y tế {A} là người cuối cùng trả lời chất vấn.", {A: {"speaks"}}),
        (f"Đề nghị có Giám đốc Sở Y tế {A} đi cùng.", {A: {"attends"}}),
        (f"Các ông {A} - Giám đốc Sở Y tế, {B} - Giám đốc Sở Nội vụ cùng nhiều đại biểu phát biểu.", {A: {"speaks"}, B: {"speaks"}}),
        (f"Cùng dự có lãnh đạo Quân khu; đồng chí {A}, Giám đốc Sở Y tế; lãnh đạo các huyện.", {A: {"attends"}}),
        ("Dự họp có các Ủy viên Ban Thường vụ Tỉnh ủy; bí thư đảng ủy một số xã.", {}),
        (f"Phát biểu nhận nhiệm vụ, tân Phó Chủ tịch UBND tỉnh {B} cảm ơn cử tri.", {B: {"speaks"}}),
        (f"Tổ công tác do Phó Chủ tịch UBND tỉnh {A} trình diện lúc 7 giờ.", {}),
        # another meeting
        (f"Năm ngoái, khi kết luận phiên họp tháng 2, Chủ tịch UBND tỉnh {A} nhắc việc này.", {A: {"speaks"}}),
        (f"Chủ tịch UBND tỉnh {A}, trong nhiệm kỳ trước, từng phản ánh việc này.", {}),
        # by whose words
        (f"Còn theo ông {A}- Giám đốc Sở Y tế, thuốc đã đủ.", {A: {"speaks"}}),
        (f"Về dịch, theo báo cáo của bà {B} - Giám đốc Sở Y tế, tỉnh có 20 ca.", {B: {"reports"}}),
        (f"Sở đã làm theo báo cáo của Giám đốc Sở Y tế {A}.", {}),
        # what somebody laid before the meeting
        (f"Phiên họp thống nhất phương án giá do Giám đốc Sở Tài chính {A} trình.", {A: {"reports"}}),
        (f"Tờ trình được Giám đốc Sở Tài chính {A} đọc rất nhanh.", {A: {"reports"}}),
        (f"Quyết định do Chủ tịch UBND tỉnh {A} công bố.", {A: {"speaks"}}),
        # words that only begin like a verb, and whoever it may be
        ("GIAO BAN QUÝ I: XÃ NÀO CHẬM, CHỦ TỊCH XÃ ĐỊA PHƯƠNG ĐÓ CHỊU", {}),
        ("Rừng mất ở đâu, Bí thư địa phương nói rõ ở đó.", {}),
        # named Đoàn behind "tỉnh"
        ("Giám đốc Công an tỉnh Đoàn Văn Lợi cho biết án giảm.", {"Đoàn Văn Lợi": {"speaks"}}),
        ("Bí thư Tỉnh Đoàn Đoàn Văn Lợi phát biểu.", {"Đoàn Văn Lợi": {"speaks"}}),
    ],
)  # fmt: skip
def test_labels_leave_and_other_words(text: str, expected: dict[str, set[str]]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Điều khiển phiên họp là các đồng chí: Lê Văn Đạt, Bí thư Tỉnh ủy; Trần Thị Hằng, Chủ tịch HĐND tỉnh.", {A: {"chairs"}, B: {"chairs"}}),
        ("Ông Lê Văn Đạt, Phó Chủ tịch UBND tỉnh chủ trì phiên họp theo ủy quyền của Chủ tịch UBND tỉnh.", {A: {"chairs"}}),
        ("Bà Trần Thị Hằng, Phó Chủ tịch UBND tỉnh chủ trì phiên họp theo phân công của Chủ tịch UBND tỉnh.", {B: {"chairs"}}),
        ("Kết luận phiên họp, ông Lê Văn Đạt, Chủ tịch UBND tỉnh chỉ đạo Sở Y tế mua thuốc.", {A: {"concludes"}}),
        ("Kết luận phiên họp, ông Lê Văn Đạt, Chủ tịch UBND tỉnh phát biểu chỉ đạo.", {A: {"concludes", "speaks"}}),
    ],
)  # fmt: skip
def test_who_presides_and_ends(text: str, expected: dict[str, set[str]]) -> None:
    assert acts(text) == expected
