"""The file of a list: taken by other processes, written whole, and never what keeps a list from being read."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from people.facets.stock import shared as shared_module
from people.facets.stock.shared import Shared
from people.facets.stock.told import Told
from people.freshness.notes import Mark


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.STOCK_FOLDER = tmp_path / "lists"
    return Path(settings.STOCK_FOLDER)


def told(*keys: int) -> Told:
    return Told("s1 2026-11-27", Mark(np.array([1])), "trace", np.array(keys), {}, frozenset(), frozenset())


def taken(shared: Shared) -> list[int] | None:
    found = shared.take()
    return None if found is None else found.keys.tolist()


def test_each_process_takes_once_what_another_has_put() -> None:
    one, other, third = Shared("list"), Shared("list"), Shared("another list")
    assert taken(other) is None
    one.put(told(1, 2))
    assert taken(one) is None, "it knows"
    assert taken(other) == [1, 2]
    assert taken(other) is None, "it knows by now"
    assert taken(third) is None
    other.put(told(3))
    assert taken(one) == [3]


def test_lists_of_other_databases_and_of_other_code_are_others(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = Shared("list")
    of_this = shared_module.connections["default"].settings_dict
    monkeypatch.setitem(of_this, "NAME", f"{of_this['NAME']}_other")
    assert Shared("list").path != shared.path
    monkeypatch.undo()
    assert Shared("list").path == shared.path
    monkeypatch.setattr(shared_module, "_code_version", lambda: "0" * 64)
    assert Shared("list").path != shared.path


def test_what_was_cut_short_or_is_none_is_read_anew(caplog: pytest.LogCaptureFixture) -> None:
    shared = Shared("list")
    shared.put(told(*range(1_000)))
    whole = shared.path.read_bytes()
    for content in (whole[: len(whole) // 2], b"", b"no archive"):
        caplog.clear()
        shared.path.write_bytes(content)
        assert taken(Shared("list")) is None
        assert str(shared.path) in caplog.text


def test_one_process_reads_while_others_do_not() -> None:
    shared = Shared("list")
    with shared.reading() as is_mine, Shared("list").reading() as is_others, Shared("another").reading() as is_another:
        assert (is_mine, is_others, is_another) == (True, False, True)
    with Shared("list").reading() as is_mine_now:
        assert is_mine_now


def test_whoever_dies_keeps_nobody_from_reading() -> None:
    shared = Shared("list")
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        with shared.reading():
            os.write(theirs, b"x")
            time.sleep(60)
        os._exit(0)
    assert os.read(ours, 1) == b"x"
    with shared.path.with_suffix(".lock").open() as lock, pytest.raises(BlockingIOError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.kill(child, 9)
    os.waitpid(child, 0)
    with shared.reading() as is_mine:
        assert is_mine


def test_where_nothing_can_be_written_lists_are_read_all_the_same(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder.write_text("no folder")
    shared = Shared("list")
    with shared.reading() as is_mine:
        assert is_mine
        shared.put(told(1))
    assert caplog.text.count("not shared") == 2


def test_files_of_code_that_is_gone_go_after_an_hour(folder: Path) -> None:
    shared = Shared("list")
    shared.put(told(1))
    old, older = (folder / f"{'0' * 16}-{number}.npz" for number in range(2))
    own = shared.path.with_name(f"{shared.path.name[:16]}-own.npz")
    for file, age in ((old, 1_800), (older, 4_000), (own, 24 * 3600)):
        file.touch()
        os.utime(file, (time.time() - age,) * 2)
    shared.put(told(2))
    assert {file.name for file in folder.glob("*.npz")} == {shared.path.name, old.name, own.name}


def test_a_file_is_old_after_ten_minutes() -> None:
    shared = Shared("list")
    assert shared.is_old()
    shared.put(told(1))
    assert not shared.is_old()
    os.utime(shared.path, (time.time() - 700,) * 2)
    assert shared.is_old()
