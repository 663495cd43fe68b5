"""Passages: who has the floor, whom he may order, and what a lead-in announces."""

from __future__ import annotations

import pytest

from meetings.extraction.agents import read_agents
from meetings.extraction.antecedents import Antecedents
from meetings.extraction.document import Document
from meetings.extraction.orders import find_order
from meetings.extraction.passages import Passage
from meetings.extraction.people import find_people
from meetings.extraction.spans import Span
from meetings.extraction.speakers import find_references

INTRODUCED = (
    "Dự họp có ông Lê Văn Đạt, Chủ tịch UBND tỉnh; bà Mai Thị Lan, Giám đốc Sở Y tế; "
    "ông Hồ Quý, Bí thư Huyện ủy Tuy An; ông Trần Bạch, Bộ trưởng Bộ Y tế. "
)


def passage(words: str) -> tuple[Passage, str, Span]:
    document = Document("t", INTRODUCED + words)
    references = find_references(document, find_people(document))
    return (
        Passage(references, Antecedents(references, frozenset())),
        document.plain,
        Span(len(INTRODUCED), len(document.plain)),
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ông Lê Văn Đạt đề nghị Sở Y tế mua thuốc.", True),
        ("Ông Lê Văn Đạt đề nghị Chính phủ bố trí vốn.", False),
        ("Ông Lê Văn Đạt đề nghị Bộ Y tế bố trí vốn.", False),
        ("Bà Mai Thị Lan đề nghị UBND tỉnh bố trí vốn.", False),
        ("Bà Mai Thị Lan đề nghị các xã phối hợp.", False),
        ("Kết luận hội nghị, bà Mai Thị Lan đề nghị các xã phối hợp.", True),
        ("Ông Hồ Quý đề nghị Sở Y tế bố trí vốn.", False),
        ("Ông Trần Bạch đề nghị UBND tỉnh bố trí vốn.", True),
    ],
)
def test_who_may_order_whom(words: str, expected: bool) -> None:
    here, plain, sentence = passage(words)
    here.listen(plain, sentence)
    order = find_order(plain, *sentence, here.references, running=False)
    assert order is not None
    assert here.allows(order) is expected


def test_another_speaker_takes_the_floor() -> None:
    here, plain, sentence = passage("Ông Lê Văn Đạt nhấn mạnh vai trò của cơ sở.")
    here.listen(plain, sentence)
    here.running = True
    assert here.speaker is not None
    assert (here.speaker.name, here.floor) == ("Lê Văn Đạt", True)
    other, plain, sentence = passage("Bà Mai Thị Lan báo cáo kết quả.")
    here.references = other.references
    here.listen(plain, sentence)
    assert here.speaker.name == "Mai Thị Lan"
    assert not here.running


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Ông Lê Văn Đạt yêu cầu các sở, ngành thực hiện tốt các nhiệm vụ sau:", ["các sở, ngành"]),
        ("Ông Lê Văn Đạt giao nhiệm vụ cụ thể:", []),
        ("Ông Lê Văn Đạt giao nhiệm vụ cụ thể cho từng ngành.", ["từng ngành"]),
    ],
)
def test_a_lead_in_says_who_is_told_by_the_items(words: str, told: list[str]) -> None:
    here, plain, sentence = passage(words)
    here.listen(plain, sentence)
    order = find_order(plain, *sentence, here.references, running=False)
    assert here.lead_in(plain, sentence, order)
    assert (here.listing, [assignee.name for assignee in here.kept]) == (True, told)


def test_what_goes_on_behind_the_colon_is_no_lead_in() -> None:
    here, plain, sentence = passage("Ông Lê Văn Đạt yêu cầu: Sở Y tế mua thuốc.")
    order = find_order(plain, *sentence, here.references, running=False)
    assert not here.lead_in(plain, sentence, order)


def test_an_item_falls_back_on_the_lead_in() -> None:
    here, plain, sentence = passage("Ông Lê Văn Đạt yêu cầu các sở, ngành thực hiện các nhiệm vụ sau:")
    here.lead_in(plain, sentence, find_order(plain, *sentence, here.references, running=False))
    here.kept = here.kept[:0]
    here.next_item()
    assert [assignee.name for assignee in here.kept] == ["các sở, ngành"]
    here.close()
    assert here.kept == ()
    assert not here.open


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kết luận hội nghị, ông Lê Văn Đạt nhấn mạnh: nước là sống.", True),
        ("Kết luận hội nghị, ông Lê Văn Đạt đánh giá cao ngành Y tế.", False),
        ("Ông Lê Văn Đạt nhấn mạnh: nước là sống.", False),
    ],
)
def test_he_who_sums_up_and_stresses_orders_without_a_verb_of_order(words: str, expected: bool) -> None:
    state, plain, sentence = passage(words)
    state.listen(plain, sentence)
    told = read_agents("Sở Y tế", 0, 7, state.references.people)
    assert told is not None
    assert state.hands_down(told) is expected


def test_he_who_has_summed_up_does_so_again_after_another_had_the_floor() -> None:
    first, second, third = (
        "Kết luận hội nghị, ông Lê Văn Đạt đánh giá cao ngành Y tế.",
        "Bà Mai Thị Lan báo cáo thêm.",
        "Ông Lê Văn Đạt chỉ rõ, thuốc thiếu do mua chậm.",
    )
    state, plain, _ = passage(" ".join((first, second, third)))
    concluding = []
    for sentence in (first, second, third):
        state.listen(plain, Span(plain.index(sentence), plain.index(sentence) + len(sentence)))
        concluding.append(state.concluding)
    assert concluding == [True, False, True]
