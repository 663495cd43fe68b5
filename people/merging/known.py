"""What is known of the records that are compared, in memory: names, places, titles, ties; and what a pair is worth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from people.merging.likeness import initials, is_short, one_slip, only_tone, same_but_spelling
from people.models import Handover, Official, Province, Role

if TYPE_CHECKING:
    from people.merging.likely import Reason

# What a reason is worth where the two share no more than the place.
_WORTH = {"homonym": 80, "unplaced": 60, "elsewhere": 70, "spelling": 95, "slip": 35, "middle": 35, "short": 75}
_WORTH |= {"place": 80, "succession": 40}
_OF_AGENCIES = ("abbreviations", "valid_from", "valid_to", "successor", "former_names", "kind")
_SAME_TITLE, _SAME_BODY, _TONE_ONLY = 35, 15, 10


class Known:
    """The records of one kind that are compared: a constant number of queries."""

    def __init__(self, model: Any, rows: Any) -> None:
        self.are_people = model is Official
        columns = ["name", "name_key", "province", *(["homonym"] if self.are_people else _OF_AGENCIES)]
        self._rows = {row.pk: row for row in rows.only(*columns).order_by("pk").iterator(chunk_size=5000)}
        self._provinces = {province.pk: province for province in Province.objects.all()}
        self._titles: dict[int, set[str]] = defaultdict(set)
        self._bodies: dict[int, set[int]] = defaultdict(set)
        self._tied: set[tuple[int, int]] = set()
        self._load_roles(rows) if self.are_people else self._load_ties()

    def _load_roles(self, rows: Any) -> None:
        held = Role.objects.published().filter(official__in=rows.order_by().values("pk")).order_by()
        for pk, title, body in held.values_list("official", "title_key", "organization").iterator(chunk_size=5000):
            self._titles[pk].add(title)
            if body is not None:
                self._bodies[pk].add(body)

    def _load_ties(self) -> None:
        self._tied |= {_ordered(*tie) for tie in Handover.objects.order_by().values_list("former", "heir")}
        self._tied |= {_ordered(pk, row.successor_id) for pk, row in self._rows.items() if row.successor_id}

    def all(self) -> Iterable[int]:
        """The keys of all records."""
        return self._rows

    def key(self, pk: int) -> str:
        """The key of a record's name."""
        return self._rows[pk].name_key

    def record(self, pk: int) -> Any:
        """The record, with its province."""
        row = self._rows[pk]
        if row.province_id is not None and "province" not in row._state.fields_cache:
            row.province = self._provinces[row.province_id]
        return row

    def province_name(self, pk: int) -> str:
        """The name of a record's province; empty where none is known."""
        province_id = self._rows[pk].province_id
        return self._provinces[province_id].name if province_id else ""

    def at_places(self) -> Iterator[list[int]]:
        """Groups of records that share a province or, of people, an agency."""
        places: dict[tuple[str, int | None], list[int]] = defaultdict(list)
        for pk, row in self._rows.items():
            if row.province_id is not None or not self.are_people:
                places["province", row.province_id].append(pk)
            for body in self._bodies.get(pk, ()):
                places["body", body].append(pk)
        yield from (members for members in places.values() if len(members) > 1)

    def tied(self, low: int, high: int) -> bool:
        """Whether one of two organizations is known to have become the other, or to have given work to it."""
        one, other = self._rows[low], self._rows[high]
        former = (getattr(row, "former_names", "").lower().split("|") for row in (one, other))
        return (low, high) in self._tied or any(
            name.lower() in names for name, names in zip((other.name, one.name), former, strict=True)
        )

    def judge(self, reason: Reason, low: int, high: int) -> tuple[int, str] | None:
        """What a pair is worth, 0 to 100, and the reason as it turns out; None where the two are not alike."""
        one, other = self._rows[low], self._rows[high]
        kind: str | None = str(reason)
        if reason == "homonym":
            kind = self._of_one_key(low, high)
        elif reason == "slip":
            kind = kind if self._slipped(one.name_key, other.name_key) else None
        elif reason == "middle":
            kind = kind if abs(one.name_key.count(" ") - other.name_key.count(" ")) == 1 else None
        elif reason == "short":
            kind = kind if any(map(is_short, f"{one.name} {other.name}".split())) and _agree(one, other) else None
        if kind is None:
            return None
        if not self.are_people and _one_after_the_other(one, other):
            return _WORTH["succession"], "succession"
        score = _WORTH[kind]
        score += _SAME_TITLE if self._titles[low] & self._titles[high] else 0
        score += _SAME_BODY if self._bodies[low] & self._bodies[high] else 0
        if kind == "slip" and only_tone(one.name, other.name):
            score += _TONE_ONLY
        return min(score, 100), kind

    def _of_one_key(self, low: int, high: int) -> str | None:
        one, other = self._rows[low], self._rows[high]
        if one.province_id != other.province_id and None not in (one.province_id, other.province_id):
            return "elsewhere" if self._bodies[low] & self._bodies[high] else None
        if same_but_spelling(one.name, other.name):
            return "spelling"
        return "homonym" if one.province_id == other.province_id is not None else "unplaced"

    @staticmethod
    def _slipped(one: str, other: str) -> bool:
        words = [(a, b) for a, b in zip(one.split(" "), other.split(" "), strict=False) if a != b]
        return one.count(" ") == other.count(" ") and len(words) == 1 and one_slip(*words[0])


def _ordered(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _agree(one: Any, other: Any) -> bool:
    """Whether the initials of one are those of the other, or a short name that it is known by."""
    forms = [{initials(name) for name in (row.name, *row.abbreviations.split("|")) if name} for row in (one, other)]
    return bool(forms[0] & forms[1])


def _one_after_the_other(one: Any, other: Any) -> bool:
    return any(a.valid_to and b.valid_from and a.valid_to <= b.valid_from for a, b in ((one, other), (other, one)))
