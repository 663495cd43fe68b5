"""Acts told by a noun or a clause of its own before or behind the person: guests, lists, leave given, words of others."""

from __future__ import annotations

import pytest

from tests.meetings.extraction.test_doings import told

A, B, C = "Lê Văn Đạt", "Trần Thị Hằng", "Phạm Quốc Bảo"
NAMES = {"A": A, "B": B, "C": C}
ACTS = {"c": "chairs", "a": "attends", "s": "speaks", "r": "reports", "k": "concludes"}


def _who(short: str) -> dict[str, set[str]]:
    """ "A:cs B:a" written out."""
    return {NAMES[part[0]]: {ACTS[letter] for letter in part[2:]} for part in short.split()}


@pytest.mark.parametrize(
    ("text", "short"),
    [
        (f"Đồng chí {A}, Phó Vụ trưởng Vụ Địa phương I, Ban Tổ chức Trung ương được cử về dự hội nghị.", "A:a"),
        (f"Đồng chí {A}, Phó Vụ trưởng Vụ Địa phương I về dự.", "A:a"),
        (f"Có mặt tại hội nghị còn có đồng chí {A}, Phó Bí thư Tỉnh ủy; bà {B}, Phó Chủ tịch HĐND tỉnh.", "A:a B:a"),
        (f"Cùng dự, về phía tỉnh Lào Cai có đồng chí {A}, Chủ tịch UBND tỉnh; về phía Sở Y tế có bà {B}, Phó Giám đốc Sở.", "A:a B:a"),
        (f"Cùng dự, về phía tỉnh có các đồng chí {A}, Chủ tịch UBND tỉnh; {B}, Phó Chủ tịch HĐND tỉnh.", "A:a B:a"),
        (f"Tham gia đoàn có bà {B}, Trưởng Ban Pháp chế HĐND tỉnh.", "B:a"),
        (f"Tham gia đoàn công tác có các đồng chí {A}, Giám đốc Sở Y tế và {B}, Giám đốc Sở Tài chính.", "A:a B:a"),
        (f"Làm việc với đoàn có ông {A}, Chủ tịch UBND huyện Tuy An.", "A:a"),
        (f"Tiếp và làm việc với đoàn, về phía huyện có ông {A}, Bí thư Huyện ủy Tuy An.", "A:a"),
        (f"Tiếp đoàn có Phó Chủ tịch UBND tỉnh {A} cùng lãnh đạo các sở.", "A:a"),
        (f"Đón tiếp đoàn có ông {A}, Phó Chủ tịch UBND tỉnh.", "A:a"),
        (f"Tiếp và làm việc với đoàn là ông {A}, Phó Chủ tịch UBND tỉnh.", "A:a"),
        (f"Phiên họp diễn ra dưới sự điều hành của đồng chí {A}, Phó Chủ tịch UBND tỉnh.", "A:c"),
        (f"Dưới sự chủ trì của đồng chí {A} - Chủ tịch UBND tỉnh, hội nghị đã nghe báo cáo.", "A:c"),
        (f"Dưới sự điều hành của các đồng chí {A}, Chủ tịch HĐND tỉnh và {B}, Phó Chủ tịch HĐND tỉnh, kỳ họp bước vào phiên chất vấn.", "A:c B:c"),
        (f"Khách mời gồm ông {A}, Phó Chủ tịch UBND tỉnh; bà {B}, Giám đốc Sở Y tế.", "A:a B:a"),
        (f"Khách mời dự phiên họp có ông {A}, Phó Chủ tịch UBND tỉnh.", "A:a"),
        (f"Đại diện UBND tỉnh dự họp là bà {B}, Phó Chủ tịch UBND tỉnh.", "B:a"),
        (f"Đại diện lãnh đạo tỉnh tham dự có ông {A}, Phó Chủ tịch UBND tỉnh.", "A:a"),
        (f"Thành phần tham dự gồm các ông: {A}, Phó Chủ tịch UBND tỉnh; {C}, Giám đốc Sở Y tế.", "A:a C:a"),
        (f"Bí thư Tỉnh ủy {A} tiếp và làm việc với đoàn.", "A:a"),
        (f"Báo cáo tại cuộc họp, Giám đốc Sở Y tế {A} nêu rõ khó khăn.", "A:r"),
        (f"Trả lời chất vấn, ông {A}, Giám đốc Sở Y tế thừa nhận thiếu thuốc.", "A:s"),
        (f"Giải trình về nội dung này, bà {B}, Giám đốc Sở Tài chính cho biết nguồn thu giảm.", "B:s"),
        (f"Giải trình trước kỳ họp, bà {B}, Giám đốc Sở Tài chính nói nguồn thu giảm.", "B:s"),
        (f"Phát biểu thảo luận, đại biểu {A} (huyện Tuy An) đề nghị tăng vốn.", "A:s"),
        (f"Kết thúc hội nghị, Bí thư Tỉnh ủy {A} yêu cầu các sở vào cuộc.", "A:k"),
        (f"Thừa ủy quyền của Chủ tịch UBND tỉnh, Giám đốc Sở Tài chính {B} trình bày tờ trình.", "B:r"),
        (f"Được Chủ tịch UBND tỉnh ủy quyền, bà {B}, Phó Chủ tịch UBND tỉnh chủ trì phiên họp.", "B:c"),
        (f"Bà {B}, Phó Chủ tịch UBND tỉnh được ủy quyền chủ trì phiên họp.", "B:c"),
        (f"Bà {B}, Phó Chủ tịch UBND tỉnh được Chủ tịch UBND tỉnh ủy quyền chủ trì phiên họp.", "B:c"),
        (f"Vắng mặt tại phiên họp có ông {A}, Giám đốc Sở Y tế.", ""),
        (f"Ông {A}, Giám đốc Sở Y tế xin vắng mặt.", ""),
        (f"Diễn văn khai mạc của đồng chí {A}, Bí thư Tỉnh ủy nêu rõ yêu cầu.", "A:s"),
        (f"Đồng chí {A}, Bí thư Tỉnh ủy đọc diễn văn khai mạc.", "A:s"),
        (f"Cùng điều hành có các đồng chí: {A} - Phó Bí thư Tỉnh ủy; {B} - Phó Chủ tịch UBND tỉnh.", "A:c B:c"),
        (f"Cùng điều hành phiên họp còn có Phó Chủ tịch UBND tỉnh {B}.", "B:c"),
        (f"Cùng chủ tọa kỳ họp là các Phó Chủ tịch HĐND tỉnh {A} và {B}.", "A:c B:c"),
        (f"Tóm tắt báo cáo của UBND tỉnh, Giám đốc Sở Y tế {A} nêu: chi cho y tế đạt 90 tỷ đồng.", "A:r"),
        (f"Tóm tắt tình hình, Giám đốc Sở Y tế {A} cho biết chi cho y tế đạt 90 tỷ đồng.", "A:s"),
        (f"Ông {A}, Chủ tịch UBND tỉnh cùng đại biểu Quốc hội đơn vị tỉnh đến dự.", "A:a"),
        (f"Ông {A}, Chủ tịch UBND tỉnh cùng lãnh đạo các sở, ngành tham dự.", "A:a"),
        (f"Hội nghị do đồng chí {A}, Phó Bí thư Tỉnh ủy, chủ trì; tham dự có các Phó Chủ tịch UBND tỉnh: {B}, {C}.", "A:c B:a C:a"),
        (f"Hội nghị do đồng chí {A}, Phó Bí thư Tỉnh ủy chủ trì; cùng dự có bà {B}, Phó Chủ tịch UBND tỉnh.", "A:c B:a"),
        (f"Đồng chí {A}, Phó Bí thư Tỉnh ủy chủ trì, cùng dự có bà {B}, Phó Chủ tịch UBND tỉnh.", "A:c B:a"),
        (f"Báo cáo của ông {A} - Giám đốc Sở Y tế - cho thấy tỷ lệ đạt 90%.", "A:r"),
        (f"Báo cáo từ đầu cầu Tuy An, Chủ tịch UBND huyện {A} cho biết đường bị chia cắt.", "A:r"),
        (f"Từ điểm cầu Tuy An, Chủ tịch UBND huyện {A} báo cáo đường bị chia cắt.", "A:r"),
        (f"Tại điểm cầu huyện Tuy An có đồng chí {A}, Chủ tịch UBND huyện.", "A:a"),
        (f"Chủ trì tại điểm cầu tỉnh có đồng chí {A}, Phó Chủ tịch UBND tỉnh.", "A:c"),
        (f"Tại điểm cầu Hà Tĩnh, Phó Chủ tịch UBND tỉnh {A} chủ trì.", "A:c"),
        (f"Tham dự tại điểm cầu Trung ương có Thứ trưởng Bộ Y tế {A}; tại điểm cầu tỉnh có Phó Chủ tịch UBND tỉnh {B}.", "A:a B:a"),
        (f"Chủ trì hội nghị tại điểm cầu tỉnh có đồng chí {A}, Bí thư Tỉnh ủy. Đồng chí {B}, Phó Bí thư Tỉnh ủy dự tại điểm cầu Tuy An.", "A:c B:a"),
        (f"Đại biểu {A} (tổ huyện Tuy An) chất vấn Giám đốc Sở Y tế {B} về thuốc. Bà {B} thừa nhận lỗi.", "A:s B:s"),
        (f"Trả lời câu hỏi của đại biểu {A}, Giám đốc Sở Y tế {B} nói thuốc thiếu.", "A:s B:s"),
        (f"Đại biểu {A} đặt câu hỏi về tiến độ; Giám đốc Sở Y tế {B} hứa sẽ khắc phục.", "A:s B:s"),
        (f"Tham gia thảo luận, đồng chí {A}, Bí thư Huyện ủy Tuy An đề nghị tăng vốn.", "A:s"),
        (f"Sau phần báo cáo của Giám đốc Sở Y tế {A}, Chủ tịch UBND tỉnh {B} kết luận.", "A:r B:k"),
        (f"Sau khi nghe Giám đốc Sở Y tế {A} báo cáo, Chủ tịch UBND tỉnh {B} kết luận.", "A:r B:k"),
        (f"Hội nghị đã nghe đồng chí {A}, Giám đốc Sở Y tế trình bày dự thảo kế hoạch.", "A:r"),
        (f"Hội nghị nghe ông {A}, Giám đốc Sở Y tế quán triệt nghị quyết.", "A:s"),
        (f"Phát biểu tại buổi làm việc, Bí thư Tỉnh ủy {A} biểu dương huyện.", "A:s"),
        (f"Điều hành phần thảo luận, Phó Chủ tịch HĐND tỉnh {B} gợi ý các đại biểu nói ngắn.", "B:cs"),
        (f"Thay mặt chủ tọa, bà {B}, Phó Chủ tịch HĐND tỉnh kết luận phiên chất vấn.", "B:k"),
        (f"Tiếp thu ý kiến các đại biểu, ông {A}, Giám đốc Sở Y tế hứa sửa.", "A:s"),
        (f"Bí thư Tỉnh ủy {A} chủ trì hội nghị và có bài phát biểu quan trọng.", "A:cs"),
        (f"Ông {A}, Chủ tịch UBND tỉnh, cùng bà {B}, Phó Chủ tịch UBND tỉnh, chủ trì họp báo cáo tiến độ.", "A:c B:c"),
        (f"Cuộc họp do Chủ tịch UBND tỉnh {A} chủ trì.", "A:c"),
        (f"Cuộc họp được chủ trì bởi Chủ tịch UBND tỉnh {A}.", "A:c"),
        (f"Cuộc họp có sự tham dự của Phó Chủ tịch UBND tỉnh {A}, Giám đốc Sở Y tế {B}.", "A:a B:a"),
        (f"Tới dự có Thứ trưởng Bộ Y tế {A}.", "A:a"),
        (f"Đồng chủ trì có ông {A}, Thứ trưởng Bộ Y tế và bà {B}, Phó Chủ tịch UBND tỉnh.", "A:c B:c"),
        (f"Bà {B}, Phó Chủ tịch UBND tỉnh dự họp và kết luận một số nội dung.", "B:ak"),
        (f"Phó Bí thư Thường trực Tỉnh ủy {A} truyền đạt ý kiến của Bí thư Tỉnh ủy.", "A:s"),
        (f"Theo ông {A} - Giám đốc Sở Y tế, thuốc thiếu.", "A:s"),
        (f"Theo Phó Giám đốc Sở Y tế {A}, thuốc thiếu.", "A:s"),
        (f"Theo lời Giám đốc Sở Y tế {A}, thuốc thiếu.", "A:s"),
        (f"Ý kiến của ông {A}, Giám đốc Sở Y tế được nhiều người tán thành.", "A:s"),
        (f"Đồng tình với ý kiến của bà {B}, Giám đốc Sở Tài chính, ông {A}, Giám đốc Sở Y tế đề nghị cấp thêm vốn.", "A:s B:s"),
        (f"Đồng quan điểm, đại biểu {A} (Tuy An) nói vốn chậm.", "A:s"),
        (f"Cùng ý kiến, bà {B}, Giám đốc Sở Tài chính cho rằng nên giãn tiến độ.", "B:s"),
        (f"\"Thuốc thiếu\", Giám đốc Sở Y tế {A} nói.", "A:s"),
        (f"\"Thuốc thiếu\" - ông {A}, Giám đốc Sở Y tế, thừa nhận.", "A:s"),
        (f"Đó là khẳng định của Chủ tịch UBND tỉnh {A} tại phiên họp.", "A:s"),
        (f"Đó là chỉ đạo của Chủ tịch UBND tỉnh {A} tại phiên họp.", "A:s"),
        (f"Đây là yêu cầu của đồng chí {A}, Chủ tịch UBND tỉnh tại phiên họp sáng nay.", "A:s"),
        (f"Chủ tịch UBND tỉnh {A} chủ trì, điều hành phiên họp; Phó Chủ tịch UBND tỉnh {B} báo cáo tóm tắt.", "A:c B:r"),
        (f"Đồng chí {A}, Phó Chủ tịch UBND tỉnh, được phân công điều hành, nhắc các sở đúng giờ.", "A:cs"),
        (f"Tại phiên họp có Giám đốc Sở Y tế {A} vắng mặt.", ""),
        (f"Giám đốc Sở Y tế {A} không dự họp.", ""),
        (f"Chủ tịch UBND tỉnh {A} đi công tác nên không chủ trì phiên họp.", ""),
        (f"Phó Chủ tịch UBND tỉnh {B} thay mặt UBND tỉnh báo cáo giải trình các ý kiến thẩm tra.", "B:s"),
        (f"Đại diện cơ quan thẩm tra, Trưởng Ban Kinh tế - Ngân sách HĐND tỉnh {A} trình bày báo cáo thẩm tra.", "A:r"),
        (f"Phần chất vấn của đại biểu {A} kéo dài 5 phút.", "A:s"),
        (f"Có mặt trong phiên họp, Giám đốc Sở Y tế {A} báo cáo thêm.", "A:ar"),
        (f"Được mời lên trả lời, Giám đốc Sở Y tế {A} nói thuốc thiếu.", "A:s"),
        (f"Dưới sự điều hành của các đồng chí trong Thường trực HĐND tỉnh: {A} - Chủ tịch HĐND tỉnh, {B} - Phó Chủ tịch HĐND tỉnh, kỳ họp chất vấn.", "A:c B:c"),
        (f"Hội nghị diễn ra dưới sự chủ trì của hai đồng chí: {A}, Bí thư Tỉnh ủy; {B}, Phó Chủ tịch UBND tỉnh.", "A:c B:c"),
        (f"Phó Bí thư Tỉnh ủy {A} tham dự, cùng các Phó Chủ tịch UBND tỉnh: {B}, {C}.", "A:a B:a C:a"),
        (f"Ông {A} (phó chủ tịch UBND tỉnh) cho biết vốn chậm.", "A:s"),
        (f"Ông {A} - giám đốc Sở Y tế - cho hay thuốc thiếu. Bà {B} - phó chủ tịch UBND tỉnh - chủ trì phiên họp.", "A:s B:c"),
        (f"Tại các điểm cầu có Chủ tịch UBND 102 xã, phường. Chủ tịch UBND tỉnh {A} chủ trì.", "A:c"),
        (f"Trả lời các đại biểu, ông {A} - giám đốc Sở Y tế - nói thuốc thiếu.", "A:s"),
    ],
)  # fmt: skip
def test_told_by_a_clause_of_its_own(text: str, short: str) -> None:
    assert told(text) == _who(short)


def test_two_of_a_kind_are_nobody_in_particular() -> None:
    assert told("Bí thư Huyện ủy Tuy An và Sông Hinh tham dự.") == {}
    assert told("Bí thư Huyện ủy Tuy An và Chủ tịch UBND tỉnh tham dự.") != {}


@pytest.mark.parametrize(
    "text", ["Hội nghị bàn việc sản xuất trong quý I. Ông Lê Văn Đạt, Giám đốc Sở Y tế dự.", "Đây là đất nhóm B. Ông Lê Văn Đạt, Giám đốc Sở Y tế dự."]
)  # fmt: skip
def test_what_a_quarter_or_kind_is_called_ends_a_sentence(text: str) -> None:
    assert told(text) == {A: {"attends"}}
