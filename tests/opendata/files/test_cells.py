"""Cells: what could run as a formula is words, and several things fit in one cell."""

import pytest

from opendata.files.cells import harmless, one, unguarded


@pytest.mark.parametrize(
    "text",
    ["", "Sở Tài chính", "1-2", "a=b", "(+84)", "“- lời”", "1.234,5", "'", "'a", "\u2212", "x\t=1"],
)
def test_words_that_are_no_formula_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text == unguarded(text)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+84 912",
        "-2+3",
        "- Giao Sở Y tế",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\nSở",
        " =1",
        "\u00a0=1",
        "\u3000+1",
        "\u200b=1",
        "\ufeff@x",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "﹣1",
        " \t－1",
        "\x01=1",
        "-",
    ],
)
def test_what_a_spreadsheet_could_run_has_an_apostrophe_before_it_and_comes_back(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert unguarded(harmless(text)) == text


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (["a", "b"], "a; b"),
        ([{"words": "Sở Y tế", "part": "lead"}, {"words": "Sở Tài chính"}], "Sở Y tế; Sở Tài chính"),
        ([], None),
        (True, "có"),
        (False, "không"),
        (5, 5),
        (None, None),
    ],
)
def test_one_cell(value: object, cell: object) -> None:
    assert one(value) == cell
