"""What all sequences share: the database, what people have said so far, and who may be spoken of."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from people.corrections import State
from people.models import Merge
from tests.corrections.decisions import Decisions
from tests.corrections.texts import Reading
from tests.corrections.world import Words, check_world
from tests.staff import login

numbers = st.integers(0, 1000)


class People(RuleBasedStateMachine):
    """After each step all that people said must hold, and the database must be sound."""

    sequences = 0

    def __init__(self) -> None:
        super().__init__()
        type(self).sequences += 1
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.words = Words()
        self.decisions = Decisions()
        self.last: dict[int, Reading] = {}
        self.merges: list[Merge] = []
        self.client: Client | None = None

    def teardown(self) -> None:
        """Leaves nothing behind."""
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    def any(self, model: Any, n: int, **condition: Any) -> Any:
        """A record that people may speak of: every fifth time also one that readings took from view."""
        rows = model._default_manager.filter(**condition).order_by("pk")
        if n % 5:
            rows = rows.exclude(state=State.WITHDRAWN)
        if hasattr(model, "merged_into"):
            rows = rows.filter(merged_into=None)
        count = rows.count()
        return rows[n % count] if count else None

    def editor(self) -> Client:
        """The browser of one who may do everything."""
        if self.client is None:
            self.client = login(Client(), User.objects.create_superuser("editor"))
        return self.client

    def heard(self, record: Any) -> None:
        """A person has just spoken of this record."""
        self.words.hear(record)
        self.check()

    def check(self) -> None:
        """All that people said holds, and the database is sound."""
        self.words.check()
        self.words.check_judgements()
        self.words.check_marks()
        self.decisions.check()
        check_world()
