"""The answer as one sees it: the phrase marked, what was read, what was not, within the page's width."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document
from meetings.extraction.drawing import Page
from meetings.extraction.why import Study, tell_why
from tests.meetings.extraction.why import OPENING

TEXT = OPENING + (
    "Kết luận phiên họp, đồng chí Trần Văn Minh yêu cầu Sở Y tế mua thuốc trước ngày 30/6/2024. "
    "Sở Nội vụ khẩn trương rà soát biên chế; Sở Y tế bán xe.\n"
)


def told(phrase: str, text: str = TEXT, width: int = 80, *, colour: bool = False) -> list[str]:
    return list(tell_why(Study.of(Document("t.txt", text)), phrase, Page(width, colour)))


def test_marks_the_phrase_in_its_sentence_at_every_place() -> None:
    lines = told("sở y tế")
    assert lines[0].startswith("━━ t.txt: why “sở y tế” ━")
    assert [line for line in lines if " of 2: line 3, paragraph [else: " in line]
    marks = [i for i, line in enumerate(lines) if line.strip() == "▲▲▲▲▲▲▲"]
    assert len(marks) == 2
    for i in marks:
        column = lines[i].index("▲")
        assert lines[i - 1][column : column + 7] == "Sở Y tế"


def test_tells_kind_value_rule_and_meaning_of_what_was_read() -> None:
    lines = " ".join(" ".join(told("30/6/2024", width=1000)).split())
    assert "due 2024-06-30 [before]: “trước” leads to the date; read from “trước ngày 30/6/2024” around it." in lines
    assert "order Trần Văn Minh → Sở Y tế [order verb: yêu cầu]" in lines
    assert "figure “30/6/2024” belongs to the date “30/6/2024”." in lines


def test_tells_how_sure_a_reading_is() -> None:
    assert "unsure (0.9): no order verb in it" in " ".join(told("biên chế", width=1000))
    assert "unsure" not in " ".join(told("mua thuốc", width=1000))


@pytest.mark.parametrize(("phrase", "relation"), [
    ("Trần Văn Minh", "read from just these words"),
    ("Văn Minh", "read from “Trần Văn Minh” around it"),
    ("đồng chí Trần Văn Minh yêu cầu", "read inside it, “Trần Văn Minh”"),
    ("Minh yêu", "read across its edge, “Trần Văn Minh”"),
])  # fmt: skip
def test_tells_how_a_reading_lies_to_the_phrase(phrase: str, relation: str) -> None:
    assert relation in " ".join(told(phrase, width=1000))


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_keeps_within_the_page(width: int) -> None:
    assert max(map(len, told("sở", width=width))) <= width
    assert (
        max(map(len, told("Kết luận phiên họp, đồng chí Trần Văn Minh yêu cầu Sở Y tế mua thuốc", width=width)))
        <= width
    )


def test_a_text_without_a_meeting_has_one_reason_for_all() -> None:
    lines = told("ném", "Đội bóng ném nữ của tỉnh thắng trận mở màn hôm qua.")
    flat = " ".join(" ".join(lines).split())
    assert "Nothing is read from this text: it reports no meeting of a provincial body [no meeting told]." in flat
    assert "No sentence of the lead and no heading tells a meeting of a provincial body." in flat
    assert "▲▲▲" in flat
    assert "Not read" not in flat


def test_says_nothing_of_a_phrase_that_does_not_stand_there() -> None:
    assert told("Sở Tư pháp") == []
    assert told("") == []


def test_no_text_steers_the_terminal() -> None:
    lines = told("mua", OPENING + "Đồng chí Trần Văn Minh yêu cầu \x1b[31mSở Y tế\x07 mua thuốc.")
    assert not any(ord(char) < 32 for line in lines for char in line)


def test_colours_only_where_wanted() -> None:
    assert any("\x1b[" in line for line in told("mua thuốc", colour=True))
    assert not any("\x1b[" in line for line in told("mua thuốc"))
