"""Which documents a year's tasks cite: each task once for each, only what readers may see, few queries for many."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from meetings import cited
from meetings.cited import by_year, cited_in, latest_year, year_strip
from meetings.models import Citation, LegalDocument, Meeting
from tests.factories import make_article, make_citation, make_directive, make_document, make_meeting
from tests.meetings.views.pages import make_scene, markup, queries, words

pytestmark = pytest.mark.django_db
DAY = datetime.date


def cite(number: str, day: DAY, **values: Any) -> Citation:
    """A task of a meeting on that day, which cites the document."""
    article = make_article(f"Thực hiện Nghị quyết số {number}.")
    meeting = make_meeting(date=day, **values)
    return make_citation(make_document(number), meeting, article, directive=make_directive(meeting, article=article))


def told(year: int) -> list[tuple[str, int, dict[int, int]]]:
    return [
        (row.document.number, row.tasks, {month.period.number: month.count for month in row.months if month.count})
        for row in cited_in(year).documents
    ]


def test_documents_by_the_number_of_their_tasks_and_by_month() -> None:
    cite("57-NQ/TW", DAY(2025, 3, 5))
    cite("57-NQ/TW", DAY(2025, 3, 20))
    cite("57-NQ/TW", DAY(2025, 12, 1), date_precision="month")
    cite("68-NQ/TW", DAY(2025, 1, 1), date_precision="year")
    cite("99-NQ/TW", DAY(2024, 1, 9))
    assert told(2025) == [("57-NQ/TW", 3, {3: 2, 12: 1}), ("68-NQ/TW", 1, {})]
    found = cited_in(2025)
    assert (found.undated, found.left_out, found.citing, found.tasks) == (1, 0, 4, 4)
    assert [row.width for row in found.documents] == [100, pytest.approx(33.33)]
    assert by_year() == {2025: 4, 2024: 1}
    assert latest_year() == 2025


def test_a_task_told_twice_or_citing_twice_counts_once() -> None:
    first = cite("57-NQ/TW", DAY(2025, 3, 5))
    again = make_directive(first.meeting, "Nói lại.", same_as=first.directive)
    make_citation(first.document, first.meeting, make_article("Theo 57-NQ/TW."), directive=again)
    make_citation(first.document, first.meeting, make_article("Cũng theo 57-NQ/TW."), directive=first.directive)
    assert told(2025) == [("57-NQ/TW", 1, {3: 1})]


def test_what_may_not_be_seen_or_stands_in_no_task_does_not_count() -> None:
    for number in range(4):
        cite(f"{number}-NQ/TW", DAY(2025, 3, 5))
    make_citation(make_document("9-NQ/TW"), Meeting.objects.all()[0], make_article("9-NQ/TW"))
    Citation.objects.filter(document__number="0-NQ/TW").update(state="rejected")
    LegalDocument.objects.filter(number="1-NQ/TW").update(state="rejected")
    Meeting.objects.filter(citations__document__number="2-NQ/TW").update(state="withdrawn")
    assert told(2025) == [("3-NQ/TW", 1, {3: 1})]


def test_of_many_documents_the_rest_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cited, "SHOWN", 2)
    for number in range(5):
        cite(f"{number}-NQ/TW", DAY(2025, 3, 5))
    assert (len(told(2025)), cited_in(2025).left_out) == (2, 3)


def test_years_lead_to_their_pages_where_there_are_several() -> None:
    cite("57-NQ/TW", DAY(2025, 3, 5))
    assert year_strip(by_year(), 2025, str) is None
    cite("57-NQ/TW", DAY(2022, 3, 5))
    strip = year_strip(by_year(), 2025, str)
    assert strip is not None
    assert [(bar.period.year, bar.url, bar.selected) for bar in strip.bars] == [
        (2022, "2022", False),
        (2023, "", False),
        (2024, "", False),
        (2025, "2025", True),
    ]


class TestPage:
    def test_shows_numbers_and_leads_to_the_documents(self, client: Client) -> None:
        scene = make_scene()
        cite("57-NQ/TW", DAY(2023, 3, 5))
        text = words(client, "/van-ban/nam/2024/")
        assert "Trong 1 nhiệm vụ của năm, 1 nhiệm vụ nêu văn bản có số hiệu." in text
        page = markup(client, "/van-ban/nam/2024/")
        assert f'href="{scene.document.get_absolute_url()}"' in page
        assert '<span class="level level-1">1</span>' in page
        assert 'href="/van-ban/nam/2023/"' in page
        assert 'width="100.0%"' in page
        with translation.override("en"):
            assert "Documents that tasks of 2024 cite" in words(client, reverse("meetings:document_year", args=[2024]))

    @pytest.mark.parametrize("year", ["1", "2031", "0", "99999999999999999999"])
    def test_a_year_without_any_is_not_there(self, client: Client, year: str) -> None:
        make_scene()
        assert client.get(f"/van-ban/nam/{year}/").status_code == 404

    def test_the_list_leads_to_the_latest_year(self, client: Client) -> None:
        address = reverse("meetings:document_list")
        assert "/van-ban/nam/" not in markup(client, address)
        make_scene()
        assert 'href="/van-ban/nam/2024/"' in markup(client, address)

    def test_queries_do_not_grow(self, client: Client) -> None:
        make_scene()
        few = queries(client, "/van-ban/nam/2024/")
        for number in range(8):
            cite(f"{number}-NQ/TW", DAY(2024, number + 1, 5))
        assert queries(client, "/van-ban/nam/2024/") == few
        assert few <= 8
