"""What people decided on two records at a time, kept apart from the database: not the same, successor, handover."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType

from people.merging.redirects import survivor
from people.models import Distinction, Handover, Organization

Pair = tuple[Any, int, int]  # model, the older one, the younger one


class Decisions:
    """Decisions, by the keys of the records at the time; merges lead them to survivors and undoing leads them back."""

    def __init__(self) -> None:
        self.apart: set[Pair] = set()
        self.successors: dict[int, int | None] = {}
        self.handovers: dict[tuple[int, int], str | None] = {}  # what was handed over; None: nothing, somebody said
        self.gone: dict[tuple[Any, int], int] = {}  # made for a move and taken away: who has the rows

    def forget(self, model: Any, pk: int, heir: int) -> None:
        """A record was taken away with the last row that had been moved to it, which `heir` has."""
        self.apart = {pair for pair in self.apart if pair[0] is not model or pk not in pair[1:]}
        self.gone = {key: heir if key[0] is model and there == pk else there for key, there in self.gone.items()}
        self.gone[model, pk] = heir

    def check(self) -> None:
        """All of them hold."""
        self._check_apart()
        for pk, successor in self.successors.items():
            self._check_successor(Organization.objects.get(pk=pk), successor)
        for pair, duties in self.handovers.items():
            self._check_handover(*pair, duties)
        for (model, pk), heir in self.gone.items():
            assert not model._base_manager.filter(pk=pk).exists()
            last = standing(model, heir)
            expected = last.pk if last.state in ("read", "confirmed") else None
            found = survivor(model, pk)
            assert (found and found.pk) == expected, f"no. {pk} leads to {found}, its rows went to no. {last.pk}"

    def _check_apart(self) -> None:
        stored = Distinction.objects.values_list("kind", "first_id", "second_id")
        assert set(stored) == {(kind_of(model), low, high) for model, low, high in self.apart}
        for model, low, high in self.apart:
            assert standing(model, low) != standing(model, high), f"no. {low} and no. {high} were told apart"

    def _check_successor(self, former: Organization, successor: int | None) -> None:
        if former.merged_into_id is not None:
            return
        wanted = None if successor is None else standing(Organization, successor).pk
        if wanted != former.pk:
            assert former.successor_id == wanted, f"no. {former.pk} became {former.successor_id}, not {wanted}"

    def _check_handover(self, former: int, heir: int, duties: str | None) -> None:
        now = standing(Organization, former).pk, standing(Organization, heir).pk
        alike = [pair for pair in self.handovers if tuple(standing(Organization, pk).pk for pk in pair) == now]
        if now[0] == now[1] or len(alike) > 1:
            return
        found = Handover.objects.filter(former=now[0], heir=now[1]).first()
        if duties is not None:
            assert found is not None, f"the handover from no. {former} to no. {heir} is gone"
            assert found.duties == duties
        elif now == (former, heir) and not any(self._others_in(now)):
            assert found is None, f"a handover from no. {former} to no. {heir} that a person took away is back"

    def _others_in(self, pks: tuple[int, int]) -> Iterator[int]:
        yield from Organization.objects.filter(merged_into__in=pks).values_list("pk", flat=True)


def standing(model: Any, pk: int) -> Any:
    """The record or, if it was merged away, its survivor."""
    return model._base_manager.get(pk=pk).standing()


def kind_of(model: Any) -> int:
    """The key of a model among the kinds of content."""
    return int(ContentType.objects.get_for_model(model).pk)
