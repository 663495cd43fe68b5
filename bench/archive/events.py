"""What happens at the meetings of an archive: where and when, who comes, what is ordered and promised there."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bench.archive.chance import Zipf
from bench.archive.chronicle import Chronicle
from bench.archive.register import Person, Register
from bench.archive.words import Deadline, Words
from meetings.reconcile.city_names import in_province
from meetings.reconcile.provinces import Place

_FIRST, _DAYS = date(2009, 1, 5), 6150
# Kind, body, what it is called, what it is called for short, whether it is numbered; the frequent ones first.
_KINDS = (
    ("regular_session", "UBND tỉnh", "phiên họp thường kỳ tháng {month}", "phiên họp", False),
    ("conference", "UBND tỉnh", "hội nghị trực tuyến", "hội nghị", False),
    ("standing_committee_meeting", "Ban Thường vụ Tỉnh ủy", "hội nghị lần thứ {number}", "hội nghị", True),
    ("briefing", "Thường trực Tỉnh ủy", "hội nghị giao ban tháng {month}", "hội nghị", False),
    ("council_session", "HĐND tỉnh", "kỳ họp thứ {number}", "kỳ họp", True),
    ("working_session", "UBND tỉnh", "buổi làm việc", "buổi làm việc", False),
    ("thematic_session", "UBND tỉnh", "phiên họp chuyên đề tháng {month}", "phiên họp", False),
    ("committee_plenum", "Tỉnh ủy", "hội nghị lần thứ {number}", "hội nghị", True),
    ("citizen_reception", "UBND tỉnh", "buổi tiếp công dân định kỳ tháng {month}", "buổi tiếp", False),
    ("other", "Thường trực HĐND tỉnh", "cuộc họp", "cuộc họp", False),
)
_ORDERS = (("yêu cầu", "order"), ("giao", "order"), ("đề nghị", "request"), ("lưu ý", "note"), ("chỉ đạo", "order"))


@dataclass(frozen=True)
class Order:
    verb: str
    strength: str
    agencies: list[str]
    task: str
    deadline: Deadline | None
    document: Any | None
    repeats: Any | None


@dataclass(frozen=True)
class Event:
    """What happens at a meeting: what every paper that tells of it has to choose from."""

    place: Place
    day: date | None
    precision: str
    reported: date | None
    kind: str
    body: str
    called: str
    noun: str
    number: int | None
    session: str
    matter: str
    guests: list[Person]
    acts: list[str]
    orders: list[Order]
    figures: list[tuple[Any, int, str, bool]]
    outcomes: list[tuple[str, str]]


class Events:
    """Draws meetings of all kinds: more of late than of old, most of them in a few provinces."""

    def __init__(self, words: Words, register: Register, chronicle: Chronicle) -> None:
        self._words, self._register, self._chronicle = words, register, chronicle
        self._kinds = Zipf(_KINDS)

    def held(self, chance: random.Random) -> Event:
        """A meeting."""
        day = _FIRST + timedelta(days=int(_DAYS * chance.betavariate(3, 1)))
        place = self._register.place(chance, day)
        kind, body, called, noun, is_numbered = self._kinds.draw(chance)
        number = chance.randint(2, 60) if is_numbered else None
        way = chance.random()
        precision = "none" if way < 0.015 else "month" if way < 0.03 else "day"
        reported = day + timedelta(days=chance.randrange(3)) if chance.random() < 0.93 else None
        if chance.random() < 0.015:
            place = Place(self._register.provinces, None, day)
        known = place.province is not None
        attending = min(30, 5 + int(chance.expovariate(1 / 6.3)))
        people = self._register.people(place).draw_some(chance, attending) if known else []
        guests = list({id(person): person for person in people}.values())
        orders = [self._order(chance, place, day) for _ in range(min(40, 2 + int(chance.expovariate(1 / 7.6))))]
        figures = []
        for _ in range(min(12, int(chance.expovariate(1 / 3.35)))):
            figure = self._words.figure(chance)
            value = chance.randint(figure.least, figure.most)
            figures.append(
                (figure, value, chance.choice(("planned", "achieved", "achieved", "projected")), chance.random() < 0.3)
            )
        outcomes = [
            (self._words.outcomes.draw(chance), f"{self._words.documents.draw(chance)} về {self._words.matter(chance)}")
            for _ in range(int(chance.expovariate(1 / 1.4)))
        ]
        return Event(
            place, {"day": day, "month": day.replace(day=1), "none": None}[precision], precision, reported, kind,
            in_province(body, place.province), called.format(month=day.month, number=number), noun, number,
            chance.choice(("morning", "afternoon", "")), self._words.matter(chance), guests,
            ["chairs", *chance.choices(("attends", "attends", "attends", "speaks", "reports"), k=len(guests))],
            orders, figures, outcomes,
        )  # fmt: skip

    def _order(self, chance: random.Random, place: Place, day: date) -> Order:
        verb, strength = chance.choice(_ORDERS)
        told = chance.choices((1, 2, 3), (0.66, 0.24, 0.1))[0]
        agencies = list(dict.fromkeys(in_province(self._register.agency(chance), place.province) for _ in range(told)))
        key = place.province.pk if place.province else None
        repeats, task = None, self._words.task(chance)
        if key in self._chronicle.earlier and chance.random() < 0.02:
            repeats, task, agencies = self._chronicle.earlier[key]
        document = self._register.document(chance) if chance.random() < 0.11 else None
        return Order(verb, strength, agencies, task, self._words.deadline(chance, day), document, repeats)
