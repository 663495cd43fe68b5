"""Runs of capitalised syllables."""

from __future__ import annotations

from meetings.extraction.names import run_at


def test_parts_of_a_run() -> None:
    run = run_at("Theo Lê Văn Đạt", 0)
    assert (run.size, run.after(1).text, run.first(2).text) == (4, "Lê Văn Đạt", "Theo Lê")
    assert (run.after(1).span, run.capitals) == ((5, 15), False)
    assert run_at("LÊ VĂN ĐẠT", 0).capitals
