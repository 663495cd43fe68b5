"""People and agencies in Popolo's words: valid, with nothing that no text tells."""

from __future__ import annotations

import datetime

import pytest

from opendata.standards import rows
from opendata.standards.popolo import area, membership, organization, person
from people.models import Province
from tests.factories import make_official, make_organization, make_province, make_role
from tests.opendata.standards.rich import make_rich_scene
from tests.opendata.standards.schemas import objections

pytestmark = pytest.mark.django_db


def test_everything_that_is_known_is_told_and_valid() -> None:
    scene = make_rich_scene()
    told = person(rows.persons().get(pk=scene.official.pk))
    assert objections("persons", told) == []
    assert told["id"].endswith(f"/id/official/{scene.official.pk}")
    assert told["other_names"] == [{"name": "Lê Hồng Vĩnh"}]
    assert {held["role"] for held in told["memberships"]} == {"Chủ tịch UBND tỉnh", "Giám đốc Sở Tài chính"}
    assert told["sources"] == [{"url": "https://bao.example/1", "note": "Phiên họp 3, Báo Nghệ An, 2024-11-14"}]
    agency = organization(rows.agencies().get(pk=scene.finance.pk))
    assert objections("organizations", agency) == []
    assert [name["name"] for name in agency["other_names"]] == ["Sở Tài Chánh", "Sở Tài chính - Vật giá", "STC"]
    assert [post["id"] for post in agency["posts"]] == [f"{agency['id']}#giam-doc-so-tai-chinh"]
    held = membership(rows.memberships().get(canonical_title="Giám đốc Sở Tài chính"))
    assert objections("memberships", held) == []
    assert (held["organization_id"], held["post_id"]) == (agency["id"], agency["posts"][0]["id"])
    assert held["person_id"] == told["id"]


def test_an_office_has_days_of_texts_and_neither_beginning_nor_end() -> None:
    day = datetime.date(2025, 3, 5)
    role = make_role(first_attested=day, last_attested=day, status="ended")
    told = membership(rows.memberships().get(pk=role.pk))
    assert (told["first_attested"], told["last_attested"], told["status"]) == ("2025-03-05", "2025-03-05", "ended")
    assert not {"start_date", "end_date", "organization_id", "post_id", "sources"} & told.keys()


def test_days_that_nobody_verified_are_not_told() -> None:
    make_organization("Sở X", valid_from=datetime.date(2025, 7, 1), unverified=True)
    assert "founding_date" not in organization(rows.agencies().get())


def test_what_is_not_known_is_left_out() -> None:
    told = person(rows.persons().get(pk=make_official("Nguyễn Văn An").pk))
    assert told.keys() == {"id", "name", "created_at", "updated_at"}


def test_a_province_of_before_leads_to_that_of_today() -> None:
    former = make_province("Hà Tĩnh", former=True)
    today = Province.objects.today().first()
    former.successor = today
    former.save()
    told = area(former)
    assert objections("areas", told) == []
    assert today is not None
    assert (told["identifier"], told["successor_id"]) == ("ha-tinh", area(today)["id"])


def test_an_office_held_by_two_is_one_post() -> None:
    agency = make_organization("Sở Y tế")
    for name in ("Nguyễn Văn An", "Trần Thị Hoa"):
        make_role(make_official(name), "Giám đốc Sở Y tế", organization=agency)
    assert len(organization(rows.agencies().get())["posts"]) == 1
