"""Where a province lies, among the others and close by."""

from __future__ import annotations

import pytest

from people.atlas import atlas
from people.locator import extent, locate
from people.models import Province


@pytest.mark.parametrize(
    ("path", "ends"),
    [
        ("M10 20l5 0 0 5-5 0z", (10, 20, 15, 25)),
        ("M10 20l-5 -3z", (5, 17, 10, 20)),
        # A second piece of land begins from where the first began.
        ("M10 20l5 0 0 5zm-4 30l1 1z", (6, 20, 15, 51)),
        ("M10 20l5 0zM1 2L3 4z", (1, 2, 15, 20)),
    ],
)
def test_the_extent_of_a_path(path: str, ends: tuple[int, int, int, int]) -> None:
    assert extent(path) == ends


@pytest.mark.parametrize("era", ["34", "63"])
def test_the_middle_of_every_province_lies_within_its_extent(era: str) -> None:
    for outline in atlas(era).provinces.values():
        left, top, right, bottom = extent(outline.path)
        assert left < outline.x < right, outline.slug
        assert top < outline.y < bottom, outline.slug


def of(slug: str, *former: str) -> tuple[Province, list[Province]]:
    return Province(slug=slug, name=slug), [Province(slug=each, name=each) for each in former]


def test_former_parts_are_numbered_in_the_order_given() -> None:
    found = locate(*of("phu-tho", "hoa-binh", "phu-tho", "vinh-phuc"))
    assert found is not None
    assert [(part.number, part.province.slug) for part in found.parts] == [
        (1, "hoa-binh"),
        (2, "phu-tho"),
        (3, "vinh-phuc"),
    ]
    assert found.here.path not in found.others
    assert found.others.count("M") == 33 + 2


def test_the_close_view_holds_all_parts() -> None:
    found = locate(*of("lam-dong", "binh-thuan", "dak-nong", "lam-dong"))
    assert found is not None
    left, top, width, height = map(int, found.close.split())
    for part in found.parts:
        assert left < part.outline.x < left + width
        assert top < part.outline.y < top + height


def test_a_province_that_stayed_as_it_was_has_no_parts() -> None:
    found = locate(*of("nghe-an", "nghe-an"))
    assert found is not None
    assert (found.parts, found.ring) == ((), 0)


def test_a_small_province_has_a_ring_and_a_city_by_the_sea_its_islands() -> None:
    small, city = locate(*of("ha-noi")), locate(*of("khanh-hoa", "khanh-hoa", "ninh-thuan"))
    assert small is not None
    assert city is not None
    assert small.ring > 0
    assert len(city.islands) == 1
    assert city.islands[0] not in city.others


def test_what_is_not_drawn_has_no_place() -> None:
    assert locate(*of("tinh-moi")) is None
