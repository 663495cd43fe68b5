"""Whatever is read, corrected and rejected, in any order: one row per order, people's words stay, evidence is true."""

from dataclasses import dataclass, field

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings.models import Article, Directive
from people.corrections import State
from tests.meetings.telling import Telling

ORDERS = (
    "Sở Tài chính trình phương án thu ngân sách quý tới.",
    "Sở Y tế rà soát danh mục thuốc thiết yếu!",
    "Công an tỉnh tuần tra các tuyến đường ven biển.",
    "Văn phòng UBND tỉnh đôn đốc cải cách thủ tục hành chính.",
)
some_orders = st.lists(st.sampled_from(range(len(ORDERS))), unique=True)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("read"), some_orders, st.lists(st.booleans(), min_size=4, max_size=4)),
        st.tuples(st.just("correct"), st.sampled_from(range(len(ORDERS))), st.none()),
        st.tuples(st.just("reject"), st.sampled_from(range(len(ORDERS))), st.none()),
    ),
    min_size=2,
    max_size=7,
)


@dataclass
class World:
    """What must be true of the database: by order, its row and what a person has said of it."""

    article: Article | None = None
    rows: dict[int, int] = field(default_factory=dict)
    corrected: set[int] = field(default_factory=set)
    rejected: set[int] = field(default_factory=set)

    def read(self, printed: list[int], found: list[bool]) -> None:
        """A text that prints these orders, of which the reading finds some."""
        text = "\n".join(("UBND tỉnh họp.", *(ORDERS[n] for n in printed)))
        read = [n for n in printed if found[n]]
        for again in (False, True):
            told = Telling(text, date=None)
            for n in read:
                told.directive(ORDERS[n], strength="order")
            self.article, tally = told.loads(self.article)
            assert not again or tally.changes == 0
        for n in read:
            row = Directive.objects.get(text=ORDERS[n])
            assert self.rows.setdefault(n, row.pk) == row.pk
        self.check(text, read)

    def correct(self, n: int) -> None:
        for row in Directive.objects.filter(text=ORDERS[n], state=State.READ):
            row.strength = "note"
            row.save()
            self.corrected.add(n)

    def reject(self, n: int) -> None:
        if Directive.objects.filter(text=ORDERS[n]).update(state=State.REJECTED):
            self.rejected.add(n)

    def check(self, text: str, read: list[int]) -> None:
        assert Directive.objects.count() == len(self.rows)
        for n, pk in self.rows.items():
            row = Directive.objects.get(pk=pk)
            assert row.strength == ("note" if n in self.corrected else "order")
            standing = State.READ if n in read or n in self.corrected else State.WITHDRAWN
            assert row.state == (State.REJECTED if n in self.rejected else standing)
            assert row.quote == ORDERS[n]
            assert (row.start is None) == (ORDERS[n] not in text)
            assert row.start is None or text[row.start : row.end] == row.quote


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_any_history(history: list[tuple[str, object, object]]) -> None:
    with transaction.atomic():
        world = World()
        for step, what, found in history:
            getattr(world, step)(what, *([found] if step == "read" else []))
        transaction.set_rollback(True)
