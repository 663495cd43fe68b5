"""Which rows move from one record to another: those that a person chose, and what belongs to them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.utils.functional import Promise

from people.corrections import State

# By the name of a model, the keys of the rows that a person chose: `{"appearance": {12, 15}}`.
Chosen = Mapping[str, Collection[int]]


@dataclass(frozen=True, slots=True)
class Kind:
    """Rows of `model`, which name the record in `field` and can be moved one by one; `order` is how they are listed."""

    model: Any
    field: str
    label: str | Promise
    order: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the kind is called in a form."""
        return str(self.model._meta.model_name)

    def of(self, record: Any) -> Any:
        """The rows that tell of the record, those that a person has rejected, too."""
        return self.model.objects.filter(**{self.field: record}).exclude(state=State.WITHDRAWN)


@dataclass
class Moving:
    """What is moved away from `record`: by kind the rows chosen and, as each kind of record has it, what belongs there.

    Rows of other records are left out of what was chosen.
    """

    record: Any
    chosen: dict[Kind, list[Any]] = field(default_factory=dict)
    kinds: ClassVar[tuple[Kind, ...]] = ()
    related: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    @classmethod
    def what_moves(cls, record: Any, chosen: Chosen) -> Moving:
        """What moving the rows with these keys would move."""
        moving = cls(record)
        for kind in cls.kinds:
            rows = kind.of(record).filter(pk__in=set(chosen.get(kind.name, ())))
            moving.chosen[kind] = list(rows.select_related(*cls.related.get(kind.name, ())).order_by("pk"))
        moving.bring_along()
        return moving

    def bring_along(self) -> None:
        """Finds what belongs to the rows chosen."""

    def counted(self) -> Iterator[tuple[int, str | Promise]]:
        """How many rows of each kind move, for whoever is about to move them."""
        yield from ((len(rows), kind.label) for kind, rows in self.chosen.items() if rows)

    def turn(self, target: Any, by: Any, reason: str) -> None:
        """Lets all rows name `target`, with who did it and why in the history of each."""
        raise NotImplementedError

    def meetings(self) -> set[int]:
        """The keys of the meetings whose records say something else of each other then."""
        raise NotImplementedError

    def __bool__(self) -> bool:
        return any(self.chosen.values())
