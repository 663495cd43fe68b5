"""The articles that the extractor is measured with: of one size, all different, like real ones."""

from __future__ import annotations

import re

from bench.extraction.articles import SIZE, article, articles, grammar
from bench.extraction.speed import density, repeated, samples

TEXTS = list(articles(40))
SYMBOL = re.compile(r"\{\w+\}")


def test_the_same_seed_gives_the_same_texts_and_another_one_others() -> None:
    assert list(articles(3)) == TEXTS[:3]
    assert set(articles(3, seed=2)).isdisjoint(TEXTS)


def test_no_symbol_is_left_and_no_way_to_write_one_is_empty() -> None:
    assert not any(SYMBOL.search(text) or "\0" in text for text in TEXTS)
    assert all(ways and all(way.strip() for way in ways) for ways in grammar().values())


def test_the_size_is_the_one_asked_for() -> None:
    assert all(0.85 * SIZE < len(text.encode()) < 1.25 * SIZE for text in TEXTS)
    assert 95_000 < len(article(100_000).encode()) < 105_000


def test_sentences_are_not_repeated() -> None:
    twice, of = repeated([text.encode() for text in TEXTS])
    assert of > 500
    assert twice <= of * 0.005


def test_there_is_as_much_to_read_in_them_as_in_real_ones() -> None:
    (made_up, others), (real, _) = density([text.encode() for text in TEXTS]), density(samples())
    assert others <= 2
    assert made_up["all"] > 0.85 * real["all"]
    assert all(made_up[kind] > 0.5 * real[kind] for kind in real)
