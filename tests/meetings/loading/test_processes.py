"""Several processes share the work of one run."""

from pathlib import Path

import pytest
from django.db import connection

from meetings.loading.runs import Manner, load
from meetings.models import Article
from tests.meetings.loading.conftest import TEXT, Write

pytestmark = pytest.mark.django_db(transaction=True)


def test_processes_load_and_tell_what_one_process_would(write: Write, tmp_path: Path) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("the tests' SQLite lives in the memory of one connection")
    for number in range(3):
        write(f"{number}.txt", TEXT.replace("12/6", f"{number + 3}/6"))
    write("bad.txt", b"\xff\xfe\x00")
    advanced: list[int] = []
    run = load([tmp_path], Manner(jobs=2, advance=advanced.append))
    assert dict(run.articles) == {"new": 3, "failed": 1}
    assert [failure.path.name for failure in run.failures] == ["bad.txt"]
    assert sum(advanced) == 4
    assert Article.objects.count() == 3
    assert run.tally.created > 9
    assert dict(load([tmp_path], Manner(jobs=2)).articles) == {"unchanged": 3, "failed": 1}
