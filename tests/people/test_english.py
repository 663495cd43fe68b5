"""Pages in English show names in English, or tell that they are Vietnamese; Vietnamese pages show them as they are."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from people.templatetags.english import bilingual, in_english, lang_of, original, quoted, translated, vi


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Sở Y tế", "Department of Health"),
        ("Mai Thị <Lan>", '<span lang="vi">Mai Thị &lt;Lan&gt;</span>'),
        ("Ban <Muối> (Bình Định)", '<span lang="vi">Ban &lt;Muối&gt;</span> (Binh Dinh)'),
        ("OCOP <b>", "OCOP &lt;b&gt;"),
        ("", ""),
    ],
)
def test_translated(words: str, shown: str) -> None:
    with override("en"):
        assert translated(words) == shown


def test_a_vietnamese_page_shows_the_words_as_they_are() -> None:
    for show in (translated, bilingual, vi):
        assert show("Sở Y tế & <b>") == "Sở Y tế &amp; &lt;b&gt;"
    assert original("Sở Y tế") == ""
    assert in_english("Sở Y tế") == "Sở Y tế"


def test_the_original_stands_behind_its_translation() -> None:
    with override("en"):
        assert bilingual("Sở Y tế") == 'Department of Health <span class="original" lang="vi">Sở Y tế</span>'
        assert original("Mai Thị Lan") == ""
        assert original("VNPT") == ""
        assert bilingual("Mai Thị Lan") == '<span lang="vi">Mai Thị Lan</span>'


def test_names_stay_vietnamese_and_say_so() -> None:
    with override("en"):
        assert vi("Lê & Mai") == '<span lang="vi">Lê &amp; Mai</span>'
        assert vi("") == ""


def test_where_no_element_can_stand_the_words_are_plain() -> None:
    with override("en"):
        assert in_english("Sở Y tế") == "Department of Health"
        assert in_english("Mai Thị Lan") == "Mai Thị Lan"
        assert in_english("Ban Muối (Bình Định)") == "Ban Muối (Binh Dinh)"


def test_where_no_element_can_stand_words_of_a_text_are_quoted_on_english_pages() -> None:
    assert quoted("Mở “xã số”") == "Mở “xã số”"
    with override("en"):
        assert quoted("Mở “xã số”") == "“Mở ‘xã số’”"
        assert quoted("VNPT") == "VNPT"


def test_an_element_that_holds_no_other_is_marked_itself() -> None:
    assert lang_of("tỷ đồng") == ""
    with override("en"):
        assert lang_of("tỷ đồng") == ' lang="vi"'
        assert lang_of("billion VND") == ""
