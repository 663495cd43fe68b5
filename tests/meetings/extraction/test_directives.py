"""Directives: whole texts with their orders drawn in, then single hard cases, strength and what carries over."""

from __future__ import annotations

import re

import pytest

from meetings.extraction.directives import find_directives
from meetings.extraction.document import Document
from meetings.extraction.facts import DirectiveFact
from meetings.extraction.legal import find_legal_refs
from meetings.extraction.people import find_people
from tests.meetings.extraction.drawn import SIGNS, Drawing, drawings, passages, undraw

CHAIR = "Ông Lê Văn Đạt, Chủ tịch UBND tỉnh chủ trì phiên họp.\n\n"


def directives(text: str, reference: str | None = "2025-05-20") -> tuple[DirectiveFact, ...]:
    document = Document("t", text)
    return find_directives(document, find_people(document), find_legal_refs(document), reference)


def draw(directive: DirectiveFact) -> str:
    agencies = " / ".join(assignee.name + SIGNS[assignee.part] for assignee in directive.assignees)
    return f"{directive.assigner or directive.assigner_title}: {agencies}".strip()


@pytest.mark.parametrize("drawing", drawings(), ids=lambda drawing: drawing.name)
def test_reads_a_whole_text_as_drawn(drawing: Drawing) -> None:
    found = {tuple(directive.span): draw(directive) for directive in directives(drawing.text)}
    either = {span for span, reading in drawing.readings.items() if reading == "?"}
    wanted = {span: reading.strip() for span, reading in drawing.readings.items() if span not in either}
    shown = {drawing.text[slice(*span)]: reading for span, reading in found.items() if span not in either}
    assert shown == {drawing.text[slice(*span)]: reading for span, reading in wanted.items()}


@pytest.mark.parametrize("drawing", passages(), ids=lambda drawing: drawing.name)
def test_reads_a_short_passage_as_drawn(drawing: Drawing) -> None:
    year = re.search(r"20\d\d", drawing.text)  # the openings are dated
    assert year is not None
    found = {
        drawing.text[slice(*directive.span)]: draw(directive)
        + (f" | {directive.deadline.text}" if directive.deadline else "")
        for directive in directives(drawing.text, year[0])
    }
    assert found == {drawing.text[slice(*span)]: reading for span, reading in drawing.readings.items()}


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo nêu rõ, công tác cải cách hành chính được đẩy mạnh; kỷ luật công vụ được giữ vững.",
        "Cử tri đề nghị tỉnh sớm sửa cầu Bến Lở; yêu cầu làm rõ trách nhiệm của chủ đầu tư.",
        "Nhiều đại biểu đề nghị UBND tỉnh quan tâm tuyến đường liên xã.",
        "Bà Hồ Thị Vy, Bí thư Huyện ủy Tây Sơn đề nghị tỉnh bố trí vốn sửa kè.",
        "Chủ tịch UBND tỉnh Lê Văn Đạt kiến nghị Chính phủ bổ sung vốn; đề nghị Bộ Xây dựng sớm thẩm định.",
        "Chủ tịch UBND tỉnh Lê Văn Đạt khẳng định: Chuyển đổi số có vai trò rất quan trọng.",
        "Chủ tịch UBND tỉnh Lê Văn Đạt nhấn mạnh: Việc sắp xếp bộ máy phải hướng đến phục vụ người dân tốt hơn.",
        "Chi ngân sách đáp ứng yêu cầu nhiệm vụ, thu đạt 52% dự toán HĐND tỉnh giao.",
        "Chủ tịch UBND tỉnh Lê Văn Đạt đề nghị các đại biểu thảo luận thẳng thắn, đúng trọng tâm.",
        "Kết thúc phiên họp, UBND tỉnh tặng Bằng khen cho 5 tập thể.",
        "Yêu cầu bảo đảm an toàn hồ đập mùa mưa",
        "Ông Đỗ Khánh, Giám đốc Sở Tài chính đề nghị UBND tỉnh cho kéo dài thời gian giải ngân.",
        "Sở Y tế đã chỉ đạo các trạm dự trữ đủ thuốc.",
        "Trả lời cử tri, Chủ tịch UBND tỉnh Lê Văn Đạt cho biết đã giao Sở Y tế mua thuốc từ tháng 3.",
        "Ông Lê Văn Đạt lưu ý tình trạng buôn lậu còn diễn biến phức tạp.",
        "“Các xã phải coi đây là việc của mình”, ông Lê Văn Đạt nói.",
        # what others once ordered is told in a report
        "Giám đốc Sở Xây dựng Mai Thị Lan báo cáo: Năm nay, Thủ tướng Chính phủ giao tỉnh hoàn thành 2.000 căn nhà ở xã hội.",
        "Giám đốc Sở Xây dựng Mai Thị Lan cho biết, Bí thư Tỉnh ủy yêu cầu các xã làm xong đường.",
        "Năm nay, Thủ tướng Chính phủ giao tỉnh hoàn thành 2.000 căn nhà ở xã hội.",
        # work is handed out, what it is comes later
        "Khép lại buổi họp, Chủ tịch UBND tỉnh Lê Văn Đạt giao việc cho từng huyện.",
        "Ông Lê Văn Đạt phân việc cho các ngành.",
        # a conclusion that finds
        "Ông Lê Văn Đạt kết luận: Sở Y tế thực hiện chưa nghiêm quy chế.",
    ],
)
def test_finds_none_in(text: str) -> None:
    assert directives(CHAIR + text) == ()


@pytest.mark.parametrize(
    "marked",
    [
        # a body gives the order
        "⟦Ban Thường vụ Tỉnh ủy giao Ban Nội chính Tỉnh ủy theo dõi vụ việc.⟧{Ban Thường vụ Tỉnh ủy: Ban Nội chính Tỉnh ủy}",
        # the speaker in a late clause, after praise
        "⟦Ông Lê Văn Đạt ghi nhận nỗ lực của ngành Y tế, đồng thời yêu cầu Sở Y tế dự trữ đủ thuốc.⟧{Lê Văn Đạt: Sở Y tế}",
        # the verb elided from the second sentence on
        "⟦Ông Lê Văn Đạt giao Sở Y tế mua thuốc.⟧{Lê Văn Đạt: Sở Y tế} ⟦Công an tỉnh tăng cường tuần tra.⟧{Lê Văn Đạt: Công an tỉnh}",
        # a new order verb that names nobody
        "⟦Ông Lê Văn Đạt giao Sở Y tế mua thuốc.⟧{Lê Văn Đạt: Sở Y tế} ⟦Ông yêu cầu bảo đảm nguồn hàng Tết.⟧{Lê Văn Đạt: }",
        # "trong đó" narrows what was ordered
        "⟦Ông Lê Văn Đạt giao Sở Y tế mua thuốc.⟧{Lê Văn Đạt: Sở Y tế} ⟦Trong đó, lưu ý dự trữ huyết thanh.⟧{Lê Văn Đạt: Sở Y tế}",
        # a thing is what must be
        "⟦Ông Lê Văn Đạt giao Sở Y tế mua thuốc.⟧{Lê Văn Đạt: Sở Y tế} ⟦Công tác tuyên truyền phải đi trước.⟧{Lê Văn Đạt: }",
        # who helps in one part only does not stay
        "⟦Ông Lê Văn Đạt giao Sở Tài chính rà soát nguồn thu.⟧{Lê Văn Đạt: Sở Tài chính} ⟦Tiếp tục phối hợp với Thuế tỉnh chống "
        "thất thu.⟧{Lê Văn Đạt: Sở Tài chính / Thuế tỉnh+} ⟦Rà soát nợ đọng.⟧{Lê Văn Đạt: Sở Tài chính}",
        # what a plan is to contain is no order of its own
        "⟦Ông Lê Văn Đạt giao Sở Tài chính tham mưu kế hoạch giải ngân; trong đó, xác định rõ tiến độ từng dự án.⟧"
        "{Lê Văn Đạt: Sở Tài chính}",
        # nouns after ";" go on the part before
        "⟦Ông Lê Văn Đạt giao Sở Nội vụ tham mưu phương án bố trí cán bộ; kế hoạch luân chuyển cán bộ.⟧{Lê Văn Đạt: Sở Nội vụ}",
        # by the given name
        "⟦Ông Đạt giao Thanh tra tỉnh kiểm tra việc đấu thầu.⟧{Lê Văn Đạt: Thanh tra tỉnh}",
        # a person is told, by title and name
        "Dự họp có bà Mai Thị Lan, Phó Chủ tịch UBND tỉnh.\n\n⟦Ông Lê Văn Đạt giao Phó Chủ tịch UBND tỉnh Mai Thị Lan trực tiếp "
        "chỉ đạo khắc phục sạt lở.⟧{Lê Văn Đạt: Mai Thị Lan}",
        # the passive
        "⟦Ông Lê Văn Đạt yêu cầu các ngành vào cuộc.⟧{Lê Văn Đạt: các ngành} ⟦Sở Công Thương được giao chủ trì bình ổn giá.⟧"
        "{Lê Văn Đạt: Sở Công Thương}",
        # the reports before the speaker name others
        "⟦Sau khi nghe các sở, ngành báo cáo, ông Lê Văn Đạt chỉ đạo: Sở Y tế mua thuốc.⟧{Lê Văn Đạt: Sở Y tế}",
        # a later part whose object has a past of its own
        "⟦Ông Lê Văn Đạt giao Sở Y tế mua thuốc⟧{Lê Văn Đạt: Sở Y tế}; ⟦tiếp tục rà soát nghị quyết đã được thông qua.⟧"
        "{Lê Văn Đạt: Sở Y tế}",
        # brackets behind a name say its part
        "⟦Ông Lê Văn Đạt giao Sở Y tế (chủ trì), Sở Nội vụ rà soát biên chế trạm y tế.⟧{Lê Văn Đạt: Sở Y tế! / Sở Nội vụ}",
        # whoever heads a body is told beside it
        "⟦Ông Lê Văn Đạt yêu cầu chính quyền cơ sở và người đứng đầu thôn, bản vận động bà con.⟧"
        "{Lê Văn Đạt: chính quyền cơ sở / người đứng đầu thôn, bản}",
        # for a reason told before
        "⟦Ông Lê Văn Đạt nói chuyện chống hạn không thể để xã tự lo, nên giao Sở Y tế cùng Sở Nội vụ soạn lại quy trình.⟧"
        "{Lê Văn Đạt: Sở Y tế / Sở Nội vụ}",
        # a list of what a body agreed on: those that name somebody are tasks
        "UBND tỉnh thống nhất:\n\n- ⟦Sở Y tế gửi báo cáo bổ sung trước ngày 15/11.⟧{UBND tỉnh: Sở Y tế}\n\n- Tăng mức hỗ trợ cho cán bộ thôn.",
        # a lead-in in the same line; a place in brackets is nobody told
        "⟦Ông Lê Văn Đạt yêu cầu các sở quyết liệt.⟧{Lê Văn Đạt: các sở} ⟦Từng việc được giao cụ thể như sau: Sở Y tế mua thuốc.⟧"
        "{Lê Văn Đạt: Sở Y tế} ⟦Đối với đơn của ông Vũ Văn Nhu (phường Lộc Sơn, TP Bảo Lộc) về lối đi, giao UBND TP Bảo Lộc "
        "tháo dỡ tường rào.⟧{Lê Văn Đạt: UBND TP Bảo Lộc}",
        # a level alone as the topic; a sector that was given the task
        "⟦Với huyện, ông Lê Văn Đạt nhắc phải gắn mã từng vườn ươm.⟧{Lê Văn Đạt: huyện} ⟦Ngành nông nghiệp và môi trường được giao "
        "kiểm kê đất lúa.⟧{Lê Văn Đạt: ngành nông nghiệp và môi trường}",
        # each one's share below a lead-in; the meeting goes on with something else
        "Ông Lê Văn Đạt chỉ rõ phần việc của từng nơi:\n\n- ⟦Sở Y tế: mua đủ thuốc trước mùa mưa.⟧{Lê Văn Đạt: Sở Y tế}\n\nTrước "
        "khi bế mạc, UBND tỉnh xem xét một số nội dung về cán bộ.",
        # what others did meanwhile is told
        "Dự họp có bà Mai Thị Lan, Phó Chủ tịch UBND tỉnh.\n\n⟦Ông Lê Văn Đạt giao Sở Y tế mua thuốc.⟧{Lê Văn Đạt: Sở Y tế} Phó Chủ "
        "tịch UBND tỉnh Mai Thị Lan đồng chủ trì.",
        # roles handed out
        "Dự họp có bà Mai Thị Lan, Phó Chủ tịch UBND tỉnh.\n\n⟦Ông Lê Văn Đạt phân vai: Phó Chủ tịch UBND tỉnh Mai Thị Lan phụ "
        "trách tuyến đê biển.⟧{Lê Văn Đạt: Mai Thị Lan}",
        # a bare topic before who must act
        "⟦Ông Lê Văn Đạt giao Sở Y tế mua thuốc.⟧{Lê Văn Đạt: Sở Y tế} ⟦Đường nối cảng với cửa khẩu, Sở Xây dựng phải chọn xong "
        "hướng tuyến.⟧{Lê Văn Đạt: Sở Xây dựng}",
        # a topic, then the giver by his office
        "⟦Ông Lê Văn Đạt giao Sở Y tế mua thuốc.⟧{Lê Văn Đạt: Sở Y tế} ⟦Với các sở, Chủ tịch UBND tỉnh giao Sở Nội vụ chốt biên "
        "chế.⟧{Lê Văn Đạt: Sở Nội vụ}",
        # words of saying before those who must act, the speaker called by his given name
        "Ông Lê Văn Đạt kết luận cuộc họp. ⟦Chủ tịch UBND tỉnh nói thêm, các sở phải trả lời dân đúng hẹn.⟧{Lê Văn Đạt: các sở} "
        "⟦Ông Đạt nhắc lại, UBND các xã phải tự cân đối trước.⟧{Lê Văn Đạt: UBND các xã}",
        # a conclusion, and who does what behind its colon
        "⟦Ông Lê Văn Đạt kết luận cuộc họp: Sở Y tế mua đủ thuốc⟧{Lê Văn Đạt: Sở Y tế}; ⟦công khai giá.⟧{Lê Văn Đạt: Sở Y tế}",
        # whichever are so
        "⟦Ông Lê Văn Đạt giao Sở Y tế soát hồ sơ mua sắm⟧{Lê Văn Đạt: Sở Y tế}; ⟦những gói thầu chưa rõ giá thì dừng lại.⟧"
        "{Lê Văn Đạt: Sở Y tế}",
        # a body that is reminded
        "⟦Ông Lê Văn Đạt giao Sở Y tế mua thuốc.⟧{Lê Văn Đạt: Sở Y tế} ⟦Công an tỉnh được lưu ý giữ chặt kho thuốc.⟧"
        "{Lê Văn Đạt: Công an tỉnh}",
        # a time, then who is told, with no comma between
        "⟦Ông Lê Văn Đạt yêu cầu chậm nhất ngày 30/4 Sở Y tế phải mua xong thuốc.⟧{Lê Văn Đạt: Sở Y tế}",
        # a condition before who is told
        "⟦Ông Lê Văn Đạt giao Sở Y tế mua thuốc.⟧{Lê Văn Đạt: Sở Y tế} ⟦Nếu thiếu thuốc thì Giám đốc Sở Y tế chịu trách nhiệm.⟧"
        "{Lê Văn Đạt: Giám đốc Sở Y tế}",
    ],
)  # fmt: skip
def test_reads_a_passage_as_drawn(marked: str) -> None:
    drawing = undraw("t", CHAIR + marked)
    found = {tuple(directive.span): draw(directive) for directive in directives(drawing.text)}
    assert found == {span: reading.strip() for span, reading in drawing.readings.items()}


def test_a_title_without_a_holder_in_the_text_stays_a_title() -> None:
    found = directives("Đồng chí Bí thư Tỉnh ủy yêu cầu các địa phương rà soát hộ nghèo.")
    assert [(d.assigner, d.assigner_title) for d in found] == [(None, "Bí thư Tỉnh ủy")]


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Ông Lê Văn Đạt yêu cầu Sở Y tế mua thuốc.", "order"),
        ("Ông Lê Văn Đạt giao Sở Y tế mua thuốc.", "order"),
        ("Ông Lê Văn Đạt đề nghị Sở Y tế mua thuốc.", "request"),
        ("Ông Lê Văn Đạt lưu ý Sở Y tế mua thuốc.", "note"),
        ("Kết luận phiên họp, ông Lê Văn Đạt nhấn mạnh, Sở Y tế cần mua thuốc.", "need"),
    ],
)
def test_the_verb_gives_the_strength(text: str, strength: str) -> None:
    assert [directive.strength for directive in directives(CHAIR + text)] == [strength]


def test_need_goes_on_over_parts_until_another_verb() -> None:
    found = directives(
        CHAIR + "Ông Lê Văn Đạt yêu cầu Sở Y tế mua thuốc. Các trạm phải trực đêm; tiêm vắc xin cho trẻ. "
        "Ông đề nghị Công an tỉnh phối hợp. Sở Nội vụ tuyển bác sĩ."
    )
    assert [directive.strength for directive in found] == ["order", "need", "need", "request", "request"]


def test_a_byline_ends_the_orders() -> None:
    order = "Ông Lê Văn Đạt yêu cầu Sở Y tế dự trữ đủ thuốc, vật tư và huyết thanh cho mùa mưa bão năm nay."
    found = directives(CHAIR + order + "\n\nHoàng Anh\n\nSở Y tế tuyển bác sĩ.")
    assert [directive.text for directive in found] == [order]


def test_carries_deadline_and_citations_of_the_part_alone() -> None:
    (first, second) = directives(
        CHAIR
        + "Ông Lê Văn Đạt giao Sở Tư pháp tham mưu thực hiện Nghị quyết số 66-NQ/TW của Bộ Chính trị trước ngày 15/6; "
        "rà soát văn bản hết hiệu lực."
    )
    assert first.deadline is not None
    assert first.deadline.value == "2025-06-15"
    assert first.legal_refs == ("66-NQ/TW",)
    assert (second.deadline, second.legal_refs) == (None, ())


def test_a_run_without_full_stops_is_not_read_as_one_order() -> None:
    assert directives(CHAIR + "Ông Lê Văn Đạt yêu cầu " + "các sở rà soát; " * 400) == ()
