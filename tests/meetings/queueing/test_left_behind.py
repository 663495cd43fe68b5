"""What becomes of jobs whose worker was killed: done by another, tried one by one, and at last told."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from procrastinate import App
from procrastinate.jobs import Status
from procrastinate.manager import JobManager

from meetings.models import Article
from meetings.queueing import SCHEMA, open_queue
from meetings.queueing.left_behind import MOST_TRIES, MOST_TRIES_TOGETHER, pick_up_all
from tests.meetings.loading.conftest import TEXT, Write
from tests.meetings.loading.conftest import write as write

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _queue() -> Iterator[None]:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no queue")
    yield
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")


def asked(sql: str, *values: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(f"SET search_path TO {SCHEMA}")  # where its triggers look
        cursor.execute(sql.format(jobs="procrastinate_jobs"), values)
        rows = cursor.fetchall() if cursor.description else []
        cursor.execute("RESET search_path")
    return rows


def waiting() -> list[tuple[str, int]]:
    """Task and number of texts of each job that waits."""
    rows = asked("SELECT task_name, jsonb_array_length(args->'texts') FROM {jobs} WHERE status = 'todo' ORDER BY id")
    return [(task, number) for task, number in rows if task != "pick_up"]


def kill(task: str = "load") -> None:
    """Whoever began the jobs of that task is gone, and another worker looks after them."""
    asked("UPDATE {jobs} SET status = 'doing', worker_id = NULL WHERE task_name = %s AND status = 'todo'", task)

    async def pick_up() -> None:
        app = await asyncio.to_thread(_opened)
        async with app.open_async():
            await pick_up_all(app)

    # In a thread of its own: a browser that another test left has a loop in this one.
    with ThreadPoolExecutor(1) as beside:
        beside.submit(lambda: asyncio.run(pick_up())).result()


def _opened() -> App:
    try:
        return open_queue()
    finally:
        connection.close()


def test_texts_left_behind_are_loaded_by_others_and_what_kills_workers_is_told(write: Write) -> None:
    for number in range(3):
        write(f"{number}.txt", TEXT.replace("12/6", f"1{number}/6"))
    folder = write("3.txt").parent
    call_command("load_articles", folder, queue=True, no_progress=True, stdout=StringIO())
    assert waiting() == [("load", 4), ("finish", None)]
    for _ in range(MOST_TRIES_TOGETHER - 1):
        kill()
    assert sorted(waiting(), key=str) == [("finish", None), ("load", 4)]
    kill()
    assert sorted(waiting(), key=str) == [("finish", None), *[("load", 1)] * 4]
    for _ in range(MOST_TRIES):
        kill()
    assert sorted(waiting(), key=str) == [*[("failed", 1)] * 4, ("finish", None)]
    told = StringIO()
    call_command("worker", failed=True, stdout=told)
    assert all(f"{number}.txt: {MOST_TRIES} workers ended while they read it" in told.getvalue() for number in range(4))
    call_command("worker", retry_failed=True, stdout=StringIO())
    call_command("worker", until_empty=True)
    assert Article.objects.count() == 4
    assert waiting() == []


def test_what_waits_again_already_is_done_once(write: Write) -> None:
    folder = write("a.txt").parent
    open_queue()
    for _ in range(2):
        call_command("load_articles", folder, queue=True, no_progress=True, stdout=StringIO())
        asked("UPDATE {jobs} SET status = 'doing', worker_id = NULL WHERE status = 'todo'")
    call_command("load_articles", folder, queue=True, no_progress=True, stdout=StringIO())
    kill("none of them")
    rows = sorted(waiting(), key=str)
    assert [task for task, _ in rows].count("finish") == 1
    call_command("worker", until_empty=True)
    assert Article.objects.count() == 1
    assert asked("SELECT count(*) FROM {jobs} WHERE task_name <> 'pick_up'") == [(0,)]


def test_two_workers_may_take_up_the_same(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write("0.txt").parent
    call_command("load_articles", folder, queue=True, no_progress=True, stdout=StringIO())
    asked("UPDATE {jobs} SET status = 'doing', worker_id = NULL WHERE task_name = 'load'")
    stalled = JobManager.get_stalled_jobs

    async def found_by_both(manager: JobManager) -> Any:
        jobs = [*await stalled(manager)]
        if jobs:
            await manager.finish_job(jobs[0], Status.FAILED, delete_job=True)  # the other one was quicker
        return jobs

    monkeypatch.setattr(JobManager, "get_stalled_jobs", found_by_both)
    with open_queue().open() as app:
        app.tasks["pick_up"].defer(timestamp=0)
    call_command("worker", until_empty=True)
    assert Article.objects.count() == 1
    assert asked("SELECT task_name, status FROM {jobs} WHERE status <> 'todo'") == []
