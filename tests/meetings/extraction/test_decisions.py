"""Decisions: who approved or considered what, and sentences that only tell of a meeting or a plan."""

from __future__ import annotations

import pytest

from meetings.extraction.decisions import find_decisions
from meetings.extraction.document import Document
from meetings.extraction.facts import DecisionFact
from meetings.extraction.sentences import split_blocks


def decisions(text: str) -> tuple[DecisionFact, ...]:
    document = Document("t", text)
    return find_decisions(document, split_blocks(document), "UBND tỉnh")


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 3/4, dưới sự chủ trì của Bí thư, Thường trực Tỉnh ủy đã nghe, cho ý kiến vào nhiều nội dung quan trọng.",
        "Các dự thảo được hoàn thiện để HĐND tỉnh xem xét, thông qua tại kỳ họp thường lệ cuối năm theo quy định.",
        "Đồng chí Chủ tịch UBND tỉnh thảo luận về cơ chế hỗ trợ lãi suất cho các hợp tác xã trên địa bàn.",
        "Sở Tài chính đề nghị UBND tỉnh phê duyệt danh mục các dự án đầu tư công của năm kế hoạch.",
    ],
)
def test_is_no_decision(text: str) -> None:
    assert decisions(text) == ()


@pytest.mark.parametrize(
    ("text", "body", "outcome"),
    [
        (
            "Sau khi thảo luận, Ban Thường vụ Tỉnh ủy thống nhất chủ trương lập đề án.",
            "Ban Thường vụ Tỉnh ủy",
            "thống nhất chủ trương",
        ),
        (
            "UBND tỉnh cũng đã nghe, cho ý kiến và thống nhất thông qua các dự thảo nghị quyết.",
            "UBND tỉnh",
            "thống nhất thông qua",
        ),
        ("HĐND tỉnh đã thông qua 19 nghị quyết về kinh tế - xã hội.", "HĐND tỉnh", "thông qua"),
        ("Hội nghị biểu quyết thông qua Nghị quyết về nhiệm vụ cuối năm.", "UBND tỉnh", "biểu quyết thông qua"),
        ("Tại phiên họp, các đại biểu thống nhất nhiệm vụ công tác quý II.", "UBND tỉnh", "thống nhất"),
        ("Thường trực HĐND tỉnh thảo luận, cho ý kiến đối với 23 nội dung.", "Thường trực HĐND tỉnh", "cho ý kiến"),
        (
            "Ban Chấp hành Đảng bộ tỉnh đồng ý về chủ trương đối với 4 nội dung.",
            "Ban Chấp hành Đảng bộ tỉnh",
            "đồng ý về chủ trương",
        ),
        ("Kỳ họp bầu bổ sung Ủy viên UBND tỉnh nhiệm kỳ mới.", "UBND tỉnh", "bầu"),
    ],
)
def test_reads(text: str, body: str, outcome: str) -> None:
    assert [(decision.body, decision.outcome) for decision in decisions(text)] == [(body, outcome)]


def test_ends_where_orders_begin() -> None:
    text = "Ban Thường vụ Tỉnh ủy thống nhất chủ trương ban hành đề án, giao Ban cán sự đảng hoàn chỉnh."
    (decision,) = decisions(text)
    assert decision.text == decision.span.of(text) == "Ban Thường vụ Tỉnh ủy thống nhất chủ trương ban hành đề án"
