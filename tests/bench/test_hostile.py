"""Texts made to slow the reading down, and whether their times are judged rightly."""

from __future__ import annotations

import pytest

from bench.extraction.__main__ import main
from bench.extraction.growth import Measured, Row, grown, names, read
from bench.extraction.hostile import WHOLE, text_of
from bench.extraction.prefixes import pattern_prefixes, patterns, table_prefixes


@pytest.mark.parametrize("name", names())
def test_a_text_has_the_size_asked_for(name: str) -> None:
    assert 9_000 < len(text_of(name, 10_000).encode()) <= 10_100


@pytest.mark.parametrize("name", [name for name in names() if name not in WHOLE])
def test_hostile_words_leave_the_text_a_meeting_so_that_all_rules_run(name: str) -> None:
    assert read(text_of(name, 2_000).encode())


def test_the_words_of_the_tables_and_the_starts_of_the_patterns_are_found() -> None:
    assert {"Sở", "Phó Chủ tịch", "Kho bạc Nhà"} <= set(table_prefixes())
    assert len(list(patterns())) > 100
    assert len(pattern_prefixes()) > 200


def row(*times: float | None) -> Row:
    return Row("case", tuple(None if time is None else Measured(time, 20, True) for time in times))


@pytest.mark.parametrize(
    ("times", "linear"),
    [((5.0, 1.0, 1.0), True), ((1.0, 1.0, 1.5), True), ((1.0, 1.0, 1.7), False), ((1.0, None), False), ((1.0,), True)],
)
def test_growth_is_judged_by_the_last_two_sizes(times: tuple[float | None, ...], linear: bool) -> None:
    assert row(*times).is_linear is linear


def test_a_reading_that_takes_too_long_is_ended() -> None:
    assert grown("ordinary text", [1_000, 1_000_000, 5_000_000], limit=0.2).measured[-1] is None


def test_the_command_tells_what_was_measured(capsys: pytest.CaptureFixture[str]) -> None:
    missed = main(["growth", "--largest", "10000", "--case", "dots", "--limit", "30"])
    head, dots, verdict, *cases = capsys.readouterr().out.splitlines()
    assert head.split()[-4:-2] == ["10", "kB"]
    assert dots.startswith("dots ")
    # Which of the two it is depends on who else is at the processor.
    assert verdict == f"{'MISSED' if missed else 'held'}: growth of at most 1.6 between the last two sizes"
    assert cases == ["  dots"] * missed


@pytest.mark.parametrize("arguments", [["memory"], ["growth", "--case", "no such case"]])
def test_what_does_not_exist_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    assert "is called" in capsys.readouterr().err
