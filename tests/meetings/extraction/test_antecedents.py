"""Antecedents: whom a pronoun means after a sentence, by gender, by who presides, and where nobody fits."""

from __future__ import annotations

import pytest

from meetings.extraction.antecedents import Antecedents
from meetings.extraction.document import Document
from meetings.extraction.people import find_people
from meetings.extraction.spans import Span
from meetings.extraction.speakers import find_chairs, find_references
from meetings.extraction.subjects import find_subjects

INTRODUCED = (
    "Ông Lê Văn Đạt, Chủ tịch UBND tỉnh chủ trì phiên họp. Dự họp có bà Mai Thị Lan, Phó Chủ tịch UBND tỉnh; "
    "ông Hà Huy, Bí thư Thành ủy. "
)


def meant(sentence: str, pronoun: str, *, running: bool = False, paragraph: str = "") -> str | None:
    document = Document("t", INTRODUCED + paragraph + sentence + f" {pronoun} yêu cầu")
    references = find_references(document, find_people(document))
    here = Antecedents(references, find_chairs(document, references))
    start = len(INTRODUCED + paragraph)
    span = Span(start, start + len(sentence))
    here.read(document.plain, span, find_subjects(document.plain, *span, references), running=running)
    found = here.meant(document.plain, Span(span.end + 1, span.end + 1 + len(pronoun)), None)
    return (found.name or found.title) if found else None


@pytest.mark.parametrize(
    ("sentence", "pronoun", "expected"),
    [
        ("Ông Lê Văn Đạt không hài lòng với con số này.", "Ông", "Lê Văn Đạt"),
        ("Phó Chủ tịch UBND tỉnh lật lại hồ sơ.", "Bà", "Mai Thị Lan"),
        ("Câu nói của Chủ tịch UBND tỉnh làm hội trường im lặng.", "Ông", "Lê Văn Đạt"),
        ("Ông Hà Huy ngồi cạnh ông Lê Văn Đạt.", "Đồng chí", "Hà Huy"),
        ("Bà Mai Thị Lan và ông Hà Huy trở lại hiện trường.", "Ông", "Hà Huy"),
        ("Bà Mai Thị Lan và ông Hà Huy trở lại hiện trường.", "Đồng chí", None),
        ("Bà Mai Thị Lan thở dài.", "Ông", None),
        ("Ông Lê Văn Đạt thở dài.", "Bà", None),
        ("Hội trường im lặng.", "Ông", None),
        ("Hội trường im lặng.", "Chủ tọa phiên họp", "Lê Văn Đạt"),
        ("Ông Hà Huy thở dài.", "Người chủ trì", "Lê Văn Đạt"),
    ],
)
def test_whom_a_pronoun_means(sentence: str, pronoun: str, expected: str | None) -> None:
    assert meant(sentence, pronoun) == expected


@pytest.mark.parametrize(
    ("sentence", "paragraph", "expected"),
    [
        ("Ông Hà Huy trực tiếp kiểm tra hiện trường.", "", None),
        ("Ông Hà Huy trực tiếp kiểm tra hiện trường.", "\n\n", None),
        ("Ông Hà Huy tỏ ra lo lắng.", "\n\n", "Hà Huy"),
    ],
)
def test_while_orders_run_those_named_are_told_to_act(sentence: str, paragraph: str, expected: str | None) -> None:
    assert meant(sentence, "Ông", running=True, paragraph=paragraph) == expected


def test_where_several_preside_the_chair_stays_a_title() -> None:
    assert meant("Ông Hà Huy cùng chủ trì phiên họp.", "Chủ tọa") == "Chủ tọa"
