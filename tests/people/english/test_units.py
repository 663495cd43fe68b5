"""Units in English, in the singular and the plural, or not at all."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.english import has_marks, unit
from people.english.tables import rows

UNITS = Path(__file__).resolve().parents[3] / "meetings/extraction/lexicon/units.csv"


@pytest.mark.parametrize(
    ("vietnamese", "one", "several"),
    [
        ("", None, None),
        ("vại", None, None),
        ("triệu vại", None, None),
        ("tấn/vại", None, None),
        ("tỷ đồng", "billion VND", "billion VND"),
        ("nghìn tỷ đồng", "trillion VND", "trillion VND"),
        ("triệu đồng/người/năm", "million VND per person per year", "million VND per person per year"),
        ("bác sĩ/vạn dân", "doctor per 10,000 people", "doctors per 10,000 people"),
        ("vạn lao động", "× 10,000 workers", "× 10,000 workers"),
        ("m3/ngày đêm", "m³ per day", "m³ per day"),
        ("%", "%", "%"),
        ("tr đồng", "million VND", "million VND"),
        ("tỷ đô-la", "billion USD", "billion USD"),
        ("%/năm", "% per year", "% per year"),
        ("điểm %", "percentage point", "percentage points"),
        ("Hộ nghèo", "poor household", "poor households"),
        ("giường trên vạn dân", "hospital bed per 10,000 people", "hospital beds per 10,000 people"),
    ],
)
def test_unit(vietnamese: str, one: str | None, several: str | None) -> None:
    assert unit(vietnamese, one=True) == one
    assert unit(vietnamese) == several


def test_every_unit_that_the_reading_knows_has_english() -> None:
    with UNITS.open(encoding="utf-8", newline="") as lines:
        printed = [name for row in csv.DictReader(lines) for name in (row["unit"], *row["variants"].split("|")) if name]
    assert [name for name in printed if unit(name) is None] == []


PARTS = sorted({name for row in rows("units") for name in row["unit"].split("|")} | {"triệu", "tỷ", "vạn", "nghìn"})


@given(st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=6)), max_size=5), st.sampled_from([" ", "/"]))
def test_a_unit_is_english_or_none(parts: list[str], joint: str) -> None:
    found = unit(joint.join(parts))
    assert found is None or not has_marks(found.replace("²", "").replace("³", ""))
