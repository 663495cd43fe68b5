"""Jobs whose worker ended before they were done: killed from outside, or by the very text that it read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from procrastinate import App
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import Job, Status

from meetings.queueing.messages import Message, mark_of

# A text whose reading ends so many workers, by itself, is given up; of several, each is tried by itself after so many.
MOST_TRIES, MOST_TRIES_TOGETHER = 3, 2


async def pick_up_all(app: App) -> None:
    """Lets others do what such workers left; what can be done by nobody is told (`worker --failed`)."""
    for job in await app.job_manager.get_stalled_jobs():
        await _pick_up(app, job)


def failing(text: Message) -> str:
    """What keeps a text that cannot be loaded from being told of twice."""
    return f"failed {mark_of([text])}"


async def _pick_up(app: App, job: Job) -> None:
    for name, values in _instead(job):
        # Anew, not tried again: the very same may wait already, and then there is nothing more to do.
        with suppress(AlreadyEnqueued):
            await app.tasks[name].configure(queueing_lock=_lock(name, values)).defer_async(**values)
    await app.job_manager.finish_job(job, Status.FAILED, delete_job=True)


def _instead(job: Job) -> Iterator[tuple[str, dict[str, Any]]]:
    """The jobs, as task and arguments, that take the place of one left behind."""
    subject = next((name for name in ("texts", "articles") if name in job.task_kwargs), "")
    if job.task_name == "finish":
        yield "finish", {}
    if not subject:
        return
    given: dict[str, Any] = job.task_kwargs
    items, ended = given[subject], given.get("ended", 0) + 1
    if ended < (MOST_TRIES if len(items) == 1 else MOST_TRIES_TOGETHER):
        yield job.task_name, {subject: items, "ended": ended}
    elif len(items) > 1:
        yield from ((job.task_name, {subject: [item]}) for item in items)
    else:
        what = items[0]["name"] if subject == "texts" else f"article {items[0]}"
        why = f"{what}: {ended} workers ended while they read it"
        yield "failed", {"texts": items if subject == "texts" else [], "failures": [why]}
    # What was done when all else was done comes once more.
    yield "finish", {}


def _lock(name: str, values: dict[str, Any]) -> str:
    if name == "failed":
        return failing(values["texts"][0]) if values["texts"] else f"failed {values['failures']}"
    if name == "load":
        return mark_of(values["texts"])
    return f"{name} {values.get('articles', '')}".strip()
