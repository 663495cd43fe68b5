"""Writes a folder of made-up press texts with the curator's table beside them, as `load_articles` takes it.

See bench/README.md. The same seed gives the same folder.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from tqdm import tqdm

from bench.archive.chance import Zipf, shuffled
from bench.extraction.articles import MEETINGS, Draft, agencies, grammar, surnames

PROVINCES = Path(__file__).resolve().parents[2] / "fixtures/provinces.csv"
COLUMNS = ("file", "url", "publisher", "reported_on", "province", "title")
FIRST, DAYS = date(2014, 1, 6), 4300
OFFICIALS = 120  # of a province, of whom a few are in nearly every text
AT_ONCE = 1000  # files in a folder
_TOLD_TWICE = 0.12
_NO_MEETING = 0.06
_PRESS = ("Báo {}", "Cổng thông tin điện tử {}", "Đài Phát thanh và Truyền hình {}")
_SIZES = (1500, 2500, 3500, 4500, 6000, 9000)  # bytes


@dataclass(frozen=True)
class Text:
    """A press text and what a curator knows of it; cells of `known` are empty where nothing is known."""

    file: str
    text: str
    known: dict[str, str]


@dataclass(frozen=True)
class _Province:
    name: str
    valid_from: str
    valid_to: str

    def existed(self, day: date) -> bool:
        return self.valid_from <= day.isoformat() <= (self.valid_to or "9")


class Press:
    """Papers that tell of the meetings of provinces, and of other things."""

    def __init__(self, seed: int = 1) -> None:
        self.seed = seed
        chance = random.Random(f"{seed}/press")
        with PROVINCES.open(encoding="utf-8", newline="") as lines:
            rows = [row for row in csv.DictReader(lines) if row["kind"] == "province"]
        self._provinces = Zipf(
            shuffled([_Province(row["name"], row["valid_from"], row["valid_to"]) for row in rows], chance), 0.8
        )
        self._agencies = Zipf(shuffled(list(dict.fromkeys(agencies())), chance))
        self._bodies = Zipf(MEETINGS)
        self._people: dict[str, Zipf[str]] = {}

    @cached_property
    def _given(self) -> list[str]:
        return [f"{middle} {given}" for middle in grammar()["middle"] for given in grammar()["given"]]

    def texts(self, count: int) -> Iterator[Text]:
        """`count` texts; a meeting that two papers tell of is in two that follow each other."""
        made = number = 0
        while made < count:
            for text in self._of_one_event(number)[: count - made]:
                yield Text(f"{made // AT_ONCE:04}/{made:07}.txt", text.text, text.known)
                made += 1
            number += 1

    def people_of(self, province: str) -> Zipf[str]:
        """The names of those who are told of in a province."""
        if province not in self._people:
            chance = random.Random(f"{self.seed}/people/{province}")
            names = {f"{chance.choice(surnames())} {chance.choice(self._given)}": None for _ in range(OFFICIALS)}
            self._people[province] = Zipf(list(names))
        return self._people[province]

    def _of_one_event(self, number: int) -> list[Text]:
        chance = random.Random(f"{self.seed}/{number}")
        day = FIRST + timedelta(days=int(DAYS * chance.betavariate(2, 1)))  # more of late than of old
        province = next(p for p in iter(lambda: self._provinces.draw(chance), None) if p.existed(day))
        if chance.random() < _NO_MEETING:
            text = Draft(chance, day, {"province": province.name}).written(0, "other")
            return [self._known(chance, text, province.name, day, 0)]
        (body, roles, meeting, noun), people = self._bodies.draw(chance), self.people_of(province.name)
        given = {
            "province": province.name,
            "body": body,
            "chair": people.items[MEETINGS.index((body, roles, meeting, noun)) + 7 * (day.year // 5 % 3)],
            "chair_roles": roles,
            "chair_title": roles.split(", ")[-1],
            "noun": noun,
            "meeting": meeting.format(month=day.month, number=chance.randint(2, 60)),
            "session": chance.choice(["sáng", "chiều", "sáng ngày", "chiều ngày"]),
        }
        told: list[str] = []

        def guest() -> str:
            told.append(people.draw(chance))
            return told[-1]

        def office() -> str:
            """What the last one named is, the same in every text of a term."""
            own = random.Random(f"{self.seed}/{province.name}/{told[-1]}/{day.year // 5}")
            return Draft(own, day, given).expanded("{guest_roles}")

        drawn = {"guest": guest, "guest_roles": office, "agency": lambda: self._agencies.draw(chance)}
        papers = 2 if chance.random() < _TOLD_TWICE else 1
        written = [Draft(chance, day, given, drawn).written(chance.choice(_SIZES)) for _ in range(papers)]
        return [self._known(chance, text, province.name, day, paper) for paper, text in enumerate(written)]

    def _known(self, chance: random.Random, text: str, province: str, day: date, paper: int) -> Text:
        """A text with what a curator has found out of it, which is not always all."""
        is_complete = chance.random() < 0.9
        publisher = _PRESS[(chance.randrange(2) + paper) % len(_PRESS)].format(province)
        return Text(
            "",
            text,
            {
                "url": "",
                "publisher": publisher if is_complete else "",
                "reported_on": (day + timedelta(days=chance.randrange(2))).isoformat() if is_complete else "",
                "province": province if chance.random() < 0.97 else "",
                "title": "",
            },
        )


def write(folder: Path, count: int, seed: int = 1) -> None:
    """Fills `folder`, which is made; texts stand in folders of a thousand, each with its table."""
    rows: list[dict[str, str]] = []
    for text in tqdm(Press(seed).texts(count), total=count, unit=" texts", disable=None):
        path = folder / text.file
        if rows and path.parent != Path(rows[0]["folder"]):
            _write_table(rows)
            rows = []
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.text, encoding="utf-8")
        rows.append({"folder": str(path.parent), "file": path.name, **text.known})
    _write_table(rows)


def _write_table(rows: list[dict[str, str]]) -> None:
    if not rows:
        return
    with (Path(rows[0]["folder"]) / "articles.csv").open("w", encoding="utf-8", newline="") as lines:
        table = csv.DictWriter(lines, COLUMNS, extrasaction="ignore")
        table.writeheader()
        table.writerows(rows)


def main(arguments: list[str] | None = None) -> int:
    """Parses the options and writes the folder, which must not be there or be empty."""
    parser = argparse.ArgumentParser(prog="python -m bench.archive.texts", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=10_000, help="texts (default: 10,000)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    if options.count < 1:
        parser.error("--count must be at least 1.")
    if options.folder.exists() and (not options.folder.is_dir() or any(options.folder.iterdir())):
        parser.error(f"{options.folder} is there and not empty: name another folder.")
    write(options.folder, options.count, options.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
