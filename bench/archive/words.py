"""The words that tasks, titles and figures of an archive are made of: a few common ones, many rare ones."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from bench.archive.chance import Zipf, shuffled
from bench.extraction.articles import grammar, surnames

_PROJECTS = 4000


@dataclass(frozen=True)
class Deadline:
    """By when: the words, and what the columns of a task say of them."""

    text: str
    kind: str
    value: str
    earliest: date | None
    latest: date | None


@dataclass(frozen=True)
class Figure:
    """A figure of an indicator: words before and after the number, and what the columns say."""

    metric: str
    unit: str
    least: int
    most: int


_FIGURES = (
    Figure("thu ngân sách nhà nước", "tỷ đồng", 900, 60_000),
    Figure("tỷ lệ giải ngân vốn đầu tư công", "%", 5, 99),
    Figure("tăng trưởng GRDP", "%", 2, 13),
    Figure("thu nội địa", "tỷ đồng", 500, 40_000),
    Figure("tỷ lệ hộ nghèo", "%", 1, 19),
    Figure("GRDP bình quân đầu người", "triệu đồng", 30, 180),
    Figure("chỉ số sản xuất công nghiệp", "%", 80, 120),
    Figure("sản lượng lương thực", "tấn", 90_000, 1_900_000),
    Figure("tỷ lệ che phủ rừng", "%", 5, 74),
    Figure("tỷ lệ bao phủ bảo hiểm y tế", "%", 80, 99),
    Figure("vốn đầu tư toàn xã hội", "tỷ đồng", 9_000, 150_000),
    Figure("doanh thu du lịch", "tỷ đồng", 100, 30_000),
    Figure("tỷ lệ đô thị hóa", "%", 15, 80),
    Figure("dư nợ tín dụng", "tỷ đồng", 9_000, 400_000),
    Figure("sản lượng thủy sản khai thác", "tấn", 2_000, 300_000),
    Figure("số xã đạt chuẩn nông thôn mới", "xã", 3, 240),
)


class Words:
    """What can be said, drawn from the words of `extraction/grammar.txt` by Zipf's law."""

    def __init__(self, seed: int) -> None:
        chance = random.Random(f"{seed}/words")

        def some(symbol: str, steepness: float = 1.0) -> Zipf[str]:
            ways = [way for way in dict.fromkeys(grammar()[symbol]) if "{" not in way]
            return Zipf(shuffled(ways, chance), steepness)

        self._verbs, self._heads, self._of = some("verb"), some("thing_head"), some("thing_of")
        self._kinds, self._went = some("thing_kind"), some("went")
        self.documents, self.outcomes = some("document"), some("outcome")
        names = [f"{a} {b}" for a in grammar()["place_first"] for b in grammar()["place_second"]]
        self._places = Zipf([name.title() for name in shuffled(names, chance)], 0.9)
        given = grammar()["given"]
        pairs = dict.fromkeys(f"{chance.choice(surnames())} {chance.choice(given)}" for _ in range(_PROJECTS))
        self._projects = Zipf(list(pairs), 0.9)
        self._figures = Zipf(_FIGURES)

    def place(self, chance: random.Random) -> str:
        """A commune, mostly."""
        return f"{chance.choice(('xã', 'xã', 'phường', 'huyện'))} {self._places.draw(chance)}"

    def thing(self, chance: random.Random) -> str:
        """What something is to be done to."""
        thing = f"{self._heads.draw(chance)} {self._of.draw(chance)}"
        return f"{thing} {self._kinds.draw(chance)}" if chance.random() < 0.2 else thing

    def task(self, chance: random.Random) -> str:
        """What is to be done."""
        task = f"{self._verbs.draw(chance)} {self.thing(chance)}"
        way = chance.random()
        if way < 0.3:
            return f"{task} tại {self.place(chance)}"
        if way < 0.5:
            return f"{task} thuộc dự án {self._projects.draw(chance)}"
        return f"{task} và {self.thing(chance)}" if way < 0.65 else task

    def matter(self, chance: random.Random) -> str:
        """What a meeting is about."""
        return f"công tác {self._of.draw(chance)} và {self.thing(chance)}"

    def state(self, chance: random.Random) -> str:
        """How things are, as a sentence."""
        thing = self.thing(chance)
        return f"{thing[:1].upper()}{thing[1:]} ở {self.place(chance)} {self._went.draw(chance)}."

    def figure(self, chance: random.Random) -> Figure:
        """An indicator with its unit."""
        return self._figures.draw(chance)

    def deadline(self, chance: random.Random, day: date) -> Deadline | None:
        """By when, for one task in three."""
        way = chance.random()
        if way > 0.36:
            return None
        due = day + timedelta(days=chance.randrange(5, 240))
        if way < 0.18:
            return Deadline(f"trước ngày {due.day}/{due.month}/{due.year}", "date", due.isoformat(), None, due)
        if way < 0.27:
            first = due.replace(day=1)
            last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            return Deadline(f"trong tháng {due.month}/{due.year}", "period", f"{due:%Y-%m}", first, last)
        if way < 0.31:
            quarter = (due.month - 1) // 3
            first = date(due.year, 3 * quarter + 1, 1)
            last = (first + timedelta(days=95)).replace(day=1) - timedelta(days=1)
            numeral = ("I", "II", "III", "IV")[quarter]
            return Deadline(f"trong quý {numeral}/{due.year}", "period", f"{due.year}-Q{quarter + 1}", first, last)
        return Deadline("trong thời gian sớm nhất", "vague", "", None, None)
