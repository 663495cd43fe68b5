"""What may be alike a task is let pass, and what shares fewer words, or was told others or too long ago, is not."""

import datetime
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from meetings.reconcile.sieve import Row, Sieve
from meetings.reconcile.told import Told, likeness

WORDS = [f"từ{number}" for number in range(300)]
FOLDED = [f"tu{number}" for number in range(300)]
FIRST = datetime.date(2024, 1, 1)


def task(pk: int, words: frozenset[int], day: int = 1, agency: int = 1) -> Told:
    own = frozenset(FOLDED[word] for word in words)
    when = FIRST + datetime.timedelta(days=day)
    return Told(pk, pk, when, 1, None, frozenset({("organization", agency)}), own, frozenset())


def row(told: Told) -> Row:
    """The task as it stands in the database, with its accents and its signs."""
    text = ", ".join(WORDS[FOLDED.index(word)] for word in told.words) + "."
    return told.pk, next(iter(told.agencies)), text, told.day


def tasks(words: int) -> st.SearchStrategy[list[Told]]:
    own = st.frozensets(st.integers(0, words - 1), max_size=40)
    made = st.builds(task, st.integers(1, 10**6), own, st.integers(0, 800), st.integers(1, 2))
    return st.lists(made, max_size=10, unique_by=lambda told: told.pk)


@given(tasks(300), tasks(300))
def test_what_is_alike_is_let_pass(new: list[Told], others: list[Told]) -> None:
    passed = Sieve(new).passed(map(row, others))
    assert {other.pk for other in others if any(likeness(one, other) for one in new)} <= passed


@given(tasks(100), tasks(100))
def test_of_few_words_each_counts(new: list[Told], others: list[Told]) -> None:
    """A hundred words have a bit of their own each."""
    wanted = {
        other.pk
        for other in others
        for one in new
        if len(one.words) >= 4
        and len(one.words & other.words) >= ceil(len(one.words) / 2)
        and one.agencies == other.agencies
        and 0 < abs((one.day - other.day).days) <= 365
    }
    assert Sieve(new).passed(map(row, others)) == wanted


def test_groups_are_looked_for_by_their_words_alone() -> None:
    words = frozenset(range(6))
    one = task(1, words)
    group = Told(2, 2, one.day, 1, None, frozenset({("cac huyen", "province", 1)}), one.words, frozenset())
    later = one.day + datetime.timedelta(days=9)
    rows = [(7, "cac huyen", row(one)[2], later), (8, "cac xa", row(one)[2], later)]
    assert Sieve([group]).passed(rows) == {7}
    assert Sieve([one]).passed(rows) == set()
