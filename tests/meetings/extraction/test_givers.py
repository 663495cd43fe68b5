"""Whether a verb gives an order, and what speaks against it."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document
from meetings.extraction.givers import clause_of, giver_of
from meetings.extraction.people import find_people
from meetings.extraction.speakers import find_references
from meetings.extraction.verbs import ORDER


@pytest.mark.parametrize(("text", "running", "giver", "objection"), [
    ("Chủ tịch UBND tỉnh yêu cầu các xã góp gạo.", False, "Chủ tịch UBND tỉnh", ""),
    ("Chủ tịch UBND tỉnh nhấn mạnh và yêu cầu các xã góp gạo.", False, "Chủ tịch UBND tỉnh", ""),
    ("Yêu cầu các xã góp gạo.", True, None, ""),
    ("Yêu cầu các xã góp gạo.", False, None, "no giver"),
    ("Vì vậy, yêu cầu các xã góp gạo.", True, None, ""),
    ("Mọi việc lớn nhỏ yêu cầu làm ngay.", True, None, "inside the clause"),
    ("Chỉ đạo các xã góp gạo.", True, None, "task of those told"),
    ("Sở Y tế yêu cầu các trạm mở cửa.", True, None, "task of those told"),
    ("Việc này đáp ứng yêu cầu mới.", True, None, "noun by the words before"),
    ("Việc này là yêu cầu của dân.", True, None, "noun by the words after"),
    ("Chủ tịch UBND tỉnh cho biết đã giao các xã góp gạo.", False, "Chủ tịch UBND tỉnh", "reported"),
    ("Chủ tịch UBND tỉnh rà soát việc yêu cầu các xã góp gạo.", False, "Chủ tịch UBND tỉnh", "behind another verb"),
    ("Chủ tịch UBND tỉnh hôm qua mới yêu cầu các xã góp gạo.", False, "Chủ tịch UBND tỉnh", "other words between"),
    ("UBND tỉnh giao các xã góp gạo.", False, "UBND tỉnh", ""),
    ("UBND tỉnh chỉ đạo xong việc ấy.", False, "UBND tỉnh", "told of a body"),
    ("Hôm qua UBND tỉnh đã giao các xã góp gạo.", False, None, "no giver"),
])  # fmt: skip
def test_giver_of(text: str, running: bool, giver: str | None, objection: str) -> None:
    document = Document("t.txt", text)
    references = find_references(document, find_people(document))
    verb = ORDER.search(document.plain)
    assert verb
    found, against = giver_of(
        document.plain, clause_of(document.plain, 0, len(text), references, running=running), verb
    )
    assert against == objection
    assert (found.span.of(text) if found else None) == giver
