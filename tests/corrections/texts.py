"""Small press texts, and what a reading may find in them: other facts each time, as of other rules."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from tests.meetings.telling import Telling

HEAD = "UBND tỉnh họp."
LINES = (
    "Ông Trần Bảo Lâm, Chủ tịch UBND tỉnh chủ trì.",
    "Ông Lê Đức Thọ, Phó Chủ tịch UBND tỉnh dự họp.",
    "Sở Tài chính trình phương án theo Nghị quyết 57-NQ/TW trước ngày 15/4.",
    "Sở Y tế và các huyện rà soát danh mục thuốc thiết yếu.",
    "Thu ngân sách phấn đấu đạt 26.000 tỷ đồng.",
    "UBND tỉnh thống nhất thông qua tờ trình.",
    "Sở Kế hoạch và Đầu tư, Sở Lao động - Thương binh và Xã hội báo cáo tiến độ.",
)


@dataclass(frozen=True)
class Reading:
    """A text of `printed` lines, in that order, of which the reading misses some; `rules` read the others otherwise."""

    printed: tuple[int, ...]
    missed: Collection[int]
    rules: int
    date: str | None
    is_meeting: bool

    @property
    def text(self) -> str:
        """The text itself."""
        return "\n".join((HEAD, *(LINES[n] for n in self.printed)))

    def told(self) -> Telling:
        """The facts."""
        if not self.is_meeting:
            return Telling(self.text, is_meeting=False)
        telling = Telling(self.text, date=self.date, title=("Phiên họp", "Họp UBND tỉnh", "Phiên họp")[self.rules])
        for n in self.printed:
            if n not in self.missed:
                _add(telling, n, self.rules)
        return telling


def _add(telling: Telling, n: int, rules: int) -> None:
    line, other, third = LINES[n], rules > 0, rules > 1
    if n == 0:
        telling.official("Trần Bảo Lâm", "Chủ tịch UBND tỉnh", status="ended" if other else "current")
        act = "concludes" if third else "chairs"
        telling.appearance("Trần Bảo Lâm", act, "chủ trì", "Chủ tịch" if other else "Chủ tịch UBND tỉnh")
    elif n == 1:
        telling.official("Lê Đức Thọ", "Phó Chủ tịch UBND tỉnh")
        telling.appearance("Lê Đức Thọ", "speaks" if other else "attends", "dự họp", "Phó Chủ tịch UBND tỉnh")
    elif n == 2:
        words = line.removesuffix(" trước ngày 15/4.") if third else line
        until = None if third else ("trước ngày 15/4", "2025-04-15" if other else "2024-04-15")
        telling.directive(words, "Sở Tài chính", strength="request" if other else "order", deadline=until)
        telling.reference("Nghị quyết 57-NQ/TW", "57-NQ/TW", "Bộ Chính trị" if other else None)
    elif n == 3:
        assignees = ("Sở Y tế", "các huyện")[: 1 if third else 2]
        telling.directive(line, *assignees, strength="note" if other else "order")
    elif n == 4:
        figure = "26" if other else "26000"
        telling.target("26.000 tỷ đồng", "thu ngân sách", figure, "tỷ đồng", status="projected" if third else "planned")
    elif n == 5:
        telling.decision(line, "thông qua" if other else "thống nhất")
    else:  # agencies that ended, and what became of them
        assignees = ("Sở Kế hoạch và Đầu tư", "Sở Lao động - Thương binh và Xã hội")
        telling.directive(line, *assignees[: 1 if third else 2], strength="note" if other else "order")
