"""Marked texts: the words stay the words, every mark can be reached, and the markup is sound."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.highlights import Mark, marked_text


class Page(HTMLParser):
    """Reads markup back: its text, the words under each id, and whether its elements nest."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[tuple[str, str | None]] = []
        self.ids: dict[str, str] = {}
        self.links: list[tuple[str, str]] = []
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        assert not (tag == "a" and any(outer == "a" for outer, _ in self.open)), "a link in a link"
        name = named.get("id")
        if name is not None:
            assert name not in self.ids
            self.ids[name] = ""
        if tag == "a":
            self.links.append((named["href"] or "", ""))
        self.open.append((tag, name))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        for _tag, name in self.open:
            if name is not None:
                self.ids[name] += data
        if any(tag == "a" for tag, _ in self.open):
            href, words = self.links.pop()
            self.links.append((href, words + data))


def mark(start: int, end: int, key: str) -> Mark:
    return Mark(start, end, "directive", key, f"#{key}")


LETTERS = st.text(alphabet=st.sampled_from("aă<>&\"' \n\u00a0Ẫx"), max_size=60)
SPANS = st.lists(st.tuples(st.integers(-3, 63), st.integers(-3, 66)), max_size=12)


@given(LETTERS, SPANS)
def test_the_text_stays_and_the_markup_is_sound(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [mark(start, end, f"k{n}") for n, (start, end) in enumerate(spans)]
    page = Page(marked_text(text, marks))
    assert page.text == text


@given(LETTERS, SPANS)
def test_every_marked_letter_is_in_a_link_and_no_other_is(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [mark(start, end, f"k{n}") for n, (start, end) in enumerate(spans)]
    covered = {i for m in marks if 0 <= m.start < m.end <= len(text) for i in range(m.start, m.end)}
    linked = "".join(words for _, words in Page(marked_text(text, marks)).links)
    expected = "".join(c for i, c in enumerate(text) if i in covered and c.isalnum())
    assert "".join(c for c in linked if c.isalnum()) == expected


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        ([(0, 3)], {"w-k0": "Sở "}),
        ([(0, 12), (3, 6)], {"w-k0": "Sở Y tế trìn", "w-k1": "Y t"}),
        ([(3, 6), (0, 12)], {"w-k0": "Y t", "w-k1": "Sở Y tế trìn"}),
        # Two that only overlap: the second is split, its first piece bears the id.
        ([(0, 5), (3, 12)], {"w-k0": "Sở Y ", "w-k1": "Y "}),
        # The same words twice: both can be reached.
        ([(0, 7), (0, 7)], {"w-k0": "Sở Y tế", "w-k1": "Sở Y tế"}),
        ([(5, 5), (9, 4), (-1, 3), (20, 99)], {}),
    ],
)
def test_each_record_s_words_bear_its_id(spans: list[tuple[int, int]], words: dict[str, str]) -> None:
    marks = [mark(start, end, f"k{n}") for n, (start, end) in enumerate(spans)]
    assert Page(marked_text("Sở Y tế trình phương án.", marks)).ids == words


def test_words_lead_to_the_innermost_record() -> None:
    page = Page(marked_text("giao Sở Y tế trước 15/12", [mark(0, 24, "task"), mark(5, 12, "agency")]))
    assert page.links == [("#task", "giao "), ("#agency", "Sở Y tế"), ("#task", " trước 15/12")]


def test_no_link_is_left_without_a_word() -> None:
    markup = marked_text("Họp. Bàn.", [mark(0, 9, "outer"), mark(0, 3, "a"), mark(5, 8, "b")])
    assert [words for _, words in Page(markup).links] == ["Họp", "Bàn"]


def test_a_mark_over_two_lines_is_in_both_with_one_id() -> None:
    markup = marked_text("một hai\nba bốn", [mark(4, 10, "k")])
    assert markup == (
        '<p>một <mark class="words words-directive" id="w-k"><a href="#k">hai</a></mark></p>\n'
        '<p><mark class="words words-directive"><a href="#k">ba</a></mark> bốn</p>'
    )


def test_words_are_escaped() -> None:
    assert "<script>" not in marked_text("<script>alert(1)</script>", [mark(0, 8, "k")])


@given(
    text=st.text(alphabet="ab <\n", min_size=1, max_size=40),
    cuts=st.lists(st.integers(0, 40), max_size=8, unique=True),
    spans=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4),
)
def test_what_was_searched_for_stands_out_and_changes_no_words(
    text: str, cuts: list[int], spans: list[tuple[int, int]]
) -> None:
    edges = sorted(cut for cut in cuts if cut <= len(text))
    found = list(zip(edges[::2], edges[1::2], strict=False))
    marks = [Mark(min(span), max(span), "directive", f"directive-{n}", f"#d{n}") for n, span in enumerate(spans)]
    html = marked_text(text, marks, found=found)
    assert Page(html).text == text
    inside = re.findall(r'<mark class="found">(.*?)</mark>', html)
    shown = "".join(text[start:end] for start, end in found)
    assert re.sub(r"\s", "", unescape("".join(inside))) == re.sub(r"\s", "", shown)
