"""Why words do not tell the meeting of the text, each reason once."""

from __future__ import annotations

import pytest

from tests.meetings.extraction.why import reason

FAR = "Nói dài cho hết dòng này để thành một câu thật dài, dài hơn tám mươi chữ mới được tính. " * 12 + "\n\n"


@pytest.mark.parametrize(
    ("told", "phrase", "expected"),
    [
        ("Trời đẹp.", "đẹp", "no word of the table meeting_nouns.csv"),
        (FAR + "Mọi người về sau kỳ họp.", "kỳ họp", "“kỳ họp” stands below the lead"),
        ("Hội nghị của UBND tỉnh bị hoãn.", "Hội nghị", "it was called off or put off"),
        ("UBND tỉnh tổ chức hội nghị mỗi tháng một lần.", "hội nghị", "only said to be held as a rule"),
        ("Kỳ họp thứ 9 HĐND tỉnh sẽ diễn ra.", "Kỳ họp", "“Kỳ họp” is still to come"),
        ("Bộ trưởng Bộ Y tế tổ chức hội nghị.", "hội nghị", "which is no body of the province"),
        ("Sau phiên họp, trời đẹp.", "phiên họp", "stands in a clause of place, time or occasion"),
        ("Sở trình kỳ họp đề án.", "kỳ họp", "make it another meeting than the one told"),
        ("Bộ trưởng Bộ Y tế chủ trì hội nghị.", "hội nghị", "in a line taken for caption"),
        ("Ai cũng vui vì hội nghị.", "hội nghị", "nobody is named in its sentence who holds “hội nghị”"),
        ("UBND tỉnh tổ chức hội nghị về lúa.", "hội nghị", "the meeting was read from “phiên họp thường kỳ”"),
    ],
)  # fmt: skip
def test_reasons(told: str, phrase: str, expected: str) -> None:
    assert expected in reason("meeting", told, phrase)


def test_words_that_tell_the_meeting_are_read() -> None:
    assert reason("meeting", "Hết.", "phiên họp thường kỳ") == ""
