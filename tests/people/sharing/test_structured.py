"""Things of schema.org: what is unknown is left out, and no words can leave the data block."""

from __future__ import annotations

import datetime
import json

import pytest
from django.utils import translation

from people.sharing.structured import breadcrumbs, data_block, government_organization, person, thing
from tests.factories import make_official, make_organization, make_province, make_role


def test_what_is_not_known_is_left_out() -> None:
    assert thing("Person", name="Lê Hồng Vinh", url="", jobTitle=[], worksFor=None) == {
        "@type": "Person",
        "name": "Lê Hồng Vinh",
    }


def test_no_words_end_the_block() -> None:
    words = '</script><script>alert("1")</script><!-- & \u2028'
    block = data_block(thing("Person", name=words))
    inside = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert "<" not in inside
    assert json.loads(inside)["name"] == words


def test_the_last_step_is_the_page_itself_and_needs_no_address() -> None:
    steps = breadcrumbs([("Trang chủ", "https://x/"), ("Đây", "")])["itemListElement"]
    assert [(step["position"], step["name"], step.get("item")) for step in steps] == [
        (1, "Trang chủ", "https://x/"),
        (2, "Đây", None),
    ]


@pytest.mark.django_db
def test_a_person_has_the_titles_of_today_and_their_bodies() -> None:
    province = make_province("Nghệ An")
    official = make_official("Lê Hồng Vinh", province=province)
    body = make_organization("UBND tỉnh", province=province)
    roles = [make_role(official, "Chủ tịch UBND tỉnh", organization=body), make_role(official, "Phó Bí thư Tỉnh ủy")]
    told = person(official, roles, "https://x/1")
    assert told["jobTitle"] == ["Chủ tịch UBND tỉnh", "Phó Bí thư Tỉnh ủy"]
    assert [each["name"] for each in told["worksFor"]] == ["UBND tỉnh (Nghệ An)"]


@pytest.mark.django_db
@pytest.mark.parametrize(("unverified", "told"), [(False, "2025-07-01"), (True, None)])
def test_days_that_nobody_verified_are_not_told(unverified: bool, told: str | None) -> None:
    agency = make_organization("Sở X", valid_from=datetime.date(2025, 7, 1), unverified=unverified)
    about = government_organization(agency, ["SX", "", "SX"], "https://x/1")
    assert about.get("foundingDate") == told
    assert about["alternateName"] == ["SX"]


@pytest.mark.django_db
def test_an_english_page_tells_english_names_and_says_which_are_vietnamese() -> None:
    province = make_province("Nghệ An")
    finance = make_organization("Sở Tài chính", province=province)
    salt = make_organization("Ban Muối", province=province)
    official = make_official("Lê Hồng Vinh", province=province)
    with translation.override("en"):
        known, unknown = (government_organization(agency, ["STC"], "https://x/1") for agency in (finance, salt))
        told = person(official, [make_role(official, "Chủ tịch UBND tỉnh")], "https://x/2")
    assert known["name"] == "Department of Finance (Nghe An)"
    assert known["alternateName"] == [{"@language": "vi", "@value": "Sở Tài chính (Nghệ An)"}, "STC"]
    assert unknown["name"] == {"@language": "vi", "@value": "Ban Muối (Nghe An)"}
    assert known["areaServed"]["name"] == "Nghe An"
    assert known["areaServed"]["containedInPlace"]["name"] == "Vietnam"
    assert (told["name"], told["jobTitle"]) == ("Lê Hồng Vinh", ["Chairman of the Provincial People's Committee"])
