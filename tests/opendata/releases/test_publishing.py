"""A release is there whole or not at all, the same bytes for the same data, and one that was interrupted goes on."""

from __future__ import annotations

import datetime
import hashlib
import os
import resource
import shutil
from pathlib import Path

import pytest

from opendata.releases import Refused, contents, publish
from opendata.releases.publishing import Progress
from opendata.releases.tables import Column, Table, Type
from opendata.releases.workplace import NAME
from tests.factories import make_directive
from tests.opendata.releases.scene import DAY, make_everything, published

pytestmark = pytest.mark.django_db


class Killed(BaseException):
    """What no code expects, as when the machine goes down."""


def bytes_of(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def killed_at(what: str) -> Progress:
    def progress(at_work: str, _rows: int, _total: int) -> None:
        if at_work == what:
            raise Killed

    return progress


def kill(folder: Path, what: str) -> None:
    with pytest.raises(Killed):
        publish(folder, DAY, contents, killed_at(what))


def test_a_release_is_a_folder_of_its_day_and_its_checksums_hold(tmp_path: Path) -> None:
    make_everything()
    made = published(tmp_path / "new" / "releases")
    assert made == tmp_path / "new/releases/2026-03-05"
    assert [path.name for path in made.parent.iterdir()] == ["2026-03-05"]
    lines = (line.split("  ") for line in (made / "SHA256SUMS").read_text().splitlines())
    told = {name: checksum for checksum, name in lines}
    found = bytes_of(made)
    found.pop("SHA256SUMS")
    assert told == found
    assert {"viectinh.db", "csv/meetings.csv", "parquet/meetings.parquet", "LICENSE", "README.md"} <= found.keys()


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    make_everything()
    assert bytes_of(published(tmp_path / "one")) == bytes_of(published(tmp_path / "two"))


def test_a_day_is_published_once(tmp_path: Path) -> None:
    make_everything()
    made = published(tmp_path)
    before = bytes_of(made)
    make_directive(text="Sở Y tế báo cáo.")
    with pytest.raises(Refused, match="2026-03-05"):
        published(tmp_path)
    assert bytes_of(made) == before
    assert [path.name for path in tmp_path.iterdir()] == ["2026-03-05"]


@pytest.mark.parametrize("kind", ["file", "link to nowhere"])
def test_nothing_that_stands_in_its_place_is_touched(tmp_path: Path, kind: str) -> None:
    place = tmp_path / "2026-03-05"
    if kind == "file":
        place.write_text("mine")
    else:
        place.symlink_to("nowhere")
    with pytest.raises(Refused):
        published(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["2026-03-05"]


def test_a_run_that_was_killed_at_any_moment_goes_on_to_the_same_release(tmp_path: Path) -> None:
    make_everything()
    whole = bytes_of(published(tmp_path / "whole"))
    again, moments, left = tmp_path / "again", 0, 0

    def killing(_what: str, _rows: int, _total: int) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise Killed

    while not (again / "2026-03-05").exists():
        left = moments
        try:
            publish(again, DAY, contents, killing)
        except Killed:
            moments += 1
            assert [path.name for path in again.iterdir()] == [NAME]
    assert moments > 10
    assert bytes_of(again / "2026-03-05") == whole


def test_what_is_finished_is_not_written_again(tmp_path: Path) -> None:
    make_everything()
    kill(tmp_path, "index")
    before = (tmp_path / NAME / "release/csv/meetings.csv").stat()
    after = (published(tmp_path) / "csv/meetings.csv").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_where_the_data_changed_meanwhile_all_is_made_anew(tmp_path: Path) -> None:
    scene = make_everything()
    kill(tmp_path / "one", "index")
    scene.directive.text = "Sở Tài chính trình phương án khác."
    scene.directive.save()
    assert bytes_of(published(tmp_path / "one")) == bytes_of(published(tmp_path / "two"))
    assert "phương án khác" in (tmp_path / "one/2026-03-05/csv/directives.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("damaged", ["tables.sqlite3", "state.json", "release/csv/meetings.csv", "release"])
def test_what_was_damaged_meanwhile_is_made_anew(tmp_path: Path, damaged: str) -> None:
    make_everything()
    kill(tmp_path / "one", "papers")
    path = tmp_path / "one" / NAME / damaged
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.write_bytes(b"\0" * 4096 * 3)
    assert bytes_of(published(tmp_path / "one")) == bytes_of(published(tmp_path / "two"))


def test_a_disk_that_takes_no_more_leaves_nothing_behind(tmp_path: Path) -> None:
    make_everything()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))  # of each file
    try:
        with pytest.raises(Refused) as refused:
            published(tmp_path / "releases")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert str(tmp_path / "releases") in str(refused.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(Refused):
        published(tmp_path / "releases")


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(Refused):
        published(tmp_path / "file")
    with pytest.raises(Refused):
        published(tmp_path / "file" / "below")
    assert (tmp_path / "file").read_text() == "mine"


def test_two_runs_at_a_time_do_not_mix(tmp_path: Path) -> None:
    make_everything()
    tried = []

    def second(what: str, _rows: int, _total: int) -> None:
        if what == "index":
            with pytest.raises(Refused):
                published(tmp_path, datetime.date(2026, 3, 6))
            tried.append(what)

    publish(tmp_path, DAY, contents, second)
    assert tried
    assert [path.name for path in tmp_path.iterdir()] == ["2026-03-05"]


def test_records_that_do_not_hold_together_are_told_and_not_published(tmp_path: Path) -> None:
    def broken() -> list[Table]:
        key = Column("id", Type.INTEGER, "")
        agencies = Table("agencies", "", "", (key,), lambda: iter([[(1,)]]))
        refers = Column("agency_id", Type.INTEGER, "", references="agencies")
        return [agencies, Table("tasks", "", "", (key, refers), lambda: iter([[(1, 99)]]))]

    with pytest.raises(Refused, match="row 1 of tasks refers to a row of agencies"):
        publish(tmp_path / "releases", DAY, broken, lambda *told: None)
    assert list(tmp_path.iterdir()) == []
