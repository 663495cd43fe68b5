"""A person corrects a row while its article is being read: the reading waits, and keeps what he set.

Only PostgreSQL lets two write at a time; on SQLite a reading is alone from its first statement on.
"""

from __future__ import annotations

import threading
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, connections, transaction

from meetings.models import (
    Appearance,
    Article,
    Assignment,
    Citation,
    Decision,
    Directive,
    LegalDocument,
    Meeting,
    Target,
)
from people.models import Official, Organization, Role
from tests.meetings.telling import Telling
from tests.side_by_side import wait_until_it_waits

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = """Sáng 27/3, UBND tỉnh họp. Ông Trần Bảo Lâm, Chủ tịch UBND tỉnh chủ trì.
Giao Sở Tài chính trình phương án theo Nghị quyết 57-NQ/TW.
Thu ngân sách phấn đấu đạt 26.000 tỷ đồng. UBND tỉnh thống nhất thông qua tờ trình."""
ORDER = "Giao Sở Tài chính trình phương án theo Nghị quyết 57-NQ/TW."


def told(*, later: bool) -> Telling:
    """A reading, or a later one that reads all of it otherwise."""
    return (
        Telling(TEXT, title="Họp UBND tỉnh" if later else "Họp", place="Vinh" if later else None)
        .official("Trần Bảo Lâm", "Chủ tịch UBND tỉnh", status="ended" if later else "current")
        .appearance("Trần Bảo Lâm", "speaks" if later else "chairs", "chủ trì", "Chủ tịch UBND tỉnh")
        .directive(ORDER, "Sở Tài chính", strength="request" if later else "order")
        .target("26.000 tỷ đồng", "thu ngân sách", "26000", "tỷ đồng", status="projected" if later else "planned")
        .reference("Nghị quyết 57-NQ/TW", "57-NQ/TW", "Bộ Chính trị" if later else None)
        .decision("UBND tỉnh thống nhất thông qua tờ trình.", "thông qua" if later else "thống nhất")
    )


CORRECTIONS: list[tuple[Any, str, Any]] = [
    (Article, "title", "Tên bài"),
    (Meeting, "period", "2024-03"),
    (Role, "title", "Quyền Chủ tịch"),
    (Official, "name", "Trần Bảo Lam"),
    (Organization, "kind", "office"),
    (Appearance, "title", "Chủ tịch"),
    (Directive, "text", "Trình phương án."),
    (Assignment, "words", "Sở TC"),
    (Target, "value", Decimal("26")),
    (LegalDocument, "number", "57"),
    (Citation, "directive", None),
    (Decision, "text", "Thông qua."),
]


@pytest.mark.parametrize(("model", "field", "value"), CORRECTIONS)
def test_what_a_person_saves_while_the_article_is_read_stays(model: Any, field: str, value: Any) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets nobody write while a reading is going on")
    article, _ = told(later=False).loads()
    if model in (Official, Organization, LegalDocument):  # rows that the next reading brings back into view
        model.objects.update(state="withdrawn")
    pk = model.objects.values_list("pk", flat=True).order_by("pk").last()
    failed: list[BaseException] = []

    def read_again() -> None:
        try:
            told(later=True).loads(article)
        except BaseException as error:  # noqa: BLE001 # told in the test's own thread
            failed.append(error)
        finally:
            connections.close_all()

    reading = threading.Thread(target=read_again)
    with transaction.atomic():
        row = model.objects.select_for_update(of=("self",)).get(pk=pk)
        reading.start()
        wait_until_it_waits(reading)
        setattr(row, field, value)
        row.save()
    reading.join(30)
    assert not failed
    row = model.objects.get(pk=pk)
    assert getattr(row, field) == value
    if model in (Official, Organization, LegalDocument):
        assert row.state == "read"
    told(later=True).loads(article)
    assert getattr(model.objects.get(pk=pk), field) == value
