"""Provinces can be filtered by on the map of today or of before the mergers, each record once."""

from __future__ import annotations

from typing import Any

import pytest

from meetings.models import Meeting
from people.facets import RecordFacet
from people.facets.orders import OrderFilter
from people.facets.provinces import OnAMap, ProvinceFacet
from people.models import Official, Province, Role
from tests.factories import make_meeting, make_official, make_province, make_role

pytestmark = pytest.mark.django_db


class Meetings(OnAMap):
    province = ProvinceFacet("province", label="province", blank="unknown")
    order = OrderFilter({"id": ("id", ("pk",)), "title": ("title", ("title",))})

    class Meta:
        model = Meeting
        fields = ()
        facets = ("province",)


class Officials(OnAMap):
    province = ProvinceFacet("province", label="province", links=Role.objects.published, row="official")
    organization = RecordFacet("province", records=Province.objects.all, label="any")
    order = OrderFilter({"id": ("id", ("pk",))})

    class Meta:
        model = Official
        fields = ()
        facets = ("province",)


@pytest.fixture
def provinces() -> dict[str, Province]:
    """Bắc Giang and the former Bắc Ninh became Bắc Ninh; Nghệ An stayed what it was."""
    made = {name: make_province(name) for name in ("Bắc Ninh", "Nghệ An")}
    for name, successor in (("Bắc Giang", "Bắc Ninh"), ("Bắc Ninh", "Bắc Ninh"), ("Nghệ An", "Nghệ An")):
        former = make_province(name, former=True)
        former.successor = made[successor]
        former.save()
        made[f"{name} cũ"] = former
    return made


def counts(filters: Any) -> dict[str, int]:
    return {option.value: option.count for facet in filters.facets() for option in facet.options}


@pytest.fixture
def _meetings(provinces: dict[str, Province]) -> None:
    for province in provinces.values():
        make_meeting(f"Họp ở {province}", province=province)
    make_meeting("Họp ở đâu đó")


@pytest.mark.usefixtures("_meetings")
@pytest.mark.parametrize(
    ("era", "counted"),
    [
        ("34", {"bac-ninh": 3, "nghe-an": 2, "none": 1}),
        ("63", {"bac-giang": 1, "bac-ninh": 1, "bac-ninh-moi": 1, "nghe-an": 2, "none": 1}),
        ("12", {"bac-ninh": 3, "nghe-an": 2, "none": 1}),
    ],
)
def test_counts_on_either_map_and_filters_alike(era: str, counted: dict[str, int]) -> None:
    assert counts(Meetings({"era": era})) == counted
    for value, count in counted.items():
        assert Meetings({"era": era, "province": [value]}).qs.count() == count


@pytest.mark.usefixtures("_meetings")
def test_the_map_is_no_filter_but_stays_in_links() -> None:
    filters = Meetings({"era": "63", "province": ["bac-giang"]})
    assert [active.value for active in filters.active] == ["Bắc Giang"]
    assert ("era", "63") in filters.hidden_inputs()
    today, former = filters.maps()
    assert (today.url, today.selected, former.selected) == ("?", False, True)


def test_who_served_in_both_eras_counts_once(provinces: dict[str, Province]) -> None:
    official = make_official("Phạm Hoàng Sơn")
    for number, name in enumerate(("Bắc Ninh", "Bắc Giang cũ", "Nghệ An", "Nghệ An cũ")):
        make_role(official, f"Chức {number}", province=provinces[name])
    assert counts(Officials({})) == {"bac-ninh": 1, "nghe-an": 1}
    assert counts(Officials({"era": "63"})) == {"bac-giang": 1, "bac-ninh-moi": 1, "nghe-an": 1}


def test_orders_have_links_and_fall_back_to_the_usual_one() -> None:
    make_meeting("B")
    make_meeting("A")
    assert [str(meeting) for meeting in Meetings({"order": "title"}).qs] == ["A", "B"]
    assert [str(meeting) for meeting in Meetings({"order": "nonsense"}).qs] == ["B", "A"]
    assert [(order.value, order.selected) for order in Meetings({"order": "title"}).orders()] == [
        ("id", False),
        ("title", True),
    ]
