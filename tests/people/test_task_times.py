"""When an organization's tasks were given and are due: every task in one bar of each kind, or told of beside."""

from __future__ import annotations

import datetime
import re

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from people.duties import tasks_of
from people.filters import TaskFilter
from people.models import Organization
from people.task_times import TaskTimes, task_times
from tests.factories import make_directive, make_meeting, make_organization

pytestmark = pytest.mark.django_db
DAY = datetime.date


@pytest.fixture
def finance() -> Organization:
    """Two tasks of March 2025, due in May and without a day; one of an undated meeting, due in June."""
    finance = make_organization("Sở Tài chính")
    march = make_meeting(date=DAY(2025, 3, 5))
    make_directive(march, "Trình phương án.", assignees=[finance], deadline_to=DAY(2025, 5, 15))
    make_directive(march, "Rà soát.", assignees=[finance], deadline_text="sớm", deadline_kind="vague")
    make_directive(make_meeting(), "Báo cáo.", assignees=[finance], deadline_to=DAY(2025, 6, 1))
    return finance


def told(finance: Organization, query: str = "") -> TaskTimes | None:
    return task_times(TaskFilter(QueryDict(query), queryset=tasks_of(finance)))


def counts(times: TaskTimes | None) -> tuple[dict[str, int], dict[str, int]]:
    assert times is not None
    above, below = (
        {f"{bar.period.first:%Y-%m}": bar.count for bar in half.bars if bar.count}
        for half in (times.bars.above, times.bars.below)
    )
    return above, below


def test_every_task_counts_where_it_was_given_and_where_it_is_due(
    finance: Organization, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        times = told(finance)
    assert counts(times) == ({"2025-03": 2}, {"2025-05": 1, "2025-06": 1})
    assert times is not None
    assert (times.given_elsewhere, times.due_elsewhere, times.undated) == (1, 0, 1)


def test_days_chosen_leave_all_bars_and_words_sought_do_not(finance: Organization) -> None:
    assert counts(told(finance, "due_since=2025-05-01&due_until=2025-05-31")) == counts(told(finance))
    assert counts(told(finance, "q=phuong an")) == ({"2025-03": 1}, {"2025-05": 1})
    assert told(finance, "q=khongcotunay") is None


def test_a_deadline_of_decades_does_not_stretch_the_picture(finance: Organization) -> None:
    far = timezone.localdate().replace(year=timezone.localdate().year + 20, day=1)
    make_directive(make_meeting(date=DAY(2025, 4, 5)), "Tầm nhìn.", assignees=[finance], deadline_to=far)
    times = told(finance)
    assert times is not None
    assert times.due_elsewhere == 1
    assert len(times.bars.above.bars) == 12


def test_a_bar_leads_to_as_many_tasks_as_it_counts(client: Client, finance: Organization) -> None:
    times = told(finance)
    assert times is not None
    for half in (times.bars.above, times.bars.below):
        for bar in half.bars:
            if bar.url:
                address, _, place = bar.url.partition("#")
                page = client.get(finance.get_absolute_url() + address)
                assert page.context["total"] == bar.count
                assert page.context["filter"].notices == []
                assert f'id="{place}"' in page.content.decode()


def test_the_page_shows_them_with_a_table(client: Client, finance: Organization) -> None:
    page = client.get(f"{finance.get_absolute_url()}?due_since=2025-05-01&due_until=2025-05-31").content.decode()
    assert "<title>được giao, tháng\xa03/2025: 2</title>" in page
    assert "<title>đến hạn theo văn bản, tháng\xa05/2025: 1</title>" in page
    table = page.partition('id="task-times"')[2].partition("<tbody>")[2].partition("</tbody>")[0]
    rows = [re.sub(r"<[^>]+>", " ", row).split() for row in table.split("</tr>")[:-1]]
    assert rows == [["tháng", "3/2025", "2", "0"], ["tháng", "5/2025", "0", "1"], ["tháng", "6/2025", "0", "1"]]
    assert "quá hạn" not in page
    assert '<input type="hidden" name="due_since" value="2025-05-01">' in page


def test_odd_days_are_told_of(client: Client, finance: Organization) -> None:
    page = client.get(f"{finance.get_absolute_url()}?since=x&due_until=31/02/2025")
    assert len(page.context["filter"].notices) == 2
    assert page.context["total"] == 3
