"""Who is in a made-up archive: provinces of both eras, their agencies, officials with offices, and documents."""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass, field
from typing import Any

from bench.archive.chance import Zipf, shuffled
from bench.archive.rows import WRITTEN_AT, Rows
from bench.extraction.articles import agencies, grammar, surnames
from meetings.extraction.lexicon import table
from meetings.models import LegalDocument
from meetings.reconcile.agency_names import Named, named
from meetings.reconcile.city_names import in_province
from meetings.reconcile.organizations import organization_of
from meetings.reconcile.provinces import Place
from meetings.reconcile.rows import prepare
from meetings.reconcile.titles import rank
from people.models import Alias, Official, Province, Role
from people.names import name_key
from people.register import ProvinceRegister

# The offices of those who are told of most, with the body that each is an office of.
_LEADERS = (
    ("Chủ tịch UBND tỉnh", "UBND tỉnh"),
    ("Bí thư Tỉnh ủy", "Tỉnh ủy"),
    ("Chủ tịch HĐND tỉnh", "HĐND tỉnh"),
    ("Phó Chủ tịch UBND tỉnh", "UBND tỉnh"),
    ("Phó Bí thư Thường trực Tỉnh ủy", "Tỉnh ủy"),
    ("Phó Chủ tịch HĐND tỉnh", "HĐND tỉnh"),
    ("Phó Chủ tịch UBND tỉnh", "UBND tỉnh"),
    ("Chánh Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh"),
)
_DOCUMENTS = (
    ("Nghị quyết", "{}-NQ/TW", "Bộ Chính trị"),
    ("Quyết định", "{}/QĐ-TTg", "Thủ tướng Chính phủ"),
    ("Chỉ thị", "{}-CT/TW", "Ban Bí thư"),
    ("Nghị định", "{}/2021/NĐ-CP", "Chính phủ"),
    ("Kế hoạch", "{}/KH-UBND", "UBND tỉnh"),
    ("Nghị quyết", "{}/NQ-HĐND", "HĐND tỉnh"),
    ("Kết luận", "{}-KL/TU", "Ban Thường vụ Tỉnh ủy"),
)


@dataclass
class Person:
    """An official and the offices that texts give them; `roles` by the province under which a role is kept."""

    row: Any
    title: str
    body: str
    roles: dict[int | None, Any] = field(default_factory=dict)


class Register:
    """Draws people and agencies, and makes their rows when they are first told of."""

    def __init__(self, seed: int, rows: Rows, officials: int, documents: int) -> None:
        self.seed, self.rows, self.officials = seed, rows, officials
        self.provinces = ProvinceRegister()
        chance = random.Random(f"{seed}/register")
        before = [province for province in self.provinces.all() if province.valid_to is not None]
        self._provinces = Zipf(shuffled(before, chance), 0.9)
        self._agencies = Zipf(shuffled(list(dict.fromkeys(agencies())), chance))
        self._people: dict[int, Zipf[Person]] = {}
        self._named: dict[tuple[str, int | None, str], Named | None] = {}
        self._organizations: dict[tuple[str, int | None], Any] = {}
        self._documents = Zipf(list(range(documents)))
        self._cited: dict[int, Any] = {}
        self.new_organizations: list[Any] = []

    def place(self, chance: random.Random, day: datetime.date) -> Place:
        """A province as it was on the day."""
        return Place(self.provinces, self.provinces.on(self._provinces.draw(chance), day), day)

    def agency(self, chance: random.Random) -> str:
        """An agency as tables name it."""
        return self._agencies.draw(chance)

    def organization(self, words: str, place: Place) -> Any | None:
        """The organization that the words mean there; None for what is no single one, or where the place is unknown."""
        era = "" if place.day is None else ("before" if place.day < datetime.date(2025, 7, 1) else "since")
        asked = (words, place.province.pk if place.province else None, era)
        if asked not in self._named:
            self._named[asked] = named(words, place)
        agency = self._named[asked]
        if agency is None:
            return None
        if agency.key not in self._organizations:
            row = organization_of(agency)
            prepare(row)
            self._organizations[agency.key] = self._added(row)
            self.new_organizations.append(row)
        return self._organizations[agency.key]

    def people(self, place: Place) -> Zipf[Person]:
        """Those who may be told of in a province, under that of today's map."""
        today = place.today
        if today is None:
            raise ValueError("nobody is known where the province is not")
        if today.pk not in self._people:
            self._people[today.pk] = self._populate(today)
        return self._people[today.pk]

    def official(self, person: Person) -> Any:
        """The official's row."""
        if person.row.pk is None:
            prepare(person.row)
            if self._added(person.row).pk % 40 == 0:
                self._alias(person.row)
        return person.row

    def role(self, person: Person, place: Place) -> Any:
        """The role in which a person is told of there."""
        home = place.home
        key = home.pk if home else None
        if key not in person.roles:
            title = in_province(person.title, home)
            organization = self.organization(in_province(person.body, home), place)
            row = Role(province=home, rank=rank(title))
            row.follow(
                {
                    "official": self.official(person),
                    "title": title,
                    "canonical_title": title,
                    "organization": organization,
                    "status": Role.Status.CURRENT.value,
                }
            )
            prepare(row)
            person.roles[key] = self._added(row)
        return person.roles[key]

    def document(self, chance: random.Random) -> Any:
        """A document that is cited."""
        number = self._documents.draw(chance)
        if number not in self._cited:
            kind, form, issuer = _DOCUMENTS[number % len(_DOCUMENTS)]
            printed = form.format(number // len(_DOCUMENTS) + 1)
            row = LegalDocument(canonical=printed)
            row.follow({"kind": kind, "number": printed, "issuer": issuer})
            prepare(row)
            self._cited[number] = self._added(row)
        return self._cited[number]

    def _populate(self, today: Province) -> Zipf[Person]:
        chance = random.Random(f"{self.seed}/people/{today.slug}")
        departments = [row["name"] for row in table("agencies") if row["kind"] == "sở"]
        namesakes: dict[str, int] = {}
        people = []
        for number in range(self.officials):
            middle, given = chance.choice(grammar()["middle"]), chance.choice(grammar()["given"])
            name = f"{chance.choice(surnames())} {middle} {given}"
            homonym = namesakes.get(name_key(name), 0)
            namesakes[name_key(name)] = homonym + 1
            row = Official(province=today, homonym=homonym)
            row.follow({"name": name})
            if number < len(_LEADERS):
                title, body = _LEADERS[number]
            else:
                body = departments[number % len(departments)]
                title = f"{'Giám đốc' if number % 3 else 'Phó Giám đốc'} {body}"
            people.append(Person(row, title, body))
        return Zipf(people, 0.9)

    def _alias(self, official: Any) -> None:
        words = official.name.split()
        name = f"{words[0]} {words[-1]}"
        row = Alias(name=name, name_key=name_key(name), official=official)
        row.refresh_search_text()
        self.rows.add(row)

    def _added(self, row: Any) -> Any:
        row.created_at = row.updated_at = WRITTEN_AT
        return self.rows.add(row)
