"""Searching finds the same rows on every database, however the words were typed and written."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from django.db import connection, models, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings.models import Article, Directive, LegalDocument, Meeting, Target
from people.models import Alias, Official, Organization, Role
from people.search import Query, Term, by_key_where_few, by_relevance, index_text, parse, search
from people.search.words import folded_words
from tests import factories

pytestmark = pytest.mark.django_db

NAMES = ["Lê Hồng Vinh", "Nguyễn Đức Trung", "Hoàng Hà", "Hoàng Hạ", "Rah Lan Chung", "Trần Thị Hoà"]


def names(rows: models.QuerySet[Any]) -> list[str]:
    return [row.name for row in rows]


@pytest.fixture
def _officials() -> None:
    for name in NAMES:
        factories.make_official(name)


@pytest.mark.usefixtures("_officials")
class TestSearch:
    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ("vinh hong le", ["Lê Hồng Vinh"]),
            ("Lê Hồng", ["Lê Hồng Vinh"]),
            ("LÊ HỒNG VINH", ["Lê Hồng Vinh"]),
            ("duc", ["Nguyễn Đức Trung"]),
            ("ĐỨC", ["Nguyễn Đức Trung"]),
            ("hòa", ["Hoàng Hà", "Hoàng Hạ", "Trần Thị Hoà"]),
            ("thị hòa", ["Trần Thị Hoà"]),
            ("thi hoà", ["Trần Thị Hoà"]),
            ("ng", ["Nguyễn Đức Trung"]),
            ('"hồng vinh"', ["Lê Hồng Vinh"]),
            ('"vinh hồng"', []),
            ("le duc", []),
            ("q", []),
            ("þ", []),
        ],
    )
    def test_finds_with_accents_and_without(self, typed: str, found: list[str]) -> None:
        for form in ("NFC", "NFD"):
            assert sorted(names(search(Official.objects.all(), unicodedata.normalize(form, typed)))) == sorted(found)

    @pytest.mark.parametrize("typed", ["", " ", "?!", '""', "\0", "😀", "----", "*", "\u0301"])
    def test_without_a_word_filters_nothing(self, typed: str) -> None:
        assert search(Official.objects.all(), typed).count() == len(NAMES)

    def test_through_a_relation(self) -> None:
        role = factories.make_role(Official.objects.get(name="Hoàng Hà"), "Giám đốc Sở Y tế")
        assert list(search(Role.objects.all(), "hoàng", "official__search_text")) == [role]

    def test_puts_first_what_has_the_accents_typed(self) -> None:
        for typed, first in (("hoàng hà", "Hoàng Hà"), ("hoàng hạ", "Hoàng Hạ"), ("HOÀNG HẠ", "Hoàng Hạ")):
            found = names(by_relevance(search(Official.objects.all(), typed), typed))
            assert found[0] == first
            assert len(found) == 2

    def test_then_what_has_the_words_side_by_side(self) -> None:
        factories.make_official("Vinh Anh Hồng")
        assert names(by_relevance(search(Official.objects.all(), "hong vinh"), "hong vinh")) == [
            "Lê Hồng Vinh",
            "Vinh Anh Hồng",
        ]

    def test_relevance_keeps_the_order_of_what_is_alike(self) -> None:
        rows = by_relevance(search(Official.objects.order_by("-name"), "hoang"), "hoang")
        assert names(rows) == sorted(names(rows), reverse=True)


def test_every_searchable_table_is_indexed() -> None:
    meeting = factories.make_meeting("Hội nghị về rừng phòng hộ")
    official = factories.make_official("Người Rừng")
    made = {
        Meeting: meeting,
        Directive: factories.make_directive(meeting, "Trồng rừng."),
        Target: factories.make_target(meeting, "diện tích rừng"),
        LegalDocument: factories.make_document("1/RUNG-QĐ"),
        Article: factories.make_article("Rừng xanh."),
        Official: official,
        Organization: factories.make_organization("Chi cục Rừng"),
        Alias: factories.make_alias("Rừng", official=official),
        Role: factories.make_role(official, "Trạm trưởng Trạm Rừng"),
    }
    for model, row in made.items():
        assert list(search(model._default_manager.all(), "rung")) == [row], model


class TestInStep:
    def test_with_bulk_writes_and_updates_that_go_round_save(self) -> None:
        Official.objects.bulk_create(
            [Official(name=n, name_key=n, search_text=index_text(n)) for n in ("Hoàng Hà", "Mai Lan")]
        )
        assert names(search(Official.objects.all(), "ha")) == ["Hoàng Hà"]
        Official.objects.filter(name="Mai Lan").update(search_text=index_text("Hạ Vy"))
        assert search(Official.objects.all(), "ha").count() == 2
        Official.objects.filter(name="Hoàng Hà").update(search_text=index_text("khác"))
        assert names(search(Official.objects.all(), "ha")) == ["Mai Lan"]
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM people_official")
        assert not search(Official.objects.all(), "khac").exists()

    def test_with_a_transaction_that_is_rolled_back(self) -> None:
        with transaction.atomic():
            factories.make_official("Hoàng Hà")
            assert search(Official.objects.all(), "ha").exists()
            transaction.set_rollback(True)
        assert not search(Official.objects.all(), "ha").exists()


@pytest.mark.usefixtures("_officials")
@pytest.mark.parametrize(
    "typed",
    [
        "'; DROP TABLE people_official; --",
        '" OR 1=1',
        "le AND NOT hong",
        "search_text:le",
        "NEAR(le hong, 2)",
        "le & ! hong | (",
        "le:*",
        "%s %(x)s {0} \\",
        "le\0hong",
        "a" * 10_000,
        "a " * 5_000,
        '"' * 10_000,
        "lê hồng " * 1_250,
        "😀👍🏽 \u200b\ufeff ﷺ",
        "\ud83d".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
    ],
)
def test_harmless(typed: str) -> None:
    list(by_relevance(search(Official.objects.all(), typed), typed))


plain_texts = st.text(alphabet=st.sampled_from("aàbđhò x-"), max_size=12)
texts = st.text(alphabet=st.sampled_from("aàạeêbđhoóò1e0x. -/\"'😀北þqŁ"), max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stored=st.lists(texts, max_size=6), typed=st.one_of(st.text(max_size=10), texts))
def test_finds_what_looking_at_every_word_finds(stored: list[str], typed: str) -> None:
    Official.objects.all().delete()
    rows = [Official(name=t, name_key=f"k{n}", search_text=index_text(t)) for n, t in enumerate(stored)]
    Official.objects.bulk_create(row for row in rows if "\0" not in row.name)
    by_hand = [text for text in stored if _has_words(text, typed)]
    assert sorted(names(search(Official.objects.all(), typed))) == sorted(by_hand)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stored=st.lists(plain_texts, max_size=6), typed=plain_texts, whole=st.booleans())
def test_words_side_by_side_are_what_the_index_finds(stored: list[str], typed: str, whole: bool) -> None:
    Official.objects.all().delete()
    rows = [Official(name=t, name_key=f"k{n}", search_text=index_text(t)) for n, t in enumerate(stored)]
    Official.objects.bulk_create(rows)
    term = Term(parse(typed).adjacent.words, whole=whole)
    if not term.words:
        return
    by_index = search(Official.objects.all(), Query(((term,),)))
    assert sorted(names(Official.objects.filter(search_text__side_by_side=term))) == sorted(names(by_index))


def _has_words(text: str, typed: str) -> bool:
    here = folded_words(text)
    for (term,) in parse(typed).clauses:
        size = len(term.words)
        places = range(len(here) - size + 1)
        if not any(
            tuple(here[p : p + size - 1]) == term.words[:-1] and here[p + size - 1].startswith(term.words[-1])
            for p in places
        ):
            return False
    return True


class TestTheWordsOfATextAreThoseBetweenBlanks:
    """PostgreSQL's own parser takes some of them apart, and the rest of one would be found by its beginning."""

    @pytest.mark.parametrize("word", ["0e0a", "12e3x", "1e5", "3x4y5", "a1b2", "2024e", "00", "qd57"])
    def test_a_word_of_digits_and_letters_is_one(self, word: str) -> None:
        factories.make_official(f"Lô {word} Minh")
        found = {typed for typed in (word, word[:-1], word[1:], word[-1:]) if search(Official.objects.all(), typed)}
        assert found == {typed for typed in (word, word[:-1], word[1:], word[-1:]) if word.startswith(typed)}

    @pytest.mark.parametrize("stored", ["", "  mai   lan ", " mai", "mai  lan  þkmai "])
    def test_blanks_too_many_are_no_words(self, stored: str) -> None:
        Official.objects.bulk_create([Official(name="x", name_key="x", search_text=stored)])
        assert search(Official.objects.all(), "mai").exists() == ("mai" in stored)
        assert not search(Official.objects.all(), "x").exists()

    def test_any_of_several_terms_may_be_words_side_by_side(self) -> None:
        for name in ("Mai Lan Chi", "Lan Mai", "Hà"):
            factories.make_official(name)
        either = Query(((Term(("lan", "chi")), Term(("ha",), whole=True)),))
        assert sorted(names(search(Official.objects.all(), either))) == ["Hà", "Mai Lan Chi"]


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite always asks the index")
@pytest.mark.parametrize("typed", ["nguyen", "n", "nguyễn văn", '"nguyen van"'])
def test_the_index_is_asked_for_what_every_text_has(typed: str) -> None:
    """Once PostgreSQL has counted the words, it would rather divide all texts: half a minute for a large archive."""
    texts = (index_text(f"Nguyễn Văn An {number % 150}") for number in range(3000))  # of few words it keeps no account
    Official.objects.bulk_create(
        Official(name="A", name_key=f"k{number}", search_text=text) for number, text in enumerate(texts)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE people_official")
    found = search(Official.objects.all(), typed)
    assert "Index Scan on people_official_fts" in found.explain()
    assert found.count() == 3000


@pytest.mark.usefixtures("_officials")
class TestFew:
    def test_few_rows_are_found_by_their_keys_and_are_the_same(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """An order by columns leads PostgreSQL through all texts, unless it knows how few have the words."""
        rows = search(Official.objects.order_by("name_key", "pk"), "hoang ha")
        few = by_key_where_few(rows, "hoang ha")
        assert names(few) == names(rows)
        assert len(names(few)) == 2
        assert (str(few.query) != str(rows.query)) == (connection.vendor == "postgresql")
        monkeypatch.setattr("people.search.lookup.FEW", 1)
        assert str(by_key_where_few(rows, "hoang ha").query) == str(rows.query)

    def test_none_are_none(self) -> None:
        rows = search(Official.objects.order_by("pk"), "khong ai ca")
        assert names(by_key_where_few(rows, "khong ai ca")) == []
