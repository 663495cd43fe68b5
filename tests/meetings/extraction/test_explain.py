"""The explanation of a text: verdict and meeting at its head, every kind of fact in the list at its end."""

from __future__ import annotations

from meetings.extraction.document import Document
from meetings.extraction.drawing import Page
from meetings.extraction.explain import explain
from meetings.extraction.steps import extract

TEXT = (
    "Sáng 16/5/2024, UBND tỉnh tổ chức phiên họp thường kỳ tháng 5. Đồng chí Trần Văn Minh, Chủ tịch UBND tỉnh "
    "chủ trì phiên họp. Phiên họp thống nhất thông qua 3 tờ trình của các sở.\n\n"
    "Kết luận phiên họp, đồng chí Trần Văn Minh yêu cầu Sở Tài chính rà soát nguồn thu theo Nghị quyết số 57-NQ/TW, "
    "báo cáo trước ngày 30/6; phấn đấu thu ngân sách cả năm đạt trên 9.000 tỷ đồng.\n"
)


def lines(text: str) -> list[str]:
    document = Document("t.txt", text)
    return list(explain(document, extract(document), Page(80, colour=False)))


def test_the_head_tells_verdict_and_meeting_with_their_rules() -> None:
    head = lines(TEXT)[:10]
    assert head[0].startswith("━━ t.txt ━")
    assert len(head[0]) == 80
    assert head[1].startswith("a meeting of a provincial body [")
    assert any(line.startswith("  date: 2024-05-16 [") for line in head)


def test_the_list_has_every_kind_of_fact() -> None:
    told = lines(TEXT)
    for title in ("Officials (1)", "Orders (2)", "Figures (1)", "Documents cited (1)", "Decisions (1)"):
        assert title in told
    assert any("Trần Văn Minh, Chủ tịch UBND tỉnh; chairs" in line for line in told)
    assert "  1. thu ngân sách > 9000 tỷ đồng, planned, 2024" in told
    assert "  1. Nghị quyết 57-NQ/TW" in told


def test_without_a_meeting_only_the_verdict_is_told() -> None:
    told = lines("Đội tuyển bóng đá nữ thắng đậm trong trận mở màn của giải đấu năm nay.")
    assert told[1].startswith("no meeting of a provincial body [")
    assert len(told) <= 4


def test_the_line_that_decided_against_a_meeting_is_drawn() -> None:
    told = lines("Sáng 16/5/2024, UBND huyện Tân Phú tổ chức hội nghị về lúa.\n\nMọi người đều đến.")
    assert told[1] == "no meeting of a provincial body [held by a district body]"
    assert "  the meeting that the lead tells is held by a district or commune" in told
    assert "  Sáng 16/5/2024, UBND huyện Tân Phú tổ chức hội nghị về lúa." in told
    assert any(line.strip().startswith("▔▔▔") for line in told)
    assert not any("Mọi người" in line for line in told)


def test_lines_that_are_no_paragraphs_are_named() -> None:
    told = lines(TEXT + "\nToàn cảnh phiên họp")
    assert told[told.index("  Toàn cảnh phiên họp") + 1] == "  └ line caption [scene]"


def test_unsure_readings_give_their_reason() -> None:
    told = " ".join(" ".join(lines(TEXT + "\nSở Nội vụ rà soát biên chế.")).split())
    assert "[who is told, then the task] unsure (0.9): no order verb in it" in told


def test_every_rule_named_is_explained_once() -> None:
    told = lines(TEXT)
    rules = told[told.index("Rules named above") + 1 :]
    assert "  [titles after the name] titles follow the name: “A, Giám đốc Sở Y tế”" in rules
    assert len([line for line in rules if line.startswith("  [titles after the name]")]) == 1
    assert [line for line in rules if line.startswith("  [order verb] ")]


def test_is_the_same_each_time_and_within_its_width() -> None:
    assert lines(TEXT) == lines(TEXT)
    assert max(map(len, lines(TEXT))) <= 80
