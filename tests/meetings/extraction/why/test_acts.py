"""Why words tell nobody's act, each reason once."""

from __future__ import annotations

import pytest

from tests.meetings.extraction.why import reason

LONG = "Nói dài cho hết dòng này để thành một câu thật dài, dài hơn tám mươi chữ mới được tính.\n\n"


@pytest.mark.parametrize(
    ("told", "phrase", "expected"),
    [
        ("Trời đẹp.", "đẹp", "no verb of the table participation.csv"),
        ("Nhiều người báo cáo về giá.", "báo cáo", "“báo cáo” is such a verb, but nobody in office is named in its sentence"),
        ("Đồng chí Trần Văn Minh chủ trì phần hai.", "chủ trì", "that Trần Văn Minh chairs was read at its first place, line 1"),
        ("Kết luận phiên họp, đồng chí Trần Văn Minh khen các xã. Sau đó đồng chí Trần Văn Minh yêu cầu các xã nghỉ.", "yêu cầu", "“yêu cầu” only implies that Trần Văn Minh spoke"),
        ("Kết luận phiên họp, đồng chí Trần Văn Minh ghi nhận các xã.", "ghi nhận", "“Kết luận” says more plainly what they did"),
        ("Nhiều xã báo cáo thẳng với đồng chí Trần Văn Minh.", "báo cáo", "“báo cáo” stands before “đồng chí Trần Văn Minh”, but not where the sentence or a part of it begins"),
        ("Bản này của đồng chí Trần Văn Minh trình bày rõ.", "trình bày", "“của” before “đồng chí Trần Văn Minh” makes them the ones spoken of"),
        ("Đồng chí Trần Văn Minh hôm ấy bận, nhiều người chủ trì thay.", "chủ trì", "stands between “Đồng chí Trần Văn Minh” and “chủ trì”"),
        (LONG + "Tin, ảnh: PV báo cáo", "báo cáo", "in a line taken for byline"),
    ],
)  # fmt: skip
def test_reasons(told: str, phrase: str, expected: str) -> None:
    assert expected in reason("act", told, phrase)


def test_what_somebody_is_told_to_do_is_not_his_act() -> None:
    told = "Đồng chí Trần Văn Minh yêu cầu xong, Giám đốc Sở Y tế báo cáo về thuốc."
    assert "“báo cáo” is what “Giám đốc Sở Y tế” are told to do" in reason("act", told, "báo cáo")
