"""The drawing of the provinces agrees with the table of provinces."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from people.atlas import ARCHIPELAGOS, atlas

TABLE = Path(__file__).resolve().parents[2] / "fixtures/provinces.csv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize(("era", "former"), [("34", False), ("63", True)])
def test_every_province_of_the_era_is_drawn(era: str, former: bool) -> None:
    slugs = {row["slug"] for row in ROWS if bool(row["valid_to"]) is former}
    assert len(slugs) == int(era)
    assert atlas(era).provinces.keys() == slugs


@pytest.mark.parametrize("era", ["34", "63"])
def test_both_archipelagos_are_drawn_and_belong_to_somebody(era: str) -> None:
    assert all(path.startswith("M") for path in atlas(era).archipelagos.values())
    assert atlas(era).archipelagos.keys() == ARCHIPELAGOS.keys()
    assert set(ARCHIPELAGOS.values()) <= atlas(era).provinces.keys()


@pytest.mark.parametrize("era", ["34", "63"])
def test_words_stand_inside_the_sheet(era: str) -> None:
    drawn = atlas(era)
    left, top, width, height = map(int, drawn.box.split())
    for outline in drawn.provinces.values():
        assert left < outline.x - outline.room
        assert outline.x + outline.room < left + width
        assert top < outline.y < top + height
        assert outline.room > 0
