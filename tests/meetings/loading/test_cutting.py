"""Files are cut into batches by province, all of them, whatever their number and that of the loaders."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from meetings.loading import cutting
from meetings.loading.curators import Known
from meetings.loading.cutting import batched_by_province
from meetings.loading.files import Source


def listed(number: int, slug: str) -> Source:
    province: Any = SimpleNamespace(slug=slug)
    return Source(Path(f"{number}.txt"), f"{number}.txt", Known(number, province=province))


def test_batches_side_by_side_are_on_provinces_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "_SORTED_AT_ONCE", 16)
    sources = [listed(number, "ab"[number % 2]) for number in range(32)]
    cut = list(batched_by_province(sources, 4, 2))
    assert sorted(text.name for batch in cut for text in batch) == sorted(text.name for text in sources)
    assert [{text.province for text in batch} for batch in cut] == [{"a"}, {"b"}] * 4


def test_one_loader_is_given_one_province_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "_SORTED_AT_ONCE", 12)
    sources = [*(listed(number, "cba"[number % 3]) for number in range(12)), Source(Path("x.txt"), "x.txt", None)]
    cut = list(batched_by_province(sources, 4, 1))
    assert [{text.province for text in batch} for batch in cut] == [{"a"}, {"b"}, {"c"}, {""}]


def test_all_texts_are_handed_over_whatever_their_number_and_that_of_the_loaders() -> None:
    for count in (0, 1, 5, 17, 40):
        for parts in (1, 3):
            cut = list(batched_by_province([listed(number, "a") for number in range(count)], 4, parts))
            assert sum(map(len, cut)) == count
            assert all(0 < len(batch) <= 4 for batch in cut)


def test_the_last_batches_of_several_loaders_are_small() -> None:
    sources = [listed(number, "a") for number in range(16)]
    assert [len(batch) for batch in batched_by_province(sources, 4, 2)] == [4, 4, 2, 2, 2, 2]
    assert [len(batch) for batch in batched_by_province(sources, 4, 1)] == [4, 4, 4, 4]
