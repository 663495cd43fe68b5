"""The words of a record in the text around them."""

import pytest

from people.desk.passages import around

TEXT = "Mở đầu bài. Ông yêu cầu Sở Tài chính trình phương án. Kết thúc bài viết ở đây."


@pytest.mark.parametrize(
    ("words", "reach", "before", "after", "cut"),
    [
        ("Sở Tài chính", 12, "Ông yêu cầu ", " trình", (True, True)),
        ("Sở Tài chính", 500, "Mở đầu bài. Ông yêu cầu ", " trình phương án. Kết thúc bài viết ở đây.", (False, False)),
        ("Mở", 4, "", " đầu", (False, True)),
        ("đây.", 6, "ở ", "", (True, False)),
        ("Sở Tài chính", 0, "", "", (True, True)),
    ],
)  # fmt: skip
def test_around(words: str, reach: int, before: str, after: str, cut: tuple[bool, bool]) -> None:
    start = TEXT.index(words)
    parts = around(TEXT, start, start + len(words), reach)
    assert parts["words"] == words
    assert (parts["before"], parts["after"]) == (before, after)
    assert (parts["cut_before"], parts["cut_after"]) == cut


def test_a_text_without_spaces_is_not_cut_inside_the_words() -> None:
    parts = around("x" * 900 + "Y" + "z" * 900, 900, 901)
    assert (parts["before"], parts["words"], parts["after"]) == ("", "Y", "")
