"""Where a meeting takes place: the province as the text or a curator names it, in the era of the meeting's day."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from meetings.extraction.facts import MeetingFact
from meetings.models import Article
from meetings.reconcile.days import first_day, last_day
from people.models import Province
from people.register import ProvinceRegister


def era_day(fact: MeetingFact, article: Article) -> datetime.date | None:
    """The day by which a province's era is chosen: the meeting's, else the report's, else the last that is possible."""
    if fact.date and fact.precision == "day":
        return first_day(fact.date)
    return article.reported_on or (last_day(fact.date) if fact.date else None)


@dataclass(frozen=True)
class Place:
    """A meeting's province in the era of its day, and what names of other provinces mean beside it."""

    register: ProvinceRegister
    province: Province | None
    day: datetime.date | None

    @property
    def home(self) -> Province | None:
        """The province under which agencies and roles are kept (`ProvinceRegister.home`)."""
        return self.register.home(self.province) if self.province else None

    @property
    def today(self) -> Province | None:
        """The province of today's map, under which officials are kept."""
        return self.register.today(self.province) if self.province else None

    def named(self, name: str) -> Province | None:
        """The province of that name in the era of the day."""
        return self.register.find(name, self.day)

    def home_of(self, name: str) -> Province | None:
        """The `home` of the province of that name."""
        province = self.named(name)
        return self.register.home(province) if province else None

    def is_city(self, name: str) -> bool:
        """Whether `name` is that of a city under the central government, not of a town within a province."""
        province = self.named(name)
        return province is not None and province.kind == Province.Kind.CITY


def place_of(article: Article, fact: MeetingFact, register: ProvinceRegister) -> Place:
    """Where a meeting takes place by the words of the text or, where these tell no province, by its curator."""
    day = era_day(fact, article)
    own = register.find(fact.province, day) if fact.province else None
    curated = register.on(article.province, day) if article.province else None
    return Place(register, own or curated, day)
