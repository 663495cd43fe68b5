"""The admin of meetings: the date and the province go with a field that says how they are known."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.test import Client

from meetings.models import Report
from tests.desk import admin_url, errors, save
from tests.factories import (
    make_appearance,
    make_article,
    make_citation,
    make_decision,
    make_directive,
    make_document,
    make_meeting,
    make_organization,
    make_province,
    make_target,
)

pytestmark = pytest.mark.django_db
DAY = datetime.date(2023, 3, 27)


def test_a_meeting_lists_all_that_was_read_of_it(admin_client: Client) -> None:
    article = make_article("Sáng 27/3, UBND tỉnh họp phiên thường kỳ tháng 3.")
    meeting = make_meeting(articles=[article])
    rows = [
        make_directive(meeting, "Sở Tài chính trình phương án"),
        make_appearance(meeting, title="Giám đốc Sở Xây dựng"),
        make_target(meeting, "thu ngân sách"),
        make_decision(meeting, "Thông qua dự thảo"),
        make_citation(make_document("57-NQ/TW"), meeting),
    ]
    text = admin_client.get(admin_url(meeting, "change")).content.decode()
    for row in rows:
        assert f'href="{admin_url(row, "change")}"' in text
        assert f'href="{admin_url(type(row), "add")}?meeting={meeting.pk}"' in text
    assert "<mark>Sáng</mark> 27/3, UBND tỉnh" in text


def test_each_field_is_quoted_as_an_article_says_it(admin_client: Client) -> None:
    article = make_article("Sáng 27/3, tại hội trường B, UBND tỉnh họp.")
    meeting = make_meeting(place="hội trường B", articles=[article])
    start = article.text.index("tại")
    reading = {
        "place": {"value": "hội trường B", "start": start, "end": start + 16, "rule": "place_after_tai"},
        "number": {"value": None},
        "identity": {"value": "x"},
    }
    Report.objects.update(reading=reading)
    page = admin_client.get(admin_url(meeting, "change"))
    note = page.context["adminform"].form.fields["place"].help_text
    assert "tại hội trường B" in note
    assert "place_after_tai" in note
    assert f"#w-place-{Report.objects.get().pk}" in note


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"date": "05/03/2026", "date_precision": "day"}, (datetime.date(2026, 3, 5), "day")),
        ({"date": "", "date_precision": "day"}, (None, "none")),
        ({"date": "01/01/2021", "date_precision": "year"}, (datetime.date(2021, 1, 1), "year")),
    ],
)
def test_date_and_precision(admin_client: Client, changes: dict[str, str], expected: tuple[Any, str]) -> None:
    meeting = make_meeting(date=DAY)
    assert save(admin_client, meeting, **changes).status_code == 302
    meeting.refresh_from_db()
    assert (meeting.date, meeting.date_precision) == expected


def test_a_date_without_precision_is_asked_about(admin_client: Client) -> None:
    response = save(admin_client, make_meeting(), date="27/03/2023")
    assert list(errors(response)) == ["date_precision"]


def test_an_unreadable_date_gives_one_error_at_the_date(admin_client: Client) -> None:
    assert list(errors(save(admin_client, make_meeting(date=DAY), date="31/02/2023"))) == ["date"]


def test_a_province_that_a_person_chose_is_known_from_a_person(admin_client: Client) -> None:
    meeting = make_meeting()
    assert save(admin_client, meeting, province=str(make_province("Phú Thọ").pk)).status_code == 302
    meeting.refresh_from_db()
    assert (str(meeting.province), meeting.province_source) == ("Phú Thọ", "curator")
    assert save(admin_client, meeting, province="").status_code == 302
    meeting.refresh_from_db()
    assert (meeting.province, meeting.province_source) == (None, "none")


def test_a_province_given_back_takes_its_source_along(admin_client: Client) -> None:
    meeting = make_meeting(province=make_province("Nghệ An"))
    save(admin_client, meeting, province=str(make_province("Phú Thọ").pk))
    assert save(admin_client, meeting, give_back=["province", "province_source"]).status_code == 302
    meeting.refresh_from_db()
    assert (str(meeting.province), meeting.province_source) == ("Nghệ An", "text")


def test_the_list_says_how_exactly_the_date_is_known(admin_client: Client) -> None:
    make_meeting(date=datetime.date(2021, 1, 1), date_precision="year", body=make_organization("UBND tỉnh"))
    assert "năm 2021" in admin_client.get(admin_url(type(make_meeting()), "changelist")).content.decode()
