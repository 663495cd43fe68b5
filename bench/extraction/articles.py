"""Press reports of meetings made up from a grammar, of one length, each a different one, the same for the same seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from meetings.extraction.lexicon import table

SIZE = 6000  # bytes of UTF-8
_GRAMMAR = Path(__file__).with_name("grammar.txt")
_SYMBOL = re.compile(r"\{(\w+)\}")
# Who meets, who is in the chair, what the meeting is called and what is said of it afterwards.
MEETINGS = [
    ("UBND tỉnh", "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh", "phiên họp thường kỳ tháng {month}", "phiên họp"),
    ("UBND tỉnh", "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh", "phiên họp chuyên đề tháng {month}", "phiên họp"),
    ("UBND tỉnh", "Tỉnh ủy viên, Phó Chủ tịch UBND tỉnh", "hội nghị trực tuyến", "hội nghị"),
    ("Ban Thường vụ Tỉnh ủy", "Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy", "hội nghị lần thứ {number}", "hội nghị"),
    ("Thường trực Tỉnh ủy", "Phó Bí thư Thường trực Tỉnh ủy", "hội nghị giao ban", "hội nghị"),
    ("Thường trực HĐND tỉnh", "Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh", "phiên họp thứ {number}", "phiên họp"),
    ("HĐND tỉnh", "Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh", "kỳ họp thứ {number}", "kỳ họp"),
]


def articles(number: int, size: int = SIZE, seed: int = 1) -> Iterator[str]:
    """`number` texts of about `size` bytes each, the same ones for the same `seed`."""
    for n in range(number):
        yield Draft(random.Random(f"{seed}/{n}")).written(size)


def article(size: int, seed: int = 1) -> str:
    """One text of about `size` bytes, however long."""
    return next(articles(1, size, seed))


@cache
def grammar() -> dict[str, list[str]]:
    """The ways to write each symbol, by symbol."""
    ways: dict[str, list[str]] = {}
    for line in _GRAMMAR.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            own = ways.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            own.append(line.replace("\\n", "\n"))
    return ways


class Draft:
    """A text in the making: what stays the same throughout it, and the symbols that are drawn by chance.

    `given` are symbols that are settled before, `drawn` ways to draw others than the usual ones.
    """

    def __init__(
        self,
        chance: random.Random,
        day: date | None = None,
        given: Mapping[str, str] | None = None,
        drawn: Mapping[str, Callable[[], str]] | None = None,
    ) -> None:
        self.chance = chance
        self.fixed: dict[str, str] = {}
        self.drawn: dict[str, Callable[[], str]] = {}
        self.day = day or date(2014, 1, 6) + timedelta(days=chance.randrange(4200))
        body, roles, meeting, noun = chance.choice(MEETINGS)
        provinces = [row["name"] for row in table("provinces") if row["kind"] == "tỉnh"]
        self.fixed |= {
            "body": body,
            "chair": self._person(),
            "chair_roles": roles,
            "chair_title": roles.split(", ")[-1],
            "noun": noun,
            "province": chance.choice(provinces),
            "comrade": chance.choice(["đồng chí", "đồng chí", "đồng chí", "ông"]),
            "code": "".join(chance.choices("BCDGHLNPQTVY", k=3)),
            "year": str(self.day.year),
            "month": str(self.day.month),
        }
        self.drawn |= {
            "province_of": lambda: chance.choice([f"{self.fixed['province']} ", ""]) if body.endswith("tỉnh") else "",
            "session": lambda: chance.choice(["sáng", "chiều", "sáng ngày", "chiều ngày"]),
            "guest": self._person,
            "byline": self._person,
            "agency": lambda: chance.choice(agencies()),
            "agency_head": lambda: f"Giám đốc {chance.choice(_departments())}",
            "fields": lambda: ", ".join(name.removeprefix("Sở ") for name in chance.sample(_departments(), 3)),
            "day": lambda: self._printed(self.day),
            "day_to_come": lambda: self._printed(self.day + timedelta(days=chance.randrange(10, 200)), year=True),
            "month_to_come": lambda: f"{chance.randint(1, 12)}/{self.day.year}",
            "period_past": lambda: f"{chance.randint(2, 11)} tháng đầu năm {self.day.year}",
            "period_to_come": lambda: f"đến năm {self.day.year + chance.randint(1, 6)}",
            "part_of_year": lambda: f"{chance.randint(2, 6)} tháng cuối năm",
            "published_iso": lambda: (self.day + timedelta(days=1)).isoformat(),
            "published_slash": lambda: f"{self.day:%d/%m/%Y}",
            "clock": lambda: f"{chance.randint(5, 22)}:{chance.randint(10, 59)}",
            "years": lambda: f"{self.day.year}-{self.day.year + chance.randint(1, 9)}",
            "quarter": lambda: chance.choice(["I", "II", "III", "IV"]),
            "number": lambda: str(chance.randint(2, 98)),
            "count": lambda: str(chance.randint(101, 2990)),
            "part": lambda: "/".join(map(str, sorted((chance.randint(3, 400), chance.randint(401, 900))))),
            "percent": lambda: f"{chance.randint(2, 98)},{chance.randint(1, 99)}%",
            "money": lambda: f"{chance.randint(1, 48)}.{chance.randint(100, 999)} tỷ đồng",
            "tonnes": lambda: f"{chance.randint(2, 960)},{chance.randint(1, 9)} nghìn tấn",
            "income": lambda: f"{chance.randint(31, 160)},{chance.randint(1, 9)} triệu đồng",
            "initials": lambda: f"{chance.choice('BCDĐHKLMNPQT')}.{chance.choice('BCDĐHKLMNPQT')}",
            "file": lambda: f"{chance.choice(['hop', 'ket-luan', 'DSC'])}_{chance.randint(100, 99999)}",
            "more": lambda: "\0",  # where `written` fills up
        }
        self.fixed |= given or {}
        self.drawn |= drawn or {}
        self.fixed.setdefault("meeting", self.expanded(meeting))

    def written(self, size: int, symbol: str = "article") -> str:
        """The whole text, filled up with paragraphs of the conclusion to about `size` bytes."""
        text = self.expanded(self.chance.choice(grammar()[symbol]))
        missing = size - len(text.encode())
        filling: list[str] = []
        while missing > 250:
            filling.append(self.expanded("{more}", {"more": self.chance.choice(grammar()["more"])}))
            missing -= len(filling[-1].encode()) + 2
        return text.replace("\0", "\n\n".join(filling))

    def expanded(self, pattern: str, given: dict[str, str] | None = None) -> str:
        """`pattern` with words in the place of its symbols."""
        return _SYMBOL.sub(lambda match: self._written(match[1], given or {}), pattern)

    def _written(self, symbol: str, given: dict[str, str]) -> str:
        name = symbol.lower()
        if name in given:
            words = self.expanded(given[name])
        elif name in self.fixed:
            words = self.fixed[name]
        elif name in self.drawn:
            words = self.drawn[name]()
        else:
            words = self.expanded(self.chance.choice(grammar()[name]))
        if symbol.isupper():
            return words.upper()
        return words[:1].upper() + words[1:] if symbol[0].isupper() else words

    def _person(self) -> str:
        given = self.expanded("{middle} {given}")
        return f"{self.chance.choice(surnames())} {given}"

    def _printed(self, day: date, *, year: bool = False) -> str:
        sign = "/-"[self.day.toordinal() % 2]
        return f"{day.day}{sign}{day.month}" + (f"{sign}{day.year}" if year else "")


@cache
def surnames() -> list[str]:
    """The frequent surnames, each four times, and some of the rare ones."""
    rows = [row for row in table("surnames") if row["position"] == "surname"]
    frequent = [row["name"] for row in rows if row["frequency_rank"]]
    return frequent * 4 + [row["name"] for row in rows[:90] if not row["frequency_rank"]]


@cache
def agencies() -> list[str]:
    """The provincial agencies, departments twice; not the bodies that give the orders, nor a city's."""
    kept = [row["name"] for row in table("agencies") if row["level"] == "tỉnh"]
    own = {"Tỉnh ủy", *(row["body"] for row in table("meeting_bodies")), *(body for body, *_ in MEETINGS)}
    return [name for name in kept if name not in own and not name.endswith(("Thành ủy", "thành phố"))] + _departments()


@cache
def _departments() -> list[str]:
    return [row["name"] for row in table("agencies") if row["kind"] == "sở"]
