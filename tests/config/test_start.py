"""What ./run prepares is prepared again when, and only when, something it depends on has changed."""

import os
import threading
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test.utils import CaptureQueriesContext

from config import start


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(start, "BASE_DIR", tmp_path)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/a.txt").write_text("one")
    return tmp_path


def test_a_fingerprint_follows_names_contents_and_salt(folder: Path) -> None:
    texts = folder / "texts"
    seen = [start.fingerprint([texts], "")]
    assert start.fingerprint([texts], "") == seen[0]
    seen.append(start.fingerprint([texts], "salt"))
    (texts / "a.txt").write_text("two")
    seen.append(start.fingerprint([texts], ""))
    (texts / "a.txt").rename(texts / "b.txt")
    seen.append(start.fingerprint([texts], ""))
    (texts / "c.txt").touch()
    seen.append(start.fingerprint([texts], ""))
    assert len(set(seen)) == len(seen)


def test_a_fingerprint_ignores_what_python_compiled(folder: Path) -> None:
    before = start.fingerprint([folder / "texts"], "")
    (folder / "texts/__pycache__").mkdir()
    (folder / "texts/__pycache__/a.pyc").write_text("compiled")
    assert start.fingerprint([folder / "texts"], "") == before


def test_a_step_is_done_once_for_a_state(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    monkeypatch.setattr(start, "call_command", lambda name, **options: calls.append(name))
    for state in ("first", "first", "second"):
        start.unless_done(folder / "stamp", state, "…", "load")
    assert calls == ["load", "load"]


def test_a_step_that_failed_is_done_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "stamp").write_text("old")

    def fail(name: str, **options: object) -> None:
        raise OSError

    monkeypatch.setattr(start, "call_command", fail)
    with pytest.raises(OSError):
        start.unless_done(folder / "stamp", "new", "…", "load")
    assert not (folder / "stamp").exists()


def test_static_files_of_the_former_version_stay_for_a_while(folder: Path) -> None:
    collected, shown = folder / "new", folder / "shown"
    for name in ("a.1.css", "b.css"):
        (shown / "css").mkdir(parents=True, exist_ok=True)
        (shown / "css" / name).write_text("old")
    long_ago = time.time() - start.KEPT - 60
    (shown / "css/c.css").touch()
    os.utime(shown / "css/c.css", (long_ago, long_ago))
    (collected / "css").mkdir(parents=True)
    (collected / "css/b.css").write_text("new")
    os.utime(collected / "css/b.css", (long_ago, long_ago))  # as collectstatic leaves it
    (collected / "staticfiles.json").write_text("{}")
    start.show(collected, shown)
    found = {str(file.relative_to(shown)): file.read_text() for file in shown.rglob("*") if file.is_file()}
    assert found == {"css/a.1.css": "old", "css/b.css": "new", "staticfiles.json": "{}"}


@pytest.mark.django_db
@pytest.mark.parametrize("elsewhere", [False, True], ids=["same folder", "another machine"])
def test_a_start_waits_for_another_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], elsewhere: bool
) -> None:
    if elsewhere and connection.vendor == "sqlite":
        pytest.skip("a database in a file is for one machine")
    monkeypatch.setattr(start, "LOOK_AGAIN", 0.01)
    begun, done = threading.Event(), threading.Event()

    def second() -> None:
        begun.set()
        with start.alone():
            done.set()

    with start.alone():
        if elsewhere:
            monkeypatch.setattr(start, "BASE_DIR", folder / "texts")
        other = threading.Thread(target=second)
        other.start()
        assert begun.wait(10)
        assert not done.wait(0.3)
    assert done.wait(10)
    other.join()
    assert capsys.readouterr().err == f"{start.WAITING}\n"


@pytest.mark.django_db
def test_a_database_made_anew_is_another_one() -> None:
    before = start.database_identity()
    assert start.database_identity() == before
    MigrationRecorder.Migration.objects.all().delete()
    assert start.database_identity() != before


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite can be made to look at all foreign keys")
def test_a_start_with_nothing_to_migrate_looks_at_no_foreign_key() -> None:
    with CaptureQueriesContext(connection) as asked:
        call_command("migrate", verbosity=0, interactive=False)
    assert len(asked) > 0
    assert not [question for question in asked if "foreign_key_check" in question["sql"]]
