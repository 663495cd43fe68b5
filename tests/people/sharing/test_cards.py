"""Pictures for sharing: all words inside, none cut in its marks, nothing that fails on odd words."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from people.sharing import cards
from people.sharing.cards import Card, draw, wrapped


def opened(card: Card) -> Image.Image:
    return Image.open(io.BytesIO(draw(card))).convert("RGB")


def test_a_picture_has_the_size_that_is_asked_for_and_is_small() -> None:
    data = draw(Card("Nhiệm vụ", "Sở Tài chính trình phương án.", "Nghệ An"))
    assert Image.open(io.BytesIO(data)).size == (1200, 630)
    assert len(data) < 100_000


def test_the_typeface_has_every_vietnamese_letter() -> None:
    font = cards._font(40)
    missing = bytes(font.getmask("\ufffe"))
    letters = "aăâeêioôơuưyđ"
    marks = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
    drawn = {letter + mark: bytes(font.getmask(letter + mark)) for letter in letters for mark in marks}
    assert len(set(drawn.values())) == len(drawn)
    assert missing not in drawn.values()


def test_words_that_are_decomposed_are_drawn_as_one_letter() -> None:
    assert draw(Card("", "ti\u0309nh")) == draw(Card("", "tỉnh"))


@pytest.mark.parametrize("words", ["Ngắn", "từ " * 400, "Nghiêng" * 60, "", "\x00\u202e🙂"])
def test_words_stay_between_head_and_foot(words: str) -> None:
    picture = opened(Card("k" * 500, words, "f" * 500))
    edge = picture.crop((cards.WIDTH - cards.MARGIN + 4, 0, cards.WIDTH, cards.HEIGHT))
    assert edge.getextrema() == picture.crop((1190, 0, 1200, 10)).getextrema()
    between = picture.crop((60, cards.BOTTOM + 4, cards.WIDTH, 554))
    assert len(between.getcolors() or []) == 1


def test_lines_are_broken_between_words() -> None:
    font = cards._font(40)
    lines = wrapped("Chủ tịch UBND tỉnh giao Sở Tài chính chủ trì", font, 400)
    assert " ".join(lines) == "Chủ tịch UBND tỉnh giao Sở Tài chính chủ trì"
    assert len(lines) > 1
    assert max(font.getlength(line) for line in lines) <= 400
