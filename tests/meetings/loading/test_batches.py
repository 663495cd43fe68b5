"""In which batches texts are handed to several processes."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from meetings.loading.batches import batched_apart
from meetings.loading.curators import Known
from meetings.loading.files import Source


def source(number: int, slug: str) -> Source:
    province: Any = SimpleNamespace(slug=slug)
    return Source(Path(f"{number}.txt"), f"{number}.txt", Known(number, province=province))


def test_batches_side_by_side_are_on_provinces_of_their_own() -> None:
    texts = [source(number, "ab"[number % 2]) for number in range(32)]
    batches = list(batched_apart(texts, 4, 2))
    assert sorted(text.name for batch in batches for text in batch) == sorted(text.name for text in texts)
    provinces = [{text.province for text in batch} for batch in batches]
    assert provinces == [{"a"}, {"b"}] * 4


def test_all_texts_are_handed_over_whatever_their_number() -> None:
    for count in (0, 1, 5, 17, 40):
        batches = list(batched_apart([source(number, "a") for number in range(count)], 4, 3))
        assert sum(map(len, batches)) == count
        assert all(0 < len(batch) <= 4 for batch in batches)


def test_a_text_of_no_known_province_is_handed_over_too() -> None:
    unknown = Source(Path("x.txt"), "x.txt", None)
    batches = list(batched_apart([source(1, "a"), unknown], 4, 2))
    assert [[text.name for text in batch] for batch in batches] == [["x.txt"], ["1.txt"]]
