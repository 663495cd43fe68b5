"""The list of officials can be narrowed down by province, level, title, body, and the years of attestations."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from people.filters import OfficialFilter
from people.models import Official
from tests.factories import (
    make_article,
    make_attestation,
    make_meeting,
    make_official,
    make_organization,
    make_province,
    make_role,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _people() -> None:
    """One who served in both a former and in today's province, one who serves in the centre, one without office."""
    former, today = make_province("Bắc Giang", former=True), make_province("Bắc Ninh")
    former.successor = today
    former.save()
    body = make_organization("Tỉnh ủy", province=today, kind="party")
    both = make_official("Phạm Hoàng Sơn", province=today)
    for rank, place in ((20, today), (36, former)):
        role = make_role(both, f"Chức {rank}", rank=rank, province=place, organization=body)
        for year in (2024, 2025):
            article = make_article(f"Năm {year}.")
            make_meeting(f"Họp năm {year}", province=place, articles=[article])
            make_attestation(role, article, attested_on=datetime.date(year, 3, 1))
    make_role(make_official("Trần Văn Trung"), "Bộ trưởng", rank=12)
    make_official("Mai Lan")


def options(data: dict[str, Any], name: str) -> dict[str, int]:
    facets = OfficialFilter(data, queryset=Official.objects.published()).facets()
    return {o.value: o.count for facet in facets if facet.name == name for o in facet.options}


def found(**data: Any) -> list[str]:
    return [official.name for official in OfficialFilter(data, queryset=Official.objects.published()).qs]


@pytest.mark.parametrize(
    ("data", "name", "counts"),
    [
        ({}, "province", {"bac-ninh": 1, "none": 2}),
        ({"era": "63"}, "province", {"bac-giang": 1, "bac-ninh": 1}),
        ({}, "level", {"leaders": 1, "deputies": 1, "central": 1}),
        ({}, "title", {"Chức 20": 1, "Chức 36": 1, "Bộ trưởng": 1}),
        ({}, "year", {"2025": 1, "2024": 1}),
        ({"level": ["central"]}, "province", {"none": 1}),
    ],
)
def test_counts(data: dict[str, Any], name: str, counts: dict[str, int]) -> None:
    counted = options(data, name)
    if name == "province" and data.get("era"):
        counted = {value.removesuffix("-moi"): count for value, count in counted.items()}
    assert counted == counts


@pytest.mark.parametrize(
    ("data", "names"),
    [
        ({"province": ["bac-ninh"]}, ["Phạm Hoàng Sơn"]),
        ({"era": "63", "province": ["bac-giang"]}, ["Phạm Hoàng Sơn"]),
        ({"level": ["leaders", "central"]}, ["Phạm Hoàng Sơn", "Trần Văn Trung"]),
        ({"year": ["2024"]}, ["Phạm Hoàng Sơn"]),
        ({"year": ["1999"]}, []),
        ({"office": "bo truong"}, ["Trần Văn Trung"]),
        ({"order": "province"}, ["Phạm Hoàng Sơn", "Mai Lan", "Trần Văn Trung"]),
        ({}, ["Mai Lan", "Phạm Hoàng Sơn", "Trần Văn Trung"]),
    ],
)
def test_filters(data: dict[str, Any], names: list[str]) -> None:
    assert sorted(found(**data)) == sorted(names)
