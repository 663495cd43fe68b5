"""Steps in which people say that two are not the same, or are, and take it back."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from meetings import judging
from meetings.models import Directive, TaskJudgement
from people.merging import say_distinct
from people.merging.apart import take_back
from people.models import Distinction, Official, Organization
from tests.corrections.decisions import kind_of, standing
from tests.corrections.merging import Merging
from tests.corrections.people import numbers


class TellingApart(Merging):
    """Officials and organizations that are not the same; tasks that are the same, or not."""

    @rule(model=st.sampled_from((Official, Organization)), n=numbers, m=numbers)
    def say_distinct(self, model: Any, n: int, m: int) -> None:
        one, other = self.any(model, n), self.any(model, m)
        if one is None or other is None or one == other:
            return
        said = say_distinct(one, other, by=None, reason="Hai người")
        self.decisions.apart.add((model, said.first_id, said.second_id))
        self.refuses_to_merge(one, other)
        self.check()

    @precondition(lambda self: self.decisions.apart)
    @rule(n=numbers, m=numbers)
    def merge_around(self, n: int, m: int) -> None:
        """Of two that are not the same, the younger is merged with a third one: that is not the other one, either."""
        pairs = sorted(self.decisions.apart, key=lambda pair: (pair[0].__name__, *pair[1:]))
        model, *pair = pairs[n % len(pairs)]
        other, one = (standing(model, pk) for pk in pair)
        thirds = model.objects.published().exclude(pk__in=(one.pk, other.pk)).order_by("pk")
        if not thirds or not self.merged(one, thirds[m % min(len(thirds), 2)]):  # an older one survives
            return
        self.refuses_to_merge(*(standing(model, pk) for pk in pair))

    @precondition(lambda self: self.decisions.apart)
    @rule(n=numbers)
    def take_back_distinct(self, n: int) -> None:
        pairs = sorted(self.decisions.apart, key=lambda pair: (pair[0].__name__, *pair[1:]))
        model, low, high = pairs[n % len(pairs)]
        self.decisions.apart.remove((model, low, high))
        take_back(
            Distinction.objects.get(kind=kind_of(model), first_id=low, second_id=high),
            by=None,
            reason="Có thể là một người",
        )
        self.check()

    @rule(n=numbers, m=numbers, same=st.booleans())
    def judge_tasks(self, n: int, m: int, same: bool) -> None:
        """A person says of two tasks that they are the same, or that they are not."""
        one, other = self.any(Directive, n), self.any(Directive, m)
        if one is None or other is None:
            return
        try:
            said = judging.judge(one, other, same=same, by=None)
        except judging.Contradiction:
            return
        self.words.judged[said.first_id, said.second_id] = same
        self.check()

    @precondition(lambda self: self.words.judged)
    @rule(n=numbers)
    def take_back_judgement(self, n: int) -> None:
        pairs = sorted(self.words.judged)
        low, high = pairs[n % len(pairs)]
        del self.words.judged[low, high]
        judging.take_back(TaskJudgement.objects.get(first=low, second=high))
        self.check()
