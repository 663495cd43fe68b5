"""Vietnamese names of public life are given in English by rules, wholly or not at all."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.english import english, has_marks
from people.english.tables import rows
from people.english.words import LONGEST

LEXICON = Path(__file__).resolve().parents[3] / "meetings/extraction/lexicon"


def cells(table: str, *columns: str) -> list[str]:
    with (LEXICON / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return [word for row in csv.DictReader(lines) for name in columns for word in row[name].split("|") if word]


@pytest.mark.parametrize(
    ("vietnamese", "expected"),
    [
        # What no rule knows stays Vietnamese.
        ("", None),
        ("  ", None),
        ("( )", None),
        ("Trần Thị Mai", None),
        ("Chủ tịch UBND xã Tân Lập và nhân dân", None),
        ("các xã có chợ quê", None),
        ("Chủ tịch UBND tỉnh Trần Thị Mai", None),
        # Bodies.
        ("UBND tỉnh", "Provincial People's Committee"),
        ("Uỷ ban Nhân dân tỉnh", "Provincial People's Committee"),
        ("HĐND thành phố", "Municipal People's Council"),
        ("UBND tỉnh Nghệ An", "Nghe An Provincial People's Committee"),
        ("UBND TP. Hồ Chí Minh", "Ho Chi Minh City People's Committee"),
        ("Thành ủy Hà Nội", "Hanoi City Party Committee"),
        ("UBND xã Ia Tôr", "Ia Tor Commune People's Committee"),
        ("UBND Quận 1", "District 1 People's Committee"),
        ("Thường trực HĐND tỉnh", "Standing Committee of the Provincial People's Council"),
        ("Ban Thường vụ Tỉnh ủy", "Standing Board of the Provincial Party Committee"),
        ("Ban Chấp hành Đảng bộ tỉnh", "Executive Committee of the Provincial Party Organisation"),
        ("Đảng ủy UBND tỉnh", "Party Committee of the Provincial People's Committee"),
        ("Ủy ban MTTQ Việt Nam tỉnh", "Provincial Vietnam Fatherland Front Committee"),
        ("Bộ Chính trị khóa XI", "Politburo, 11th tenure"),
        ("khóa XX, nhiệm kỳ 2020-2025", "20th tenure, 2020–2025 term"),
        # Agencies.
        ("Sở Tài chính", "Department of Finance"),
        ("Sở Tài chính (Nghệ An)", "Department of Finance (Nghe An)"),
        ("Sở KH&ĐT", "Department of Planning and Investment"),
        ("Sở Văn hoá, Thể thao và Du lịch", "Department of Culture, Sports and Tourism"),
        ("Ban Kinh tế - Ngân sách HĐND tỉnh", "Economic and Budgetary Committee of the Provincial People's Council"),
        ("Kho bạc Nhà nước khu vực X", "Region X State Treasury"),
        ("Liên minh Hợp tác xã tỉnh", "Provincial Cooperative Alliance"),
        ("Trung tâm Y tế huyện Tân Lập", "Tan Lap District Medical Centre"),
        # Offices.
        ("Phó Chủ tịch UBND tỉnh", "Vice Chairman of the Provincial People's Committee"),
        ("Phó Chủ tịch Thường trực HĐND tỉnh", "Permanent Vice Chairman of the Provincial People's Council"),
        ("Ủy viên Thường trực HĐND tỉnh", "Member of the Standing Committee of the Provincial People's Council"),
        ("Q. Chủ tịch UBND tỉnh", "Acting Chairman of the Provincial People's Committee"),
        ("Nguyên Bí thư Tỉnh ủy", "Former Secretary of the Provincial Party Committee"),
        ("Phó Ban Pháp chế HĐND tỉnh", "Deputy Head of the Legal Committee of the Provincial People's Council"),
        ("Trưởng phòng Nội vụ huyện", "Head of the District Division of Home Affairs"),
        ("Chánh Văn phòng UBND tỉnh", "Chief of the Office of the Provincial People's Committee"),
        ("Bộ trưởng Bộ Y tế", "Minister of Health"),
        (
            "Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh",
            "Secretary of the Provincial Party Committee, Chairman of the Provincial People's Council",
        ),
        # Groups and places.
        ("các sở, ban, ngành liên quan", "Departments, committees and sectors concerned"),
        ("UBND các xã, phường", "People's Committees of communes and wards"),
        ("UBND các xã Tân Lập, Tân Phú", "People's Committees of the communes of Tan Lap and Tan Phu"),
        ("Thường trực HĐND cấp huyện", "Standing Committees of the People's Councils at district level"),
        ("giám đốc các sở", "Directors of departments"),
        ("các huyện Tân Lập, Tân Phú", "The districts of Tan Lap and Tan Phu"),
        ("UBND các huyện, thị, thành phố", "People's Committees of districts, towns and cities"),
        ("mỗi sở, ngành", "Each of the departments and sectors"),
        ("lãnh đạo các sở", "Leaders of departments"),
        ("chính quyền các xã vùng cao", "Authorities of upland communes"),
        (
            "các Ủy viên Ban Chấp hành Đảng bộ tỉnh",
            "Members of the Executive Committee of the Provincial Party Organisation",
        ),
        ("chủ đầu tư", "Project owners"),
        ("các Ban của HĐND tỉnh", "Committees of the Provincial People's Council"),
        ("Thừa Thiên Huế", "Thua Thien Hue"),
        ("xã Tân Lập", "Tan Lap Commune"),
    ],
)
def test_english(vietnamese: str, expected: str | None) -> None:
    assert english(vietnamese) == expected


@pytest.mark.parametrize(
    ("table", "columns"),
    [("agencies", ("name",)), ("titles", ("canonical",)), ("legal_issuers", ("issuer",))],
)
def test_what_the_reading_knows_has_an_english_name(table: str, columns: tuple[str, ...]) -> None:
    assert [name for name in cells(table, *columns) if english(name) is None] == []


@pytest.mark.parametrize(
    ("table", "column", "phrase"),
    [
        ("agents", "words", "các {}"),
        ("agent_qualifiers", "words", "các xã {}"),
        ("sectors", "sector", "ngành {}"),
        ("meeting_bodies", "body", "{}"),
        ("legal_kinds", "kind", "{}"),
        ("outcomes", "outcome", "{}"),
    ],
)
def test_what_the_reading_knows_of_groups_and_matters_is_said_in_english(table: str, column: str, phrase: str) -> None:
    assert [word for word in cells(table, column) if english(phrase.format(word)) is None] == []


def test_what_tells_of_agencies_that_became_others_is_said_in_english() -> None:
    told = [source.removeprefix("unchecked: ") for source in cells("agency_successions", "source", "duties")]
    assert [source for source in told if english(source) is None] == []


def test_most_spellings_in_texts_have_one_too() -> None:
    spelt = cells("agencies", "variants")
    assert len([name for name in spelt if english(name)]) > 0.97 * len(spelt)


@pytest.mark.parametrize("table", ["agencies", "titles"])
def test_a_table_fills_no_slot_that_its_pattern_lacks(table: str) -> None:
    for row in rows(table):
        asked = set(re.findall(r"\{(\w+)\}", row["english"]))
        for pattern in next(iter(row.values())).split("|"):
            assert asked == set(re.findall(r"\{(\w+)\}", pattern)), pattern


def test_the_english_side_of_the_tables_is_english() -> None:
    for table in ("agencies", "bases", "fields", "groups", "levels", "offices", "places", "qualifiers", "titles"):
        for row in rows(table):
            said = list(row.values())[1:]
            assert not [cell for cell in said if has_marks(cell)], row


WORDS = sorted({word for name in (*cells("agencies", "name"), *cells("titles", "canonical")) for word in name.split()})
PHRASES = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from([*WORDS, "Tân Lập", "các", "(", ")", ",", "-", "và", "khóa XX"]), max_size=14).map(
        " ".join
    ),
    st.tuples(st.sampled_from(cells("titles", "canonical")), st.sampled_from([" ", ", ", " và ", "(", "–"])).map(
        "".join
    ),
)


@given(st.lists(PHRASES, min_size=1, max_size=3).map(" ".join))
def test_composing_never_fails_and_never_mixes_languages(text: str) -> None:
    found = english(text)
    assert found is None or (found.strip() and not has_marks(found))


def test_a_sentence_is_no_name() -> None:
    assert english("Sở Tài chính, " * LONGEST) is None
