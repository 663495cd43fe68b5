"""What one sentence tells of each person: by verb, by noun, by a list's end, in another's place, inside quotations."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document, settle
from meetings.extraction.doings import told_in
from meetings.extraction.people import find_people
from meetings.extraction.spans import Span

A, B, C = "Lê Văn Đạt", "Trần Thị Hằng", "Mai Văn Tư"


def told(text: str) -> dict[str, set[str]]:
    document = Document("t", settle(text))
    people = find_people(document)
    found: dict[str, set[str]] = {}
    for block in people.blocks:
        for sentence in block.sentences:
            for t in told_in(document.plain, Span(*sentence), people):
                found.setdefault(t.who, set()).add(t.deed.act)
    return found


@pytest.mark.parametrize(
    "verb",
    ["thừa nhận biên chế thiếu", "truy: lỗi ở đâu", "phản ánh giá giống cao", "đứng dậy giải trình", "than thuốc thiếu", "nói vốn về chậm", "hỏi vì sao chậm",
     "đáp rằng vốn đã đủ", "cho hay dịch đã yên", "chia sẻ cách làm", "bày tỏ lo ngại", "kể chuyện hiến đất", "bước lên bục trả lời", "cầm micro nói một mạch",
     "thì đề xuất lùi hạn", "muốn biết ai chịu trách nhiệm", "lo ngại nguồn vốn cạn", "dẫn số liệu khảo sát", "tham gia giải trình thêm", "không đồng ý lùi hạn",
     "xin lỗi người dân", "bức xúc vì chờ lâu", "quay sang hỏi đại diện huyện", "mong tỉnh bố trí vốn", "lên tiếng"],
)  # fmt: skip
@pytest.mark.parametrize(
    "who",
    [f"Ông {A}, Giám đốc Sở Y tế", f"Ông {A}, Giám đốc Sở Y tế,", f"Giám đốc Sở Y tế {A}", f"Đại biểu {A} (tổ Tuy An)"],
)
def test_whatever_way_of_speaking(who: str, verb: str) -> None:
    assert told(f"{who} {verb}.") == {A: {"speaks"}}


@pytest.mark.parametrize(
    "text",
    [
        f"Tỉnh truy tặng huân chương, ông {A}, Giám đốc Sở Y tế bảo vệ luận án.",
        f"Ông {A}, Giám đốc Sở Y tế dự kiến nghỉ hưu.",
        f"Ông {A}, Giám đốc Sở Y tế hỏi thăm các gia đình.",
        f"Hội nghị bầu bổ sung đồng chí {A}, Bí thư Huyện ủy Tuy An tham gia Ban Chấp hành Đảng bộ tỉnh.",
        f"Đoàn đến thăm ông {A}, nguyên Bí thư Tỉnh ủy.",
        "Việc không xong thì chủ tịch huyện giải trình.",
        "Hồ sơ do giám đốc sở trả lời.",
        f"“Không xong thì Chủ tịch UBND huyện Tuy An {A} giải trình trước tôi”.",
        f'Cuối năm tổng kết: "Ông {A}, Giám đốc Sở Y tế phát biểu hay".',
    ],
)
def test_nobody_acts(text: str) -> None:
    assert told(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"“Không xong thì chủ tịch huyện giải trình trước tôi”, Bí thư Tỉnh ủy {A} nói.", {A: {"speaks"}}),
        # who came along
        (f"Cùng tiếp có Phó Chủ tịch UBND tỉnh {A}.", {A: {"attends"}}),
        (f"Cùng đi có ông {A} - Phó Chủ tịch UBND tỉnh; bà {B} - Giám đốc Sở Y tế.", {A: {"attends"}, B: {"attends"}}),
        (f"Cùng làm việc có các đồng chí: {A}, Phó Chủ tịch UBND tỉnh; {B}, Giám đốc Sở Y tế; lãnh đạo các sở.", {A: {"attends"}, B: {"attends"}}),
        (f"Cùng tham gia đoàn giám sát có bà {B}, Phó Chủ tịch HĐND tỉnh.", {B: {"attends"}}),
        (f"Người điều hành là Bí thư Tỉnh ủy {A}.", {A: {"chairs"}}),
        (f"Người chủ trì phiên giải trình là các ông, bà: {A}, Chủ tịch HĐND tỉnh; {B}, Phó Chủ tịch HĐND tỉnh.", {A: {"chairs"}, B: {"chairs"}}),
        (f"Chủ tịch UBND tỉnh {A} tiếp công dân định kỳ tháng 9.", {A: {"chairs"}}),
        # a list that a verb closes, part by part
        (f"Các Phó Chủ tịch UBND tỉnh: {A}, {B} có mặt; ông {C}, Giám đốc Sở Y tế được mời dự.", {A: {"attends"}, B: {"attends"}, C: {"attends"}}),
        (f"Bí thư Tỉnh ủy {A} chủ trì; Chủ tịch UBND tỉnh {B} và lãnh đạo các sở cùng dự.", {A: {"chairs"}, B: {"attends"}}),
        # leave given, another's place
        (f"Bà {B}, Phó Chủ tịch UBND tỉnh được ủy quyền điều hành phiên họp.", {B: {"chairs"}}),
        (f"Bà {B}, Giám đốc Sở Tài chính được phân công trình bày tờ trình.", {B: {"reports"}}),
        (f"Bà {B}, Giám đốc Sở Tài chính thừa ủy quyền của Chủ tịch UBND tỉnh trình bày tờ trình.", {B: {"reports"}}),
        (f"Bà {B} - Giám đốc Sở Tài chính thừa ủy quyền Chủ tịch UBND tỉnh trình dự thảo nghị quyết.", {B: {"reports"}}),
        (f"Ông {A}, Giám đốc Sở Tài chính được giao chủ trì, phối hợp với các sở.", {}),
        (f"Chủ tịch UBND tỉnh {A} kết luận một số nội dung chỉ đạo, điều hành quý II.", {A: {"concludes"}}),
        # nouns
        (f"Câu hỏi của đại biểu {A} mở đầu phiên chất vấn.", {A: {"speaks"}}),
        (f"Trả lời chất vấn của đại biểu {A}, bà {B}, Giám đốc Sở Y tế thừa nhận thuốc thiếu.", {A: {"speaks"}, B: {"speaks"}}),
        (f"Theo báo cáo do ông {A}, Giám đốc Sở Y tế đọc tại phiên họp, dịch đã yên.", {A: {"reports"}}),
        (f"Theo ông {A}, Giám đốc Sở Y tế, dịch đã yên.", {A: {"speaks"}}),
        # who closes
        (f"Chốt lại phiên họp, Chủ tịch UBND tỉnh {A} nhìn nhận việc còn nhiều.", {A: {"concludes"}}),
        (f"Nói lời kết buổi giao ban, bà {B}, Phó Chủ tịch HĐND tỉnh ghi nhận cố gắng của các huyện.", {B: {"concludes"}}),
        (f"Chủ tịch UBND tỉnh {A} đã có ý kiến kết luận từng vụ việc.", {A: {"concludes"}}),
        (f"Kết thúc nhiệm kỳ, Chủ tịch UBND tỉnh {A} nhận huân chương.", {}),
        # whose deed is spoken of, and who acts
        (f"Bà {B}, Chủ tịch UBND tỉnh dự. Khiếu nại quyết định của Chủ tịch UBND tỉnh, ông {A}, Chánh Thanh tra tỉnh cho biết đã xong.", {B: {"attends"}, A: {"speaks"}}),
        (f"Tiếp thu ý kiến của Chủ tịch UBND tỉnh, đồng chí {A}, Giám đốc Sở Y tế hứa sửa.", {A: {"speaks"}}),
        (f"Dưới sự chủ trì của đồng chí {A}, Bí thư Tỉnh ủy, bà {B}, Chủ tịch UBND tỉnh, hội nghị đã họp.", {A: {"chairs"}, B: {"chairs"}}),
    ],
)  # fmt: skip
def test_told(text: str, expected: dict[str, set[str]]) -> None:
    assert told(text) == expected
