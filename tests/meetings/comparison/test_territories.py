"""Lands: a merged province is other land than each of its parts."""

from __future__ import annotations

import pytest
from django.db.models import Q

from meetings.comparison.territories import Territories
from people.facets.provinces import FORMER, TODAY
from people.models import Province

pytestmark = pytest.mark.django_db


def lands(map_in_use: str) -> list[tuple[str, str, str]]:
    """Those of Đắk Lắk, which Phú Yên became part of, and of Sơn La, which no merger changed."""
    territories = Territories(map_in_use)
    of_them = Province.objects.filter(Q(slug__in=("dak-lak", "son-la")) | Q(successor__slug="dak-lak"))
    found = {territories.of(pk) for pk in of_them.values_list("pk", flat=True)}
    return [(land.value, land.name, land.note) for land in sorted(found, key=lambda land: land.place)]


def test_parts_stand_behind_what_they_became() -> None:
    assert lands(TODAY) == [
        ("dak-lak-moi", "Đắk Lắk", "từ tháng\xa07/2025"),
        ("dak-lak", "Đắk Lắk", "trước tháng\xa07/2025"),
        ("phu-yen", "Phú Yên", "nay thuộc Đắk Lắk"),
        ("son-la", "Sơn La", ""),
    ]


def test_on_the_old_map_they_stand_by_their_own_names() -> None:
    assert [value for value, _, _ in lands(FORMER)] == ["dak-lak", "dak-lak-moi", "phu-yen", "son-la"]


def test_figures_of_an_unknown_province_stand_together_and_last() -> None:
    unknown = Territories(TODAY).of(None)
    assert (unknown.value, unknown.name) == ("none", "Chưa rõ tỉnh")
    assert unknown.place > ("vinh-long",)
