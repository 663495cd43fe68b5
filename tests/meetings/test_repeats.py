"""What pages tell of a task that meetings repeat."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from meetings.models import Directive
from meetings.reconcile.repeats import settle_repeats
from meetings.repeats import Repeats, add_repeats
from meetings.templatetags.repeats import told_again
from tests.meetings.reconcile.test_repeats import DAY, TEXT, task
from tests.meetings.views.pages import markup, queries, words
from tests.staff import login, make_editor

pytestmark = pytest.mark.django_db
LIST = "meetings:directive_list"


def chain(*days: int) -> list[Directive]:
    """A task told so many days after the first day."""
    tasks = [task(day) for day in days]
    settle_repeats([row.pk for row in tasks])
    return tasks


def test_which_telling_it_is_counts_published_meetings() -> None:
    first, second, third, alone = [*chain(0, 30, 60), task(500)]
    again = Directive.objects.create(meeting=second.meeting, text=f"{TEXT}.", strength="order", order=2)
    add_repeats([first, second, third, alone, again])
    last = DAY + datetime.timedelta(60)
    assert [row.repeats for row in (first, second, third)] == [  # type: ignore[attr-defined]
        Repeats(number, 3, DAY, last) for number in (1, 2, 3)
    ]
    assert alone.repeats is again.repeats is None  # type: ignore[attr-defined]
    first.meeting.state = "rejected"
    first.meeting.save()
    add_repeats([second, third])
    assert third.repeats == Repeats(2, 2, DAY + datetime.timedelta(30), last)  # type: ignore[attr-defined]
    second.state = "withdrawn"
    second.save()
    add_repeats([third])
    assert third.repeats is None  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("number", "vietnamese", "english"),
    [
        (1, "được nhắc lại 2 lần, gần nhất 11/05/2025", "told again 2 times, last on 11 May 2025"),
        (3, "đã nhắc lần 3, từ 12/03/2025", "told 3 times by now, since 12 March 2025"),
    ],
)
def test_in_words(number: int, vietnamese: str, english: str) -> None:
    repeats = Repeats(number, 3, DAY, DAY + datetime.timedelta(60))
    assert told_again(repeats) == vietnamese
    with translation.override("en"):
        assert told_again(repeats).replace("\u00a0", " ") == english


def test_the_list_tells_and_filters(client: Client) -> None:
    first, second = chain(0, 30)
    page = markup(client, reverse(LIST))
    assert "đã nhắc lần 2, từ 12/03/2025" in page
    assert "được nhắc lại 1 lần, gần nhất 11/04/2025" in page
    assert f'href="{second.get_absolute_url()}#tellings"' in page
    kept = markup(client, f"{reverse(LIST)}?again=yes").partition("<table")[2]
    assert second.get_absolute_url() in kept
    assert f'href="{first.get_absolute_url()}"' not in kept


def test_a_task_shows_all_its_tellings_in_the_order_of_time(client: Client) -> None:
    first, second, third = chain(0, 30, 60)
    page = markup(client, second.get_absolute_url()).partition('id="tellings"')[2].partition("</section>")[0]
    assert page.index("12/03/2025") < page.index("11/04/2025") < page.index("11/05/2025")
    assert page.count('aria-current="true"') == 1
    for other in (first, third):
        assert f'href="{other.get_absolute_url()}"' in page
    assert "/admin/" not in page
    alone = task(700)
    assert 'id="tellings"' not in markup(client, alone.get_absolute_url())


def test_long_chains_say_what_they_leave_out(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("meetings.repeats.SHOWN", 2)
    tasks = chain(0, 30, 60, 90)
    assert "Còn 2 lần nhắc sau đó không hiện ở đây." in words(client, tasks[0].get_absolute_url())


@pytest.mark.parametrize("page", ["list", "task"])
def test_queries_do_not_grow_with_the_chain(client: Client, page: str) -> None:
    tasks = chain(0, 30)
    address = reverse(LIST) if page == "list" else tasks[1].get_absolute_url()
    few = queries(client, address)
    more = [task(days) for days in range(60, 200, 20)]
    settle_repeats([row.pk for row in more])
    assert queries(client, address) <= few <= 25


def test_editors_are_led_to_where_links_are_set_right(client: Client) -> None:
    first, _second = chain(0, 30)
    page = markup(login(client, make_editor()), first.get_absolute_url())
    assert reverse("admin:meetings_directive_repeats", args=[first.pk]) in page
