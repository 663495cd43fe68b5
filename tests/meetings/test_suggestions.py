"""What is offered while one types: names first, every kind its turn, nothing that may not be seen."""

from __future__ import annotations

import datetime

import pytest

from meetings.finders import MOST
from meetings.suggestions import suggest
from tests.factories import (
    make_article,
    make_citation,
    make_document,
    make_meeting,
    make_official,
    make_organization,
    make_province,
    make_role,
    make_target,
)

pytestmark = pytest.mark.django_db


def offered(typed: str, *kinds: str) -> dict[str, list[str]]:
    return {group.kind: [row.name for row in group.rows] for group in suggest(typed, kinds)}


@pytest.mark.parametrize("typed", ["", " ", "l", "?!", '"'])
def test_nothing_is_offered_for_next_to_nothing(typed: str) -> None:
    make_official("Lê Văn Lâm")
    assert offered(typed) == {}


def test_accents_are_optional_and_those_typed_come_first() -> None:
    make_official("Lê Hạ")
    make_official("Lê Hà")
    assert offered("le ha") == {"officials": ["Lê Hà", "Lê Hạ"]}
    assert offered("LÊ HẠ") == {"officials": ["Lê Hạ", "Lê Hà"]}


def test_every_kind_has_its_turn() -> None:
    for number in range(12):
        make_official(f"Muối {'abcdefghijkl'[number]}")
        make_organization(f"Sở Muối {'abcdefghijkl'[number]}")
    make_meeting("Phiên họp về muối")
    found = offered("muoi")
    assert {kind: len(names) for kind, names in found.items()} == {"officials": 4, "organizations": 3, "meetings": 1}
    assert sum(map(len, found.values())) == MOST
    assert {kind: len(names) for kind, names in offered("muoi", "officials").items()} == {"officials": MOST}


def test_what_tells_namesakes_apart_stands_beside_the_name() -> None:
    official = make_official("Lê Hồng Vinh", province=make_province("Nghệ An"))
    make_role(official, "Chủ tịch UBND tỉnh", last_attested=datetime.date(2024, 11, 14))
    make_organization("Sở Y tế", province=make_province("Sơn La"))
    assert [group.rows[0].details for group in suggest("hong vinh")] == [["Chủ tịch UBND tỉnh", "Nghệ An"]]
    assert [group.rows[0].details for group in suggest("so y te")] == [["Sơn La"]]


def test_officials_are_found_by_two_words_of_an_office() -> None:
    make_role(make_official("Lê Hồng Vinh"), "Phó Chủ tịch UBND tỉnh")
    assert offered("pho chu tich") == {"offices": ["Lê Hồng Vinh"]}
    assert offered("chu") == {}


def test_the_most_cited_document_comes_first() -> None:
    make_document("57-NQ/TW")
    cited = make_document("57/2014/QH13", kind="Luật")
    make_citation(cited, make_meeting())
    assert offered("57") == {"documents": ["Luật 57/2014/QH13", "Nghị quyết 57-NQ/TW"]}
    assert offered("57 nq") == {"documents": ["Nghị quyết 57-NQ/TW"]}


def test_a_meeting_is_offered_for_the_words_of_its_title_province_or_day_alone() -> None:
    province = make_province("Nghệ An")
    article = make_article("Ngày 14/11, tại hội trường.")
    make_meeting("Kỳ họp thứ 20 HĐND tỉnh", province=province, date=datetime.date(2024, 11, 14), articles=[article])
    for typed in ("ky hop thu 20", "hdnd nghe an", "hop 14/11"):
        assert offered(typed, "meetings") == {"meetings": ["Kỳ họp thứ 20 HĐND tỉnh"]}, typed
    assert offered("hội trường") == {}


def test_similar_names_are_offered_where_nothing_has_the_words() -> None:
    make_official("Nguyễn Văn Khanh")
    (group,) = suggest("nguyen van khanx")
    assert (group.kind, group.similar) == ("officials", True)
    make_meeting("Phiên họp về Nguyen Van Khanx")
    assert offered("nguyen van khanx") == {"meetings": ["Phiên họp về Nguyen Van Khanx"]}


def test_what_was_rejected_is_not_offered() -> None:
    make_official("Lê Văn Muối", state="rejected")
    make_organization("Sở Muối", state="rejected")
    make_meeting("Phiên họp Muối", state="rejected")
    assert offered("muoi") == {}


def test_provinces_come_first_and_say_what_they_are_part_of_now() -> None:
    make_organization("Sở Y tế", province=make_province("Sơn La"))
    assert list(offered("son la")) == ["provinces", "organizations"]
    (group,) = suggest("vinh phuc")
    assert [(row.name, row.details, row.url) for row in group.rows] == [
        ("Vĩnh Phúc", ["nay thuộc Phú Thọ"], "/tinh-thanh/phu-tho/")
    ]


def test_indicators_are_offered_where_they_are_asked_for_and_lead_to_their_comparison() -> None:
    meeting = make_meeting()
    for value, metric in enumerate(("thu ngân sách", "thu ngân sách", "thu nhập bình quân", "(%)")):
        make_target(meeting, metric, value)
    make_target(meeting, "chi ngân sách", quote="thu", article=make_article("thu ngân sách"), state="rejected")
    assert offered("ngan sach") == {}
    assert offered("THU", "indicators") == {"indicators": ["thu ngân sách", "thu nhập bình quân"]}
    (group,) = suggest("ngan sach", ["indicators"])
    (row,) = group.rows
    assert (row.name, row.url) == ("thu ngân sách", "/so-sanh/chi-tieu/?indicator=thu+ng%C3%A2n+s%C3%A1ch")
