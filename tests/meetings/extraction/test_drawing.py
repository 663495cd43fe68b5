"""Readings drawn under the lines of a text, checked as one sees them."""

from __future__ import annotations

from meetings.extraction.drawing import Page, draw
from meetings.extraction.readings import Reading
from meetings.extraction.spans import Span


def drawn(text: str, *found: Reading, width: int = 40, colour: bool = False) -> list[str]:
    return list(draw(text, found, Page(width, colour)))


def reading(text: str, words: str, kind: str = "figure", label: str = "x", rule: str = "r") -> Reading:
    start = text.index(words)
    return Reading(Span(start, start + len(words)), kind, label, rule)


def test_a_line_with_nothing_read_stands_alone() -> None:
    assert drawn("Phiên họp.\n\n\nHết.") == ["  Phiên họp.", "", "  Hết."]


def test_underlines_and_names_what_was_read() -> None:
    text = "Thu đạt 9 tỷ đồng năm nay."
    assert drawn(text, reading(text, "9 tỷ đồng")) == [
        "  Thu đạt 9 tỷ đồng năm nay.",
        "          ~~~~~~~~~",
        "          └ figure x [r]",
    ]


def test_readings_that_overlap_have_rows_of_their_own() -> None:
    text = "Giao Sở A thu 9 tỷ đồng."
    lines = drawn(text, reading(text, text, kind="order"), reading(text, "9 tỷ đồng"))
    assert lines[1:3] == ["  " + "═" * len(text), "                ~~~~~~~~~"]
    assert lines[3:] == ["  └ order x [r]", "                └ figure x [r]"]


def test_a_reading_goes_on_over_lines_and_is_named_once() -> None:
    text = "một hai ba bốn năm sáu bảy tám chín mười mười một"
    lines = drawn(text, reading(text, "tám chín mười mười"), width=36)
    assert lines == [
        "  một hai ba bốn năm sáu bảy tám",
        "                             ~~~",
        "                figure x [r] ┘",
        "  chín mười mười một",
        "  ~~~~~~~~~~~~~~",
    ]


def test_a_label_hangs_under_its_first_character_on_the_side_with_more_room() -> None:
    text = "một hai ba bốn năm sáu bảy tám 9 tỷ."
    lines = drawn(text, reading(text, "9 tỷ", label="một nhãn dài hơn chỗ ở bên phải của nó"))
    assert lines[1].index("~") == lines[2].index("┘")
    assert "".join(lines[2:]).count("nhãn") == 1
    text = "một hai 9 tỷ ba bốn năm sáu bảy tám."
    lines = drawn(text, reading(text, "9 tỷ", label="một nhãn dài hơn chỗ ở bên trái của nó"))
    assert lines[1].index("~") == lines[2].index("└")


def test_an_unsure_reading_says_so_and_why() -> None:
    text = "Thu 9 tỷ đồng."
    lines = drawn(text, Reading(Span(4, 8), "figure", "x", "r", 0.8), width=80)
    assert lines[2] == "      └ figure x [r] unsure (0.8): its measure is named elsewhere"


def test_a_line_is_named_without_an_underline() -> None:
    text = "Toàn cảnh hội nghị"
    assert drawn(text, Reading(Span(0, 1), "line", "caption", "scene")) == ["  " + text, "  └ line caption [scene]"]


def test_only_what_is_within_is_drawn() -> None:
    text = "Một.\nThu 9 tỷ.\nHai."
    found = reading(text, "9 tỷ")
    assert list(draw(text, [found], Page(40, colour=False), Span(5, 14))) == [
        "  Thu 9 tỷ.",
        "      ~~~~",
        "      └ figure x [r]",
    ]


def test_long_labels_are_wrapped_within_the_width() -> None:
    text = "Thu đạt 9 tỷ đồng."
    lines = drawn(text, reading(text, "9 tỷ đồng", label="rất dài " * 20))
    assert max(map(len, lines)) <= 40
    assert " ".join(" ".join(lines[2:]).split()).count("rất dài") == 20


def test_colours_only_where_wanted() -> None:
    text = "Thu 9 tỷ đồng."
    assert any("\x1b[32m" in line for line in drawn(text, reading(text, "9 tỷ đồng"), colour=True))
    assert not any("\x1b" in line for line in drawn(text, reading(text, "9 tỷ đồng")))


def test_control_characters_of_a_text_do_not_reach_the_terminal() -> None:
    text = "Thu \x1b[31m9 tỷ\x07 đồng."
    assert not any(ord(char) < 32 for line in drawn(text, reading(text, "9 tỷ\x07 đồng")) for char in line)
