"""The words searched for go along from page to page, and stand out where they are."""

from __future__ import annotations

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.safestring import mark_safe


def rendered(body: str, address: str = "", **values: object) -> str:
    context = Context({"request": RequestFactory().get(f"/x/{address}"), **values})
    return Template("{% load found %}" + body).render(context)


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("", "/a/#b"),
        ("?q=sở y", "/a/?found=s%E1%BB%9F+y#b"),
        ("?found=sở&q=y", "/a/?found=s%E1%BB%9F#b"),
        ("?found=%20", "/a/#b"),
        ("?found=" + "x" * 201, "/a/#b"),
        ('?found="><b>', "/a/?found=%22%3E%3Cb%3E#b"),
    ],
)
def test_a_link_takes_the_words_along_before_its_anchor(address: str, link: str) -> None:
    assert rendered("{% with_words '/a/#b' %}", address) == link


def test_a_link_that_asks_something_keeps_its_question() -> None:
    assert rendered("{% with_words '/a/?page=2' %}", "?found=y") == "/a/?page=2&amp;found=y"


@pytest.mark.parametrize(
    ("address", "html"),
    [
        ("", "Giao Sở &lt;Y tế&gt;."),
        ("?q=so", "Giao Sở &lt;Y tế&gt;."),
        ("?found=y te", 'Giao Sở &lt;<mark class="found">Y tế</mark>&gt;.'),
        ("?found=giao te", '<mark class="found">Giao</mark> Sở &lt;Y <mark class="found">tế</mark>&gt;.'),
        ("?found=!!", "Giao Sở &lt;Y tế&gt;."),
        ("?found=%00", "Giao Sở &lt;Y tế&gt;."),
    ],
)
def test_words_stand_out_in_a_text(address: str, html: str) -> None:
    assert rendered("{% standing_out text %}", address, text="Giao Sở <Y tế>.") == html


def test_of_markup_the_words_alone_are_marked() -> None:
    body = "{% standing_out text %}"
    text = mark_safe('Board &amp; <span lang="vi" title="ban">Ban</span>')
    assert rendered(body, "?found=ban", text=text) == (
        'Board &amp; <span lang="vi" title="ban"><mark class="found">Ban</mark></span>'
    )
    assert rendered(body, "", text=text) == text


def test_where_there_is_no_request_nothing_is_taken_along() -> None:
    template = Template("{% load found %}{% with_words '/a/' %} {% standing_out 'b' %} {% found_words %}")
    assert template.render(Context()) == "/a/ b "
