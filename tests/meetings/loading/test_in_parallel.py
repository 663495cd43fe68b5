"""Several loaders at a time: the constraints of the database and a second try make one row of what is one thing."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, local

import pytest
from django.db import connection

from meetings.loading.batches import Done, load_batch
from meetings.loading.curators import Known
from meetings.loading.files import Source
from meetings.loading.runs import Manner, Run, load
from meetings.models import Article, LegalDocument, Meeting
from meetings.reconcile.attestations import settle_days
from meetings.reconcile.tally import Tally
from people.models import Official, Organization, Role
from tests.meetings.loading.conftest import Write

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = """Sáng 12/6/2024, UBND tỉnh Nghệ An họp phiên thường kỳ tháng 6.

Ông Trần Bảo Lâm, Chủ tịch UBND tỉnh chủ trì phiên họp. Ông Lê Đức Thọ, Phó Chủ tịch UBND tỉnh dự họp.

Chủ tịch UBND tỉnh yêu cầu Sở Tài chính chủ trì, phối hợp với Sở Y tế trình phương án theo Nghị quyết số 57-NQ/TW.

Tin số {number}.
"""


def _loaded(path: Path) -> Run:
    try:
        return load([path])
    finally:
        connection.close()


def test_many_articles_on_one_meeting_make_one_of_everything(write: Write) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("the tests' SQLite lives in the memory of one connection")
    paths = [write(f"{number}.txt", TEXT.format(number=number)) for number in range(8)]
    with ThreadPoolExecutor(4) as pool:
        runs = list(pool.map(_loaded, paths))
    assert [str(failure) for run in runs for failure in run.failures] == []
    assert Article.objects.count() == 8
    assert Meeting.objects.get().reports.count() == 8
    assert sorted(Official.objects.values_list("name", flat=True)) == ["Lê Đức Thọ", "Trần Bảo Lâm"]
    assert Role.objects.count() == 2
    assert LegalDocument.objects.count() == 1
    names = list(Organization.objects.values_list("name", flat=True))
    assert len(names) == len(set(names))
    for path in paths:
        assert load([path], Manner(reread=True)).tally.changes == 0


GUESTS = {"Hà Tĩnh": "Võ Trọng Hải", "Quảng Trị": "Hoàng Nam Sơn"}
HOSTS = {"Nghệ An": "Trần Bảo Lâm", "Thanh Hóa": "Lê Thọ Xuân"}
OFFICE = """Sáng 3/6/2024, UBND tỉnh {home} họp phiên thường kỳ.

Ông {name}, Chủ tịch UBND tỉnh {home} chủ trì phiên họp.
"""
VISIT = """Sáng 12/7/2024, UBND tỉnh {province} họp phiên thường kỳ.

Ông {host}, Chủ tịch UBND tỉnh {province} chủ trì phiên họp. Ông {guest}, Chủ tịch UBND tỉnh {home} dự phiên họp.
"""


def test_batches_that_wait_for_each_other_are_both_loaded(
    write: Write, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Each holds the office of one guest and waits for that of the other: PostgreSQL ends one, which comes again."""
    if connection.vendor == "sqlite":
        pytest.skip("the tests' SQLite lives in the memory of one connection")

    def source(name: str, text: str) -> Source:
        return Source(write(name, text), name, Known(0))

    in_office = [source(f"{home}.txt", OFFICE.format(home=home, name=name)) for home, name in GUESTS.items()]
    assert load([text.path for text in in_office]).failures == []
    # What is told of a meeting again is written after the meeting.
    batches = [
        [
            source(f"{province}, {home}.txt", VISIT.format(province=province, host=host, home=home, guest=GUESTS[home]))
            for home in order
        ]
        for (province, host), order in zip(HOSTS.items(), (GUESTS, reversed(GUESTS)), strict=True)
    ]
    both_hold_one = Barrier(2, timeout=20)
    held = local()

    def hold_and_wait(offices: set[int], tally: Tally) -> None:
        settle_days(offices, tally)
        if offices and not hasattr(held, "one"):
            held.one = offices
            both_hold_one.wait()

    monkeypatch.setattr("meetings.reconcile.together.writing.settle_days", hold_and_wait)
    with caplog.at_level("INFO", "meetings.loading.batches"), ThreadPoolExecutor(2) as pool:
        done = [one for batch in pool.map(_batch_loaded, batches) for one in batch]
    assert [record.getMessage() for record in caplog.records] == ["2 texts are loaded again: deadlock detected"]
    assert [(one.change, one.failures) for one in done] == [("new", ())] * 4
    assert {
        meeting.province.name: meeting.reports.count() for meeting in Meeting.objects.all() if meeting.province
    } == {
        **dict.fromkeys(GUESTS, 1),
        **dict.fromkeys(HOSTS, 2),
    }
    for guest in GUESTS.values():
        role = Role.objects.get(official__name=guest)
        assert (role.attestations.count(), role.last_attested) == (3, datetime.date(2024, 7, 12))


NOWHERE = """Sáng {day}/6/2024, UBND tỉnh họp phiên thường kỳ tháng 6.

Ông Trần Bảo Lâm, Chủ tịch UBND tỉnh chủ trì phiên họp. Bà Lê Thị Bình, Giám đốc Sở Y tế dự họp.
"""


def test_namesakes_of_no_known_province_are_numbered_by_several_loaders_at_a_time(
    write: Write, caplog: pytest.LogCaptureFixture
) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("the tests' SQLite lives in the memory of one connection")
    names = [f"{day}.txt" for day in range(1, 25)]
    sources = [Source(write(name, NOWHERE.format(day=day)), name, Known(0)) for day, name in enumerate(names, 1)]
    with caplog.at_level("INFO", "meetings.loading.batches"), ThreadPoolExecutor(4) as pool:
        done = [one for some in pool.map(_batch_loaded, [sources[place::4] for place in range(4)]) for one in some]
    assert [one.change for one in done] == ["new"] * 24
    assert caplog.records == []
    for name in ("Trần Bảo Lâm", "Lê Thị Bình"):
        numbers = Official.objects.filter(name=name, province=None).values_list("homonym", flat=True)
        assert sorted(numbers) == list(range(24))


def _batch_loaded(batch: list[Source]) -> list[Done]:
    try:
        return list(load_batch(batch))
    finally:
        connection.close()
