"""A scene with all that a release tells of: records of every kind, and what became of some."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import transaction

from opendata.releases import contents, publish
from people.corrections import State
from tests.factories import make_distinction, make_merge, make_official, make_organization, make_province
from tests.meetings.views.pages import Scene, make_scene

DAY = datetime.date(2026, 3, 5)


def make_everything() -> Scene:
    """The scene with a merge, a distinction, a rejected and a corrected record, and names that search must fold."""
    scene = make_scene()
    place = make_province("Nghệ An")
    make_official("Đặng Đình Đức", province=place)
    make_merge(*(make_official(name, province=place) for name in ("Trần Thị Bình", "Trần Thị Bính")))
    make_distinction(*(make_official(name, province=place) for name in ("Vũ Ba", "Vũ Bá")))
    reject(make_organization("Sở Không có"))
    scene.meeting.place = "Trung tâm Hội nghị tỉnh"
    scene.meeting.save()
    return scene


def reject(record: Any) -> None:
    """Takes a record from view."""
    record.state = State.REJECTED
    record.save()


def published(folder: Path, day: datetime.date = DAY) -> Path:
    """A release of what there is."""
    return publish(folder, day, contents, lambda *told: None)


@contextmanager
def release_of_everything(folder: Path) -> Iterator[Path]:
    """A release that many tests read, of records that none of them finds in the database."""
    with transaction.atomic():
        make_everything()
        yield published(folder)
        transaction.set_rollback(True)
