"""The table of a run: medians and 95th percentiles of each page and contestant, ratios, and counts that differ."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from statistics import median

from bench.pages.asked import Page

Times = Mapping[tuple[str, str], Sequence[float]]  # milliseconds, by page and contestant
Counts = Mapping[tuple[str, str], int | None]


def percentile(times: Sequence[float], share: float = 0.95) -> float:
    """The time that so large a share of the answers did not exceed."""
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def write(
    pages: Sequence[Page],
    contestants: Sequence[str],
    times: Times,
    counts: Counts,
    slow: Collection[tuple[str, str]] = (),
) -> list[str]:
    """The lines, as Markdown; `<` marks a figure that falls short of what the page is to reach.

    `again` are ours that remember whole pages, as a site does unless it is told otherwise; nothing is judged by them.
    `slow` are those, by page and contestant, that nobody waited for.
    """
    lines = [
        f"| median / p95 ms | {' | '.join(contestants)} | at most | Datasette ÷ ours | wanted | ÷ again | rows |",
        "|---" * (len(contestants) + 6) + "|",
    ]
    for page in pages:
        asked = {one: times[page.name, one] for one in contestants if (page.name, one) in times}
        ours = [median(spent) for one, spent in asked.items() if one.startswith("ours")]
        is_slow = any((page.name, one) in slow for one in contestants if one.startswith("ours"))
        ratios = _ratios(asked, "ours")
        columns = [
            page.name,
            *("too slow" if (page.name, one) in slow else _cell(asked.get(one)) for one in contestants),
            _wanted(page.at_most, any(mine > (page.at_most or mine) for mine in ours) or is_slow),
            " · ".join(f"{ratio:.1f}" for ratio in ratios),
            _wanted(page.times, any(ratio < (page.times or ratio) for ratio in ratios)),
            " · ".join(f"{ratio:.1f}" for ratio in _ratios(asked, "again")),
            _counted(page, contestants, counts),
        ]
        lines.append(f"| {' | '.join(columns)} |")
    return lines


def _ratios(asked: Mapping[str, Sequence[float]], kind: str) -> list[float]:
    """How many times as long as each contestant of that kind Datasette took."""
    mine = [median(spent) for one, spent in asked.items() if one.startswith(kind)]
    return [median(asked["Datasette"]) / spent for spent in mine] if "Datasette" in asked else []


def _cell(times: Sequence[float] | None) -> str:
    return f"{median(times):.1f} / {percentile(times):.1f}" if times else "–"


def _wanted(figure: float | None, is_missed: bool) -> str:
    return "" if figure is None else f"{figure:g}{' <' if is_missed else ''}"


def _counted(page: Page, contestants: Sequence[str], counts: Counts) -> str:
    """One number where all say the same, else each one's."""
    said = {one: number for one in contestants if (number := counts.get((page.name, one))) is not None}
    if not page.counts or not said:
        return ""
    numbers = {number for one, number in said.items() if not one.startswith("admin")}  # which shows rejected ones, too
    if len(numbers) == 1:
        return f"{numbers.pop():,}"
    return "differ: " + ", ".join(f"{one} {number:,}" for one, number in said.items())
