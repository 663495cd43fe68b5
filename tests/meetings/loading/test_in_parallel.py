"""Several loaders at a time: the constraints of the database and a second try make one row of what is one thing."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection

from meetings.loading import Manner, Run, load
from meetings.models import Article, LegalDocument, Meeting
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
