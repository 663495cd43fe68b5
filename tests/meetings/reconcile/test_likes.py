"""Each two tasks that may be alike are found, and no two that are not."""

import datetime
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from meetings.reconcile.likes import Likes
from meetings.reconcile.told import Told, likeness

WORDS = [f"w{number}" for number in range(14)]


def task(pk: int, words: frozenset[str], day: int = 1, agency: int = 1) -> Told:
    when = datetime.date(2024, 1, 1) + datetime.timedelta(days=day)
    return Told(pk, pk, when, 1, None, frozenset({("organization", agency)}), words, frozenset())


told = st.builds(
    task, st.integers(1, 10**6), st.frozensets(st.sampled_from(WORDS)), st.integers(0, 500), st.integers(1, 2)
)


@given(st.lists(told, max_size=8), st.lists(told, max_size=12))
def test_what_is_alike_is_what_comparing_each_with_each_tells(tasks: list[Told], others: list[Told]) -> None:
    likes = Likes(tasks, others)
    pairs = {(one, other): percent for one, other in product(tasks, others) if (percent := likeness(one, other))}
    assert {(one, other): percent for one in tasks for other, percent in likes.of(one).items()} == pairs
    assert {(one, other): percent for other in others for one, percent in likes.of(other).items()} == pairs
    assert set(likes) == {each for pair in pairs for each in pair}


def test_a_task_that_is_like_none_has_none() -> None:
    one, other = task(1, frozenset(WORDS[:7])), task(2, frozenset(WORDS[7:]), day=30)
    likes = Likes([one], [other])
    assert list(likes) == []
    assert likes.of(one) == {}


def test_one_word_of_many_may_be_missing() -> None:
    one, other = task(1, frozenset(WORDS[:9])), task(2, frozenset(WORDS[1:9]), day=30)
    assert Likes([one], [other]).of(one) == {other: 94}
